"""Reading order of a page: columns from left to right, and blocks from top to bottom.

The method is the recursive XY cut (Nagy and Seth 1984): a region is cut at the vertical gaps that
go through it; where there is none, at its widest horizontal gap, or below what spans the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

GUTTER = 0.7
"""The narrowest gap between columns, in heights of a line; Chinese papers set one character."""

WORD = 2.2
"""The widest gap that a blank between two words of a headline makes, in its height."""

BLANK = 0.15
"""The narrowest gap, in heights, that a blank makes; twice that is one even where none is drawn."""

COLUMN = 8.0
"""Where at most one column is this wide, in heights of a line, they are those of a table, which is
read row by row; papers set 10 characters and more in a column."""

WIDER = 1.6
"""A gap between lines so many times the usual one parts blocks."""

INDENT = (1.2, 4.0)
"""A line that begins so far right of its block's edge, in heights, begins a paragraph; one that
begins further right is centred or a fragment."""

HEADS = 4
"""The most lines above columns: shoulder, headline, subhead, byline."""

HIGHER = 1.3
"""Lines whose heights differ by this factor are in blocks of their own: a headline and its text."""

_MARKS = frozenset("、。，：；！？（）《》“”‘’")
"""Characters that fill half of their place, so that a gap beside them is wider."""

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A run of text on a page; points, the origin at the bottom left."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """The height of its characters."""
        return self.top - self.bottom

    @property
    def across(self) -> Range:
        """Where it stands from left to right."""
        return self.left, self.right

    @property
    def down(self) -> Range:
        """Where it stands from top to bottom."""
        return -self.top, -self.bottom


def runs(characters: Iterable[Box]) -> list[Box]:
    """Characters that are drawn one after the other on one line, put together.

    What is drawn twice at one place, to look bold, is there once. A blank parts two words where
    one is drawn or where the gap is as wide as one.
    """
    found: list[Box] = []
    blank = False
    for box in characters:
        if not box.text.strip():
            blank = True
            continue
        last = found[-1] if found else None
        if last is not None and _on_line(last, box):
            gap, size = box.left - last.right, max(last.height, box.height)
            if last.text[-1] == box.text and gap < -0.7 * (box.right - box.left):
                continue
            marked = box.text in _MARKS or last.text[-1] in _MARKS
            if -size / 2 < gap < (WORD if blank else GUTTER + marked / 2) * size:
                wide = gap > (BLANK if blank else 2 * BLANK) * size
                found[-1] = _joined(last, box, " " if wide and (blank or not marked) else "")
                blank = False
                continue
        found.append(box)
        blank = False
    return found


def _on_line(first: Box, second: Box) -> bool:
    """Whether two boxes stand at one height."""
    shared = min(first.top, second.top) - max(first.bottom, second.bottom)
    return shared > min(first.height, second.height) / 2


def in_reading_order(boxes: Sequence[Box]) -> str:
    """The text of a page, one line of the layout a line, an empty line between blocks.

    A line that begins a paragraph gets its indent back as two ideographic spaces; the cells of a
    table's row are parted by tabs.
    """
    if not boxes:
        return ""
    unit = median(box.height for box in boxes) or 1.0
    blocks = _cut(_lines(boxes), unit)
    return "\n\n".join("\n".join(_indented(block, unit)) for block in blocks)


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """Runs that stand next to each other on one line, put together; doubles left out."""
    lines: list[Box] = []
    for box in sorted(boxes, key=lambda box: (-box.top, box.left)):
        for index in range(len(lines) - 1, max(-1, len(lines) - 40), -1):
            line = lines[index]
            if not _on_line(line, box):
                continue
            first, second = sorted((line, box), key=lambda part: part.left)
            gap, size = second.left - first.right, min(line.height, box.height)
            if line.text == box.text and gap < -0.7 * (box.right - box.left):
                break
            if -size / 2 < gap < GUTTER * size:
                lines[index] = _joined(first, second, " " if gap > 2 * BLANK * size else "")
                break
        else:
            lines.append(box)
    return lines


def _joined(first: Box, second: Box, between: str) -> Box:
    return Box(
        first.left,
        min(first.bottom, second.bottom),
        max(first.right, second.right),
        max(first.top, second.top),
        first.text + between + second.text,
    )


def _cut(lines: list[Box], unit: float) -> Iterator[list[Box]]:
    """The blocks of a region, in reading order; an empty one between articles."""
    for look in (_headed, _articles, _columns, _bands):
        parts = look(lines, unit)
        if len(parts) > 1:
            for number, part in enumerate(parts):
                if number and look is _articles:
                    yield []
                yield from _cut(part, unit)
            return
    yield from _by_height(_rows(lines, unit))


def _articles(lines: list[Box], unit: float) -> list[list[Box]]:
    """A region cut from left to right at the gaps between articles, wider than any in a column."""
    gaps = _gaps([line.down for line in lines])
    if len(gaps) < 3 or max(gaps) < max(unit, 2 * WIDER * median(gaps)):
        return []
    return _parted(lines, [line.down for line in lines], max(gaps))


def _headed(lines: list[Box], unit: float) -> list[list[Box]]:
    """Lines above columns that belong to none of them (a byline in the middle), and the rest."""
    ordered = sorted(lines, key=lambda line: -line.top)
    best: list[list[Box]] = []
    for count in range(1, min(HEADS, len(lines) - 2) + 1):
        head, rest = ordered[count - 1], ordered[count:]
        if rest[0].top > head.bottom:
            break
        columns = _columns(rest, unit)
        if columns and not any(_is_in(head, column, unit) for column in columns):
            best = [*([line] for line in ordered[:count]), rest]
    return best


def _is_in(line: Box, column: list[Box], unit: float) -> bool:
    """Whether a line above a column is its first: it begins at its edge and is no wider."""
    edge = line.left - min(other.left for other in column)
    wider = line.right - max(other.right for other in column)
    return -unit < edge < (INDENT[0] + 2) * unit and wider < unit


def _columns(lines: list[Box], unit: float) -> list[list[Box]]:
    """The columns of running text in a region; none where it has only one, or is a table."""
    columns = _parted(lines, [line.across for line in lines], GUTTER * unit)
    if len(columns) < 2:
        return []
    widths = sorted(median(line.right - line.left for line in column) for column in columns)
    return columns if widths[-2] >= COLUMN * unit else []


def _bands(lines: list[Box], unit: float) -> list[list[Box]]:
    """A region cut from left to right, where that shows its blocks or columns."""
    gaps = _gaps([line.down for line in lines])
    if not gaps:
        return []
    widest = max(gaps)
    if len(gaps) > 1 and widest > WIDER * max(median(gaps), unit / 4):
        return _parted(lines, [line.down for line in lines], widest)
    ordered = sorted(lines, key=lambda line: -line.top)
    reach = ordered[0].bottom
    for index in range(1, len(ordered)):
        if ordered[index].top <= reach:
            above, below = ordered[:index], ordered[index:]
            if _columns(above, unit) or _columns(below, unit):
                return [above, below]
        reach = min(reach, ordered[index].bottom)
    return []


def _parted(lines: list[Box], ranges: Sequence[Range], least: float) -> list[list[Box]]:
    """The lines in groups with a gap of at least ``least`` between their ranges."""
    order = sorted(range(len(lines)), key=lambda index: ranges[index])
    groups: list[list[Box]] = []
    end = 0.0
    for index in order:
        if not groups or ranges[index][0] - end >= least:
            groups.append([])
            end = ranges[index][1]
        groups[-1].append(lines[index])
        end = max(end, ranges[index][1])
    return groups


def _gaps(ranges: Sequence[Range]) -> list[float]:
    """The empty stretches between ranges."""
    gaps: list[float] = []
    ordered = sorted(ranges)
    end = ordered[0][1]
    for start, stop in ordered[1:]:
        if start > end:
            gaps.append(start - end)
        end = max(end, stop)
    return gaps


def _rows(lines: list[Box], unit: float) -> list[Box]:
    """A block's lines from the top, the cells of a table's row in one."""
    rows: list[Box] = []
    for line in sorted(lines, key=lambda line: (-round(line.bottom / (unit / 2)), line.left)):
        last = rows[-1] if rows else None
        if last and min(last.top, line.top) - max(last.bottom, line.bottom) > unit / 2:
            rows[-1] = _joined(last, line, "" if line.text[0] in _MARKS else "\t")
        else:
            rows.append(line)
    return rows


def _by_height(rows: list[Box]) -> Iterator[list[Box]]:
    """A block cut where headline and text meet."""
    block: list[Box] = []
    for row in rows:
        if block:
            low, high = sorted((block[-1].height, row.height))
            if high > HIGHER * low and not row.text.isascii() and not block[-1].text.isascii():
                yield block
                block = []
        block.append(row)
    yield block


def _indented(block: list[Box], unit: float) -> Iterator[str]:
    edge = min((row.left for row in block), default=0.0)
    for row in block:
        begins = INDENT[0] * unit <= row.left - edge <= INDENT[1] * unit
        yield f"\u3000\u3000{row.text}" if begins else row.text
