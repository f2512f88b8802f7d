"""Places that bear the name of the prefecture they lie in."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.find.places import find_places


def named(text: str) -> list[str]:
    return [m.place.full_name for m in find_places(make_article(text)) if m.place]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # While it was a 地区, the city was a county in it.
        ("青岛市援助日喀则市，山东省援助日喀则地区。", "西藏自治区日喀则市桑珠孜区"),
        ("青岛市援助日喀则市，山东省也援助日喀则。", "西藏自治区日喀则市"),
        ("原日喀则地区有十八个县，青岛市援助日喀则市。", "西藏自治区日喀则市"),
        ("日喀则地区撤地设市，青岛市援助日喀则市。", "西藏自治区日喀则市"),
    ],
)
def test_a_city_beside_its_prefecture(text: str, expected: str) -> None:
    assert expected in named(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("浙江省支援那曲、比如、嘉黎三县。", True),
        ("浙江省支援那曲、比如、嘉黎三地。", False),
        ("浙江省支援那曲、昌都两县。", False),
    ],
)
def test_the_head_of_a_list_of_counties(text: str, expected: bool) -> None:
    assert ("西藏自治区那曲市色尼区" in named(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖州、广安深化合作，南浔区与广安区共建园区。", True),
        ("南浔、广安深化合作，湖州市南浔区与广安区共建园区。", False),
    ],
)
def test_a_city_beside_a_city(text: str, expected: bool) -> None:
    assert ("四川省广安市" in named(text)) is expected
