"""What a number counts: the words for it, from the clause that the number stands in.

Chinese puts the counted thing before its number (安排财政资金2800万元) or behind it (投入2800万元
财政资金). The words around the number, without names, times and fillers, are its measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xiezuo.extract.grammar import MARKS, Marked
from xiezuo.model import OrganizationMention, PairMention, PlaceMention, QuantityMention

QUANTITY = MARKS[QuantityMention]
SIZE = "\ue00e"
"""Stands for a quantity that only tells how big the counted things are: 42家产值超千万元企业."""

_MARKS = "".join(MARKS.values())
_SPELLED = (MARKS[PairMention], SIZE)
_BUILT = ("援建", "建设", "新建", "修建", "建成")
_PLACE = MARKS[PlaceMention]
_ORGANISATION = MARKS[OrganizationMention]
_BOUNDARY = r"，。；：！？….\[\]\n"
_END = re.compile(f"[{_BOUNDARY}{QUANTITY}、（）()]")
_SIZE_BEFORE = re.compile("(?:产值|投资|规模|营收|收入|销售额|价值)(?:超|过|达)?$")
_SIZED = re.compile("的?(?:工业|农业|龙头|重大|重点)?(?:企业|园区|项目|产业|基地|村|集群)")

VERBS = (
    "投入|投资(?![额项总])|安排|落实|拨付|到位(?!资)|争取|捐赠|捐助|捐资|捐款|捐物|募集|筹集|筹措|援助(?!资)|援建|支援|支持|提供|实施"
    "|启动|推进|建设|建成|新建|改建|扩建|修建|改造|打造|共建(?!设)|创建|建立|设立|成立|引进|引入|引导|招引|引育|培育"
    "|促成|签约(?![额项金资])|签订|签署|签下|达成|落地|选派|派出|派驻|互派|选送|接收|培训|轮训|培养|举办|开展|组织|帮助|协助|带动"
    "|吸纳|转移|输出|输送|实现|解决|完成|采购|购买|销售|帮销|惠及|覆盖|受益|结对(?!村)|帮扶(?![资项车物干对工产款企协])|资助|救助|开发|开设|动员"
    "|看望|发动|协调|互访|考察|聘任|聘请|配备|购置|发放|慰问|义诊|接诊|诊疗|新增|流转|种植|对接|推荐|招募|服务"
)
"""What is done with the things that an indicator counts."""
_VERB = re.compile(f"(?P<verb>{VERBS})")
_CAUSED = re.compile(f"(?:帮助|协助|支持|带动|推动|指导)[^、]{{0,6}}?(?P<verb>{VERBS})")
"""What is done with another's help: 帮助医院新建…."""
_OPENING_VERB = re.compile(f"^(?:{VERBS})+(?=..)")

# Words at the edges of a measure that say nothing of what is counted.
_FRONT = re.compile(
    "^(?:其中|此外|同时|并且?|还|也|再|又|已经?|将|现有|共有|有|总共|一共|共(?!建(?!设)|[同享育富])|总计|合计|累计|先后|分别|均"
    "|各(?![界级])|继续|进一步|不断|成功|积极|全力|双方|两[地省市县区]|我[省市区县州旗]|全[省市区县州旗]|该[省市区县州]|向"
    "|为|对(?![口接])|给|从|在|与|和(?!田)|及|由|把|以|于|至|到(?!位)|是|的|了|等|按照|通过|利用|每年|全年|当年"
    "|年均|年度|期间|省区市|省市|省区|市州|区县|[、“”\\s·|-])+"
)
_ADVERB = re.compile(f"^.*(?:先后|分别|累计|已经?|共计)(?:[向为对给].{{1,8}}?)?(?=(?:{VERBS}))")
_BACK = re.compile(
    "(?:共[计有]?|总[计共]|合计|累计|达到?|为|约|超|近|到|了|的|有|是|分别|各|和|(?<![惠涉普])及|(?<!参)与|等|已|(?<![县户人年月])均|在|至"
    "|由|从|每年|就|[“、\\s（(|:])+$"
)
_BODY = re.compile(
    "^.{0,14}(?:集团|公司|[一-龥]{2}局|扶贫办|管委会|工作队|工作组|联络组|指挥部|组团(?!式)|博物馆|代表团|会上|仪式上|活动[上中])(?=..)"
)
_ASIDE = re.compile("[（(][^（）()]*[）)]|^[^（(]*[）)]|[（(][^（()]*$")
_RANK = re.compile("第.{1,3}[批届期轮]")
_FIELDS = re.compile("^(?:多?个?(?:领域|方面|行业|类)的?)")
_NAME = re.compile(
    f"[向对为给从在与和由到赴来往]?[{_PLACE}]+(?:[、和与及]?[{_PLACE}])*(?:等地|籍)?的?"
)
_GENERIC = re.compile(
    "^(?:总?金额|总额|资金|总?投资(?:总?额)?|签约(?:总?额|资金|金额)|协议(?:金额|资金)|(?:折合)?总?价值|折款|人数|投入"
    "|销售(?:总?额|金额)|产值|意向(?:金额|资金))?$"
)
_STAGE = re.compile(
    "(?:计划|实际|已|年均|平均|市直|本级|今年|去年|全年|目标|任务|开工|竣工|完工|投产|建成|落地|完成|到位|安排|投用|投入使用|引进"
    "|约定|新增|累计|分别|、)*"
)
"""Words that say how far the things named before have come."""
_PLAN = re.compile("^(?:计划|协议约定|约定|目标|实际)+")
_PRICED = re.compile(
    "项目|企业|协议|订单|产品|合同|工程|园区|基地|图书|物资|设备|展销|推介|洽谈|产业|资金|药品|车间|销往|特产"
)
_BELOW = 40
"""How far behind a number of people their task is looked for."""
_SHORT = 4
"""Up to this length an item of a list takes the verb that the list began with."""
_WIDTH = 18
"""The most characters before the number that a measure keeps: a noun with its verb."""

# --- the words behind a number ---------------------------------------------------------------

_NO_NOUN = re.compile(
    "(?:$|和|与|及|以及|并|等|抵达|启程|奔赴|进藏|进疆|来到|用于|到|赴|来[自到]|在|增|提高|不等|左右|进行|支持|助力|推动|促进|集中|全部|已|均|得到"
    "|实现|参[加会]|就业(?![岗困人车帮培])|务工(?!人)|增收|脱贫(?![人户劳群])|完成|分别|[0-9%”])"
)
_NOUN_ENDS = re.compile(
    f"(?<=..)(?:(?:到|赴|来到?|前往|赶往|奔赴|抵达|启程|进藏|进疆|开展|参加|参与|进行|在|与|[和及](?=[{_MARKS}])|并|用于|支持(?!资金)"
    "|结对(?!村|帮扶)|帮扶(?![资项车物干人对工产款企协])|投资(?![额项])|分别|先后|已|均|正|将|就(?!业)|为|通过|从|由|开始|组成|陆续"
    "|全部|大致|可分|涉及|包括|涵盖|分布|发放|提质|得到|覆盖|未|质量|水平|居住|中(?=，|$))|$)|签[订署]"
)
_OUTCOME = re.compile("(?:实现)?(?:稳定|转移)?就业(?:创业)?|增收|受益|脱贫|务工")
_POSTED = re.compile(
    f"(?P<noun>[^{_MARKS}已先将]{{2,12}}?)(?:到|赴|来|在|奔赴|前往)[^，。；、]{{1,12}}?"
    "(?P<act>挂职锻炼|挂职|支教支医|支教|支医|支农|跟岗学习|跟岗|跟班学习|进修|任教|就学|授课|考察对接|考察|投资(?!额)|就业|务工)"
)
_STAFF = re.compile("(?:党政|专业技术|专技|医疗|教育)?(?:干部|人才|教师|医生|人员|专家|队员|同志)+")
_TASK = re.compile("对口支援|援[藏疆青川滇宁甘黔](?!干部)|挂职|支教|支医|帮扶")
_DONE = re.compile(
    f"(?P<noun>[^{_MARKS}与和]{{2,8}}?)(?:（[^（）]{{1,16}}）)?(?:代表|与[^，。；]{{2,10}}?)?(?:集中|现场|正式|成功|积极|齐聚一堂|分别|先后|已)*"
    "(?P<act>签约|参加|参会|齐聚|到会|落户|落地|投产|开工|建立了?(?:结对)?(?:帮扶|协作|友好|合作)关系|(?:建立)?了?结对(?:帮扶)?"
    "|签[订署]了?[^，。；、]{0,8}(?:协议书?|合同|意向)|达成(?:合作|投资)?意向)"
)
_TIED = re.compile(
    "[一-龥]{1,8}(?:（[^（）]{1,16}）)?，?(?:已|均|分别|先后|共同)*"
    "(?P<act>(?:建立了?)?结对(?:帮扶)?(?:关系)?|建立了?(?:帮扶|协作|友好|合作)关系)"
)
_SPENT = re.compile("(?:总投资额?|投资额?|投入|出资)(?:约|达|近|超)?$")
_BUILDING = re.compile("援建|建设|新建|修建|改造|打造|建成|改建|扩建|捐建")
_TOWARDS = re.compile(f"在[^，。；]{{2,20}}?(?P<act>{VERBS})(?P<noun>[^，。；、]{{2,10}})")
_AS_MODIFIER = {"参加": "参会", "齐聚": "参会", "到会": "参会"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A quantity with the marked words before and behind it.

    ``verb`` is what the clause begins with doing, for the later items of a list; ``above`` is the
    clause before it, where that has no number, ``below`` what follows in the sentence.
    ``digits`` tells 4项 from 四项.
    """

    quantity: QuantityMention
    left: str
    right: str
    verb: str
    above: str
    below: str
    digits: bool

    @property
    def text(self) -> str:
        """The clause with its quantity as a mark."""
        return f"{self.left}{QUANTITY}{self.right}"


def clauses(marked: Marked) -> Iterator[Clause]:
    """The quantities of a text that stand for themselves, each with its clause."""
    text = _with_sizes(marked)
    start = 0
    verb = above = ""
    previous: int | None = None
    for found in re.finditer(f"[{_BOUNDARY}{QUANTITY}]", text):
        index = found.start()
        if text[index] != QUANTITY:
            above = text[start:index] if previous is None and text[index] in "，：" else ""
            start, previous, verb = index + 1, None, ""
            continue
        if previous is None:
            opening = _VERB.search(text, start, index)
            verb = opening[0] if opening else ""
        else:
            # The next item of a list begins behind the last pause: 园区4个、车间6个.
            start = (
                max(text.rfind(pause, previous, index) for pause in "、和及与") + 1 or previous + 1
            )
        end = _END.search(text, index + 1)
        mention = marked.mention(index)
        assert isinstance(mention, QuantityMention)
        left = _words(marked, text, start, index)
        right = _words(marked, text, index + 1, end.start() if end else len(text))
        digits = any(c.isdigit() and c.isascii() for c in mention.span.of(marked.article.text))
        below = re.split("[。！？\n]", text[index + 1 : index + _BELOW], maxsplit=1)[0]
        yield Clause(mention, left, right, verb, above, below, digits)
        previous = index


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
        if before or "以上" in mention.qualifier or mention.qualifier == "超":
            pieces[index] = SIZE
    return "".join(pieces)


def _words(marked: Marked, text: str, start: int, end: int) -> str:
    """A stretch of marked text with pair abbreviations and sizes in words, other names as marks."""
    return "".join(
        marked.mention(i).span.of(marked.article.text) if _is_word(marked, text, i) else text[i]
        for i in range(start, end)
    )


def _is_word(marked: Marked, text: str, index: int) -> bool:
    """Whether a mark stands for words of the measure: 津甘, 援宁, sizes, 现代农业基地2个."""
    if text[index] in _SPELLED:
        return True
    if text[index] == _PLACE:
        mention = marked.mention(index)
        return isinstance(mention, PlaceMention) and mention.form == "abbreviation"
    if text[index] != _ORGANISATION:
        return False
    if text[index + 1 : index + 2] == QUANTITY:
        return True
    led = text[index - 2 : index]
    return (led in _BUILT or led == f"{QUANTITY}的") and text[index + 1 : index + 2] not in "等、"


def is_part(clause: Clause) -> bool:
    """Whether a number names nothing of its own: 其中2016年0.58亿元; 已开工14个."""
    return not clause.right and _STAGE.fullmatch(plain(clause.left)) is not None


def before(clause: Clause, head: str, part: str = "") -> str:
    """The measure from the words before the number; ``head`` completes 金额, 总投资 and the like.

    ``part`` is what the number can be a part of, where nothing is named: 其中已开工14个. Returns ""
    where the words name nothing that can be counted.
    """
    words = plain(clause.left)
    if "等" in words[1:-2]:
        # 建成茶叶、蔬菜等基地: the last word of the list says what they all are.
        verb = _CAUSED.match(words) or _VERB.match(words)
        words = (verb["verb"] if verb else "") + _FIELDS.sub("", words[words.rindex("等") + 1 :])
    words = _ADVERB.sub("", words)
    if len(words) > _WIDTH:
        # Keep the last verb phrase that is long enough to say what is counted.
        cut = [m.start() for m in _VERB.finditer(words) if m.start() <= len(words) - 5]
        near = [position for position in cut if len(words) - position <= _WIDTH]
        words = words[near[0] if near else len(words) - _WIDTH :]
    if part and is_part(clause):
        # 其中2016年0.58亿元; 已开工14个
        return words + _OPENING_VERB.sub("", _PLAN.sub("", part)) if words else part
    if _GENERIC.match(words):
        if aim := _TOWARDS.match(clause.right):
            return words + aim["act"] + plain(aim["noun"])
        return _thing(head or plain(clause.above)) + words if words else ""
    outcome = _OUTCOME.match(clause.right)
    if outcome and not words:
        return outcome[0]
    if outcome and outcome[0] not in words:
        return words + outcome[0]
    if clause.verb and len(words) <= _SHORT and not _VERB.search(words):
        words = clause.verb + words
    return words


def _thing(words: str) -> str:
    """What of a measure has a price, 消费帮扶协议 of 签署消费帮扶协议; "" where nothing has."""
    if not _PRICED.search(words):
        return ""
    ends = [m.end() for m in _VERB.finditer(words) if m.end() <= len(words) - 2]
    return words[ends[-1] :] if ends and len(words) > _WIDTH // 2 else _OPENING_VERB.sub("", words)


def behind(clause: Clause) -> str:
    """The measure from the words behind the number, with the verb before it; "" where none."""
    right = clause.right.removeprefix("的").lstrip(_PLACE)
    if _NO_NOUN.match(right) or (_VERB.match(right) and _names(clause.left)):
        return ""
    left = plain(clause.left)
    verbs = [m.start() for m in _VERB.finditer(left)]
    verb = left[verbs[-1] :] if verbs and len(left) - verbs[-1] <= 8 else ""
    told = _spent(clause, left, right) or _acted(verb or ("" if left else clause.verb), right)
    if told:
        return told
    noun = plain(_NOUN_ENDS.split(right, maxsplit=1)[0])
    if not noun:
        return ""
    if clause.left.endswith("价值"):
        # 捐赠价值38万元的物资
        return left.removesuffix("价值") + noun + "价值"
    verb = verb or ("" if left else clause.verb)
    if not verb and _STAFF.fullmatch(noun) and (task := _TASK.search(clause.below)):
        # 3名干部已经抵达，开始为期3年的对口支援工作
        verb = task[0]
    return verb + noun


def _spent(clause: Clause, left: str, right: str) -> str:
    """What money was put into, from the words behind it; "" where they do not say so."""
    spent = _SPENT.search(clause.left) if clause.quantity.unit == "元" else None
    if spent is None:
        return ""
    if clause.right.startswith("的"):
        # 总投资8600万元的核桃产业园近日竣工
        return plain(_NOUN_ENDS.split(right, maxsplit=1)[0]) + spent[0]
    aim = _BUILDING.match(right)
    if aim is None or left.removesuffix(spent[0]):
        return ""
    # 投入3100万元援建边境口岸物流园
    thing = plain(_NOUN_ENDS.split(right[aim.end() :], maxsplit=1)[0])
    return aim[0] + thing + spent[0] if thing else ""


def _acted(verb: str, right: str) -> str:
    """Who did what, from the words behind a number; "" where they do not say so."""
    if posted := _POSTED.match(right):
        return verb + posted["noun"] + posted["act"] if verb else posted["act"] + posted["noun"]
    done = _DONE.match(right)
    return deed(right) + done["noun"] if done else ""


def deed(right: str) -> str:
    """What the things behind a number did, as a modifier: 签约 of 企业集中签约; "" for nothing."""
    done = _DONE.match(right)
    return _AS_MODIFIER.get(done["act"]) or _tie(done["act"]) if done else ""


def twinned(below: str) -> str:
    """The tie that the clause behind a list says of all its items: …，分别建立了结对关系."""
    tied = _TIED.match(below)
    return _tie(tied["act"]) if tied else ""


def _tie(act: str) -> str:
    """A deed as a modifier: 结对帮扶 of 建立了结对帮扶关系."""
    act = act.replace("了", "")
    return act.removeprefix("建立").removesuffix("关系") if "结对" in act else act


def _names(left: str) -> bool:
    """Whether the words before a number name more than an act: 援助资金投入, but not 投入."""
    return len(_VERB.sub("", plain(left))) > _SHORT


def plain(words: str) -> str:
    """Marked words without names and without what says nothing at their edges."""
    words = _RANK.sub("", _NAME.sub("", _ASIDE.sub("", words)))
    words = re.sub(f"[{_MARKS}]", "", words)
    return _BODY.sub("", _BACK.sub("", _FRONT.sub("", words)))
