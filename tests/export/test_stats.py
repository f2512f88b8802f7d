"""Figures of the whole graph, and the files for Neo4j."""

import csv
import io
from collections import Counter

import pytest
from tests import world

from xiezuo.export import STATISTICS, export, stats, to_networkx
from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve


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
