"""People named for their office, post or secondment, with their titles.

A title comes first: the words that end one (书记, 副县长, 总指挥) stand before a name, and the name
is what follows up to punctuation or a word that goes on after names. Nobody is found by the look
of a name alone, so villagers, patients and lecturers stay out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from xiezuo.find.names import STARTS, name_end, spaced_name
from xiezuo.find.titles import POST, PROFESSION, Titles, scopes_after
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
    rf"(?P<post>(?<!总)(?:{POST})|(?:{PROFESSION})(?![和时应向于任])){_ASIDE}(?:同志|的)?[：: ]?"
    rf"(?=(?P<name>[{STARTS}]))"
)
_PREDICATE = re.compile(rf"(?P<post>{POST}){_ASIDE}(?:一职|职务|的职务)?(?=[，；。）])")
_LINK = re.compile(
    "(?:(?:选派职务[为是]|现任|时任|原任|曾任|历任|先后任|担任|挂任|挂职任|挂职担任|现挂职|挂职|兼任|出任|任|是|为)|，)$"
)
_PERSONAL = re.compile(
    "^(?:[，、\\d]|男|女|[\u4e00-\u9fff]族|年|月|出?生|中共党员|党员|[进援入来到赴][\u4e00-\u9fff]{1,2}[之以]?前"
    "|[他她在也曾原现]|此前|之前|目前|现在|如今|[\u4e00-\u9fff]{0,3}人)*$"
)
_SENT_TO = re.compile("，?(?:选派|派驻|援派|派往|派到|挂职)(?:职务[为是]|到|至|于|在|往)")
_CLAUSE_START = "。；！？：\n"
_BRACKETED = re.compile(
    rf"(?<=[\u4e00-\u9fff])（(?=[^（）]{{2,40}}）)(?:[^（）]*?)(?P<post>{POST})）"
)
_FOLLOWING = re.compile(
    "(?P<post>副?(?:书记|市长|县长|区长|州长|省长|旗长|局长|主任|部长|校长|院长|总指挥|指挥长|队长|董事长"
    "|总经理|秘书长|镇长|主席|会长|领队|组长))(?=[率带在说表指强一等的，。、（的从对就向介]|陪同|出席|参加)"
)
_BEFORE_NAME = re.compile(
    r"(?:[、，。；：！？“”（）\s]|\A|[由与和对同跟随让受在是]|陪同|感谢|欢迎|以及)\Z"
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
    found: dict[Span, tuple[Office, ...]] = {}
    for line in article.lines:
        if line.role in _READ:
            persons = list(reader.titled(line.span))
            found.update((person.span, person.offices) for person in persons)
            for name, offices in reader.described(line.span, [person.span for person in persons]):
                found[name] = found.get(name, ()) + offices
    for span in sorted(found):
        yield PersonMention(span, re.sub(r"\s", "", span.of(article.text)), found[span])


class _Reader:
    """Finds the people of one article, line by line."""

    def __init__(self, article: Article, titles: Titles) -> None:
        self._text = article.text
        self._titles = titles
        self._sentences = [sentence.start for sentence in article.sentences]

    def titled(self, line: Span) -> Iterator[PersonMention]:
        """People whose titles stand before their names."""
        floor, scope_sentence = line.start, -1
        scopes: tuple[Party, ...] = ()
        for match in _TITLED.finditer(self._text, line.start, line.end):
            if match.start() < floor:
                continue
            names = list(self._names(match.start("name"), line.end))
            if not names:
                continue
            sentence = bisect_right(self._sentences, match.start())
            if sentence != scope_sentence:
                scopes = ()
            post = Span(*match.span("post"))
            offices = self._titles.chain(post, floor, scopes)
            if not offices:
                continue
            scopes, scope_sentence = scopes_after(offices, scopes), sentence
            floor = names[-1].end
            for name in names:
                yield PersonMention(name, name.of(self._text), offices)

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

    def described(
        self, line: Span, known: Sequence[Span]
    ) -> Iterator[tuple[Span, tuple[Office, ...]]]:
        """Names whose titles follow: 某某（某县委书记）, 某某副县长, 某某，现任某县副县长.

        Somebody who is told to be sent somewhere is found without a title too.
        """
        for match in _BRACKETED.finditer(self._text, line.start, line.end):
            name = self._name_before(match.start(), line.start)
            if name is not None:
                yield name, self._titles.chain(Span(*match.span("post")), match.start() + 1)
        for match in _FOLLOWING.finditer(self._text, line.start, line.end):
            name = self._name_before(match.start(), line.start)
            if name is not None and not self._is_place(name.start, name.end):
                yield name, (Office(match["post"], Span(*match.span("post"))),)
        told: dict[Span, int] = {name: name.end for name in known}
        for match in _SENT_TO.finditer(self._text, line.start, line.end):
            name = self._name_before(match.start(), line.start)
            if name is not None and name not in told:
                told[name] = name.end
                yield name, ()
        for match in _PREDICATE.finditer(self._text, line.start, line.end):
            offices = self._titles.chain(Span(*match.span("post")), line.start)
            name = self._subject(offices[0].span.start, line.start, told) if offices else None
            if name is not None:
                told[name] = match.end()
                yield name, offices

    def _subject(self, title: int, floor: int, told: dict[Span, int]) -> Span | None:
        """Whose title begins at ``title``: 某某，男，现任… or somebody named before in the clause.

        ``told`` are the persons of the line, each with the offset where its titles end.
        """
        link = _LINK.search(self._text, max(floor, title - 6), title)
        if link is None:
            return None
        start = max(floor, *(self._text.rfind(c, floor, title) + 1 for c in _CLAUSE_START))
        aside = self._text.rfind("（", start, title) + 1
        if aside and self._text.find("）", aside, title) < 0:
            start = aside
        before = [n for n in told if start <= n.start and told[n] <= link.start()]
        subject = max(before, default=Span(start, name_end(self._text, start)))
        if not len(subject) or (link[0] == "，" and subject.start != start):
            return None
        between = self._text[told.get(subject, subject.end) : link.start()]
        return subject if _PERSONAL.match(between) else None

    def _name_before(self, end: int, floor: int) -> Span | None:
        """The name that ends at ``end``, when it begins after punctuation or a function word."""
        for length in (3, 2, 4):
            start = end - length
            if start < floor or name_end(self._text, start) != end:
                continue
            if _BEFORE_NAME.search(self._text[max(floor, start - 2) : start]) or start == floor:
                return Span(start, end)
        return None
