"""Understands a question in plain Chinese or English as one of the named ones, with parameters.

Deterministic and offline. A question is brought into a plain form (:mod:`xiezuo.query.plain`), and
this form must satisfy one of the patterns that the ``.rq`` files have under ``asked``. A word that
no pattern accounts for makes a question not understood: a wrong answer is worse than none. Only
where no pattern fits so, words that tell no question from another may be left over, and few
unknown ones beside much that is known.

A pattern names the concepts of ``data/words.tsv`` that must be there, in any order; ``a>b`` wants
them in this order, ``a|b`` one of them, and those in brackets may be there, too. ``@`` is a place,
``{domain}``, ``{measure}``, ``{person}``, ``{letters}``, ``{fact}`` are what they say; what has
``!`` before it must not be there. 哪 and 谁 may always be there, and times wherever the question
has a parameter for them.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from xiezuo.errors import UnknownQuestion
from xiezuo.query.plain import (
    DOMAIN,
    FACT,
    FILLER,
    LETTERS,
    PERSON,
    PLACE,
    TIME,
    UNKNOWN,
    Token,
    place_names,
    readings,
)
from xiezuo.query.question import Parameter, Question, questions

MEASURE = "{measure}"
_ALWAYS = frozenset((FILLER, "哪", "谁", "地方", TIME))
_STATUS = {"计划": "planned", "正在": "underway"}

_VAGUE = frozenset(
    (
        "如何",
        "合作",
        "活跃",
        "结对",
        "伙伴",
        "帮扶",
        "受",
        "何时",
        "多少",
        "人员",
        "投入",
        "举行",
        "列入",
        "事实",
        "报道",
        "级",
        "后来",
        "以前",
        "正在",
        "同时",
        "任一方",
        "已做",
        "领域",
        "领域变化",
        "数字",
        "担任",
        "一年",
        "报道起",
        "机制",
        "东部",
        "西部",
        "共建",
    )
)
"""Concepts that tell no question from another where what a pattern wants is there."""
_SHARED = _VAGUE - {"领域", "数字", "一年"} | {"哪", "谁", "地方", "帮扶方", "受援方"}
"""Concepts that are no sign of a question of its own, beside others."""
_ENOUGH = 3
"""From so many telling tokens on, one may be unknown, and with each further one another."""

_NEAREST = 3

_PLAIN = re.compile(r"[\w=/.:%+—-]+")
"""What a shell takes as it is; shlex would quote Chinese, too."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The question that was understood, and its parameters as a user writes them."""

    question: Question
    parameters: Mapping[str, str]

    @property
    def command(self) -> str:
        """The command line that asks the same."""
        required = {one.name: one.needed for one in self.question.parameters}
        values = [value for name, value in self.parameters.items() if required[name]]
        settings = [
            part
            for name, value in self.parameters.items()
            if not required[name]
            for part in ("--set", f"{name}={value}")
        ]
        parts = ["xiezuo", "query", self.question.name, *values, *settings]
        return " ".join(part if _PLAIN.fullmatch(part) else shlex.quote(part) for part in parts)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """What a plain form must have: rows of alternatives in order, and what else it may have."""

    chains: tuple[tuple[frozenset[str], ...], ...]
    taken: frozenset[str]
    barred: frozenset[str]
    places: range

    @property
    def weight(self) -> int:
        """How much it asks for."""
        return sum(map(len, self.chains))


def understand(text: str) -> Understood:
    """The named question that a question in plain Chinese or English means.

    Where several patterns fit, the one that asks for most counts.

    Raises:
        UnknownQuestion: none of them, or several; carries the nearest.
        AmbiguousPlace: a place in pinyin is that of several; carries their full names.
    """
    strict = list(_understood(text, loose=False))
    found = sorted(strict or _understood(text, loose=True), key=lambda one: -one[0])
    best = [one for weight, one in found if weight == found[0][0]]
    names = {one.question.name for one in best}
    if len(names) != 1:
        raise UnknownQuestion(text, sorted(names) or _nearest(text))
    return best[0]


def _understood(text: str, *, loose: bool) -> Iterator[tuple[int, Understood]]:
    for tokens in readings(text):
        for question in questions().values():
            for pattern in map(_compiled, question.asked):
                given = _parameters(question, tokens) if _fits(pattern, tokens, loose) else None
                if given is not None:
                    yield pattern.weight, Understood(question, given)


def _fits(pattern: _Pattern, tokens: Sequence[Token], loose: bool) -> bool:
    """Whether the plain form has all that the pattern wants, and nothing else of weight."""
    places = sum(PLACE in token.concepts for token in tokens)
    left = [token for token in tokens if not _concepts(token) & pattern.taken]
    if loose:
        left = [token for token in left if not token.concepts & _VAGUE]
        unknown = all(UNKNOWN in token.concepts for token in left)
        left = [] if unknown and len(left) <= _spare(pattern, tokens) else left
    return (
        places in pattern.places
        and not left
        and not any(token.concepts & pattern.barred for token in tokens)
        and all(_in_order(chain, tokens) for chain in pattern.chains)
    )


def _spare(pattern: _Pattern, tokens: Sequence[Token]) -> int:
    """How many unknown words there may be: the more, the more telling the known ones are."""
    wanted = frozenset().union(*(choice for chain in pattern.chains for choice in chain))
    telling = sum(bool(_concepts(token) & wanted - _SHARED) for token in tokens)
    return max(0, telling - _ENOUGH + 1)


def _in_order(chain: Sequence[frozenset[str]], tokens: Sequence[Token]) -> bool:
    """Whether the wanted concepts follow one another; one token may stand for two of them."""
    position = 0
    for wanted in chain:
        while position < len(tokens) and not _concepts(tokens[position]) & wanted:
            position += 1
        if position == len(tokens):
            return False
    return True


def _concepts(token: Token) -> frozenset[str]:
    measured = any(concept[0] == "#" for concept in token.concepts)
    return token.concepts | {MEASURE} if measured else token.concepts


def _parameters(question: Question, tokens: Sequence[Token]) -> dict[str, str] | None:
    """The values of the parameters, or None where one is missing or has no parameter."""
    named = {one.kind: one for one in question.parameters if one.kind != "place"}
    sought = [one for one in question.parameters if one.kind == "place"]
    names = place_names([token for token in tokens if PLACE in token.concepts])
    if "fact" in named and len(names) == 2:
        given = {"fact": "—".join(names)}
    elif len(names) > len(sought):
        return None
    else:
        given = dict(zip((one.name for one in sought), names, strict=False))
    times = _times(question, tokens)
    if times is None:
        return None
    given |= times | _named(question.parameters, tokens)
    needed = {one.name for one in question.parameters if one.needed}
    if not needed <= given.keys():
        return None
    return {one.name: given[one.name] for one in question.parameters if one.name in given}


def _named(parameters: Sequence[Parameter], tokens: Sequence[Token]) -> dict[str, str]:
    """The values that single tokens have."""
    marks = {"domain": DOMAIN, "fact": FACT, "letters": LETTERS, "name": PERSON}
    found: dict[str, str] = {}
    for one in parameters:
        values = [token.value for token in tokens if marks.get(one.kind) in token.concepts]
        if one.name == "measure":
            values = _one_measure(tokens)
        if one.kind == "status":
            said = {
                status
                for token in tokens
                for word, status in _STATUS.items()
                if word in token.concepts
            }
            asked = sum("哪" in token.concepts for token in tokens)
            values = list(said) if len(said) == 1 and asked < 2 else []
        if values:
            found[one.name] = values[0]
    return found


def _one_measure(tokens: Sequence[Token]) -> list[str]:
    """The measure that all tokens with measures can mean; none where they name several."""
    named = [{c[1:] for c in token.concepts if c[0] == "#"} for token in tokens]
    common = set.intersection(*filter(None, named)) if any(named) else set()
    return sorted(common)[:1]


def _times(question: Question, tokens: Sequence[Token]) -> dict[str, str] | None:
    """The time of a question as its parameters take it; None where they cannot."""
    periods = [token.period for token in tokens if token.period]
    if not periods:
        return {}
    known = {one.name for one in question.parameters}
    period = periods[0]
    given = {"since": period.since, "until": period.until, "year": period.year}
    if "since" in known and "year" not in known:
        given["since"] = period.since or period.year
        given["year"] = None
    values = {name: value for name, value in given.items() if value}
    return values if len(periods) == 1 and values.keys() <= known else None


@cache
def _compiled(pattern: str) -> _Pattern:
    wanted, _, optional = pattern.partition("[")
    chains = tuple(
        tuple(frozenset(choice.split("|")) for choice in chain.split(">"))
        for chain in wanted.split()
        if chain[0] != "!"
    )
    barred = frozenset(word[1:] for word in wanted.split() if word[0] == "!")
    others = optional.rstrip("]").split()
    fewest = sum(PLACE in choice for chain in chains for choice in chain)
    concepts = frozenset().union(*(choice for chain in chains for choice in chain), others)
    return _Pattern(
        chains, concepts | _ALWAYS, barred, range(fewest, fewest + others.count(PLACE) + 1)
    )


def _nearest(text: str) -> list[str]:
    """The questions whose patterns and summaries share most with a text, if any."""
    asked = {c for tokens in readings(text) for token in tokens for c in token.concepts}
    asked -= _ALWAYS | {LETTERS, PERSON}
    scores = {one.name: _likeness(one, asked, text) for one in questions().values()}
    best = sorted((name for name in scores if scores[name]), key=lambda name: -scores[name])
    return best[:_NEAREST]


def _likeness(question: Question, asked: set[str], text: str) -> float:
    shared = [
        sum(bool(choice & asked) for chain in pattern.chains for choice in chain) / pattern.weight
        for pattern in map(_compiled, question.asked)
        if any(choice & asked - {PLACE} for chain in pattern.chains for choice in chain)
    ]
    pairs = _parts(" ".join(question.summary.values())) & _parts(text)
    return max(shared, default=0.0) + 0.1 * len(pairs)


def _parts(text: str) -> set[str]:
    """Each two Chinese characters that stand together, and each longer English word."""
    pairs = re.findall("(?=([一-龥]{2}))", text)
    return {*pairs, *re.findall("[a-z]{5,}", text.lower())}
