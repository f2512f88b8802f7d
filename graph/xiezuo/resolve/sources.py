"""Which articles are copies of one another, so that a reprint does not count as a second witness.

Articles are compared by the sentences that they are quoted with: two are copies when most of the
character 5-grams of the shorter one's sentences occur in the longer one's.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import Generic, TypeVar

from xiezuo.model import Assertion, Evidence

_GRAM = 5
_FEWEST_GRAMS = 20
"""Fewer than these tell nothing: stock phrases of the genre are as long."""

_SHARED = 0.8
_SAMPLE = 4
"""One gram of so many is indexed to find candidates; copies share far more than one."""

_COMMON = 50
"""A gram of more articles than these is a stock phrase, no candidate."""

_NOISE = re.compile(r"\W+")

ArticleId = tuple[str, int]
"""A document's digest, and the position of an article in it."""

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """Union–find in which the smallest member stands for its group, whatever the order."""

    def __init__(self) -> None:
        self._parents: dict[Key, Key] = {}

    def of(self, key: Key) -> Key:
        """The smallest member of the key's group."""
        root = key
        while (parent := self._parents.get(root, root)) != root:
            root = parent
        while (parent := self._parents.get(key, key)) != root:
            self._parents[key], key = root, parent
        return root

    def unite(self, keys: Sequence[Key]) -> None:
        """Makes one group of the groups of all keys."""
        roots = sorted({self.of(key) for key in keys}, key=repr)
        for root in roots[1:]:
            self._parents[root] = roots[0]


class Sources:
    """Tells which statements come from the same text."""

    def __init__(self, assertions: Iterable[Assertion]) -> None:
        sentences: dict[ArticleId, set[str]] = defaultdict(set)
        for assertion in assertions:
            sentences[article_of(assertion)].add(assertion.evidence.exact)
        self._copies: Groups[ArticleId] = Groups()
        for first, second in _copies(sentences):
            self._copies.unite([first, second])
        self._documents: Groups[str] = Groups()
        for article in sentences:
            self._documents.unite([article[0], self._copies.of(article)[0]])

    def text(self, assertion: Assertion) -> ArticleId:
        """The article that stands for all copies of the one that states this."""
        return self._copies.of(article_of(assertion))

    def document(self, assertion: Assertion) -> str:
        """The digest that stands for the document and those that share an article with it."""
        return self._documents.of(assertion.evidence.document.sha256)

    def independent(self, assertions: Iterable[Assertion]) -> int:
        """How many different texts make these statements."""
        return len({self.text(assertion) for assertion in assertions})


def article_of(assertion: Assertion | Evidence) -> ArticleId:
    """The article that makes a statement."""
    evidence = assertion.evidence if isinstance(assertion, Assertion) else assertion
    return evidence.document.sha256, evidence.article


def _copies(sentences: dict[ArticleId, set[str]]) -> Iterable[tuple[ArticleId, ArticleId]]:
    grams = {article: _grams(found) for article, found in sorted(sentences.items())}
    holders: dict[int, list[ArticleId]] = defaultdict(list)
    for article, found in grams.items():
        if len(found) >= _FEWEST_GRAMS:
            for gram in found:
                if gram % _SAMPLE == 0:
                    holders[gram].append(article)
    candidates = {
        pair
        for articles in holders.values()
        if len(articles) <= _COMMON
        for pair in combinations(articles, 2)
    }
    for first, second in sorted(candidates):
        shorter = min(len(grams[first]), len(grams[second]))
        if len(grams[first] & grams[second]) >= _SHARED * shorter:
            yield first, second


def _grams(sentences: Iterable[str]) -> frozenset[int]:
    """Digests that are the same in every process (the built-in hash is not)."""
    texts = (_NOISE.sub("", sentence).encode("utf-32-le") for sentence in sentences)
    return frozenset(
        zlib.crc32(text[4 * start : 4 * (start + _GRAM)])
        for text in texts
        for start in range(len(text) // 4 - _GRAM + 1)
    )
