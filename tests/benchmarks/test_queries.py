"""Every question on a large graph, against pyoxigraph and rdflib in the same run, as ratios.

``make bench`` measures on about a million triples; an ordinary test run asks the same questions
of a small graph, so that this file cannot rot.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib

from tests.benchmarks.large import large_quads
from xiezuo.query import ask, questions
from xiezuo.store import EmbeddedStore

PLACE = {"place": "530103"}
PAIR = {"one": "530103", "other": "370523"}
FACT = {"fact": "https://w3id.org/xiezuo/id/partnership/370523-530103"}
BY_FIRST_PARAMETER = {"place": PLACE, "one": PAIR, "fact": FACT, None: {}}


@pytest.fixture(scope="module")
def measured(request) -> bool:
    return not request.config.getoption("benchmark_disable")


@pytest.fixture(scope="module")
def graph(measured) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(large_quads(240 if measured else 90))
    return store


def best(act: Callable[[], object], repeats: int) -> float:
    """Seconds of the fastest of several runs."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return min(times)


def parameters(name: str) -> dict[str, str]:
    needed = [one.name for one in questions()[name].parameters if not one.optional]
    return BY_FIRST_PARAMETER[needed[0] if needed else None]


@pytest.mark.parametrize("name", list(questions()))
def test_a_question_costs_what_its_sparql_costs(graph, measured, name):
    store = EmbeddedStore(graph, "large")
    sparql = ask(store, name, parameters(name), evidence=False).sparql
    assert len(store.query(sparql)) > 0
    if measured:
        theirs = best(lambda: [tuple(row) for row in graph.query(sparql)], 15)
        assert best(lambda: store.query(sparql), 15) <= 1.2 * theirs
        lookup = "SELECT ?o { <https://w3id.org/xiezuo/id/place/530103> ?p ?o }"
        assert theirs <= 600 * best(lambda: list(graph.query(lookup)), 15)


def test_questions_are_faster_than_in_rdflib(graph, measured):
    other = rdflib.Graph()
    triples = graph.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    if not measured:
        triples = triples[: triples.rindex(b"\n", 0, 200_000) + 1]
    other.parse(data=triples, format="nt")
    store = EmbeddedStore(graph, "large")
    ratios = []
    for name in questions():
        sparql = ask(store, name, parameters(name), evidence=False).sparql
        slow = best(lambda sparql=sparql: list(other.query(sparql)), 1)
        ratios.append(slow / best(lambda sparql=sparql: store.query(sparql), 5))
    if measured:
        assert sorted(ratios)[len(ratios) // 2] >= 20
