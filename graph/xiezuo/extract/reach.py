"""What every match of a regular expression begins with and holds, and how far it can reach.

All is read from the expression itself, so that nobody has to keep them in step with a rule: a
rule whose matches stay inside a sentence need only be tried on those that hold its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import pairwise, zip_longest
from typing import Any

from ahocorasick_rs import AhoCorasick

Words = frozenset[str]
Items = Iterable[tuple[Any, Any]]
"""The parts of a parsed expression: what each is, and what it was given."""

_FEW = 16
"""A range of more characters is not spelt out."""

_LIKELY = 1.5
"""Words that are likelier to stand in a sentence tell nothing."""

_ANYWHERE = frozenset("，、。：；的了一和与在为对到会")
"""Characters that stand in most sentences."""

_COMMON = 0.3
"""The share of sentences that hold some one character; of words of two it is a tenth of that."""

_parse = lru_cache(maxsize=2)(import_module("re._parser").parse)
"""An expression is read for one thing after the other."""


_NOTHING: Words = frozenset(("",))
_MANY = 64
"""More words than these are not spelt out."""

_RANKS = 2
"""How many sets of words are read from each of several branches."""


def held(pattern: str) -> list[Words]:
    """Sets of words of each of which every match holds one, the rarest first.

    What stands in a row and can be spelt out makes one word: 甲乙 for ``甲(?:乙|乙丙)``.

    >>> [sorted(words) for words in held("[甲乙]+[^。]*(?:接棒|替下)丙?")], held("(?:接棒)?|.*丙")
    ([['接棒', '替下'], ['乙', '甲']], [])
    """
    tree = _parse(pattern)
    if tree.state.flags & re.IGNORECASE:
        return []
    return sorted(dict.fromkeys(_sets(tree)), key=_chance)


def scans(pattern: str) -> bool:
    """Whether :mod:`re` skips what cannot begin a match: where characters begin all branches.

    >>> scans("(?:甲乙|丙)丁"), scans("[甲乙]丙"), scans("(?:甲甲|[乙丙])丁"), scans("(?<!甲)乙")
    (True, True, False, False)
    """
    return _scans(_parse(pattern))


def _scans(items: Items) -> bool:
    (operation, given), *_ = [*items, (None, None)]
    if str(operation) == "BRANCH":
        return all(branch and str(branch[0][0]) == "LITERAL" for branch in given[1])
    if str(operation) == "SUBPATTERN":
        return _scans(given[3])
    return str(operation) in ("LITERAL", "IN")


def led(pattern: str, otherwise: str = "") -> str:
    """The expression behind a look at the characters that it begins with.

    Many branches that begin in many ways are dear to try at places where none can match.

    >>> led("[乙甲]一|丙?丁")
    '(?=[丁丙乙甲])(?:[乙甲]一|丙?丁)'

    ``otherwise`` is returned where they are not known, or nothing is a match.

    Raises:
        ValueError: so it is, and there is nothing to return.
    """
    characters, may_be_empty = _first(_parse(pattern))
    if may_be_empty or "" in characters:
        if otherwise:
            return otherwise
        raise ValueError(f"it is not known what begins {pattern!r}")
    return f"(?=[{''.join(map(re.escape, sorted(characters)))}])(?:{pattern})"


def stays_within(pattern: str, ends: str) -> bool:
    """Whether no match holds one of the characters ``ends``, nor depends on what follows one.

    >>> stays_within("甲[^。]{0,9}?乙(?!丙)", "。"), stays_within("甲.乙", "。")
    (True, False)
    >>> stays_within("甲(?=乙?[丙。])", "。"), stays_within("甲(?=[^乙]丙)", "。")
    (True, False)
    >>> stays_within("甲$", "。")
    False
    """
    tree = _parse(pattern)
    plain = not tree.state.flags & (re.IGNORECASE | re.DOTALL)
    return plain and not any(_takes(tree, end) for end in ends)


class Sieve:
    """Tells which of many expressions can match in a text, by one look for what they hold.

    >>> sieve = Sieve(["建成(?:学校|小学)", "医[院生]", "支教|医院"])
    >>> sieve.possible("建成医院"), sieve.possible("支教"), sieve.possible("建成学校")
    ([1, 2], [2], [0])
    >>> sieve = Sieve(["甲[^。]*甲", "甲[乙丙]"], counted="甲")
    >>> sieve.possible("甲乙"), sieve.possible("甲丁甲")
    ([1], [0])
    """

    def __init__(
        self, patterns: Sequence[str], given: Sequence[Iterable[str]] = (), counted: str = ""
    ) -> None:
        """Read what expressions hold.

        Args:
            patterns: regular expressions without flags.
            given: for each of them further words of which every match holds one, if any.
            counted: a character of which matches hold several.
        """
        bits: dict[Words, int] = {}
        self.needs: list[int] = []
        """For each expression a bit for each set of words that it holds one of."""
        least: list[int] = []
        for pattern, more in zip_longest(patterns, given, fillvalue=()):
            sets = [_shortest(words) for words in held(str(pattern)) if _chance(words) <= _LIKELY]
            sets += [frozenset(more)] if more else []
            self.needs.append(sum(bits.setdefault(words, 1 << len(bits)) for words in {*sets}))
            least.append(_least(_parse(pattern), counted) if counted else 0)
        found: dict[str, int] = {}
        for words, bit in bits.items():
            for word in words:
                found[word] = found.get(word, 0) | bit
        self._bits = list(found.values())
        self._automaton = AhoCorasick(list(found))
        self._counted = counted
        several = sorted({number for number in least if number})
        self._several = [0]
        """The bits that a text has which holds the character once, twice and so on."""
        for index, number in enumerate(several, len(bits)):
            self._several += [self._several[-1]] * (number - len(self._several))
            self._several.append(self._several[-1] | 1 << index)
        for index, number in enumerate(least):
            self.needs[index] |= self._several[number] & ~self._several[max(number - 1, 0)]

    def seen(self, text: str) -> int:
        """The bits of the sets of which a text holds a word."""
        return self.seen_before(text, [len(text)])[0]

    def seen_before(self, text: str, stops: Sequence[int]) -> list[int]:
        """The same for each of the stretches that a text is parted into.

        No word that an expression holds lies in two of them; ``stops`` are their ends.
        """
        bits, seen, index = self._bits, [0] * len(stops), 0
        for word, _, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            while end > stops[index]:
                index += 1
            seen[index] |= bits[word]
        if self._counted:
            for index, (start, stop) in enumerate(pairwise((0, *stops))):
                seen[index] |= self.several(text, start, stop)
        return seen

    def several(self, text: str, start: int, stop: int) -> int:
        """The bits of how often the counted character stands in a stretch of a text."""
        count = text.count(self._counted, start, stop)
        return self._several[count] if count < len(self._several) else self._several[-1]

    def possible(self, text: str) -> list[int]:
        """The indexes of the expressions that are worth trying on a text, in order."""
        return self.worth(self.seen(text))

    def worth(self, seen: int) -> list[int]:
        """The same for the bits that a text has."""
        return [index for index, needs in enumerate(self.needs) if seen & needs == needs]


def _chance(words: Words) -> float:
    """Roughly how likely a sentence is to hold one of the words."""
    return sum(2.0 if word in _ANYWHERE else _COMMON * 0.1 ** (len(word) - 1) for word in words)


def _shortest(words: Words) -> Words:
    """The words without those that hold another of them, which say nothing more."""
    return frozenset(w for w in words if not any(part in w for part in words - {w}))


def _sets(items: Items) -> Iterator[Words]:
    """What the parts of a sequence hold; parts in a row that can be spelt out are one word."""
    run = _NOTHING
    for name, given in _ungrouped(items):
        spelt = _NOTHING if name in _WIDTHLESS else _words(name, given)
        if spelt and len(run) * len(spelt) <= _MANY:
            run = _endings(frozenset(before + word for before in run for word in spelt))
        else:
            yield from () if "" in run else (_shortest(run),)
            run = spelt or _NOTHING
        if not spelt or name in _WIDTHLESS:
            yield from _held_in(name, given)
    yield from () if "" in run else (_shortest(run),)


def _endings(words: Words) -> Words:
    """The words without those that end in another: what follows them follows that as well."""
    return frozenset(w for w in words if not any(w[at:] in words for at in range(1, len(w) + 1)))


def _words(name: str, given: Any) -> Words:
    """All that a part can match where that can be spelt out, or nothing."""
    if name == "LITERAL":
        return frozenset((chr(given),))
    if name == "IN":
        characters = frozenset(_characters(given))
        return frozenset() if "" in characters else characters
    if name == "BRANCH":
        branches = [_row(branch) for branch in given[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if name in _REPEATS and given[1] == 1:
        inner = _row(given[2])
        return inner if given[0] or not inner else inner | _NOTHING
    return frozenset()


def _row(items: Items) -> Words:
    """The same for a sequence."""
    run = _NOTHING
    for name, given in _ungrouped(items):
        spelt = _NOTHING if name in _WIDTHLESS else _words(name, given)
        run = frozenset(before + word for before in run for word in spelt)
        if len(run) > _MANY:
            return frozenset()
    return run


def _ungrouped(items: Items) -> Iterator[tuple[str, Any]]:
    """The parts of a sequence, those of its groups in their place."""
    for operation, given in items:
        name = str(operation)
        if name == "SUBPATTERN" and (inner := _inside(name, given)):
            yield from _ungrouped(*inner)
        else:
            yield name, given


def _held_in(name: str, given: Any) -> Iterator[Words]:
    """What one part of a sequence holds: nothing, unless it is known that it does."""
    if name == "BRANCH":
        # One of the branches matches: a word of the rarest set of each, and one of the next.
        ranked = [sorted(_sets(branch), key=_chance) for branch in given[1]]
        for rank in range(_RANKS if all(ranked) else 0):
            yield frozenset().union(*(sets[min(rank, len(sets) - 1)] for sets in ranked))
    elif name == "IN":
        characters = frozenset(_characters(given))
        if "" not in characters:
            yield characters
    elif name not in _REPEATS or given[0] > 0:
        for inner in _inside(name, given) if name != "ASSERT_NOT" else ():
            yield from _sets(inner)


def _least(items: Items, character: str) -> int:
    """How often at least a character stands in what a sequence matches."""
    count = 0
    for operation, given in items:
        name = str(operation)
        if name == "LITERAL":
            count += chr(given) == character
        elif name == "BRANCH":
            count += min(_least(branch, character) for branch in given[1])
        elif name not in ("ASSERT", "ASSERT_NOT"):
            times = given[0] if name in _REPEATS else 1
            count += times * sum(_least(inner, character) for inner in _inside(name, given))
    return count


def _characters(choices: Items) -> Iterator[str]:
    """The characters of a class that lists them, and "" where it does more."""
    for operation, given in choices:
        yield chr(given) if str(operation) == "LITERAL" else ""


def _first(items: Items) -> tuple[Words, bool]:
    """The characters that a sequence can begin with, "" for any, and whether it can be empty."""
    characters: Words = frozenset()
    for operation, given in items:
        name = str(operation)
        if name in _WIDTHLESS:
            continue
        if name == "LITERAL":
            first, may_be_empty = frozenset((chr(given),)), False
        elif name == "IN":
            first, may_be_empty = frozenset(_spelt(given)), False
        else:
            parts = given[1] if name == "BRANCH" else _inside(name, given)
            found = [_first(part) for part in parts] or [(frozenset(("",)), False)]
            first = frozenset().union(*(part for part, _ in found))
            may_be_empty = any(empty for _, empty in found)
            may_be_empty = may_be_empty or (name in _REPEATS and given[0] == 0)
        characters |= first
        if not may_be_empty:
            return characters, False
    return characters, True


def _spelt(choices: Items) -> Iterator[str]:
    """The characters of a class, small ranges too, and "" where it holds more."""
    for operation, given in choices:
        if str(operation) == "RANGE" and given[1] - given[0] < _FEW:
            yield from map(chr, range(given[0], given[1] + 1))
        else:
            yield chr(given) if str(operation) == "LITERAL" else ""


def _takes(items: Items, character: str) -> bool:
    """Whether some part of a sequence may match a character, or tells where the text ends."""
    return any(_may_take(str(operation), given, character) for operation, given in items)


def _may_take(name: str, given: Any, character: str) -> bool:
    if name in ("LITERAL", "NOT_LITERAL"):
        return (chr(given) == character) == (name == "LITERAL")
    if name == "ANY":
        return character != "\n"
    if name == "IN":
        return _class_takes(given, character)
    if name in ("ASSERT", "ASSERT_NOT") and given[0] < 0:
        return False  # what stands before a stretch can be looked back at
    if name in ("ASSERT", "ASSERT_NOT"):
        return _looks_past(given[1], character)
    inner = given[1] if name == "BRANCH" else _inside(name, given)
    if name == "GROUPREF_EXISTS":
        inner = [branch or () for branch in given[1:]]
    # Whatever else there is, it is not known to stay.
    return not inner or any(_takes(items, character) for items in inner)


def _looks_past(items: Items, character: str) -> bool:
    """Whether a look ahead may go on behind a character, rather than end with it."""
    *before, last = items
    if _takes(before, character):
        return True
    name, given = str(last[0]), last[1]
    if name in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
        return False
    if name == "BRANCH":
        return any(_looks_past(branch, character) for branch in given[1] if branch)
    return _takes((last,), character)


_WIDTHLESS = ("ASSERT", "ASSERT_NOT", "AT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def _inside(name: str, given: Any) -> tuple[Items, ...]:
    """The sequence inside a group, a repetition or a look around; () where it is none of these."""
    if name == "SUBPATTERN" and not given[1]:  # nor one with flags of its own
        return (given[3],)
    if name == "ATOMIC_GROUP":
        return (given,)
    if name in _REPEATS:
        return (given[2],)
    return (given[1],) if name in ("ASSERT", "ASSERT_NOT") else ()


def _class_takes(choices: Items, character: str) -> bool:
    negated = inside = False
    for operation, given in choices:
        name = str(operation)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            inside = inside or chr(given) == character
        elif name == "RANGE":
            inside = inside or given[0] <= ord(character) <= given[1]
        elif negated or str(given) != "CATEGORY_DIGIT":
            return True
    return inside != negated
