"""What the things or people behind a number did or have become: 12家企业签约, 5人赴某地挂职."""

from __future__ import annotations

import re

from xiezuo.extract.clauses import NAMES, PLACE, QUANTITY, VERB, VERBS, Clause, plain

_POSTED = re.compile(
    f"(?P<noun>[^{NAMES}已先将也，。；]{{2,12}}?)(?:到|赴|来|在|奔赴|前往)(?:{PLACE}、)*(?:[^，。；、]{{1,12}}?|[^，。；]{{2,24}}?等(?:单位|地|部门|医院|学校))"
    "(?P<act>挂职锻炼|挂职学习|挂职|支教支医|支教|支医|支农|跟岗学习|跟岗|跟班学习|跟班|进修|任教|就学|授课|开展义诊|义诊|参加培训|接受培训|(?:实地)?考察对接|(?:实地)?考察|参与帮扶|投资(?!额)|就业|务工)"
)
_SENT = re.compile(
    "(?:来自[^的，。；]{1,16}的)?(?P<noun>[^，。；：（）0-9]{2,20}?)"
    "(?P<went>(?:前来|(?:到|赴|前往)[^，。；：（）0-9]{1,10}?)(?P<act>培训|学习|研修|交流|跟岗|进修|参观|观摩|研学|旅游|观光|游览|参加(?:为期[^的，]{1,6}的)?(?:“[一-龥]{2,6}”)?[一-龥]{2,4}|体验[一-龥]{2,4}))"
)
"""干部和教育、卫生人员赴某地培训: people and what they went for."""
_LONG = 8
"""A longer list of people is not repeated in what they went for."""
_TIE = "(?:结对|“手拉手”)?(?:帮扶|协作|友好|合作|支援|共建|互助){1,2}关系"
_BOUND = "(?:建立)?了?结[对成为](?:了?帮扶对子|(?<=对)帮扶|(?<=对))"
_DONE = re.compile(
    f"[{PLACE}]?(?P<noun>[村镇乡县]|[^{NAMES}与和在]{{2,8}}?(?<!参)|[^{NAMES}与和在的]{{9,12}}?(?<!参))(?:、[^{NAMES}与和在，。；、]{{2,6}}?)?(?:分别|均|已|先后|全部|参与(?=[^，。；]{{0,12}}(?:帮扶|协作|支援)))*(?:（[^（）]{{1,16}}）)?(?:代表|(?:与|在|以及)[^，。；]{{1,24}}?)?(?:集中|现场|受邀|应邀|正式|成功|积极|齐聚一堂|免费|踊跃|分别|先后|已|全部|均|注册|闻讯|相继|陆续|纷纷|顺利|慕名|组团)*"
    f"(?P<act>签约|正在建设|纳入[一-龥]{{2,8}}?(?:范围|名单|规划|计划)|参加了?“?[^，。；“”]{{0,20}}?(?:研修班|培训班|学习班|夏令营)|参加(?:跟岗|培训|研修|进修|学习)+|(?:通过|获得)了?[^，。；]{{1,10}}?认证|参[加与](?:现场)?(?:招聘|展[销览示]|洽谈|推介)(?:会|活动)?|参加|参会|参展|齐聚|到会|走进|落户|落地|入驻|完工投[运用产]|投产|开工|完工|竣工|建立了?[一-龥]{{2,8}}机制|复制推广|亮相|上架|“?组团式”?(?:支援|帮扶)|对口(?:合作|帮扶|支援|协作)(?![资项关工协实帮村镇县乡地单部医学])|结成[一-龥]{{0,4}}对子|建立了?{_TIE}|{_BOUND}"
    f"|签[订署]了?[^，。；、{QUANTITY}]{{0,12}}(?:协议书?|合同|意向书?)|签[订署]了?(?={QUANTITY}|$)|达成(?:(?:合作|投资)?意向|合作))"
)
_TIED = re.compile(
    "[一-龥]{1,8}(?:（[^（）]{1,16}）)?，?(?:已|均|分别|先后|共同)*"
    f"(?P<act>{_BOUND}(?:关系)?|建立了?{_TIE})"
)
_COURSE = re.compile("参加.*(研修班|培训班|学习班|夏令营)")
_COME = ("落户", "落地", "入驻", "投产", "开工")
_WITH = re.compile("^[^，。；]{2,16}?(?:与|以及)")
"""8家医院与…7家医院签署: what was done stands behind the partner."""
_AS_MODIFIER = {"签署": "签约", "签订": "签约", "参加": "参会", "齐聚": "参会", "到会": "参会"}


_SERVED = re.compile(
    f"(?P<noun>[^{NAMES}，。；、与和]{{2,10}}?)(?:[和与及、]{QUANTITY}[^{NAMES}，。；、]{{2,8}}?)?"
    "(?:免费|无偿|集中|分别|统一|提供了?|一次性|成功|，)*"
    f"(?:展开|进行)?(?:现场)?(?P<act>{VERBS}|推介)了?(?P<thing>(?!力度)[^{NAMES}，。；、]{{0,10}})"
)
"""为3860名患者免费实施手术: those for whom something was done."""
_FOR = re.compile(
    "(?:[为给帮](?<![作成认分因称名]为)(?!期|主|扶)|帮助|[对向](?<![一两几]对))[^，。；：、]{0,16}$"
)
_CHOOSES = (
    "筛选",
    "选派",
    "派出",
    "组织",
    "安排",
    "推荐",
    "引导",
    "带动",
    "推动",
    "帮助",
    "协助",
    "支持",
)
_GATHERS = (
    "组织",
    "吸引",
    "邀请",
    "动员",
    "引导",
    "带领",
    "带着",
    "精选",
    "推荐",
    "发动",
    "协助",
    "帮助",
)
_SHOW = re.compile("展[销览示]|博览|交易会|采购节|年货节")
"""Who takes part in one of these is an exhibitor."""
_JOINED = re.compile(
    f"(?:(?!品[类种]|单品)[^{NAMES}的，。；、]{{2,8}}的(?=[一-龥]))?(?P<noun>[^{NAMES}的，。；、]{{2,14}}?)"
    f"(?:，{QUANTITY}[^{NAMES}，。；]{{1,8}}?)*(?:[的和与及、{NAMES}][^，。；]{{0,20}}?)?(?:积极|踊跃|集中|现场|共同)*"
    f"(?P<act>参展|参会|参加[^{NAMES}，。；、]{{0,8}}|参与(?!度)[^{NAMES}，。；、]{{0,4}})(?=[，。；]|$)"
)
"""组织74个贫困县、300家企业的千余个单品参加."""
_BROUGHT = re.compile(
    f"(?:来自[^的，。；]{{1,6}}的)?(?P<noun>[^{NAMES}，。；、]{{2,8}}?)(?:带着|携带?)[^，。；]{{1,12}}?(?P<act>落户|落地|入驻|投资(?!落)|参展|参会)"
)
"""12家企业带着3亿元投资落户."""


_HELD = re.compile(
    f"(?P<noun>[^{NAMES}，。；、与和对]{{2,8}}?)(?:现场|集中|先后|分别|已|均)*(?:对[^，。；、]{{1,10}}?)?"
    "进行了?(?:现场|集中|重点)?"
    "(?P<act>[一-龥]{0,8}?(?:对接|帮扶|协作|推进|改造|考察|推介|洽谈|交流|展示|展销|义诊|支援|援助|招聘|建设|签约))"
)
"""80家企业进行了现场项目对接: what was held with those counted."""


def acted(clause: Clause, verb: str, right: str) -> str:
    """Who did what, from the words behind a number; "" where they do not say so."""
    if told := _went(clause, verb, right):
        return told
    if held := _HELD.match(right) or _HELD.match(clause.below):
        return held["act"] + held["noun"]
    if told := _brought(clause) or (_joined_in(clause, verb) if verb else _served(clause)):
        return told
    done = _DONE.match(right) or (_DONE.match(clause.below) if _WITH.search(clause.below) else None)
    rest = clause.below[len(clause.right) :]
    if done is None and not clause.goes_on and rest.startswith("、"):
        # 5700家企业、商户入驻
        done = _DONE.match(right + rest)
    if done is None:
        return ""
    if verb and done["act"] in _COME:
        # 引进97家企业落地
        return verb + done["noun"] + done["act"]
    told = _modifier(done["act"]) + done["noun"]
    return verb + told if verb in _CHOOSES else told


def _went(clause: Clause, verb: str, right: str) -> str:
    """Who went where and what for; "" where nobody is told to have gone."""
    sent = _SENT.match(clause.after) if clause.quantity.unit == "人" else None
    posted = _POSTED.match(right) or _POSTED.match(clause.below)
    if posted and (verb or sent is None):
        noun = posted["noun"].removesuffix("一起")
        return verb + noun + posted["act"] if verb else posted["act"] + noun
    if sent is not None:
        noun = plain(sent["noun"])
        if len(noun) > _LONG:
            # 医疗、教育等专业技术人员: what all of them are.
            noun = noun.rpartition("等")[2] or noun
        if not verb or len(noun) > _LONG:
            return (verb or noun) + sent["went"]
        return verb + noun + sent["act"]
    return ""


def _brought(clause: Clause) -> str:
    """Who came with what: 落户企业 of 12家企业带着3亿元投资落户; "" where nobody did."""
    brought = _BROUGHT.match(clause.below)
    return brought["act"] + brought["noun"] if brought else ""


def _joined_in(clause: Clause, verb: str) -> str:
    """Who was brought to take part: 组织参展企业 of 组织60家企业参展; "" for nobody."""
    joined = _JOINED.match(clause.below) if verb[:2] in _GATHERS else None
    if joined is None:
        return ""
    noun = plain(joined["noun"])
    does = VERB.search(noun, 2)
    act = joined["act"]
    if act.startswith("参加"):
        told = clause.named[max(map(clause.named.rfind, "。！？\n")) + 1 :]
        act = "参展" if _SHOW.search(told + act) else act
    return verb[:2] + act + (noun[: does.start()] if does else noun)


def _served(clause: Clause) -> str:
    """What was done for those counted: 实施手术患者 of 为3860名患者实施手术; "" for nothing."""
    served = _SERVED.match(clause.below) if _FOR.search(clause.named) else None
    if served is None:
        return ""
    return served["act"] + served["thing"] + plain(served["noun"]).removesuffix("每人")


def deed(clause: Clause) -> str:
    """What the things behind a number did, as a modifier: 签约 of 企业集中签约; "" for nothing."""
    done = _DONE.match(clause.right)
    if done is None and _WITH.search(clause.below):
        # 41家医院与受援地学校、医院结对帮扶
        done = _DONE.match(clause.below)
    return _modifier(done["act"]) if done else ""


def _modifier(act: str) -> str:
    """A deed as a modifier of those who did it: 参会 of 参加."""
    if course := _COURSE.fullmatch(act):
        return f"参加{course[1]}"
    act = act.replace("“", "").replace("”", "")
    return _AS_MODIFIER.get(act.rstrip("了")) or _tie(act)


def twinned(below: str) -> str:
    """The tie that the clause behind a list says of all its items: …，分别建立了结对关系."""
    tied = _TIED.match(below)
    return _tie(tied["act"]) if tied else ""


def _tie(act: str) -> str:
    """A deed as a modifier: 结对帮扶 of 建立了结对帮扶关系."""
    act = act.replace("了", "")
    if "帮扶对子" in act:
        return "结对帮扶"
    if act.startswith("结成"):
        return "结对"
    return act.removeprefix("建立").removesuffix("关系") if "结对" in act else act
