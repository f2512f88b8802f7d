"""The W3C tests of the Graph Store HTTP Protocol for what is offered: GET and HEAD.

Their PUT, POST and DELETE must be refused. What the W3C's tests PUT first is in the store here.
"""

import pyoxigraph as ox
import pytest
from tests.serving import serving

from xiezuo.serve import Settings
from xiezuo.store import write_store

HOST = "www.example"
HERE = f"http://{HOST}/graph-store"
NAME = ox.NamedNode("http://www.w3.org/2006/vcard/ns#fn")
PEOPLE = {
    f"{HERE}/person/1.ttl": "甲",
    "http://www.example/other/%31.ttl": "乙",
    "http://www.example/other/1.ttl": "丙",
}


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gsp") / "store"
    quads = [
        ox.Quad(ox.NamedNode(f"{graph}#me"), NAME, ox.Literal(name), ox.NamedNode(graph))
        for graph, name in PEOPLE.items()
    ]
    default = ox.Quad(ox.NamedNode("urn:default"), NAME, ox.Literal("丁"))
    write_store(folder, [*quads, default])
    with serving(Settings(folder, workers=1)) as client:
        client.extra["Host"] = HOST
        yield client


def names(answer):
    assert answer.status == 200, answer.text
    return [triple.object.value for triple in answer.graph()]


def test_put_get_direct(client):
    """GET of PUT - Initial state, direct graph identification."""
    assert names(client.get("/graph-store/person/1.ttl")) == ["甲"]


def test_put_get_indirect(client):
    """GET of PUT - Initial state, indirect graph identification."""
    graph = "http%3A%2F%2Fwww.example%2Fgraph-store%2Fperson%2F1.ttl"
    assert names(client.get(f"/graph-store?graph={graph}")) == ["甲"]


def test_put_get_on_the_default_graph(client):
    """GET of PUT - default graph."""
    assert names(client.get("/graph-store?default")) == ["丁"]


def test_varying_percent_encoding_for_the_same_graph_iri(client):
    encoded = "http%3A%2F%2Fwww.example%2Fother%2F1.ttl"
    plain = "http://www.example/other/1.ttl"
    assert names(client.get(f"/graph-store?graph={encoded}")) == ["丙"]
    assert names(client.get(f"/graph-store?graph={plain}")) == ["丙"]


def test_percent_encoding_is_decoded_only_once(client):
    once, twice = "http://www.example/other/%31.ttl", "http://www.example/other/%2531.ttl"
    assert names(client.get(f"/graph-store?graph={once}")) == ["丙"]
    assert names(client.get(f"/graph-store?graph={twice}")) == ["乙"]


def test_head_on_an_existing_graph(client):
    for path in ("/graph-store/person/1.ttl", f"/graph-store?graph={HERE}/person/1.ttl"):
        answer = client("HEAD", path)
        assert answer.status == 200
        assert answer.body == b""
        assert answer.media_type == "text/turtle"
        assert int(answer.headers["content-length"]) == len(client.get(path).body) > 0


def test_head_on_a_non_existing_graph(client):
    for path in ("/graph-store/person/4.ttl", f"/graph-store?graph={HERE}/person/4.ttl"):
        assert client("HEAD", path).status == 404


def test_get_of_delete(client):
    """GET of DELETE - existing graph: what is not there is not found."""
    assert client.get("/graph-store/person/2.ttl").status == 404
    assert client.get("/graph-store?graph=http://www.example/none").status == 404


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize(
    "path", ["/graph-store/person/1.ttl", "/graph-store?default", "/graph-store"]
)
def test_writing_is_not_allowed(client, method, path):
    answer = client(method, path, b"<urn:a> <urn:b> <urn:c> .", Content_Type="text/turtle")
    assert answer.status == 405
    assert set(answer.headers["allow"].replace(" ", "").split(",")) == {"GET", "HEAD"}
    assert names(client.get("/graph-store?default")) == ["丁"]


@pytest.mark.parametrize("query", ["", "?default&graph=urn:a", "?graph=a", "?graph=a:a&graph=a:b"])
def test_one_graph_must_be_said(client, query):
    assert client.get(f"/graph-store{query}").status == 400
