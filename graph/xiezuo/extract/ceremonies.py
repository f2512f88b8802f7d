"""Signings: ceremonies by name, and acts of signing that have none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from xiezuo.extract.grammar import Match, Rule
from xiezuo.extract.meetings import stated_meetings
from xiezuo.extract.names import event_name, sides_meant, similar
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Assertion,
    DateMention,
    Meeting,
    Pair,
    Party,
    Place,
    SigningCeremony,
    WorkMention,
)

_CLAUSE = "[^。；！？\n]"
_SIGN = "(?:续签|签署|签订|签定|签下|签约|签字)"
_DEED = "(?:协议书?|框架协议|备忘录|合同|意向书|责任书|协定)"

RULES = (
    Rule(
        "ceremony.named",
        "(?<![^，。；：！？\n])(?P<name>[^，。；：！？\n]{0,60}?(?:签约|签字|签订|签署)(?:[^，。；：！？\n]{0,6})?(?:仪式|大会|会))",
        0.85,
        examples=("会后，江宁区与陕西省洛南县举行东西部协作产业项目签约仪式。",),
        counterexamples=("江宁区与陕西省洛南县深化东西部协作。社区举行家庭医生签约仪式。",),
    ),
    Rule(
        "ceremony.signed",
        f"{_SIGN}(?:了)?(?P<signed>{_CLAUSE}{{0,40}}?(?:{{works}}|{_DEED}))",
        0.85,
        examples=("江宁区与陕西省洛南县召开东西部协作联席会议，双方签署了年度协作协议。",),
        counterexamples=(
            "江宁区与陕西省洛南县开展东西部协作，为签约居民提供服务。",
            "江宁区与陕西省洛南县开展东西部协作，双方应于7月底前签订年度协议。",
        ),
    ),
    Rule(
        "ceremony.projects",
        f"(?P<signed>{{quantity}}{_CLAUSE}{{0,12}}?(?:项目|企业|协议))(?:[^。；！？，\n]{{0,6}})?(?:集中|现场|成功)?签约"
        f"|(?:集中|现场)签约",
        0.85,
        examples=("江宁区与陕西省洛南县召开东西部协作联席会议，7个项目现场签约。",),
    ),
)

_FOREIGN = re.compile(
    "家庭医生|签约居民|签约服务|签约率|签约球|签约运动员|网签|劳动合同|签约医生|签约额|签约入驻|就业合同|用工合同|聘用合同"
)
_BARE = re.compile("^(?:会议和|会议及|此次|本次|该|随后的|见证下|现场|集中)*")
_THERE = re.compile("会上|会议上|会后|会议期间|现场|仪式上")
"""Says that what follows is part of the meeting that the article tells of."""
_REFERRED = re.compile(f"{_SIGN}的《")
"""An agreement that is referred to was signed some other day: 按照两市签订的《…》."""
_SHORTEST = 6
"""A name of fewer characters is no name of its own: 签约仪式, 签字仪式."""
_PLANNED = re.compile(
    "(?:要|应|须|拟|将|需|力争|争取|计划|尽快|推动|商谈)[^，。；！？]{0,16}$|(?:各[^，。；]{0,8}|双方)(?:要|应|须)"
)
"""Before a signing that is wished for or ordered: 各区要…签订协议, 应于7月底前签订."""
_STANDING = re.compile("累计|先后|每年|历年|已与|均已|近年来")


def ceremonies(scene: Scene) -> Iterator[Assertion]:
    """Yield each signing of a pair once.

    A signing without a name of its own takes the name of the meeting that it is part of.
    """
    if "签" not in scene.article.text:
        return
    talks = [a.fact for a in stated_meetings(scene) if isinstance(a.fact, Meeting)]
    found: list[tuple[SigningCeremony, Match]] = []
    for match in scene.marked.matches(RULES):
        ceremony = _read(scene, match, talks)
        if ceremony is None:
            continue
        told = ceremony if _is_dated(scene, match) else replace(ceremony, date=None)
        same = next((i for i, (known, _) in enumerate(found) if _is_same(known, told)), None)
        if same is None:
            found.append((ceremony, match))
        else:
            found[same] = (_merged(found[same][0], ceremony), found[same][1])
    for ceremony, match in found:
        yield scene.state(ceremony, match.rule, match.span)


def _is_dated(scene: Scene, match: Match) -> bool:
    """Whether the sentence itself says when, so that another day is another signing."""
    sentence = scene.article.sentence_at(match.span.start)
    return any(isinstance(m, DateMention) and sentence.contains(m.span) for m in scene.mentions)


def _is_same(known: SigningCeremony, other: SigningCeremony) -> bool:
    """Whether two statements are of one signing.

    So they are if their names are alike, or if the second has no name of its own and the parties
    are the same or parts of them: 两市举行签约仪式, 甲区与乙县签订协议.
    """
    if known.name and other.name:
        short, long = sorted((known.name, other.name), key=len)
        if len(short) >= _SHORTEST:
            return similar(short, long)
        if long.endswith(short):
            return True
    if known.date and other.date and known.date != other.date:
        return False
    return all(any(_lies_in(party, whole) for whole in known.parties) for party in other.parties)


def _lies_in(one: Party, other: Party) -> bool:
    if isinstance(one, Place) and isinstance(other, Place):
        return one.within(other)
    return one == other


def _merged(known: SigningCeremony, other: SigningCeremony) -> SigningCeremony:
    return replace(
        known,
        name=max(known.name or "", other.name or "", key=len) or None,
        parties=tuple(dict.fromkeys((*known.parties, *other.parties))),
        signed=tuple(dict.fromkeys((*known.signed, *other.signed))),
        date=known.date or other.date,
    )


def _read(scene: Scene, match: Match, talks: list[Meeting]) -> SigningCeremony | None:
    sentence = scene.article.sentence_at(match.span.start)
    words = sentence.of(scene.article.text)
    pairs = _pairs(scene, match)
    if not pairs or not scene.is_body(match.span.start) or _FOREIGN.search(words):
        return None
    before = scene.article.text[sentence.start : match.span.start]
    if match.rule.id != "ceremony.named" and (_STANDING.search(words) or _PLANNED.search(before)):
        return None
    parties: dict[Party, None] = {}
    for pair in pairs:
        parties[pair.supporter] = parties[pair.recipient] = None
    signed = tuple(
        dict.fromkeys(
            m.title
            for m in scene.mentions
            if isinstance(m, WorkMention) and sentence.contains(m.span)
        )
    )
    name = event_name(scene, match.group_span("name")) if match.has("name") else ""
    if len(_BARE.sub("", name)) < _SHORTEST:
        # 签约仪式 by itself is part of the meeting that the article tells of.
        part_of = [talk.name for talk in talks if set(talk.parties) & set(parties)]
        if _REFERRED.match(scene.article.text, match.span.start):
            part_of, name = [], ""
        elif not part_of and len(talks) == 1 and _THERE.search(before):
            part_of = [talks[0].name]
        name = part_of[0] if part_of else name and "签约仪式"
    return SigningCeremony(
        name=name or None,
        parties=tuple(parties),
        signed=signed,
        pair=pairs[0],
        date=scene.date_near(match.span.start),
    )


def _pairs(scene: Scene, match: Match) -> list[Pair]:
    named = set(scene.places_between(scene.article.sentence_at(match.span.start)))
    sides = [p for p in scene.pairs if p.supporter in named and p.recipient in named]
    return sides or sides_meant(scene, match.span)
