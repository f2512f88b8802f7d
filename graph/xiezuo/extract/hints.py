"""What links two places in an article: the frames that name a pairing, and weaker signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from xiezuo.extract.direction import directed, same_level
from xiezuo.extract.frames import (
    ABBREVIATION,
    AIDING,
    ARTICLE,
    CHAIN,
    CUE,
    DECISIVE,
    DUTY,
    FORMER,
    FRAMES,
    JOINED,
    TOGETHER,
)
from xiezuo.extract.grammar import MARKS, Match, Rule, template
from xiezuo.extract.scene import Scene
from xiezuo.model import Level, Pair, Place, PlaceMention, Span

_UNEVEN = 0.5
"""What a hint is worth that links two levels (a province and a county) without saying how."""
_AND = re.compile("[^、\ue000（）]")
_ALONE = 2.0
"""What a sentence on the programme is worth that names just two places."""

_WEAK_CUE = re.compile(CUE)
_WORKS = re.compile(
    "[”’]?(?:对口|东西部|扶贫|消费|产业|劳务|两[地省市区县]|教育|医疗)?"
    "(?:协作|合作|帮扶|支援|扶贫|产业|两[地省市区县]|携手|结对|对口|联席|山海协作|劳务|共建|互助)"
)
_NEEDS = template(
    "{giver:place}[^。！？\n]{0,80}?(?:着眼|立足|围绕|聚焦|紧扣|结合|对接)(?:当地|{taker:place})(?:的)?"
    "(?:所需|需求|需要)"
)


@dataclass(frozen=True)
class Hint:
    """A statement that links two places."""

    pair: Pair
    rule: Rule
    trigger: Span
    weight: float


@dataclass(frozen=True)
class Linker:
    """Turns two linked places into a hint with a direction.

    ``givers`` counts how often the article says of a place that it serves another's needs: it
    decides where both lie on one side of the country.
    """

    givers: Counter[Place]

    @classmethod
    def of(cls, scene: Scene) -> Linker:
        """The linker of an article."""
        marked = scene.marked
        return cls(
            Counter(
                mention.place
                for found in _NEEDS.finditer(marked.text)
                for mention in marked.mentions(found.start("giver"), found.end("giver"))
                if isinstance(mention, PlaceMention) and mention.place is not None
            )
        )

    def link(
        self, one: Place, other: Place, rule: Rule, trigger: Span, weight: float
    ) -> Iterator[Hint]:
        """The hint that a rule gives for two places, none where they cannot be a pair."""
        pair = directed(one, other)
        if pair is None and rule in FRAMES and one.province != other.province:
            ahead = self.givers[one] >= self.givers[other]
            pair = Pair(one, other) if ahead else Pair(other, one)
        if pair is not None:
            uneven = not same_level(pair) and rule not in DECISIVE and not is_aid(pair)
            if (
                pair.recipient.province.code in _AIDED
                and pair.supporter.level is not Level.PROVINCE
            ):
                uneven = rule not in DECISIVE
            yield Hint(pair, rule, trigger, weight * (_UNEVEN if uneven else 1))


def is_aid(pair: Pair) -> bool:
    """Whether a province supports a prefecture of Tibet or Xinjiang, as 对口支援 arranges it."""
    return (
        pair.supporter.level is Level.PROVINCE
        and pair.recipient.level is Level.PREFECTURE
        and pair.recipient.province.code in _AIDED
    )


_AIDED = ("540000", "630000", "650000")
"""Tibet, Qinghai and Xinjiang: whole provinces support their prefectures."""


def _is_in_aid(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place is the 疆 of 援疆, which says what is done rather than where."""
    return scene.article.text[mention.span.start - 1 : mention.span.start] == "援"


def implied_cues(scene: Scene) -> Iterator[Span]:
    """Words that speak of a programme without naming one: 京蒙协作, 援宁干部."""
    for pair in scene.pair_mentions:
        if directed(pair.first, pair.second) and _WORKS.match(scene.article.text, pair.span.end):
            yield pair.span
    for place in scene.places:
        if place.form == "abbreviation" and _is_in_aid(scene, place):
            yield place.span


def hints_of(scene: Scene, cues: Sequence[Span]) -> list[Hint]:
    """Everything in an article that links two places; ``cues`` are where it names programmes."""
    linker = Linker.of(scene)
    return [
        *_framed(scene, linker),
        *_aiding(scene, linker),
        *_duties(scene, linker),
        *_former(scene, linker),
        *_abbreviated(scene, linker),
        *_together(scene, linker, cues),
    ]


def _framed(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """The frames that name a pairing."""
    chains: list[Span] = []
    for match in scene.marked.matches(tuple(FRAMES)):
        if match.rule == CHAIN:
            chains.append(match.span)
        elif match.rule == JOINED and any(match.span.overlaps(chain) for chain in chains):
            continue
        if scene.is_body(match.span.start):
            weight = FRAMES[match.rule]
            if match.rule == JOINED and not _AND.search(match.found[0]):
                weight = 1.0  # 在重庆、北京举办 only lists; 舟山市、达州市联席会议 has more to say.
            for one, other in _linked(match):
                yield from linker.link(one, other, match.rule, match.span, weight)


def _linked(match: Match) -> list[tuple[Place, Place]]:
    """The places that a frame links: its groups crossed, or its run split by sides.

    Two lists of one length go in order (甲、乙与丙、丁分别结对), others are crossed.
    """
    if match.has("giver"):
        givers, takers = _places(match, "giver"), _places(match, "taker")
        return [(giver, taker) for giver in givers for taker in takers]
    run = _named(match, match.found.start(), match.found.end())
    if match.rule == CHAIN:
        return list(zip(run[::2], run[1::2], strict=False))
    if not run:
        return []
    first, second = _sides(run)
    if len(first) == len(second) > 1:
        return list(zip(first, second, strict=True))
    return [(one, other) for one in first for other in second]


def _sides(run: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """A run of places split into those on the first one's side of the country and the others.

    Where all lie on one side, those of the first one's province stand against the rest.
    """
    first = [place for place in run if directed(run[0], place) is None]
    if len(first) == len(run):
        first = [place for place in run if place.province == run[0].province]
    return first, [place for place in run if place not in first]


def _places(match: Match, group: str) -> list[Place]:
    if not match.has(group):
        return []
    return _named(match, match.found.start(group), match.found.end(group))


_REMARK = re.compile("（[^（）]*）")
_PART_FOLLOWS = re.compile(f"(?:的)?{MARKS[PlaceMention]}")


def _named(match: Match, start: int, end: int) -> list[Place]:
    """The places of a list.

    Remarks in brackets are left out, and places that only say where the next one lies
    (固原市的彭阳县).
    """
    text = match.marked.text[start:end]
    remarks = [found.span() for found in _REMARK.finditer(text)]
    places: list[Place] = []
    for index, character in enumerate(text):
        if character != MARKS[PlaceMention] or any(a <= index < b for a, b in remarks):
            continue
        mention = match.marked.mention(start + index)
        if (
            isinstance(mention, PlaceMention)
            and mention.place is not None
            and not _PART_FOLLOWS.match(text, index + 1)
        ):
            places.append(mention.place)
    return places


def _aiding(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """援疆, 援藏: the giver, and the place there that the article is about."""
    for match in scene.marked.matches((AIDING,)):
        (region,) = match.mentions("taker")
        if not isinstance(region, PlaceMention) or region.form != "abbreviation":
            continue
        if region.place is not None:
            for giver in _places(match, "giver"):
                taker = _within(scene, region.place)
                yield from linker.link(giver, taker, AIDING, match.span, 1.5)


def _duties(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """对口支援山南 without a subject: the giver is the one that the article is about."""
    for match in scene.marked.matches((DUTY,)):
        if _has_subject(match):
            continue
        for place in (*_places(match, "taker"), *_places(match, "duty")):
            taker = _within(scene, place)
            giver = _giver(scene, taker)
            if giver is not None:
                yield from linker.link(giver, taker, DUTY, match.span, 2.0)


def _has_subject(match: Match) -> bool:
    """Whether a place stands before the words in their clause: then a frame has read it."""
    before = match.marked.text[: match.found.start()]
    clause = re.split("[，。；！？\n]", before)[-1]
    return MARKS[PlaceMention] in clause


def _former(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """The partner before: it was paired with the recipient of the one that takes over."""
    for match in scene.marked.matches((FORMER,)):
        for old in _places(match, "old"):
            taker = _taker(scene, old)
            if taker is not None:
                yield from linker.link(old, taker, FORMER, match.span, 2.0)


def _giver(scene: Scene, taker: Place) -> Place | None:
    """The place that the article names most of those that can support ``taker``."""
    named = Counter(
        m.place
        for m in scene.places
        if m.place is not None and _supports(m.place, taker) and m.place.level is not Level.TOWNSHIP
    )
    if taker.province.code in _AIDED:
        # Tibet and Xinjiang are shared out among provinces, not among their cities.
        whole = {place for place in named if place.level is Level.PROVINCE}
        named = Counter({place: named[place] for place in whole or named})
    return max(sorted(named), key=lambda place: named[place]) if named else None


def _taker(scene: Scene, giver: Place) -> Place | None:
    """The place that the article names most of those that ``giver`` can support."""
    named = Counter(m.place for m in scene.places if m.place and _supports(giver, m.place))
    return max(sorted(named), key=lambda place: named[place]) if named else None


def _supports(giver: Place, taker: Place) -> bool:
    pair = directed(giver, taker)
    return pair is not None and pair.supporter == giver


def _within(scene: Scene, region: Place) -> Place:
    """The prefecture of Tibet or Xinjiang that the article names most; else the region itself."""
    parts = Counter(
        part
        for mention in scene.places
        if mention.place is not None and region.code in _AIDED
        for part in (mention.place, mention.place.parent)
        if part is not None and part.level is Level.PREFECTURE and part.within(region)
    )
    return max(sorted(parts), key=lambda part: parts[part]) if parts else region


def _abbreviated(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """闽宁协作 names the pair; 津甘“山海情” by itself is rhetoric."""
    for mention in scene.pair_mentions:
        if scene.is_body(mention.span.start):
            works = _WORKS.match(scene.article.text, mention.span.end)
            weight = 3.0 if works else 1.0
            yield from linker.link(
                mention.first, mention.second, ABBREVIATION, mention.span, weight
            )


def _together(scene: Scene, linker: Linker, cues: Sequence[Span]) -> Iterator[Hint]:
    """Places of two sides in one sentence; worth more where it speaks of the programme."""
    strong = {scene.sentence_index(span.start) for span in cues}
    for index, sentence in enumerate(scene.article.sentences):
        if not scene.is_body(sentence.start):
            continue
        first: dict[Place, PlaceMention] = {}
        for mention in scene.places:
            if (
                sentence.contains(mention.span)
                and mention.place is not None
                and mention.place.level is not Level.TOWNSHIP
                and not (mention.form == "abbreviation" and _is_in_aid(scene, mention))
            ):
                first.setdefault(mention.place, mention)
        weight = 0.3
        if index in strong:
            # Where a sentence on the programme names just two places, it pairs them.
            weight = _ALONE if len(first) == 2 else 1.0
        elif _WEAK_CUE.search(sentence.of(scene.article.text)):
            weight = 0.6
        for one, other in combinations(first.values(), 2):
            assert one.place is not None and other.place is not None
            span = Span(one.span.start, other.span.end)
            yield from linker.link(one.place, other.place, TOGETHER, span, weight)


def hints_of_article(scene: Scene, weight: float) -> Iterator[Hint]:
    """The two places that an article without any frame is about: those that it names most.

    Of a city and a county in it that are named about as often, the county is meant.
    """
    named = Counter(
        m.place
        for m in scene.places
        if m.place is not None and not _MASTHEAD.match(scene.article.text, m.span.end)
    )
    often = sorted(place for place, count in named.items() if count > 1)
    pairs = [
        pair
        for one, other in combinations(often, 2)
        if (pair := directed(one, other)) is not None and same_level(pair)
    ]
    if pairs:
        best = max(
            pairs,
            key=lambda pair: (
                named[pair.supporter]
                + named[pair.recipient]
                + 2 * (pair.recipient.level == "county")
            ),
        )
        last = [m for m in scene.places if m.place in (best.supporter, best.recipient)][-1]
        yield Hint(best, ARTICLE, last.span, weight)


_MASTHEAD = re.compile("讯|日报|晚报|新闻|融媒|电视|广播|要闻|发布")
