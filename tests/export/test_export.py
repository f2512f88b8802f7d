import csv
import io
import json
import random
import subprocess
import warnings

import networkx as nx
import pandas as pd
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from rdflib.compare import isomorphic
from tests.world import MANY, articles

from xiezuo.errors import UsageError
from xiezuo.export import EXPORTERS, SUFFIXES, export, tables, to_networkx
from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve
from xiezuo.vocab import BASE, RDF, RDFS, SCHEMA, XSD, XZ

RDF_FORMATS = {
    "turtle": "turtle",
    "ntriples": "nt",
    "nquads": "nquads",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
RAPPER = {"turtle": "turtle", "ntriples": "ntriples", "nquads": "nquads", "rdfxml": "rdfxml"}
HOSTILE = "=1+1\x00\x1b\u2028\u202e</script>\U0001f600\"'<&>]]>"

FILES = [format for format, suffix in SUFFIXES.items() if suffix]
"""The formats of a single file."""


@pytest.fixture(scope="module")
def quads():
    return list(to_quads(resolve(articles(MANY))))


@pytest.fixture(scope="module")
def lines(quads):
    return {str(quad.triple) for quad in quads}


@pytest.fixture(scope="module")
def reference(quads):
    graph = rdflib.Graph()
    graph.parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")
    return graph


def write(quads, format, tmp_path, **options):
    path = tmp_path / f"graph{SUFFIXES[format]}"
    export(quads, format, path, **options)
    return path


def read(path, format):
    graph = rdflib.Graph()
    for subject, predicate, value, _ in read_dataset(path, format).quads():
        graph.add((subject, predicate, value))
    return graph


def read_dataset(path, format):
    dataset = rdflib.Dataset()
    with warnings.catch_warnings(), path.open("rb") as file:
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parsers use its old names
        dataset.parse(file, format=RDF_FORMATS[format])
    return dataset


@pytest.mark.parametrize("format", RDF_FORMATS)
def test_rdflib_reads_the_same_facts(quads, reference, format, tmp_path):
    assert isomorphic(read(write(quads, format, tmp_path), format), reference)


@pytest.mark.parametrize("format", RAPPER)
def test_raptor_reads_the_same_facts(quads, lines, format, tmp_path):
    command = ["rapper", "-q", "-i", RAPPER[format], "-o", "ntriples"]
    path = str(write(quads, format, tmp_path))
    done = subprocess.run([*command, path], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    ours = Store()
    ours.load("\n".join(f"{line} ." for line in lines).encode(), format=RdfFormat.N_TRIPLES)
    theirs = Store()
    theirs.load(done.stdout.encode(), format=RdfFormat.N_TRIPLES)
    assert set(theirs) == set(ours)


@pytest.mark.parametrize("format", FILES)
def test_the_bytes_do_not_depend_on_the_order(quads, format, tmp_path):
    first = write(quads, format, tmp_path).read_bytes()
    shuffled = [*quads, *quads[:50]]
    random.Random(7).shuffle(shuffled)
    assert write(shuffled, format, tmp_path).read_bytes() == first


def test_named_graphs_are_kept_where_the_format_has_them(quads, tmp_path):
    name = NamedNode(f"{BASE}document/1")
    named = [Quad(q.subject, q.predicate, q.object, name) for q in quads[:20]] + quads[20:]
    for format in ("nquads", "trig"):
        dataset = read_dataset(write(named, format, tmp_path), format)
        assert len(dataset.graph(rdflib.URIRef(name.value))) == 20


def test_jsonld_reads_like_json(quads, tmp_path):
    document = json.loads(write(quads, "jsonld", tmp_path).read_text(encoding="utf-8"))
    (partnership,) = [
        node for node in document["@graph"] if node["id"].endswith("partnership/330281-513431")
    ]
    assert partnership["type"] == ["xz:Partnership"]
    assert partnership["supporter"] == f"{BASE}place/330281"
    assert partnership["domain"] == ["xzd:education", "xzd:labour"]
    assert partnership["confidence"] == "0.95"
    assert partnership["label"]["zh"].startswith("浙江省宁波市余姚市—四川省凉山彝族自治州昭觉县")
    assert not any(":" in key for node in document["@graph"] for key in node)


def test_jsonld_spells_out_what_its_context_does_not_expect(tmp_path):
    subject = NamedNode("https://example.org/1")
    odd = [
        Quad(subject, SCHEMA.NAME, Literal("no language")),
        Quad(subject, XZ.CONFIDENCE, Literal("high")),
        Quad(subject, XZ.SUPPORTER, Literal("text")),
        Quad(subject, SCHEMA.POSITION, Literal("007", datatype=XSD.INTEGER)),
        Quad(subject, SCHEMA.HEADLINE, Literal("x", language="en")),
        Quad(subject, NamedNode("https://example.org/p"), NamedNode("https://example.org/2")),
    ]
    graph = read(write(odd, "jsonld", tmp_path), "jsonld")
    expected = rdflib.Graph()
    expected.parse(data="".join(f"{quad.triple} .\n" for quad in odd), format="nt")
    assert isomorphic(graph, expected)


@pytest.mark.parametrize(
    ("format", "reader"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)]
)
def test_networkx_reads_the_network(quads, format, reader, tmp_path):
    graph, expected = reader(write(quads, format, tmp_path)), to_networkx(quads)
    assert set(graph) == set(expected)
    assert graph.number_of_edges() == expected.number_of_edges()
    place = f"{BASE}place/513431"
    assert graph.nodes[place]["kind"] == "Place"
    assert graph.nodes[place]["label"] == "四川省凉山彝族自治州昭觉县"
    assert graph.nodes[place]["gbCode"] == "513431"


def test_the_network_has_typed_edges_and_shows_the_sentence(quads):
    graph = to_networkx(quads)
    supports = graph.edges[f"{BASE}place/330281", f"{BASE}place/513431", "supports"]
    assert supports["confidence"] == 0.95
    assert supports["statements"] == 2
    assert supports["sentence"] == "余姚市与昭觉县的协作不断深化。"
    assert supports["domains"] == "教育；劳务协作与就业"
    assert not graph.has_edge(f"{BASE}place/513431", f"{BASE}place/330281", "supports")
    kinds = {kind for _, kind in graph.nodes(data="kind")}
    assert "Partnership" in kinds and "Assertion" not in kinds
    assert all(data["relation"] == key for *_, key, data in graph.edges(keys=True, data=True))
    (aid,) = [data for _, data in graph.nodes(data=True) if data.get("measure") == "财政援助资金"]
    assert aid["value"] == 50000000.0


def test_the_network_can_have_the_evidence(quads):
    kinds = {kind for _, kind in to_networkx(quads, evidence=True).nodes(data="kind")}
    assert {"Assertion", "NewsArticle", "Document", "SpecificResource"} <= kinds


def test_pandas_reads_the_statements(quads, tmp_path):
    frame = pd.read_csv(write(quads, "csv", tmp_path))
    assert len(frame) == len(MANY)
    pair = frame[frame["iri"] == f"{BASE}partnership/330281-513431"]
    assert list(pair["confidence"]) == [0.95, 0.9]
    assert set(pair["sentence"]) == {"余姚市与昭觉县的协作不断深化。"}
    assert set(pair["file"]) == {"浙川-2023.txt", "浙川-2024.txt"}
    assert set(pair["supporter"]) == {"浙江省宁波市余姚市"}
    assert set(frame["kind"]) == {
        "Partnership",
        "Cooperation",
        "SigningCeremony",
        "Meeting",
        "Visit",
        "Agreement",
        "Secondment",
        "Appointment",
        "Indicator",
    }


def test_pandas_reads_the_tables(quads, tmp_path):
    folder = tmp_path / "tables"
    export(quads, "csv", folder)
    assert {file.stem for file in folder.iterdir()} == set(tables(quads))
    frame = pd.read_csv(folder / "secondments.csv")
    assert list(frame["host"]) == ["昭觉县人民医院", "四川省凉山彝族自治州昭觉县"]
    assert list(frame["statements"]) == [1, 1]
    places = pd.read_csv(folder / "places.csv", dtype=str)
    assert "513431" in set(places["gbCode"])


def test_excel_gets_a_mark_and_no_formula(tmp_path):
    subject = NamedNode(f"{BASE}agreement/1")
    quads = [
        Quad(subject, RDF.TYPE, XZ.AGREEMENT),
        Quad(subject, RDFS.LABEL, Literal("=HYPERLINK(1)", language="zh")),
    ]
    plain, marked = tmp_path / "plain", tmp_path / "marked"
    export(quads, "csv", plain)
    export(quads, "csv", marked, bom=True)
    assert not (plain / "agreements.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (marked / "agreements.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO((plain / "agreements.csv").read_text(encoding="utf-8")))
    assert row["label"] == "=HYPERLINK(1)"
    text = (marked / "agreements.csv").read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["label"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("format", FILES)
def test_hostile_text_breaks_no_format(format, tmp_path):
    subject = NamedNode(f"{BASE}agreement/1")
    quads = [
        Quad(subject, RDF.TYPE, XZ.AGREEMENT),
        Quad(subject, RDFS.LABEL, Literal(HOSTILE, language="zh")),
        Quad(subject, XZ.PHRASE, Literal(HOSTILE)),
    ]
    path = write(quads, format, tmp_path)
    if format in RDF_FORMATS:
        texts = {str(value) for value in read(path, format).objects() if "script" in str(value)}
        assert texts == {_readable(HOSTILE) if format == "rdfxml" else HOSTILE}
    elif format != "csv":
        reader = nx.read_graphml if format == "graphml" else nx.read_gexf
        assert reader(path).nodes[subject.value]["label"] == _readable(HOSTILE)


def _readable(text):
    return text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")


@pytest.mark.parametrize("format", FILES)
def test_an_empty_graph(format, tmp_path):
    assert write([], format, tmp_path).exists()


def test_a_store_is_a_source(quads, tmp_path):
    class Anything:
        def quads(self):
            return iter(quads)

    export(Anything(), "turtle", tmp_path / "a.ttl")
    export(quads, "turtle", tmp_path / "b.ttl")
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()


def test_an_unknown_format_is_named():
    with pytest.raises(UsageError, match="turtle, ntriples"):
        export([], "docx", None)


def test_every_format_has_a_suffix():
    assert SUFFIXES.keys() == EXPORTERS.keys()
