"""Clean text: what is replaced, what is left out."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.split.clean import normalise
from xiezuo.split.traditional import simplify


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("日前,甲市召开会议;乙州参加.", "日前，甲市召开会议；乙州参加。"),
        ("投入资金3,000万元,比例为3:2。", "投入资金3,000万元，比例为3:2。"),
        ("上午10:30举行,见https://a.cn/b?c=1,d。", "上午10:30举行，见https://a.cn/b?c=1,d。"),
        ("地块(挂)2023-003号(2012-2020)", "地块（挂）2023-003号（2012-2020）"),
        ("２０２４年ＧＤＰ增长５％。", "2024年GDP增长5%。"),
        ('举办"甲乙情"活动。', "举办“甲乙情”活动。"),
        ("党 政 代 表 团一行赴甲市，考察 。", "党政代表团一行赴甲市，考察。"),
        ("于 2024 年 5 月 7 日投入 300 万元，共 8 个。", "于2024年5月7日投入300万元，共8个。"),
        ("举行“秀美乙州 甲市相约”推介会，共签约。", "举行“秀美乙州 甲市相约”推介会，共签约。"),
        ("甲市\u200b与\ufeff乙州\u00a0签约，共赢。", "甲市与乙州签约，共赢。"),
        (
            "「甲乙情」開幕，『協作』展開，對口幫扶，臺灣雲南。",
            "“甲乙情”开幕，‘协作’展开，对口帮扶，台湾云南。",
        ),
        ("热依汗•依明、⼯作组⻓李某，到乙州。", "热依汗·依明、工作组长李某，到乙州。"),
        ("长（zhǎng）官（guān）到乙州（zhōu）,考察。", "长官到乙州，考察。"),
    ],
)
def test_prose(written: str, clean: str) -> None:
    assert make_article(written).text == clean


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("山海同心  共谱新篇\n5月7日，双方签约。", "山海同心 共谱新篇"),
        ("甲市赴乙州 对接协作\n5月7日，双方签约。", "甲市赴乙州 对接协作"),
        ("甲市　—　乙州 ： 签约\n5月7日，双方签约。", "甲市 — 乙州：签约"),
        ("2023 年 5 月 工作要点\n5月7日，双方签约。", "2023年5月 工作要点"),
    ],
)
def test_headlines_keep_one_blank(written: str, clean: str) -> None:
    assert make_article(written).headline == clean


@pytest.mark.parametrize(
    "text", ["乾县于潜镇瞭望台，著名作家著书，覆盖全县。", "甯先生与李昇、堃哥。", ""]
)
def test_simplified_text_is_left_alone(text: str) -> None:
    assert simplify(text) == text


def test_traditional_is_converted_one_to_one() -> None:
    text = "對口支援後續工作成效顯著，沿著絲綢之路，瞭解瞭望，乾縣幹部於陝西發展"
    assert simplify(text) == "对口支援后续工作成效显著，沿着丝绸之路，了解瞭望，乾县干部于陕西发展"


def test_normalising_keeps_every_position() -> None:
    text = "甲\r\n乙\u2028丙\x0b丁\u3000戊，「己」(庚)對壬"
    assert len(normalise(text)) == len(text)
    assert normalise(text).count("\n") == 3
