"""Place names and the places that they mean.

First the names that leave no doubt, then, with these as context, names that several places bear
and short forms, which count only where something licenses them. Every mention says why.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xiezuo.errors import UnknownPlace
from xiezuo.find.letters import find_letters, initials
from xiezuo.find.licences import framed, goes_on, inside, is_personal
from xiezuo.find.readings import Context, outermost
from xiezuo.find.subplaces import further_towns, sub_place
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


class _Finder:
    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._context = Context(_home(article))

    def mentions(self) -> Iterator[PlaceMention]:
        chains = list(self._chains())
        certain = [chain for chain in chains if not self._is_weak(chain)]
        for chain in certain:
            if len({reading.place for reading in chain.readings}) == 1:
                chain.settle(chain.readings[0].place, _reason(chain))
                self._context.add(chain.readings[0].place)
        for chain in certain:
            if chain.place is None:
                chain.settle(*self._context.choose(chain.readings, chain.last.bare))
        for chain in certain:
            if chain.place is not None:
                self._context.add(chain.place)
        weak = [chain for chain in chains if self._is_weak(chain)]
        licensed = [chain for chain in weak if self._license(chain)]
        found = sorted([*certain, *licensed], key=lambda chain: chain.start)
        found = sorted([*found, *self._listed(chains, found)], key=lambda chain: chain.start)
        covered = {offset for chain in chains for offset in range(chain.start, chain.end)}
        mentions = list(self._named(found))
        yield from mentions
        yield from find_letters(self._text, covered, initials(mentions))

    def _named(self, chains: Sequence[_Chain]) -> Iterator[PlaceMention]:
        """The mentions of the chains, each with the town or zone that follows it."""
        below: dict[str, set[Place]] = {}
        reach = 0
        covered: set[int] = set()
        for chain in chains:
            if chain.start < reach:
                continue
            mentions = [self._mention(chain)]
            if chain.place is not None:
                mentions = list(self._with_towns(chain, chain.place)) or mentions
            for mention in mentions:
                if mention.form == "sub" and mention.place is not None:
                    below.setdefault(mention.place.name, set()).add(mention.place)
                covered.update(range(mention.span.start, mention.span.end))
                reach = mention.span.end
            yield from mentions
        for name, places in below.items():
            if len(places) == 1:
                yield from self._again(name, places.pop(), covered)

    def _with_towns(self, chain: _Chain, parent: Place) -> Iterator[PlaceMention]:
        """The town or zone after a place, and the towns that a list adds: 甲镇某村、乙镇某村."""
        start = chain.last.start if chain.last.bare else chain.end
        if found := sub_place(self._text, start, chain.end, _city(chain, parent)):
            yield PlaceMention(Span(chain.start, found.end), found.place, "sub", "前有所属地区")
            for span, place in further_towns(self._text, found):
                yield PlaceMention(span, place, "sub", "与同县乡镇并列")

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
            if name.bare and name.end not in starts and self._goes_on(name):
                continue
            if chain is not None and name.start == chain.end:
                inner = _within(chain.readings, name.readings)
                if inner and not (name.homonym and name.bare):
                    chain.names.append(name)
                    chain.readings = inner
                    continue
            if chain is not None:
                yield chain
            chain = _Chain([name], self._fitting(name))
        if chain is not None:
            yield chain

    def _fitting(self, name: Toponym) -> tuple[Name, ...]:
        """The readings that what follows allows: only a 地区 has a 地委."""
        fitting = name.readings
        if self._text.startswith(("地委", "行署"), name.end):
            fitting = tuple(r for r in name.readings if r.place.name.endswith("地区"))
        return fitting or name.readings

    def _goes_on(self, name: Toponym) -> bool:
        return not _is_province(name) and goes_on(self._text, name.end)

    def _is_weak(self, chain: _Chain) -> bool:
        if len(chain.names) > 1:
            return False
        name = chain.last
        return name.weak or (
            name.bare and not _is_province(name) and is_personal(self._text, name.start, name.end)
        )

    def _license(self, chain: _Chain) -> bool:
        """Whether a short form or a word that is also a name means a place here; settles it."""
        name = chain.last
        if name.bare and is_personal(self._text, name.start, name.end):
            return False
        frame = framed(self._text, name.start, name.end)
        near = [reading for reading in chain.readings if self._context.nearness(reading.place)]
        named = [reading for reading in near if self._context.is_named(reading.place)]
        if (name.homonym or name.doubtful) and not named and (name.homonym or frame is None):
            return False
        if name.homonym and name.bare and frame is None:
            return False
        if not near and frame is None:
            return False
        place, reason = self._context.choose(near or chain.readings, name.bare)
        chain.settle(place, reason if near else f"{frame}，{reason}")
        return place is not None

    def _listed(self, chains: Sequence[_Chain], found: Sequence[_Chain]) -> Iterator[_Chain]:
        """Short forms beside a place of the same province in a list: 红河、文山、普洱三州市."""
        settled = {id(chain) for chain in found}
        for one, other in (*pairwise(chains), *pairwise(reversed(chains))):
            left, right = sorted((one, other), key=lambda chain: chain.start)
            if id(other) in settled or one.place is None or len(other.names) > 1:
                continue
            if self._text[left.end : right.start] not in _LIST_MARKS:
                continue
            place = outermost(
                [
                    reading.place
                    for reading in other.readings
                    if reading.place.province == one.place.province and reading.place != one.place
                ]
            )
            if place is not None:
                other.settle(place, "与同省地区并列")
                settled.add(id(other))
                yield other

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


def _city(chain: _Chain, place: Place) -> Place:
    """The city of a province's name, 吉林, as only a city has zones."""
    cities = (reading.place for reading in chain.readings if reading.place.parent == place)
    return next(cities, place) if place.level is Level.PROVINCE else place


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
