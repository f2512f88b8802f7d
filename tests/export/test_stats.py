"""Figures of the whole graph, its description, and the files for Neo4j."""

import csv
import io
from collections import Counter

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID
from tests import world

from xiezuo.export import STATISTICS, export, stats, to_networkx, write_description
from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve
from xiezuo.vocab import BASE


@pytest.fixture(scope="module")
def quads():
    return tuple(to_quads(resolve(world.articles(world.MANY))))


def rows(table):
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_all_figures_are_there_and_none_is_made_up(quads):
    found = stats(quads)
    assert list(found) == list(STATISTICS)
    graph = to_networkx(quads)
    kinds = Counter(data["kind"] for _, data in graph.nodes(data=True))
    counted = {row["kind"]: int(row["count"]) for row in rows(found["counts"])}
    assert counted["partnerships"] == kinds["Partnership"] > 0
    assert counted["places"] == kinds["Place"]
    edges = [key for _, _, key in graph.edges(keys=True) if key == "supports"]
    assert sum(int(row["supports"]) for row in rows(found["centrality"])) == len(edges)
    assert sum(int(row["supported_by"]) for row in rows(found["centrality"])) == len(edges)
    members = [row["members"].split("；") for row in rows(found["components"])]
    assert sorted(map(len, members), reverse=True) == [len(group) for group in members]
    assert {name for group in members for name in group} == {
        row["place"] for row in rows(found["centrality"])
    }
    domains = sum(int(row["domains"]) for row in rows(found["domains"]))
    assert domains == kinds["Cooperation"]
    for row in rows(found["sources"]):
        assert 0 <= int(row["single_source"]) <= int(row["facts"])


def test_nothing_has_no_figures():
    assert all(table.rows == () for table in stats([]).values())


def test_neo4j_files_hold_the_networks_nodes_and_edges(quads, tmp_path):
    export(quads, "neo4j", tmp_path / "neo4j")
    nodes, edges = (
        list(csv.DictReader(io.StringIO((tmp_path / "neo4j" / name).read_text("utf-8"))))
        for name in ("nodes.csv", "relationships.csv")
    )
    graph = to_networkx(quads)
    assert {row["iri:ID"]: row[":LABEL"] for row in nodes} == dict(graph.nodes(data="kind"))
    assert Counter((row[":START_ID"], row[":END_ID"], row[":TYPE"]) for row in edges) == Counter(
        list(graph.edges(keys=True))
    )
    (partnership, *_) = [row for row in nodes if row[":LABEL"] == "Partnership"]
    data = graph.nodes[partnership["iri:ID"]]
    assert float(partnership["confidence:double"]) == data["confidence"]
    assert partnership["sentence:string"] == data["sentence"]
    assert int(partnership["statements:long"]) == data["statements"]


def test_neo4j_files_of_nothing(tmp_path):
    export([], "neo4j", tmp_path / "neo4j")
    assert (tmp_path / "neo4j" / "nodes.csv").read_text("utf-8").strip() == ""


def test_the_description_counts_what_the_dump_has(quads, tmp_path):
    export(quads, "turtle", tmp_path / "graph.ttl")
    write_description(quads, tmp_path / "void.ttl", "graph.ttl", BASE)
    described = rdflib.Graph().parse(tmp_path / "void.ttl", publicID="https://e.org/d/void.ttl")
    dataset = rdflib.URIRef("https://e.org/d/void.ttl#dataset")
    dump = rdflib.Graph().parse(tmp_path / "graph.ttl")
    assert described.value(dataset, VOID.triples).value == len(dump)
    assert described.value(dataset, VOID.entities).value == len(set(dump.subjects()))
    assert described.value(dataset, VOID.dataDump) == rdflib.URIRef("https://e.org/d/graph.ttl")
    parts = {
        described.value(part, VOID["class"]): described.value(part, VOID.entities).value
        for part in described.objects(dataset, VOID.classPartition)
    }
    assert parts == Counter(dump.objects(predicate=RDF.type))
    period = described.value(dataset, DCTERMS.temporal)
    assert described.value(period, DCAT.startDate) <= described.value(period, DCAT.endDate)
    again = tmp_path / "again.ttl"
    write_description(reversed(quads), again, "graph.ttl", BASE)
    assert again.read_bytes() == (tmp_path / "void.ttl").read_bytes()
