"""Cooperation domains: in which fields a pair works together, and whether it does or plans to.

A domain is read from four constructions: a list that is opened and closed (围绕甲、乙、丙等方面),
a field set in front (在产业协作上，), a verb with a field (深化产业协作) and a field's own term
(消费帮扶); besides, from agreements, events and parks by their names and from deeds
(``deeds.py``). The words are looked up in the concept scheme (``ontology/domains.ttl``); words that
name no concept are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from xiezuo.extract.deeds import RULES as DEED_RULES
from xiezuo.extract.deeds import deeds
from xiezuo.extract.grammar import Rule
from xiezuo.extract.scene import BLOT, Scene
from xiezuo.lexicon import classify, domains_in
from xiezuo.model import Assertion, Cooperation, Pair, Span, Status
from xiezuo.values import quick

_ITEM = "[^。；！？\n，、]{1,24}?"
_FIRST = "(?:(?!围绕|聚焦|聚力|突出|涵盖|在|从|将)[^。；！？\n，、]){1,24}?"
_OPEN = (
    "(?:围绕|聚焦|聚力|谋划|紧扣|立足|着眼|着力在|重点在|涵盖|涉及|覆盖|包括|突出|抓好|强化|拓展|深化|加强|推动|推进"
    "|开展|加快|促进|建成了?|实施|发展|用于|投向|[事上点面]：)"
)
_CLOSE = (
    "(?:等)?(?:多个|各个|重点|诸多|各)?(?:领域|方面|环节|行业|层面|工作|协作|合作|帮扶|交流|对接|事宜|内容"
    "|产业|项目|活动|篇文章|新?赛道|[一二三四五六七八九十两]+[个大项件张篇条])"
)
_FIELD = "(?:协作|合作|帮扶|扶贫|援建|对接|共建|互送|互访|援[疆藏青宁黔川滇甘蒙陕桂])"
_ACT = (
    "(?:深化|加强|推进|推动|开展|促进|强化|拓展|助力|聚焦|围绕|突出|加快|抓好|做好|实施|提供|安排|投入|引进"
    "|选派|派出|引育|促成|助推|赋能|完成|帮助|支持|建设|打造|共建|发展|援助|捐赠|培育|扩大|巩固|建立|健全|完善)"
)

CLOSED = Rule(
    "domain.closed",
    f"(?:^|[在从就于将的，：了]|{_OPEN})(?P<items>{_FIRST}(?:(?:、|和|与|及|以及){_ITEM})+?)"
    "(?=(?:等)?(?:多个|各个|重点|诸多|各)?(?:领域|方面|环节|新?赛道)(?!、|的?优势)"
    "|等?(?:[0-9一二三四五六七八九十]+(?:个|大|张|项|篇|件|条))|等?项目[0-9]|作为[^，。、]{{0,8}}?(?:重点|抓手|突破口|内容|渠道)|上(?:实现|取得|下功夫|持续|再|做文章|加|发力|用力|同向))",
    0.9,
    examples=("江宁区与陕西省洛南县开展东西部协作，在产业、教育和医疗等方面成效显著。",),
    counterexamples=("江宁区与陕西省洛南县开展东西部协作，县长、局长和干部参加。",),
)
LIST = Rule(
    "domain.list",
    f"{_OPEN}(?P<items>{_FIRST}(?:、{_ITEM})+?)(?={_CLOSE}(?!、)|[，。；])",
    0.8,
    examples=("江宁区与陕西省洛南县开展东西部协作，深化产业、教育、医疗合作。",),
    counterexamples=("江宁区与陕西省洛南县开展东西部协作。公园建有凉亭、步道、花坛。",),
)
HEAD = Rule(
    "domain.head",
    "(?:(?:在|从)|^(?:[0-9一二三四五六七八九十]{1,2}(?:[.、．]|是))?)"
    "(?P<items>[^。；！？\n，、]{2,12}?)(?:方面|上|领域)，",
    0.85,
    examples=("江宁区与陕西省洛南县开展东西部协作。在产业协作方面，双方共建园区。",),
)
BULLET = Rule(
    "domain.bullet",
    "^(?:[0-9一二三四五六七八九十]{1,2}[.、．]|[—–\\-·•*]{1,3}) ?"
    "(?P<items>[一-鿿]{2,8}?)(?:方面|工作)?[：:。]",
    0.85,
    examples=("江宁区与陕西省洛南县开展东西部协作。\n——产业：共建园区3个。",),
)
TERM = Rule(
    "domain.term",
    f"(?P<items>){_FIELD}",
    0.8,
    examples=("江宁区与陕西省洛南县开展东西部协作，深化消费帮扶。",),
    counterexamples=("江宁区与陕西省洛南县开展东西部协作，区教育局局长参加。",),
)
AGREED = Rule(
    "domain.agreed",
    "{work}",
    0.8,
    examples=("江宁区与陕西省洛南县签署《东西部协作消费帮扶协议》。",),
    counterexamples=("江宁区与陕西省洛南县开展东西部协作，学习《乡村振兴促进法》。",),
)
EVENT = Rule(
    "domain.event",
    "{place}",
    0.7,
    examples=("江宁区与陕西省洛南县深化东西部协作。两地共同举办了文化旅游推介会。",),
)
FOUNDED = Rule(
    "domain.founded",
    "{org}",
    0.8,
    examples=("江宁区与陕西省洛南县开展东西部协作，共建江洛协作产业园。",),
    counterexamples=("江宁区与陕西省洛南县开展东西部协作，县长是江洛协作产业园的主任。",),
)
RULES = (CLOSED, LIST, HEAD, BULLET, TERM, AGREED, EVENT, FOUNDED, *DEED_RULES)

_COOPERATIVE = re.compile(
    "协作|合作|帮扶|支援|对接|援[疆藏青宁黔川滇甘蒙陕桂]|工作队|指挥部|恳请|两[地省市县区州]|双方|携手|结对|共建|共同|互[派访补]|感谢|支持|助力|签约|签署|签订"
)
_RESULT = re.compile("[0-9]|^[0-9一二三四五六七八九十—–·•*-]")
"""What a report of results looks like, in whose sentences the sides need not be named."""

_SEEN = re.compile("参观|实地(?:考察|察看|了解|查看)|详细(?:了解|询问)|听取|观摩|走访了|来到")
_OWN = re.compile(
    "(?:区位|资源|生态|交通|气候)优势|资源(?:丰富|富集)|盛产|素有|被誉为|位于|地处|要学习|学习借鉴|全国首批|获评|正(?:深入|全力|加快|按照|处于)"
)
_SLOGAN = re.compile("所需.{0,6}所能|所能.{0,6}所需|输血|山海情")
_FUTURE = re.compile(
    "将(?!近)|(?<!主|重|需)要(?!求)|希望|期望|愿|力争|下一步|下步|未来|接下来|今后|拟|期待|争取|建议|进一步|继续|至少|不少于|不低于"
)
_DONE = re.compile(
    "已经?(?![久有])|累计|近年来|多年来|年来|以来|先后|截至|办成|建成|完成了|开展了|作出了|做出了"
)
_FRUIT = re.compile("取得|落地|实现了|完成|(?:成效|成果)(?:显著|明显|丰硕)")
"""Signs that something is done, unless it is wished for: 希望两地取得实效."""
_EITHER = re.compile(f"{_DONE.pattern}|{_FRUIT.pattern}")
_CALLS = re.compile(
    "深化|加强|推进|推动|促进|拓展|扩大|加大|强化|抓好|做好|围绕|聚焦|着力|持续|不断"
)
_AGREES = re.compile(
    "签署|签订|签定|商定|商讨|共商|探讨|就[^，。]{2,40}(?:交流|座谈|磋商|沟通|对接)"
)
_SPLIT = re.compile("[、，]|以及|和(?![谐平美睦])|(?<![参给])与(?!会)|(?<![普涉])及(?!时)")


@quick
@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    phrase: str
    domains: tuple[str, ...]
    rule: Rule


def domains(scene: Scene) -> Iterator[Assertion]:
    """Yield each domain of each pair, once for each phrase and status."""
    seen: set[tuple[Pair, str, str, Status]] = set()
    text = scene.masked
    cooperative = False
    paragraph = -1
    for sentence in scene.article.sentences:
        if not scene.is_body(sentence.start):
            continue
        words = sentence.of(text)
        if scene.paragraph(sentence.start) != paragraph:
            cooperative, paragraph = False, scene.paragraph(sentence.start)
        cooperative = cooperative or bool(_COOPERATIVE.search(words))
        if not (cooperative or _RESULT.search(words)) or _SEEN.search(words) or _OWN.search(words):
            continue
        for found in (
            *_read(sentence, words, sentence.of(scene.article.text)),
            *_agreed(scene, sentence),
            *_promoted(sentence, words),
            *_founded(scene, sentence, words),
        ):
            status = _status(words, found.span.end - sentence.start)
            if found.rule == AGREED:
                status = Status.PLANNED
            for pair in scene.pairs_at(found.span.start):
                for domain in found.domains:
                    key = (pair, domain, found.phrase, status)
                    if key not in seen:
                        seen.add(key)
                        yield scene.state(
                            Cooperation(pair, domain, found.phrase, status),
                            found.rule,
                            found.span,
                        )


_LISTS = {
    CLOSED: re.compile("领域|方面|环节|赛道|作为|、[^。]*(?:[个大张项篇件条目]|上)"),
    LIST: re.compile("、"),
    HEAD: re.compile("(?:方面|上|领域)，"),
    BULLET: re.compile("^[0-9一二三四五六七八九十—–\\-·•*]"),
}
"""The rules that read lists, and what a sentence must hold to be worth their search."""


def _read(sentence: Span, words: str, written: str) -> Iterator[_Found]:
    """The domain phrases of a sentence; a phrase inside a list is not read again as a term.

    ``words`` is the sentence with its names blotted out, ``written`` is it as it stands.
    """
    taken: list[Span] = []
    for rule, needed in _LISTS.items():
        if not needed.search(words):
            continue
        for match in rule.regex.finditer(words):
            for start, end in _items(match.start("items"), match.end("items"), words):
                begin = end - len(_SHARED.sub("", words[start:end]))
                item = written[begin:end]
                span = Span(sentence.start + begin, sentence.start + end)
                meant = tuple(name for name in classify(item) if name != "other")
                unclear = BLOT in words[begin:end] or _VAGUE.search(item)
                if meant and not unclear and not any(span.overlaps(t) for t in taken):
                    taken.append(span)
                    yield _Found(span, item, meant, rule)
    for deed in deeds(words):
        span = Span(sentence.start + deed.start, sentence.start + deed.end)
        if not any(span.overlaps(t) for t in taken):
            taken.append(span)
            yield _Found(span, written[deed.start : deed.end], (deed.domain,), deed.rule)
    follower = -1
    for found, meant in reversed(domains_in(words)):
        span = Span(sentence.start + found.start, sentence.start + found.end)
        named = _named(words, found, meant, found.end == follower)
        if named and not any(span.overlaps(t) for t in taken):
            follower = found.start
            taken.append(span)
            yield _Found(span, found.of(words), named, TERM)


_ENDS_IN_FIELD = re.compile(f"(?:{_FIELD}|交流|对接|培训|就业|资金|资金支持|支教|支医|支农)$")
_FIELD_FOLLOWS = re.compile(f"(?:{_FIELD}|交流)")
_ACT_FIRST = re.compile(_ACT)
_ACT_BEFORE = re.compile(f"{_ACT}[^，。；、：]{{0,6}}$")
_MATERIAL = frozenset(
    ("agriculture", "consumption", "ecommerce", "energy", "investment", "labour", "park", "tcm")
)
"""Fields whose words name things that are grown, sold or built, not qualities (文化, 技术)."""

_THING = 3
"""From how many characters a word of such a field names it by itself."""

_STAFF = re.compile("(?:干部|人才|人员|教师|医生|支援|挂职|组织)$")
"""Who is sent, which is a secondment rather than a field."""

_SPECIFIC = 4
"""From how many characters a word names a field by itself in a report of results."""

_COUNTED = re.compile(
    "(?:投入|援|帮扶|协作|共建|互派|选派|引进|捐|结对|累计)[^。]*\\d|\\d[^。]*(?:投入|援|帮扶|协作|共建|互派|选派|引进|捐|结对)"
)
_MECHANISM = re.compile("机制|制度|互访")
_SHARED = re.compile(
    "^(?:双方|两[地省市县区]|我们)?(?:主要|通过|还|重点|持续|进一步|不断)*(?:就(?![业近地医])|开展|在(?!线)|涉及|涵盖|包括|覆盖|围绕|聚焦|推进|推动|深化|加强|拓展|扩大|促进|强化|实施|做好|抓好|建成|援建)?(?:了)?"
)
_VAGUE = re.compile(
    "成果|硕果|[结作]出|互补|结构|禀赋|思路|贡献|[局办委院]$|经验|做法|新路|新篇|优势|力度|任务|生活|态势|格局|水平|能力|氛围|感谢|表示|欢迎|\\d|^[是对与和向由]|^创新$"
)
_BROAD = frozenset(("人才", "资金", "技术", "创新", "投资", "挂职", "干部", "教育", "医疗", "旅游"))
"""Words that name a field only in a list or before 协作 and the like, not after a bare verb."""


def _named(words: str, found: Span, meant: tuple[str, ...], fused: bool) -> tuple[str, ...]:
    """The domains that a field's word means where it stands: as a term or after a verb.

    ``fused`` says that a field's word follows without a break (教育医疗帮扶 names two).
    """
    word = found.of(words)
    if _VAGUE.search(word):
        return ()
    material = len(word) >= _THING and set(meant) <= _MATERIAL
    if not (
        material
        or fused
        or _ENDS_IN_FIELD.search(word)
        or _FIELD_FOLLOWS.match(words, found.end)
        or (_ACT_FIRST.match(word) and not _ACT_FIRST.fullmatch(word))
        or (word not in _BROAD and _ACT_BEFORE.search(words[: found.start]))
        or (
            len(word) >= _SPECIFIC
            and word not in _BROAD
            and not _STAFF.search(word)
            and _COUNTED.search(words)
        )
    ):
        return ()
    return tuple(
        name
        for name in meant
        if name != "other" and (name != "governance" or _MECHANISM.search(word))
    )


_AGREEMENT = re.compile("(?:协议书?|备忘录|规划|计划|方案|意向书)(?:（[^）]*）)?$")


def _agreed(scene: Scene, sentence: Span) -> Iterator[_Found]:
    """The fields that the titles of agreements name; what is agreed is planned."""
    for mention in scene.works:
        if sentence.contains(mention.span) and _AGREEMENT.search(mention.title):
            for found, meant in domains_in(mention.title):
                named = tuple(name for name in meant if name not in ("other", "governance"))
                if named:
                    yield _Found(mention.span, found.of(mention.title), named, AGREED)


_PROMOTED = re.compile("推介|展销|展示|招聘|签约")
_PROMOTION = re.compile("[^，。；“”]{2,30}?(?:推介会|推介活动|展销会|展示会|招聘会|签约仪式)")


def _promoted(sentence: Span, words: str) -> Iterator[_Found]:
    """The fields in the name of an event that brings business together: 旅游招商推介会."""
    if not _PROMOTED.search(words):
        return
    for event in _PROMOTION.finditer(words):
        for found, meant in domains_in(event[0]):
            word = found.of(event[0])
            named = tuple(name for name in meant if name not in ("other", "governance"))
            if named and word not in _BROAD - {"旅游"}:
                start = sentence.start + event.start() + found.start
                yield _Found(Span(start, start + len(word)), word, named, EVENT)


_FOUNDS = re.compile(
    "(?:援建|新建|共建|建设|建成|打造|推进|兴建|改建|扩建|共同建)[^，。；：]{0,10}$"
)
_OPENS = re.compile("[^，。；：]{0,12}(?:奠基|开工|竣工|落成|揭牌|启用|投用|占地|入驻|建设)")
_INSTITUTION = {
    "park": re.compile("(?:产业园|工业园|示范园|物流园|科技园|创业园|园区|合作区|飞地)$"),
    "health": re.compile("(?:医院|卫生院|卫生室|医疗中心|卫生服务中心|综合楼|门诊楼|住院楼)$"),
    "education": re.compile("(?:学校|小学|中学|高中|学院|幼儿园|教学楼)$"),
}


def _founded(scene: Scene, sentence: Span, words: str) -> Iterator[_Found]:
    """The fields of the parks, hospitals and schools that are built, by their names."""
    for body in scene.bodies_in(sentence):
        start, end = body.span.start - sentence.start, body.span.end - sentence.start
        if not (_FOUNDS.search(words[:start]) or _OPENS.match(words, end)):
            continue
        for domain, suffix in _INSTITUTION.items():
            if suffix.search(body.name):
                phrase = body.span.of(scene.article.text)
                meant: tuple[str, ...] = (domain,)
                if domain == "park":
                    meant = tuple(dict.fromkeys((domain, *classify(phrase))))
                yield _Found(body.span, phrase, meant, FOUNDED)


def _items(start: int, end: int, words: str) -> Iterator[tuple[int, int]]:
    position = start
    for separator in [*_SPLIT.finditer(words, start, end), None]:
        stop = separator.start() if separator else end
        if stop > position:
            yield position, stop
        if separator:
            position = separator.end()


def _status(words: str, end: int) -> Status:
    """Planned or underway, by the signs of time in the sentence.

    What is agreed or talked over is planned. Otherwise the last sign up to the end of the
    phrase's clause decides, then one further on; a sentence without any sign is a wish where it
    calls for more (深化产业协作), else a report.
    """
    if _agrees(words):
        return Status.PLANNED
    stop = _CLAUSE_END.search(words, end)
    told = stop.start() if stop else len(words)
    future, done = _signs(words)
    last_future = max((at for at in future if at < told), default=-1)
    last_done = max((at for at in done if at < told), default=-1)
    if last_future != last_done:
        return Status.UNDERWAY if last_done > last_future else Status.PLANNED
    if done and not future:
        return Status.UNDERWAY
    return Status.PLANNED if future or _CALLS.search(words) else Status.UNDERWAY


@lru_cache(maxsize=1)  # for all that is found in a sentence, one sentence after the other
def _agrees(words: str) -> bool:
    return _AGREES.search(words) is not None


@lru_cache(maxsize=1)
def _signs(words: str) -> tuple[list[int], list[int]]:
    """Where a sentence has signs of the future, and of what is done."""
    future = [m.start() for m in _FUTURE.finditer(words)]
    return future, [m.start() for m in (_DONE if future else _EITHER).finditer(words)]


_CLAUSE_END = re.compile("[，；。]")
