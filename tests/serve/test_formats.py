"""Content negotiation, and that each format says the same."""

import csv
import io

import pyoxigraph as ox
import pytest
import rdflib

from xiezuo.serve.negotiate import GRAPHS, HTML, ROWS, choose

SELECT = (
    "SELECT ?name ?n ?day ?none ?iri { { ?p xz:fullName ?name BIND(?p AS ?iri) } UNION "
    "{ ?i schema:value ?n } UNION { ?e schema:startDate ?day } } ORDER BY ?name ?n ?day ?iri"
)
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a xz:Agreement ; ?p ?o }"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "json"),
        ("*/*", "json"),
        ("application/json", "json"),
        ("text/csv", "csv"),
        ("text/*", "csv"),
        ("text/csv;q=0.3, text/tab-separated-values;q=0.4", "tab-separated-values"),
        ("application/sparql-results+xml, */*;q=0.1", "xml"),
        ("application/sparql-results+json;q=0, */*", "xml"),
        ("TEXT/CSV ; Q=0.9, application/xml;q=0.2", "csv"),
        ("text/csv;q=2, application/xml;q=nonsense", "csv"),
        ("image/png, text/csv;q=0.001", "csv"),
        ("image/png", None),
        ("*/*;q=0", None),
    ],
)
def test_what_the_client_likes_best(accept, chosen):
    found = choose(accept, ROWS)
    assert found is None if chosen is None else found.endswith(chosen)


def test_a_browser_gets_the_page():
    chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
    assert choose(chromium, (*ROWS, HTML)) == HTML
    assert choose(chromium, (*GRAPHS, HTML)) == HTML


def terms(answer):
    format_ = ox.QueryResultsFormat.from_media_type(answer.media_type)
    return [tuple(row) for row in ox.parse_query_results(answer.body, format_)]


def test_rows_are_the_same_in_every_format(world):
    found = {name: world.ask(SELECT, Accept=name) for name in ROWS}
    assert {name: answer.media_type for name, answer in found.items()} == {n: n for n in ROWS}
    json, xml, csv_, tsv = found.values()
    assert len(terms(json)) > 10
    assert terms(json) == terms(xml) == terms(tsv)
    plain = [["" if t is None else t.value for t in row] for row in terms(json)]
    assert list(csv.reader(io.StringIO(csv_.text)))[1:] == plain


def test_a_truth_value_has_two_formats(world):
    for media_type in ROWS[:2]:
        answer = world.ask("ASK { ?s a xz:Place }", Accept=media_type)
        format_ = ox.QueryResultsFormat.from_media_type(answer.media_type)
        assert bool(ox.parse_query_results(answer.body, format_)) is True
    assert world.ask("ASK {}", Accept="text/csv").status == 406


def test_graphs_are_the_same_in_every_format(world):
    found = {name: world.ask(CONSTRUCT, Accept=name) for name in GRAPHS}
    for name, answer in found.items():
        assert (answer.status, answer.media_type) == (200, name)
        if name != "application/ld+json":
            parsed = rdflib.Graph().parse(data=answer.body, format=name)
            assert len(parsed) == len(answer.graph())
    graphs = [answer.graph() for answer in found.values()]
    assert len(graphs[0]) > 3
    assert all(graph == graphs[0] for graph in graphs)


def test_what_cannot_be_had_is_406_and_says_what_can(world):
    for query in (SELECT, CONSTRUCT, "ASK {}"):
        answer = world.ask(query, Accept="image/png")
        assert answer.status == 406
        assert "application/" in answer.text


def test_odd_text_survives_xml(world):
    query = 'SELECT ?x { VALUES ?x { "a<&>\\"]]>" "line\\rbreak\\nand\\ttab" "陇"@zh } }'
    xml = world.ask(query, Accept="application/sparql-results+xml")
    assert terms(xml) == terms(world.ask(query))


def test_every_answer_varies_by_accept(world):
    assert "Accept" in world.ask(SELECT).headers["vary"]


def test_an_answer_that_is_known_is_not_sent_again(world):
    first = world.ask(SELECT)
    tag = first.headers["etag"]
    for condition in (tag, f'W/{tag}, "other"', "*"):
        again = world.ask(SELECT, If_None_Match=condition)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == tag
    assert world.ask(SELECT, If_None_Match='"other"').status == 200
    assert world.ask(SELECT, Accept="text/csv").headers["etag"] != tag
    assert world.get("/", If_None_Match=world.get("/").headers["etag"]).status == 304


def test_pages_of_other_sites_may_read(world):
    answer = world.ask("ASK {}", Origin="https://example.org")
    assert answer.headers["access-control-allow-origin"] == "*"
    asked = world(
        "OPTIONS",
        "/sparql",
        Origin="https://example.org",
        Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="content-type",
    )
    assert asked.status == 200
    assert "POST" in asked.headers["access-control-allow-methods"]


def test_nobody_else_may_where_that_is_switched_off(server, world_store):
    client = server(world_store, cors="")
    answer = client.ask("ASK {}", Origin="https://example.org")
    assert "access-control-allow-origin" not in answer.headers
