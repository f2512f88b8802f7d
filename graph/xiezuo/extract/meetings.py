"""Meetings: joint conferences and talks between the sides of a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from xiezuo.extract.grammar import MARKS, Match, Rule
from xiezuo.extract.names import event_name, sides_meant, similar
from xiezuo.extract.scene import Scene
from xiezuo.model import Assertion, Level, Meeting, Pair, Party, Place, QuantityMention, Span

_HEAD = (
    "(?:联席会议?|座谈会议?|座谈交流会|对接会|推进会|推进大会|交流会|推介会|洽谈会|会商会议?|协商会|恳谈会|研讨会|见面会|碰头会|磋商会|招商会"
    "|洽谈大会|交流大会|合作大会|推介大会|推广会|推介展示会|推介[^，。；！？\n活与和]{0,6}活动|视频会议?|对接会议|交流会议|协调会议?|(?:合作交流|洽谈对接|经贸交流|走进[^，。；！？\n]{1,4})[^，。；！？\n活等]{0,8}活动|(?:对接|交流|洽谈|专场|宣传推介|推广|推介)(?:系列|专场)?活动|首次[^，。；！？\n联座]{0,6}会议|交流峰会|协作大会|联席工作会议?|工作会议|协作会议|合作会议|高层会晤|汇报会|论坛)"
)
_NAME = (
    f"(?:“[^”。\n]{{0,40}}”|[^，。；：！？\n]){{0,60}}?{_HEAD}"
    "(?:暨[^，。；：！？\n]{2,20}?(?:会议?|仪式))?"
)

RULES = (
    Rule(
        "meeting.named",
        f"(?<![^，。；：！？\n])(?P<name>{_NAME})(?P<second>(?:和|及|、)[^，。；：！？\n]{{0,24}}?{_HEAD})?"
        f"(?!议|制度|机制|办公室|{MARKS[QuantityMention]})",
        0.9,
        examples=(
            "5月6日，江宁区与陕西省洛南县东西部协作联席会议在洛南县召开。",
            "南京市江宁区—陕西省洛南县召开苏陕协作工作座谈会。",
            "某网洛南5月6日电（记者 王明远）江宁区—洛南县“合作·交流”论坛举行。"
            "江宁区与陕西省洛南县开展东西部协作。",
        ),
        counterexamples=(
            "南京市江宁区与陕西省洛南县开展东西部协作，区里召开安全生产工作会议。",
            "江宁区与陕西省洛南县深化东西部协作，年内召开联席会议2次。",
            "江宁区与陕西省洛南县深化东西部协作，适时召开联席会议。",
            "江宁区与陕西省洛南县深化东西部协作，洛南县举办青年发展论坛。",
        ),
    ),
)

_COOPERATION = re.compile(
    "协作|合作|交流|帮扶|支援|对接|结对|援[疆藏青]|扶贫|携手|[两三][地省市州县区旗]|走进"
)
_JOINT = re.compile(
    "联席会|推介会|推介展示会|推介[^，。活]{0,6}活动|交流峰会|洽谈会|[洽交合推][谈流作介]大会"
)
_OF_STATE = re.compile(
    "(?:中央|国务院|全国|中组部|国家[^，。]{0,12})(?:召开|举行|第|的)|(?:习近平|总书记)[^，。]{0,16}(?:主持|召开|出席)"
)
_ON_A_REGION = re.compile("^第[^，。]{1,3}次(?:全国)?(?:对口支援)?(?:新疆|西藏|青海|四省藏区)")
"""Names of the state's own conferences on a region: 第四次对口支援西藏干部工作座谈会."""
_HELD = re.compile("召开|举行|举办|开展|出席|参加|启动|开幕|帷幕")
_PAST = re.compile(
    "自[^，。]{0,20}以来|累计|先后(?!在)|多次|每年|(?!一场)(?<![第0-9一二三四五六七八九十])[0-9一二三四五六七八九十两数多]+[场次]"
)
_NO_NAME = re.compile(
    "或|^各[类种]|^(?:是|全[省市州县区])|(?:干部|人才|医生|教师|老师|专家|队员|学生|师生|群众|家属|同志|代表)座谈会"
)
_REFERRED = ("纪要", "精神", "部署", "要求", "工作部署", "上的重要讲话", "上的讲话")
"""Behind a meeting that is referred to: it is told of where the name has its sides."""
_FAIR = re.compile("中国·|国际|博览|投资贸易洽谈会|经贸洽谈会")
"""Fairs of many, at which the sides meet but which they do not hold."""
_OURS = re.compile("对口|东西部|协作")
"""Names of fairs that are held for the cooperation: 全国对口支援三峡工程重庆库区经贸洽谈会."""
_HEEDED = re.compile("(?:落实|贯彻|按照|根据)[^，。；]{0,30}$")
_AT = re.compile("^在.*(?:举行|召开|举办)的$")
_TO_COME = re.compile("将(?:陆续|分别|同步)?(?:举[办行]|召开|开展)[^，。；]*$")
"""Before events that are announced without a name of their own: 期间将举办招商推介会."""
_WISHED = re.compile(
    "(?:(?<!针)对(?!口|接|象)|希望|建议|请求|鼓励|支持|引导|推动|适时|定期|要)[^，。；]*(?:开展|举[办行])$"
)
"""Before events that are wished for."""
_WIDE = re.compile(
    "(?:汇报会|论坛|研讨会|见面会|碰头会|招商会|视频会议?|对接会议|交流会议|协调会议?|(?<!推介)活动)$"
)
"""Meetings that many hold: of the sides only where the name has both."""
_WORKING = re.compile("(?:推进会|推进大会|工作会议?|推进会议)$")
_TWO_HOLD = re.compile("(?:双方|两[地省市州县区旗])[^，。；]{0,10}(?:举行|召开|举办)了?$")
"""Before a name that does not say itself that the sides met: 两市举行经济社会发展座谈会."""
_BOTH_HOLD = re.compile("[与和同][^将]*(?:召开|举行|举办)了?$")
"""A clause that names both sides, before what they hold."""
_OF_BOTH = re.compile("^两[省市县区州旗地]|工作")
"""What a name has more than that of the same meeting with its sides: 两市协作工作联席会议."""
_INSTITUTED = re.compile("(?:、[^，。；！？\n]{1,10}){1,4}等[^，。；！？\n]{0,6}(?:机制|制度)")
"""Behind what is held as a rule: 建立联席会议、干部挂职等工作机制."""
_APART = re.compile("分别[与和同同][^，。；]*(?:召开|举行|举办)了?$")
"""Before the name of meetings that were held one by one: 我市分别与甲市、乙州召开…."""
_COUNT = re.compile("第[一二三四五六七八九十0-9]+次")
_HABIT = 24
"""How many characters before a meeting can say that it is held every year."""
_PAUSES = re.compile("[。；…]")
_EVERY = re.compile("历次|历届|每年|定期|一年一度|适时")
"""Meetings of every year are a habit, none of them is told of."""
_COUNTED = re.compile(
    "(?P<one>第[一二三四五六七八九十0-9]+次)(?:、|和|及)(?P<two>第[一二三四五六七八九十0-9]+次)"
)
_TALK = re.compile("^(?:工作|交流)?座谈(?:交流)?会$")
_HELD_TALK = re.compile(
    "(?:考察|调研|对接|访问|学习|回访|率[队团代考]|[两三双][地省市州县区旗方])(?![^。；]*(?:援|慰问))[^。；]*(?:召开|举行|举办|开展)了?$"
)
"""Before talks without a name at which visitors and hosts sat together."""
_OWN_STAFF = re.compile("援[^，。；]{1,2}(?:[^，。；]{1,2}援?)?(?:干部|人才|联络组)")
"""Those with whom a delegation sits together without its hosts."""
_CALLED_TALK = re.compile("^在(?:召开|举行)的$")
_CAME = re.compile(
    "(?:率|带领|带队|代表团|考察团|考察组|一行)[^。]{0,60}(?:考察|调研|对接|交流|学习|看望|走访)"
)
_LEAD = 400
"""How many characters before 在召开的座谈会上 can tell who came."""
_GOING = re.compile("[赴来到在]|参加|出席")
_BY_MEANS = re.compile("(?:通过|借助|利用|依托)$")
_BARE_HEAD = re.compile(f"^(?:同时|以|此次|本次|该|这次|首场|专场)*{_HEAD}$")


def meetings(scene: Scene) -> Iterator[Assertion]:
    """Yield each meeting of the sides once, under its fullest name."""
    for meeting, match in stated_meetings(scene):
        yield scene.state(meeting, match.rule, match.span)


@lru_cache(maxsize=1)  # the ceremonies ask for the meetings of the same scene
def stated_meetings(scene: Scene) -> tuple[tuple[Meeting, Match], ...]:
    """The meetings and the words that state them, once worked out for all that ask in a row."""
    found: list[tuple[Meeting, Match]] = []
    for match in scene.marked.matches(RULES):
        now: set[int] = set()
        for meeting in _read(scene, match):
            # Of one name in one place there are several: 分别与甲市、乙州召开….
            told = [i for i, (m, _) in enumerate(found) if i not in now or m.name != meeting.name]
            same = next((i for i in told if _is_same(found[i][0], meeting)), None)
            if same is None:
                same = len(found)
                found.append((meeting, match))
            elif len(meeting.name) > len(found[same][0].name):
                found[same] = (meeting, match)
            now.add(same)
    return tuple(found)


def _is_same(one: Meeting, other: Meeting) -> bool:
    """One meeting under two names; a bare 座谈会 is the meeting of that kind told of before."""
    if _kind(one.name) != _kind(other.name):
        # 出席推介会 is an event that was called an activity before.
        return other.name in _PLAIN_NAMES and one.name.endswith("活动")
    counts = [_COUNT.search(name) for name in (one.name, other.name)]
    if counts[0] and counts[1] and counts[0][0] != counts[1][0]:
        return False
    names = [_ASIDE.sub("", name) for name in (one.name, other.name)]
    if any(_OF_BOTH.match(name) for name in names):
        names = [_OF_BOTH.sub("", name) for name in names]
    short, long = sorted(names, key=len)
    if len(short) <= _BARE or short == long:
        return True
    sides, others = one.parties, other.parties
    return (_lie_in(sides, others) or _lie_in(others, sides)) and (
        similar(short, long) or _is_cut(short, long)
    )


def _lie_in(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool:
    """Whether each of some parties is one of others, or a part of one."""
    return all(
        one in others
        or (isinstance(one, Place) and any(isinstance(o, Place) and one.within(o) for o in others))
        for one in some
    )


def _is_cut(short: str, long: str) -> bool:
    """Whether one name is the other with words left out."""
    rest = iter(long)
    return all(character in rest for character in short)


_BARE = 5
_PLAIN_NAMES = ("推介会", "对接会", "洽谈会", "交流会")
_ASIDE = re.compile("（[^（）]*）")
_SEAT = 12
"""How far behind the name of a meeting the place can end where it was held."""
_PLAIN = 6
"""Names of so many characters say no more than what sort of meeting it is: 招商推介会."""


def _kind(name: str) -> str:
    """What sort of meeting a name ends with: 联席, 座谈, 推介 …."""
    heads = re.findall(_HEAD, name)
    return heads[-1][:2] if heads else name


def _read(scene: Scene, match: Match) -> Iterator[Meeting]:
    text = scene.article.text
    if not scene.is_body(match.span.start) or _INSTITUTED.match(text, match.span.end):
        return
    sentence = scene.article.sentence_at(match.span.start).of(scene.article.text)
    inside = scene.article.text[match.span.end : match.span.end + 1] == "上"
    pairs = _pairs(scene, match)
    names = _names(scene, match)
    held = inside or _HELD.search(sentence) or _JOINT.search(match.text("name"))
    before = scene.article.text[max(0, match.span.start - _HABIT) : match.span.start]
    if _EVERY.search(_PAUSES.split(before)[-1]) or _EVERY.search(match.text("name")):
        return
    passing = _PAST.search(match.text("name")) or scene.article.text.startswith(
        _REFERRED, match.span.end
    )
    provinces = _provinces(scene, match, names[0])
    heeded = bool(provinces) and _is_heeded(scene, match, names[0])
    if not (held or heeded) or (
        passing and not provinces and not _names_sides(scene, match, names[0], pairs)
    ):
        return
    if len(names) > 1 and len(pairs) == len(names) and "分别" in match.text("name"):
        events = list(zip(names, ([pair] for pair in pairs), strict=True))
    elif len(names) == 1 and _APART.search(sentence.partition(names[0])[0]):
        events = [(names[0], [pair]) for pair in pairs]
    else:
        events = [(name, pairs) for name in names]
    for name, sides in events:
        if not sides or _is_within_one(scene, match, name):
            continue
        if not (_is_joint(scene, match, name, sides) or _is_talk(scene, match, name)):
            continue
        parties: dict[Party, None] = dict.fromkeys(provinces)
        for pair in () if provinces else sides:
            for side in (pair.supporter, pair.recipient):
                parties[_part_named(scene, match, name, side)] = None
        yield Meeting(
            name=name,
            parties=tuple(parties),
            pair=sides[0],
            date=scene.date_near(match.span.start),
        )


def _part_named(scene: Scene, match: Match, name: str, side: Place) -> Place:
    """The part of a side whose meeting the name says it is: of 三明将乐推介会 the county."""
    name_at = scene.article.text.rfind(name, match.span.start, match.span.end)
    span = Span(max(name_at, match.span.start), match.span.end)
    named = [place for place in scene.places_between(span) if place.within(side)]
    parts = dict.fromkeys(place for place in named if place != side)
    return next(iter(parts)) if len(parts) == 1 and side not in named else side


def _provinces(scene: Scene, match: Match, name: str) -> tuple[Place, ...]:
    """The two provinces that a name gives, where the meeting is not of parts of them.

    So it is where the name has both in words, where it is referred to (落实苏陕协作座谈会部署) and
    where it was held in a place that is in neither side: 在广州举行的粤川座谈会.
    """
    start = scene.article.text.rfind(name, match.span.start, match.span.end)
    span = Span(max(start, match.span.start), match.span.end)
    named = dict.fromkeys(scene.places_between(span))
    if len(named) == 2 and all(place.level is Level.PROVINCE for place in named):
        return tuple(named)
    short = [m for m in scene.pair_mentions if span.contains(m.span) and not named]
    if not short or not all(p.level is Level.PROVINCE for p in (short[0].first, short[0].second)):
        return ()
    before = scene.article.text[match.span.start : span.start]
    seats = scene.places_between(Span(match.span.start, span.start)) if _AT.search(before) else []
    parts = [side for side in scene.members if side.level is not Level.PROVINCE]
    # 津甘交流会在武威市举行
    behind = Span(span.end, span.end + _SEAT)
    if scene.article.text.startswith("在", span.end):
        held = [m for m in scene.places_in(behind) if m.span.start == span.end + 1]
        seats += [m.place for m in held if m.place and m.place.level is not Level.PROVINCE]
    away = any(not any(seat.within(part) for part in parts) for seat in seats)
    if away or _is_heeded(scene, match, name):
        return (short[0].first, short[0].second)
    return ()


def _is_heeded(scene: Scene, match: Match, name: str) -> bool:
    """Whether a meeting is told of for what it decided: 落实苏陕协作座谈会部署要求."""
    if _WORKING.search(name):  # 某省对口支援某地工作会议 is of the one province
        return False
    text = scene.article.text
    sentence = scene.article.sentence_at(match.span.start).start
    start = max(text.rfind(name, match.span.start, match.span.end), sentence)
    return _HEEDED.search(text, sentence, start) is not None


def _names(scene: Scene, match: Match) -> list[str]:
    """The names that a match gives: two of 第七次、第八次联席会议, and of two heads."""
    names = [event_name(scene, match.group_span("name"))]
    counted = _COUNTED.search(names[0])
    if counted is not None:
        head, tail = names[0][: counted.start()], names[0][counted.end() :]
        names = [f"{head}{counted[which]}{tail}" for which in ("one", "two")]
    if match.has("second"):
        names.append(event_name(scene, match.group_span("second")).lstrip("和及、"))
    return names


def _names_sides(scene: Scene, match: Match, name: str, pairs: list[Pair]) -> bool:
    """Whether a name has its pair in it, so that it is a name even behind 先后五次出席."""
    end = match.group_span("name").end
    span = Span(max(0, end - len(name)), end)
    return _names_both(name, pairs) or any(
        span.contains(mention.span) for mention in scene.pair_mentions
    )


def _calls_sides(scene: Scene, match: Match, name: str) -> bool:
    """Whether the sides stand right before a name, or its clause has them by their letters."""
    before = Span(match.span.start, match.span.end - len(name))
    if len(before) > 1 and _sides_in(scene, before) == 2:
        joined = any(place.span.end == before.end for place in scene.places)
        if joined and not _GOING.search(before.of(scene.article.text)):
            return True
    return any(match.span.contains(mention.span) for mention in scene.pair_mentions)


def _names_both(name: str, pairs: list[Pair]) -> bool:
    return any(
        pair.supporter.name[:2] in name and pair.recipient.name[:2] in name for pair in pairs
    )


def _is_within_one(scene: Scene, match: Match, name: str) -> bool:
    """Whether a working conference is one side's own: 宝鸡市2024年苏陕协作工作推进会."""
    sides = {scene.side_of(place) for place in scene.places_between(match.group_span("name"))}
    return _WORKING.search(name) is not None and len(sides) == 1 and "" not in sides


def _is_talk(scene: Scene, match: Match, name: str) -> bool:
    """Whether 座谈会 by itself is of visitors and hosts: a delegation came 并召开座谈会."""
    sentence = scene.article.sentence_at(match.span.start)
    before = sentence.of(scene.article.text).partition(name)[0]
    if _TALK.match(name) and _CALLED_TALK.search(before):
        told = scene.article.text[max(0, sentence.start - _LEAD) : sentence.start]
        return _CAME.search(told) is not None
    if not _TALK.match(name) or not _HELD_TALK.search(before):
        return False
    if _OWN_STAFF.search(sentence.of(scene.article.text)):
        return False
    return _sides_in(scene, sentence) + ("我" in before) > 1


def _sides_in(scene: Scene, span: Span) -> int:
    """How many of the two sides are named in a span."""
    return len({scene.side_of(place) for place in scene.places_between(span)} - {""})


def _is_joint(scene: Scene, match: Match, name: str, sides: list[Pair]) -> bool:
    """Whether a name is of a meeting of the sides, no one's own nor the state's."""
    whole = scene.article.sentence_at(match.span.start)
    sentence = whole.of(scene.article.text)
    start = max(match.span.start, match.span.end - len(name))
    both = _sides_in(scene, Span(start, match.span.end)) == 2
    if not name or _ON_A_REGION.match(name) or (_NO_NAME.search(name) and not both):
        return False
    told = sentence.find(name)
    head = sentence[: max(told, 0)]
    clause = Span(whole.start + head.rfind("，") + 1, whole.start + len(head))
    held = _BOTH_HOLD.search(clause.of(scene.article.text)) is not None
    if _names_both(name, sides) or (held and _sides_in(scene, clause) == 2):
        return True
    if (
        _WISHED.search(head)
        or (len(name) <= _PLAIN + 2 and _BY_MEANS.search(head))
        or (len(name) <= _PLAIN and _TO_COME.search(head))
        or (_WIDE.search(name) and not _calls_sides(scene, match, name))
        or (_FAIR.search(name) and not _OURS.search(name))
        or (_OF_STATE.search(sentence) and not _JOINT.search(name))
    ):
        return False
    if _BARE_HEAD.match(name):
        return bool(_JOINT.search(name) and _HELD.search(sentence))
    return bool(_COOPERATION.search(name) or _JOINT.search(name)) or (
        told > 0 and _TWO_HOLD.search(sentence[:told]) is not None
    )


def _pairs(scene: Scene, match: Match) -> list[Pair]:
    """The pairs that meet: those whose sides the name gives, else those being told of."""
    order: dict[Place, int] = {}
    for place in scene.places_between(match.span):
        order.setdefault(place, len(order))
    sides = [p for p in scene.pairs if p.supporter in order and p.recipient in order]
    # In the order of the text: 分别 joins the first sides with the first meeting.
    sides.sort(key=lambda p: sorted((order[p.supporter], order[p.recipient]), reverse=True))
    sides = sides or sides_meant(scene, match.span)
    lower = [
        pair
        for pair in scene.pairs
        if _stem(pair.supporter) in match.text("name")
        and _stem(pair.recipient) in match.text("name")
        and any(pair.inside(side) for side in sides)
    ]
    return lower or sides


def _stem(place: Place) -> str:
    """A place's name as the names of meetings have it: 和平 of 和平区."""
    return place.name[:-1] if len(place.name) > len("和平") else place.name
