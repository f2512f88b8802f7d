"""Pairs of which a text says one side only, beside the words for what is done.

A team is named after who sends it (泰州市援伊工作组), a helper without whom it helps (甲区对口帮扶
后), an exchange of staff without the word for it: the other side stands in the same sentence, or
was told before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from xiezuo.extract.aiding import givers_of
from xiezuo.extract.direction import directed, is_district, same_level, supports
from xiezuo.extract.grammar import MARKS, Match, Rule, TitleMention
from xiezuo.extract.links import Hint, in_county, is_share, is_special, places, raised
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Level,
    OrganizationMention,
    Pair,
    PersonMention,
    Place,
    PlaceMention,
    Span,
)

_PLACE = MARKS[PlaceMention]
_NEAR = f"(?:[^。；！？\n，、{_PLACE}]|(?<=援){_PLACE})"
_WEIGHT = 2.0
"""What it is worth that a team of one place works in another, or that the two exchange staff."""
_OUTRIGHT = 3.0
"""What it is worth that a text says whom a place supports from a year on."""

_US = re.compile("[与和同对]我")
_LISTED = ("、", "和", "及")
_TEAMS = "工作队|工作组|分指挥部|联络组|援建者|援建队|帮扶队|支教队|医疗队"
TEAM = Rule(
    "partnership.team",
    f"{{team:org}}|{{giver:place}}的?(?:第{_NEAR}{{1,3}}批)?(?:驻{{place}})?(?:对口|结对|东西部)?"
    f"(?:帮扶|支援|协作|援{{place}}|援建)?(?:干部)?"
    f"(?:{_TEAMS})",
    0.85,
    examples=(
        "对口支援工作成果丰硕。昭苏县的良种基地由泰州市工作组投入援疆资金建成。",
        "东西部协作成果丰硕。在阿坝县，瓯海区帮扶工作队建起了民宿。",
    ),
    counterexamples=("东西部协作成果丰硕。瓯海区代表团参观了阿坝县的民宿。",),
)
ROLE = Rule(
    "partnership.role",
    "作为{giver:place}的?(?:对口|结对)(?:支援|帮扶|协作|合作)?的?(?:地区|城市|[市县区州])，"
    "{taker:places}",
    0.9,
    examples=("作为杭州市对口帮扶地区，广元市感谢东西部协作。",),
    counterexamples=("作为杭州市对口帮扶地区的代表，他来到广元市。",),
    needs=("作为",),
)
APPOSED = Rule(
    "partnership.apposed",
    "{one:places}(?:等|全部|均|都|也|这|共|，)*(?:{quantity}|[0-9两三四五六七八九十]{1,3}个?)?(?:作为|[是为系])?"
    "{other:place}的?(?:东西部)?(?:对口|结对|定点|受援)(?:支援|帮扶|协作|合作|扶贫)*的?"
    "(?:{place})?(?:[0-9两三四五六七八九十]{1,3}个?)?(?:地区|城市|省份|[县市区州旗]{1,2})(?:之一|的(?=[0-9\ue005]|企业|产品|特产)|(?![^，、。；）\n]))",
    0.9,
    examples=(
        "东西部协作成果丰硕。记者走访了青川县、旺苍县、苍溪县全部3个杭州市对口帮扶县。",
        "东西部协作成果丰硕。萧山区作为青川县对口协作城市之一，投入8000万元。",
    ),
    counterexamples=("东西部协作成果丰硕。青川县来到萧山区对口帮扶办公室。",),
)
PARTNERED = Rule(
    "partnership.partnered",
    "[先已再还均都将，。别续]后?[与同]{takers:places}(?:分别|先后|正式|都|均|也)*(?:建立|结成|缔结|签订|签署|确立|结为)了?"
    f"[^，。；！？\n{_PLACE}]{{0,8}}?(?:结对|对口|帮扶|协作|支援)",
    0.85,
    examples=("东西部协作成果丰硕。萧山区投入资金2亿元，先后与青川县、旺苍县建立对口帮扶关系。",),
    counterexamples=("东西部协作成果丰硕。萧山区企业先后与青川县签订购销合同。",),
)
SPREAD = Rule(
    "partnership.spread",
    f"(?P<takers>从{{place}}到{{place}}(?:[，、；]?再?从[^，。；！？\n]{{1,6}}到{{place}})*)[^。！？\n{_PLACE}]{{0,60}}?{{giver:place}}"
    f"[^。！？\n]{{0,40}}?(?:对口|援|帮扶|结对)",
    0.85,
    examples=("从新疆到西藏，从陕西到贵州，按照部署，江苏省安排对口支援资金2亿元。",),
    counterexamples=("从新疆到西藏，交通便利。江苏省安排对口支援资金2亿元。",),
)
HELPER = Rule(
    "partnership.helper",
    f"{{giver:party}}(?:政府)?(?:[和、]{_NEAR}{{1,24}})?等?(?:[与和同对]我(?:[省市县区州旗]|们)?)?"
    "(?:对口|结对|定点)(?:帮扶|支援|协作)(?:工作)?(?:后|之后|以后|以来|单位|部门)"
    f"|(?:由|使用|利用|依托|争取|用好){{by:place}}(?:(?:对口|无偿|出资)*(?:援建|援助建设|捐建)的(?={_NEAR}{{2,12}}[，。])"
    "|的?(?:对口|东西部|财政|结对)*(?:帮扶|援助|扶贫协作|协作)资金)",
    0.8,
    examples=(
        "青川县盛产木耳，销路却不好。萧山区对口帮扶后，木耳进了超市。东西部协作成果丰硕。",
        "青川县干部说，积极对接萧山区政府等对口帮扶单位，让木耳进了超市。",
        "记者来到青川县，这个由萧山区援建的扶贫车间，是东西部协作的缩影。",
    ),
    counterexamples=("青川县盛产木耳。萧山区对口帮扶办公室的人说，东西部协作成果丰硕。",),
    needs=("后", "以来", "单位", "部门", "由", "资金"),
)
EXCHANGED = Rule(
    "partnership.exchanged",
    f"{{one:place}}{_NEAR}{{0,12}}?(?:选派|派出|派遣|选送|安排)[^。；！？\n{_PLACE}]{{1,40}}?"
    f"(?:赴|到|前往|去){{other:place}}[^。；！？\n，{_PLACE}]{{0,12}}?"
    "(?:挂职|跟岗|跟班|锻炼|进修|支教|支医|支农|帮扶|义诊|交流)",
    0.8,
    examples=("东西部协作成果丰硕。青川县选派10名教师赴萧山区跟岗学习。",),
    counterexamples=("东西部协作成果丰硕。青川县派出代表到萧山区参加车展。",),
    needs=("选派", "派出", "派遣", "选送", "安排"),
)
DIVIDED = Rule(
    "partnership.divided",
    "{one:places}(?:也|还|均|已)*分别(?:与|和|同){other:places}[^。；！？\n]{0,16}?(?:合作|协作|结对|签约|签订|签署|帮扶)"
    "|{east:places}[^。；！？，\n\ue000]{0,16}?(?:分赴|分别(?:奔?赴|到|前往|来到|走进))[^。；！？，\n\ue000]{0,10}?"
    "{west:places}[^。；！？，\n\ue000]{0,10}?(?:协作|结对|帮扶|支援|对接|挂职|支教|支医)",
    0.9,
    examples=(
        "对口协作启动。淅川县、丹江口市分别同朝阳区、海淀区展开合作。",
        "东西部协作启动。萧山区、西湖区分管领导分别到青川县、旺苍县开展帮扶对接。",
    ),
    counterexamples=(
        "对口协作启动。淅川县、丹江口市同朝阳区、海淀区展开合作。",
        "东西部协作启动。萧山区、西湖区的游客分别到青川县、旺苍县观光。",
    ),
    needs=("分别", "分赴"),
)
_OURS = "(?:我[省市区县州])?"
WITH_HELP = Rule(
    "partnership.with-help",
    f"在{{giver:place}}(?:{_NEAR}{{0,4}}政府)?的?(?:大力|倾情|无私|鼎力|倾力|真情|持续|对口|结对|协作|精准|直接|积极|热心|帮扶|牵头|关心|关怀|全力|长期|[和与、])*的?"
    "(?:帮助|支持|支援|帮扶|援助|援建|协作)之?下",
    0.8,
    examples=("东西部协作成果丰硕。在萧山区的大力帮助下，青川县建起了车间。",),
    counterexamples=("东西部协作成果丰硕。在萧山区的展会上，青川县卖出了木耳。",),
    needs=("下",),
)
SENT_BY = Rule(
    "partnership.sent-by",
    f"(?:来自{{giver:place}}|{{by:place}}{_NEAR}{{0,4}}?(?:选派|派出|派驻|援派)的?{_NEAR}{{0,8}}?)的?{_NEAR}{{0,4}}?"
    "(?:帮扶|支医|支教|支农|援派|协作)(?:工作)?(?:干部|医生|教师|老师|专家|人才|人员|团队|队|组)",
    0.8,
    examples=("东西部协作成果丰硕。来自萧山区的帮扶干部带着青川县的村民种香菇。",),
    counterexamples=("东西部协作成果丰硕。来自萧山区的游客看到青川县的村民种香菇。",),
)
PAYS = Rule(
    "partnership.pays",
    f"{{giver:place}}{_NEAR}{{0,12}}?(?:(?:投入|安排|落实|拨付|筹集|募集|援助)[^。；！？\n{_PLACE}]{{0,20}}?资金"
    f"[^。；！？\n{_PLACE}]{{0,12}}?，?{_NEAR}{{0,4}}?(?:支持|帮助|用于|助力|助推)"
    f"|(?:安排|投入|拨付){_NEAR}{{0,12}}?(?:协作|帮扶|援助|支援)资金{_NEAR}{{1,14}}(?:，{_NEAR}{{1,14}})?，?(?:用于)?支持{_NEAR}{{2,12}}?"
    f"|(?:帮助|支持|助力|助推)){_OURS}{{taker:places}}(?!{_NEAR}{{0,8}}?(?:大学|学院))",
    0.8,
    examples=(
        "东西部协作成果丰硕。萧山区安排帮扶资金2000万元，支持青川县、旺苍县发展产业。",
        "东西部协作成果丰硕。萧山区支持青川县种植木耳。",
    ),
    counterexamples=("东西部协作成果丰硕。萧山区安排资金修路，青川县的代表来参观。",),
    needs=("帮助", "支持", "助力", "助推", "资金"),
)
SPENDS = Rule(
    "partnership.spends",
    f"{{giver:place}}{_NEAR}{{0,12}}?(?P<sum>(?:投入|安排|落实|拨付)[^。；！？\n{_PLACE}]{{0,20}}?资金[^。；！？\n{_PLACE}]{{0,12}}?，?)?"
    "在{taker:places}(?:等地)?(?:累计|共|先后|已)*(?:投入|安排|实施|落实|建设|援建)"
    f"(?(sum)|{_NEAR}{{0,10}}?(?:帮扶|援助|协作|援建|支援)(?:资金|项目))",
    0.85,
    examples=(
        "东西部协作成果丰硕。萧山区在青川县、旺苍县投入帮扶资金8000万元。",
        "东西部协作成果丰硕。萧山区投入资金8000万元，在青川县、旺苍县实施项目32个。",
    ),
    counterexamples=("东西部协作成果丰硕。萧山区在青川县、旺苍县参加展会。",),
    needs=("资金", "项目"),
)
SERVES = Rule(
    "partnership.serves",
    f"{{giver:place}}(?:第{_NEAR}{{1,3}}批)?的?(?:援派|挂职|帮扶|支教|支医|选派|派驻)的?(?:{_NEAR}{{0,4}}?)(?:干部|教师|老师|医生|专家|人才)"
    f"[^。；！？\n，{_PLACE}]{{0,12}}?[在到赴]{{taker:place}}[^。；！？\n，{_PLACE}]{{0,10}}?(?:工作|挂职|支教|支医|任职|义诊|服务)",
    0.8,
    examples=("东西部协作成果丰硕。萧山区的挂职干部小周已在青川县工作两年。",),
    counterexamples=("东西部协作成果丰硕。萧山区的挂职干部小周在青川县参观。",),
)
SHIFTED = Rule(
    "partnership.shifted",
    "(?:帮扶|支援|协作|结对|合作|对口)(?:对象|地区|城市|关系|[市县区州])[^，。；！？\n由]{0,6}?(?:调整|变更|更换|改|转)(?:为|到|至|成)"
    "{takers:places}",
    0.9,
    examples=("1996年，浙江省对口帮扶四川省广元市；2014年，帮扶对象调整为阿坝州和木里县。",),
    counterexamples=("浙江省对口帮扶四川省广元市，帮扶对象调整为脱贫户。",),
    needs=("调整", "变更", "更换", "改", "转"),
)
BUILT_BY = Rule(
    "partnership.built-by",
    f"{{taker:place}}(?:{_NEAR}{{1,8}}的)?{{giver:place}}(?:重点|市级|对口|结对|东西部|扶贫)*(?:援助|援建|帮扶|支援|协作)的?(?:{_NEAR}{{0,8}}?)(?:项目|基地|车间|园|学校|医院|安置)",
    0.85,
    examples=("扶贫协作成果丰硕。记者来到青川县萧山区援建的蔬菜基地。",),
    counterexamples=("扶贫协作成果丰硕。记者来到青川县萧山区企业开办的蔬菜基地。",),
)
ERECTED = Rule(
    "partnership.erected",
    "由(?:{place}的?)?{giver:place}(?:全额|全程|无偿|出资|投资|对口|结对)*(?:援助|援建|援（承）建|捐建|帮扶|支援|资助)(?:建设|修建|兴建|打造|实施)?的{taker:party}"
    f"|{{site:party}}由{{by:place}}{_NEAR}{{0,6}}?(?:援助|援建|捐建|帮扶|支援|资助)",
    0.85,
    examples=(
        "对口帮扶成果丰硕。由萧山区援建的青川县乔庄镇中学开学了。",
        "对口帮扶成果丰硕。青川县人民医院由萧山区对口援助兴建。",
    ),
    counterexamples=("对口帮扶成果丰硕。由萧山区开往青川县的列车开通。",),
    needs=("由",),
)
RECEIVES = Rule(
    "partnership.receives",
    "{taker:place}(?:累计|先后|共计?|已|又|全[省市县区州]|我[省市县区州]|还)*(?:接受|获得?|争取到?|收到|得到|落实|使用|引进)了?{giver:places}"
    "(?:各级|各类|财政|无偿|对口|东西部|扶贫|结对)*(?:援助|帮扶|协作|支援|扶贫|捐赠|捐助|支持|援建)(?:协作)?(?:资金|物资|款|项目)",
    0.85,
    examples=("扶贫协作成果丰硕。四川省累计接受浙江省、广东省财政援助资金41亿元。",),
    counterexamples=("扶贫协作成果丰硕。四川省累计接受浙江省、广东省游客41万人次。",),
    needs=("资金", "物资", "款", "项目"),
)
BACKS = Rule(
    "partnership.backs",
    f"{{giver:place}}(?:[^。；！？\n{_PLACE}]|援{_PLACE}){{0,60}}?(?:全力|大力|倾力|鼎力|倾情|一如既往地?|不遗余力地?|继续)(?:支持|支援|帮助|助力)"
    "{taker:places}[^。；！？\n，、]{0,8}?(?:发展|建设|振兴|脱贫|[，。；])",
    0.85,
    examples=(
        "对口支援成果丰硕。杭州市深化产业援疆、智力援疆工作，全力支持阿克苏市发展。",
        "对口支援成果丰硕。杭州市委、市政府将一如既往地支持广元市和阿坝州发展。",
    ),
    counterexamples=("对口支援成果丰硕。杭州市全力支持企业到阿克苏市发展。",),
    needs=("支持", "支援", "帮助", "助力"),
)
ALONG = Rule(
    "partnership.along",
    f"{{one:place}}{_NEAR}{{2,36}}?，(?:与|和|同|携手|联合|牵手){{other:place}}(?:联合|共同|携手|合作|就|在)?"
    "(?:谋划|共建|合作|开展|签[订署]|建立|结对|打造|搭建|推进|探索|启动|发展)",
    0.8,
    examples=("东西部协作成果丰硕。青川县依托山林优势，与萧山区谋划发展食用菌产业。",),
    counterexamples=("东西部协作成果丰硕。青川县依托山林优势，与萧山区的游客见面。",),
)
POSTED_AS = Rule(
    "partnership.posted-as",
    f"{{giver:place}}(?:援派|选派|派驻|派来|派出|到|赴|在)?的?(?:干部)?、?(?:挂职|挂任)(?:于|在|到)?(?:{MARKS[TitleMention]}的)?{{host:person}}",
    0.85,
    examples=("东西部协作成果丰硕。萧山区挂职青川县委常委、副县长王明远介绍了情况。",),
    counterexamples=("东西部协作成果丰硕。萧山区的青川县委常委、副县长王明远介绍了情况。",),
    needs=("挂职", "挂任"),
)
RULES = (
    ERECTED,
    RECEIVES,
    BACKS,
    ALONG,
    POSTED_AS,
    DIVIDED,
    TEAM,
    ROLE,
    APPOSED,
    PARTNERED,
    SPREAD,
    HELPER,
    EXCHANGED,
    WITH_HELP,
    SENT_BY,
    PAYS,
    SPENDS,
    SERVES,
    SHIFTED,
    BUILT_BY,
)
_BESIDE = (WITH_HELP, SENT_BY)
"""Rules whose other side stands in the same sentence."""


def unsaid(scene: Scene) -> Iterator[Hint]:
    """The pairs of which one side goes without saying."""
    for match in scene.marked.matches(RULES):
        if not scene.is_body(match.span.start) or _is_school(match):
            continue
        if match.rule == DIVIDED:
            one = places(match, "one") or places(match, "east")
            other = places(match, "other") or places(match, "west")
            lists = zip(one, other, strict=True) if len(one) == len(other) > 1 else ()
            found = [pair for a, b in lists if (pair := directed(a, b)) is not None]
        elif match.rule in (EXCHANGED, APPOSED, ALONG):
            pairs = [directed(a, b) for a in places(match, "one") for b in places(match, "other")]
            found = [pair for pair in pairs if pair is not None]
        elif match.rule == SHIFTED:
            found = [
                pair for taker in places(match, "takers") for pair in _last(scene, match, taker)
            ]
        elif match.rule == PARTNERED:
            takers = places(match, "takers")
            found = [Pair(a, b) for b in takers for a in givers_of(scene, match.span, b)]
        elif match.rule == SPREAD:
            named = [m.place for m in match.mentions("takers") if isinstance(m, PlaceMention)]
            sides = [(a, b) for a in places(match, "giver") for b in named if b is not None]
            found = [Pair(a, b) for a, b in sides if supports(a, b)]
        elif match.rule in (ROLE, PAYS, SPENDS, SERVES, BUILT_BY, RECEIVES, BACKS):
            sides = [(a, b) for a in places(match, "giver") for b in places(match, "taker")]
            found = [Pair(a, b) for a, b in sides if supports(a, b)]
        elif match.rule in (ERECTED, POSTED_AS):
            givers = [*places(match, "giver"), *places(match, "by")]
            found = [Pair(a, b) for a in givers for b in _hosts(match) if supports(a, b)]
        else:
            found = list(_helped(scene, match))
        for pair in found:
            if _fits(pair) or is_special(scene, pair) or match.rule in (ROLE, APPOSED, SHIFTED):
                weight = _OUTRIGHT if match.rule == SHIFTED else _WEIGHT
                yield Hint(pair, match.rule, match.span, weight)


def _hosts(match: Match) -> Iterator[Place]:
    """The counties of what is built or of the offices that somebody holds there."""
    for group in ("taker", "site", "host"):
        for mention in match.mentions(group) if match.has(group) else ():
            if isinstance(mention, PersonMention):
                of = (office.of for office in mention.offices)
                yield from dict.fromkeys(place for place in of if isinstance(place, Place))
            elif isinstance(mention, PlaceMention | OrganizationMention) and mention.place:
                yield in_county(mention.place)


def _is_school(match: Match) -> bool:
    """Whether the place before a verb only stands in a name: 南京大学选派教师."""
    first = match.marked.mention(match.found.start("one")) if match.rule == EXCHANGED else None
    return isinstance(first, PlaceMention) and first.form == "inside"


def _fits(pair: Pair) -> bool:
    """Whether the sides are such as work together: of one level, or a city's share.

    Prefectures of Tibet and Xinjiang are the provinces' share.
    """
    return raised(pair) == pair and (same_level(pair) or is_share(pair))


def _helped(scene: Scene, match: Match) -> Iterator[Pair]:
    """Whom a helper helps: the only place of its sentence, else the last before that fits."""
    team = match.text("team")
    if match.marked.text[match.found.start() - 1 : match.found.start()] in _LISTED:
        return  # 甲市、乙市和丙市工作队: each works somewhere else.
    if team and not team.endswith(tuple(_TEAMS.split("|"))):
        return
    for mention in match.mentions("team" if team else "by" if match.has("by") else "giver"):
        giver = mention.place if isinstance(mention, PlaceMention | OrganizationMention) else None
        if giver is None or (giver.level is Level.PROVINCE and "援建者" not in match.found[0]):
            continue
        sentence = scene.article.sentence_at(match.span.start)
        here = _takers(scene, giver, sentence)
        if match.rule in _BESIDE:
            # A district of a municipality helps counties: of 文山州富宁县 the county is meant.
            here = [p for p in here if p.level is not Level.PREFECTURE or not is_district(giver)]
            here = [p for p in here if not any(o != p and o.within(p) for o in here)]
        if len(here) == 1:
            yield Pair(giver, here[0])
        elif not here and match.rule not in _BESIDE:
            before = _takers(scene, giver, Span(0, match.span.start))
            home = scene.home
            if _US.search(match.found[0]) and before:
                us = home if home in before else _mostly(scene, before)
                yield Pair(giver, us)
            elif before:
                yield Pair(giver, before[-1])
            elif home is not None and supports(giver, home):
                yield Pair(giver, home)


def _mostly(scene: Scene, places: Sequence[Place]) -> Place:
    """The one of several places that the article names most."""
    named = Counter(m.place for m in scene.places if m.place is not None)
    return max(places, key=lambda place: named[place])


def _last(scene: Scene, match: Match, taker: Place) -> Iterator[Pair]:
    """A place with the last one named before a match that can support it."""
    for mention in sorted(scene.places, key=lambda m: -m.span.start):
        place = mention.place
        if mention.span.end <= match.span.start and place and supports(place, taker):
            yield Pair(place, taker)
            return


def _takers(scene: Scene, giver: Place, span: Span) -> list[Place]:
    """The places of a stretch that the giver can support, each once, in order."""
    named = (in_county(place) for place in scene.places_between(span))
    return [
        p
        for p in dict.fromkeys(named)
        if supports(giver, p) and (_fits(Pair(giver, p)) or is_special(scene, Pair(giver, p)))
    ]


__all__ = ["RULES", "unsaid"]
