"""The rows of one article as headlines, paragraphs and notes, with broken lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from xiezuo.model import Role, Span
from xiezuo.split.clean import HAN
from xiezuo.split.layout import Row, Shape, ends_sentence
from xiezuo.split.notes import ends_report, is_caption, is_trail

HEAD = 4
"""More title-like rows than this above the first paragraph are a list, not a headline."""

LONG = 28
"""A title-like line from this length on that prose follows was broken by the layout."""

CAPTION = 80
"""The longest text under a picture."""

PAGE = 100_000
"""Up to so many characters a text is searched faster than its pairs are collected."""

CREDIT = 24
"""The longest line that names a photographer and nothing else."""

REPEATED = 8
"""A line longer than this that stands in the one above it goes on with nothing."""

INDENTED = 0.7
"""From this share of indented paragraphs on, the indent tells where a paragraph begins."""

_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、是要]|第[一二三四五六七八九十]+[，、章节条]|（[一二三四五六七八九十\d]{1,3}）"
    r"|\d{1,2}[.、．)）](?!\d)|[①-⑳●■◆▲★☆◎○□◇△·]|——|【"
)
_BULLET = re.compile(r"[■●◆◎○□◇①②]|[一二][、是]|（[一1]）")
_OPENING = re.compile(
    rf"近年来|多年来|年来|日前|近日|目前|截至|据悉|据了解|会后|会上|会前|会议|座谈会|活动|期间|其间|随后|同时|此外|下一步|今后|今年"
    rf"|去年|未来|当天|当日|在.{{2,20}}，|\d{{1,2}}[月日]|\d{{4}}年|[{HAN}]{{2,4}}(?:一行|说|指出|表示|强调|要求|介绍|代表)|“"
)
_PAIRS = ("“”", "《》", "（）")
_CANNOT_START = frozenset("，。、；：！？）》”’%")
_GOES_ON = frozenset("，、的和与及同跟为将把被由从向以于并副")
# Python 3.11 takes long to look up the members of an enum.
_HEADLINE, _BYLINE, _BODY, _NOTE = Role.HEADLINE, Role.BYLINE, Role.BODY, Role.NOTE
_ALONE = (Shape.BYLINE, Shape.NOTE)


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Block:
    """One line of the clean text: its pieces in the document and its role."""

    pieces: tuple[Span, ...]
    role: Role


def paragraphs(found: Sequence[Row], text: str) -> Iterator[Block]:
    """The lines of an article's clean text, given its rows and the document's normalised text."""
    indents = _indents(found)
    body = _body(found, indents)
    headlines = {row.text for row in found[:body] if row.shape is Shape.TITLE}
    yield from _head(found[:body], headlines)
    last = max((at for at, row in enumerate(found) if "。" in row.text), default=len(found))
    pieces: list[Span] = []
    over = False
    for index in range(body, len(found)):
        row, after = found[index], found[index + 1] if index + 1 < len(found) else None
        pieces.extend(row.pieces)
        over = over or (index > last and row.shape is Shape.NOTE and ends_report(row.text))
        if row.shape is Shape.BYLINE:
            role = _BYLINE
        elif row.shape is Shape.NOTE or row.text in headlines or over:
            role = _NOTE
        elif after and _continues(row, after, text, indents):
            continue
        elif after and len(pieces) == 1 and index < last and _captioned(row, after):
            role = _NOTE
        else:
            role = _BODY
        yield Block(tuple(pieces), role)
        pieces = []


def _captioned(row: Row, after: Row) -> bool:
    """Whether a short paragraph is the text under a picture whose photographer comes next."""
    short = len(row.text) <= CAPTION and row.text.count("。") <= 1
    credit = len(after.text) <= CREDIT and "。" not in after.text and is_caption(after.text)
    return short and credit and after.shape is Shape.NOTE


def _indents(found: Sequence[Row]) -> bool:
    """Whether paragraphs begin with an indent here."""
    prose = [row.indent for row in found if row.is_prose]
    return len(prose) > 1 and sum(prose) >= INDENTED * len(prose)


def _body(found: Sequence[Row], indents: bool) -> int:
    """The index of the first row of the body; ``indents`` where paragraphs begin with one."""
    inset = indents and not found[0].indent
    first = next((at for at, row in enumerate(found) if _opens(row, inset)), len(found))
    bylines = [at for at in range(first) if found[at].shape is Shape.BYLINE]
    titles = [at for at in range(first) if found[at].shape is Shape.TITLE]
    if bylines and titles and bylines[-1] > titles[0]:
        return first
    several = len({found[at].text for at in titles}) > HEAD
    return titles[0] + 1 if titles and (several or first == len(found)) else first


def _opens(row: Row, inset: bool) -> bool:
    """Whether a row cannot stand above the body; ``inset`` where only the body is indented."""
    if row.shape is Shape.TITLE:
        return bool(_BULLET.match(row.text)) or (inset and row.indent and "，" in row.text)
    return row.is_prose


def _head(head: Sequence[Row], headlines: set[str]) -> Iterator[Block]:
    """What stands above the body; where there is no headline, 原标题：… is it.

    Titles above the line that says where on the site the page is are the site's own.
    """
    seen: set[str] = set()
    titles = [at for at, row in enumerate(head) if row.shape is Shape.TITLE]
    trails = [at for at, row in enumerate(head) if row.shape is Shape.NOTE and is_trail(row.text)]
    first = trails[-1] if trails and titles and titles[-1] > trails[-1] else 0
    for at, row in enumerate(head):
        role = _BYLINE if row.shape is Shape.BYLINE else _NOTE
        original = not headlines and row.text.startswith("原标题")
        if original or (row.shape is Shape.TITLE and row.text not in seen and at >= first):
            role = _HEADLINE
        seen.add(row.text)
        yield Block(row.pieces, role)


def _unclosed(text: str) -> bool:
    """Whether a line ends inside a quotation, a title or brackets."""
    return any(text.rfind(pair[0]) > text.rfind(pair[1]) for pair in _PAIRS)


@lru_cache(maxsize=1)  # for all the rows of a document
def _pairs(text: str) -> frozenset[str]:
    """All pairs of neighbouring characters of a long text."""
    return frozenset(map("".join, pairwise(text)))


def _continues(row: Row, after: Row, text: str, indents: bool) -> bool:
    """Whether the layout broke a sentence between two rows."""
    if after.shape in (*_ALONE, Shape.DATELINE):
        return False
    if after.text[0] in _CANNOT_START:
        return True
    if len(after.text) > REPEATED and after.text in row.text:
        return False  # a summary that was cut, and the headline that it began with
    if ends_sentence(row.text) or _ITEM.match(after.text) or (indents and after.indent):
        return False
    if row.text[-1] in _GOES_ON or _unclosed(row.text):
        return True
    heading = row.shape is Shape.TITLE and (len(row.text) < LONG or _ITEM.match(row.text))
    # The two characters around the break are a word that the document writes elsewhere: 项|目.
    words = text if len(text) <= PAGE else _pairs(text)
    word = after.is_prose and row.text[-1] + after.text[0] in words
    return word or not (heading or _OPENING.match(after.text))
