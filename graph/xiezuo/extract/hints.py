"""What links two places in an article: the frames that name a pairing, and weaker signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from xiezuo.extract.direction import directed, same_level
from xiezuo.extract.grammar import MARKS, Match, Rule, template
from xiezuo.extract.scene import Scene
from xiezuo.model import Level, Pair, Place, PlaceMention, Span

_CUE = "(?:结对|对口|协作|帮扶|支援|扶贫|联席会|携手奔小康|对子)"
_GAP = "[^。；！？\n]"
_NEAR = "[^。；！？\n，、个]"
_ORGAN = "(?:[省市州区县旗盟]?(?:委|党委)?[、，和]?[省市州区县旗盟]?(?:人民)?(?:政府|党委))?"
_JOIN = "(?:[、·•—–\\-~－ ]|——|--|和|与|同|跟|及|以及|对接|携手|牵手)"
_NOT_A_SIDE = "(?!各|所辖|[0-9一二三四五六七八九十\ue005]|对口(?:协作|帮扶)?(?:城)?市)"
_AID = "(?:对口|结对|定点|倾力|倾情)*(?:帮扶|支援|援建|援助|协作帮扶|协作)"

JOINED = Rule(
    "partnership.joined",
    f"{{places}}{_ORGAN}(?:(?:{{date}}|分别|先后|正式|共同|已|将)*{_JOIN}{{1,3}}{{places}}{_ORGAN})+{_NOT_A_SIDE}(?={_GAP}{{0,40}}?(?:{_CUE}|{{work}}))",
    0.97,
    examples=(
        "江苏省南京市江宁区与陕西省商洛市洛南县召开东西部协作联席会议。",
        "江苏省南京市江宁区·陕西省洛南县东西部协作工作座谈会召开",
    ),
    counterexamples=("江苏省南京市江宁区与陕西省洛南县的企业签订购销合同。东西部协作成效显著。",),
)
CHAIN = Rule(
    "partnership.chain",
    "{one:place}(?:与|和|同|跟|对口|结对|——?|--?){place}(?:[，、；]{place}(?:与|和|同|跟|对口|结对|——?|--?){place})+"
    f"(?={_GAP}{{0,24}}?{_CUE})",
    0.97,
    examples=("辽宁省与江苏省，吉林省与浙江省，黑龙江省与广东省建立对口合作关系。",),
)
TABLE = Rule(
    "partnership.table",
    "(?:^|\n){places} *(?:[|｜—–－:：\t]|--|——| ) *{places}(?= *\\|? *(?:\n|$))",
    0.95,
    examples=("对口支援结对安排\n杭州市 | 阿克苏市\n嘉兴市 | 沙雅县\n",),
)
SUPPORTS = Rule(
    "partnership.supports",
    f"{{giver:places}}{_NOT_A_SIDE}{_NEAR}{{0,8}}?{_AID}(?:了|过)?{{taker:places}}{_NOT_A_SIDE}",
    0.97,
    examples=("浙江省杭州市对口支援新疆维吾尔自治区阿克苏市。",),
    counterexamples=("杭州市帮扶困难职工，新疆阿克苏市的对口支援干部参加活动。",),
)
SUPPORTED = Rule(
    "partnership.supported-by",
    f"{{taker:places}}(?:的)?(?:由|是|系|为){{giver:places}}{_NEAR}{{0,4}}?{_AID}",
    0.97,
    examples=("新疆维吾尔自治区阿克苏市由浙江省杭州市对口支援。",),
)
THANKS = Rule(
    "partnership.thanks",
    f"{{giver:places}}{_GAP}{{0,20}}?(?:对|给予|给|为){{taker:places}}{_GAP}{{0,16}}?"
    "(?:支持|帮助|帮扶|支援|关心|援助|厚爱|巨大变化)",
    0.95,
    examples=("县长周立文对江苏省南京市江宁区长期以来给予陕西省洛南县的东西部协作帮扶表示感谢。",),
)
AIDING = Rule(
    "partnership.aiding",
    f"(?<!援){{giver:places}}{_GAP}{{0,16}}?援{{taker:place}}",
    0.6,
    examples=(
        "湖南省援疆工作推进会召开。湖南省援疆干部看望了新疆吐鲁番市的学生。对口支援工作扎实推进。",
    ),
)
ABBREVIATION = Rule(
    "partnership.abbreviation",
    "{pair}",
    0.97,
    examples=("今年以来，苏陕协作成效显著，江苏省和陕西省互派干部。",),
    counterexamples=("云贵高原上的交通条件改善，东西部协作成效显著。",),
)
TOGETHER = Rule(
    "partnership.together",
    "{place}",
    0.75,
    examples=(
        "江苏省南京市江宁区党政代表团赴陕西省洛南县，就东西部协作工作开展考察。"
        "江宁区向洛南县捐赠帮扶资金。",
    ),
)
ARTICLE = Rule(
    "partnership.article",
    "{place}",
    0.6,
    examples=(
        "江苏省南京市江宁区召开东西部协作工作会议。江宁区有关部门汇报了工作进展。"
        "会议听取了干部在陕西省洛南县工作的情况。洛南县的结对村焕然一新。",
    ),
)
DUTY = Rule(
    "partnership.duty",
    f"(?:(?:对口|结对)(?:支援|帮扶|协作|合作)(?:了|的)?{{taker:places}}"
    f"|在(?:{{org}}和)?{{duty:places}}{_GAP}{{0,16}}?(?:对口|结对)(?:支援|帮扶))",
    0.9,
    examples=("杭州市援疆干部座谈会召开。杭州市委领导说，对口支援新疆阿克苏市以来，成果丰硕。",),
)
FORMER = Rule(
    "partnership.former",
    "{new:place}[^，。；\n]{0,4}?[“‘]?(?:接棒|接替|接力)[”’]?{old:place}",
    0.8,
    examples=(
        "佛山市“接棒”杭州市，结对帮扶黔东南州。广东省佛山市和贵州省黔东南州开展东西部协作。",
    ),
)
RULES = (
    CHAIN,
    JOINED,
    TABLE,
    SUPPORTS,
    SUPPORTED,
    THANKS,
    AIDING,
    DUTY,
    FORMER,
    ABBREVIATION,
    TOGETHER,
    ARTICLE,
)
DECISIVE = (CHAIN, TABLE, SUPPORTS, SUPPORTED, DUTY)
"""Frames that say who supports whom, whatever the levels of the two."""
_FRAMES = {CHAIN: 3.0, JOINED: 3.0, TABLE: 3.0, SUPPORTS: 3.0, SUPPORTED: 3.0, THANKS: 2.0}
_UNEVEN = 0.5
"""What a hint is worth that links two levels (a province and a county) without saying how."""
_AND = re.compile("[^、\ue000（）]")
_ALONE = 2.0
"""What a sentence on the programme is worth that names just two places."""

_WEAK_CUE = re.compile(_CUE)
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
        if pair is None and rule in _FRAMES and one.province != other.province:
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
    for match in scene.marked.matches(tuple(_FRAMES)):
        if match.rule == CHAIN:
            chains.append(match.span)
        elif match.rule == JOINED and any(match.span.overlaps(chain) for chain in chains):
            continue
        if scene.is_body(match.span.start):
            weight = _FRAMES[match.rule]
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
