"""People named for their office, post or secondment, with their titles.

A title comes first: the words that end one (书记, 副县长, 总指挥) stand before a name, and the name
is what follows up to punctuation or a word that goes on after names. Nobody is found by the look
of a name alone, so villagers, patients and lecturers stay out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from xiezuo.find.names import STARTS, name_end, spaced_name
from xiezuo.find.titles import POST, PROFESSION, Titles, fits
from xiezuo.model import (
    Article,
    Office,
    OrganizationMention,
    Party,
    PersonMention,
    PlaceMention,
    Role,
    Span,
)

_READ = (Role.HEADLINE, Role.BODY)
_ASIDE = "(?:（(?:挂职|兼|代|正厅级|副厅级|正县级|副县级|正处级|副处级|主持工作|试用期)）)?"
_TITLED = re.compile(
    rf"(?P<post>{POST}|{PROFESSION}){_ASIDE}(?:同志|的)?[：: ]?(?=(?P<name>[{STARTS}]))"
)
_BRACKETED = re.compile(
    rf"(?<=[\u4e00-\u9fff])（(?=[^（）]{{2,40}}）)(?:[^（）]*?)(?P<post>{POST})）"
)
_FOLLOWING = re.compile(
    "(?P<post>副?(?:书记|市长|县长|区长|州长|省长|旗长|局长|主任|部长|校长|院长|总指挥|指挥长|队长|董事长"
    "|总经理|秘书长|镇长|主席|会长|领队|组长))(?=[率带在说表指强一等的，。、（的从对就向介]|陪同|出席|参加)"
)
_BEFORE_NAME = re.compile(
    r"(?:[、，。；：！？“”（）\s]|\A|[由与和对同跟随让受在]|陪同|感谢|欢迎|以及)\Z"
)


def find_people(
    article: Article,
    places: Sequence[PlaceMention],
    organisations: Sequence[OrganizationMention] = (),
) -> Iterator[PersonMention]:
    """Yield the people that an article names with a title, in the order of the text.

    Bylines, captions and editors' lines are not read. An office's ``of`` is the place or body
    that its title names, or that the list of titles before it names in the same sentence.

    Args:
        article: the article.
        places: its place mentions, in order.
        organisations: its organisations, in order.
    """
    reader = _Reader(article, Titles(article, places, organisations))
    found: dict[int, PersonMention] = {}
    for line in article.lines:
        if line.role in _READ:
            for person in reader.titled(line.span):
                found.setdefault(person.span.start, person)
            for person in reader.described(line.span):
                found.setdefault(person.span.start, person)
    yield from (found[start] for start in sorted(found))


class _Reader:
    """Finds the people of one article, line by line."""

    def __init__(self, article: Article, titles: Titles) -> None:
        self._text = article.text
        self._titles = titles
        self._sentences = [sentence.start for sentence in article.sentences]

    def titled(self, line: Span) -> Iterator[PersonMention]:
        """People whose titles stand before their names."""
        floor, scope_sentence = line.start, -1
        scope: Party | None = None
        for match in _TITLED.finditer(self._text, line.start, line.end):
            if match.start() < floor:
                continue
            names = list(self._names(match.start("name"), line.end))
            if not names:
                continue
            offices = self._titles.chain(Span(*match.span("post")), floor)
            if not offices:
                continue
            sentence = bisect_right(self._sentences, match.start())
            if sentence != scope_sentence:
                scope = None
            offices = tuple(_scoped(office, scope) for office in offices)
            scope, scope_sentence = offices[-1].of or scope, sentence
            floor = names[-1].end
            for name in names:
                yield PersonMention(name, _clean(name.of(self._text)), offices)

    def _names(self, start: int, line_end: int) -> Iterator[Span]:
        """The name at ``start`` and those that share its titles: 张某、李某某."""
        while True:
            end = name_end(self._text, start)
            if end == start:
                end = spaced_name(self._text, start)
            if end == start or end > line_end or self._is_place(start, end):
                return
            yield Span(start, end)
            if self._text[end : end + 1] not in ("、", "和", " "):
                return
            start = end + 1

    def _is_place(self, start: int, end: int) -> bool:
        """Whether what looks like a name is a place, or the beginning of one."""
        mention = self._titles.place_at(start)
        if mention is None:
            return False
        return mention.span.end > end or (mention.span.start == start and mention.form != "short")

    def described(self, line: Span) -> Iterator[PersonMention]:
        """People whose titles stand after their names: 某某（某县委书记）, 某某副县长."""
        for match in _BRACKETED.finditer(self._text, line.start, line.end):
            name = self._name_before(match.start(), line.start)
            if name is not None:
                offices = self._titles.chain(Span(*match.span("post")), match.start() + 1)
                yield PersonMention(name, _clean(name.of(self._text)), offices)
        for match in _FOLLOWING.finditer(self._text, line.start, line.end):
            name = self._name_before(match.start(), line.start)
            if name is not None and not self._is_place(name.start, name.end):
                office = Office(match["post"], Span(*match.span("post")), None, "")
                yield PersonMention(name, _clean(name.of(self._text)), (office,))

    def _name_before(self, end: int, floor: int) -> Span | None:
        """The name that ends at ``end``, when it begins after punctuation or a function word."""
        for length in (3, 2, 4):
            start = end - length
            if start < floor or name_end(self._text, start) != end:
                continue
            if _BEFORE_NAME.search(self._text[max(floor, start - 2) : start]) or start == floor:
                return Span(start, end)
        return None


def _scoped(office: Office, scope: Party | None) -> Office:
    """The office with the place of the list that it stands in, where it leaves its own open."""
    if office.of is None and office.deixis and scope is not None and fits(office.deixis, scope):
        return replace(office, of=scope, deixis="")
    return office


def _clean(name: str) -> str:
    """The name without the spaces that the layout put inside it."""
    return re.sub(r"\s", "", name)
