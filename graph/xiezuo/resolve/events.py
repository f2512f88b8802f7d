"""Merges ceremonies, meetings and visits: same parties, similar names, and the same date.

An event that one article dates and another does not is one only where both come from the same
document or from copies of one article; two dates that differ keep two events apart, so that a
yearly meeting stays one event a year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from xiezuo.model import Assertion, Meeting, MergedFact, Pair, Party, SigningCeremony, Visit
from xiezuo.resolve.common import (
    Context,
    gather,
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


_Stated = tuple[Assertion, Event]


def merge_events(
    assertions: Sequence[Assertion], kind: type[Event], context: Context
) -> Iterator[MergedFact]:
    """The events of a kind."""
    stated = [(one, one.fact) for one in assertions if isinstance(one.fact, kind)]
    stated.sort(key=lambda pair: -len(pair[1].date or ""))
    groups = gather(
        stated,
        handles=partial(_handles, context=context),
        fits=partial(_belongs, context=context),
    )
    for group in groups:
        yield _merged(group, context)


def _handles(one: _Stated, context: Context) -> Iterator[tuple[str, str]]:
    """What an event shares with every event that it can be one with."""
    assertion, event = one
    yield "source", context.sources.document(assertion)
    if event.date:
        for party in _parties(event):
            yield event.date[:4], party.key


def _parties(event: Event) -> tuple[Party, ...]:
    return (event.visitor, *event.visited) if isinstance(event, Visit) else event.parties


def _belongs(one: _Stated, group: Sequence[_Stated], context: Context) -> bool:
    assertion, event = one
    dates = {other.date for _, other in group if other.date}
    if event.date and not all(same_date(event.date, date) for date in dates):
        return False
    source = context.sources.document(assertion)
    return any(
        (same_date(event.date, other.date) or source == context.sources.document(stated))
        and _alike(event, other)
        for stated, other in group
    )


def _alike(event: Event, other: Event) -> bool:
    if isinstance(event, Visit) and isinstance(other, Visit):
        return event.visitor.key == other.visitor.key and overlap(event.visited, other.visited)
    if isinstance(event, Visit) or isinstance(other, Visit):
        return False
    return overlap(event.parties, other.parties) and similar(event.name, other.name)


def _merged(stated: Sequence[_Stated], context: Context) -> MergedFact:
    group = tuple(assertion for assertion, _ in stated)
    events = [event for _, event in stated]
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
        delegation = most_stated(visit.delegation for visit in visits)
        return Visit(first.visitor, visited, pair, date, delegation or "")
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
