"""What follows from other statements and is written out for questions."""

from collections import defaultdict

import pytest
from pyoxigraph import Quad
from tests.benchmarks.large import large_quads

from xiezuo.vocab import XZ


@pytest.fixture(scope="module")
def large() -> dict[str, list[Quad]]:
    """More than a thousand facts, by predicate; the first and the ninth pair have what is rare."""
    found = defaultdict(list)
    for quad in large_quads(14):
        found[quad.predicate].append(quad)
    return found


def test_the_country_lists_a_thousand_facts_the_least_sure_first(large):
    told = {quad.subject: int(quad.object.value) for quad in large[XZ.DOCUMENTS]}
    sure = {quad.subject: quad.object.value for quad in large[XZ.CONFIDENCE]}
    listed = {quad.object for quad in large[XZ.LEAST_SURE]}
    assert len(listed) == 1000 < len(told)
    worst = max((float(sure[fact]), told[fact]) for fact in listed)
    assert all((float(sure[fact]), told[fact]) >= worst for fact in told.keys() - listed)


@pytest.mark.parametrize(
    "predicate",
    [XZ.CONFLICTING_FIGURE, XZ.CARRIED_OUT, XZ.FORMER_PARTNERSHIP, XZ.FORMERLY_NAMED_IN],
)
def test_what_is_rare_is_linked_where_it_is_and_nowhere_else(large, predicate):
    pairs = {quad.subject: quad.object for quad in large[XZ.SUPPORTER]}
    rare = [pair for number, pair in enumerate(pairs) if number % 8 == 0]
    sides = {
        quad.object
        for name in (XZ.SUPPORTER, XZ.RECIPIENT)
        for quad in large[name]
        if quad.subject in rare
    }
    found = {quad.subject for quad in large[predicate]}
    assert found
    assert found <= {*rare, *sides}


def test_a_fact_knows_its_first_report(large):
    first = {quad.subject: quad.object.value for quad in large[XZ.FIRST_REPORTED]}
    told = {quad.subject: int(quad.object.value) for quad in large[XZ.DOCUMENTS]}
    assert first.keys() == told.keys()
    assert min(first.values()) == "2018-01-01"
