"""Place names and the places that they mean.

First the names that leave no doubt, then, with these as context, names that several places bear
and short forms, which count only where something licenses them. Every mention says why.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from xiezuo.errors import UnknownPlace
from xiezuo.find.letters import find_letters
from xiezuo.find.licences import framed, inside, is_natural, is_personal
from xiezuo.find.subplaces import sub_place
from xiezuo.find.toponyms import Toponym, scan
from xiezuo.gazetteer import Name, gazetteer
from xiezuo.model import Article, Level, Place, PlaceMention, Span

_LIST_MARKS = ("、", "和", "及", "以及")


def find_places(article: Article) -> Iterator[PlaceMention]:
    """The places that an article names, in the order of its text.

    A name written with its parents is one mention. ``place`` is None where nothing tells several
    places of the same name apart; ``form`` "inside" marks the name of a road, university or paper
    that only contains a place's name.
    """
    yield from sorted(_Finder(article).mentions(), key=lambda mention: mention.span)


@dataclass(slots=True)
class _Chain:
    """Adjacent names, each inside the one before: 甘肃省平凉市崆峒区."""

    names: list[Toponym]
    readings: tuple[Name, ...]
    place: Place | None = None
    reason: str = ""

    @property
    def start(self) -> int:
        return self.names[0].start

    @property
    def end(self) -> int:
        return self.names[-1].end

    @property
    def last(self) -> Toponym:
        return self.names[-1]

    def settle(self, place: Place | None, reason: str) -> None:
        self.place, self.reason = place, reason


@dataclass
class _Context:
    """The places that an article names without doubt, and what surrounds them."""

    named: set[Place] = field(default_factory=set)
    around: set[Place] = field(default_factory=set)
    """The named places and everything that they lie in."""
    partners: set[Place] = field(default_factory=set)

    def add(self, place: Place) -> None:
        if place in self.named:
            return
        self.named.add(place)
        current: Place | None = place
        while current is not None:
            self.around.add(current)
            current = current.parent
        self.partners |= gazetteer().partners(place)


class _Finder:
    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._home = tuple(_home(article))
        self._context = _Context()

    def mentions(self) -> Iterator[PlaceMention]:
        chains = list(self._chains())
        certain = [chain for chain in chains if not self._is_weak(chain)]
        for chain in certain:
            if len({reading.place for reading in chain.readings}) == 1:
                chain.settle(chain.readings[0].place, _reason(chain))
                self._context.add(chain.readings[0].place)
        for chain in certain:
            if chain.place is None:
                self._resolve(chain)
        for chain in certain:
            if chain.place is not None:
                self._context.add(chain.place)
        weak = [chain for chain in chains if self._is_weak(chain)]
        licensed = [chain for chain in weak if self._license(chain)]
        found = sorted([*certain, *licensed], key=lambda chain: chain.start)
        found = sorted([*found, *self._listed(chains, found)], key=lambda chain: chain.start)
        covered = {offset for chain in chains for offset in range(chain.start, chain.end)}
        yield from self._named(found)
        yield from find_letters(self._text, covered, self._context.around.__contains__)

    def _named(self, chains: Sequence[_Chain]) -> Iterator[PlaceMention]:
        """The mentions of the chains, each with the town or zone that follows it."""
        below: dict[str, set[Place]] = {}
        reach = 0
        covered: set[int] = set()
        for chain in chains:
            if chain.start < reach:
                continue
            mention = self._mention(chain)
            found = chain.place and sub_place(self._text, chain.end, chain.place)
            if found:
                place, reach = found
                below.setdefault(place.name, set()).add(place)
                mention = PlaceMention(Span(chain.start, reach), place, "sub", "前有所属地区")
            covered.update(range(mention.span.start, mention.span.end))
            yield mention
        for name, places in below.items():
            if len(places) == 1:
                yield from self._again(name, places.pop(), covered)

    def _again(self, name: str, place: Place, covered: set[int]) -> Iterator[PlaceMention]:
        """Later mentions of a town or zone without the place that it lies in."""
        for match in re.finditer(re.escape(name), self._text):
            if match.start() not in covered and len(name) > 2:
                yield PlaceMention(Span(*match.span()), place, "sub", "前文有所属地区")

    def _chains(self) -> Iterator[_Chain]:
        chain: _Chain | None = None
        names = list(scan(self._text))
        starts = {name.start for name in names}
        for name in names:
            if name.bare and name.end not in starts and self._is_natural(name):
                continue
            if chain is not None and name.start == chain.end:
                inner = _within(chain.readings, name.readings)
                if inner and not (name.homonym and name.bare):
                    chain.names.append(name)
                    chain.readings = inner
                    continue
            if chain is not None:
                yield chain
            chain = _Chain([name], name.readings)
        if chain is not None:
            yield chain

    def _is_natural(self, name: Toponym) -> bool:
        """Whether a river or mountain is named: 图们江, 怒江大峡谷."""
        return not _is_province(name) and is_natural(self._text, name.end)

    def _is_weak(self, chain: _Chain) -> bool:
        if len(chain.names) > 1:
            return False
        name = chain.last
        return name.weak or (
            name.bare and not _is_province(name) and is_personal(self._text, name.start, name.end)
        )

    def _resolve(self, chain: _Chain) -> None:
        """Chooses among several places of one name."""
        place, reason = self._choose([reading.place for reading in chain.readings], chain.readings)
        chain.settle(place, reason)

    def _choose(
        self, places: Iterable[Place], readings: Sequence[Name]
    ) -> tuple[Place | None, str]:
        left = list(dict.fromkeys(places))
        if len(left) == 1:
            return left[0], "别无同名地区"
        named = [place for place in left if place in self._context.named]
        provinces = [place for place in named or left if place.level is Level.PROVINCE]
        if provinces:
            return provinces[0], "通行简称"
        for reason, test in (
            ("文中另有全称", self._context.named.__contains__),
            ("文中有其上级地区", self._has_prefecture),
            ("与文中地区结对", self._context.partners.__contains__),
            ("文中有同省地区", lambda place: place.province in self._context.around),
            ("文章所属地区", self._is_home),
        ):
            kept = [place for place in left if test(place)]
            if len(kept) == 1:
                return kept[0], reason
            left = kept or left
        current = {reading.place for reading in readings if reading.form != "former"}
        left = [place for place in left if place in current] or left
        place = _outermost(left)
        if place is None:
            return None, "同名地区无从区分"
        return place, "同名取上级地区" if len(left) > 1 else "今名"

    def _has_prefecture(self, place: Place) -> bool:
        return place.parent is not None and place.parent in self._context.around

    def _is_home(self, place: Place) -> bool:
        return any(place.within(home) or home.within(place) for home in self._home)

    def _license(self, chain: _Chain) -> bool:
        """Whether a short form or a word that is also a name means a place here; settles it."""
        name = chain.last
        if name.bare and is_personal(self._text, name.start, name.end):
            return False
        frame = framed(self._text, name.start, name.end)
        places = [reading.place for reading in name.readings]
        named = [place for place in places if place in self._context.named]
        if name.doubtful and not named and frame is None:
            return False
        if name.homonym:
            if named and (frame or not name.bare):
                chain.settle(named[0], "文中另有全称")
            return chain.place is not None
        near = named or [place for place in places if self._is_near(place)]
        if not near and frame is None:
            return False
        place, reason = self._choose(near or places, name.readings)
        if place is None and not near:
            return False
        chain.settle(place, reason if near else f"{frame}，{reason}")
        return True

    def _listed(self, chains: Sequence[_Chain], found: Sequence[_Chain]) -> Iterator[_Chain]:
        """Short forms beside a place of the same province in a list: 红河、文山、普洱三州市."""
        settled = {id(chain) for chain in found}
        for one, other in (*pairwise(chains), *pairwise(reversed(chains))):
            left, right = sorted((one, other), key=lambda chain: chain.start)
            if id(other) in settled or one.place is None or len(other.names) > 1:
                continue
            if self._text[left.end : right.start] not in _LIST_MARKS:
                continue
            kin = [
                reading.place
                for reading in other.readings
                if reading.place.province == one.place.province and reading.place != one.place
            ]
            place = _outermost(kin)
            if place is not None:
                other.settle(place, "与同省地区并列")
                settled.add(id(other))
                yield other

    def _is_near(self, place: Place) -> bool:
        return (
            self._has_prefecture(place)
            or place in self._context.partners
            or place.province in self._context.around
        )

    def _mention(self, chain: _Chain) -> PlaceMention:
        span = Span(chain.start, chain.end)
        within = inside(self._text, chain.end)
        forms = [reading.form for reading in chain.readings if reading.place == chain.place]
        candidates = tuple(dict.fromkeys(reading.place for reading in chain.readings))
        return PlaceMention(
            span,
            chain.place,
            "inside" if within else forms[0] if forms else chain.readings[0].form,
            within or chain.reason,
            candidates if chain.place is None else (),
        )


def _within(outer: Sequence[Name], inner: Sequence[Name]) -> tuple[Name, ...]:
    """The readings of a name that lie in a reading of the name before it."""
    return tuple(
        reading
        for reading in inner
        if any(
            reading.place != parent.place and reading.place.within(parent.place) for parent in outer
        )
    )


def _outermost(places: Sequence[Place]) -> Place | None:
    """The place that the others lie in, if there is one."""
    for place in places:
        if all(other.within(place) for other in places):
            return place
    return None


def _is_province(name: Toponym) -> bool:
    return any(reading.place.level is Level.PROVINCE for reading in name.readings)


def _reason(chain: _Chain) -> str:
    if len(chain.names) > 1:
        return "前有上级地区"
    form = chain.readings[0].form
    return {"short": "通行简称", "former": "旧称"}.get(form, "全称唯一")


def _home(article: Article) -> Iterator[Place]:
    """The place that the document is at home in, by its option and by its source's name."""
    if article.document.home:
        with contextlib.suppress(UnknownPlace):  # checked where the option was given
            yield gazetteer().place(article.document.home)
    for name in scan(article.document.source or ""):
        if not name.weak and len(name.readings) == 1:
            yield name.readings[0].place
