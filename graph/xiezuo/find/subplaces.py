"""Towns, streets and zones written after the county or city that they lie in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xiezuo.gazetteer import WITHOUT_COUNTIES, without_code
from xiezuo.model import Level, Place, PlaceMention, Span
from xiezuo.values import quick

_NOT_IN_NAMES = (
    "的和与在到赴及各等个为把将被从向对全两了是有以委"
    "府县市区省长党干政人医院企来去于并后前本该其我所副"
)
_NAME = rf"[^\W\da-zA-Z_{_NOT_IN_NAMES}]"
_OFTEN = (
    "[仁人三义太永中祥保泰清大兴平顺元雍六天信谦万新]和|和[平睦顺畅丰谐庄桥]|共和|向[阳荣前]|前[进锋山坪]"
    "|[新上下老]市|长[安乐宁春青征沙河坪岭江兴寿流胜田]|人民|两[河江路]口?|后[溪坪河山]|全[福州安]|市[桥北南中]"
)
"""Names that hold one of those characters, as many towns bear them: 仁和镇, 向阳街道."""
_TOWN = re.compile(
    rf"(?P<name>(?!帮[扶助]|按照|根据|围绕|支援|援[助建]|结对|对口|协作|携手|牵手|友好)(?:(?:{_OFTEN})(?=[镇乡]|街道)|{_NAME}{{1,5}}?)(?:街道(?![两旁边上道边路灯口整清建绿环卫保洁景商]|房|树|名)|(?<![乡集小名重村古新])(?<![^古东西南北龙金土石沙黄]城)(?<![业济百]强)镇"
    rf"(?![上域静定压江痛长])|(?<![家故城下返老他同异水之回入梦思镇])(?<!振兴)(?<![大深、和县区市旗]山)乡(?![镇村亲土贤音情愁])|苏木))"
)
_ENDS = frozenset("镇乡街苏区")
_LONGEST = 16
_NEXT_TOWN = re.compile(rf"[^\W\da-zA-Z_]{{0,8}}?(?:、|和){_TOWN.pattern}")
_JOINS = tuple("与和同跟—·")
_ZONE = re.compile(
    rf"(?P<name>(?:医药|(?!合作|协作|共建|产业){_NAME}){{0,6}}?"
    r"(?:经济技术开发区|高新技术产业开发区|高新技术开发区|经济开发区|高新区|经开区|综合保税区|保税区)"
    rf"|{_NAME}{{2,4}}?(?:(?<!城市)(?<!示范)新区|(?<!经济)(?<!行政)特区))"
)


_SEATED = re.compile(
    rf"(?P<name>(?:(?!合作|协作|共建|产业){_NAME}){{0,6}}?(?:工业园区|工业区|开发区|示范区|度假区))"
    "(?=党工委|党委|工委|管委会|管理委员会)"
)
"""A zone that has a government of its own."""
_OF = re.compile(rf"的(?P<town>{_TOWN.pattern})(?=、{_TOWN.pattern.replace('?P<name>', '?:')})")
"""Towns that are listed as those of a county: 青川县的乔庄镇、黄坪乡."""

# Python 3.11 takes long to look up the members of an enum.
_COUNTY, _PREFECTURE = Level.COUNTY, Level.PREFECTURE


@quick
@dataclass(frozen=True, slots=True)
class SubPlace:
    """A town or zone and where its name ends."""

    place: Place
    end: int


def sub_place(text: str, start: int, end: int, parent: Place) -> SubPlace | None:
    """The town or zone whose name begins at ``end``, right after its parent's.

    Args:
        text: the article's text.
        start: where the parent's name begins, when it is a short form and so part of the zone's
            name (西青经济技术开发区); else ``end``.
        end: where the parent's name ends.
        parent: the place that the name before means.
    """
    if _ENDS.isdisjoint(text[end : end + _LONGEST]):
        return None
    if match := _ZONE.match(text, end) or _SEATED.match(text, end):
        name = text[start : match.end("name")]
        return SubPlace(without_code(name, parent, Level.ZONE), match.end("name"))
    has_towns = parent.level is Level.COUNTY or parent.code in WITHOUT_COUNTIES
    if has_towns and (match := _TOWN.match(text, end)):
        return SubPlace(without_code(match["name"], parent, Level.TOWNSHIP), match.end())
    if has_towns and (match := _OF.match(text, end)):
        return SubPlace(without_code(match["name"], parent, Level.TOWNSHIP), match.end("name"))
    return None


_LISTED = re.compile(rf"(?:、|和|及){_ZONE.pattern}")


def listed_zone(text: str, end: int, county: Place) -> SubPlace | None:
    """The zone of a city that a list of its counties adds: 姜堰区、海陵区、医药高新区.

    Args:
        text: the article's text.
        end: where the county's name ends.
        county: the county named before.
    """
    city = county.parent
    if city is None or county.level is not _COUNTY or city.level is not _PREFECTURE:
        return None
    match = _LISTED.match(text, end)
    return match and SubPlace(without_code(match["name"], city, Level.ZONE), match.end())


def further_towns(text: str, first: SubPlace, limit: int) -> Iterator[tuple[Span, Place]]:
    """The towns that a list adds to the first, in the same county: 甲镇某村、乙镇某村.

    They stand before ``limit``, where the next place is named that may have towns of its own.
    """
    end, parent = first.end, first.place.parent
    while parent is not None and first.place.level is Level.TOWNSHIP:
        match = _NEXT_TOWN.match(text, end, limit)
        if match is None:
            return
        if text.startswith(_JOINS, match.end()) and match.end() + 1 < limit:
            return  # 乙镇与丙镇: each may lie in a county of its own.
        end = match.end("name")
        yield Span(*match.span("name")), without_code(match["name"], parent, Level.TOWNSHIP)


_RANKS = ("镇", "乡", "街道")


def instead_of_counties(text: str, mentions: Iterable[PlaceMention]) -> Iterator[PlaceMention]:
    """The mentions, of which those that a text's towns explain better are the towns'.

    黄浦区南京东路街道 is meant where 南京东路街道 stands alone, and 万州区武陵镇 by 武陵, as long
    as the text names no county of that name.
    """
    listed = sorted(mentions, key=lambda m: m.span.start)
    towns: dict[str, set[Place]] = {}
    for mention in listed:
        place = mention.place
        if mention.form == "sub" and place is not None and place.level is Level.TOWNSHIP:
            towns.setdefault(place.name, set()).add(place)
    known = {name: places.pop() for name, places in towns.items() if len(places) == 1}
    if not known:
        yield from listed
        return
    short = {name.removesuffix(rank): name for name in known for rank in _RANKS}
    counties = {m.place for m in listed if m.form in ("full", "name")}
    reach = 0
    for mention in listed:
        if mention.span.start < reach:
            continue
        start, written = mention.span.start, mention.span.of(text)
        name = None
        if mention.form in ("short", "inside"):
            name = next(
                (n for n in known if n.startswith(written) and text.startswith(n, start)), None
            )
            if name is not None:
                reach = start + len(name)
            elif mention.place and mention.place.level is _COUNTY and mention.place not in counties:
                name = short.get(written)
        if name is None:
            yield mention
        else:
            span = Span(start, max(reach, mention.span.end))
            yield PlaceMention(span, known[name], "sub", "前文有所属地区")


_KINDS = (
    (re.compile("经济(?:技术)?开发区$|经开区$"), "经开区"),
    (re.compile("高新技术(?:产业)?开发区$|高新区$"), "高新区"),
)


def zones_in_full(places: Iterable[Place]) -> dict[Place, Place]:
    """Zones that are also written in full, by their short names: 常州经开区, 常州经济开发区."""
    written: dict[tuple[Place, str], list[Place]] = {}
    for zone in dict.fromkeys(places):
        if zone.level is Level.ZONE and zone.parent is not None:
            for pattern, kind in _KINDS:
                if found := pattern.search(zone.name):
                    own = zone.name[: found.start()].removeprefix(zone.parent.name[:-1])
                    written.setdefault((zone.parent, own + kind), []).append(zone)
    return {
        zone: max(alike, key=lambda place: len(place.name))
        for alike in written.values()
        for zone in alike
        if len(alike) > 1
    }
