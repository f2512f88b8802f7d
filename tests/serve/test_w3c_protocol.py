"""The W3C tests of the SPARQL 1.1 Protocol, for queries, each under its own name.

The updates among them must be refused: the endpoint is read-only, as its description says.
"""

from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from tests.serving import serving

from xiezuo.serve import Settings
from xiezuo.store import write_store

DATA = "http://example.org/data/"
QUERY, FORM, UPDATE = (
    "application/sparql-query",
    "application/x-www-form-urlencoded",
    "application/sparql-update",
)
BOTH = f"<{DATA}1> a ?type . <{DATA}2> a ?type ."
GRAPHS = f"GRAPH ?g1 {{ <{DATA}1> a ?type }} GRAPH ?g2 {{ <{DATA}2> a ?type }}"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Three graphs, each of which says of itself what it is."""
    folder = tmp_path_factory.mktemp("w3c") / "store"
    type_ = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    document = ox.NamedNode("http://xmlns.com/foaf/0.1/Document")
    names = [ox.NamedNode(f"{DATA}{number}") for number in (1, 2, 3)]
    write_store(folder, [ox.Quad(name, type_, document, name) for name in names])
    return folder


@pytest.fixture(scope="module")
def client(store):
    with serving(Settings(store, workers=1)) as client:
        yield client


def dataset(default=(), named=()):
    return [("default-graph-uri", f"{DATA}{number}") for number in default] + [
        ("named-graph-uri", f"{DATA}{number}") for number in named
    ]


def truth(answer):
    assert answer.status == 200, answer.text
    assert answer.media_type in ("application/sparql-results+json",)
    return answer.json()["boolean"]


def test_query_post_form(client):
    path = "/sparql?" + urlencode(dataset([0]))
    assert truth(client.post("query=ASK%20%7B%7D", FORM, path)) is True


def test_query_dataset_default_graphs_get(client):
    assert truth(client.ask(f"ASK {{ {BOTH} }}", *dataset([1, 2]))) is True
    assert truth(client.ask(f"ASK {{ {BOTH} }}", *dataset([1]))) is False


def test_query_dataset_default_graphs_post(client):
    path = "/sparql?" + urlencode(dataset([1, 2]))
    assert truth(client.post(f"ASK {{ {BOTH} }}", QUERY, path)) is True


def test_query_dataset_named_graphs_post(client):
    path = "/sparql?" + urlencode(dataset(named=[1, 2]))
    assert truth(client.post(f"ASK {{ {GRAPHS} }}", QUERY, path)) is True


def test_query_dataset_named_graphs_get(client):
    assert truth(client.ask(f"ASK {{ {GRAPHS} }}", *dataset(named=[1, 2]))) is True
    assert truth(client.ask(f"ASK {{ {GRAPHS} }}", *dataset(named=[1]))) is False
    assert truth(client.ask("ASK { ?s ?p ?o }", *dataset(named=[1]))) is False


def test_query_dataset_full(client):
    path = "/sparql?" + urlencode(dataset([3], [1, 2]))
    assert truth(client.post(f"ASK {{ <{DATA}3> a ?type {GRAPHS} }}", QUERY, path)) is True
    assert truth(client.post(f"ASK {{ <{DATA}1> a ?type }}", QUERY, path)) is False


def test_query_multiple_dataset(client):
    """The request's dataset goes before the query's."""
    path = "/sparql?" + urlencode(dataset(named=[1, 2]))
    assert truth(client.post(f"ASK FROM <{DATA}3> {{ {GRAPHS} }}", QUERY, path)) is True
    assert truth(client.post(f"ASK FROM <{DATA}3> {{ ?s ?p ?o }}", QUERY, path)) is False


def test_query_get(client):
    assert truth(client.ask("ASK {}", *dataset([0]))) is True


def test_query_content_type_select(client):
    answer = client.post("SELECT (1 AS ?value) {}", QUERY)
    assert (answer.status, answer.media_type) == (200, "application/sparql-results+json")


def test_query_content_type_ask(client):
    answer = client.post("ASK {}", QUERY)
    assert (answer.status, answer.media_type) == (200, "application/sparql-results+json")


def test_query_content_type_describe(client):
    answer = client.post("DESCRIBE <http://example.org/>", QUERY)
    assert (answer.status, answer.media_type) == (200, "text/turtle")


def test_query_content_type_construct(client):
    answer = client.post("CONSTRUCT { <s> <p> 1 } WHERE {}", QUERY)
    assert (answer.status, answer.media_type) == (200, "text/turtle")
    assert len(answer.graph()) == 1


def test_query_post_direct(client):
    assert truth(client.post("ASK {}", QUERY)) is True


def test_bad_query_method(client):
    answer = client("PUT", "/sparql?query=ASK%20%7B%7D", Content_Type=FORM)
    assert answer.status == 405
    assert {"GET", "POST"} <= set(answer.headers["allow"].replace(" ", "").split(","))


def test_bad_multiple_queries(client):
    answer = client.get("/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D")
    assert answer.status == 400
    assert "one query, not 2" in answer.text


def test_bad_query_wrong_media_type(client):
    assert client.post("ASK {}", "text/plain").status == 415


def test_bad_query_missing_form_type(client):
    assert client("POST", "/sparql", b"query=ASK%20%7B%7D").status == 415


def test_bad_query_missing_direct_type(client):
    assert client("POST", "/sparql", b"ASK {}").status == 415


def test_bad_query_non_utf8(client):
    body, media_type = "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16"
    assert client("POST", "/sparql", body, Content_Type=media_type).status == 415
    assert client("POST", "/sparql", body, Content_Type=QUERY).status == 400


def test_bad_query_syntax(client):
    answer = client.get("/sparql?query=ASK%20%7B")
    assert answer.status == 400
    assert "error at 1:6" in answer.text


USING = urlencode({"using-graph-uri": f"{DATA}1"})
TWO = urlencode([("using-graph-uri", f"{DATA}{number}") for number in (1, 2)])
NAMED = urlencode([("using-named-graph-uri", f"{DATA}{number}") for number in (1, 2)])
INSERT = f"INSERT {{ GRAPH <{DATA}3> {{ ?s a <urn:found> }} }} WHERE {{ %s }}"


def refused(client, answer):
    """Whether an update was refused, as one that an endpoint without updates does not allow."""
    assert answer.status == 403
    assert "read-only" in answer.text
    return truth(client.ask("ASK { GRAPH ?g { ?s a <urn:found> } }")) is False


def test_update_dataset_default_graph(client):
    assert refused(client, client.post(INSERT % "?s a ?type", UPDATE, f"/sparql?{USING}"))


def test_update_dataset_default_graphs(client):
    assert refused(client, client.post(INSERT % "?s a ?type", UPDATE, f"/sparql?{TWO}"))


def test_update_dataset_named_graphs(client):
    where = "GRAPH ?g { ?s a ?type }"
    assert refused(client, client.post(INSERT % where, UPDATE, f"/sparql?{NAMED}"))


def test_update_dataset_full(client):
    where = "?s a ?type . GRAPH ?g { ?s a ?type }"
    assert refused(client, client.post(INSERT % where, UPDATE, f"/sparql?{USING}&{NAMED}"))


def test_update_post_form(client):
    assert refused(client, client.post(urlencode({"update": INSERT % "?s a ?type"}), FORM))


def test_update_post_direct(client):
    assert refused(client, client.post(INSERT % "?s a ?type", UPDATE))


def test_update_base_uri(client):
    update = "BASE <urn:> INSERT DATA { GRAPH <urn:g> { <s> a <urn:found> } }"
    assert refused(client, client.post(urlencode({"update": update}), FORM))


@pytest.mark.parametrize("update", ["CLEAR ALL", "LOAD <http://127.0.0.1:9/data>"])
def test_other_updates_are_refused_in_every_way_of_sending_them(client, update):
    for answer in (
        client.post(urlencode({"update": update}), FORM),
        client.post(update, UPDATE),
        client.post(update, QUERY),
        client.get("/sparql?" + urlencode({"update": update})),
    ):
        assert refused(client, answer)
    assert truth(client.ask(f"ASK {{ {BOTH} }}")) is True


def test_bad_update_get(client):
    assert client.get("/sparql?update=CLEAR%20ALL").status == 403


def test_bad_multiple_updates(client):
    assert client.post("update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM).status == 403


def test_bad_update_wrong_media_type(client):
    assert client.post("CLEAR NAMED", "text/plain").status == 415


def test_bad_update_missing_form_type(client):
    assert client("POST", "/sparql", b"update=CLEAR%20NAMED").status == 415


def test_bad_update_non_utf8(client):
    assert client.post("CLEAR NAMED", f"{UPDATE}; charset=UTF-16").status == 415


def test_bad_update_syntax(client):
    assert client.post("update=CLEAR%20XYZ", FORM).status == 403


def test_bad_update_dataset_conflict(client):
    path = "/sparql?using-named-graph-uri=http%3A%2F%2Fexample%2Fpeople"
    assert client.post("WITH <http://example/a> DELETE {} WHERE {}", UPDATE, path).status == 403
