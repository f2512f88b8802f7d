"""Whose number it is: the pair that a number is told of, and numbers of all provinces together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from xiezuo.extract.reach import led
from xiezuo.extract.scene import Scene
from xiezuo.model import Article, Pair, Place, PlaceMention

_ALL = re.compile(
    led(
        "(?:各|[0-9一二三四五六七八九十]{1,3}个?|东部[0-9一二三四五六七八九十]{0,2}个?)"
        "(?:对口)?(?:支援|援[疆藏青]|援助|协作|东部|东西部协作)*(?:的)?(?:部委、)?省[区、]?市"
        "|全国(?:共有|各地)|全国对口支援(?:三峡库区)?(?:累计|为|资金)|部分省市|中央(?:和国家|国家)?(?:机关|单位|部委)|中组部"
    )
)
"""Words for all the provinces that help: 19个援疆省市, 东部8个省市."""
_NUMBER = re.compile("[^。！？\n]{0,60}?[0-9]")
"""东部各省市帮扶西部 alone is told in many texts: a number of what all did makes the news."""
_PROGRAMME = re.compile("东西部(?:扶贫)?协作|对口(?:支援|帮扶|援助|合作)|援[疆藏青]")
_TO = {"疆": "新疆", "藏": "西藏", "青": "青海"}
_AID = re.compile("援(?P<to>[疆藏青])|支援(?P<name>新疆|西藏|青海)")
_ACTS = re.compile("(?:（[^（）]*）)?(?:对口)?(?:援[疆藏青]|支援|帮扶|协作)")
"""Behind the place that a series of numbers is told of: 上海市对口援藏项目1582个."""
_FEWEST = 2
_OPENING = 6
"""Up to this distance from its beginning a place is what a sentence begins with."""


def nationwide(article: Article) -> bool:
    """Whether an article tells of a programme as a whole: 东部8个省市向西部10个省区市投入….

    >>> from xiezuo.model import Document
    >>> from xiezuo.split import split
    >>> text = "东西部协作取得成效。东部8个省市投入东西部协作资金231.9亿元。"
    >>> nationwide(next(iter(split(Document("a", text, "a")))))
    True
    """
    programme = len(_PROGRAMME.findall(article.text)) >= _FEWEST
    return programme and any(
        _NUMBER.match(article.text, everyone.end()) for everyone in _ALL.finditer(article.text)
    )


def sides(scene: Scene, offset: int) -> tuple[Place | None, Place | None]:
    """Supporter and recipient of the number at an offset, each None where several share it."""
    text = scene.article.text
    sentence = scene.article.sentence_at(offset).start
    start = text.rfind("；", sentence, offset) + 1 or sentence
    told = text[start:offset]
    pairs = _outermost(scene.pairs_at(offset))
    supporters = {pair.supporter for pair in pairs}
    recipients = {pair.recipient for pair in pairs}
    supporter = supporters.pop() if len(supporters) == 1 else None
    recipient = recipients.pop() if len(recipients) == 1 else None
    everyone: list[int] = []
    if _everyone(text) >= 0:
        everyone = [start + found.end() for found in _ALL.finditer(told)]
    acts, actor = _actor(scene, everyone[-1] if everyone else start, offset)
    if acts and (actor is None or supporter is None or not actor.within(supporter)):
        known = [pair.recipient for pair in scene.pairs if pair.supporter == actor]
        return actor, known[0] if len(known) == 1 else recipient
    if scene.pairs and not acts and _told_of_others(scene, start, offset):
        return None, None
    if (everyone and not acts) or (
        supporter is not None and _of_all(scene, supporter, sentence, offset)
    ):
        return None, _region(scene, told)
    return supporter, recipient


def _outermost(pairs: Sequence[Pair]) -> Sequence[Pair]:
    """The pair that holds all others, of a region and of its parts; all where none does."""
    whole = [pair for pair in pairs if all(other.inside(pair) for other in pairs if other != pair)]
    return whole if len(whole) == 1 else pairs


def _told_of_others(scene: Scene, start: int, offset: int) -> bool:
    """Whether the words before a number begin with a place and name no side of the article."""
    named = [m for m in scene.places if start <= m.span.start < offset and m.form != "abbreviation"]
    if not named or named[0].span.start > start + _OPENING:
        return False
    places = [m.place for m in named if m.place is not None]
    return not any(
        place.within(side) or side.within(place) for place in places for side in scene.members
    )


def _of_all(scene: Scene, supporter: Place, start: int, offset: int) -> bool:
    """Whether the article is about all provinces, and the sentence not about this one of them."""
    everyone = _everyone(scene.article.text)
    if everyone < 0:
        return False
    if any(start <= pair.span.start < offset for pair in scene.pair_mentions):
        return False
    named = [m.span.start for m in scene.places if m.place and m.place.within(supporter)]
    return (not named or everyone < named[0]) and not any(
        start <= position < offset for position in named
    )


@lru_cache(maxsize=1)  # every number of an article asks
def _everyone(text: str) -> int:
    """Where a text first speaks of all provinces, -1 where it never does."""
    found = _ALL.search(text)
    return found.start() if found else -1


def _actor(scene: Scene, start: int, offset: int) -> tuple[bool, Place | None]:
    """Whether someone's help is told between two offsets, and the last place whose help it is."""
    helpers = [
        mention
        for mention in (*scene.places, *scene.bodies)
        if start <= mention.span.start
        and mention.span.end <= offset
        and _ACTS.match(scene.article.text, mention.span.end)
        and not (
            isinstance(mention, PlaceMention)
            and mention.place is not None
            and scene.side_of(mention.place) == "recipient"
        )
    ]
    last = max(helpers, key=lambda m: m.span.start, default=None)
    return last is not None, last.place if isinstance(last, PlaceMention) else None


def _region(scene: Scene, told: str) -> Place | None:
    """The one region that words such as 援疆 tell of, in a sentence or else in the article."""
    for words in (told, scene.article.text):
        names = {_TO.get(aid["to"] or "", aid["name"] or "") for aid in _AID.finditer(words)}
        if names:
            break
    if len(names) != 1:
        return None
    name = names.pop()
    provinces = (m.place.province for m in scene.places if m.place is not None)
    return next((place for place in provinces if place.name.startswith(name)), None)
