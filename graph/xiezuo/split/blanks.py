"""Which blanks inside a line mean something, and which are noise of the layout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xiezuo.model import Span
from xiezuo.split.clean import BLANK, GONE, PINYIN, WIDE

GAP = re.compile(f"[{BLANK}][{BLANK}]*")
"""Blanks in a row; written so that the scan skips all else, which it does not for ``+``."""

GAP_OR_PINYIN = re.compile(f"[{BLANK}]+|{PINYIN.pattern}")
"""Blanks in a row or a reading in brackets, in texts that have such readings everywhere."""

_TIGHT = frozenset("、。，：；！？…")
_BRACKETS = frozenset("（）《》〈〉“”‘’【】〔〕")
_COUNTED = frozenset("年月日时点分个名人万亿元家项批期场户亩对所村次吨%届多余")
_COUNTING = frozenset("年月第约超近")
_PROSE = re.compile(r"[，。；！？]")
_CREDIT = re.compile(
    rf"[^，。、]{{2,16}}[讯电消]息?[{BLANK}][^，。、：]{{0,80}}"
    rf"|（[^（）]{{0,16}}(?:记者|通讯员|作者)[^（）]{{0,40}}）"
)
"""Where blanks part names in prose: 某某网讯 记者 甲 乙 …, （记者 甲 乙）."""

_REACH = 100
"""How far back a quotation mark or bracket is looked for; slogans have some 40 characters."""


def is_prose(text: str, pieces: Sequence[Span]) -> bool:
    """Whether a line is running text, where blanks between Chinese characters are noise."""
    return any(_PROSE.search(text, piece.start, piece.end) for piece in pieces)


def meant(text: str, piece: Span, gap: re.Match[str], prose: bool) -> int | None:
    """The offset of the one blank of a gap that stays; None where the gap is noise.

    In headlines, bylines and rows of a table a blank separates, unless it stands at punctuation
    or spaces out single characters (党 政 代 表 团). In prose only a wide one does, or one inside a
    slogan in quotes or a list of reporters.
    """
    start, end = gap.span()
    if gap[0][0] not in BLANK or start == piece.start or end == piece.end:
        return None
    before, after = text[start - 1], text[end]
    if before in _TIGHT or after in _TIGHT:
        return None
    seen = start
    while seen < end and text[seen] == GONE:
        seen += 1
    if seen == end:
        return None
    latin = before.isascii(), after.isascii()
    number = (before.isdigit() and after in _COUNTED) or (after.isdigit() and before in _COUNTING)
    marked = any(latin) or before in _BRACKETS or after in _BRACKETS
    if all(latin):
        keep = True
    elif number or (prose and marked):
        keep = False
    else:
        wide = gap[0].count(" ") > 1 or WIDE in gap[0]
        keep = _separates(text, piece, gap, prose and not wide)
    return seen if keep else None


def _separates(text: str, piece: Span, gap: re.Match[str], prose: bool) -> bool:
    """Whether a gap between Chinese characters parts two items."""
    start, end = gap.span()
    before = 2 if start - 1 > piece.start and text[start - 2] not in BLANK else 1
    after = 2 if end + 1 < piece.end and text[end + 1] not in BLANK else 1
    if before == after == 1:
        return False
    if not prose:
        return True
    return _in_credit(text, piece, start) or (
        before == after == 2 and _in_quotes(text, piece, start)
    )


def _in_quotes(text: str, piece: Span, at: int) -> bool:
    opening = text.rfind("“", max(piece.start, at - _REACH), at)
    return opening >= 0 and text.find("”", opening, at) < 0


def _in_credit(text: str, piece: Span, at: int) -> bool:
    if at - piece.start < _REACH:
        match = _CREDIT.match(text, piece.start, piece.end)
        if match and match.end() > at:
            return True
    opening = text.rfind("（", max(piece.start, at - _REACH), at)
    match = _CREDIT.match(text, opening, piece.end) if opening >= 0 else None
    return match is not None and match.end() > at
