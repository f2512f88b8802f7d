"""Visits: whose delegation went where, and what it was shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from xiezuo.extract.grammar import MARKS, Match
from xiezuo.extract.journeys import LATER, NEAR, RULES, WENT_ON
from xiezuo.extract.names import sides_meant
from xiezuo.extract.scene import Scene
from xiezuo.extract.travellers import TEAM, Traveller, travellers
from xiezuo.model import (
    Assertion,
    Level,
    Organization,
    OrganizationMention,
    Party,
    PersonMention,
    Place,
    PlaceMention,
    Span,
    Visit,
)

_PARTY = next(rule for rule in RULES if rule.id == "visit.party")
_PLACE = next(rule for rule in RULES if rule.id == "visit.place")
_MET = next(rule for rule in RULES if rule.id == "visit.met")
_PURPOSE = re.compile(
    "考察|调研|对接|衔接|推介|探讨|观摩|督导|会商|访问|回访|交流|学习|座谈|慰问|看望|取经|采购|拜访|拜会|踩线|采风|回访|体验|考查|走访|推进|开展|召开|洽谈|招商|参加|参观|采访|互访|举[办行]|出席|视察|察看|了解|见证|感受|捐赠|签[订署]|会谈|会见|揭牌|迎接|护送|陪送|接回"
)
_INVITED = re.compile("(?:邀请|期待|盼望|期盼)[^，。；！？对]{0,4}$|欢迎[^，。；！？对]{0,2}$")
_INVITING = 8
"""How many characters before a delegation can say that it is only invited."""

_LONGEST_NAME = 12
"""The most characters of a leader's name: 热依汗·依明江."""

_ARRIVED = re.compile(
    f"(?:率团|率队|带队|组团){NEAR}{{0,6}}(?:赴|抵达|前往|回访)$|{TEAM}.{{0,12}}(?:赴|抵达?|来到|前往|走[进近]|莅临|进)$"
    f"|{TEAM}(?:一行)?来$|企业.{{0,24}}(?:飞抵|抵达|奔赴|走进)$"
)
"""A delegation that has come is on a visit, whatever for."""

_VERB = 2
"""How many characters a verb of going has that says by itself what for: 考察, 走访."""

_OURS = re.compile("我([省市区县州旗盟])")
_POSTED = re.compile("援[疆藏青川滇黔陕甘宁桂蒙]|驻[^，]{1,4}工作组|工作队|医疗队|挂职|支教|支医")
"""Between 率 and 赴: those who go to stay are seconded."""

_ON_THEIR_WAY = re.compile(
    "(?:并|还|先后|分别|随后|之后|期间|首先|又|最后|然后|重点|实地|一同|共同|就|以及)*"
    "(?:考察|参观|走访|察看|查看|调研|到|来到|走进|深入|前往|赴|慰问|看望|了解|观摩|在)"
    f"|[{MARKS[OrganizationMention]}{MARKS[PlaceMention]}]"
)
"""How a clause begins that goes on with what a delegation was shown."""


@dataclass
class _Trip:
    """What the article says of one visitor's visit, gathered over its sentences."""

    who: Traveller
    match: Match
    goals: list[Party] = field(default_factory=list)


def visits(scene: Scene) -> Iterator[Assertion]:
    """Yield one visit for each visiting side, with all that the article says it went to."""
    found: dict[Party, _Trip] = {}
    leaders: dict[str, Party] = {}
    last: _Trip | None = None
    led = -1  # as far as those who are led are named
    matches = [(match.found.start(), match, "") for match in scene.marked.matches(RULES)]
    for start, match, known in sorted((*matches, *_later(scene)), key=lambda told: told[:1]):
        offset = scene.marked.origin(start)
        if (
            not scene.is_body(offset)
            or _is_invited(scene, match, offset)
            or _is_posted(scene, match)
        ):
            continue
        if match.has("mutual"):
            found |= {trip.who.party: trip for trip in _mutual(scene, match) if not found}
            continue
        if (match.has("body") or match.rule is _PLACE) and (start < led or _is_led(scene, offset)):
            continue
        if match.has("team") and match.found["team"]:
            led = match.found.end("team")
        if match.has("same"):
            if last is not None:
                last.goals += _new(_shown(scene, match, last.who), last.goals)
            continue
        for who in _travellers(scene, match, known, leaders, found):
            goals = _goals(scene, match, who)
            if not goals:
                continue
            party = next(
                (one for one in found if _is_same(one, who) or _is_named(found[one], who)),
                who.party,
            )
            last = found.setdefault(party, _Trip(who, match))
            last.who = last.who.or_better(who)
            last.goals += _new(goals, last.goals)
            leaders.update((name, party) for name in who.people)
            if match.rule is not _PLACE:
                break
    for trip in found.values():
        date = scene.date_near(trip.match.span.start)
        visit = Visit(trip.who.party, tuple(trip.goals), trip.who.pair, date, trip.who.name)
        yield scene.state(visit, trip.match.rule, trip.match.span)


def _mutual(scene: Scene, match: Match) -> list[_Trip]:
    """The two visits of sides whose delegations went to see each other: 两市代表团互访."""
    pairs = sides_meant(scene, match.span)[:1]
    ways = [way for p in pairs for way in ((p.supporter, p.recipient), (p.recipient, p.supporter))]
    return [_Trip(Traveller(home, pairs[0], home.full_name), match, [host]) for home, host in ways]


def _is_led(scene: Scene, offset: int) -> bool:
    """Whether a body is only taken along, by somebody whose visit it is."""
    return scene.article.text.endswith(("率", "率领", "带领"), 0, offset)


def _is_invited(scene: Scene, match: Match, offset: int) -> bool:
    """Whether a delegation is only asked to come, or those led are posted for good."""
    before = scene.article.text[max(0, offset - _INVITING) : offset]
    came = match.has("goal") and match.text("goal") == "到来"
    if match.rule is not _MET and not came and _INVITED.search(before):
        return True
    team = match.text("team") if match.has("team") and match.found["team"] else ""
    return _POSTED.search(team) is not None and not team.endswith("一行")


_AIDES = re.compile("援[疆藏青川滇黔陕甘宁桂蒙](?:干部|人才|医生|教师)[^，。；]{0,6}$")
"""Before the name of somebody who is there for good."""


def _is_posted(scene: Scene, match: Match) -> bool:
    """Whether a leader is called one of those who were sent to stay."""
    if not match.has("leader"):
        return False
    start = match.group_span("leader").start
    first = next((m for m in match.mentions("leader") if isinstance(m, PersonMention)), None)
    if first is None:
        return False
    return (
        _AIDES.search(scene.article.text, max(0, start - _INVITING), first.span.start) is not None
    )


_LATER_HOLDS = re.compile("一行|率|期间")
"""What :data:`LATER` holds one of."""


def _later(scene: Scene) -> Iterator[tuple[int, Match, str]]:
    """More of a visit that is told of: of the delegation, or of a leader by his name alone."""
    text = scene.marked.text
    for found in (match.found for match in scene.marked.matches((WENT_ON,))):
        if found.start() == 0 or text[found.start() - 1] in "，。；！？\n":
            yield found.start(), Match(_PARTY, scene.marked, found), ""
    names = tuple(scene.people) if _LATER_HOLDS.search(text) else ()
    for found in LATER.finditer(text) if names else ():
        before = text[max(0, found.start() - _LONGEST_NAME) : found.start()]
        if before.endswith(names):
            name = max((name for name in names if before.endswith(name)), key=len)
            yield found.start() - len(name), Match(_PARTY, scene.marked, found), name


def _travellers(
    scene: Scene, match: Match, known: str, leaders: dict[str, Party], found: dict[Party, _Trip]
) -> Iterator[Traveller]:
    """Those who can be meant; a leader who was told of before is still with his delegation."""
    if known in leaders:
        yield found[leaders[known]].who
    people = [scene.people[known]] if known else []
    for who in travellers(scene, match, people):
        before = next((leaders[one] for one in who.people if one in leaders), None)
        if before is not None:
            yield found[before].who
        yield who


def _is_same(known: Party, who: Traveller) -> bool:
    """Whether a side is the one that was told of before, perhaps under a shorter name."""
    if isinstance(known, Organization):
        if isinstance(who.party, Organization):
            names = [one.name.replace("前方指挥部", "前指") for one in (known, who.party)]
            return names[0].endswith(names[1]) or names[1].endswith(names[0])
        return bool(who.organ) and known.place == who.party and who.organ[-3:] in known.name
    if known == who.party:
        return True
    if isinstance(known, Place) and known.level is Level.ZONE and who.home.level is Level.ZONE:
        short, long = sorted((known.full_name, who.home.full_name), key=len)
        rest = iter(long)
        return all(character in rest for character in short)  # 经济开发区, 经开区
    # 杭州市一行 is the delegation of its 上城区 told of before.
    return who.name.endswith("市一行") and known.within(who.home)


def _is_named(trip: _Trip, who: Traveller) -> bool:
    """Whether a delegation has the name of one told of, whosever the words say it is."""
    short, long = sorted((trip.who.name, who.name), key=len)
    return long.endswith(short) and trip.who.rank > 1 and trip.who.home == who.home


def _new(goals: list[Party], known: list[Party]) -> list[Party]:
    return [goal for goal in dict.fromkeys(goals) if goal not in known]


def _goals(scene: Scene, match: Match, who: Traveller) -> list[Party]:
    """Where they went: what the sentence names, else the partner; nothing where it cannot be."""
    for stays in (match.mentions("stay"), match.mentions("host")):
        if stays:
            places = [m.place for m in stays if isinstance(m, PlaceMention) and m.place]
            return [place for place in places if place.province != who.home.province]
    group = "goal" if match.has("goal") else "aim"
    if not match.has(group) or match.rule.id == "visit.received":
        return [_here(scene, who) or who.host]
    start = match.group_span(group).start
    sentence = scene.article.sentence_at(match.span.start)
    arrived = _ARRIVED.search(scene.article.text, match.span.start, start) is not None
    if not arrived and not _PURPOSE.search(scene.article.text[start - _VERB : sentence.end]):
        return []
    shown = _shown(scene, match, who)
    first = next((m.place for m in scene.places if m.span.start == start), None)
    first = first or _ours(scene, start, who)
    away = any(isinstance(goal, Place) for goal in shown)
    if not away and first is not None and first.province == who.home.province:
        return []  # 市长赴佛山市 is no mayor of 佛山市
    if not away and shown and all(_is_at_home(goal, who) for goal in shown):
        return []
    if not away:
        shown = [*_stayed(scene, match, who), *shown]
    return shown or [who.host]


def _stayed(scene: Scene, match: Match, who: Traveller) -> Iterator[Place]:
    """Where visitors were while they looked at what a sentence names: 在某市期间，一行考察了…."""
    text = scene.article.text
    start = scene.article.sentence_at(match.span.start).start
    for mention in scene.places_in(Span(start, max(start, match.span.start))):
        stayed = text.startswith("期间", mention.span.end)
        if mention.place and stayed and mention.place.province != who.home.province:
            yield mention.place


def _is_at_home(goal: Party, who: Traveller) -> bool:
    """Whether a body that was gone to is of the visitors' own province."""
    place = goal if isinstance(goal, Place) else goal.place
    return place is not None and place.province == who.home.province


def _here(scene: Scene, who: Traveller) -> Place | None:
    """The home place of an article that tells of a welcome, where it is the host's."""
    if scene.home is not None and scene.home.within(who.host):
        return who.host
    return None


_BESIDE = re.compile("在[^。；！？\n]{2,80}?(?:陪同|带领|引导)下|由[^。；！？\n]{2,60}?陪同")
"""Who went with the visitors: the places in such words were not gone to."""


def _shown(scene: Scene, match: Match, who: Traveller) -> list[Party]:
    """The places and sites of the other side that the sentence goes on to name."""
    reach = _reach(scene, match.group_span("goal" if match.has("goal") else "aim"))
    beside = [
        Span(*found.span())
        for found in _BESIDE.finditer(scene.article.text, max(0, reach.start - 1), reach.end)
    ]
    sites = [
        body
        for body in scene.bodies_in(reach)
        if not any(one.contains(body.span) for one in beside)
    ]
    goals: list[Party] = []
    for mention in scene.places_in(reach):
        place = mention.place
        if place is None or any(one.contains(mention.span) for one in beside):
            continue
        in_name = any(site.span.contains(mention.span) for site in sites)
        if not in_name and place.province != who.home.province:
            goals.append(place)
    for ours in _OURS.findall(reach.of(scene.article.text)):
        here = scene.deictic(ours, match.span.start)
        if here is not None and here.province == who.host.province:
            goals.append(here)
    return [*goals, *(Organization(site.name, site.place) for site in sites)]


def _ours(scene: Scene, start: int, who: Traveller) -> Place | None:
    """What 我县 means where it lies in the visitors' own area, who only look after it."""
    ours = _OURS.match(scene.article.text, start)
    here = scene.deictic(ours[1], start) if ours else None
    return here if here and here != who.home and here.within(who.home) else None


def _reach(scene: Scene, goal: Span) -> Span:
    """As far as a sentence tells of what was shown: clauses that go on with it."""
    end = scene.marked.locate(goal.start)
    text = scene.marked.text
    stop = len(text)
    for mark in "。；！？\n":
        found = text.find(mark, end, stop)
        stop = found if found >= 0 else stop
    while True:
        comma = text.find("，", end, stop)
        if comma < 0:
            end = stop
            break
        end = comma + 1
        if not _ON_THEIR_WAY.match(text, end, stop):
            break
    return scene.marked.span(scene.marked.locate(goal.start), max(end, 1))
