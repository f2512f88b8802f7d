"""Clean text with offsets: what is replaced, what is left out, and where each character came from.

Cleaning has two steps. :func:`normalise` replaces characters one for one, for a whole document at
once, so that positions stay. :class:`Writer` then copies the lines of an article, leaves out what
is noise, and keeps the offset of every character that it copies.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence

from xiezuo.model import Line, Role, Span
from xiezuo.split.traditional import simplify

HAN = "〇㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, for use inside a character class."""

MARKS = "、。，：；！？（）《》〈〉“”‘’【】〔〕…—·"
"""Chinese punctuation, for use inside a character class."""

GONE = "\u200b"
"""Stands for every character that nobody sees (zero width, controls) after normalising."""

WIDE = "\u3000"
"""The ideographic space: an indent, or the gap between the cells of a row."""

BLANK = f" {WIDE}{GONE}"
"""Every blank that is left after normalising, beside the line break."""


def _translation() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for kept in "！（），：；？～":
        del table[ord(kept)]
    # Kangxi radicals and compatibility characters, which PDF fonts put in place of the real ones.
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    spaces = ["\t", "\xa0", "\u1680", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f"]
    breaks = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    hidden = [*range(0x09), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85), *range(0x86, 0xA0)]
    hidden += [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
    hidden += [0xFEFF, *range(0xFE00, 0xFE10)]
    table |= dict.fromkeys(map(ord, spaces), " ") | dict.fromkeys(map(ord, breaks), "\n")
    table |= dict.fromkeys(hidden, GONE)
    # U+E5E5 is what GB18030 files of newspaper systems hold for the ideographic space.
    same = {
        "\ue5e5": WIDE,
        "―─━": "—",
        "・‧•∙⋅･": "·",
        "〜": "～",
        "∶︰﹕": "：",
        "﹐": "，",
        "｡": "。",
    }
    same |= {"﹑､": "、", "﹔": "；", "﹖": "？", "﹗": "！", "﹙": "（", "﹚": "）", "「〝﹁": "“"}
    same |= {"」〞﹂": "”", "『﹃": "‘", "』﹄": "’"}
    return table | {ord(char): plain for chars, plain in same.items() for char in chars}


_TABLE = _translation()
_NEAR = f"[{HAN}{MARKS}]"
_HALF = re.compile(rf"[,:;()!?](?:(?<={_NEAR}.)|(?= ?{_NEAR})|(?<={_NEAR} .))")
_WHOLE = dict(zip(",:;()!?", "，：；（）！？", strict=True))
_STOP = re.compile(rf"(?<=[{HAN}])\.(?=\s|$|”)")
_STRAIGHT = re.compile(r'"([^"\n]{1,200})"')
_PINYIN = re.compile(r"（[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}）")


def normalise(text: str) -> str:
    """Replace characters one for one; the result is exactly as long as the text.

    Traditional becomes Simplified; digits and Latin letters half-width; punctuation next to
    Chinese full-width (not in 3,000 or 10:30); every space one of :data:`BLANK`, every line break
    a newline; 「」 and straight quotes become “”.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    text = simplify(text.translate(_TABLE))
    text = _HALF.sub(lambda match: _WHOLE[match[0]], text)
    text = _STOP.sub("。", text)
    if '"' in text:
        text = _STRAIGHT.sub(r"“\1”", text)
    return text


_TIGHT = frozenset("、。，：；！？…")
_BRACKETS = frozenset("（）《》〈〉“”‘’【】〔〕")
_COUNTED = frozenset("年月日时点分个名人万亿元家项批期场户亩对所村次吨%届多余")
_GAP = re.compile(f"[{BLANK}]+")
_GAP_OR_PINYIN = re.compile(f"[{BLANK}]+|{_PINYIN.pattern}")
_LEFT = re.compile(f"[{HAN}]*$")
_RIGHT = re.compile(f"[{HAN}]*")
_PROSE = re.compile(r"[，。；！？]")
_WORD = re.compile(r"[!-~]")
_BLANKS = frozenset(BLANK + "\n")


class Writer:
    """Copies lines of a normalised text into the clean text of one article."""

    def __init__(self, text: str) -> None:
        """``text`` is the normalised document."""
        self._text = text
        self._noise = _GAP_OR_PINYIN if _PINYIN.search(text) else _GAP
        self._parts: list[str] = []
        self._length = 0
        self._end = 0
        self.offsets = array("I")
        self.lines: list[Line] = []

    def write(self, pieces: Sequence[Span], role: Role) -> None:
        """Append one line: the pieces (document offsets) in a row, blanks decided by ``role``.

        Two lines must have a blank between them in the document; it becomes the newline.
        """
        kept = list(self._kept(pieces, role))
        if not kept:
            return
        if self.lines:
            self._copy(Span(self._end, self._end + 1), "\n")
        start = self._length
        for span in kept:
            part = span.of(self._text)
            self._copy(span, " " if part in _BLANKS else part)
        self.lines.append(Line(Span(start, self._length), role))

    def text(self) -> str:
        """The clean text so far."""
        return "".join(self._parts)

    def _copy(self, span: Span, part: str) -> None:
        self._parts.append(part)
        self.offsets.extend(range(span.start, span.end))
        self._length += len(part)
        self._end = span.end

    def _kept(self, pieces: Sequence[Span], role: Role) -> Iterator[Span]:
        """The runs of a line that stay, in document offsets."""
        prose = role is Role.BODY and any(
            _PROSE.search(self._text, piece.start, piece.end) for piece in pieces
        )
        last: Span | None = None
        for piece in pieces:
            if last is not None and self._words_meet(last.end - 1, piece.start):
                yield Span(last.end, last.end + 1)
            at = piece.start
            for gap in self._noise.finditer(self._text, piece.start, piece.end):
                if gap.start() > at:
                    yield Span(at, gap.start())
                if keep := self._space(gap, piece, prose):
                    yield keep
                at = gap.end()
            if piece.end > at:
                yield Span(at, piece.end)
            last = piece

    def _words_meet(self, left: int, right: int) -> bool:
        """Whether two joined pieces would glue two Latin words or numbers together."""
        return bool(_WORD.match(self._text[left]) and _WORD.match(self._text[right]))

    def _space(self, gap: re.Match[str], piece: Span, prose: bool) -> Span | None:
        """The one blank of a gap that stays, or None."""
        if gap[0][0] == "（" or gap.start() == piece.start or gap.end() == piece.end:
            return None
        seen = [at for at in range(gap.start(), gap.end()) if self._text[at] != GONE]
        before, after = self._text[gap.start() - 1], self._text[gap.end()]
        if not seen or before in _TIGHT or after in _TIGHT:
            return None
        keep = Span(seen[0], seen[0] + 1)
        left, right = bool(_WORD.match(before)), bool(_WORD.match(after))
        if left and right:
            return keep
        if left and before.isdigit() and after in _COUNTED:
            return None
        if right and after.isdigit() and before in "年月第约超近":
            return None
        if prose and (left or right or before in _BRACKETS or after in _BRACKETS):
            return None
        wide = len(seen) > 1 or self._text[seen[0]] == WIDE
        return keep if self._separates(gap, piece, prose and not wide) else None

    def _separates(self, gap: re.Match[str], piece: Span, prose: bool) -> bool:
        """Whether a gap between Chinese characters parts two items (else it is noise)."""
        left = _LEFT.search(self._text, max(piece.start, gap.start() - 12), gap.start())
        right = _RIGHT.match(self._text, gap.end(), piece.end)
        before, after = len(left[0]) if left else 0, len(right[0]) if right else 0
        if before == after == 1:
            return False
        if not prose:
            return True
        return before > 1 and after > 1 and self._in_quotes(gap.start(), piece)

    def _in_quotes(self, at: int, piece: Span) -> bool:
        opening = self._text.rfind("“", piece.start, at)
        return opening >= 0 and self._text.find("”", opening, at) < 0
