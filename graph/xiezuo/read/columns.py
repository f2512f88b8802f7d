"""Reading order of a page: columns from left to right, and blocks from top to bottom.

The method is the recursive XY cut (Nagy and Seth 1984): a region is cut at the vertical gaps that
go through it; where there is none, at its widest horizontal gap, or below what spans the columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

GUTTER = 0.7
"""The narrowest gap between columns, in heights of a line; Chinese papers set one character."""

COLUMN = 6.0
"""Columns narrower than this, in heights of a line, are those of a table: read row by row."""

WIDER = 1.6
"""A gap between lines so many times the usual one parts blocks."""

INDENT = (1.2, 4.0)
"""A line that begins so far right of its block's edge, in heights, begins a paragraph; one that
begins further right is centred or a fragment."""

HIGHER = 1.3
"""Lines whose heights differ by this factor are in blocks of their own: a headline and its text."""

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


def in_reading_order(boxes: Sequence[Box]) -> str:
    """The text of a page, one line of the layout a line, an empty line between blocks.

    A line that begins a paragraph gets its indent back as two ideographic spaces; the cells of a
    table's row are parted by tabs.
    """
    if not boxes:
        return ""
    unit = median(box.height for box in boxes) or 1.0
    blocks = _cut(_lines(boxes, unit), unit)
    return "\n\n".join("\n".join(_indented(block, unit)) for block in blocks)


def _lines(boxes: Sequence[Box], unit: float) -> list[Box]:
    """Runs that stand next to each other at one height, put together."""
    lines: list[Box] = []
    for box in sorted(boxes, key=lambda box: (-box.top, box.left)):
        for index in range(len(lines) - 1, max(-1, len(lines) - 40), -1):
            line = lines[index]
            shared = min(line.top, box.top) - max(line.bottom, box.bottom)
            first, second = sorted((line, box), key=lambda part: part.left)
            gap = second.left - first.right
            if shared > min(line.height, box.height) / 2 and -unit / 2 < gap < GUTTER * unit:
                lines[index] = _joined(first, second, " " if gap > unit / 4 else "")
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
    """The blocks of a region, in reading order."""
    parts = _columns(lines, unit) or _bands(lines, unit)
    if len(parts) > 1:
        for part in parts:
            yield from _cut(part, unit)
    else:
        yield from _by_height(_rows(lines, unit))


def _columns(lines: list[Box], unit: float) -> list[list[Box]]:
    """The columns of running text in a region; none where it has only one, or is a table."""
    columns = _parted(lines, [line.across for line in lines], GUTTER * unit)
    if len(columns) < 2:
        return []
    widths = [median(line.right - line.left for line in column) for column in columns]
    return columns if min(widths) >= COLUMN * unit else []


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
            rows[-1] = _joined(last, line, "\t")
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
    edge = min(row.left for row in block)
    for row in block:
        begins = INDENT[0] * unit <= row.left - edge <= INDENT[1] * unit
        yield f"\u3000\u3000{row.text}" if begins else row.text
