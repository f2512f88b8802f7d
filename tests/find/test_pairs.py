"""Pair abbreviations."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.find.pairs import find_pairs
from xiezuo.find.places import find_places


def pairs(text: str) -> list[tuple[str, str, str]]:
    article = make_article(text)
    return [
        (mention.span.of(article.text), mention.first.name, mention.second.name)
        for mention in find_pairs(article, list(find_places(article)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("深化津甘东西部协作。", ("津甘", "天津市", "甘肃省")),
        ("共同谱写甘津协作新篇章。", ("甘津", "甘肃省", "天津市")),
        ("打造“闽宁模式”样板。", ("闽宁", "福建省", "宁夏回族自治区")),
        ("粤桂·两广协作，粤桂两省区交流。", ("粤桂", "广东省", "广西壮族自治区")),
        ("苏·陕协作会议召开。", ("苏·陕", "江苏省", "陕西省")),
        ("辽青两省对口支援。", ("辽青", "辽宁省", "青海省")),
        ("龙粤两省合作。", ("龙粤", "黑龙江省", "广东省")),
        ("“津陇共振兴”活动举行。", ("津陇", "天津市", "甘肃省")),
        ("在京蒙协作框架下推进工作。", ("京蒙", "北京市", "内蒙古自治区")),
    ],
)
def test_provinces(text: str, expected: tuple[str, str, str]) -> None:
    assert pairs(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("无锡市与延安市深化延锡协作。", ("延锡", "延安市", "无锡市")),
        ("青岛市与定西市推进青定协作。", ("青定", "青岛市", "定西市")),
        ("广州市、龙岩市深化穗龙合作。", ("穗龙", "广州市", "龙岩市")),
        ("越城区赴马边彝族自治县，越马一家亲。", ("越马", "越城区", "马边彝族自治县")),
        ("上海市与喀什地区干部依依惜别，沪喀情未了。", ("沪喀", "上海市", "喀什地区")),
    ],
)
def test_local_pairs_need_their_places(text: str, expected: tuple[str, str, str]) -> None:
    assert pairs(text) == [expected]
    alone = text.partition(expected[0])[2]
    assert pairs(f"今年，{expected[0]}{alone}") == []


def test_cities_that_other_reports_pair_need_not_be_named() -> None:
    assert pairs("今年，深哈产业园动工。") == [("深哈", "深圳市", "哈尔滨市")]
    assert pairs("今年，深锡产业园动工。") == []


def test_three_characters_are_several_pairs() -> None:
    text = "上海市对口支援万州区、夷陵区，沪万夷协作不断深化。"
    assert pairs(text) == [("沪万夷", "上海市", "万州区"), ("沪万夷", "上海市", "夷陵区")]


@pytest.mark.parametrize(
    "text",
    [
        "川渝合作、云贵两省、京津冀协同发展。",
        "南宁合作、青海对口、新疆协作。",
        "沪宁高速、京藏高速、沪昆铁路通车。",
        "苏宁携手京东，高云龙情系乡村。",
        "粤港澳合作、长三角两地携手。",
        "深化合作，开展协作，平台对口，东西协作。",
        "在宁闽籍企业家座谈。",
    ],
)
def test_what_is_no_pair(text: str) -> None:
    assert pairs(text) == []
