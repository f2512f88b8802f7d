"""Words that speak of a programme without naming one: 京蒙协作, 援宁干部, 两县结对."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from xiezuo.extract.aiding import is_in_aid
from xiezuo.extract.direction import directed, same_level
from xiezuo.extract.scene import Scene
from xiezuo.gazetteer import gazetteer
from xiezuo.lexicon import programmes_in
from xiezuo.model import Level, PairMention, Place, Span

MANY = 50
"""A sentence that lists more places says nothing of any two of them."""
_WORK = re.compile(
    "协作|合作|帮扶|支援|扶贫|产业|两[地省市区县]|携手|结对|对口|联席|山海协作|劳务|共建|互助|模式|示范[校园点村区]"
)
WORKS = re.compile(
    f"(?:（[一-鿿]{{2,6}}）|[”’）)]|(?:[、和][一-鿿]{{2}}){{1,3}}(?=东西|对口|扶贫|协作))?(?:对口|东西部|扶贫|消费|产业|劳务|两[地省市区县]|教育|医疗)?(?:{_WORK.pattern})"
)
"""What two partners whose letters stand before it do, or what is done of it: 粤桂协作."""
_ANY = re.compile("[”’]?(?:两[地省市区县]|合作)+")
"""What two provinces can do without a programme: 沪吉合作."""
_NEIGHBOURS = frozenset(("130000",))
"""Hebei, whose 京张合作 is that of a metropolis and its neighbours."""
_AID = re.compile("援(?<!救援)[一-鿿]")
"""援宁, 援疆, but not 救援."""


_TWO = re.compile("两[省市县区旗州地]结对")
"""Two places that are paired, in no programme's name."""
_REBUILT = re.compile("援建(?:指挥部|工作者|工作组|项目)|支援三峡(?:库区|移民|工程)")
"""What provinces do for counties after an earthquake or by the Three Gorges."""
_SHARED_WORK = re.compile(
    "结对(?!共建)|对子|援建的|扶贫|脱贫户|协作(?:帮扶|[县区市旗地])"
    "|协作(?:以来|资金|项目)|飞地(?:产业)?园|支教(?:团|队|[一两三]年)|[选援]派[^，。；！？\n]{0,20}(?:支教|支医|挂职|跟岗)"
    "|帮扶(?:[县区市旗]|地区|资金|干部|关系|协议|过的|(?=[一-鿿]{2,8}?[县区市旗州]))"
)
"""What partners do, in no programme's name."""
_OF_OTHERS = re.compile("支部|法院|检察|公安|警|社区|商会|企业|公司|大学|高校|志愿")
"""In a sentence: who works together there are not the places."""
_TEAMS = re.compile("对口支[医教农]|组团式[”’]?(?:教育|医疗|人才|科技)*(?:对口)?(?:帮扶|支援)")
"""What doctors and teachers do, in no programme's name: “组团式”帮扶, 对口支医."""


def may_imply(text: str) -> bool:
    """Whether a text has words beside which places can be a cue, whatever places it names."""
    return _WORK.search(text) is not None or _AID.search(text) is not None


def may_pair(text: str) -> bool:
    """Whether a text has words that speak of a programme beside two places of partners."""
    return _SHARED_WORK.search(text) is not None


def implied_cues(scene: Scene) -> Sequence[Span]:
    """Words that speak of a programme without naming one: 京蒙协作, 援宁干部.

    Where there are none, and the text names no programme, what partners do can tell of one.
    """
    found = [*_named_work(scene), *spoken_cues(scene.article.text)]
    return found or ([] if programmes_in(scene.article.text) else list(_shared_work(scene)))


def _named_work(scene: Scene) -> Iterator[Span]:
    """Pairs and regions in a word with what is done for them."""
    for pair in scene.pair_mentions:
        works = WORKS.match(scene.article.text, pair.span.end)
        if (
            works
            and directed(pair.first, pair.second)
            and (_is_told(pair) or not _ANY.fullmatch(works[0]))
        ):
            yield pair.span
    for place in scene.places:
        if place.form == "abbreviation" and is_in_aid(scene, place):
            yield place.span


def _shared_work(scene: Scene) -> Iterator[Span]:
    """帮扶, 结对 … in a sentence that names places of one level in regions that are partners."""
    text = scene.article.text
    for number in {scene.sentence_index(m.start()) for m in _SHARED_WORK.finditer(text)}:
        sentence = scene.article.sentences[number]
        named = tuple(dict.fromkeys(scene.places_between(sentence)))
        words = sentence.of(text)
        if _OF_OTHERS.search(words) and "贫" not in words:
            continue
        if 1 < len(named) <= MANY and any(
            _are_partners(one, other) for one, other in combinations(named, 2)
        ):
            found = _SHARED_WORK.search(text, sentence.start, sentence.end)
            if found is not None:
                yield Span(*found.span())


def _are_partners(one: Place, other: Place) -> bool:
    """Whether two places below provinces are of one level and their regions known partners."""
    if Level.PROVINCE in (one.level, other.level):
        return False
    pair = directed(one, other)
    if pair is None or not same_level(pair):
        return False
    around = (other, other.parent, other.province)
    known = (one, one.parent, one.province)
    return any(b in gazetteer().partners(a) for a in known if a for b in around if b)


def spoken_cues(text: str) -> Iterator[Span]:
    """Words that speak of a programme whatever stands beside them: 两市结对, 援建指挥部."""
    for found in (*_TEAMS.finditer(text), *_TWO.finditer(text), *_REBUILT.finditer(text)):
        yield Span(*found.span())


def _is_told(pair: PairMention) -> bool:
    """Whether other reports pair two places, and not because they lie beside one another."""
    near = _NEIGHBOURS.isdisjoint((pair.first.province.code, pair.second.province.code))
    return near and pair.second in gazetteer().partners(pair.first)


__all__ = ["WORKS", "implied_cues", "may_imply", "may_pair", "spoken_cues"]
