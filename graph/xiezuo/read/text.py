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
_DATED = re.compile(rf"\W*(?:(?:发布|更新|发表)?(?:日期|时间)\s*[:：]?\s*)?{_DAY}")
_WITHIN = re.compile(_DAY)
_SHORT = re.compile(r"(\d\d)([-/]\d\d[-/]\d\d) \d\d:\d\d")
_BACKWARDS = re.compile(r"(\d\d)\.(\d\d)\.((?:19|20)\d\d)")
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
    dates: list[tuple[bool, str]] = []
    sources: list[str] = []
    for line in map(str.strip, text[:4000].splitlines()[:HEAD]):
        if len(line) > 80 or "。" in line:
            continue
        named = "来源" in line
        if date := _date(line, named):
            dates.append((not named, date))
        if match := _SOURCE.search(line):
            sources.append(match[1])
    # The date beside the source is that of the first publication, others may be a copy's.
    dates.sort(key=lambda found: found[0])
    return Header(dates[0][1] if dates else None, sources[0] if sources else None)


def _date(line: str, named: bool) -> str | None:
    """The date that a line gives; ``named``: beside a source it may stand anywhere in it."""
    if match := _DATED.match(line) or (_WITHIN.search(line) if named else None):
        return iso_date(match[1].replace(" ", ""))
    if match := _SHORT.match(line):
        return iso_date(f"20{match[1]}{match[2]}")
    if match := _BACKWARDS.match(line):
        return iso_date(f"{match[3]}-{match[2]}-{match[1]}")
    return None


def read_text(raw: Raw) -> Iterator[Document]:
    """One document with the decoded text; the encoding is detected.

    Raises:
        InputError: the file is empty, binary or in no encoding of Chinese.
    """
    data = raw.data()
    text = decode(raw.name, data)
    top = header(text)
    yield Document(raw.name, text, sha256(data), published=top.published, source=top.source)
