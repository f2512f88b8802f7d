"""Towns and zones that a text names without the county or city that they lie in.

The parts of the home place (我市由石岐区、小榄镇结对帮扶…), and the towns of two counties, one by
one (邱隘镇与卫城镇、东吴镇与梅雨镇结对).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from xiezuo.extract.direction import directed
from xiezuo.gazetteer import gazetteer, is_eastern, side, without_code
from xiezuo.model import Article, Level, Mention, Place, PlaceMention, Span

_CHARACTER = "[^\\W0-9a-zA-Z_的和与在到赴及各等个为把将被从向对全两了是有以由县市省我年]"
_TOWN = f"(?!友好|结对|相关|有关|贫困|受援|偏远|基层){_CHARACTER}{{2,4}}?(?:镇|乡|街道)"
_PART = f"(?:{_CHARACTER}{{2,6}}?开发区|{_CHARACTER}{{1,4}}?区|{_TOWN})"
_LISTED = re.compile(
    f"我[市县区](?:的|由)?(?P<list>{_PART}(?:[、和]{_PART})*)(?=(?:等?[^，。；、]{{1,3}})?(?:分别)?"
    "(?:与|和|同)?(?:结对|对口|帮扶|支援|牵手))"
)
"""我市 and a list of its parts before a verb of pairing."""

_BEFORE_PARTNER = re.compile(f"(?P<list>{_TOWN})(?:与|和|—+|·)$")
_BEHIND_PARTNER = re.compile(
    "(?:与|和|向|(?:党政)?(?:代表团|考察团)?(?:一行)?(?:赴|到|来到|走进))"
    f"(?P<list>{_TOWN})(?=[在建结签开捐达之考调对，、。])"
)
_ITEM = re.compile("[^、和]+")
_COUNTED = tuple("两一二三四五六七八九十各")
_LONGEST = 10
_ZONE = "开发区"


def parts_of(article: Article, mentions: Sequence[Mention], home: Place) -> Iterator[PlaceMention]:
    """The towns and zones of the home place that are named beside places of the other side."""
    places = [m for m in mentions if isinstance(m, PlaceMention)]
    taken = {offset for m in places for offset in range(m.span.start, m.span.end)}
    for span in sorted(set(_lists(article.text, places, home))):
        for item in _ITEM.finditer(article.text, span.start, span.end):
            if item[0].startswith(_COUNTED):
                continue
            if taken.isdisjoint(range(*item.span())):
                taken.update(range(*item.span()))
                level = Level.ZONE if item[0].endswith(_ZONE) else Level.TOWNSHIP
                place = without_code(item[0], home, level)
                yield PlaceMention(Span(*item.span()), place, "sub", f"{home.name}的报道")


_COUPLED = re.compile(
    f"[，、；。：“（\\n](?P<one>{_TOWN})(?:与|和|同|结对(?:帮扶)?|携手|—+|·|-)(?={_CHARACTER})"
)
_TOWN_NAME = re.compile(_TOWN)
_PAIRING = re.compile("结对|帮扶|对口|牵手|签[订署]")
_CLAUSE = 60
"""Within how many characters behind two towns it must be said that they are paired."""


def coupled(article: Article, mentions: Sequence[Mention]) -> Iterator[PlaceMention]:
    """The towns of two counties that a text joins, where it is about just these two counties.

    Of two unknown towns the first lies in the county that the text names first.
    """
    text = article.text
    found = list(_COUPLED.finditer(text))
    places = [m for m in mentions if isinstance(m, PlaceMention) and m.place] if found else []
    counties = _two_counties(places)
    if counties is None:
        return
    starts = {m.span.start: m for m in places}
    taken = {offset for m in places for offset in range(m.span.start, m.span.end)}
    for match in found:
        if not _PAIRING.search(text, match.end(), match.end() + _CLAUSE):
            continue
        known = starts.get(match.end())
        first, second = counties
        if known is not None and known.place is not None and known.place.parent in counties:
            first = counties[1] if known.place.parent == counties[0] else counties[0]
        elif known is not None or not (name := _TOWN_NAME.match(text, match.end())):
            continue
        elif taken.isdisjoint(range(*name.span())):
            yield _town(name.span(), name[0], second)
        if taken.isdisjoint(range(*match.span("one"))):
            yield _town(match.span("one"), match["one"], first)


@cache
def _of_cities() -> tuple[re.Pattern[str], tuple[str, ...], dict[tuple[str, str], Place]]:
    """The towns of cities without counties: a pattern for their names, the cities, and by both."""
    towns = {(town.parent.name[:2], town.name): town for town in gazetteer().towns if town.parent}
    cities = tuple(dict.fromkeys(city for city, _ in towns))
    return re.compile("|".join(sorted({name for _, name in towns}))), cities, towns


def of_cities(article: Article, mentions: Sequence[Mention]) -> Iterator[PlaceMention]:
    """The towns of 东莞 and 中山, in texts that name the city."""
    text = article.text
    pattern, known_cities, towns = _of_cities()
    cities = [city for city in known_cities if city in text]
    if not cities:
        return
    places = [m for m in mentions if isinstance(m, PlaceMention)]
    taken = {offset for m in places for offset in range(m.span.start, m.span.end)}
    for found in pattern.finditer(text):
        known = [towns[city, found[0]] for city in cities if (city, found[0]) in towns]
        if len(known) == 1 and taken.isdisjoint(range(*found.span())):
            yield PlaceMention(Span(*found.span()), known[0], "sub", "文中有所属的市")


_AIDS = "(?:对口|结对|定点)+(?:帮扶|支援|援建|协作)(?:了|的|过)?"
_AIDED = re.compile(f"(?P<giver>{_TOWN})?(?:党政代表团)?{_AIDS}(?P<list>{_TOWN}(?:[、和]{_TOWN})*)")
_AIDING = re.compile(f"(?:对口|结对|定点){_AIDS.replace('+', '*', 1)}{_TOWN}")
"""What each match of that holds; it begins with characters, by which the scan skips all else."""


_QUAKE = re.compile("[特大]*地震")


def aided(article: Article, mentions: Sequence[Mention]) -> Iterator[PlaceMention]:
    """Towns that are said to be helped, and the town that helps: 甲街道对口帮扶的乙镇.

    Each lies in the only county of its side that the text names.
    """
    text = article.text
    if _AIDING.search(text) is None:
        return
    found = list(_AIDED.finditer(text)) if "镇" in text or "乡" in text else []
    places = [m for m in mentions if isinstance(m, PlaceMention)]
    counties = dict.fromkeys(
        m.place
        for m in places
        if m.place and m.place.level is Level.COUNTY and not _QUAKE.match(text, m.span.end)
    )
    takers = [county for county in counties if side(county) == 0]
    givers = [county for county in counties if is_eastern(county)]
    taken = {offset for m in places for offset in range(m.span.start, m.span.end)}
    for match in found:
        named = [(match, "giver", givers)] if match["giver"] else []
        for one, group, sides in (*named, (match, "list", takers)):
            for town in _TOWN_NAME.finditer(text, *one.span(group)) if len(sides) == 1 else ():
                if taken.isdisjoint(range(*town.span())):
                    taken.update(range(*town.span()))
                    yield _town(town.span(), town[0], sides[0])


def _town(span: tuple[int, int], name: str, county: Place) -> PlaceMention:
    place = without_code(name, county, Level.TOWNSHIP)
    return PlaceMention(Span(*span), place, "sub", "两县乡镇结对")


def _two_counties(places: Sequence[PlaceMention]) -> tuple[Place, Place] | None:
    """The only two counties of a text, of which one can support the other."""
    counties = dict.fromkeys(
        m.place for m in places if m.place is not None and m.place.level is Level.COUNTY
    )
    if len(counties) != 2:
        return None
    one, other = counties
    return (one, other) if directed(one, other) else None


def _lists(text: str, places: Sequence[PlaceMention], home: Place) -> Iterator[Span]:
    """Where the parts stand: behind 我市, or joined to a place of another province."""
    if "我" in text:
        for found in _LISTED.finditer(text):
            yield Span(*found.span("list"))
    if home.level is not Level.COUNTY:
        return
    for mention in places:
        place = mention.place
        if place is None or place.province == home.province:
            continue
        start, end = mention.span.start, mention.span.end
        if place.level is Level.TOWNSHIP:
            before = text[max(0, start - _LONGEST) : start]
            if listed := _BEFORE_PARTNER.search(before):
                first = start - len(before)
                yield Span(first + listed.start("list"), first + listed.end("list"))
        if place.level in (Level.COUNTY, Level.TOWNSHIP) and (
            behind := _BEHIND_PARTNER.match(text, end)
        ):
            yield Span(*behind.span("list"))
