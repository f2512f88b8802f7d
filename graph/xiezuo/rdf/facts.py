"""Describes each kind of fact; :data:`DESCRIBERS` is the table of the kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pyoxigraph import NamedNode

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
    Secondment,
    SecondmentKind,
    SigningCeremony,
    Visit,
)
from xiezuo.rdf import labels
from xiezuo.rdf.evidence import STATUSES, describe_assertions
from xiezuo.rdf.nodes import (
    describe_concept,
    describe_party,
    describe_person,
    describe_place,
)
from xiezuo.rdf.sheet import Sheet, boolean, decimal, integer, zh
from xiezuo.rdf.shortcuts import describe_reach, describe_sides
from xiezuo.vocab import ORG, SCHEMA, XZ, domain, programme

_SECONDMENT_KINDS = {
    SecondmentKind.OFFICIAL: XZ.OFFICIAL,
    SecondmentKind.PROFESSIONAL: XZ.PROFESSIONAL,
    SecondmentKind.TASK_FORCE: XZ.TASK_FORCE,
}


def describe_fact(sheet: Sheet, merged: MergedFact) -> NamedNode:
    """A fact with its evidence."""
    node = sheet.iris.fact(merged)
    describer = DESCRIBERS[type(merged.fact)]
    describer(sheet, node, merged)
    describe_reach(sheet, node, merged)
    describe_assertions(sheet, merged, node)
    return node


def _parties(
    sheet: Sheet, node: NamedNode, predicate: NamedNode, parties: Iterable[Party | None]
) -> None:
    found = {party.key: party for party in parties if party is not None}
    for key in sorted(found):
        sheet.add(node, predicate, describe_party(sheet, found[key]))


def _pair(sheet: Sheet, node: NamedNode, pair: Pair | None) -> None:
    if pair is not None and sheet.has_partnership(pair):
        sheet.add(node, XZ.OF_PARTNERSHIP, sheet.iris.pair(pair))


def _partnership(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, Partnership)
    supporter = describe_place(sheet, fact.pair.supporter)
    recipient = describe_place(sheet, fact.pair.recipient)
    sheet.node(node, labels.partnership(fact), XZ.PARTNERSHIP)
    sheet.add(node, XZ.SUPPORTER, supporter)
    sheet.add(node, XZ.RECIPIENT, recipient)
    describe_sides(sheet, node, fact.pair)
    sheet.add(supporter, XZ.PARTNERED_WITH, recipient)
    sheet.add(recipient, XZ.PARTNERED_WITH, supporter)
    for name in sorted(set(fact.programmes)):
        concept = describe_concept(sheet, programme(name))
        sheet.add(node, XZ.PROGRAMME, concept)
        sheet.add(supporter, XZ.TAKES_PART_IN, concept)
        sheet.add(recipient, XZ.TAKES_PART_IN, concept)
    for term in _terms(merged):
        _describe_term(sheet, node, term)


def _terms(merged: MergedFact) -> list[Partnership]:
    """The dated or ended statements, one for each period, with the programmes that share it."""
    terms: dict[tuple[str, str, bool], set[str]] = {}
    pair = None
    for assertion in merged.assertions:
        fact = assertion.fact
        if isinstance(fact, Partnership) and (fact.start or fact.end or fact.ended):
            pair = fact.pair
            key = (fact.start or "", fact.end or "", fact.ended)
            terms.setdefault(key, set()).update(fact.programmes)
    return [
        Partnership(pair, tuple(sorted(names)), start or None, end or None, ended)
        for (start, end, ended), names in sorted(terms.items())
        if pair is not None
    ]


def _describe_term(sheet: Sheet, partnership: NamedNode, term: Partnership) -> None:
    period = f"{term.start or ''}..{term.end or ''}" + ("-ended" if term.ended else "")
    node = sheet.iris.below(partnership, "term", period)
    sheet.add(partnership, XZ.TERM, node)
    sheet.node(node, labels.term(term), XZ.PROGRAMME_TERM)
    for name in term.programmes:
        sheet.add(node, XZ.PROGRAMME, describe_concept(sheet, programme(name)))
    sheet.moment(node, SCHEMA.START_DATE, term.start)
    sheet.moment(node, SCHEMA.END_DATE, term.end)
    if term.ended:
        sheet.add(node, XZ.ENDED, boolean(True))


def _cooperation(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, Cooperation)
    partnership, concept = sheet.iris.pair(fact.pair), describe_concept(sheet, domain(fact.domain))
    sheet.node(node, labels.cooperation(fact), XZ.COOPERATION)
    sheet.add(node, XZ.OF_PARTNERSHIP, partnership)
    sheet.add(node, XZ.DOMAIN, concept)
    sheet.add(partnership, XZ.DOMAIN, concept)
    stated = [one.fact for one in merged.assertions if isinstance(one.fact, Cooperation)]
    for phrase in sorted({one.phrase for one in stated}):
        sheet.text(node, XZ.PHRASE, phrase)
    for status in sorted({one.status for one in stated}):
        sheet.add(node, XZ.STATUS, describe_concept(sheet, STATUSES[status]))


def _ceremony(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, SigningCeremony)
    name = labels.ceremony(fact)
    sheet.node(node, name, XZ.SIGNING_CEREMONY, XZ.EVENT, SCHEMA.EVENT)
    sheet.add(node, SCHEMA.NAME, zh(name))
    _parties(sheet, node, XZ.PARTY, fact.parties)
    for key in sorted(set(merged.signed)):
        sheet.add(node, XZ.SIGNED, sheet.iris.keyed(Agreement, key))
    _pair(sheet, node, fact.pair)
    for name in sorted(set(fact.domains)):
        sheet.add(node, XZ.DOMAIN, describe_concept(sheet, domain(name)))
    sheet.moment(node, SCHEMA.START_DATE, fact.date)
    sheet.text(node, SCHEMA.LOCATION, fact.location)


def _meeting(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, Meeting)
    sheet.node(node, fact.name, XZ.MEETING, XZ.EVENT, SCHEMA.EVENT)
    sheet.add(node, SCHEMA.NAME, zh(fact.name))
    _parties(sheet, node, XZ.PARTY, fact.parties)
    _pair(sheet, node, fact.pair)
    sheet.moment(node, SCHEMA.START_DATE, fact.date)
    sheet.text(node, SCHEMA.LOCATION, fact.location)


def _visit(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, Visit)
    sheet.node(node, labels.visit(fact), XZ.VISIT, XZ.EVENT, SCHEMA.EVENT)
    _parties(sheet, node, XZ.VISITOR, [fact.visitor])
    _parties(sheet, node, XZ.VISITED, fact.visited)
    _pair(sheet, node, fact.pair)
    sheet.moment(node, SCHEMA.START_DATE, fact.date)


def _agreement(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, Agreement)
    sheet.node(node, fact.title, XZ.AGREEMENT, SCHEMA.CREATIVE_WORK)
    sheet.add(node, SCHEMA.NAME, zh(fact.title))
    _parties(sheet, node, XZ.PARTY, fact.parties)


def _secondment(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, Secondment)
    sheet.node(node, labels.secondment(fact), XZ.SECONDMENT, ORG.MEMBERSHIP)
    if merged.person:
        secondee = describe_person(sheet, merged.person)
    else:
        secondee = sheet.iris.cohort(merged)
        sheet.node(secondee, labels.cohort(fact), XZ.COHORT)
        if fact.count is not None:
            sheet.add(secondee, XZ.HEADCOUNT, integer(fact.count))
    sheet.add(node, XZ.SECONDEE, secondee)
    _parties(sheet, node, XZ.SENDER, [fact.sender])
    _parties(sheet, node, XZ.HOST, [fact.host])
    sheet.text(node, XZ.POST, fact.post)
    kind = describe_concept(sheet, _SECONDMENT_KINDS[fact.kind])
    sheet.add(node, XZ.SECONDMENT_KIND, kind)
    _pair(sheet, node, fact.pair)
    sheet.moment(node, SCHEMA.START_DATE, fact.start)
    sheet.moment(node, SCHEMA.END_DATE, fact.end)
    sheet.text(node, XZ.DURATION, fact.duration)


def _appointment(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, Appointment)
    sheet.node(node, labels.appointment(fact), XZ.APPOINTMENT, ORG.MEMBERSHIP)
    sheet.add(node, XZ.HOLDER, describe_person(sheet, merged.person or fact.person))
    sheet.text(node, XZ.TITLE, fact.title)
    _parties(sheet, node, XZ.OF, [fact.of])


def _indicator(sheet: Sheet, node: NamedNode, merged: MergedFact) -> None:
    fact = merged.fact
    assert isinstance(fact, Indicator)
    sheet.node(node, labels.indicator(fact), XZ.INDICATOR, SCHEMA.OBSERVATION)
    sheet.text(node, XZ.MEASURE, fact.measure)
    sheet.add(node, SCHEMA.VALUE, decimal(fact.value))
    sheet.text(node, SCHEMA.UNIT_TEXT, fact.unit)
    sheet.text(node, XZ.QUALIFIER, fact.qualifier)
    sheet.text(node, XZ.AS_WRITTEN, fact.as_written)
    sheet.text(node, XZ.PERIOD, fact.period)
    pair = Pair(fact.supporter, fact.recipient) if fact.supporter and fact.recipient else None
    if sheet.has_partnership(pair):
        _pair(sheet, node, pair)
    else:
        _parties(sheet, node, XZ.PARTY, [fact.supporter, fact.recipient])


DESCRIBERS: dict[type[Fact], Callable[[Sheet, NamedNode, MergedFact], None]] = {
    Partnership: _partnership,
    Cooperation: _cooperation,
    SigningCeremony: _ceremony,
    Meeting: _meeting,
    Visit: _visit,
    Agreement: _agreement,
    Secondment: _secondment,
    Appointment: _appointment,
    Indicator: _indicator,
}
