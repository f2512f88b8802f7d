"""Merges ceremonies, meetings and visits: same parties, similar names, and the same date.

An event that one article dates and another does not is one only where both come from the same
document or from copies of one article; two dates that differ keep two events apart, so that a
yearly meeting stays one event a year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from xiezuo.model import Assertion, Meeting, MergedFact, Pair, Party, SigningCeremony, Visit
from xiezuo.resolve.common import (
    Context,
    make_key,
    most_stated,
    overlap,
    reason,
    same_date,
    similar,
    united,
)
from xiezuo.resolve.people import pair_between

Event = SigningCeremony | Meeting | Visit


@dataclass
class _Cluster:
    """Statements of one event, and the dates that it has been given."""

    members: list[tuple[Assertion, Event]] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)


def merge_events(
    assertions: Sequence[Assertion], kind: type[Event], context: Context
) -> Iterator[MergedFact]:
    """The events of a kind."""
    stated = [(one, one.fact) for one in assertions if isinstance(one.fact, kind)]
    stated.sort(key=lambda pair: -len(pair[1].date or ""))
    places: dict[tuple[str, str], list[_Cluster]] = defaultdict(list)
    clusters: list[_Cluster] = []
    for assertion, event in stated:
        where = list(_places(assertion, event, context))
        candidates = {id(cluster): cluster for key in where for cluster in places[key]}
        fitting = (c for c in candidates.values() if _belongs(assertion, event, c, context))
        cluster = next(fitting, None)
        if cluster is None:
            cluster = _Cluster()
            clusters.append(cluster)
        cluster.members.append((assertion, event))
        if event.date:
            cluster.dates.append(event.date)
        for key in where:
            if not any(cluster is one for one in places[key]):
                places[key].append(cluster)
    for cluster in clusters:
        yield _merged(cluster, context)


def _places(assertion: Assertion, event: Event, context: Context) -> Iterator[tuple[str, str]]:
    """Where clusters that an event can belong to are found."""
    yield "source", context.sources.document(assertion)
    if event.date:
        for party in _parties(event):
            yield event.date[:4], party.key


def _parties(event: Event) -> tuple[Party, ...]:
    return (event.visitor, *event.visited) if isinstance(event, Visit) else event.parties


def _belongs(assertion: Assertion, event: Event, cluster: _Cluster, context: Context) -> bool:
    if event.date and not all(same_date(event.date, date) for date in cluster.dates):
        return False
    source = context.sources.document(assertion)
    return any(
        (same_date(event.date, other.date) or source == context.sources.document(one))
        and _alike(event, other)
        for one, other in cluster.members
    )


def _alike(event: Event, other: Event) -> bool:
    if isinstance(event, Visit) and isinstance(other, Visit):
        return event.visitor.key == other.visitor.key and overlap(event.visited, other.visited)
    if isinstance(event, Visit) or isinstance(other, Visit):
        return False
    return overlap(event.parties, other.parties) and similar(event.name, other.name)


def _merged(cluster: _Cluster, context: Context) -> MergedFact:
    group = tuple(assertion for assertion, _ in cluster.members)
    events = [event for _, event in cluster.members]
    date = most_stated(event.date for event in events)
    merged = _union(events, date, context)
    keys = "+".join(sorted(party.key for party in _parties(merged)))
    anchor = date or min(one.evidence.document.sha256 for one in group)[:12]
    name = "" if isinstance(merged, Visit) else merged.name
    if isinstance(merged, SigningCeremony) and not name:
        name = "+".join(merged.signed)
    why = (
        ("双方和名称相同，日期一致或出自同一来源", "the same sides and name; one date or source")
        if not isinstance(merged, Visit)
        else ("来访方和到访处相同，日期一致或出自同一来源", "the same visitor; one date or source")
    )
    return MergedFact(
        fact=merged,
        key=make_key(keys, anchor, name),
        assertions=group,
        reason=reason(*why, group, context.sources),
    )


def _union(events: Sequence[Event], date: str | None, context: Context) -> Event:
    pair = _pair(events, context)
    first = events[0]
    if isinstance(first, Visit):
        visits = [event for event in events if isinstance(event, Visit)]
        visited = united(party for visit in visits for party in visit.visited)
        return Visit(first.visitor, visited, pair, date)
    named = [event for event in events if not isinstance(event, Visit)]
    parties = united(party for event in named for party in event.parties)
    name = most_stated(event.name for event in named)
    location = most_stated(event.location for event in named)
    if isinstance(first, Meeting):
        return Meeting(name or first.name, parties, pair, date, location)
    ceremonies = [event for event in events if isinstance(event, SigningCeremony)]
    return SigningCeremony(
        name=name,
        parties=parties,
        signed=_all(ceremony.signed for ceremony in ceremonies),
        pair=pair,
        domains=_all(ceremony.domains for ceremony in ceremonies),
        date=date,
        location=location,
    )


def _all(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({value for values in lists for value in values}))


def _pair(events: Sequence[Event], context: Context) -> Pair | None:
    """The pair that is stated most, or else the only partnership among the parties."""
    stated = most_stated((event.pair for event in events), key=lambda pair: pair.key)
    if stated:
        return stated
    return pair_between([party for event in events for party in _parties(event)], context)
