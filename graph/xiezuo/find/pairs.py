"""Pair abbreviations: 闽宁, 沪滇 of two provinces, 延锡, 越马 of two places that the text names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product

from xiezuo.find.letters import initials, letters
from xiezuo.find.lexicon import words
from xiezuo.gazetteer import gazetteer, side
from xiezuo.model import Article, Level, PairMention, Place, PlaceMention, Span

_EAST = "京津沪苏浙闽鲁粤"
_WEST = "蒙桂渝川黔滇藏陕甘陇宁疆"
"""Letters of supporting and of receiving provinces that begin few other words."""
_NOT_ROADS = r"(?!高速|高铁|铁路|公路|航|线|籍|商|企|剧|菜)"
_COOPERATING = (
    "两地|两省|两市|两县|两区|两州|两旗|三地|三市|三方|双方|协作|帮扶|支援|东西部|东西协作|东西扶贫|扶贫协作|劳务协作|消费帮扶|产业协作|产业合作"
    "|对口|结对|携手|牵手|联席|一家|山海|山水|情|之情|之约|共建|共振兴|模式|产业园|合作|深度合作|战略合作"
)
"""What follows the abbreviation of a pair; literal words, which ``re`` finds fastest."""
_OF_PROVINCES = (
    f"(?:{_COOPERATING}|挂职|之间|护工|园区|干部|示范|高层|人才"  # as well as the above
    "|劳务|消费|教育|医疗|科技|文旅|[“”])"
)

_GUANG = ("440000", "450000")
_TWO_GUANG = re.compile(f"两广(?={_OF_PROVINCES})")
"""广东 and 广西 by the character that they share."""
_SPELLED = re.compile(
    "(?P<one>[一-鿿])（(?P<first>[一-鿿]{1,3})）(?P<other>[一-鿿])（(?P<second>[一-鿿]{1,3})）"
)
_SPELLED_OUT = re.compile("（[一-鿿]{1,3}）[一-鿿]（[一-鿿]{1,3}）")
"""What each of these holds; the scan for it skips most of a text."""
_BRACKETED = re.compile(f"[{_EAST}][{_WEST}][（(](?P<inner>[一-鿿]{{2}})[）)](?={_OF_PROVINCES})")
"""The pair of two cities behind that of their provinces: 鲁渝（济万）协作."""


def find_pairs(article: Article, places: Sequence[PlaceMention]) -> Iterator[PairMention]:
    """The pairs that an article abbreviates, in the order of its text.

    Two characters are a pair when they stand for places of which one supports the other, and
    what follows is about cooperation. Cities and counties must be named in the article.

    Args:
        article: the article.
        places: its place mentions.
    """
    covered = {
        offset
        for mention in places
        if mention.form != "abbreviation"
        for offset in range(mention.span.start, mention.span.end)
    }
    told = initials(places)
    around = {place for same in told.values() for place in same}
    named = _with_cities(told)
    alone = {m.place for m in places if m.place and m.form not in ("abbreviation", "inside")}
    found: dict[Span, tuple[tuple[Place, Place], ...]] = {}
    for span in _runs(article.text, named):
        if covered.isdisjoint(range(span.start, span.end)) and _is_quoted_whole(article, span):
            pairs = _pairs(span.of(article.text), named, around)
            found.setdefault(span, tuple(_levelled(pair, alone) for pair in pairs))
    for match in _TWO_GUANG.finditer(article.text):
        east, west = (gazetteer().place(code) for code in _GUANG)
        found[Span(*match.span())] = ((east, west),)
    for match in _SPELLED.finditer(article.text) if _SPELLED_OUT.search(article.text) else ():
        found.setdefault(Span(*match.span()), tuple(_spelled(match)))
    for span in sorted(found):
        for pair in found[span]:
            yield PairMention(span, *pair, _reason(pair))


def _levelled(pair: tuple[Place, Place], named: Collection[Place]) -> tuple[Place, Place]:
    """The pair, with the only county named of a city that is named nowhere: 聊彭 of 茌平区."""
    one, other = (_county(place, beside, named) for place, beside in (pair, pair[::-1]))
    return one, other


def _county(place: Place, beside: Place, named: Collection[Place]) -> Place:
    if place.level is not Level.PREFECTURE or beside.level is not Level.COUNTY or place in named:
        return place
    counties = [p for p in named if p.parent == place and p.level is Level.COUNTY]
    return counties[0] if len(counties) == 1 else place


def _with_cities(named: Mapping[str, tuple[Place, ...]]) -> dict[str, tuple[Place, ...]]:
    """The places by their first characters, with the cities that they lie in.

    盐铜 stands for 盐城 and 铜川 where it tells of 盐城大丰区 and 铜川宜君县.
    """
    found = dict(named)
    for places in named.values():
        for place in places:
            city = place.parent
            if city is None or city.level is not Level.PREFECTURE:
                continue
            known = found.get(city.name[0], ())
            if city not in known:
                found[city.name[0]] = (*known, city)
    return found


def _spelled(match: re.Match[str]) -> Iterator[tuple[Place, Place]]:
    """The pair whose letters are spelled out, 苏（州）阜（阳）, if one supports the other."""
    sides = []
    for letter, rest in ((match["one"], match["first"]), (match["other"], match["second"])):
        readings = gazetteer().readings(letter + rest) or gazetteer().readings(rest)
        sides.append([r.place for r in readings if r.place.level is not Level.COUNTY])
    if all(sides) and gazetteer().direction(sides[0][0], sides[1][0]) is not None:
        yield sides[0][0], sides[1][0]


def may_pair(text: str) -> bool:
    """Whether a text may abbreviate a pair, whatever places it names."""
    if _SPELLED_OUT.search(text):
        return True
    provinces, sure, cooperating, _ = _patterns()
    if provinces.search(text) or sure.search(text):
        return True
    characters = _characters()
    return any(
        characters.issuperset(text[match.start() - 2 : match.start()])
        for match in cooperating.finditer(text, 2)
    )


@cache
def _characters() -> frozenset[str]:
    """Those that may stand for a place: a letter, or the first of a name in the gazetteer."""
    names = (reading.place.name for same in gazetteer().names.values() for reading in same)
    return frozenset(name[0] for name in names).union(letters())


def _runs(text: str, named: Mapping[str, Sequence[Place]]) -> Iterator[Span]:
    """Two or three abbreviating characters, mostly before words of cooperation."""
    provinces, sure, cooperating, stop = _patterns()
    known = letters()
    for match in (*provinces.finditer(text), *sure.finditer(text)):
        if not stop.match(match.group()):
            yield Span(*match.span())
    for match in _BRACKETED.finditer(text):
        yield Span(*match.span("inner"))
    for match in cooperating.finditer(text):
        end = start = match.start()
        while (
            start > 0 and end - start < 4 and (text[start - 1] in named or text[start - 1] in known)
        ):
            start -= 1
        if end - start == 4:  # 通汉苏陕协作: the cities' pair, then the provinces'
            yield Span(start, start + 2)
            start += 2
        if end - start in (2, 3) and not stop.match(text, start, end):
            yield Span(start, end)


def _is_quoted_whole(article: Article, span: Span) -> bool:
    """Whether quotation marks, if any, stand on both sides: “闽宁”, not “…闽宁”."""
    closed = article.text.startswith("”", span.end)
    return not closed or article.text.endswith("“", 0, span.start)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    every = "".join(letters())
    more = f"[{_EAST}{_WEST}]"
    either = f"(?:(?<=[{_EAST}])[{_WEST}]|(?<=[{_WEST}])[{_EAST}])"
    return (
        re.compile(
            rf"[{every}](?:·?[{every}]{{1,2}}(?={_OF_PROVINCES})|、[{every}](?=两[省市地]))"
        ),
        # It begins with characters, which the scan looks for; what must not stand before the
        # first is looked at behind it.
        re.compile(rf"{more}(?<!{more}.)(?<!在.){either}(?!{more}){_NOT_ROADS}"),
        re.compile(_COOPERATING),
        re.compile("|".join(words("not_pairs"))),
    )


def _pairs(
    written: str, named: Mapping[str, tuple[Place, ...]], around: Collection[Place]
) -> Iterator[tuple[Place, Place]]:
    """The pairs among characters.

    Each stands for provinces, for places that are named, or for cities that other reports pair.
    """
    characters = re.sub("[·、]", "", written)
    possible = [(*named.get(c, ()), *letters().get(c, ())) for c in characters]
    sides = []
    for character, own in zip(characters, possible, strict=True):
        others = {place for places in possible if places is not own for place in places}
        abbreviated = tuple(
            place
            for place in letters().get(character, ())
            if place.level is Level.PROVINCE
            or place in around
            or not gazetteer().partners(place).isdisjoint(others)
        )
        sides.append(tuple(dict.fromkeys((*named.get(character, ()), *abbreviated))))
    pairs = list(filter(None, (_pair(*two, around) for two in combinations(sides, 2))))
    foremost = max((max(map(side, pair)) for pair in pairs), default=0)
    yield from (pair for pair in pairs if max(map(side, pair)) == foremost)


def _pair(
    first: Sequence[Place], second: Sequence[Place], around: Collection[Place]
) -> tuple[Place, Place] | None:
    """The first of the known, then of the possible pairings of two sides.

    Of these come first those that the text names, then like levels.
    """
    possible = [
        (one, other)
        for one, other in product(first, second)
        if gazetteer().direction(one, other) is not None
    ]
    known = [pair for pair in possible if pair[1] in gazetteer().partners(pair[0])]
    level = [pair for pair in possible if pair[0].level == pair[1].level]
    named = [pair for pair in possible if pair[0] in around and pair[1] in around]
    return next(iter([*known, *named, *level, *possible]), None)


def _reason(pair: tuple[Place, Place]) -> str:
    if all(place.level is Level.PROVINCE for place in pair):
        return "省（区、市）简称"
    return "取文中两地名称的首字"
