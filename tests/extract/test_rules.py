"""Every rule fires on its own examples and keeps still on its counterexamples."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.extract import RULES, extract
from xiezuo.extract.grammar import Rule
from xiezuo.find import find


def fired(text: str) -> set[str]:
    """The ids of the rules that read something in a text."""
    article = make_article(text, published="2024-06-20")
    return {a.evidence.rule for a in extract(article, find(article))}


@pytest.mark.parametrize(
    ("rule", "text"),
    [pytest.param(r, text, id=f"{r.id}-{i}") for r in RULES for i, text in enumerate(r.examples)],
)
def test_rule_fires_on_its_example(rule: Rule, text: str) -> None:
    assert rule.id in fired(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        pytest.param(r, text, id=f"{r.id}-{i}")
        for r in RULES
        for i, text in enumerate(r.counterexamples)
    ],
)
def test_rule_keeps_still_on_its_counterexample(rule: Rule, text: str) -> None:
    assert rule.id not in fired(text)


def test_rule_ids_are_unique_and_have_examples() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert [rule.id for rule in RULES if not rule.examples] == []
    assert all(0 < rule.confidence <= 1 for rule in RULES)
