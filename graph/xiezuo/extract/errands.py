"""Pairs told by those who go: a school's teacher who takes up a post in another county.

Whose home is meant stands in the name of the school, the hospital or the office that they come
from: 甲区中医院的某某到乙县人民医院坐诊.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.extract.direction import same_level, supports
from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.links import Hint, is_share, raised
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
RULES = (GOES,)
_WHOLE_OR_TOWN = frozenset((Level.PROVINCE, Level.TOWNSHIP))
_HIGHER = re.compile("大学|学院|研究院|研究所|公司|集团|协会|商会|基金会")
"""Bodies that bear the name of a place and are not its own."""


def errands(scene: Scene) -> Iterator[Hint]:
    """The place of whoever goes and the place where they work, where these are of one level."""
    for match in scene.marked.matches(RULES):
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


__all__ = ["RULES", "errands"]
