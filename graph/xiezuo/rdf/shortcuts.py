"""Writes out what follows from other statements, so that questions need not work it out.

In which places a place lies, which places a fact concerns, how many documents state it, and when
a pair was last reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode

from xiezuo.find.letters import letters
from xiezuo.model import (
    Agreement,
    Appointment,
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
from xiezuo.rdf.sheet import Sheet, boolean, integer, moment, zh
from xiezuo.vocab import SCHEMA, SKOS, XZ

_FIRST = {Status.PLANNED: XZ.FIRST_PLANNED, Status.UNDERWAY: XZ.FIRST_UNDERWAY}


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
    documents = {assertion.evidence.document.sha256 for assertion in merged.assertions}
    sheet.add(node, XZ.DOCUMENTS, integer(len(documents)))
    if isinstance(fact, Cooperation):
        for status, predicate in _FIRST.items():
            days = [
                assertion.evidence.document.published
                for assertion in merged.assertions
                if isinstance(assertion.fact, Cooperation) and assertion.fact.status is status
            ]
            sheet.moment(node, predicate, min(filter(None, days), default=None))


def describe_contradictions(sheet: Sheet, resolution: Resolution) -> None:
    """Marks the figures of one partnership, measure, unit and period that differ in value."""
    figures: dict[tuple[Pair, str, str, str], list[MergedFact]] = {}
    for merged in resolution.facts:
        fact, pair = merged.fact, _pair(merged.fact)
        if isinstance(fact, Indicator) and pair is not None and sheet.has_partnership(pair):
            key = (pair, fact.measure, fact.unit or "", fact.period or "")
            figures.setdefault(key, []).append(merged)
    for rivals in figures.values():
        if len({fact.value for one in rivals if isinstance(fact := one.fact, Indicator)}) > 1:
            for one in rivals:
                sheet.add(sheet.iris.fact(one), XZ.CONTRADICTED, boolean(True))


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
