"""What was done, and the field that it belongs to: 援建学校78所 is education.

Reports of results name deeds rather than fields. Each rule is one kind of deed: a verb and what
it does it to, read in sentences that tell of the cooperation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezuo.extract.grammar import Rule
from xiezuo.extract.reach import Sieve
from xiezuo.model import Span
from xiezuo.values import quick

_NEAR = "[^，。；、：！？\n]"
_BUILD = "(?:援建|新建|改建|扩建|修建|建成|兴建|共建|建设|改造|建起|建了)(?:了)?"
_MARK = "江宁区与陕西省洛南县开展东西部协作。"


@quick
@dataclass(frozen=True, slots=True)
class Deed:
    """A kind of deed: the rule that reads it and the domain that it means."""

    domain: str
    rule: Rule


def _deed(domain: str, pattern: str, example: str, counterexample: str = "") -> Deed:
    examples = (f"{_MARK}{example}",)
    against = (f"{_MARK}{counterexample}",) if counterexample else ()
    return Deed(domain, Rule(f"domain.deed-{domain}", pattern, 0.8, examples, against))


DEEDS = (
    _deed(
        "investment",
        f"(?:引进|招引|引入)[^，。；：！？\n]{{0,16}}?企业|(?:引导|引来|引育|促成|带动){_NEAR}{{0,8}}?企业|(?:落地|落户|签约)(?:企业|项目)"
        f"|企业{_NEAR}{{0,6}}?落户|聘任{_NEAR}{{0,8}}?招商顾问|招商项目|签约{_NEAR}{{0,4}}?项目|项目{_NEAR}{{0,6}}?签约"
        "|[商企](?:入|进|赴)[一-鿿](?![一-鿿]{3})|完成投资|到位投资|实际投资|投资兴业",
        "江宁区引进46家企业到洛南投资兴业。",
        "企业家参加了座谈。",
    ),
    _deed(
        "consumption",
        f"(?:采购|销售|助销|帮销)[^，。；：！？\n]{{0,14}}?(?:农[副特牧畜产]*产?品|特产|产品|好物|金额|额)"
        f"|(?:采购|销售|助销|帮销|消费|销往){_NEAR}{{0,12}}?(?:农|特产|产品|畜|好物|金额|额)|进社区|直销专区"
        "|[货品菜](?:入|进|出|南下|北上)(?!出?口|入|行|一步)[一-鿿]?|产品(?:进入|走进|走向|销往)|销售额",
        "江宁区采购、帮助销售洛南农特产品1.3亿元，推动陕货入苏。",
        "会议听取了生产和销售情况，商品进出口有序。",
    ),
    _deed(
        "education",
        f"{_BUILD}{_NEAR}{{0,8}}?(?:学校|小学|中学|幼儿园|校舍|教学楼|实训楼|高中|学生宿舍)|支教|组团式{_NEAR}{{0,4}}?教育|学校{_NEAR}{{0,2}}?结对|结对{_NEAR}{{0,4}}?学校"
        f"|(?:招收|接收|接纳|输送){_NEAR}{{0,14}}?(?:学生|学员|学子|新生)|学[生子]{_NEAR}{{0,10}}?就读|就读{_NEAR}{{0,8}}?(?:学校|院校|职校|中职)",
        "江宁区援建学校78所，接收洛南学生120名。",
        "县长参观了一所学校。",
    ),
    _deed(
        "health",
        f"{_BUILD}{_NEAR}{{0,10}}?(?:医院|卫生院|卫生室|门诊楼|住院楼|介入中心|诊断中心|诊疗中心|重点专科|医疗设备)|支医|组团式{_NEAR}{{0,4}}?医疗|医疗队|远程(?:会诊|诊断|医疗)"
        f"|医院{_NEAR}{{0,2}}?结对|结对{_NEAR}{{0,4}}?医院|带教{_NEAR}{{0,4}}?医|义诊|巡诊"
        f"|(?:诊治|诊疗|接诊|救治|手术){_NEAR}{{0,10}}?[0-9]{_NEAR}{{0,4}}?(?:人次|例|台)",
        "江宁区援建卫生院45所，专家诊疗患者2100人次。",
        "患者来到医院。",
    ),
    _deed(
        "park",
        f"(?:援建|共建|建成|打造|推进|合作建设){_NEAR}{{0,14}}?(?:产业园|园区|物流园|示范园)",
        "两地共建年产值过亿元的园区3个。",
    ),
    _deed(
        "labour",
        f"(?:帮助|带动|吸纳|解决|实现|转移|输转|安置){_NEAR}{{0,14}}?(?:就业|务工|劳动力|劳务人员)|就业岗位|劳务人员{_NEAR}{{0,8}}?务工",
        "江宁区帮助1126名劳动力实现就业。",
        "大家就帮助企业交换了意见。",
    ),
    _deed(
        "training",
        f"(?:举办|开办|组织|开展){_NEAR}{{0,14}}?培训班?|培训{_NEAR}{{0,10}}?(?:人次|技术人员|技术骨干|学员)|进修|师带徒|跟岗",
        "江宁区举办致富带头人培训班6期。",
    ),
    _deed(
        "finance",
        f"(?:投入|安排|落实|到位|拨付|援助|争取|提供){_NEAR}{{0,14}}?(?:财政{_NEAR}{{0,6}}?资金|资金|财政|专款)",
        "江宁区累计投入财政资金2亿元。",
        "资金管理办法已经印发。",
    ),
    _deed(
        "social",
        f"捐款捐物|捐资捐物|(?:捐赠|捐助|募集){_NEAR}{{0,8}}?(?:衣物|物资|款物|善款|社会|爱心)|社会各界{_NEAR}{{0,4}}?捐|爱心捐"
        f"|社会(?:力量|帮扶)|(?:资助|救助){_NEAR}{{0,6}}?(?:学生|群众|儿童)"
        f"|{_BUILD}{_NEAR}{{0,10}}?(?:敬老院|养老服务站|养老院|福利院)",
        "江宁区援建敬老院3所，社会各界捐款捐物折价800万元。",
    ),
    _deed(
        "infrastructure",
        f"(?:修建|新建|建设|建成|硬化|改造|铺设|安装){_NEAR}{{0,8}}?(?:公路|道路|通村路|桥梁|大桥|饮水|自来水|供水|水厂|水窖|水利|灌渠|路灯|管网|停车场|文化广场|变电站)|(?:打|修){_NEAR}{{0,2}}?(?:井窖|水窖|机井|公路)",
        "江宁区援助资金修建人畜饮水工程12处。",
    ),
    _deed(
        "rural",
        f"{_BUILD}{_NEAR}{{0,14}}?(?:示范村|示范点|新村|安置点|安居房|富民房|定居点)|(?:改造|新建|改建){_NEAR}{{0,6}}?(?:住房|民居|农房|庭院|厕所)|富民房交付|危房改造|改造{_NEAR}{{0,2}}?危[房窑]",
        "江宁区援建乡村振兴示范村12个。",
    ),
    _deed(
        "culture",
        f"(?:组织|举办|开展|参加){_NEAR}{{0,14}}?(?:交往交流交融|夏令营|研学|文化交流|民族团结|文艺演出|文艺巡演|联谊活动|书画展|摄影展|非遗展)",
        "两地组织青少年夏令营6期。",
    ),
    _deed(
        "tourism",
        f"(?:互送|输送|组织|引导|招徕){_NEAR}{{0,8}}?(?:游客|旅行团|旅游团|疗休养|旅行社)|游客{_NEAR}{{0,4}}?互送",
        "江宁区组织疗休养团队到洛南28批，互送游客3万人次。",
        "游客来到洛南。",
    ),
    _deed(
        "governance",
        f"互访{_NEAR}{{0,8}}?[0-9]|(?:实现|开展|进行|完成){_NEAR}{{0,8}}?互访",
        "两地党政主要领导互访8次。",
        "代表团一行来访。",
    ),
    _deed(
        "agriculture",
        "日光温室|温室大棚|蔬菜大棚|种植基地|养殖基地|种养基地|良种",
        "江宁区援建日光温室420座。",
    ),
)
RULES = tuple(deed.rule for deed in DEEDS)

_SIEVE = Sieve([rule.pattern for rule in RULES])
"""Most sentences tell of no deed, and the others of one or two of the kinds."""

_TALENT = Rule(
    "domain.deed-talent",
    f"(?:选派|互派|派出|派驻|选送){_NEAR}{{0,14}}?(?:干部|人才|技术人员|教师|医生)",
    0.7,
    (f"{_MARK}江宁区投入资金2亿元，互派干部12名，引进企业6家。",),
    (f"{_MARK}江宁区选派12名干部到洛南挂职。",),
)
RULES = (*RULES, _TALENT)


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Done:
    """A deed in a sentence, by offsets in it."""

    start: int
    end: int
    domain: str
    rule: Rule


def possible(text: str, sentences: Sequence[Span]) -> Iterator[list[int]]:
    """For each sentence of a text the deeds that it may tell of, by one look at the text."""
    stops = [*(sentence.end for sentence in sentences), len(text)]
    seen = _SIEVE.seen_before(text, stops)
    return map(_SIEVE.worth, seen[:-1])


def deeds(words: str, tried: Sequence[int] | None = None) -> Iterator[Done]:
    """The deeds of a sentence; who was sent counts only beside two other kinds of deed.

    ``tried`` are those that :func:`possible` tells of it, where it is known.
    """
    kinds: set[str] = set()
    for index in _SIEVE.possible(words) if tried is None else tried:
        deed = DEEDS[index]
        for found in deed.rule.regex.finditer(words):
            kinds.add(deed.domain)
            yield Done(*found.span(), deed.domain, deed.rule)
    if len(kinds) > 1:
        for found in _TALENT.regex.finditer(words):
            yield Done(*found.span(), "talent", _TALENT)
