"""Partners that change, and the years that a text gives a partnership."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from xiezuo.extract.direction import directed, supports
from xiezuo.extract.frames import ADJUSTED, DROPPED, HANDED, TURNED
from xiezuo.extract.grammar import MARKS, Match, Rule, template
from xiezuo.extract.links import Hint, Linker, places
from xiezuo.extract.scene import Scene
from xiezuo.model import DateMention, Place, PlaceMention
from xiezuo.values import replace

_WEIGHT = 2.0
"""What it is worth that a text says outright who takes over from whom."""

_NEAR = f"[^。；！？\n，、个{MARKS[PlaceMention]}]"
FORMER = Rule(
    "partnership.former",
    "{new:place}[^，。；\n]{0,4}?[“‘]?(?:接棒|接替|接力)[”’]?{old:place}(?![^。；！？\n]*？)",
    0.8,
    examples=(
        "佛山市“接棒”杭州市，结对帮扶黔东南州。广东省佛山市和贵州省黔东南州开展东西部协作。",
    ),
    counterexamples=("佛山市“接棒”杭州市？不。佛山市和贵州省黔东南州开展东西部协作。",),
    needs=("接棒", "接替", "接力"),
)
MOVED = Rule(
    "partnership.moved",
    f"{{one:place}}{_NEAR}{{0,6}}?(?:援{{place}}|对口|帮扶|支援|协作|结对){_NEAR}{{0,10}}?[由从](?:“[^”\n]{{1,8}}”)?{{old:places}}{_NEAR}{{0,4}}?"
    "(?:调整|变更|更换|转移?|改)(?:到|至|为|成)了?(?:“[^”\n]{1,8}”)?{new:places}",
    0.9,
    examples=("从2016年起，福建省对口援藏工作从“西藏江南”林芝市调整到昌都市。",),
    counterexamples=("福建省对口援藏工作从林芝市的学校扩展到医院，昌都市派人学习。",),
    needs=("调整", "变更", "更换", "转", "改"),
)
REASSIGNED = Rule(
    "partnership.reassigned",
    f"(?:原|原来|此前|曾)(?:对口|结对)*(?:帮扶|支援|协作){{old:places}}的{{givers:places}}(?:[两三四五六0-9]个?)?[省市县区]?"
    f"{_NEAR}{{0,4}}?(?:调整|变更|更换|转|改)(?:为|到|至|成)?{_NEAR}{{0,4}}?(?:对口|结对)*(?:帮扶|支援|协作){{new:places}}",
    0.95,
    examples=("上级将原对口支援广元市的上城、拱墅两区调整为重点对口帮扶阿坝县、红原县。",),
    counterexamples=("原对口支援广元市的上城区党校调整为学院，对口帮扶工作照常。",),
    needs=("调整", "变更", "更换", "转", "改"),
)
RULES = (FORMER, MOVED, REASSIGNED)

_CLAUSE = "[^。；！？\n]"
_SINCE_BEFORE = template(
    "(?:(?:自|从|早在){date}(?:起|以来|开始)?|{date}[^，。；！？\n]{0,4}，?(?:党?中央|国家|国务院)"
    "(?:确定|决定|明确|安排)由?)(?:[^。；！？\n]{0,16}以来)?[，,]?[^。；！？，\n]{0,4}$"
)
_BEGINNING = re.compile("建立|确立|结成|结为|缔结|开始|结对|签[订署]|成了|[调改]")
_SINCE = template(f"(?:^|[^—至到-]){{date}}(?:起|时|开始)?[，,]?{_CLAUSE}{{0,8}}?$")
_REACH = 40
"""How many marked characters before a frame can date it."""


def dated(match: Match, hint: Hint) -> Hint:
    """The hint with the year from which the text says that the partnership holds."""
    text = match.marked.text
    start, end = match.found.span()
    before = text[max(0, start - _REACH) : start]
    since = _SINCE_BEFORE.search(before)
    if since is None and _BEGINNING.search(text, start, end + 8):
        since = _SINCE.search(before)
    if since is None:
        return hint
    mark = max(0, start - _REACH) + since.start() + since[0].index(MARKS[DateMention])
    date = match.marked.mention(mark)
    if isinstance(date, DateMention) and date.value and date.end is None and not date.relative:
        return replace(hint, start=date.value)
    return hint


def changes(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """The partner before and the one after: 接棒, 接过…的接力棒, 由甲调整为乙, 不再帮扶."""
    for match in scene.marked.matches((FORMER,)):
        yield from _took_over(scene, linker, match)
    for match in scene.marked.matches((HANDED,)):
        for taker in places(match, "taker"):
            yield from _linked(linker, match, places(match, "old"), taker, ended=True)
            yield from _linked(linker, match, places(match, "new"), taker)
    for match in scene.marked.matches((REASSIGNED,)):
        for giver in places(match, "givers"):
            for old in places(match, "old"):
                yield from _linked(linker, match, [giver], old, ended=True)
            for new in places(match, "new"):
                yield from _linked(linker, match, [giver], new)
    for match in scene.marked.matches((ADJUSTED, TURNED, MOVED, DROPPED)):
        for one in places(match, "one"):
            yield from _linked(linker, match, places(match, "old"), one, ended=True)
            for hint in _linked(linker, match, places(match, "new"), one):
                yield dated(match, hint)


def _took_over(scene: Scene, linker: Linker, match: Match) -> Iterator[Hint]:
    """甲接棒乙: of two supporters the second was paired with the first one's recipient.

    A supporter can also take over a recipient (扬中市接棒蒲城县).
    """
    for new in places(match, "new"):
        for old in places(match, "old"):
            pair = directed(new, old)
            if pair is not None and pair.supporter == new:
                yield from _linked(linker, match, [new], old)
            elif pair is None and (taker := _taker(scene, old)) is not None:
                yield from _linked(linker, match, [old], taker, ended=True)


def _taker(scene: Scene, giver: Place) -> Place | None:
    """The place that the article names most of those that ``giver`` can support."""
    named = Counter(m.place for m in scene.places if m.place and supports(giver, m.place))
    return max(sorted(named), key=lambda place: named[place]) if named else None


def _linked(
    linker: Linker, match: Match, others: list[Place], one: Place, ended: bool = False
) -> Iterator[Hint]:
    for other in others:
        for hint in linker.link(other, one, match.rule, match.span, _WEIGHT):
            yield replace(hint, ended=ended)
