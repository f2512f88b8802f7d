"""Places written with one character: 津 and 甘 in 津甘协作, 甘 in 援甘, 穗 in 赴穗考察."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache

from xiezuo.find.lexicon import words
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level, Place, PlaceMention, Span

_BEGIN_WORDS = "新云贵黑吉福通常长台湖连温济珠"
"""Characters that begin too many words to be read as a place after 在 or 来."""

_AFTER_SENT = r"(?!年|少|春|壮|山|苗|流|府|东部|西部|南部|北部)"
_AFTER_WENT = (
    r"(?=[，。、；！？”）\s]|$|考察|调研|挂职|务工|就业|期间|干部|人员|工作|学习|对接|交流|举行|召开|举办"
    r"|开展|签[约订署]|企业|访问|帮扶|支医|支教|旅游|投资|招商|开幕|参加|出席|推介|以来|后|前|的|时|途中)"
)


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


@cache
def _side() -> re.Pattern[str]:
    every = "".join(letters())
    careful = "".join(letter for letter in letters() if letter not in _BEGIN_WORDS)
    return re.compile(
        rf"援(?P<sent>[{every}]){_AFTER_SENT}"
        rf"|(?<![存现实所自外内正旨未将从原本往])(?:在|来|赴|抵|离|驻|入|进|访|返|回)"
        rf"(?P<went>[{careful}]){_AFTER_WENT}"
    )


def find_letters(
    text: str, covered: Collection[int], is_named: Callable[[Place], bool]
) -> Iterator[PlaceMention]:
    """One-character sides: 援X, 来X, 赴X, 在X.

    Args:
        text: the article's text.
        covered: offsets at which longer place names stand.
        is_named: whether the article is about a place; a city needs it, a province does not.
    """
    for match in _side().finditer(text):
        group = "sent" if match["sent"] else "went"
        start = match.start(group)
        if start in covered:
            continue
        possible = letters()[match[group]]
        provinces = [place for place in possible if place.level is Level.PROVINCE]
        named = [place for place in possible if is_named(place)] if group == "went" else []
        for place in (named or provinces)[:1]:
            reason = f"“{match.group()}”中的简称"
            yield PlaceMention(Span(start, start + 1), place, "abbreviation", reason)
