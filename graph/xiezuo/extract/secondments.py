"""Secondments: who is sent from one side to the other, by name, as a group or as a team."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from xiezuo.extract import careers, secondees, taskforces
from xiezuo.extract.grammar import MARKS, Match, TitleMention
from xiezuo.extract.groups import (
    AIDED,
    BATCH,
    COUNTED,
    GROUPS,
    LED,
    NUMBER,
    PART,
    PLACED,
    SENDING,
    SENT,
    STUDENTS,
    TEAM,
    VISITED,
)
from xiezuo.extract.links import AIDED as REGIONS
from xiezuo.extract.musters import PEOPLE_UNITS, count_of, is_sent
from xiezuo.extract.postings import Posting, Sides, postings, related, sides_at
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Assertion,
    OrganizationMention,
    Place,
    PlaceMention,
    QuantityMention,
    Secondment,
    SecondmentKind,
    Span,
)
from xiezuo.values import replace

RULES = (*GROUPS, *taskforces.RULES, *careers.RULES)

_LOOSE = (BATCH, VISITED, AIDED)
"""Rules for groups without a number, which the article may give elsewhere."""

_NAMED_BY = (
    "noun",
    "behind",
    "brought",
    "some",
    "far",
    "they",
    "guest",
    "crew",
    "cared",
    "host",
    "helper",
    "based",
    "many",
    "skilled",
    "lent",
    "told",
    "members",
    "greeted",
    "efforts",
)
_SENTENCE = re.compile("[^。；！？\n]+")
_CONTEXT = re.compile(
    # Each branch begins with a character (no class, no group), by which the scan skips all else;
    # a test holds it.
    f"{SENDING}|挂职|支教|支医|支农|援[\ue000疆藏青]|援[\u4e00-\u9fff](?:干部|人才|教师|医生)|启程|奔赴|进藏|赴|柔性引进|组团式|轮换|派\ue005|常驻|入驻|驻点|蹲点|投身|扎根|问了?\ue003员|望了?\ue003员|见了?\ue003员|送了?\ue003员|接了?\ue003员|先后来到|陆续来到|相继来到|对口帮扶\ue000|援助\ue000的|坐诊|迎来|来\ue000工作|到\ue000工作|跟岗|跟班|任教|双向交流|往返|进驻|来\ue000[^，。；]{{0,16}}?帮扶|到\ue000[^，。；]{{0,16}}?帮扶|在[\ue000\ue003](?:工作|挂职|任职)|来自\ue000的|同事|援友"
    "|对口支援工作|帮扶工作|帮扶(?:团队|专家|医疗队)|支援(?:团队|专家|医疗队)|抵达|医疗队|支教队|工作队"
)
_TITLED = re.compile("援[疆藏青甘宁川黔滇蒙陕桂渝]|组团式|帮扶")
_AID_TEAM = re.compile("(?:援|组团式|支教|支医|对口).*(?:队|组|团队)$")
_NUMERAL = re.compile(f"{MARKS[QuantityMention]}|一[名位]")
_TEAMED = re.compile(
    f"{MARKS[OrganizationMention]}(?:共有?|一行)?{MARKS[QuantityMention]}"
    f"|{MARKS[QuantityMention]}[^，。\n]{{0,8}}?{MARKS[OrganizationMention]}队?员"
)
_LEADS = re.compile(f"[领着率和与同]{MARKS[PlaceMention]}?{MARKS[QuantityMention]}")
_DRAWN = re.compile("柔性引进|引进了?[^，。；]{0,8}(?:专家|人才)")
_AIDING = re.compile(
    f"援(?:{MARKS[PlaceMention]}|[\u4e00-\u9fff](?=优秀|骨干|干部|人才|教师|医生))"
)
_AMONG = re.compile("其中|[0-9]市|分别")
_PARTS = re.compile("其中|这[其当]中|据了解|据悉|[^，\n]{0,12}中，")
"""How a sentence begins that takes apart the group of the one before it."""
_NATIONWIDE = re.compile(
    "东部[0-9一二三四五六七八九十]*个?省|各省|全国|[0-9]+个(?:对口)?(?:支援|援助)|中央单位|[0-9]+个?省(?:区)?市|中央和国家机关|中央组织部|企业[、和及]中央"
)
_ORDINAL = re.compile("第[0-9一二三四五六七八九十]+批")
_BATCH_NEAR = 6
_GAP = 3
"""The most characters between a sentence and the one that takes its group apart: ”。\\n."""
_PROFESSION = re.compile("教|师|医|护|技|专家|人才|特派员|学生|研究生|师范生|志愿者|支教")


def secondments(scene: Scene) -> Iterator[Assertion]:
    """Yield each secondment that the article states, a group or a person once.

    Groups come with their number where the text has one; a sentence that names several sending
    places gives one for each of them. Plans, training and labour transfer are none. Of an article
    without any pair only the numbers of a nation-wide programme (援藏) are read.
    """
    found: list[Posting] = list(_groups(scene))
    if scene.relevant:
        named = list(secondees.secondees(scene))
        named += secondees.successors(scene, named)
        found = [*named, *found, *taskforces.task_forces(scene)]
    kept: list[Posting] = []
    for one in sorted(found, key=lambda posting: posting.rule in _LOOSE):
        again = (
            _same(one.secondment, other.secondment)
            # 选派干部到某县工作15批47人次: the number is told behind.
            or (one.rule is SENT is not other.rule and other.trigger.overlaps(one.trigger))
            for other in kept
        )
        same = next((o for o in kept if _same(one.secondment, o.secondment)), None)
        if same is not None and _is_closer(one.secondment, same.secondment):
            kept[kept.index(same)] = one
        if not any(again) and not (one.rule in _LOOSE and _told_better(scene, one, kept)):
            kept.append(one)
    for one in sorted(kept, key=lambda posting: posting.trigger):
        yield scene.state(one.secondment, one.rule, one.trigger)


def _is_closer(one: Secondment, other: Secondment) -> bool:
    """Whether one of two statements of a group names a part of what the other does."""
    ends = ((one.sender, other.sender), (one.host, other.host))
    parts = [isinstance(a, Place) and isinstance(b, Place) and a.within(b) for a, b in ends]
    return one.person is None and all(parts) and one != other


def _told_better(scene: Scene, one: Posting, others: Sequence[Posting]) -> bool:
    """Whether the article also gives the number of a group that is met or seen off.

    A group that is only spoken of is also one with the team that the article names, or with
    somebody named beside it.
    """
    batch = _batch(scene, one.trigger) if one.rule is BATCH else ""
    batches = {_batch(scene, told.trigger) for told in (one, *others)} - {""}
    if batch and len(batches) > 1:
        # 第六批21名 have come back, 第七批 set out
        others = [told for told in others if _batch(scene, told.trigger) == batch]
    spoken = one.rule is AIDED
    sentence = scene.sentence_index(one.trigger.start)
    for other in others:
        group = other.secondment
        if group.person is not None:
            better = spoken and scene.sentence_index(other.trigger.start) == sentence
        elif group.count is None:
            # A team is made of its cadres; teachers and doctors are told of beside it.
            better = spoken and one.secondment.kind != SecondmentKind.PROFESSIONAL
        else:
            better = group.kind == one.secondment.kind
        if better and related(group.sender, one.secondment.sender):
            return True
    return False


def _batch(scene: Scene, trigger: Span) -> str:
    """Which batch of those sent the words at a place are about: 第六批, "" if they say none."""
    text = scene.article.text
    found = _ORDINAL.search(text, max(0, trigger.start - _BATCH_NEAR), trigger.end)
    return found[0] if found else ""


def _same(one: Secondment, other: Secondment) -> bool:
    """Whether two statements of an article are of one secondment."""
    ends = ((one.sender, other.sender), (one.host, other.host))
    if one.person or other.person:
        # Of somebody sent twice the article names two regions, neither of them home.
        homes = {end.province for end in ends[0] if isinstance(end, Place)}
        regions = {end.province for end in ends[1] if isinstance(end, Place)}
        return one.person == other.person and (len(regions) < 2 or bool(regions & homes))
    if one.count != other.count or (one.kind != other.kind and one.count is None):
        return False
    if one.kind == other.kind == SecondmentKind.TASK_FORCE and None not in ends[0]:
        # A province's team and those of its cities.
        return one.sender == other.sender
    return all(a is None or b is None or related(a, b) for a, b in ends)


def _groups(scene: Scene) -> Iterator[Posting]:
    """The unnamed groups that are sent, from the sentences that speak of sending."""
    text = scene.marked.text
    spoken = [found.start() for found in _CONTEXT.finditer(text)]
    sentences: list[re.Match[str]] = []
    parts = list(_SENTENCE.finditer(text))
    for sentence in parts:
        gap = text[sentences[-1].end() : sentence.start()] if sentences else ""
        # What follows takes apart the group of the sentence before it, or goes on with that.
        follows = 0 < len(gap) <= _GAP and _PARTS.match(text, *sentence.span())
        parted = gap == "；" and _PARTS.match(text, *sentences[-1].span())
        if (
            bisect_left(spoken, sentence.start()) < bisect_left(spoken, sentence.end())
            or follows
            or parted
            or _leads(scene, sentence.span())
        ):
            sentences.append(sentence)
    counted = [s for s in sentences if _NUMERAL.search(text, *s.span())]
    # People who are led somewhere, and teams, need no word for sending.
    led = _holding(_LEADS, text, parts)
    teams = _holding(_TEAMED, text, parts)
    plan = {
        COUNTED.id: counted,
        PART.id: counted,
        NUMBER.id: counted,
        STUDENTS.id: counted,
        TEAM.id: teams,
        LED.id: led,
    }
    rules = (COUNTED, PART, NUMBER, TEAM, STUDENTS, LED, SENT, BATCH, VISITED, AIDED)
    for rule in scene.marked.worth_trying(rules):
        for sentence in plan.get(rule.id, sentences):
            if not scene.marked.may_hold(rule, sentence.start()):
                continue
            for found in rule.within(text, *sentence.span()):
                match = Match(rule, scene.marked, found)
                if scene.is_body(match.span.start) and is_sent(match, sentence.start()):
                    group = list(_group(scene, match))
                    yield from group
                    rest = (found.end(), sentence.end())
                    if len(group) == 1 and rule is COUNTED and _AMONG.search(text, *rest):
                        yield from _shares(scene, group[0], rest)


def _shares(scene: Scene, whole: Posting, rest: tuple[int, int]) -> Iterator[Posting]:
    """What each place sends of a group: 其中厦门4人、福州6人."""
    for found in PLACED.within(scene.marked.text, *rest):
        match = Match(PLACED, scene.marked, found)
        count, sender = count_of(match), match.mentions("from")[0]
        place = sender.place if isinstance(sender, PlaceMention) else None
        if count is None or count.unit not in PEOPLE_UNITS[:4] or place is None:
            continue
        of = whole.secondment.sender
        if isinstance(of, Place) and place != of and place.within(of):
            fact = replace(whole.secondment, count=int(count.value), sender=place)
            yield Posting(fact, PLACED, match.span)


def _holding(
    pattern: re.Pattern[str], text: str, parts: Sequence[re.Match[str]]
) -> list[re.Match[str]]:
    """The parts of a text that hold a match; most texts hold none at all."""
    return [s for s in parts if pattern.search(text, *s.span())] if pattern.search(text) else []


def _leads(scene: Scene, stretch: tuple[int, int]) -> bool:
    """Whether a stretch of the marked text has a number and somebody's title in a 援X team."""
    words = scene.marked.text[slice(*stretch)]
    if MARKS[TitleMention] not in words or MARKS[QuantityMention] not in words:
        return False
    titles = (m for m in scene.marked.mentions(*stretch) if isinstance(m, TitleMention))
    return any(_TITLED.search(m.span.of(scene.article.text)) for m in titles)


def _group(scene: Scene, match: Match) -> Iterator[Posting]:
    """The secondments of a group: one for each place that sends, and for each kind uncounted."""
    quantity = count_of(match)
    heads = quantity is not None and quantity.unit in PEOPLE_UNITS
    count = int(quantity.value) if quantity is not None and heads else None
    if match.rule is COUNTED and match.has("one"):
        count = 1
    noun = _noun(scene, match)
    if (match.rule is TEAM or match.has("members")) and not _AID_TEAM.search(noun):
        return
    if noun.endswith(("同事", "援友", "队员", "团队")) and match.rule is not VISITED:
        noun = _sentence(scene, match)
    sides = sides_at(scene, match.span, group=True, met=match.rule is VISITED)
    if _at_home(scene, match, sides):
        return
    sides = _drawn(scene, match, _hosted(scene, match, sides))
    if "互派" in match.found[0] and isinstance(sides.host, Place):
        sides = sides.turned() if scene.side_of(sides.host) == "supporter" else sides
    if not scene.relevant and count is None:
        return
    if count is not None:
        everywhere = _NATIONWIDE.search(_sentence(scene, match)) and not sides.senders_said
        if everywhere or not scene.relevant:
            aided = _aided(scene, match.span.start)
            if aided is None:
                return
            sides = Sides((), aided)
        sides = sides.summed_up()
    nouns = re.split("[、和及]", noun) if count is None else [noun]
    if match.rule is VISITED:
        # 看望挂职干部和专技人才: one group that is met.
        nouns = nouns[:1]
    for kind in dict.fromkeys(_kind(word) for word in nouns):
        for number in (count, *_series(match, quantity)):
            fact = Secondment(kind, count=number)
            yield from postings(scene, fact, sides, match.rule, match.span)


def _drawn(scene: Scene, match: Match, sides: Sides) -> Sides:
    """The sides the right way round where those who receive draw people: 柔性引进江宁区专家8人.

    So they do where those are named who help them: 通过12名援陕教师.
    """
    sender = next(iter(sides.senders), None)
    back = isinstance(sender, Place) and scene.side_of(sender) == "recipient"
    drawn = _AIDING.search(match.found[0]) or _DRAWN.search(_sentence(scene, match))
    return sides.turned() if back and drawn else sides


def _hosted(scene: Scene, match: Match, sides: Sides) -> Sides:
    """The sides with the only recipient there that the article pairs with those who visit.

    看望援疆干部 in the prefecture that is supported means those who serve it.
    """
    host = sides.host
    if match.rule is not VISITED or not isinstance(host, Place) or host.code not in REGIONS:
        return sides
    hosts = {
        pair.recipient
        for pair in scene.pairs
        if pair.recipient.within(host) and any(related(s, pair.supporter) for s in sides.senders)
    }
    return replace(sides, host=hosts.pop()) if len(hosts) == 1 else sides


def _at_home(scene: Scene, match: Match, sides: Sides) -> bool:
    """Whether those who are sent stay in their province: 云南选派…共赴云南全省."""
    sent = {
        place.province
        for place in sides.senders
        if isinstance(place, Place) and scene.side_of(place) == "recipient"
    }
    sentence = scene.article.sentence_at(match.span.start)
    rest = Span(match.span.end, max(sentence.end, match.span.end))
    goals = [
        goal.place.province
        for goal in scene.places_in(rest)
        if goal.place is not None
        and scene.article.text.endswith(("赴", "前往", "到"), rest.start, goal.span.start)
    ]
    return bool(goals) and set(goals) <= sent


def _series(match: Match, counted: QuantityMention | None) -> list[int]:
    """The other numbers of a series that one is counted in: 分别选派教师12名、15名、20名."""
    if counted is None or not match.has("m"):
        return []
    text, start = match.marked.text, match.found.start("m")
    numbers: list[int] = []
    for step in (-2, 2):
        at = start + step
        while 0 <= at < len(text) and text[at - step // 2] == "、":
            mention = match.marked.mention(at) if text[at] == MARKS[QuantityMention] else None
            if not isinstance(mention, QuantityMention) or mention.unit != counted.unit:
                break
            numbers.append(int(mention.value))
            at += step
    return numbers


def _noun(scene: Scene, match: Match) -> str:
    """The words for the people of a match, or for their kind where it has only a number."""
    if match.rule is NUMBER:
        # 这样的支教教师，某市派出463人次。
        before = _sentence(scene, match).split(match.found[0][:2])[0]
        return "教师" if _PROFESSION.search(before) and "干部" not in before else "干部"
    if match.rule is STUDENTS:
        return "支教"
    if match.rule is PART:
        return "教师" if re.search("支|组团", match.found[0]) else "干部"
    groups = ("team", "crew") if match.rule is TEAM else _NAMED_BY
    return next(filter(None, map(match.text, groups)), "")


def _aided(scene: Scene, offset: int) -> Place | None:
    """The region of a nation-wide programme (援藏) that the words at an offset are about."""
    text = scene.article.text
    regions: dict[int, Place] = {}
    for mention in scene.places:
        short = mention.form == "abbreviation" and text[mention.span.start - 1] in "援进"
        if mention.place and (short or text.endswith("对口支援", 0, mention.span.start)):
            regions.setdefault(scene.sentence_index(mention.span.start), mention.place)
    sentence = scene.sentence_index(offset)
    return next((regions[i] for i in sorted(regions, reverse=True) if i <= sentence), None)


def _sentence(scene: Scene, match: Match) -> str:
    return scene.article.sentence_at(match.span.start).of(scene.article.text)


def _kind(noun: str) -> SecondmentKind:
    """What kind of people a noun means; mixed groups count as professionals."""
    if "干部人才" in noun or not _PROFESSION.search(noun):
        return SecondmentKind.OFFICIAL
    return SecondmentKind.PROFESSIONAL
