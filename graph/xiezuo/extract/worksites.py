"""Pairs that small things tell: what was built in a village, a town that acts, a part named after.

Yearbooks list works by place (甲市援建乙县某乡某村道路、丙县某乡某村桥梁): these are the counties'
pairs. A town that supports another county's town does so within the pair of its county.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from xiezuo.extract.direction import directed, same_level, supports
from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.links import (
    AIDED,
    Hint,
    in_county,
    is_aid,
    is_division,
    is_regiment,
    places,
)
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Level,
    Mention,
    Organization,
    OrganizationMention,
    Pair,
    PersonMention,
    Place,
    PlaceMention,
    Span,
)
from xiezuo.values import replace

_PLACE, _ORG = MARKS[PlaceMention], MARKS[OrganizationMention]
_NEAR = f"[^，。；！？、\n{_PLACE}{_ORG}]"
_WEIGHT = 2.5
"""What a list of works is worth, whatever the levels of the two."""
_POSTED = 2.0
"""What it is worth that a place posts somebody in another of its level."""
_TITLED = 1.8
"""What it is worth that somebody's titles name both, where the text says a bit more of the two."""
_SIGNED_THERE = 1.5
"""What it is worth in Tibet and Xinjiang, where all supporters sell what all grow."""
_LISTED = 2
"""So many parts at least are told one by one."""

BUILDS = Rule(
    "partnership.builds",
    f"{{giver:place}}{_NEAR}{{0,6}}?(?<!对口)(?:援建|援助|帮助|资助|捐建|捐助|捐赠)了?(?:我[省市区县州旗盟])?"
    f"(?P<sites>{{party}}(?:{_NEAR}{{0,16}}[、和]{{party}})*)(?!的){_NEAR}{{0,20}}(?:，{_NEAR}{{0,6}})?"
    "(?:修建|新建|建设|建成|引进|培训|发展|打造|实施|道路|桥|学校|村|水|房|工程|项目|资金|教育)",
    0.85,
    examples=(
        "江苏省与陕西省开展扶贫协作。江阴市援建延川县土岗乡道路项目，宜兴市帮助吴起县修建桥梁。",
        "江苏省与陕西省开展扶贫协作。江阴市帮助我省延川县在安置点，建设两个车间。",
    ),
    counterexamples=("江苏省与陕西省开展扶贫协作。江阴市帮助延川县困难群众。",),
    needs=("援建", "援助", "帮助", "资助", "捐建", "捐助", "捐赠"),
)
PARTS = Rule(
    "partnership.parts",
    "{whole:place}[，、]?(?:特别是|尤其是|重点是|主要是|重点支援|重点帮扶)[为对向给]?{parts:places}",
    0.85,
    examples=(
        "上海市对口支援日喀则地区。援藏干部为日喀则地区，特别是为江孜、拉孜两县注入了活力。",
    ),
    counterexamples=("上海市对口支援日喀则地区。江孜县的群众，特别是日喀则地区的群众，很高兴。",),
    needs=("特别是", "尤其是", "重点是", "主要是", "重点支援", "重点帮扶"),
)
POSTED = Rule(
    "partnership.posted",
    "{giver:place}(?:(?:选派|派驻|派往|派到|派至|派赴|援派)[到至赴]?|[在到赴](?={place}(?:挂职|帮扶|支教|支医))){taker:place}的?"
    "(?:挂职|帮扶|协作|支教|支医|援派)*(?:的(?:{quantity}|[0-9一二三四五六七八九十两]+[名位个]))?(?:干部|人才|教师|医生|专家|工作队|工作组|联络组)",
    0.85,
    examples=(
        "东西部协作成效显著。在江宁区派驻洛南县挂职干部的帮助下，村里建起了车间。",
        "东西部协作成效显著。江宁区挂职干部、洛南县委常委、副县长王明远介绍了情况。江宁区的订单来了，洛南县的香菇不愁卖。",
        "东西部协作成效显著。这是江宁区在洛南县挂职的12名干部的第一个冬天。",
    ),
    counterexamples=("东西部协作成效显著。江宁区派驻洛南县的企业代表介绍了情况。",),
    needs=("派", "挂职", "帮扶", "支教", "支医"),
)
_ORGANS = re.compile("(?:[局厅委办署]|办公室|委员会|总工会|政府|妇联|残联|工商联|团委)$")
_TAIL = re.compile("^[^市县区州旗]{2,12}?[市县区州旗]")
SIGNED = Rule(
    "partnership.organs",
    "{one:parties}，?[与和同]{other:parties}[^，。；！？\n\ue000]{0,16}?签[订署]",
    0.85,
    examples=("江宁区文旅局与洛南县文旅局签订合作协议。江宁区与洛南县的东西部协作升温。",),
    counterexamples=("东西部协作成效显著。江宁区供销公司与洛南县文旅局签订购销协议。",),
    needs=("签订", "签署"),
)

_COUNTIES = "(?:的?[0-9一二三四五六七八九十]+[县市](?:[0-9一二三四五六七八九十]+[县市])?)?"
_SHORT = f"[^。；！？\n，、个{_PLACE}]"
CALLED = Rule(
    "partnership.called",
    f"(?:赴|到|前往|走进|来){{other:places}}(?:等地)?，?{_SHORT}{{0,6}}?(?:对接|开展|推进|商谈|洽谈|深化|衔接|考察|调研|督导|检查)"
    f"(?:，(?=推进|深化|对接|开展|就|商谈))?{_SHORT}{{0,6}}?(?:{{pair}})?(?:东西部|对口|扶贫|结对)(?:扶贫|对口)?(?:协作|帮扶|支援|合作)",
    0.85,
    examples=(
        "广元日报讯 近日，市委书记带队赴杭州市对接东西部协作工作。我市各部门参加。",
        "杭州市副市长周立文到广元市调研东西部协作工作，深入青川县、旺苍县，察看了园区。",
    ),
    counterexamples=("我市东西部协作成效显著。市委书记带队赴杭州市参加车展。",),
)
BESIDE = Rule(
    "partnership.beside",
    f"(?P<one>{_PLACE}){_COUNTIES}(?:[和与及、]|以及)(?P<other>{_PLACE}(?:[和与及、]?{_PLACE})*)",
    0.85,
    examples=(
        "河南省代表团到哈密市和兵团第十三师，考察对口援疆工作。",
        "北京市对口支援和田地区一市三县及兵团第十四师。",
    ),
    counterexamples=("湖南省援疆干部到吐鲁番市和鄯善县，考察对口援疆工作。",),
)
RULES = (BUILDS, PARTS, POSTED, SIGNED, CALLED, BESIDE)
_CITY = re.compile("[我全]?[市州盟](?:委|政府|长|党政|领导)")
"""Whose leaders a city's paper tells of without its name."""
_SENT_ON = re.compile("(?:挂职|援派|选派|帮扶)(?:干部|人才)$")
_HOST_OFFICE = re.compile("[县区市旗州]委|副[县区市旗州]长")


def built(scene: Scene) -> Iterator[Hint]:
    """The counties in which places have something built."""
    for match in scene.marked.matches((BUILDS,)):
        for giver in places(match, "giver"):
            if giver.level is Level.PROVINCE:
                continue
            for site in _sites(match):
                if site.level is Level.COUNTY and supports(giver, site):
                    yield Hint(Pair(giver, site), BUILDS, match.span, _WEIGHT)


def _sites(match: Match) -> Iterator[Place]:
    """The counties of the places and bodies that something is built for."""
    for mention in match.mentions("sites"):
        if isinstance(mention, PlaceMention | OrganizationMention) and mention.place is not None:
            yield in_county(mention.place)


def posted(scene: Scene) -> Iterator[Hint]:
    """Places of one level of which one posts somebody in the other, by his titles or in words."""
    for match in scene.marked.matches((POSTED,)):
        for giver in places(match, "giver"):
            for taker in places(match, "taker"):
                yield from _posting(giver, taker, match.span)
    for person in scene.persons:
        if len(person.offices) == 1:
            continue
        sent = [o.of for o in person.offices if _SENT_ON.search(o.title)]
        held = [o.of for o in person.offices if _HOST_OFFICE.search(o.title)]
        for one in sent:
            for other in held:
                if isinstance(one, Place) and isinstance(other, Place):
                    yield from _posting(one, other, person.span, weight=_TITLED)


def _posting(
    giver: Place, taker: Place, trigger: Span, rule: Rule = POSTED, weight: float = _POSTED
) -> Iterator[Hint]:
    if supports(giver, taker) and same_level(Pair(giver, taker)):
        yield Hint(Pair(giver, taker), rule, trigger, weight)


def _signing(match: Match, group: str) -> list[Place]:
    """The places of those who sign, none where one of them is no place's own organ.

    Bodies of one name are as good: 甲市创业基地与乙县创业基地.
    """
    found: list[Place] = []
    tails = [
        _TAIL.sub("", mention.name)
        for side in ("one", "other")
        for mention in match.mentions(side)
        if isinstance(mention, OrganizationMention)
    ]
    twins = len(tails) == len(set(tails)) + 1 == _LISTED
    for mention in match.mentions(group):
        organ = isinstance(mention, OrganizationMention) and (twins or _ORGANS.search(mention.name))
        if not (organ or isinstance(mention, PlaceMention)):
            return []
        if isinstance(mention, PlaceMention | OrganizationMention) and mention.place is not None:
            found.append(mention.place)
    return found


def signed(scene: Scene) -> Iterator[Hint]:
    """Places of one level whose organs sign something together, which hints at their pair."""
    for match in scene.marked.matches((SIGNED,)):
        if _ORG not in match.found[0]:
            continue  # a frame has read it
        for one in _signing(match, "one"):
            for other in _signing(match, "other"):
                pair = directed(one, other)
                if pair is not None:
                    aided = pair.recipient.province.code in AIDED
                    weight = _SIGNED_THERE if aided else _POSTED
                    yield from _posting(pair.supporter, pair.recipient, match.span, SIGNED, weight)


def called(scene: Scene) -> Iterator[Hint]:
    """县长带队赴甲区对接东西部协作工作: who calls on whom, by default the outlet's place."""
    for match in scene.marked.matches((CALLED,)):
        text, start = match.marked.text, match.found.start()
        clause = max(text.rfind(end, 0, start) for end in "，。；！？\n") + 1
        callers = list(_callers(match.marked.mentions(clause, start)))
        city = _CITY.search(text, clause, start) is not None
        if not callers and scene.home and (city or not _has_parts(scene, scene.home)):
            callers = [scene.home]
        if len(callers) != 1 or callers[0].level is Level.TOWNSHIP:
            continue  # towns help towns
        for other in places(match, "other"):
            pair = directed(callers[0], other)
            if pair is not None:
                yield from _posting(pair.supporter, pair.recipient, match.span, CALLED)


def _has_parts(scene: Scene, city: Place) -> bool:
    """Whether a text names a county of a city, so that its paper tells of that one."""
    return city.level is Level.PREFECTURE and any(
        m.place is not None and m.place.parent == city and m.place.level is Level.COUNTY
        for m in scene.places
    )


def _callers(mentions: Iterable[Mention]) -> Iterator[Place]:
    """The places that a clause names, be it as those that its leaders serve."""
    for mention in mentions:
        if isinstance(mention, PlaceMention) and mention.place is not None:
            yield mention.place
        elif isinstance(mention, PersonMention):
            for office in mention.offices:
                of = office.of.place if isinstance(office.of, Organization) else office.of
                if of is not None:
                    yield of


def counties_of_towns(scene: Scene, found: Sequence[Hint]) -> Iterator[Hint]:
    """The counties' pair beside that of a county and a town, where the town itself reports.

    The text names both counties. Of a town that others report on (闽宁镇) the county only contains
    the partner.
    """
    named = {mention.place for mention in scene.places}
    pairs = {hint.pair for hint in found}
    for hint in found:
        supporter, recipient = hint.pair.supporter, hint.pair.recipient
        if (supporter.level is Level.TOWNSHIP) is (recipient.level is Level.TOWNSHIP) or (
            scene.home not in (supporter, recipient)
        ):
            continue
        pair = directed(in_county(supporter), in_county(recipient))
        if pair is None or pair in pairs or pair.supporter.level is not pair.recipient.level:
            continue
        if {pair.supporter, pair.recipient} <= named:
            pairs.add(pair)
            yield replace(hint, pair=pair)


def parts_named_after(scene: Scene, found: Sequence[Hint]) -> Iterator[Hint]:
    """为甲地区，特别是为乙、丙、丁三县…: the parts, supported by whoever supports the whole."""
    for match in scene.marked.matches((PARTS,)):
        whole = places(match, "whole")
        parts = [p for p in places(match, "parts") if whole and p.within(whole[0])]
        if len(parts) < _LISTED:
            continue
        for pair in dict.fromkeys(h.pair for h in found if h.pair.recipient in whole):
            for part in parts:
                yield Hint(Pair(pair.supporter, part), PARTS, match.span, _WEIGHT)


def divisions_beside(scene: Scene, found: Sequence[Hint]) -> Iterator[Hint]:
    """阿勒泰地区和兵团第十师: a division, supported by whoever supports the prefecture.

    Or the other way round. Of several supporters it is not told which.
    """
    givers: dict[Place, list[Place]] = {}
    for pair in dict.fromkeys(hint.pair for hint in found if is_aid(hint.pair)):
        givers.setdefault(pair.recipient, []).append(pair.supporter)
    for match in scene.marked.matches((BESIDE,)) if givers else ():
        if not scene.is_body(match.span.start):
            continue
        listed = [*places(match, "one"), *places(match, "other")]
        corps = [place for place in listed if is_division(place) or is_regiment(place)]
        # Of several, regiments are the share of a city.
        corps = corps if len(corps) == 1 else [place for place in corps if is_division(place)]
        if len(corps) != len(listed) - 1 or not any(p.level is Level.PREFECTURE for p in listed):
            continue
        known = next((givers[place] for place in listed if place in givers), [])
        for place in listed if len(known) == 1 else ():
            if place not in givers and place.province == listed[0].province:
                yield Hint(Pair(known[0], place), BESIDE, match.span, _WEIGHT)


__all__ = [
    "RULES",
    "built",
    "called",
    "counties_of_towns",
    "divisions_beside",
    "parts_named_after",
    "posted",
    "signed",
]
