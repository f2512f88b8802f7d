"""Which of an article's pairs each sentence is about, where the article reports several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xiezuo.extract.naming import (
    FEW,
    HEIGHT,
    Told,
    are_nested,
    by_name,
    by_seats,
    by_speaker,
    contains,
    contains_any,
    counted,
    height,
    is_whole,
    summed_up,
)
from xiezuo.model import Level, Pair, Place

_BOTH = re.compile("会议(?:指出|要求|强调|明确|决定|认为)|双方|两[地市区县旗州]|我们")
"""Words for the two sides of the article, whatever provinces stand beside them."""

_TELLING = re.compile("会议|双方|我们|两|三|四|五|六|七|八|九")
"""What :data:`_BOTH` begins with, or a count of pairs."""

_EACH = re.compile("各结对|各(?:受援)?[区县市地]|每对|结对(?:区县|县)|[两三四五六七八九十]对")
"""Words for all the pairs that a text lists."""

_LOWER = re.compile("两[市县区旗州]")
"""Words for the two sides of a pair below the provinces."""

_REGIONS = re.compile("东北(?:地区|三省)|东部(?:地区|省市)|[三四五六]省区?(?!市)")
"""Words for all the provinces that a text pairs."""

_PROVINCES = re.compile("两省(?!会)")
"""Words for the two sides of the provinces' pair."""

_THEIRS = re.compile(
    "[京津沪苏浙闽鲁粤辽鄂湘赣皖豫晋冀吉黑渝川蜀黔滇云藏陕甘陇青宁新疆蒙桂]{2}(?:双方|两地)"
)
"""The two sides of a pair of provinces, by its abbreviation."""

_ROW = re.compile("[^，。；：！？]{2,40}")
"""A row of a table, which no sentence mark ends."""

_EXAMPLE = re.compile("(?:例)?如|其中|包括")
"""What follows is an example of the whole."""

_NUMBERED = re.compile(
    "[一二三四五六七八九十]{1,2}[是、]|[（(]?[0-9一二三四五六七八九十]{1,2}[）).．、]|[—–•·【]|第[一二三四五六七八九]，"
)
_FIRST = re.compile("[（(]?[一1]|第一")


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Topic:
    """What a sentence is about, and the pairs below the provinces that act in it.

    ``before`` is what was told of before it, ``own`` what the article is about.
    """

    about: tuple[Pair, ...]
    acting: tuple[Pair, ...]
    before: tuple[Pair, ...] = ()
    own: tuple[Pair, ...] = ()


def topics(
    sentences: Iterable[Told], pairs: Sequence[Pair], former: frozenset[Pair] = frozenset()
) -> tuple[Topic, ...]:
    """The topic of each sentence.

    A sentence that names places of a pair is about it, and about the provinces' pair only where
    it names both provinces and nothing below. One that names none is about the pair of the
    official who speaks in it, or goes on with what was told before, or, at the start, with the
    article's own pair.

    Args:
        sentences: the article's sentences in order.
        pairs: what the article reports, the pair that it is mostly about first.
        former: those of them that have ended.
    """
    sentences = list(sentences)
    course = _Course(pairs, former)
    if _opens_high(sentences, pairs):
        course.own = course.before = course.high
    found = [course.follow(sentence) for sentence in sentences]
    opening = course.opening
    if opening and 1 < len(opening.about) <= FEW and set(course.own) <= set(opening.about):
        # What stands before two pairs are named, the headline above all, is about both.
        found[: course.opened] = [opening] * course.opened
    return tuple(found)


def _opens_high(sentences: Iterable[Told], pairs: Sequence[Pair]) -> bool:
    """Whether the provinces' pair leads: an article's first, and the first that it names in full.

    甲省代表团来乙省 is about the provinces, though a city of each is told of further on.
    """
    if len([pair for pair in pairs if height(pair) == HEIGHT[Level.PROVINCE]]) != 1:
        return False
    first = pairs[0]
    if height(first) < HEIGHT[Level.PROVINCE]:
        return False
    sides = {first.supporter, first.recipient}
    others = {side for pair in pairs for side in (pair.supporter, pair.recipient)} - sides
    for sentence in sentences:
        if not others.isdisjoint(sentence.named):
            return False
        if sides <= set(sentence.named):
            return not sentence.passing
    return False


def _is_team(pairs: Sequence[Pair]) -> bool:
    """Whether pairs are of several supporters beside each other for one recipient."""
    return len({pair.recipient for pair in pairs}) == 1 and not are_nested(pairs)


class _Course:
    """What an article has told of so far."""

    def __init__(self, pairs: Sequence[Pair], former: frozenset[Pair]) -> None:
        self.pairs, self.former = pairs, former
        self.low, self.high = low, _ = by_height(pairs)
        # A list of provinces' pairs is about all of them, an article's own pair about itself.
        stay = [pair for pair in (low or self.high) if pair not in former] or low or self.high
        self.own: Sequence[Pair] = self.high if len(self.high) > max(1, len(low)) else stay[:1]
        self.mixed = False
        apart = [part for part in low if not any(part.inside(it) for it in self.high)]
        if len(self.high) > 1 and len(apart) > len(low) // 2:
            # Provinces and cities in one list (the north-east's): it is about all of them.
            self.own = self.high = list(pairs)
            self.mixed = True
        self.over = self._overview()
        self.own = self.over or self.own
        self.before: Sequence[Pair] = self.own
        self.rows: list[Pair] = []
        self.lead: Sequence[Pair] | None = None
        self.opening: Topic | None = None
        self.opened = 0

    def _overview(self) -> Sequence[Pair]:
        """The one pair of provinces of an article that tells of many pairs in them."""
        if len(self.high) != 1 or are_nested(self.low) or _is_team(self.low):
            return ()
        givers = {pair.supporter for pair in self.low if pair.inside(self.high[0])}
        return self.high if len(givers) > FEW else ()

    def follow(self, sentence: Told) -> Topic:
        """The topic of the next sentence."""
        words = sentence.words
        told: Sequence[Pair] = self._named(sentence)
        if self.over and not told and not self.rows and not _ROW.fullmatch(words):
            # An overview of two provinces goes back to them where it names one.
            sides = set(sentence.named)
            told = [pair for pair in self.over if sides & {pair.supporter, pair.recipient}]
        if told and self._is_frame(told, sentence):
            told = ()
        before = tuple(self.before)
        self._carry(words, told)
        # A partner that went is told of where it is named, and no further.
        self.before = [pair for pair in told if pair not in self.former] or self.before
        if not told and _BOTH.search(words) and self._is_near_own():
            self.before = self.own
        if not told and self.own == self.before == self.high and _LOWER.search(words):
            # 两市 of an article about two provinces are those that it pairs in them.
            self.before = self.low if len(self.low) == 1 else self.own
        topic = told or self.before
        about = topic if told else self._provinces(sentence) or topic
        found = Topic(tuple(about), tuple(topic), before, tuple(self.own))
        if self.opening is None:
            if told:
                self.opening = found
                if len(told) == 1 and self.own[:1] != self.high and contains(self.own, told):
                    self.own = told
            else:
                self.opened += 1
        return found

    def _is_frame(self, told: Sequence[Pair], sentence: Told) -> bool:
        """Whether a sentence names only in passing what the article's own pairs are part of."""
        own = self.opening.about if self.opening else self.own
        return (
            set(self.before) <= set(own)
            and len(told) == 1
            and {told[0].supporter, told[0].recipient} & set(sentence.named) <= sentence.passing
            and contains(told, self.before)
        )

    def _named(self, sentence: Told) -> Sequence[Pair]:
        """What a sentence names itself."""
        low = self.low
        told: Sequence[Pair] = (
            counted(low, sentence.words, sentence.named)
            or by_name(low, self.high, sentence, self.before)
            or by_seats(low, sentence)
            or by_speaker(low, sentence)
        )
        if len(told) > 1 and _EXAMPLE.match(sentence.words):
            told = summed_up(told, self.pairs)
        if len(told) > 1:
            told = [pair for pair in told if pair not in self.former] or told
        return told

    def _carry(self, words: str, told: Sequence[Pair]) -> None:
        """Bring forward what a sentence that names nothing goes on with."""
        if told and _ROW.fullmatch(words):
            self.rows += [pair for pair in told if pair not in self.rows]
        elif len(self.rows) > 1 and not told:
            self.before, self.rows = self.rows, []
        if _NUMBERED.match(words):
            # Each point of a list goes on with what stood before the list.
            if self.lead is None or _FIRST.match(words):
                self.lead = self.before
            elif not told:
                self.before = self.lead
        if told:
            return
        if self.mixed or (len(self.before) == FEW and self._is_part_of_own()):
            self.before = self.own
        if len(self.low) > 1 and _EACH.search(words):
            self.before = [pair for pair in self.low if not contains_any(pair, self.low)]
        if len({p.supporter for p in self.before}) == FEW and self._is_in_own():
            self.before = self.own  # 甲市与乙县、丙市与丁县 are examples of what 甲省 does
        many = len(self.before) > FEW and not _EACH.search(words)
        if many and not _is_team(self.before):
            whole = summed_up(self.before, self.pairs)
            if whole[0] in self.low or len({pair.supporter for pair in self.before}) > FEW:
                self.before = whole

    def _is_near_own(self) -> bool:
        """Whether what was told of last is a part of the article's own pair, or contains it."""
        return contains(self.own, self.before) or (
            len(self.own) == len(self.before) == 1 and contains(self.before, self.own)
        )

    def _is_in_own(self) -> bool:
        """Whether all that was told of last lies within the article's own pairs, and is not one."""
        return all(any(pair.inside(whole) for whole in self.own) for pair in self.before)

    def _is_part_of_own(self) -> bool:
        """Whether what was told of last is the article's own pair and one that contains it."""
        own = self.own
        return len(own) == 1 and own[0] in self.before and are_nested(self.before)

    def _provinces(self, sentence: Told) -> Sequence[Pair]:
        """The provinces' pairs that a sentence is about."""
        named = sentence.named
        provinces = [p for p in self.high if p.supporter in named and p.recipient in named]
        if self.low and _BOTH.search(sentence.words) and not _are_meant(sentence, provinces):
            return ()
        if not provinces and len(self.high) > 1 and _REGIONS.search(sentence.words):
            return self.high
        if not named and len(self.high) == 1 and _PROVINCES.search(sentence.words):
            return self.high
        if sentence.passing and len(provinces) == 1 and not _PROVINCES.search(sentence.words):
            # 粤桂协作 names what the pair told of is part of, where others act in it.
            whole = provinces[0]
            if not sentence.passing.isdisjoint((whole.supporter, whole.recipient)) and all(
                part.inside(whole) and part.supporter != whole.supporter for part in self.before
            ):
                return ()
        return provinces


def in_parts(
    parts: Iterable[tuple[str, Sequence[Place]]],
    pairs: tuple[Sequence[Pair], Sequence[Pair]],
    former: frozenset[Pair],
    topic: Topic,
) -> tuple[tuple[Pair, ...], ...]:
    """What each clause of a sentence is about, by its words and the places that it names.

    A clause that names none is about what the one before it is, of 两地 about the article's own
    pair, and, before any is named, about what was told of before if that is the larger whole.

    Args:
        parts: the clauses' words and places; both are empty where a clause tells nothing.
        pairs: what the article reports, below the provinces and of provinces.
        former: those of them that have ended.
        topic: what the sentence is about.
    """
    found: list[tuple[Pair, ...]] = []
    low, high = pairs
    last: tuple[Pair, ...] | None = None
    in_own = contains(topic.own, topic.about)
    for words, named in parts:
        if words:
            told = counted(low, words, named)
            if named and not told:
                # 甲省投入1亿元 is of the provinces where its sentence is.
                told = (
                    list(topic.about)
                    if topic.about == topic.own and _are_sides(named, topic.about, high)
                    else by_name(low, high, Told(words, tuple(named)), topic.about)
                )
            told = [pair for pair in told if pair not in former] or told
            if told:
                last = tuple(told)
            elif in_own and not named and _BOTH.search(words):
                last = topic.own
        found.append(_at_first(topic) if last is None else last)
    return tuple(found)


def _are_meant(sentence: Told, provinces: Sequence[Pair]) -> bool:
    """Whether 双方 and 两地 are the two provinces that a sentence names: 粤黔两地, 甲乙两省双方."""
    if len(provinces) != 1:
        return False
    sides = {provinces[0].supporter, provinces[0].recipient}
    return sentence.passing.isdisjoint(sides) or bool(_THEIRS.search(sentence.words))


def _are_sides(named: Sequence[Place], about: Sequence[Pair], high: Sequence[Pair]) -> bool:
    """Whether places are all sides of the one pair of provinces that a sentence is about."""
    if len(about) != 1 or about[0] not in high:
        return False
    return set(named) <= {about[0].supporter, about[0].recipient}


def may_tell(words: str) -> bool:
    """Whether the words of a sentence can tell of pairs without naming places."""
    return _TELLING.search(words) is not None


def _at_first(topic: Topic) -> tuple[Pair, ...]:
    """What a sentence begins with, before it names anybody."""
    about, before = topic.about, topic.before
    if contains(before, about) or (set(about) < set(before) and not is_whole(about, before)):
        return before
    return about


def by_height(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs below the provinces, and those of provinces."""
    low = [pair for pair in pairs if height(pair) < HEIGHT[Level.PROVINCE]]
    return low, [pair for pair in pairs if pair not in low]
