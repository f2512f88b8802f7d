"""Raw place names of a text: every name of the gazetteer that its characters can be read as.

All names are searched at once with overlaps, together with ordinary words that share characters
with them. Where hits overlap, the reading that covers the text best wins: 陇南 and 山区 against
南山区, 适应 and 城市 against 应城市, 江苏 against the 从江 of 从江苏.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from xiezuo.find.lexicon import words
from xiezuo.gazetteer import Name, gazetteer
from xiezuo.model import Level

_WORD_BONUS = 3
_BONUS = {Level.PROVINCE: 5, Level.PREFECTURE: 2}
"""Beside ten for each character: a province's short form is worth more than an ordinary word,
a prefecture's a little less, a county's less than half."""

_LANDSCAPE = "山河湖江海"
"""Before 东, 西, 南 or 北 these end a name: 微山东里 and 佛山西站 are not in 山东 and 山西."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name at ``[start, end)`` with its readings.

    ``homonym`` if it is nearly always a word, ``doubtful`` if it is often one.
    """

    start: int
    end: int
    text: str
    readings: tuple[Name, ...]
    homonym: bool = False
    doubtful: bool = False

    @property
    def weak(self) -> bool:
        """Whether the name alone is not enough to say that a place is meant."""
        return (
            self.homonym
            or self.doubtful
            or (len(self.text) == 2 and all(map(_is_weak, self.readings)))
        )

    @property
    def bare(self) -> bool:
        """Whether the name has no ending that says what it is: 平凉, 卓尼."""
        return not self.text.endswith(_ENDINGS) and all(
            reading.form in ("short", "former") for reading in self.readings
        )


_ENDINGS = ("省", "市", "州", "盟", "县", "区", "旗")


def _is_weak(reading: Name) -> bool:
    return reading.form == "former" or (
        reading.form == "short" and reading.place.level not in _BONUS
    )


@dataclass(frozen=True)
class _Automaton:
    search: AhoCorasick
    texts: Sequence[str]
    readings: Sequence[tuple[Name, ...]]
    """Empty for an ordinary word."""
    weights: Sequence[int]
    homonyms: frozenset[str]
    doubtful: frozenset[str]


@cache
def _automaton() -> _Automaton:
    homonyms = frozenset(words("place_homonyms"))
    doubtful = frozenset(words("place_doubtful"))
    names = {name: found for name, found in gazetteer().names.items() if len(name) > 1}
    table: dict[str, tuple[Name, ...]] = dict.fromkeys(words("place_words"), ())
    table |= {name: found for name, found in names.items() if name not in table}
    clashes = [name for name in names if not table[name]]
    table |= {name: names[name] for name in clashes}
    texts = list(table)
    weights = [_weight(text, table[text], text in homonyms) for text in texts]
    for name in clashes:  # both a word and a name: as good as a word against other names
        weights[texts.index(name)] = 10 * len(name) + _WORD_BONUS
    return _Automaton(AhoCorasick(texts), texts, list(table.values()), weights, homonyms, doubtful)


def _weight(text: str, readings: tuple[Name, ...], homonym: bool) -> int:
    full = 10 * len(text)
    if not readings:
        return full + _WORD_BONUS
    if any(reading.form in ("name", "full") for reading in readings):
        return full + (_BONUS[Level.PROVINCE] if len(text) > 2 else 0)
    if len(text) > 2:
        return full + _BONUS[Level.PREFECTURE]
    if text[-1] in _LANDSCAPE and text[0] != "从":
        return full + _BONUS[Level.PROVINCE] + 1
    best = max(_BONUS.get(reading.place.level, -5) for reading in readings)
    return full + best - (5 if homonym else 0)


def scan(text: str) -> Iterator[Toponym]:
    """The place names of a text, from left to right, none overlapping another."""
    automaton = _automaton()
    hits = automaton.search.find_matches_as_indexes(text, overlapping=True)
    for pattern, start, end in _best(hits, automaton.weights):
        readings = automaton.readings[pattern]
        if readings:
            name = automaton.texts[pattern]
            yield Toponym(
                start,
                end,
                name,
                readings,
                name in automaton.homonyms,
                name in automaton.doubtful,
            )


_Hit = tuple[int, int, int]


def _best(hits: Sequence[_Hit], weights: Sequence[int]) -> Iterator[_Hit]:
    """Of overlapping hits the set with the greatest weight."""
    cluster: list[_Hit] = []
    reach = 0
    for hit in sorted(hits, key=lambda hit: hit[1]):
        if hit[1] >= reach and cluster:
            yield from _heaviest(cluster, weights)
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit[2])
    if cluster:
        yield from _heaviest(cluster, weights)


def _heaviest(cluster: Sequence[_Hit], weights: Sequence[int]) -> Iterator[_Hit]:
    if len(cluster) == 1:
        yield cluster[0]
        return
    best: dict[int, tuple[int, tuple[_Hit, ...]]] = {}
    for hit in sorted(cluster, key=lambda hit: (hit[2], hit[1])):
        before = max(
            (best[end] for end in best if end <= hit[1]),
            key=lambda found: found[0],
            default=(0, ()),
        )
        found = (before[0] + weights[hit[0]], (*before[1], hit))
        if found[0] > best.get(hit[2], (0,))[0]:
            best[hit[2]] = found
    yield from max(best.values(), key=lambda found: found[0])[1]
