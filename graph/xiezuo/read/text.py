"""Plain text in any Chinese encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xiezuo.model import Document
from xiezuo.read.encoding import decode
from xiezuo.read.options import iso_date
from xiezuo.read.raw import Raw, sha256

HEAD = 20
"""Lines at the top of a text in which its date and source are looked for."""

_DAY = r"((?:19|20)\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2})(?!\d)"
_DATED = re.compile(
    rf"\W*(?:(?:发布|更新|发表)?(?:日期|时间)\s*[:：]?\s*)?{_DAY}|.*来源.*?{_DAY}|.*?{_DAY}.*来源"
)
_SOURCE = re.compile(
    r"(?<!本文)来源\s*[:：/]\s*([^\s:：|｜()（）\d]{2,20}?)(?=$|[\s|｜()（）\d]|作者|编辑|责编)"
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines at the top of a text say about it."""

    published: str | None = None
    source: str | None = None


def header(text: str) -> Header:
    r"""The date and the source from a text's first lines, where such a line is there.

    >>> header("两地签约\n2024-05-21 10:30 来源：某某日报\n日前，…")
    Header(published='2024-05-21', source='某某日报')
    """
    published = source = None
    for line in map(str.strip, text[:4000].splitlines()[:HEAD]):
        if len(line) > 80 or "。" in line:
            continue
        if published is None and (match := _DATED.match(line)):
            published = iso_date(next(filter(None, match.groups())).replace(" ", ""))
        if source is None and (match := _SOURCE.search(line)):
            source = match[1]
    return Header(published, source)


def read_text(raw: Raw) -> Iterator[Document]:
    """One document with the decoded text; the encoding is detected.

    Raises:
        InputError: the file is empty, binary or in no encoding of Chinese.
    """
    data = raw.data()
    text = decode(raw.name, data)
    top = header(text)
    yield Document(raw.name, text, sha256(data), published=top.published, source=top.source)
