"""Plain text in any Chinese encoding."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from xiezuo.model import Document
from xiezuo.read.encoding import decode
from xiezuo.read.raw import Raw


def read_text(raw: Raw) -> Iterator[Document]:
    """One document with the decoded text; the encoding is detected.

    Raises:
        InputError: the file is empty, binary or in no encoding of Chinese.
    """
    yield Document(raw.name, decode(raw), hashlib.sha256(raw.data).hexdigest())
