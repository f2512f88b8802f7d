"""Pairs told by those who go: a school's teacher who takes up a post in another county.

Whose home is meant stands in the name of the school, the hospital or the office that they come
from: 甲区中医院的某某到乙县人民医院坐诊.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xiezuo.extract.direction import same_level, supports
from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.links import Hint, is_share, places, raised
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Level,
    Organization,
    OrganizationMention,
    Pair,
    PersonMention,
    Place,
    PlaceMention,
)

_PLACE = MARKS[PlaceMention]
_NEAR = f"[^。；！？\n，、{_PLACE}]"
_WEIGHT = 2.0
"""What it is worth that somebody of a place goes to work in another."""
_WORK = "支教|支医|支农|挂职|任教|担任|任职|帮扶|义诊|送教|送医|坐诊|驻点|带教|支援|开展为期"
GOES = Rule(
    "partnership.goes",
    f"(?:{{by:party}}|{{who:person}}){_NEAR}{{0,16}}?，?(?:主动|自愿|报名|申请|响应号召|于?{{date}}|，)*"
    f"(?:已经?|正)?(?:奔赴|远赴|赴|来到|到|前往|走进|去|在){{taker:party}}{_NEAR}{{0,12}}?，?(?:{_WORK})",
    0.8,
    examples=(
        "东西部协作成果丰硕。萧山区中医院医生王明远到青川县人民医院坐诊。",
        "东西部协作成果丰硕。萧山区机电学校副校长王明远，赴青川县，担任职业学校校长。",
    ),
    counterexamples=("东西部协作成果丰硕。萧山区机电学校的学生到青川县旅游。",),
    needs=tuple(_WORK.split("|")),
)
LISTED = Rule(
    "partnership.listed",
    "(?:帮助|助力|支持|支援|援助|帮扶|助推)(?:(?<=[，。；：●■\n]..)|(?<=累计..)|(?<=先后..)|(?<=持续..)|(?<=[已共再]..))"
    "了?{takers:places}",
    0.8,
    examples=("萧山区对口帮扶青川县。东西部协作成果丰硕，累计帮助青川县、旺苍县引进项目99个。",),
    counterexamples=("萧山区对口帮扶青川县。东西部协作成果丰硕，青川县、旺苍县的代表来参观。",),
)
RULES = (GOES, LISTED)
_SEVERAL = (2, 3, 4)
"""So many places are listed as helped by one; more are those of several."""
_WHOLE_OR_TOWN = frozenset((Level.PROVINCE, Level.TOWNSHIP))
_HIGHER = re.compile("大学|学院|研究院|研究所|公司|集团|协会|商会|基金会")
"""Bodies that bear the name of a place and are not its own."""


def errands(scene: Scene) -> Iterator[Hint]:
    """The place of whoever goes and the place where they work, where these are of one level."""
    for match in scene.marked.matches((GOES,)):
        if not scene.is_body(match.span.start):
            continue
        for giver in dict.fromkeys((*_of(match, "by"), *_of(match, "who"))):
            for taker in dict.fromkeys(_of(match, "taker")):
                pair = Pair(giver, taker)
                if _WHOLE_OR_TOWN.intersection((giver.level, taker.level)):
                    continue  # towns have partners of their own
                if not supports(giver, taker):
                    continue
                if raised(pair) == pair and (same_level(pair) or is_share(pair)):
                    yield Hint(pair, GOES, match.span, _WEIGHT)


def listed(scene: Scene, found: Sequence[Hint]) -> Iterator[Hint]:
    """Places that stand in a list with the one recipient of the only supporter of an article.

    The list is of those who are helped: 累计帮助甲市、乙市引进项目99个.
    """
    pairs = dict.fromkeys(hint.pair for hint in found)
    for match in scene.marked.matches((LISTED,)) if pairs else ():
        if not scene.is_body(match.span.start):
            continue
        takers = places(match, "takers")
        levels = {place.level for place in takers}
        if len(takers) not in _SEVERAL or len(levels) > 1 or Level.PROVINCE in levels:
            continue
        givers = {pair.supporter for pair in pairs if pair.recipient in takers}
        others = [place for place in takers if not any(p.recipient == place for p in pairs)]
        level = {p.supporter for p in pairs if p.recipient.level is takers[0].level}
        if len(givers) != 1 or givers != level:
            continue
        for giver in givers:
            for taker in others:
                pair = Pair(giver, taker)
                if supports(giver, taker) and same_level(pair) and raised(pair) == pair:
                    yield Hint(pair, LISTED, match.span, _WEIGHT)


def _of(match: Match, group: str) -> Iterator[Place]:
    """The places of those named in a group: their own, or their body's, or their office's."""
    for mention in match.mentions(group) if match.has(group) else ():
        if isinstance(mention, PersonMention):
            for office in mention.offices:
                yield from _place(office.of)
        elif isinstance(mention, PlaceMention):
            yield from () if mention.form == "inside" else _place(mention.place)
        elif isinstance(mention, OrganizationMention) and not _HIGHER.search(mention.name):
            yield from _place(mention.place)


def _place(of: Place | Organization | None) -> Iterator[Place]:
    """The place that somebody serves, be it by one of its bodies."""
    if isinstance(of, Place):
        yield of
    elif of is not None and of.place is not None and not _HIGHER.search(of.name):
        yield of.place


__all__ = ["RULES", "errands", "listed"]
