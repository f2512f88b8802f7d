"""Who travels: whose delegation it is, and what the text calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xiezuo.extract.grammar import Match
from xiezuo.extract.home import fits, lifted
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Office,
    Organization,
    OrganizationMention,
    Pair,
    Party,
    PersonMention,
    Place,
    PlaceMention,
    Span,
)

TEAM = (
    "(?:代表团|(?:考察|调研|访问|经贸|慰问|招商|学习|交流|对接|推介|参访|参观|观摩|商务|洽谈|采访|采风|采购|踩线|走访|回访|互访|企业家|客商"
    "|媒体|记者|研学|疗休养|宣讲|巡演|爱心)(?:团队?|小组|小分队|分队|组(?![团织成建]))|工作组|党政团|送行团|欢送团|送教团|党政班子|分团"
    "|党政(?:主要)?领导(?!干部|小组)|党政代表(?!团))"
)
"""What a text calls those who travel together."""

_IS_TEAM = re.compile(f"{TEAM}$")
_TEAM_NAME = re.compile(f"(?:[省市州盟县区旗]委、)?[一-鿿]{{0,12}}?{TEAM}")
_NOT_ITS = re.compile("^(?:.*组成的|由|的|了|我|本|该|领|队|团(?!市|县))+")
_TRAVELS = re.compile(
    "(?:商会|总会|慈善会|红十字会|基金会|学会|研究会|促进会|联谊会|街道|办事处|社区|图书馆|博物馆|文化馆|报社|电视台"
    "|中心|法院|检察院|工商联|联合会|协会|公司|集团|统战部|组织部|宣传部|妇联|团委|总工会|政协|人大|企业|[局委厅办联])$"
)
"""Bodies that go somewhere as such; doctors, teachers and posted teams are told of as people."""

_BODY = re.compile(
    "新区|.*(?:办公室|[局厅办部]|[协商总]会|慈善会|红十字会|基金会|促进会|联合会|工商联|妇联|工会|街道|部门|企业家?|客商)$"
)
"""Who travels for a place that is named before: 某区文旅部门."""

_LEVELS = "省市州盟县区旗"

_RULES = re.compile("(?:管委会|管理委员会|政府|党委)$")
"""Bodies that stand for the place that they rule."""

_ORGAN = re.compile(
    "(?:自治区|[省市州盟县区旗])?(?P<organ>政协|人大|委?(?:统战|组织|宣传)部"
    "|(?!委|政府|党|常)[一-鿿]{1,8}?(?:局|厅|办公室|委员会|工商联|商会|联合会)(?!会|委|常委))"
)
"""The body of a place that a title is of, other than its party committee and government."""

_WRITTEN = 3
"""The rank of a delegation's name that stands so in the text."""


@dataclass(frozen=True, slots=True)
class Traveller:
    """A visiting side.

    ``name`` is what the text calls the delegation: 东丽区代表团, or the place and its leader where
    it is only 某某一行; ``people`` are those who lead it.
    """

    party: Party
    pair: Pair
    name: str
    people: tuple[str, ...] = ()
    rank: int = 0
    organ: str = ""

    @property
    def home(self) -> Place:
        """Where they come from."""
        place = self.party if isinstance(self.party, Place) else self.party.place
        assert place is not None
        return place

    @property
    def host(self) -> Place:
        """The other side of the pair."""
        own = self.home.within(self.pair.supporter) or self.pair.supporter.within(self.home)
        return self.pair.recipient if own else self.pair.supporter

    def or_better(self, other: Traveller) -> Traveller:
        """Of two ways to call one side the one that says more, else the first."""
        rest = iter(other.name)
        fuller = len(other.name) > len(self.name) and all(one in rest for one in self.name)
        better = self.rank < min(other.rank, 2) or (fuller and other.rank == self.rank == _WRITTEN)
        return other if better else self


def travellers(
    scene: Scene, match: Match, known: Sequence[PersonMention] = ()
) -> Iterator[Traveller]:
    """Those who can be meant as the visitors of a match, the likeliest first.

    ``known`` are leaders whose titles stand elsewhere in the article.
    """
    if match.has("body") or match.has("bodies"):
        yield from _bodies(scene, match)
    elif match.has("makers"):
        yield from _makers(scene, match)
    elif match.has("firms"):
        yield from _firms(scene, match)
    elif match.has("ours") or match.has("level"):
        level = match.text("ours") or match.text("level")
        own = scene.deictic(level, match.span.start)
        rest = match.text("kind")
        for pair in pairs_with(scene, own):
            assert own is not None
            yield Traveller(own, pair, _formed(own, rest), rank=2)
    elif match.has("visitor") or match.has("guest"):
        yield from _named(scene, match)
    elif match.has("office"):
        own = scene.deictic(match.text("office"), match.span.start)
        for pair in pairs_with(scene, own):
            assert own is not None
            yield Traveller(own, pair, own.full_name)
    else:
        roles = ("leader", "guide", "chief", "caller")
        leaders = [mention for role in roles for mention in match.mentions(role)]
        named = [_in_full(scene, one) for one in leaders if isinstance(one, PersonMention)]
        led = list(_led(scene, match, known or named))
        yield from led or _strangers(scene, match, named)


def _in_full(scene: Scene, leader: PersonMention) -> PersonMention:
    """A leader as he was named first, where the words at hand say no place: 周立文书记一行."""
    if any(office.of is not None for office in leader.offices):
        return leader
    return scene.people.get(leader.name, leader)


def pairs_with(scene: Scene, place: Place | None) -> list[Pair]:
    """The pair that a place is a side of, lies in a side of, or contains a side of."""
    if place is None:
        return []
    for belongs in (
        lambda side: side == place,
        place.within,
        lambda side: side.within(place),
    ):
        found: list[tuple[Place, Pair]] = []
        for pair in scene.pairs:
            sides = [side for side in (pair.supporter, pair.recipient) if belongs(side)]
            if len(sides) == 1:
                found.append((sides[0], pair))
        for side, pair in found:  # a town is of its district's pair, not of its province's
            if not any(other != side and other.within(side) for other, _ in found):
                return [pair]
    return []


_POSTED = re.compile(
    "驻[一-鿿]{1,4}(?:工作|联络)|援[疆藏青川滇黔陕甘宁桂蒙]|前方|指挥部|工作队|帮扶工作组|协作工作组"
)
"""Teams that stay: where they go is no visit, but where they look at how work goes on."""
_INSPECTS = re.compile("^[^，]{0,20}?(?:调研|考察)")


def _bodies(scene: Scene, match: Match) -> Iterator[Traveller]:
    bodies = [
        mention
        for mention in (*match.mentions("body"), *match.mentions("bodies"))
        if isinstance(mention, OrganizationMention)
    ]
    for mention in bodies:
        goes = _TRAVELS if match.has("bodies") else _IS_TEAM
        named = match.has("kind") or goes.search(mention.name) is not None
        if _POSTED.search(mention.name):
            named = match.has("bodies") and _INSPECTS.search(match.text("aim")) is not None
        if not named:
            continue
        place = mention.place
        if place is None and mention.name[0] in _LEVELS:  # 市教委
            place = scene.deictic(mention.name[0], mention.span.start)
        for pair in pairs_with(scene, place):
            group = match.group_span("body" if match.has("body") else "bodies")
            end = match.group_span("kind").end if match.has("kind") else group.end
            name = Span(group.start, end).of(scene.article.text)
            body = Organization(mention.name, place)
            party = place if place and _RULES.search(mention.name) else body
            yield Traveller(party, pair, name, rank=2)


def _makers(scene: Scene, match: Match) -> Iterator[Traveller]:
    """The first of the bodies that make up a party: 由某市政协、某市残联等组成的一行9人."""
    span = match.group_span("makers")
    name = re.split("[、和及等]", span.of(scene.article.text))[0]
    named = match.mentions("makers")[0]
    place = named.place if isinstance(named, PlaceMention | OrganizationMention) else None
    for pair in pairs_with(scene, place):
        assert place is not None
        whole = isinstance(named, PlaceMention) and len(name) == len(named.span)
        yield Traveller(place if whole else Organization(name, place), pair, name, rank=2)


def _firms(scene: Scene, match: Match) -> Iterator[Traveller]:
    """Unnamed firms that are taken along, of the side that they do not go to."""
    name = match.text("firms")
    goals = [m.place for m in match.mentions("aim") if isinstance(m, PlaceMention)]
    for pair in scene.pairs_at(match.span.start):
        ends = (pair.supporter, pair.recipient)
        for home, host in (ends, ends[::-1]):
            if any(goal and goal.province == host.province for goal in goals):
                yield Traveller(Organization(name, home), pair, name, rank=2)


_TWO = re.compile("[两三][地省市州县区旗]|双方")


def _named(scene: Scene, match: Match) -> Iterator[Traveller]:
    # 甲省与乙市代表团: the delegation is of the place right before it.
    if match.has("kind") and _TWO.match(match.text("kind")):
        return  # 两地代表团互访 says not who went where
    listed = (*match.mentions("visitor"), *match.mentions("guest"))
    named = [one for one in listed if isinstance(one, PlaceMention) and one.place is not None]
    if not match.has("kind") and any(_meets(scene, one, named[-1]) for one in named):
        named = named[-1:]  # 甲省与乙市赴…: the last is all that is sure to go
    for mention in reversed(named):
        assert mention.place is not None
        if match.has("kind") and mention is not named[-1] and _meets(scene, mention, named[-1]):
            return  # 甲地区与乙省代表团召开会议: the delegation is of the other side.
        for pair in pairs_with(scene, mention.place):
            if match.has("kind"):
                whole = next((one for one in named if _holds(one, mention)), mention)
                name = _called(scene, whole, match.group_span("kind").end)
                yield Traveller(mention.place, pair, name, rank=_WRITTEN)
            elif match.has("heads") and (body := _BODY.match(match.text("heads"))):
                name = _called(scene, mention, match.group_span("heads").start + body.end())
                yield Traveller(mention.place, pair, name, rank=1)
            else:
                yield Traveller(mention.place, pair, mention.place.full_name)


def _meets(scene: Scene, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places are on the two sides of the article's pairs."""
    sides = {scene.side_of(m.place) for m in (one, other) if m.place is not None}
    return sides == {"supporter", "recipient"}


def _holds(whole: PlaceMention, part: PlaceMention) -> bool:
    """Whether one place is in the other: 甲省、甲省乙市代表团 is one delegation of both."""
    if whole is part or whole.place is None or part.place is None:
        return False
    return part.place.within(whole.place)


def _called(scene: Scene, mention: PlaceMention, end: int) -> str:
    """What a delegation is called that begins with its place; 我市代表团 by the city's name."""
    written = mention.span.of(scene.article.text)
    rest = scene.article.text[mention.span.end : end]
    if mention.place is not None and written.startswith(("我", "本")):
        return f"{mention.place.name}{rest}"
    return f"{written}{rest}"


def _led(scene: Scene, match: Match, leaders: Sequence[PersonMention]) -> Iterator[Traveller]:
    """The side of a leader, under the name of the team that he leads or under his own."""
    if not leaders:
        return
    names = tuple(one.name for one in leaders)
    span = match.group_span("team") if match.has("team") and match.found["team"] else Span(0, 0)
    teams = scene.places_in(span)
    for mention in teams:
        called = _TEAM_NAME.search(scene.article.text, mention.span.end, span.end)
        if called is not None and mention.place is not None:
            name = _called(scene, mention, called.end())
            for pair in pairs_with(scene, mention.place):
                yield Traveller(mention.place, pair, name, names, rank=_WRITTEN)
    parties, sides = list(_parties(scene, leaders, match.span.start)), scene.members
    if not any(_seat(party) in sides for party, _ in parties):
        yield from _taken_along(scene, [one for one in teams if one.place in sides], names)
    found = None if teams else _TEAM_NAME.search(_NOT_ITS.sub("", span.of(scene.article.text)))
    was_sent = any(_was_sent(scene, leader) for leader in leaders[:1])
    for party, organ in parties:
        if was_sent and (place := _seat(party)) and scene.side_of(place) == "supporter":
            continue  # he goes for where he serves
        for pair in pairs_with(scene, _seat(party)):
            if found and isinstance(party, Place):
                yield Traveller(party, pair, _formed(party, found[0]), names, rank=2)
            else:
                whole = party.full_name if isinstance(party, Place) else party.name
                name = f"{_joined(whole, organ)}{_addressed(scene, match, names[0])}一行"
                yield Traveller(party, pair, name, names, rank=1, organ=organ)
    yield from _taken_along(scene, teams, names)


def _taken_along(
    scene: Scene, teams: Iterable[PlaceMention], names: tuple[str, ...]
) -> Iterator[Traveller]:
    """省委副书记某某率领某州有关部门: those who are led say where from."""
    for mention in teams:
        if any(body.span.contains(mention.span) for body in scene.bodies):
            continue
        for pair in pairs_with(scene, place := mention.place):
            assert place is not None
            yield Traveller(place, pair, f"{place.full_name}{names[0]}一行", names, rank=1)


def _was_sent(scene: Scene, leader: PersonMention) -> bool:
    """Whether somebody holds office on both sides: who was sent to stay."""
    seats = [_seat(office.of) for office in leader.offices if office.of]
    return {"supporter", "recipient"} <= {scene.side_of(seat) for seat in seats if seat}


def _seat(party: Party) -> Place | None:
    return party if isinstance(party, Place) else party.place


def _addressed(scene: Scene, match: Match, name: str) -> str:
    """A leader's name, with the title that follows it where the text says so: 周立文副市长一行."""
    text, words = scene.article.text, match.span.of(scene.article.text)
    titled = re.search(f"{name}([^，。；、一行率带及和与]{{2,8}})一行", words)
    titled = titled or re.search(f"{name}(同志|先生|女士)一行", text)
    return f"{name}{titled[1]}" if titled else name


def _strangers(scene: Scene, match: Match, leaders: Sequence[PersonMention]) -> Iterator[Traveller]:
    """Those of whom the text does not say whose they are: of the side that they do not go to."""
    led = _TEAM_NAME.search(_NOT_ITS.sub("", match.text("team") if match.has("team") else ""))
    offices = [office for one in leaders for office in one.offices]
    if any(office.of for office in offices) or not (led or any(one.deixis for one in offices)):
        return
    names = tuple(one.name for one in leaders)
    team = led[0] if led else f"{names[0]}一行"
    goals = [m.place for m in match.mentions("goal") if isinstance(m, PlaceMention) and m.place]
    side = scene.side_of(goals[0]) if goals else ""
    for pair in scene.pairs_at(match.span.start)[:1] if side else ():
        home = pair.supporter if side == "recipient" else pair.recipient
        name = team if _LONG.match(team) else f"{home.full_name}{team}"
        yield Traveller(Organization(name, home), pair, name, names, rank=1)


_LONG = re.compile(f"[一-鿿]{{2,}}{TEAM}$")  # a team with a name: 安亭镇党政代表团
_USUAL = re.compile("(?:代表团|考察[团组]|一行)$")


def _formed(place: Place, team: str) -> str:
    """A name that the text does not have: with the parents where the place is hardly called so."""
    return _joined(place.name if _USUAL.search(team) else place.full_name, team)


def _joined(place: str, rest: str) -> str:
    """A place and what belongs to it, a level that both name once: 浙江省 and 省委慰问团."""
    level = rest[:1]
    if level and level in _LEVELS:
        rest = rest[1:]
    elif rest and place.endswith(rest[:2]):
        rest = rest[2:]
    return f"{place}{rest}"


def _parties(
    scene: Scene, leaders: Iterable[PersonMention], offset: int
) -> Iterator[tuple[Party, str]]:
    """Whom leaders serve, each with the organ of theirs (政协, 商务局), sides of pairs first."""
    served: dict[Party, str] = {}
    for leader in leaders:
        for office in reversed(leader.offices):
            for party in _served(scene, office, offset):
                served[party] = served.get(party) or _organ(office)
    sides = set(scene.members)
    yield from ((party, organ) for party, organ in served.items() if party in sides)
    yield from ((party, organ) for party, organ in served.items() if party not in sides)


def _served(scene: Scene, office: Office, offset: int) -> Iterator[Party]:
    if office.of is not None:
        if isinstance(office.of, Place) or office.of.place is not None:
            yield office.of
        elif _POSTED.search(office.of.name):  # 粤桂协作工作队 is its supporter's
            yield from (
                Organization(office.of.name, pair.supporter) for pair in scene.pairs_at(offset)[:1]
            )
        return
    own = scene.deictic(office.deixis, offset)
    if own is None and scene.home is not None:
        own = lifted(scene.home, office.deixis, former=True)  # 我县 of what is a district today
    if own is not None:
        yield own
    # The outlet's own 市长 is not meant where that would be a visit at home.
    for place in reversed(
        scene.places_between(Span(scene.article.sentence_at(offset).start, offset))
    ):
        if fits(place, office.deixis):
            yield place
    for side in scene.members:
        if fits(side, office.deixis):
            yield side


def _organ(office: Office) -> str:
    """The body of a place that an office is in, "" for its party committee and government."""
    found = _ORGAN.match(office.title)
    return found["organ"] if found else ""
