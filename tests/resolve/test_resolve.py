import random

import pytest
from tests.world import (
    EW,
    FIRST,
    LONG,
    MANY,
    PAIR,
    POVERTY,
    SECOND,
    UNDATED,
    YUYAO,
    ZHAOJUE,
    articles,
    document,
    said,
)

from xiezuo.model import Agreement, Cooperation, Partnership, Status
from xiezuo.resolve import resolve


def facts(assertions, kind):
    return [one for one in resolve(articles(assertions)).facts if isinstance(one.fact, kind)]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_does_not_matter(seed):
    shuffled = list(MANY)
    random.Random(seed).shuffle(shuffled)
    pages = articles(shuffled)
    random.Random(seed).shuffle(pages)
    assert resolve(iter(pages)) == resolve(articles(MANY))


def test_every_statement_is_kept():
    resolution = resolve(articles(MANY))
    kept = {(one.evidence.span, repr(one.fact)) for f in resolution.facts for one in f.assertions}
    assert kept >= {(one.evidence.span, repr(one.fact)) for one in MANY}


def test_the_same_statement_twice_counts_once_and_the_surest_wins():
    fact = Partnership(PAIR, (EW,))
    (merged,) = facts(
        [said(FIRST, fact, confidence=0.5), said(FIRST, fact, confidence=0.8)], object
    )
    assert [one.evidence.confidence for one in merged.assertions] == [0.8]


def test_partnerships_unite_the_programmes_and_say_why():
    (merged,) = facts(MANY[:2], Partnership)
    assert merged.key == "330281-513431"
    assert merged.fact == Partnership(PAIR, (EW, POVERTY), "2018", "2020-12", True)
    assert merged.confidence == 0.95
    assert "同一对地方（2处陈述，2篇不同报道）" in merged.reason
    assert "2 statements in 2 distinct articles" in merged.reason


def test_one_statement_needs_no_reason():
    (merged,) = facts(MANY[:1], Partnership)
    assert merged.reason == ""


def test_a_cooperation_presupposes_its_partnership():
    resolution = resolve(
        articles([said(FIRST, Cooperation(PAIR, "health", "医疗", Status.PLANNED))])
    )
    assert [type(one.fact) for one in resolution.facts] == [Partnership, Cooperation]
    assert resolution.facts[0].assertions[0].evidence == resolution.facts[1].assertions[0].evidence


def test_a_cooperation_is_underway_once_an_article_says_so():
    (labour,) = [one for one in facts(MANY, Cooperation) if one.fact.domain == "labour"]
    assert labour.key == "330281-513431/labour"
    assert labour.fact.status is Status.UNDERWAY
    assert {one.fact.phrase for one in labour.assertions} == {"劳务", "稳岗就业"}


def test_copies_of_one_article_are_one_witness():
    copy = document("转载.txt", "2023-05-20")
    cooperation = Cooperation(PAIR, "labour", "劳务", Status.UNDERWAY)
    stated = [said(FIRST, cooperation, LONG), said(copy, cooperation, "（转载）" + LONG)]
    (merged,) = facts(stated, Cooperation)
    assert "2处陈述，1篇不同报道" in merged.reason
    assert "1 distinct article)" in merged.reason


def test_agreements_of_one_title_between_others_stay_apart():
    other = (YUYAO, MANY[2].fact.pair.recipient)
    stated = [
        said(FIRST, Agreement("协作协议", (YUYAO, ZHAOJUE)), start=0),
        said(SECOND, Agreement("《协作协议》", (ZHAOJUE, YUYAO)), start=9),
        said(SECOND, Agreement("协作协议", other), start=99),
    ]
    merged = facts(stated, Agreement)
    assert [len(one.assertions) for one in merged] == [1, 2]
    assert {one.fact.title for one in merged} == {"协作协议"}


def test_an_agreement_without_parties_joins_the_only_one_of_its_title():
    stated = [
        said(FIRST, Agreement("余姚—昭觉协作协议", (YUYAO, ZHAOJUE))),
        said(UNDATED, Agreement("余姚—昭觉协作协议")),
    ]
    (merged,) = facts(stated, Agreement)
    assert merged.fact.parties == (YUYAO, ZHAOJUE)


def test_articles_that_state_nothing_are_kept():
    (record, _), *_ = articles(MANY)
    assert resolve([(record, [])]).articles == (record,)
