"""The seed page, changed in ways that must not change what is found in it.

Places are replaced by others of the gazetteer, consistently: then the same facts are found, about
the other places, in the same sentences, by the same rules. Articles change their order, text its
punctuation, its line ends, its script: then the facts stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from importlib.resources import files
from random import Random

import pytest
from tests.seed_page import blocks, seed_text, starts
from tests.support import make_document

from xiezuo.gazetteer import gazetteer, is_eastern, side
from xiezuo.model import Level, Place, Resolution
from xiezuo.pipeline import read_document
from xiezuo.resolve import resolve

PLACES = gazetteer()


def read(text: str) -> Resolution:
    """What the whole line finds in a page."""
    return resolve(list(read_document(make_document(text))))


@pytest.fixture(scope="module")
def original() -> Resolution:
    return read(seed_text())


# --- what was found, in a form that can be compared -------------------------------------------

Words = Callable[[str], str]


def plain(value: object, key: Words, words: Words) -> object:
    """A value of the model as nested tuples: places by ``key``, strings through ``words``."""
    if isinstance(value, Place):
        return "place", key(value.key)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return words(value)
    if isinstance(value, tuple):
        return tuple(sorted((plain(one, key, words) for one in value), key=repr))
    if is_dataclass(value):
        parts = (plain(getattr(value, one.name), key, words) for one in fields(value))
        return type(value).__name__, *parts
    return value


def same(text: str) -> str:
    return text


def found(
    resolution: Resolution,
    key: Words = same,
    words: Words = same,
    place: Callable[[int], object] = lambda offset: offset,
) -> set[object]:
    """Every fact, with each of its statements: the rule, its confidence, and where it stands."""
    return {
        (
            plain(merged.fact, key, words),
            plain(merged.person, key, words),
            tuple(sorted(map(words, merged.signed))),
            frozenset(
                (
                    plain(one.fact, key, words),
                    one.evidence.rule,
                    one.evidence.confidence,
                    place(one.evidence.span.start),
                    place(one.evidence.span.end),
                )
                for one in merged.assertions
            ),
        )
        for merged in resolution.facts
    }


def nowhere(offset: int) -> None:
    """Leaves offsets out of a comparison."""


def records(resolution: Resolution, key: Words = same) -> list[tuple[object, ...]]:
    """What is known of each article, apart from its headline."""
    return [
        (one.position, one.authors, one.about_cooperation, one.home and key(one.home.key))
        for one in resolution.articles
    ]


# --- other places -----------------------------------------------------------------------------

Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Cast:
    """Which places play the parts of the page's own: the district that supports, the city and the
    county that are supported, and the two units of the city that have sent people."""

    supporter: Place
    recipient: Place
    county: Place
    first: Place
    second: Place

    @property
    def parts(self) -> dict[str, Place]:
        return {
            "120000": self.supporter.parent,
            "120103": self.supporter,
            "620000": self.recipient.parent,
            "620800": self.recipient,
            "620802": self.first,
            "620825": self.second,
            "623022": self.county,
        }

    def key(self, key: str) -> str:
        """The key of the place that plays the part of the place with this key."""
        code, dash, name = key.partition("-")
        return self.parts[code].key + dash + name

    @property
    def names(self) -> dict[str, str]:
        """What stands for each written form of the page."""
        forms = {}
        for code, other in self.parts.items():
            own = PLACES.codes[code]
            forms[own.name] = other.name
            forms[own.alt_names[0]] = short(other)
        letter = LETTERS[short(self.supporter.province)]
        return forms | {"在津": f"在{letter}", "津心": f"{letter}心"}

    def words(self, text: str) -> str:
        return apply(text, self.edits(text))

    def edits(self, text: str) -> Iterator[Edit]:
        names = self.names
        forms = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        for match in re.finditer(rf"(?<!海)(?:{forms})", text):
            yield *match.span(), names[match[0]]

    def page(self) -> list[Edit]:
        """The edits of the page.

        Where other places bear a name, too, the page does as reporters do and names the parent at
        the first mention in each article.
        """
        text = seed_text()
        needy = {
            PLACES.codes[code].name: place
            for code, place in self.parts.items()
            if place in (self.supporter, self.county) and is_shared(place)
        }
        edits = list(self.edits(text))
        for begin in starts(text):
            for own, place in needy.items():
                first = next((one for one in edits if one[0] == text.find(own, begin)), None)
                if first:
                    edits[edits.index(first)] = (*first[:2], place.parent.name + first[2])
        return edits


LETTERS = {
    "北京": "京",
    "天津": "津",
    "上海": "沪",
    "江苏": "苏",
    "浙江": "浙",
    "福建": "闽",
    "山东": "鲁",
    "广东": "粤",
}
"""The one-character names of the provinces that support."""


def short(place: Place) -> str:
    """The short form of a name, or the name where it has none."""
    return next((form for form in place.alt_names if place.name.startswith(form)), place.name)


def is_shared(place: Place) -> bool:
    """Whether other places bear the official name, too."""
    return len([one for one in PLACES.names[place.name] if one.form == "name"]) > 1


def apply(text: str, edits: Iterable[Edit]) -> str:
    done, parts = 0, []
    for start, end, new in edits:
        parts += text[done:start], new
        done = end
    return "".join([*parts, text[done:]])


def moved(edits: list[Edit]) -> Callable[[int], int]:
    """Where an offset of the page lies after the edits; none of those asked for lies in one."""
    ends = [end for _, end, _ in edits]
    shifts = [0]
    for start, end, new in edits:
        shifts.append(shifts[-1] + len(new) - (end - start))
    return lambda offset: offset + shifts[bisect_right(ends, offset)]


def kind(place: Place) -> str:
    """What sort of unit a place is, by the end of its name."""
    ends = ("自治县", "自治州", "地区", "县", "区", "市", "旗", "盟")
    return next(end for end in ends if place.name.endswith(end))


COUNTIES = [place for place in PLACES.codes.values() if place.level is Level.COUNTY]
PREFECTURES = [place for place in PLACES.codes.values() if place.level is Level.PREFECTURE]
EAST = [place for place in (*COUNTIES, *PREFECTURES) if is_eastern(place)]
WEST = [place for place in PREFECTURES if side(place) <= 0]

Sorts = dict[str, Callable[[Place], bool]]

SUPPORTERS: Sorts = {
    "district of a municipality": lambda p: p.parent.level is Level.PROVINCE and kind(p) == "区",
    "district of a city": lambda p: p.parent.level is Level.PREFECTURE and kind(p) == "区",
    "city of county level": lambda p: p.level is Level.COUNTY and kind(p) == "市",
    "city": lambda p: p.level is Level.PREFECTURE,
    "county": lambda p: kind(p) == "县",
    "name that others bear": is_shared,
}
RECIPIENTS: Sorts = {
    "county": lambda p: kind(p) == "县",
    "autonomous county": lambda p: kind(p) == "自治县",
    "district": lambda p: kind(p) == "区" and not is_shared(p),
    "city": lambda p: kind(p) == "市",
    "banner": lambda p: kind(p) == "旗",
    "name that others bear": is_shared,
}
DRAWS = 48


def draw(number: int) -> Cast:
    """A cast by chance; sorts go round with the number, so that each of them has its turns."""
    chance = Random(number)
    east = list(SUPPORTERS)[number % len(SUPPORTERS)]
    west = list(RECIPIENTS)[number // len(SUPPORTERS) % len(RECIPIENTS)]
    while True:
        supporter = chance.choice(among(EAST, SUPPORTERS[east], "others" in east))
        recipient = chance.choice(WEST)
        province = [place for place in COUNTIES if place.province == recipient.province]
        others = [place for place in province if place.parent not in (recipient, province)]
        counties = among(others, RECIPIENTS[west], "others" in west)
        units = [place for place in province if place.parent == recipient]
        first = [unit for unit in units if is_shared(unit) or number % 3]
        second = [unit for unit in units if not is_shared(unit)]
        if not (counties and first and second):
            continue
        cast = Cast(supporter, recipient, *map(chance.choice, (counties, first, second)))
        if len({place.name for place in cast.parts.values()}) == len(cast.parts):
            return cast


def among(places: list[Place], sort: Callable[[Place], bool], shared: bool) -> list[Place]:
    """The places of a sort, those with a name that others bear only where that is the sort."""
    return [place for place in places if sort(place) and is_shared(place) == shared]


def check(cast: Cast, original: Resolution) -> None:
    """The page with a cast states of it what the page states of its own places."""
    edits = cast.page()
    page = read(apply(seed_text(), edits))
    assert found(page) == found(original, cast.key, cast.words, moved(edits))
    assert records(page) == records(original, cast.key)


@pytest.mark.parametrize("number", range(DRAWS))
def test_other_places_do_the_same(original, number):
    check(draw(number), original)


HARD = {
    "和 begins names": ("120101", "653200", "652827", "653201", "653221"),
    "和 ends names, 合作市": ("350725", "623000", "622925", "623001", "623025"),
    "将乐县": ("350428", "630100", "632521", "630103", "630104"),
    "和 inside names": ("350628", "150100", "150924", "150102", "150123"),
    "大化 in 最大化": ("441624", "450200", "451229", "450202", "450226"),
}
"""Casts whose names hold words of the language."""


@pytest.mark.parametrize("codes", HARD.values(), ids=list(HARD))
def test_names_that_hold_words_do_the_same(original, codes):
    check(Cast(*map(PLACES.place, codes)), original)


def test_the_draws_are_as_various_as_they_should_be():
    casts = [draw(number) for number in range(DRAWS)]
    assert len(casts) >= 20
    for sorts, part in ((SUPPORTERS, "supporter"), (RECIPIENTS, "county")):
        for sort in sorts.values():
            assert any(sort(getattr(cast, part)) for cast in casts)
    assert {"市", "自治州"} <= {kind(cast.recipient) for cast in casts}
    assert any(is_shared(cast.first) for cast in casts)


# --- another order, other characters ----------------------------------------------------------


@pytest.mark.parametrize("seed", range(8))
def test_articles_in_another_order_state_the_same(original, seed):
    order = blocks(seed_text())
    Random(seed).shuffle(order)
    assert order != blocks(seed_text())
    page = read("\n\n\n".join(order) + "\n")
    assert found(page, place=nowhere) == found(original, place=nowhere)


def test_full_width_punctuation(original):
    text = seed_text().translate(str.maketrans(",:;()!?", "，：；（）！？"))
    assert text != seed_text()
    assert found(read(text)) == found(original)


def test_half_width_punctuation(original):
    text = seed_text().translate(str.maketrans("，：；（）！？", ",:;()!?"))
    assert found(read(text)) == found(original)


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_other_line_ends(original, ending):
    text = seed_text()
    edits = [(match.start(), match.end(), ending) for match in re.finditer("\n", text)]
    assert found(read(apply(text, edits))) == found(original, place=moved(edits))


def traditional() -> dict[int, str]:
    """OpenCC's table of Traditional characters, the first of each."""
    table = files("opencc").joinpath("dictionary", "STCharacters.txt").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {ord(key): values.split()[0] for key, values in rows}


def test_traditional_characters(original):
    text = seed_text().translate(traditional())
    assert len(text) == len(seed_text())
    assert sum(map(str.__ne__, text, seed_text())) > 1000
    assert found(read(text)) == found(original)
    assert records(read(text)) == records(original)
