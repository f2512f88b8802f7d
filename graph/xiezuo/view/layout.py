"""Where everything stands: computed here, so that the page runs no layout.

West is on the left, east on the right: recipients in the left half, supporters in the right,
each half in blocks of a province. Between the halves runs the lane in which the facts of a
partnership unfold, on two arcs around the middle of its edge. All sizes are canvas units; the
result depends on the model alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from xiezuo.view.measure import Box, box
from xiezuo.view.model import Node, ViewModel

LANE = 690
"""Width of the lane between west and east: an unfolded pair and room beside it."""

_OPEN_PAIRS = 8
"""With at most so many partnerships all of them have room to stand open."""

_FIRST_PICTURE = 90
"""So many facts at most are unfolded when the page opens."""

_ROW = 5  # space between two chips of an arc
_GAP = 26  # between two places
_STAGGER = 29.0  # half of a place's height and the gap
_MARGIN = 34  # between two provinces, and around an unfolded pair
_CLEAR = 20  # free height on either side of a pair's edge, half a place's
_INNER = (56, 84)  # half-axes of the free space around a pair's middle, grows with the arc

_Point = tuple[float, float]


@dataclass(slots=True)
class Layout:
    """Positions of the nodes: of places and pairs on the canvas, of others from their parent.

    ``chinese`` and ``english`` are the labels as drawn, ``boxes`` the room for the wider one.
    """

    boxes: list[Box]
    chinese: list[Box]
    english: list[Box | None]
    at: dict[int, _Point] = field(default_factory=dict)
    offset: dict[int, _Point] = field(default_factory=dict)
    open: list[int] = field(default_factory=list)


def arrange(model: ViewModel) -> Layout:
    """The positions of a model's nodes, and which pairs are unfolded in the first picture."""
    chinese = [box(node.label, node.kind) for node in model.nodes]
    english = [box(node.label_en, "english") if node.label_en else None for node in model.nodes]
    rooms = [_room(one, other) for one, other in zip(chinese, english, strict=True)]
    layout = Layout(rooms, chinese, english)
    children: dict[int, list[Node]] = defaultdict(list)
    for node in model.nodes:
        if node.parent is not None:
            children[node.parent].append(node)
    pairs = [node for node in model.nodes if node.kind == "pair"]
    facts = sum(len(children[pair.id]) for pair in pairs)
    if 0 < len(pairs) <= _OPEN_PAIRS and facts <= _FIRST_PICTURE:
        _open_rows(model, layout, pairs, children)
    else:
        _blocks(model, layout)
    for pair in pairs:
        (x1, y1), (x2, y2) = (layout.at[end] for end in _ends(model, pair))
        layout.at[pair.id] = ((x1 + x2) / 2, (y1 + y2) / 2)
        slope = (y2 - y1) / (x2 - x1) if abs(x2 - x1) > 1 else 99.0
        _petals(layout, children[pair.id], slope)
    layout.open = _unfolded(layout, pairs, children)
    return layout


def _room(chinese: Box, english: Box | None) -> Box:
    """Room for the label in both languages; the English one has one line."""
    if english is None or english.width <= chinese.width:
        return chinese
    return Box(chinese.lines, english.width, chinese.height)


def _ends(model: ViewModel, pair: Node) -> tuple[int, int]:
    assert pair.edge is not None
    edge = model.edges[pair.edge]
    return edge.source, edge.target


# --- few partnerships: every pair with room to stand open -----------------------------------


def _open_rows(
    model: ViewModel, layout: Layout, pairs: list[Node], children: dict[int, list[Node]]
) -> None:
    """Stacks the pairs; each supporter stands in the middle of its pairs."""
    nodes = model.nodes
    order = sorted(pairs, key=lambda pair: [_rank(nodes[end]) for end in _ends(model, pair)])
    middle: dict[int, float] = {}
    y = 0.0
    for pair in order:
        height = _height(layout, children[pair.id])
        middle[pair.id] = y + height / 2
        y += height
    wanted: dict[int, list[float]] = defaultdict(list)
    for pair in order:
        wanted[_ends(model, pair)[0]].append(middle[pair.id])
    supporters = {node: sum(ys) / len(ys) for node, ys in wanted.items()}
    recipients: dict[int, list[float]] = defaultdict(list)
    for pair in order:
        source, target = _ends(model, pair)
        if target not in supporters:
            recipients[target].append(2 * middle[pair.id] - supporters[source])
    lane = LANE + 2 * max(layout.boxes[end].width for p in pairs for end in _ends(model, p)) / 2
    _column(layout, supporters, lane / 2)
    _column(layout, {node: sum(ys) / len(ys) for node, ys in recipients.items()}, -lane / 2)
    _beside(model, layout)


def _height(layout: Layout, children: list[Node]) -> float:
    """The height of an unfolded pair: half of its chips on either side."""
    heights = [layout.boxes[child.id].height + _ROW for child in children]
    return max(sum(heights) / 2 * 1.12 + 90, 110.0) + _MARGIN


def _column(layout: Layout, wanted: dict[int, float], x: float) -> None:
    """Puts nodes on a vertical line, as near to the wanted heights as their boxes allow."""
    placed = sorted(wanted, key=lambda node: (wanted[node], node))
    if not placed:
        return
    ys: list[float] = []
    for node in placed:
        low = ys[-1] + _distance(layout, placed[len(ys) - 1], node) if ys else -1e9
        ys.append(max(wanted[node], low))
    shift = sum(y - wanted[node] for node, y in zip(placed, ys, strict=True)) / len(ys)
    for node, y in zip(placed, ys, strict=True):
        layout.at[node] = (x, y - shift)


def _distance(layout: Layout, first: int, second: int) -> float:
    return (layout.boxes[first].height + layout.boxes[second].height) / 2 + _GAP


def _beside(model: ViewModel, layout: Layout) -> None:
    """Places of no partnership, and whatever hangs on no place: next to their kin, or below."""
    rest: list[Node] = []
    for node in model.nodes:
        if node.id in layout.at or node.parent is not None or node.kind == "pair":
            continue
        kin = node.within if node.within in layout.at else _kin(model, layout, node)
        if kin is None:
            rest.append(node)
        else:
            layout.at[node.id] = _next_to(layout, kin, node)
    bottom = max((y for _, y in layout.at.values()), default=0.0) + 110
    for index, node in enumerate(rest):
        layout.at[node.id] = ((index % 5 - 2) * 240.0, bottom + index // 5 * 70)


def _next_to(layout: Layout, kin: int, node: Node) -> _Point:
    """The nearest free spot above, below or outside of a place, away from the middle first."""
    x, y = layout.at[kin]
    middle = sum(at[1] for at in layout.at.values()) / len(layout.at)
    away = -1 if y < middle else 1
    side = 1 if x > 0 else -1
    taken = [_rect(layout, other, at) for other, at in layout.at.items()]
    step = layout.boxes[kin].height + 14
    for column in range(50):
        for row in (1, 2, 3, -1, -2) if column == 0 else (0, 1, 2, 3, -1, -2):
            at = (x + side * column * 190, y + away * row * step)
            if not any(_overlap(_rect(layout, node.id, at), other) for other in taken):
                return at
    return (x, y + away * 50 * step)


def _kin(model: ViewModel, layout: Layout, node: Node) -> int | None:
    """A place of the same province that has a position."""
    same = (
        other.id
        for other in model.nodes
        if other.province and other.province == node.province and other.id in layout.at
    )
    return next(same, None)


# --- many partnerships: blocks of provinces --------------------------------------------------


def _blocks(model: ViewModel, layout: Layout) -> None:
    """Blocks of provinces, west and east of the lane, ordered to shorten the edges."""
    partners: dict[int, list[int]] = defaultdict(list)
    for edge in model.edges:
        if edge.kind == "partnership":
            partners[edge.source].append(edge.target)
            partners[edge.target].append(edge.source)
    east, west = _halves(model)
    rank: dict[int, float] = {}
    ordered = sorted(east.items(), key=lambda item: min(_rank(model.nodes[n]) for n in item[1]))
    for _ in range(4):  # barycentre sweeps; more change little
        rank.update(_ranks(ordered))
        ordered_west = _sweep(west, partners, rank)
        rank.update(_ranks(ordered_west))
        ordered = _sweep(east, partners, rank)
    height = _half_height(layout, [*east.values(), *west.values()])
    _half(layout, ordered, height, 1)
    _half(layout, ordered_west, height, -1)


def _halves(model: ViewModel) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The places of the east and of the west by province; others join their province."""
    east: dict[str, list[int]] = defaultdict(list)
    west: dict[str, list[int]] = defaultdict(list)
    others: list[Node] = []
    for node in sorted(model.nodes, key=_rank):
        if node.kind in ("supporter", "recipient"):
            (east if node.kind == "supporter" else west)[node.province].append(node.id)
        elif node.parent is None and node.kind != "pair":
            others.append(node)
    for node in others:
        (east if node.province in east else west)[node.province].append(node.id)
    return dict(east), dict(west)


def _ranks(blocks: list[tuple[str, list[int]]]) -> dict[int, float]:
    nodes = [node for _, block in blocks for node in block]
    return {node: index / len(nodes) for index, node in enumerate(nodes)}


def _sweep(
    blocks: dict[str, list[int]], partners: dict[int, list[int]], rank: dict[int, float]
) -> list[tuple[str, list[int]]]:
    """The blocks and the nodes in them in the order of their partners on the other side."""

    def key(node: int) -> float:
        ranks = [rank[other] for other in partners[node] if other in rank]
        return sum(ranks) / len(ranks) if ranks else 1.0

    inner = {name: sorted(nodes, key=lambda n: (key(n), n)) for name, nodes in blocks.items()}
    return sorted(inner.items(), key=lambda b: (sum(key(n) for n in b[1]) / len(b[1]), b[0]))


def _half_height(layout: Layout, blocks: list[list[int]]) -> float:
    """A height at which the whole is about as wide as high, as is the room between the panels."""
    cells = sum(
        (layout.boxes[node].width + _GAP) * (layout.boxes[node].height + _GAP)
        for block in blocks
        for node in block
    )
    height = 400.0
    while 2 * cells * 0.7 / height + LANE > 1.1 * height:
        height *= 1.1
    return height


def _half(layout: Layout, blocks: list[tuple[str, list[int]]], height: float, side: int) -> None:
    """Fills columns of blocks from the lane outwards, each column centred."""
    x = LANE / 2
    column: list[int] = []
    gaps: set[int] = set()
    y = 0.0
    shift = 0.0
    for _, nodes in [*blocks, ("", [])]:
        start = len(column)
        for node in nodes:
            if y > height and column:
                x += _close(layout, column, gaps, (x, shift), side)
                column, gaps, y = [], set(), 0.0
                # Every second column stands half a row lower: lines pass between its neighbours.
                shift = _STAGGER - shift
            if len(column) == start and column:
                gaps.add(len(column))
                y += 2 * _STAGGER
            column.append(node)
            y += layout.boxes[node].height + _GAP
        start = len(column)
    if column:
        _close(layout, column, gaps, (x, shift), side)


def _close(layout: Layout, column: list[int], gaps: set[int], at: _Point, side: int) -> float:
    """Sets a column of places, with an empty row between provinces; returns its width."""
    x, shift = at
    width = max(layout.boxes[node].width for node in column)
    ys: list[float] = []
    for index, node in enumerate(column):
        step = _distance(layout, column[index - 1], node) if index else 0.0
        ys.append((ys[-1] if ys else 0.0) + step + (2 * _STAGGER if index in gaps else 0.0))
    middle = round(ys[-1] / (4 * _STAGGER)) * 2 * _STAGGER  # in whole rows, as in other columns
    for node, y in zip(column, ys, strict=True):
        layout.at[node] = (side * (x + width / 2), y - middle + shift)
    return width + _MARGIN


# --- what unfolds from a pair -----------------------------------------------------------------


def _petals(layout: Layout, children: list[Node], slope: float) -> None:
    """Puts a pair's facts on two arcs, left and right, off the line of the edge itself."""
    order = sorted(children, key=lambda child: (_KIND_ORDER.index(child.kind), child.id))
    total = sum(layout.boxes[child.id].height + _ROW for child in order)
    right: list[Node] = []
    used = 0.0
    while order and used < total / 2:
        used += layout.boxes[order[0].id].height + _ROW
        right.append(order.pop(0))
    _arc(layout, right, 1, slope)
    _arc(layout, order, -1, slope)


_KIND_ORDER = (
    *("signing", "meeting", "visit", "agreement", "secondment", "indicator", "domain"),
    *("person", "organization"),
)


def _arc(layout: Layout, chips: list[Node], side: int, slope: float) -> None:
    """One arc from top to bottom; chips on the edge's line move on to the next free height."""
    boxes = [layout.boxes[chip.id] for chip in chips]
    reach = sum(b.height + _ROW for b in boxes) / 2 + 40
    y = -reach + 40 * (1 - min(1.0, abs(slope)))
    rows: list[float] = []
    for b in boxes:
        y += b.height / 2
        inner = _inner(y, reach)
        while _crosses(slope, side, (inner, inner + b.width), (y - b.height / 2, y + b.height / 2)):
            y += 4
            inner = _inner(y, reach)
        rows.append(y)
        y += b.height / 2 + _ROW
    shift = 0.0 if not rows else -(rows[0] + rows[-1]) / 2 if abs(slope) > 90 else 0.0
    for chip, b, row in zip(chips, boxes, rows, strict=True):
        x = _inner(row, reach) + b.width / 2
        layout.offset[chip.id] = (side * x, row + shift)


def _inner(y: float, reach: float) -> float:
    """How far an arc's inner edge stands from the middle, at a height."""
    bend: float = max(0.0, 1 - (y / (reach * 1.15)) ** 2) ** 0.5
    return _INNER[0] + _INNER[1] * bend


def _crosses(slope: float, side: int, xs: _Point, ys: _Point) -> bool:
    """Whether the edge's line, or its arrow, would run through a box."""
    ends = sorted(slope * side * x for x in xs)
    return ends[0] - _CLEAR < ys[1] and ends[1] + _CLEAR > ys[0]


# --- the first picture -------------------------------------------------------------------------


def _unfolded(layout: Layout, pairs: list[Node], children: dict[int, list[Node]]) -> list[int]:
    """The pairs that are open at first: as many as cover neither each other nor a place."""
    roots = [_rect(layout, node, at) for node, at in layout.at.items()]
    taken: list[tuple[float, float, float, float]] = []
    opened: list[int] = []
    count = 0
    for pair in sorted(pairs, key=lambda pair: (-len(children[pair.id]), pair.id)):
        chips = children[pair.id]
        if not chips or count + len(chips) > _FIRST_PICTURE or len(pairs) > _OPEN_PAIRS:
            continue
        x, y = layout.at[pair.id]
        rects = [
            _rect(layout, chip.id, (x + dx, y + dy))
            for chip in chips
            for dx, dy in [layout.offset[chip.id]]
        ]
        if any(_overlap(a, b) for a in rects for b in [*taken, *roots]):
            continue
        taken.extend(rects)
        opened.append(pair.id)
        count += len(chips)
    return sorted(opened)


def _rect(layout: Layout, node: int, at: _Point) -> tuple[float, float, float, float]:
    b = layout.boxes[node]
    return (at[0] - b.width / 2, at[1] - b.height / 2, at[0] + b.width / 2, at[1] + b.height / 2)


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _rank(node: Node) -> tuple[str, str]:
    """Places in the order of their province and division code, which the IRI ends in."""
    return (node.province, node.iri)
