"""People named for their office, post or secondment, with their titles.

A title comes first: the words that end one (书记, 副县长, 总指挥) stand before a name, and the name
is what follows up to punctuation or a word that goes on after names. Nobody is found by the look
of a name alone, so villagers, patients and lecturers stay out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xiezuo.find.captions import told_lines
from xiezuo.find.chains import scopes_after
from xiezuo.find.lexicon import Scanner, words
from xiezuo.find.names import STARTS, listed_name, name_end, spaced_name
from xiezuo.find.telling import (
    ACCOMPANIED,
    CALLED,
    LINK,
    NATIVE_OF,
    PERSONAL,
    POSTED_TO,
    PRONOUN,
    REMARK,
    SENT_TO,
    SOMEBODY_ELSE,
    TAKES,
    WENT,
)
from xiezuo.find.titles import Titles
from xiezuo.find.trailing import trailing
from xiezuo.find.untitled import SAID, life_of, untitled
from xiezuo.model import (
    Article,
    Office,
    OrganizationMention,
    Party,
    PersonMention,
    PlaceMention,
    Span,
)

_SCANNER = Scanner(
    {
        "post": words("posts"),
        "profession": words("professions"),
        "sent": ("选派", "派驻", "援派", "派往", "派到", "挂职"),
    }
)
_TAIL = re.compile(
    "(?:（[^（），。；：！？0-9]{1,12}）)?"
    "(?P<end>(?:一职|等职|等?职务|的职务)?[，；。）]|(?=（|期间|变[为成]|转[为任]|的[他她](?!们)))?"
    "(?:(?<=干部|人才|教师|医生|队员|领队)代表|同志|的|名?叫)?[：: ]?"
)
"""What can stand behind a title: an aside, then the end of the clause or a name."""
_STARTS = frozenset(STARTS)
_DOT_WITHIN = 6
"""How far behind its beginning the first dot of a name (热依汗·依明) is looked for."""
_WORDS = frozenset("和时应向于任回从支都")
"""Family names that are words as well: behind 医生 or 干部 they are the words."""
_ACTING = 56
"""How far behind somebody's name the telling of their new title can stand."""
_BACK = 6  # how many sentences back somebody can be named whom a sentence calls 他
_CLAUSE_START = "。；！？：】\n"
_ASIDE_TITLE = re.compile("[\u4e00-\u9fff](（|——)[^（）—]{0,38}$")
_ADDRESSED = frozenset(words("addressed_posts"))
_GOES_ON = re.compile("[率带在说表指强一等的，。、（从对就向介谈讲]|陪同|出席|参加")
_BEFORE_NAME = re.compile(
    r"(?:干部|教师|医生|队员|成员|任命|免去|名叫|叫做?|[、，。；：！？“”（）\s]|\A|[由与和对同跟随让受在是]|陪同|感谢|欢迎|以及)\Z"
)


def find_people(
    article: Article,
    places: Sequence[PlaceMention],
    organisations: Sequence[OrganizationMention] = (),
) -> Iterator[PersonMention]:
    """Yield the people that an article names with a title, in the order of the text.

    Bylines and editors' lines are not read. An office's ``of`` is the place or body
    that its title names, or that the list of titles before it names in the same sentence.

    Args:
        article: the article.
        places: its place mentions, in order.
        organisations: its organisations, in order.
    """
    reader = _Reader(article, Titles(article, places, organisations))
    found: dict[Span, tuple[Office, ...]] = {}
    for line in told_lines(article):
        for name, offices in reader.line(line):
            found[name] = found.get(name, ()) + offices
    for span in sorted(found):
        yield PersonMention(span, re.sub(r"\s", "", span.of(article.text)), found[span])


_Named = tuple[Span, tuple[Office, ...]]
"""The place of a name, and the offices that the words around it give."""


@dataclass(slots=True)  # a frozen one takes three times as long to make
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
        self._known: list[Span] = []

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
        titled += self._untitled(line, [name for name, _ in titled])
        yield from titled
        yield from self._addressed(line, hits)
        yield from trailing(self._text, line)
        self._known += [name for name, _ in titled]
        for name, offices in self._told(line, hits, [name for name, _ in titled]):
            self._known.append(name)
            yield name, offices

    def _untitled(self, line: Span, known: Sequence[Span]) -> Iterator[_Named]:
        """People without a title whom a sentence about sending names."""
        for name in untitled(self._text, line):
            if name not in known and self._titles.place_at(name.start) is None:
                yield name, ()

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
            offices += self._taken(offices[0].span.start, names[-1].end, floor, hits)
            floor = names[-1].end
            for name in names:
                yield name, offices

    def _taken(self, title: int, end: int, floor: int, hits: Sequence[_Hit]) -> tuple[Office, ...]:
        """The office that a name takes up: 校长由某校副校长某某担任."""
        ends = (title - 1, title - 2 if self._text.startswith("将由", title - 2) else title - 1)
        before = (hit.span for hit in hits if hit.span.end in ends and hit.kind == "post")
        if self._text[title - 1] == "的":
            # 担任某县政府办副主任的某镇党委委员某某
            held = (self._titles.chain(post, floor) for post in before)
            return next(
                (one for one in held if one and LINK.search(self._text, floor, one[0].span.start)),
                (),
            )
        if self._text[title - 1] != "由" or not TAKES.match(self._text, end):
            return ()
        return tuple(
            office if office.of else replace(office, of=self._titles.body_before(post.start))
            for post in before
            for office in self._titles.chain(post, floor)
        )

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
        first = start
        while True:
            end = name_end(self._text, start)
            if end == start:
                end = spaced_name(self._text, start)
            if end == start > first:
                end = listed_name(self._text, start)
            if end == start or end > line_end or self._is_place(start, end):
                return
            yield Span(start, end)
            if self._text[end : end + 1] not in ("、", "和", "及", " "):
                return
            start = end + 1

    def _is_place(self, start: int, end: int) -> bool:
        """Whether what looks like a name is a place, or the beginning of one."""
        mention = self._titles.place_at(start)
        if mention is None:
            return False
        # 某某、甘南州政府副州长某某: what holds an office is no name, though it is a short form.
        seat = self._text[end : end + 1] in "委政党" and mention.span.end == end
        return mention.span.end > end or (
            mention.span.start == start and (seat or mention.form != "short")
        )

    def _addressed(self, line: Span, hits: Sequence[_Hit]) -> Iterator[_Named]:
        """People whose titles stand right behind their names: 某某（某县委书记）, 某某副县长."""
        for hit in hits:
            post = hit.span
            if hit.kind != "post":
                continue
            aside = hit.closes and _ASIDE_TITLE.search(
                self._text, max(line.start, post.start - 40), post.start
            )
            if aside:
                # 某某（某县委书记）, 某某——某校校长，
                closed = (self._text[post.end] == "）") == (aside[0][1] == "（")
                name = self._name_before(aside.start() + 1, line.start) if closed else None
                if name is not None:
                    yield name, self._titles.chain(post, aside.end(1))
            elif post.of(self._text) in _ADDRESSED and self._text[post.start - 1] != "总":
                start = post.start - (self._text[post.start - 1 : post.start] == "副")
                title, office = Span(start, post.end), None
                name = self._name_before(start, line.start)
                if name is None:
                    name, office = self._titles.behind_seat(title, line.start)
                goes_on = _GOES_ON.match(self._text, post.end)
                if name is not None and goes_on and not self._is_place(name.start, name.end):
                    yield name, (office or Office(title.of(self._text), title),)

    def _told(self, line: Span, hits: Sequence[_Hit], known: Sequence[Span]) -> Iterator[_Named]:
        """People of whom the sentence says what they are: 某某，现任某县副县长.

        Somebody who is told to be sent somewhere is found without a title too.
        """
        told: dict[Span, int] = {name: name.end for name in known}
        life = life_of(self._text, line)
        for hit in hits:
            if hit.kind == "sent" and SENT_TO.match(self._text, hit.span.end):
                start = hit.span.start - (self._text[hit.span.start - 1 : hit.span.start] == "，")
                name = self._name_before(start, line.start)
                placed = name is not None and self._is_place(name.start, name.end)
                if name is not None and name not in told and not placed:
                    told[name] = name.end
                    yield name, ()
            elif hit.kind == "post" and hit.closes:
                offices = self._titles.chain(hit.span, line.start)
                if not offices:
                    continue
                # ，也是某医疗队的队长，挂职某医院院长: the last of them may be told alone.
                for first in dict.fromkeys((offices[0].span.start, offices[-1].span.start)):
                    title = Span(self._titles.begin(first), hit.span.end)
                    name = self._subject(title, line.start, told, life)
                    if name is not None:
                        told[name] = hit.span.end
                        floor = line.start if first == offices[0].span.start else first
                        around = self._titles.places_before(first)
                        at = self._titles.taken_at(first)
                        yield (
                            name,
                            tuple(
                                replace(office, of=office.of or at)
                                for office in self._titles.chain(hit.span, floor, around)
                            ),
                        )
                        break

    def _subject(
        self, title: Span, floor: int, told: dict[Span, int], life: Span | None
    ) -> Span | None:
        """Whose titles stand at ``title``: 某某，男，现任… or somebody told of before.

        ``told`` are the persons of the line, each with the offset where its titles end; ``life``
        is the person whom all of the line is about.
        """
        if self._text[title.end] == "的":
            # 时任某县副县长的他
            return self._named_before(title.start, floor, told)
        before = max(floor, title.start - 6)
        link = LINK.search(self._text, before, title.start)
        if link is None and "挂职" in title.of(self._text):
            link = POSTED_TO.search(self._text, before, title.start)
        if link is None:
            return None
        if link[0] == "作为" and self._text[title.end] == "，":
            # 作为某医院副院长，某某已连续两年…
            end = name_end(self._text, title.end + 1)
            words = self._text[title.end + 1 : end]
            if words and (self._text.startswith("同志", end) or self._text.count(words) > 1):
                return Span(title.end + 1, end)
        strong = link.re is POSTED_TO or link["strong"] is not None
        start = self._clause(floor, title.start)
        named = [n for n in told if start <= n.start and told[n] <= link.start()]
        subject = max(named, default=None)
        if subject is None and life is not None and link[0] != "，":
            return life
        subject = subject or self._opening(start, link.start())
        if subject is None:
            alone = strong or link[0] == "任"
            return self._antecedent(start, link.start(), floor, told) if alone else None
        between = self._text[told.get(subject, subject.end) : link.start()]
        strong = strong or (link[0] == "任" and WENT.search(between) is not None)
        fits = PERSONAL.match(between) or (strong and self._goes_on(between))
        return subject if fits and (link[0] != "，" or subject.start == start) else None

    def _clause(self, floor: int, offset: int) -> int:
        """Where the clause or the remark in brackets begins that an offset lies in."""
        start = max(floor, *(self._text.rfind(c, floor, offset) + 1 for c in _CLAUSE_START))
        aside = self._text.rfind("（", start, offset) + 1
        return aside if aside and self._text.find("）", aside, offset) < 0 else start

    def _goes_on(self, between: str) -> bool:
        """Whether words behind somebody's name still tell of them: 来到某县，(挂职任)."""
        alone = CALLED.sub("", ACCOMPANIED.sub("", REMARK.sub("", between)))
        return len(alone) <= _ACTING and SOMEBODY_ELSE.search(alone) is None

    def _opening(self, start: int, end: int) -> Span | None:
        """The name that begins a clause between two offsets: 来文县之前，某某是…."""
        pauses = re.finditer("，", self._text[start:end])
        for clause in (start, *(start + pause.end() for pause in pauses)):
            begin = clause + (self._text[clause:end].startswith("”"))
            native = NATIVE_OF.match(self._text, begin, end)
            begin = native.end() if native else begin
            stop = name_end(self._text, begin)
            if begin < stop <= end and not self._is_place(begin, stop):
                return Span(begin, stop)
        # 来自某镇的干部某某，挂任…
        return self._name_before(end - (self._text[end - 1] == "，"), start)

    def _antecedent(self, start: int, end: int, floor: int, told: dict[Span, int]) -> Span | None:
        """Whom 他 in a sentence means, when the sentence goes on with nobody else."""
        pronoun = PRONOUN.search(self._text, max(0, start - 1), end)
        if pronoun is None or not self._goes_on(self._text[pronoun.end() : end]):
            return None
        return self._named_before(start, floor, told)

    def _named_before(self, offset: int, floor: int, told: dict[Span, int]) -> Span | None:
        """Who was last named in the sentences before an offset.

        That is somebody told of; else the name that begins the clause right before in the line;
        else one that begins a clause and that the article names again.
        """
        end = offset
        for step in range(_BACK):
            begin = max(self._text.rfind(c, 0, max(0, end - 1)) + 1 for c in _CLAUSE_START)
            named = [name for name in (*self._known, *told) if begin <= name.start < end]
            opening = self._opening(begin, end - 1)
            if named:
                return max(named)
            if opening is not None and (
                (step == 0 and begin >= floor)
                or (
                    self._text.count(opening.of(self._text)) > 1
                    and SAID.match(self._text, opening.end)
                )
            ):
                return opening
            if not begin:
                return None
            end = begin
        return None

    def _name_before(self, end: int, floor: int) -> Span | None:
        """The name that ends at ``end``, when it begins after punctuation or a function word."""
        for length in (3, 2, 4):
            start = end - length
            if start < floor or name_end(self._text, start) != end:
                continue
            if _BEFORE_NAME.search(self._text[max(floor, start - 2) : start]) or start == floor:
                return Span(start, end)
        return None
