"""Which of an article's pairs each sentence is about, where the article reports several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xiezuo.model import Level, Pair, Place
from xiezuo.values import quick

_BOTH = re.compile("会议(?:指出|要求|强调|明确|决定|认为)|双方|两[地市区县旗州]|我们")
"""Words for the two sides of the article, whatever provinces stand beside them."""

_EACH = re.compile("各结对|各(?:受援)?[区县市地]|每对|结对(?:区县|县)|[两三四五六七八九十]对")
"""Words for all the pairs that a text lists."""

_COUNTED = re.compile("([三四五六七八九])个?(?:结对|受援)?([县区旗])(?![级域长委])")
_NUMERALS = {numeral: value for value, numeral in enumerate("三四五六七八九", 3)}
"""Words for as many pairs as the article has: 为结对三县量身定制."""

_REGIONS = re.compile("东北(?:地区|三省)|东部(?:地区|省市)|[三四五六]省区?(?!市)")
"""Words for all the provinces that a text pairs."""

_PROVINCES = re.compile("两省(?!会)")
"""Words for the two sides of the provinces' pair."""

_ROW = re.compile("[^，。；：！？]{2,40}")
"""A row of a table, which no sentence mark ends."""

_EXAMPLE = re.compile("(?:例)?如|其中|包括")
"""What follows is an example of the whole."""

_BESIDE = ("及", "以及", "和", "，特别是", "，尤其是", "，重点是")
"""Between a place and those of its parts that are told beside it."""

_NUMBERED = re.compile(
    "[一二三四五六七八九十]{1,2}[是、]|[（(]?[0-9一二三四五六七八九十]{1,2}[）).．、]|[—–•·【]|第[一二三四五六七八九]，"
)
_FIRST = re.compile("[（(]?[一1]|第一")

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
    """What a sentence is about, and the pairs below the provinces that act in it.

    ``before`` is what was told of before it, ``own`` what the article is about.
    """

    about: tuple[Pair, ...]
    acting: tuple[Pair, ...]
    before: tuple[Pair, ...] = ()
    own: tuple[Pair, ...] = ()


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
    course = _Course(pairs, former)
    found = [course.follow(sentence) for sentence in sentences]
    opening = course.opening
    if opening and 1 < len(opening.about) <= _FEW and set(course.own) <= set(opening.about):
        # What stands before two pairs are named, the headline above all, is about both.
        found[: course.opened] = [opening] * course.opened
    return tuple(found)


class _Course:
    """What an article has told of so far."""

    def __init__(self, pairs: Sequence[Pair], former: frozenset[Pair]) -> None:
        self.pairs, self.former = pairs, former
        self.low = low = [pair for pair in pairs if _height(pair) < _HEIGHT[Level.PROVINCE]]
        self.high: Sequence[Pair] = [pair for pair in pairs if pair not in low]
        # A list of provinces' pairs is about all of them, an article's own pair about itself.
        stay = [pair for pair in (low or self.high) if pair not in former] or low or self.high
        self.own: Sequence[Pair] = self.high if len(self.high) > max(1, len(low)) else stay[:1]
        self.mixed = False
        apart = [part for part in low if not any(part.inside(it) for it in self.high)]
        if len(self.high) > 1 and len(apart) > len(low) // 2:
            # Provinces and cities in one list (the north-east's): it is about all of them.
            self.own = self.high = list(pairs)
            self.mixed = True
        self.over = self._overview()
        self.own = self.over or self.own
        self.before: Sequence[Pair] = self.own
        self.rows: list[Pair] = []
        self.lead: Sequence[Pair] | None = None
        self.opening: Topic | None = None
        self.opened = 0

    def _overview(self) -> Sequence[Pair]:
        """The one pair of provinces of an article that tells of many pairs in them."""
        if len(self.high) != 1 or any(_contains_any(pair, self.low) for pair in self.low):
            return ()
        givers = {pair.supporter for pair in self.low if pair.inside(self.high[0])}
        return self.high if len(givers) > _FEW else ()

    def follow(self, sentence: Told) -> Topic:
        """The topic of the next sentence."""
        words = sentence.words
        told: Sequence[Pair] = self._told(sentence)
        if not told and not self.rows and not _ROW.fullmatch(words):
            # An overview of two provinces goes back to them where it names one.
            sides = set(sentence.named)
            told = [pair for pair in self.over if sides & {pair.supporter, pair.recipient}]
        before = tuple(self.before)
        self._carry(words, told)
        # A partner that went is told of where it is named, and no further.
        self.before = [pair for pair in told if pair not in self.former] or self.before
        if not told and _BOTH.search(words) and _contains(self.own, self.before):
            self.before = self.own
        topic = told or self.before
        about = topic if told else self._provinces(sentence) or topic
        found = Topic(tuple(about), tuple(topic), before, tuple(self.own))
        if self.opening is None:
            if told:
                self.opening = found
            else:
                self.opened += 1
        return found

    def _told(self, sentence: Told) -> Sequence[Pair]:
        """What a sentence names itself."""
        low = self.low
        told: Sequence[Pair] = (
            _counted(low, sentence.words, sentence.named)
            or _told(low, self.high, sentence, self.before)
            or _seated(low, sentence)
            or _spoken(low, sentence)
        )
        if len(told) > 1 and _EXAMPLE.match(sentence.words):
            told = _summed_up(told, self.pairs)
        if len(told) > 1:
            told = [pair for pair in told if pair not in self.former] or told
        return told

    def _carry(self, words: str, told: Sequence[Pair]) -> None:
        """Bring forward what a sentence that names nothing goes on with."""
        if told and _ROW.fullmatch(words):
            self.rows += [pair for pair in told if pair not in self.rows]
        elif len(self.rows) > 1 and not told:
            self.before, self.rows = self.rows, []
        if _NUMBERED.match(words):
            # Each point of a list goes on with what stood before the list.
            if self.lead is None or _FIRST.match(words):
                self.lead = self.before
            elif not told:
                self.before = self.lead
        if told:
            return
        if self.mixed:
            self.before = self.own
        each = _EACH.search(words)
        if len(self.low) > 1 and each:
            self.before = [pair for pair in self.low if not _contains_any(pair, self.low)]
        if len(self.before) > _FEW and not each:
            whole = _summed_up(self.before, self.pairs)
            if whole[0] in self.low or len({pair.supporter for pair in self.before}) > _FEW:
                self.before = whole

    def _provinces(self, sentence: Told) -> Sequence[Pair]:
        """The provinces' pairs that a sentence is about."""
        if self.low and _BOTH.search(sentence.words):
            return ()
        named = sentence.named
        provinces = [p for p in self.high if p.supporter in named and p.recipient in named]
        if not provinces and len(self.high) > 1 and _REGIONS.search(sentence.words):
            return self.high
        if not named and len(self.high) == 1 and _PROVINCES.search(sentence.words):
            return self.high
        return provinces


def in_parts(
    parts: Sequence[tuple[str, Sequence[Place]]],
    pairs: Sequence[Pair],
    former: frozenset[Pair],
    topic: Topic,
) -> tuple[tuple[Pair, ...], ...]:
    """What each clause of a sentence is about, by its words and the places that it names.

    A clause that names none is about what the one before it is, of 两地 about the article's own
    pair, and, before any is named, about what was told of before if that is the larger whole.
    """
    found: list[tuple[Pair, ...]] = []
    low = [pair for pair in pairs if _height(pair) < _HEIGHT[Level.PROVINCE]]
    high = [pair for pair in pairs if pair not in low]
    for words, named in parts:
        told = _counted(low, words, named) or _told(
            low, high, Told(words, tuple(named)), topic.about
        )
        told = [pair for pair in told if pair not in former] or told
        if not told and named == [] and _BOTH.search(words) and _contains(topic.own, topic.about):
            told = list(topic.own)
        if told:
            found.append(tuple(told))
        elif found:
            found.append(found[-1])
        elif _contains(topic.before, topic.about) or set(topic.about) < set(topic.before):
            found.append(topic.before)
        else:
            found.append(topic.about)
    return tuple(found)


def _counted(low: Sequence[Pair], words: str, named: Sequence[Place]) -> list[Pair]:
    """The pairs of one supporter whose recipients are counted rather than named, if all are."""
    counted = _COUNTED.search(words) if len(low) >= _NUMERALS["三"] else None
    if counted is None or any(pair.recipient in named for pair in low):
        return []
    told = [pair for pair in low if pair.recipient.name.endswith(counted[2])]
    one = len({pair.supporter for pair in told}) == 1
    apart = not any(_contains([whole], told) for whole in low)
    return told if one and apart and len(told) == _NUMERALS[counted[1]] else []


def _told(
    low: Sequence[Pair], high: Sequence[Pair], sentence: Told, before: Sequence[Pair]
) -> list[Pair]:
    """The pairs below the provinces that a sentence names, the one told of before first."""
    named = sentence.named
    if not named:
        return []
    sides = [(pair.supporter in named) + (pair.recipient in named) for pair in low]
    best = max(sides, default=0)
    if not best:
        # A town or village tells the pair whose side it lies in.
        inside = [pair for pair in low if any(place.within(pair.recipient) for place in named)]
        return [pair for pair in inside if not _contains_any(pair, inside)]
    told = [pair for pair, count in zip(low, sides, strict=True) if count == best and best]
    if best == 1 and any(pair.supporter in named and pair.recipient in named for pair in high):
        # 鲁渝 names the provinces' pair, not the one of a county that Shandong supports itself.
        whole = {side for pair in high for side in (pair.supporter, pair.recipient)}
        below = [place for place in named if place not in whole]
        told = [pair for pair in told if pair.supporter in below or pair.recipient in below]
    if best == 1 and len(told) > 1:
        told = [pair for pair in told if pair in before] or told
    if best > 1:
        told = _wholes(told, sentence.words) or [
            pair
            for pair in told
            if not _contains_any(pair, [it for it in told if it.supporter == pair.supporter])
        ]
    return told


def _wholes(told: Sequence[Pair], words: str) -> list[Pair]:
    """The pairs whose many parts are told beside them: 对口支援甲地区及乙、丙、丁三县以来."""
    if len(told) <= _FEW:
        return []
    wholes = {
        whole: [p for p in told if p.supporter == whole.supporter and p.inside(whole)]
        for whole in told
        if any(f"{name}{mark}" in words for name in _names(whole.recipient) for mark in _BESIDE)
    }
    wholes = {whole: parts for whole, parts in wholes.items() if len(parts) > _FEW}
    covered = {part for parts in wholes.values() for part in parts}
    return list(wholes) if covered.union(wholes) == set(told) else []


def _names(place: Place) -> tuple[str, ...]:
    return (place.name, *place.alt_names)


def _seated(low: Sequence[Pair], sentence: Told) -> list[Pair]:
    """The pairs both of whose sides a sentence names as seats of bodies (南京市商务局).

    The seat of one side tells of a pair, too, if it is of no other.
    """
    seats = sentence.seats
    told = [pair for pair in low if pair.supporter in seats and pair.recipient in seats]
    if told:
        return told
    told = [pair for pair in low if pair.supporter in seats or pair.recipient in seats]
    return told if len(told) == 1 else []


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


def _contains_any(whole: Pair, parts: Sequence[Pair]) -> bool:
    """Whether one of the parts lies in a pair."""
    return any(part.inside(whole) for part in parts)


def _contains(whole: Sequence[Pair], parts: Sequence[Pair]) -> bool:
    """Whether each of the parts lies in the first of the wholes, without being it."""
    return bool(whole) and all(part.inside(whole[0]) for part in parts)


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
