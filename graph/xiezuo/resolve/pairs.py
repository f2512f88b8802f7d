"""Merges partnerships by pair, and cooperations by pair and domain.

Where articles contradict one another on who supports whom, the direction wins that more texts
state, each counted with its highest confidence and copies counted once; then the higher single
confidence; then the pair that comes first in order. Every fact of the pair is turned that way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from xiezuo.model import (
    Assertion,
    Cooperation,
    Fact,
    Indicator,
    Meeting,
    MergedFact,
    Pair,
    Partnership,
    Secondment,
    SigningCeremony,
    Status,
    Visit,
)
from xiezuo.resolve.common import Context, make_key, most_stated, reason
from xiezuo.resolve.sources import ArticleId, Sources

Unordered = tuple[str, str]


def unordered(pair: Pair) -> Unordered:
    """The pair's keys whatever the direction."""
    first, second = sorted((pair.supporter.key, pair.recipient.key))
    return first, second


def with_presupposed(assertions: Sequence[Assertion]) -> list[Assertion]:
    """Adds the partnership that a cooperation presupposes where no article states it itself."""
    stated = {unordered(one.fact.pair) for one in assertions if isinstance(one.fact, Partnership)}
    return [
        *assertions,
        *(
            replace(one, fact=Partnership(one.fact.pair))
            for one in assertions
            if isinstance(one.fact, Cooperation) and unordered(one.fact.pair) not in stated
        ),
    ]


def directions(assertions: Iterable[Assertion], sources: Sources) -> dict[Unordered, Pair]:
    """The direction of each pair that is a partnership."""
    votes: dict[Unordered, dict[Pair, dict[ArticleId, float]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for assertion in assertions:
        if isinstance(assertion.fact, Partnership):
            pair, text = assertion.fact.pair, sources.text(assertion)
            texts = votes[unordered(pair)][pair]
            texts[text] = max(texts.get(text, 0), assertion.evidence.confidence)
    return {
        key: min(
            found, key=lambda pair: (-sum(found[pair].values()), -max(found[pair].values()), pair)
        )
        for key, found in votes.items()
    }


def turned(fact: Fact, pairs: Mapping[Unordered, Pair]) -> Fact:
    """The fact with its pair in the direction that was chosen."""
    match fact:
        case Partnership() | Cooperation():
            return replace(fact, pair=_right(fact.pair, pairs))
        case SigningCeremony() | Meeting() | Visit() | Secondment() if fact.pair:
            return replace(fact, pair=_right(fact.pair, pairs))
        case Indicator() if fact.supporter and fact.recipient:
            pair = _right(Pair(fact.supporter, fact.recipient), pairs)
            return replace(fact, supporter=pair.supporter, recipient=pair.recipient)
    return fact


def _right(pair: Pair, pairs: Mapping[Unordered, Pair]) -> Pair:
    return pairs.get(unordered(pair), pair)


def merge_partnerships(
    assertions: Sequence[Assertion], context: Context, contested: Mapping[Unordered, int]
) -> Iterator[MergedFact]:
    """One partnership for each pair, with the programmes of all articles."""
    by_pair: dict[str, list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        if isinstance(assertion.fact, Partnership):
            by_pair[assertion.fact.pair.key].append(assertion)
    for key, group in sorted(by_pair.items()):
        facts = [one.fact for one in group if isinstance(one.fact, Partnership)]
        pair = facts[0].pair
        why = reason("同一对地方", "the same pair of places", group, context.sources)
        if against := contested.get(unordered(pair), 0):
            why += (
                f"；{against}处陈述方向相反，取更可信的方向 / {against} stated the other way round"
            )
        yield MergedFact(
            fact=Partnership(
                pair=pair,
                programmes=tuple(sorted({name for fact in facts for name in fact.programmes})),
                start=min((fact.start for fact in facts if fact.start), default=None),
                end=max((fact.end for fact in facts if fact.end), default=None),
                ended=any(fact.ended for fact in facts),
            ),
            key=key,
            assertions=tuple(group),
            reason=why,
        )


def merge_cooperations(assertions: Sequence[Assertion], context: Context) -> Iterator[MergedFact]:
    """One cooperation for each pair and domain: underway once an article says so."""
    by_domain: dict[tuple[str, str], list[Assertion]] = defaultdict(list)
    for assertion in assertions:
        if isinstance(assertion.fact, Cooperation):
            by_domain[assertion.fact.pair.key, assertion.fact.domain].append(assertion)
    for (pair_key, domain), group in sorted(by_domain.items()):
        facts = [one.fact for one in group if isinstance(one.fact, Cooperation)]
        underway = any(fact.status is Status.UNDERWAY for fact in facts)
        yield MergedFact(
            fact=Cooperation(
                pair=facts[0].pair,
                domain=domain,
                phrase=most_stated(fact.phrase for fact in facts) or "",
                status=Status.UNDERWAY if underway else Status.PLANNED,
            ),
            key=make_key(pair_key, domain),
            assertions=tuple(group),
            reason=reason(
                "同一对地方的同一领域", "the same pair and domain", group, context.sources
            ),
        )
