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
from xiezuo.find.corps import find_corps
from xiezuo.find.letters import find_counted, find_helpers, find_letters
from xiezuo.find.licences import (
    SLOGAN,
    framed,
    goes_on,
    inside,
    is_about_pairs,
    is_counted,
    is_of_partners,
    is_personal,
)
from xiezuo.find.namesakes import city_beside, county_of, district_beside, in_its_time
from xiezuo.find.readings import Context, outermost
from xiezuo.find.subplaces import (
    further_towns,
    instead_of_counties,
    listed_zone,
    sub_place,
    zones_in_full,
)
from xiezuo.find.toponyms import Surface, Toponym, scan
from xiezuo.gazetteer import Name, gazetteer
from xiezuo.model import Article, Level, Place, PlaceMention, Span
from xiezuo.values import replace

_PROVINCE = Level.PROVINCE  # Python 3.11 takes long to look up the members of an enum
_TOLD = "前有所属地区"
_BESIDE = "与同县乡镇并列"
_LIST_MARKS = frozenset(("、", "和", "及", "以及", ""))
_KIND = re.compile("(?:工业园区|工业区|开发区|高新区|经开区|保税区)$")
_LOOSE = "(?<![一-鿿](?<![与和向对由为]))"
"""Before a word that stands for itself."""
_PAIR_MARKS = frozenset(("", "、", "与", "和", "·", "—", "——", "-", "--", "－", "–", " "))


def find_places(article: Article) -> Iterator[PlaceMention]:
    """The places that an article names, in the order of its text.

    A name written with its parents is one mention. ``place`` is None where nothing tells several
    places of the same name apart; ``form`` "inside" marks the name of a road, university or paper
    that only contains a place's name.
    """
    corps = list(find_corps(article.text))
    mentions = list(_Finder(article).mentions())
    if corps:
        taken = [body.span for body in corps]
        mentions = [m for m in mentions if not any(m.span.overlaps(span) for span in taken)]
        mentions += corps
    yield from sorted(mentions, key=lambda m: (m.span.start, m.span.end))


@dataclass(slots=True)
class _Chain:
    """Adjacent names, each inside the one before: 陕西省宝鸡市陇县.

    ``surface`` is the last name, which says what is meant, ``last`` where it begins.
    """

    start: int
    last: int
    end: int
    surface: Surface
    readings: tuple[Name, ...]
    weak: bool = False
    place: Place | None = None
    reason: str = ""

    def extend(self, name: Toponym, readings: tuple[Name, ...]) -> None:
        """Adds a name that lies in what is there, which needs no further licence."""
        self.last, self.end, self.surface = name.start, name.end, name.surface
        self.readings, self.weak = readings, False

    @property
    def nested(self) -> bool:
        """Whether parents stand before the name."""
        return self.start < self.last

    def settle(self, place: Place | None, reason: str) -> None:
        self.place, self.reason = place, reason


class _Finder:
    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._context = Context(_home(article))

    def mentions(self) -> Iterator[PlaceMention]:
        chains = list(self._chains())
        certain = [chain for chain in chains if not chain.weak]
        unclear = []
        for chain in certain:
            place = chain.readings[0].place
            if len(chain.readings) == 1 or all(r.place == place for r in chain.readings):
                chain.settle(place, _reason(chain))
                self._context.add(place)
            else:
                unclear.append(chain)
        for chain in unclear:
            chain.settle(*self._context.choose(chain.readings, chain.surface.bare))
        for chain in unclear:
            if chain.place is not None:
                self._context.add(chain.place)
        self._settle_weak(chains)
        found = [chain for chain in chains if chain.reason]
        self._settle_namesakes(found)
        mentions = list(instead_of_counties(self._text, self._named(found)))
        full = zones_in_full(m.place for m in mentions if m.form == "sub" and m.place)
        if full:
            mentions = [replace(m, place=full[m.place]) if m.place in full else m for m in mentions]
        yield from mentions
        covered = [(chain.start, chain.end) for chain in chains]
        yield from find_letters(self._text, covered, mentions)
        yield from find_counted(self._text, covered, mentions)
        yield from find_helpers(self._text, covered)

    def _settle_namesakes(self, chains: Sequence[_Chain]) -> None:
        """Tells prefectures and the counties of their names apart by what stands beside them."""
        for left, right in pairwise(chains):
            if left.place is None or right.place is None or not right.surface.bare:
                continue
            if self._text[left.end : right.start] in ("、", "与", "和", "·", "—", "-"):
                city = None if right.nested else city_beside(right.place, left.place)
                if city is not None:
                    right.settle(city, "与同级的市并列")
                own = None if city or right.nested else district_beside(right.place, left.place)
                if own is not None and self._context.is_named(own):
                    right.settle(own, "与同级的县区并列")
        for index, chain in enumerate(chains):
            if chain.place is None or not chain.surface.bare or chain.nested:
                continue
            listed: list[Place] = []
            end = chain.end
            for one in chains[index + 1 :]:
                if one.place is None or self._text[end : one.start] not in ("、", "和", "及"):
                    break
                listed.append(one.place)
                end = one.end
            if listed and (county := county_of(self._text, end, chain.place, listed)):
                chain.settle(county, "与同地区各县并列")

    def _named(self, chains: Sequence[_Chain]) -> Iterator[PlaceMention]:
        """The mentions of the chains, each with the town or zone that follows it."""
        below: dict[str, set[Place]] = {}
        found: list[PlaceMention] = []
        reach = 0
        for chain, limit in zip(chains, self._limits(chains), strict=True):
            if chain.start < reach:
                continue
            mentions = chain.place and list(self._with_towns(chain, chain.place, limit))
            for mention in mentions or self._listed(chain):
                if mention.reason == _TOLD and mention.place is not None:
                    below.setdefault(mention.place.name, set()).add(mention.place)
                found.append(mention)
                reach = mention.span.end
        spans: list[Span] = []
        for mention in found:
            place = mention.place
            if (
                mention.reason == _BESIDE
                and place is not None
                and place not in below.setdefault(place.name, {place})
            ):
                continue  # Elsewhere the text says where the town lies.
            spans.append(mention.span)
            yield mention
        kinds: dict[str, list[Place]] = {}
        for name, places in below.items():
            if len(places) == 1 and len(name) > 2:
                (place,) = places
                yield from self._again(name, place, spans)
                if ending := _KIND.search(name):
                    kinds.setdefault(ending[0], []).append(place)
        for kind, zones in kinds.items():
            if len(zones) == 1 and zones[0].name != kind:
                yield from self._called(kind, zones[0], spans)

    def _limits(self, chains: Sequence[_Chain]) -> list[int]:
        """Where the next full name behind each chain begins."""
        limits, limit = [len(self._text)], len(self._text)
        for chain in reversed(chains[1:]):
            limit = chain.start if chain.nested or not chain.surface.bare else limit
            limits.append(limit)
        return limits[: len(chains)][::-1]

    def _called(self, kind: str, zone: Place, spans: Sequence[Span]) -> Iterator[PlaceMention]:
        """Later mentions of a zone as what it is: 工业区在对口帮扶某县时."""
        for match in re.finditer(f"{_LOOSE}{kind}(?!的?[企项产园]|内|里|[省市县])", self._text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in spans):
                yield PlaceMention(span, zone, "sub", "前文有全称")

    def _again(self, name: str, place: Place, spans: Sequence[Span]) -> Iterator[PlaceMention]:
        """Later mentions of a town or zone without the place that it lies in."""
        short = name.removesuffix("镇").removesuffix("街道")
        if 2 <= len(short) < len(name):
            # 自新场对口帮扶鹤庆以来: a town whose rank is left out.
            name = f"{short}(?:{name[len(short) :]}|(?=对口|结对|帮扶))"
        for match in re.finditer(name, self._text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in spans):
                yield PlaceMention(span, place, "sub", "前文有所属地区")

    def _with_towns(self, chain: _Chain, parent: Place, limit: int) -> Iterator[PlaceMention]:
        """The town or zone after a place, and the towns that a list adds: 甲镇某村、乙镇某村."""
        named_after = chain.surface.bare or parent.name == f"{chain.surface.text}市"
        start = chain.last if named_after else chain.end
        if found := sub_place(self._text, start, chain.end, _city(chain, parent)):
            yield PlaceMention(Span(chain.start, found.end), found.place, "sub", _TOLD)
            for span, place in further_towns(self._text, found, limit):
                yield PlaceMention(span, place, "sub", _BESIDE)

    def _listed(self, chain: _Chain) -> Iterator[PlaceMention]:
        """A place, and the zone of its city that stands beside it: 海陵区、医药高新区."""
        yield self._mention(chain)
        if chain.place and (zone := listed_zone(self._text, chain.end, chain.place)):
            span = Span(zone.end - len(zone.place.name), zone.end)
            if next(scan(span.of(self._text)), None) is None:  # 临夏县、苏州高新区
                yield PlaceMention(span, zone.place, "sub", _BESIDE)

    def _chains(self) -> Iterator[_Chain]:
        chain: _Chain | None = None
        names = list(scan(self._text))
        starts = {name.start for name in names}
        for name in names:
            surface = name.surface
            if surface.bare and name.end not in starts and self._goes_on(name):
                continue
            if chain is not None and name.start == chain.end:
                inner = _within(chain.readings, surface.readings)
                if inner and not (surface.homonym and surface.bare):
                    chain.extend(name, inner)
                    continue
            if chain is not None:
                yield chain
            chain = _Chain(
                name.start,
                name.start,
                name.end,
                surface,
                self._fitting(name),
                self._is_weak(name),
            )
        if chain is not None:
            yield chain

    def _fitting(self, name: Toponym) -> tuple[Name, ...]:
        """The readings that what follows allows: only a 地区 has a 地委."""
        fitting = name.surface.readings
        if len(fitting) > 1 and self._text.startswith(("地委", "行署"), name.end):
            fitting = tuple(reading for reading in fitting if reading.place.name.endswith("地区"))
        return in_its_time(self._text, self._text[name.start : name.end], fitting) or (
            name.surface.readings
        )

    def _goes_on(self, name: Toponym) -> bool:
        return not name.surface.province and goes_on(self._text, name.end)

    def _is_weak(self, name: Toponym) -> bool:
        surface = name.surface
        return surface.weak or (
            surface.bare and not surface.province and is_personal(self._text, name.start, name.end)
        )

    def _settle_weak(self, chains: Sequence[_Chain]) -> None:
        """Licenses short forms; what is licensed is context for the rest."""
        open_ = [index for index, chain in enumerate(chains) if chain.weak]
        for _ in range(2):
            for index in open_:
                self._license(chains[index])
            for index in (*open_, *reversed(open_)):
                self._license_in_list(chains, index)
            settled = [chains[index].place for index in open_]
            open_ = [index for index in open_ if not chains[index].reason]
            if not any(self._context.add(place) for place in settled if place) or not open_:
                return

    def _license(self, chain: _Chain) -> None:
        """Settles a short form, or a word that is also a name, if a place is meant."""
        surface = chain.surface
        named = any(self._context.is_named(reading.place) for reading in chain.readings)
        if (surface.homonym or surface.common) and not named:
            told = not surface.homonym and framed(self._text, chain.start, chain.end) == SLOGAN
            if not told:
                return
        if surface.bare and is_personal(self._text, chain.start, chain.end, rare=True):
            return
        near = [reading for reading in chain.readings if self._context.nearness(reading.place)]
        unsure = not near or surface.homonym or surface.doubtful
        frame = framed(self._text, chain.start, chain.end) if unsure else None
        lonely = surface.homonym and surface.bare and not frame
        if lonely or (surface.doubtful and not (named or frame)):
            return
        if near or frame:
            place, reason = self._context.choose(near or chain.readings, surface.bare)
            if place is not None:
                chain.settle(place, reason if near else f"{frame}，{reason}")

    def _license_in_list(self, chains: Sequence[_Chain], index: int) -> None:
        """Settles a short form beside a place of the same province, or beside its partner.

        红河、文山、普洱三州市; 太仓—玉屏东西部协作.
        """
        chain = chains[index]
        surface = chain.surface
        closed = index and is_of_partners(self._text, chains[index - 1].end, chain.start, chain.end)
        if not chain.reason and (closed or self._heads_list(chains, index)):
            chain.settle(*self._context.choose(chain.readings, surface.bare))
        if surface.homonym and surface.bare and not is_counted(self._text, chain.end):
            return
        for one in (*chains[max(0, index - 1) : index], *chains[index + 1 : index + 2]):
            if chain.reason or one.place is None:
                continue
            left, right = (one, chain) if one.start < chain.start else (chain, one)
            between = self._text[left.end : right.start]
            alike = between in _LIST_MARKS and (between or not (surface.common or surface.homonym))
            if alike and (place := _kin(one.place, chain.readings)):
                chain.settle(place, "与同省地区并列")
            elif between in _PAIR_MARKS and is_about_pairs(self._text, right.end):
                partners = [r for r in chain.readings if gazetteer().direction(one.place, r.place)]
                if partners:
                    place, reason = self._context.choose(partners, surface.bare)
                    chain.settle(place, f"与结对地区并列，{reason}")

    def _heads_list(self, chains: Sequence[_Chain], index: int) -> bool:
        """Whether two places follow in a list: 安顺、陇南、菏泽."""
        listed = chains[index : index + 3]
        return len(listed) == 3 and all(
            one.place is not None and self._text[before.end : one.start] == "、"
            for before, one in pairwise(listed)
        )

    def _mention(self, chain: _Chain) -> PlaceMention:
        place, readings = chain.place, chain.readings
        form = next((reading.form for reading in readings if reading.place == place), None)
        whole = inside(self._text, chain.end)
        return PlaceMention(
            Span(chain.start, chain.end),
            place,
            "inside" if whole else form or readings[0].form,
            whole or chain.reason,
            () if place else tuple(dict.fromkeys(reading.place for reading in readings)),
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


def _kin(place: Place, readings: Sequence[Name]) -> Place | None:
    """The reading that lies in the same province."""
    places = (reading.place for reading in readings if reading.place != place)
    return outermost([other for other in places if other.province == place.province])


def _city(chain: _Chain, place: Place) -> Place:
    """The city of a province's name, 吉林, as only a city has zones."""
    if place.level is not _PROVINCE:
        return place
    cities = (reading.place for reading in chain.readings if reading.place.parent == place)
    return next(cities, place)


def _reason(chain: _Chain) -> str:
    if chain.nested:
        return "前有上级地区"
    form = chain.readings[0].form
    return {"short": "通行简称", "former": "旧称"}.get(form, "全称唯一")


def _home(article: Article) -> Iterator[Place]:
    """The place that the document is at home in, by its option and by its source's name."""
    if article.document.home:
        with contextlib.suppress(UnknownPlace):  # checked where the option was given
            yield gazetteer().place(article.document.home)
    for name in scan(article.document.source or ""):
        if not name.surface.weak and len(name.surface.readings) == 1:
            yield name.surface.readings[0].place
