"""The Python API on a build of our own."""

import html

import networkx as nx
import pandas as pd
import pytest
import rdflib

import xiezuo
from xiezuo.errors import InputError, StoreError, UnknownPlace, UnknownQuestion, UsageError

REPORT = """\
铜山区与陇县召开东西部协作联席会议

■ 通讯员 石青

日前，江苏省徐州市铜山区与陕西省宝鸡市陇县召开东西部协作联席会议。铜山区对口帮扶陇县。双方将在劳务协作、消费帮扶等领域深化合作。会后，双方签署《铜山区—陇县东西部协作框架协议》。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("reports") / "a.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture(scope="module")
def kg(report):
    return xiezuo.build(report)


def test_a_build_in_memory_and_on_disk_are_the_same_graph(kg, report, tmp_path):
    on_disk = xiezuo.build([str(report)], tmp_path / "out")
    again = xiezuo.open_graph(tmp_path / "out")
    triples = {str(quad.triple) for quad in kg.store.quads()}
    assert triples == {str(quad.triple) for quad in on_disk.store.quads()}
    assert triples == {str(quad.triple) for quad in again.store.quads()}


def test_query_gives_a_data_frame(kg):
    frame = kg.query("supporters-of", place="陇县")
    assert frame["supporter"].tolist() == ["江苏省徐州市铜山区"]
    assert 0 < frame["confidence"][0] <= 1
    assert isinstance(frame["statements"][0], int)
    assert "sentence" not in kg.query("supporters-of", evidence=False, place="陇县")


def test_query_takes_sparql(kg):
    assert kg.query("ASK { ?s a xz:Partnership }")["answer"].tolist() == [True]
    triples = kg.query("CONSTRUCT { ?s a xz:P } WHERE { ?s a xz:Partnership }")
    assert triples.columns.tolist() == ["subject", "predicate", "object"]
    unbound = kg.query("SELECT ?a ?b { VALUES (?a ?b) { (1 UNDEF) } }")
    assert unbound.values.tolist() == [[1, None]]


def test_query_says_what_is_wrong(kg):
    with pytest.raises(UnknownQuestion):
        kg.query("suporters")
    with pytest.raises(UnknownPlace):
        kg.query("supporters-of", place="无此县")
    with pytest.raises(UsageError):
        kg.query("supporters-of", town="陇县")


def test_questions_are_listed(kg):
    assert "supporters-of" in kg.questions()["question"].tolist()


def test_to_rdflib_has_all_triples_and_the_prefixes(kg):
    graph = kg.to_rdflib()
    assert len(graph) == len({str(quad.triple) for quad in kg.store.quads()})
    name = rdflib.URIRef("https://w3id.org/xiezuo/ontology#Partnership")
    assert graph.namespace_manager.curie(name) == "xz:Partnership"


def test_to_networkx(kg):
    graph = kg.to_networkx()
    assert isinstance(graph, nx.MultiDiGraph)
    place = "https://w3id.org/xiezuo/id/place/"
    assert graph.has_edge(place + "320312", place + "610327")


def test_to_pandas(kg):
    tables = kg.to_pandas()
    assert "陕西省宝鸡市陇县" in tables["places"]["label"].tolist()
    assert all(isinstance(table, pd.DataFrame) for table in tables.values())


def test_view_is_a_page_in_a_frame(kg, tmp_path):
    view = kg.view()
    view.save(tmp_path / "graph.html")
    page = (tmp_path / "graph.html").read_text("utf-8")
    frame = view._repr_html_()
    assert frame.startswith('<iframe srcdoc="') and 'sandbox="allow-scripts ' in frame
    assert "allow-same-origin" not in frame
    assert html.unescape(frame.split('"')[1]) == page


def test_export_and_validate(kg, tmp_path):
    kg.export("turtle", tmp_path / "graph.ttl")
    assert len(rdflib.Graph().parse(tmp_path / "graph.ttl")) == len(kg.to_rdflib())
    assert kg.validate().conforms
    with pytest.raises(UsageError):
        kg.export("xls", tmp_path / "graph.xls")


def test_what_cannot_be_used_is_warned_of(report, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.warns(UserWarning, match=r"empty\.txt"):
        kg = xiezuo.build([report, tmp_path / "empty.txt"])
    assert len(kg.query("supporters-of", place="陇县")) == 1
    with pytest.raises(InputError, match="holds no article"):
        xiezuo.build([])


def test_options_of_a_build(report):
    kg = xiezuo.build(report, published="2024-05-21", home="陇县", base="https://e.org/g/")
    dates = kg.query("SELECT ?d { ?a a schema:NewsArticle ; schema:datePublished ?d }")
    assert dates["d"].tolist() == ["2024-05-21"]
    home = kg.query("SELECT ?p { ?a xz:homePlace ?p }")
    assert home["p"].tolist() == ["https://e.org/g/place/610327"]
    assert len(kg.query("supporters-of", place="陇县")) == 1
    for wrong in ({"base": "nothing"}, {"home": "无此县"}):
        with pytest.raises(UsageError):
            xiezuo.build(report, **wrong)


def test_a_graph_that_is_not_there(tmp_path):
    with pytest.raises(StoreError):
        xiezuo.open_graph(tmp_path / "none")
