"""What links two places in an article: the frames that name a pairing, and weaker signs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from xiezuo.extract.aiding import aiding, arrived, duties, is_in_aid, marked_places, origins, within
from xiezuo.extract.bonds import bonds
from xiezuo.extract.changes import changes
from xiezuo.extract.direction import directed, same_level
from xiezuo.extract.errands import errands
from xiezuo.extract.framed import OF_LEADERS, framed, titled
from xiezuo.extract.frames import (
    ABBREVIATION,
    ARTICLE,
    CUE,
    ROUTE,
    TOGETHER,
)
from xiezuo.extract.grammar import template
from xiezuo.extract.implied import MANY, WORKS
from xiezuo.extract.links import AIDED, Hint, Linker, is_prefecture
from xiezuo.extract.rosters import coupled, rosters
from xiezuo.extract.scene import Scene
from xiezuo.extract.unsaid import unsaid
from xiezuo.extract.worksites import built, called, posted, signed
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level, Pair, Place, PlaceMention, Role, Span

_TOWNSHIP = Level.TOWNSHIP  # Python 3.11 takes long to look up the members of an enum
_KNOWN = 2.0
"""What it is worth that other reports have paired two places which a sentence names."""

_PARTS = 4
"""So often at least an article names two parts of a pair, taken together, that are one; of a pair
of provinces once more."""

_VISITED = 2
"""So often it names them where a leader of one calls on the other."""
_PARTY = re.compile(
    "[^，。；！？\n]{0,8}?一行[^。！？\n]{0,24}?(?:陪同|来我|到我|来访|考察|调研|对接)"
)
_AID = re.compile("援[藏疆青]|对口|支援|协作|合作")
_FEW = 4
_FAR_MORE = 2
"""So many times as often as its city a county is named that is meant instead."""
_MUTUAL = re.compile(f"{CUE}|合作|挂职|交流")
_COUNTED = re.compile("等?的?[0-9两二三四五六七八九十]{1,3}个?[县区市州旗]")
"""How many places a sentence can name, and of what it must speak, for that to count."""
_ALONE = 2.0
"""What a sentence on the programme is worth that names just two places."""

_HEADED = 1.5
"""What a headline is worth that names just two places."""
_SOON = 16
"""Within so many characters behind a list of two places it must say what they do together."""

_WEAK_CUE = re.compile(CUE)
_RHETORIC = re.compile("[”’]?(?:情|友谊|一家|山海|山水|心连心)")
_FIRM = re.compile("(?:公司|大学|学院|集团|商会|协会|产业园|银行|合作社)$")
"""What a place stands in the name of, which is no side."""
_PARK = re.compile("[一-鿿]{0,4}?(?:产业园|工业园|园区|大厦|学校|医院|酒店)")
"""Behind a pair with Tibet or Xinjiang, whose parts are supported: what is called after them."""
_VENUE = template(
    "在{place}(?:市|县|州)?(?=举行|召开|举办|开幕|启动|正式|圆满|隆重|顺利|成功)|{place}[一-鿿]{0,3}机场"
)
"""Where something takes place or somebody lands, which need not be with those that live there."""
_ROUTED = template(f"{{place}}(?:——?|--?|–|至|到|和|与){{place}}{ROUTE}")
"""Between which two places one travels."""
_GROUP = template("支援{place}[、和]?{place}?(?=[^，。；！？\n]{0,14}?(?:领导小组|办公室))")
"""Whom a leading group is named after, of which a province has one for all that it supports."""
_HONOUR = re.compile(
    "[“‘]?(?:[一-鿿]{0,8}?(?:先进|模范|最美|最佳)(?:[集单个工教]|教师|医生|人物)|优秀|劳动模范|骨干|名师|三八|五一|五四|道德模范|年度|十佳|十大)"
)
"""Behind a place that honours somebody: 甲市优秀教师."""
_ARRIVAL = template("(?:抵达?|转道|途经){place}(?=[。，\n])")
"""Where somebody arrives or passes through."""


def hints_of(scene: Scene, cues: Sequence[Span]) -> list[Hint]:
    """Everything in an article that links two places; ``cues`` are where it names programmes."""
    linker = Linker(scene)
    return [
        *framed(scene, linker),
        *titled(scene, linker),
        *rosters(scene, linker),
        *coupled(scene, linker),
        *built(scene),
        *posted(scene),
        *signed(scene),
        *aiding(scene, linker),
        *arrived(scene, linker),
        *duties(scene, linker),
        *called(scene),
        *changes(scene, linker),
        *unsaid(scene),
        *bonds(scene),
        *errands(scene),
        *_abbreviated(scene, linker),
        *_together(scene, linker, cues),
        *hints_of_towns(scene, _ALONE),
    ]


def _abbreviated(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """闽宁协作 names the pair; 津甘“山海情” by itself is rhetoric."""
    for mention in scene.pair_mentions:
        if scene.is_body(mention.span.start):
            works = WORKS.match(scene.article.text, mention.span.end) or (
                "（" in mention.span.of(scene.article.text)
            )
            rhetoric = _RHETORIC.match(scene.article.text, mention.span.end)
            leaders = OF_LEADERS.match(scene.article.text, mention.span.end)
            aided = mention.second.code in AIDED
            park = aided and _PARK.match(scene.article.text, mention.span.end)
            # 鲁藏百村家园 names houses; Tibet is shared out.
            bare = 0.5 if aided else 1.0
            weight = 0.5 if rhetoric or leaders or park else 3.0 if works else bare
            yield from linker.link(
                mention.first, mention.second, ABBREVIATION, mention.span, weight
            )


def _together(scene: Scene, linker: Linker, cues: Sequence[Span]) -> Iterator[Hint]:
    """Places of two sides in one sentence; worth more where it speaks of the programme."""
    strong = {scene.sentence_index(span.start) for span in cues}
    ends = {mention.span.end for mention in scene.places}
    for index, mentions in _by_sentence(scene).items():
        sentence = scene.article.sentences[index]
        first: dict[Place, PlaceMention] = {}
        for mention in mentions:
            if mention.place is not None:
                first.setdefault(mention.place, mention)
        if not 1 < len(first) <= MANY:
            continue
        words = sentence.of(scene.article.text)
        few, mutual = len(first) <= _FEW, _MUTUAL.search(words)
        order = {place: number for number, place in enumerate(first)}
        weight = 0.3
        if index in strong:
            # Where a sentence on the programme names just two places, it pairs them.
            weight = _ALONE if len(first) == 2 else 1.0
        elif _WEAK_CUE.search(words):
            weight = 0.6
        line = scene.article.lines[scene.paragraph(sentence.start)]
        if len(first) == 2 and line.role is Role.HEADLINE:
            weight = max(weight, _HEADED)
        for one, other in combinations(first.values(), 2):
            assert one.place is not None and other.place is not None
            pair = directed(one.place, other.place)
            if pair is None:
                continue
            giver = one if pair.supporter == one.place else other
            if _is_of_parts(scene, giver, ends):
                continue
            span = Span(one.span.start, other.span.end)
            # The last of a list is no nearer than the others: 甲、乙、丙等省代表团赴丁.
            last = scene.article.text[one.span.start - 1 : one.span.start] == "、"
            near = order[other.place] == order[one.place] + 1 and not last
            listed = scene.article.text[one.span.end : other.span.start] == "、"
            known = (few or (near and not listed)) and mutual and _is_known(scene, one, other)
            worth = max(weight, _KNOWN if cues and known else 0)
            text, end = scene.article.text, other.span.end
            if listed and not _MUTUAL.search(text, end, end + _SOON):
                worth = min(worth, 1.0)  # 为甲市、乙市的发展贡献力量 says nothing of the two.
            yield from linker.link(one.place, other.place, TOGETHER, span, worth)


def _is_of_parts(scene: Scene, mention: PlaceMention, ends: Collection[int]) -> bool:
    """Whether parts of a place are meant that are counted and not named: 北京六区."""
    text, start = scene.article.text, mention.span.start
    listed = start in ends or text[max(0, start - 1) : start] in tuple("、和与及")
    return not listed and _COUNTED.match(text, mention.span.end) is not None


def _is_known(scene: Scene, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether other reports pair two places of a level, and both are meant, not parts of them."""
    if one.place is None or other.place is None:
        return False
    pair = directed(one.place, other.place)
    return (
        pair is not None
        and same_level(pair)
        and other.place in gazetteer().partners(one.place)
        and not any(_COUNTED.match(scene.article.text, m.span.end) for m in (one, other))
    )


def _by_sentence(scene: Scene) -> dict[int, list[PlaceMention]]:
    """The places that each sentence of the body is about.

    Not the dateline, nor the city of 固原市的海原县, nor the 疆 of 援疆, nor where something
    takes place, if the sentence names another place of that province (辽宁青海洽谈会在西宁举行).
    """
    elsewhere = origins(scene) | _stops(scene)
    elsewhere |= {mention.span for mention in marked_places(scene, _ROUTED)}
    elsewhere |= {mention.span for mention in marked_places(scene, _GROUP)}
    venues = {mention.span for mention in marked_places(scene, _VENUE)}
    text = scene.article.text
    ports = [b.span for b in scene.bodies if text.endswith("机场", b.span.start, b.span.end)]
    firms = [b.span for b in scene.bodies if _FIRM.search(b.name)]
    if ports:
        venues |= {m.span for m in scene.places if any(port.contains(m.span) for port in ports)}
    starts = {mention.span.start for mention in scene.places}
    found: dict[int, list[PlaceMention]] = {}
    for mention in scene.places:
        aid = mention.form == "abbreviation" and is_in_aid(scene, mention)
        town = mention.place is not None and mention.place.level is _TOWNSHIP
        whole = text.startswith("的", mention.span.end) and mention.span.end + 1 in starts
        if (
            not whole
            and not aid
            and not town
            and not any(firm.contains(mention.span) for firm in firms)
            and mention.span not in elsewhere
            and scene.is_body(mention.span.start)
            and not _is_origin(scene, mention)
        ):
            found.setdefault(scene.sentence_index(mention.span.start), []).append(mention)
    if venues:
        aided = {
            (scene.sentence_index(m.span.start), m.place.province)
            for m in scene.places
            if m.place and m.form == "abbreviation"
        }
        for index, mentions in found.items():
            found[index] = [
                m
                for m in mentions
                if m.span not in venues
                or not (_has_kin(m, mentions) or (m.place and (index, m.place.province) in aided))
            ]
    return found


_FROM = re.compile(
    "的?(?:援[一-鿿])?(?:挂职|支教|支医|帮扶)?(?:干部|教师|老师|医生|专家|志愿者|青年|小伙|姑娘|人才|第?[一二三四五六七八九十]+[批位名])"
)


def _is_origin(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place only says where one person comes from: 一位来自宁波的援青干部."""
    text, start = scene.article.text, mention.span.start
    return text.endswith("来自", 0, start) and _FROM.match(text, mention.span.end) is not None


def _stops(scene: Scene) -> set[Span]:
    """Where somebody arrives in Tibet or Xinjiang on the way to another prefecture there."""
    stops = [m for m in marked_places(scene, _ARRIVAL) if isinstance(m, PlaceMention)]
    if not stops:
        return set()
    named = {m.place for m in scene.places if m.place is not None and is_prefecture(m.place)}
    return {
        mention.span
        for mention in stops
        if mention.place in named
        and any(p.province == mention.place.province for p in named - {mention.place})
    }


def _has_kin(mention: PlaceMention, others: Sequence[PlaceMention]) -> bool:
    return any(
        other.place
        and mention.place
        and other.place != mention.place
        and other.place.province == mention.place.province
        for other in others
    )


def hints_of_parts(scene: Scene, pairs: Sequence[Pair], weight: float) -> Iterator[Hint]:
    """The only two places of one level that an article names within the two of a pair.

    They are named a few times, and no pair within the pair is told.
    """
    datelines = origins(scene)
    named = Counter(
        m.place
        for m in scene.places
        if m.place is not None
        and m.place.level is not _TOWNSHIP
        and m.form not in ("inside", "abbreviation")
        and m.span not in datelines
    )
    for pair in pairs:
        if any(other != pair and other.inside(pair) for other in pairs):
            continue
        givers = [p for p in named if p != pair.supporter and p.within(pair.supporter)]
        takers = [p for p in named if p != pair.recipient and p.within(pair.recipient)]
        parts = [Pair(a, b) for a in givers for b in takers if same_level(Pair(a, b))]
        least = _PARTS + (pair.recipient.level is Level.PROVINCE)
        if len(parts) == 1 and _is_calling(scene, parts[0]):
            least = _VISITED
        if len(parts) == 1 and named[parts[0].supporter] + named[parts[0].recipient] >= least:
            last = [m for m in scene.places if m.place in (parts[0].supporter, parts[0].recipient)]
            yield Hint(parts[0], ARTICLE, last[-1].span, weight)


def _is_calling(scene: Scene, pair: Pair) -> bool:
    """Whether a leader of one side calls on the other: 甲区区长某某一行在县委书记陪同下到…."""
    sides = (pair.supporter, pair.recipient)
    return any(
        office.of in sides
        for person in scene.persons
        if _PARTY.match(scene.article.text, person.span.end)
        for office in person.offices
    )


def hints_of_towns(scene: Scene, weight: float) -> Iterator[Hint]:
    """The only two towns of two sides that an article names.

    One speaks of the programme in a sentence that names the other.
    """
    named = Counter(m.place for m in scene.places if m.place and m.place.level is _TOWNSHIP)
    pairs = [p for one, other in combinations(named, 2) if (p := directed(one, other)) is not None]
    if len(named) != 2 or not pairs:
        return
    for mention in scene.places:
        sentence = scene.article.sentence_at(mention.span.start)
        beside = scene.places_between(sentence)
        if set(named) <= set(beside) and _WEAK_CUE.search(
            scene.article.text, sentence.start, sentence.end
        ):
            yield Hint(pairs[0], ARTICLE, mention.span, weight)
            return


def hints_of_article(scene: Scene, weight: float, least: int = 2) -> Iterator[Hint]:
    """The two places that an article without any frame is about: those that it names most.

    Both are named at least so often. Of a city and a county in it that are named about as
    often, the county is meant.
    """
    datelines = origins(scene)
    named = Counter(
        m.place
        for m in scene.places
        if m.place is not None and m.span not in datelines and not _honours(scene, m)
    )
    often = sorted(place for place, count in named.items() if count >= least)
    pairs = [
        pair
        for one, other in combinations(often, 2)
        if (pair := directed(one, other)) is not None and same_level(pair)
    ]
    if not pairs:
        pairs = [
            pair
            for one, other in combinations(often, 2)
            if (pair := directed(one, other)) is not None
            and pair.recipient in gazetteer().partners(pair.supporter)
        ]
    if pairs:
        best = max(
            pairs,
            key=lambda pair: (
                named[pair.supporter]
                + named[pair.recipient]
                + 2 * (pair.recipient.level == "county")
            ),
        )
        best = _of_county(best, named)
        if best.recipient.province.code in AIDED and not _AID.search(scene.article.text):
            return  # Who gives to a school in Tibet may do so in no programme.
        last = [m for m in scene.places if m.place in (best.supporter, best.recipient)][-1]
        recipient = within(scene, best.recipient, best.supporter)
        if best.supporter.level is _TOWNSHIP:
            towns = [p for p in named if p.level is _TOWNSHIP and p.parent == recipient]
            recipient = towns[0] if len(towns) == 1 else recipient
        yield Hint(Pair(best.supporter, recipient), ARTICLE, last.span, weight)


def _honours(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place only says who honours somebody: 获评甲市优秀教师."""
    return _HONOUR.match(scene.article.text, mention.span.end) is not None


def _of_county(pair: Pair, named: Mapping[Place, int]) -> Pair:
    """The pair of two cities, or that of one with a county of the other which is named far more."""
    counties = [p for p in named if p.level is Level.COUNTY and p.parent == pair.recipient]
    county = max(counties, key=lambda place: named[place], default=None)
    if county is None or named[county] <= _FAR_MORE * named[pair.recipient]:
        return pair
    return Pair(pair.supporter, county)
