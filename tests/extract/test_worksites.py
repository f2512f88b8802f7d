"""Pairs told by small things: works in villages, towns that act, parts named after a whole."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Partnership

Pairs = set[tuple[str, str]]


def pairs(text: str, **metadata: str) -> Pairs:
    article = make_article(text, **metadata)
    facts = (a.fact for a in extract(article, find(article)))
    return {
        (fact.pair.supporter.name, fact.pair.recipient.name)
        for fact in facts
        if isinstance(fact, Partnership)
    }


def test_works_in_villages_are_told_of_the_counties() -> None:
    text = (
        "江苏省——陕西省扶贫协作\n江苏省与陕西省开展扶贫协作。常熟市援助榆阳区鱼河镇双河村修建水塔，"
        "扬州市援建白水县林皋镇道路、合阳县王村镇桥梁项目。\n"
    )
    assert pairs(text) == {
        ("江苏省", "陕西省"),
        ("常熟市", "榆阳区"),
        ("扬州市", "白水县"),
        ("扬州市", "合阳县"),
    }


def test_a_town_that_is_paired_itself_is_no_work_in_its_county() -> None:
    text = "珠海市对口援建汶川县绵虒镇项目移交。珠海市对口支援绵虒镇，汶川县领导出席。"
    assert pairs(text) == {("珠海市", "绵虒镇")}


def test_parts_are_supported_by_whoever_supports_the_whole() -> None:
    text = "上海市对口支援日喀则市。援藏干部为日喀则市，特别是为江孜、拉孜、亚东三县注入了活力。"
    assert pairs(text) == {
        ("上海市", "日喀则市"),
        ("上海市", "江孜县"),
        ("上海市", "拉孜县"),
        ("上海市", "亚东县"),
    }


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("他们分别来自黄浦、虹口两区，对口支援果洛的玛沁、班玛、甘德3个县", False),
        ("他们对口支援果洛的玛沁、班玛、甘德3个县", True),
    ],
)
def test_who_of_several_supports_whom_of_several_is_not_told(who: str, expected: bool) -> None:
    text = f"上海市援青干部来到果洛州，上海市对口支援果洛州。{who}。"
    assert (("上海市", "玛沁县") in pairs(text)) is expected


def test_a_town_acts_for_its_county_in_a_duty() -> None:
    text = (
        "永平县党政代表团到上海市奉贤区柘林镇考察东西部协作。"
        "自2021年对口帮扶永平以来，奉贤区柘林镇投入帮扶资金，上海市各界也很关心。"
    )
    assert ("奉贤区", "永平县") in pairs(text)
    assert ("上海市", "永平县") not in pairs(text)


def test_a_stop_on_the_way_is_no_partner() -> None:
    text = "浙江省对口支援工作考察团抵达拉萨。\n浙江省对口支援那曲市，代表团将看望援藏干部。"
    assert pairs(text) == {("浙江省", "那曲市")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "宁波市交通局和奉化区、宁海县自1996年对口帮扶地处山区的黔西南州晴隆县以来，成效显著。",
            {("宁波市", "晴隆县"), ("奉化区", "晴隆县"), ("宁海县", "晴隆县")},
        ),
        (
            "三年来，江西省对口援建小金县灾后恢复重建项目48个，对口支援成果丰硕。",
            {("江西省", "小金县")},
        ),
        (
            "从1996年起，广东、广西两省区开始扶贫协作。东莞市对口帮扶河池市，东莞市的学校与河池市的学校结对。",
            {("广东省", "广西壮族自治区"), ("东莞市", "河池市")},
        ),
        (
            "南浔区与广安区开展东西部协作。广安区是浙江省对口帮扶四川省的县区中最早脱贫的。",
            {("南浔区", "广安区"), ("浙江省", "四川省")},
        ),
    ],
)
def test_wordings_of_overviews(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected


def test_a_zone_named_after_a_city_and_a_county_is_no_pair() -> None:
    text = (
        "深圳市对口帮扶河池市，开展扶贫协作。巴马县的群众欢迎巴马县的项目，"
        "广西与深圳签署《推进深圳巴马大健康合作试验区框架协议》。"
    )
    assert ("深圳市", "巴马瑶族自治县") not in pairs(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "上海市对口支援三峡库区，多年来援助万州各类项目417个。",
            {("上海市", "万州区")},
        ),
        (
            "“两广模式”是一种范例，两广扶贫协作已有二十年。",
            {("广东省", "广西壮族自治区")},
        ),
        (
            "江苏省安排12个设区市和昆山等5个县级市对口支援新疆。江苏省对口支援塔城地区。",
            {("江苏省", "塔城地区")},
        ),
        ("对口帮扶天柱县的杭州市余杭区，把基地建在村里。", {("余杭区", "天柱县")}),
        (
            "北京市开展东西部协作，帮助新疆、西藏等对口帮扶地区的群众就业。",
            {("北京市", "新疆维吾尔自治区"), ("北京市", "西藏自治区")},
        ),
        (
            "东西部协作有成效。在余杭区派驻天柱县挂职干部的帮助下，他进了城。",
            {("余杭区", "天柱县")},
        ),
        (
            "东西部协作启动。余杭区文旅局与天柱县文旅局签订合作协议，余杭区向天柱县赠书。",
            {("余杭区", "天柱县")},
        ),
        ("东西部协作启动。余杭区和天柱县的少先队员们互赠礼物，结对子。", set()),
        (
            "浙江省杭州市余杭区挂职干部、贵州省天柱县委常委、副县长王明远说，东西部协作有成效。",
            {("余杭区", "天柱县")},
        ),
        (
            "辽宁省对口支援塔城地区。代表团到辽疆产业园调研。",
            {("辽宁省", "塔城地区")},
        ),
        (
            "浙江、吉林持续深化对口合作。台州市与通化市对口合作，台州与通化两市互访。",
            {("浙江省", "吉林省"), ("台州市", "通化市")},
        ),
        (
            "浙江、天津、福建、江苏、山东等省市派出代表团，先后赴新疆就援疆工作进行会商和对接。",
            set(),
        ),
    ],
)
def test_more_wordings(text: str, expected: Pairs) -> None:
    assert pairs(text) == expected
