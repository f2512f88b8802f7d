"""Two places that a statement links, and the lists of places that a frame names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from xiezuo.extract.direction import directed, is_district, same_level
from xiezuo.extract.frames import (
    AIDING,
    CHAIN,
    DECISIVE,
    FRAMES,
    JOINED,
    JOINS,
    ROLL,
    THANKS,
    TITLED,
    TOGETHER,
    WITH,
)
from xiezuo.extract.grammar import MARKS, REMARK, TALLY, Match, Rule, template
from xiezuo.extract.scene import Scene
from xiezuo.gazetteer import gazetteer, side
from xiezuo.model import Level, Pair, Place, PlaceMention, QuantityMention, Span
from xiezuo.values import quick

_UNEVEN = 0.5
"""What a hint is worth that links two levels (a province and a county) without saying how."""

_NEEDS = template(
    "{giver:place}[^。！？\\n]{0,80}?(?:着眼|立足|围绕|聚焦|紧扣|结合|对接)(?:当地|{taker:place})(?:的)?"
    "(?:所需|需求|需要)"
)
_QINGHAI = "630000"
AIDED = ("540000", _QINGHAI, "650000")
"""Tibet, Qinghai and Xinjiang: whole provinces support their prefectures."""

_CORPS = "新疆生产建设兵团"
_CORPS_CITIES = "6590"
_COOPERATING = ("6301", "6302")
"""西宁 and 海东, which cities of Jiangsu support as they do places elsewhere in the west."""

_CHONGQING, _SHAKEN = "50", ("5101", "5106", "5107", "5108", "5118", "5132")
_HUBEI_COUNTIES = ("420506", "420526", "420527", "422823")
"""夷陵, 兴山, 秭归 and 巴东, which lie by the reservoir of the Three Gorges."""

_DIVIDED = re.compile("分别|逐一|一对一")
"""Words that pair two lists one by one."""

_COUPLE = 2
_REMARK = re.compile("（[^（）]*）")
_PARTS = re.compile(
    f"{MARKS[PlaceMention]}(?={REMARK})[^（]+（(?P<parts>[^（）]*{MARKS[PlaceMention]}[^（）]*)）"
)
"""A place and, counted, those of its parts that are meant: 日喀则市三县（甲、乙、丙）."""
_PART_FOLLOWS = re.compile(f"(?:的)?{MARKS[PlaceMention]}")
_TALLIED = re.compile(f"(?<={MARKS[PlaceMention]}){TALLY}")
_OF_ROLL = re.compile(f"{MARKS[PlaceMention]}|(?P<join>{JOINS})")
_NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)} | {"两": 2}

_UNLIKE = DECISIVE | {TITLED, WITH}
"""Frames that pair places of unlike levels, too."""

_PAIRING = DECISIVE | {JOINED, THANKS}
"""Frames that pair a place with a region or its part."""


@quick
@dataclass(frozen=True, slots=True)
class Hint:
    """A statement that links two places; it may date the partnership or say that it ended."""

    pair: Pair
    rule: Rule
    trigger: Span
    weight: float
    start: str | None = None
    end: str | None = None
    ended: bool = False


@dataclass(frozen=True)
class Linker:
    """Turns two linked places of an article into a hint with a direction."""

    scene: Scene

    @cached_property
    def givers(self) -> Counter[Place]:
        """How often the article says of a place that it serves another's needs.

        It decides where both lie on one side of the country.
        """
        marked = self.scene.marked
        return Counter(
            mention.place
            for found in _NEEDS.finditer(marked.text)
            for mention in marked.mentions(found.start("giver"), found.end("giver"))
            if isinstance(mention, PlaceMention) and mention.place is not None
        )

    def link(
        self, one: Place, other: Place, rule: Rule, trigger: Span, weight: float
    ) -> Iterator[Hint]:
        """The hint that a rule gives for two places, none where they cannot be a pair."""
        pair = directed(one, other)
        whole = one.level is other.level is Level.PROVINCE
        west = rule not in DECISIVE and not side(one) and not side(other)
        if pair is None and rule in FRAMES and one.province != other.province and not whole | west:
            ahead = self.givers[one] >= self.givers[other]
            pair = Pair(one, other) if ahead else Pair(other, one)
        if pair is not None:
            pair = _whole(pair)
            if _is_idle(pair) and rule not in DECISIVE:
                return
            if rule == TOGETHER and _is_estate(pair.recipient):
                return
            uneven = not (same_level(pair) or rule in _UNLIKE or is_aid(pair))
            uneven = uneven and not is_special(self.scene, pair)
            uneven = uneven and pair.recipient not in gazetteer().partners(pair.supporter)
            if is_aided(pair.recipient):
                if rule == AIDING:
                    uneven = False
                elif pair.supporter.level is not Level.PROVINCE:
                    pasture = rule == WITH or is_district(pair.supporter)
                    pasture = pasture and pair.recipient.province.code == _QINGHAI
                    uneven = rule not in _PAIRING and not is_share(pair)
                    uneven = uneven and not pasture
            low = pair.supporter.level in (Level.COUNTY, Level.TOWNSHIP, Level.ZONE)
            if low and pair.recipient.level is Level.PROVINCE:
                if pair.supporter.level is not Level.COUNTY and rule not in DECISIVE:
                    return
                uneven = uneven or not pair.recipient.name.endswith("市")
            yield Hint(pair, rule, trigger, weight * (_UNEVEN if uneven else 1))


def is_special(scene: Scene, pair: Pair) -> bool:
    """Whether a text on the Three Gorges or an earthquake names a county there.

    These are supported by whole provinces.
    """
    code, text = pair.recipient.code or "", scene.article.text
    if pair.recipient.level is not Level.COUNTY:
        return False
    if code.startswith(_CHONGQING) or code in _HUBEI_COUNTIES:
        return "三峡" in text
    whole = pair.supporter.level is Level.PROVINCE
    return whole and code.startswith(_SHAKEN) and "地震" in text and "援建" in text


def is_aided(place: Place) -> bool:
    """Whether a place lies in Tibet, Xinjiang or the pastures of Qinghai, not in 西宁 or 海东."""
    return place.province.code in AIDED and not (place.code or "").startswith(_COOPERATING)


def is_aid(pair: Pair) -> bool:
    """Whether a province supports a prefecture of Tibet or Xinjiang, as 对口支援 arranges it."""
    return (
        pair.supporter.level is Level.PROVINCE
        and is_prefecture(pair.recipient)
        and is_aided(pair.recipient)
    )


def is_share(pair: Pair) -> bool:
    """Whether a city supports a county, a division or regiment there: its share of the task."""
    return (
        pair.supporter.level is not Level.PROVINCE
        and pair.recipient.level in (Level.COUNTY, Level.ZONE)
        and is_aided(pair.recipient)
    )


def is_prefecture(place: Place) -> bool:
    """Whether a place is a prefecture, or a division or city of the Corps, which rank as one."""
    return place.level is Level.PREFECTURE or is_division(place)


def is_division(place: Place) -> bool:
    """Whether a place is a division of the Corps, or the city that one runs."""
    division = place.level is Level.ZONE and place.name.endswith("师")
    return division or (place.code or "").startswith(_CORPS_CITIES)


def is_regiment(place: Place) -> bool:
    """Whether a place is a regiment of the Corps, and not the Corps itself."""
    return place.name.endswith("团") and place.parent is not None and place.parent.code is None


def _is_estate(place: Place) -> bool:
    """Whether a place is a zone of Tibet, Xinjiang or Qinghai, and none of the Corps."""
    zone = place.level is Level.ZONE and place.province.code in AIDED
    return zone and not place.name.endswith(("师", "团", "场", "兵团"))


def in_county(place: Place) -> Place:
    """The county of a town; any other place itself."""
    return place.parent if place.level is Level.TOWNSHIP and place.parent else place


def is_of_city(place: Place, city: Place) -> bool:
    """Whether a regiment of the Corps can be one of the division that a city of the Corps runs."""
    regiment = place.level is Level.ZONE and place.name.endswith(("团", "场"))
    return regiment and (city.code or "").startswith(_CORPS_CITIES)


def raised(pair: Pair) -> Pair:
    """The pair with its supporter's province where only that can be meant.

    Of Tibet and Xinjiang cities support counties and divisions, provinces the prefectures.
    """
    if (
        pair.recipient.level is Level.PREFECTURE
        and pair.recipient.province.code in AIDED
        and pair.recipient.province.code != _QINGHAI
    ):
        return Pair(pair.supporter.province, pair.recipient)
    return pair


def _whole(pair: Pair) -> Pair:
    """The pair with the larger place where a province would support a town, or 玉树市."""
    supporter, recipient = pair.supporter, pair.recipient
    parent = recipient.parent
    if supporter.level is not Level.PROVINCE or parent is None:
        return pair
    # 北京市对口支援玉树: the prefecture, and not the city in it that bears its name.
    named = parent.province.code == _QINGHAI and parent.name.startswith(recipient.name[:-1])
    return Pair(supporter, parent) if named or recipient.level is Level.TOWNSHIP else pair


def _is_idle(pair: Pair) -> bool:
    """Whether a province of the centre would support a whole western one.

    It supports Tibet, Qinghai and Xinjiang, and single counties elsewhere.
    """
    return (
        side(pair.supporter) == 1
        and side(pair.recipient) == 0
        and pair.supporter.level is pair.recipient.level is Level.PROVINCE
        and pair.recipient.code not in AIDED
    )


def linked(match: Match) -> list[tuple[Place, Place]]:
    """The places that a frame links: its groups crossed, or its run split by sides.

    Two lists of one length go in order (甲、乙与丙、丁分别结对); of 某省和某市对某省和某市 each
    level goes with its own; several with one are crossed. Who of several supports whom of several
    is not told.
    """
    if match.rule == CHAIN:
        run = named(match, match.found.start(), match.found.end())
        return list(zip(run[::2], run[1::2], strict=False))
    if match.rule == ROLL:
        return list(_enrolled(match))
    divided = _DIVIDED.search(match.found[0]) is not None
    if match.has("giver"):
        first, second = places(match, "giver"), places(match, "taker")
        if "（" in match.marked.text[match.found.end("giver") : match.found.start("taker")]:
            first = first[-1:]  # 甲省、乙省（援助丙州）: a remark on the last.
    else:
        run = named(match, match.found.start(), match.found.end())
        first, second = _sides(run) if run else ([], [])
    # Two lists of one length go in order, two places on either side are told by 分别 only.
    in_order = divided or not match.has("giver") or len(first) > _COUPLE
    if in_order and len(first) == len(second) > 1:
        return list(zip(first, second, strict=True))
    if min(len(first), len(second)) > 1:
        if divided or not _is_mixed(first) or not _is_mixed(second):
            return []
        return [(a, b) for a in first for b in second if a.level is b.level]
    if len(first) == 1 and is_district(first[0]):
        # 甲区对乙市及乙市丙区的支持: a district of a municipality supports the part.
        second = [p for p in second if not any(o != p and o.within(p) for o in second)]
    # 深圳市代表广东省对口帮扶广西 tells of the provinces as well.
    wholes = [(one, b) for one in places(match, "whole") for b in second if one.level is b.level]
    return [*((one, other) for one in first for other in second), *wholes]


def _enrolled(match: Match) -> Iterator[tuple[Place, Place]]:
    """The pairs of a roll: 甲、乙与丙，丁与戊. Between two pairs a 、 can stand as well."""
    end = match.found.start("roll")
    for item in re.split("[，；]", match.found["roll"]):
        start, end = end, end + len(item) + 1
        groups: list[list[Place]] = [[]]
        for found in _OF_ROLL.finditer(item):
            if found["join"]:
                groups.append([])
            else:
                groups[-1] += named(match, start + found.start(), start + found.end())
        left = groups[0]
        for group in groups[1:]:
            right = [place for place in group if left and directed(left[0], place) is not None]
            yield from ((one, other) for one in left for other in right)
            left = [place for place in group if place not in right]


def _is_mixed(places: Sequence[Place]) -> bool:
    """Whether the places stand on as many levels as they are."""
    return len({place.level for place in places}) == len(places)


def _sides(run: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """A run of places split into those on the first one's side of the country and the others.

    Where all lie on one side, those of the first one's province stand against the rest.
    """
    first = [place for place in run if directed(run[0], place) is None]
    if len(first) == len(run):
        first = [place for place in run if place.province == run[0].province]
    others = [place for place in run if place not in first]
    ahead = run.index(others[0]) if others else 0
    if ahead == 1:
        first = first[:1]  # 青岛与安顺、陇南、菏泽: one's neighbours among the others are left out.
    return first, others


def places(match: Match, group: str) -> list[Place]:
    """The places of a group, none where it took no part in the match."""
    if not match.has(group):
        return []
    return named(match, match.found.start(group), match.found.end(group))


def named(match: Match, start: int, end: int) -> list[Place]:
    """The places of a list.

    Remarks in brackets are left out, unless they name what was counted before them, and places
    that only say where the next one lies (固原市的彭阳县). A list that is summed up as more places
    than it names (平凉、庆阳7县) only says where they lie: it names none.
    """
    text = match.marked.text[start:end]
    parts = [found.span("parts") for found in _PARTS.finditer(text)]
    heads = {found.start() for found in _PARTS.finditer(text)}
    remarks = [found.span() for found in _REMARK.finditer(text)]
    remarks = [(a, b) for a, b in remarks if (a + 1, b - 1) not in parts]
    found: list[Place] = []
    for index, character in enumerate(text):
        if character != MARKS[PlaceMention] or index in heads:
            continue
        if any(a <= index < b for a, b in remarks):
            continue
        mention = match.marked.mention(start + index)
        if not isinstance(mention, PlaceMention) or mention.place is None:
            continue
        if mention.form == "inside":
            continue  # 西藏大学 is no Tibet
        follows = _PART_FOLLOWS.match(text, index + 1)
        if follows and (follows[0].startswith("的") or _lies_in(match, start, follows, mention)):
            continue
        if found and mention.place.name == _CORPS and mention.place.parent == found[-1]:
            continue  # 自治区及兵团: who governs the region.
        found.append(mention.place)
    tallies = (tally for tally in _TALLIED.finditer(text) if tally.start() - 1 not in heads)
    return found if all(_fits(match, start, tally) for tally in tallies) else []


def _lies_in(match: Match, start: int, follows: re.Match[str], outer: PlaceMention) -> bool:
    """Whether the place right behind another lies in it (江苏东台), rather than beside it."""
    part = match.marked.mention(start + follows.end() - 1)
    if not isinstance(part, PlaceMention) or part.place is None or outer.place is None:
        return True
    return part.place.within(outer.place)


def _fits(match: Match, start: int, tally: re.Match[str]) -> bool:
    """Whether a list names as many places as its tally counts, or leaves some open by 等."""
    listed = tally.string[: tally.start()].count(MARKS[PlaceMention])
    return bool(tally["more"]) or _count(match, start, tally) <= listed


def _count(match: Match, start: int, tally: re.Match[str]) -> int:
    written = tally["count"]
    if written == MARKS[QuantityMention]:
        mention = match.marked.mention(start + tally.start("count"))
        return int(mention.value) if isinstance(mention, QuantityMention) else 0
    digits = written.removesuffix("个")
    if digits.isdigit():
        return int(digits)
    tens, _, ones = digits.rpartition("十")
    if "十" not in digits:
        return _NUMERALS.get(digits, 0)
    return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)
