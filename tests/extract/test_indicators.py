from __future__ import annotations

from decimal import Decimal

import pytest
from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Indicator

PAIRED = "南京市江宁区与陕西省商洛市洛南县建立东西部协作结对帮扶关系。"


def read(text: str) -> list[Indicator]:
    article = make_article(text, published="2024-06-20")
    facts = (assertion.fact for assertion in extract(article, find(article)))
    return [fact for fact in facts if isinstance(fact, Indicator)]


MEASURES = {
    "2023年，江宁区投入财政援助资金2800余万元，实施帮扶项目12个。": [
        ("投入财政援助资金", "28000000", "元"),
        ("实施帮扶项目", "12", "个"),
    ],
    "江宁区安排4000万元财政资金。": [("安排财政资金", "40000000", "元")],
    "两地共建产业园区4个、帮扶车间6个。": [
        ("共建产业园区", "4", "个"),
        ("共建帮扶车间", "6", "个"),
    ],
    "双方互派党政干部12人、专技人才2300人。": [
        ("互派党政干部", "12", "人"),
        ("互派专技人才", "2300", "人"),
    ],
    "江宁区先后派出3批45名教师到洛南县支教。": [("派出教师支教", "45", "人")],
    "洛南县选派30名干部到江宁区挂职锻炼。": [("选派干部挂职锻炼", "30", "人")],
    "两地互访考察126批1480人次。": [("互访考察", "126", "批"), ("互访考察", "1480", "人次")],
    "累计投入帮扶资金10.3亿元，其中2016年0.6亿元、2018年2.1亿元。": [
        ("投入帮扶资金", "1030000000", "元"),
        ("投入帮扶资金", "60000000", "元"),
        ("投入帮扶资金", "210000000", "元"),
    ],
    "计划实施项目58个，已开工51个、完工19个。": [
        ("计划实施项目", "58", "个"),
        ("开工项目", "51", "个"),
        ("完工项目", "19", "个"),
    ],
    "江宁区投入3100万元援建口岸物流设施。": [("援建口岸物流设施投入", "31000000", "元")],
    "江宁区12家企业现场签订采购协议。": [("签订采购协议企业", "12", "家")],
    "江宁区的3个街道结对帮扶洛南县5个贫困村。": [
        ("结对帮扶街道", "3", "个"),
        ("帮扶贫困村", "5", "个"),
    ],
    "江宁区71个镇（街道）、85个村与洛南县31所学校建立了结对帮扶关系。": [
        ("结对帮扶镇（街道）", "71", "个"),
        ("结对帮扶村", "85", "个"),
        ("结对帮扶学校", "31", "所"),
    ],
    "帮助农村劳动力实现就业1830人，其中脱贫劳动力920人。": [
        ("帮助农村劳动力实现就业", "1830", "人"),
        ("脱贫劳动力", "920", "人"),
    ],
    "帮助40.7万农村劳动力实现就业。": [("帮助农村劳动力实现就业", "407000", "人")],
    "推介会上7个项目签约，总投资12.9亿元。": [
        ("签约项目", "7", "个"),
        ("签约项目总投资", "1290000000", "元"),
    ],
    "推介会上总投资12.9亿元的7个项目签约。": [
        ("签约项目总投资", "1290000000", "元"),
        ("签约项目", "7", "个"),
    ],
    "引育42家产值超千万元企业，建成亿元以上项目3个。": [
        ("引育产值超千万元企业", "42", "家"),
        ("建成亿元以上项目", "3", "个"),
    ],
    "带动示范村人均收入由2021年的1.1万元提高到1.7万元。": [
        ("带动示范村人均收入", "11000", "元"),
        ("带动示范村人均收入", "17000", "元"),
    ],
    "学校结对24对、医院结对11对。": [("学校结对", "24", "对"), ("医院结对", "11", "对")],
    "江宁区42所学校与洛南县31所学校结对，4所中学、3家医院结对。": [
        ("结对学校", "42", "所"),
        ("结对学校", "31", "所"),
        ("结对中学", "4", "所"),
        ("结对医院", "3", "家"),
    ],
    "12家江宁企业赴洛南县投资。": [("投资企业", "12", "家")],
    "江宁区捐赠价值38万元的药品。": [("捐赠药品价值", "380000", "元")],
    "建成茶叶、蔬菜等产业基地2.67万亩，惠及5.5万贫困群众。": [
        ("建成产业基地", "26700", "亩"),
        ("惠及贫困群众", "55000", "人"),
    ],
}


@pytest.mark.parametrize(("text", "expected"), MEASURES.items())
def test_measure_value_and_unit(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(fact.measure, fact.value, fact.unit) for fact in read(PAIRED + text)]
    assert found == [(measure, Decimal(value), unit) for measure, value, unit in expected]


SCENERY = [
    "洛南县下辖16个镇，总人口45万人，面积2830平方公里。",
    "洛南县完成生产总值217亿元，比上年增长5.6%。",
    "协议包括产业合作、劳务协作等5个方面。",
    "援派干部平均年龄43岁，其中硕士研究生6人。",
    "代表团一行20人考察，300名嘉宾参加活动。",
    "援陕医生跨越1200公里，做了4例手术。",
    "全县贫困人口从10.92万人减少到1.28万人。",
    "江宁区对口帮扶洛南县，他靠卖菇增收2.5万元。",
    "江宁区对口帮扶洛南县，车间里她每月领到3800元工资。",
]


@pytest.mark.parametrize("text", SCENERY)
def test_what_measures_no_cooperation(text: str) -> None:
    assert read(PAIRED + text) == []


def test_nothing_without_a_partnership() -> None:
    assert read("洛南县投入资金300万元，实施项目12个，培训群众200人次。") == []


def test_headline_and_text_state_one_fact() -> None:
    text = "江宁区投入洛南县帮扶资金4486万元\n" + PAIRED + "2023年，投入帮扶资金4486万元。"
    assert [(fact.value, fact.period) for fact in read(text)] == [(Decimal(44860000), "2023年")]


PERIODS = {
    "2023年，投入帮扶资金300万元。": "2023年",
    "截至目前，投入帮扶资金300万元。": "截至目前",
    "2021年以来，两地合作。投入帮扶资金300万元。": "2021年以来",
    "5月6日，签署协议，投入帮扶资金300万元。": None,
    "近日，投入帮扶资金300万元。": None,
}


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_period(text: str, period: str | None) -> None:
    (fact,) = read(PAIRED + text)
    assert fact.period == period


def test_words_and_pair() -> None:
    (fact,) = read(PAIRED + "江宁区投入帮扶资金超300万元。")
    assert (fact.as_written, fact.qualifier) == ("超300万元", "超")
    assert fact.supporter is not None
    assert fact.recipient is not None
    assert (fact.supporter.name, fact.recipient.name) == ("江宁区", "洛南县")
