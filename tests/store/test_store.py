"""One behaviour for every store."""

from http.server import BaseHTTPRequestHandler

import pyoxigraph as ox
import pytest

from xiezuo.errors import QueryError, StoreError
from xiezuo.store import RemoteStore, Rows, Triples, open_store, write_store

EX = "https://example.org/"
NAME = ox.NamedNode("https://schema.org/name")
NUMBER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
QUADS = [
    ox.Quad(ox.NamedNode(EX + "1"), NAME, ox.Literal("陇县", language="zh")),
    ox.Quad(ox.NamedNode(EX + "2"), NAME, ox.Literal('a "quoted"\n\\ name')),
    ox.Quad(ox.NamedNode(EX + "2"), ox.NamedNode(EX + "n"), ox.Literal("1.5", datatype=NUMBER)),
]


@pytest.fixture(params=["build", "store", "turtle", "folder", "remote"])
def store(request, tmp_path, serve):
    """The same three triples, wherever a graph can lie."""
    if request.param in ("build", "store"):
        write_store(tmp_path / "store", iter(QUADS))
        return open_store(tmp_path if request.param == "build" else tmp_path / "store")
    memory = ox.Store()
    memory.bulk_extend(QUADS)
    if request.param == "remote":
        return open_store(serve(memory))
    file = tmp_path / "graph.ttl"
    memory.dump(str(file), ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    return open_store(file if request.param == "turtle" else tmp_path)


def test_select_gives_terms_and_gaps(store):
    answer = store.query(
        f"SELECT ?s ?name ?n WHERE {{ ?s <{NAME.value}> ?name OPTIONAL {{ ?s <{EX}n> ?n }} }}"
        " ORDER BY ?s"
    )
    assert answer == Rows(
        ("s", "name", "n"),
        (
            (QUADS[0].subject, QUADS[0].object, None),
            (QUADS[1].subject, QUADS[1].object, QUADS[2].object),
        ),
    )
    assert answer.column("n") == (None, QUADS[2].object)
    assert len(answer) == 2


def test_an_empty_answer_has_its_columns(store):
    assert store.query(f"SELECT ?a ?b WHERE {{ ?a <{EX}none> ?b }}") == Rows(("a", "b"), ())


def test_construct_gives_triples(store):
    answer = store.query(f"CONSTRUCT {{ ?s a <{EX}T> }} WHERE {{ ?s <{EX}n> ?n }}")
    assert isinstance(answer, Triples)
    assert [triple.subject for triple in answer.triples] == [QUADS[2].subject]


@pytest.mark.parametrize(("n", "truth"), [("1.50", True), ("2", False)])
def test_ask_gives_a_truth_value(store, n, truth):
    assert store.query(f"ASK {{ ?s ?p ?o FILTER(?o = {n}) }}") is truth


def test_quads_gives_everything(store):
    assert {quad.triple for quad in store.quads()} == {quad.triple for quad in QUADS}


def test_a_broken_query_is_the_querys_error(store):
    with pytest.raises(QueryError, match="cannot"):
        store.query("SELECT ?s WHERE { ?s ?p }")


@pytest.mark.parametrize("name", ["missing", "missing.ttl"])
def test_a_graph_that_is_not_there(tmp_path, name):
    with pytest.raises(StoreError, match="no such graph"):
        open_store(tmp_path / name)


def test_a_folder_without_a_graph(tmp_path):
    (tmp_path / "notes.txt").write_text("no graph")
    with pytest.raises(StoreError, match="no store and no graph file"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="is no graph file"):
        open_store(tmp_path / "notes.txt")


def test_a_broken_graph_file_is_named(tmp_path):
    (tmp_path / "a.ttl").write_text("<https://example.org/1> .")
    with pytest.raises(StoreError, match=r"a\.ttl: cannot be read"):
        open_store(tmp_path / "a.ttl")


def test_a_broken_store_is_named(tmp_path):
    write_store(tmp_path / "store", QUADS)
    (tmp_path / "store" / "CURRENT").write_text("rubbish")
    with pytest.raises(StoreError, match="store"):
        open_store(tmp_path)


def test_all_graphs_of_a_file_are_asked(tmp_path):
    (tmp_path / "g.nq").write_text(f"<{EX}1> <{EX}p> <{EX}2> <{EX}graph> .\n")
    assert open_store(tmp_path / "g.nq").query("ASK { ?s ?p ?o }") is True


def test_an_endpoint_that_is_not_there():
    with pytest.raises(StoreError, match="cannot be reached"):
        RemoteStore("http://127.0.0.1:9/query", timeout=2).query("ASK {}")


class _Odd(BaseHTTPRequestHandler):
    """An endpoint that answers each query as its text asks."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        status = 503 if "503" in body else 200
        media_type = "text/html" if "html" in body else "application/sparql-results+json"
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(b"<p>busy</p>")

    def log_message(self, format, *args) -> None:
        pass


@pytest.mark.parametrize(
    ("query", "problem"),
    [("503", "503 .*busy"), ("html", "answers with text/html"), ("json", "cannot be read")],
)
def test_an_endpoint_that_answers_nonsense(serve, query, problem):
    with pytest.raises(StoreError, match=problem):
        open_store(serve(ox.Store(), _Odd)).query(query)
