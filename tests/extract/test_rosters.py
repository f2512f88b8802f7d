"""Rosters: rows and cells that tell who is paired with whom."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Partnership

Pairs = set[tuple[str, str]]


def pairs(text: str) -> Pairs:
    article = make_article(text)
    facts = (a.fact for a in extract(article, find(article)))
    return {
        (fact.pair.supporter.name, fact.pair.recipient.name)
        for fact in facts
        if isinstance(fact, Partnership)
    }


def test_rows_may_hold_remarks_counts_and_divisions() -> None:
    text = (
        "对口支援新疆的分工（一览）\n支援方：受援方\n"
        "1、上海：巴楚、莎车县和泽普县。（喀什地区，莎车县为重点）\n"
        "2、浙江：阿克苏地区八县一市，农一师阿拉尔市。\n"
        "3、湖北：博州、农五师。\n"
        "4、安徽（含省直机关）：皮山县。（和田地区）\n"
        "5、山东：疏勒县、英吉沙。（喀什地区）\n"
    )
    assert pairs(text) == {
        ("上海市", "巴楚县"),
        ("上海市", "莎车县"),
        ("上海市", "泽普县"),
        ("浙江省", "阿克苏地区"),
        ("浙江省", "阿拉尔市"),
        ("湖北省", "博尔塔拉蒙古自治州"),
        ("湖北省", "第五师"),
        ("安徽省", "皮山县"),
        ("山东省", "疏勒县"),
        ("山东省", "英吉沙县"),
    }


def test_parts_in_brackets_are_meant() -> None:
    text = (
        "东西部协作各区任务\n"
        "黄浦区 普洱市（宁洱县、江城县）\n徐汇区 红河州（屏边县）\n静安区 文山州（砚山县）\n"
    )
    assert {
        ("黄浦区", "江城哈尼族彝族自治县"),
        ("徐汇区", "屏边苗族自治县"),
        ("静安区", "砚山县"),
    } < pairs(text)


def test_parts_of_a_province_that_are_not_named() -> None:
    text = "灾后恢复重建对口支援安排\n广东省——汶川县\n浙江省——青川县\n天津市——陕西省受灾严重地区\n"
    assert pairs(text) == {("广东省", "汶川县"), ("浙江省", "青川县"), ("天津市", "陕西省")}


@pytest.mark.parametrize("number", ["", "{}\n"])
def test_a_cell_on_each_line(number: str) -> None:
    rows = [("萧山区", ["从江县"]), ("余杭区", ["台江县", "雷山县"]), ("西湖区", ["黎平县"])]
    lines = (
        number.format(index) + "\n".join((giver, *takers)) + "\n"
        for index, (giver, takers) in enumerate(rows, 1)
    )
    text = "东西部扶贫协作结对表\n帮扶方\n受帮扶方\n" + "".join(lines) + "杭州市有关部门整理\n"
    assert pairs(text) == {(giver, taker) for giver, takers in rows for taker in takers}


@pytest.mark.parametrize(
    "text",
    [
        # Two rows are no roster, nor are rows of which nothing says what they list.
        "东西部协作之声\n1、上海：普洱市的茶，（红）\n2、浙江：凉山州的荞麦，（苦）\n",
        "甲级联赛对阵\n上海：云南，主场\n浙江：四川，客场\n江苏：陕西，主场\n"
        + "球迷到场。" * 100
        + "东西部协作成效好。\n",
        "东西部协作专列\n上海：昆明（每日一班）\n天津：兰州，隔日\n广州：南宁（每日）\n以上列车已开行。\n",
        # A menu of provinces.
        "对口支援\n广东\n广西\n海南\n贵州\n福建\n宁夏\n山东\n甘肃\n",
    ],
)
def test_look_alikes_pair_nothing(text: str) -> None:
    assert pairs(text) == set()
