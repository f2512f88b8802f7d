"""Official appointments: who holds which office, where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xiezuo.extract.grammar import Rule
from xiezuo.extract.home import lifted
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Appointment,
    Assertion,
    Office,
    Organization,
    Party,
    Person,
    PersonMention,
    Place,
    Span,
)
from xiezuo.values import quick

RULES = (
    Rule(
        "appointment.placed",
        "{person}",
        0.95,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，江宁区委书记周立文率队考察。",
            "江宁区与陕西省洛南县开展东西部协作，洛南县副县长、江宁区派驻洛南县联络组组长周立文出席。",
        ),
        counterexamples=(
            "江宁区委书记和洛南县县长座谈，深化东西部协作。",
            "江宁区与陕西省洛南县开展东西部协作，按照洛南县委书记周立文提出的思路推进。",
            "江宁区与陕西省洛南县开展东西部协作，项目负责人周立文介绍了进度。",
        ),
    ),
    Rule(
        "appointment.deictic",
        "{person}",
        0.85,
        examples=("江宁区与陕西省洛南县开展东西部协作，县委书记王明远陪同考察。",),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，村民王明远受益。",),
    ),
    Rule(
        "appointment.open",
        "{person}",
        0.7,
        examples=("江宁区与陕西省洛南县开展东西部协作，州长王明远出席签约活动。",),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，支教教师王明远到岗。",),
    ),
)
_PLACED, _DEICTIC, _OPEN = RULES

# Words for what somebody does or is, where the text names no office.
_NO_OFFICE = re.compile(
    "(?:(?<!级)干部|人才|人员|骨干|职工|员工|医生|医师|教师|老师|护[士师]|药师|技师|工程师|农艺师|畜牧师|兽医师|专家|技术员|农技员|特派员"
    "|研究员|教研员|队员|^成员|团队成员|大夫|教授|讲师|博士|院士|导师|老支书|老书记|老主任|老村长)$"
)
_LIAISON = re.compile("(?:对口|帮扶|协作|援|挂职|驻).*组$")
"""A small team, of which to be a member is an office beside another one."""
_UNDER = re.compile(
    "(?:按照|根据|遵照|依照|贯彻|落实|践行|围绕|学习)好?了?[^，。；：“”]{0,40}[，、和]?$"
)
_WORDS = "(?:(?:提出|强调)的|的?(?:重要|系列)*(?:讲话|指示|批示)(?:精神|要求|，|。))"
_ORDERED = re.compile(
    f"(?:[，、和][^，。；]{{4,20}}(?=在))?(?:同志)?(?:[在对于][^，。；：传宣读]{{2,40}}?)?{_WORDS}"
)
"""Behind somebody by whose words others act: 按照某某提出的…, 落实某某在会上的讲话要求."""
_NO_POST = re.compile(
    "^值班(?:主任|领导)$|^(?:项目|展示中心|展馆|基地|企业|公司|工厂|车间|合作社|门店|展厅|商户)?(?:相关)?负责人$"
)
_FIRM = re.compile("^(?:该|本)?(?:合作社|公司|企业|基地|车间|工厂)$")
_VISITORS = ("代表团", "考察团", "访问团", "慰问团")
_LEADER = re.compile("领导$")


@quick
@dataclass(frozen=True, slots=True)
class _Held:
    """An office as one place of the text has it."""

    office: Office
    of: Party | None
    rule: Rule
    trigger: Span


def appointments(scene: Scene) -> Iterator[Assertion]:
    """Yield one appointment for each office of each person whom the article names for one.

    A bare 市委书记 is that of the place that the scene gives it; where it gives none, the seat
    stays open. An office that the text names twice, once in full and once shortened, is one; of
    somebody with a real title 区领导 is left out.
    """
    mentions = scene.persons
    rivals: defaultdict[int, set[Party]] = defaultdict(set)
    for mention in mentions:
        named = {office.of for office in mention.offices if office.of}
        rivals[scene.sentence_index(mention.span.start)] |= named
    persons: dict[str, list[_Held]] = {}
    for mention in mentions:
        if _cited(scene, mention):
            continue
        held = persons.setdefault(mention.name, [])
        held += _resolved(scene, mention, rivals)
    for name, offices in persons.items():
        for one in _distinct(offices):
            appointment = Appointment(Person(name, one.of), one.office.title, one.of)
            yield scene.state(appointment, one.rule, one.trigger)


def _resolved(
    scene: Scene, mention: PersonMention, rivals: Mapping[int, Collection[Party]]
) -> Iterator[_Held]:
    """The offices of a mention with their seats, and the words that say who holds them.

    A title that names no level (组织部长) right behind another is held in the same place.
    """
    before: _Held | None = None
    for office in mention.offices:
        named = not _NO_OFFICE.search(office.title) or _in_team(office, mention)
        if not named or _heads_visit(office) or _no_post(office):
            continue
        first, last = sorted((office.span, mention.span))
        trigger = Span(first.start, last.end)
        place = _meant(scene, office, mention.span.start, rivals)
        near = before is not None and office.span.start <= before.office.span.end + 1
        if place is None and near and before is not None and not office.deixis:
            place = before.of if isinstance(before.of, Place) else None
        if office.of is not None:
            before = _Held(office, office.of, _PLACED, trigger)
        else:
            before = _Held(office, place, _DEICTIC if place else _OPEN, trigger)
        yield before


def _in_team(office: Office, mention: PersonMention) -> bool:
    """Whether somebody is, beside another office, a member of a team: 副县长、某联络组成员."""
    team = isinstance(office.of, Organization) and _LIAISON.search(office.of.name)
    return bool(team) and office.title == "成员" and len(mention.offices) > 1


def _cited(scene: Scene, mention: PersonMention) -> bool:
    """Whether somebody is named only for words that others act by: 按照县委书记某某提出的."""
    text, end = scene.article.text, mention.span.end
    if not mention.offices or not _ORDERED.match(text, end):
        return False
    start = min(office.span.start for office in mention.offices)
    return _UNDER.search(text, max(0, start - 48), start) is not None


def _no_post(office: Office) -> bool:
    """Whether a title is that of an unnamed firm or project: 项目负责人."""
    if isinstance(office.of, Organization):
        return office.title == "负责人" and _FIRM.match(office.of.name) is not None
    return office.of is None and _NO_POST.match(office.title) is not None


def _heads_visit(office: Office) -> bool:
    """Whether an office lasts no longer than a visit: 代表团团长."""
    return isinstance(office.of, Organization) and office.of.name.endswith(_VISITORS)


def _meant(
    scene: Scene, office: Office, offset: int, rivals: Mapping[int, Collection[Party]]
) -> Place | None:
    """The place whose office a title without a place is.

    Without a home place it is rather the side of a pair that no other title of the sentence
    names, or else of the article: an outlet leaves out its own place, never the guests'.
    """
    level = office.deixis
    # 我省 can be an autonomous region's, a 省委 cannot.
    ending = "省" if level == "省" else ""

    def suiting(place: Place | None) -> bool:
        return place is not None and place.name.endswith(ending)

    if not level:
        return None
    if scene.home is not None and suiting(lifted(scene.home, level)):
        return lifted(scene.home, level)
    sides = dict.fromkeys(lifted(side, level) for side in scene.members)
    everywhere = {party for named in rivals.values() for party in named}
    for named in (rivals.get(scene.sentence_index(offset), ()), everywhere):
        free = [side for side in sides if suiting(side) and side not in named]
        if len(free) == 1:
            return free[0]
    place = scene.deictic(level, offset)
    return place if suiting(place) else None


def _distinct(offices: Sequence[_Held]) -> list[_Held]:
    """The offices of one person, each once, in the fullest form that the text has."""
    real = [held for held in offices if not _LEADER.search(held.office.title)]
    kept: list[_Held] = []
    for held in sorted(real or offices, key=lambda h: (h.of is None, -len(h.office.title))):
        if not any(_covers(other, held) for other in kept):
            kept.append(held)
    return sorted(kept, key=lambda h: h.trigger)


def _covers(full: _Held, short: _Held) -> bool:
    """Whether ``short`` is the same office as ``full``, said with no more words."""
    same_title = full.office.title.endswith(short.office.title)
    return same_title and (short.of is None or short.of == full.of)
