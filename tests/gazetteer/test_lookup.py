"""The gazetteer: every unit, found by every name that it bears."""

from __future__ import annotations

import pytest

from xiezuo.errors import AmbiguousPlace, UnknownPlace
from xiezuo.gazetteer import gazetteer, is_eastern, without_code
from xiezuo.model import Level


@pytest.mark.parametrize(
    ("written", "full_name"),
    [
        ("120103", "天津市河西区"),
        ("河西区", "天津市河西区"),
        ("天津河西", "天津市河西区"),
        ("甘肃省平凉市崆峒区", "甘肃省平凉市崆峒区"),
        ("甘肃平凉 崆峒", "甘肃省平凉市崆峒区"),
        ("内蒙古", "内蒙古自治区"),
        ("黔东南", "贵州省黔东南苗族侗族自治州"),
        ("木里", "四川省凉山彝族自治州木里藏族自治县"),
        ("察右前旗", "内蒙古自治区乌兰察布市察哈尔右翼前旗"),
        ("密云县", "北京市密云区"),
        ("蓟县", "天津市蓟州区"),
        ("襄樊", "湖北省襄阳市"),
        ("忠县", "重庆市忠县"),
        ("仙桃市", "湖北省仙桃市"),
        ("吉安", "江西省吉安市"),
        ("吉林", "吉林省"),
        ("海南", "海南省"),
        ("新疆兵团第一师", "新疆生产建设兵团第一师"),
        ("闽宁镇", "宁夏回族自治区银川市永宁县闽宁镇"),
        ("苏州工业园区", "江苏省苏州工业园区"),
    ],
)
def test_place_by_any_of_its_names(written: str, full_name: str) -> None:
    assert gazetteer().place(written).full_name == full_name


def test_an_ambiguous_name_lists_what_it_may_mean() -> None:
    with pytest.raises(AmbiguousPlace) as raised:
        gazetteer().place("鼓楼区")
    assert set(raised.value.suggestions) == {
        "江苏省南京市鼓楼区",
        "江苏省徐州市鼓楼区",
        "福建省福州市鼓楼区",
        "河南省开封市鼓楼区",
    }


def test_an_unknown_name_suggests_near_ones() -> None:
    with pytest.raises(UnknownPlace) as raised:
        gazetteer().place("卓妮县")
    assert "甘肃省甘南藏族自治州卓尼县" in raised.value.suggestions
    with pytest.raises(UnknownPlace):
        gazetteer().place("")


def test_codes_names_and_levels_agree() -> None:
    codes = gazetteer().codes
    assert len(codes) > 3200
    assert len(list(gazetteer().provinces)) == 34
    for code, place in codes.items():
        assert place.code == code
        assert place.full_name.endswith(place.name)
        assert gazetteer().place(place.full_name) == place
        if place.level is Level.COUNTY:
            assert place.parent is not None
            assert code[:2] == place.parent.key[:2]


@pytest.mark.parametrize(
    ("one", "other", "supporter"),
    [
        ("甘肃", "天津", "天津市"),
        ("恩施州", "杭州", "浙江省杭州市"),  # by the sides of the provinces
        ("哈尔滨", "深圳", "广东省深圳市"),
        ("龙岩", "广州", "广东省广州市"),  # both eastern: a known pairing
        ("淮南", "上海闵行", "上海市闵行区"),
        ("重庆", "西藏", "重庆市"),
    ],
)
def test_direction_does_not_depend_on_the_order(one: str, other: str, supporter: str) -> None:
    first, second = gazetteer().place(one), gazetteer().place(other)
    expected = gazetteer().place(supporter)
    for pair in (
        gazetteer().direction(first, second),
        gazetteer().direction(second, first),
    ):
        assert pair is not None
        assert pair[0] == expected


def test_places_of_one_side_have_no_direction() -> None:
    sichuan, chongqing = gazetteer().place("四川"), gazetteer().place("重庆")
    assert gazetteer().direction(sichuan, chongqing) is None


@pytest.mark.parametrize("other", ["台湾", "香港", "澳门"])
def test_no_programme_pairs_places_outside_it(other: str) -> None:
    fujian, outside = gazetteer().place("福建"), gazetteer().place(other)
    assert gazetteer().direction(fujian, outside) is None


def test_partners_and_sides() -> None:
    hexi, zhuoni = gazetteer().place("天津河西"), gazetteer().place("卓尼")
    assert zhuoni in gazetteer().partners(hexi)
    assert hexi in gazetteer().partners(zhuoni)
    assert is_eastern(hexi)
    assert not is_eastern(zhuoni)


def test_a_place_without_code_is_known_by_its_parent_and_name() -> None:
    county = gazetteer().place("永宁县")
    town = without_code("望远镇", county, Level.TOWNSHIP)
    assert town.key == "640121-望远镇"
    assert town.full_name == "宁夏回族自治区银川市永宁县望远镇"
    assert without_code("永宁工业园", county, Level.ZONE).full_name.endswith("银川市永宁工业园")
