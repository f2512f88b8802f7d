"""The clause that each number of a text stands in: the words from which its measure is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from xiezuo.extract.grammar import MARKS, Marked
from xiezuo.model import OrganizationMention, PairMention, PlaceMention, QuantityMention

QUANTITY = MARKS[QuantityMention]
SIZE = "\ue00e"
"""Stands for a quantity that only tells how big the counted things are: 42家产值超千万元企业."""

NAMES = "".join(MARKS.values())
"""The characters that stand for mentions of every kind."""
PLACE = MARKS[PlaceMention]
BOUNDARY = r"，,。；：！？….\[\]\n"
"""Ends a clause."""

_MARK = re.compile(f"[{NAMES}{SIZE}]")
_SPELLED = (MARKS[PairMention], SIZE)
_ORGANISATION = MARKS[OrganizationMention]
_OPENED = re.compile("(?:开设|开办|开业|设立|新建|建成|建有|打造|援建)(?=..)")
_BUILT = ("援建", "建设", "新建", "修建", "建成")
_BUILT_BY = re.compile(f"{QUANTITY}(?:{'|'.join(_BUILT)}|打造|改造)的")
_END = re.compile(f"[{BOUNDARY}{QUANTITY}、（）()]")
_SIZE_BEFORE = re.compile("(?:产值|投资|规模|营收|收入|销售额|价值)(?:超|过|达)?$|(?<![通经])过$")
_SIZED = re.compile(
    "(?:级的?|的?)(?:工业|农业|龙头|重大|重点)?(?:企业|园区|项目|产业|基地|村|集群)"
)
_SPENT_ON = re.compile("总?投资|结对|占地|规划|[一-龥]{0,6}(?:项目|工程|产业园|基地)")
"""After an organisation that is the thing measured: 某某中学投资3800万元."""

# It begins with characters, by which a scan skips all else.
HELP = "帮扶(?<!消费帮扶)(?![资项车物干人对工产款企协专馆生店柜平活基示])"
"""帮扶 as something done, not as part of 帮扶资金 or 消费帮扶生活馆."""
VERBS = (
    "投入|投资(?![额项总])|出资|安排|落实|拨付|到位(?!资)|争取|捐赠|捐助|捐资|捐款|捐物|募集|筹集|筹措|援助(?!资)|援建|支援|支持|提供|实施"
    "|启动|推进|建设|建成|新建|改建|扩建|修建|改造|打造|共建(?!设)|共享(?=超|近|[优精]质|[精数]品|课程|资源)|创建|建立|设立|成立|引进|引入|引导|招引|引育|培育"
    "|促成|签约(?![额项金资])|签订|签署|签下|达成|落地|选派|派出|派驻|互派|选送|接收|培训(?!名额)|轮训|培养|举办|开展|组织(?<![社党]组织)(?<!会组织)|帮助|协助|带动"
    "|吸纳|转移|输出|输送|实现|解决|完成|采购|购买|认购|认捐|订购|团购|代购|认领|认养|委派|援派|增派|收治|巡诊|招用|录用|试种|繁育|选育|销售|卖出|售出|帮销|惠及|覆盖|受益|结对(?!村)"
    f"|{HELP}|资助|奖助|奖励|救助|开发(?![区商者])|开设|设置|动员"
    "|看望|创造(?![性力])|遴派|组派|选调|孵化|盘活|承接|帮带|腾出|发动|协调|互访|考察|聘任|聘请|配备|购置|发放|慰问|义诊|接诊|诊疗|新增|流转|种植|对接|推荐|招募|服务"
    "|整合|辐射|吸引|派遣|邀请|组建|创办|开办|赠送|送去|带教|带出|带着|引来|引种|推出|挑选|遴选|抽调|输转|招收|招录|救治|筛查|诊治"
    "|撬动|安装|容纳|提出(?!的)|捐出|募来|买来|坐诊|查房|会诊|联结|走访|补贴|捐建|扶持|硬化|铺设|新修|整修|维修|修缮|修筑|完善|开通|投放|推广|建起|招聘|展出|召开|选拔|统筹"
    "|修了|装了|建了|添了|盖了|捐了|拨了|栽了|铺了|架了|挖了|添置|购入|购进|划拨|划转|调拨|赠予|馈赠|捐献|帮建|兴建|承建|迁建|包建|下达|追加|收购|抢救|筛选|复垦|安置|减免|拿出|填补|架设|搭建|注入|联合培养|栽种|栽植|植树|绿化|打(?=[机深水]?井)|授课|听课|评课|成交|展示|开班|设(?=床位)|供(?=[穗港京沪深澳])|供应(?![链商])"
)
"""What is done with the things that an indicator counts."""
LEADS = "(?:入驻|带来|精选|汇集|推动|容纳|铺开|集结|运来|迎来|满载|搭载|乘载|发送|运送|开行)了?"
"""What is done with things just before their number: 推动400家企业投资, 已入驻50家企业."""
VERB = re.compile(f"(?P<verb>{VERBS})")

# Words at the edges of a measure that say nothing of what is counted.
_PROVINCES = "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵黔云滇藏陕甘青宁新疆"
_FRONT = re.compile(
    "^(?:至少|其中|[一-龥]{2}(?:扶贫)?协作(?:共|累计|先后|已)*为|[我他咱]们|这[几些]年|光(?![伏电明彩缆纤])|仅|再次|单独|共计|另(?=安排|有|外)|过去|(?:短短)?[0-9一二三四五六七八九十两]+个?[年月]多?的?时间[里内]|含(?=.{3,})|此外|同时|[他她](?=[引带帮筹争捐])|并且?|还|也|再|又|已经?|将|现有|共有|有|总共|一共|共(?!建(?!设)|[同享育富])|总计|合计|累计|先后|分别|均"
    "|就(?![业读诊医近地])|各[种类]|各(?![界级])|包括|涵盖|继续|进一步|不断|成功|积极|全力|双方|两[地省市县区]|我[省市区县州旗]|全[省市区县州旗]|该[省市区县州村镇乡校院园]|向"
    f"|(?!{VERBS})[一-龥]{{2}}两[地省市县区州](?=..)|为|对(?![口接])|给|从|在(?![{_PROVINCES}][一-龥]|[谈建册校岗])|与|和(?!田)|及|由|把|以(?![购工奖]代)|于|至|到(?!位)|是|的|了|等|按照|通过|利用(?!内资|外资|省外)|每年|全年|当年|该(?=..)|这(?:[批个些](?=..)|(?=物资|项目|资金|款))|又将?(?=..)"
    "|年均|年度|期间|省区市|省市|省区|市州|区县|近[0-9一二三四五六七八九十两几]年|【[一-龥]*】|[、“”●—\\s·|-])+"
)
_BACK = re.compile(
    "(?:(?:的)?同时|不足|至少[能可]?|最多|预计|大约|累计实现|(?<=[入值益量额收])(?:可|能|也)|以及|人民币|共[计有]?|总[计共]|合计|累计|达到?|为|(?<![签合节预制])约|(?<!彩)超|近|到|了|的|有|是|分别|各|和|(?<![惠涉普])及|(?<!参)与|等|已|(?<![县户人年月])均|在|至|(?<![超通经])过"
    "|由|从|每年|就|有望|将|拟|集中|陆续|相继|纷纷|[0-9一二三四五六七八九十]+大?类|[“、\\s（(|:—])+$"
)
_BODY = re.compile(
    "^.{0,14}(?:集团|公司|[一-龥]{2}局|扶贫办|管委会|工作队|工作组|联络组|指挥部|组团(?!式)|博物馆|代表团|会上|仪式上|活动[上中](?!心))(?=..)"
)
_ASIDE = re.compile("(?<!新)[（(][^（）()]*[）)]|^[^（(]*[）)]|[（(][^（()）]*$")
_BRACKETS = re.compile("[（）()]")
_QUOTES = dict.fromkeys(map(ord, "“”‘’"))
_ANY_NAME = re.compile(f"[{NAMES}]")
_CAME = re.compile("落[户地]|入驻|投产|投用")
"""带着3亿元投资落户，391家门店…: a clause of its own."""
_RANK = re.compile("第.{1,3}[批届期轮]")
_NAME = re.compile(
    f"(?:来自|[向对为给从在与和由赴来往]|(?<![得拿领收])到)?[{PLACE}]+(?:[、和与及]?[{PLACE}])*(?:等地|籍)?的?"
)
_BRACKETED = re.compile("（[^（）]*）")
_BELOW = 40
"""How far behind a number of people their task is looked for."""
_SHORTEST = 2
_LONGEST = 3
"""Short names of places have so many characters."""
_SENTENCE_END = re.compile("[。！？\n]")
_NAMED, _AFTER = 60, 24
"""How many characters before and behind it are kept with their names."""


@dataclass(slots=True)  # a frozen one takes three times as long to make
class Clause:
    """A quantity with the marked words before and behind it.

    ``verb`` is what the clause begins with doing, for the later items of a list; ``above`` is the
    clause before it, where that has no number, ``below`` what follows in the sentence, ``gap``
    what stands between the quantity and the one before it in the clause. ``title`` is what the
    sentence announced before a colon. ``named`` and ``after`` are the words before and behind it
    with their names, ``owner`` is the place right before it. ``digits`` tells 4项 from 四项,
    ``goes_on`` whether the words behind the quantity lead to another one.
    """

    quantity: QuantityMention
    left: str
    right: str
    verb: str
    above: str
    title: str
    gap: str
    below: str
    named: str
    after: str
    digits: bool
    goes_on: bool
    owner: str

    @property
    def text(self) -> str:
        """The clause with its quantity as a mark."""
        return f"{self.left}{QUANTITY}{self.right}"


def clauses(marked: Marked) -> Iterator[Clause]:
    """The quantities of a text that stand for themselves, each with its clause."""
    text = _with_sizes(marked)
    start = 0
    verb = above = title = outer = ""
    previous: int | None = None
    for found in re.finditer(f"[{BOUNDARY}{QUANTITY}]", text):
        index = found.start()
        if text[index] != QUANTITY:
            if start < index or text[index] not in "，":
                above = text[start:index] if previous is None and text[index] in "，：" else ""
            if text[index] != "，":
                title = above if text[index] == "：" else ""
            # 帮扶了14个移民项目，27个农业项目: the verb is said of both.
            # Not 到位资金34亿元，776个项目: there the first number ends its clause.
            listed = (
                previous is not None
                and previous + 1 < index
                and text[index : index + 2] == f"，{QUANTITY}"
                and not _CAME.search(text, previous, index)
            )
            start, previous, verb = index + 1, None, verb if listed else ""
            continue
        if previous is None:
            opening = VERB.search(text, start, index)
            verb = opening[0] if opening else verb if start == index else ""
        else:
            between = text[previous + 1 : index]
            bracket = _BRACKETED.sub("", between)
            if "（" in bracket:
                # 提供岗位3600个（其中某地企业30家: what was done is not said of the parts.
                outer, verb = verb, ""
            elif "）" in bracket:
                verb = outer
            # 8家医院签署2个项目、6个协议: what was done last is said of the next items.
            acts = VERB.search(between)
            verb = acts[0] if acts else verb
            # The next item of a list begins behind the last pause: 园区4个、车间6个.
            pauses = "、和及与（" if "（" in bracket else "、和及与"
            if between.endswith("、") and _sums(marked, index):
                # 选派四批专家团队、共计87人次 is no new item.
                between = between[:-1]
            start = max(between.rfind(pause) for pause in pauses) + 1 + previous + 1
        gap = "\n" if previous is None else text[previous + 1 : index]
        yield _clause(marked, text, (start, index), (verb, above, title, gap))
        previous = index


def _sums(marked: Marked, index: int) -> bool:
    """Whether a quantity is the sum of what was named before it: 共计87人次."""
    return marked.article.text.startswith("共", marked.mention(index).span.start)


def _clause(
    marked: Marked, text: str, at: tuple[int, int], told: tuple[str, str, str, str]
) -> Clause:
    """The quantity at the end of a stretch with its clause: the words around it.

    ``told`` is what the text before says of it: the verb, the words and the title above, the gap.
    """
    start, index = at
    verb, above, title, gap = told
    mention = marked.mention(index)
    assert isinstance(mention, QuantityMention)
    article = marked.article.text
    written = mention.span.of(article)
    end = _END.search(text, index + 1)
    stop = end.start() if end else len(text)
    return Clause(
        quantity=mention,
        left=_words(marked, text, start, index),
        right=_words(marked, text, index + 1, stop),
        verb=verb,
        above=above,
        title=title,
        gap=gap,
        below=_words(marked, text, index + 1, _stop(text, index + 1)),
        named=article[max(mention.span.start - _NAMED, 0) : mention.span.start],
        after=article[mention.span.end : mention.span.end + _AFTER],
        digits=any(c.isdigit() and c.isascii() for c in written),
        goes_on=text[stop : stop + 1] == QUANTITY,
        owner=_owner(marked, index),
    )


def _owner(marked: Marked, index: int) -> str:
    """The short name of the place right before a quantity: 杭州 of 杭州市85个村."""
    if index == 0 or marked.text[index - 1] != PLACE:
        return ""
    mention = marked.mention(index - 1)
    name = mention.span.of(marked.article.text)
    if name[0] in "我本":
        return ""
    short = name.removesuffix("新区") if name.endswith("新区") else name
    short = name[:-1] if short == name and len(name) > _SHORTEST else short
    return short if len(short) <= _LONGEST else ""


def _stop(text: str, start: int) -> int:
    """Where what is looked at behind a quantity ends: with its sentence."""
    stop = _SENTENCE_END.search(text, start, start + _BELOW)
    return stop.start() if stop else min(start + _BELOW, len(text))


def _with_sizes(marked: Marked) -> str:
    """The marked text, with quantities that only tell a size marked apart."""
    pieces = list(marked.text)
    for found in re.finditer(QUANTITY, marked.text):
        index = found.start()
        mention = marked.mention(index)
        assert isinstance(mention, QuantityMention)
        if mention.unit != "元" or not _SIZED.match(marked.text, index + 1):
            continue
        before = _SIZE_BEFORE.search(marked.text, max(0, index - 8), index)
        if (
            before
            or marked.text[index + 1] == "级"
            or "以上" in mention.qualifier
            or mention.qualifier == "超"
        ):
            pieces[index] = SIZE
    return "".join(pieces)


def _words(marked: Marked, text: str, start: int, end: int) -> str:
    """A stretch of marked text with pair abbreviations and sizes in words, other names as marks."""

    def word(found: re.Match[str]) -> str:
        index = start + found.start()
        if not _is_word(marked, text, index):
            return found[0]
        name = marked.mention(index).span.of(marked.article.text)
        # 在南京开设专卖店15家 is read as the name of a shop.
        opened = _OPENED.search(name, 2)
        return name[opened.start() :] if opened else name

    return _MARK.sub(word, text[start:end])


def _is_word(marked: Marked, text: str, index: int) -> bool:
    """Whether a mark stands for words of the measure: 津甘, 援宁, sizes, 现代农业基地2个."""
    if text[index] in _SPELLED:
        return True
    if text[index] == PLACE:
        mention = marked.mention(index)
        return isinstance(mention, PlaceMention) and mention.form == "abbreviation"
    if text[index] != _ORGANISATION:
        return False
    if text.startswith((QUANTITY, f"”{QUANTITY}"), index + 1) or _SPENT_ON.match(text, index + 1):
        return True
    led = text[index - 2 : index]
    if led.endswith(QUANTITY):
        return text[index + 1 : index + 2] != "等"
    counted = led in _BUILT or led == f"{QUANTITY}的" or _BUILT_BY.search(text, index - 4, index)
    return bool(counted) and text[index + 1 : index + 2] not in "等、"


@lru_cache(maxsize=64)  # of a clause it is asked by one reader after the other
def plain(words: str) -> str:
    """Marked words without names and without what says nothing at their edges."""
    words = words.translate(_QUOTES)
    if _BRACKETS.search(words):
        words = _ASIDE.sub("", words)
    words = _NAME.sub("", words)
    if "第" in words:
        words = _RANK.sub("", words)
    words = _ANY_NAME.sub("", words)
    words = words.replace("辖区内", "").replace("累计价值", "价值").replace("计价值", "价值")
    return _BODY.sub("", _BACK.sub("", _FRONT.sub("", words)))
