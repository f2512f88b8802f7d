"""The accuracy on the project's own gold set does not fall.

Each kind has a floor a little under what was last measured (``xiezuo evaluate
tests/quality/gold.jsonl tests/quality/articles``); a change that lifts a kind lifts its floor.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from xiezuo.evaluate import Report, calibration, read_gold, score
from xiezuo.pipeline import predict

HERE = Path(__file__).parent

FLOORS = {
    "partnerships": 0.97,
    "domains": 0.89,
    "ceremonies": 0.98,
    "secondments": 0.95,
    "officials": 0.98,
    "meetings": 0.98,
    "visits": 0.95,
    "agreements": 0.98,
    "indicators": 0.97,
}


@pytest.fixture(scope="module")
def report() -> Report:
    gold = read_gold(HERE / "gold.jsonl")
    predictions, unusable = predict(gold, HERE / "articles")
    assert unusable == []
    return score(gold, predictions)


@pytest.mark.parametrize("field", FLOORS)
def test_no_kind_falls_below_its_floor(report: Report, field: str) -> None:
    assert report.fields[field].f1 >= FLOORS[field]


def test_every_kind_has_a_floor(report: Report) -> None:
    assert set(report.fields) == set(FLOORS)


def test_articles_on_other_matters_yield_nothing(report: Report) -> None:
    documents, unclean, _ = report.irrelevant
    assert documents >= 35
    assert unclean <= documents // 20


def test_relevant_articles_are_told_from_the_others(report: Report) -> None:
    assert report.relevant.f1 >= 0.97


def test_more_confident_facts_are_right_more_often(report: Report) -> None:
    bins = [(facts, right) for _, _, facts, right in calibration(report) if facts >= 100]
    shares = [right / facts for facts, right in bins]
    assert shares == sorted(shares)
