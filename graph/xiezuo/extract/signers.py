"""Who signs: the sides of a pair, and the bodies that the clause says to sign with each other."""

from __future__ import annotations

import re

from xiezuo.extract.grammar import MARKS, Match
from xiezuo.extract.scene import Scene
from xiezuo.model import (
    Level,
    Organization,
    Pair,
    Party,
    Place,
    PlaceMention,
    QuantityMention,
    Span,
)

_BOTH = re.compile("两[地省市县区]+(政协|人大)")
_WITH = re.compile("[与和同跟、]")
_PLACE = MARKS[PlaceMention]
_RULED = "(?:(?:省|市|区|县)?(?:人民)?政府|[省市区县州]?委(?:、[省市区县州]?政府)?)?"
_BY_TWO = re.compile(
    f"原?(?P<one>{_PLACE}){_RULED}[与和同跟]原?(?P<two>{_PLACE}){_RULED}"
    f"(?:[^，。；！？\n{_PLACE}]{{0,12}})$"
)
_MANY = re.compile(
    f"{_PLACE}{MARKS[QuantityMention]}[^，。；！？\n与和同{_PLACE}]{{2,10}}?(?=分别|[与和同跟]|共同|代表|$)"
)
_NEAR = 60
"""How many characters before a signing can name the two that sign."""


def signers(scene: Scene, match: Match, pairs: list[Pair]) -> tuple[Party, ...]:
    """The two places that are said to sign, else the sides of the pairs; with them the bodies."""
    parties: dict[Party, None] = {}
    named = match.rule.id == "ceremony.named"
    for place in () if named else _two_places(scene, match) or seats(scene, match):
        parties[place] = None
    for pair in () if parties else pairs:
        parties[pair.supporter] = parties[pair.recipient] = None
    bodies = signing_bodies(scene, match)
    if not named or len(bodies) > 1:  # 甲医院与乙医院合作签约仪式
        parties.update(dict.fromkeys(bodies))
    if not named:
        parties.update(dict.fromkeys(_counted(scene, match)))
    return tuple(parties)


def seats(scene: Scene, match: Match) -> tuple[Place, ...]:
    """The parts of both sides whose bodies sign: of 甲市医院与乙县医院 the city and the county."""
    places = dict.fromkeys(body.place for body in signing_bodies(scene, match) if body.place)
    if any(place.level is Level.PROVINCE for place in places):
        return ()  # a firm of 甲省 may sign for a city in it
    sides = {scene.side_of(place) for place in places}
    return tuple(places) if {"supporter", "recipient"} <= sides else ()


def is_of_a_month(scene: Scene, match: Match) -> bool:
    """Whether a signing is dated by a month only, as what was before the meeting told of is."""
    sentence = scene.article.sentence_at(match.span.start)
    head = Span(sentence.start, match.span.start)
    dates = [m.span.of(scene.article.text) for m in scene.dates if head.contains(m.span)]
    return bool(dates) and dates[-1].endswith("月")


def signing_places(scene: Scene, match: Match) -> set[Place]:
    """The places that the clause of a signing names, as such or by their bodies."""
    clause = Span(_clause_start(scene.article.text, match.span.start), match.span.end)
    return {*scene.places_between(clause), *seats(scene, match)}


def called_places(scene: Scene, match: Match) -> set[Place]:
    """The places of the abbreviated pairs in the clause of a signing: 浙鄂两省签订."""
    clause = Span(_clause_start(scene.article.text, match.span.start), match.span.end)
    short = [pair for pair in scene.pair_mentions if clause.contains(pair.span)]
    return {place for pair in short for place in (pair.first, pair.second)}


def _two_places(scene: Scene, match: Match) -> tuple[Place, ...]:
    """甲省人民政府与乙市人民政府 right before the signing, where no pair has both as sides."""
    marked = scene.marked
    start = match.found.start()
    found = _BY_TWO.search(marked.text, max(0, start - _NEAR), start)
    if found is None:
        return ()
    mentions = [marked.mention(found.start(side)) for side in ("one", "two")]
    places = [m.place for m in mentions if isinstance(m, PlaceMention) and m.place is not None]
    apart = len(places) == 2 and places[0].province != places[1].province
    return tuple(places) if apart else ()


def counted_signers(scene: Scene, match: Match) -> bool:
    """Whether so and so many of one side sign with those of another: 甲市8家医院与乙市7家医院."""
    return len(_counted(scene, match)) > 1


def _counted(scene: Scene, match: Match) -> list[Organization]:
    marked, start = scene.marked, match.found.start()
    clause = _clause_start(marked.text, start)
    bodies = []
    for found in _MANY.finditer(marked.text, clause, start):
        mention = marked.mention(found.start())
        if isinstance(mention, PlaceMention):
            bodies.append(
                Organization(marked.span(*found.span()).of(scene.article.text), mention.place)
            )
    return bodies


def _clause_start(text: str, offset: int) -> int:
    return max(text.rfind(mark, 0, offset) for mark in "，。；！？：\n") + 1


def signing_bodies(scene: Scene, match: Match) -> list[Organization]:
    """The bodies that sign with somebody in the clause of a match."""
    text = scene.article.text
    clause = Span(_clause_start(text, match.span.start), match.span.end)
    if not _WITH.search(clause.of(text)) and not _BOTH.search(clause.of(text)):
        return []
    bodies = [
        Organization(body.name, body.place)
        for body in scene.bodies_in(clause)
        if text[body.span.start - 1] != "在"
    ]
    # A command post is called in full only once: 山东援疆指挥部, then 援疆指挥部.
    for body in scene.bodies if "指挥部" in clause.of(text) else ():
        if body.name.endswith("指挥部") and body.name[body.name.find("援") :] in clause.of(text):
            bodies.append(Organization(body.name, body.place))
    # 政协 and 人大 end no other name: they are read with the place in front.
    for mention in scene.places_in(clause):
        organ = text[mention.span.end : mention.span.end + 2]
        if mention.place and organ in ("政协", "人大"):
            bodies.append(Organization(f"{mention.place.full_name}{organ}", mention.place))
    if both := _BOTH.search(clause.of(text)):
        for pair in scene.pairs_acting_at(match.span.start):
            for side in (pair.supporter, pair.recipient):
                bodies.append(Organization(f"{side.full_name}{both[1]}", side))
    return bodies
