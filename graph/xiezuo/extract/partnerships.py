"""Partnerships: which places an article reports as paired.

Every statement that links an eastern and a western place adds to the weight of their pair:
frames that name a pairing weigh most, places that only stand in one sentence about the programme
weigh little. A pair is reported once its weight passes a threshold; an article that names no
programme reports none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezuo.extract.direction import directed, same_level
from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.scene import Scene
from xiezuo.gazetteer import is_eastern
from xiezuo.lexicon import programmes_in
from xiezuo.model import Assertion, Level, Pair, Partnership, Place, PlaceMention, Span

_CUE = "(?:结对|对口|协作|帮扶|支援|扶贫|联席会|携手奔小康|对子)"
_GAP = "[^。；！？\n]"
_NEAR = "[^。；！？\n，、个]"
_ORGAN = "(?:[省市州区县旗盟]?(?:委|党委)?[、，和]?[省市州区县旗盟]?(?:人民)?(?:政府|党委))?"
_JOIN = "(?:[、·•—–\\-~－ ]|——|--|和|与|同|跟|及|以及|对接|携手|牵手)"
_NOT_A_SIDE = "(?!各|所辖|[0-9一二三四五六七八九十\ue005]|对口(?:协作|帮扶)?(?:城)?市)"
_AID = "(?:对口|结对|定点|倾力|倾情)*(?:帮扶|支援|援建|援助|协作帮扶|协作)"

JOINED = Rule(
    "partnership.joined",
    f"{{places}}{_ORGAN}(?:{_JOIN}{{1,3}}{{places}}{_ORGAN})+{_NOT_A_SIDE}(?={_GAP}{{0,40}}?{_CUE})",
    0.95,
    examples=(
        "江苏省南京市江宁区与陕西省商洛市洛南县召开东西部协作联席会议。",
        "江苏省南京市江宁区·陕西省洛南县东西部协作工作座谈会召开",
    ),
    counterexamples=("江苏省南京市江宁区与陕西省洛南县的企业签订购销合同。东西部协作成效显著。",),
)
TABLE = Rule(
    "partnership.table",
    "(?:^|\n){places} *(?:[|｜—–－:：\t]|--|——| ) *{places}(?= *\\|? *(?:\n|$))",
    0.9,
    examples=("对口支援结对安排\n杭州市 | 阿克苏市\n嘉兴市 | 沙雅县\n",),
)
SUPPORTS = Rule(
    "partnership.supports",
    f"{{giver:places}}{_NOT_A_SIDE}{_NEAR}{{0,8}}?{_AID}(?:了|过)?{{taker:places}}{_NOT_A_SIDE}",
    0.95,
    examples=("浙江省杭州市对口支援新疆维吾尔自治区阿克苏市。",),
    counterexamples=("杭州市帮扶困难职工，新疆阿克苏市的对口支援干部参加活动。",),
)
SUPPORTED = Rule(
    "partnership.supported-by",
    f"{{taker:places}}(?:的)?(?:由|是|系|为){{giver:places}}{_NEAR}{{0,4}}?{_AID}",
    0.95,
    examples=("新疆维吾尔自治区阿克苏市由浙江省杭州市对口支援。",),
)
THANKS = Rule(
    "partnership.thanks",
    f"{{giver:places}}{_GAP}{{0,20}}?(?:对|给予|给|为){{taker:places}}{_GAP}{{0,16}}?"
    "(?:支持|帮助|帮扶|支援|关心|援助|厚爱|巨大变化)",
    0.9,
    examples=("县长周立文对江苏省南京市江宁区长期以来给予陕西省洛南县的东西部协作帮扶表示感谢。",),
)
AIDING = Rule(
    "partnership.aiding",
    f"{{giver:places}}{_GAP}{{0,16}}?援{{taker:place}}",
    0.85,
    examples=("湖南省援疆干部看望了新疆吐鲁番市的学生，对口支援工作扎实推进。",),
)
ABBREVIATION = Rule(
    "partnership.abbreviation",
    "{pair}",
    0.95,
    examples=("今年以来，苏陕协作成效显著，江苏省和陕西省互派干部。",),
    counterexamples=("云贵高原上的交通条件改善，东西部协作成效显著。",),
)
TOGETHER = Rule(
    "partnership.together",
    "{place}",
    0.8,
    examples=(
        "江苏省南京市江宁区党政代表团赴陕西省洛南县，就东西部协作工作开展考察。"
        "江宁区向洛南县捐赠帮扶资金。",
    ),
)
ARTICLE = Rule(
    "partnership.article",
    "{place}",
    0.7,
    examples=(
        "江苏省南京市江宁区召开东西部协作工作会议。江宁区有关部门汇报了工作进展。"
        "会议听取了干部在陕西省洛南县工作的情况。洛南县的结对村焕然一新。",
    ),
)
RULES = (
    JOINED,
    TABLE,
    SUPPORTS,
    SUPPORTED,
    THANKS,
    AIDING,
    ABBREVIATION,
    TOGETHER,
    ARTICLE,
)
_FRAMES = {JOINED: 3.0, TABLE: 3.0, SUPPORTS: 3.0, SUPPORTED: 3.0, THANKS: 2.0}
THRESHOLD = 2.0
"""The weight from which a pair is reported; set on the development articles."""
_UNEVEN = 0.5
"""What a hint is worth that links two levels (a province and a county)."""
_WEAK_CUE = re.compile(_CUE)


@dataclass(frozen=True)
class Hint:
    """A statement that links two places."""

    pair: Pair
    rule: Rule
    trigger: Span
    weight: float


def partnerships(scene: Scene) -> Iterator[Assertion]:
    """Yield each pair that the article reports, once for each sentence that supports it."""
    cues = programmes_in(scene.article.text)
    if not cues:
        return
    hints = [
        *_framed(scene),
        *_aiding(scene),
        *_abbreviated(scene),
        *_together(scene, [span for span, _ in cues]),
    ]
    accepted = list(_accepted(hints)) or list(_accepted([*hints, *_of_article(scene)]))
    programmes = tuple(dict.fromkeys(name for _, name in cues))
    for pair, statements in accepted:
        named = sorted({name for hint in statements for name in _programmes_at(scene, hint, cues)})
        seen: set[int] = set()
        for hint in sorted(statements, key=lambda h: (-h.weight, h.trigger.start)):
            sentence = scene.sentence_index(hint.trigger.start)
            if sentence not in seen:
                seen.add(sentence)
                fact = Partnership(pair, tuple(named) or programmes[:1])
                yield scene.state(fact, hint.rule, hint.trigger)


def _programmes_at(scene: Scene, hint: Hint, cues: Sequence[tuple[Span, str]]) -> Iterator[str]:
    """The programmes that the hint's sentence names."""
    sentence = scene.article.sentence_at(hint.trigger.start)
    return (name for span, name in cues if sentence.contains(span))


def _hint(one: Place, other: Place, rule: Rule, trigger: Span, weight: float) -> Iterator[Hint]:
    pair = directed(one, other)
    if pair is not None:
        yield Hint(pair, rule, trigger, weight * (1 if same_level(pair) else _UNEVEN))


def _framed(scene: Scene) -> Iterator[Hint]:
    """The frames that name a pairing."""
    for match in scene.marked.matches(tuple(_FRAMES)):
        if scene.is_body(match.span.start):
            for one, other in _linked(match):
                yield from _hint(one, other, match.rule, match.span, _FRAMES[match.rule])


def _linked(match: Match) -> list[tuple[Place, Place]]:
    """The places that a frame links: its groups crossed, or its run split by sides."""
    if match.has("giver"):
        givers, takers = _places(match, "giver"), _places(match, "taker")
        return [(giver, taker) for giver in givers for taker in takers]
    run = _named(match, match.found.start(), match.found.end())
    if not run:
        return []
    first = [place for place in run if place.province == run[0].province]
    second = [place for place in run if place.province != run[0].province]
    after = match.marked.text[match.found.end() : match.found.end() + 30]
    if len(first) == len(second) > 1 and "分别" in after:
        return list(zip(first, second, strict=True))
    return [(one, other) for one in first for other in second]


def _places(match: Match, group: str) -> list[Place]:
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


def _aiding(scene: Scene) -> Iterator[Hint]:
    """援疆, 援藏: the giver, and the place there that the article is about."""
    for match in scene.marked.matches((AIDING,)):
        (region,) = match.mentions("taker")
        if not isinstance(region, PlaceMention) or region.form != "abbreviation":
            continue
        if region.place is not None:
            for giver in _places(match, "giver"):
                taker = _within(scene, region.place)
                yield from _hint(giver, taker, AIDING, match.span, 1.0)


def _within(scene: Scene, region: Place) -> Place:
    """The part of a province that the article names most, prefectures first; else the province."""
    parts = Counter(
        part
        for mention in scene.places
        if mention.place is not None and region.level is Level.PROVINCE
        for part in (mention.place, mention.place.parent)
        if part is not None and part.level is Level.PREFECTURE and part.within(region)
    )
    return max(sorted(parts), key=lambda part: parts[part]) if parts else region


def _abbreviated(scene: Scene) -> Iterator[Hint]:
    for mention in scene.pair_mentions:
        if scene.is_body(mention.span.start):
            yield from _hint(mention.first, mention.second, ABBREVIATION, mention.span, 3.0)


def _together(scene: Scene, cues: Sequence[Span]) -> Iterator[Hint]:
    """Places of two sides in one sentence; worth more where it speaks of the programme."""
    strong = {scene.sentence_index(span.start) for span in cues}
    for index, sentence in enumerate(scene.article.sentences):
        if not scene.is_body(sentence.start):
            continue
        named = [m for m in scene.places if sentence.contains(m.span)]
        if index in strong:
            weight = 1.0
        else:
            weight = 0.6 if _WEAK_CUE.search(sentence.of(scene.article.text)) else 0.3
        seen: set[tuple[Place, Place]] = set()
        for i, one in enumerate(named):
            for other in named[i + 1 :]:
                assert one.place is not None and other.place is not None
                if (one.place, other.place) not in seen:
                    seen |= {(one.place, other.place), (other.place, one.place)}
                    span = Span(one.span.start, other.span.end)
                    yield from _hint(one.place, other.place, TOGETHER, span, weight)


def _of_article(scene: Scene) -> Iterator[Hint]:
    """The eastern and the western place that an article without any frame is about."""
    named = Counter(m.place for m in scene.places if m.place is not None)
    east = [place for place in named if is_eastern(place)]
    west = [place for place in named if not is_eastern(place)]
    if not east or not west:
        return
    giver = max(sorted(east), key=lambda place: named[place])
    taker = max(sorted(west), key=lambda place: named[place])
    if named[giver] + named[taker] >= 4:
        last = [m for m in scene.places if m.place in (giver, taker)][-1]
        yield from _hint(giver, taker, ARTICLE, last.span, THRESHOLD)


def _accepted(hints: Sequence[Hint]) -> Iterator[tuple[Pair, list[Hint]]]:
    """The pairs whose hints weigh enough, the heaviest first."""
    by_pair: dict[Pair, list[Hint]] = defaultdict(list)
    for hint in hints:
        by_pair[hint.pair].append(hint)
    weights = {pair: sum(h.weight for h in found) for pair, found in by_pair.items()}
    for pair in sorted(by_pair, key=lambda p: (-weights[p], p)):
        if weights[pair] >= THRESHOLD:
            yield pair, by_pair[pair]
