"""Visits: whose delegation went where, and what it was shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.scene import Scene
from xiezuo.extract.travellers import TEAM, Traveller, travellers
from xiezuo.model import (
    Assertion,
    Level,
    Organization,
    OrganizationMention,
    Party,
    Place,
    PlaceMention,
    Span,
    Visit,
)

_LEAD = "(?:率领|率队|带队|率(?!先)|带领|领队)"
_GO = (
    "(?:赴|(?:实地)?(?:察看|查看|走访|参观)|来到|(?<!到)来(?!访)|到(?!来)|抵达|抵|前往|深入|走进|莅临|奔赴"
    "|访问(?!团)|考察(?!团|组)|在)"
)
_CLAUSE = "[^。；！？\n]"
_NEAR = "[^。；！？，\n]"
_GOAL = f"(?P<goal>{_CLAUSE}{{0,60}})"
_OFFICE = "(?P<office>[省市州盟县区旗])(?:委|政府|党委)"
_NUMBER = "[0-9一二三四五六七八九十]+(?:余|多)?人"
_GAP = "[^，。；！？\n对向与率赴到来的由陪在派]"
_KIND = (
    f"一行|{_GAP}{{0,12}}?{TEAM}|{_GAP}{{0,8}}?[人委协联会局办]一行"
    "|(?:[省市州盟县区旗]|党政|主要)?领导一行"
)
_GROUP = f"(?P<kind>{_KIND})(?:一行)?(?:{_NUMBER})?"
_PURE = "(?:衔接|考察|招商|对接|调研|洽谈|推介|学习|开展|看望|慰问|走访|参观)"
_HERE = "我[省市区县州旗盟]"

RULES = (
    Rule(
        "visit.led",
        f"{{leader:people}}(?:等)?(?:一行)?{_NEAR}{{0,6}}?{_LEAD}(?P<team>{_CLAUSE}{{0,24}}?){_GO}{_GOAL}",
        0.85,
        examples=("5月6日，江宁区委书记周立文率党政代表团赴陕西省洛南县考察东西部协作工作。",),
        counterexamples=("江宁区副区长周立文率援陕工作队赴陕西省洛南县开展东西部协作工作。",),
        needs=("率", "带队", "带领", "领队"),
    ),
    Rule(
        "visit.delegation",
        f"{{visitor:places}}{_GROUP}{_NEAR}{{0,10}}?{_GO}{_GOAL}",
        0.9,
        examples=(
            "5月6日，陕西省洛南县党政代表团一行赴南京市江宁区考察东西部协作工作。",
            "南京市江宁区企业家考察团前往陕西省洛南县，考察东西部协作项目。",
        ),
    ),
    Rule(
        "visit.party",
        f"{{leader:people}}(?:等人?)?一行人?(?:{_NUMBER})?，?{_NEAR}{{0,6}}?{_GO}{_GOAL}",
        0.7,
        examples=("5月6日，江宁区委书记周立文一行到陕西省洛南县考察东西部协作工作。",),
        needs=("一行",),
    ),
    Rule(
        "visit.body",
        f"(?P<body>{{org}}(?:[、和与]{{org}})*)(?P<kind>{_NEAR}{{0,8}}?(?:一行|{TEAM}))"
        f"{_NEAR}{{0,10}}?{_GO}{_GOAL}",
        0.7,
        examples=("5月6日，南京市江宁区工商业联合会一行赴陕西省洛南县考察东西部协作工作。",),
    ),
    Rule(
        "visit.bodies",
        "(?P<bodies>{org}(?:[、和与]{org})*)(?:等[^，。；！？\n]{0,4}企业)?(?:组织[^，。；！？\n\ue005]{0,8}|代表|负责人)?"
        f"(?:赴|来|到|前往)(?P<aim>(?:{{place}}|{_HERE}){_CLAUSE}{{0,40}})",
        0.7,
        examples=("南京市江宁区工商业联合会赴陕西省洛南县开展东西部协作捐赠活动。",),
        counterexamples=("南京市江宁区第一医院赴陕西省洛南县开展东西部协作义诊。",),
    ),
    Rule(
        "visit.firms",
        f"(?:组织|邀请|动员|引导|安排){_NEAR}{{0,8}}?"
        f"(?P<firms>(?<!等){{quantity}}[^，。；！？\n\ue005的]{{0,8}}?(?:企业家?|客商|商会)"
        "|{place}(?:籍|民营)?(?:企业家|客商))(?:代表|负责人)?"
        f"{_NEAR}{{0,8}}?(?:赴|来|到|前往|走进)(?P<aim>{_NEAR}{{0,4}}?(?:{{place}}|{_HERE}){_CLAUSE}{{0,40}})",
        0.7,
        examples=("南京市江宁区组织12家企业赴陕西省洛南县考察东西部协作项目。",),
        counterexamples=("南京市江宁区组织12家企业与陕西省洛南县签订东西部协作协议。",),
        needs=("企业", "客商", "商会"),
    ),
    Rule(
        "visit.made_up",
        f"由(?P<makers>{{party}}[^。；！？\n]{{0,90}}?)(?:等[^，。；、\n]{{0,16}})?组成的{_NEAR}{{0,12}}?"
        f"(?:一行|{TEAM}){_NEAR}{{0,16}}?{_GO}{_GOAL}",
        0.7,
        examples=(
            "由南京市江宁区残联、江宁区工商联等单位负责人组成的一行9人来到陕西省洛南县开展东西部协作活动。",
        ),
        counterexamples=("由南京市江宁区残联组成的小组在陕西省洛南县东西部协作会议上发言。",),
        needs=("组成的",),
    ),
    Rule(
        "visit.received",
        f"{{visitor:places}}{_GROUP}(?:{_NEAR}{{0,12}}?的?(?P<goal>到来|来访|到访)|(?:来{_NEAR}{{1,8}}?)?表示[^，。；]{{0,4}}欢迎)"
        "|来访的(?:{guest:places}|{leader:people})",
        0.75,
        examples=(
            "洛南县委书记周立文对南京市江宁区党政代表团的到来表示欢迎，"
            "陕西省洛南县的东西部协作成效明显。",
        ),
        needs=("到来", "来访", "到访", "欢迎"),
    ),
    Rule(
        "visit.met",
        "(?:在{host:place})?(?:会见|会晤|欢迎|与|同|和|对|向)了?[^，。；！？\n]{0,8}?{leader:people}"
        "(?:等人?)?一行"
        "(?=举?行?了?(?:座谈|会谈|会晤|交流|的?到来|来[^，。；]{1,8}欢迎|表示[^，。；]{0,4}欢迎|[，。\n]|就))",
        0.7,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。洛南县委书记周立文会见了江宁区副区长钟远山一行。",
        ),
        needs=("一行",),
    ),
    Rule(
        "visit.hosted",
        f"(?:会见|接见|会晤|看望)了?(?:在{{place}})?[^。；！？\n]{{0,60}}?(?:{{place}}暨)?{{visitor:places}}{_GROUP}",
        0.75,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。江宁区委书记周立文会见了由县长钟远山率领的洛南县党政代表团。",
        ),
        needs=("会见", "接见", "会晤"),
    ),
    Rule(
        "visit.led_to",
        f"率领的{{visitor:places}}{_GROUP}(?=座谈|会谈|进行|举行|就|，)"
        f"|在{{host:place}}[与同和]{{guest:places}}(?:{_KIND})(?:座谈|会谈|会晤)",
        0.75,
        examples=(
            "江宁区与陕西省洛南县东西部协作有成效。区长周立文同县长钟远山率领的洛南县代表团座谈。",
            "江宁区与陕西省洛南县东西部协作有成效。区领导在江宁区与洛南县党政代表团座谈交流。",
        ),
        needs=("率领的", "座谈", "会谈", "会晤"),
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
        f"{{leader:people}}(?:等)?(?:曾|还|专程|一同|一起)?赴(?P<goal>{{place}}{_PURE}{_CLAUSE}{{0,40}})",
        0.8,
        examples=("洛南县副县长周立文赴南京市江宁区招商，江宁区与陕西省洛南县东西部协作有成效。",),
        counterexamples=(
            "洛南县副县长周立文赴南京市江宁区挂职，江宁区与陕西省洛南县东西部协作有成效。",
        ),
        needs=("赴",),
    ),
    Rule(
        "visit.place",
        f"{{visitor:places}}(?:(?:党政)?(?:主要)?(?:领导|负责同志|负责人)(?:率队|带队)?|[也还又再]?(?:多次|先后)?(?:派出|组织)(?:党政)?(?:代表团|考察团))?(?:赴|来)(?P<goal>(?:{{place}}|{_HERE}){_PURE}{_CLAUSE}{{0,40}})",
        0.8,
        examples=(
            "南京市江宁区赴陕西省洛南县对接东西部协作工作。",
            "南京市江宁区主要负责同志率队赴陕西省洛南县调研东西部协作工作。",
        ),
        counterexamples=("南京市江宁区选派教师赴陕西省洛南县支教，东西部协作升温。",),
        needs=("赴", "来"),
    ),
    Rule(
        "visit.welcomed",
        f"{{host:place}}(?:也|还|又)?迎来了?(?:[^，。；！？\n]{{0,8}}：)?{{visitor:places}}{_GROUP}",
        0.85,
        examples=("南京市江宁区迎来了陕西省洛南县东西部协作考察团。",),
        counterexamples=("南京市江宁区迎来了陕西省洛南县的苹果，东西部协作升温。",),
        needs=("迎来",),
    ),
)
_WENT_ON = re.compile(f"(?P<same>{TEAM}(?:一行|成员)?|一行|先后){_NEAR}{{0,8}}?{_GO}{_GOAL}")
"""代表团先后考察了…: more of the visit that was told of last; at the beginning of a clause."""
_LATER = re.compile(
    f"(?:等人?)?(?:一行{_NEAR}{{0,6}}?{_GO}{_GOAL}|一行(?:举?行?(?:座谈|会谈|会晤|交流)|的?到来|表示[^，。；]{{0,4}}欢迎)"
    f"|(?:曾|还|又|再次|专程)?率(?:队|团|领|[^，。；！？\n]{{1,8}}团){_NEAR}{{0,6}}?{_GO}(?P<aim>{_CLAUSE}{{0,60}})"
    f"|在(?P<stay>{MARKS[PlaceMention]})期间)"
)
"""Behind the name of a leader who was named with his titles before: 周立文一行来到…."""

_PARTY = next(rule for rule in RULES if rule.id == "visit.party")
_MET = next(rule for rule in RULES if rule.id == "visit.met")
_PURPOSE = re.compile(
    "考察|调研|对接|访问|交流|学习|座谈|慰问|看望|走访|推进|开展|召开|洽谈|招商|参加|参观|采访|互访|出席|视察|察看|了解|见证|感受|捐赠|签[订署]|会谈|会见|揭牌"
)
_INVITED = re.compile("(?:邀请|期待|盼望|期盼)[^，。；！？对]{0,4}$|欢迎[^，。；！？对]{0,2}$")
_INVITING = 8
"""How many characters before a delegation can say that it is only invited."""

_LONGEST_NAME = 12
"""The most characters of a leader's name: 热依汗·依明江."""

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
    matches = [(match.found.start(), match, "") for match in scene.marked.matches(RULES)]
    for start, match, known in sorted((*matches, *_later(scene)), key=lambda told: told[:1]):
        offset = scene.marked.origin(start)
        if not scene.is_body(offset) or _is_invited(scene, match, offset):
            continue
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
            break
    for trip in found.values():
        date = scene.date_near(trip.match.span.start)
        visit = Visit(trip.who.party, tuple(trip.goals), trip.who.pair, date, trip.who.name)
        yield scene.state(visit, trip.match.rule, trip.match.span)


def _is_invited(scene: Scene, match: Match, offset: int) -> bool:
    """Whether a delegation is only asked to come, or those led are posted for good."""
    before = scene.article.text[max(0, offset - _INVITING) : offset]
    came = match.has("goal") and match.text("goal") == "到来"
    if match.rule is not _MET and not came and _INVITED.search(before):
        return True
    return bool(match.has("team") and match.found["team"] and _POSTED.search(match.text("team")))


def _later(scene: Scene) -> Iterator[tuple[int, Match, str]]:
    """More of a visit that is told of: of the delegation, or of a leader by his name alone."""
    text = scene.marked.text
    for found in _WENT_ON.finditer(text):
        if found.start() == 0 or text[found.start() - 1] in "，。；！？\n":
            yield found.start(), Match(_PARTY, scene.marked, found), ""
    names = tuple(scene.people)
    for found in _LATER.finditer(text) if names else ():
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
            return known.name.endswith(who.party.name) or who.party.name.endswith(known.name)
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
    return trip.who.name == who.name and trip.who.rank > 1


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
    if not _PURPOSE.search(scene.article.text[start - _VERB : sentence.end]):
        return []
    shown = _shown(scene, match, who)
    first = next((m.place for m in scene.places if m.span.start == start), None)
    away = any(isinstance(goal, Place) for goal in shown)
    if not away and first is not None and first.province == who.home.province:
        return []  # 市长赴佛山市 is no mayor of 佛山市
    return shown or [who.host]


def _here(scene: Scene, who: Traveller) -> Place | None:
    """The home place of an article that tells of a welcome, where it is the host's."""
    if scene.home is not None and scene.home.within(who.host):
        return who.host
    return None


def _shown(scene: Scene, match: Match, who: Traveller) -> list[Party]:
    """The places and sites of the other side that the sentence goes on to name."""
    reach = _reach(scene, match.group_span("goal" if match.has("goal") else "aim"))
    sites = scene.bodies_in(reach)
    goals: list[Party] = []
    for mention in scene.places:
        place = mention.place
        if place is None or not reach.contains(mention.span):
            continue
        in_name = any(site.span.contains(mention.span) for site in sites)
        if not in_name and place.province != who.home.province:
            goals.append(place)
    for ours in _OURS.findall(reach.of(scene.article.text)):
        here = scene.deictic(ours, match.span.start)
        if here is not None and here.province == who.host.province:
            goals.append(here)
    return [*goals, *(Organization(site.name, site.place) for site in sites)]


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
