"""People named for their office, post or secondment, with their titles.

A title comes first: the words that end one (书记, 副县长, 总指挥) stand before a name, and the name
is what follows up to punctuation or a word that goes on after names. Nobody is found by the look
of a name alone, so villagers, patients and lecturers stay out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezuo.find.lexicon import Scanner, words
from xiezuo.find.names import STARTS, name_end, spaced_name
from xiezuo.find.titles import Titles, scopes_after
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
from xiezuo.values import quick

_READ = (Role.HEADLINE, Role.BODY)
_SCANNER = Scanner(
    {
        "post": words("posts"),
        "profession": words("professions"),
        "sent": ("选派", "派驻", "援派", "派往", "派到", "挂职"),
    }
)
_TAIL = re.compile(
    "(?:（[^（），。；：！？0-9]{1,12}）)?"
    "(?P<end>(?:一职|职务|的职务)?[，；。）]|(?=（|变[为成]|转[为任]))?(?:同志|的)?[：: ]?"
)
"""What can stand behind a title: an aside, then the end of the clause or a name."""
_STARTS = frozenset(STARTS)
_DOT_WITHIN = 6
"""How far behind its beginning the first dot of a name (热依汗·依明) is looked for."""
_WORDS = frozenset("和时应向于任")
"""Family names that are words as well: behind 医生 or 干部 they are the words."""
_LINK = re.compile(
    "(?:(?P<strong>选派职务[为是]|先后任|挂任|挂职任|挂职担任|现挂职|挂职|担任|兼任|出任|接任|现任|历任|变[为成]了?|转[为任]"
    "|任命为|作为|身份从)|时任|同志[为的]|原任|曾任|还是|任|是|为|，)$"
)
_POSTED_TO = re.compile("[到赴来在]$")
"""Before 某县挂职副县长."""
_PERSONAL = re.compile(
    "^(?:[，、\\d]|男|女|[\u4e00-\u9fff]族|年|月|出?生|中共党员|党员|[进援入来到赴][\u4e00-\u9fff]{1,2}[之以]?前"
    "|[他她在也曾原现]|此前|之前|目前|现在|如今|去年|前年|今年|的身份|[\u4e00-\u9fff]{0,3}人)*$"
)
_ACCOMPANIED = re.compile("(?:带领|带着|率领|随同|随|和|与)[^，]{0,16}")
_SOMEBODY_ELSE = re.compile(
    "[：“”（）]|说|强调|指出|表示|要求|介绍|希望|建议|选派|派出|安排|聘|由|让|请|推荐|名|干部|陪同|会见|见到|看望|慰问|等"
)
"""Between somebody and a title that may be another's."""
_PRONOUN = re.compile("(?:^|[，。；])[^，。；]{0,9}?[他她](?!们|的[^身])")
_ACTING = 40
"""How far behind somebody's name the telling of their new title can stand."""
_SENT_TO = re.compile("职务[为是]|[到至于在往]")
_CLAUSE_START = "。；！？：\n"
_ASIDE_TITLE = re.compile("[\u4e00-\u9fff]（[^（）]{0,38}$")
_ADDRESSED = frozenset(words("addressed_posts"))
_GOES_ON = re.compile("[率带在说表指强一等的，。、（从对就向介]|陪同|出席|参加")
_BEFORE_NAME = re.compile(
    r"(?:干部|教师|医生|队员|任命|免去|[、，。；：！？“”（）\s]|\A|[由与和对同跟随让受在是]|陪同|感谢|欢迎|以及)\Z"
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
            for name, offices in reader.line(line.span):
                found[name] = found.get(name, ()) + offices
    for span in sorted(found):
        yield PersonMention(span, re.sub(r"\s", "", span.of(article.text)), found[span])


_Named = tuple[Span, tuple[Office, ...]]
"""The place of a name, and the offices that the words around it give."""


@quick
@dataclass(frozen=True, slots=True)
class _Hit:
    """A word that ends a title, with what stands behind it."""

    span: Span
    kind: str
    name: int
    """Where a name can begin."""
    closes: bool
    """Whether the clause ends behind it."""


class _Reader:
    """Finds the people of one article, line by line."""

    def __init__(self, article: Article, titles: Titles) -> None:
        self._text = article.text
        self._titles = titles
        self._sentences = [sentence.start for sentence in article.sentences]
        self._hits = [
            self._hit(kind, start, end) for kind, start, end in _SCANNER.scan(article.text)
        ]
        self._starts = [hit.span.start for hit in self._hits]

    def _hit(self, kind: str, start: int, end: int) -> _Hit:
        tail = _TAIL.match(self._text, end)
        assert tail is not None  # every part of the pattern is optional
        return _Hit(Span(start, end), kind, tail.end(), tail["end"] is not None)

    def line(self, line: Span) -> Iterator[_Named]:
        """The people named in one line."""
        first = bisect_left(self._starts, line.start)
        last = bisect_left(self._starts, line.end)
        hits = self._hits[first:last]
        titled = list(self._titled(line, hits))
        yield from titled
        yield from self._addressed(line, hits)
        yield from self._told(line, hits, [name for name, _ in titled])

    def _titled(self, line: Span, hits: Sequence[_Hit]) -> Iterator[_Named]:
        """People whose titles stand before their names."""
        floor, scope_sentence = line.start, -1
        scopes: tuple[Party, ...] = ()
        for hit in hits:
            if hit.span.start < floor or not self._can_name(hit):
                continue
            names = list(self._names(hit.name, line.end))
            if not names:
                continue
            sentence = bisect_right(self._sentences, hit.span.start)
            if sentence != scope_sentence:
                scopes = ()
            offices = self._titles.chain(hit.span, floor, scopes)
            if not offices:
                continue
            scopes, scope_sentence = scopes_after(offices, scopes), sentence
            floor = names[-1].end
            for name in names:
                yield name, offices

    def _can_name(self, hit: _Hit) -> bool:
        """Whether a name can stand behind a title."""
        character = self._text[hit.name : hit.name + 1]
        dotted = "·" in self._text[hit.name : hit.name + _DOT_WITHIN]
        if hit.closes or (character not in _STARTS and not dotted):
            return False
        if hit.kind == "profession":
            return character not in _WORDS
        return hit.kind == "post" and self._text[hit.span.start - 1 : hit.span.start] != "总"

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

    def _addressed(self, line: Span, hits: Sequence[_Hit]) -> Iterator[_Named]:
        """People whose titles stand right behind their names: 某某（某县委书记）, 某某副县长."""
        for hit in hits:
            post = hit.span
            if hit.kind != "post":
                continue
            if hit.closes and self._text[post.end : post.end + 1] == "）":
                aside = _ASIDE_TITLE.search(
                    self._text, max(line.start, post.start - 40), post.start
                )
                name = self._name_before(aside.start() + 1, line.start) if aside else None
                if aside is not None and name is not None:
                    yield name, self._titles.chain(post, aside.start() + 2)
            elif self._text[post.start : post.end] in _ADDRESSED:
                start = post.start - (self._text[post.start - 1 : post.start] == "副")
                name = self._name_before(start, line.start)
                if (
                    name is not None
                    and _GOES_ON.match(self._text, post.end)
                    and not self._is_place(name.start, name.end)
                ):
                    yield name, (Office(self._text[start : post.end], Span(start, post.end)),)

    def _told(self, line: Span, hits: Sequence[_Hit], known: Sequence[Span]) -> Iterator[_Named]:
        """People of whom the sentence says what they are: 某某，现任某县副县长.

        Somebody who is told to be sent somewhere is found without a title too.
        """
        told: dict[Span, int] = {name: name.end for name in known}
        for hit in hits:
            if hit.kind == "sent" and _SENT_TO.match(self._text, hit.span.end):
                start = hit.span.start - (self._text[hit.span.start - 1 : hit.span.start] == "，")
                name = self._name_before(start, line.start)
                if name is not None and name not in told:
                    told[name] = name.end
                    yield name, ()
            elif hit.kind == "post" and hit.closes:
                offices = self._titles.chain(hit.span, line.start)
                name = self._subject(offices[0].span, line.start, told) if offices else None
                if name is not None:
                    told[name] = hit.span.end
                    yield (
                        name,
                        self._titles.chain(
                            hit.span, line.start, self._titles.places_before(offices[0].span.start)
                        ),
                    )

    def _subject(self, title: Span, floor: int, told: dict[Span, int]) -> Span | None:
        """Whose title stands at ``title``: 某某，男，现任… or somebody told of before.

        ``told`` are the persons of the line, each with the offset where its titles end.
        """
        before = max(floor, title.start - 6)
        link = _LINK.search(self._text, before, title.start)
        posted = "挂职" in title.of(self._text)
        link = link or (posted and _POSTED_TO.search(self._text, before, title.start)) or None
        if link is None:
            return None
        strong = link.re is _POSTED_TO or link["strong"] is not None
        start = max(floor, *(self._text.rfind(c, floor, title.start) + 1 for c in _CLAUSE_START))
        aside = self._text.rfind("（", start, title.start) + 1
        if aside and self._text.find("）", aside, title.start) < 0:
            start = aside
        named = [n for n in told if start <= n.start and told[n] <= link.start()]
        subject = max(named, default=None) or self._opening(start, link.start())
        if subject is None:
            return self._antecedent(start, link.start(), floor, told) if strong else None
        if link[0] == "，" and subject.start != start:
            return None
        between = self._text[told.get(subject, subject.end) : link.start()]
        if _PERSONAL.match(between) or (strong and self._goes_on(between)):
            return subject
        return None

    def _goes_on(self, between: str) -> bool:
        """Whether words behind somebody's name still tell of them: 来到某县，(挂职任)."""
        alone = _ACCOMPANIED.sub("", between)
        return len(between) <= _ACTING and _SOMEBODY_ELSE.search(alone) is None

    def _opening(self, start: int, end: int) -> Span | None:
        """The name that begins a clause between two offsets: 来文县之前，某某是…."""
        pauses = re.finditer("，", self._text[start:end])
        for clause in (start, *(start + pause.end() for pause in pauses)):
            stop = name_end(self._text, clause)
            if clause < stop <= end and not self._is_place(clause, stop):
                return Span(clause, stop)
        # 来自某镇的干部某某，挂任…
        return self._name_before(end - (self._text[end - 1] == "，"), start)

    def _antecedent(self, start: int, end: int, floor: int, told: dict[Span, int]) -> Span | None:
        """Whom 他 in a sentence means: who was last told of, or whom the sentence before begins."""
        if not _PRONOUN.search(self._text[start:end]) or start <= floor:
            return None
        before = max(floor, *(self._text.rfind(c, floor, start - 1) + 1 for c in _CLAUSE_START))
        named = [name for name in told if before <= name.start < start]
        subject = max(named, default=None) or self._opening(before, start - 1)
        return subject if self._goes_on(self._text[start:end]) else None

    def _name_before(self, end: int, floor: int) -> Span | None:
        """The name that ends at ``end``, when it begins after punctuation or a function word."""
        for length in (3, 2, 4):
            start = end - length
            if start < floor or name_end(self._text, start) != end:
                continue
            if _BEFORE_NAME.search(self._text[max(floor, start - 2) : start]) or start == floor:
                return Span(start, end)
        return None
