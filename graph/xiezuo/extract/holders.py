"""Where people hold their offices: at home, and where they are sent to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xiezuo.extract.postings import Sides
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Level,
    Office,
    Organization,
    OrganizationMention,
    PersonMention,
    Place,
    PlaceMention,
    Span,
)
from xiezuo.values import replace

AID = re.compile(
    "援[\u4e00-\u9fff](?=干部|人才|教师|医生)"
    "|援[疆藏青甘宁川黔滇蒙陕桂渝](?!(?:援[疆藏青]|[和、]|工作|协调|领导|协作|小组)*(?:办|中心|[协领][调导]小组))|挂职|挂任|支教|支医|援派|帮扶干部|协作干部|选派|派来|派出的|派驻"
    "|(?:医疗|支教|工作)队队?员|工作[组队]成员|来的(?:扶贫|帮扶|支教|援派)?(?:干部|医生|教师|老师|专家)|(?:支援|帮扶)(?:专家|医生|教师)"
    # not 对口支援和区域合作局, whose officials stay at home
    "|对口支援(?!(?:和|与|及)?(?:[\u4e00-\u9fff]{0,9}(?:办|局|处|中心|主任|科|小组)))"
)
_PROFESSION = re.compile("教|师|医|护|技|大夫|专家|人才|特派员|职工|员工")
_OFFICER = re.compile("干部|书记|长$|主任(?![医护药技教]师)|常委|领队|指挥")
_WARD = re.compile("[科室]副?主任$")
"""Who heads a ward is a doctor."""
_CAME = re.compile("，?来自")
_COMES = re.compile("来自[^，。；、]{2,30}$")
_UNIT = re.compile("[^，。；、“”]{0,16}(?:的|[、，](?:现任|现挂任|挂任|现挂职任?))$")
_BEFORE = 40
"""How far before a title the words can begin that tell where somebody comes from."""


def came_from(scene: Scene, person: PersonMention) -> bool:
    """Whether the words before a title are 来自 and a body: 来自某市人民医院的眼科专家."""
    start = person.offices[0].span.start
    return _COMES.search(scene.article.text, max(0, start - _BEFORE), start) is not None


def named_at(scene: Scene, offset: int) -> Place | None:
    """The place, or the seat of the body, whose name begins at an offset."""
    named: list[PlaceMention | OrganizationMention] = [*scene.places, *scene.bodies]
    return next((m.place for m in named if m.span.start == offset), None)


def home_of(scene: Scene, person: PersonMention) -> Place | None:
    """The place on the supporter's side where somebody has an office; of a town, its county.

    That somebody comes from (来自海淀区的洛浦县副县长某某) counts as well.
    """
    text = scene.article.text
    for office in person.offices[:1]:
        start = office.span.start
        for origin in scene.places_in(Span(max(0, start - _BEFORE), start)):
            came = text.endswith("来自", 0, origin.span.start)
            came = came and _UNIT.fullmatch(text, origin.span.end, start) is not None
            if came and origin.place and scene.side_of(origin.place) == "supporter":
                return origin.place
    comes = _CAME.match(text, person.span.end)
    source = named_at(scene, comes.end()) if comes else None
    if source is not None and scene.side_of(source) == "supporter":
        return source
    for seat in map(seat_of, person.offices):
        if seat is not None and scene.side_of(seat) == "supporter":
            return seat.parent if seat.level is Level.TOWNSHIP else seat
    return None


def post_of(person: PersonMention, abroad: Office) -> str:
    """All that somebody is at the host: 县委常委、副县长."""
    titles = [
        office.title
        for office in person.offices
        if office.of in (abroad.of, None)
        and office.deixis == abroad.deixis
        and not AID.search(office.title)
    ]
    return "、".join(dict.fromkeys(titles))


def abroad_of(scene: Scene, offices: Sequence[Office]) -> Office | None:
    """The last office that is held on the receiving side."""
    found = None
    for office in offices:
        seat = seat_of(office)
        if seat is None and office.deixis:
            seat = scene.deictic(office.deixis, office.span.start)
            # 我省 can be an autonomous region's, a 省委 cannot.
            seat = seat if seat and (office.deixis != "省" or seat.name.endswith("省")) else None
        if seat is not None and scene.side_of(seat) == "recipient":
            found = office if office.of else replace(office, of=seat)
    return found


def elsewhere(offices: Sequence[Office], sides: Sides) -> Office | None:
    """An office outside the province of those who send."""
    homes = [sender.province for sender in sides.senders if isinstance(sender, Place)]
    return next(
        (o for o in offices if isinstance(o.of, Place) and homes and o.of.province not in homes),
        None,
    )


def seat_of(office: Office) -> Place | None:
    """The place that an office is in."""
    return office.of.place if isinstance(office.of, Organization) else office.of


def is_professional(person: PersonMention) -> bool:
    """Whether somebody's titles are those of a profession, not of an official."""
    titles = "".join(
        f"医生{_WARD.sub('', office.title)}"
        if isinstance(office.of, Organization) and office.of.name.endswith("医院")
        else office.title
        for office in person.offices
    )
    return _PROFESSION.search(titles) is not None and not _OFFICER.search(titles)
