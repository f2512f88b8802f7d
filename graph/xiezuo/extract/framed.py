"""The frames that name a pairing, read: sentences, and the titles of papers and names of bodies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from xiezuo.extract.aiding import within
from xiezuo.extract.changes import dated
from xiezuo.extract.direction import directed, same_level, supports
from xiezuo.extract.frames import (
    AIDING,
    CHAIN,
    CUE,
    FRAMES,
    FUNDS,
    GIVES,
    HANDS,
    JOINED,
    NOT_A_SIDE,
    ROLL,
    SENT,
    SUPPORTS,
    TABLE,
    THANKS,
    TITLED,
    TOGETHER,
    TWO,
)
from xiezuo.extract.grammar import MARKS, Match, template
from xiezuo.extract.links import AIDED, Hint, Linker, in_county, is_aid, linked, places
from xiezuo.extract.rosters import lists_others
from xiezuo.extract.scene import Scene
from xiezuo.model import Level, OrganizationMention, Pair, Place, PlaceMention, Span

_PLACE = MARKS[PlaceMention]
_AND = re.compile("[^、\ue000（）]")
OF_LEADERS = re.compile(
    "两(?:省区市?|省市?|区市|地)(?:、[一-鿿]{2}两[省市区县地])*+(?![省市区]?(?:区市?)?(?:的|各)?(?:东西|协作|扶贫|对口|结对|劳务|产业|消费|合作|共建|交流合作|交往"
    "|携手|充分|共同|全面|持续|不断|先后|互|签|联|建立|开展|开始|正式|启动|率先))"
    "(?=[^，。；！？\n]{0,8}?(?:党委|党政|[省市区县州]委|政府|领导|部署|要求|安排|部门|[厅局]|精神|重视|关[心怀])|[、，。]|在|紧密)"
)
"""Behind a pair of provinces: whose leaders, not whose cooperation: 闽甘两省党委高度重视."""
_AIDERS = template("(?:[、和]{places})?(?:的)?援{place}")
"""Behind a list of places that all support a third: 甲、乙、丙三省援藏干部."""
_OF_PARTS = re.compile("(?!各[类项])" + NOT_A_SIDE.replace("(?!", "(?:", 1))
"""Behind a recipient: 平凉市7个县 are parts that are not named; a province stands for them."""
_NUMERALS = {numeral: value for value, numeral in enumerate("二三四五六七八九", 2)} | {"两": 2}
_NUMERALS |= {str(value): value for value in range(2, 10)}
_PARTS_COUNTED = re.compile(f"(?:的)?([{''.join(_NUMERALS)}])个?(?:对口|结对|受援)?[县区市旗]")
_PAIRED = re.compile(
    "(?:两(?:省区市?|省市|区市|[地省市县区州]))?(?:正式|率先|持续|不断|共同|进一步)?(?:开始|启动|深化|加强|推进)?"
    "(?:结对|结成|建立|开展|东西部|对口|扶贫协作)"
)
_ORG = MARKS[OrganizationMention]
_ORGAN_AND = re.compile(f"(?:{_PLACE}[^，。；！？、\n{_PLACE}]{{1,8}}[委局办厅]|{_ORG})[和与、及]$")
_JOINED_BY = re.compile(f"{_PLACE}(?:联合|会同|携手|牵手)$")
_REACH = 14
"""Within so many marked characters before a list an organ can stand that belongs to it."""
_TOWN = re.compile("[一-鿿]{2,4}?(?:镇|乡|街道|村)(?![镇村振])")
_SCHOOL = re.compile("[^、，。与和·—《》-]{0,8}(?:学院|大学|学校|公司|集团|医院)")
_BUILT = re.compile("(?!以来|项目|工作|灾后|恢复|重建|[等至已的共累总涉达进取完])[一-鿿]{2}")
_LEADERS = re.compile(
    "的?(?:[省市区县州]?党委|[省市县区州]委|党政|[省市县区州]?政府|主要领导|领导)"
)
"""Behind 甲乙两地: whose leaders act."""
_LED = re.compile(
    "[^，。；！？\n]{0,12}?(?:领导下|高度重视|关怀下|重视下)"
    "|[^，。；！？\n]{0,6}?(?:领导|党委|政府|党政)[^，。；！？\n]{0,8}?(?:推动|关心|支持|指导|部署)下"
)
"""Behind two places: whose leaders lead or care, which makes them no pair."""
_OF_THEM = re.compile(
    "(?:之间|两[地省市])?的?(?:开展)?(?:对口|结对|(?:东西部)?(?:扶贫)?协作)|(?:正式|就|已)?(?:建立|结成|成了?|结为|缔结)[^，。；]{0,8}(?:关系|亲|对子)"
)
"""Right behind two places: they are those that are paired, whatever their levels."""
_HELD = template("在{place}(?:召开|举行|举办)")
"""Before a word of support: where a meeting on it is held."""
_WITH = ("先后与", "分别与", "已与", "还与", "将与", "，与", "。与", "先后同", "分别同", "已同")
"""Before places that are all partners of another: 先后与甲县、乙县和丙市结对."""
_APART = re.compile(
    "领导人?(?:座谈|会谈|会晤|会见)|虽|尽管|分[处居]|地处|同[处属]|[远相]隔|相距|远在|都[是有]|均[是有为]|山水相|地缘|一衣带水"
)
"""Behind two places: where they lie and what they have in common, not what they do together."""
_GIVEN = (FUNDS, GIVES, SENT)
"""Frames in which the supporter acts."""
_VAGUELY = 2.0
"""What it is worth that somebody does the work of supporting a whole region, or counted parts."""
_BETWEEN = re.compile(
    "(?:省|市|区|县|政府|人民政府|和|与|·|—+|-)*|(?:第[^，。；！？\n]{1,3}批)?(?P<work>(?:对口|结对)(?:帮扶|支援|协作))"
)
_TITLE = re.compile(f"{CUE}|合作|共建|产业园|工业园|示范园|产业基地")
"""What a title or a name says of two places that it names together."""


def framed(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """The frames that name a pairing."""
    matches = [m for m in scene.marked.matches(tuple(FRAMES)) if not _is_mutual(m)]
    chains = [match.span for match in matches if match.rule in (CHAIN, ROLL)]
    lists = [span for match in matches for span in _lists(match)]
    for match in matches:
        if not scene.is_body(match.span.start):
            continue
        if match.rule == TABLE and lists_others(scene.marked.text, *match.found.span()):
            continue
        if match.rule == JOINED and (
            any(match.span.overlaps(chain) for chain in chains)
            or any(_is_part(match, span) for span in lists)
            or _AIDERS.match(scene.marked.text, match.found.end())
            or scene.marked.text.endswith(_WITH, 0, match.found.start())
            or _is_of_leaders(match)
        ):
            continue
        if match.rule == TWO and _LEADERS.match(scene.marked.text, match.found.end()):
            continue
        glued = match.has("giver") and _PLACE * 2 in match.found["giver"]
        if glued and any(place.level is not Level.PROVINCE for place in places(match, "giver")):
            continue  # 甲乙两区帮扶丙丁: who supports whom is not told.
        if match.rule == SUPPORTS and _is_in_town(match):
            continue
        if match.rule == SUPPORTS and _HELD.match(scene.marked.text, match.found.start() - 1):
            continue
        yield from _read(scene, linker, match)


def _is_in_town(match: Match) -> bool:
    """Whether only a town of an unknown county is supported: 援助重庆市铁桥镇."""
    takers = places(match, "taker")
    whole = bool(takers) and takers[-1].level is not Level.COUNTY
    return whole and _TOWN.match(match.marked.text, match.found.end()) is not None


def _is_mutual(match: Match) -> bool:
    """Whether those who give are those who are given to: 甲市和乙市为两市的发展作贡献."""
    if match.rule != THANKS:
        return False
    givers = {place.province for place in places(match, "giver")}
    return not givers.isdisjoint(place.province for place in places(match, "taker"))


def _read(scene: Scene, linker: Linker, match: Match) -> Iterator[Hint]:
    """What one match says of the places that it links."""
    weight = FRAMES[match.rule]
    listed = match.rule == JOINED and not _AND.search(match.found[0].rpartition(_PLACE)[0])
    if listed and not _is_couple(match):
        weight = 1.0  # 在重庆、北京举办 only lists; 舟山市、达州市联席会议 has more to say.
    elif match.rule in (JOINED, HANDS) and _OF_THEM.match(match.marked.text, match.found.end()):
        weight *= 2
    parts = match.rule == SUPPORTS and _OF_PARTS.match(scene.marked.text, match.found.end())
    together = [*linked(match), *_through_organ(match)]
    if match.rule == HANDS and None in {directed(*two) for two in together}:
        return  # 甲区携手乙区、丙县: one's own neighbours act too.
    rule = GIVES if _is_built(match) else match.rule
    if _is_of_region(match):
        rule, weight = AIDING, _VAGUELY
    elif match.rule == JOINED and _APART.match(match.marked.text, match.found.end()):
        rule, weight = TOGETHER, 1.0
    for one, other in together:
        if listed and directed(one, other) is None:
            continue
        if match.rule in _GIVEN and supports(other, one):
            continue  # the west thanks with gifts
        if match.rule == SENT and one.level is not other.level is Level.PROVINCE:
            continue  # 甲市干部赴乙省帮扶: somewhere in it.
        if parts and not one.level is other.level is Level.PROVINCE:
            yield from _counted_parts(scene, linker, match, (one, other))
            continue
        # Works in a town are the county's.
        sides = (one, other) if rule == match.rule else (in_county(one), in_county(other))
        for hint in linker.link(*sides, rule, match.span, weight):
            yield dated(match, hint)


def _through_organ(match: Match) -> Iterator[tuple[Place, Place]]:
    """A city for which one of its organs stands among supporters: 甲市交通局和乙县帮扶丙县.

    Or one that acts together with another: 甲市联合乙市对口帮扶丙市.
    """
    if match.rule != SUPPORTS:
        return
    text, start = match.marked.text, match.found.start()
    organ = _ORGAN_AND.search(text, max(0, start - _REACH), start)
    organ = organ or _JOINED_BY.search(text, max(0, start - _REACH), start)
    city = match.marked.mention(organ.start()) if organ else None
    if isinstance(city, OrganizationMention) and not city.name.endswith(("委", "局", "办", "厅")):
        return
    if isinstance(city, PlaceMention | OrganizationMention) and city.place is not None:
        for taker in places(match, "taker"):
            yield city.place, taker


def _counted_parts(
    scene: Scene, linker: Linker, match: Match, two: tuple[Place, Place]
) -> Iterator[Hint]:
    """Counted parts of a recipient, where a sentence names as many: 帮扶黔东南州三县."""
    one, other = two if supports(*two) else (two[1], two[0])
    counted = _PARTS_COUNTED.match(scene.article.text, match.span.end)
    if supports(one, other):
        rule = match.rule if is_aid(Pair(one, other)) else TOGETHER
        yield Hint(Pair(one, other), rule, match.span, _VAGUELY)
    if counted is None or other.level is not Level.PREFECTURE:
        return
    for index in range(len(scene.article.sentences)):
        named = scene.named_in(index)
        parts = dict.fromkeys(p for p in named if p.parent == other and p.level is Level.COUNTY)
        if len(parts) == _NUMERALS[counted[1]]:
            for part in parts:
                yield from linker.link(one, part, match.rule, match.span, FRAMES[match.rule])
            return


def _is_built(match: Match) -> bool:
    """Whether a supporter only built something at a place: 甲市援建的乙县牧民新居."""
    return (
        match.rule == SUPPORTS
        and "援建" in match.found[0]
        and "对口援建" not in match.found[0]
        and _BUILT.match(match.marked.text, match.found.end()) is not None
    )


def _is_of_region(match: Match) -> bool:
    """Whether support of a whole region is what work is called, whose part is told elsewhere.

    甲市政府就对口支援西藏工作举行发布会, where the city supports one prefecture there.
    """
    takers = places(match, "taker") if match.rule == SUPPORTS else []
    whole = len(takers) == 1 and takers[0].code in AIDED
    return whole and match.marked.text.startswith("工作", match.found.end())


def _is_of_leaders(match: Match) -> bool:
    """Whether two places only stand together as those whose leaders do something."""
    text, end = match.marked.text, match.found.end()
    last = match.found.start() + match.found[0].rindex(_PLACE) + 1
    return bool(OF_LEADERS.match(text, last) or _LED.match(text, end))


def _lists(match: Match) -> Iterator[tuple[int, int]]:
    """Where the lists of several places stand in a frame that tells giver and taker."""
    for group in ("giver", "taker"):
        if match.has(group) and match.found[group].count(_PLACE) > 1:
            yield match.found.span(group)


def _is_part(match: Match, stretch: tuple[int, int]) -> bool:
    """Whether all places of a match stand inside a stretch of the marked text."""
    last = match.found.start() + match.found[0].rindex(_PLACE)
    return stretch[0] <= match.found.start() and last < stretch[1]


def _is_couple(match: Match) -> bool:
    """Whether just two places are named and at once said to be paired: 甲、乙结对帮扶以来."""
    text, start, end = match.marked.text, *match.found.span()
    return (
        match.found[0].count(_PLACE) == 2
        and text[start - 1 : start] not in ("在", "、", _PLACE)
        and _PAIRED.match(text, end) is not None
    )


def _is_even(one: Place, other: Place) -> bool:
    pair = directed(one, other)
    return pair is not None and same_level(pair)


def titled(scene: Scene, linker: Linker) -> Iterator[Hint]:
    """Two places inside the title of a paper or the name of a body, or one right in front of it.

    《吉林省与浙江省对口合作工作实施方案》, 南浔·广安东西部扶贫协作产业园.
    """
    text = scene.article.text
    names = [m.span for m in (*scene.works, *scene.bodies)]
    named = Counter(m.place for m in scene.places if m.place is not None)
    often = {place for place, count in named.items() if count > 1}
    for one, other in pairwise(scene.places):
        if one.place is None or other.place is None:
            continue
        between = _BETWEEN.fullmatch(text, one.span.end, other.span.start)
        if between is None:
            continue
        for span in names:
            glued = one.span.end == other.span.start
            if glued and (other.place not in often or not _is_even(one.place, other.place)):
                continue  # 甲市乙县某试验区 is a city's work in a county of its partner.
            told = between["work"] or _TITLE.search(text, other.span.end, span.end)
            tells = told and span.contains(other.span)
            if tells and _SCHOOL.match(text, other.span.end):
                continue  # 《乙县与甲省某学院合作协议》: a school of the province.
            if tells and directed(one.place, other.place) and scene.is_body(one.span.start):
                trigger = Span(one.span.start, max(span.end, other.span.end))
                city = one.place.level is not Level.PROVINCE
                if city and between["work"] and other.place.code in AIDED:
                    # 甲市对口支援新疆前方指挥部: the part that the article is about.
                    taker = within(scene, other.place, one.place, trigger)
                    yield from linker.link(one.place, taker, AIDING, trigger, _VAGUELY)
                else:
                    yield from linker.link(one.place, other.place, TITLED, trigger, 2.2)
