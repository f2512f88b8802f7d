"""Command posts and teams that one side keeps in the other (前方指挥部, 工作队)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xiezuo.extract.direction import directed
from xiezuo.extract.grammar import Rule
from xiezuo.extract.postings import Posting, Sides, postings, sides_at
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Level,
    Office,
    OrganizationMention,
    Pair,
    PersonMention,
    Place,
    PlaceMention,
    Secondment,
    SecondmentKind,
    Span,
)

_ORDER = "(?:第[0-9一二三四五六七八九十]+批|历届|新一批)"
RULES = (
    Rule(
        "secondment.body",
        "{body:org}(?!员)",
        0.75,
        examples=("江宁区与陕西省洛南县开展东西部协作，江苏省援陕工作队到洛南县调研。",),
        counterexamples=(
            "江宁区与陕西省洛南县开展东西部协作，陕西省乡村振兴驻村工作队到洛南县调研。",
        ),
    ),
    Rule(
        "secondment.headed",
        "{person}",
        0.75,
        examples=("江苏省与陕西省开展东西部协作，江苏省援陕工作队领队王明远到洛南县调研。",),
    ),
    Rule(
        "secondment.crew",
        f"{{from:place}}{_ORDER}?(?:(?:对口)?(?:支援|帮扶)|援|驻|协作){{to:place}}{_ORDER}?"
        "(?:挂职|干部|人才|扶贫|东西部|协作|帮扶|前方|医疗|对口){0,3}(?:指挥部|指挥组|工作队|工作组|联络组|医疗队|支教队)(?!成员|队员)"
        "|{base:place}工作[组队](?=[，。、的在与和]|配合|积极|协调|组长)",
        0.75,
        examples=(
            "江苏省对口支援新疆阿图什市，景区在无锡第十一批援疆工作组的支援下运营。",
            "江宁区与陕西省洛南县开展东西部协作，江宁工作组配合洛南县引进企业。",
        ),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，陕西省驻洛南县工作组主办推介会。",),
    ),
)
_BODY, _HEADED, _CREW = RULES

_NAME = re.compile("(?:指挥部|前指|工作队|工作组|指挥组|联络组|联络小组|医疗队|支教队)$")
_BARE = re.compile("(?:前方|分)?指挥部|前指|分指")
"""A command post that is named in full elsewhere."""
_AID = re.compile("援[疆藏青甘宁川黔滇蒙陕桂渝]|对口|援建|前方|协作|驻|支援")
_LOCAL = re.compile("驻村|驻镇|乡村振兴|扶村")


def task_forces(scene: Scene) -> Iterator[Posting]:
    """Yield a secondment for each mention of a command post or team of a programme."""
    fact = Secondment(SecondmentKind.TASK_FORCE)
    for match in scene.marked.matches((_BODY,)):
        for mention in match.mentions("body"):
            if isinstance(mention, OrganizationMention) and scene.is_body(mention.span.start):
                sides = _sides(scene, mention.name, mention.place, mention.span)
                if sides is not None:
                    yield from postings(scene, fact, sides, _BODY, mention.span)
    for match in scene.marked.matches((_CREW,)):
        if match.has("base"):
            base = next(m.place for m in match.mentions("base") if isinstance(m, PlaceMention))
            if base and scene.side_of(base) == "supporter":
                sides = Sides((base,), sides_at(scene, match.span, home=base).host)
                yield from postings(scene, fact, sides, _CREW, match.span)
            continue
        giver, taker = (
            next(m.place for m in match.mentions(side) if isinstance(m, PlaceMention))
            for side in ("from", "to")
        )
        if giver and taker and scene.side_of(giver) == "supporter" != scene.side_of(taker):
            host = taker if scene.side_of(taker) else sides_at(scene, match.span, home=giver).host
            yield from postings(scene, fact, Sides((giver,), host), _CREW, match.span)
    for person in scene.mentions:
        if isinstance(person, PersonMention) and scene.is_body(person.span.start):
            for office in person.offices:
                sides = sides_of_office(scene, office)
                if sides is not None:
                    yield from postings(scene, fact, sides, _HEADED, office.span)


def sides_of_office(scene: Scene, office: Office) -> Sides | None:
    """The sides of the command post or team that an office is in, None where it is in none."""
    if office.of is None or isinstance(office.of, Place):
        return None
    return _sides(scene, office.of.name, office.of.place, office.span)


def _sides(scene: Scene, name: str, seat: Place | None, span: Span) -> Sides | None:
    """Who keeps the body and where, None where it is none of a programme."""
    if _BARE.fullmatch(name):
        posts = [body for body in scene.bodies if body.name.endswith("指挥部")]
        full = next((body for body in posts if _AID.search(body.name)), None)
        if full is None:
            return None
        name, seat, span = full.name, full.place, full.span
    if not _NAME.search(name) or not _AID.search(name) or _LOCAL.search(name):
        return None
    inside = scene.places_between(span)
    pair = next((m for m in scene.pair_mentions if span.contains(m.span)), None)
    if pair is not None:
        # 粤黔协作工作队遵义工作组: one side of the pair keeps it in the other.
        return _paired(directed(pair.first, pair.second), inside)
    if seat is None or scene.side_of(seat) == "recipient":
        sides = sides_at(scene, span)
        away = isinstance(sides.host, Place) and scene.side_of(sides.host) == "supporter"
        return (sides.turned() if away else sides) if seat is None else None
    abroad = [place for place in inside if place.province != seat.province]
    host = abroad[-1] if abroad else sides_at(scene, span, home=seat).host
    own = [pair for pair in scene.pairs_at(span.start) if seat.within(pair.supporter)]
    if own and (not isinstance(host, Place) or host.level is Level.PROVINCE):
        # 援疆指挥部 works where its place's pair has it.
        host = own[0].recipient
    return Sides((seat,), host)


def _paired(pair: Pair | None, inside: Sequence[Place]) -> Sides | None:
    if pair is None:
        return None
    host = next((p for p in reversed(inside) if p.province == pair.recipient.province), None)
    return Sides((pair.supporter,), host or pair.recipient)
