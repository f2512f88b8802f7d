"""Places written with one character: 甘 in 援甘, 津 in 来津, 穗 in 赴穗考察."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from xiezuo.find.lexicon import words
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level, Place, PlaceMention, Span

_BEGIN_WORDS = "新云贵黑龙吉福通常长台湖连温济珠"
"""Characters that begin too many words to be read as a place after 在 or 来."""

_AFTER_SENT = r"(?!年|少|春|壮|山|苗|流|府|渝|甘宁|东部|西部|南部|北部)"
_AFTER_WENT = (
    r"(?=[，。、；！？”）\s]|$|考察|调研|走访|参观|看望|慰问|洽谈|拜访|衔接|与|挂职|务工|就业|期间|干部|人员|工作|学习|对接|交流|举行"
    r"|召开|举办"
    r"|开展|签[约订署]|企业|访问|帮扶|支医|支教|旅游|投资|招商|开幕|参加|出席|推介|以来|后|前|的|时|途中)"
)

_DOING = (
    r"考察|调研|走访|参观|看望|慰问|对接|交流|学习|就业|就读|挂职|访问|开展|投资|洽谈|招商|参加|出席|支教|支医"
    "|务工"
)
_PEOPLE = r"干部|人才|工作|教师|医生|医疗|指挥|前方|挂职|队"
_NOT_BEFORE = "(?<![存现实所自外内正旨未将从原本往].)"


@cache
def letters() -> Mapping[str, tuple[Place, ...]]:
    """The places that each character may stand for, provinces first."""
    found: dict[str, list[Place]] = {}
    for entry in words("place_letters"):
        letter, _, code = entry.partition("=")
        found.setdefault(letter, []).append(gazetteer().codes[code])
    return {
        letter: tuple(sorted(places, key=lambda place: place.level is not Level.PROVINCE))
        for letter, places in found.items()
    }


def initials(mentions: Iterable[PlaceMention]) -> dict[str, tuple[Place, ...]]:
    """The places of the mentions by the first character of their names."""
    found: dict[str, dict[Place, None]] = {}
    for mention in mentions:
        if mention.place is not None and mention.form not in ("abbreviation", "inside"):
            found.setdefault(mention.place.name[0], {})[mention.place] = None
    return {initial: tuple(named) for initial, named in found.items()}


@cache
def _side() -> re.Pattern[str]:
    careful = "".join(letter for letter in letters() if letter not in _BEGIN_WORDS)
    # It begins with characters, by which the scan skips all that cannot begin a match; what must
    # stand there or before it is looked at behind that first character.
    return re.compile(
        r"[援在来赴抵莅离驻入进访返回到](?:(?<=援)"
        rf"(?:(?P<sent>[{careful}]){_AFTER_SENT}|(?P<sent_local>[一-鿿])(?={_PEOPLE}))"
        rf"|(?<=[来赴抵莅]){_NOT_BEFORE}(?P<come_local>[一-鿿])(?=[，。、])"
        rf"|(?<!援){_NOT_BEFORE}"
        rf"(?:(?P<went>[{careful}]){_AFTER_WENT}|(?P<went_local>[一-鿿])(?={_DOING})))"
    )


def may_be_aided(text: str) -> bool:
    """Whether a text may hold a place like that of 援疆, whatever places it names."""
    return "援" in text and any(
        (match.lastgroup or "").startswith("sent") for match in _side().finditer(text)
    )


def find_letters(
    text: str, covered: Sequence[tuple[int, int]], mentions: Sequence[PlaceMention]
) -> Iterator[PlaceMention]:
    """One-character sides: 援X, 来X, 赴X, 在X.

    A province needs nothing more; a city or county must be named in the text.

    Args:
        text: the article's text.
        covered: where longer place names stand, in order.
        mentions: the places that the article names.
    """
    matches = [
        match
        for match in _side().finditer(text)
        if not _is_covered(covered, match.start(match.lastgroup or 0))
    ]
    if not matches:
        return
    named = initials(mentions)
    places = {place for same in named.values() for place in same}
    for match in matches:
        group = match.lastgroup or ""
        letter = match[group]
        possible = () if group.endswith("local") else letters()[letter]
        provinces = [place for place in possible if place.level is Level.PROVINCE]
        cities = [place for place in possible if place in places] or named.get(letter, ())
        chosen = cities if len(cities) == 1 and group != "sent" else provinces
        if len(chosen) == 1:
            span, reason = Span(*match.span(group)), f"“{match.group()}”中的简称"
            yield PlaceMention(span, chosen[0], "abbreviation", reason)


_NUMERALS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_COUNTED = re.compile("[两三四五六](?P<unit>[市州县区盟旗])(?![委政长])")


def find_counted(
    text: str, covered: Sequence[tuple[int, int]], mentions: Sequence[PlaceMention]
) -> Iterator[PlaceMention]:
    """Places of one province by their first characters, as many as are counted: 张承保三市.

    The text names each of them, and no other of the kind that begins so.
    """
    counted = list(_COUNTED.finditer(text))
    named = initials(mentions) if counted else {}
    for match in counted:
        start = match.start() - _NUMERALS[match[0][0]]
        if any(_is_covered(covered, at) for at in range(max(0, start), match.start())):
            continue
        places = [
            place
            for letter in text[max(0, start) : match.start()]
            for place in named.get(letter, ())
            if place.name.endswith(match["unit"])
        ]
        alike = len({place.province for place in places}) == 1
        if alike and len(set(places)) == len(places) == match.start() - start:
            for at, place in enumerate(places, start):
                reason = f"“{text[start : match.end()]}”中的简称"
                yield PlaceMention(Span(at, at + 1), place, "abbreviation", reason)


_HELPERS = "京津沪苏浙闽鲁粤"
_TOGETHER = re.compile(
    f"(?<![{_HELPERS}])[{_HELPERS}]{{2,3}}"
    "(?=[两三][省市]|(?:对口|结对|携手|倾力|合力)*(?:帮扶|支援|援助|援建|协作帮扶))"
)
"""Provinces that help together, by their letters: 京津两市, 粤浙帮扶四川."""


def find_helpers(text: str, covered: Sequence[tuple[int, int]]) -> Iterator[PlaceMention]:
    """Each of several supporting provinces of which a text tells together: 京津对口帮扶河北."""
    for match in _TOGETHER.finditer(text):
        if any(_is_covered(covered, at) for at in range(*match.span())):
            continue
        for at, letter in enumerate(match[0], match.start()):
            place = next(p for p in letters()[letter] if p.level is Level.PROVINCE)
            yield PlaceMention(Span(at, at + 1), place, "abbreviation", f"“{match[0]}”中的简称")


def _is_covered(covered: Sequence[tuple[int, int]], offset: int) -> bool:
    index = bisect_right(covered, (offset, len(covered) and covered[-1][1])) - 1
    return index >= 0 and offset < covered[index][1]
