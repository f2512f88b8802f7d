"""The lines of a document as they are laid out, and what each looks like on its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from xiezuo.model import Span
from xiezuo.split.bylines import is_byline, unspaced
from xiezuo.split.clean import BLANK, HAN, WIDE, without_pinyin
from xiezuo.split.notes import is_note


class Shape:
    """What a line looks like, before its neighbours are considered.

    The members of an enum take Python 3.11 long to look up, and these are asked for all the time.
    """

    TITLE = "title"
    """Short, without the end of a sentence: a headline, a sub-heading, a cell of a table."""
    BYLINE = "byline"
    DATELINE = "dateline"
    """Prose that opens a report: 本报讯, 新华社兰州5月2日电."""
    NOTE = "note"
    PROSE = "prose"


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Row:
    """A line of the layout (document offsets), or the lines that a fixed width has cut it into.

    ``text`` is without the blanks around it; ``gap`` counts the empty lines above it, a rule
    (-----) as three; ``indent`` tells whether it began with an indent.
    """

    pieces: tuple[Span, ...]
    text: str
    gap: int
    indent: bool
    shape: str
    is_prose: bool = field(init=False)
    """Whether it is running text."""

    def __post_init__(self) -> None:
        self.is_prose = self.shape in _RUNNING


_RUNNING = (Shape.PROSE, Shape.DATELINE)

TITLE_LENGTH = 60
"""The longest headline line: the sub-headlines of newspaper pages reach 50 characters."""

OPENING_LENGTH = 100
"""The same for the very first line, where prose without a full stop is unlikely."""

SPARSE = 25
"""Blanks between Chinese characters part something where at most one in so many characters is
one; words parted by blanks have one in three."""

SLACK = 2
"""A line of fixed width may be so many characters shorter or longer, for its punctuation."""

RULE = 3
"""The empty lines that a rule stands for."""

_DATELINE = re.compile(
    rf"本[报网台刊].{{0,12}}[讯电]|[{HAN}]{{2,8}}[讯电][（(\s]|新华社.{{2,12}}电|中新[社网].{{2,14}}[电讯]"
    rf"|[{HAN}]{{2,10}}\d{{1,2}}月\d{{1,2}}日[电讯消]"
)
_OPENING = re.compile(
    r"(?:日前|近日|近期|连日来|近年来|多年来|据悉|据了解|会后|会上|期间|目前|昨日|今日"
    r"|\d{1,2}月\d{1,2}日(?:[至-]\d{1,2}日)?)，"
)
_DASHES = "-=_*~—※☆★."
_RULE = re.compile(rf"[{_DASHES}\s]{{3,}}")
_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(rf"(?<=[。！？”…）])(?: {{2,}}| *{WIDE}[{BLANK}]*)(?=\S)")
_SOFT = re.compile(rf"(?<=[。！？”])[{BLANK}]+(?=\S)")
_ANY = re.compile(
    rf"{_SOFT.pattern}|(?<=[{HAN}]{{4}})(?<!记者)(?<!通讯员)[{BLANK}]+(?=[{HAN}]{{2}})"
)
_NOISE = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_HEAD = re.compile(rf"[^ {WIDE}，。；！？]{{4,60}}[{BLANK}]+")
_EDGE = f"{BLANK}|"
_FINAL = frozenset("。！？；：…")


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence, a list item or a byline ends."""
    return text.rstrip("”’》】")[-1:] in _FINAL or text[-1] in "）)"


def _shape(text: str, limit: int) -> str:
    if ("。" in text or "，" in text) and _DATELINE.match(text):
        return Shape.DATELINE
    if len(text) <= TITLE_LENGTH and is_byline(text):
        return Shape.BYLINE
    if is_note(text):
        return Shape.NOTE
    if len(text) > limit or "。" in text or text[-1] in "，、；：" or _OPENING.match(text):
        return Shape.PROSE
    if ends_sentence(text) and text[-1] not in "）)" and (len(text) > 30 or text[-1] == "”"):
        return Shape.PROSE
    return Shape.TITLE


def rows(text: str, noisy: bool = False) -> list[Row]:
    """The lines of a normalised text that have something on them.

    ``noisy`` tells that readings in brackets stand behind the characters.
    """
    lines = list(_LINE.finditer(text))
    soft = sum(1 for _ in islice((m for m in lines if not m[0].isspace()), 3)) < 3
    found: list[tuple[Span, int, bool]] = []
    gap, at = 0, 0
    for match in lines:
        first, last = match.span()
        gap += max(0, first - at - 1) if at else 0
        at = last
        for start, end, indent in _blocks(text, match, soft):
            if start == end:
                gap += 1
            elif text[start] in _DASHES and _RULE.fullmatch(text, start, end):
                gap += RULE
            else:
                found.append((Span(start, end), gap, indent))
                gap = 0
    return list(_unwrapped(text, found, noisy))


_Block = tuple[int, int, bool]
"""Where a block starts and ends without the blanks around it, and whether it is indented."""


def _blocks(text: str, line: re.Match[str], soft: bool) -> Iterable[_Block]:
    """A line's paragraphs: wide blanks after a sentence part them."""
    words = line[0]
    if not soft and "  " not in words and WIDE not in words:
        return (_strip(text, *line.span()),)
    return _parted(text, line, soft)


def _parted(text: str, line: re.Match[str], soft: bool) -> Iterator[_Block]:
    """A line's paragraphs: wide blanks after a sentence part them.

    In a text whose lines were all run together (``soft``) any blank there does, and also those
    around headlines and dates, unless blanks are noise all over it.
    """
    start, pattern = line.start(), _BLOCK
    if soft:
        blanks = len(_NOISE.findall(line[0]))
        pattern = _ANY if blanks * SPARSE < len(line[0]) else _SOFT
        if pattern is _ANY and len(line[0]) >= TITLE_LENGTH:
            for head in _heads(text, line):
                yield _strip(text, start, head)
                start = head
    for match in pattern.finditer(text, start, line.end()):
        opening = text.rfind("“", start, match.start())
        if opening >= 0 and text.find("”", opening, match.start()) < 0:
            continue  # a slogan in quotes
        yield _strip(text, start, match.start())
        start = match.end()
    yield _strip(text, start, line.end())


def _heads(text: str, line: re.Match[str]) -> Iterator[int]:
    """Where headline, date and source end at the beginning of a line."""
    at = line.start()
    for _ in range(4):
        match = _HEAD.match(text, at)
        if match is None or "。" not in text[match.end() : line.end()]:
            return
        at = match.end()
        yield at


def _strip(text: str, start: int, end: int) -> _Block:
    if start < end and text[start] not in _EDGE and text[end - 1] not in _EDGE:
        return start, end, False
    part = text[start:end]
    left = len(part) - len(part.lstrip(_EDGE))
    indent = left > 1 or part.startswith(WIDE)
    return start + left, max(start + left, start + len(part.rstrip(_EDGE))), indent


def _unwrapped(text: str, found: list[tuple[Span, int, bool]], noisy: bool) -> Iterator[Row]:
    """Rows, with the lines joined that a fixed width has cut."""
    width = _width(text, found)
    usual = Counter(gap for _, gap, _ in found).most_common(1)[0][0] if width else 0
    limit = OPENING_LENGTH
    if not width and not noisy:  # as most are
        for span, gap, indent in found:
            line = unspaced(text[span.start : span.end])
            yield Row((span,), line, gap, indent, _shape(line, limit))
            limit = TITLE_LENGTH
        return
    pieces: list[Span] = []
    top, inset = 0, False
    for index, (span, gap, indent) in enumerate(found):
        if not pieces:
            top, inset = gap, indent
        pieces.append(span)
        if width and index + 1 < len(found):
            after, below, indented = found[index + 1]
            full = abs(_columns(span.of(text)) - width) <= SLACK and below <= usual
            if full and not indented and not is_note(after.of(text)):
                continue
        line = "".join([piece.of(text) for piece in pieces])
        if noisy:
            line = without_pinyin(line) or line
        line = unspaced(line)
        yield Row(tuple(pieces), line, top, inset, _shape(line, limit))
        pieces, limit = [], TITLE_LENGTH


def _columns(line: str) -> int:
    """The width of a line in Chinese characters: two Latin ones take the room of one."""
    narrow = len(line.encode("ascii", "ignore"))
    return len(line) - narrow // 2


def _width(text: str, found: list[tuple[Span, int, bool]]) -> int:
    """The width that the lines were broken at (0 where they are whole paragraphs)."""
    if len(found) < 6 or sum(len(span) for span, _, _ in found) > 60 * len(found):
        return 0
    lines = [span.of(text) for span, _, _ in found]
    common = Counter(map(_columns, lines)).most_common(1)[0][0]
    full = [line for line in lines if abs(_columns(line) - common) <= 1]
    broken = sum(not ends_sentence(line) for line in full)
    commas = sum(1 for line in full if "，" in line or "、" in line or "。" in line)
    if common < 10 or len(full) < 0.4 * len(lines) or broken < 0.6 * len(full):
        return 0
    return common if commas > 0.4 * len(full) else 0
