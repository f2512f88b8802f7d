"""Names of events as the text has them, and when two names mean one event."""

from __future__ import annotations

import re

from xiezuo.extract.home import fits
from xiezuo.extract.scene import Scene
from xiezuo.model import Level, Pair, Span

_BEFORE = re.compile(
    "(?:召开|举行|举办|组织|开展|参加|参与|出席|主持|开启|启动|承办|主办|协办|共同|联合|顺利|成功|圆满|分别|会后|期间|落实|贯彻|按照|根据"
    "|见证|通过|利用|借助|以(?=[此本这]次|该)|开(?=推介|座谈|对接)|随后|当天|当日|下午|上午|近日|日前|和?(?:去年|前年|今年|此前|之前)|已?经(?![济贸开])|了|在|将|并|的|记者[^，。]{0,6}从)(?=[^召举]*$)"
)
_THIS = re.compile("^(?:此次|本次|这次|[这那]场|本场|[本此]届|该|首次)")
_DATELINE = re.compile(
    "[^，。]*?[0-9]日(?:电|讯|消息)[ \u3000]*(?:（[^（）]*）|\\([^()]*\\))?[ \u3000]*"
)
"""How a line begins that says who reports: 某网某地4月29日电（记者 某某）."""
_LIST = re.compile("^.*(?:仪式|大会|会议?|演出|表演|活动|展|展览|展销会)、")
"""Other events listed before a name: 启动仪式、专场演出、招商推介会."""
_THEME = re.compile("^以“[^”]*”为主题的")


def event_name(scene: Scene, span: Span) -> str:
    """The name of an event inside a span that ends with it.

    What stands before the name (dates, 召开, 参加, a subject joined by 与) is cut off; quotation
    marks that open before the cut are kept whole.
    """
    text = scene.article.text
    dated = _DATELINE.match(text, span.start, span.end)
    start = dated.end() if dated and dated.end() < span.end else span.start
    span = Span(start, span.end)
    opened = span.of(text).find("“")
    # Not in the text itself: the 将 of 将乐县 and the 在 of a firm's name cut nothing off.
    head = scene.masked[span.start : span.end if opened < 0 else span.start + opened]
    cuts = list(_BEFORE.finditer(head))
    if cuts and cuts[-1].end() < span.end - span.start:
        start += cuts[-1].end()
    start = _behind_dates(scene, start, span.end)
    name = _LIST.sub("", text[start : span.end])
    name = _THIS.sub("", _THEME.sub("", name).strip(" ·—-、，（"))
    return name.lstrip("“") if name.count("“") > name.count("”") else name


def _behind_dates(scene: Scene, start: int, end: int) -> int:
    for mention in scene.dates:
        if mention.span.start == start and mention.span.end < end:
            return mention.span.end
    return start


_TWO = re.compile("[两三](?:([省市州盟县区旗])|地)")


def sides_meant(scene: Scene, span: Span) -> list[Pair]:
    """The pairs whose event is told at a span, where it does not name both sides in full.

    An abbreviated pair of cities in the name (通汉协作座谈会) or 两省, 两市, 两县 before it
    decides; else the pair that is being told of.
    """
    inside = [m for m in scene.pair_mentions if span.contains(m.span)]
    named = [
        pair
        for pair in scene.pairs
        if any({pair.supporter, pair.recipient} == {m.first, m.second} for m in inside)
    ]
    sentence = scene.article.sentence_at(span.start)
    around = set(scene.places_between(sentence))
    low = [pair for pair in named if pair.recipient.level is not Level.PROVINCE]
    # 苏陕协作座谈会 may be of two counties, unless the sentence is about the provinces.
    high = [pair for pair in named if {pair.supporter, pair.recipient} <= around]
    if low or high:
        return low or high
    two = _TWO.search(scene.article.text, sentence.start, span.end)
    acting = list(scene.pairs_acting_at(span.start))
    if two and two[1] and not all(_fits(pair, two[1]) for pair in acting):
        return [pair for pair in scene.pairs if _fits(pair, two[1])] or acting
    return acting


def _fits(pair: Pair, character: str) -> bool:
    return any(fits(side, character) for side in (pair.supporter, pair.recipient))


def bigrams(text: str) -> set[str]:
    """The character pairs of a text, punctuation left out."""
    letters = re.sub(r"[\W_]", "", text)
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


def similar(one: str, other: str, least: float = 0.6) -> bool:
    """Whether two names share enough character pairs (Dice) to mean one event."""
    a, b = bigrams(one), bigrams(other)
    if not a or not b:
        return one == other
    return 2 * len(a & b) / (len(a) + len(b)) >= least
