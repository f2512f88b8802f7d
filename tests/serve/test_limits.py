"""Time-outs, row limits, what is refused, many clients at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pyoxigraph as ox
import pytest
from tests import world as invented

from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve
from xiezuo.serve.guard import asks_others, is_update
from xiezuo.store import write_store

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
"""Some 10^11 rows: hours."""

_DOUBLED = " ".join(f"BIND(CONCAT(?s{i}, ?s{i}) AS ?s{i + 1})" for i in range(40))
HUNGRY = f"SELECT (STRLEN(?s40) AS ?n) {{ BIND('0123456789abcdef' AS ?s0) {_DOUBLED} }}"
"""A text that doubles forty times."""

PLACES = "SELECT ?name { ?place xz:fullName ?name FILTER(STRSTARTS(?name, '%s')) } ORDER BY ?name"


def test_an_endless_query_is_stopped_while_others_are_answered(server, world_store):
    """A hundred clients, at the endpoint and at pages: none refused, none answered wrong."""
    client = server(world_store, timeout=6.0, workers=2)
    alone = {prefix: client.ask(PLACES % prefix).json() for prefix in ("浙", "四", "x")}
    page = client.get("/questions/supporters-of?place=513431&format=csv").text
    assert len(alone["四"]["results"]["bindings"]) > len(alone["x"]["results"]["bindings"]) == 0
    ended, before = threading.Event(), []

    def endless():
        answer = client.ask(ENDLESS)
        ended.set()
        return answer

    def one(number):
        prefix = "浙四x"[number % 3]
        answer = client.ask(PLACES % prefix)
        right = answer.status == 200 and answer.json() == alone[prefix]
        if number % 5 == 0:
            found = client.get("/questions/supporters-of?place=513431&format=csv")
            right = right and found.text == page
        before.append(not ended.is_set())
        return right

    with ThreadPoolExecutor(101) as clients:
        long = clients.submit(endless)
        assert list(clients.map(one, range(100))) == [True] * 100
    assert any(before)
    assert long.result().status == 503
    assert "stopped after 6 seconds" in long.result().text


def test_processes_that_were_stopped_are_replaced(server, world_store):
    client = server(world_store, timeout=0.5, workers=1)
    for _ in range(3):
        assert client.ask(ENDLESS).status == 503
        assert client.ask("ASK { ?s a xz:Place }").json()["boolean"] is True


def test_a_query_that_needs_too_much_memory_is_stopped(server, world_store):
    client = server(world_store, timeout=60.0, workers=1, memory=2**31)
    answer = client.ask(HUNGRY)
    assert answer.status == 503
    assert "memory" in answer.text
    assert client.ask("ASK { ?s a xz:Place }").json()["boolean"] is True


def test_a_new_build_is_served_at_once(server, tmp_path):
    def build(count):
        stated = invented.articles(invented.MANY[:count])
        write_store(tmp_path / "store", to_quads(resolve(stated)))

    query = "SELECT (COUNT(*) AS ?n) { ?document a xz:Document }"

    def documents(client):
        return client.ask(query).json()["results"]["bindings"][0]["n"]["value"]

    build(1)
    client = server(tmp_path / "store")
    assert documents(client) == "1"
    build(2)
    assert documents(client) == "2"
    assert client.get("/graph-store?default").status == 200


@pytest.mark.parametrize(
    ("media_type", "note"),
    [
        ("application/sparql-results+json", '"link": ["#cut-after-5"]'),
        ("application/sparql-results+xml", "<!-- Cut after 5"),
        ("text/csv", ""),
        ("text/turtle", "# Cut after 5"),
        ("application/n-triples", "# Cut after 5"),
        ("application/rdf+xml", "<!-- Cut after 5"),
        ("application/ld+json", ""),
    ],
)
def test_answers_that_are_cut_say_so(server, world_store, media_type, note):
    client = server(world_store, rows=5, workers=1)
    rows = "sparql-results" in media_type or "csv" in media_type
    query = "SELECT * { ?s ?p ?o }" if rows else "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    whole = client.ask(f"{query} LIMIT 5", Accept=media_type)
    cut = client.ask(query, Accept=media_type)
    assert "x-row-limit" not in whole.headers
    assert "Cut after" not in whole.text
    assert cut.headers["x-row-limit"] == "5; truncated"
    assert note in cut.text
    if media_type == "text/csv":
        assert len(cut.text.splitlines()) == 1 + 5
    elif rows:
        format_ = ox.QueryResultsFormat.from_media_type(media_type)
        assert len(list(ox.parse_query_results(cut.body, format_))) == 5
    else:
        assert len(cut.graph()) == 5


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
        "SELECT * { ?s ?p 'a'SERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } }",
        "SELECT * { FILTER(?a<?b)SERVICE<http://127.0.0.1:9/>{ ?a ?b ?c } FILTER(?a>?b) }",
        "SELECT * { ?s <p#> ?o SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
        "SELECT * { ?s ?p ?o FILTER(?o = '#') SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }",
        "SELECT * { { SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "# SERVICE\nSELECT * { SERVICE<http://127.0.0.1:9/>{} }",
    ],
)
def test_other_servers_are_not_asked(world, query):
    answer = world.ask(query)
    assert answer.status == 403
    assert "SERVICE is not offered" in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a xz:Place }",
        "SELECT * { ?s <http://example.org/service> ?o } # SERVICE",
        "SELECT * { ?s xz:service ?o ; xz:a-service-of ?x ; xz:a.SERVICE ?y ; xz:service%20 ?z }",
        'SELECT * { ?s ?p \'SERVICE <x> {}\' , """SERVICE""" , \'x\\\'SERVICE\' }',
        "SELECT * { ?s ?p 'x'@service }",
        "PREFIX service: <http://example.org/> SELECT * { ?s service:p ?o }",
        "SELECT $service { }",
    ],
)
def test_the_word_alone_is_no_harm(world, query):
    assert not asks_others(query)
    assert world.ask(query).status == 200


@pytest.mark.parametrize(
    ("text", "update"),
    [
        ("LOAD <http://x>", True),
        ("prefix a: <http://a> insert data { a:b a:c 1 }", True),
        ("# DELETE\nSELECT * {}", False),
        ("PREFIX delete: <http://a> SELECT * { ?s delete:x ?o }", False),
        ("BASE <http://x/drop> ASK {}", False),
    ],
)
def test_updates_are_told_from_queries(text, update):
    assert is_update(text) is update


def test_long_queries_are_refused(world):
    query = "ASK {} #" + "x" * 2**20
    assert world.post(query, "application/sparql-query").status == 413
