"""Place names and the places that they mean.

First the names that leave no doubt, then, with these as context, names that several places bear
and short forms, which count only where something licenses them. Every mention says why.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from xiezuo.errors import UnknownPlace
from xiezuo.find.licences import framed, inside, is_personal
from xiezuo.find.toponyms import Toponym, scan
from xiezuo.gazetteer import Name, gazetteer
from xiezuo.model import Article, Level, Place, PlaceMention, Span


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
        for chain in sorted([*certain, *licensed], key=lambda chain: chain.start):
            yield self._mention(chain)

    def _chains(self) -> Iterator[_Chain]:
        chain: _Chain | None = None
        for name in scan(self._text):
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
        for place in left:
            if place.level is Level.PROVINCE or all(other.within(place) for other in left):
                return place, "同名取上级地区" if len(left) > 1 else "现名"
        return None, "同名地区无从区分"

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
