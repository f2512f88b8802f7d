"""The W3C tests of SPARQL 1.1 Service Description, each under its own name."""

import pyoxigraph as ox
import pytest

SD = "http://www.w3.org/ns/sparql-service-description#"
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def sd(name):
    return ox.NamedNode(SD + name)


@pytest.fixture(scope="module")
def described(world):
    return world.get("/sparql").graph()


def test_returns_rdf(world):
    answer = world.get("/sparql")
    assert (answer.status, answer.media_type) == (200, "text/turtle")
    assert answer.graph()


def test_has_endpoint_triple(world, described):
    endpoint = ox.NamedNode(f"{world.url}/sparql")
    (service,) = (t.subject for t in described if t.predicate == TYPE and t.object == sd("Service"))
    assert ox.Triple(service, sd("endpoint"), endpoint) in described


def test_conforms_to_schema(described):
    """Every value is of the class that the vocabulary wants for its property."""
    instances = {
        "supportedLanguage": {sd("SPARQL11Query")},
        "feature": {sd("UnionDefaultGraph")},
    }
    typed = {"defaultDataset": "Dataset", "defaultGraph": "Graph", "namedGraph": "NamedGraph"}
    own = [t for t in described if t.predicate.value.startswith(SD)]
    assert {t.predicate.value.removeprefix(SD) for t in own} >= {
        *("endpoint", "supportedLanguage", "resultFormat", "defaultDataset", "defaultGraph"),
    }
    for triple in own:
        name = triple.predicate.value.removeprefix(SD)
        if name in instances:
            assert triple.object in instances[name]
        elif name in typed:
            assert ox.Triple(triple.object, TYPE, sd(typed[name])) in described
        else:
            assert name in ("endpoint", "resultFormat", "name")
            assert isinstance(triple.object, ox.NamedNode)


def test_it_says_what_is_not_offered(described):
    comments = [t.object.value for t in described if t.predicate.value.endswith("#comment")]
    assert any(
        "Read-only" in text and "SERVICE" in text and "30 seconds" in text for text in comments
    )
    assert any("只读" in text and "100000行" in text for text in comments)


def test_void_counts_what_there_is(world):
    found = world.get("/.well-known/void")
    assert (found.status, found.media_type) == (200, "text/turtle")
    void = "http://rdfs.org/ns/void#"
    (triples,) = (t.object for t in found.graph() if t.predicate.value == void + "triples"
                  and t.subject.value.endswith("#dataset"))  # fmt: skip
    dump = world.get("/graph-store?default", Accept="application/n-triples")
    assert int(triples.value) == len(dump.graph()) == len(dump.text.splitlines())
