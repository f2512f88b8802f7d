"""Tells namesakes apart, and merges appointments and secondments.

A person is somebody of a name who serves a place or organisation. In one article a name is one
person, so that the places it is given there belong together; across articles only a shared place
or organisation makes two people one. Whoever is named without any place is left out: a name
alone identifies nobody.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xiezuo.model import (
    Appointment,
    Assertion,
    MergedFact,
    Pair,
    Party,
    Person,
    Secondment,
)
from xiezuo.resolve.common import (
    Context,
    gather,
    main_party,
    make_key,
    most_stated,
    party_key,
    reason,
    same_date,
    seat,
    with_unknown,
)
from xiezuo.resolve.sources import Groups, article_of

_Node = tuple[str, ...]


def pair_between(parties: Iterable[Party | None], context: Context) -> Pair | None:
    """The only partnership between the places of some parties, if there is exactly one."""
    places = {place.key: place for place in map(seat, parties) if place}
    found = [
        Pair(places[supporter], places[recipient])
        for supporter in sorted(places)
        for recipient in sorted(places)
        if (supporter, recipient) in context.partners
    ]
    return found[0] if len(found) == 1 else None


class People:
    """Who is who."""

    def __init__(self, assertions: Sequence[Assertion]) -> None:
        self._groups: Groups[_Node] = Groups()
        served: dict[_Node, list[Party]] = defaultdict(list)
        stated = [(one, *named) for one in assertions if (named := _named(one))]
        for assertion, name, parties in stated:
            nodes = [(name, party.key) for party in parties]
            seats = [(name, place.key) for place in map(seat, parties) if place]
            article = (name, *map(str, article_of(assertion)), "article")
            self._groups.unite([article, *nodes, *seats])
        for assertion, name, parties in stated:
            served[self._person_of(name, assertion)].extend(parties)
        self._people = {
            node: Person(node[0], _most_served(parties)) for node, parties in served.items()
        }

    def who(self, name: str, assertion: Assertion) -> Person | None:
        """The person of a name in the article of an assertion; None without any place."""
        return self._people.get(self._person_of(name, assertion))

    def _person_of(self, name: str, assertion: Assertion) -> _Node:
        return self._groups.of((name, *map(str, article_of(assertion)), "article"))


def _named(assertion: Assertion) -> tuple[str, list[Party]] | None:
    """The name that an assertion is about, and the parties that the person serves."""
    fact = assertion.fact
    if isinstance(fact, Appointment):
        parties = [fact.of or fact.person.served]
    elif isinstance(fact, Secondment) and fact.person:
        parties = [fact.host, fact.sender]
        if not any(parties) and fact.pair:
            parties = [fact.pair.recipient]
    else:
        return None
    name = fact.person.name if isinstance(fact, Appointment) else fact.person
    known = [party for party in parties if party]
    return (name or "", known) if known else None


def _most_served(parties: Sequence[Party]) -> Party:
    counts = Counter(party.key for party in parties)
    return min(parties, key=lambda party: (-counts[party.key], party.key))


@dataclass(frozen=True)
class _Posting:
    assertion: Assertion
    fact: Secondment
    person: Person | None


def merge_appointments(
    assertions: Sequence[Assertion], people: People, context: Context
) -> Iterator[MergedFact]:
    """One appointment for each person, title and place or organisation."""
    offices: dict[tuple[str, str], dict[str, list[Assertion]]] = defaultdict(
        lambda: defaultdict(list)
    )
    persons: dict[str, Person] = {}
    for assertion in assertions:
        fact = assertion.fact
        if isinstance(fact, Appointment) and (person := people.who(fact.person.name, assertion)):
            persons[person.key] = person
            offices[person.key, fact.title][party_key(_office_of(fact))].append(assertion)
    for (person_key, title), by_place in sorted(offices.items()):
        for group in with_unknown(by_place):
            yield _merged_appointment(persons[person_key], title, group, context)


def _office_of(fact: Appointment) -> Party | None:
    return fact.of or fact.person.served


def _merged_appointment(
    person: Person, title: str, group: Sequence[Assertion], context: Context
) -> MergedFact:
    facts = [one.fact for one in group if isinstance(one.fact, Appointment)]
    of = main_party(map(_office_of, facts))
    elsewhere = of and person.served and of.key != person.served.key
    return MergedFact(
        fact=Appointment(person, title, of),
        key=make_key(person.key, party_key(of) if elsewhere else "", title),
        assertions=tuple(group),
        reason=reason("同一人的同一职务", "the same person and office", group, context.sources),
        person=person,
    )


def merge_secondments(
    assertions: Sequence[Assertion], people: People, context: Context
) -> Iterator[MergedFact]:
    """Named people by person and host, unnamed groups by number, sender, host and date."""
    buckets: dict[tuple[str, ...], list[_Posting]] = defaultdict(list)
    for assertion in assertions:
        fact = assertion.fact
        if not isinstance(fact, Secondment):
            continue
        person = people.who(fact.person, assertion) if fact.person else None
        if person:
            buckets["person", person.key].append(_Posting(assertion, fact, person))
        elif not fact.person:
            parties = (party_key(fact.sender), party_key(fact.host))
            bucket = (fact.kind.value, str(fact.count), *parties)
            buckets[bucket].append(_Posting(assertion, fact, None))
    for _, postings in sorted(buckets.items()):
        groups = _by_host(postings) if postings[0].person else _by_occasion(postings, context)
        for group in groups:
            yield _merged_secondment(group, context)


def _by_host(postings: Sequence[_Posting]) -> Iterable[list[_Posting]]:
    hosts: dict[str, list[_Posting]] = defaultdict(list)
    for posting in postings:
        hosts[party_key(posting.fact.host)].append(posting)
    return with_unknown(hosts)


def _by_occasion(postings: Sequence[_Posting], context: Context) -> Iterable[list[_Posting]]:
    """A group is the same one where source, start or day of publication is."""

    def handles(one: _Posting) -> Iterator[tuple[str, str]]:
        yield "source", context.sources.document(one.assertion)
        if one.fact.start:
            yield "year", one.fact.start[:4]
        if one.assertion.evidence.document.published:
            yield "day", one.assertion.evidence.document.published

    def fits(one: _Posting, group: Sequence[_Posting]) -> bool:
        return any(_same_group(one, other, context) for other in group)

    return gather(postings, handles, fits)


def _same_group(one: _Posting, other: _Posting, context: Context) -> bool:
    posts = {posting.fact.post for posting in (one, other)} - {None}
    if len(posts) > 1:
        return False
    if context.sources.document(one.assertion) == context.sources.document(other.assertion):
        return True
    if one.fact.count is None:
        return False
    days = [posting.assertion.evidence.document.published for posting in (one, other)]
    return same_date(one.fact.start, other.fact.start) or bool(days[0] and days[0] == days[1])


def _merged_secondment(group: Sequence[_Posting], context: Context) -> MergedFact:
    facts, person = [posting.fact for posting in group], group[0].person
    assertions = tuple(posting.assertion for posting in group)
    sender = main_party(fact.sender for fact in facts)
    host = main_party(fact.host for fact in facts)
    start = most_stated(fact.start for fact in facts)
    post = most_stated(fact.post for fact in facts)
    stated = most_stated((fact.pair for fact in facts), key=lambda pair: pair.key)
    kind = most_stated(fact.kind for fact in facts) or facts[0].kind
    count = most_stated(fact.count for fact in facts)
    anchor = start or min(one.evidence.document.sha256 for one in assertions)[:12]
    return MergedFact(
        fact=Secondment(
            kind=kind,
            person=person.name if person else None,
            count=count,
            sender=sender,
            host=host,
            post=post,
            pair=stated or pair_between([sender, host], context),
            start=start,
            end=most_stated(fact.end for fact in facts),
            duration=most_stated(fact.duration for fact in facts),
        ),
        key=make_key(person.key, party_key(host))
        if person
        else make_key(f"{party_key(sender)}+{party_key(host)}", anchor, kind.value, count, post),
        assertions=assertions,
        reason=reason(
            "同一人派往同一处" if person else "人数、派出方和接收方相同，且同一来源或时间",
            "the same person and host" if person else "the same number, sender and host",
            assertions,
            context.sources,
        ),
        person=person,
    )
