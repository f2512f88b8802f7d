"""The Xinjiang Production and Construction Corps: divisions and regiments by their numbers.

Its reports write 第十师, 十师北屯市, 84团 and 八十四团. A division and the city that it runs are
one body: an article that names the city beside the division means the city, which has a code, by
both. Numbers are read so only in articles that speak of the Corps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from xiezuo.gazetteer import gazetteer, without_code
from xiezuo.model import Level, Place, PlaceMention, Span

_CORPS = "新疆生产建设兵团"
_NUMERALS = "一二三四五六七八九"
_CITIES = "石河子|阿拉尔|图木舒克|五家渠|北屯|铁门关|双河|可克达拉|昆玉|胡杨河|新星|白杨"
_SPOKEN_OF = re.compile(f"兵团|团场|师市|师(?:{_CITIES})|师党委|援疆")
_DIVISION = re.compile(
    f"(?:(?:新疆)?(?:生产建设)?兵团)?(?:[第农]|(?<![{_NUMERALS}十0-9]))"
    f"(?P<number>十[二三四]?|[{_NUMERALS}]|1[0-4]|[1-9])师"
    f"(?:[、（(]?(?P<city>{_CITIES})市?[）)]?|(?!资(?!金)|[傅生范长大徒级一两]))"
)
_REGIMENT = re.compile(
    f"(?<![{_NUMERALS}十0-9])(?P<number>[{_NUMERALS}十〇零]{{2,4}}|(?<=师)[{_NUMERALS}]|[0-9]{{2,3}})团"
    "(?:(?=党|场|[连镇团医学]|中学|职工|机关|所需|[，、。）与和的将在来有是由为对进开结签0-9]|位于|地处|$)"
    f"|(?<=师[0-9]{{3}}团)|(?<=师[0-9]{{2}}团)|(?<=师[{_NUMERALS}]{{2}}团)|(?<=师[{_NUMERALS}〇零]{{3}}团))"
)
_FARM = re.compile("[\u4e00-\u9fff]{2,4}?(?:农场|牧场|总场)|[\u4e00-\u9fff]{2}[一二三四]场")
"""A farm right behind its division: 第六师奇台农场, which lies in no 奇台县."""

_OWN_FARM = re.compile(
    "[^\\W的和与在到赴及等对向为了率由从将把各]{2,4}?(?:农场|牧场|总场|[一二三四]场)(?=党委|场长|政委)"
)
"""A farm told by its offices, in a text with one division: 红星一场党委书记."""

_HELD = re.compile("(?:召开|举行|举办|开幕)")
"""Behind a city: it is where something is held."""


def find_corps(text: str) -> Iterator[PlaceMention]:
    """The divisions, regiments and farms that a text names; farms come last."""
    if not _SPOKEN_OF.search(text):
        return
    zones = _divisions()
    found = sorted(
        [*_DIVISION.finditer(text), *_REGIMENT.finditer(text)], key=lambda match: match.start()
    )
    cities = _cities(found)
    numbers = {_written(match["number"]) for match in found if match.re is _DIVISION} & zones.keys()
    # Regiments of a text that speaks of one division are its own.
    only = zones[numbers.pop()] if len(numbers) == 1 else zones[""]
    regiments = {match.start() for match in found if match.re is _REGIMENT}
    farms = _farms(text, found, zones, only)
    over: Place | None = None
    start = reach = 0
    for match in found:
        number = _written(match["number"])
        if match.re is _DIVISION:
            over = zones.get(number)
            start, reach = match.span()
            farm = next((name for name in farms if text.startswith(name, reach)), None)
            if farm:
                yield PlaceMention(Span(start, reach + len(farm)), farms[farm], "sub", "兵团的农场")
            elif over is not None and reach not in regiments:
                place = cities.get(number, over)
                yield PlaceMention(Span(start, reach), place, "short", "兵团的师")
            continue
        inside = over is not None and match.start() == reach
        parent = over if over is not None and inside else only
        first = start if inside else match.start()
        place = without_code(f"{number}团", parent, Level.ZONE)
        if len(number) == 1:
            farms[place.name] = place
        yield PlaceMention(Span(first, match.end()), place, "sub", "兵团的团")
    taken = {match.end() for match in found} | {m.start() for m in found if m.re is _REGIMENT}
    for name, place in farms.items():
        for again in re.finditer(f"(?<![{_NUMERALS}十0-9]){name}", text):
            if again.start() not in taken:
                yield PlaceMention(Span(*again.span()), place, "sub", "兵团的农场")


def _farms(
    text: str, found: Iterable[re.Match[str]], zones: Mapping[str, Place], only: Place
) -> dict[str, Place]:
    """The farms that a text names, by their names: behind their divisions, or before an office.

    ``only`` is the division that a text with one speaks of; in others offices tell nothing.
    """
    farms: dict[str, Place] = {}
    if only.name != _CORPS:
        farms |= {
            farm[0]: without_code(farm[0], only, Level.ZONE) for farm in _OWN_FARM.finditer(text)
        }
    for match in found:
        farm = _FARM.match(text, match.end()) if match.re is _DIVISION else None
        parent = zones.get(_written(match["number"]))
        if farm and parent is not None:
            farms[farm[0]] = without_code(farm[0], parent, Level.ZONE)
    return farms


def _cities(found: Iterable[re.Match[str]]) -> dict[str, Place]:
    """The cities that stand beside their divisions, by the divisions' numerals.

    Where a meeting is held says nothing of whom it is about: 十师工作座谈会在十师北屯市举行.
    """
    cities = {
        _written(match["number"]): _city(match["city"])
        for match in found
        if match.re is _DIVISION
        and match["city"]
        and not (
            match.string.endswith("在", 0, match.start()) and _HELD.match(match.string, match.end())
        )
    }
    return {number: city for number, city in cities.items() if city is not None}


@cache
def _city(name: str) -> Place | None:
    """A city of the Corps, where the gazetteer has it."""
    readings = gazetteer().readings(f"{name}市")
    return readings[0].place if len(readings) == 1 else None


def _written(number: str) -> str:
    """A division's or regiment's number in Chinese: 84 → 八十四, 183 → 一八三."""
    if not number.isdigit():
        return number
    if len(number) == 3:
        return "".join(("〇" + _NUMERALS)[int(digit)] for digit in number)
    tens, ones = divmod(int(number), 10)
    return (
        (_NUMERALS[tens - 1] if tens > 1 else "")
        + ("十" if tens else "")
        + (_NUMERALS[ones - 1] if ones else "")
    )


@cache
def _divisions() -> dict[str, Place]:
    """The divisions by their numerals, the Corps itself under ""."""
    zones = {
        reading.place.name: reading.place
        for name in (_CORPS, *(f"第{n}师" for n in (*_NUMERALS, "十", "十二", "十三", "十四")))
        for reading in gazetteer().readings(name)
    }
    corps = zones.pop(_CORPS)
    return {"": corps} | {name[1:-1]: place for name, place in zones.items()}
