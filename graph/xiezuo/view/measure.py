"""How large a label is drawn, and on which lines: the same rule in Python and in the page.

Sizes are canvas units, at zoom 1 CSS pixels. A wide character (Chinese) takes one em, any
other 0.54 em, which is what running text in the fonts of the page's stack needs.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""Controls, line separators and bidi controls: they would break or reorder a label."""


@dataclass(frozen=True, slots=True)
class Style:
    """How nodes of a kind are set: sizes in canvas units, ``columns`` in em."""

    font: int
    columns: float
    rows: int
    glyph: int
    pad: int


PLACE_STYLE = Style(font=19, columns=9, rows=2, glyph=0, pad=16)
CHIP_STYLE = Style(font=15, columns=11, rows=2, glyph=18, pad=7)
ENGLISH_STYLE = Style(font=13, columns=17, rows=1, glyph=18, pad=7)
PAIR_STYLE = Style(font=13, columns=2, rows=1, glyph=0, pad=6)


@dataclass(frozen=True, slots=True)
class Box:
    """A label on its lines, with the size of the shape around it."""

    lines: tuple[str, ...]
    width: int
    height: int


def style_of(kind: str) -> Style:
    """The style of a kind of nodes; ``english`` for the English label of any of them."""
    if kind in ("supporter", "recipient", "place"):
        return PLACE_STYLE
    if kind == "english":
        return ENGLISH_STYLE
    return PAIR_STYLE if kind == "pair" else CHIP_STYLE


def clean(text: str) -> str:
    """A text without characters that are invisible or change the order of others."""
    return _HIDDEN.sub(" ", text).strip()


def em(text: str) -> float:
    """The width of a text in em."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.54 for c in text)


def box(text: str, kind: str) -> Box:
    """A label on at most the style's number of lines; what does not fit ends in an ellipsis."""
    style = style_of(kind)
    lines = _wrap(clean(text), style.columns, style.rows)
    widest = max((em(line) for line in lines), default=0.0)
    return Box(
        tuple(lines),
        round(widest * style.font + style.glyph + 2 * style.pad),
        round(len(lines) * style.font * 1.25 + 8),
    )


def _wrap(text: str, columns: float, rows: int) -> list[str]:
    lines: list[str] = []
    rest = text
    while rest:
        if len(lines) == rows - 1 and em(rest) > columns:
            lines.append(_cut(rest, columns - 1)[0].rstrip() + "…")
            break
        line, rest = _cut(rest, columns)
        lines.append(line.strip())
    return lines or [""]


def _cut(text: str, columns: float) -> tuple[str, str]:
    """As many characters as fit, without cutting a Latin word where a space is near."""
    width = 0.0
    for index, character in enumerate(text):
        width += em(character)
        if width > columns:
            space = text.rfind(" ", 0, index + 1)
            end = space if space > index // 2 else max(index, 1)
            return text[:end], text[end:].lstrip()
    return text, ""
