"""Push without a real server: where triples go, retries, the record."""

import json
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
from tests import world

from xiezuo.errors import StoreError
from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve
from xiezuo.store.graphs import SHARED, by_document
from xiezuo.store.push import TRIES, GraphStore, Record, graph_store_of, push, record_path
from xiezuo.vocab import BASE, XZ

QUADS = tuple(to_quads(resolve(world.articles(world.MANY))))
RDFS_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def iri(path: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + path)


@pytest.fixture(scope="module")
def graphs():
    return by_document(QUADS)


def holding(graphs, subject) -> set[ox.NamedNode]:
    return {name for name, triples in graphs.items() for t in triples if t.subject == subject}


def test_there_is_a_graph_for_each_document_and_one_that_they_share(graphs):
    documents = {quad.subject for quad in QUADS if quad.object == XZ.DOCUMENT}
    assert graphs.keys() == documents | {iri(SHARED)}
    assert len(documents) == 3


def test_all_graphs_together_are_the_build_with_each_triple_once(graphs):
    held = [triple for triples in graphs.values() for triple in triples]
    assert len(held) == len(set(held))
    assert set(held) == {quad.triple for quad in QUADS}


def test_a_fact_is_where_it_is_stated(graphs):
    """In the graph of the one document that states it; in the shared one if there are several."""
    facts = {quad.subject for quad in QUADS if quad.predicate == XZ.EVIDENCE}
    shared = set()
    for fact in facts:
        statements = [q.object for q in QUADS if (q.subject, q.predicate) == (fact, XZ.EVIDENCE)]
        homes = set().union(*(holding(graphs, statement) for statement in statements))
        links = {n for n, ts in graphs.items() for t in ts if t.predicate == XZ.EVIDENCE}
        about = {
            name
            for name, triples in graphs.items()
            for t in triples
            if t.subject == fact and t.predicate != XZ.EVIDENCE
        }
        assert iri(SHARED) not in homes | links
        assert about == (homes if len(homes) == 1 else {iri(SHARED)})
        shared |= {fact} if len(homes) > 1 else set()
    assert iri("partnership/330281-513431") in shared
    assert len(shared) < len(facts)


def test_a_graph_describes_all_that_it_names(graphs):
    """With the shared graph, but facts of other documents."""
    subjects = {quad.subject for quad in QUADS}
    facts = {quad.subject for quad in QUADS if quad.predicate == XZ.EVIDENCE}
    for name, triples in graphs.items():
        known = {triple.subject for triple in triples | graphs[iri(SHARED)]}
        named = {t.object for t in triples if isinstance(t.object, ox.NamedNode)}
        assert name == iri(SHARED) or (named & subjects) - known <= facts


def test_partners_are_where_their_partnership_is_stated(graphs):
    pair = {iri("place/330000"), iri("place/510000")}
    found = {
        name
        for name, triples in graphs.items()
        for t in triples
        if t.predicate == XZ.PARTNERED_WITH and {t.subject, t.object} == pair
    }
    assert found == holding(graphs, iri("partnership/330000-510000"))
    assert len(found) == 1


def test_what_belongs_to_no_document_is_shared():
    more = ox.Quad(iri("place/1"), RDFS_LABEL, ox.Literal("无"))
    named = ox.Quad(iri("x"), RDFS_LABEL, ox.Literal("有"), ox.NamedNode("urn:given"))
    graphs = by_document([*QUADS, more, named])
    assert more.triple in graphs[iri(SHARED)]
    assert graphs[ox.NamedNode("urn:given")] == {named.triple}
    assert by_document([more]) == {iri(SHARED): {more.triple}}


class _Store(BaseHTTPRequestHandler):
    """A graph store that fails as often as it is told, and writes down what it is sent."""

    log: list
    failures: list

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        (graph,) = parse_qs(urlsplit(self.path).query)["graph"]
        status = self.failures.pop(0) if self.failures else 200
        self.log.append((self.command, graph, body.count("\n"), status))
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "7")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def __getattr__(self, name: str):
        if name in ("do_PUT", "do_POST", "do_DELETE"):
            return self.answer
        raise AttributeError(name)

    def log_message(self, format, *args) -> None:
        pass


@pytest.fixture
def graph_store(serve):
    """Starts a graph store: gives it, its log and how long it waited between tries."""

    def start(*failures, batch=100):
        log, waits = [], []
        handler = type("Store", (_Store,), {"log": log, "failures": list(failures)})
        url = serve(ox.Store(), handler)
        return GraphStore(url.replace("/query", "/data"), batch, sleep=waits.append), log, waits

    return start


def test_large_graphs_go_in_batches(graph_store, tmp_path, graphs):
    store, log, _ = graph_store(batch=100)
    push(QUADS, store, Record(tmp_path / "record", store.url))
    for name, triples in graphs.items():
        sent = [(method, lines) for method, graph, lines, _ in log if graph == name.value]
        assert [method for method, _ in sent] == ["PUT"] + ["POST"] * ((len(triples) - 1) // 100)
        assert sum(lines for _, lines in sent) == len(triples)
        assert max(lines for _, lines in sent) <= 100


def test_a_graph_with_blank_nodes_goes_at_once(graph_store):
    store, log, _ = graph_store(batch=1)
    store.put("urn:g", ["_:a <urn:p> <urn:x> .\n", "<urn:y> <urn:p> _:a .\n"])
    assert log == [("PUT", "urn:g", 2, 200)]


def test_what_may_pass_is_tried_again(graph_store):
    store, log, waits = graph_store(503, 429, 500)
    store.put("urn:g", ["<urn:a> <urn:b> <urn:c> .\n"])
    assert [status for *_, status in log] == [503, 429, 500, 200]
    assert waits == [0.5, 7.0, 2.0]


def test_a_store_that_stays_away_is_given_up(graph_store):
    store, log, waits = graph_store(*[503] * 99)
    with pytest.raises(StoreError, match="503"):
        store.put("urn:g", ["<urn:a> <urn:b> <urn:c> .\n"])
    assert len(log) == TRIES == len(waits) + 1


def test_a_refusal_is_final(graph_store):
    store, log, _ = graph_store(403)
    with pytest.raises(StoreError, match="403"):
        store.put("urn:g", ["<urn:a> <urn:b> <urn:c> .\n"])
    assert len(log) == 1


def test_deleting_what_is_gone_is_no_error(graph_store):
    store, log, _ = graph_store(404)
    store.delete("urn:g")
    assert log == [("DELETE", "urn:g", 0, 404)]


def test_only_what_changed_is_sent_again(graph_store, tmp_path):
    store, log, _ = graph_store()
    push(QUADS, store, Record(tmp_path / "record", store.url))
    log.clear()
    changed = ox.Quad(iri("document/none"), RDFS_LABEL, ox.Literal("新"), QUADS[0].subject)
    done = push([*QUADS, changed], store, Record(tmp_path / "record", store.url))
    assert (done.put, done.kept) == (1, 3)
    assert {graph for _, graph, *_ in log} == {QUADS[0].subject.value}


def test_a_broken_record_costs_a_push_and_no_more(tmp_path):
    path = tmp_path / "record"
    record = Record(path, "http://store")
    record.note("urn:a", "1")
    record.note("urn:b", "2")
    record.note("urn:a", None)
    with path.open("a") as file:
        file.write('{"graph": "urn:c", "dig')
    assert Record(path, "http://store").digests == {"urn:b": "2"}
    assert json.loads(path.read_text().splitlines()[0]) == {"store": "http://store"}
    assert Record(path, "http://other").digests == {}


def test_a_record_belongs_to_a_store(tmp_path):
    paths = {record_path(tmp_path, f"http://{x}/data") for x in ("a", "b", "a:1", "a:2")}
    assert len(paths) == 4
    assert {path.parent for path in paths} == {tmp_path}


@pytest.mark.parametrize(
    ("url", "store"),
    [
        ("http://h:7878/query", "http://h:7878/store"),
        ("http://h/sparql", "http://h/sparql-graph-crud-auth"),
        ("http://h/ds/data", "http://h/ds/data"),
    ],
)
def test_the_graph_store_of_an_endpoint(url, store):
    assert graph_store_of(url) == store
