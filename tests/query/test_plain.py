"""What questions name: times, places in pinyin, pairs, persons."""

import pytest

from xiezuo.errors import AmbiguousPlace
from xiezuo.query import understand
from xiezuo.query.periods import Period, without_periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2022年的考察", Period(year="2022")),
        ("2022年上半年的考察", Period(since="2022-01", until="2022-06")),
        ("从2020年到2022年", Period(since="2020", until="2022")),
        ("2023年3月至9月", Period(since="2023-03", until="2023-09")),
        ("2023年3月", Period(since="2023-03", until="2023-03")),
        ("2021年以来", Period(since="2021")),
        ("2021年以前", Period(until="2021")),
        ("visits in 2022", Period(year="2022")),
        ("between March and September 2023", Period(since="2023-03", until="2023-09")),
        ("from 2020 to 2022", Period(since="2020", until="2022")),
        ("in the second half of 2022", Period(since="2022-07", until="2022-12")),
        ("since May 2021", Period(since="2021-05")),
    ],
)
def test_times(text, period):
    rest, found = without_periods(text, "T")
    assert found == [period]
    assert not any(character.isdigit() for character in rest)


def test_numbers_that_are_no_times_stay():
    assert without_periods("partnership/120103-620800", "T") == ("partnership/120103-620800", [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Who supports Pingliang?", "平凉市"),
        ("Who supports Zhuoni County in Gansu?", "卓尼县"),
        ("Who supports Ganzi Tibetan Autonomous Prefecture?", "甘孜藏族自治州"),
        ("Who supports hotan?", "和田地区"),
        ("Who supports Inner Mongolia?", "内蒙古自治区"),
        ("Who supports Shaanxi?", "陕西省"),
        ("Whom does Tianjin's Hexi District support?", "河西区"),
        ("Who supports 甘肃平凉?", "甘肃平凉"),
    ],
)
def test_places_in_english(text, place):
    assert understand(text).parameters == {"place": place}


def test_a_pairing_decides_between_places_of_one_spelling():
    found = understand("What did Suzhou and Tongren sign?").parameters
    assert found["one"].endswith("苏州市")
    assert found["other"].endswith("铜仁市")
    with pytest.raises(AmbiguousPlace) as error:
        understand("Who supports Tongshan?")
    assert "江苏省徐州市铜山区" in error.value.suggestions


@pytest.mark.parametrize("text", ["闽宁合作有哪些领域", "Which fields of Min-Ning cooperation?"])
def test_a_pair_stands_for_its_two_places(text):
    found = understand(text)
    assert found.question.name == "domains-between"
    assert dict(found.parameters) == {"one": "福建省", "other": "宁夏回族自治区"}


def test_a_place_that_is_named_twice_is_one():
    found = understand("深哈合作的时间线，就是深圳和哈尔滨的")
    assert found.question.name == "timeline-between"
    assert len(found.parameters) == 2


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("王建邦都当过什么职务", "王建邦"),
        ("李向东是谁", "李向东"),
        ("What posts has Li Weidong held?", "Li Weidong"),
    ],
)
def test_persons(text, person):
    assert understand(text).parameters == {"person": person}
