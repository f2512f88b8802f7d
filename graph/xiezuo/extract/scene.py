"""What an article is about: its pairs, and who is meant by 两地, 我县 and a bare 区委书记."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from xiezuo.extract.grammar import Marked, Rule, TitleMention, mark
from xiezuo.extract.home import fits, lifted
from xiezuo.extract.named import Named
from xiezuo.extract.naming import Told
from xiezuo.extract.topics import Topic, by_height, in_parts, may_tell, topics
from xiezuo.model import (
    Assertion,
    Evidence,
    Fact,
    Organization,
    OrganizationMention,
    Pair,
    PersonMention,
    Place,
    PlaceMention,
    Role,
    Span,
    WorkMention,
    quote,
)

_SAYS = re.compile("[^，。；]{0,4}?(?:表示|介绍|指出|强调|认为|希望|要求|说|称)")
"""What makes the person named before it a speaker."""

_PASSING = re.compile(
    # Each branch begins with a character, by which the scan skips all else.
    "“[^“”+]{2,12}\\+[^“”]{2,40}”"
    + "".join(
        f"|{word}[^，。；“”]{{2,40}}?(?:部署|要求|安排|精神|意见|方案|规划|决定)"
        for word in ("落实", "按照", "根据", "贯彻", "遵照", "依照")
    )
)
"""Slogans (“甲地总部+乙地基地”) and what is carried out: their places are named in passing."""

_MONEY = re.compile("(?:东西部)?(?:扶贫)?(?:协作|合作|帮扶)(?:财政|援助|帮扶|专项)*资金")
"""After a pair's abbreviation: the name of money, which goes to whom the sentence tells of."""

_CLAUSE_END = re.compile("[，；：。！？]")

BLOT = "\ue00f"
"""Stands for each character of a name in :attr:`Scene.masked`."""

PLACE_BLOT = "\ue00e"
"""Stands for each character of a place's name there."""

_OPAQUE = (OrganizationMention, PersonMention, TitleMention, WorkMention)


@dataclass(frozen=True, eq=False)
class Scene(Named):
    """An article with its mentions and, once they are known, its pairs.

    ``pairs`` are the partnerships that the article reports, the one that it is mostly about
    first, ``former`` those of them that it says have ended; extractors that run before they are
    known see none.
    """

    home: Place | None = None
    pairs: tuple[Pair, ...] = ()
    former: frozenset[Pair] = frozenset()

    @cached_property
    def marked(self) -> Marked:
        """The article's text with its mentions marked."""
        return mark(self.article, self.mentions)

    def about(self, pairs: Sequence[Pair], former: Iterable[Pair] = ()) -> Scene:
        """The same scene with its pairs known; what has been worked out of it is kept."""
        scene = replace(self, pairs=tuple(pairs), former=frozenset(former))
        scene.__dict__.update(
            (name, value) for name, value in self.__dict__.items() if name not in scene.__dict__
        )
        return scene

    # --- who is named where ---------------------------------------------------------------

    @cached_property
    def relevant(self) -> bool:
        """Whether the article reports cooperation between two places."""
        return bool(self.pairs)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.article.sentences]

    def sentence_index(self, offset: int) -> int:
        """The index of the sentence that holds an article offset."""
        index = bisect_right(self._sentence_starts, offset)
        return index - 1 if index else 0

    @cached_property
    def _named(self) -> tuple[tuple[Place, ...], ...]:
        """The places named in each sentence, pair abbreviations included."""
        named: list[list[Place]] = [[] for _ in self.article.sentences]
        bodies = [m.span for m in self.bodies]
        for place in self.places:
            # 北京某公司 is a company, not the city.
            if place.place is not None and not any(body.contains(place.span) for body in bodies):
                named[self.sentence_index(place.span.start)].append(place.place)
        for pair in self.pair_mentions:
            if _MONEY.match(self.article.text, pair.span.end):
                continue
            named[self.sentence_index(pair.span.start)] += (pair.first, pair.second)
        return tuple(tuple(places) for places in named)

    def named_in(self, sentence: int) -> tuple[Place, ...]:
        """The places that a sentence names, in order."""
        return self._named[sentence]

    @cached_property
    def paragraph_starts(self) -> tuple[int, ...]:
        """The article offsets at which lines start."""
        return tuple(line.span.start for line in self.article.lines)

    def paragraph(self, offset: int) -> int:
        """The index of the line that holds an article offset."""
        index = bisect_right(self.paragraph_starts, offset)
        return index - 1 if index else 0

    def is_body(self, offset: int) -> bool:
        """Whether an offset lies in a headline or paragraph, not in a byline or caption."""
        return self._in_body[self.paragraph(offset)]

    @cached_property
    def _in_body(self) -> tuple[bool, ...]:
        return tuple(line.role in (Role.BODY, Role.HEADLINE) for line in self.article.lines)

    @cached_property
    def masked(self) -> str:
        """The article's text with names, titles, bodies and documents blotted out, offsets kept.

        农业农村局, 教育局局长 and 《产业合作协议》 hold words of fields without being about them;
        政和县 and 将乐县 hold words of grammar. A character for a place stays: 产业援藏.
        """
        text = self.article.text
        pieces: list[str] = []
        position = 0
        for mention in self.marked.mentions():
            place = isinstance(mention, PlaceMention) and len(mention.span) > 1
            if place or isinstance(mention, _OPAQUE):
                span = mention.span
                pieces.append(text[position : span.start])
                pieces.append((PLACE_BLOT if place else BLOT) * (span.end - span.start))
                position = span.end
        return "".join(pieces) + text[position:]

    # --- who is meant -----------------------------------------------------------------------

    def pairs_at(self, offset: int) -> tuple[Pair, ...]:
        """The pairs that the words at an offset are about; several where a list names several.

        A sentence that names places of a pair is about it, and about the provinces' pair only
        where it names both provinces and nothing below; one that names none goes on with what
        was told before, or, at the start, with the article's own pair.
        """
        if len(self.pairs) <= 1:
            return self.pairs
        index = self.sentence_index(offset)
        return self._in_clause(offset, index, self._topics[index])

    def _in_clause(self, offset: int, index: int, topic: Topic) -> tuple[Pair, ...]:
        """What the clause at an offset is about."""
        if not self._named[index]:
            return topic.about
        if index not in self._clauses:
            self._clauses[index] = self._told_in_clauses(index, topic)
        starts, told = self._clauses[index]
        return told[bisect_right(starts, offset) - 1]

    @cached_property
    def _clauses(self) -> dict[int, tuple[list[int], tuple[tuple[Pair, ...], ...]]]:
        """Where the clauses of sentences start and what they are about, each worked out once."""
        return {}

    def _told_in_clauses(
        self, index: int, topic: Topic
    ) -> tuple[list[int], tuple[tuple[Pair, ...], ...]]:
        sentence, text = self.article.sentences[index], self.article.text
        ends = (end.end() for end in _CLAUSE_END.finditer(text, sentence.start, sentence.end))
        starts = [sentence.start, *ends]
        named: list[list[Place]] = [[] for _ in starts]
        for mention in self.places_in(sentence):
            if mention.place is not None:
                named[bisect_right(starts, mention.span.start) - 1].append(mention.place)
        # Most clauses tell nothing, neither by their places nor by their words.
        spoken = may_tell(sentence.of(text))
        parts = [
            (text[a:b] if places or spoken else "", places)
            for (a, b), places in zip(pairwise((*starts, sentence.end)), named, strict=True)
        ]
        return starts, in_parts(parts, self._by_height, self.former, topic)

    @cached_property
    def _by_height(self) -> tuple[list[Pair], list[Pair]]:
        """The article's pairs below the provinces, and those of provinces."""
        return by_height(self.pairs)

    def pairs_acting_at(self, offset: int) -> tuple[Pair, ...]:
        """The pairs whose meeting, signing or visit is told at an offset.

        Like :meth:`pairs_at`, but a province pair in an event's name (京蒙…签约仪式) does not make
        the event the provinces'.
        """
        if len(self.pairs) <= 1:
            return self.pairs
        return self._topics[self.sentence_index(offset)].acting

    @cached_property
    def _topics(self) -> tuple[Topic, ...]:
        """What each sentence is about."""
        seats: list[set[Place]] = [set() for _ in self.article.sentences]
        for body in self.bodies:
            if body.place is not None:
                seats[self.sentence_index(body.span.start)].add(body.place)
        return topics(
            (
                Told(
                    sentence.of(self.article.text),
                    named,
                    frozenset(bodies),
                    self._speaker(sentence.of(self.article.text)),
                    self._passing(sentence),
                )
                for sentence, named, bodies in zip(
                    self.article.sentences,
                    self._named,
                    seats,
                    strict=True,
                )
            ),
            self.pairs,
            self.former,
        )

    def _passing(self, sentence: Span) -> frozenset[Place]:
        """The places that a sentence names in passing only.

        By the abbreviation of a pair, in a slogan, or in what is carried out.
        """
        pairs = [pair for pair in self.pair_mentions if sentence.contains(pair.span)]
        passing = [
            Span(*m.span())
            for m in _PASSING.finditer(self.article.text, sentence.start, sentence.end)
        ]
        if not (pairs or passing):
            return frozenset()
        named = [
            (it.place, any(span.contains(it.span) for span in passing))
            for it in self.places_in(sentence)
            if len(it.span) > 1
        ]
        full = {place for place, faint in named if not faint}
        faint = frozenset(place for place, faint in named if faint and place is not None)
        return faint.union(*((pair.first, pair.second) for pair in pairs)) - full

    def _speaker(self, words: str) -> Place | None:
        """The place of the official who is the first to speak in a sentence."""
        first: tuple[int, int] | None = None
        speaker: Place | None = None
        for name, place in self._posted.items():
            at = words.find(name)
            while at >= 0 and (first is None or (at, -len(name)) < first):
                if _SAYS.match(words, at + len(name)):
                    first, speaker = (at, -len(name)), place
                    break
                at = words.find(name, at + 1)
        return speaker

    @cached_property
    def _posted(self) -> dict[str, Place]:
        """The places of the officials named in the article, by their names."""
        posted: dict[str, Place] = {}
        for person in self._by_kind[PersonMention]:
            for office in person.offices:
                of = office.of.place if isinstance(office.of, Organization) else office.of
                place = of or self.deictic(office.deixis, office.span.start)
                if place is not None:
                    posted.setdefault(person.name, place)
        return posted

    def pair_at(self, offset: int) -> Pair | None:
        """The one pair that the words at an offset are about, where there is one."""
        pairs = self.pairs_at(offset)
        return pairs[0] if pairs else None

    def pair_of(self, places: Iterable[Place]) -> Pair | None:
        """The pair both of whose sides are among ``places`` (or contain one of them)."""
        named = set(places)
        for pair in self.pairs:
            if pair.supporter in named and pair.recipient in named:
                return pair
        for pair in self.pairs:
            if any(p.within(pair.supporter) for p in named) and any(
                p.within(pair.recipient) for p in named
            ):
                return pair
        return None

    @cached_property
    def members(self) -> tuple[Place, ...]:
        """Every side of every pair, each once."""
        return tuple(
            dict.fromkeys(side for pair in self.pairs for side in (pair.supporter, pair.recipient))
        )

    @cached_property
    def _known_sides(self) -> dict[str, str]:
        return {}

    def side_of(self, place: Place) -> str:
        """Whether a place is of a "supporter" or "recipient" of the article; "" for neither.

        A place is of a side that it lies in or that lies in it.
        """
        known = self._known_sides.get(place.key)
        if known is None:
            sides = {
                name
                for pair in self.pairs
                for name, side in (("supporter", pair.supporter), ("recipient", pair.recipient))
                if place.within(side) or side.within(place)
            }
            known = self._known_sides[place.key] = sides.pop() if len(sides) == 1 else ""
        return known

    def deictic(self, character: str, offset: int) -> Place | None:
        """The place that 我市 or a bare 市委 means at an offset, None where it stays open.

        The home place decides; then the place last named with that ending; then the only side of
        the article's pairs that has it.
        """
        if self.home is not None:
            place = lifted(self.home, character)
            if place is not None:
                return place
        for index in range(self.sentence_index(offset), -1, -1):
            for place in reversed(self._named[index]):
                if fits(place, character):
                    return place
        fitting = [side for side in self.members if fits(side, character)]
        return fitting[0] if len(fitting) == 1 else None

    def date_near(self, offset: int) -> str | None:
        """The date of what is told at an offset: written in the sentence before it, or last named.

        Only dates of at least a month's precision count; a bare year dates no event.
        """
        found: str | None = None
        sentence = self.article.sentences[self.sentence_index(offset)]
        for mention in self.dates:
            if mention.value is None:
                continue
            if mention.span.start > offset and not sentence.contains(mention.span):
                break
            if len(mention.value) >= len("2024-05") and mention.end is None:
                found = mention.value
        return found

    # --- saying it --------------------------------------------------------------------------

    def state(
        self, fact: Fact, rule: Rule, trigger: Span, confidence: float | None = None
    ) -> Assertion:
        """The assertion of a fact that the words at ``trigger`` state under a rule."""
        return Assertion(fact, self.evidence(rule, trigger, confidence))

    def evidence(self, rule: Rule, trigger: Span, confidence: float | None = None) -> Evidence:
        """What the words at ``trigger`` state under a rule, to be shown."""
        value = rule.confidence if confidence is None else confidence
        return quote(self.article, trigger, rule.id, _rounded(value))

    def places_between(self, span: Span) -> list[Place]:
        """The places named inside a stretch of the text, in order."""
        return [mention.place for mention in self.places_in(span) if mention.place is not None]


@lru_cache(maxsize=256)  # confidences are few, and rounding takes as long as finding one
def _rounded(confidence: float) -> float:
    return round(confidence, 2)
