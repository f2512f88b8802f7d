"""The home place of an article: what 我市, 我县 and a bare 市委书记 mean to its outlet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from xiezuo.extract.ours import aided, coupled, of_cities, parts_of
from xiezuo.gazetteer import gazetteer
from xiezuo.mentions import areas
from xiezuo.model import (
    Article,
    Document,
    Level,
    Mention,
    Pair,
    PairMention,
    Place,
    PlaceMention,
    Role,
    Span,
)

ENDINGS = {
    "省": ("省", "自治区"),
    "市": ("市",),
    "区": ("区",),
    "县": ("县",),
    "州": ("州",),
    "盟": ("盟",),
    "旗": ("旗",),
    "镇": ("镇",),
    "乡": ("乡",),
    "自治区": ("自治区",),
    "地区": ("地区",),
    "地": ("地区",),
}
"""The endings of names that a deictic character (我县, 区委) can stand for."""

_OUR = re.compile("[我本]([省市州区县盟旗镇乡])(?![们人长委])")
_BESIDE_TEXT = (Role.NOTE, Role.BYLINE)
_OUTLET = re.compile(
    "日报|晚报|晨报|时报|都市报|报社|新闻|融媒|发布|电视台|广播|传媒|客户端|网讯|官微|公众号|政府网|观察"
    r"|讯(?=[（(\s0-9])|委宣传部供稿|要闻|网(?=[0-9 ])"
)
_PAPER = re.compile(
    "(?P<name>[一-鿿]{2,7}?)(?:日报|晚报|晨报|时报|新闻网|融媒|电视台|广播|政府网|网讯)"
)
_MASTHEAD = 60
"""How many characters at a document's beginning can hold the name of the paper."""

_RANK = {level: rank for rank, level in enumerate(Level)}
"""Of places of one name a paper is the larger one's: 中山日报 is not of a district of 大连."""

_SOURCE = re.compile("来源|发布|记者|通讯员|供稿|编辑|责编")
_OURS_AIDS = re.compile(
    "[我本](?:(?:省|[市区县州](?:选派|派出))的?(?:第[一-鿿0-9]{1,3}批)?(?:对口)?援(?P<to>[疆藏青])(?![区前])"
    "|[省市区县州]对口(?:帮扶|支援|协作)(?:的|城市|地区|[市县区州旗])*(?:——|—|：)?)"
)
"""Whom the home place helps: 我省第八批援疆干部, 我市对口帮扶城市——安康."""
_REGIONS = {"疆": "650000", "藏": "540000", "青": "630000"}
_LED = 36
"""Within how many characters before a delegation its leader's title begins."""
_GUEST = re.compile(
    "[^，。；！？\n]{0,10}?[向来到在赴对与同给和]我[省市州区县盟旗]"
    "|[^，。；！？\n]{0,24}?(?:(?:代表|考察|学习|慰问|调研|医疗|支教)[团队组]|一行)[来到赴抵莅]{1,2}我[省市州区县盟旗]"
)
"""Behind a place that cannot be the home place: 江苏省共向我省投入…."""

_BESIDE = 3
"""What it counts against a place to stand beside 我省 in a sentence."""

_SENDS = re.compile("(?:已经?|将|还|共|累计|先后)*(?:选派|派出|派遣|安排|投入)")
_LEADER = re.compile(
    "(?:^|[，。；：\n \u3000日午讯期])(?:[省市州区]委常委、)?"
    "(?P<of>[市县区州旗盟])(?:委|人民政府|政府|人大|政协|长)"
    "[^，。；！？\n]{0,24}?(?:率领?|带领|率队)$"
)
"""Before the delegation of a place: whose leader without a name leads it."""
_DELEGATION = re.compile(
    "[市县区州旗盟]?(?:党政|政府|经贸|友好|工作|学习)*(?:代表|考察)团(?![^，。；！？\n]{0,8}[来到赴]我)"
)
_AIDS = re.compile("(?:对口)?(?:援[疆藏青]|支援|帮扶)")
"""What a place does that sends people; its own paper says 我市 of it as well."""
_EDGE = 160
"""How many characters at an article's beginning and end can name its outlet."""

_NOT_HOME = 6
"""What it counts against a place that does something to 我省: as much as the best evidence for."""


def fits(place: Place, character: str) -> bool:
    """Whether a deictic character (市 of 我市) can mean the place."""
    if character == "区" and place.level is Level.PROVINCE:
        return False
    if character == "省":
        return place.level is Level.PROVINCE and not place.name.endswith("市")
    if character == "州" and place.level is not Level.PREFECTURE:
        return False
    return place.name.endswith(ENDINGS.get(character, ())) and place.level is not Level.ZONE


def _bore(place: Place, character: str) -> bool:
    """Whether the place had such a name before: 林芝县, the 巴宜区 of today."""
    endings = ENDINGS.get(character, ())
    return character in "市区县旗" and any(name.endswith(endings) for name in place.alt_names)


def lifted(place: Place, character: str, former: bool = False) -> Place | None:
    """The place itself or the nearest of its parents that the character can mean.

    With ``former``, also a place that had such a name once.
    """
    candidate: Place | None = place
    while candidate is not None:
        if fits(candidate, character):
            return candidate
        candidate = candidate.parent
    return place if former and _bore(place, character) else None


def home_of(article: Article, mentions: Sequence[Mention], given: Place | None) -> Place | None:
    """The home place: given, or the one that most speaks for, None where nothing does.

    What speaks: 我市 before a place of that city; a place in an outlet's name or a source line;
    for 我县, the most named county.
    """
    if given is not None:
        return given
    named = areas(mentions)
    places = [m for m in named if isinstance(m, PlaceMention) and m.place is not None]
    votes: Counter[Place] = Counter()
    for place, weight in (
        *_outlets(article, places),
        *_possessed(article, places),
        *_delegations(article, places),
        *_sources(article.document),
    ):
        votes[place] += weight
    ours = list(_OUR.finditer(article.text))
    if not votes and not ours:
        return None
    speaking = set(votes)
    for place in _named(article.text, named):
        if any(fits(place, found[1]) for found in ours):
            votes[place] += 1
    for place in votes:
        # A city's paper does not say 我县.
        amiss = {found[1] for found in ours if lifted(place, found[1], former=True) is None}
        votes[place] -= _NOT_HOME * len(amiss)
    for place in _helped(article, places):
        votes[place] -= _NOT_HOME
    for place, weight in _guests(article, places, ours):
        if weight == _NOT_HOME or place not in speaking:
            votes[place] -= weight
    best = max(sorted(votes), key=lambda place: votes[place], default=None)
    return best if best is not None and votes[best] > 0 else None


def home_among(
    article: Article, mentions: Sequence[Mention], found: Sequence[Pair]
) -> Place | None:
    """The only side of the pairs told that 我县 can mean, where nothing else says what it does."""
    ours = list(_OUR.finditer(article.text))
    sides = dict.fromkeys(side for pair in found for side in (pair.supporter, pair.recipient))
    if not ours or not sides:
        return None
    named = [m for m in areas(mentions) if isinstance(m, PlaceMention) and m.place is not None]
    away = _helped(article, named)
    away |= {place for place, weight in _guests(article, named, ours) if weight == _NOT_HOME}
    meant = [side for side in sides if side not in away and fits(side, ours[0][1])]
    return meant[0] if len(meant) == 1 else None


def _guests(
    article: Article, places: Sequence[PlaceMention], ours: Sequence[re.Match[str]]
) -> Iterator[tuple[Place, int]]:
    """Places that 我省 does not mean, with what that counts against them.

    Nobody says 我省 of a province that the same sentence names: 江苏省向我省投入….
    """
    for found in ours:
        sentence = article.sentence_at(found.start())
        sends = _SENDS.match(article.text, found.end()) is not None
        for mention in places:
            place = mention.place
            if sends and _AIDS.match(article.text, mention.span.end):
                continue  # 宁波对口援疆以来，我市已选派37名干部
            if place and sentence.contains(mention.span) and fits(place, found[1]):
                yield place, _BESIDE
    for mention in places if "我" in article.text else ():
        if mention.place is not None and _GUEST.match(article.text, mention.span.end):
            yield mention.place, _NOT_HOME


def _helped(article: Article, places: Sequence[PlaceMention]) -> set[Place]:
    """The places that the text's own place helps, which it does not lie in: 我省援疆干部."""
    found: set[Place] = set()
    named = {m.place for m in places if m.place is not None} if "我" in article.text else set()
    for match in _OURS_AIDS.finditer(article.text) if named else ():
        region = _REGIONS.get(match["to"] or "")
        found |= {place for place in named if region and place.province.code == region}
        found |= {m.place for m in places if m.span.start == match.end() and m.place and not region}
    return found


def _named(text: str, mentions: Sequence[Mention]) -> Iterator[Place]:
    """Every place named, those of pair abbreviations (苏陕) included, but not the 疆 of 援疆."""
    for mention in mentions:
        if text.startswith("援", mention.span.start - 1) and len(mention.span) == 1:
            continue
        if isinstance(mention, PlaceMention) and mention.place is not None:
            yield mention.place
        elif isinstance(mention, PairMention):
            yield from (mention.first, mention.second)


def _outlets(article: Article, places: Sequence[PlaceMention]) -> Iterator[tuple[Place, int]]:
    """Places that name the outlet: 青岛日报, 来源:密云区融媒体中心, 本报驻…."""
    end = len(article.text)
    starts = [line.span.start for line in article.lines]
    for mention in places:
        assert mention.place is not None
        edge = mention.span.start < _EDGE or mention.span.end > end - _EDGE
        line = article.lines[bisect_right(starts, mention.span.start) - 1]
        note = line.role in _BESIDE_TEXT
        if not (edge or note):
            continue
        after = article.text[mention.span.end : mention.span.end + 8]
        if _OUTLET.search(after.split("，")[0].split("。")[0]):
            yield mention.place, 4
        elif note and _SOURCE.search(line.span.of(article.text)):
            yield mention.place, 3


def _sources(document: Document) -> Iterator[tuple[Place, int]]:
    """The place that the document's source, or the paper that it is a page of, is named after."""
    head = document.text[:_MASTHEAD]
    for text in (document.source or "", head if document.text.find("\n") > 0 else ""):
        for found in _PAPER.finditer(text):
            name = found["name"]
            for start in range(len(name) - 1):
                places = {reading.place for reading in gazetteer().readings(name[start:])}
                if places:
                    yield min(places, key=lambda place: (_RANK[place.level], place)), 4
                    break


def _delegations(article: Article, places: Sequence[PlaceMention]) -> Iterator[tuple[Place, int]]:
    """Places whose own leader, named without them, leads their delegation: 市长率甲市代表团."""
    for mention in places:
        assert mention.place is not None
        if not _DELEGATION.match(article.text, mention.span.end):
            continue
        start = mention.span.start
        before = _LEADER.search(article.text, max(0, start - _LED), start)
        if before and fits(mention.place, before["of"]):
            yield mention.place, 4


def _possessed(article: Article, places: Sequence[PlaceMention]) -> Iterator[tuple[Place, int]]:
    """Parents of places that stand right behind 我市, 我县."""
    for mention in places:
        assert mention.place is not None
        at = max(0, mention.span.start - 2)
        if article.text[at] not in "我本":
            continue
        before = _OUR.match(article.text, at, mention.span.end)
        if before and mention.place.parent is not None:
            parent = lifted(mention.place.parent, before[1])
            if parent is not None:
                yield parent, 6


def deictics(
    article: Article, mentions: Sequence[Mention], home: Place | None
) -> Iterator[PlaceMention]:
    """我市, 我县 … as mentions of the home place or the parent of it that they mean.

    In front of a place (我市万源市) they only say where it lies. Parts of the home place that
    only its outlet can name alone come as well.
    """
    mentions = (*mentions, *(towns := tuple(of_cities(article, mentions))))
    yield from towns
    yield from coupled(article, mentions)
    yield from aided(article, mentions)
    if home is None:
        return
    yield from parts_of(article, mentions, home)
    starts = {m.span.start for m in mentions if isinstance(m, PlaceMention)}
    for found in _OUR.finditer(article.text):
        place = lifted(home, found[1], former=True)
        if place is not None and found.end() not in starts:
            yield PlaceMention(Span(*found.span()), place, "deictic", f"“{found[0]}”指{place.name}")
