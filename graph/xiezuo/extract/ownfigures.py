"""Numbers that measure no cooperation: a family's, a firm's, a place's own, another helper's."""

from __future__ import annotations

import re

from xiezuo.extract.clauses import Clause
from xiezuo.extract.scene import Scene

_ELSE = re.compile("定点帮扶|驻村帮扶|驻村工作队")
PAIRED_HELP = re.compile("东西部|协作|对口|援[疆藏青]|帮扶|扶贫")
_HOME = re.compile("(?:[我他她]们?|自)家(?!乡)|家里")
_FIRM = re.compile(
    "(?:目前|如今|去年|今年|近年来)?，?该(?:公司|企业|厂|合作社)(?![^。]{0,40}(?:捐|援|帮扶|协作|投资))"
)
"""Whose own figures a sentence tells."""
_GROWN = re.compile("，[^，。；]{0,4}?(?:增长|增幅|提高)")
_OWN_FIGURE = re.compile("(?:财政|[人户]均|纯|可支配|生产)[^，]{0,4}(?:收入|总值)$")
_OWN_AFFAIRS = re.compile(
    "本届[^，。；]{1,8}[会节展]|地区生产总值|GDP|(?:国内|财政)总?收入"
    "|全[省市县州区旗镇乡][^，。；]{0,6}(?:存栏|年产)"
)
"""What a sentence on a fair of many, or on what a place is and makes, tells numbers of."""
_HELP = re.compile("协作|帮扶|对口|结对|援|扶贫|两地|双方")
_STATISTIC = re.compile("(?:农村|城镇|居民|农牧?民|常住)+人均(?:可支配|纯)收入(?:达到?|为|是)?$")
_BROUGHT = re.compile("带动|帮助|使|让|助力|推动")
"""What a place's people earn is its own figure, unless the help is said to have brought it."""


def of_others(scene: Scene, line: int) -> bool:
    """Whether a paragraph tells of help that is not of the article's pairs: 定点帮扶, 驻村帮扶."""
    span = scene.article.lines[line].span
    words = span.of(scene.article.text)
    if not _ELSE.search(words) or PAIRED_HELP.search(words):
        return False
    return not any(scene.side_of(place) == "supporter" for place in scene.places_between(span))


def is_private(clause: Clause, scene: Scene, offset: int) -> bool:
    """Whether a sum is what one family earns: 现在我家的茶叶…每年增收3000元."""
    if _OWN_FIGURE.search(clause.left) and _GROWN.match(clause.below):
        return True
    if _STATISTIC.search(clause.left) and not _BROUGHT.search(clause.above):
        return True
    sentence = scene.article.sentence_at(offset)
    words = sentence.of(scene.article.text)
    if _FIRM.match(words) or (_OWN_AFFAIRS.search(words) and not _HELP.search(words)):
        return True
    people = clause.quantity.unit in ("人", "户")
    return not people and _HOME.search(scene.article.text, sentence.start, offset) is not None
