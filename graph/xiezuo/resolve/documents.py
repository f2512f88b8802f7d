"""Merges agreements by title and parties, and finds those that were signed at a ceremony."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from xiezuo.model import Agreement, Assertion, MergedFact, SigningCeremony
from xiezuo.resolve.common import Context, gather, make_key, overlap, reason, united
from xiezuo.resolve.sources import article_of

_NOISE = re.compile(r"[\s《》〈〉]+")

_Stated = tuple[Assertion, Agreement]


def plain(title: str) -> str:
    """A title without title marks and spaces."""
    return _NOISE.sub("", title)


def with_signed(assertions: Sequence[Assertion]) -> list[Assertion]:
    """Adds the agreements that an article names only as signed at a ceremony."""
    stated = {
        (article_of(one), plain(one.fact.title))
        for one in assertions
        if isinstance(one.fact, Agreement)
    }
    added = [
        replace(one, fact=Agreement(title, one.fact.parties))
        for one in assertions
        if isinstance(one.fact, SigningCeremony)
        for title in one.fact.signed
        if (article_of(one), plain(title)) not in stated
    ]
    return [*assertions, *added]


def merge_agreements(assertions: Sequence[Assertion], context: Context) -> Iterator[MergedFact]:
    """One agreement for each title and parties.

    Agreements of one title between other parties stay apart; one without parties belongs to
    another one of the same source, or to the only one that has the title.
    """
    by_title: dict[str, list[_Stated]] = defaultdict(list)
    for one in assertions:
        if isinstance(one.fact, Agreement):
            by_title[plain(one.fact.title)].append((one, one.fact))
    for title, stated in sorted(by_title.items()):
        stated.sort(key=lambda item: -len(item[1].parties))
        groups = gather(stated, partial(_handles, context=context), partial(_same, context=context))
        for group in _with_nameless(groups):
            yield _merged(title, group, context)


def _handles(one: _Stated, context: Context) -> Iterator[str]:
    yield context.sources.document(one[0])
    for party in one[1].parties:
        yield party.key


def _same(one: _Stated, group: Sequence[_Stated], context: Context) -> bool:
    """Between the same parties, or, where one side has none, from the same source."""
    assertion, fact = one
    source = context.sources.document(assertion)
    return any(
        overlap(fact.parties, other.parties)
        and (bool(fact.parties and other.parties) or source == context.sources.document(stated))
        for stated, other in group
    )


def _with_nameless(groups: Sequence[list[_Stated]]) -> list[list[_Stated]]:
    """The groups; those without parties join the only one that has any."""
    named = [group for group in groups if group[0][1].parties]
    if len(named) != 1:
        return list(groups)
    nameless = (one for group in groups if group is not named[0] for one in group)
    return [[*named[0], *nameless]]


def _merged(title: str, group: Sequence[_Stated], context: Context) -> MergedFact:
    assertions = tuple(one for one, _ in group)
    parties = united(party for _, fact in group for party in fact.parties)
    owner = "+".join(party.key for party in parties)
    return MergedFact(
        fact=Agreement(title, parties),
        key=make_key(owner or assertions[0].evidence.document.sha256[:12], title),
        assertions=assertions,
        reason=reason(
            "名称和签署方相同", "the same title and parties", assertions, context.sources
        ),
    )


def link_signed(
    ceremonies: Iterable[MergedFact], agreements: Sequence[MergedFact]
) -> Iterator[MergedFact]:
    """The ceremonies with the keys of what was signed there: by title, in the same article."""
    holders: dict[tuple[object, str], list[MergedFact]] = defaultdict(list)
    for agreement in agreements:
        for one in agreement.assertions:
            if isinstance(agreement.fact, Agreement):
                found = holders[article_of(one), agreement.fact.title]
                if not any(agreement is other for other in found):
                    found.append(agreement)
    for ceremony in ceremonies:
        keys = {
            _best(ceremony, holders[article_of(one), plain(title)]).key
            for one in ceremony.assertions
            if isinstance(one.fact, SigningCeremony)
            for title in one.fact.signed
        }
        yield replace(ceremony, signed=tuple(sorted(keys)))


def _best(ceremony: MergedFact, agreements: Sequence[MergedFact]) -> MergedFact:
    """The agreement between the ceremony's parties; the article may sign several of one title."""
    parties = getattr(ceremony.fact, "parties", ())
    fitting = (
        one
        for one in agreements
        if isinstance(one.fact, Agreement) and overlap(one.fact.parties, parties)
    )
    return next(fitting, agreements[0])
