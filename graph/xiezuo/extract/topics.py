"""Which of an article's pairs each sentence is about, where the article reports several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xiezuo.model import Level, Pair, Place
from xiezuo.values import quick

_BOTH = re.compile("会议(?:指出|要求|强调|明确|决定|认为)|双方|两[地市区县旗州]|我们")
"""Words for the two sides of the article, whatever provinces stand beside them."""

_EACH = re.compile("各结对|各(?:受援)?[区县市地]|每对|结对(?:区县|双方|县)|[两三四五六七八九十]对")
"""Words for all the pairs that a text lists."""

_REGIONS = re.compile("东北(?:地区|三省)|东部(?:地区|省市)|[三四五六]省区?(?!市)")
"""Words for all the provinces that a text pairs."""

_ROW = re.compile("[^，。；：！？]{2,40}")
"""A row of a table, which no sentence mark ends."""

_EXAMPLE = re.compile("(?:例)?如|其中|包括")
"""What follows is an example of the whole."""

_FEW = 2
"""A longer list of pairs is summed up by what follows it, where one pair contains them all."""


@quick
@dataclass(frozen=True, slots=True)
class Told:
    """A sentence: its words, the places it names, the seats of its bodies, its speaker's place."""

    words: str
    named: tuple[Place, ...]
    seats: frozenset[Place] = frozenset()
    speaker: Place | None = None


@quick
@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence is about, and the pairs below the provinces that act in it."""

    about: tuple[Pair, ...]
    acting: tuple[Pair, ...]


def topics(
    sentences: Iterable[Told], pairs: Sequence[Pair], former: frozenset[Pair] = frozenset()
) -> tuple[Topic, ...]:
    """The topic of each sentence.

    A sentence that names places of a pair is about it, and about the provinces' pair only where
    it names both provinces and nothing below. One that names none is about the pair of the
    official who speaks in it, or goes on with what was told before, or, at the start, with the
    article's own pair.

    Args:
        sentences: the article's sentences in order.
        pairs: what the article reports, the pair that it is mostly about first.
        former: those of them that have ended.
    """
    low = [pair for pair in pairs if _height(pair) < _HEIGHT[Level.PROVINCE]]
    high = [pair for pair in pairs if pair not in low]
    # A list of provinces' pairs is about all of them, an article's own pair about itself.
    stay = [pair for pair in (low or high) if pair not in former] or low or high
    own: Sequence[Pair] = high if len(high) > max(1, len(low)) else stay[:1]
    before = own
    rows: list[Pair] = []
    found: list[Topic] = []
    for sentence in sentences:
        words, named = sentence.words, sentence.named
        told = _told(low, named, before) or _seated(low, sentence) or _spoken(low, sentence)
        if len(told) > 1 and _EXAMPLE.match(words):
            told = list(_summed_up(told, pairs))
        if told and _ROW.fullmatch(words):
            rows += [pair for pair in told if pair not in rows]
        elif len(rows) > 1 and not told:
            before, rows = rows, []
        if not told and len(low) > 1 and _EACH.search(words):
            before = low
        if not told and len(before) > _FEW and not _EACH.search(words):
            whole = _summed_up(before, pairs)
            if whole[0] in low or len({pair.supporter for pair in before}) > _FEW:
                before = whole
        # A partner that went is told of where it is named, and no further.
        before = [pair for pair in told if pair not in former] or before
        if not told and _BOTH.search(words) and _contains(own, before):
            before = own
        provinces: list[Pair] = []
        if not told and not (low and _BOTH.search(words)):
            provinces = [p for p in high if p.supporter in named and p.recipient in named]
            if not provinces and len(high) > 1 and _REGIONS.search(words):
                provinces = high
        topic = told or before
        found.append(Topic(tuple(provinces or topic), tuple(topic)))
    return tuple(found)


def _told(low: Sequence[Pair], named: Sequence[Place], before: Sequence[Pair]) -> list[Pair]:
    """The pairs below the provinces that a sentence names, the one told of before first."""
    if not named:
        return []
    sides = [(pair.supporter in named) + (pair.recipient in named) for pair in low]
    best = max(sides, default=0)
    told = [pair for pair, count in zip(low, sides, strict=True) if count == best and best]
    if best == 1 and len(told) > 1:
        told = [pair for pair in told if pair in before] or told
    return told


def _seated(low: Sequence[Pair], sentence: Told) -> list[Pair]:
    """The pairs both of whose sides a sentence names as seats of bodies (南京市商务局)."""
    seats = sentence.seats
    return [pair for pair in low if pair.supporter in seats and pair.recipient in seats]


def _spoken(low: Sequence[Pair], sentence: Told) -> list[Pair]:
    """The one pair of the place whose official speaks; a side of several pairs decides none."""
    if sentence.speaker is None:
        return []
    told = [pair for pair in low if sentence.speaker in (pair.supporter, pair.recipient)]
    return told if len(told) == 1 else []


def _summed_up(parts: Sequence[Pair], pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The one pair that contains many, where the article has it."""
    for whole in pairs:
        if whole not in parts and _contains([whole], parts):
            return (whole,)
    return tuple(parts)


def _contains(whole: Sequence[Pair], parts: Sequence[Pair]) -> bool:
    """Whether each of the parts lies in the first of the wholes, without being it."""
    return bool(whole) and all(
        part != whole[0]
        and part.supporter.within(whole[0].supporter)
        and part.recipient.within(whole[0].recipient)
        for part in parts
    )


def _height(pair: Pair) -> int:
    """How high the lower side of a pair stands: 3 for provinces, 0 for townships."""
    return min(_HEIGHT[pair.supporter.level], _HEIGHT[pair.recipient.level])


_HEIGHT = {
    Level.PROVINCE: 3,
    Level.PREFECTURE: 2,
    Level.COUNTY: 1,
    Level.ZONE: 1,
    Level.TOWNSHIP: 0,
}
