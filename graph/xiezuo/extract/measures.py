"""What a number counts: the words for it, from the clause that the number stands in.

Chinese puts the counted thing before its number (安排财政资金2800万元) or behind it (投入2800万元
财政资金). The words around the number, without names, times and fillers, are its measure. Here are
the words before it; :mod:`xiezuo.extract.behind` has those that follow.
"""

from __future__ import annotations

import re

from xiezuo.extract.clauses import QUANTITY, VERB, VERBS, Clause, plain

_CAUSED = re.compile(f"(?:帮助|协助|支持|带动|推动|指导)[^、]{{0,6}}?(?P<verb>{VERBS})")
"""What is done with another's help: 帮助医院新建…."""
_DONE_FIRST = re.compile(f"(?P<verb>(?:{VERBS})+)")
_OPENING_VERB = re.compile(f"^(?:{VERBS})+(?=..)")
_ADVERB = re.compile(f"^.*(?:先后|分别|累计|已经?|共计)(?:[向为对给].{{0,8}}?)?(?=(?:{VERBS}))")
_WHERE = re.compile(f"^[^、]{{1,6}}[县区市州旗盟地镇乡村]内?(?=(?:{VERBS})..|[捐赠])")
_MEANS = re.compile(f"^[^、，]{{2,16}}(?:机制|模式)(?=(?:{VERBS}))")
"""企业+合作社+农户机制带动就业: how it is done, before what is done."""
_HAVING = re.compile("^.*(?<![所国拥没具富])有(?![组限效关力机色利序])(?=.{3,}$)")
_SUBJECT = re.compile(
    "(?P<subject>.*(?:资金|项目|企业|协议|款|物资|设备|手术|工程|培训|课程|活动|道路|住房))(?:先后|分别|累计|已经?|共计)"
)
_FIELDS = re.compile("^(?:多?个?(?:领域|方面|行业|类)的?)")
_BY = re.compile("(?:方式|形式|途径|渠道|举措|措施)(?:共计?|累计|先后|已|，)*")
_GENERIC = re.compile(
    "^(?:拟|计划)?(?:总?金额|总额|资金|总?投资(?:总?额|金额)?|签约(?:总?额|资金|金额)|协议(?:金额|资金)|(?:折合)?总?价值|折款|折合|人数|投入"
    "|投资完成总?额|完成投资额?|投资规模|总签约额|协议总?投资额?|实际投资|占地(?:面积)?|销售(?:总?额|金额)|产值|意向(?:金额|资金))?$"
)
_WORTH = ("价值", "总价值", "折合", "折价", "折款", "折合价值")
_TRADED = re.compile("采购|购买|订购|销[往售至市]|捐|赠|援助|驰援|运[往抵]")
"""What goods were told to have been through, before the words for their price."""
_EACH = re.compile("每[县村户镇乡校人区市]")
_GIVER = re.compile("(?:基金会|公司|集团|协会|商会)$")
_GOAL = re.compile("，(?:主要|专门|专项)?用[于来](?P<noun>[^，。；、]{2,16})")
_ADDED = ("共计", "共")
_GIVEN = re.compile("捐|赠")
_GIFT = re.compile("捐赠|捐助|赠送")
_SUMMED = re.compile("(?:总?投资(?:总?额|金额)?|销售总?额|总?金额|总额|价值|折合|占地(?:面积)?)$")
_STAGE = re.compile(
    "(?:[0-9一二三四五六七八九十两]{1,3}年来?|前?[0-9]{1,2}个?月|月?[底末]|计划|实际|已|开工建设|年均|平均|市直|本级|今年|去年|全年|目标|任务|(?:已经?|正在|当前|尚)*(?:建设(?:完成|中)?|[续在拟待扩改]建|新建|完成建设)|开工|竣工|完工|投产|建成|落地|完成|到位|安排|投用|投入使用|引进"
    "|约定|共|线[上下]|[省市县][内外]|新增|累计|突破|实施|分别|、)*"
)
"""Words that say how far the things named before have come."""
_STRAIGHT = re.compile("直接(?:安排|用于|投入|投向|拨付)")
"""What was done with a part of a sum: 其中5.5亿元直接安排在…."""
_STAGED = re.compile("(?<=..)(?:累计|已|全部)*(?:开工|完工|竣工|投产|实施|落地)$")
_PLACED = re.compile("线[上下]|[省市县][内外]|")
_PLAN = re.compile(
    "^(?:计划|力争|预计|协议约定|约定|目标|实际|线上线下)+|(?<=企业|项目)(?:计划|预计)(?=总?投资)"
)
_PRICED = re.compile(
    "(?:项目|企业|协议|订单|产品|合同|工程|园区?|基地|图书|书籍|物资|设备|展销|推介|洽谈|产业|资金|药品|车间|销往|特产|款物|捐[助赠]|援助)"
    "[^，。；]{0,2}$"
)
_PROMISED = re.compile("投资|签约")
_KIND = re.compile("(?:项目|工程|协议)$")
"""The last word of a thing."""
_SHARE = 3
"""A thing is told in full up to so many times the length of what is told of it."""
UNDERWAY = re.compile("(?:开工|竣工|完工|投产|揭牌|启动)(?:建设)?$")
SHORT = 4
"""Up to this length an item of a list takes the verb that the list began with."""
_KIND_ONLY = 2
"""A word of so many characters says of things no more than their kind."""
_WIDTH = 18
"""The most characters before the number that a measure keeps: a noun with its verb."""
_THING = 10
"""The most characters of a thing whose price is told."""
_PAID = ("投入", "投资", "拨付", "募集", "筹集")
"""What is done with money only."""
ITEM_LENGTH = 10
"""Up to this length the later item of a list is a thing that takes its verb."""
BARE = re.compile(f"(?:{VERBS})了?")
WENT = re.compile(
    "(?:到(?![位账期户]|目前)|赴|去(?!年)|前往|来(?![自源到年]))[一-龥]{1,8}?(?:对接|考察|就业|务工|培训|跟岗|锻炼|进修|挂职|学习|就读|参训|研修|交流|开展义诊|援建|支教|支医|支农|任教|帮扶|参加[一-龥]{2,8}?培训(?!班))+"
    "|参加[一-龥]{2,8}?(?:培训|研修|轮训)班?"
)
"""Where people went and what for: 赴江苏省就业5381人, 5人赴东莞进修."""
OUTCOME = re.compile(
    "(?:实现)?(?:较|更)?(?:[省县州市疆区][内外]|家门口|就近|就地|稳定|转移)*(?:务工)?就业(?:创业)?|增收|[受收]益"
    "|(?:全部|如期)?(?:实现)?(?:脱贫)?(?:摘帽|出列)|(?:全部|如期|稳定)?(?:实现)?脱贫(?!攻坚)|务工"
    "|(?:[在到]|就近|就地)[^，。；、]{1,8}?(?:上班|上岗|就业|务工|创业|从业|从事[^，。；、]{2,8})"
    "|(?:现场|积极|踊跃)*(?:参[加与会展](?!的)|聆听|到场)"
)
STAFF_WORDS = "(?:党政|专业技术|专技|医疗|教育)?(?:干部|人才|教师|医生|人员|专家|队员|同志)+"
_STAFF_END = re.compile(f"(?:支教|支医|支农|挂职)?{STAFF_WORDS}$")
_GOING = re.compile(
    "[一-龥]{0,6}?(?:率队|对接|考察|务工|就业|培训|跟岗(?:学习|锻炼)?|进修|挂职|学习|就读|参训|研修|开展义诊)*"
)
_TOWARDS = re.compile(f"在[^，。；]{{2,20}}?(?P<act>{VERBS})(?P<noun>[^，。；、]{{2,10}})")


_INVESTED = re.compile("(?:总|累计)?(?:投资|投入|出资)")
_OF_ITS_OWN = (
    "产值",
    "年产值",
    "总产值",
    "占地",
    "占地面积",
    "建筑面积",
    "总投资",
    "总投资额",
    "年收入",
)
"""What a place of work, a school or a project has."""
_TOPIC = re.compile(
    "(?:园区|基地|产业园|小学|中学|学校|学院|幼儿园|医院|卫生院|大棚|车间|工厂|工坊|合作社|项目|工程|大桥|公路|中心)"
    "(?=[，、（”》]|总|占|概|规|计|位于|将|由|是|$)"
)
_PURPOSE = re.compile(
    f"，(?:(?:组织|统一|先后)*实施|(?:{VERBS})+(?![^，。；、]*{QUANTITY}))了?(?P<done>[^，。；、{QUANTITY}]{{4,20}})"
    "|、[^，。；、]{2,12}的(?P<thing>[^，。；、]{4,16}?)(?:被|已|正|建成|竣工|投产|落地|落户|开工|解决)"
)
"""What a sum was put into, in the clause behind it."""
_PAUSE = re.compile("[、，和与及（）]")
_DESTINED = re.compile("(?:奔赴|前往|赴)[一-龥]{2,6}(?=[，。；])")
_FUNDS_GIVEN = re.compile(f"^.*(?P<given>(?:{VERBS})[^、]{{2,6}}资金)$")
_LONG_FUND = 12
"""Longer words for funds begin with who gave them."""


_NEARBY = re.compile(
    "(?<=带动)(?:本[村乡镇县]|周边|附近|当地)[^、，]{0,6}?(?=脱贫|就业|增收|务工|创业|发展|$)"
)
_TO_WHOM = re.compile(
    "^[^、]{0,16}?(?:(?<![定方面双])向|(?<![供捐送投])给)[^、]{0,8}?(?=捐|赠|提供|拨付|划拨|援助|援建|选派|派出|输[出送]|投入|安排)"
)
"""市政府向该镇捐赠: by and to whom."""
_FROM_WHERE = re.compile("^.{0,6}?(?=吸引|迎来|汇聚|集结)|来自[^，。；、]{1,8}的(?=..)")
_GIVING = re.compile(
    "[^向给]*?(?P<who>[一-龥]{2})(?:还|也|又|再次?|共同|联合|现场|单独|自愿|主动|代表[^、]{0,8})*"
    "(?P<act>捐[赠助资献]|资助|赠送)"
)
"""Who gave, where no more is said of what was given."""
_INCLUDES = re.compile("^.*?(?P<gift>捐赠|捐助|赠送|援助|)[^、，]{0,12}(?:包括|包含)了?(?=..)")
_ROUSED = re.compile("^(?:发动|动员|号召|组织|引导)[^，。；]{4,}?(?=捐[款资赠助物])")
"""发动各镇街、企业捐款 tells of what was given."""


def is_part(clause: Clause) -> bool:
    """Whether a number names nothing of its own: 其中2016年0.58亿元; 已开工14个."""
    spent = clause.quantity.unit == "元" and _STRAIGHT.match(clause.right)
    return (spent or not clause.right.strip("和与及")) and _STAGE.fullmatch(
        plain(clause.left)
    ) is not None


def before(clause: Clause, head: str, part: str = "") -> str:
    """The measure from the words before the number; ``head`` completes 金额, 总投资 and the like.

    ``part`` is what the number can be a part of, where nothing is named: 其中已开工14个. Returns ""
    where the words name nothing that can be counted.
    """
    words = _ROUSED.sub("", _NEARBY.sub("", _narrowed(_summary(plain(clause.left)))))
    solved = clause.verb == "解决"
    outcome = OUTCOME.match(clause.right.removeprefix("的") if solved else clause.right)
    if outcome and outcome[0] not in words and not _GENERIC.match(words or "…"):
        return words + outcome[0]
    if goal := _went_to(clause, words):
        return goal
    if not words and clause.quantity.unit == "人" and BARE.fullmatch(clause.right):
        # 825人签约
        return clause.right
    if gift := _given(clause, words, head):
        return gift
    if part and is_part(clause):
        # 其中2016年0.58亿元; 已开工14个
        whole = _STAGED.sub("", _PLAN.sub("", part)).removesuffix("每人")
        kind = _KIND.search(whole) if words.endswith("建") else None
        # 项目12个（续建8个、新建4个）
        whole = kind[0] if kind else whole
        # 线上 is said of all that was done, 已开工 takes its place.
        return words + (
            whole if _PLACED.fullmatch(words) and not clause.right else _OPENING_VERB.sub("", whole)
        )
    return (
        _summed(clause, words, head) if _GENERIC.match(words) else _with_verb(clause, words, head)
    )


def _given(clause: Clause, words: str, head: str) -> str:
    """What was given, where the words before a number name the thing, its kind or giver."""
    if not clause.right and (gift := _GIFT.search(head)) and _goods(clause, words):
        # 捐赠物资价值5万元，其中棉被211床、书包300个
        return gift[0] + words
    if words.endswith("类") and ("项目" in clause.named or head.endswith("类项目")):
        # 实施项目42个，其中智力支援类9个
        return f"{words}项目"
    given = _GIVER.search(words) and clause.quantity.unit == "元" and _GOAL.match(clause.below)
    # 争取到某某基金会200万元，用于饮用水项目
    return f"{plain(given['noun'])}资金" if given else ""


def _goods(clause: Clause, words: str) -> bool:
    """Whether a number with these words before it counts goods: 棉被211床."""
    thing = clause.quantity.unit not in ("元", "人", "户", "人次")
    return thing and 1 < len(words) <= ITEM_LENGTH and not VERB.search(words)


def _went_to(clause: Clause, words: str) -> str:
    """Where those counted went and what for, where the words name no more than what for."""
    goals = [found[0] for found in WENT.finditer(clause.named)]
    told = goals and (_GOING.fullmatch(words) or clause.left == clause.above)
    return (
        goals[-1]
        if told and clause.named.rstrip("，、总合共计约超达近").endswith(goals[-1])
        else ""
    )


def _summed(clause: Clause, words: str, head: str) -> str:
    """金额, 总投资 and the like with what they are the sum of; "" where nothing is named."""
    if not words and clause.quantity.qualifier in _ADDED and _GIVEN.search(head):
        # 捐赠图书500册，共计2万元
        return head + "价值"
    if aim := _TOWARDS.match(clause.right):
        return words + aim["act"] + plain(aim["noun"])
    spent = _INVESTED.fullmatch(words) and not clause.right and _PURPOSE.match(clause.below)
    if spent:
        # 投资200万元，组织实施公路改造
        return plain(spent["done"] or spent["thing"]) + words
    thing = _thing(head or plain(clause.above)) if words else ""
    if words in _WORTH and _TRADED.search(head):
        # 定向采购核桃50吨，价值120万元
        return f"{thing or head}价值"
    if len(thing) > _SHARE * (len(words) - 1) and _PROMISED.search(words):
        # 实施对口支援项目522个，投资达17.79亿元: a long name would hide what is told of it.
        kind = _KIND.search(thing)
        thing = kind[0] if kind else thing
    if words in _OF_ITS_OWN and (not thing or thing.endswith(("资金", "款"))):
        thing = topic(clause)
    thing = thing.removeprefix("的")
    return words if words.startswith("销售") and len(thing) > SHORT + 2 else thing + words


def topic(clause: Clause) -> str:
    """The kind of thing that the sentence tells of: 基地 of 某某基地位于…，占地50亩."""
    told = clause.named[max(clause.named.rfind(end) for end in "。！？\n") + 1 :]
    things = _TOPIC.findall(told)
    return things[-1] if things else ""


def _with_verb(clause: Clause, words: str, head: str) -> str:
    """The words for a thing with the verb that is said of it in another part of the clause."""
    if _EACH.fullmatch(words) and (given := VERB.search(head)):
        # 投入4200万元（每县300万元）
        return words + given[0]
    bound = _DESTINED.match(clause.after) if clause.quantity.unit == "人" else None
    if bound and BARE.fullmatch(words):
        # 组织160余人奔赴某地
        return words + bound[0]
    if BARE.fullmatch(words) and (staff := _STAFF_END.search(plain(clause.above))):
        # 像她这样的支教教师，28年来共派出463人次
        return words + staff[0]
    if clause.verb and not VERB.match(words) and not words.startswith(clause.verb):
        straight = clause.gap.strip() and not _PAUSE.search(clause.gap)
        named = not (VERB.search(words) or "均" in words or "每" in words)
        if straight and named and clause.quantity.unit == "元":
            # 销售320种土特产共计7亿元
            return clause.verb + words
        item = clause.gap.startswith("、") and len(words) <= ITEM_LENGTH
        paid = clause.verb in _PAID and clause.quantity.unit != "元"
        if (item and clause.verb not in words and not paid) or (
            len(words) <= SHORT and not VERB.search(words)
        ):
            return clause.verb + words
    return words


def _summary(words: str) -> str:
    """The word that says what all of a list are: 建成基地 of 建成茶叶、蔬菜等基地."""
    if "等" not in words[1:-2]:
        return words
    listed, _, last = words.rpartition("等")
    first = listed.split("、", 1)[0]
    verb = _CAUSED.search(first) or _DONE_FIRST.match(words)
    verbs = [found[0] for found in VERB.finditer(first)]
    done = verb["verb"] if verb else verbs[-1] if verbs else ""
    # 通过资助学生等方式共捐资捐物: how it was done is not what was done.
    by = _BY.match(last)
    head = last[by.end() :] if by else _FIELDS.sub("", last)
    if len(last) <= _KIND_ONLY and done and len(words) <= _WIDTH:
        # 派出干部、教师、医生等人才: so general a word says less than what it sums up.
        told = words[words.find(done) :]
        # 援建某某医院、敬老院等项目12个: where the first is a name, no list is left.
        return done + last if told.startswith(f"{done}、") else told
    return head if by else done + head


def _narrowed(words: str) -> str:
    """The last phrase of many words that is long enough to say what is counted."""
    told = _ADVERB.sub("", words)
    # 帮扶资金已经到位 keeps its subject: 帮扶资金到位.
    subject = words[: len(words) - len(told)]
    bare = BARE.fullmatch(told) or _GENERIC.match(told or "…")
    kept = bare and _SUBJECT.fullmatch(subject)
    words = kept["subject"] + told if kept else told
    words = _INCLUDES.sub(r"\g<gift>", words)
    words = _FROM_WHERE.sub("", _TO_WHOM.sub("", words).rpartition("以及")[2])
    words = _HAVING.sub("", _WHERE.sub("", _MEANS.sub("", words)))
    if giver := _GIVING.fullmatch(words):
        # 某地区的爱心企业还捐助
        return giver["who"] + giver["act"]
    subject, pause, told = words.rpartition("、")
    if pause and not VERB.search(subject) and (done := VERB.search(told)):
        # 四大班子及相关部门、企业实现互访
        words = told[done.start() :] if len(told) - done.start() > 2 else words
    if len(words) > _LONG_FUND and (funds := _FUNDS_GIVEN.match(words)):
        return funds["given"]
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
    words = UNDERWAY.sub("", _SUMMED.sub("", words))
    if not _PRICED.search(words):
        return ""
    if len(words) > _THING:
        words = words.rsplit("的", 1)[-1]
    ends = [m.end() for m in VERB.finditer(words) if m.end() <= len(words) - SHORT]
    return words[ends[-1] :] if ends and len(words) > _THING else _OPENING_VERB.sub("", words)
