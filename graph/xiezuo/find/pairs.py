"""Pair abbreviations (闽宁, 延锡) and one-character sides (援甘, 来津)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xiezuo.model import Article, PairMention, PlaceMention


def find_pairs(article: Article, places: Sequence[PlaceMention]) -> Iterator[PairMention]:
    """The pairs that an article abbreviates."""
    yield from ()
