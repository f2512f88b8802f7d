"""Measures of few words, made so full that they tell what they are of: 年产值 → 园区年产值.

A text says 投入6.9亿元 or 年产值突破10亿元 where it has named the rest before; what is added here
stands in the same sentence.
"""

from __future__ import annotations

import re

from xiezuo.extract.clauses import VERB, Clause
from xiezuo.extract.measures import BARE, topic

_FEW, _SOME = 3, 5
"""Up to here a measure names a bare thing or act; up to here one act with its object."""
_OWNED = re.compile(
    "(?:年|总|综合)?(?:产值|营收|销售额|产能|产量|收入|利税|价值)|用工|协议额|投资额"
)
"""What a place of work has."""
_BROUGHT = re.compile("(?P<verb>带领|率领|带来|引来|迎来|拥有)了?[^，。；]{0,12}$")
_HELPED = re.compile("支援|援助|帮扶")
_GOT = re.compile("(?:筹措|筹集|安排|落实|拨付|划拨|争取|下达|整合|追加|到位)了?")
"""What is done with money, where the text leaves out that it is money."""
_PROJECTS = "项目"
_KINDS = re.compile(
    "灾后(?:恢复)?重建|对口(?:支援|帮扶|援建|协作|合作)|援[疆藏青川建助](?!干|队|指|教|医|工)|东西部协作|扶贫协作|(?:扶贫|帮扶)(?![产车工])|(?<![劳产消业务费])协作|重建|签约|招商引资|合作"
)
"""Whose projects they are: 灾后重建中，承担了…6大类114个项目."""
_EFFECT = re.compile(
    "带动|惠及|吸纳|实现|受益|解决|提供|容纳|带贫|辐射|覆盖|增收|就业|安置|减少|节约"
)
"""What a park, a workshop or a project does for people."""


def fuller(clause: Clause, measure: str) -> str:
    """A measure with the words of its sentence that it needs; most are full as they are."""
    if len(measure) <= _FEW:
        return _filled(clause, measure)
    if len(measure) <= _SOME and _EFFECT.match(measure):
        return topic(clause) + measure
    return measure


def _filled(clause: Clause, measure: str) -> str:
    """A measure of two or three characters with its verb, its thing or 累计."""
    brought = _BROUGHT.search(clause.left)
    if measure == _PROJECTS and not brought:
        kinds = _KINDS.findall(clause.named[clause.named.rfind("。") + 1 :])
        return f"{kinds[-1]}{measure}" if kinds else measure
    helped = _HELPED.fullmatch(measure) and "累计" not in clause.left
    if clause.quantity.unit == "元" and (helped or _GOT.fullmatch(measure)):
        return f"{measure}资金"
    if BARE.fullmatch(measure):
        summed = measure != "互访" and "累计" in clause.left
        return f"累计{measure}" if summed else measure
    if _OWNED.fullmatch(measure):
        return topic(clause) + measure
    if VERB.search(measure):
        return measure
    return brought["verb"] + measure if brought else measure
