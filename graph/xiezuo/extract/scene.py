"""What an article is about: its pairs, and who is meant by 两地, 我县 and a bare 区委书记."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from xiezuo.extract.grammar import Marked, Rule, TitleMention, mark
from xiezuo.extract.home import fits, lifted
from xiezuo.model import (
    Article,
    Assertion,
    DateMention,
    Fact,
    Level,
    Mention,
    OrganizationMention,
    Pair,
    PairMention,
    PersonMention,
    Place,
    PlaceMention,
    Role,
    Span,
    WorkMention,
    quote,
)

_BOTH = re.compile("会议(?:指出|要求|强调|明确|决定|认为)|双方|两[地市区县旗州]|我们")
"""Words for the two sides of the article, whatever provinces stand beside them."""

_EACH = re.compile("各结对|各(?:受援)?[区县市地]|每对|结对(?:区县|双方|县)|[两三四五六七八九十]对")
"""Words for all the pairs that a text lists."""

_REGIONS = re.compile("东北(?:地区|三省)|东部(?:地区|省市)|[三四五六]省区?(?!市)")
"""Words for all the provinces that a text pairs."""

_ROW = re.compile("[^，。；：！？]{2,40}")
"""A row of a table, which no sentence mark ends."""

_EXAMPLE = re.compile("(?:例)?如|其中|包括")
"""What follows is an example of the whole."""

BLOT = "\ue00f"
"""Stands for each character of a name in :attr:`Scene.masked`."""

PLACE_BLOT = "\ue00e"
"""Stands for each character of a place's name there."""

_OPAQUE = (OrganizationMention, PersonMention, TitleMention, WorkMention)


@dataclass(frozen=True, eq=False)
class Scene:
    """An article with its mentions and, once they are known, its pairs.

    ``pairs`` are the partnerships that the article reports, the one that it is mostly about
    first, ``former`` those of them that it says have ended; extractors that run before they are
    known see none.
    """

    article: Article
    mentions: tuple[Mention, ...]
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
    def places(self) -> tuple[PlaceMention, ...]:
        """The resolved place mentions, in order."""
        return tuple(
            m
            for m in self.mentions
            if isinstance(m, PlaceMention) and m.place is not None and m.form != "inside"
        )

    @cached_property
    def bodies(self) -> tuple[OrganizationMention, ...]:
        """The organisations named, in order."""
        return tuple(m for m in self.mentions if isinstance(m, OrganizationMention))

    @cached_property
    def works(self) -> tuple[WorkMention, ...]:
        """The titles between 《 and 》, in order."""
        return tuple(m for m in self.mentions if isinstance(m, WorkMention))

    @cached_property
    def people(self) -> dict[str, PersonMention]:
        """The people named with an office, by name."""
        return {m.name: m for m in self.mentions if isinstance(m, PersonMention) and m.offices}

    @cached_property
    def pair_mentions(self) -> tuple[PairMention, ...]:
        """The pair abbreviations (闽宁, 津甘), in order."""
        return tuple(m for m in self.mentions if isinstance(m, PairMention))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates, in order."""
        return tuple(m for m in self.mentions if isinstance(m, DateMention))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.article.sentences]

    def sentence_index(self, offset: int) -> int:
        """The index of the sentence that holds an article offset."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    @cached_property
    def _named(self) -> tuple[tuple[Place, ...], ...]:
        """The places named in each sentence, pair abbreviations included."""
        named: list[list[Place]] = [[] for _ in self.article.sentences]
        bodies = [m.span for m in self.mentions if isinstance(m, OrganizationMention)]
        for place in self.places:
            # 北京某公司 is a company, not the city.
            if place.place is not None and not any(body.contains(place.span) for body in bodies):
                named[self.sentence_index(place.span.start)].append(place.place)
        for pair in self.pair_mentions:
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
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def is_body(self, offset: int) -> bool:
        """Whether an offset lies in a headline or paragraph, not in a byline or caption."""
        return self.article.lines[self.paragraph(offset)].role in (Role.BODY, Role.HEADLINE)

    @cached_property
    def masked(self) -> str:
        """The article's text with names, titles, bodies and documents blotted out, offsets kept.

        农业农村局, 教育局局长 and 《产业合作协议》 hold words of fields without being about them;
        政和县 and 将乐县 hold words of grammar. A character for a place stays: 产业援藏.
        """
        pieces: list[str] = []
        position = 0
        for mention in self.marked.mentions():
            place = isinstance(mention, PlaceMention) and len(mention.span) > 1
            if place or isinstance(mention, _OPAQUE):
                pieces += (
                    self.article.text[position : mention.span.start],
                    (PLACE_BLOT if place else BLOT) * len(mention.span),
                )
                position = mention.span.end
        return "".join(pieces) + self.article.text[position:]

    # --- who is meant -----------------------------------------------------------------------

    def pairs_at(self, offset: int) -> tuple[Pair, ...]:
        """The pairs that the words at an offset are about; several where a list names several.

        A sentence that names places of a pair is about it, and about the provinces' pair only
        where it names both provinces and nothing below; one that names none goes on with what
        was told before, or, at the start, with the article's own pair.
        """
        if len(self.pairs) <= 1:
            return self.pairs
        return self._topics[self.sentence_index(offset)][0]

    def pairs_acting_at(self, offset: int) -> tuple[Pair, ...]:
        """The pairs whose meeting, signing or visit is told at an offset.

        Like :meth:`pairs_at`, but a province pair in an event's name (京蒙…签约仪式) does not make
        the event the provinces'.
        """
        if len(self.pairs) <= 1:
            return self.pairs
        return self._topics[self.sentence_index(offset)][1]

    @cached_property
    def _topics(self) -> tuple[tuple[tuple[Pair, ...], tuple[Pair, ...]], ...]:
        """What each sentence is about, and the pair below the provinces that acts in it."""
        low = [pair for pair in self.pairs if _height(pair) < _HEIGHT[Level.PROVINCE]]
        high = [pair for pair in self.pairs if pair not in low]
        # A list of provinces' pairs is about all of them, an article's own pair about itself.
        stay = [pair for pair in (low or high) if pair not in self.former] or low or high
        own: Sequence[Pair] = high if len(high) > max(1, len(low)) else stay[:1]
        before = own
        rows: list[Pair] = []
        topics: list[tuple[tuple[Pair, ...], tuple[Pair, ...]]] = []
        for index, sentence in enumerate(self.article.sentences):
            named = self._named[index]
            words = sentence.of(self.article.text)
            told = self._told(low, named, before) or self._seated(low, sentence)
            if len(told) > 1 and _EXAMPLE.match(words):
                told = list(self._summed_up(told))
            if told and _ROW.fullmatch(words):
                rows += [pair for pair in told if pair not in rows]
            elif len(rows) > 1 and not told:
                before, rows = rows, []
            if not told and len(low) > 1 and _EACH.search(words):
                before = low
            if not told and len(before) > _FEW and not _EACH.search(words):
                whole = self._summed_up(before)
                if whole[0] in low or len({pair.supporter for pair in before}) > _FEW:
                    before = whole
            # A partner that went is told of where it is named, and no further.
            before = [pair for pair in told if pair not in self.former] or before
            if not told and _BOTH.search(words) and _contains(own, before):
                before = own
            provinces: list[Pair] = []
            if not told and not (low and _BOTH.search(words)):
                provinces = [p for p in high if p.supporter in named and p.recipient in named]
                if not provinces and len(high) > 1 and _REGIONS.search(words):
                    provinces = high
            topic = told or before
            topics.append((tuple(provinces or topic), tuple(topic)))
        return tuple(topics)

    def _told(
        self, low: Sequence[Pair], named: Sequence[Place], before: Sequence[Pair]
    ) -> list[Pair]:
        """The pairs below the provinces that a sentence names, the one told of before first."""
        if not named:
            return []
        sides = [(pair.supporter in named) + (pair.recipient in named) for pair in low]
        best = max(sides, default=0)
        told = [pair for pair, count in zip(low, sides, strict=True) if count == best and best]
        if best == 1 and len(told) > 1:
            told = [pair for pair in told if pair in before] or told
        return told

    def _seated(self, low: Sequence[Pair], sentence: Span) -> list[Pair]:
        """The pairs both of whose sides a sentence names as seats of bodies (南京市商务局)."""
        if not low:
            return []
        seats = {
            body.place
            for body in self.bodies
            if body.place is not None and sentence.contains(body.span)
        }
        return [pair for pair in low if pair.supporter in seats and pair.recipient in seats]

    def _summed_up(self, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
        """The one pair that contains many, where the article has it."""
        for whole in self.pairs:
            if whole not in pairs and all(
                pair.supporter.within(whole.supporter) and pair.recipient.within(whole.recipient)
                for pair in pairs
            ):
                return (whole,)
        return tuple(pairs)

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
        value = rule.confidence if confidence is None else confidence
        return Assertion(fact, quote(self.article, trigger, rule.id, round(value, 2)))

    def places_between(self, span: Span) -> list[Place]:
        """The places named inside a stretch of the text, in order."""
        return [
            mention.place
            for mention in self.places
            if span.contains(mention.span) and mention.place is not None
        ]


def _height(pair: Pair) -> int:
    """How high the lower side of a pair stands: 3 for provinces, 0 for townships."""
    return min(_HEIGHT[pair.supporter.level], _HEIGHT[pair.recipient.level])


_FEW = 2
"""A longer list of pairs is summed up by what follows it, where one pair contains them all."""

_HEIGHT = {
    Level.PROVINCE: 3,
    Level.PREFECTURE: 2,
    Level.COUNTY: 1,
    Level.ZONE: 1,
    Level.TOWNSHIP: 0,
}


def _contains(whole: Sequence[Pair], parts: Sequence[Pair]) -> bool:
    """Whether each of the parts lies in the first of the wholes, without being it."""
    return bool(whole) and all(
        part != whole[0]
        and part.supporter.within(whole[0].supporter)
        and part.recipient.within(whole[0].recipient)
        for part in parts
    )
