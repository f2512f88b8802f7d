"""Places as English writes them: Pingliang, Hexi District, Ganzi Tibetan Autonomous Prefecture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from pypinyin import lazy_pinyin

from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level, Place

MOST_WORDS = 4
"""No place has more words before its kind: Hulun Buir, Hong Kong, Bei Jing."""

_KINDS = {
    "province": ("省",),
    "municipality": ("市",),
    "city": ("市",),
    "district": ("区",),
    "county": ("县",),
    "prefecture": ("州", "地区", "盟"),
    "region": ("区", "地区"),
    "league": ("盟",),
    "banner": ("旗",),
    "sheng": ("省",),
    "shi": ("市",),
    "qu": ("区",),
    "xian": ("县",),
    "zhou": ("州",),
    "diqu": ("地区",),
}
"""How the names end that an English kind stands for."""

_OUTDATED = frozenset(("prefecture", "region", "diqu"))
"""Kinds that a city may have been of before."""

_PEOPLES = frozenset(
    [
        "tibetan",
        "hui",
        "yi",
        "zhuang",
        "uygur",
        "uyghur",
        "miao",
        "dong",
        "tujia",
        "buyei",
        "bouyei",
        "bai",
        "hani",
        "dai",
        "lisu",
        "jingpo",
        "qiang",
        "mongol",
        "mongolian",
        "kazak",
        "kazakh",
        "kirgiz",
        "kyrgyz",
        "korean",
        "li",
        "yao",
        "va",
        "lahu",
        "naxi",
        "dongxiang",
        "bonan",
        "salar",
        "tu",
        "xibe",
        "manchu",
        "she",
        "mulam",
        "maonan",
        "gelao",
        "shui",
        "sui",
        "pumi",
        "nu",
        "derung",
        "autonomous",
        "special",
        "and",
        "ethnic",
    ]
)
"""What may stand between a name and its kind."""

_ENDS = re.compile(
    r"(?:(?:.族)+|[^族]*族)?自治[州县旗区]$|(?:特别行政区|自治区|地区|[省市区县州盟旗])$"
)
_LEVELS = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)


def places_at(words: Sequence[str]) -> tuple[tuple[Place, ...], int]:
    """The places that the words may begin with, of the highest level, and how many words that is.

    A name of one Chinese character, such as 和县, needs its kind: He County.
    """
    for length in range(min(MOST_WORDS, len(words)), 0, -1):
        key = _key("".join(words[:length]))
        if found := _spelt().get(key):
            kind, used = _kind(words[length:])
            if kind:
                ending = _KINDS[kind]
                fitting = tuple(place for place in found if place.name.endswith(ending))
                wider = tuple(place for place in found if place.level is not Level.COUNTY)
                if chosen := fitting or (wider if kind in _OUTDATED else ()):
                    return _highest(chosen), length + used
            if longer := tuple(place for place in found if len(_stem(place.name)) > 1):
                return _highest(longer), length
    return (), 0


def _kind(words: Sequence[str]) -> tuple[str | None, int]:
    """The kind that follows a name, and how many words it takes."""
    for used, word in enumerate(words, 1):
        if word in _KINDS:
            return word, used
        if word not in _PEOPLES:
            break
    return None, 0


def _highest(places: Iterable[Place]) -> tuple[Place, ...]:
    found = tuple(places)
    for level in _LEVELS:
        if chosen := tuple(place for place in found if place.level is level):
            return chosen
    return found


def _key(spelling: str) -> str:
    plain = spelling.lower().replace("ü", "u").replace("lyu", "lu").replace("nyu", "nu")
    return re.sub("[^a-z]", "", plain.replace("lv", "lu").replace("nv", "nu"))


def _stem(name: str) -> str:
    """A name without its kind: 甘孜 of 甘孜藏族自治州, 和 of 和县."""
    return _ENDS.sub("", name) or name


@cache
def _spelt() -> dict[str, tuple[Place, ...]]:
    """Places by the letters of their names without their kinds."""
    found: dict[str, dict[str, Place]] = {}
    own: set[str] = set()
    for row in _rows():
        name, spellings = row
        place = gazetteer().place(name)
        own.add(place.key)
        for spelling in spellings.split(","):
            found.setdefault(_key(spelling), {})[place.key] = place
    for place in gazetteer().codes.values():
        if place.name == "陕西省":
            continue
        for name in {_stem(place.name), *(short for short in place.alt_names if len(short) < 4)}:
            if gazetteer().readings(name) or name == _stem(place.name):
                found.setdefault(_key("".join(lazy_pinyin(name))), {})[place.key] = place
    return {key: tuple(places.values()) for key, places in found.items() if key}


def _rows() -> Iterable[list[str]]:
    text = (files("xiezuo") / "query" / "data" / "places_en.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
