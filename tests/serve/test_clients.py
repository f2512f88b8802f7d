"""Other people's clients get the rows that pyoxigraph gives: SPARQLWrapper and Comunica."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from SPARQLWrapper import JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper

from xiezuo.query.bind import with_prefixes

QUERIES = [
    "SELECT ?place ?name WHERE { ?place a xz:Place ; xz:fullName ?name } ORDER BY ?place",
    "SELECT ?fact ?date ?post WHERE { ?fact a xz:Secondment "
    "OPTIONAL { ?fact schema:startDate ?date } OPTIONAL { ?fact xz:post ?post } } ORDER BY ?fact",
    "SELECT ?kind (COUNT(?fact) AS ?n) WHERE { ?fact a ?kind ; xz:evidence ?e } "
    "GROUP BY ?kind ORDER BY ?kind",
    "SELECT ?i ?value ?unit WHERE { ?i schema:value ?value ; schema:unitText ?unit } ORDER BY ?i",
    "SELECT ?x WHERE { ?x a xz:Nothing }",
]


def comunica() -> str:
    """The program, from the path or from where tests/setup.sh puts it."""
    own = Path(sys.prefix, "comunica", "node_modules", ".bin", "comunica-sparql")
    found = shutil.which("comunica-sparql") or (str(own) if own.exists() else None)
    assert found, "the tests need comunica-sparql: tests/setup.sh installs it"
    return found


def local(store, query):
    return cells(
        ox.Store.read_only(str(store)).query(query).serialize(None, ox.QueryResultsFormat.JSON)
    )


def cells(body):
    """Rows as dictionaries; a plain string may say that it is one."""
    rows = json.loads(body)["results"]["bindings"]
    for row in rows:
        for cell in row.values():
            cell["type"] = cell["type"].replace("typed-literal", "literal")
            if cell.get("datatype", "").endswith("#string"):
                del cell["datatype"]
    return rows


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("method", ["GET", "POST", "directly"])
def test_sparqlwrapper_gets_the_same_rows(world, world_store, query, method):
    asked = with_prefixes(query)
    client = SPARQLWrapper(f"{world.url}/sparql", returnFormat=JSON)
    client.setQuery(asked)
    if method != "GET":
        client.setMethod(POST)
    if method == "directly":
        client.setRequestMethod(POSTDIRECTLY)
    with client.query().response as response:
        assert cells(response.read()) == local(world_store, asked)


def test_sparqlwrapper_reads_xml_and_graphs(world):
    client = SPARQLWrapper(f"{world.url}/sparql", returnFormat=XML)
    client.setQuery("ASK { ?s a xz:Place }")
    with client.query().response as response:
        results = ox.parse_query_results(response.read(), ox.QueryResultsFormat.XML)
    assert bool(results) is True
    client.setReturnFormat(TURTLE)
    client.setQuery("CONSTRUCT { ?s ?p ?o } WHERE { ?s a xz:Agreement ; ?p ?o }")
    with client.query().response as response:
        body = response.read()
    assert {quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)} == world.ask(
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s a xz:Agreement ; ?p ?o }"
    ).graph()


@pytest.mark.parametrize("query", QUERIES)
def test_comunica_gets_the_same_rows(world, world_store, query):
    asked = with_prefixes(query)
    command = [comunica(), f"sparql@{world.url}/sparql", asked]
    media_type = "application/sparql-results+json"
    done = subprocess.run([*command, "-t", media_type], capture_output=True, check=True)
    key = json.dumps
    assert sorted(cells(done.stdout), key=key) == sorted(local(world_store, asked), key=key)


def test_comunica_finds_the_endpoint_by_itself(world, world_store):
    """Without being told that it is one: by the service description."""
    asked = with_prefixes(QUERIES[0])
    command = [comunica(), f"{world.url}/sparql", asked]
    media_type = "application/sparql-results+json"
    done = subprocess.run([*command, "-t", media_type], capture_output=True, check=True)
    assert len(cells(done.stdout)) == len(local(world_store, asked)) > 0
