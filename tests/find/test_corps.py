"""The Corps: divisions and regiments by their numbers."""

import pytest

from xiezuo.find.corps import find_corps


def named(text: str) -> list[tuple[str, str]]:
    return [
        (mention.span.of(text), mention.place.full_name if mention.place else "")
        for mention in find_corps(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支援兵团十师北屯市", ("兵团十师北屯市", "新疆维吾尔自治区北屯市")),
        ("兵团的第四师（可克达拉市）", ("第四师（可克达拉市）", "新疆维吾尔自治区可克达拉市")),
        ("各团场、农八师", ("农八师", "新疆生产建设兵团第八师")),
        ("兵团第十四师", ("兵团第十四师", "新疆生产建设兵团第十四师")),
        ("兵团84团党委", ("84团", "新疆生产建设兵团八十四团")),
        ("兵团的二二一团位于城郊", ("二二一团", "新疆生产建设兵团二二一团")),
        ("兵团的183团与", ("183团", "新疆生产建设兵团一八三团")),
    ],
)
def test_bodies_of_the_corps(text: str, expected: tuple[str, str]) -> None:
    assert named(text) == [expected]


def test_a_regiment_behind_its_division_belongs_to_it() -> None:
    assert named("兵团十二师二二二团开会") == [
        ("兵团十二师二二二团", "新疆生产建设兵团第十二师二二二团")
    ]


@pytest.mark.parametrize(
    "text",
    ["第十师与84团会合。", "兵团学校开展一师一优课活动", "兵团的二十师兄弟", "团场的三师傅"],
)
def test_other_words_are_no_bodies_of_the_corps(text: str) -> None:
    assert named(text) == []


def test_a_division_named_beside_its_city_is_that_city_everywhere() -> None:
    found = named("兵团第四师召开会议。四师可克达拉市代表团与第五师座谈。")
    assert [place for _, place in found] == [
        "新疆维吾尔自治区可克达拉市",
        "新疆维吾尔自治区可克达拉市",
        "新疆生产建设兵团第五师",
    ]


def test_regiments_of_a_text_with_one_division_belong_to_it() -> None:
    text = "兵团第五师双河市召开会议。84团位于城郊。"
    assert named(text)[1] == ("84团", "新疆生产建设兵团第五师八十四团")
    assert named(text + "十师来访。")[1] == ("84团", "新疆生产建设兵团八十四团")


def test_farms_behind_their_division_are_meant_everywhere() -> None:
    text = "某市对口支援兵团第六师奇台农场。奇台农场修了路，军户农场没有。"
    place = "新疆生产建设兵团第六师奇台农场"
    assert named(text) == [("兵团第六师奇台农场", place), ("奇台农场", place)]


def test_a_farm_is_told_by_its_offices_where_the_text_has_one_division() -> None:
    text = "援疆工作座谈会召开。十三师党委常委率团，红星二场党委书记汇报。红星二场面貌一新。"
    place = "新疆生产建设兵团第十三师红星二场"
    assert named(text)[1:] == [("红星二场", place), ("红星二场", place)]
    assert len(named(text + "第六师的代表来访，新湖农场场长在座。")) == 2


def test_a_regiment_of_one_numeral_stands_behind_its_division_first() -> None:
    text = "绍兴与一师七团结对援疆。七团4个连队参加，六团没有，十七团也没有。"
    place = "新疆生产建设兵团第一师七团"
    assert named(text)[:2] == [("一师七团", place), ("七团", place)]
