"""Pairs told by images and by what one side has of the other, not by a word of pairing.

Kin (会泽的“娘家”嘉定), a bridge with two ends, a project of one place's aid in another, those who
came from the one to the other, and the money of the one that arrives in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.extract.aiding import givers_of
from xiezuo.extract.direction import directed, same_level, supports
from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.links import Hint, in_county, is_share, named, places, raised
from xiezuo.extract.scene import Scene
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level, OrganizationMention, Pair, Place, PlaceMention

_PLACE = MARKS[PlaceMention]
_NEAR = f"[^。；！？\n，、{_PLACE}]"
_WIDE = f"[^。；！？\n{_PLACE}]"
_WEIGHT = 2.0
"""What it is worth that a text calls two places kin, or says what the one has of the other."""
_HELP = "帮扶|援助|支援|协作|援建|扶贫"
KIN = Rule(
    "partnership.kin",
    f"{{one:place}}{_NEAR}{{0,6}}?的[“‘]?(?:娘家|亲家|婆家|远亲|亲戚|亲人)[人们]*[”’]?(?:——|[，是—:：])*{{other:place}}"
    f"|{{first:place}}[是与和同]{{second:place}}{_NEAR}{{0,4}}?的?[“‘]?(?:娘家|亲家|结上?亲|一家亲|结缘|结下{_NEAR}{{0,6}}?缘)",
    0.85,
    examples=("会泽县的“娘家”嘉定区又送来农机。东西部协作成果丰硕。",),
    counterexamples=("会泽县的邻居嘉定区又送来农机。东西部协作成果丰硕。",),
    needs=("娘家", "亲", "婆家", "缘"),
)
_END = "(?:连着|连起|系着|牵着|连接着?|联结着?|挑着|担着|是|在)"
BRIDGED = Rule(
    "partnership.bridged",
    f"一[头端边]{_END}{_NEAR}{{0,12}}?{{one:place}}{_NEAR}{{0,12}}?[，、；]另?一[头端边]{_END}{_NEAR}{{0,12}}?{{other:place}}",
    0.85,
    examples=("一头连着嘉定区，一头连着会泽县。东西部协作成果丰硕。",),
    counterexamples=("桥的一头连着嘉定区，会泽县的代表走过。东西部协作成果丰硕。",),
    needs=("一头", "一端", "一边"),
)
CAME = Rule(
    "partnership.came",
    f"{{taker:place}}{_NEAR}{{0,6}}?(?:有了|来了|迎来了?|盼来了?|请来了?){_NEAR}{{0,24}}?(?:，{_NEAR}{{1,10}}?)?来自{{giver:place}}",
    0.8,
    examples=("会泽县迎来新一批挂职干部，他们来自嘉定区。东西部协作成果丰硕。",),
    counterexamples=("会泽县的木耳畅销，买家来自嘉定区。东西部协作成果丰硕。",),
    needs=("来自",),
)
_USED = "借力|借助|依托|抢抓|用好|用足|争取|利用|受益于|得益于|乘着|搭上|借着"
USES = Rule(
    "partnership.uses",
    f"{{taker:place}}(?:{_NEAR}{{0,10}}?，?)?(?:{_USED}){_NEAR}{{0,10}}?{{giver:place}}{_NEAR}{{0,8}}?(?:{_HELP})",
    0.85,
    examples=("会泽县借力嘉定区的帮扶，建起了冷库。东西部协作成果丰硕。",),
    counterexamples=("会泽县借力嘉定区的展会，卖出了木耳。东西部协作成果丰硕。",),
    needs=tuple(_USED.split("|")),
)
ARRIVES = Rule(
    "partnership.arrives",
    f"{{giver:place}}(?:[市区县]级)?的?(?:今年|当年|财政|对口|东西部|无偿)*(?:{_HELP})(?:协作)?(?:资金|项目|物资|款){_NEAR}{{0,16}}?"
    "(?:落地|落户|投向|投入到?|用于|下达到?|到达|运抵|送到|划拨到?){taker:place}",
    0.85,
    examples=("嘉定区帮扶资金2400万元落地会泽县。东西部协作成果丰硕。",),
    counterexamples=("嘉定区投资基金2400万元落地会泽县。东西部协作成果丰硕。",),
    needs=("资金", "项目", "物资", "款"),
)
INVITES = Rule(
    "partnership.invites",
    f"{{taker:place}}(?:积极|主动|先后|还)*把{{giver:place}}(?:先进|优质|成熟|的)*(?:资金|技术|人才|企业|理念|经验|专家|医疗|教育){_WIDE}{{0,14}}?(?:请进来|引进来|带进|引入|引到|留下来)",
    0.8,
    examples=("会泽县把嘉定区的资金、技术、人才请进来。东西部协作成果丰硕。",),
    counterexamples=("会泽县把嘉定区的客人请进来。东西部协作成果丰硕。",),
    needs=("把",),
)
SELLS = Rule(
    "partnership.sells",
    f"{{taker:place}}{_NEAR}{{0,4}}?(?:农特?产品|特产|好物|山货|优品){_NEAR}{{0,6}}?(?:走进|进驻|亮相|进|直供|运往|销往|摆上){{giver:place}}",
    0.75,
    examples=("会泽县农特产品走进嘉定区。东西部协作消费帮扶活动启动。",),
    counterexamples=("会泽县的游客走进嘉定区。东西部协作消费帮扶活动启动。",),
)
AIDED_BY = Rule(
    "partnership.aided-by",
    f"{{giver:place}}援(?P<region>{_PLACE})的?(?:(?:项目|工程|资金)"
    f"|(?:干部|教师|老师|医生|专家|人才|医疗|教育){_NEAR}{{0,12}}?在(?={_PLACE}))",
    0.8,
    examples=("黄南州尖扎县的学校由嘉定区援青资金建成。对口支援成果丰硕。",),
    counterexamples=("嘉定区援青干部考察尖扎县。对口支援成果丰硕。",),
    needs=("援",),
)
ASSUMES = Rule(
    "partnership.assumes",
    f"{{giver:place}}{_NEAR}{{0,6}}?(?:承担|担负|肩负){_NEAR}{{0,4}}?[“‘]?(?:携手奔小康|对口|结对|帮扶|协作|支援){_NEAR}{{0,10}}?(?:任务|责任|重任)",
    0.8,
    examples=("上海市与会泽县协作三年，嘉定区承担“携手奔小康”任务。扶贫协作成果丰硕。",),
    counterexamples=("上海市与会泽县协作三年，嘉定区承担会务工作。扶贫协作成果丰硕。",),
    needs=("任务", "责任", "重任"),
)
PARTED = Rule(
    "partnership.parted",
    f"{{one:places}}{_WIDE}{{0,6}}?分别(?!召开|举行|举办|投入|安排){_WIDE}{{0,6}}?{{other:places}}{_NEAR}{{0,10}}",
    0.9,
    examples=(
        "桐庐县、淳安县分别牵手青川县、剑阁县。东西部协作成果丰硕。",
        "玉树州、果洛州分别由北京、上海对口支援。援青成果丰硕。",
    ),
    counterexamples=("桐庐县、淳安县分别召开会议，部署对青川县、剑阁县的结对帮扶。",),
    needs=("分别",),
)
_JOINED = re.compile(f"结对|对口|结成|牵手|携手|援|{_HELP}")
"""What two lists are told to do, behind the first of them."""
_SIDE = f"{_PLACE}(?:[和及]{_PLACE})*"
_WITH = "(?:[与同]|—+)"
GROUPED = Rule(
    "partnership.grouped",
    f"(?P<run>{_SIDE}{_WITH}{_SIDE}(?:[、，；]{_SIDE}{_WITH}{_SIDE})+){_NEAR}{{0,8}}?(?:结对|对口|{_HELP})",
    0.9,
    examples=("桐庐县与青川县、淳安县和建德市与剑阁县的结对也在走实。东西部协作成果丰硕。",),
    counterexamples=("桐庐县与青川县、淳安县和建德市与剑阁县的客人见面。东西部协作成果丰硕。",),
)
TASKED = Rule(
    "partnership.tasked",
    "{takers:places}的?(?:援派|援{place}|对口支援|对口帮扶|帮扶|支援)(?:工作)?任务由{givers:places}",
    0.9,
    examples=("托克逊县的援派任务由湘潭市、衡阳市承担。对口支援成果丰硕。",),
    counterexamples=("托克逊县的采访任务由湘潭市、衡阳市承担。对口支援成果丰硕。",),
    needs=("任务",),
)
WHOM = Rule(
    "partnership.whom",
    "{giver:place}(?:干部|人才)?(?:对口|结对)?(?:支援|帮扶|援助)的(?:是|为){taker:places}"
    "|{givers:places}(?:组团|联合|共同|携手)?帮{takers:places}(?=[，。；])"
    f"|{{giver2:place}}(?:选派|派出|援派|派驻)(?:到|至|往|赴){{taker2:place}}的{_NEAR}{{0,8}}?(?:干部|人才|教师|医生|专家)",
    0.85,
    examples=("从2001年起，漳州市干部支援的是林芝市朗县。对口支援成果丰硕。",),
    counterexamples=("漳州市参观的是林芝市朗县。对口支援成果丰硕。",),
    needs=("的", "帮"),
)
BUILT = Rule(
    "partnership.gave",
    "{giver:place}(?:出资|投资|捐资|全额|无偿)*(?:援建|捐建)的{site:party}",
    0.85,
    examples=("嘉定区出资援建的会泽县中学启用。东西部协作成果丰硕。",),
    counterexamples=("嘉定区新建的会泽县展馆启用。东西部协作成果丰硕。",),
    needs=("建的",),
)
MORE = Rule(
    "partnership.more",
    f"(?:多了|添了|新增了?|增加了){{taker:place}}(?:这[一门个家]*)?{_NEAR}{{0,4}}?[“‘]?(?:亲戚|亲家|结对|帮扶|协作|受援)",
    0.85,
    examples=("静海区的东西部协作调整后，区里又多了清水县这门“亲戚”。",),
    counterexamples=("静海区的东西部协作调整后，又多了清水县的游客。",),
    needs=("了", "新增"),
)
RULES = (
    KIN,
    BRIDGED,
    CAME,
    USES,
    ARRIVES,
    INVITES,
    SELLS,
    AIDED_BY,
    ASSUMES,
    PARTED,
    GROUPED,
    TASKED,
    WHOM,
    BUILT,
    MORE,
)
_OUTRIGHT = (PARTED, GROUPED, TASKED, WHOM)
"""Rules that say who helps whom, be they of one level or not."""
_EITHER = (("one", "other"), ("first", "second"))
"""Groups of which the gazetteer says which supports the other."""
_SIDES = (("giver", "taker"), ("giver2", "taker2"), ("givers", "takers"))


def bonds(scene: Scene) -> Iterator[Hint]:
    """The two places that a bond names, or its supporter and the place of its sentence."""
    for match in scene.marked.matches(RULES):
        if not scene.is_body(match.span.start):
            continue
        for pair in _pairs(scene, match):
            if match.rule in _OUTRIGHT or _fits(pair):
                yield Hint(pair, match.rule, match.span, _WEIGHT)


def _pairs(scene: Scene, match: Match) -> Iterator[Pair]:
    if match.rule in (AIDED_BY, ASSUMES):
        return _beside(scene, match)
    if match.rule == MORE:
        takers = places(match, "taker")
        return (Pair(a, b) for b in takers for a in givers_of(scene, match.span, b))
    if match.rule == PARTED:
        return _in_order(match)
    if match.rule == GROUPED:
        return _in_groups(match)
    return _named(match)


def _in_order(match: Match) -> Iterator[Pair]:
    """The pairs of two lists of one length, of which one gives to the other."""
    one, other = places(match, "one"), places(match, "other")
    if not _JOINED.search(match.marked.text, match.found.end("one"), match.found.end()):
        return
    if len(one) != len(other) or len(one) == 1:
        return
    pairs = [directed(a, b) for a, b in zip(one, other, strict=True)]
    ahead = {pair is not None and pair.supporter == a for pair, a in zip(pairs, one, strict=True)}
    if len(ahead) == 1:
        yield from (pair for pair in pairs if pair is not None)


def _in_groups(match: Match) -> Iterator[Pair]:
    """The pairs of 甲与乙、丙和丁与戊, where either side can be several."""
    start = match.found.start("run")
    for item in re.split("[、，；]", match.found["run"]):
        ends = start + len(re.split(_WITH, item)[0]), start + len(item)
        for one in named(match, start, ends[0]):
            for other in named(match, ends[0], ends[1]):
                pair = directed(one, other)
                if pair is not None:
                    yield pair
        start = ends[1] + 1


def _named(match: Match) -> Iterator[Pair]:
    """The pair whose two sides the match names."""
    for one, other in _EITHER:
        for a in places(match, one):
            for b in places(match, other):
                pair = directed(a, b)
                if pair is not None:
                    yield pair
    for giving, taking in _SIDES:
        takers = [*places(match, taking), *(in_county(place) for place in _sites(match))]
        for giver in places(match, giving):
            for taker in takers:
                if supports(giver, taker):
                    yield Pair(giver, taker)


def _sites(match: Match) -> Iterator[Place]:
    """Where the bodies are that a match names as built by another place."""
    for mention in match.mentions("site"):
        if isinstance(mention, PlaceMention | OrganizationMention) and mention.place is not None:
            yield mention.place


def _beside(scene: Scene, match: Match) -> Iterator[Pair]:
    """The supporter with the only other place of the sentence that it can support.

    Provinces are left to other rules: whom they support in Tibet or Xinjiang is a whole region.
    """
    sentence = scene.article.sentence_at(match.span.start)
    named = [in_county(place) for place in scene.places_between(sentence)]
    regions = {region.province for region in places(match, "region")} if match.has("region") else {}
    for giver in places(match, "giver"):
        if giver.level is Level.PROVINCE:
            continue
        takers = {_whole(giver, place) for place in named if place.level is not Level.PROVINCE}
        takers = {p for p in takers if supports(giver, p) and _fits(Pair(giver, p))}
        if regions:
            takers = {place for place in takers if place.province in regions}
        if len(takers) == 1:
            yield Pair(giver, takers.pop())


def _whole(giver: Place, place: Place) -> Place:
    """The prefecture of a county where other reports pair that with the supporter."""
    if place.level is not Level.COUNTY or place.parent is None or _fits(Pair(giver, place)):
        return place
    return place.parent if place.parent in gazetteer().partners(giver) else place


def _fits(pair: Pair) -> bool:
    """Whether the sides are such as work together: of one level, or a city's share."""
    return raised(pair) == pair and (same_level(pair) or is_share(pair))


__all__ = ["RULES", "bonds"]
