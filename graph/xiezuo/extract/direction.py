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


def same_level(pair: Pair) -> bool:
    """Whether the sides stand on one level of administration, the usual case."""
    return _HEIGHT[pair.supporter.level] == _HEIGHT[pair.recipient.level]


_HEIGHT = {
    Level.PROVINCE: 3,
    Level.PREFECTURE: 2,
    Level.COUNTY: 1,
    Level.ZONE: 1,
    Level.TOWNSHIP: 0,
}
