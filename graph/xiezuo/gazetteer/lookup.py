"""Places by code and by any of their names, and the sides that they stand on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from xiezuo.errors import AmbiguousPlace, UnknownPlace
from xiezuo.model import Level, Place
from xiezuo.resources import gazetteer_file

_SUPPORTERS = "北京 天津 上海 江苏 浙江 福建 山东 广东"
_BOTH = "河北 山西 辽宁 吉林 黑龙江 安徽 江西 河南 湖北 湖南 海南"
_RANKS = dict.fromkeys(_SUPPORTERS.split(), 2) | dict.fromkeys(_BOTH.split(), 1) | {"西藏": -1}
"""How far a province gives rather than takes; 0 where not named.

The eight eastern provinces support; the north-east, the centre and Hebei support Tibet, Xinjiang
and Qinghai and are supported by the east; western provinces receive, and three of them support
Tibet (中共中央办公厅、国务院办公厅《关于进一步加强东西部扶贫协作工作的指导意见》, 2016; the central
forums on work in Tibet and Xinjiang, 1994 and 2010; 国办发〔2017〕22号 for the north-east).
"""
WITHOUT_COUNTIES = ("441900", "442000", "460400", "620200")
"""东莞, 中山, 儋州 and 嘉峪关: prefectures whose towns lie right under them."""
_TO_TIBET = frozenset(("重庆", "四川", "陕西"))
"""The western provinces that support Tibet."""


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a written name; ``form`` is "full", "name", "short" or "former"."""

    place: Place
    form: str


@dataclass(frozen=True)
class Gazetteer:
    """All places that have a code, and well-known ones that have none (``zones.tsv``).

    ``towns`` are those of the cities without counties, which are partners of counties elsewhere.
    ``names`` gives every written name its readings: official names, short forms and former names
    of all places, and the full names of those whose full name differs from the name.
    """

    codes: Mapping[str, Place]
    names: Mapping[str, tuple[Name, ...]]
    pairings: frozenset[tuple[str, str]] = field(repr=False)
    towns: tuple[Place, ...] = field(repr=False)
    _partners: Mapping[str, frozenset[Place]] = field(repr=False)
    _gives_to: Mapping[str, Mapping[str, bool]] = field(repr=False)
    """Of each place in a pairing the others, and whether it is their supporter, by codes."""

    @property
    def provinces(self) -> Iterator[Place]:
        """The province-level units, in the order of their codes."""
        return (place for place in self.codes.values() if place.level is Level.PROVINCE)

    def readings(self, name: str) -> tuple[Name, ...]:
        """What a written name may mean, official names first; empty where it means nothing."""
        return self.names.get(name, ())

    def place(self, name_or_code: str) -> Place:
        """The place of a code ("610327"), a name, a short form or a chain of names ("陕西宝鸡").

        A former name gives the present place. Where a province or city and a unit in it share
        a short form, the larger one is meant.

        Raises:
            UnknownPlace: nothing has this name; carries what may have been meant.
            AmbiguousPlace: several places do; carries their full names.
        """
        wanted = "".join(name_or_code.split())
        if place := self.codes.get(wanted):
            return place
        readings = self.readings(wanted) or tuple(self._chains(wanted))
        if not readings:
            raise UnknownPlace(name_or_code, self._similar(wanted))
        for forms in (("full", "name"), ("short",), ("former",)):
            places = {reading.place for reading in readings if reading.form in forms}
            for place in places:
                if place.level is Level.PROVINCE or all(other.within(place) for other in places):
                    return place
            if places:
                raise AmbiguousPlace(name_or_code, sorted(place.full_name for place in places))
        raise UnknownPlace(name_or_code)

    def partners(self, place: Place) -> frozenset[Place]:
        """The places that published reports pair with a place, on either side."""
        return self._partners.get(place.key, frozenset())

    def direction(self, one: Place, other: Place) -> tuple[Place, Place] | None:
        """Supporter and recipient of two places, or None where neither side is known to give.

        Known pairings decide, then the pairing of the places around them, then the provinces'
        sides.
        """
        around = [place.key for place in _upwards(other)]
        for first in _upwards(one):
            partners = self._gives_to.get(first.key)
            for second in around if partners else ():
                if partners and second in partners:
                    return (one, other) if partners[second] else (other, one)
        one_name, other_name = _stem(one.province.name), _stem(other.province.name)
        if one_name in _OUTSIDE or other_name in _OUTSIDE:
            return None
        first_rank, second_rank = _RANKS.get(one_name, 0), _RANKS.get(other_name, 0)
        if first_rank == second_rank:
            return None
        # Of a western place and Tibet the one gives only where it is known to.
        western = one_name if first_rank == 0 else other_name
        if max(first_rank, second_rank) == 0 and western not in _TO_TIBET:
            return None
        return (one, other) if first_rank > second_rank else (other, one)

    def _chains(self, text: str, within: Place | None = None) -> Iterator[Name]:
        """Readings of a name with its parents before it: 陕西宝鸡陈仓, 宝鸡市陈仓区."""
        for length in range(2, len(text) + 1):
            for reading in self.readings(text[:length]):
                place = reading.place
                if within is not None and (place == within or not place.within(within)):
                    continue
                if length == len(text):
                    yield reading
                else:
                    yield from self._chains(text[length:], place)

    def _similar(self, name: str) -> list[str]:
        close = difflib.get_close_matches(name, self.names, n=10, cutoff=0.5)
        close.sort(key=lambda near: near[0] != name[0])  # people mistake the last character
        places = (reading.place.full_name for near in close for reading in self.names[near])
        return list(dict.fromkeys(places))[:5]


_OUTSIDE = frozenset(("台湾", "香港", "澳门"))
"""No programme pairs these: 闽台, 京港 and 粤澳 are another matter."""


def side(place: Place) -> int:
    """How far a place's province gives rather than takes: 2 eastern, 1 both, 0 west, -1 Tibet."""
    return _RANKS.get(_stem(place.province.name), 0)


def is_eastern(place: Place) -> bool:
    """Whether a place lies in one of the eight supporting provinces of the east."""
    return side(place) == max(_RANKS.values())


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that the package carries."""
    codes: dict[str, Place] = {}
    names: dict[str, list[Name]] = {}
    for row in _rows("places.tsv"):
        code, name, short, former = (*row, "", "", "")[:4]
        parent = codes.get(code[:4] + "00") or codes.get(code[:2] + "0000")
        shorts = short.split()
        olds = [old.partition(":")[0] for old in former.split()]
        level = (
            Level.PROVINCE
            if code.endswith("0000")
            else Level.PREFECTURE
            if code.endswith("00")
            else Level.COUNTY
        )
        full = (parent.full_name if parent else "") + name
        place = Place(code, name, full, level, parent, (*shorts, *olds))
        codes[code] = place
        _name(names, place, shorts, olds)
    zones = list(_zones(codes))
    towns = [place for place in zones if _is_town_of_city(place)]
    for place in zones:
        if place in towns:
            continue
        for written in (place.name, *place.alt_names) if place.level is Level.COUNTY else ():
            names[written] = [n for n in names.get(written, ()) if not _succeeds(n, place)]
        _name(names, place, place.alt_names, ())
    pairings = frozenset((row[0], row[1]) for row in _rows("pairings.tsv"))
    order = {"full": 0, "name": 1, "short": 2, "former": 3}
    return Gazetteer(
        codes=codes,
        names={
            name: tuple(sorted(found, key=lambda reading: order[reading.form]))
            for name, found in names.items()
        },
        pairings=pairings,
        towns=tuple(towns),
        _partners=_partners(codes, pairings),
        _gives_to=_gives_to(pairings),
    )


def _is_town_of_city(place: Place) -> bool:
    """Whether a town lies right under a prefecture."""
    parent = place.parent
    return place.level is Level.TOWNSHIP and bool(parent and parent.level is Level.PREFECTURE)


def _succeeds(reading: Name, place: Place) -> bool:
    """Whether a reading of a former name is of the unit that a district was merged into."""
    return reading.form == "former" and reading.place.parent == place.parent


def _name(
    names: dict[str, list[Name]], place: Place, shorts: Iterable[str], olds: Iterable[str]
) -> None:
    forms = {place.name: "name"}
    if place.full_name != place.name:
        forms[place.full_name] = "full"
    for short in shorts:
        forms.setdefault(short, "short")
    for old in olds:
        forms.setdefault(old, "former")
    for written, form in forms.items():
        names.setdefault(written, []).append(Name(place, form))


def _zones(codes: Mapping[str, Place]) -> Iterator[Place]:
    """The places of ``zones.tsv``: the Corps and its divisions, new areas, zones."""
    zones: dict[str, Place] = {}
    for name, above, level, *short in _rows("zones.tsv"):
        parent = codes.get(above) or zones[above]
        zones[name] = without_code(name, parent, Level(level), tuple(" ".join(short).split()))
        yield zones[name]


def without_code(name: str, parent: Place, level: Level, alt_names: tuple[str, ...] = ()) -> Place:
    """A place below county level, or a zone: 闽宁镇 in 永宁县, 苏州工业园区 in 苏州市.

    Its full name repeats no parent that the name begins with: 江苏省苏州工业园区.
    """
    outer: Place | None = parent
    shorts = (form for form in parent.alt_names if parent.name.startswith(form))
    if name.startswith((parent.name, *shorts)):
        outer = parent.parent
    full = (outer.full_name if outer else "") + name
    return Place(None, name, full, level, parent, alt_names)


def _partners(
    codes: Mapping[str, Place], pairings: Iterable[tuple[str, str]]
) -> dict[str, frozenset[Place]]:
    found: dict[str, set[Place]] = {}
    for supporter, recipient in pairings:
        found.setdefault(supporter, set()).add(codes[recipient])
        found.setdefault(recipient, set()).add(codes[supporter])
    return {code: frozenset(places) for code, places in found.items()}


def _gives_to(pairings: Iterable[tuple[str, str]]) -> dict[str, dict[str, bool]]:
    found: dict[str, dict[str, bool]] = {}
    for supporter, recipient in pairings:
        found.setdefault(supporter, {})[recipient] = True
        found.setdefault(recipient, {}).setdefault(supporter, False)
    return found


def _upwards(place: Place) -> Iterator[Place]:
    current: Place | None = place
    while current is not None:
        yield current
        current = current.parent


def _stem(province: str) -> str:
    return province[:3] if province.startswith(("内蒙古", "黑龙江")) else province[:2]


def _rows(file: str) -> Iterator[list[str]]:
    """The rows of a table, without its comments and its first row, the names of the columns."""
    with gazetteer_file(file).open(encoding="utf-8") as table:
        lines = (line.rstrip("\n") for line in table if not line.startswith("#"))
        next(lines)
        for line in lines:
            yield line.split("\t")
