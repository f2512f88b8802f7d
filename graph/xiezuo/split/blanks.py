"""Which blanks inside a line mean something, and which are noise of the layout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xiezuo.model import Span
from xiezuo.split.clean import BLANK, GONE, HAN, PINYIN, WIDE

GAP = re.compile(f"[{BLANK}]+")
"""Blanks in a row."""

GAP_OR_PINYIN = re.compile(f"[{BLANK}]+|{PINYIN.pattern}")
"""Blanks in a row or a reading in brackets, in texts that have such readings everywhere."""

_TIGHT = frozenset("、。，：；！？…")
_BRACKETS = frozenset("（）《》〈〉“”‘’【】〔〕")
_COUNTED = frozenset("年月日时点分个名人万亿元家项批期场户亩对所村次吨%届多余")
_COUNTING = frozenset("年月第约超近")
_PROSE = re.compile(r"[，。；！？]")
_WORDS = re.compile(f"[{HAN}]*")
_CREDIT = re.compile(
    rf"[^，。、]{{2,16}}[讯电消][息]?[{BLANK}][^，。、：]*"
    rf"|[（(][^（）]{{0,16}}(?:记者|通讯员|作者)[^（）]{{0,40}}[）)]"
)
"""Where blanks part names in prose: 某某网讯 记者 甲 乙 …, （记者 甲 乙）."""


def is_prose(text: str, pieces: Sequence[Span]) -> bool:
    """Whether a line is running text, where blanks between Chinese characters are noise."""
    return any(_PROSE.search(text, piece.start, piece.end) for piece in pieces)


def meant(text: str, piece: Span, gap: re.Match[str], prose: bool) -> Span | None:
    """The one blank of a gap that stays in the clean text; None where the gap is noise.

    In headlines, bylines and rows of a table a blank separates, unless it stands at punctuation
    or spaces out single characters (党 政 代 表 团). In prose only a wide one does, or one inside a
    slogan in quotes or a list of reporters.
    """
    if not BLANK.count(gap[0][0]) or gap.start() == piece.start or gap.end() == piece.end:
        return None
    seen = next((at for at in range(gap.start(), gap.end()) if text[at] != GONE), -1)
    before, after = text[gap.start() - 1], text[gap.end()]
    if seen < 0 or before in _TIGHT or after in _TIGHT:
        return None
    latin = before.isascii(), after.isascii()
    if all(latin):
        keep = True
    elif (
        (before.isdigit() and after in _COUNTED)
        or (after.isdigit() and before in _COUNTING)
        or (prose and (any(latin) or before in _BRACKETS or after in _BRACKETS))
    ):
        keep = False
    else:
        wide = gap[0].count(" ") > 1 or WIDE in gap[0]
        keep = _separates(text, piece, gap, prose and not wide)
    return Span(seen, seen + 1) if keep else None


def _separates(text: str, piece: Span, gap: re.Match[str], prose: bool) -> bool:
    """Whether a gap between Chinese characters parts two items."""
    backwards = text[max(piece.start, gap.start() - 2) : gap.start()][::-1]
    before = len(_words(backwards, 0, len(backwards)))
    after = len(_words(text, gap.end(), piece.end))
    if before == after == 1:
        return False
    if not prose:
        return True
    return _in_credit(text, piece, gap.start()) or (
        before > 1 and after > 1 and _in_quotes(text, piece, gap.start())
    )


def _words(text: str, start: int, end: int) -> str:
    match = _WORDS.match(text, start, end)
    return match[0] if match else ""


def _in_quotes(text: str, piece: Span, at: int) -> bool:
    opening = text.rfind("“", piece.start, at)
    return opening >= 0 and text.find("”", opening, at) < 0


def _in_credit(text: str, piece: Span, at: int) -> bool:
    opening = max(piece.start, text.rfind("（", piece.start, at))
    return any(
        match.start() < at < match.end()
        for start in {piece.start, opening}
        if (match := _CREDIT.match(text, start, piece.end))
    )
