"""Who supports Tibet, Xinjiang and Qinghai, and which part of them: 援疆, 援藏, 援青."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from xiezuo.extract.direction import same_level, supports
from xiezuo.extract.frames import AIDING, ARRIVED, DUTY, SUPPORTS
from xiezuo.extract.grammar import MARKS, Match, template
from xiezuo.extract.links import (
    AIDED,
    Hint,
    Linker,
    in_county,
    is_aided,
    is_prefecture,
    is_regiment,
    places,
)
from xiezuo.extract.scene import Scene
from xiezuo.gazetteer import gazetteer, is_eastern
from xiezuo.model import Level, Mention, Pair, Place, PlaceMention, QuantityMention, Span

_LISTED = 2
"""Of how many provinces a sentence can name supporters that one of them is still meant."""


_SEAT = template("在{place}(?=召开|举行|举办)")
"""Where people meet, which need not be where they work."""
_BATCH = re.compile(f"第[^，。]{{1,3}}批|(?:选派|派出)了?的?{MARKS[QuantityMention]}")
"""In a phrase that names supporters: they send people time and again."""
_OFTEN = 3
"""So often an article names the place whose tasks it tells of."""
_SHARED = 3
"""So many times as often as its province a city is named that supports a county as its share."""
_STATIONS = 2
"""An article that names more counties than these alike is about their prefecture."""
_FROM_SEVERAL = re.compile(
    f"分别(?:来自|由)[^。；！？\n]*?{MARKS[PlaceMention]}[、和]{MARKS[PlaceMention]}[^。；！？\n]*$"
)
"""Before a duty: several send people, and which of them supports which of several is not told."""

_SEVERAL = re.compile(
    "(?:[0-9两三四五六七八九十]+个?(?:省份|省市|省区市|区县|县市|城市|[省市区县州])|[各等](?:省市|城市|地|省|市|区)|沪苏浙|苏浙沪|(?<!由)东部)"
    "(?:（[^（）]*）)?[^，。；！？\n]{0,6}$"
)
"""Before a duty in its clause: those who have it are counted and not named."""

_UNAIDED = ("650100", "650200")
"""乌鲁木齐 and 克拉玛依, which no province supports: meetings are held there."""

_DATELINE = template(
    # Each branch begins with a character, by which the scan skips all else.
    "本[报台]{place}|新华社{place}|中新[社网]{place}|通讯社{place}|发自{place}|驻{place}市?办|{place}(?:讯|日报|晚报|新闻|融媒|电视|广播|要闻|发布|网讯)"
)
"""Where somebody writes from, and an outlet's name."""

_CLAUSES = re.compile("[，。；！？\n]|）[ \u3000]|（(?:记者|通讯员|见习)[^（）]*）")
"""What parts clauses, datelines among them: …（记者张三） 在对口帮扶…."""

_TAKERS = ("taker", "duty", "task", "aim", "region")
"""The groups of :data:`DUTY` that name the place supported."""


@lru_cache(maxsize=1)  # asked for by several, one after the other
def origins(scene: Scene) -> frozenset[Span]:
    """Where somebody writes from."""
    return frozenset(mention.span for mention in marked_places(scene, _DATELINE))


def marked_places(scene: Scene, pattern: re.Pattern[str]) -> Iterator[Mention]:
    """The mentions inside the matches of a pattern over the marked text."""
    for match in pattern.finditer(scene.marked.text):
        yield from scene.marked.mentions(*match.span())


def is_in_aid(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place is the 疆 of 援疆, which says what is done rather than where."""
    return scene.article.text[mention.span.start - 1 : mention.span.start] == "援"


def aiding(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """援疆, 援藏: the giver, and the place there that the article is about."""
    for match in scene.marked.matches((AIDING,)):
        (region,) = match.mentions("taker")
        if not isinstance(region, PlaceMention) or region.form != "abbreviation":
            continue
        if region.place is not None:
            for giver in places(match, "giver"):
                taker = within(scene, region.place, giver, match.span)
                if giver.level is Level.PROVINCE or taker.level is not Level.PROVINCE:
                    sure = giver.level is not Level.PROVINCE and _is_often_named(scene, taker)
                    sure = sure or _is_sure(match)
                    weight = 2.0 if sure else 1.5
                    yield from linker.link(giver, taker, AIDING, match.span, weight)
    yield from _commands(scene, linker)


def _is_sure(match: Match) -> bool:
    """Whether a phrase tells of all whom a place sends, not of one of them: 作为…援藏干部."""
    if "对口" in match.found[0]:
        return True
    one = match.marked.text[: match.found.start()].endswith(("作为", "是", "成为", "时任"))
    return not one and _BATCH.search(match.found[0]) is not None


def _is_often_named(scene: Scene, county: Place) -> bool:
    named = Counter(m.place for m in scene.places if m.place is not None)
    return named[county] > 2 and named[county] == max(
        (n for place, n in named.items() if place.province == county.province), default=0
    )


def _commands(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """北京市援疆和田指挥部, 福建援疆漳州分指挥部: bodies named after what they do."""
    for body in scene.bodies:
        places = scene.places_in(body.span)
        regions = [m for m in places if m.form == "abbreviation" and is_in_aid(scene, m)]
        if not regions or not places or places[0] in regions:
            continue
        giver, region = places[0].place, regions[0].place
        if giver is None or region is None:
            continue
        taker = within(scene, region, giver, body.span)
        if giver.level is Level.PROVINCE or taker.level is not Level.PROVINCE:
            yield from linker.link(giver, taker, AIDING, body.span, 2.0)


def arrived(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """援疆干部分赴甲县、乙县: several goals are those that the giver supports, one a station."""
    for match in scene.marked.matches((ARRIVED,)):
        goals = [
            goal
            for goal in (*places(match, "goals"), *places(match, "projects"))
            if goal.level is not Level.PROVINCE
        ]
        for taker in goals if len(goals) > 1 else ():
            for giver in givers_of(scene, match.span, taker):
                yield from linker.link(giver, taker, ARRIVED, match.span, 2.0)


def duties(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """对口支援山南 without a subject: the giver is the one that the article is about."""
    found = list(scene.marked.matches((DUTY,)))
    told = [match.span for match in scene.marked.matches((SUPPORTS,) if found else ())]
    for match in found:
        aimed = any(match.has(group) for group in ("task", "aim", "region"))
        if _has_subject(match) and not aimed:
            continue
        if any(span.contains(match.span) for span in told):
            continue  # 甲、乙、丙、丁等四地，开启对口帮扶…: a frame has read it
        before = _sentence_before(match)
        if _FROM_SEVERAL.search(scene.marked.text, *before) or _SEVERAL.search(
            scene.marked.text, *before
        ):
            continue
        takers = [p for group in _TAKERS for p in places(match, group)]
        known = [p for p in places(match, "giver") if p.level is not Level.TOWNSHIP]
        if match.has("taker") and "的" in match.found["taker"]:
            # 对口帮扶甲县的乙区 reads like 甲市的乙县 as long as nobody asks where they lie.
            ends = [m.place for m in match.mentions("taker") if isinstance(m, PlaceMention)]
            if len(ends) > 1 and ends[0] and ends[-1] and supports(ends[-1], ends[0]):
                takers, known = [ends[0]], [ends[-1]]
        for place in takers:
            taker = within(scene, place)
            givers = [p for p in known if supports(p, taker)]
            givers = givers or _towns_for(scene, taker) or givers_of(scene, match.span, taker)
            for giver in givers:
                meant = within(scene, place, giver) if taker != place else taker
                yield from linker.link(giver, meant, DUTY, match.span, 2.0)


def _towns_for(scene: Scene, taker: Place) -> list[Place]:
    """The only town of the article that can support a town."""
    if taker.level is not Level.TOWNSHIP:
        return []
    towns = dict.fromkeys(
        m.place
        for m in scene.places
        if m.place and m.place.level is Level.TOWNSHIP and supports(m.place, taker)
    )
    return list(towns) if len(towns) == 1 else []


def _sentence_before(match: Match) -> tuple[int, int]:
    """The marked text of a match's sentence before it."""
    text, end = match.marked.text, match.found.start()
    return max(text.rfind(mark, 0, end) for mark in "。；！？\n") + 1, end


def _has_subject(match: Match) -> bool:
    """Whether a place stands before the words in their clause: then a frame has read it."""
    before = match.marked.text[: match.found.start()]
    return MARKS[PlaceMention] in _CLAUSES.split(before)[-1]


def givers_of(scene: Scene, trigger: Span, taker: Place) -> list[Place]:
    """The place that the article names most of those that can support ``taker``.

    None where the sentence lists several of one province's rank (北京、上海、江苏等地响应号召), or
    the article names several of them equally often, as rosters do.
    """
    datelines = origins(scene)
    able = [
        (m.span, place)
        for m in scene.places
        if m.place is not None
        and m.span not in datelines
        and supports(place := in_county(m.place), taker)
    ]
    if taker.province.code not in AIDED and any(is_eastern(place) for _, place in able):
        able = [(span, place) for span, place in able if is_eastern(place)]
    sentence = scene.article.sentence_at(trigger.start)
    beside = {place for span, place in able if sentence.contains(span)}
    if len({place.province for place in beside}) > _LISTED:
        return []
    alike = {place for place in beside if _are_alike(place, taker)}
    cities = {p for _, p in able if p.level is Level.PREFECTURE}
    if taker.level is Level.PREFECTURE and taker.province.code not in AIDED and len(cities) == 1:
        return list(cities)
    if len(alike or beside) == 1:
        return list(alike or beside)
    named = Counter(place for _, place in able)
    mostly = [p for p, count in named.items() if count >= _OFTEN and _are_alike(p, taker)]
    if taker.level is Level.COUNTY and len(mostly) == 1:
        return mostly
    if taker.province.code in AIDED:
        # Tibet and Xinjiang are shared out among provinces, not among their cities.
        provinces = {place for place in named if place.level is Level.PROVINCE}
        if taker.level is Level.COUNTY:
            most = max((named[place] for place in named if place not in provinces), default=0)
            provinces = {p for p in provinces if _SHARED * named[p] > most}
        named = Counter({place: named[place] for place in provinces or named})
    best = [place for place, count in named.items() if count == max(named.values())]
    return best if len(best) == 1 else []


def _are_alike(giver: Place, taker: Place) -> bool:
    """Whether two places are of one rank, a division of the Corps being a prefecture's."""
    if is_prefecture(taker):
        return giver.level is Level.PREFECTURE
    return same_level(Pair(giver, taker))


def within(
    scene: Scene, region: Place, giver: Place | None = None, trigger: Span | None = None
) -> Place:
    """The part of Tibet, Qinghai or Xinjiang that is meant; else the region itself.

    That is the prefecture which the article names most, unless it names only a county of it, or
    the giver is a city: cities support counties. The only prefecture that the sentence of
    ``trigger`` names comes before those of the rest.
    """
    if region.code not in AIDED:
        return region
    low = giver is not None and giver.level is not Level.PROVINCE
    named = _named_in(scene, region)
    own = [] if low or giver is None else _own(giver, region)
    sole = own[0] if len(own) == 1 else None
    own = [p for p in own if any(place.within(p) or p.within(place) for place in named)]
    if trigger is not None:
        inside = scene.places_between(scene.article.sentence_at(trigger.start))
        here = {
            p
            for p in inside
            if p.within(region)
            and (p.level is Level.COUNTY if low else is_prefecture(p))
            and not (own and _is_elsewhere(p, own))
        }
        if len(here) == 1:
            return here.pop()
    if sole is not None and sole in named:
        return sole
    if own:
        named = Counter({p: count for p, count in named.items() if not _is_elsewhere(p, own)})
    prefectures: Counter[Place] = Counter()
    counties: Counter[Place] = Counter()
    for place, count in named.items():
        if is_prefecture(place):
            prefectures[place] += count
        elif place.level is Level.COUNTY or (low and is_regiment(place)):
            counties[place] += count
            if place.parent is not None and is_prefecture(place.parent):
                prefectures[place.parent] += count
    best = _most(prefectures)
    several = len(counties) > _STATIONS and len({counties[p] for p in counties}) == 1
    if counties and (low or best is None or (named[best] == 0 and not several)):
        return _most(counties) or region
    return best or region


def _own(giver: Place, region: Place) -> list[Place]:
    """The places of a region that other reports pair with a province."""
    return [p for p in gazetteer().partners(giver) if p.within(region) and is_aided(p)]


def _is_elsewhere(place: Place, own: Iterable[Place]) -> bool:
    """Whether a place neither is nor holds nor lies in one that a province is known to support."""
    return not any(place.within(known) or known.within(place) for known in own)


def _named_in(scene: Scene, region: Place) -> Counter[Place]:
    """How often the article names each part of a region, but for where something takes place."""
    seats = {
        m.span
        for found in _SEAT.finditer(scene.marked.text)
        for m in scene.marked.mentions(*found.span())
    }
    return Counter(
        m.place
        for m in scene.places
        if m.place is not None
        and m.place != region
        and m.place.within(region)
        and m.place.code not in _UNAIDED
        and m.span not in seats
    )


def _most(named: Counter[Place]) -> Place | None:
    return max(sorted(named), key=lambda place: named[place]) if named else None
