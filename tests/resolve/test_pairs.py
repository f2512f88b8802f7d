from decimal import Decimal

from tests.world import (
    EW,
    FIRST,
    LONG,
    PAIR,
    SECOND,
    UNDATED,
    YUYAO,
    ZHAOJUE,
    articles,
    document,
    said,
)

from xiezuo.model import Cooperation, Indicator, Pair, Partnership, Secondment, Status
from xiezuo.model import SecondmentKind as Kind
from xiezuo.resolve import resolve

BACKWARDS = Pair(ZHAOJUE, YUYAO)


def direction(*assertions):
    found = [
        one for one in resolve(articles(assertions)).facts if isinstance(one.fact, Partnership)
    ]
    (merged,) = found
    return merged


def test_the_direction_of_more_texts_wins():
    merged = direction(
        said(FIRST, Partnership(PAIR, (EW,)), confidence=0.6),
        said(SECOND, Partnership(PAIR, (EW,)), confidence=0.6),
        said(UNDATED, Partnership(BACKWARDS, (EW,)), confidence=0.9),
    )
    assert merged.fact.pair == PAIR
    assert len(merged.assertions) == 3
    assert "1处陈述方向相反" in merged.reason


def test_the_surer_direction_wins_between_two_texts():
    merged = direction(
        said(FIRST, Partnership(PAIR), confidence=0.6),
        said(SECOND, Partnership(BACKWARDS), confidence=0.9),
    )
    assert merged.fact.pair == BACKWARDS


def test_copies_have_one_vote():
    first, second = document("转载一.txt"), document("转载二.txt")
    merged = direction(
        said(first, Partnership(BACKWARDS), LONG, confidence=0.7),
        said(second, Partnership(BACKWARDS), LONG, confidence=0.7),
        said(FIRST, Partnership(PAIR), confidence=0.9),
    )
    assert merged.fact.pair == PAIR


def test_every_fact_of_the_pair_is_turned():
    stated = [
        said(FIRST, Partnership(PAIR), confidence=0.95),
        said(SECOND, Cooperation(BACKWARDS, "health", "医疗", Status.PLANNED)),
        said(SECOND, Secondment(Kind.OFFICIAL, count=3, pair=BACKWARDS), start=40),
        said(
            SECOND,
            Indicator("资金", Decimal(1), "元", "1元", supporter=ZHAOJUE, recipient=YUYAO),
            start=80,
        ),
    ]
    partnership, cooperation, secondment, indicator = resolve(articles(stated)).facts
    assert partnership.fact.pair == cooperation.fact.pair == secondment.fact.pair == PAIR
    assert (indicator.fact.supporter, indicator.fact.recipient) == (YUYAO, ZHAOJUE)
