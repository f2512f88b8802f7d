"""Signings: ceremonies by name, and acts of signing that have none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xiezuo.extract.grammar import Match
from xiezuo.extract.meetings import stated_meetings
from xiezuo.extract.names import event_name, sides_meant, similar
from xiezuo.extract.scene import Scene
from xiezuo.extract.signers import (
    called_places,
    counted_signers,
    is_of_a_month,
    signers,
    signing_bodies,
    signing_places,
)
from xiezuo.extract.signings import DEED, RULES, SIGN
from xiezuo.model import (
    Assertion,
    Meeting,
    Pair,
    Party,
    Place,
    QuantityMention,
    SigningCeremony,
    Span,
    WorkMention,
)
from xiezuo.values import replace

_FOREIGN = re.compile(
    "家庭医生|签约居民|签约服务|签约率|签约球|签约运动员|网签|劳动合同|签约医生|签约入驻|就业合同|用工合同|聘用合同"
    "|供应协议|供货协议|(?:农户|贫困户|脱贫户|种植户|养殖户|村民|群众|农民)[^，。；]{0,6}?签[订署约]"
)
_BARE = re.compile("^(?:整个|会议和|会议及|此次|本次|该|随后的|见证下|现场|集中)*")
_THERE = re.compile("会上|会议上|会后|会议期间|现场|仪式上|集中签约")
"""Says that what follows is part of the meeting that the article tells of."""
_THEN = re.compile(
    f"{_THERE.pattern}|(?:活动|论坛|大会|洽谈会|推介会|博览会)[上中]|活动(?:现场|当天|期间)|开幕式|期间|其间"
)
_EVENT = re.compile(
    "(?<![^，。；：！？\n])(?:“[^”\n]{1,40}”|[^，。；：！？\n]){4,60}?"
    "(?:活动|大会|论坛|峰会|[洽交座]谈会|联席会|会议|交易会|博览会|展销会|年货节|文化节|购物节|丰收节|仪式)"
    "(?=[在于，。上暨]|开幕|启动|举[行办]|正式|隆重|圆满|如期|成功|盛大)"
)
"""An occasion at which something can be signed, other than a meeting."""
_BACK = 12
"""How many sentences before a signing the occasion can be named."""
_AT = re.compile(
    f"{_THERE.pattern}|活动上|(?:活动|大会|推介会|洽谈会)期间|此次双方|双方(?:[又再还]|最新|正式)*签|[举召][办行开]|签约仪式|共同"
)
"""Says when and where projects were signed, not only how many."""
_SUM = re.compile("签约(?:协议|合同)?(?:资金|金额|总额|额)")
"""What was signed for is summed up: 签约协议资金112亿元."""
_TALLY = re.compile("(?:协议|合同|备忘录)书?(?:项目)?[0-9一二三四五六七八九十百]+[余多]?[个份项]")
"""Agreements that are counted: 签订合作协议30项."""
_EACH = re.compile(
    "[0-9]+[余多]?[个所家对][^，。；、]{1,8}、[0-9]+[余多]?[个所家对][^，。；]{0,30}$"
)
"""Before a signing of so many that they are only summed up: 14个镇、36所学校与…签订."""
_PAPER = re.compile(f"》|{DEED}")
_SINCE = re.compile("自(?![治己])[^，。]{0,30}$")
"""Before a signing that something has gone on since: no part of the meeting told of."""
_REFERRED = re.compile(f"{SIGN}的《")
"""An agreement that is referred to was signed some other day: 按照两市签订的《…》."""
_OWN = re.compile("协作|合作|帮扶|结对|项目|对口|支援|援[疆藏青]")
"""A name without any of these and without a place is a part of the meeting: 电子签约仪式."""
_BESIDES_AT = re.compile("^(?:会|活动)上?[，]?(?:还|同时)")
"""Before a ceremony that was part of a meeting: 会上还举行了合作项目签约仪式."""
_SHORTEST = 6
"""A name of fewer characters is no name of its own: 签约仪式, 签字仪式."""
_PLANNED = re.compile(
    "(?:要|应|须|拟|将|需|力争|争取|计划|尽快|推动|推进|促成|商谈)[^，。；！？]{0,16}$|(?:各[^，。；]{0,8}|双方)(?:要|应|须)"
)
"""Before a signing that is wished for or ordered: 各区要…签订协议, 应于7月底前签订."""
_STANDING = re.compile(
    "累计|每年|历年|以来，有?[0-9]+对|已与(?=[^，。；]{0,24}[签缔])|均已|已签(?:约|[订署]了?(?=[0-9]))|近年来|自[^，。]{0,12}开始签"
)
_TWO = re.compile("两[省市县州旗区地]")
_BESIDES = re.compile("[\\s　]*(?:此外|另外|同时)")


_Talks = tuple[tuple[Meeting, Match], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement of a signing, with the meeting that it seems to be part of."""

    ceremony: SigningCeremony
    match: Match
    talk: str
    at_meeting: bool = False


_CARRIED_OUT = re.compile("(?:贯彻|落实|按照|根据|依据|遵照)[^，。；]{0,24}\\Z")
"""Before a document that is carried out, not signed."""


def ceremonies(scene: Scene) -> Iterator[Assertion]:
    """Yield each signing of a pair once.

    A signing without a name of its own takes the name of the meeting that it is part of.
    """
    if not any(word in scene.article.text for word in ("签", "缔结", "达成")):
        return
    talks = stated_meetings(scene)
    found: list[_Told] = []
    for match in scene.marked.matches(RULES):
        told = _read(scene, match, talks)
        if told is None:
            continue
        same = next((i for i, known in enumerate(found) if _is_same(scene, known, told)), None)
        if same is None:
            found.append(told)
        else:
            found[same] = _merged(found[same], told)
    for told in found:
        ceremony = replace(told.ceremony, name=told.ceremony.name or told.talk or None)
        yield scene.state(ceremony, told.match.rule, told.match.span)


def _when(scene: Scene, match: Match) -> str | None:
    """The time that the sentence gives, or its paragraph before it; another is another signing."""
    sentence = scene.article.sentence_at(match.span.start)
    line = scene.article.lines[scene.paragraph(match.span.start)].span
    told = Span(min(line.start, sentence.start), sentence.end)
    dates = [
        m
        for m in scene.dates
        if told.contains(m.span)
        and not m.relative
        and m.end is None
        and not any(work.span.contains(m.span) for work in scene.works)
    ]
    inside = [m for m in dates if sentence.contains(m.span)]
    dated = inside[:1] or dates[-1:]
    return dated[0].value or dated[0].span.of(scene.article.text) if dated else None


def _is_one_time(scene: Scene, one: Match, other: Match) -> bool:
    """Whether two statements can be of one time.

    Other dates part them; so do other bodies behind 此外, or with a date in another paragraph, and
    so many bodies of both sides there.
    """
    first, second = _when(scene, one), _when(scene, other)
    if first and second:
        return first.startswith(second) or second.startswith(first)
    far = scene.paragraph(one.span.start) != scene.paragraph(other.span.start)
    if far and counted_signers(scene, one) != counted_signers(scene, other):
        return False
    bodies, others = signing_bodies(scene, one), signing_bodies(scene, other)
    if not bodies or not others or set(bodies) & set(others):
        return True
    sentence = scene.article.sentence_at(other.span.start)
    if _BESIDES.match(scene.article.text, sentence.start):
        return False
    return not (far and bool(first) != bool(second))


def _is_same(scene: Scene, known: _Told, other: _Told) -> bool:
    """Whether two statements are of one signing.

    So they are if their names are alike, or if one has no name of its own and the parties are the
    same or parts of them: 两市举行签约仪式, 甲区与乙县签订协议.
    """
    if not _is_one_time(scene, known.match, other.match) or _are_others(scene, known, other):
        return False
    one, two = known.ceremony, other.ceremony
    for names in ((one.name, two.name), (known.talk, other.talk)):
        short, long = sorted((name or "" for name in names), key=len)
        if len(short) >= _SHORTEST:
            return similar(short, long)
        if short and long.endswith(short):
            return True
    dated = _when(scene, other.match)
    if dated and one.date and two.date and one.date != two.date:
        return False
    return all(
        any(_lies_in(party, whole) for whole in one.parties)
        for party in two.parties
        if isinstance(party, Place)
    )


def _are_others(scene: Scene, known: _Told, other: _Told) -> bool:
    """Whether two signings that are part of no meeting name other places, two each."""
    if known.at_meeting != other.at_meeting:
        return is_of_a_month(scene, (known if other.at_meeting else other).match)
    if any(told.ceremony.name or told.at_meeting for told in (known, other)):
        return False
    one, two = (
        signing_places(scene, told.match) or called_places(scene, told.match)
        for told in (known, other)
    )
    return len(one) > 1 and len(two) > 1 and not one & two


def _lies_in(one: Party, other: Party) -> bool:
    if isinstance(one, Place) and isinstance(other, Place):
        return one.within(other)
    return one == other


def _merged(known: _Told, other: _Told) -> _Told:
    one, two = known.ceremony, other.ceremony
    ceremony = replace(
        one,
        name=max(one.name or "", two.name or "", key=len) or None,
        parties=tuple(dict.fromkeys((*one.parties, *two.parties))),
        signed=tuple(dict.fromkeys((*one.signed, *two.signed))),
        date=one.date or two.date,
    )
    at_meeting = known.at_meeting or other.at_meeting
    return _Told(ceremony, known.match, known.talk or other.talk, at_meeting)


def _read(scene: Scene, match: Match, talks: _Talks) -> _Told | None:
    sentence = scene.article.sentence_at(match.span.start)
    words = sentence.of(scene.article.text)
    pairs = _pairs(scene, match)
    if not pairs or not scene.is_body(match.span.start) or _FOREIGN.search(words):
        return None
    before = scene.article.text[sentence.start : match.span.start]
    if _ever_since(scene, match, before):
        return None
    if match.rule.id != "ceremony.named" and (
        _is_counted(scene, match, words)
        or _EACH.search(before)
        or _STANDING.search(_clauses(scene, match, sentence))
        or _PLANNED.search(before)
    ):
        return None
    parties = signers(scene, match, pairs)
    signed = tuple(
        dict.fromkeys(
            work.title
            for work in scene.works
            if sentence.contains(work.span)
            and not _CARRIED_OUT.search(scene.article.text, sentence.start, work.span.start)
        )
    )
    name = event_name(scene, match.group_span("name")) if match.has("name") else ""
    talk = meeting = ""
    head = Span(sentence.start, match.span.start).of(scene.article.text)
    part = not _OWN.search(name) or _BESIDES_AT.search(f"{head}{match.text('name')}"[:_SHORTEST])
    if len(_BARE.sub("", name)) < _SHORTEST or (
        talks and part and not scene.places_between(match.group_span("name"))
    ):
        # 签约仪式 by itself is part of the meeting that the article tells of.
        talk = meeting = _part_of(scene, match, talks, parties)
        name = "签约仪式" if name and not talk else ""
        talk = talk or ("" if name else _occasion(scene, match))
    ceremony = SigningCeremony(
        name=name or None,
        parties=parties,
        signed=signed,
        pair=pairs[0],
        date=scene.date_near(match.span.start),
    )
    return _Told(ceremony, match, talk, bool(meeting))


def _clauses(scene: Scene, match: Match, sentence: Span) -> str:
    """A sentence to the end of the clause of a match."""
    end = scene.article.text.find("，", match.span.end, sentence.end)
    return Span(sentence.start, end if end >= 0 else sentence.end).of(scene.article.text)


def _ever_since(scene: Scene, match: Match, before: str) -> bool:
    """Whether somebody only dates their own doings: 自2009年与某省签署协议以来."""
    text = scene.article.text
    if not text.startswith("以来", match.span.end) or not _SINCE.search(before):
        return False
    named = scene.places_between(scene.article.sentence_at(match.span.start))
    return len({scene.side_of(place) for place in named if scene.side_of(place)}) < 2


def _is_counted(scene: Scene, match: Match, words: str) -> bool:
    """Whether projects that were signed are only summed up, or somebody speaks of them."""
    counts = (match.rule.id == "ceremony.projects" and not match.has("both")) or (
        match.rule.id == "ceremony.signed"
        and any(isinstance(m, QuantityMention) for m in match.mentions("signed"))
        and not _PAPER.search(match.text("signed"))
    )
    behind = scene.article.text[match.span.start : match.span.end + len("100余份")]
    counts = counts or _TALLY.search(behind) is not None
    line = scene.article.lines[scene.paragraph(match.span.start)].span
    before = scene.article.text[line.start : match.span.start]
    if counts and (signing_bodies(scene, match) or counted_signers(scene, match)):
        return False
    if counts and before.count("“") > before.count("”"):
        return True
    titled = any(isinstance(m, WorkMention) for m in match.mentions("signed"))
    summed = counts or (_SUM.search(words) is not None and not titled)
    return summed and not _AT.search(
        _clauses(scene, match, scene.article.sentence_at(match.span.start))
    )


def _part_of(scene: Scene, match: Match, talks: _Talks, parties: tuple[Party, ...]) -> str:
    """The meeting at which a signing without a name took place, "" where none is told of."""
    sentence = scene.article.sentence_at(match.span.start)
    before = scene.article.text[sentence.start : match.span.start]
    behind = scene.article.text[match.span.end : match.span.end + 2]
    if _REFERRED.match(scene.article.text, match.span.start) or _SINCE.search(before):
        return ""
    if behind == "以来" or (is_of_a_month(scene, match) and not _THERE.search(before)):
        return ""
    of_sides = [
        (talk.name, told.span)
        for talk, told in talks
        if any(
            _lies_in(one, side) or _lies_in(side, one) for one in parties for side in talk.parties
        )
    ]
    line = scene.article.lines[scene.paragraph(match.span.start)].span
    near = [name for name, span in of_sides if line.start <= span.start <= match.span.start]
    if of_sides:
        return near[-1] if near else of_sides[0][0]
    return talks[0][0].name if len(talks) == 1 and _THERE.search(before) else ""


def _occasion(scene: Scene, match: Match) -> str:
    """The named event, no meeting, at which a signing is told to have been, "" for none."""
    text = scene.article.text
    last = scene.sentence_index(match.span.start)
    line = scene.article.lines[scene.paragraph(match.span.start)].span
    told = _THEN.search(text, line.start, match.span.start)
    for index in range(last, max(-1, last - _BACK - 1), -1):
        sentence = scene.article.sentences[index]
        end = match.span.start if index == last else sentence.end
        found = list(_EVENT.finditer(text, sentence.start, end))
        name = event_name(scene, Span(*found[-1].span())) if found else ""
        if len(_BARE.sub("", name)) >= _SHORTEST:
            return name
        if told is None:
            break
    return ""


def _pairs(scene: Scene, match: Match) -> list[Pair]:
    sentence = scene.article.sentence_at(match.span.start)
    own = signing_places(scene, match)
    if sides := [p for p in scene.pairs if p.supporter in own and p.recipient in own]:
        return sides
    before = Span(sentence.start, match.span.end)
    # 两市签订协议，是落实两省部署的举措 is of the cities.
    reach = before if _TWO.search(before.of(scene.article.text)) else sentence
    named = set(scene.places_between(reach))
    sides = [p for p in scene.pairs if p.supporter in named and p.recipient in named]
    titled = [
        pair
        for pair in scene.pairs
        for mention in scene.pair_mentions
        if any(work.span.contains(mention.span) for work in match.mentions("works"))
        and {pair.supporter, pair.recipient} == {mention.first, mention.second}
    ]
    if match.rule.id == "ceremony.of_work":
        return titled or sides or sides_meant(scene, match.span)
    return sides or titled or sides_meant(scene, match.span)
