import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiezuo.query.bind import bind, variables, with_prefixes

IRI = ox.NamedNode("https://example.org/x")


@pytest.mark.parametrize(
    ("sparql", "bound"),
    [
        ("SELECT * { ?s ?_v ?o }", "SELECT * { ?s <https://example.org/x> ?o }"),
        ("SELECT * { ?s $_v ?o }", "SELECT * { ?s <https://example.org/x> ?o }"),
        ("ASK { ?s ?_value ?o }", "ASK { ?s ?_value ?o }"),
        ("ASK { ?s ?p '?_v' } # ?_v", "ASK { ?s ?p '?_v' } # ?_v"),
        ('ASK { ?s ?p "a\\"?_v" }', 'ASK { ?s ?p "a\\"?_v" }'),
        ('ASK { ?s ?p """"?_v" ?_v\n""" }', 'ASK { ?s ?p """"?_v" ?_v\n""" }'),
        ("ASK { ?s ?p <http://e.org/?_v#?_v> }", "ASK { ?s ?p <http://e.org/?_v#?_v> }"),
        ("ASK { FILTER(!BOUND(?_v)) }", "ASK { FILTER(!true) }"),
        ("ASK { FILTER(bound ( ?_v )) }", "ASK { FILTER(true) }"),
        ("ASK { FILTER(!BOUND(?w)) }", "ASK { FILTER(!BOUND(?w)) }"),
        ("ASK { FILTER(?a<?_v) }", "ASK { FILTER(?a<<https://example.org/x>) }"),
    ],
)
def test_only_variables_are_replaced(sparql, bound):
    assert bind(sparql, {"_v": IRI}) == bound


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=40))
def test_whatever_a_value_holds_it_stays_one_literal(text):
    sparql = bind("SELECT (?_v AS ?x) WHERE {}", {"_v": ox.Literal(text)})
    rows = list(ox.Store().query(sparql))
    assert [row["x"] for row in rows] == [ox.Literal(text)]


def test_an_injection_is_a_name_that_nothing_has():
    evil = '" } ; DROP ALL # \n\\" ?_v'
    store = ox.Store()
    store.add(ox.Quad(IRI, IRI, ox.Literal("safe")))
    assert list(store.query(bind("SELECT * { ?s ?p ?_v }", {"_v": ox.Literal(evil)}))) == []


def test_variables_in_order():
    assert variables("SELECT ?b { ?a $_c '?d' FILTER(BOUND(?e)) } # ?f") == ("b", "a", "_c", "e")


def test_missing_prefixes_are_declared_on_the_first_line():
    sparql = with_prefixes("PREFIX xz: <https://e.org/>\nASK { ?s a xz:T ; schema:name 'skos:x' }")
    assert sparql.splitlines()[0] == (
        "PREFIX schema: <https://schema.org/> PREFIX xz: <https://e.org/>"
    )
    assert "skos: <" not in sparql
    assert with_prefixes("ASK { ?s <http://e.org/xz:a> ?o }") == "ASK { ?s <http://e.org/xz:a> ?o }"
