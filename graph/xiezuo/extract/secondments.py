"""Secondments: who is sent from one side to the other, by name, as a group or as a team."""

from __future__ import annotations

import re
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
    SEND,
    SENT,
    TEAM,
    VISITED,
)
from xiezuo.extract.links import AIDED as REGIONS
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

_NAMED_BY = ("noun", "behind", "guest", "crew", "cared", "host")
_PEOPLE_UNITS = ("人", "名", "位", "人次", "个", "")
_BATCHES = ("批", "批次")
_SENTENCE = re.compile("[^。；！？\n]+")
_CONTEXT = re.compile(
    f"{SEND}|挂职|支教|支医|支农|援[\ue000疆藏青]|援[\u4e00-\u9fff](?:干部|人才|教师|医生)|启程|奔赴|进藏|赴|柔性引进|组团式|轮换|派\ue005|常驻|坐诊|迎来|[来到赴]\ue000工作|跟岗|跟班|任教|同事|援友"
    "|对口支援工作|帮扶工作|(?:帮扶|支援)(?:团队|专家|医疗队)|抵达|医疗队|支教队|工作队"
)
_NOT_SENT = re.compile(
    "培训|轮训|培养|培育|带教|就业|务工|参会|参加|出席|评选|表彰|(?<!柔性)引进|聚焦|采访|招聘|考察|接诊|[0-9]后”?$"
)
_BEING = re.compile("(?:成为|作为|是|当选|当)了?(?:第[^，。]{1,4}批)?$")
_CAPTION = ("■", "▲", "△", "▼", "图为")
"""What stands before the words under a photograph."""
_ONE = re.compile("(?:成为|作为|是|当选|当)了?[^，。；]{0,16}的?$")
"""Before 一名干部 that says what somebody named is."""
_ELSEWHERE = re.compile("驰援|抗疫|抗击|抗震|救灾")
"""What is help in an emergency, no secondment."""
_TRAINED = re.compile("(?<!岗前)(?<!行前)(?<!后)(?<!前)培训|进修|研修")
_PLANNED = re.compile("(?<!即)将(?!军)|计划(?![”》])|拟|要(?!求)|希望|预计|力争|争取")
_TITLED = re.compile("援[疆藏青甘宁川黔滇蒙陕桂渝]|组团式|帮扶")
_SENDING = re.compile(SEND)
_SERVING = re.compile("挂职|支教|支医|跟岗|帮扶|援")
_AID_TEAM = re.compile("(?:援|组团式|支教|支医|对口).*(?:队|组|团队)$")
_NUMERAL = re.compile(f"{MARKS[QuantityMention]}|一[名位]")
_TEAMED = re.compile(
    f"{MARKS[OrganizationMention]}(?:共有?|一行)?{MARKS[QuantityMention]}"
    f"|{MARKS[QuantityMention]}[^，。\n]{{0,8}}?{MARKS[OrganizationMention]}员"
)
_LEADS = re.compile(f"[领着率和与同]{MARKS[PlaceMention]}?{MARKS[QuantityMention]}")
_PARTS = re.compile("其中|这[其当]中|据了解|据悉|[^，\n]{0,12}中，")
"""How a sentence begins that takes apart the group of the one before it."""
_QUOTA = ("不少于", "不低于", "至少")
_NATIONWIDE = re.compile(
    "东部[0-9一二三四五六七八九十]*个?省|各省|全国|中央单位|[0-9]+个?省(?:区)?市|中央和国家机关|中央组织部|企业[、和及]中央"
)
_OF_PLACES = re.compile(
    f"{MARKS[QuantityMention]}(?:设区|地级?市|[省市区县](?!处|级|直)|学校|单位|部门|医院)"
)
"""A number of places or bodies, not of people: 从9个设区市选拔的教师."""
_ORDINAL = re.compile("第[0-9一二三四五六七八九十]+批")
_BATCH_NEAR = 6
_REACH = 20
_GAP = 3
"""The most characters between a sentence and the one that takes its group apart: ”。\\n."""
_PROFESSION = re.compile("教|师|医|护|技|专家|人才|特派员")


def secondments(scene: Scene) -> Iterator[Assertion]:
    """Yield each secondment that the article states, a group or a person once.

    Groups come with their number where the text has one; a sentence that names several sending
    places gives one for each of them. Plans, training and labour transfer are none. Of an article
    without any pair only the numbers of a nation-wide programme (援藏) are read.
    """
    found: list[Posting] = list(_groups(scene))
    if scene.relevant:
        found = [*secondees.secondees(scene), *found, *taskforces.task_forces(scene)]
    kept: list[Posting] = []
    for one in sorted(found, key=lambda posting: posting.rule in _LOOSE):
        again = (
            _same(one.secondment, other.secondment)
            # 选派干部到某县工作15批47人次: the number is told behind.
            or (one.rule is SENT is not other.rule and other.trigger.overlaps(one.trigger))
            for other in kept
        )
        if not any(again) and not (one.rule in _LOOSE and _told_better(scene, one, kept)):
            kept.append(one)
    for one in sorted(kept, key=lambda posting: posting.trigger):
        yield scene.state(one.secondment, one.rule, one.trigger)


def _told_better(scene: Scene, one: Posting, others: Sequence[Posting]) -> bool:
    """Whether the article also gives the number of a group that is met or seen off.

    A group that is only spoken of is also one with the team that the article names, or with
    somebody named beside it.
    """
    batches = {_batch(scene, told.trigger) for told in (one, *others)} - {""}
    if one.rule is BATCH and len(batches) > 1 and _batch(scene, one.trigger):
        return False  # 第六批21名 have come back, 第七批 set out
    spoken = one.rule is AIDED
    sentence = scene.sentence_index(one.trigger.start)
    for other in others:
        group = other.secondment
        if group.person is not None:
            better = spoken and scene.sentence_index(other.trigger.start) == sentence
        elif group.count is None:
            better = spoken
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
        return one.person == other.person
    if one.count != other.count or (one.kind != other.kind and one.count is None):
        return False
    if one.kind == other.kind == SecondmentKind.TASK_FORCE and None not in ends[0]:
        # A province's team and those of its cities.
        return one.sender == other.sender
    return all(a is None or b is None or related(a, b) for a, b in ends)


def _groups(scene: Scene) -> Iterator[Posting]:
    """The unnamed groups that are sent, from the sentences that speak of sending."""
    text = scene.marked.text
    sentences: list[re.Match[str]] = []
    for sentence in _SENTENCE.finditer(text):
        gap = text[sentences[-1].end() : sentence.start()] if sentences else ""
        # What follows takes apart the group of the sentence before it, or goes on with that.
        follows = 0 < len(gap) <= _GAP and _PARTS.match(text, *sentence.span())
        parted = gap == "；" and _PARTS.match(text, *sentences[-1].span())
        if (
            _CONTEXT.search(text, *sentence.span())
            or follows
            or parted
            or _leads(scene, sentence.span())
        ):
            sentences.append(sentence)
    counted = [s for s in sentences if _NUMERAL.search(text, *s.span())]
    # People who are led somewhere, and teams, need no word for sending.
    led = [s for s in _SENTENCE.finditer(text) if _LEADS.search(text, *s.span())]
    teams = [s for s in _SENTENCE.finditer(text) if _TEAMED.search(text, *s.span())]
    plan = {
        COUNTED.id: counted,
        PART.id: counted,
        NUMBER.id: counted,
        TEAM.id: teams,
        LED.id: led,
    }
    for rule in (COUNTED, PART, NUMBER, TEAM, LED, SENT, BATCH, VISITED, AIDED):
        for sentence in plan.get(rule.id, sentences):
            for found in rule.within(text, *sentence.span()):
                match = Match(rule, scene.marked, found)
                if scene.is_body(match.span.start) and _is_sent(match, sentence.start()):
                    yield from _group(scene, match)


def _leads(scene: Scene, stretch: tuple[int, int]) -> bool:
    """Whether a stretch of the marked text has a number and somebody's title in a 援X team."""
    words = scene.marked.text[slice(*stretch)]
    if MARKS[TitleMention] not in words or MARKS[QuantityMention] not in words:
        return False
    titles = (m for m in scene.marked.mentions(*stretch) if isinstance(m, TitleMention))
    return any(_TITLED.search(m.span.of(scene.article.text)) for m in titles)


def _is_sent(match: Match, opening: int) -> bool:
    """Whether the people that the match names are sent, not trained, and have been sent.

    ``opening`` is where the sentence begins in the marked text.
    """
    text, start, end = match.marked.text, match.found.start(), match.found.end()
    clause = text[max(opening, text.rfind("，", 0, start) + 1) : start]
    behind = re.split("[，。；！？\n]", text[end : end + _REACH])[0]
    trained = _TRAINED.search(behind) and not _SERVING.search(behind)
    if _NOT_SENT.search(clause[-10:]) or trained or _ELSEWHERE.search(behind):
        return False
    if (match.has("one") and _ONE.search(clause)) or _OF_PLACES.search(match.found[0]):
        return False
    count = _count(match)
    if match.rule is AIDED:
        # 报名成为第16批福建赴宁夏支教教师: that is somebody.
        line = text[text.rfind("\n", 0, start) + 1 : start]
        return _BEING.search(clause) is None and not line.startswith(_CAPTION)
    if count is None:
        return not _PLANNED.search(text[opening:start])
    if count.qualifier.startswith(_QUOTA) or (
        _PLANNED.search(clause) and not _SENDING.search(clause)
    ):
        return False
    # 人才三个 is no number of people, 三名 is.
    units = _PEOPLE_UNITS if match.has("n") else _PEOPLE_UNITS[:4]
    units = units if match.rule is NUMBER else (*units, *_BATCHES)
    return count.unit in units or match.rule is SENT


def _count(match: Match) -> QuantityMention | None:
    """The number of a match; of batches and heads the heads."""
    counts = [
        mention
        for group in ("t", "n", "m", "b")
        for mention in (match.mentions(group) if match.has(group) else ())
        if isinstance(mention, QuantityMention)
    ]
    if len(counts) > 1 and counts[1].unit not in _BATCHES:
        return counts[1]
    return counts[0] if counts else None


def _group(scene: Scene, match: Match) -> Iterator[Posting]:
    """The secondments of a group: one for each place that sends, and for each kind uncounted."""
    quantity = _count(match)
    heads = quantity is not None and quantity.unit in _PEOPLE_UNITS
    count = int(quantity.value) if quantity is not None and heads else None
    if match.rule is COUNTED and match.has("one"):
        count = 1
    noun = _noun(scene, match)
    if match.rule is TEAM and not _AID_TEAM.search(noun):
        return
    if noun.endswith(("同事", "援友", "队员", "团队")) and match.rule is not VISITED:
        noun = _sentence(scene, match)
    sides = sides_at(scene, match.span, group=True, met=match.rule is VISITED)
    if _at_home(scene, match, sides):
        return
    sides = _hosted(scene, match, sides)
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
