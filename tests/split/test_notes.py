"""Notes: lines around a report that are not part of it."""

from __future__ import annotations

import pytest

from xiezuo.split.notes import ends_report, is_caption, is_note


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：吴青",
        "【纠错】 责任编辑： 吴青",
        "来源/某某客户端",
        "2023-06-08 10:30 来源：某某日报 作者：林小满",
        "发布时间：2022-08-05 来源：某某区融媒体中心",
        "某某日报 | 2023年07月16日 10:02:51",
        "2024年5月21日 星期二",
        "《某某日报》（2026年03月07日 10版）",
        "（下转第二版）",
        "第二版 综合新闻",
        "首页 > 要闻 > 正文",
        "您当前所在的位置：首页 > 要闻",
        "扫一扫，手机看新闻",
        "上一篇：两地签约",
        "版权声明：凡本网注明来源的作品，未经授权不得转载。",
        "图为签约现场。林小满 摄",
        "新华社记者 林小满 摄",
        "▲产业园一角 某某融媒体中心供图",
        "关于我们 | 联系我们 | 法律声明 | 网站地图",
        "【打印】 【关闭】 【收藏】",
        "某某新闻网 正文",
        "IMG_01.jpg",
        " ".join(["河东街道", "河西镇", "南山乡", "北山乡"] * 5),
    ],
)
def test_notes(line: str) -> None:
    assert is_note(line)


@pytest.mark.parametrize(
    "line",
    [
        "两地签约",
        "来源于东部的资金全部到位。",
        "作者：林小满1994年，会议作出决定。此后，双方结对。",
        "推荐会上，两地签约。",
        "关注民生，两地共建医院。",
        "点击率最高的农产品来自乙州。",
        "相关部门负责同志参加。",
        "时间紧，任务重。",
        "图书馆延长开放时间",
        "2024年5月21日，两地签约。",
        "返回家乡创业的青年越来越多。",
        "林小满拍摄了产业园。",
    ],
)
def test_no_notes(line: str) -> None:
    assert not is_note(line)


def test_what_ends_a_report_and_what_is_a_caption() -> None:
    assert ends_report("责任编辑：吴青")
    assert not ends_report("图为现场。林小满 摄")
    assert is_caption("图为现场。林小满 摄")
    assert not is_caption("来源：某某日报")
