"""Command posts and teams that one side keeps in the other (前方指挥部, 工作队)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from xiezuo.extract.direction import directed
from xiezuo.extract.grammar import Match, Rule
from xiezuo.extract.postings import Posting, Sides, postings, sides_at
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Level,
    Office,
    OrganizationMention,
    Pair,
    PairMention,
    PersonMention,
    Place,
    PlaceMention,
    Secondment,
    SecondmentKind,
    Span,
)
from xiezuo.values import replace

_ORDER = "(?:第[0-9一二三四五六七八九十]+批|历届|新一批)"
RULES = (
    Rule(
        "secondment.body",
        "{body:org}(?![员门]|队员)",
        0.75,
        examples=(
            "江宁区与陕西省洛南县开展东西部协作，江苏省援陕工作队到洛南县调研。",
            "江宁区与陕西省洛南县开展东西部协作，江宁区帮扶洛南县工作队成立。",
        ),
        counterexamples=(
            "江宁区与陕西省洛南县开展东西部协作，陕西省乡村振兴驻村工作队到洛南县调研。",
        ),
    ),
    Rule(
        "secondment.headed",
        "{person}",
        0.75,
        examples=(
            "江苏省与陕西省开展东西部协作，江苏省援陕工作队领队王明远到洛南县调研。",
            "江宁区与陕西省洛南县开展东西部协作，江宁工作组组长王明远介绍了情况。",
        ),
    ),
    Rule(
        "secondment.crew",
        f"{{from:place}}{_ORDER}?(?:(?:对口)?(?:支援|帮扶)|援|派?驻|协作){{to:place}}{_ORDER}?"
        "(?:挂职|干部|人才|扶贫|东西部|协作|帮扶|前方|医疗|对口){0,3}"
        "(?:指挥部|指挥组|工作队|工作组|联络组|医疗队|支教队|队伍|团队)(?!成员|队员|共?{quantity}|[的中]?{person})"
        "|{sends:place}赴{there:place}(?:东西部协作|对口|帮扶)?挂职(?:干部|人才)?(?:工作)?(?:小组|组|队)"
        "|援(?:{place}|[\u4e00-\u9fff])·{unit:place}工作[组队]"
        "|{base:place}工作[组队](?=[，。、的在与和]|配合|积极|协调|组长)"
        "|{pair:pair}(?:东西部)?(?:扶贫)?(?:协作)?(?:工作队)?(?:派驻|驻|赴)?{at:place}(?:工作队|工作组|联络组)(?!成员|队员)",
        0.75,
        examples=(
            "江苏省对口支援新疆阿图什市，景区在无锡第十一批援疆工作组的支援下运营。",
            "江宁区与陕西省洛南县开展东西部协作，江宁工作组配合洛南县引进企业。",
            "江宁区与陕西省洛南县开展东西部协作，苏陕协作驻洛南县工作队建成车间12个。",
        ),
        counterexamples=("江宁区与陕西省洛南县开展东西部协作，陕西省驻洛南县工作组主办推介会。",),
    ),
)
_BODY, _HEADED, _CREW = RULES
_ENDS = ("from", "sends", "to", "there")
"""The slots for who keeps a team, then for where."""

_NAME = re.compile(
    "(?:指挥部|前指|分指|工作队|工作组|指挥组|联络组|联络小组|医疗队|支教队|工作队[\u4e00-\u9fff]{2,4}组)$"
)
_BARE = re.compile("(?:前方|分)?指挥部|前指|分指|工作组|工作队|联络组|医疗队")
"""A command post that is named in full elsewhere."""
_AID = re.compile(
    "援[疆藏青甘宁川黔滇蒙陕桂渝]|援[\u4e00-\u9fff](?:工作|前方|指挥|联络)|对口|援建|前方|协作|驻|支援|帮扶|援助|挂职"
)
_LOCAL = re.compile("驻村|驻镇|乡村振兴|扶村|招商|劳务|调研|考察|督导|督查|检查|慰问|采访|巡查")
_CREDIT = re.compile("(?:来源|供图|供稿|作者|摄影|通讯员)[：: ]?$")
_CREDITED = re.compile(" ?(?:供图|供稿|/?摄)")
"""Around the name of a body that a photograph or a text is owed to."""
_VENUE = re.compile("(?:召开|举行|举办)")
"""Behind the name of a body in whose rooms people meet."""
_HOSTS = re.compile(
    "[、和与及][^，。；！？\n]{0,80}?(?:主办|承办|协办|举办|发起|组织的)|驻地"
    "|(?:共同|联合|合作)?(?:主办|承办|协办)|(?:共同|联合|合作)(?:举办|发起|组织)"
)
"""Behind a body that only an event is owed to."""
_TELLS = re.compile("(?:相关负责人)?(?:介绍|获悉|了解到|得知)")
_OWN = re.compile("^[\u4e00-\u9fff]{2,6}驻")
_BRANCH = ("分指挥部", "分指", "小组", "工作组", "工作队", "分队")
_SENT_BY = re.compile(f"(?:选派|派出|组建|派驻)的(?:{_ORDER})?$")
_GOES_TO = re.compile("(?:一行)?(?:进驻|抵达|来到|到达|奔赴|赴)")
_NEAR = 12
_MEMBER = "成员"
_STATIONED = re.compile("(?:东西部|扶贫)*(?:协作)?(?:工作队)?派?驻|(?:东西部|扶贫)*协作工作队")
_HELPS = re.compile(
    "(?:对口|结对|定点)?(?:帮扶|支援|援助|援建|协作|扶贫)+|(?:选?派|派)?驻|赴|援|挂职|派[往到至]|[·—–-]+"
)
"""Between who keeps a team and where it works."""
_PLAIN = re.compile("[一-鿿]{2,4}(?:工作[组队]|联络组)")
"""A team of which only the place is told: 萧山工作组组长."""
_BETWEEN = re.compile(
    "([\u4e00-\u9fff])([\u4e00-\u9fff])(?:(?:东西部|对口|扶贫)?协作)?(?:联络小?组|工作组|工作队)"
)
"""A team called by a character of each side: 邮米联络组."""


def task_forces(scene: Scene) -> Iterator[Posting]:
    """Yield a secondment for each mention of a command post or team of a programme."""
    fact = Secondment(SecondmentKind.TASK_FORCE)
    titles = [office.span for person in scene.persons for office in person.offices]
    for match in scene.marked.matches((_BODY,)):
        for mention in match.mentions("body"):
            titled = any(title.contains(mention.span) for title in titles)
            if isinstance(mention, OrganizationMention) and (
                not titled and _is_told(scene, mention.span)
            ):
                sides = _sides(scene, mention.name, mention.place, mention.span)
                if sides is not None:
                    sides = _told_around(scene, mention.span, sides)
                    yield from postings(scene, fact, sides, _BODY, mention.span)
    for match in scene.marked.matches((_CREW,)):
        sides = _crew(scene, match) if _is_told(scene, match.span) else None
        if sides is not None:
            yield from postings(scene, fact, sides, _CREW, match.span)
    for person in scene.persons:
        if scene.is_body(person.span.start):
            for office in _leading(scene, person):
                sides = sides_of_office(scene, office)
                if sides is not None:
                    rule = _BODY if office.title == _MEMBER else _HEADED
                    yield from postings(scene, fact, sides, rule, office.span)


def _leading(scene: Scene, person: PersonMention) -> Iterator[Office]:
    """The offices of somebody that tell of a team: behind an office there it is one more title.

    A member is named for the team, whatever else they are.
    """
    there = False
    for office in person.offices:
        held = office.of or scene.deictic(office.deixis, office.span.start)
        there = there or (isinstance(held, Place) and scene.side_of(held) == "recipient")
        if not there or office.title == _MEMBER:
            yield office


def _is_told(scene: Scene, span: Span) -> bool:
    """Whether the text tells of a body, rather than names where people meet or who took a photo."""
    text, start, end = scene.article.text, span.start, span.end
    if not scene.is_body(start) or _CREDIT.search(text, max(0, start - 5), start):
        return False
    venue = text.endswith("在", 0, start) and _VENUE.match(text, end)
    tells = text.endswith(("据", "从"), 0, start) and _TELLS.match(text, end)
    hosts = _HOSTS.match(text, end) or text.endswith(("联合", "会同"), 0, start)
    return not (venue or tells or hosts or _CREDITED.match(text, end))


def _crew(scene: Scene, match: Match) -> Sides | None:
    """Who keeps a team that is named by its sides alone, and where."""
    sides: Sides | None = None
    if match.has("pair"):
        named = match.mentions("pair")[0]
        hosts = _places(match, "at")
        if isinstance(named, PairMention) and hosts:
            sides = _paired(directed(named.first, named.second), hosts)
    elif match.has("base") or match.has("unit"):
        base = _places(match, "base") or _places(match, "unit")
        if base and scene.side_of(base[0]) == "supporter":
            sides = Sides((base[0],), sides_at(scene, match.span, home=base[0]).host)
    else:
        ends = [place for slot in _ENDS for place in _places(match, slot)]
        if len(ends) > 1 and scene.side_of(ends[0]) == "supporter" != scene.side_of(ends[1]):
            giver, taker = ends
            host = taker if scene.side_of(taker) else sides_at(scene, match.span, home=giver).host
            sides = _told_around(scene, match.span, Sides((giver,), host))
    return sides


def _places(match: Match, group: str) -> list[Place]:
    return [m.place for m in match.mentions(group) if isinstance(m, PlaceMention) and m.place]


def _told_around(scene: Scene, span: Span, sides: Sides) -> Sides:
    """The sides of a team, with the lower places that the words around its name give.

    某市选派的第十批某省援宁工作队进驻某县.
    """
    text = scene.article.text
    sent = _SENT_BY.search(text, max(0, span.start - _NEAR), span.start)
    goes = _GOES_TO.match(text, span.end)
    for mention in scene.places_in(scene.article.sentence_at(span.start)):
        place = mention.place
        if place is None:
            continue
        if sent and mention.span.end == sent.start() and scene.side_of(place) == "supporter":
            sides = replace(sides, senders=(place,))
        if goes and mention.span.start == goes.end() and scene.side_of(place) == "recipient":
            sides = replace(sides, host=place)
    return sides


def sides_of_office(scene: Scene, office: Office) -> Sides | None:
    """The sides of the command post or team that an office is in, None where it is in none."""
    if office.of is None or isinstance(office.of, Place):
        return None
    seat = office.of.place
    if seat is not None and scene.side_of(seat) == "supporter" and _PLAIN.fullmatch(office.of.name):
        return Sides((seat,), sides_at(scene, office.span, home=seat).host)
    return _sides(scene, office.of.name, office.of.place, office.span)


def _sides(scene: Scene, name: str, seat: Place | None, span: Span) -> Sides | None:
    """Who keeps the body and where, None where it is none of a programme."""
    if _BARE.fullmatch(name):
        end = name[-3:] if name.endswith(("组", "队")) else "指挥部"
        posts = [body for body in scene.bodies if body.name.endswith(end)]
        full = next((body for body in posts if _AID.search(body.name)), None)
        if full is None:
            return None
        name, seat, span = full.name, full.place, full.span
    if not _NAME.search(name) or not _AID.search(name) or _LOCAL.search(name):
        lent = _sent_to(scene, name, seat, span) or _shared(scene, name)
        named = _NAME.search(name) and not _LOCAL.search(name)
        return lent or (_based(scene, seat, span) if named else None)
    inside = scene.places_between(span)
    pair = next((m for m in scene.pair_mentions if span.contains(m.span)), None)
    if pair is not None:
        # 粤黔协作工作队遵义工作组: one side of the pair keeps it in the other.
        return _paired(directed(pair.first, pair.second), inside)
    if seat is None:
        sides = sides_at(scene, span)
        away = isinstance(sides.host, Place) and scene.side_of(sides.host) == "supporter"
        return sides.turned() if away else sides
    if scene.side_of(seat) == "recipient":
        return _based(scene, seat, span)
    return _kept(scene, name, seat, span)


def _kept(scene: Scene, name: str, seat: Place, span: Span) -> Sides | None:
    """The sides of a team of the place ``seat``, None where it is kept in its own province."""
    inside = scene.places_between(span)
    within = [place for place in inside if place.province == seat.province and place != seat]
    abroad = [place for place in inside if place.province != seat.province]
    if within and _OWN.search(name):
        return None
    if within and name.endswith(_BRANCH):
        # 福建援疆泉州分指挥部 is that of 泉州.
        seat = within[-1]
    host = abroad[-1] if abroad else sides_at(scene, span, home=seat).host
    own = [pair for pair in scene.pairs_at(span.start) if seat.within(pair.supporter)]
    if own and (not isinstance(host, Place) or host.level is Level.PROVINCE):
        # 援疆指挥部 works where its place's pair has it.
        host = own[0].recipient
    return Sides((seat,), host)


def _sent_to(scene: Scene, name: str, seat: Place | None, span: Span) -> Sides | None:
    """The sides of 陕西省赴江苏省挂职工作队: also of those who learn on the other side."""
    end = span.start - 1
    if seat is None or "挂职" not in name or scene.article.text[end : span.start] != "赴":
        return None
    found = (m.place for m in scene.places_in(scene.article.sentence_at(end)) if m.span.end == end)
    home = next(found, None)
    if home is None or {scene.side_of(home), scene.side_of(seat)} != {"supporter", "recipient"}:
        return None
    return Sides((home,), seat)


def _based(scene: Scene, seat: Place | None, span: Span) -> Sides | None:
    """The sides of a team that is called after where it works, told by the words before it."""
    if seat is None or scene.side_of(seat) != "recipient":
        return None
    return _stationed(scene, seat, span) or _helping(scene, seat, span)


def _helping(scene: Scene, seat: Place, span: Span) -> Sides | None:
    """The sides of 某市帮扶某县工作队: the team is called after where it works."""
    text = scene.article.text
    before = Span(max(0, span.start - _NEAR), span.start)
    for mention in reversed(scene.places_in(before)):
        helps = _HELPS.fullmatch(text, mention.span.end, span.start)
        if mention.place is not None and helps and scene.side_of(mention.place) == "supporter":
            return Sides((mention.place,), seat)
    return None


def _shared(scene: Scene, name: str) -> Sides | None:
    """The sides of a team that is called by a character of the name of each."""
    between = _BETWEEN.fullmatch(name)
    for pair in scene.pairs if between else ():
        ends = (pair.supporter.name, pair.recipient.name)
        if between and any(
            a in ends[0] and b in ends[1] for a, b in permutations(between.groups())
        ):
            return Sides((pair.supporter,), pair.recipient)
    return None


def _stationed(scene: Scene, seat: Place, span: Span) -> Sides | None:
    """The sides of 粤桂协作工作队派驻某县工作队: the team is called after where it works."""
    for named in scene.pair_mentions:
        if _STATIONED.fullmatch(
            scene.article.text, named.span.end, max(named.span.end, span.start)
        ):
            return _paired(directed(named.first, named.second), [seat])
    return None


def _paired(pair: Pair | None, inside: Sequence[Place]) -> Sides | None:
    if pair is None:
        return None
    host = next((p for p in reversed(inside) if p.province == pair.recipient.province), None)
    return Sides((pair.supporter,), host or pair.recipient)
