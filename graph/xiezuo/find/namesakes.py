"""Places that bear the name of the prefecture they lie in: the 那曲 of 那曲、比如、嘉黎三县.

While 日喀则 was a 地区, 日喀则市 was a city in it, the 桑珠孜区 of today.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xiezuo.gazetteer import Name, gazetteer
from xiezuo.model import Level, Place

_COUNTIES = re.compile(
    "等?[0-9两三四五六七八九十]{1,2}个?(?:贫困|受援|对口)?(?:县(?:（市）|市|区)?|市县)(?![委长级])"
)
_UPGRADED = re.compile("撤地[设建]市|撤县[设建]区|撤市[设建]区")


def in_its_time(text: str, name: str, readings: Sequence[Name]) -> tuple[Name, ...]:
    """The readings of a city's name in a text that still knows its prefecture as a 地区.

    Args:
        text: the article's text.
        name: the name as written, 日喀则市.
        readings: what it may mean.
    """
    kept = tuple(readings)
    if len(kept) < 2 or not name.endswith("市"):
        return kept
    now = {reading.place for reading in kept if reading.form == "name"}
    then = tuple(r for r in kept if r.form == "former" and r.place.parent in now)
    stem = name.removesuffix("市")
    before = text.find(f"{stem}地区")
    known = before >= 0 and not text.endswith("原", 0, before) and not _UPGRADED.search(text)
    return then if then and known else kept


def county_of(text: str, end: int, prefecture: Place, listed: Sequence[Place]) -> Place | None:
    """The county that bears a prefecture's name, where it heads a list of counties.

    Args:
        text: the article's text.
        end: where the list ends.
        prefecture: what the first name of the list seems to mean.
        listed: the further places of the list.
    """
    inside = listed and all(p.level is Level.COUNTY and p.within(prefecture) for p in listed)
    if prefecture.level is not Level.PREFECTURE or not inside or not _COUNTIES.match(text, end):
        return None
    names = dict.fromkeys((prefecture.name, *prefecture.alt_names))
    stems = {re.sub("(?:地区|市|自治州|州|盟)$", "", name) for name in names}
    found = {
        reading.place
        for stem in sorted(stems)
        for kind in "县市"
        for reading in gazetteer().readings(f"{stem}{kind}")
        if reading.place != prefecture and reading.place.within(prefecture)
    }
    return found.pop() if len(found) == 1 and found.isdisjoint(listed) else None


def city_beside(district: Place, partner: Place) -> Place | None:
    """The city whose name a district bears, where a city of the other side stands beside it.

    湖州、广安两地: the short form means the city, though the text names the district as well.
    海南、海西、海北 are prefectures of one province.
    """
    if district.level is Level.PROVINCE and partner.level is Level.PREFECTURE:
        found = (reading.place for reading in gazetteer().readings(district.name[:-1]))
        return next((p for p in found if p.parent == partner.parent and p != district), None)
    city = district.parent
    if city is None or partner.level is not Level.PREFECTURE or city.level is not partner.level:
        return None
    alike = district.level is Level.COUNTY and district.name[:-1] == city.name[:-1]
    return city if alike and gazetteer().direction(partner, city) else None


def district_beside(city: Place, partner: Place) -> Place | None:
    """The district that bears a city's name, where a county of the other side stands beside it.

    南浔·广安东西部协作产业园, in a text that names 广安区 as well.
    """
    around = partner.parent
    low = partner.level is Level.COUNTY and around and around.level is Level.PREFECTURE
    if not low or city.level is not Level.PREFECTURE:
        return None
    stem = city.name[:-1]
    found = (reading.place for kind in "区县" for reading in gazetteer().readings(stem + kind))
    return next((place for place in found if place.parent == city), None)
