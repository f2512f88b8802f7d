"""Rosters: who is paired with whom, row by row, or each cell of a table on a line of its own.

The strict rows of :data:`xiezuo.extract.frames.TABLE` name places and nothing else. Three and
more rows together may hold remarks, counts and farms as well, for the others tell what each is:
``1、甲省：乙县、丙县、农一师。（丁地区，乙县为重点）``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezuo.extract.direction import supports
from xiezuo.extract.frames import TABLE
from xiezuo.extract.grammar import MARKS, Rule
from xiezuo.extract.links import Hint, Linker
from xiezuo.extract.scene import Scene
from xiezuo.model import Level, Place, PlaceMention
from xiezuo.values import replace

_PLACE = MARKS[PlaceMention]
_LEAST = 3
"""So many rows, or supporters with cells of their own, make a roster."""
_NEAR = 3
"""Rows stand no more than so many lines apart."""
_BEFORE, _AFTER = 400, 120
"""Within so many marked characters around a roster a word must say what it lists."""
_WEIGHT = 3.0
_COUPLED = 2.0

_JOIN = (
    "(?:[与和同跟帮助扶配]|牵着|联系|携手|联手|牵手|联合|对接|结对|帮扶|支援|依托|借力|引进|引入)"
)
_COUPLE = f"{_PLACE}{_JOIN}{_PLACE}"
COUPLES = Rule(
    "partnership.couples",
    f"{_COUPLE}(?:[^。！？\n{_PLACE}]{{1,40}}?{_COUPLE})+(?![^，。；！？\n]{{0,6}}友好)",
    0.85,
    examples=(
        "东西部协作结硕果，青川县联手萧山区种茶，旺苍县携手西湖区养蚕，苍溪县与余杭区共建园区。",
        "东西部协作推进会召开。会上，萧山区与青川县、西湖区与旺苍县交流了经验。",
    ),
    counterexamples=("东西部协作会议上，萧山区与西湖区、青川县与旺苍县交流了经验。",),
)
RULES = (COUPLES,)

_CUE = re.compile("对口|结对|帮扶|支援|协作|受援|援建|援[疆藏青]")
_OTHER = re.compile("列车|航班|航线|班次|时刻表|赛程|联赛|比分|主场|票价|对阵")
"""Words of lists of other things."""
_BULLET = "(?:[●○■◆▪★·•*] ?|[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．]? ?)?"
_TOLD = "（[^（）\n]*）"
_LIST = f"{_PLACE}(?:{_TOLD})?(?:[、和及]{_PLACE}(?:{_TOLD})?)*"
_FILLER = (
    f"[、，；。,;. ]|{_TOLD}|[和及与]|以及|等|的|州直|所辖|兵团|团场|受灾|严重|灾区|库区|藏区|地区"
    "|[0-9一二三四五六七八九十两]{1,3}个?(?:[县市区旗团]|县市|县区|区县)|全部|全境"
    "|(?<=[、，；：])[一-鿿]{2,10}(?=[、，；。（]|$)"
)
"""What may stand among the recipients of a row: also a name that is not known."""
_ROW = re.compile(
    f"{_BULLET}(?P<left>{_LIST}) *(?:[：:|｜\t]|——?|--?|–|－|(?:对口|结对)(?:支援|帮扶)?| +) *"
    f"(?P<right>(?:{_PLACE}|{_FILLER})+)$"
)
_START = re.compile(f"\n *{_BULLET}{_PLACE}")
"""Where a line begins like a row or a cell; few texts have several such lines."""
_CELL = re.compile(f" *{_BULLET}{_LIST} *")
_NUMBER = re.compile("[ 0-9]{0,5}[、.]?")


@dataclass(frozen=True, slots=True)
class _Row:
    """The places of a row left and right of its mark, and where it stands in the marked text."""

    left: tuple[Place, ...]
    right: tuple[Place, ...]
    line: int
    start: int
    end: int

    def pairs(self) -> list[tuple[Place, Place]]:
        return [(one, other) for one in self.left for other in self.right]


_COUPLES = re.compile(_COUPLE)


def rosters(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """What the rosters of an article pair."""
    text = scene.marked.text
    if len(_START.findall(text)) < _LEAST:
        return
    for found in (*_listed(scene), *_in_cells(scene)):
        start, end = found[0].start, found[-1].end
        if not _CUE.search(text, max(0, start - _BEFORE), end + _AFTER) or lists_others(
            text, start, end
        ):
            continue
        for row in found:
            trigger = scene.marked.span(row.start, row.end)
            if scene.is_body(trigger.start):
                for one, other in row.pairs():
                    yield from linker.link(one, other, TABLE, trigger, _WEIGHT)


def coupled(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """Couples of one sentence, one after the other, each of a giver and a taker in one order."""
    for match in scene.marked.matches(RULES):
        text = match.marked.text
        if not scene.is_body(match.span.start) or lists_others(text, *match.found.span()):
            continue
        couples = [
            _places(scene, *found.span()) for found in _COUPLES.finditer(text, *match.found.span())
        ]
        named = [place for couple in couples for place in couple]
        whole = any(place.level is Level.PROVINCE for place in named)
        if whole or len({*named}) < len(named) or len(named) != 2 * len(couples):
            continue
        ahead = {supports(one, other) for one, other in couples}
        if len(ahead) == 1 and all(supports(*(c if True in ahead else c[::-1])) for c in couples):
            for one, other in couples:
                for hint in linker.link(one, other, COUPLES, match.span, _COUPLED):
                    yield replace(hint, weight=_COUPLED)


def lists_others(text: str, start: int, end: int) -> bool:
    """Whether the words around a stretch of marked text say that it lists trains or matches."""
    return _OTHER.search(text, max(0, start - _BEFORE), end + _AFTER) is not None


def _lines(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """The number of each line of the marked text, where it starts and where it ends."""
    start = 0
    for number, line in enumerate(scene.marked.text.split("\n")):
        yield number, start, start + len(line)
        start += len(line) + 1


def _listed(scene: Scene) -> Iterator[list[_Row]]:
    """Rows that stand together, all with the supporter on one side."""
    found: list[_Row] = []
    side: bool | None = None
    for number, start, end in _lines(scene):
        match = _ROW.match(scene.marked.text, start, end)
        if match is None:
            continue
        left = _places(scene, *match.span("left"))
        right = _places(scene, *match.span("right"))
        row = _Row(left, right, number, start, end)
        ahead = _is_ahead(row)
        if ahead is None:
            continue
        if found and (ahead is not side or number - found[-1].line > _NEAR):
            if len(found) >= _LEAST:
                yield found
            found = []
        side = ahead
        found.append(row)
    if len(found) >= _LEAST:
        yield found


def _is_ahead(row: _Row) -> bool | None:
    """Whether the supporters of a row stand left; None where no side supports the other."""
    pairs = row.pairs()
    if not pairs:
        return None
    if all(supports(one, other) for one, other in pairs):
        return True
    return False if all(supports(other, one) for one, other in pairs) else None


def _in_cells(scene: Scene) -> Iterator[list[_Row]]:
    """Supporters and, below each, those whom it supports, each on a line of its own."""
    text = scene.marked.text
    found: list[_Row] = []
    giver: tuple[Place, ...] = ()
    for number, start, end in _lines(scene):
        cell = _places(scene, start, end) if _CELL.fullmatch(text, start, end) else ()
        if cell and giver and _support(giver, cell):
            found.append(_Row(giver, cell, number, start, end))
        elif cell and (not found or _support(cell, found[-1].right)):
            giver = cell
        elif not _NUMBER.fullmatch(text, start, end):
            yield from _tables(found)
            found, giver = [], ()
    yield from _tables(found)


def _tables(rows: list[_Row]) -> Iterator[list[_Row]]:
    """The rows, if they are a table; lists of provinces are what menus hold."""
    givers = {row.left for row in rows}
    low = any(place.level is not Level.PROVINCE for row in rows for place in row.right)
    if len(givers) >= _LEAST and low:
        yield rows


def _support(givers: Sequence[Place], takers: Sequence[Place]) -> bool:
    return all(supports(giver, taker) for giver in givers for taker in takers)


def _places(scene: Scene, start: int, end: int) -> tuple[Place, ...]:
    """The places of a stretch of marked text.

    Of remarks in brackets only those that name the parts of the place before them.
    """
    text = scene.marked.text
    found: list[Place] = []
    depth = 0
    whole: Place | None = None
    for index in range(start, end):
        character = text[index]
        if character == "（":
            depth, whole = depth + 1, found[-1] if found and text[index - 1] == _PLACE else None
        elif character == "）":
            depth -= 1
        if character != _PLACE:
            continue
        mention = scene.marked.mention(index)
        place = mention.place if isinstance(mention, PlaceMention) else None
        if place is None or (depth and (whole is None or not place.within(whole))):
            continue
        if (
            found
            and place != found[-1]
            and place.within(found[-1])
            and _adjoins(text, index, depth)
        ):
            found.pop()  # 和田地区的和田市; 普洱市（宁洱县、江城县）
        found.append(place)
    return tuple(dict.fromkeys(found))


def _adjoins(text: str, index: int, depth: int) -> bool:
    """Whether a place stands right behind another that it lies in."""
    before = text[index - 1]
    return before == _PLACE or (before == "的" and text[index - 2] == _PLACE) or depth > 0


__all__ = ["RULES", "coupled", "lists_others", "rosters"]
