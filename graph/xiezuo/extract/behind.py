"""What a number counts where the words for it stand behind the number: 投入2800万元财政资金."""

from __future__ import annotations

import re

from xiezuo.extract.clauses import (
    BOUNDARY,
    HELP,
    LEADS,
    NAMES,
    PLACE,
    QUANTITY,
    VERB,
    VERBS,
    Clause,
    plain,
)
from xiezuo.extract.doings import acted
from xiezuo.extract.measures import BARE, ITEM_LENGTH, OUTCOME, SHORT, STAFF_WORDS, UNDERWAY, WENT

_FIGURE = re.compile("(?:收入|产值|营收|利润)(?:达到?|超过?|约)?$")
_FUND = re.compile("(?:协作|帮扶|援助|财政|专项|扶贫|援[疆藏青]|项目)(?:资金|款)$")
_NO_NOUN = re.compile(
    "(?:$|[-—]|所(?!学校|医院|高校|中小?学|小学|幼儿园)|驻(?=[县村校院])|投[向给]|(?:现场|积极|踊跃)*(?:聆听|观摩|到场)|直接(?:安排|用于|投|拨)|和|与|及|以及|并|且|而且|等|抵达|启程|奔赴|进藏|进疆|来到|用于|到|赴|来[自到]|在|增|提高|不等|左右|进行|支持|助力|推动|促进|集中(?![供安养连治住居建采])|全部|已|均|得到"
    "|实现|参[加会]|围绕|聚焦|立足|瞄准|紧盯|依托|按照|针对|面向|就业(?![岗困人车帮培])|务工(?!人)|增收|脱贫(?![人户劳群村县地])|完成|分别|[0-9%”])"
)
_NOUN_ENDS = re.compile(
    f"(?<=..)(?:(?:——|--|到|赴|(?<!自)来到?|前往|赶往|奔赴|抵达|启程|进藏|进疆|开展|参加|参与|进行|在|与|前来|一定|实现向|让|使(?!用)|踏上|大力|始终|牢记|弘扬|践行|发扬|秉[承持]|接力|接续|默默|精心|倾[心情力]|全力|全身心|不畏|不惧|不远|远赴|离开|满怀|胸怀|各司|勇于|努力|认真|现场(?=接)|(?:以及|[和及])(?=[{NAMES}])|并|用于|支持(?!资金)"
    f"|结对(?!村|帮扶)|{HELP}|投资(?![额项])|分别|先后|已|均|正|将|就(?!业)|为|通过|从(?!业)|由|开始|组成|陆续|被|(?<!重)获|每|平均|[户人年]均|结(?=[为成])"
    "|大致|可分|涉及|包括|涵盖|分布|发放|提质|(?:居?住|生活)在|累计|完成|走遍|已能|得到|奠基|运送|肩负|怀[着揣]|承担|克服|坚[持守]|扎根|奋战|跨越|深入(?![贫推])|受(?![益惠灾援助])|覆盖|未|运[往抵到]|送[往到至]|交[到给]|分发|捐[给往]|搭?乘坐?|派驻|进驻|搭上|参与|质量|水平|(?<!定)居住(?![区点地])|同日|日前|拿到|领到|入住|刚|[和及与](?:若干|一批)|帮助|资助|拟|转达|全部|纳入|逐一|的基础上|以(?![及上下来内外])|走[进向出]|亮相|组团(?!式)|结伴|也|(?:改善|提升|提高|促进|推动|解决)了|成为|一起|一同|有效|免费(?!.{0,5}手术)|踊跃|寄[送来]|列入|(?<![高初])中(?=，|$))|$)|签[订署]"
)
_FROM = re.compile("来自[^的，。；]{1,12}的")
_ORIGIN = re.compile(
    "^(?:籍|我[省市区县州旗盟](?=..)|(?:及|和)?周边|(?:需要|正在|亟待)[^，。]{1,6}的"
    f"|[到在赴来][{PLACE}](?:挂职|支教|支医|务工|就业|就读|创业)的)(?=..)"
    f"|^[一-龥]{{2,6}}的(?=[{PLACE}]援)"
)
"""What stands before the counted things: 290名辛勤奉献的湖北援疆队员."""
_ITEM = f"[^{BOUNDARY}{QUANTITY}、（）到赴往来]"
_LISTED = re.compile(
    "(?![^、]{0,14}?(?:先后|分别|对(?![口接])))"
    f"(?:{_ITEM}{{1,14}}、)+{_ITEM}{{1,12}}?等"
    "(?:(?:领域|方面|行业|学科)的?(?=(?:高端|专业|专技|技术|优秀|骨干|急需|紧缺)*(?:人才|人员|教师|干部|专家|骨干|项目|工程)))?"
    f"(?P<rest>[^{BOUNDARY}{QUANTITY}、（）到赴来前领方地]{{2}}[^{BOUNDARY}{QUANTITY}、（）]*)"
)
"""农业、文旅等项目, 农业、文旅等领域人才: the last word of a list says what all are."""
_MODIFIED = re.compile(
    f"(?:[^{BOUNDARY}{QUANTITY}、（）的]{{2,8}}、)+[^{BOUNDARY}{QUANTITY}、（）的]{{2,8}}的"
    f"(?P<rest>[^{BOUNDARY}{QUANTITY}、（）的]{{2,}})"
)
"""补短板、强弱项的项目: what stands behind a list of what the counted things are like."""
_SKILLED = re.compile(
    f"(?:[^{BOUNDARY}{QUANTITY}、（）的]{{2,4}}?(?<![部师生才员家长])[、和及与]){{1,4}}[^{BOUNDARY}{QUANTITY}、（）的]{{2,4}}?(?:领域|方面|系统)?的?"
    "(?P<rest>(?:高端|专业|专技|技术|党政|优秀|骨干|急需|紧缺)*(?:人才|人员|干部|教师|专家|骨干)[一-龥]*)"
)
"""教育、医疗、农业领域专业人才: people of several branches."""
_BRANCHES = re.compile(
    "(?:工业|农业|产业|民生|教育|医疗|文化|旅游|基础设施)(?:[、和及](?=[工农产民教医文旅基]))"
    "(?P<rest>[一-龥]{2,4}?(?:项目|工程|园区?|企业|基地|设施)+)"
)
"""工业、农业园区: the thing that all words of a list have in common."""
_COMPOUND = re.compile(
    "(?:(?:结对|对口)?帮扶|援建|援助|建设|合作|签约|帮扶|引进|新建|投资|示范|培训|服务|种植)(?:项目|工程|企业|资金|基地)|培训(?:课程|班|活动|讲座|项目|[对学人]|会)"
)
_STAFF = re.compile(STAFF_WORDS)
_TASK = re.compile("对口支援|援[藏疆青川滇宁甘黔](?!干部)|挂职|支教|支医|帮扶|义诊|坐诊|讲学")
_DISPOSED = re.compile(
    "(?P<fund>[一-龥]{0,4}资金)(?:已经?|全部|均|分别|将|陆续|源源不断)*(?P<act>分配|下达|涌入|注入)"
)
"""4000万资金全部分配给6县区: what was done with the sum stands behind it."""
_SPENT = re.compile("(?:总投资额?|投资额?|投入|出资|总额度?)(?:约|达|近|超)?$")
_BUILT_UP = re.compile("(?P<noun>[^，。；]{2,14}?)(?:建起|建成|竣工|落成|完工|投用|投入使用)")
_BUILDING = re.compile(
    "(?:为[^，。；、]{1,8}?)?(?P<act>援建|建设|新建|修建|改造|打造|建成|改建|扩建|捐建|建)了?(?:[一1][座所个处条栋间])?(?=..)"
)
_FINISHED = re.compile("近日|日前|正式|完工|投入使用|投用|启用|竣工|落成")
_INCLUDING = re.compile("包括|涵盖|包含|含有|总$")
"""Ends what is done with things that are then listed: 捐赠包括图书等在内总价值9万元的款物."""
_RUN = re.compile(f"(?:{VERBS})+")
_AIMED = re.compile(
    f"对口支援|(?:重点|主要|专门|专项|全部)?用[于来](?:{VERBS}|发展|和|与|加快|改善)*"
    "(?P<noun>[^，。；、]{2,12})"
)
_WIDELY = re.compile(
    f"(?:(?:重点|主要|专门|专项|全部)?用[于来]|进行|支持|帮助|建设|打造|援建|改造|实施)[^，。；]{{0,40}}?"
    f"(?:[{NAMES}]|[县市区州][市县]?|[及和])(?P<noun>[^{NAMES}，。；、的及和]{{4,12}})(?=[，。；]|$)"
)
"""投入6.9亿元用于某市、某州及15个重点县医疗体系建设."""
_ENUMERATED = re.compile("等(?:(?:方面|领域|内容)的?)?$|以及$")
_LED = re.compile(f"(?:{VERBS})[^，。；、]{{2,12}}、")
_CONTAINS = re.compile("包括|包含有?|其中有?")
_SPACES = ("平方米", "亩")
_ALIAS = re.compile(
    f"(?P<kind>[^{NAMES}{BOUNDARY}、（）]{{2,6}})（[^（）{NAMES}]{{1,6}}）(?P<noun>[^{NAMES}{BOUNDARY}、（）]{{2,10}})"
)
_FIRST = re.compile("[^，。；、的]{2,8}?(?=[及和与]|以及|建设)")
_GUESTS = re.compile("(?P<origin>[一-龥]{0,4}?)(?P<noun>[游旅]客)")
_RIDE = re.compile("(?P<ride>专列|包机|专机)[^，。；]{0,6}$")
_FOR = re.compile(f"(?:主要|专门|专项|将)?用[于来](?P<what>(?:{VERBS}).{{0,20}})$")
_OTHER = re.compile(f"、(?P<noun>(?!{VERBS})[^{NAMES}，。；、的等]{{2,6}})(?=[，。；）]|$)")
_THEREBY = re.compile(
    "从中|由此|因此|直接|在[^，。；、]{1,6}?(?=实现|就业|务工)"
    "|通过[^，。；、]{2,14}?(?:在[^，。；、]{1,4}?)?(?=实现(?:稳定|转移|就|增|脱|务)|稳定就业|就近就|就地就|就业(?!援|帮|服|培)|增收|脱贫(?!攻))"
)
_OUTCOME_TOLD = re.compile("(?:就业|增收|受益|脱贫|岗位|产值|企业)$")
_FOLK = re.compile(
    "[一-龥]{2,4}人(?:在|到)[^，。；、]{2,6}?(?:实现)?(?:稳定)?(?:从业|就业|务工|经商|创业)"
)
_BUILT = tuple("修装建添盖捐拨栽铺架挖")
_PUT = ("投入", "投资", "出资")
_BEARER = re.compile("(?P<noun>[^的，。；、]{2,6})(?:带着|携带?)$")
_PLACED = re.compile("投资(?:落户|落地|兴业)?")
_TEAM = re.compile(
    "(?P<team>(?:援[一-龥]|支教|支医|挂职|医疗|帮扶)(?:工作)?[队组]?)的?(?:共|约|近|超)?$"
)
_TASKED = re.compile(
    "的?(?:[一-龥]{0,4}(?:援|挂职|支教|支医|帮扶)|农|贫|群|学|脱|人(?!才)|[务从][工业])"
)
"""People whose task is told anyhow, or who are none of a team."""
_DONE_TO = re.compile(
    "[^的]{0,10}(?:建设|改造|修缮|维修|装修|整治|提升|升级|修复|重建|绿化|亮化|硬化|规划|编制)(?:工程|任务|工作)?"
)
"""What was done to the things counted: 4所学校的基础设施建设."""
_SETTLES = ("为", "进驻", "落户", "入驻", "落地")
"""What follows a sum where its giver comes: 两家企业投资1亿元进驻某县."""
_EACH = re.compile("(?P<each>每[人户村县校名家镇班])(?:一次性|各|可|均)*(?:[一-龥]{2}了?)?$")
_LEAD = re.compile(f"(?:{LEADS}|年(?:出栏|存栏|加工|生产|产|繁育|供应))$")
_LONG, _SHORTEST, _LONGEST = 8, 2, 14
"""From here on a noun is cut, down to here; and so much of a sentence is kept."""
_LIST = 16
"""A list is told in full up to so many characters, where its last word says little."""
_VERB_WIDTH = 8
"""So near to its number stands a verb that is said of what follows it."""
_PRICED_AT = re.compile(
    f"(?:[、和与及]{QUANTITY})+的?(?P<noun>[^{BOUNDARY}{QUANTITY}、（）]{{2,10}})"
)
_SERIES = re.compile(
    f"(?:、{QUANTITY})+的(?P<noun>[^{BOUNDARY}{NAMES}、（）]{{0,8}}(?:资金|款|金|经费|物资|设备|补助))(?=[，。；]|$)"
)
_AND_PRICE = re.compile(
    f"、?(?:总|合计|折合)?价值{QUANTITY}的?(?P<noun>[^{BOUNDARY}{QUANTITY}、（）]{{2,10}})"
)
"""价值5万元、6万元的物资; 18吨、价值20万元的蔬菜: what the price is of stands behind all."""
_FAR = re.compile(
    "(?:到|赴|前往)[^，。；]{2,30}?(?P<act>跟[岗班](?:学习|锻炼)|挂职(?:锻炼|学习)?|进修|研修|培训|支教|支医|务工|就业|考察)"
)
_HEADS = ("人", "人次", "批", "批次")
_TIMES = ("次", "趟")
_CALL = re.compile("(?:赴|前往|来访|到访)[一-龥]{1,6}")
_CALLER = 5
"""Of those who went somewhere several times so many characters are told."""
_GIVES = ("投资", "捐赠", "捐款", "捐资")


def behind(clause: Clause) -> str:
    """The measure from the words behind the number, with the verb before it; "" where none."""
    if moved := _moved(clause):
        return moved
    right = _counted(clause)
    compound = clause.right.startswith("的") or _COMPOUND.match(right)
    funded = clause.quantity.unit == "元" and clause.left.endswith(("资金", "款", "经费"))
    led = VERB.match(right) and not compound and (funded or _names(clause.left))
    led = led and clause.quantity.unit not in _TIMES
    figure = clause.quantity.unit == "元" and _FIGURE.search(clause.left)
    # 其中协作资金5200万元的车间一期: the sum has its name before it.
    fund = clause.right.startswith("的") and _FUND.search(clause.left)
    # 带动就业600人的产业园
    of = clause.right.startswith("的") and _OUTCOME_TOLD.search(clause.left)
    # 投入2.3亿元实施安居工程、校舍改造…: for many things.
    spread = _LED.match(clause.below) and clause.left.endswith("投入")
    if _NO_NOUN.match(right) or (clause.quantity.unit == "元" and right.startswith(_SETTLES)):
        return _used(clause, plain(clause.left))
    if BARE.fullmatch(right) or led or figure or fund or of or spread:
        return ""
    left = plain(clause.left)
    verb = _verb(clause, left)
    told = (
        _disposed(clause, left, right)
        or _spent(clause, left, right)
        or _used(clause, left)
        or acted(clause, verb or ("" if left else clause.verb), right)
    )
    if not told and clause.left.endswith(("让", "使")) and not clause.goes_on:
        # 让126名患儿重获健康: what became of them.
        told = plain(right[:_LONGEST])
    if told:
        return told
    if (guests := _GUESTS.match(clause.after)) and not verb:
        # 专列首批630位游客, 15万上海游客: how or from where they came.
        ride = _RIDE.search(clause.left)
        return (ride["ride"] if ride else guests["origin"]) + guests["noun"]
    noun = _of_team(clause, verb) + _noun(clause, right)
    if len(noun) > 1 and not clause.goes_on and clause.right.endswith(noun):
        # 17个小学、卫生站
        other = _OTHER.match(clause.below, len(clause.right))
        noun += other["noun"] if other else ""
    return _each(clause) + _acted_on(clause, left, verb, noun) if noun else ""


def _of_team(clause: Clause, verb: str) -> str:
    """Whose people a number counts, where that stands before it: 援藏工作队 of …26名队员."""
    if clause.quantity.unit != "人" or verb:
        return ""
    team = _TEAM.search(clause.named)
    return team["team"] if team and not _TASKED.match(clause.right) else ""


def _each(clause: Clause) -> str:
    """Whom a sum is for, where each of many was given it: 每人 of 每人发放6000元助学金."""
    each = _EACH.search(clause.left) if clause.quantity.unit == "元" else None
    return each["each"] if each else ""


def _moved(clause: Clause) -> str:
    """Where people went, what for or by whom a sum was brought; "" where none of it is told."""
    unit = clause.quantity.unit
    if unit in _HEADS:
        return _travelled(clause)
    if unit in _TIMES and (call := _CALL.match(clause.after)):
        # 党政代表团先后13次赴某地
        return clause.named.removesuffix("先后")[-_CALLER:] + call[0]
    if unit != "元":
        return ""
    aim = None if clause.left not in ("", "其中", "剩余") else _FOR.match(clause.right)
    if aim is not None:
        # 这笔捐款中，15万元用于支持办学条件改善项目
        return plain(_NOUN_ENDS.split(aim["what"], maxsplit=1)[0])
    bearer = _BEARER.search(clause.left)
    act = _PLACED.match(clause.right) if bearer else None
    # 企业带着3亿元投资落户
    return f"{bearer['noun']}{act[0]}" if bearer and act else ""


def _travelled(clause: Clause) -> str:
    """Where people went and what for, where the words before their number name only an act."""
    left = plain(clause.left)
    staff = clause.quantity.unit != "人" or _STAFF.search(left)
    sent = VERB.search(left)
    alone = not left or BARE.fullmatch(left) or not staff or clause.left.endswith("等")
    if alone and (went := WENT.match(clause.after)):
        # 派出38人到某地跟岗
        return f"{sent[0]}人员{went[0]}" if sent else went[0]
    if alone and sent and (far := _FAR.match(clause.below)):
        # 选派超过300人赴某区有关单位、重点企业跟班学习
        return f"{sent[0]}人员{far['act']}"
    # 8万多福建人在宁夏从业
    folk = _FOLK.match(clause.after) if clause.quantity.unit == "人" else None
    return folk[0] if folk else ""


def _verb(clause: Clause, left: str) -> str:
    """The verb just before the number; of a list, what was done with all of it."""
    if clause.quantity.unit in _TIMES and VERB.match(clause.right):
        # 各结对学校先后7次组织教师培训: what was done follows how often.
        return ""
    if _ENUMERATED.search(clause.left):
        # 解决了工程、设备等7个援建项目资金: the list says what they are, its verb what was done.
        return clause.verb
    if left.endswith(("让", "使")):
        return ""
    if clause.left.endswith("了") and left.endswith(_BUILT) and not VERB.match(left[-2:]):
        return f"{left[-1]}了"
    lead = _LEAD.search(left)
    verbs = [] if lead else [m.start() for m in VERB.finditer(left)]
    if verbs and len(left) - verbs[-1] <= _VERB_WIDTH:
        aided = left.endswith("对口", 0, verbs[-1])
        return left[verbs[-1] - 2 * aided :]
    return lead[0] if lead else ""


def _noun(clause: Clause, right: str) -> str:
    """What is counted, with its outcome."""
    ended = _NOUN_ENDS.split(right, maxsplit=1)[0]
    noun = _core(plain(ended))
    acts = VERB.search(noun, 2) if clause.goes_on else None
    if acts is not None and acts.end() < len(noun):
        # 24个帮扶车间解决群众就业2950人
        does = acts[0] if acts[0] in _GIVES else ""
        noun = does + plain(noun[: acts.start()])
    by = _THEREBY.match(right, len(ended))
    if noun and (outcome := OUTCOME.match(right, by.end() if by else len(ended))):
        noun += outcome[0]
    return noun


def _core(noun: str) -> str:
    """A long noun without what describes it: 援疆项目 of 涉及民生改善的援疆项目."""
    whole, _, last = noun.rpartition("的")
    if whole and _DONE_TO.fullmatch(last):
        # 4所学校的基础设施建设: the schools are counted.
        return whole + last
    return last if len(noun) > _LONG and len(last) > _SHORTEST and not VERB.match(whole) else noun


def _acted_on(clause: Clause, left: str, verb: str, noun: str) -> str:
    """What is counted with what was done to it; ``left`` are the plain words before the number."""
    if not verb and _CONTAINS.fullmatch(clause.left):
        # 捐赠一批教学设备，包括32套电子白板
        verb = next((given[0] for given in VERB.finditer(clause.above[-ITEM_LENGTH:])), "")
    # 总投资12亿元的7个项目: what was done with the sum is not said of the things.
    verb = verb or ("" if left or clause.left == "的" else clause.verb)
    if clause.left.endswith("价值"):
        # 捐赠价值38万元的物资
        given = left.removesuffix("价值").removesuffix("一批")
        verb, noun = plain(_INCLUDING.split(given)[0]), f"{noun}价值"
        acts = _RUN.findall(verb[-ITEM_LENGTH:])
        verb = acts[-1] if acts else verb
    elif not verb and _STAFF.fullmatch(noun) and (task := _TASK.search(clause.below)):
        # 3名干部已经抵达，开始为期3年的对口支援工作
        verb = task[0]
    return verb + noun


def _counted(clause: Clause) -> str:
    """The words behind a number, without where the counted come from and what lists them."""
    below = clause.below
    if below.startswith("）") and clause.left.endswith("（"):
        # 第三批（22名）援青干部
        below = below[1:]
        return re.split(f"[{BOUNDARY}{QUANTITY}、（）]", below.lstrip(PLACE), maxsplit=1)[0]
    priced = _PRICED_AT if clause.left.endswith("价值") else _AND_PRICE
    # 捐赠25万元、14万元的助学资金
    given = _SERIES.match(below) if clause.quantity.unit == "元" else None
    if thing := given or priced.match(below):
        return thing["noun"]
    if clause.quantity.unit in _SPACES and (first := _FIRST.match(below)):
        # 11万平方米标准厂房及配套宿舍楼: an area is that of the first thing.
        return first[0]
    if (alias := _ALIAS.match(below)) and not clause.right.startswith("的"):
        # 部门（单位）合作协议
        return alias["kind"] + alias["noun"]
    below = below.removeprefix("的").removeprefix("多").lstrip(PLACE)
    came = _FROM.match(below)
    below = below[came.end() :] if came else below
    if (
        listed := _LISTED.match(below)
        or _MODIFIED.match(below)
        or _BRANCHES.match(below)
        or (clause.quantity.unit == "人" and not clause.left and _SKILLED.match(below))
    ):
        short = len(listed["rest"]) <= SHORT and len(listed[0]) <= _LIST
        return listed[0] if short else listed["rest"]
    right = clause.right.removeprefix("的").removeprefix("多").lstrip(PLACE)
    right = re.split(f"[{BOUNDARY}{QUANTITY}、（）]", below, maxsplit=1)[0] if came else right
    return _ORIGIN.sub("", right)


def _disposed(clause: Clause, left: str, right: str) -> str:
    """What was done with a sum, from the words behind it: 分配资金 of 4000万资金全部分配给…."""
    if clause.quantity.unit != "元" or (VERB.search(left) and not clause.left.endswith("的")):
        return ""
    disposed = _DISPOSED.match(right)
    return disposed["act"] + plain(disposed["fund"]) if disposed else ""


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
    if clause.right.startswith(("的", "“")):
        # 总投资8600万元的核桃产业园近日竣工
        return UNDERWAY.sub("", plain(_NOUN_ENDS.split(right, maxsplit=1)[0])) + spent[0]
    aim = _BUILDING.match(right)
    if aim is None or left.removesuffix(spent[0]):
        return ""
    # 投入3100万元援建边境口岸物流园
    thing = plain(_FINISHED.split(_NOUN_ENDS.split(right[aim.end() :], maxsplit=1)[0])[0])
    told = thing or right.startswith("的", aim.end())
    return aim["act"] + thing.removeprefix("的") + spent[0] if told else ""


def _used(clause: Clause, left: str) -> str:
    """What money that was put in is for, from the words behind it; "" where they do not say so."""
    put = left.endswith(_PUT) and clause.quantity.unit == "元"
    left = left[-2:] if put and len(left) > SHORT else left
    use = _AIMED.match(clause.right) if put else None
    if use is None:
        spread = _WIDELY.match(clause.below) if put else None
        return f"{left}{plain(spread['noun'])}" if spread else ""
    # 投入100万元重点用于培育和发展增收产业, 投入10亿元对口支援某区
    return f"{left}{plain(use['noun'])}" if use["noun"] else f"{use[0]}{left}"


def _names(left: str) -> bool:
    """Whether the words before a number name more than an act: 援助资金投入, but not 投入."""
    return len(VERB.sub("", plain(left))) > SHORT
