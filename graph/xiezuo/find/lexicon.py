"""Word lists of the finders: the files in ``data/``, read and searched in one way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of ``data/<name>.txt``: separated by spaces or lines, ``#`` starts a comment."""
    text = (files("xiezuo") / "find" / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


def alternation(choices: Iterable[str]) -> str:
    """A regular expression for any of ``choices``, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(set(choices), key=lambda w: (-len(w), w)))


class Scanner:
    """Finds many words in one pass, each with its kind; of words that overlap the longest."""

    def __init__(self, kinds: dict[str, Iterable[str]]) -> None:
        self._kinds: list[str] = []
        patterns: list[str] = []
        for kind, choices in kinds.items():
            for word in choices:
                patterns.append(word)
                self._kinds.append(kind)
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)

    def scan(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield kind, start and end of every word, in the order of the text."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield self._kinds[index], start, end
