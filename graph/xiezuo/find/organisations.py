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

from xiezuo.find.lexicon import Scanner, alternation, words
from xiezuo.model import Article, OrganizationMention, PlaceMention, Role, Span
from xiezuo.values import quick

_READ = (Role.HEADLINE, Role.BODY)
_NUMBERED_SCHOOLS = tuple(f"{number}中" for number in "一二三四五六七八九十")
_SCANNER = Scanner(
    {
        "body": (*words("organisation_ends"), "商会"),
        "school": _NUMBERED_SCHOOLS,
        "office": words("office_ends"),
        "site": words("site_ends"),
        "village": ("村",),
    }
)
_HELPS = ("帮扶", "支援", "援建", "援助", "结对")
"""Before a place: what is done for it, which is no part of the name of a site there."""
_LEVEL = "自治区|省|市|州|盟|区|县|旗|镇|乡"
_LEVEL_BEFORE = re.compile(rf"(?:{_LEVEL})(?:委|政府)?$")
# Characters that turn the end of a name into another word when they stand behind it (集团化),
# or before it (农村, 招商会).
_NOT_BEHIND = {
    "body": frozenset("长化"),
    "school": frozenset("学心国共医小央队级外"),
    "office": frozenset("长"),
    "site": frozenset("化房"),
    "village": frozenset("民委里级干集企镇落容貌庄支社务两党组口医校小史规"),
}
_NOT_BEFORE_VILLAGE = frozenset("农乡全各驻新本该进入出到在下几个小每某多贫困脱范强弱")
_TO_DELIMITER = re.compile(r".*[、，。；：！？（）“”《》\s—…·/|+]", re.DOTALL)
_HAN_DIGITS = "一二三四五六七八九十百几数多"
_COUNTED = re.compile(f"(?:[0-9]+|[{_HAN_DIGITS}]{{1,3}})多?余?[支个名批家所项]")
"""4支医疗队 is no name."""
_STOP = re.compile(
    alternation(words("name_stops"))
    + "|对(?!口|外)|发展(?=了|的)|建设(?=了|的)|投资(?=了|的)|体验(?=了|的)|提升(?=了|的)"
    "|和(?!社会|改革|信息|旅游|自然|城乡|计划|体育|经济|物资|平|田|谐|美|硕|布|静|顺|政)|同(?!仁|济|江|心|德)"
    # Each branch begins with a character, by which the scan skips all else.
    + "|用于"
    + "".join(
        f"|{digit}(?:[万亿]元(?:用[于来])?|\\d*[万千百]?[余多]?[家个所名位批项座处户亩口场套栋间条])"
        for digit in "0123456789"
    )
    + "".join(f"|{n}[{_HAN_DIGITS}]*[家所名位批项座]" for n in _HAN_DIGITS)
)
_GENERIC = re.compile(rf"(?:{_LEVEL})?(?:{alternation(words('generic_words'))})*")
_LONGEST = 30
_LONGEST_SITE = 14
_LONGEST_VILLAGE = 12
_LONGEST_ASIDE = 8
_MANY = frozenset(
    (
        "帮扶车间",
        "扶贫车间",
        "社区",
        "基地",
        "种植基地",
        "养殖基地",
        "大棚",
        "工厂",
        "养殖场",
        "农场",
    )
)
"""Sites that a county has many of: its name alone (洛南县帮扶车间) tells none of them."""
_VILLAGES = ("个山", "小山", "座山", "边山", "僻山", "入山", "兴万", "帮万", "村")
"""Before 村: villages of some kind, none by name."""
_NEED_A_NAME = frozenset(("公司", "集团", "学校", "工作队", "工作组", "联络组", "大学", "学院"))


@dataclass(slots=True)  # a frozen one takes three times as long to make
class _End:
    """A word that ends a name."""

    kind: str
    start: int
    end: int


@quick
@dataclass(frozen=True, slots=True)
class _Name:
    span: Span
    place: PlaceMention | None


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
        self._ends = [_End(*found) for found in _SCANNER.scan(article.text)]
        self._offsets = [end.start for end in self._ends]

    def line(self, line: Span) -> Iterator[OrganizationMention]:
        """The names in one line; a longer one that begins no later takes the place of a shorter."""
        kept: _Name | None = None
        first, last = (bisect_left(self._offsets, offset) for offset in (line.start, line.end))
        for end in self._ends[first:last]:
            name = self._name(end, line.start)
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

    def _name(self, end: _End, floor: int) -> _Name | None:
        """The name that ends there, None where it has nothing of its own."""
        covering = self._place_at(end.start)
        if not self._is_end(end) or (covering is not None and covering.span.end >= end.end):
            return None
        left = self._left(end, floor)
        place = self._place_from(left, end.start)
        bracketed = place is not None and self._before(place.span.start) == "（"
        start = place.span.start if place is not None and not bracketed else left
        if (
            place is not None
            and place.span.end == end.start
            and end.kind == "site"
            and not self._text[left : place.span.start].endswith(_HELPS)
        ):
            # 鲁渝协作德州馆: what stands before the place belongs to the name.
            start, place = left, place if place.span.start == left else None
        own = self._text[place.span.end if place is not None else start : end.start]
        if end.kind == "office":
            level = _LEVEL_BEFORE.search(own)
            if place is not None and (not own or level):
                return _Name(Span(start, end.end), place)
            return _Name(Span(end.start - len(level[0]), end.end), None) if level else None
        if self._says_nothing(own, end, place is not None):
            return None
        return _Name(Span(start, end.end), place)

    def _is_end(self, end: _End) -> bool:
        """Whether the word ends a name here and is no part of another word."""
        before, behind = self._before(end.start), self._text[end.end : end.end + 1]
        if behind in _NOT_BEHIND[end.kind]:
            return False
        if end.kind == "village":
            return before not in _NOT_BEFORE_VILLAGE
        return before != "招" or not self._text.startswith("商会", end.start)

    def _says_nothing(self, own: str, end: _End, placed: bool) -> bool:
        """Whether a name's own part distinguishes nothing."""
        if _COUNTED.match(own):
            return True
        if placed and end.kind in ("body", "school"):
            return not own and self._text[end.start : end.end] in _NEED_A_NAME
        if end.kind == "village":
            return not 1 <= len(own) <= _LONGEST_VILLAGE or own.endswith(_VILLAGES)
        if end.kind == "site" and not placed and (len(own) > _LONGEST_SITE or "建设" in own):
            return True
        named = placed and self._text[end.start : end.end] not in _MANY
        return len(own) < 2 or (not named and _GENERIC.fullmatch(own) is not None)

    def _left(self, end: _End, floor: int) -> int:
        """Where the name can begin at the earliest: behind punctuation or a word of no name."""
        left = self._delimited(end, max(floor, end.start - _LONGEST))
        for stop in _STOP.finditer(self._text, left, end.start):
            if self._place_at(stop.start()) is None:
                left = stop.end()
        return left

    def _delimited(self, end: _End, floor: int) -> int:
        """Where the stretch without punctuation before the end of a name begins.

        A place in brackets is part of a company's name: 纳洋（天津）科技发展有限公司.
        """
        stop = end.start
        while delimited := _TO_DELIMITER.match(self._text, floor, stop):
            opened = self._text.rfind("（", floor, delimited.end())
            closes = self._text[delimited.end() - 1] == "）" and opened >= 0
            company = self._text[end.start : end.end].endswith(("公司", "集团"))
            if not (company and closes and delimited.end() - opened <= _LONGEST_ASIDE):
                return delimited.end()
            stop = opened
        return floor

    def _before(self, offset: int) -> str:
        """The character before an offset, "" at the beginning."""
        return self._text[max(0, offset - 1) : offset]

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
        seat = name.place.place if name.place and name.place.form != "inside" else None
        return OrganizationMention(name.span, name.span.of(self._text), seat)
