"""Copies lines of a normalised document into the clean text of an article, with offsets."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from xiezuo.model import Line, Role, Span
from xiezuo.split.blanks import GAP, GAP_OR_PINYIN, is_prose, meant
from xiezuo.split.clean import BLANK

_BLANKS = frozenset(BLANK + "\n")


_COUNT = array("I", range(1 << 16))
"""0, 1, 2 …: slices of it are copied many times faster than counted out."""


_BODY = Role.BODY


def offsets(runs: Iterable[tuple[int, int]]) -> Sequence[int]:
    """All the offsets of runs of characters."""
    found = array("I")
    for start, end in runs:
        found.extend(_COUNT[start:end] if end <= len(_COUNT) else range(start, end))
    return found


class Writer:
    """Copies lines of a normalised text into the clean text of one article."""

    def __init__(self, text: str, noisy: bool) -> None:
        """``text`` is the normalised document; ``noisy`` tells that it is full of readings."""
        self._text = text
        self._noise = GAP_OR_PINYIN if noisy else GAP
        self._parts: list[str] = []
        self._length = 0
        self.runs: list[tuple[int, int]] = []
        """The runs of the document's characters that the text is made of."""
        self.lines: list[Line] = []

    def write(self, pieces: Sequence[Span], role: Role) -> None:
        """Append one line: the pieces (document offsets) in a row, blanks decided by ``role``.

        A line but the first must have a blank before it in the document: that becomes the newline.
        """
        first, last = pieces[0], pieces[-1]
        if first is last and not self._noise.search(self._text, first.start, first.end):
            kept = [(first.start, first.end)]
        else:
            kept = self._kept(pieces, role is _BODY and is_prose(self._text, pieces))
        if not kept:
            return
        if self.lines:
            self._parts.append("\n")
            self.runs.append((first.start - 1, first.start))
            self._length += 1
        start, text = self._length, self._text
        self.runs += kept
        for at, end in kept:
            part = text[at:end]
            self._parts.append(" " if part in _BLANKS else part)
            self._length += end - at
        self.lines.append(Line(Span(start, self._length), role))

    def text(self) -> str:
        """The clean text so far."""
        return "".join(self._parts)

    def _kept(self, pieces: Sequence[Span], prose: bool) -> list[tuple[int, int]]:
        """The runs of a line that stay, in document offsets."""
        kept: list[tuple[int, int]] = []
        last = -1
        for piece in pieces:
            if last >= 0 and self._words_meet(last - 1, piece.start):
                kept.append((last, last + 1))
            at = piece.start
            for gap in self._noise.finditer(self._text, at, piece.end):
                if gap.start() > at:
                    kept.append((at, gap.start()))
                keep = meant(self._text, piece, gap, prose)
                if keep is not None:
                    kept.append((keep, keep + 1))
                at = gap.end()
            if piece.end > at:
                kept.append((at, piece.end))
            last = piece.end
        return kept

    def _words_meet(self, left: int, right: int) -> bool:
        """Whether two joined pieces would glue two Latin words or numbers together."""
        return self._text[left].isascii() and self._text[right].isascii()
