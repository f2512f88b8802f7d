"""People whom a sentence about sending names without an office: 到某县支教的某某, 某某主治医师.

Doctors and teachers who are sent have no title that makes them officials. They are looked for only
in clauses that speak of sending, so that villagers, patients and pupils stay out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.find.names import ends_before, is_likely, is_usual, name_end
from xiezuo.model import Span

SAID = re.compile(
    "(?:说|表示|介绍|坦言|告诉|回忆|深知|笑着|感慨|来自|是|把|为|也|就|正|回[到忆]|返回|每|主动|积极|经常|多次|先后|，)"
)
"""What goes on behind the name of somebody whom the article is about."""
_SERVES = re.compile(
    "(?:挂职|支教|支医|任教|援派|对口支援|帮扶|医院|中学|小学|学校|学院|大学|局|委|办|院|校|岁|来自[^，。；的]{2,16})的"
    "(?:[\u4e00-\u9fff]{0,6}?(?:干部|教师|老师|医生))?(?=[\u4e00-\u9fff])"
)
_RANK = re.compile(
    "(?:副教授|教授|副主任[医护]师|副主任医生|副主任护士|主任[医护]师|主任医生|主任护士|主治医[师生]"
    "|医[师生]|老师|护[师士])"
)
_AIDING = re.compile("援[疆藏青甘宁川黔滇蒙陕桂渝]|挂职|支教|支医|援派|支援|组团式")
_SENDING = re.compile("援[疆藏青甘宁川黔滇蒙陕桂渝]|支教|支医|援派|派遣|选派|支援|医疗队|组团式")
_AS = re.compile(
    "作为[^，。；]{0,24}(?:援[疆藏青甘宁川黔滇蒙陕桂渝]|挂职|支教|支医|援派)[^，。；]{0,8}"
    "(?:干部|人才|教师|医生|队员|成员|一员|领队|负责人)，(?:[^，。；]{0,4}[年月日][^，。；]{0,3}，)?(?=[\u4e00-\u9fff])"
)
_WENT_AS = re.compile(
    "作为[^，。；]{0,30}(?:援[疆藏青甘宁川黔滇蒙陕桂渝]|挂职|支教|支医|援派|帮扶)[^，。；]{0,26}?"
    "(?:干部|人才|教师|医生|人员|队员|成员|一员|之一)"
)
"""Behind a name: 某某作为第一批对口帮扶某县的驻点医疗人员."""
_CALLED = re.compile("(?:我叫|名叫|我是|叫做?|——)(?=[\u4e00-\u9fff]{2,3}(?:[，。的、和]|\\Z))")
"""Before the name of somebody who is presented: 我叫某某, 有位叫某某的医生, 老师——某某和某某."""
_HEAD = re.compile("\\s*(?:【[^】]{1,8}】|[\u4e00-\u9fff]{2,4}：)?")
_LIFE_WITHIN = 60
"""Within how many characters of a line the name at its head has ended."""
_RESUME = re.compile(
    "，(?:男|女|[\u4e00-\u9fff]{1,4}族|(?:19|20)[0-9]{2}年"
    "|[^，。；：]{2,24}(?:教师|老师|医[生师]|护士|干部|职工|科员|校长|园长|技术员|农艺师|研究员)，"
    "(?:现|挂|[^，。；]{0,12}(?:支教|支医|挂职|援[疆藏青甘宁川黔滇蒙陕桂渝])))"
)
"""What stands behind the name at the head of a short life."""
_SENT_NAME = re.compile(
    "(?:选派|委派|派出|派遣|抽调|局干部|委干部|办干部|院干部|校干部|部干部|厅干部)"
    "(?=[\u4e00-\u9fff]{2,3}(?:同志)?(?:[到赴来]|前往|挂|担?任))"
)
_TOLD_OF = (
    "(?=[\u4e00-\u9fff]{2,3}(?:同志|老师|医生)?"
    "(?:是|到|来到|赴|于[0-9去今前]|(?:20[0-9]{2}年|去年|前年)|迎来|曾|来自|主动|报名|告别|接过|毅然|成为|远赴|响应|随|从|结束|开启|延长|迎来|决定|选择|由|被|说，[^，。；]{0,10}[他她我](?!们|[省市区县州])|，(?:男|女|是|来自|原|本)))"
)
_OPENS = re.compile(_TOLD_OF)
_SUBJECT = re.compile(f"[。；！？\n“”：，日](?:(?<!日)|(?<=[0-9]日)){_TOLD_OF}")
"""Where a sentence can begin with the name of whom it tells, at a text's beginning or behind
what ends a clause or a date."""
_HELPING = re.compile(
    "(?:医院|学校|中学|小学|卫生院)[^，。；]{0,6}帮扶|对口帮扶|选派[到至]|帮扶[^，。；]{0,8}(?:医生|教师|专家)"
)
_TOLD_WITHIN = 100
_SPOKEN_OF = re.compile(
    "援[疆藏青甘宁川黔滇蒙陕桂渝派]|挂[职任]|支[教医援]|派遣|选派|医疗队|组团式|帮扶"
)
"""Lines without any of these speak of nobody who is sent."""
_TURNS = re.compile("(?:随后|首先|还)?[对向为给与和代说表介]")
"""Behind somebody who has to do with people that are sent, and is none of them."""
_LISTED = re.compile(
    "(?:等(?:[0-9一二三四五六七八九十]{1,3}[名位个]|一?大?批|多名)?|[两三四五六七八九十][名位])[^，。；]{0,8}?(?:干部|人才|教师|老师|医生|队员|专家|同志)"
)
"""Behind a list of names: 派出了某某、某某等7名干部."""
_BOUND = re.compile("[科院校室组学心部中、，；和与及的由]")
"""What a name stands behind that its rank follows."""
_BEFORE, _BEHIND, _FAR = 56, 48, 44
"""How far before and behind a name the word for sending can stand."""


def untitled(text: str, line: Span) -> Iterator[Span]:
    """Yield the names in a line that sentences about sending give without a title.

    Args:
        text: the article's text.
        line: the line to look at.
    """
    if _SPOKEN_OF.search(text, line.start, line.end) is None:
        return
    for found in (
        *_SERVES.finditer(text, line.start, line.end),
        *_AS.finditer(text, line.start, line.end),
    ):
        name = Span(found.end(), name_end(text, found.end()))
        words = name.of(text)
        told = 2 <= len(words) <= 4 and (SAID.match(text, name.end) or text.count(words) > 1)
        around = text[max(line.start, found.start() - _BEFORE) : name.end + _BEHIND]
        if (
            told
            and ends_before(text, name.end)
            and (_AIDING.search(around) or _HELPING.search(around))
        ):
            yield name
    for listed in _LISTED.finditer(text, line.start, line.end):
        around = text[max(line.start, listed.start() - _BEFORE) : listed.end() + _BEHIND]
        if _AIDING.search(around):
            yield from _names(text, line.start, listed.start())
    life = life_of(text, line)
    if life is not None:
        yield life
    yield from _presented(text, line)
    for went in _WENT_AS.finditer(text, line.start, line.end):
        yield from _ranked(text, line.start, went.start())
    for rank in _RANK.finditer(text, line.start, line.end):
        start = max(line.start, *(text.rfind(c, line.start, rank.start()) + 1 for c in "。；！？"))
        behind = "" if _TURNS.match(text, rank.end()) else text[rank.end() : rank.end() + _FAR]
        if _SENDING.search(text[max(start, rank.start() - _BEFORE) : rank.start()] + behind):
            yield from _ranked(text, line.start, rank.start())


def life_of(text: str, line: Span) -> Span | None:
    """The name of whom a line tells the short life (某某，男，1970年生…), if it does."""
    if _RESUME.search(text, line.start, line.start + _LIFE_WITHIN) is None:
        return None
    head = _HEAD.match(text, line.start, line.end)
    begin = head.end() if head else line.start
    end = name_end(text, begin)
    return Span(begin, end) if end > begin and _RESUME.match(text, end) else None


def _presented(text: str, line: Span) -> Iterator[Span]:
    """The names that a sentence begins with which goes on to tell that somebody was sent."""
    for found in (
        *_CALLED.finditer(text, line.start, line.end),
        *_SENT_NAME.finditer(text, line.start, line.end),
        *((first,) if not line.start and (first := _OPENS.match(text, 0, line.end)) else ()),
        *_SUBJECT.finditer(text, max(0, line.start - 1), line.end),
    ):
        start, end = found.end(), name_end(text, found.end())
        if not 2 <= end - start <= 3 or not ends_before(text, end):
            continue
        once = text.count(text[start:end]) == 1 and text[end] in "到来赴于"
        likely = is_likely(text, start, end) or is_usual(text, start, end)
        if not likely or (once and found.re in (_OPENS, _SUBJECT)):
            continue
        around = text[max(line.start, start - _BEFORE) : min(line.end, end + _TOLD_WITHIN)]
        if _AIDING.search(around) or _HELPING.search(around):
            yield Span(start, end)


def _names(text: str, floor: int, end: int) -> Iterator[Span]:
    """The names of a list that ends at an offset: 某某、某某和某某."""
    while end > floor:
        lengths = (3, 2, 4)
        starts = [end - n for n in lengths if end - n >= floor and name_end(text, end - n) == end]
        parted = [s for s in starts if s == floor or text[s - 1] in "、和"]
        if not parted:
            # The first of the list stands behind other words: 派出了某某、….
            bounded = [
                s for s in starts if text[s - 1] in "了的出派是由校院，：" and text[end] in "、等"
            ]
            yield from (Span(s, end) for s in bounded[:1])
            return
        yield Span(parted[0], end)
        end = parted[0] - 1


def _ranked(text: str, floor: int, end: int) -> Iterator[Span]:
    """The name of two or three characters right before a rank: 某科某某主治医师."""
    for start in (end - 3, end - 2):
        bounded = start == floor or (start > floor and _BOUND.match(text[start - 1]))
        if start >= floor and bounded and name_end(text, start) == end:
            yield Span(start, end)
            return
