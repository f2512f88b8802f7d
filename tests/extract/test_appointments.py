"""Appointments: which office of which place, each once."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Appointment

PAIR = "江苏省南京市江宁区与陕西省商洛市洛南县开展东西部协作。"

Row = tuple[str, str, str | None]


def appointments(text: str, **metadata: str) -> list[Row]:
    article = make_article(f"东西部协作联席会议召开\n\n{PAIR}{text}\n", **metadata)
    facts = (assertion.fact for assertion in extract(article, find(article)))
    return [
        (fact.person.name, fact.title, fact.of.name if fact.of else None)
        for fact in facts
        if isinstance(fact, Appointment)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江宁区委书记周立文，区委副书记、区长王明远参加。",
            [
                ("周立文", "区委书记", "江宁区"),
                ("王明远", "区委副书记", "江宁区"),
                ("王明远", "区长", "江宁区"),
            ],
        ),
        # Bare titles: the side that no other title names, by the level that they leave open.
        ("县委书记周立文陪同考察。", [("周立文", "县委书记", "洛南县")]),
        (
            "区领导周立文参加。洛南县县长王明远出席。",
            [
                ("周立文", "区领导", "江宁区"),
                ("王明远", "县长", "洛南县"),
            ],
        ),
        ("团区委书记周立文出席。", [("周立文", "团区委书记", None)]),
        # A place whose name begins like 原副区长.
        ("宁夏原州区副区长周立文出席。", [("周立文", "副区长", "原州区")]),
        # The head of a delegation is one for the time of the visit.
        ("江宁区代表团团长、江宁区区长周立文致辞。", [("周立文", "区长", "江宁区")]),
        # No side has this level.
        ("州长周立文出席。", [("周立文", "州长", None)]),
    ],
)
def test_offices_and_their_places(text: str, expected: list[Row]) -> None:
    assert appointments(text) == expected


def test_one_office_told_twice_is_one() -> None:
    text = "洛南县委常委、县政府副县长周立文参加。会上，周立文副县长介绍了情况。"
    assert appointments(text) == [
        ("周立文", "县委常委", "洛南县"),
        ("周立文", "县政府副县长", "洛南县"),
    ]


def test_a_real_title_stands_for_county_leader() -> None:
    text = "县领导周立文、王明远参加。洛南县委书记周立文致辞。"
    assert ("周立文", "县领导", "洛南县") not in appointments(text)
    assert ("周立文", "县委书记", "洛南县") in appointments(text)
    assert ("王明远", "县领导", "洛南县") in appointments(text)


def test_professions_are_no_offices() -> None:
    assert appointments("江宁区挂职干部周立文和支教教师王明远到岗。") == []
