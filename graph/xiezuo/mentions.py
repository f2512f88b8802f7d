"""The mentions of an article, of which most are found only when somebody asks for them.

Whether an article can be about cooperation is told by its words, its places and its pair
abbreviations. Most articles of a newspaper page are not, and of those nobody needs the people,
dates and numbers, nor, where the words alone tell, the places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

from xiezuo.model import Mention, PairMention, PlaceMention

Area = PlaceMention | PairMention


def _place_in_text(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


class Mentions(Sequence[Mention]):
    """Mentions in the order of the text: a sequence like any other, filled at its first use."""

    def __init__(
        self,
        areas: Iterable[Area],
        rest: Callable[[Sequence[Area]], Iterable[Mention]],
        abbreviating: Callable[[], bool] = lambda: True,
    ) -> None:
        """``areas`` are the places and pairs; ``rest`` finds all else, given those in order.

        Both are asked once.

        ``abbreviating`` tells, without finding them, whether there may be pair abbreviations or
        places like that of 援疆.
        """
        self._areas = areas
        self._rest = rest
        self.abbreviating = abbreviating

    @cached_property
    def areas(self) -> Sequence[Area]:
        """The places and pairs, in the order of the text."""
        return sorted(self._areas, key=_place_in_text)

    @cached_property
    def _all(self) -> list[Mention]:
        return sorted([*self.areas, *self._rest(self.areas)], key=_place_in_text)

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Mention]: ...
    def __getitem__(self, index: int | slice) -> Mention | Sequence[Mention]:
        return self._all[index]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def areas(mentions: Sequence[Mention]) -> Sequence[Area]:
    """The places and pairs among mentions, without finding the others."""
    if isinstance(mentions, Mentions):
        return mentions.areas
    return [mention for mention in mentions if isinstance(mention, Area)]


def may_abbreviate(mentions: Sequence[Mention]) -> bool:
    """Whether pair abbreviations or places like that of 援疆 may be among mentions."""
    return not isinstance(mentions, Mentions) or mentions.abbreviating()
