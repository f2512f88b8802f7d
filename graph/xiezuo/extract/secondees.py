"""People sent by name: leaders of command posts, 挂职 officials, doctors and teachers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from xiezuo.extract.careers import (
    HEADING,
    LEADER,
    POSTED,
    PRONOUN,
    RETURNED,
    STORY,
    SUCCESSOR,
    TOLD,
)
from xiezuo.extract.grammar import Rule
from xiezuo.extract.holders import (
    AID,
    abroad_of,
    came_from,
    elsewhere,
    home_of,
    is_professional,
    named_at,
    post_of,
    seat_of,
)
from xiezuo.extract.postings import Posting, Sides, postings, sides_at
from xiezuo.extract.scene import Scene
from xiezuo.extract.taskforces import sides_of_office
from xiezuo.model import (
    Office,
    PersonMention,
    Place,
    PlaceMention,
    Secondment,
    SecondmentKind,
    Span,
)
from xiezuo.values import replace

_SCHOOLED = re.compile("医院|学校|中学|小学|学院|大学|幼儿园|支教|支医|医生|教师")
_HERE = re.compile("[县州旗](?:人民|中)?医院|[县州旗][一二三]中|我[县市州旗]|这里|当地")
_SENT_AS = re.compile(
    "(?:援[疆藏青甘宁川黔滇蒙陕桂渝]|挂职|支教|支医|帮扶|组团式”?)[^，。；]{0,6}(?:成员|干部|人才|医生|教师|队员)$"
)
_FROM_EAST = re.compile("援|支教|支医|帮扶|协作")
_BREAK = re.compile("[、，。；！？.）\n]|(?<!支援)[和与及]")
_INVITED = re.compile("组织(?!部|委)|邀请|请来|管理组")
"""Before those who help somebody that is sent: 援青干部管理组组织省内专家某某."""
_ONE_OF = re.compile("[^，。；]{0,4}其中(?:之一|[的一])")
_LISTED = re.compile(
    "(?:、[\u4e00-\u9fff]{2,3})*等(?:[0-9一二三四五六七八九十]{1,3}[名位个]|一?大?批|多名)?[^，。；]{0,8}?"
    "(?:干部|人才|教师|老师|医生|队员|专家|同志)"
)
"""Behind somebody without a title: such lists are read as people only where some are sent."""
_PAUSE = re.compile("[、，。；]")
_APPOSED = re.compile(
    "(?:援[疆藏青甘宁川黔滇蒙陕桂渝]|挂职|选派|援派)[^，。；、\n]{0,6}?(?:干部|人才|教师|医生|专家)"
    "[，、](?:现任|曾任|时任|原任|兼任|[\u4e00-\u9fff]{2,4}（[^（）]{2,4}）)?$|工作[组队](?:成员|队员)[、，]$"
)
"""Who somebody is before their title: 援宁挂职干部，曾任隆德县副县长的某某."""
_ASIDE = re.compile("（[^（）]{1,12}）")
_TRAVELLED = re.compile("来到|抵达|到达|奔赴|前往|远赴|赴|报名|身份|挂|派")
_TO = re.compile("(?:老师|医生)?[^，。；！？\n]{0,8}?(?:来到|抵达|到达|奔赴|赴|前往|进驻)")
_AROUND = 40
"""How far from somebody of a profession the place can stand where they serve."""
_BEFORE, _BEHIND = 12, 4
"""How far before a title and behind it a word for the secondment (挂职) can stand."""


def secondees(scene: Scene) -> Iterator[Posting]:
    """Yield a secondment for each statement that a named person is sent."""
    people = [person for person in scene.persons if scene.is_body(person.span.start)]
    before: tuple[PersonMention, Posting] | None = None
    for person in people:
        told = [
            *_leader(scene, person),
            *_posted(scene, person),
            *_from_home(scene, person),
            *_untitled(scene, person),
        ]
        if not told and before is not None and _is_next(scene, before[0], person):
            # 同为某市援青教师的历史老师某某、化学老师某某
            fact = replace(before[1].secondment, person=person.name, post=None)
            told = [Posting(fact, before[1].rule, person.span)]
        yield from told
        before = (person, told[0]) if told else None
    for person in _in_full(people):
        titles = [office.title for office in person.offices]
        if len(set(titles)) == len(titles):
            # 市委书记某、某某: one title of two cities makes nobody an envoy.
            yield from _from_home(scene, person)
    for match in scene.marked.matches((TOLD,)):
        for who in match.mentions("who"):
            if isinstance(who, PersonMention):
                home = home_of(scene, who)
                sides = sides_at(scene, Span(who.span.end, match.span.end), home=home)
                yield from _serving(scene, who, sides, TOLD)
    for match in scene.marked.matches((STORY,)):
        for who in match.mentions("who"):
            if isinstance(who, PersonMention) and (not who.offices or is_professional(who)):
                sides = sides_at(
                    scene, Span(who.span.end, match.span.end), home=home_of(scene, who)
                )
                yield from _named(scene, who, sides, STORY)
    for match in scene.marked.matches((PRONOUN,)):
        meant = _meant(scene, people, match.span.start)
        if meant is not None:
            sides = sides_at(scene, match.span, home=home_of(scene, meant))
            yield from _named(scene, meant, sides, PRONOUN)
    yield from _returned(scene)


def successors(scene: Scene, found: Sequence[Posting]) -> Iterator[Posting]:
    """Yield a secondment for each who is told to follow somebody sent, to the same place.

    Args:
        scene: the article's scene.
        found: the secondments found so far.
    """
    for match in scene.marked.matches((SUCCESSOR,)):
        who = next(one for one in match.mentions("who") if isinstance(one, PersonMention))
        before = [told for told in found if told.secondment.person and told.trigger < match.span]
        if before:
            last = max(before, key=lambda told: told.trigger).secondment
            home = home_of(scene, who) or last.sender
            yield from _named(scene, who, Sides((home,) if home else (), last.host), SUCCESSOR)


def _meant(scene: Scene, people: Sequence[PersonMention], offset: int) -> PersonMention | None:
    """Whom 他 means: the last named before in the paragraph, where that is nobody in office."""
    line = scene.paragraph(offset)
    named = [
        one for one in people if one.span.end <= offset and scene.paragraph(one.span.start) == line
    ]
    if not named or len({one.name for one in named}) > 1:
        return None
    full = [one for one in people if one.name == named[0].name and one.offices]
    told = scene.article.text.startswith("作为", offset)
    return named[-1] if told or all(map(is_professional, full)) else None


def _returned(scene: Scene) -> Iterator[Posting]:
    """People who come back from where they were sent, and professionals at the head of a team."""
    for match in scene.marked.matches((RETURNED, HEADING)):
        who = next(one for one in match.mentions("who") if isinstance(one, PersonMention))
        trigger = Span(who.span.end, match.span.end)
        if match.rule is RETURNED:
            home = next(filter(None, map(seat_of, who.offices)), None)
            host = next(
                (p.place for p in match.mentions("host") if isinstance(p, PlaceMention)), None
            )
            yield from _named(scene, who, sides_at(scene, trigger, host, home), RETURNED)
        elif is_professional(who):
            yield from _named(
                scene, who, sides_at(scene, trigger, home=home_of(scene, who)), HEADING
            )


def _in_full(people: Sequence[PersonMention]) -> Iterator[PersonMention]:
    """Those of whose offices the article tells in several places, with all of them."""
    offices: defaultdict[str, list[Office]] = defaultdict(list)
    last: dict[str, PersonMention] = {}
    for person in people:
        if person.offices:
            offices[person.name] += person.offices
            last[person.name] = person
    for name, person in last.items():
        if len(offices[name]) > len(person.offices):
            yield replace(person, offices=tuple(offices[name]))


def _leader(scene: Scene, person: PersonMention) -> Iterator[Posting]:
    """Somebody with an office in a command post or team."""
    for office in person.offices:
        sides = sides_of_office(scene, office)
        if sides is not None:
            others = [other for other in person.offices if other is not office]
            abroad = abroad_of(scene, others) or elsewhere(person.offices, sides)
            host = abroad.of if abroad else sides.host
            post = post_of(person, abroad) if abroad else office.title
            yield from _named(scene, person, Sides(sides.senders, host), LEADER, post)
            return


def _posted(scene: Scene, person: PersonMention) -> Iterator[Posting]:
    """Somebody called 挂职干部, or one of whose offices is said to be 挂职."""
    text = scene.article.text
    abroad = abroad_of(scene, person.offices)
    for office in person.offices:
        before = text[max(0, office.span.start - _BEFORE) : office.span.start]
        behind = _PAUSE.split(text[office.span.end : office.span.end + _BEHIND])[0]
        words = _BREAK.split(before)[-1] + office.span.of(text)
        words = _INVITED.split(words)[-1] + behind
        start = max(0, office.span.start - 2 * _BEFORE)
        words += apposed[0] if (apposed := _APPOSED.search(text, start, office.span.start)) else ""
        for end in (office.span.end, person.span.end):
            words += aside[0] if (aside := _ASIDE.match(text, end)) else ""
        if not AID.search(words):
            continue
        if abroad is None:
            host = scene.deictic(office.deixis, office.span.start) if office.deixis else None
            host = host if host and scene.side_of(host) == "recipient" else None
            sides = sides_at(scene, office.span, host)
            if _FROM_EAST.search(words) and _from_west(scene, sides):
                # 在张家港市医疗帮扶专家某某的指导下: who helps comes from the helping side.
                sides = sides.turned()
            yield from _named(scene, person, sides, POSTED)
        else:
            sides = sides_at(scene, office.span, host=seat_of(abroad))
            sides = Sides(sides.senders, abroad.of)
            yield from _named(scene, person, sides, POSTED, post_of(person, abroad))
        return


def _is_next(scene: Scene, before: PersonMention, person: PersonMention) -> bool:
    """Whether somebody is listed right behind another, both of a profession."""
    if not (person.offices and is_professional(person) and is_professional(before)):
        return False
    begin = person.offices[0].span.start
    between = scene.article.text[before.span.end : max(begin, before.span.end)]
    return between in ("、", "和", "以及") and home_of(scene, person) is None


def _from_west(scene: Scene, sides: Sides) -> bool:
    """Whether sides have the receiving one send."""
    sender = next(iter(sides.senders), None)
    return isinstance(sender, Place) and scene.side_of(sender) == "recipient"


def _untitled(scene: Scene, person: PersonMention) -> Iterator[Posting]:
    """Somebody without a title in front whom the words there tell to be sent: 到某县支教的某某.

    What they are can follow: “组团式”教育帮扶成员某某——某中学校长.
    """
    if any(office.span.start < person.span.start for office in person.offices):
        return
    sentence = scene.article.sentence_at(person.span.start)
    start = max(sentence.start, person.span.start - _AROUND)
    last = person.span.start if person.offices else person.span.end + _AROUND
    words = scene.article.text[start : min(sentence.end, last)]
    if _ONE_OF.match(scene.article.text, person.span.end):
        # 此次91名援疆教师…。某小学的某某就是其中之一。
        words += scene.article.sentence_at(max(0, sentence.start - 1)).of(scene.article.text)
    listed = _LISTED.match(scene.article.text, person.span.end)
    if (_SENT_AS if person.offices else AID).search(words) or (listed and not person.offices):
        sides = sides_at(scene, person.span)
        abroad = abroad_of(scene, person.offices)
        sides = replace(sides, host=abroad.of) if abroad is not None else sides
        kind = SecondmentKind.PROFESSIONAL if _SCHOOLED.search(words) else SecondmentKind.OFFICIAL
        fact = Secondment(kind, person.name, 1, post=post_of(person, abroad) if abroad else None)
        yield from postings(
            scene, fact, replace(sides, senders=sides.senders[:1]), POSTED, person.span
        )


def _from_home(scene: Scene, person: PersonMention) -> Iterator[Posting]:
    """Somebody with offices on both sides, or of a profession at home and met on the other."""
    home = home_of(scene, person)
    abroad = abroad_of(scene, person.offices)
    if home is None and abroad is not None and abroad.span.start > person.span.end:
        # 某某抵达某县，出任县人民医院院长
        between = scene.article.text[person.span.end : abroad.span.start]
        if len(between) <= _AROUND and _TRAVELLED.search(between):
            sides = sides_at(scene, person.span, host=seat_of(abroad))
            post = post_of(person, abroad)
            yield from _named(scene, person, Sides(sides.senders, abroad.of), POSTED, post)
        return
    if home is None:
        return
    if abroad is not None:
        sides = Sides((home,), abroad.of)
        yield from _named(scene, person, sides, POSTED, post_of(person, abroad))
    elif is_professional(person) and (
        not person.offices[0].title.endswith("专家") or came_from(scene, person)
    ):
        host = sides_at(scene, person.span).host
        around = Span(max(0, person.span.start - _AROUND), person.span.end + _AROUND)
        here = _HERE.search(scene.article.text, around.start, around.end)
        if not here and host not in scene.places_between(around):
            host = _went_to(scene, person.name)
        if host is not None:
            yield from _named(scene, person, Sides((home,), host), POSTED)


def _went_to(scene: Scene, name: str) -> Place | None:
    """Where on the receiving side somebody goes whom the article names again: 某某来到某县后."""
    text = scene.article.text
    at = text.find(name)
    while at >= 0:
        went = _TO.match(text, at + len(name))
        if went:
            place = named_at(scene, went.end())
            if place is not None:
                return place if scene.side_of(place) == "recipient" else None
        at = text.find(name, at + 1)
    return None


def _serving(scene: Scene, person: PersonMention, sides: Sides, rule: Rule) -> Iterator[Posting]:
    """Somebody told to be sent to where one of their offices is."""
    abroad = abroad_of(scene, person.offices)
    seat = seat_of(abroad) if abroad is not None else None
    if abroad and seat and isinstance(sides.host, Place) and seat.within(sides.host):
        yield from _named(
            scene, person, replace(sides, host=abroad.of), rule, post_of(person, abroad)
        )
    else:
        yield from _named(scene, person, sides, rule)


def _named(
    scene: Scene, person: PersonMention, sides: Sides, rule: Rule, post: str | None = None
) -> Iterator[Posting]:
    kind = SecondmentKind.PROFESSIONAL if is_professional(person) else SecondmentKind.OFFICIAL
    one_sender = Sides(sides.senders[:1], sides.host)
    fact = Secondment(kind, person.name, 1, post=post)
    yield from postings(scene, fact, one_sender, rule, person.span)
