"""Rules over text whose mentions are marked.

An article's clean text becomes one *marked* text in which every mention is a single private-use
character of its kind, so that a rule reads like the sentence it looks for::

    Rule("partnership.paired", "{east:place}与{west:place}(?:建立|结成)结对关系", 0.95, ...)

``{name:kind}`` captures a mention, ``{kind}`` only matches one; ``places`` is a list such as
甲、乙和丙. All else is a regular expression of :mod:`re`; ``.`` does not cross a line.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, reduce
from operator import and_, itemgetter

from xiezuo.extract.reach import Sieve, led, scans, stays_within
from xiezuo.model import (
    Article,
    DateMention,
    Mention,
    OrganizationMention,
    PairMention,
    PersonMention,
    PlaceMention,
    QuantityMention,
    Span,
    WorkMention,
)
from xiezuo.values import quick


@quick
@dataclass(frozen=True, slots=True)
class TitleMention(Mention):
    """The titles in front of a name or after it, as one mark."""

    person: PersonMention


MARKS: dict[type[Mention], str] = {
    PlaceMention: "\ue000",
    PairMention: "\ue001",
    PersonMention: "\ue002",
    OrganizationMention: "\ue003",
    DateMention: "\ue004",
    QuantityMention: "\ue005",
    WorkMention: "\ue006",
    TitleMention: "\ue007",
}
"""The private-use character that stands for a mention of each kind."""

_PLACE, _PAIR, _PERSON, _ORG, _DATE, _QUANTITY, _WORK, _TITLE = MARKS.values()
# Alternatives that each begin with a character: the scan skips whatever cannot begin a match.
_TITLED = f"(?:{_PERSON}|{_TITLE}(?:[、，]?{_TITLE})*{_PERSON})(?:（?{_TITLE}）?)?"
REMARK = (
    "(?:[0-9两二三四五六七八九十]{1,3}个?(?:县区|区县|县市|市县|[县区市旗州]))?"
    "（[^（）。\n]{0,30}）"
)
"""What stands behind a place in brackets, with a count where it names the parts of the place."""
_OURS = f"我[省市州区县旗盟]{_PLACE}"
_MORE = f"(?:的{_PLACE})?(?:{REMARK})?"
_AREA = f"(?:{_PLACE}|{_OURS}){_MORE}"
"""A place, with the part of it that is meant (固原市的彭阳县) and a remark in brackets."""
_FIRST = f"(?:{_PLACE}(?<!{_PLACE}、{_PLACE})|{_OURS}){_MORE}"
"""The first place of a list. A list that began anew at each of its places would take the square."""
_AND = "(?:、|(?:和|与|以?及)(?:其?[所下]辖的?)?)"
TALLY = (
    f"(?P<more>等)?(?P<count>{_QUANTITY}|[0-9]+个?|[两二三四五六七八九十]{{1,3}}个?)"
    "(?:[一-鿿]{1,4}族)?(?:自治)?(?:(?:东部|西部|发达|沿海|计划单列)+(?:城市|省市|[省市])|地[市区]|省区市|省[市区]|地州|州市|市州|县区|区县|县市|市县|[省市州盟县区旗镇乡地])(?:（[^（）。\n]{1,8}）)?"
)
"""What sums a list up: 两县, 三个区, 等六县（市）."""
_TALLY = re.sub(r"\?P<[a-z]+>", "?:", TALLY)
_KINDS = {
    "place": _PLACE,
    "places": f"{_FIRST}(?:(?:{_AND}?{_AREA})+(?:{_TALLY}(?:{_AND}{_AREA})*)?)?",
    "side": f"{_AREA}(?:{_TALLY})?",
    "first": f"{_FIRST}(?:{_TALLY})?",
    "pair": _PAIR,
    "person": _TITLED,
    "people": f"{_TITLED}(?:[，]?{_AND}?{_TITLED})*",
    "org": _ORG,
    "date": _DATE,
    "quantity": _QUANTITY,
    "work": _WORK,
    "works": f"{_WORK}(?:{_AND}?{_WORK})*",
    "party": f"[{_PLACE}{_ORG}]",
    "parties": f"[{_PLACE}{_ORG}](?:{_AND}[{_PLACE}{_ORG}])*",
}
_ENDS = "。\n"
"""What parts a marked text into sentences that a rule is tried on."""
_BREAK = re.compile(f"[{_ENDS}]")
_SLOT = re.compile(r"\{(?:([a-z_]+):)?([a-z]+)\}")


def template(pattern: str) -> re.Pattern[str]:
    """Compile a template into a regular expression over marked text.

    Raises:
        ValueError: a slot names no kind of mention.
    """

    def slot(found: re.Match[str]) -> str:
        name, kind = found.groups()
        if kind not in _KINDS:
            raise ValueError(f"no kind {kind!r} in template {pattern!r}; one of {sorted(_KINDS)}")
        return f"(?P<{name}>{_KINDS[kind]})" if name else f"(?:{_KINDS[kind]})"

    return re.compile(_SLOT.sub(slot, pattern))


@dataclass(frozen=True, eq=False)  # a rule is only equal to itself, which is quick to tell
class Rule:
    """One way to state a fact.

    ``id`` becomes ``xz:rule``; ``confidence`` is the share of right facts to expect. Each of
    ``examples`` is a text in which the rule fires, each of ``counterexamples`` one in which it
    must not; the tests run both. A rule is tried only where the words are of which every match
    holds one; they are read from the pattern, and ``needs`` are further ones.
    """

    id: str
    pattern: str
    confidence: float
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    number: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", len(_RULES))
        _RULES.append(self)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled template, behind a look at what it begins with where the scan has none."""
        regex = template(self.pattern)
        return regex if scans(regex.pattern) else re.compile(led(regex.pattern, regex.pattern))

    @cached_property
    def is_local(self) -> bool:
        """Whether every match stays inside one sentence."""
        return stays_within(self.regex.pattern, _ENDS)

    def within(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in a stretch of a marked text."""
        return self.regex.finditer(text, start, end)


_RULES: list[Rule] = []
"""Every rule that there is."""


@lru_cache(maxsize=1)
def _sieve(count: int) -> Sieve:
    """Tells which of the first so many rules are worth trying: most articles hold words of few."""
    rules = _RULES[:count]
    needs = [rule.needs for rule in rules]
    return Sieve([rule.regex.pattern for rule in rules], needs, _PLACE)


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Match:
    """A rule's match in a marked text."""

    rule: Rule
    marked: Marked
    found: re.Match[str]
    _span: Span | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def span(self) -> Span:
        """The matched words without white space around them, in article offsets."""
        if self._span is None:
            self._span = self._trimmed()
        return self._span

    def _trimmed(self) -> Span:
        words = self.found[0]
        start, end = self.found.span()
        if words[:1].isspace() or words[-1:].isspace():
            start += len(words) - len(words.lstrip())
            end = start + len(words.strip())
        return self.marked.span(start, end)

    def has(self, group: str) -> bool:
        """Whether the group took part in the match."""
        try:
            return self.found.start(group) >= 0
        except IndexError:
            return False  # the rule has no such group

    def text(self, group: str) -> str:
        """The article's words of a group ("" where it took no part)."""
        return self.group_span(group).of(self.marked.article.text) if self.has(group) else ""

    def group_span(self, group: str) -> Span:
        """The article offsets of a group that took part."""
        return self.marked.span(self.found.start(group), self.found.end(group))

    def mentions(self, group: str) -> list[Mention]:
        """The mentions inside a group, in order."""
        if not self.has(group):
            return []
        return self.marked.mentions(self.found.start(group), self.found.end(group))


@dataclass(frozen=True)
class Marked:
    """An article's text with each mention replaced by the mark of its kind."""

    article: Article
    text: str
    _starts: Sequence[int] = field(repr=False)
    _origins: Sequence[int] = field(repr=False)
    _mentions: dict[int, Mention] = field(repr=False)

    def origin(self, index: int) -> int:
        """The article offset of a marked offset (of a mention's start for its mark)."""
        piece = bisect_right(self._starts, index) - 1
        if self._starts[piece] in self._mentions:
            # A piece that is a mark has length one; behind it the next piece begins.
            return self._origins[piece]
        return self._origins[piece] + index - self._starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The article offsets of a non-empty stretch of marked text."""
        last = end - 1
        mention = self._mentions.get(last)
        return Span(
            self.origin(start), mention.span.end if mention is not None else self.origin(last) + 1
        )

    def mention(self, index: int) -> Mention:
        """The mention that the mark at ``index`` stands for."""
        return self._mentions[index]

    def mentions(self, start: int = 0, end: int | None = None) -> list[Mention]:
        """The mentions whose marks lie in a stretch of marked text."""
        if not start and end is None:
            return list(self._mentions.values())
        stop = len(self.text) if end is None else end
        return [self._mentions[i] for i in range(start, stop) if i in self._mentions]

    def matches(self, rules: Sequence[Rule]) -> Iterator[Match]:
        """Every match of every rule, rule by rule."""
        needed, lacks = _sieve(len(_RULES)).needs, self._lacks
        for rule in rules:
            needs = needed[rule.number]
            if not needs & lacks:
                for start, end in self._stretches(rule, needs):
                    for found in rule.within(self.text, start, end):
                        yield Match(rule, self, found)

    def worth_trying(self, rules: Sequence[Rule]) -> list[Rule]:
        """Those of the rules whose words the text holds."""
        needed, lacks = _sieve(len(_RULES)).needs, self._lacks
        return [rule for rule in rules if not needed[rule.number] & lacks]

    @cached_property
    def _sentences(self) -> list[tuple[int, int, int]]:
        """Where the sentences start and end, and what the sieve has not seen in each.

        What ends a sentence stands in it, for rules that look whether their words end it.
        """
        stops = [*[found.end() for found in _BREAK.finditer(self.text)], len(self.text)]
        seen = _sieve(len(_RULES)).seen_before(self.text, stops)
        starts = [0, *stops]
        return [(starts[i], stop, ~seen[i]) for i, stop in enumerate(stops)]

    @cached_property
    def _lacks(self) -> int:
        """What the sieve has not seen in the whole text."""
        seen = _sieve(len(_RULES)).several(self.text, 0, len(self.text))
        return reduce(and_, [lacks for _, _, lacks in self._sentences]) & ~seen

    def may_hold(self, rule: Rule, index: int) -> bool:
        """Whether a rule is worth trying on a part of the sentence at a marked offset."""
        at = bisect_right(self._sentences, (index, sys.maxsize)) - 1
        return not _sieve(len(_RULES)).needs[rule.number] & self._sentences[at][2]

    def _stretches(self, rule: Rule, needs: int) -> Sequence[tuple[int, int]]:
        """Where in the text a rule is worth trying."""
        if not rule.is_local:
            return ((0, len(self.text)),)
        return [(start, end) for start, end, lacks in self._sentences if not needs & lacks]

    def locate(self, offset: int) -> int:
        """The marked offset of an article offset (of the mark that covers it)."""
        piece = bisect_right(self._origins, offset) - 1
        start = self._starts[piece]
        return start if start in self._mentions else start + offset - self._origins[piece]


_PRIORITY: dict[type[Mention], int] = {
    WorkMention: 0,
    PersonMention: 1,
    TitleMention: 2,
    OrganizationMention: 3,
    PairMention: 4,
    PlaceMention: 5,
    DateMention: 6,
    QuantityMention: 7,
}


def mark(article: Article, mentions: Sequence[Mention]) -> Marked:
    """Mark an article's mentions; of two that overlap the one with the stronger kind is kept."""
    # A zone is a body to those who look for names, but a place where it is known as one.
    zones = {m.span for m in mentions if isinstance(m, PlaceMention) and m.form == "sub"}
    wanted: list[Mention] = [
        m
        for m in mentions
        if type(m) in MARKS and not (isinstance(m, OrganizationMention) and m.span in zones)
    ]
    for person in mentions:
        if isinstance(person, PersonMention):
            wanted += [TitleMention(office.span, person) for office in person.offices]
    # Tuples that sort as they are: a key would be worked out by a call for each mention.
    ranked = sorted(
        [
            (_PRIORITY[type(m)], (span := m.span).start, -span.end, index)
            for index, m in enumerate(wanted)
        ]
    )
    taken = bytearray(len(article.text))
    kept: list[tuple[int, int, Mention]] = []
    for _, start, minus_end, index in ranked:
        end = -minus_end
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, wanted[index]))
    kept.sort(key=itemgetter(0, 1))
    return _marked(article, kept)


def _marked(article: Article, kept: Sequence[tuple[int, int, Mention]]) -> Marked:
    """The marked text; ``kept`` are starts, ends and mentions in order, none overlapping."""
    text = article.text
    pieces: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    at: dict[int, Mention] = {}
    position = length = 0
    for start, end, mention in kept:
        if start > position:
            starts.append(length)
            origins.append(position)
            pieces.append(text[position:start])
            length += start - position
        starts.append(length)
        origins.append(start)
        at[length] = mention
        pieces.append(MARKS[type(mention)])
        length += 1
        position = end
    starts.append(length)
    origins.append(position)
    pieces.append(text[position:])
    return Marked(article, "".join(pieces), starts, origins, at)
