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
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
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

_MECHANISM = re.compile("机制|制度|互访")
_CLAUSE_END = re.compile("[，；：。！？]")
_PEOPLE = ("干部", "人员", "人才", "教师", "医生", "群众", "学生", "企业家", "专家", "工作者")
_ADVANTAGE = "优势"
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


@cache
def _sided(kind: str) -> tuple[float, float]:
    """What a cue before a word weighs, and one behind it."""
    return _weight((f"{kind} before",)), _weight((f"{kind} behind",))


@lru_cache(maxsize=8192)  # most pairs of characters that stand beside words are common
def _beside(before: str, behind: str) -> Weighed:
    """What the characters on either side of a word say."""
    signs = (f"behind {before.translate(_PLAIN)}", f"before {behind.translate(_PLAIN)}")
    return signs, _weight(signs)


@cache
def _around(rule: str, people: bool, advantage: bool) -> Weighed:
    """What else is said of a word: the rule that puts it as a field, and what follows."""
    signs: list[str] = []
    if rule:
        signs += ("put as a field, open", f"put as a field, open, {_short(rule)}")
    if people:
        signs.append("people follow")
    if advantage:
        signs.append("an advantage")
    return tuple(signs), _weight(signs)


@cache
def _after(kind: str) -> Weighed:
    """What a cue says of the words of the next clause."""
    signs = (f"clause before:{kind}",)
    return signs, _weight(signs)


Cues = dict[str, tuple[int, int]]
"""Where the first and the last cue of each kind stand."""


@dataclass(slots=True)  # a frozen one takes three times as long to make
class _Clause:
    """A clause: its cues, those of the clause before it, and the domains that its words mean.

    ``kinds`` are what :func:`_of_clause` asks for; ``sides`` what weighs of the cues: where the
    first and the last stand, and their weights before and behind a word; ``before`` is the weight
    of the clause before.
    """

    cues: Cues
    previous: Cues
    kinds: frozenset[str]
    sides: list[tuple[int, int, float, float]]
    before: float


def _clause(cues: Cues, previous: Cues, fields: Collection[str]) -> _Clause:
    several = [f"{least} fields or more" for least in _SEVERAL if len(fields) >= least]
    sides = [(*places, *_sided(kind)) for kind, places in cues.items()]
    return _Clause(
        cues,
        previous,
        frozenset((*cues, *several)),
        [side for side in sides if side[2] or side[3]],
        sum([_after(kind)[1] for kind in previous]),
    )


_Clauses = tuple[list[int], Mapping[int, Collection[str]], dict[int, _Clause]]
"""Where the clauses of a sentence part, the domains that each names, and those asked for."""


class Signs:
    """The signs of an article's field words; what they share is worked out once."""

    def __init__(self, scene: Scene) -> None:
        """Note where the article's cues stand."""
        self._scene = scene
        self._sentences = scene.article.sentences
        self._cues, self._cue_ends = cues(scene.masked)
        self._kinds = [
            frozenset([kind for kind, _ in self._cues_in(sentence.start, sentence.end)])
            for sentence in self._sentences
        ]
        self._sides = [self._side(index) for index in range(len(self._sentences))]
        self._near = list(self._find_near())
        self._told: Counter[str] = Counter()
        self._fields: dict[int, list[Field]] = {}
        self._of_sentence: dict[int, tuple[tuple[str, ...], float, bool]] = {}
        self._of_clauses: dict[int, _Clauses] = {}

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
        yield from self._more(field, domain, index)[0]
        yield from self._beside(field)[0]
        yield from self._shared(index)[0]
        yield from _of_clause(clause.kinds, domain)[0]
        for kind in clause.previous:
            yield from _after(kind)[0]
        for kind, (first, last) in clause.cues.items():
            if first < field.span.start:
                yield f"{kind} before"
            if last >= field.span.end:
                yield f"{kind} behind"

    def probability(self, field: Field, domain: str, index: int) -> float:
        """How likely such a word names a field, between 0 and 1."""
        clause, start, end = self._clause(field, index), field.span.start, field.span.end
        total = _kind(field.rule.id, domain, self._times(domain))[1]
        total += _weight_of(field.signs) + self._beside(field)[1]
        total += self._more(field, domain, index)[1]
        total += self._shared(index)[1] + _of_clause(clause.kinds, domain)[1] + clause.before
        for first, last, before, behind in clause.sides:
            if first < start:
                total += before
            if last >= end:
                total += behind
        return 1 / (1 + exp(-total))

    def _more(self, field: Field, domain: str, index: int) -> Weighed:
        """The signs of a word beside its own that others of its clause need not have."""
        put = domain != OTHER and self._shared(index)[2] and PUT in field.signs
        if put and domain == "governance":
            put = field.rule in LISTS or _MECHANISM.search(field.phrase) is not None
        text, end = self._scene.masked, field.span.end
        advantage = text.find(_ADVANTAGE, end, self._sentences[index].end)
        if advantage >= 0 and _CLAUSE_END.search(text, end, advantage):
            advantage = -1
        people = text.startswith(_PEOPLE, end)
        return _around(field.rule.id if put else "", people, advantage >= 0)

    def _beside(self, field: Field) -> Weighed:
        """What the characters on either side of a word say."""
        text, start, end = self._scene.masked, field.span.start, field.span.end
        return _beside(text[max(0, start - _CLOSE) : start], text[end : end + _CLOSE])

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
        """The clause of a word; most clauses hold none, and nobody asks for theirs."""
        known = self._of_clauses.get(index)
        if known is None:
            known = self._of_clauses[index] = self._split(index)
        starts, named, clauses = known
        at = bisect_right(starts, field.span.start, 1)
        clause = clauses.get(at)
        if clause is None:
            before = {} if at == 1 else self._places(starts[at - 2], starts[at - 1])
            held = self._places(starts[at - 1], starts[at])
            clause = clauses[at] = _clause(held, before, named[at])
        return clause

    def _places(self, start: int, end: int) -> Cues:
        """Where the first and the last cue of each kind stand in a clause."""
        held: Cues = {}
        for kind, at in self._cues_in(start, end):
            first, last = held.get(kind, (at, at))
            held[kind] = (at, last) if at < first else (first, at if at > last else last)
        return held

    def _cues_in(self, start: int, end: int) -> list[tuple[str, int]]:
        """The cues of a clause or sentence."""
        ends = self._cue_ends
        first = bisect_right(ends, start)
        return self._cues[first : bisect_right(ends, end, first)]

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

    def _split(self, index: int) -> _Clauses:
        """Where the clauses of a sentence part, and what each holds."""
        sentence, text = self._sentences[index], self._scene.masked
        ends = _CLAUSE_END.finditer(text, sentence.start, sentence.end)
        parts = [sentence.start, *[end.end() for end in ends], sentence.end]
        named: defaultdict[int, set[str]] = defaultdict(set)
        for field in self._fields.get(index, ()):
            named[bisect_right(parts, field.span.start, 1)].update(field.domains)
        return parts, named, {}


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
