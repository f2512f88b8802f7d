"""Whether the people whom a sentence counts or names are sent, and how many they are."""

from __future__ import annotations

import re

from xiezuo.extract.grammar import MARKS, Match
from xiezuo.extract.groups import AIDED, BATCH, NUMBER, SEND, SENT, VISITED
from xiezuo.model import PersonMention, QuantityMention

PEOPLE_UNITS = ("人", "名", "位", "人次", "个", "")
_BATCHES = ("批", "批次")
_NOT_SENT = re.compile(
    "培训|授课|听课|轮训|培养|培育|带教|就业|务工|参会|参加|出席|评选|表彰|(?<!柔性)引进|聚焦|采访|招聘|考察|接诊|[0-9]后”?$"
)
_BEING = re.compile("(?:成为|作为|是|当选|当)了?(?:第[^，。]{1,4}批)?$")
_CAPTION = ("■", "▲", "△", "▼", "图为")
"""What stands before the words under a photograph."""
_ONE = re.compile("(?:成为|作为|是|当选|当)了?[^，。；]{0,16}的?$")
"""Before 一名干部 that says what somebody named is."""
_APPOSED = re.compile(f"{MARKS[PersonMention]}，(?:{MARKS[QuantityMention]}|一[名位])来自")
"""Behind somebody named: 某某，一位来自某市的援青干部."""
_WELCOMED = re.compile("欢迎|感谢|作为")
"""Before people of whom the article tells elsewhere that they were sent."""
_AS = re.compile("作为")
_ELSEWHERE = re.compile("驰援|抗疫|抗击|抗震|救灾")
"""What is help in an emergency, no secondment."""
_TRAINED = re.compile("(?<!岗前)(?<!行前)(?<!后)(?<!前)培训|进修|研修")
_PLANNED = re.compile("(?<!即)将(?!军)|计划(?![”》内外])|拟|要(?!求)|希望|预计|力争|争取")
_SENDING = re.compile(SEND)
_LEARNING = re.compile("(?:赴|到|前往|来|去)[^，。；]{1,8}(?:学习|观摩|参观|考察)(?!锻炼|工作)")
"""Behind a bare number of those who go to learn: 派出300余人次赴某市学习."""
_SERVING = re.compile("挂职|支教|支医|跟岗|帮扶|援")
_TEAMS = re.compile("团队|小组|队")
"""Behind people of whom not they but their teams are counted: 6个科技特派员团队."""
_QUOTA = ("不少于", "不低于", "至少")
_OF_PLACES = re.compile(
    f"{MARKS[QuantityMention]}(?:设区|地级?市|[省市区县](?!处|级|直)|学校|单位|部门|医院)"
)
"""A number of places or bodies, not of people: 从9个设区市选拔的教师."""
_REACH = 20
_NEAR = 10
"""How far before a group the words can stand that tell of no sending."""


def is_sent(match: Match, opening: int) -> bool:
    """Whether the people that the match names are sent, not trained, and have been sent.

    ``opening`` is where the sentence begins in the marked text.
    """
    text, start, end = match.marked.text, match.found.start(), match.found.end()
    clause = text[max(opening, text.rfind("，", 0, start) + 1) : start]
    behind = re.split("[，。；！？\n]", text[end : end + _REACH])[0]
    trained = _TRAINED.search(behind) and not _SERVING.search(behind)
    other = _NOT_SENT.search(clause, max(0, len(clause) - _NEAR))
    learning = match.rule is NUMBER and _LEARNING.match(behind) and not _SERVING.search(behind)
    if other or trained or learning or _ELSEWHERE.search(behind):
        return False
    if (match.has("one") and _ONE.search(clause)) or _OF_PLACES.search(match.found[0]):
        return False
    if _APPOSED.search(text, max(opening, start - 2), end):
        return False
    told = {SENT.id: _WELCOMED, BATCH.id: _AS}.get(match.rule.id)
    return not (told and told.search(clause)) and _fits(match, clause, opening)


def _fits(match: Match, clause: str, opening: int) -> bool:
    """Whether the number of a match, or what stands there for it, is one of people sent."""
    text, start = match.marked.text, match.found.start()
    count = count_of(match)
    if match.rule is AIDED:
        # 报名成为第16批福建赴宁夏支教教师: that is somebody.
        line = text[text.rfind("\n", 0, start) + 1 : start]
        return _BEING.search(clause) is None and not line.startswith(_CAPTION)
    if count is None:
        return match.rule is VISITED or not _PLANNED.search(text[opening:start])
    if count.qualifier.startswith(_QUOTA) or (
        _PLANNED.search(clause) and not _SENDING.search(clause)
    ):
        return False
    teams = count.unit in ("个", "支") and _TEAMS.match(text, match.found.end())
    skilled = match.has("fields") and count.unit not in PEOPLE_UNITS[:4]
    batches = count.unit in _BATCHES and not _SENDING.search(clause + match.found[0])
    if teams or skilled or batches:
        return False
    # 人才三个 is no number of people, 三名 is.
    units = PEOPLE_UNITS if match.has("n") else PEOPLE_UNITS[:4]
    units = units if match.rule is NUMBER else (*units, *_BATCHES)
    return count.unit in units or match.rule is SENT


def count_of(match: Match) -> QuantityMention | None:
    """The number of a match; of batches and heads the heads."""
    counts = [
        mention
        for group in ("t", "n", "m", "b")
        for mention in (match.mentions(group) if match.has(group) else ())
        if isinstance(mention, QuantityMention)
    ]
    if len(counts) > 1 and counts[1].unit not in _BATCHES:
        return counts[1]
    return counts[0] if counts else None
