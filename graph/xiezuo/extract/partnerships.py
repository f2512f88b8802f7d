"""Partnerships: which places an article reports as paired.

Every statement that links an eastern and a western place adds to the weight of their pair:
frames that name a pairing weigh most, places that only stand in one sentence about the programme
weigh little. A pair is reported once its weight passes a threshold; an article that names no
programme reports none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezuo.extract.direction import directed, same_level
from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.scene import Scene
from xiezuo.lexicon import programmes_in
from xiezuo.model import Assertion, Pair, PairMention, Partnership, Place, PlaceMention, Span

_CUE = "(?:结对|对口|协作|帮扶|支援|扶贫|联席会|携手奔小康|对子)"
_GAP = "[^。；！？\n]"
_ORGAN = "(?:[省市州区县旗盟]?(?:委|党委)?[、，和]?[省市州区县旗盟]?(?:人民)?(?:政府|党委)|两地)?"
_JOIN = "(?:[、，·•—–\\-~－ ]|——|--|和|与|同|跟|及|以及|对接|携手|牵手)"

RULES = (
    Rule(
        "partnership.joined",
        f"{{places:place}}{_ORGAN}(?:{_JOIN}{{1,3}}{{place}}{_ORGAN})+(?={_GAP}{{0,40}}?{_CUE})",
        0.95,
        examples=(
            "江苏省南京市江宁区与陕西省商洛市洛南县召开东西部协作联席会议。",
            "海曙区·金阳县东西部协作工作座谈会召开",
        ),
        counterexamples=("江宁区与洛南县的企业签订购销合同。",),
    ),
    Rule(
        "partnership.supports",
        f"{{giver:places}}{_GAP}{{0,8}}?(?:对口|结对|定点|倾力|倾情)*(?:帮扶|支援|援建|援助|协作帮扶)(?:了|过|的)?"
        "{taker:places}",
        0.95,
        examples=("浙江省杭州市对口支援新疆维吾尔自治区阿克苏市。",),
        counterexamples=("杭州市帮扶困难职工，阿克苏市的对口支援干部参加活动。",),
    ),
    Rule(
        "partnership.supported-by",
        "{taker:places}(?:的)?(?:由|是|系|为){giver:places}"
        f"{_GAP}{{0,4}}?(?:对口|结对|定点)*(?:帮扶|支援|援建|协作)",
        0.95,
        examples=("新疆维吾尔自治区阿克苏市由浙江省杭州市对口支援。",),
    ),
    Rule(
        "partnership.thanks",
        f"{{giver:places}}{_GAP}{{0,20}}?(?:对|给予|给){{taker:places}}{_GAP}{{0,16}}?"
        "(?:支持|帮助|帮扶|支援|关心|援助|厚爱)",
        0.9,
        examples=(
            "县长周立文对江苏省南京市江宁区长期以来给予陕西省洛南县的东西部协作帮扶表示感谢。",
        ),
    ),
)

_TOGETHER = Rule("partnership.together", "{place}", 0.8)
_PAIR_NAME = Rule(
    "partnership.abbreviation",
    "{pair}",
    0.95,
    examples=("今年以来，苏陕协作成效显著，江苏省和陕西省互派干部。",),
    counterexamples=("云贵高原上的交通条件改善，东西部协作成效显著。",),
)
_ARTICLE = Rule("partnership.article", "{place}", 0.7)

_WEIGHTS = {
    "partnership.joined": 3.0,
    "partnership.supports": 3.0,
    "partnership.supported-by": 3.0,
    "partnership.thanks": 2.0,
    "partnership.abbreviation": 3.0,
    "partnership.together": 1.0,
    "partnership.article": 2.0,
}
THRESHOLD = 2.0
"""The weight from which a pair is reported; set on the development articles."""


@dataclass(frozen=True)
class Hint:
    """A statement that links two places."""

    pair: Pair
    rule: Rule
    trigger: Span
    weight: float


def partnerships(scene: Scene) -> Iterator[Assertion]:
    """Yield each pair that the article reports, once for each sentence that supports it."""
    text = scene.article.text
    cues = list(programmes_in(text))
    if not cues:
        return
    hints = [*_framed(scene), *_abbreviated(scene), *_together(scene, [span for span, _ in cues])]
    programmes = tuple(dict.fromkeys(name for _, name in cues))
    for pair, statements in _accepted(scene, hints):
        named = sorted({name for hint in statements for name in _programmes_at(scene, hint, cues)})
        seen: set[int] = set()
        for hint in sorted(statements, key=lambda h: (-h.weight, h.trigger.start)):
            sentence = scene.sentence_index(hint.trigger.start)
            if sentence in seen:
                continue
            seen.add(sentence)
            fact = Partnership(pair, tuple(named) or programmes[:1])
            yield scene.state(fact, hint.rule, hint.trigger)


def _programmes_at(scene: Scene, hint: Hint, cues: Sequence[tuple[Span, str]]) -> Iterator[str]:
    """The programmes that the hint's sentence names."""
    sentence = scene.article.sentence_at(hint.trigger.start)
    return (name for span, name in cues if sentence.contains(span))


def _framed(scene: Scene) -> Iterator[Hint]:
    for match in scene.marked.matches(RULES):
        if not scene.is_body(match.span.start):
            continue
        weight = _WEIGHTS[match.rule.id]
        for one, other in _linked(match):
            pair = directed(one, other)
            if pair is not None:
                yield Hint(pair, match.rule, match.span, weight)


def _linked(match: Match) -> list[tuple[Place, Place]]:
    """The places that a frame links: its groups crossed, or its run split by sides."""
    if match.rule.id == "partnership.joined":
        run = [
            mention.place
            for mention in match.marked.mentions(match.found.start(), match.found.end())
            if isinstance(mention, PlaceMention) and mention.place is not None
        ]
        return _sides_of_run(run, match)
    givers, takers = _places(match, "giver"), _places(match, "taker")
    return [(g, t) for g in givers for t in takers]


def _places(match: Match, group: str) -> list[Place]:
    return [
        mention.place
        for mention in match.mentions(group)
        if isinstance(mention, PlaceMention) and mention.place is not None
    ]


def _sides_of_run(run: Sequence[Place], match: Match) -> list[tuple[Place, Place]]:
    """Split a run of places into two sides at its one change of province and cross them.

    甲、乙与丙、丁分别… aligns in order; 甲与丙、丁 crosses.
    """
    if not run:
        return []
    first = [place for place in run if place.province == run[0].province]
    second = [place for place in run if place.province != run[0].province]
    after = match.marked.text[match.found.end() : match.found.end() + 30]
    if len(first) == len(second) > 1 and "分别" in after:
        return list(zip(first, second, strict=True))
    return [(one, other) for one in first for other in second]


def _abbreviated(scene: Scene) -> Iterator[Hint]:
    for mention in scene.pair_mentions:
        pair = directed(mention.first, mention.second)
        if pair is not None and scene.is_body(mention.span.start):
            yield Hint(pair, _PAIR_NAME, mention.span, _WEIGHTS[_PAIR_NAME.id])


_WEAK_CUE = re.compile(_CUE)


def _together(scene: Scene, cues: Sequence[Span]) -> Iterator[Hint]:
    """Places of two sides in one sentence; worth more where it speaks of the programme."""
    strong = {scene.sentence_index(span.start) for span in cues}
    for index, sentence in enumerate(scene.article.sentences):
        if not scene.is_body(sentence.start):
            continue
        named = [m for m in scene.places if sentence.contains(m.span)]
        if len(named) < 2:
            continue
        weight = _WEIGHTS[_TOGETHER.id]
        if index not in strong:
            weight *= 0.6 if _WEAK_CUE.search(sentence.of(scene.article.text)) else 0.3
        seen: set[Pair] = set()
        for i, one in enumerate(named):
            for other in named[i + 1 :]:
                assert one.place is not None and other.place is not None
                pair = directed(one.place, other.place)
                if pair is None or pair in seen:
                    continue
                seen.add(pair)
                factor = 1.0 if same_level(pair) else 0.7
                yield Hint(pair, _TOGETHER, Span(one.span.start, other.span.end), weight * factor)


def _accepted(scene: Scene, hints: Sequence[Hint]) -> Iterator[tuple[Pair, list[Hint]]]:
    """The pairs whose hints weigh enough, the heaviest first."""
    by_pair: dict[Pair, list[Hint]] = defaultdict(list)
    for hint in hints:
        by_pair[hint.pair].append(hint)
    weights = {pair: sum(h.weight for h in found) for pair, found in by_pair.items()}
    for pair in sorted(by_pair, key=lambda p: (-weights[p], p)):
        if weights[pair] >= THRESHOLD:
            yield pair, by_pair[pair]


__all__ = ["RULES", "partnerships"]
_ = MARKS, PairMention
