"""Push, and asking what was pushed, against the servers that people run."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests import world

from xiezuo.evaluate import validate
from xiezuo.query import ask, questions
from xiezuo.query.bind import with_prefixes
from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve
from xiezuo.store import Rows, memory_store, open_store, write_store
from xiezuo.store.graphs import by_document
from xiezuo.store.push import GraphStore, Record, graph_store_of, push, record_path

QUADS = tuple(to_quads(resolve(world.articles(world.MANY))))
VALUES = {
    **{"place": "昭觉县", "one": "余姚市", "other": "昭觉县", "letters": "浙川"},
    **{"domain": "labour", "year": "2024", "person": "方远之", "fact": "partnership/330281-513431"},
}
"""Parameters of questions, by name."""

KILLED = """
import os, signal, sys
from pathlib import Path
from xiezuo.store import open_store
from xiezuo.store.push import GraphStore, Record, push

url, folder, deadly = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])

class Mortal(GraphStore):
    sent = 0
    def _send(self, method, graph, lines):
        Mortal.sent += 1
        if Mortal.sent == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        super()._send(method, graph, lines)

store = Mortal(url, batch=50)
push(open_store(folder).quads(), store, Record(folder / "record.jsonl", store.url))
"""


def held(server) -> set[ox.Quad]:
    """All quads of the documents' graphs that a server holds."""
    return set(open_store(server.endpoint).quads())


def expected(quads=QUADS) -> set[ox.Quad]:
    return {
        ox.Quad(triple.subject, triple.predicate, triple.object, name)
        for name, triples in by_document(quads).items()
        for triple in triples
    }


def pushed(server, folder: Path, quads=QUADS, batch=100):
    store = GraphStore(graph_store_of(server.with_user), batch=batch)
    return push(quads, store, Record(record_path(folder, store.url), store.url))


def test_a_push_puts_exactly_the_builds_quads(server, tmp_path):
    assert pushed(server, tmp_path).put == 4
    assert held(server) == expected()
    assert {quad.triple for quad in held(server)} == {quad.triple for quad in QUADS}


def test_a_second_push_sends_nothing(server, tmp_path):
    pushed(server, tmp_path)
    again = pushed(server, tmp_path)
    assert (again.put, again.kept, again.deleted) == (0, 4, 0)
    assert held(server) == expected()


@pytest.mark.parametrize("deadly", [1, 2, 4, 9, 13])
def test_a_push_that_is_killed_is_finished_by_the_next(server, tmp_path, deadly):
    """Killed before the first request, within a graph, between graphs."""
    write_store(tmp_path / "store", QUADS)
    command = [sys.executable, "-c", KILLED, graph_store_of(server.with_user), str(tmp_path)]
    paths = os.pathsep.join(filter(None, sys.path))
    env = os.environ | {"PYTHONPATH": paths}
    died = subprocess.run([*command, str(deadly)], env=env, check=False)
    assert died.returncode == -signal.SIGKILL
    assert held(server) != expected()
    subprocess.run([*command, "0"], env=env, check=True)
    assert held(server) == expected()


def test_a_push_follows_the_build(server, tmp_path):
    """A document that is gone, one that is new, and facts that changed with them."""
    before = tuple(to_quads(resolve(world.articles(world.MANY[:4]))))
    after = tuple(to_quads(resolve(world.articles(world.MANY[4:]))))
    pushed(server, tmp_path, before)
    assert held(server) == expected(before)
    pushed(server, tmp_path, after)
    assert held(server) == expected(after)
    gone = tuple(to_quads(resolve(world.articles(world.MANY[:1]))))
    assert pushed(server, tmp_path, gone).deleted >= 2
    assert held(server) == expected(gone)


def test_a_graph_of_others_stays(server, tmp_path):
    other = "https://example.org/graph/theirs"
    GraphStore(graph_store_of(server.with_user)).put(other, ["<urn:a> <urn:b> <urn:c> .\n"])
    pushed(server, tmp_path)
    pushed(server, tmp_path, ())
    assert open_store(server.endpoint).query(f"ASK {{ GRAPH <{other}> {{ ?s ?p ?o }} }}") is True
    GraphStore(graph_store_of(server.with_user)).delete(other)


@pytest.mark.parametrize("name", questions())
def test_a_question_has_the_same_answer_everywhere(pushed_world, name):
    local, remote = memory_store(QUADS), open_store(pushed_world.endpoint)
    needed = [p.name for p in questions()[name].parameters if p.needed]
    optional = [p.name for p in questions()[name].parameters if p.name in VALUES]
    for names in {tuple(needed), tuple(dict.fromkeys([*needed, *optional]))}:
        values = {name: VALUES[name] for name in names}
        here, there = (unordered(ask(store, name, values).answer) for store in (local, remote))
        assert there == here


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def pushed_world(request, tmp_path_factory):
    """Each of the servers, with the small world in it."""
    found = request.getfixturevalue(request.param)
    pushed(found, tmp_path_factory.mktemp("pushed"))
    yield found
    found.clear()


def unordered(answer):
    """An answer without the order of its rows: engines sort Chinese names in ways of their own."""
    return sorted(map(str, answer)) if isinstance(answer, Rows) else answer


QUERIES = [
    "SELECT ?place ?name WHERE { ?place a xz:Place ; xz:fullName ?name }",
    "SELECT DISTINCT ?fact ?date WHERE { ?fact a xz:Secondment "
    "OPTIONAL { ?fact schema:startDate ?date } }",
    "SELECT ?kind (COUNT(DISTINCT ?fact) AS ?n) WHERE { ?fact a ?kind ; xz:evidence ?e } "
    "GROUP BY ?kind",
    "SELECT DISTINCT ?within WHERE { ?place xz:gbCode '513431' ; "
    "schema:containedInPlace+ ?above . ?above xz:fullName ?within }",
    "SELECT DISTINCT ?exact WHERE { ?quote oa:exact ?exact FILTER(CONTAINS(?exact, '协作')) }",
    "SELECT DISTINCT ?value WHERE { ?i schema:value ?value FILTER(?value > 2000) }",
    "ASK { ?place xz:fullName '四川省凉山彝族自治州昭觉县'@zh }",
    "ASK { ?place xz:fullName '昭觉县'@en }",
]


@pytest.mark.parametrize("sparql", QUERIES)
def test_a_query_has_the_same_answer_everywhere(server, tmp_path, sparql):
    pushed(server, tmp_path)
    stores = (open_store(server.endpoint), memory_store(QUADS))
    remote, local = (store.query(with_prefixes(sparql)) for store in stores)
    assert unordered(remote) == unordered(local)


def test_a_construct_has_the_same_answer_everywhere(server, tmp_path):
    pushed(server, tmp_path)
    sparql = with_prefixes("CONSTRUCT { ?a xz:partneredWith ?b } WHERE { ?a xz:partneredWith ?b }")
    answer, local = (
        store.query(sparql) for store in (open_store(server.endpoint), memory_store(QUADS))
    )
    assert set(answer.triples) == set(local.triples) != set()


def test_what_was_pushed_conforms(server, tmp_path):
    pushed(server, tmp_path)
    assert validate(open_store(server.endpoint).quads()).conforms
