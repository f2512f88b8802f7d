"""How likely it is that a word names a field of cooperation: signs, and what each weighs.

What a word means, how it is put, what stands in its clause and sentence, whose side is named
there: each is a sign that holds or does not. The weights of the signs stand in
``field_weights.tsv``; they were fitted to annotated articles (``tests/quality/fit_domains.py``),
and their sum is the log-odds that the word names a field in which the article's places work
together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp

from xiezuo.extract.cues import TOGETHER, cues
from xiezuo.extract.fields import LISTS, Field
from xiezuo.extract.scene import BLOT, PLACE_BLOT, Scene
from xiezuo.extract.wording import PUT
from xiezuo.lexicon import OTHER
from xiezuo.model import Role
from xiezuo.values import quick

_MECHANISM = re.compile("机制|制度|互访")
_CLAUSE_END = re.compile("[，；：。！？]")
_PEOPLE = re.compile("干部|人员|人才|教师|医生|群众|学生|企业家|专家|工作者")
_ADVANTAGE = re.compile("[^，；。：！？]*优势")
_POINT = re.compile("[0-9一二三四五六七八九十—–·•*-]")
_SHORT = 16
"""A shorter line is more often a heading than a paragraph."""

_LONG = 90
"""A longer sentence tells more than one thing."""

_MANY = 4
"""More pairs than these are a list."""

_SEVERAL = (3, 5)
"""A clause that names as many fields is a list, or a long one."""

_CLOSE = 2
"""How many characters on either side of a word say how it is put."""

_PLAIN = str.maketrans("123456789\t\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029", "0" * 9 + "/" * 11)
"""One digit says what another says, and no sign breaks a line of the weights."""

_OFTEN = 4
"""Being told of more often says nothing more."""


@cache
def weights() -> Mapping[str, float]:
    """What each sign weighs; ``""`` is the weight of every word."""
    text = (files("xiezuo") / "extract" / "field_weights.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {sign: float(weight) for sign, weight in rows}


def _weight(signs: Iterable[str]) -> float:
    weight = weights().get
    return sum([weight(sign, 0.0) for sign in signs])


@lru_cache(maxsize=8192)  # articles share their words, and so the signs of these
def _weight_of(signs: tuple[str, ...]) -> float:
    return _weight(signs)


Weighed = tuple[tuple[str, ...], float]
"""Signs, and what they weigh together."""


_Sided = tuple[tuple[str, str], tuple[float, float]]
"""The signs of a cue before a word and of one behind it, and what each weighs."""


@cache
def _sided(kind: str) -> _Sided:
    before, behind = f"{kind} before", f"{kind} behind"
    return (before, behind), (_weight((before,)), _weight((behind,)))


@quick
@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause: the kinds of its signs, its cues, and the signs of the clause before it.

    ``cues`` are, for each kind, where the first and the last stand, and what they say of a word
    behind or before them.
    """

    kinds: frozenset[str]
    cues: tuple[tuple[int, int, _Sided], ...]
    previous: tuple[str, ...]


class Signs:
    """The signs of an article's field words; what they share is worked out once."""

    def __init__(self, scene: Scene) -> None:
        """Note where the article's cues stand."""
        self._scene = scene
        self._sentences = scene.article.sentences
        self._cues: list[list[tuple[int, str]]] = [[] for _ in self._sentences]
        index = 0
        ends = [sentence.end for sentence in self._sentences]
        for cue in cues(scene.masked):
            while cue[0] >= ends[index]:
                index += 1
            self._cues[index].append(cue)
        self._kinds = [frozenset(kind for _, kind in row) for row in self._cues]
        self._sides = [self._side(index) for index in range(len(self._sentences))]
        self._near = list(self._find_near())
        self._told: Counter[str] = Counter()
        self._fields: dict[int, list[Field]] = {}
        self._of_sentence: dict[int, tuple[tuple[str, ...], float, bool]] = {}
        self._of_clauses: dict[int, tuple[list[int], list[_Clause]]] = {}

    def read(self, fields: Iterable[tuple[int, Field]]) -> list[tuple[int, Field]]:
        """Take the words that may name fields, each with the index of its sentence.

        Returns:
            Those worth weighing: a word that is not put as a field counts only where its sentence,
            or an earlier one of the paragraph, speaks of both sides.
        """
        worth = [(index, f) for index, f in fields if self._near[index] or PUT in f.signs]
        told = {(d, index) for index, field in worth if self._near[index] for d in field.domains}
        self._told = Counter(domain for domain, _ in told)
        for index, field in worth:
            self._fields.setdefault(index, []).append(field)
        return worth

    def _find_near(self) -> Iterator[bool]:
        """For each sentence whether it or an earlier one of its paragraph is of both sides."""
        paragraph, near = -1, False
        for index, sentence in enumerate(self._sentences):
            number = self._scene.paragraph(sentence.start)
            near = (near and number == paragraph) or not TOGETHER.isdisjoint(self._kinds[index])
            paragraph = number
            yield near

    def of(self, field: Field, domain: str, index: int) -> Iterator[str]:
        """The signs of a word of sentence ``index``, taken to mean ``domain``."""
        clause = self._clause(field, index)
        yield from _kind(field.rule.id, domain, self._times(domain))[0]
        yield from field.signs
        yield from self._more(field, domain, index)
        yield from self._shared(index)[0]
        yield from _of_clause(clause.kinds, domain)[0]
        yield from clause.previous
        for first, last, (signs, _) in clause.cues:
            if first < field.span.start:
                yield signs[0]
            if last >= field.span.end:
                yield signs[1]

    def probability(self, field: Field, domain: str, index: int) -> float:
        """How likely such a word names a field, between 0 and 1."""
        clause, start, end = self._clause(field, index), field.span.start, field.span.end
        total = _kind(field.rule.id, domain, self._times(domain))[1]
        total += _weight_of(field.signs) + _weight(self._more(field, domain, index))
        total += self._shared(index)[1] + _of_clause(clause.kinds, domain)[1]
        total += _weight_of(clause.previous)
        for first, last, (_, (before, behind)) in clause.cues:
            if first < start:
                total += before
            if last >= end:
                total += behind
        return 1 / (1 + exp(-total))

    def _more(self, field: Field, domain: str, index: int) -> list[str]:
        """The signs of a word beside its own that others of its clause need not have."""
        signs: list[str] = []
        general = domain == OTHER or (
            domain == "governance" and not (field.rule in LISTS or _MECHANISM.search(field.phrase))
        )
        if not general and self._shared(index)[2] and PUT in field.signs:
            signs += ("put as a field, open", f"put as a field, open, {_short(field.rule.id)}")
        text, start, end = self._scene.masked, field.span.start, field.span.end
        signs.append(f"behind {text[max(0, start - _CLOSE) : start].translate(_PLAIN)}")
        signs.append(f"before {text[end : end + _CLOSE].translate(_PLAIN)}")
        if _PEOPLE.match(text, end):
            signs.append("people follow")
        if _ADVANTAGE.match(text, end):
            signs.append("an advantage")
        return signs

    def _times(self, domain: str) -> int:
        """How often the article tells of a domain, up to what still says something."""
        return min(self._told[domain], _OFTEN)

    def _shared(self, index: int) -> tuple[tuple[str, ...], float, bool]:
        """What all words of a sentence share, and whether it is open to words put as fields."""
        known = self._of_sentence.get(index)
        if known is None:
            signs = tuple(self._sentence(index))
            known = self._of_sentence[index] = signs, _weight(signs), "open" in signs
        return known

    def _clause(self, field: Field, index: int) -> _Clause:
        """The clause of a word."""
        known = self._of_clauses.get(index)
        if known is None:
            known = self._of_clauses[index] = self._split(index)
        starts, clauses = known
        return clauses[max(0, bisect_right(starts, field.span.start) - 1)]

    def _sentence(self, index: int) -> Iterator[str]:
        """What all words of a sentence share."""
        text = self._scene.masked
        scene, sentence, kinds = self._scene, self._sentences[index], self._kinds[index]
        line = scene.article.lines[scene.paragraph(sentence.start)]
        for kind in sorted(kinds):
            yield f"sentence:{kind}"
        side = self._sides[index]
        yield f"side:{side}"
        together = not TOGETHER.isdisjoint(kinds)
        number = "number" in kinds
        point = _POINT.match(text, sentence.start)
        near = self._near[index]
        if together:
            yield f"together, side:{side}"
        elif near:
            yield "together before"
        else:
            yield "not together"
        if (near or number or point) and kinds.isdisjoint(("看", "夸")):
            yield "open"
        if index and "看" in self._kinds[index - 1]:
            yield "visit before"
        if line.role is Role.HEADLINE:
            yield "headline"
        elif _length(line.span.of(text)) < _SHORT:
            yield "short line"
        if _length(sentence.of(text)) > _LONG:
            yield "long sentence"
        if point:
            yield "point of a list"
        if len(scene.pairs) > _MANY:
            yield "many pairs"

    def _side(self, index: int) -> str:
        """Whose side a sentence names: both, supporter, recipient, other or none."""
        named = {self._scene.side_of(place) for place in self._scene.named_in(index)}
        if {"supporter", "recipient"} <= named:
            return "both"
        return next(iter(named - {""}), "other" if named else "none")

    def _split(self, index: int) -> tuple[list[int], list[_Clause]]:
        """Where the clauses of a sentence start, and the signs of each."""
        sentence, text = self._sentences[index], self._scene.masked
        starts = [sentence.start]
        starts += (m.end() for m in _CLAUSE_END.finditer(text, sentence.start, sentence.end))
        cues: list[dict[str, tuple[int, int]]] = [{} for _ in starts]
        for start, kind in self._cues[index]:
            held = cues[bisect_right(starts, start) - 1]
            first, last = held.get(kind, (start, start))
            held[kind] = min(first, start), max(last, start)
        named: list[set[str]] = [set() for _ in starts]
        for field in self._fields.get(index, ()):
            named[max(0, bisect_right(starts, field.span.start) - 1)].update(field.domains)
        clauses: list[_Clause] = []
        previous: tuple[str, ...] = ()
        for held, fields in zip(cues, named, strict=True):
            several = [f"{least} fields or more" for least in _SEVERAL if len(fields) >= least]
            cues_ = tuple((*places, _sided(kind)) for kind, places in held.items())
            clauses.append(_Clause(frozenset((*held, *several)), cues_, previous))
            previous = tuple(f"clause before:{kind}" for kind in held)
        return starts, clauses


@lru_cache(maxsize=16384)  # a clause is short, and most have been seen with few kinds of cues
def _of_clause(kinds: frozenset[str], domain: str) -> Weighed:
    """What the signs of a clause say of a word in it that means a domain."""
    held = sorted(kinds)
    signs = (*(f"clause:{kind}" for kind in held), *(f"{domain}, clause:{kind}" for kind in held))
    return signs, _weight(signs)


@cache
def _short(rule: str) -> str:
    return rule.partition(".")[2]


@cache
def _kind(rule: str, domain: str, times: int) -> Weighed:
    """What words read by a rule share that mean one domain, told of so many times.

    How much a rule or a repetition says differs between domains: 资金 named once is money given,
    the words of governance often recur without being a field.
    """
    short, told = f"rule:{_short(rule)}", f"told:{times}"
    signs = (f"domain:{domain}", told, short, f"{domain}, {told}", f"{domain}, {short}")
    return signs, weights()[""] + _weight(signs)


def _length(words: str) -> int:
    """How many characters words have without names, whose length says nothing."""
    return len(words) - words.count(BLOT) - words.count(PLACE_BLOT)
