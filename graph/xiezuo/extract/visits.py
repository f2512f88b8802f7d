"""Visits: whose delegation went where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from xiezuo.extract.grammar import MARKS, Match, Rule
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
_GO = (
    "(?:赴|(?:实地)?(?:察看|查看|走访|参观)|来到|(?<!到)来(?!访)|到(?!来)|抵达|抵|前往|深入|走进|莅临|奔赴"
    "|访问|考察|在)"
)
_CLAUSE = "[^。；！？\n]"
_NEAR = "[^。；！？，\n]"
_GOAL = f"(?P<goal>{_CLAUSE}{{0,60}})"
_OFFICE = "(?P<office>[省市州盟县区旗])(?:委|政府|党委)"

RULES = (
    Rule(
        "visit.led",
        f"{{leader:person}}(?:等)?(?:一行)?{_NEAR}{{0,6}}?{_LEAD}{_CLAUSE}{{0,24}}?{_GO}{_GOAL}",
        0.85,
        examples=("5月6日，江宁区委书记周立文率党政代表团赴陕西省洛南县考察东西部协作工作。",),
    ),
    Rule(
        "visit.delegation",
        "{visitor:places}(?:[省市州区县旗盟]?委?[、]?[省市州区县旗盟]?(?:人民)?政府)?"
        f"{_GROUP}(?:一行|[0-9一二三四五六七八九十]+余?人)?{_NEAR}{{0,10}}?{_GO}{_GOAL}",
        0.9,
        examples=("5月6日，陕西省洛南县党政代表团一行赴南京市江宁区考察东西部协作工作。",),
    ),
    Rule(
        "visit.party",
        f"{{leader:person}}(?:等人?)?一行，?{_NEAR}{{0,6}}?{_GO}{_GOAL}",
        0.6,
        examples=("5月6日，江宁区委书记周立文一行到陕西省洛南县考察东西部协作工作。",),
    ),
    Rule(
        "visit.body",
        f"{{body:org}}{_NEAR}{{0,8}}?(?:一行|代表团|考察团|调研组){_NEAR}{{0,10}}?{_GO}{_GOAL}",
        0.6,
        examples=("5月6日，南京市江宁区工商业联合会一行赴陕西省洛南县考察东西部协作工作。",),
    ),
    Rule(
        "visit.received",
        "{visitor:places}[^。；！？\n对向]{0,16}?(?:代表团|考察团|考察组|一行)(?:一行)?的?(?P<goal>到来|来访)"
        "|来访的(?:{guest:places}|{leader:person})",
        0.75,
        examples=(
            "洛南县委书记周立文对南京市江宁区党政代表团的到来表示欢迎，"
            "陕西省洛南县的东西部协作成效明显。",
        ),
        needs=("到来", "来访"),
    ),
    Rule(
        "visit.office",
        f"{_OFFICE}{_NEAR}{{0,16}}?(?:率队|带队|率团){_NEAR}{{0,2}}?{_GO}{_GOAL}",
        0.7,
        examples=(
            "陕西省洛南县与南京市江宁区东西部协作有成效。今年县委主要领导率队赴江宁区对接。",
        ),
        needs=("率队", "带队", "率团"),
    ),
    Rule(
        "visit.leader",
        f"{{leader:person}}(?:曾|还|专程)?赴(?P<goal>{{place}}(?:考察|招商|对接|调研|洽谈|推介|学习){_CLAUSE}{{0,40}})",
        0.8,
        examples=("洛南县副县长周立文赴南京市江宁区招商，江宁区与陕西省洛南县东西部协作有成效。",),
        counterexamples=(
            "洛南县副县长周立文赴南京市江宁区挂职，江宁区与陕西省洛南县东西部协作有成效。",
        ),
        needs=("赴",),
    ),
    Rule(
        "visit.welcomed",
        f"{{host:place}}迎来了?{{visitor:places}}[^，。；！？\n]{{0,10}}?{_GROUP}",
        0.85,
        examples=("南京市江宁区迎来了陕西省洛南县东西部协作考察团。",),
        counterexamples=("南京市江宁区迎来了陕西省洛南县的苹果，东西部协作升温。",),
        needs=("迎来",),
    ),
)
_PARTY = next(rule for rule in RULES if rule.id == "visit.party")
_PURPOSE = re.compile(
    "考察|调研|对接|访问|交流|学习|座谈|慰问|看望|走访|推进|开展|召开|洽谈|招商|参加|参观|互访|出席|察看|了解|见证|感受"
)
_INVITED = re.compile("(?:邀请|欢迎|期待|盼望|期盼)[^，。；！？对]{0,4}$")
_INVITING = 8
"""How many characters before a delegation can say that it is only invited."""

_VERB = 2
"""How many characters a verb of going has that says by itself what for: 考察, 走访."""

_OURS = re.compile("我([省市区县州旗盟])")


@dataclass
class _Trip:
    """What the article says of one visitor's visit, gathered over its sentences."""

    pair: Pair
    match: Match
    goals: list[Party] = field(default_factory=list)


def visits(scene: Scene) -> Iterator[Assertion]:
    """Yield one visit for each visiting side, with all that the article says it went to."""
    found: dict[Party, _Trip] = {}
    for match in (*scene.marked.matches(RULES), *_known(scene)):
        before = scene.article.text[max(0, match.span.start - _INVITING) : match.span.start]
        if not scene.is_body(match.span.start) or _INVITED.search(before):
            continue
        visitor, pair = _visitor(scene, match)
        if visitor is None or pair is None:
            continue
        trip = found.setdefault(visitor, _Trip(pair, match))
        goals = _goals(scene, match, pair, visitor)
        trip.goals += [goal for goal in goals if goal not in trip.goals]
    for visitor, trip in found.items():
        if trip.goals:
            date = scene.date_near(trip.match.span.start)
            visit = Visit(visitor, tuple(trip.goals), trip.pair, date)
            yield scene.state(visit, trip.match.rule, trip.match.span)


def _known(scene: Scene) -> Iterator[Match]:
    """周立文一行来到…: a leader who was named with his titles before."""
    if not scene.people:
        return
    names = "|".join(map(re.escape, sorted(scene.people)))
    pattern = re.compile(
        f"(?P<known>{names})(?:等人?)?(?:"
        f"(?:一行|(?:曾|还|又|再次|专程)?率(?:队|团|领|[^，。；！？\n]{{1,8}}团)){_NEAR}{{0,6}}?{_GO}{_GOAL}"
        f"|在(?P<stay>{MARKS[PlaceMention]})期间)"
    )
    for found in pattern.finditer(scene.marked.text):
        yield Match(_PARTY, scene.marked, found)


def _visitor(scene: Scene, match: Match) -> tuple[Party | None, Pair | None]:
    """Whose delegation it is: named before it, or the place that its leader serves."""
    for mention in match.mentions("body"):
        if isinstance(mention, OrganizationMention) and mention.place is not None:
            pair = _pair_with(scene, mention.place)
            return Organization(mention.name, mention.place), pair
    for place in _candidates(scene, match):
        for pair in scene.pairs:
            if place in (pair.supporter, pair.recipient):
                return place, pair
    for place in _candidates(scene, match):
        pair = _pair_with(scene, place)
        if pair is not None:
            return place, pair
    return None, None


def _pair_with(scene: Scene, place: Place) -> Pair | None:
    """The pair of which a place is a part."""
    for pair in scene.pairs:
        if place.within(pair.supporter) or place.within(pair.recipient):
            return pair
    return None


def _candidates(scene: Scene, match: Match) -> list[Place]:
    """Places that the delegation can be from, the likeliest first."""
    named = [*match.mentions("visitor"), *match.mentions("guest")]
    if named:
        return [m.place for m in named if isinstance(m, PlaceMention) and m.place]
    if match.has("office"):
        own = scene.deictic(match.text("office"), match.span.start)
        return [own] if own is not None else []
    people = match.mentions("leader")
    places: list[Place] = []
    if match.has("leader") and match.has("goal"):
        between = Span(match.group_span("leader").end, match.group_span("goal").start)
        places = scene.places_between(between)
    elif match.has("known"):
        people = [scene.people[match.text("known")]]
    for mention in people:
        offices = mention.offices if isinstance(mention, PersonMention) else ()
        for office in reversed(offices):
            place = office.of or scene.deictic(office.deixis, match.span.start)
            if isinstance(place, Organization):
                place = place.place
            if place is not None and place not in places:
                places.append(place)
    return places


def _goals(scene: Scene, match: Match, pair: Pair, visitor: Party) -> list[Party]:
    """The places and sites of the other side that the sentence goes on to name.

    Where it names none, the delegation still came to see the partner.
    """
    home = visitor if isinstance(visitor, Place) else visitor.place
    host = pair.recipient if home and home.within(pair.supporter) else pair.supporter
    stays = [*match.mentions("stay"), *match.mentions("host")]
    if stays:
        return [m.place for m in stays if isinstance(m, PlaceMention) and m.place]
    if not match.has("goal") or match.rule.id == "visit.received":
        return [host]
    sentence = scene.article.sentence_at(match.span.start)
    reach = Span(match.group_span("goal").start, sentence.end)
    words = reach.of(scene.article.text)
    verb = scene.article.text[reach.start - _VERB : reach.start]
    if not _PURPOSE.search(verb + words):
        return []
    sites = [
        mention
        for mention in scene.mentions
        if isinstance(mention, OrganizationMention) and reach.contains(mention.span)
    ]
    goals: list[Party] = []
    for mention in scene.places:
        place = mention.place
        if place is None or not reach.contains(mention.span) or place in goals:
            continue
        in_name = any(site.span.contains(mention.span) for site in sites)
        if not in_name and home is not None and place.province != home.province:
            goals.append(place)
    for ours in _OURS.findall(words):
        here = scene.deictic(ours, match.span.start)
        if here is not None and here not in goals and here.province == host.province:
            goals.append(here)
    goals += (Organization(site.name, site.place) for site in sites)
    return goals or [host]
