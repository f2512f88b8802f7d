"""Raw place names of a text: every name of the gazetteer that its characters can be read as.

All names are searched at once with overlaps, together with ordinary words that share characters
with them. Where hits overlap, the reading that covers the text best wins: 陇南 and 山区 against
南山区, 适应 and 城市 against 应城市, 江苏 against the 从江 of 从江苏.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from ahocorasick_rs import AhoCorasick

from xiezuo.find.lexicon import words
from xiezuo.gazetteer import Name, gazetteer
from xiezuo.model import Level
from xiezuo.values import quick

_WORD_BONUS = 3
_BONUS = {Level.PROVINCE: 5, Level.PREFECTURE: 2}
"""Beside ten for each character: a province's short form is worth more than an ordinary word,
a prefecture's a little less, a county's less than half."""

_PER_HIT = 5
"""Few long hits are better than many short ones: 铁山港区, not 铁山 and 港区."""
_LANDSCAPE = "山河湖江海"
"""Before 东, 西, 南 or 北 these end a name: 微山东里 and 佛山西站 are not in 山东 and 山西."""


@quick
@dataclass(frozen=True, slots=True)
class Surface:
    """A written name: what it may mean and how far it can be trusted.

    ``homonym`` if it is nearly always a word, ``common`` if more than a place bears the name,
    ``doubtful`` if that is so at times; ``bare`` if it has no ending that says what it is (定西,
    马边); ``weak`` if the name alone is not enough to say that a place is meant; ``province`` if
    it may be a province's.
    """

    text: str
    readings: tuple[Name, ...]
    homonym: bool
    common: bool
    doubtful: bool
    bare: bool
    weak: bool
    province: bool


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Toponym:
    """A written name at ``[start, end)`` of a text."""

    start: int
    end: int
    surface: Surface


_ENDINGS = ("省", "市", "州", "盟", "县", "区", "旗")


def _surface(text: str, readings: tuple[Name, ...]) -> Surface:
    homonym, common, doubtful = (text in known for known in _distrusted())
    short = all(reading.form in ("short", "former") for reading in readings)
    bare = short and not text.endswith(_ENDINGS)
    old = all(reading.form == "former" for reading in readings) and not bare
    return Surface(
        text,
        readings,
        homonym,
        common,
        doubtful,
        bare,
        weak=homonym
        or common
        or doubtful
        or (short and not old and len(text) == 2 and all(map(_is_weak, readings))),
        province=any(reading.place.level is Level.PROVINCE for reading in readings),
    )


def _is_weak(reading: Name) -> bool:
    return reading.form == "former" or reading.place.level not in _BONUS


@cache
def _distrusted() -> tuple[frozenset[str], ...]:
    names = ("place_homonyms", "place_common", "place_doubtful")
    return tuple(frozenset(words(name)) for name in names)


@dataclass(frozen=True)
class _Automaton:
    search: AhoCorasick
    surfaces: Sequence[Surface | None]
    """None for an ordinary word."""
    weights: Sequence[int]


@cache
def _automaton() -> _Automaton:
    ordinary = frozenset(words("place_words"))
    surfaces: dict[str, Surface | None] = dict.fromkeys(ordinary)
    for name, readings in gazetteer().names.items():
        if len(name) > 1:
            surfaces[name] = _surface(name, readings)
    weights = [
        _weight(text, surface if text not in ordinary else None)
        for text, surface in surfaces.items()
    ]
    return _Automaton(AhoCorasick(list(surfaces)), list(surfaces.values()), weights)


def _weight(text: str, surface: Surface | None) -> int:
    """What a hit counts for; a name that is also a word counts as one."""
    full = 10 * len(text) - _PER_HIT
    if surface is None:
        return full + _WORD_BONUS
    if any(reading.form in ("name", "full") for reading in surface.readings):
        return full + (_BONUS[Level.PROVINCE] if len(text) > 2 else 0)
    if len(text) > 2:
        return full + _BONUS[Level.PREFECTURE]
    if text[-1] in _LANDSCAPE and text[0] != "从":
        return full + _BONUS[Level.PROVINCE] + 1
    best = max(_BONUS.get(reading.place.level, -5) for reading in surface.readings)
    return full + best - (5 if surface.homonym or surface.common else 0)


def scan(text: str) -> Iterator[Toponym]:
    """The place names of a text, from left to right, none overlapping another."""
    automaton = _automaton()
    hits = automaton.search.find_matches_as_indexes(text, overlapping=True)
    for pattern, start, end in _best(hits, automaton.weights):
        surface = automaton.surfaces[pattern]
        if surface is not None:
            yield Toponym(start, end, surface)


_Hit = tuple[int, int, int]


def _best(hits: Sequence[_Hit], weights: Sequence[int]) -> Sequence[_Hit]:
    """Of overlapping hits the set with the greatest weight."""
    best: list[_Hit] = []
    cluster: list[_Hit] = []
    reach = 0
    for hit in sorted(hits, key=itemgetter(1)):
        if hit[1] >= reach:
            best += cluster if len(cluster) < 2 else _heaviest(cluster, weights)
            cluster, reach = [hit], hit[2]
        else:
            cluster.append(hit)
            reach = hit[2] if hit[2] > reach else reach
    best += cluster if len(cluster) < 2 else _heaviest(cluster, weights)
    return best


def _heaviest(cluster: Sequence[_Hit], weights: Sequence[int]) -> Sequence[_Hit]:
    if len(cluster) == 2:
        one, other = cluster
        return (one,) if weights[one[0]] >= weights[other[0]] else (other,)
    best: list[tuple[int, int, tuple[_Hit, ...]]] = [(0, 0, ())]  # weight, end, hits
    for hit in sorted(cluster, key=itemgetter(2, 1)):
        weight, _, before = max([found for found in best if found[1] <= hit[1]])
        best.append((weight + weights[hit[0]], hit[2], (*before, hit)))
    return max(best)[2]
