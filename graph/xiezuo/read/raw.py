"""The bytes of one input, before a reader has made sense of them."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from xiezuo.errors import InputError

MAX_BYTES = 100 * 1024 * 1024
"""The largest file that is read as a whole: a full newspaper as PDF has up to 50 MB, a page of
text 20 KB. JSON Lines are read line by line and have no such limit."""


@dataclass(frozen=True, slots=True)
class Raw:
    """One input: its name, for messages and for ``Document.name``, and a way to its bytes."""

    name: str
    open: Callable[[], IO[bytes]]

    def data(self, limit: int | None = None) -> bytes:
        """All bytes.

        Raises:
            InputError: the file cannot be read, is empty or has more than ``limit`` bytes
                (:data:`MAX_BYTES`, if none is given).
        """
        limit = limit or MAX_BYTES
        with readable(self.name), self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            size = f"{limit // 1024 // 1024} MB"
            raise InputError(self.name, f"larger than {size}", "split it, or give JSON Lines")
        if not data:
            raise InputError(self.name, "the file is empty", "remove it or fill it")
        return data


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turns what goes wrong in reading a file or an archive's entry into an InputError."""
    try:
        yield
    except PermissionError as error:
        raise InputError(name, "no permission to read it", "change its permissions") from error
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror or error})") from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise InputError(name, f"a broken archive ({error})", "pack it again") from error
    except (RuntimeError, NotImplementedError) as error:
        raise InputError(name, f"cannot be unpacked ({error})", "unpack it yourself") from error


def sha256(data: bytes) -> str:
    """The digest that identifies a document's bytes."""
    return hashlib.sha256(data).hexdigest()


def with_title(title: str | None, text: str) -> str:
    """The text under its title, where it does not begin with it."""
    if not title or text.lstrip().startswith(title):
        return text
    return f"{title}\n{text}"
