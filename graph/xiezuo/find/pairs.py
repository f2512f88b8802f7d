"""Pair abbreviations: 闽宁, 沪滇 of two provinces, 延锡, 越马 of two places that the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from xiezuo.find.letters import initials, letters
from xiezuo.find.lexicon import words
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Article, Level, PairMention, Place, PlaceMention, Span

_EAST = "京津沪苏浙闽鲁粤"
_WEST = "蒙桂渝川黔滇藏陕甘陇宁疆"
"""Letters of supporting and of receiving provinces that begin few other words."""
_NOT_ROADS = r"(?!高速|高铁|铁路|公路|航|线|籍|商|企|剧|菜)"
_COMMON = (
    r"两(?:地|省|市|县|区|州|旗)|双方|(?:东西部)?(?:扶贫|劳务|消费|产业|对口|结对)?(?:协作|帮扶|支援)|对口|结对"
    r"|携手|牵手|联席|一家|山海|山水|情|之[情约]|共[建振兴]|模式|产业园"
)
_OF_PROVINCES = rf"(?:{_COMMON}|合作|挂职|之间|护工|园区|干部|示范|高层|人才|劳务|消费|教育|医疗|科技|文旅|[“”])"
_LOCAL = rf"(?:{_COMMON}|(?:对口|深度|战略)?合作)"


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
    named = initials(places)
    for match in _pattern(frozenset(named)).finditer(article.text):
        if any(offset in covered for offset in range(*match.span("pair"))):
            continue
        yield from _pairs(match, named)


@cache
def _pattern(local: frozenset[str]) -> re.Pattern[str]:
    """Runs of two or three abbreviating characters, mostly before words of cooperation."""
    stop = "|".join(words("not_pairs"))
    provinces = "".join(letters())
    every = "".join(sorted(local | set(provinces)))
    more = f"[{_EAST}{_WEST}]"
    plain = f"(?<!{more})(?<!在)(?:[{_EAST}][{_WEST}]|[{_WEST}][{_EAST}])(?!{more}){_NOT_ROADS}"
    return re.compile(
        rf"(?!{stop})(?P<pair>[{provinces}]·?[{provinces}]{{1,2}}(?={_OF_PROVINCES})"
        rf"|{plain}|[{every}]{{2,3}}(?={_LOCAL}))"
    )


def _pairs(match: re.Match[str], named: Mapping[str, tuple[Place, ...]]) -> Iterator[PairMention]:
    characters = match["pair"].replace("·", "")
    start = match.start("pair")
    span = Span(*match.span("pair"))
    if match.string.startswith("”", match.end()) and not match.string.endswith("“", 0, start):
        return
    sides = [_places(character, named) for character in characters]
    for index, first in enumerate(sides):
        for second in sides[index + 1 :]:
            pair = _pair(first, second)
            if pair is not None:
                yield PairMention(span, *pair, _reason(pair))


def _places(character: str, named: Mapping[str, tuple[Place, ...]]) -> tuple[Place, ...]:
    """What a character may stand for: provinces, and cities and counties that are named."""
    around = {place for others in named.values() for place in others}
    abbreviated = tuple(
        place
        for place in letters().get(character, ())
        if place.level is Level.PROVINCE or place in around
    )
    return tuple(dict.fromkeys((*named.get(character, ()), *abbreviated)))


def _pair(first: Sequence[Place], second: Sequence[Place]) -> tuple[Place, Place] | None:
    """The first of the known, then of the possible pairings of two sides, like levels first."""
    possible = [
        (one, other)
        for one, other in product(first, second)
        if gazetteer().direction(one, other) is not None
    ]
    known = [pair for pair in possible if pair[1] in gazetteer().partners(pair[0])]
    level = [pair for pair in possible if pair[0].level == pair[1].level]
    return next(iter([*known, *level, *possible]), None)


def _reason(pair: tuple[Place, Place]) -> str:
    if all(place.level is Level.PROVINCE for place in pair):
        return "省（区、市）简称"
    return "取文中两地名称的首字"
