"""What an article names, by kind and by where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from xiezuo.model import (
    Article,
    DateMention,
    Mention,
    OrganizationMention,
    PairMention,
    PersonMention,
    PlaceMention,
    Span,
    WorkMention,
)

M = TypeVar("M", bound=Mention)


def _inside(mentions: Sequence[M], starts: Sequence[int], span: Span) -> Sequence[M]:
    """Those of the mentions, which start at ``starts``, that lie wholly inside a stretch."""
    first, end = bisect_left(starts, span.start), span.end
    return [m for m in mentions[first : bisect_left(starts, end, first)] if m.span.end <= end]


@dataclass(frozen=True, eq=False)
class Named:
    """An article with its mentions, in the order of the text."""

    article: Article
    mentions: tuple[Mention, ...]

    @cached_property
    def _by_kind(self) -> defaultdict[type[Mention], list[Any]]:
        """The mentions of each kind, in order."""
        kinds: defaultdict[type[Mention], list[Any]] = defaultdict(list)
        for mention in self.mentions:
            kinds[type(mention)].append(mention)
        return kinds

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """The resolved place mentions, in order; the 永康 of somebody called 裘永康 is none."""
        names = {
            at for person in self.persons for at in range(person.span.start + 1, person.span.end)
        }
        return tuple(
            [
                m
                for m in self._by_kind[PlaceMention]
                if m.place is not None and m.form != "inside" and m.span.start not in names
            ]
        )

    @cached_property
    def _place_starts(self) -> list[int]:
        return [mention.span.start for mention in self.places]

    def places_in(self, span: Span) -> Sequence[PlaceMention]:
        """The resolved place mentions inside a stretch of the text, in order."""
        return _inside(self.places, self._place_starts, span)

    @cached_property
    def bodies(self) -> tuple[OrganizationMention, ...]:
        """The organisations named, in order."""
        return tuple(self._by_kind[OrganizationMention])

    @cached_property
    def _body_starts(self) -> list[int]:
        return [mention.span.start for mention in self.bodies]

    def bodies_in(self, span: Span) -> Sequence[OrganizationMention]:
        """The organisations named inside a stretch of the text, in order."""
        return _inside(self.bodies, self._body_starts, span)

    @cached_property
    def works(self) -> tuple[WorkMention, ...]:
        """The titles between 《 and 》, in order."""
        return tuple(self._by_kind[WorkMention])

    @cached_property
    def persons(self) -> tuple[PersonMention, ...]:
        """The people named, in order."""
        return tuple(self._by_kind[PersonMention])

    @cached_property
    def people(self) -> dict[str, PersonMention]:
        """The people named with an office, by name, each where the text says most of it."""
        people: dict[str, PersonMention] = {}
        for person in self.persons:
            known = people.get(person.name)
            if person.offices and (known is None or _said(person) >= _said(known)):
                people[person.name] = person
        return people

    @cached_property
    def pair_mentions(self) -> tuple[PairMention, ...]:
        """The pair abbreviations (闽宁, 津甘), in order."""
        return tuple(self._by_kind[PairMention])

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates, in order."""
        return tuple(self._by_kind[DateMention])


def _said(person: PersonMention) -> bool:
    """Whether a mention says what place or body the person serves."""
    return any(office.of is not None for office in person.offices)
