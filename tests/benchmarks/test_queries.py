"""Every question on a large graph, against pyoxigraph and rdflib in one run, as ratios, in memory
and on disk.

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
from xiezuo.store import EmbeddedStore, write_store

PLACE = {"place": "500101"}
PAIR = {"one": "500101", "other": "320102"}
FACT = {"fact": "https://w3id.org/xiezuo/id/partnership/320102-500101"}
BY_FIRST_PARAMETER = {"place": PLACE, "one": PAIR, "fact": FACT, None: {}}
PARTNERS = """
SELECT ?name {
  <https://w3id.org/xiezuo/id/place/500101>
    <https://w3id.org/xiezuo/ontology#partneredWith> ?other .
  ?other <https://w3id.org/xiezuo/ontology#fullName> ?name
}
"""
"""The lookup that the issue's bar compares with: the partners of a place."""

OTHERWISE = {
    "recipients-of": {"place": "320102"},
    "posts-of-person": {"person": "王某3-500101"},
    "silent-pairs-of": {"since": "2027"},
    "meaning-of-pair": {"letters": "玄万"},
    "uncertain-facts-of": PLACE | {"limit": "0.99"},
    "ranking-in-domain": {"domain": "labour"},
}

WIDE = (
    "changes-of-partner",
    "conflicting-figures-of",
    "former-names-of",
    "inconsistent-pairs",
    "places-in-several-programmes",
    "plans-done-of",
    "silent-pairs-of",
    "uncertain-facts-of",
)
"""The questions whose default is the whole country."""


@pytest.fixture(scope="module")
def measured(request) -> bool:
    return bool(request.config.getoption("benchmark_enable"))


@pytest.fixture(scope="module")
def graph(measured) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(large_quads(300 if measured else 4))
    return store


@pytest.fixture(scope="module")
def on_disk(graph, tmp_path_factory) -> ox.Store:
    folder = tmp_path_factory.mktemp("large") / "store"
    write_store(folder, iter(graph))
    return ox.Store.read_only(str(folder))


def best(*acts: Callable[[], object], repeats: int = 15) -> list[float]:
    """CPU seconds of the fastest of several runs of each, taken in turns, so that load hits all."""
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(repeats):
        for act, taken in zip(acts, times, strict=True):
            start = time.process_time()
            act()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in times]


def parameters(name: str) -> dict[str, str]:
    needed = [one.name for one in questions()[name].parameters if not one.optional]
    return OTHERWISE.get(name) or BY_FIRST_PARAMETER[needed[0] if needed else None]


@pytest.mark.parametrize("where", ["graph", "on_disk"])
@pytest.mark.parametrize("name", list(questions()))
def test_a_question_costs_what_its_sparql_costs(request, measured, name, where):
    graph = request.getfixturevalue(where)
    store = EmbeddedStore(graph, "large")
    sparql = ask(store, name, parameters(name), evidence=False).sparql
    assert len(store.query(sparql)) > 0
    if measured:
        ours, theirs, lookup = best(
            lambda: store.query(sparql),
            lambda: [tuple(row) for row in graph.query(sparql)],
            lambda: list(graph.query(PARTNERS)),
        )
        assert ours <= 1.2 * theirs
        assert ours <= 200 / 0.3 * lookup


@pytest.mark.parametrize("name", WIDE)
def test_a_question_about_the_whole_country_does_not_look_at_everything(graph, measured, name):
    store = EmbeddedStore(graph, "large")
    sparql = ask(store, name, {}, evidence=False).sparql
    assert len(store.query(sparql)) > 0
    if measured:
        ours, lookup = best(lambda: store.query(sparql), lambda: list(graph.query(PARTNERS)))
        assert ours <= 200 / 0.3 * lookup


def test_questions_are_faster_than_in_rdflib(graph, measured):
    other = rdflib.Graph()
    triples = graph.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    other.parse(data=triples, format="nt")
    store = EmbeddedStore(graph, "large")
    ratios = []
    for name in questions():
        sparql = ask(store, name, parameters(name), evidence=False).sparql
        (slow,) = best(lambda sparql=sparql: list(other.query(sparql)), repeats=1)
        (fast,) = best(lambda sparql=sparql: store.query(sparql), repeats=5)
        ratios.append(slow / fast)
    if measured:
        assert sorted(ratios)[len(ratios) // 2] >= 20
