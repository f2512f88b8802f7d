"""Indicators: the numbers that measure a cooperation, with what they count and for when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from xiezuo.extract.grammar import Rule
from xiezuo.extract.measures import QUANTITY, Clause, before, behind, clauses
from xiezuo.extract.scene import Scene
from xiezuo.model import Assertion, DateMention, Indicator, Place, Span

RULES = (
    Rule(
        "indicator.change",
        "(?:从|由)[^，。；！？\n]{0,3}{quantity}"
        "|(?:提高|增加|增长|上升|提升|扩大|增|升|减少|下降|降)(?:到|至|为)了?[^，。；！？\n]{0,3}{quantity}",
        0.8,
        examples=("带动当地村民人均收入由2021年的1.1万元提高到2024年的1.7万元。",),
        counterexamples=("江宁区与洛南县累计投入资金300万元。",),
    ),
    Rule(
        "indicator.behind",
        "{quantity}的?[一-龥“]{2,}",
        0.85,
        examples=("江宁区选派15名教师赴洛南县支教。", "江宁区投入2800万元财政援助资金。"),
        counterexamples=("江宁区投入财政援助资金2800万元。",),
    ),
    Rule(
        "indicator.before",
        "[一-龥）]{2}{quantity}",
        0.85,
        examples=("江宁区投入财政援助资金2800万元。", "两地共建产业园区4个、帮扶车间6个。"),
        counterexamples=("第十批共15名干部启程。",),
    ),
)
_CHANGE, _BEHIND, _BEFORE = RULES

# --- which numbers count ---------------------------------------------------------------------

_MONEY = re.compile(
    "资金|投入|投资|捐|援|签约|协议|销售|采购|购买|购销|消费|帮扶|订单|交易|收入|增收|产值|款|补助|工资|贷款|价值|物资"
    "|额|收益|分红|产业|项目|到位|补贴|回报|经费|奖|基金"
)
_PEOPLE = re.compile(
    "干部|人才|教师|老师|医生|医护|医疗|医务|专家|校长|院长|技术人员|专技|队员|工作人员|就业|务工|劳动力|劳务|返岗|岗位"
    "|培训|轮训|学员|群众|受益|惠及|贫困|脱贫|学生|师生|患者|农户|农民|农牧民|村民|牧民|居民|困难|老人|儿童|带头人|骨干"
    "|致富|护工|顾问|搬迁|增收|援|志愿者|特派员|接诊|义诊|诊疗|选派|互派|挂职|支教|支医|大学生|人员"
)
_THINGS = re.compile(
    "项目|企业|公司|园区|产业园|基地|车间|工厂|工坊|示范村|示范点|示范镇|学校|中学|小学|幼儿园|医院|卫生[院室]|协议|合作社"
    "|商会|社会组织|专区|专馆|专柜|门店|展馆|品牌|产品|平台|工作[室站]|岗位|活动|招聘会|推介会|展销会|培训班|课题|技术|科室"
    "|专科|中心|大棚|圈舍|房|道路|公路|桥|水|集群|产业|订单|合同|帮扶|援|结对|试点|课程|物资|设备|图书|电脑|手术|互访|考察"
    "|对接|交流|会议|部署|贫困村|脱贫村|基础设施|工程|机构|实事|好事|人才|干部|团队|培训|种植|养殖|设施|茶|果|菜|药材|牛|羊"
)
_LARGE = re.compile("乡镇|县|区|镇|街道|社区|行政村|村")
_COOPERATION = re.compile(
    "协作|帮扶|扶贫|支援|援[建助疆藏青川宁甘黔滇蒙桂外]|援|对口|结对|合作|两地|双方|两[省市县区]|捐|互派|共建|选派|签约|引进|招引"
    "|招商|消费|就业|推介|支[教医农]|挂职|派出"
)
_NEVER = re.compile(
    "下辖|所辖|辖区|辖有|总人口|常住|户籍|面积|海拔|生产总值|GDP|年龄|研究生|本科|党员|博士|硕士|距离|跨越|相距|行程|历时"
    "|赛|一行|粉丝|阅读|播放|分会场|少数民族|民族|代表团|调研组|考察组|同志|班子|省级|地级|游客|旅客|人口的|占全|排名"
    "|常委|委员|嘉宾|观众|记者|代表参|余座|房价|门票|单价|每[亩斤吨头户公]|户均"
)
_NEVER_BEHIND = re.compile(
    "(?:省级|国家级|国家|边境|贫困|脱贫|重点|受援|对口|结对|西部|东部|中西部|兄弟|沿海|协作|援[疆藏]|支援)*"
    "(?:省|市|县|区|州|旗|盟|地[州市级区]|乡(?!村)|镇|街道|师|团场|民族|城市|单位|部门|部委|方面|领域|环节|阶段|层面|维度|重点"
    "|问题|原则|字|目标|要求|意识|班子|同志|指标|月|最|小组|主题|板块|步骤|关键|亮点|聚力|持续|友好|姐妹|小时|点|层|岁|年(?!产)"
    "|行业|门类|系列|角度|批次|以上$)"
)
_LENGTHS = (
    "公里",
    "千米",
    "米",
    "平方米",
    "平方公里",
    "立方米",
    "亩",
    "公顷",
    "吨",
    "公斤",
    "斤",
    "千瓦",
    "兆瓦",
)
_BUILT = re.compile(
    "建|修|硬化|铺设|安装|采购|销售|种植|基地|流转|改造|示范|援|发展|整治|捐|输出|项目|园"
)
_UNCOUNTED_UNITS = (
    "%",
    "类",
    "种",
    "口",
    "列",
    "部",
    "门",
    "例",
    "张",
    "节",
    "单",
    "床",
    "单",
    "尾",
    "头",
)
_PAIRED = re.compile("结对|共建|示范")
_IN_FORCE = re.compile("以来|截[至止]|累计|期间|年来|[0-9]年$|去年|今年")
_BATCHES = ("批", "批次", "期")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a quantity was read to measure, and under which rule."""

    clause: Clause
    measure: str
    rule: Rule


def indicators(scene: Scene) -> Iterator[Assertion]:
    """Yield each number of a cooperation article that measures the cooperation, once.

    Numbers of attendance, rank, size and place, and those of the places' own development, are
    none; the pair is given where the words around the number leave no choice.
    """
    if not scene.relevant:
        return
    for reading in _distinct(_readings(scene)):
        clause = reading.clause
        span = clause.quantity.span
        supporter, recipient = _sides(scene, span.start)
        yield scene.state(
            Indicator(
                measure=reading.measure,
                value=clause.quantity.value,
                unit=clause.quantity.unit,
                as_written=span.of(scene.article.text),
                qualifier=clause.quantity.qualifier,
                period=_period(scene, span),
                supporter=supporter,
                recipient=recipient,
            ),
            reading.rule,
            span,
        )


def _readings(scene: Scene) -> Iterator[_Reading]:
    found = [c for c in clauses(scene.marked) if scene.is_body(c.quantity.span.start)]
    head, sentence = "", -1
    for position, clause in enumerate(found):
        if clause.sentence != sentence:
            head, sentence = "", clause.sentence
        following = found[position + 1] if position + 1 < len(found) else None
        if _is_batch_of(clause, following):
            continue
        measure, rule = _measure(clause, head, following)
        if not measure:
            continue
        if _counts(clause, measure) and _COOPERATION.search(_paragraph(scene, clause)):
            yield _Reading(clause, measure, rule)
        head = measure


def _is_batch_of(clause: Clause, following: Clause | None) -> bool:
    """Whether the next quantity says how many people the batches were: 9批140名干部."""
    return (
        clause.quantity.unit in _BATCHES
        and following is not None
        and following.quantity.unit in ("人", "人次")
        and following.quantity.span.start - clause.quantity.span.end <= 1
    )


def _measure(clause: Clause, head: str, following: Clause | None) -> tuple[str, Rule]:
    """The words for what a clause's quantity counts ("" for none), and the construction's rule."""
    if _CHANGE.regex.search(clause.text):
        return _changed(clause, head), _CHANGE
    after = behind(clause)
    words = before(clause, head)
    if after and not _NEVER_BEHIND.match(clause.right.removeprefix("的")):
        return after, _BEHIND
    if after:
        return "", _BEHIND
    if not words and following is not None and clause.right in ("的", ""):
        # 总投资12.9亿元的7个项目签约 says behind the next number whose investment it is.
        thing = behind(following)
        words = thing + clause.left if thing else ""
    return words, _BEFORE


_CHANGED = re.compile(
    "(?:从|由)[^，。；]{0,12}$|(?:提高|增加|增长|上升|提升|扩大|增|升|减少|下降|降)(?:到|至|为)"
)


def _changed(clause: Clause, head: str) -> str:
    """The measure of a number that grew: what stands before 从 or 提高到, else what grew before."""
    cut = _CHANGED.search(clause.left)
    words = before(replace(clause, left=clause.left[: cut.start() if cut else None], verb=""), "")
    return words if len(words) > 1 else head


def _counts(clause: Clause, measure: str) -> bool:
    """Whether a quantity with this measure tells of a cooperation rather than of its scenery."""
    quantity, unit = clause.quantity, clause.quantity.unit
    if unit in _UNCOUNTED_UNITS or _NEVER.search(f"{clause.left}{QUANTITY}{clause.right[:6]}"):
        return False
    if len(measure) < 2 or quantity.value <= 1:
        return False
    if unit in ("元", "美元"):
        return bool(_MONEY.search(measure))
    if unit in ("人", "人次", "户", "户次"):
        return bool(_PEOPLE.search(measure))
    if unit in _LENGTHS:
        return bool(_BUILT.search(measure))
    return bool(_THINGS.search(measure) or (_PAIRED.search(measure) and _LARGE.search(measure)))


def _paragraph(scene: Scene, clause: Clause) -> str:
    line = scene.article.lines[scene.paragraph(clause.quantity.span.start)]
    return line.span.of(scene.article.text)


def _sides(scene: Scene, offset: int) -> tuple[Place | None, Place | None]:
    """Supporter and recipient of the pairs at an offset, each only where all of them share it."""
    pairs = scene.pairs_at(offset)
    supporters = {pair.supporter for pair in pairs}
    recipients = {pair.recipient for pair in pairs}
    return (
        supporters.pop() if len(supporters) == 1 else None,
        recipients.pop() if len(recipients) == 1 else None,
    )


def _period(scene: Scene, span: Span) -> str | None:
    """The words for the time that a number is of: in its sentence, else in its paragraph."""
    text = scene.article.text
    sentence = scene.article.sentence_at(span.start)
    start = scene.article.lines[scene.paragraph(span.start)].span.start
    near: str | None = None
    for mention in scene.mentions:
        if not isinstance(mention, DateMention) or mention.span.start < start:
            continue
        if mention.span.start >= span.start:
            break
        words = mention.span.of(text)
        if mention.value is not None and len(mention.value) == len("2024-05-06"):
            # A day dates an event, not what had been reached by then.
            continue
        if mention.span.start >= sentence.start or _IN_FORCE.search(words):
            near = words
    return near


def _distinct(readings: Iterator[_Reading]) -> list[_Reading]:
    """The readings without repetitions: the same number of the same thing in headline and text."""
    kept: list[_Reading] = []
    for reading in readings:
        quantity = reading.clause.quantity
        for index, other in enumerate(kept):
            same = other.clause.quantity
            if (same.value, same.unit) == (quantity.value, quantity.unit) and (
                set(other.measure) & set(reading.measure)
            ):
                if len(reading.measure) > len(other.measure):
                    kept[index] = reading
                break
        else:
            kept.append(reading)
    return kept
