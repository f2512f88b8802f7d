"""Indicators: the numbers that measure a cooperation, with what they count and for when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from xiezuo.extract.behind import behind
from xiezuo.extract.clauses import NAMES, PLACE, QUANTITY, VERBS, Clause, clauses, plain
from xiezuo.extract.counting import counts
from xiezuo.extract.doings import deed, twinned
from xiezuo.extract.fuller import fuller
from xiezuo.extract.grammar import Rule
from xiezuo.extract.measures import before, is_part
from xiezuo.extract.ownfigures import PAIRED_HELP, is_private, of_others
from xiezuo.extract.periods import announcements, period
from xiezuo.extract.repeats import Reading, distinct
from xiezuo.extract.scene import Scene
from xiezuo.extract.sides import nationwide, sides
from xiezuo.model import Assertion, Indicator, Role

RULES = (
    # 由1.1万元提高到1.7万元: both ends of a change.
    Rule(
        "indicator.change",
        "(?:从|由)[^，。；！？\n]{0,6}{quantity}"
        "|(?:提高|增加|增长|上升|提升|扩大|(?<!新)增|升|涨|跃|发展|拓展|壮大|减少|下降|缩减|降)(?:到|至|为)了?"
        "[^，。；！？\n]{0,3}{quantity}",
        0.8,
        examples=(
            "江宁区对口帮扶陕西省洛南县，带动示范村村民人均收入由2021年的1.1万元提高到1.7万元。",
        ),
        counterexamples=("江宁区对口帮扶陕西省洛南县，累计投入财政援助资金300万元。",),
    ),
    # 选派15名教师: what is counted follows its number.
    Rule(
        "indicator.behind",
        "{quantity}的?[一-龥“]{2,}",
        0.9,
        examples=(
            "江宁区对口帮扶陕西省洛南县，选派15名教师赴洛南县支教。",
            "江宁区对口帮扶陕西省洛南县，投入2800万元财政援助资金。",
        ),
        counterexamples=(
            "江宁区对口帮扶陕西省洛南县，投入财政援助资金2800万元。",
            "江宁区对口帮扶陕西省洛南县，全县下辖16个镇。",
        ),
    ),
    # 共建产业园区4个: what is counted precedes its number.
    Rule(
        "indicator.before",
        "[一-龥）]{2}{quantity}",
        0.9,
        examples=(
            "江宁区对口帮扶陕西省洛南县，投入财政援助资金2800万元。",
            "江宁区对口帮扶陕西省洛南县，共建产业园区4个、帮扶车间6个。",
        ),
        counterexamples=("江宁区对口帮扶陕西省洛南县，全县生产总值217亿元。",),
    ),
)
_CHANGE, _BEHIND, _BEFORE = RULES

_GOES_ON = re.compile("其中|这[其当]中|同时|此外")
_SUMMED_UP = re.compile("(?:共有?|共?计|总计|合计|总共|累计)*")
"""Before a number of what the clause above names: …等防疫物资，共计67万件."""
_LISTED = re.compile("[一-龥]{1,8}(?:（[^（）]{1,16}）)?(?:[、与和及同等][一-龥]{0,8}的?|，)")
"""Between two items of a list that one verb is said of."""
_ASIDE = re.compile("（(?!含)[^（）]{1,16}）")
"""街道（乡镇）: what the other side calls the same thing."""
_VERB_IN = re.compile(f"(?:{VERBS})(?!结对)")
_EAST_WEST = re.compile(
    "东西部?(?:扶贫|劳务|产业|消费|教育|健康)?(?:协作|扶贫)|援[疆藏青](?:项目|资金|工作|干部|教师|医生|人才|支教|支医|专家|队|指挥部)"
)
"""What an article calls by this name is a cooperation, whether or not its sides can be told."""
_CAPTION = re.compile("^[（(]?[▲△▼↑]|图为|[摄攝影][）)]?$")
_MADE_BY = re.compile(f"由[{NAMES}]*[一-龥]*(?:投[资入]|出资|捐|援|拨|建)[^，。；]*{QUANTITY}")
"""这个基地由某省投资2600万元援建 tells of no change."""
_ACT_ONLY = re.compile(f"(?:{VERBS})[出了]?")
_CARRIED_OUT = re.compile("实施|建设|援建|新建|打造|支持|扶持|用于|完成|推进")
_POOR = re.compile("贫困(?:人口|户|群众)(?:总?数)?$")
"""Those whose number fell: 贫困人口从3.7万人减少到1.1万人."""
_CUT = re.compile(".*[一-龥]和|.*、")
"""Before a number at the end of a text, what it counts has been cut off: 12名干部和6名."""
_KIND = re.compile("(?:项目|工程|企业)$")
_OPENING = re.compile(f"(?:{VERBS})+(?=..)")
_BATCHES = ("批", "批次", "期")
_PAIRED = re.compile("^结对(?:帮扶)?")
_SENT = re.compile("教师|医生|干部|人才|专家|人员|劳动力|[选增]派|派出|派遣")
_DONE = re.compile(
    "(?:其中)?(?:已经?|现已|累计已?)(?:开工|完工|竣工|建成|投产|完成|实施|落地|启动)"
)
_ARRIVED = re.compile("(?:已|全部|均|主要|重点|将)+(?:到位|用于|投向|拨付|使用)|到位|用于")
_FREED = re.compile(
    "(?:[省国]定|国家级|深度|建档立卡)*贫困[村县乡](?:全部|均|如期|顺利|已|实现|整体|脱贫)*(摘帽|出列)"
)
_AMONG = re.compile("(?<!其)中的?$")
_ITEM = 16
"""A line of so few characters can be an item of a list."""
_SHORT = 5
"""So few words name a part less well than its whole."""
_TOGETHER = re.compile("(?:团组|批次|[、（])?")
"""Between two numbers of one thing."""


def indicators(scene: Scene) -> Iterator[Assertion]:
    """Yield each number of a cooperation article that measures the cooperation, once.

    Numbers of attendance, rank, size and place, and those of the places' own development, are
    none; the pair is given where the words around the number leave no choice.
    """
    text = scene.article.text
    if not (scene.relevant or nationwide(scene.article) or _EAST_WEST.search(text)):
        return
    announced = announcements(scene)
    for reading in distinct(_readings(scene)):
        clause = reading.clause
        span = clause.quantity.span
        supporter, recipient = reading.sides
        yield scene.state(
            Indicator(
                measure=reading.measure,
                value=clause.quantity.value,
                unit=clause.quantity.unit,
                as_written=span.of(text),
                qualifier=clause.quantity.qualifier,
                period=period(scene, span) or announced[scene.paragraph(span.start)],
                supporter=supporter,
                recipient=recipient,
            ),
            reading.rule,
            span,
        )


def _readings(scene: Scene) -> Iterator[Reading]:
    text, sentences = scene.article.text, scene.article.sentences
    body = [c for c in clauses(scene.marked) if _is_told(scene, c.quantity.span.start)]
    found = _completed(text, body)
    deeds = _deeds(text, found)
    heads: dict[str, str] = {}
    told: dict[str, str] = {}
    head, sentence, line = "", -1, -1
    for index, clause in enumerate(found):
        following = _following(found, index)
        start = clause.quantity.span.start
        here, clause_sentence = scene.paragraph(start), scene.sentence_index(start)
        opening = sentences[clause_sentence].start
        goes_on = _GOES_ON.match(text, opening) or text[max(0, opening - 1)] == "；"
        goes_on = goes_on or _is_item(scene, here)
        if clause_sentence != sentence and not goes_on:
            # 援建项目49项。目前，已实施22项: a part of what the sentence before counted.
            told = dict(heads) if here == line else {}
            head = ""
            heads.clear()
        sentence, line = clause_sentence, here
        cut = _CUT.fullmatch(clause.gap) and clause.quantity.span.end == len(text.rstrip())
        if cut or _is_batch_of(clause, following) or of_others(scene, here):
            continue
        measure, rule = _measure(
            clause,
            heads.get(clause.quantity.unit) or _part(clause, told) or plain(clause.title),
            head,
            following,
            deeds[index],
        )
        if not measure:
            continue
        fell = rule is _CHANGE and _POOR.search(measure)
        if (fell or counts(clause, measure)) and not is_private(clause, scene, start):
            in_body = scene.article.lines[here].role is Role.BODY
            whose = sides(scene, start)
            yield Reading(clause, fuller(clause, measure), rule, in_body, clause_sentence, whose)
        head = measure
        parted = is_part(clause) or clause.left.startswith("其中")
        if not (parted and clause.quantity.unit in heads):
            heads[clause.quantity.unit] = measure


def _is_told(scene: Scene, offset: int) -> bool:
    """Whether a number stands in the text, or in a caption that tells of the cooperation."""
    if scene.is_body(offset):
        return True
    line = scene.article.lines[scene.paragraph(offset)]
    words = line.span.of(scene.article.text) if line.role is Role.NOTE else ""
    return _CAPTION.search(words) is not None and PAIRED_HELP.search(words) is not None


def _is_item(scene: Scene, line: int) -> bool:
    """Whether a line is an item of a list: 洛南县 11.04亿元, below a line that ends in 其中：."""
    lines, text = scene.article.lines, scene.article.text
    while line > 0 and len(lines[line].span) <= _ITEM:
        line -= 1
        if lines[line].span.of(text).endswith("："):
            return True
    return False


def _part(clause: Clause, told: Mapping[str, str]) -> str:
    """What a number that tells how far things have come counts of those told before."""
    return told.get(clause.quantity.unit, "") if _DONE.match(clause.left) else ""


def _following(found: Sequence[Clause], index: int) -> Clause | None:
    """The next clause; where that counts batches (四批176名) the one of those who came in them."""
    following = found[index + 1] if index + 1 < len(found) else None
    last = found[index + 2] if index + 2 < len(found) else None
    if following is None or last is None or not _is_batch_of(following, last):
        return following
    return replace(last, gap=following.gap)


def _completed(text: str, found: Sequence[Clause]) -> list[Clause]:
    """The clauses, each with the words that it shares with the one before.

    In 互访考察126批1480人次 both numbers are of what stands before the first.
    """
    done: list[Clause] = []
    for clause in found:
        last = done[-1] if done else None
        left, above, named = clause.left, clause.above, clause.named
        if last and _joined(clause):
            left, above, named = last.left, last.above, last.named
        elif above and not clause.right and _SUMMED_UP.fullmatch(left):
            summed = left or text.startswith("共", clause.quantity.span.start)
            left = above if summed else left
        shared = left is not clause.left
        done.append(replace(clause, left=left, above=above, named=named) if shared else clause)
    return done


def _joined(clause: Clause) -> bool:
    """Whether a quantity follows the one before at once: 126批1480人次, 15个团组237人次."""
    return _TOGETHER.fullmatch(clause.gap) is not None


def _is_batch_of(clause: Clause, following: Clause | None) -> bool:
    """Whether the next quantity says how many people the batches were: 9批140名干部."""
    return (
        clause.quantity.unit in _BATCHES
        and following is not None
        and (
            following.quantity.unit == "人"
            or (
                following.quantity.unit == "人次"
                and clause.quantity.unit != "期"
                and _SENT.search(clause.left) is not None
            )
        )
        and _joined(following)
    )


def _deeds(text: str, found: Sequence[Clause]) -> list[str]:
    """For each quantity what a list says once of all its items: 42所学校、31家医院结对."""
    deeds = [""] * len(found)
    for index in range(len(found) - 2, -1, -1):
        clause, following = found[index], found[index + 1]
        between = text[clause.quantity.span.end : following.quantity.span.start]
        summed = following.quantity.qualifier.startswith("共") and len(between) <= _SHORT
        # 9个镇街、19个企业、3个村共31个单位
        if (summed or _LISTED.fullmatch(between)) and not _VERB_IN.search(between):
            below = following.right + following.below[len(following.right) :]
            tie = twinned(below)
            deeds[index + 1] = deeds[index + 1] or tie
            deeds[index] = deed(following) or _freed(following, between[-1:]) or deeds[index + 1]
    return deeds


def _freed(clause: Clause, pause: str) -> str:
    """What became of all places of a list: 6个贫困县和569个贫困村全部摘帽."""
    freed = _FREED.match(clause.right)
    return freed[1] if freed and pause != "，" else ""


def _measure(
    clause: Clause, part: str, head: str, following: Clause | None, shared: str
) -> tuple[str, Rule]:
    """The words for what a clause's quantity counts ("" for none), and the construction's rule.

    Args:
        clause: the quantity with its words.
        part: what was last counted in this unit in the sentence, of which this can be a part.
        head: what was last counted in any unit.
        following: the next quantity.
        shared: what the list that the quantity stands in says of all its items.
    """
    change = _CHANGE.regex.search(clause.text)
    # 从某校选拔了54名 tells where they came from.
    drawn = change is not None and change[0][0] in "从由" and _VERB_IN.search(change[0])
    changes = change is not None and not drawn and not clause.right.startswith("的")
    if changes and not _MADE_BY.search(clause.text):
        return _changed(clause, head), _CHANGE
    whole = _AMONG.search(clause.left)
    if words := behind(clause):
        if whole and len(words) <= _SHORT:
            # 援宁专业技术人才中的7名援宁人
            words = plain(clause.left[: whole.start()]) or words
        aside = _ASIDE.match(clause.below, len(clause.right)) if shared else None
        told = deed(clause) or shared in words or (shared[:1] == "参" and "参" in words)
        own = "" if told or words.endswith(("摘帽", "出列")) else shared
        words = words.removesuffix(own) if own else words
        behind_it = own in ("摘帽", "出列") or _VERB_IN.match(words)
        listed = words + own if own and behind_it else own + words
        # 杭州市85个村与黔东南州85个村结对: whose they are.
        listed = _PAIRED.sub(rf"\g<0>{clause.owner}", listed) if clause.owner else listed
        return listed + (aside[0] if aside else ""), _BEHIND
    if clause.right == "的" and following is not None:
        # 总投资12.9亿元的7个项目签约 says behind the next number whose investment it is.
        return _OPENING.sub("", behind(following)) + plain(clause.left).replace("了", ""), _BEFORE
    # 续建项目6个（其中已建成的4个、正在建设的2个）
    again = clause.left.endswith("的") and not (part and is_part(clause))
    if again and (clause.right or not following or following.gap):
        if clause.quantity.unit == "元" and _ARRIVED.match(clause.right):
            # 投入的1500万元已全部到位
            return plain(clause.left).removesuffix("的") + "资金", _BEFORE
        # 选派的3人分别是 counts again what was counted before.
        return "", _BEFORE
    words = before(clause, head, part)
    return words + (_shared(clause, words, following) if following else ""), _BEFORE


def _shared(clause: Clause, words: str, following: Clause) -> str:
    """What the next number counts too, where the words for this one do not say what is counted.

    甲市挑选122名、乙市挑选176名干部挂职; 1.3万户、5.1万人用电问题; 4万户20万人脱贫.
    """
    if (
        words
        and clause.goes_on
        and clause.quantity.unit == "元"
        and _CARRIED_OUT.fullmatch(clause.right)
    ):
        # 投入4.3亿元实施168个产业项目
        return _OPENING.sub("", behind(following)) if _ACT_ONLY.fullmatch(words) else ""
    if words:
        if not _ACT_ONLY.fullmatch(words):
            return ""
        if clause.quantity.unit == "元" != following.quantity.unit:
            # 投资28亿元、92个援建项目: of so much else no more than its kind is told.
            kind = _KIND.search(behind(following)) if following.gap == "、" else None
            return kind[0] if kind else ""
        listed = following.gap.startswith("、") or not following.gap
        return _OPENING.sub("", behind(following)) if listed else ""
    joined = not clause.right and following.gap in ("", "、", f"、{PLACE}")
    return behind(following) if joined else ""


_CHANGED = re.compile(
    "(?:从|由)[^，。；]{0,12}$"
    "|(?:提高|增加|增长|上升|提升|扩大|(?<!新)增|升|涨|跃|发展|拓展|壮大|减少|下降|缩减|降)(?:到|至|为)"
)


_BY_STEPS = re.compile("(?:逐[步年渐批]|大幅|进一步|直接|一路|又|再)+")


def _changed(clause: Clause, head: str) -> str:
    """The measure of a number that grew: what stands before 从 or 提高到, else what grew before."""
    cut = _CHANGED.search(clause.left)
    words = before(replace(clause, left=clause.left[: cut.start() if cut else None], verb=""), "")
    told = len(words) > 1 and not _BY_STEPS.fullmatch(words)
    return words if told else head or plain(clause.above)
