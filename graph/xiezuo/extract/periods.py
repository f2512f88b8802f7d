"""For what time a number is: the date, stretch or year that its text tells of it."""

from __future__ import annotations

import re

from xiezuo.extract.scene import Scene
from xiezuo.model import DateMention, Span

_MOMENT = re.compile("[日天]|近期|最近|不久前")
"""Times of an event: they date no more than what happened then."""
_SINCE = re.compile("[^。；，\n]{1,30}(?P<since>以来|起)")
_IN_FORCE = re.compile("以来|截[至止]|期间|年来|年多|[0-9]年$")
_UNTIL = re.compile("(?<![一-龥])[到至]$")
_SUMS = re.compile("以来|截|年来|年多|期间|时期|至|-")
"""Words for a time over which one can sum up."""
_OPENED = re.compile(
    "(?<![一-龥])(?:自|从|在)?"
    "(?P<words>[一-龥]{3,14}(?<!年)以来|(?:脱贫攻坚|疫情|挂职|援[疆藏青])(?:期间|时期))"
)
_YEARLY = re.compile("每年|年内(?!蒙)")
_ITEM = re.compile(
    "(?:——|[●■◆•▲【]|[一二三四五六七八九十]+[、是]|（[一二三四五六七八九十]）|[0-9]+[.、]|[^，。；：]{2,8}：)"
)
"""How an item of a report begins: ——资金：, 一是, 【产业】."""
_REPORT = re.compile("工作|盘点|成绩单|情况|要点|总结|报告")
_HEADING = 40
"""A heading has no more characters."""
_STRETCH = re.compile(".*(?:以来|年来|年间|期间)|截.*")
_YEAR = re.compile("[0-9]{4}年度?")


def announcements(scene: Scene) -> list[str | None]:
    """For each line the time that a report announced for it, in its heading or before its items.

    盘点2022年，… holds of the items below it, 2021年工作情况 of the paragraphs.
    """
    told: list[str | None] = []
    heading: str | None = None
    intro: str | None = None
    for line in scene.article.lines:
        words = line.span.of(scene.article.text)
        times = (m.span.of(scene.article.text) for m in scene.dates if line.span.contains(m.span))
        reports = _REPORT.search(words) is not None
        first = next(
            (t for t in times if _STRETCH.fullmatch(t) or (reports and _YEAR.fullmatch(t))), None
        )
        if len(words) <= _HEADING and "。" not in words:
            heading = first if first and reports else heading
            told.append(heading)
        elif _ITEM.match(words):
            told.append(intro or heading)
        else:
            told.append(heading)
            intro = first
    return told


def _of_text(scene: Scene) -> list[DateMention]:
    """The dates outside of titles: 签署《“十四五”时期协作协议》 dates the agreement."""
    works = [work.span for work in scene.works]
    return [date for date in scene.dates if not any(work.contains(date.span) for work in works)]


def period(scene: Scene, span: Span) -> str | None:
    """The words for the time that a number is of, in its sentence, else in its paragraph."""
    text = scene.article.text
    sentence = scene.article.sentence_at(span.start)
    start = scene.article.lines[scene.paragraph(span.start)].span.start
    near: str | None = None
    told = False
    for mention in _of_text(scene):
        if mention.span.start < start:
            continue
        if mention.span.start >= span.start:
            break
        words = mention.span.of(text)
        before, after = text[mention.span.start - 1], text[mention.span.end]
        if before in "较比" or after == "是":
            continue
        if _UNTIL.search(text, start, mention.span.start):
            # 到4月30日，已开工12个
            words = text[mention.span.start - 1] + words
        elif _MOMENT.search(words):
            near = near if mention.span.start < sentence.start or told else None
            continue
        if since := _SINCE.match(text, mention.span.end, span.start):
            # 自2018年签署协议以来
            words += since["since"] if before in "自从" or since["since"] == "以来" else ""
        if mention.span.start >= sentence.start:
            near, told = words, True
        elif _IN_FORCE.search(words):
            near = words
    if not (told or _SUMS.search(near or "")):
        # 自结对帮扶以来，…。累计投入…。
        ruling = [found["words"] for found in _OPENED.finditer(text, start, span.start)]
        near = ruling[-1] if ruling else near
    if "累计" in text[sentence.start : span.start] and not told and not _SUMS.search(near or ""):
        # 2021年，两地结对。…累计投入 is no sum of that year alone.
        return "累计"
    if near is None or not told:
        # 京蒙协作开展以来, without a date; 每年
        opening = _OPENED.search(text, sentence.start, span.start)
        yearly = [found[0] for found in _YEARLY.finditer(text, sentence.start, span.start)]
        near = (opening["words"] if opening else None) or (yearly[-1] if yearly else None) or near
    return near
