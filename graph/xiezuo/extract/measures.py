"""What a number counts: the words for it, from the clause that the number stands in.

Chinese puts the counted thing before its number (安排财政资金2800万元) or behind it (投入2800万元
财政资金). The words around the number, without names, times and fillers, are its measure.
"""

from __future__ import annotations

import re

from xiezuo.extract.clauses import (
    BOUNDARY,
    HELP,
    NAMES,
    PLACE,
    QUANTITY,
    VERB,
    VERBS,
    Clause,
    plain,
)

_CAUSED = re.compile(f"(?:帮助|协助|支持|带动|推动|指导)[^、]{{0,6}}?(?P<verb>{VERBS})")
"""What is done with another's help: 帮助医院新建…."""
_OPENING_VERB = re.compile(f"^(?:{VERBS})+(?=..)")
_ADVERB = re.compile(f"^.*(?:先后|分别|累计|已经?|共计)(?:[向为对给].{{1,8}}?)?(?=(?:{VERBS}))")
_WHERE = re.compile(f"^[^、]{{1,6}}[县区市州旗盟地]内?(?=(?:{VERBS})..)")
_FIGURE = re.compile("(?:收入|产值|营收|利润)(?:达到?|超过?|约)?$")
_HAVING = re.compile("^.*(?<![所国拥没具富])有(?![组限效关力机色利序])(?=.{3,}$)")
_SUBJECT = re.compile(
    "(?P<subject>.*(?:资金|项目|企业|协议|款|物资|设备))(?:先后|分别|累计|已经?|共计)"
)
_FIELDS = re.compile("^(?:多?个?(?:领域|方面|行业|类)的?)")
_GENERIC = re.compile(
    "^(?:拟|计划)?(?:总?金额|总额|资金|总?投资(?:总?额|金额)?|签约(?:总?额|资金|金额)|协议(?:金额|资金)|(?:折合)?总?价值|折款|折合|人数|投入"
    "|投资完成总?额|完成投资额?|投资规模|总签约额|协议总?投资额?|实际投资|销售(?:总?额|金额)|产值|意向(?:金额|资金))?$"
)
_SUMMED = re.compile("(?:总?投资(?:总?额|金额)?|销售总?额|总?金额|总额|价值|折合)$")
_STAGE = re.compile(
    "(?:计划|实际|已|开工建设|年均|平均|市直|本级|今年|去年|全年|目标|任务|开工|竣工|完工|投产|建成|落地|完成|到位|安排|投用|投入使用|引进"
    "|约定|新增|累计|突破|实施|分别|、)*"
)
"""Words that say how far the things named before have come."""
_PLAN = re.compile("^(?:计划|协议约定|约定|目标|实际)+")
_PRICED = re.compile(
    "(?:项目|企业|协议|订单|产品|合同|工程|园区?|基地|图书|书籍|物资|设备|展销|推介|洽谈|产业|资金|药品|车间|销往|特产|款物|捐[助赠]|援助)"
    "[^，。；]{0,2}$"
)
_UNDERWAY = re.compile("(?:开工|竣工|完工|投产|揭牌|启动)(?:建设)?$")
_SHORT = 4
"""Up to this length an item of a list takes the verb that the list began with."""
_WIDTH = 18
"""The most characters before the number that a measure keeps: a noun with its verb."""
_THING = 10
"""The most characters of a thing whose price is told."""
_PAID = ("投入", "投资", "拨付", "募集", "筹集")
"""What is done with money only."""
_ITEM_LENGTH = 10
"""Up to this length the later item of a list is a thing that takes its verb."""
_BARE = re.compile(f"(?:{VERBS})了?")
_WENT = re.compile(
    "(?:到|赴|去|前往)[一-龥]{2,8}?(?:对接|考察|务工就业|就业|务工|培训|跟岗(?:学习|锻炼)?|进修|挂职|学习|就读|参训|研修|开展义诊)"
)
"""Where people went and what for: 赴江苏省就业5381人, 5人赴东莞进修."""

# --- the words behind a number ---------------------------------------------------------------

_NO_NOUN = re.compile(
    "(?:$|和|与|及|以及|并|等|抵达|启程|奔赴|进藏|进疆|来到|用于|到|赴|来[自到]|在|增|提高|不等|左右|进行|支持|助力|推动|促进|集中|全部|已|均|得到"
    "|实现|参[加会]|就业(?![岗困人车帮培])|务工(?!人)|增收|脱贫(?![人户劳群])|完成|分别|[0-9%”])"
)
_NOUN_ENDS = re.compile(
    f"(?<=..)(?:(?:到|赴|来到?|前往|赶往|奔赴|抵达|启程|进藏|进疆|开展|参加|参与|进行|在|与|[和及](?=[{NAMES}])|并|用于|支持(?!资金)"
    f"|结对(?!村|帮扶)|{HELP}|投资(?![额项])|分别|先后|已|均|正|将|就(?!业)|为|通过|从|由|开始|组成|陆续|被|获|每|平均|结(?=[为成])"
    "|大致|可分|涉及|包括|涵盖|分布|发放|提质|得到|覆盖|未|质量|水平|(?<!定)居住(?![区点地])|同日|日前|拿到|领到|入住|刚|帮助|资助|拟|转达|全部|中(?=，|$))|$)|签[订署]"
)
_FROM = re.compile("来自[^的，。；]{1,12}的")
_ORIGIN = re.compile(
    "^(?:籍|(?:及|和)?周边|(?:需要|正在|亟待)[^，。]{1,6}的)(?=..)"
    f"|^[一-龥]{{2,6}}的(?=[{PLACE}]援)"
)
"""What stands before the counted things: 290名辛勤奉献的湖北援疆队员."""
_ITEM = f"[^{BOUNDARY}{QUANTITY}、（）到赴往来]"
_LISTED = re.compile(
    f"(?:{_ITEM}{{1,14}}、)+{_ITEM}{{1,12}}?等"
    f"(?P<rest>[^{BOUNDARY}{QUANTITY}、（）到赴来前领方地]{{2}}[^{BOUNDARY}{QUANTITY}、（）]*)"
)
"""农业、文旅等项目: the last word of a list says what all are."""
_COMPOUND = re.compile(
    "(?:援建|援助|建设|合作|签约|帮扶|引进|新建|投资|示范|培训|服务|种植)(?:项目|工程|企业|资金|基地)"
)
_OUTCOME = re.compile(
    "(?:实现)?(?:较|更)?(?:就近|就地|稳定|转移)*(?:务工)?就业(?:创业)?|增收|受益"
    "|(?:全部|如期)?(?:实现)?(?:脱贫)?(?:摘帽|出列)|脱贫|务工"
)
_POSTED = re.compile(
    f"(?P<noun>[^{NAMES}已先将]{{2,12}}?)(?:到|赴|来|在|奔赴|前往)[^，。；、]{{1,12}}?"
    "(?P<act>挂职锻炼|挂职|支教支医|支教|支医|支农|跟岗学习|跟岗|跟班学习|进修|任教|就学|授课|考察对接|考察|投资(?!额)|就业|务工)"
)
_SENT = re.compile(
    "(?:来自[^的，。；]{1,16}的)?(?P<noun>[^，。；：（）0-9]{2,20}?)"
    "(?P<went>(?:到|赴|前往)[^，。；：（）0-9]{1,10}?(?P<act>培训|学习|研修|交流|跟岗|进修|观摩|研学|参加[一-龥]{2,4}|体验[一-龥]{2,4}))"
)
"""干部和教育、卫生人员赴某地培训: people and what they went for."""
_LONG = 8
"""A longer list of people is not repeated in what they went for."""
_STAFF_WORDS = "(?:党政|专业技术|专技|医疗|教育)?(?:干部|人才|教师|医生|人员|专家|队员|同志)+"
_STAFF = re.compile(_STAFF_WORDS)
_STAFF_END = re.compile(f"(?:支教|支医|支农|挂职)?{_STAFF_WORDS}$")
_GOING = re.compile(
    "[一-龥]{0,6}?(?:率队|对接|考察|务工|就业|培训|跟岗(?:学习|锻炼)?|进修|挂职|学习|就读|参训|研修|开展义诊)*"
)
_TASK = re.compile("对口支援|援[藏疆青川滇宁甘黔](?!干部)|挂职|支教|支医|帮扶")
_TIE = "(?:结对)?(?:帮扶|协作|友好|合作|支援|支援协作|帮扶协作)关系"
_BOUND = "(?:建立)?了?结[对成为](?:了?帮扶对子|(?<=对)帮扶|(?<=对))"
_DONE = re.compile(
    f"(?P<noun>[^{NAMES}与和在]{{2,8}}?)(?:（[^（）]{{1,16}}）)?(?:代表|(?:与|在)[^，。；]{{1,10}}?)?(?:集中|现场|正式|成功|积极|齐聚一堂|分别|先后|已|全部|均)*"
    f"(?P<act>签约|参加|参会|齐聚|到会|落户|落地|投产|开工|建立了?{_TIE}|{_BOUND}"
    "|签[订署]了?[^，。；、]{0,8}(?:协议书?|合同|意向)|达成(?:(?:合作|投资)?意向|合作))"
)
_TIED = re.compile(
    "[一-龥]{1,8}(?:（[^（）]{1,16}）)?，?(?:已|均|分别|先后|共同)*"
    f"(?P<act>{_BOUND}(?:关系)?|建立了?{_TIE})"
)
_SPENT = re.compile("(?:总投资额?|投资额?|投入|出资|总额度?)(?:约|达|近|超)?$")
_BUILT_UP = re.compile("(?P<noun>[^，。；]{2,14}?)(?:建起|建成|竣工|落成|完工|投用|投入使用)")
_BUILDING = re.compile("援建|建设|新建|修建|改造|打造|建成|改建|扩建|捐建")
_TOWARDS = re.compile(f"在[^，。；]{{2,20}}?(?P<act>{VERBS})(?P<noun>[^，。；、]{{2,10}})")
_INCLUDING = re.compile("包括|涵盖|包含|含有|总$")
"""Ends what is done with things that are then listed: 捐赠包括图书等在内总价值9万元的款物."""
_AIMED = re.compile(
    f"对口支援|(?:重点|主要|专门|专项|全部)?用[于来](?:{VERBS}|发展|和|与|加快|改善)*"
    "(?P<noun>[^，。；、]{2,12})"
)
_GIVES = ("投资", "捐赠", "捐款", "捐资")
_COME = ("落户", "落地", "投产", "开工")
_AS_MODIFIER = {"参加": "参会", "齐聚": "参会", "到会": "参会"}


def is_part(clause: Clause) -> bool:
    """Whether a number names nothing of its own: 其中2016年0.58亿元; 已开工14个."""
    return not clause.right.strip("和与及") and _STAGE.fullmatch(plain(clause.left)) is not None


def before(clause: Clause, head: str, part: str = "") -> str:
    """The measure from the words before the number; ``head`` completes 金额, 总投资 and the like.

    ``part`` is what the number can be a part of, where nothing is named: 其中已开工14个. Returns ""
    where the words name nothing that can be counted.
    """
    words = _narrowed(_summary(plain(clause.left)))
    outcome = _OUTCOME.match(clause.right)
    if outcome and outcome[0] not in words and not _GENERIC.match(words or "…"):
        return words + outcome[0]
    if goal := _went_to(clause, words):
        return goal
    if not words and clause.quantity.unit == "人" and _BARE.fullmatch(clause.right):
        # 825人签约
        return clause.right
    if part and is_part(clause):
        # 其中2016年0.58亿元; 已开工14个
        return words + _OPENING_VERB.sub("", _PLAN.sub("", part)) if words else part
    if _GENERIC.match(words):
        return _summed(clause, words, head)
    return _with_verb(clause, words)


def _went_to(clause: Clause, words: str) -> str:
    """Where those counted went and what for, where the words name no more than what for."""
    goals = [found[0] for found in _WENT.finditer(clause.named)]
    told = goals and _GOING.fullmatch(words)
    return goals[-1] if told and clause.named.rstrip("共约超达近").endswith(goals[-1]) else ""


def _summed(clause: Clause, words: str, head: str) -> str:
    """金额, 总投资 and the like with what they are the sum of; "" where nothing is named."""
    if aim := _TOWARDS.match(clause.right):
        return words + aim["act"] + plain(aim["noun"])
    thing = _thing(head or plain(clause.above)) if words else ""
    return words if words.startswith("销售") and len(thing) > _SHORT + 2 else thing + words


def _with_verb(clause: Clause, words: str) -> str:
    """The words for a thing with the verb that is said of it in another part of the clause."""
    if _BARE.fullmatch(words) and (staff := _STAFF_END.search(plain(clause.above))):
        # 像她这样的支教教师，28年来共派出463人次
        return words + staff[0]
    if clause.verb and not VERB.match(words) and not words.startswith(clause.verb):
        item = clause.gap.startswith("、") and len(words) <= _ITEM_LENGTH
        paid = clause.verb in _PAID and clause.quantity.unit != "元"
        if (item and clause.verb not in words and not paid) or (
            len(words) <= _SHORT and not VERB.search(words)
        ):
            return clause.verb + words
    return words


def _summary(words: str) -> str:
    """The word that says what all of a list are: 建成基地 of 建成茶叶、蔬菜等基地."""
    if "等" not in words[1:-2]:
        return words
    listed, _, last = words.rpartition("等")
    first = listed.split("、", 1)[0]
    verb = _CAUSED.search(first) or VERB.match(words)
    verbs = [found[0] for found in VERB.finditer(first)]
    done = verb["verb"] if verb else verbs[-1] if verbs else ""
    return done + _FIELDS.sub("", last)


def _narrowed(words: str) -> str:
    """The last phrase of many words that is long enough to say what is counted."""
    told = _ADVERB.sub("", words)
    # 帮扶资金已经到位 keeps its subject: 帮扶资金到位.
    subject = words[: len(words) - len(told)]
    kept = _BARE.fullmatch(told) and _SUBJECT.fullmatch(subject)
    words = kept["subject"] + told if kept else told
    words = _HAVING.sub("", _WHERE.sub("", words))
    subject, pause, told = words.rpartition("、")
    if pause and not VERB.search(subject) and (done := VERB.search(told)):
        # 四大班子及相关部门、企业实现互访
        words = told[done.start() :] if len(told) - done.start() > 2 else words
    if len(words) <= _WIDTH:
        return words
    cut = [m.start() for m in VERB.finditer(words) if m.start() <= len(words) - 5]
    near = [position for position in cut if len(words) - position <= _WIDTH]
    if near:
        return words[near[0] :]
    # 捐赠了应急包、防汛衣、手电筒: the verb with the last of what it names.
    tail = words[-_WIDTH:]
    verb = VERB.search(words, cut[-1]) if cut else None
    return (verb[0] if verb else "") + (tail.split("、", 1)[-1] if verb else tail)


def _thing(words: str) -> str:
    """What of a measure has a price, 消费帮扶协议 of 签署消费帮扶协议; "" where nothing has."""
    words = _UNDERWAY.sub("", _SUMMED.sub("", words))
    if not _PRICED.search(words):
        return ""
    if len(words) > _THING:
        words = words.rsplit("的", 1)[-1]
    ends = [m.end() for m in VERB.finditer(words) if m.end() <= len(words) - _SHORT]
    return words[ends[-1] :] if ends and len(words) > _THING else _OPENING_VERB.sub("", words)


def behind(clause: Clause) -> str:
    """The measure from the words behind the number, with the verb before it; "" where none."""
    if clause.quantity.unit == "人" and (went := _WENT.match(clause.after)):
        # 派出38人到某地跟岗
        sent = VERB.search(plain(clause.left))
        return f"{sent[0]}人员{went[0]}" if sent else went[0]
    right = _counted(clause)
    compound = clause.right.startswith("的") or _COMPOUND.match(right)
    led = VERB.match(right) and not compound and _names(clause.left)
    figure = clause.quantity.unit == "元" and _FIGURE.search(clause.left)
    if _NO_NOUN.match(right) or _BARE.fullmatch(right) or led or figure:
        return ""
    left = plain(clause.left)
    verbs = [m.start() for m in VERB.finditer(left)]
    verb = left[verbs[-1] :] if verbs and len(left) - verbs[-1] <= 8 else ""
    if clause.left.endswith("等"):
        # 解决了工程、设备等7个援建项目资金: the list says what they are, its verb what was done.
        verb = clause.verb
    told = (
        _spent(clause, left, right)
        or _used(clause, left)
        or _acted(clause, verb or ("" if left else clause.verb), right)
    )
    if told:
        return told
    ended = _NOUN_ENDS.split(right, maxsplit=1)[0]
    noun = plain(ended)
    if clause.goes_on and (acts := VERB.search(noun, 2)):
        # 24个帮扶车间解决群众就业2950人
        does = acts[0] if acts[0] in _GIVES else ""
        noun = does + plain(noun[: acts.start()])
    if not noun:
        return ""
    if outcome := _OUTCOME.match(right, len(ended)):
        noun += outcome[0]
    verb = verb or ("" if left else clause.verb)
    if clause.left.endswith("价值"):
        # 捐赠价值38万元的物资
        verb, noun = plain(_INCLUDING.split(left.removesuffix("价值"))[0]), f"{noun}价值"
        verb = next((found[0] for found in VERB.finditer(verb[-_ITEM_LENGTH:])), verb)
    elif not verb and _STAFF.fullmatch(noun) and (task := _TASK.search(clause.below)):
        # 3名干部已经抵达，开始为期3年的对口支援工作
        verb = task[0]
    return verb + noun


def _counted(clause: Clause) -> str:
    """The words behind a number, without where the counted come from and what lists them."""
    below = clause.below.removeprefix("的").lstrip(PLACE)
    came = _FROM.match(below)
    below = below[came.end() :] if came else below
    if listed := _LISTED.match(below):
        return listed["rest"]
    right = clause.right.removeprefix("的").lstrip(PLACE)
    right = re.split(f"[{BOUNDARY}{QUANTITY}、（）]", below, maxsplit=1)[0] if came else right
    return _ORIGIN.sub("", right)


def _spent(clause: Clause, left: str, right: str) -> str:
    """What money was put into, from the words behind it; "" where they do not say so."""
    if clause.quantity.unit != "元":
        return ""
    if clause.right.startswith("的") and (built := _BUILT_UP.match(right)):
        # 1200万元的防洪设施建起来了
        return f"{plain(built['noun'])}投资"
    spent = _SPENT.search(clause.left)
    if spent is None:
        return ""
    if clause.right.startswith("的"):
        # 总投资8600万元的核桃产业园近日竣工
        return _UNDERWAY.sub("", plain(_NOUN_ENDS.split(right, maxsplit=1)[0])) + spent[0]
    aim = _BUILDING.match(right)
    if aim is None or left.removesuffix(spent[0]):
        return ""
    # 投入3100万元援建边境口岸物流园
    thing = plain(_NOUN_ENDS.split(right[aim.end() :], maxsplit=1)[0])
    return aim[0] + thing + spent[0] if thing else ""


def _used(clause: Clause, left: str) -> str:
    """What money that was put in is for, from the words behind it; "" where they do not say so."""
    use = _AIMED.match(clause.right) if left == "投入" and clause.quantity.unit == "元" else None
    if use is None:
        return ""
    # 投入100万元重点用于培育和发展增收产业, 投入10亿元对口支援某区
    return f"投入{plain(use['noun'])}" if use["noun"] else f"{use[0]}投入"


def _acted(clause: Clause, verb: str, right: str) -> str:
    """Who did what, from the words behind a number; "" where they do not say so."""
    sent = _SENT.match(clause.after) if clause.quantity.unit == "人" else None
    posted = _POSTED.match(right)
    if posted and (verb or sent is None):
        return verb + posted["noun"] + posted["act"] if verb else posted["act"] + posted["noun"]
    if sent is not None:
        noun = plain(sent["noun"])
        if not verb or len(noun) > _LONG:
            return (verb or noun) + sent["went"]
        return verb + noun + sent["act"]
    done = _DONE.match(right) or (_DONE.match(clause.below) if "与" in right else None)
    if done is None:
        return ""
    if verb and done["act"] in _COME:
        # 引进97家企业落地
        return verb + done["noun"] + done["act"]
    return _modifier(done["act"]) + done["noun"]


def deed(clause: Clause) -> str:
    """What the things behind a number did, as a modifier: 签约 of 企业集中签约; "" for nothing."""
    done = _DONE.match(clause.right)
    if done is None and "与" in clause.right:
        # 41家医院与受援地学校、医院结对帮扶
        done = _DONE.match(clause.below)
    return _modifier(done["act"]) if done else ""


def _modifier(act: str) -> str:
    """A deed as a modifier of those who did it: 参会 of 参加."""
    return _AS_MODIFIER.get(act) or _tie(act)


def twinned(below: str) -> str:
    """The tie that the clause behind a list says of all its items: …，分别建立了结对关系."""
    tied = _TIED.match(below)
    return _tie(tied["act"]) if tied else ""


def _tie(act: str) -> str:
    """A deed as a modifier: 结对帮扶 of 建立了结对帮扶关系."""
    act = act.replace("了", "")
    if "帮扶对子" in act:
        return "结对帮扶"
    return act.removeprefix("建立").removesuffix("关系") if "结对" in act else act


def _names(left: str) -> bool:
    """Whether the words before a number name more than an act: 援助资金投入, but not 投入."""
    return len(VERB.sub("", plain(left))) > _SHORT
