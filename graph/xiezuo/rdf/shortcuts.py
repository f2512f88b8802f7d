"""Writes out what follows from other statements, so that questions need not work it out.

In which places a place lies, which places a fact concerns, how many documents state it and since
when, when a pair was last reported, and what is rare enough that a question about the whole
country should not have to look at everything: figures that contradict each other, plans that were
carried out, partnerships that ended, former names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode

from xiezuo.find.letters import letters
from xiezuo.model import (
    Agreement,
    Appointment,
    Assertion,
    Cooperation,
    Fact,
    Indicator,
    Meeting,
    MergedFact,
    Pair,
    Partnership,
    Party,
    Place,
    Resolution,
    Secondment,
    SigningCeremony,
    Status,
    Visit,
)
from xiezuo.rdf.sheet import Sheet, integer, moment, zh
from xiezuo.vocab import SCHEMA, SKOS, XZ

_FIRST = {Status.PLANNED: XZ.FIRST_PLANNED, Status.UNDERWAY: XZ.FIRST_UNDERWAY}
_LEAST = 1000
"""How many facts of the whole country are listed as the least sure: more than anybody reads."""

_UNIT = re.compile("..[省市区县旗州盟]$|.县$")


def describe_within(sheet: Sheet, node: NamedNode, place: Place) -> None:
    """The places that a place, or an organisation there, lies in, up to the whole country."""
    for area in (*map(sheet.iris.place, _upwards(place)), _country(sheet)):
        sheet.add(node, XZ.WITHIN, area)


def describe_sides(sheet: Sheet, node: NamedNode, pair: Pair) -> None:
    """The places that either side of a partnership lies in."""
    places = {
        place.key: place for side in (pair.supporter, pair.recipient) for place in _upwards(side)
    }
    for area in (*map(sheet.iris.place, places.values()), _country(sheet)):
        sheet.add(node, XZ.REACHES, area)


def _upwards(place: Place) -> Iterator[Place]:
    around: Place | None = place
    while around:
        yield around
        around = around.parent


def describe_letters(sheet: Sheet, node: NamedNode, place: Place) -> None:
    """The characters that may stand for a place in the name of a pair."""
    for letter in sorted({place.name[0], *_letters().get(place.key, ())}):
        sheet.text(node, XZ.LETTER, letter)


@cache
def _letters() -> dict[str, set[str]]:
    """The one-character abbreviations of each place, by its key."""
    found: dict[str, set[str]] = {}
    for letter, places in letters().items():
        for place in places:
            found.setdefault(place.key, set()).add(letter)
    return found


def _country(sheet: Sheet) -> NamedNode:
    node = sheet.iris.country()
    if sheet.first_time(node):
        sheet.node(node, "中国", SCHEMA.COUNTRY, SCHEMA.ADMINISTRATIVE_AREA)
        sheet.add(node, SCHEMA.NAME, zh("中国"))
        sheet.add(node, XZ.FULL_NAME, zh("中国"))
        sheet.add(node, SKOS.ALT_LABEL, zh("全国"))
    return node


def describe_reach(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    """The places that a fact concerns, how many documents state it, and since when it is told."""
    fact = merged.fact
    places = {place.key: place for party in _parties(fact) if (place := _seat(party))}
    for key in sorted(places):
        sheet.add(node, XZ.CONCERNS, sheet.iris.place(places[key]))
    sheet.add(node, XZ.DOCUMENTS, integer(_told(merged)))
    sheet.moment(node, XZ.FIRST_REPORTED, _earliest(merged.assertions))
    if isinstance(fact, Cooperation):
        _describe_start(sheet, node, fact.pair, merged)
    if isinstance(fact, Partnership) and any(_is_over(one.fact) for one in merged.assertions):
        for side in (fact.pair.supporter, fact.pair.recipient):
            sheet.add(sheet.iris.place(side), XZ.FORMER_PARTNERSHIP, node)
    for key in sorted(places):
        _describe_former_names(sheet, places[key], merged)


def _told(merged: MergedFact) -> int:
    """How many documents state a fact."""
    return len({assertion.evidence.document.sha256 for assertion in merged.assertions})


def _describe_start(sheet: Sheet, node: NamedNode, pair: Pair, merged: MergedFact) -> None:
    """Since when a domain is told as a plan and as under way, and whether the plan came first."""
    days = {
        status: _earliest(
            one
            for one in merged.assertions
            if isinstance(one.fact, Cooperation) and one.fact.status is status
        )
        for status in _FIRST
    }
    for status, predicate in _FIRST.items():
        sheet.moment(node, predicate, days[status])
    planned, underway = days[Status.PLANNED], days[Status.UNDERWAY]
    if planned and underway and planned < underway:
        sheet.add(sheet.iris.pair(pair), XZ.CARRIED_OUT, node)


def _earliest(assertions: Iterable[Assertion]) -> str | None:
    """The day of the earliest dated document."""
    return min(filter(None, (one.evidence.document.published for one in assertions)), default=None)


def _describe_former_names(sheet: Sheet, place: Place, merged: MergedFact) -> None:
    """The statements whose sentence has a former name of a place that the fact concerns."""
    for assertion in merged.assertions:
        if any(name in assertion.evidence.exact for name in _former_names(place)):
            statement = sheet.iris.assertion(merged, assertion)
            sheet.add(sheet.iris.place(place), XZ.FORMERLY_NAMED_IN, statement)


def _is_over(fact: Fact) -> bool:
    return isinstance(fact, Partnership) and bool(fact.ended or fact.end)


@cache
def _former_names(place: Place) -> tuple[str, ...]:
    """The names of a place that end like a unit but are not its present name or its short form."""
    return tuple(
        name
        for name in place.alt_names
        if _UNIT.search(name)
        and not (name.startswith(place.name[:2]) and name.endswith(place.name[-1]))
    )


def describe_contradictions(sheet: Sheet, resolution: Resolution) -> None:
    """Links each pair to its figures of one measure, unit and period that differ in value."""
    figures: dict[tuple[Pair, str, str, str], list[MergedFact]] = {}
    for merged in resolution.facts:
        fact, pair = merged.fact, _pair(merged.fact)
        if isinstance(fact, Indicator) and pair is not None and sheet.has_partnership(pair):
            key = (pair, fact.measure, fact.unit or "", fact.period or "")
            figures.setdefault(key, []).append(merged)
    for (pair, *_), rivals in figures.items():
        if len({fact.value for one in rivals if isinstance(fact := one.fact, Indicator)}) > 1:
            for one in rivals:
                figure = sheet.iris.fact(one)
                sheet.add(sheet.iris.pair(pair), XZ.CONFLICTING_FIGURE, figure)


def describe_least_sure(sheet: Sheet, resolution: Resolution) -> None:
    """Links the country to the facts whose confidence is lowest, and then told least often."""
    ranked = sorted(
        (one.confidence, _told(one), sheet.iris.fact(one).value) for one in resolution.facts
    )
    for *_, fact in ranked[:_LEAST]:
        sheet.add(_country(sheet), XZ.LEAST_SURE, NamedNode(fact))


def describe_last_reports(sheet: Sheet, resolution: Resolution) -> None:
    """The day of the latest dated report of each pair, or of anything it did, and of all."""
    latest: dict[Pair, str] = {}
    for merged in resolution.facts:
        pair = _pair(merged.fact)
        if pair is not None and sheet.has_partnership(pair):
            days = (assertion.evidence.document.published for assertion in merged.assertions)
            latest[pair] = max(latest.get(pair, ""), *(day or "" for day in days), "")
    for pair, day in latest.items():
        sheet.moment(sheet.iris.pair(pair), XZ.LAST_REPORTED, day)
    if day := max(latest.values(), default=""):
        sheet.add(_country(sheet), XZ.LAST_REPORTED, moment(day))


def _seat(party: Party | None) -> Place | None:
    return party if party is None or isinstance(party, Place) else party.place


def _pair(fact: Fact) -> Pair | None:
    if isinstance(fact, Indicator):
        if fact.supporter and fact.recipient:
            return Pair(fact.supporter, fact.recipient)
        return None
    return None if isinstance(fact, Agreement | Appointment) else fact.pair


def _parties(fact: Fact) -> Iterator[Party | None]:
    """Everybody who takes part in a fact."""
    if pair := _pair(fact):
        yield from (pair.supporter, pair.recipient)
    yield from _others(fact)


def _others(fact: Fact) -> Iterable[Party | None]:
    if isinstance(fact, Agreement | SigningCeremony | Meeting):
        return fact.parties
    if isinstance(fact, Visit):
        return (fact.visitor, *fact.visited)
    if isinstance(fact, Secondment):
        return (fact.sender, fact.host)
    if isinstance(fact, Appointment):
        return (fact.of,)
    return () if isinstance(fact, Partnership | Cooperation) else (fact.supporter, fact.recipient)
