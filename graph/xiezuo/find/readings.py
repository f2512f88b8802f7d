"""Which of several places a name means, by what else the article names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xiezuo.gazetteer import Name, gazetteer
from xiezuo.model import Level, Place

NAMED = "文中另有全称"


class Context:
    """The places that an article names without doubt, and what surrounds them."""

    def __init__(self, home: Iterable[Place] = ()) -> None:
        """Begins with nothing named; ``home`` is where the document comes from."""
        self._named: set[Place] = set()
        self._around: set[Place] = set()
        self._partners: set[Place] = set()
        self._home = tuple(home)

    def add(self, place: Place) -> bool:
        """Notes a place that the article names; False if it was known."""
        if place in self._named:
            return False
        self._named.add(place)
        for outer in _upwards(place):
            self._around.add(outer)
            self._partners |= gazetteer().partners(outer)
        return True

    def is_named(self, place: Place) -> bool:
        """Whether the article names the place, or a smaller one in it."""
        return place in self._around

    def nearness(self, place: Place) -> str:
        """How a place is connected with what the article names; "" if it is not."""
        if place in self._named:
            return NAMED
        if place in self._around:
            return "文中有其下级地区"
        if place.parent in self._around:
            return "文中有其上级地区"
        if place in self._partners and self._pairs(place):
            return "与文中地区结对"
        if place.province in self._around:
            return "文中有同省地区"
        return "文章所属地区" if self._is_home(place) else ""

    def choose(self, readings: Sequence[Name], bare: bool) -> tuple[Place | None, str]:
        """The place that a name means, and why; None where nothing tells.

        Args:
            readings: what the name may mean.
            bare: whether it is a short form, which rather means a city than a county in it.
        """
        current = {reading.place for reading in readings if reading.form != "former"}
        left = [
            place
            for place in dict.fromkeys(reading.place for reading in readings)
            if place in current or not _lies_in_another(place, current)
        ]
        if len(left) == 1:
            return left[0], self.nearness(left[0]) or "别无同名地区"
        named = [place for place in left if place in self._named]
        provinces = [place for place in named or left if place.level is Level.PROVINCE]
        if provinces:
            return provinces[0], "通行简称"
        if bare and len(named) != 1:
            left = [place for place in left if not _lies_in_another(place, left)]
            if len(left) == 1:
                return left[0], "同名取上级地区"
        for reason, test in (
            (NAMED, self._named.__contains__),
            ("文中有其上级地区", lambda place: place.parent in self._around),
            ("与文中地区结对", self._pairs),
            ("所在地区与文中地区结对", self._parent_pairs),
            ("文中有同省地区", lambda place: place.province in self._around),
            ("所在省与文中地区结对", lambda place: self._pairs(place.province)),
            ("文章所属地区", self._is_home),
        ):
            kept = [place for place in left if test(place)]
            if len(kept) == 1:
                return kept[0], reason
            left = kept or left
        left = [place for place in left if place in current] or left
        cities = [place for place in left if place.level is Level.PREFECTURE]
        place = cities[0] if bare and len(cities) == 1 else outermost(left)
        return (place, "通行的所指") if place else (None, "同名地区无从区分")

    def _pairs(self, place: Place) -> bool:
        return not gazetteer().partners(place).isdisjoint(self._around)

    def _parent_pairs(self, place: Place) -> bool:
        return place.parent is not None and self._pairs(place.parent)

    def _is_home(self, place: Place) -> bool:
        return any(place.within(home) or home.within(place) for home in self._home)


def outermost(places: Sequence[Place]) -> Place | None:
    """The place that the others lie in, if there is one."""
    for place in places:
        if all(other.within(place) for other in places):
            return place
    return None


def _lies_in_another(place: Place, places: Iterable[Place]) -> bool:
    return any(place != other and place.within(other) for other in places)


def _upwards(place: Place) -> Iterable[Place]:
    current: Place | None = place
    while current is not None:
        yield current
        current = current.parent
