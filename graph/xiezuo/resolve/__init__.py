"""Facts → merged facts: one fact for what several articles say, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from xiezuo.model import (
    ArticleRecord,
    Assertion,
    Meeting,
    MergedFact,
    Partnership,
    Resolution,
    SigningCeremony,
    Visit,
)
from xiezuo.resolve.common import Context, Order, order, with_unique_keys
from xiezuo.resolve.documents import link_signed, merge_agreements, with_signed
from xiezuo.resolve.events import merge_events
from xiezuo.resolve.indicators import merge_indicators
from xiezuo.resolve.pairs import (
    directions,
    merge_cooperations,
    merge_partnerships,
    turned,
    unordered,
    with_presupposed,
)
from xiezuo.resolve.people import People, merge_appointments, merge_secondments
from xiezuo.resolve.sources import Sources

__all__ = ["resolve"]


def resolve(articles: Iterable[tuple[ArticleRecord, Sequence[Assertion]]]) -> Resolution:
    """Merges what the articles of a build state.

    The result depends on what is stated, never on the order of the articles. Every statement is
    kept, and every merged fact says in Chinese and English why its statements are one.

    Args:
        articles: each article with the assertions that it makes; may be an iterator.

    Returns:
        The articles and the merged facts, both sorted; the key of a fact is its identity.
    """
    records: list[ArticleRecord] = []
    stated: list[Assertion] = []
    for record, assertions in articles:
        records.append(record)
        stated.extend(assertions)
    records.sort(
        key=lambda one: (one.document.sha256, one.document.name, one.position, one.headline)
    )
    return Resolution(articles=tuple(records), facts=tuple(_merge(_distinct(stated))))


def _distinct(assertions: Iterable[Assertion]) -> list[Assertion]:
    """The assertions in order; of those that differ in confidence alone, the surest."""
    surest: dict[Order, Assertion] = {}
    for one in assertions:
        other = surest.setdefault(key := order(one), one)
        if one.evidence.confidence > other.evidence.confidence:
            surest[key] = one
    return [surest[key] for key in sorted(surest)]


def _merge(stated: Sequence[Assertion]) -> list[MergedFact]:
    sources = Sources(stated)
    presupposed = with_signed(with_presupposed(stated))
    pairs = directions(presupposed, sources)
    assertions = [replace(one, fact=turned(one.fact, pairs)) for one in presupposed]
    contested = Counter(
        unordered(one.fact.pair)
        for one in presupposed
        if isinstance(one.fact, Partnership) and one.fact.pair != pairs[unordered(one.fact.pair)]
    )
    partners = frozenset((pair.supporter.key, pair.recipient.key) for pair in pairs.values())
    context, people = Context(sources, partners), People(assertions)
    agreements = with_unique_keys(merge_agreements(assertions, context))
    ceremonies = merge_events(assertions, SigningCeremony, context)
    return [
        *merge_partnerships(assertions, context, contested),
        *merge_cooperations(assertions, context),
        *with_unique_keys(link_signed(ceremonies, agreements)),
        *with_unique_keys(merge_events(assertions, Meeting, context)),
        *with_unique_keys(merge_events(assertions, Visit, context)),
        *agreements,
        *with_unique_keys(merge_secondments(assertions, people, context)),
        *with_unique_keys(merge_appointments(assertions, people, context)),
        *with_unique_keys(merge_indicators(assertions, context)),
    ]
