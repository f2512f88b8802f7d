"""Which of two places supports the other: never a matter of word order."""

from __future__ import annotations

from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level, Pair, Place


def directed(one: Place, other: Place) -> Pair | None:
    """The pair of two places in its direction; None where no programme can pair them.

    Places of one province are never a pair; otherwise the gazetteer's sides decide.
    """
    if one.province == other.province:
        return None
    sides = gazetteer().direction(one, other)
    return Pair(*sides) if sides else None


def supports(giver: Place, taker: Place) -> bool:
    """Whether the first of two places can be the supporter of the second."""
    pair = directed(giver, taker)
    return pair is not None and pair.supporter == giver


def same_level(pair: Pair) -> bool:
    """Whether the sides stand on one level of administration, the usual case.

    A municipality (北京市) stands with prefectures as well as provinces, its districts with
    prefectures as well as counties, and a town (闽宁镇) with counties: where a text pairs one, it
    takes a county's place.
    """
    return bool(_heights(pair.supporter) & _heights(pair.recipient))


def _heights(place: Place) -> set[int]:
    height = _HEIGHT[place.level]
    parent = place.parent
    if parent is None and place.name.endswith("市"):
        return {2, 3}
    if height == 1 and parent is not None and parent.level is Level.PROVINCE:
        return {1, 2}
    return {height} if height else {0, 1}


_HEIGHT = {
    Level.PROVINCE: 3,
    Level.PREFECTURE: 2,
    Level.COUNTY: 1,
    Level.ZONE: 1,
    Level.TOWNSHIP: 0,
}
