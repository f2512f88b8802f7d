"""Which of an article's pairs a sentence names, and which of them contain each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xiezuo.model import Level, Pair, Place

_COUNTED = re.compile("([三四五六七八九])个?(?:结对|受援)?([县区旗])(?![级域长委])")
_NUMERALS = {numeral: value for value, numeral in enumerate("三四五六七八九", 3)}
"""Words for as many pairs as the article has: 为结对三县量身定制."""

_TO_TWO = re.compile("[向为对给在往赴“]两个?([县区市旗州])")
"""Two recipients of one supporter: 宝安区向两县投入资金."""

_BESIDE = ("及", "以及", "和", "，特别是", "，尤其是", "，重点是")
"""Between a place and those of its parts that are told beside it."""

FEW = 2
"""A longer list of pairs is summed up by what follows it, where one pair contains them all."""


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Told:
    """A sentence: its words, the places it names, the seats of its bodies, its speaker's place.

    ``passing`` are the places that it names in passing only: by a pair's abbreviation (粤桂协作),
    in a slogan (“甲地总部+乙地基地”), or in what is carried out (落实甲省部署).
    """

    words: str
    named: tuple[Place, ...]
    seats: frozenset[Place] = frozenset()
    speaker: Place | None = None
    passing: frozenset[Place] = frozenset()


def counted(low: Sequence[Pair], words: str, named: Sequence[Place]) -> list[Pair]:
    """The pairs of one supporter whose recipients are counted rather than named, if all are."""
    two = _TO_TWO.search(words) if len(low) > 1 and "两" in words else None
    if two and not any(pair.recipient in named for pair in low):
        told = [p for p in low if p.supporter in named and p.recipient.name.endswith(two[1])]
        if len(told) == FEW:
            return told
    number = _COUNTED.search(words) if len(low) >= _NUMERALS["三"] else None
    if number is None or any(pair.recipient in named for pair in low):
        return []
    told = [pair for pair in low if pair.recipient.name.endswith(number[2])]
    one = len({pair.supporter for pair in told}) == 1
    apart = not any(contains([whole], told) for whole in low)
    return told if one and apart and len(told) == _NUMERALS[number[1]] else []


def by_name(
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
        return [pair for pair in inside if not contains_any(pair, inside)]
    told = [pair for pair, count in zip(low, sides, strict=True) if count == best and best]
    if best == 1 and any(pair.supporter in named and pair.recipient in named for pair in high):
        # 鲁渝 names the provinces' pair, not the one of a county that Shandong supports itself.
        whole = {side for pair in high for side in (pair.supporter, pair.recipient)}
        below = [place for place in named if place not in whole]
        told = [pair for pair in told if pair.supporter in below or pair.recipient in below]
    if best == 1 and len({p.recipient for p in told if p.recipient in named}) > 1:
        # Several recipients in a row: all are told of, whichever was told of before.
        return [pair for pair in told if pair.recipient in named]
    if best == 1 and len(told) > 1:
        told = _of_supporter(told, named, before) or [p for p in told if p in before] or told
    if best > 1:
        told = _wholes(told, sentence.words) or [
            pair
            for pair in told
            if not contains_any(pair, [it for it in told if it.supporter == pair.supporter])
        ]
    return told


def _of_supporter(
    told: Sequence[Pair], named: Sequence[Place], before: Sequence[Pair]
) -> list[Pair]:
    """What a supporter does that is named alone, where several parts of one pair are told of."""
    if any(pair.recipient in named for pair in told):
        return []
    if sum(1 for pair in told if pair in before) < FEW:
        return []
    return [whole for whole in told if is_whole([whole], told)]


def _wholes(told: Sequence[Pair], words: str) -> list[Pair]:
    """The pairs whose many parts are told beside them: 对口支援甲地区及乙、丙、丁三县以来."""
    if len(told) <= FEW:
        return []
    wholes = {
        whole: [p for p in told if p.supporter == whole.supporter and p.inside(whole)]
        for whole in told
        if any(f"{name}{mark}" in words for name in _names(whole.recipient) for mark in _BESIDE)
    }
    wholes = {whole: parts for whole, parts in wholes.items() if len(parts) > FEW}
    covered = {part for parts in wholes.values() for part in parts}
    return list(wholes) if covered.union(wholes) == set(told) else []


def _names(place: Place) -> tuple[str, ...]:
    return (place.name, *place.alt_names)


def by_seats(low: Sequence[Pair], sentence: Told) -> list[Pair]:
    """The pairs both of whose sides a sentence names as seats of bodies (南京市商务局).

    The seat of one side tells of a pair, too, if it is of no other.
    """
    seats = sentence.seats
    told = [pair for pair in low if pair.supporter in seats and pair.recipient in seats]
    if told:
        return told
    told = [pair for pair in low if pair.supporter in seats or pair.recipient in seats]
    return told if len(told) == 1 else []


def by_speaker(low: Sequence[Pair], sentence: Told) -> list[Pair]:
    """The one pair of the place whose official speaks; a side of several pairs decides none."""
    if sentence.speaker is None:
        return []
    told = [pair for pair in low if sentence.speaker in (pair.supporter, pair.recipient)]
    return told if len(told) == 1 else []


def summed_up(parts: Sequence[Pair], pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The one pair that contains many, where the article has it."""
    for whole in pairs:
        if whole not in parts and contains([whole], parts):
            return (whole,)
    return tuple(parts)


def contains_any(whole: Pair, parts: Sequence[Pair]) -> bool:
    """Whether one of the parts lies in a pair."""
    return any(part.inside(whole) for part in parts)


def contains(whole: Sequence[Pair], parts: Sequence[Pair]) -> bool:
    """Whether each of the parts lies in the first of the wholes, without being it."""
    return bool(whole) and all(part.inside(whole[0]) for part in parts)


def are_nested(pairs: Sequence[Pair]) -> bool:
    """Whether one of some pairs lies in another of them."""
    return any(contains_any(pair, pairs) for pair in pairs)


def is_whole(whole: Sequence[Pair], parts: Sequence[Pair]) -> bool:
    """Whether one pair contains all others of some, of which it may be one itself."""
    return len(whole) == 1 and all(part == whole[0] or part.inside(whole[0]) for part in parts)


def height(pair: Pair) -> int:
    """How high the lower side of a pair stands: 3 for provinces, 0 for townships."""
    return min(HEIGHT[pair.supporter.level], HEIGHT[pair.recipient.level])


HEIGHT = {
    Level.PROVINCE: 3,
    Level.PREFECTURE: 2,
    Level.COUNTY: 1,
    Level.ZONE: 1,
    Level.TOWNSHIP: 0,
}
