"""What every kind of fact needs to be merged: order, votes, similarity, reasons, keys."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from xiezuo.model import Assertion, MergedFact, Organization, Party, Place
from xiezuo.resolve.sources import Sources

SIMILAR = 0.6
"""Names with at least this share of common character bigrams (Dice) are taken for one."""

_NUMBERS = re.compile(r"\d+|第[一二三四五六七八九十百]+|[一二三四五六七八九十]+(?=[次届批期轮])")

Value = TypeVar("Value")

Order = tuple[str, str, int, int, int, str, str, str]


@dataclass(frozen=True)
class Context:
    """What merging looks up: which statements share a text, and which pairs are partnerships."""

    sources: Sources
    partners: frozenset[tuple[str, str]]


def order(assertion: Assertion) -> Order:
    """A sort key that depends on what is stated and where only."""
    evidence = assertion.evidence
    document, span = evidence.document, evidence.span
    place = (document.sha256, document.name, evidence.article, span.start, span.end)
    return (*place, evidence.rule, evidence.trigger, repr(assertion.fact))


def dice(first: str, second: str) -> float:
    """The share of character bigrams that two names have in common, from 0 to 1."""
    one, two = (Counter(pairwise(name)) for name in (first, second))
    total = one.total() + two.total()
    return 2 * (one & two).total() / total if total else float(first == second)


def same_numbers(first: str, second: str) -> bool:
    """False for names that are told apart by a year or a count: 第二次会议, 第三次会议."""
    one, two = set(_NUMBERS.findall(first)), set(_NUMBERS.findall(second))
    return not one or not two or one == two


def similar(first: str | None, second: str | None) -> bool:
    """Whether two names can be one, or one side has none."""
    if not first or not second:
        return True
    return dice(first, second) >= SIMILAR and same_numbers(first, second)


def same_date(first: str | None, second: str | None) -> bool:
    """Whether both are known and one is the other or its year or month."""
    if not first or not second:
        return False
    return first.startswith(second) or second.startswith(first)


def most_stated(values: Iterable[Value | None], key: Callable[[Value], str] = str) -> Value | None:
    """The value stated most often; of several the longest, then the first in order."""
    known = [value for value in values if value is not None and value != ""]
    counts = Counter(map(key, known))
    return min(
        known, key=lambda value: (-counts[key(value)], -len(key(value)), key(value)), default=None
    )


def main_party(parties: Iterable[Party | None]) -> Party | None:
    """The party stated most often, None where none is."""
    known: dict[str, Party] = {}
    keys = []
    for party in parties:
        if party is not None:
            known[party.key] = party
            keys.append(party.key)
    best = most_stated(keys)
    return known[best] if best else None


def seat(party: Party | None) -> Place | None:
    """The place that a party is or lies in."""
    return party.place if isinstance(party, Organization) else party


def party_key(party: Party | None) -> str:
    """The key of a party, "" for none."""
    return party.key if party else ""


def united(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, by key."""
    by_key = {party.key: party for party in parties}
    return tuple(by_key[key] for key in sorted(by_key))


def overlap(first: Sequence[Party], second: Sequence[Party]) -> bool:
    """Whether more than half of the shorter list is in the longer one, or one list is empty."""
    one, two = {party.key for party in first}, {party.key for party in second}
    return not one or not two or len(one & two) > min(len(one), len(two)) / 2


def make_key(*parts: object) -> str:
    """The parts as a path; a slash inside a part becomes a full-width one."""
    return "/".join(str(part).strip().replace("/", "／") for part in parts if part)


def reason(zh: str, en: str, assertions: Sequence[Assertion], sources: Sources) -> str:
    """Why several statements are one fact; "" for a single one."""
    number = len(assertions)
    if number < 2:
        return ""
    texts = sources.independent(assertions)
    return (
        f"{zh}（{number}处陈述，{texts}篇不同报道） / "
        f"{en} ({number} statements in {texts} distinct {'article' if texts == 1 else 'articles'})"
    )


def gather(
    items: Iterable[Value],
    handles: Callable[[Value], Iterable[Hashable]],
    fits: Callable[[Value, Sequence[Value]], bool],
) -> list[list[Value]]:
    """Puts each item into the first group that it fits, or opens one.

    Only groups that share a handle with the item are asked, so that thousands of groups cost
    nothing; the order of the items decides, so it must not depend on the input's.
    """
    groups: list[list[Value]] = []
    numbers: dict[Hashable, set[int]] = defaultdict(set)
    for item in items:
        own = list(handles(item))
        candidates = sorted(set[int]().union(*(numbers[handle] for handle in own)))
        number = next((n for n in candidates if fits(item, groups[n])), len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(item)
        for handle in own:
            numbers[handle].add(number)
    return groups


def with_unknown(groups: Mapping[str, list[Value]]) -> list[list[Value]]:
    """The groups in order of their keys; what is under "" joins the only other group."""
    if len(groups) == 2 and "" in groups:
        return [[value for key in sorted(groups, reverse=True) for value in groups[key]]]
    return [groups[key] for key in sorted(groups)]


def with_unique_keys(facts: Iterable[MergedFact]) -> list[MergedFact]:
    """The facts by key; facts that were kept apart under one key are numbered in order."""
    ordered = sorted(facts, key=lambda fact: (fact.key, order(fact.assertions[0])))
    seen: Counter[tuple[type, str]] = Counter()
    result = []
    for merged in ordered:
        seen[type(merged.fact), merged.key] += 1
        number = seen[type(merged.fact), merged.key]
        key = merged.key if number == 1 else f"{merged.key}/{number}"
        result.append(replace(merged, key=key))
    return result
