"""What all secondments share: who sends, who receives, from when and for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezuo.extract.grammar import MARKS, Rule, TitleMention
from xiezuo.extract.scene import Scene
from xiezuo.model import Pair, Party, Place, PlaceMention, Secondment, Span
from xiezuo.values import quick, replace

# A place behind one of these is where somebody goes or is.
_GOAL = re.compile(
    "(?:挂任|担任|挂职|赴|到任|到|来|在|至|去|往|进|入|驻|抵|达|向|给|对|援|援建|援派|派驻|(?:支援|帮扶|帮助|支持|援助)了?|对口|扎根|服务|参加过支援"
    "|(?:援派|支援|对口支援|挂职|结对|帮扶)的)$"
)
# 在北京召开: where a meeting is held.
_HELD = re.compile("(?:[^，。；！？\n]{0,6}?)(?:召开|举行|举办|开幕|集合|报到)")
_SOURCE = re.compile("(?:来自|从|由|离开?|告别|返|返回|回到|回|迎来了?)$")
_SERVED = re.compile("(?:挂职|支教|支医|帮扶|工作|任职)的")
_SENDS = re.compile("(?:派驻|选派|援派|派出|派往|派赴|派到|派至)")
"""Behind the place that sends: 在甲区派驻乙县干部的帮助下."""
_WELCOMES = re.compile("(?:[又也还]|再次)?迎来")
"""Behind the place that those who are sent come to."""
_PAUSE = re.compile("[，。；！？：\n]")
_TERM = re.compile(
    "为期(?P<term>[0-9一二两三四五六七八九十半]+(?:年半|年|个半月|个月|个多月|周))"
    "|(?P<span>[0-9一二两三四五六七八九十半]+(?:年|个月))(?:期|的?挂职|的?援|的?帮扶|的?支教)"
    "|(?P<each>每年)"
)
_BOTH = re.compile("两地|双方|两[省市县]")
_BOTH_WITHIN = 30
"""How far before a group 两地 stands that send it to each other."""
_BEFORE = 3
"""How many sentences before it the places can stand that are called 两地."""
_LISTED = re.compile("^(?:、|和|与|及|以及)$")


@quick
@dataclass(frozen=True, slots=True)
class Posting:
    """A secondment as one place of the text states it, and the rule that read it there."""

    secondment: Secondment
    rule: Rule
    trigger: Span


@quick
@dataclass(frozen=True, slots=True)
class Sides:
    """The sending and the receiving side; several senders where a list names them."""

    senders: tuple[Party, ...]
    host: Party | None
    said: bool = True
    """Whether the sentence itself names one of the sides."""

    senders_said: bool = True
    """Whether it names who sends."""

    def summed_up(self) -> Sides:
        """The same with one sender: a number told of several places is that of all of them."""
        places = [sender for sender in self.senders if isinstance(sender, Place)]
        whole: Place | None = places[0] if places else None
        while whole is not None and not all(place.within(whole) for place in places):
            whole = whole.parent
        return replace(self, senders=(whole,) if whole else self.senders[:1])

    def turned(self) -> Sides:
        """The same the other way round."""
        return replace(
            self, senders=(self.host,) if self.host else (), host=next(iter(self.senders), None)
        )

    def pair(self, scene: Scene) -> Pair | None:
        """The article's pair that the sides belong to."""
        ends = (*self.senders, self.host)
        return scene.pair_of(end for end in ends if isinstance(end, Place))


def sides_at(
    scene: Scene,
    trigger: Span,
    host: Place | None = None,
    home: Place | None = None,
    *,
    group: bool = False,
    met: bool = False,
) -> Sides:
    """The sides of a secondment whose words stand at ``trigger``.

    Places of the clause come first, then those of the sentence: behind 赴, 到, 在 they are where
    it leads to, otherwise where it comes from. What the sentence leaves out is the other side of
    the article's pair; without any place the supporter sends.

    Args:
        scene: the article's scene, with its pairs.
        trigger: article offsets of the words.
        host: the receiving place, where it is known already.
        home: the sending place, where it is known already.
        group: whether the titles of persons in the sentence are somebody else's.
        met: whether the words tell of a meeting, before which only its place can stand.
    """
    goals, sources = _roles(scene, scene.article.sentence_at(trigger.start), trigger, group, met)
    clause = _clause(scene, trigger)
    near_goals = [m for m in goals if clause.contains(m.span)]
    near_sources = [m for m in sources if clause.contains(m.span)]
    if {"supporter"} <= _sides(scene, near_sources) and "recipient" in _sides(scene, near_goals):
        # 某市中学的6名教师是大连赴某市支教的缩影: they are there, not from there.
        sources = [m for m in sources if m.place and scene.side_of(m.place) != "recipient"]
        near_sources = [m for m in near_sources if m in sources]
    told = scene.article.text[max(0, trigger.start - _BOTH_WITHIN) : trigger.start]
    if group and not near_goals and not near_sources and _BOTH.search(told):
        both = _both(scene, trigger.start)
        if both is not None:
            return Sides((both.supporter,), both.recipient, said=False, senders_said=False)
    if host is None:
        fitting = _fitting(scene, near_goals, near_sources, trigger, home)
        fitting = fitting or _fitting(scene, goals, near_sources or sources, trigger, home)
        host = _nearest(fitting, trigger)
    senders = (home,) if home is not None else _senders(scene, near_sources, trigger, host)
    senders = senders or _senders(scene, sources, trigger, host)
    pair = _pair(scene, trigger, senders, host)
    if pair is None:
        return Sides(senders, host)
    said = (bool(senders) or host is not None, bool(senders))
    if _is_back(scene, senders, host):
        return Sides(senders or (pair.recipient,), host or pair.supporter, *said)
    return Sides(senders or (pair.supporter,), host or _receiving(scene, trigger, pair), *said)


def _is_back(scene: Scene, senders: Sequence[Place], host: Place | None) -> bool:
    """Whether the recipient sends people to the supporter."""
    sent = "recipient" in {scene.side_of(place) for place in senders}
    return sent or (host is not None and scene.side_of(host) == "supporter")


def _both(scene: Scene, offset: int) -> Pair | None:
    """Whom 两地 means: the two places last named in the line, else whom the words are about."""
    start = scene.article.sentence_at(offset).start
    for _ in range(_BEFORE):
        if not start or scene.article.text[start - 1] == "\n":
            break
        before = scene.article.sentence_at(start - 1)
        named, start = set(scene.places_between(before)), before.start
        for pair in scene.pairs:
            if {pair.supporter, pair.recipient} <= named:
                return pair
    return scene.pair_at(offset)


def _sides(scene: Scene, mentions: Sequence[PlaceMention]) -> set[str]:
    return {scene.side_of(mention.place) for mention in mentions if mention.place}


def _clause(scene: Scene, trigger: Span) -> Span:
    """The stretch between pauses that the words stand in."""
    text = scene.article.text
    sentence = scene.article.sentence_at(trigger.start)
    before = [m.end() for m in _PAUSE.finditer(text, sentence.start, trigger.start)]
    behind = _PAUSE.search(text, trigger.end, max(sentence.end, trigger.end))
    end = behind.start() if behind else max(sentence.end, trigger.end)
    return Span(before[-1] if before else sentence.start, end)


def _receiving(scene: Scene, trigger: Span, pair: Pair) -> Place:
    """Who receives where the words do not say: of several the place that they all lie in."""
    hosts = [other.recipient for other in scene.pairs_at(trigger.start)]
    whole: Place | None = pair.recipient
    while whole is not None and not all(host.within(whole) for host in hosts):
        whole = whole.parent
    return whole or pair.recipient


def _roles(
    scene: Scene, sentence: Span, trigger: Span, group: bool, met: bool
) -> tuple[list[PlaceMention], list[PlaceMention]]:
    """The places of a sentence that somebody goes to, and those that somebody comes from."""
    text = scene.article.text
    goals: list[PlaceMention] = []
    sources: list[PlaceMention] = []
    previous: tuple[PlaceMention, list[PlaceMention]] | None = None
    met_at = trigger.start if met else -1
    for mention in scene.places_in(sentence):
        if group and _in_title(scene, mention):
            continue
        before = text[max(sentence.start, mention.span.start - 4) : mention.span.start]
        listed = previous and _LISTED.match(text[previous[0].span.end : mention.span.start])
        between = text[previous[0].span.end : mention.span.start] if previous else ""
        served = previous and previous[1] is goals and _SERVED.fullmatch(between)
        if (
            served  # 在洛南县挂职的江宁区干部
            or _SOURCE.search(before)
            or (before.endswith("在") and _SENDS.match(text, mention.span.end))
        ):
            role = sources
        elif (
            _GOAL.search(before)
            or mention.form == "abbreviation"
            or mention.span.end <= met_at
            or _WELCOMES.match(text, mention.span.end)
        ):
            role = goals
        else:
            role = previous[1] if previous and listed else sources
        role.append(mention)
        previous = (mention, role)
    return goals, sources


def _in_title(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place only says of what a person is an official."""
    mark = scene.marked.text[scene.marked.locate(mention.span.start)]
    return mark == MARKS[TitleMention]


def _fitting(
    scene: Scene,
    goals: Sequence[PlaceMention],
    sources: Sequence[PlaceMention],
    trigger: Span,
    home: Place | None,
) -> list[PlaceMention]:
    """The goals that can be the host: inside 援X where the sentence has it, not at home.

    援X among the words themselves means all of X, if no place stands behind them.
    """
    short = [m for m in goals if m.form == "abbreviation"]
    if any(trigger.contains(m.span) for m in short):
        goals = [m for m in goals if m in short or m.span.start >= trigger.end]
    aided = [m.place.province for m in short if m.place]
    homes = [
        m.place.province
        for m in sources
        if m.place and m.span.start < trigger.end and scene.side_of(m.place)
    ]
    if home is not None:
        homes.append(home.province)
    return [
        m
        for m in goals
        if m.place
        and (m.place.province in aided if aided else {m.place.province} != set(homes))
        and not _HELD.match(scene.article.text, m.span.end)
    ]


def _nearest(goals: Sequence[PlaceMention], trigger: Span) -> Place | None:
    """The place that is gone to: rather in full than in 援疆, rather behind than before."""

    def rank(mention: PlaceMention) -> tuple[bool, bool, int]:
        behind = mention.span.start >= trigger.start
        return mention.form == "abbreviation", not behind, abs(mention.span.start - trigger.start)

    return min(goals, key=rank).place if goals else None


def _senders(
    scene: Scene, sources: Sequence[PlaceMention], trigger: Span, host: Place | None
) -> tuple[Place, ...]:
    """The places that send: the last before the words, with those listed before it."""
    text = scene.article.text
    found: list[PlaceMention] = []
    for mention in sources:
        place = mention.place
        if place is None or mention.span.start > trigger.end or not _differs(scene, place, host):
            continue
        if found and not _LISTED.match(text[found[-1].span.end : mention.span.start]):
            found = []
        found.append(mention)
    places = dict.fromkeys(m.place for m in found if m.place is not None)
    # 甲与乙开展协作，选派…: of two sides named together it is the supporter that sends.
    sides = {scene.side_of(place) for place in places}
    return tuple(p for p in places if len(sides) < 2 or scene.side_of(p) == "supporter")


def _differs(scene: Scene, place: Place, host: Place | None) -> bool:
    """Whether a place can send to the host: it is on a side, and on the other one."""
    side = scene.side_of(place)
    if host is None:
        return bool(side)
    return side != scene.side_of(host) and place.province != host.province


def _pair(scene: Scene, trigger: Span, senders: Sequence[Place], host: Place | None) -> Pair | None:
    """The article's pair that the words are about, given what they say of its sides."""
    known = [*senders, *([host] if host is not None else [])]
    for pair in (*scene.pairs_at(trigger.start), *scene.pairs):
        if all(
            place.within(side) or side.within(place)
            for place in known
            for side in (pair.supporter, pair.recipient)
            if place.province == side.province
        ):
            return pair
    return scene.pair_at(trigger.start)


def postings(
    scene: Scene, secondment: Secondment, sides: Sides, rule: Rule, trigger: Span
) -> Iterator[Posting]:
    """Yield a secondment with its sides, term and start: one for each place that sends."""
    sentence = scene.article.sentence_at(trigger.start)
    term = _TERM.search(scene.article.text, sentence.start, sentence.end)
    dates = (date for date in scene.dates if not date.relative)
    start = next((d.value for d in dates if sentence.contains(d.span) and not d.end), None)
    dated = replace(
        secondment,
        host=sides.host,
        pair=sides.pair(scene),
        start=start,
        duration=next(filter(None, term.groups())) if term else None,
    )
    for sender in sides.senders or (None,):
        yield Posting(replace(dated, sender=sender), rule, trigger)


def related(one: Party | None, other: Party | None) -> bool:
    """Whether two places are one, or one inside the other, as looser words have it."""
    if not isinstance(one, Place) or not isinstance(other, Place):
        return one == other
    return one.within(other) or other.within(one)
