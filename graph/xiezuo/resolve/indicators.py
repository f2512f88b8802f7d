"""Merges indicators: the same number with its unit, period and places, under one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from xiezuo.model import Assertion, Indicator, MergedFact
from xiezuo.resolve.common import Context, dice, gather, make_key, most_stated, party_key, reason

_SIMILAR = 0.4
"""Enough within one text, which says 消费帮扶销售额 in the headline and 销售额 below."""

_Stated = tuple[Assertion, Indicator]


def merge_indicators(assertions: Sequence[Assertion], context: Context) -> Iterator[MergedFact]:
    """One indicator for each measure, value, unit, period and pair.

    Within one article or copies of it, a similar name is enough and a missing period is filled.
    """
    buckets: dict[tuple[str, ...], list[_Stated]] = defaultdict(list)
    for assertion in assertions:
        fact = assertion.fact
        if isinstance(fact, Indicator):
            places = (party_key(fact.supporter), party_key(fact.recipient))
            buckets[f"{fact.value.normalize():f}", fact.unit, *places].append((assertion, fact))
    for bucket, stated in sorted(buckets.items()):
        stated.sort(key=lambda item: -len(item[1].period or ""))
        groups = gather(stated, partial(_handles, context=context), partial(_fits, context=context))
        for group in groups:
            yield _merged(bucket, group, context)


def _handles(one: _Stated, context: Context) -> Iterator[tuple[object, ...]]:
    yield "text", *context.sources.text(one[0])
    yield "name", one[1].measure, one[1].period


def _fits(one: _Stated, group: Sequence[_Stated], context: Context) -> bool:
    """The same as one of the group; and the group has no other period."""
    periods = {fact.period for _, fact in (one, *group)} - {None}
    return len(periods) <= 1 and any(_same(one, other, context) for other in group)


def _same(one: _Stated, other: _Stated, context: Context) -> bool:
    fact, stated = one[1], other[1]
    if fact.period == stated.period and fact.measure == stated.measure:
        return True
    if context.sources.text(one[0]) != context.sources.text(other[0]):
        return False
    return dice(fact.measure, stated.measure) >= _SIMILAR


def _merged(bucket: tuple[str, ...], group: Sequence[_Stated], context: Context) -> MergedFact:
    value, unit, supporter, recipient = bucket
    facts = [fact for _, fact in group]
    assertions = tuple(assertion for assertion, _ in group)
    measure = most_stated(fact.measure for fact in facts) or facts[0].measure
    period = most_stated(fact.period for fact in facts)
    places = f"{supporter}-{recipient}" if supporter or recipient else ""
    return MergedFact(
        fact=Indicator(
            measure=measure,
            value=facts[0].value,
            unit=unit,
            as_written=most_stated(fact.as_written for fact in facts) or facts[0].as_written,
            qualifier=most_stated(fact.qualifier for fact in facts) or "",
            period=period,
            supporter=facts[0].supporter,
            recipient=facts[0].recipient,
        ),
        key=make_key(
            places or assertions[0].evidence.document.sha256[:12],
            measure,
            f"{value}{unit}",
            period,
        ),
        assertions=assertions,
        reason=reason("同一数字", "the same number", assertions, context.sources),
    )
