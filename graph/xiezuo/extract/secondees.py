"""People sent by name: leaders of command posts, 挂职 officials, doctors and teachers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from xiezuo.extract.careers import HEADING, LEADER, POSTED, PRONOUN, RETURNED, STORY, TOLD
from xiezuo.extract.grammar import Rule
from xiezuo.extract.postings import Posting, Sides, postings, sides_at
from xiezuo.extract.scene import Scene
from xiezuo.extract.taskforces import sides_of_office
from xiezuo.model import (
    Level,
    Office,
    Organization,
    OrganizationMention,
    PersonMention,
    Place,
    PlaceMention,
    Secondment,
    SecondmentKind,
    Span,
)
from xiezuo.values import replace

_PROFESSION = re.compile("教|师|医|护|技|专家|人才|特派员|职工|员工")
_SCHOOLED = re.compile("医院|学校|中学|小学|学院|大学|幼儿园|支教|支医|医生|教师")
_OFFICER = re.compile("干部|书记|长$|主任(?![医护药技教]师)|常委|领队|指挥")
_AID = re.compile(
    "援[\u4e00-\u9fff](?=干部|人才|教师|医生)"
    "|援[疆藏青甘宁川黔滇蒙陕桂渝](?!(?:援[疆藏青]|[和、]|工作|协调|领导|协作|小组)*(?:办|中心|[协领][调导]小组))|挂职|挂任|支教|支医|援派|帮扶干部|协作干部|选派|派来|派出的|派驻"
    "|(?:医疗|支教|工作)队队?员|工作[组队]成员|来的(?:扶贫|帮扶)?干部|(?:支援|帮扶)(?:专家|医生|教师)"
    # not 对口支援和区域合作局, whose officials stay at home
    "|对口支援(?!(?:和|与|及)?(?:[\u4e00-\u9fff]{0,9}(?:办|局|处|中心|主任|科|小组)))"
)
_HERE = re.compile("[县州旗](?:人民|中)?医院|[县州旗][一二三]中|我[县市州旗]|这里|当地")
_SENT_AS = re.compile(
    "(?:援[疆藏青甘宁川黔滇蒙陕桂渝]|挂职|支教|支医|帮扶|组团式”?)[^，。；]{0,6}(?:成员|干部|人才|医生|教师|队员)$"
)
_FROM_EAST = re.compile("援|支教|支医|帮扶|协作")
_BREAK = re.compile("[、，。；！？.）\n]|(?<!支援)[和与及]")
_ONE_OF = re.compile("[^，。；]{0,4}其中(?:之一|[的一])")
_LISTED = re.compile(
    "(?:、[\u4e00-\u9fff]{2,3})*等(?:[0-9一二三四五六七八九十]{1,3}[名位个]|一?大?批|多名)[^，。；]{0,8}?"
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
_WARD = re.compile("[科室]副?主任$")
"""Who heads a ward is a doctor."""
_CAME = re.compile("，?来自")
_COMES = re.compile("来自[^，。；、]{2,30}$")
_TO = re.compile("(?:老师|医生)?[^，。；！？\n]{0,8}?(?:来到|抵达|到达|奔赴|赴|前往|进驻)")
_AROUND = 40
"""How far from somebody of a profession the place can stand where they serve."""
_BEFORE, _BEHIND = 12, 4
"""How far before a title and behind it a word for the secondment (挂职) can stand."""


def secondees(scene: Scene) -> Iterator[Posting]:
    """Yield a secondment for each statement that a named person is sent."""
    people = [
        person
        for person in scene.mentions
        if isinstance(person, PersonMention) and scene.is_body(person.span.start)
    ]
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
                home = _home(scene, who)
                sides = sides_at(scene, Span(who.span.end, match.span.end), home=home)
                yield from _serving(scene, who, sides, TOLD)
    for match in scene.marked.matches((STORY,)):
        for who in match.mentions("who"):
            if isinstance(who, PersonMention) and (not who.offices or _is_professional(who)):
                sides = sides_at(scene, Span(who.span.end, match.span.end), home=_home(scene, who))
                yield from _named(scene, who, sides, STORY)
    for match in scene.marked.matches((PRONOUN,)):
        meant = _meant(scene, people, match.span.start)
        if meant is not None:
            sides = sides_at(scene, match.span, home=_home(scene, meant))
            yield from _named(scene, meant, sides, PRONOUN)
    yield from _returned(scene)


def _meant(scene: Scene, people: Sequence[PersonMention], offset: int) -> PersonMention | None:
    """Whom 他 means: the last named before in the paragraph, where that is nobody in office."""
    line = scene.paragraph(offset)
    named = [
        one for one in people if one.span.end <= offset and scene.paragraph(one.span.start) == line
    ]
    if not named or len({one.name for one in named}) > 1:
        return None
    full = [one for one in people if one.name == named[0].name and one.offices]
    return named[-1] if all(map(_is_professional, full)) else None


def _returned(scene: Scene) -> Iterator[Posting]:
    """People who come back from where they were sent, and professionals at the head of a team."""
    for match in scene.marked.matches((RETURNED, HEADING)):
        who = next(one for one in match.mentions("who") if isinstance(one, PersonMention))
        trigger = Span(who.span.end, match.span.end)
        if match.rule is RETURNED:
            home = next(filter(None, map(_seat, who.offices)), None)
            host = next(
                (p.place for p in match.mentions("host") if isinstance(p, PlaceMention)), None
            )
            yield from _named(scene, who, sides_at(scene, trigger, host, home), RETURNED)
        elif _is_professional(who):
            yield from _named(scene, who, sides_at(scene, trigger, home=_home(scene, who)), HEADING)


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
            abroad = _abroad(scene, person.offices) or _elsewhere(person.offices, sides)
            host = abroad.of if abroad else sides.host
            post = _post(person, abroad) if abroad else office.title
            yield from _named(scene, person, Sides(sides.senders, host), LEADER, post)
            return


def _posted(scene: Scene, person: PersonMention) -> Iterator[Posting]:
    """Somebody called 挂职干部, or one of whose offices is said to be 挂职."""
    text = scene.article.text
    abroad = _abroad(scene, person.offices)
    for office in person.offices:
        before = text[max(0, office.span.start - _BEFORE) : office.span.start]
        behind = _PAUSE.split(text[office.span.end : office.span.end + _BEHIND])[0]
        words = _BREAK.split(before)[-1] + office.span.of(text) + behind
        start = max(0, office.span.start - 2 * _BEFORE)
        words += apposed[0] if (apposed := _APPOSED.search(text, start, office.span.start)) else ""
        for end in (office.span.end, person.span.end):
            words += aside[0] if (aside := _ASIDE.match(text, end)) else ""
        if not _AID.search(words):
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
            sides = sides_at(scene, office.span, host=_seat(abroad))
            sides = Sides(sides.senders, abroad.of)
            yield from _named(scene, person, sides, POSTED, _post(person, abroad))
        return


def _is_next(scene: Scene, before: PersonMention, person: PersonMention) -> bool:
    """Whether somebody is listed right behind another, both of a profession."""
    if not (person.offices and _is_professional(person) and _is_professional(before)):
        return False
    begin = person.offices[0].span.start
    between = scene.article.text[before.span.end : max(begin, before.span.end)]
    return between in ("、", "和", "以及") and _home(scene, person) is None


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
    if (_SENT_AS if person.offices else _AID).search(words) or (listed and not person.offices):
        sides = sides_at(scene, person.span)
        abroad = _abroad(scene, person.offices)
        sides = replace(sides, host=abroad.of) if abroad is not None else sides
        kind = SecondmentKind.PROFESSIONAL if _SCHOOLED.search(words) else SecondmentKind.OFFICIAL
        fact = Secondment(kind, person.name, 1, post=_post(person, abroad) if abroad else None)
        yield from postings(
            scene, fact, replace(sides, senders=sides.senders[:1]), POSTED, person.span
        )


def _from_home(scene: Scene, person: PersonMention) -> Iterator[Posting]:
    """Somebody with offices on both sides, or of a profession at home and met on the other."""
    home = _home(scene, person)
    abroad = _abroad(scene, person.offices)
    if home is None and abroad is not None and abroad.span.start > person.span.end:
        # 某某抵达某县，出任县人民医院院长
        between = scene.article.text[person.span.end : abroad.span.start]
        if len(between) <= _AROUND and _TRAVELLED.search(between):
            sides = sides_at(scene, person.span, host=_seat(abroad))
            post = _post(person, abroad)
            yield from _named(scene, person, Sides(sides.senders, abroad.of), POSTED, post)
        return
    if home is None:
        return
    if abroad is not None:
        sides = Sides((home,), abroad.of)
        yield from _named(scene, person, sides, POSTED, _post(person, abroad))
    elif _is_professional(person) and (
        not person.offices[0].title.endswith("专家") or _came_from(scene, person)
    ):
        host = sides_at(scene, person.span).host
        around = Span(max(0, person.span.start - _AROUND), person.span.end + _AROUND)
        here = _HERE.search(scene.article.text, around.start, around.end)
        if not here and host not in scene.places_between(around):
            host = _went_to(scene, person.name)
        if host is not None:
            yield from _named(scene, person, Sides((home,), host), POSTED)


def _came_from(scene: Scene, person: PersonMention) -> bool:
    """Whether the words before a title are 来自 and a body: 来自某市人民医院的眼科专家."""
    start = person.offices[0].span.start
    return _COMES.search(scene.article.text, max(0, start - _AROUND), start) is not None


def _went_to(scene: Scene, name: str) -> Place | None:
    """Where on the receiving side somebody goes whom the article names again: 某某来到某县后."""
    text = scene.article.text
    at = text.find(name)
    while at >= 0:
        went = _TO.match(text, at + len(name))
        if went:
            place = _named_at(scene, went.end())
            if place is not None:
                return place if scene.side_of(place) == "recipient" else None
        at = text.find(name, at + 1)
    return None


def _named_at(scene: Scene, offset: int) -> Place | None:
    """The place, or the seat of the body, whose name begins at an offset."""
    named: list[PlaceMention | OrganizationMention] = [*scene.places, *scene.bodies]
    return next((m.place for m in named if m.span.start == offset), None)


def _home(scene: Scene, person: PersonMention) -> Place | None:
    """The place on the supporter's side where somebody has an office; of a town, its county.

    That somebody comes from (来自海淀区的洛浦县副县长某某) counts as well.
    """
    text = scene.article.text
    for office in person.offices[:1]:
        start = office.span.start
        for origin in scene.places:
            if origin.span.end == start - 1 and text[start - 1] == "的" and origin.place:
                came = text[: origin.span.start].endswith("来自")
                if came and scene.side_of(origin.place) == "supporter":
                    return origin.place
    comes = _CAME.match(text, person.span.end)
    source = _named_at(scene, comes.end()) if comes else None
    if source is not None and scene.side_of(source) == "supporter":
        return source
    for seat in map(_seat, person.offices):
        if seat is not None and scene.side_of(seat) == "supporter":
            return seat.parent if seat.level is Level.TOWNSHIP else seat
    return None


def _post(person: PersonMention, abroad: Office) -> str:
    """All that somebody is at the host: 县委常委、副县长."""
    titles = [
        office.title
        for office in person.offices
        if office.of in (abroad.of, None)
        and office.deixis == abroad.deixis
        and not _AID.search(office.title)
    ]
    return "、".join(dict.fromkeys(titles))


def _abroad(scene: Scene, offices: Sequence[Office]) -> Office | None:
    """The last office that is held on the receiving side."""
    found = None
    for office in offices:
        seat = _seat(office)
        if seat is None and office.deixis:
            seat = scene.deictic(office.deixis, office.span.start)
            # 我省 can be an autonomous region's, a 省委 cannot.
            seat = seat if seat and (office.deixis != "省" or seat.name.endswith("省")) else None
        if seat is not None and scene.side_of(seat) == "recipient":
            found = office if office.of else replace(office, of=seat)
    return found


def _elsewhere(offices: Sequence[Office], sides: Sides) -> Office | None:
    """An office outside the province of those who send."""
    homes = [sender.province for sender in sides.senders if isinstance(sender, Place)]
    return next(
        (o for o in offices if isinstance(o.of, Place) and homes and o.of.province not in homes),
        None,
    )


def _seat(office: Office) -> Place | None:
    """The place that an office is in."""
    return office.of.place if isinstance(office.of, Organization) else office.of


def _is_professional(person: PersonMention) -> bool:
    """Whether somebody's titles are those of a profession, not of an official."""
    titles = "".join(
        f"医生{_WARD.sub('', office.title)}"
        if isinstance(office.of, Organization) and office.of.name.endswith("医院")
        else office.title
        for office in person.offices
    )
    return _PROFESSION.search(titles) is not None and not _OFFICER.search(titles)


def _serving(scene: Scene, person: PersonMention, sides: Sides, rule: Rule) -> Iterator[Posting]:
    """Somebody told to be sent to where one of their offices is."""
    abroad = _abroad(scene, person.offices)
    seat = _seat(abroad) if abroad is not None else None
    if abroad and seat and isinstance(sides.host, Place) and seat.within(sides.host):
        yield from _named(
            scene, person, replace(sides, host=abroad.of), rule, _post(person, abroad)
        )
    else:
        yield from _named(scene, person, sides, rule)


def _named(
    scene: Scene, person: PersonMention, sides: Sides, rule: Rule, post: str | None = None
) -> Iterator[Posting]:
    kind = SecondmentKind.PROFESSIONAL if _is_professional(person) else SecondmentKind.OFFICIAL
    one_sender = Sides(sides.senders[:1], sides.host)
    fact = Secondment(kind, person.name, 1, post=post)
    yield from postings(scene, fact, one_sender, rule, person.span)
