from dataclasses import replace
from decimal import Decimal

from tests.world import FIRST, SECOND, YUYAO, ZHAOJUE, articles, said

from xiezuo.model import Indicator
from xiezuo.resolve import resolve

SALES = Indicator(
    "消费帮扶销售额", Decimal("52300000"), "元", "5230万元", "", "2023年", YUYAO, ZHAOJUE
)


def merged(*assertions):
    return resolve(articles(assertions)).facts


def test_the_same_number_in_two_articles_is_one():
    (one,) = merged(said(FIRST, SALES), said(SECOND, replace(SALES, as_written="0.523亿元")))
    assert one.key == "330281-513431/消费帮扶销售额/52300000元/2023年"


def test_within_one_text_a_similar_name_without_period_is_the_same():
    short = replace(SALES, measure="帮扶销售额", period=None)
    assert len(merged(said(FIRST, SALES), said(FIRST, short, start=50))) == 1
    assert len(merged(said(FIRST, SALES), said(SECOND, short))) == 2


def test_other_values_units_and_periods_stay_apart():
    others = [
        replace(SALES, value=Decimal("52300001")),
        replace(SALES, unit="人"),
        replace(SALES, period="2022年"),
        replace(SALES, recipient=None),
    ]
    facts = merged(said(FIRST, SALES), *(said(FIRST, o, start=50) for o in others))
    assert len(facts) == 5
    assert len({one.key for one in facts}) == 5
