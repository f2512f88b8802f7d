"""Copies lines of a normalised document into the clean text of an article, with offsets."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence

from xiezuo.model import Line, Role, Span
from xiezuo.split.blanks import GAP, GAP_OR_PINYIN, is_prose, meant
from xiezuo.split.clean import BLANK, has_pinyin

_WORD = re.compile(r"[!-~]")
_BLANKS = frozenset(BLANK + "\n")


class Writer:
    """Copies lines of a normalised text into the clean text of one article."""

    def __init__(self, text: str) -> None:
        """``text`` is the normalised document."""
        self._text = text
        self._noise = GAP_OR_PINYIN if has_pinyin(text) else GAP
        self._parts: list[str] = []
        self._length = 0
        self.offsets = array("I")
        self.lines: list[Line] = []

    def write(self, pieces: Sequence[Span], role: Role) -> None:
        """Append one line: the pieces (document offsets) in a row, blanks decided by ``role``.

        A line but the first must have a blank before it in the document: that becomes the newline.
        """
        kept = list(self._kept(pieces, role is Role.BODY and is_prose(self._text, pieces)))
        if not kept:
            return
        if self.lines:
            self._copy(Span(pieces[0].start - 1, pieces[0].start), "\n")
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

    def _kept(self, pieces: Sequence[Span], prose: bool) -> Iterator[Span]:
        """The runs of a line that stay, in document offsets."""
        last: Span | None = None
        for piece in pieces:
            if last is not None and self._words_meet(last.end - 1, piece.start):
                yield Span(last.end, last.end + 1)
            at = piece.start
            for gap in self._noise.finditer(self._text, piece.start, piece.end):
                if gap.start() > at:
                    yield Span(at, gap.start())
                if keep := meant(self._text, piece, gap, prose):
                    yield keep
                at = gap.end()
            if piece.end > at:
                yield Span(at, piece.end)
            last = piece

    def _words_meet(self, left: int, right: int) -> bool:
        """Whether two joined pieces would glue two Latin words or numbers together."""
        return bool(_WORD.match(self._text[left]) and _WORD.match(self._text[right]))
