"""Visits: whose delegation went where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.extract.grammar import Match, Rule
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Assertion,
    Organization,
    OrganizationMention,
    Pair,
    Party,
    PersonMention,
    Place,
    PlaceMention,
    Span,
    Visit,
)

_GROUP = "(?:党政)?(?:代表团|考察团|考察组|调研组|工作组|访问团|经贸团|党政团|党政班子|领导)"
_LEAD = "(?:率领|率队|带队|率|带领|领队)"
_GO = "(?:赴|来到|来|到|抵达|抵|前往|深入|走进|莅临|奔赴|访问|考察|在)"
_CLAUSE = "[^。；！？\n]"

RULES = (
    Rule(
        "visit.led",
        f"{{leader:person}}(?:等)?(?:一行)?[^。；！？，\n]{{0,6}}?{_LEAD}{_CLAUSE}{{0,24}}?{_GO}"
        f"(?P<goal>{_CLAUSE}{{0,60}})",
        0.9,
        examples=("5月6日，江宁区委书记周立文率党政代表团赴陕西省洛南县考察东西部协作工作。",),
    ),
    Rule(
        "visit.delegation",
        f"{{visitor:places}}(?:[省市州区县旗盟]?委?[、]?[省市州区县旗盟]?(?:人民)?政府)?{_GROUP}(?:一行|[0-9一二三四五六七八九十]+余?人)?"
        f"[^。；！？，\n]{{0,10}}?{_GO}(?P<goal>{_CLAUSE}{{0,60}})",
        0.9,
        examples=("5月6日，陕西省洛南县党政代表团一行赴南京市江宁区考察东西部协作工作。",),
    ),
    Rule(
        "visit.received",
        f"{{visitor:places}}{_CLAUSE}{{0,20}}?(?:代表团|考察团|考察组|一行)(?:一行)?的?(?P<goal>到来|来访)",
        0.85,
        examples=(
            "洛南县委书记周立文对南京市江宁区党政代表团的到来表示欢迎，陕西省洛南县的东西部协作成效明显。",
        ),
    ),
)
_PURPOSE = re.compile(
    "考察|调研|对接|访问|交流|学习|座谈|慰问|看望|走访|推进|开展|召开|洽谈|招商|参加|参观|互访|出席"
)
_LATER = re.compile("将(?:于|在|赴)|计划|拟")


def visits(scene: Scene) -> Iterator[Assertion]:
    """Yield one visit for each visiting side, with all that the article says it went to."""
    found: dict[Party, tuple[list[Party], Match, Pair]] = {}
    for match in scene.marked.matches(RULES):
        if not scene.is_body(match.span.start):
            continue
        visitor, pair = _visitor(scene, match)
        if visitor is None or pair is None:
            continue
        goals = _goals(scene, match, visitor)
        if not goals:
            continue
        known = found.setdefault(visitor, ([], match, pair))[0]
        known += [goal for goal in goals if goal not in known]
    for visitor, (goals, match, pair) in found.items():
        visit = Visit(visitor, tuple(goals), pair, scene.date_near(match.span.start))
        yield scene.state(visit, match.rule, match.span)


def _visitor(scene: Scene, match: Match) -> tuple[Place | None, Pair | None]:
    """The side whose delegation it is: named before it, or the place that its leader serves."""
    candidates = list(reversed(_candidates(scene, match)))
    for place in candidates:
        for pair in scene.pairs:
            if place in (pair.supporter, pair.recipient):
                return place, pair
    for place in candidates:
        for pair in scene.pairs:
            if place.within(pair.supporter) or place.within(pair.recipient):
                return place, pair
    return None, None


def _candidates(scene: Scene, match: Match) -> list[Place]:
    """Places that the delegation can be from, the likeliest last."""
    if match.has("visitor"):
        return [
            m.place for m in match.mentions("visitor") if isinstance(m, PlaceMention) and m.place
        ]
    before = Span(match.span.start, match.group_span("goal").start)
    served: list[Place] = []
    for mention in match.mentions("leader"):
        offices = mention.offices if isinstance(mention, PersonMention) else ()
        for office in offices:
            place = office.of or scene.deictic(office.deixis, match.span.start)
            if isinstance(place, Place):
                served.append(place)
    return [*scene.places_between(before), *served]


def _goals(scene: Scene, match: Match, visitor: Place) -> list[Party]:
    """The places and sites of the other side that the clause goes on to name."""
    if match.rule.id == "visit.received":
        return [
            side
            for pair in scene.pairs_at(match.span.start)
            for side in (pair.supporter, pair.recipient)
            if side.province != visitor.province
        ]
    goal = match.group_span("goal")
    sentence = scene.article.sentence_at(match.span.start)
    reach = Span(goal.start, sentence.end)
    if not _PURPOSE.search(reach.of(scene.article.text)):
        return []
    goals: list[Party] = []
    for place in scene.places_between(reach):
        if place.province != visitor.province and place not in goals:
            goals.append(place)
    if not goals and re.match("我[省市区县州旗盟]|访", goal.of(scene.article.text)):
        home = scene.deictic(goal.of(scene.article.text)[1:2], match.span.start) or scene.home
        if home is not None and home.province != visitor.province:
            goals.append(home)
    for mention in scene.mentions:
        if isinstance(mention, OrganizationMention) and reach.contains(mention.span):
            goals.append(_site(mention))
    return goals


def _site(mention: OrganizationMention) -> Party:
    return Organization(mention.name, mention.place)
