"""Bodies that are no areas: companies, schools, hospitals, command posts, offices, sites.

The end of a name is a word of a list (有限公司, 医院, 产业园); its beginning is the place in front,
or what follows punctuation or a word that is in no name (赴, 考察, 与). Names without anything
of their own (现代农业产业园) are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezuo.find.lexicon import alternation, words
from xiezuo.model import Article, OrganizationMention, PlaceMention, Role, Span

_READ = (Role.HEADLINE, Role.BODY)
_BODIES = alternation(words("organisation_ends"))
_OFFICES = alternation(words("office_ends"))
_SITES = alternation(word for word in words("site_ends") if word != "村")
_LEVEL = "自治区|省|市|州|盟|区|县|旗|镇|乡"
_END = re.compile(
    f"(?P<body>(?<!招)商会|{_BODIES}|[一二三四五六七八九十]中(?!学|[心国共医小央队级外]))(?!长|化)|(?P<office>{_OFFICES})(?!长)|(?P<site>{_SITES})(?!化)"
    "|(?P<village>(?<![农乡全各驻新本该进入出到在下几个山小每某多贫困脱范强弱]))村"
    "(?![民委里级干集企镇落容貌庄支社务两党组口医校小史规])"
)
# A place in brackets is part of a company's name: 纳洋（天津）科技发展有限公司.
_DELIMITER = re.compile(
    r"（[\u4e00-\u9fff]{2,6}）(?=[\u4e00-\u9fff]{0,10}公司)|[、，。；：！？（）“”《》\s—…·/|+]"
)
_STOP = re.compile(
    alternation(words("name_stops")) + "|对(?!口|外)|(?:发展|建设|投资|体验|提升)(?=了|的)"
    "|和(?!社会|改革|信息|旅游|自然|城乡|计划|体育|经济|物资|平|田|谐|美|硕|布|静|顺|政)|同(?!仁|济|江|心|德)"
    r"|\d+[家个所名位批项座处]|[一二三四五六七八九十百几数多]+[家所名位批项座]"
)
_GENERIC = re.compile(rf"(?:{_LEVEL})?(?:{alternation(words('generic_words'))})*")
_LONGEST = 30
_LONGEST_SITE = 14
_NEED_A_NAME = frozenset(("公司", "集团", "学校", "工作队", "工作组", "联络组", "大学", "学院"))


@dataclass(frozen=True, slots=True)
class _Name:
    span: Span
    place: PlaceMention | None
    office: bool = False


def find_organisations(
    article: Article, places: Sequence[PlaceMention]
) -> Iterator[OrganizationMention]:
    """Yield the bodies and sites that an article names, in the order of the text.

    A name begins at the place that is written in front of it, which is its seat. Of names inside
    one another (景村社区 in 景村社区新时代文明实践站) the longest is yielded.
    """
    reader = _Reader(article, places)
    for line in article.lines:
        if line.role in _READ:
            yield from reader.line(line.span)


class _Reader:
    """Finds the bodies of one article, line by line."""

    def __init__(self, article: Article, places: Sequence[PlaceMention]) -> None:
        self._text = article.text
        self._places = places
        self._starts = [mention.span.start for mention in places]
        self._delimiters = [
            match.start() for match in _DELIMITER.finditer(article.text) if len(match[0]) == 1
        ]

    def line(self, line: Span) -> Iterator[OrganizationMention]:
        """The names in one line; a longer one that begins no later takes the place of a shorter."""
        kept: _Name | None = None
        for match in _END.finditer(self._text, line.start, line.end):
            name = self._name(match, line.start)
            if name is None:
                continue
            if kept is not None and name.span.start >= kept.span.end:
                yield self._mention(kept)
            elif kept is not None and name.span.start > kept.span.start:
                # The second begins inside the first (大城村村民活动中心): they are one.
                name = _Name(Span(kept.span.start, name.span.end), kept.place)
            kept = name
        if kept is not None:
            yield self._mention(kept)

    def _name(self, match: re.Match[str], floor: int) -> _Name | None:
        """The name that ends where ``match`` ends, None where it has nothing of its own."""
        covering = self._place_at(match.start())
        if covering is not None and covering.span.end >= match.end():
            return None
        left = self._left(match.start(), floor)
        place = self._place_from(left, match.start())
        bracketed = place is not None and self._text[place.span.start - 1] == "（"
        start = place.span.start if place is not None and not bracketed else left
        own = self._text[place.span.end if place is not None else start : match.start()]
        if match["office"]:
            level = re.search(rf"(?:{_LEVEL})(?:委|政府)?$", own)
            if place is not None and (not own or level):
                return _Name(Span(start, match.end()), place, True)
            if level:
                return _Name(Span(match.start() - len(level[0]), match.end()), None, True)
            return None
        if self._says_nothing(own, match, place is not None):
            return None
        return _Name(Span(start, match.end()), place)

    def _says_nothing(self, own: str, match: re.Match[str], placed: bool) -> bool:
        """Whether a name's own part distinguishes nothing."""
        if placed and match["body"]:
            return not own and match["body"] in _NEED_A_NAME
        if match["village"]:
            return not 1 <= len(own) <= 12
        if match["site"] and not placed and (len(own) > _LONGEST_SITE or "建设" in own):
            return True
        return len(own) < 2 or _GENERIC.fullmatch(own) is not None

    def _left(self, offset: int, floor: int) -> int:
        """Where the name that ends after ``offset`` can begin at the earliest."""
        index = bisect_left(self._delimiters, offset) - 1
        start = self._delimiters[index] + 1 if index >= 0 else 0
        start = left = max(start, floor, offset - _LONGEST)
        for stop in _STOP.finditer(self._text, start, offset):
            if self._place_at(stop.start()) is None:
                left = stop.end()
        return left

    def _place_at(self, offset: int) -> PlaceMention | None:
        """The place mention that covers an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._places[index].span.end > offset:
            return self._places[index]
        return None

    def _place_from(self, left: int, right: int) -> PlaceMention | None:
        """The first place mention that lies in a stretch."""
        index = bisect_left(self._starts, left)
        if index < len(self._places) and self._places[index].span.end <= right:
            mention = self._places[index]
            return mention if mention.form != "abbreviation" else None
        return None

    def _mention(self, name: _Name) -> OrganizationMention:
        place = name.place.place if name.place is not None else None
        return OrganizationMention(name.span, name.span.of(self._text), place)
