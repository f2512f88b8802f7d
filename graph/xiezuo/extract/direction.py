"""Which of two places supports the other: never a matter of word order."""

from __future__ import annotations

from functools import lru_cache

from xiezuo.gazetteer import WITHOUT_COUNTIES, gazetteer
from xiezuo.model import Level, Pair, Place


@lru_cache(maxsize=4096)  # an article asks for the same two places again and again
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

    A municipality (北京市) stands with prefectures as well as provinces; its districts and cities
    without counties (东莞) with prefectures as well as counties, and a town (闽宁镇) with
    counties: where a text pairs one, it takes a county's place.
    """
    return not _heights(pair.supporter).isdisjoint(_heights(pair.recipient))


def is_district(place: Place) -> bool:
    """Whether a place is a district of a municipality, or a city without counties."""
    return _heights(place) == _DISTRICT


def _heights(place: Place) -> frozenset[int]:
    level, parent = place.level, place.parent
    if parent is None:
        return _MUNICIPALITY if place.name.endswith("市") else _HEIGHTS[level]
    if parent.level is _PROVINCE and (level in _LOW or place.code in WITHOUT_COUNTIES):
        return _DISTRICT
    return _HEIGHTS[level]


_PROVINCE = Level.PROVINCE  # Python 3.11 takes long to look up the members of an enum
_MUNICIPALITY = frozenset((2, 3))
_DISTRICT = frozenset((1, 2))
_LOW = (Level.COUNTY, Level.ZONE)
_HEIGHTS = {
    Level.PROVINCE: frozenset((3,)),
    Level.PREFECTURE: frozenset((2,)),
    Level.COUNTY: frozenset((1,)),
    Level.ZONE: frozenset((1,)),
    Level.TOWNSHIP: frozenset((0, 1)),
}
