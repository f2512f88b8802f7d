"""The main job on the real page, held to what it must reach.

The annotations of the page are in ``golden/seed.jsonl``; quotations are checked against the bytes
of the file, answers on a second SPARQL engine, the Turtle with a second parser.
"""

import re
import subprocess
from collections import Counter
from pathlib import Path

import pyshacl
import pytest
import rdflib
from tests.seed_page import SEED, blocks, seed_text

import xiezuo
from xiezuo import resources
from xiezuo.evaluate import read_gold, score
from xiezuo.pipeline import STORE, TURTLE, VIEW, Settings, build_folder, predict, read_facts
from xiezuo.query import ask, questions
from xiezuo.store import open_store
from xiezuo.vocab import PREFIXES

GOLD = Path(__file__).parent / "golden" / "seed.jsonl"

OA = rdflib.Namespace(PREFIXES["oa"])
XZ = rdflib.Namespace(PREFIXES["xz"])
SCHEMA = rdflib.Namespace(PREFIXES["schema"])


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """The folder of a build of the page, as the command line makes it."""
    folder = tmp_path_factory.mktemp("seed") / "out"
    build_folder([SEED], folder, Settings())
    return folder


@pytest.fixture(scope="module")
def graph(out):
    """The Turtle that users get, in rdflib."""
    return rdflib.Graph().parse(out / TURTLE, format="turtle")


@pytest.fixture(scope="module")
def report():
    gold = read_gold(GOLD)
    predictions, unusable = predict(gold, SEED.parent)
    assert unusable == []
    return score(gold, predictions)


# --- what is found ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "field", ["partnerships", "ceremonies", "meetings", "secondments", "visits"]
)
def test_all_of_it_and_nothing_else(report, field):
    counts = report.fields[field]
    assert counts.right > 0
    assert (counts.wrong, counts.missed) == (0, 0)


def test_a_place_in_a_firms_name_is_not_visited(graph):
    (visit,) = graph.subjects(rdflib.RDF.type, XZ.Visit)
    visited = set(graph.objects(visit, XZ.visited))
    assert len(visited) == 2
    assert all((one, rdflib.RDF.type, SCHEMA.Organization) in graph for one in visited)


def test_domains(report):
    assert report.fields["domains"].f1 >= 0.9


def test_nothing_that_the_page_does_not_have(report):
    for field in ("officials", "agreements", "indicators"):
        assert report.fields[field].wrong == 0
    assert report.relevant.f1 == 1


def test_seven_of_the_eight_articles_are_not_about_cooperation():
    resolution, _ = read_facts([SEED], Settings())
    assert [record.about_cooperation for record in resolution.articles] == [True] + [False] * 7
    stating = {one.evidence.article for fact in resolution.facts for one in fact.assertions}
    assert stating == {1}


# --- evidence --------------------------------------------------------------------------------


def test_every_assertion_quotes_the_file_to_the_character(graph):
    text = SEED.read_bytes().decode("utf-8")
    assertions = set(graph.subjects(rdflib.RDF.type, XZ.Assertion))
    assert len(assertions) > 30
    for assertion in assertions:
        (target,) = graph.objects(assertion, OA.hasTarget)
        selectors = set(graph.objects(target, OA.hasSelector))
        (exact,) = (term for node in selectors for term in graph.objects(node, OA.exact))
        (start,) = (term for node in selectors for term in graph.objects(node, OA.start))
        (end,) = (term for node in selectors for term in graph.objects(node, OA.end))
        marked = text[start.toPython() : end.toPython()]
        assert re.sub(r"[\r\n]", "", marked) == str(exact)
        (trigger,) = graph.objects(assertion, XZ.trigger)
        assert str(trigger) in str(exact)


def test_quotations_show_sixty_characters_on_either_side_at_most(graph):
    text = re.sub(r"[\r\n]", "", SEED.read_bytes().decode("utf-8"))
    quotes = set(graph.subjects(rdflib.RDF.type, OA.TextQuoteSelector))
    assert quotes
    for quote in quotes:
        prefix, exact, suffix = (
            str(graph.value(quote, term, default="")) for term in (OA.prefix, OA.exact, OA.suffix)
        )
        assert len(prefix) <= 60
        assert len(suffix) <= 60
        assert prefix + exact + suffix in text


# --- the Turtle ------------------------------------------------------------------------------


def test_two_parsers_read_the_same_triples(out, graph):
    read = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", out / TURTLE],
        capture_output=True,
        text=True,
        check=True,
    )
    assert read.stderr == ""
    by_raptor = rdflib.Graph().parse(data=read.stdout, format="nt")
    assert len(graph) > 500
    assert set(by_raptor) == set(graph)


def test_the_store_holds_what_the_turtle_says(out, graph):
    triples = "".join(f"{quad.triple} .\n" for quad in open_store(out / STORE).quads())
    assert set(rdflib.Graph().parse(data=triples, format="nt")) == set(graph)


def test_there_are_no_blank_nodes(graph):
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]


def test_the_graph_conforms_to_the_shapes(graph):
    shapes = rdflib.Graph()
    shapes.parse(data=resources.ontology_file("shapes.ttl").read_bytes(), format="turtle")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, text


# --- the same again --------------------------------------------------------------------------


def content(folder: Path) -> tuple[bytes, bytes, list[str]]:
    """All that a build writes: the Turtle, the view, and the store's quads in order."""
    quads = sorted(map(str, open_store(folder / STORE).quads()))
    return (folder / TURTLE).read_bytes(), (folder / VIEW).read_bytes(), quads


def test_two_builds_are_byte_identical(out, tmp_path):
    build_folder([SEED.parent], tmp_path, Settings())
    assert content(tmp_path) == content(out)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Sixteen files, enough for two processes: the page with more and more blank lines above."""
    folder = tmp_path_factory.mktemp("pages")
    text = seed_text()
    for number in range(16):
        (folder / f"{number:02}.txt").write_text("\n" * number + text, "utf-8")
    return folder


def test_neither_processes_nor_order_change_a_byte(pages, tmp_path):
    files = sorted(pages.iterdir())
    built = []
    for number, (paths, workers) in enumerate([(files, 1), (files, 2), (files[::-1], 1)]):
        build_folder(paths, tmp_path / str(number), Settings(workers=workers))
        built.append(content(tmp_path / str(number)))
    assert built[0] == built[1]
    assert built[0] == built[2]


def test_other_file_names_change_the_names_only(out, tmp_path):
    (tmp_path / "renamed.txt").write_bytes(SEED.read_bytes())
    quads = map(str, xiezuo.build(tmp_path / "renamed.txt").store.quads())
    assert sorted(quad.replace("renamed.txt", SEED.name) for quad in quads) == content(out)[2]


FACTS = """
SELECT ?kind ?label ?sentence { ?fact xz:evidence ?assertion ; a ?kind ; rdfs:label ?label .
  ?assertion oa:hasTarget/oa:hasSelector/oa:exact ?sentence }
"""


def facts(kg: xiezuo.KnowledgeGraph) -> set[tuple[str, ...]]:
    return set(kg.query(FACTS).itertuples(index=False, name=None))


def test_gb18030_gives_the_same_facts(out, tmp_path):
    (tmp_path / "page.txt").write_bytes(seed_text().encode("gb18030"))
    assert facts(xiezuo.build(tmp_path / "page.txt")) == facts(xiezuo.open_graph(out))


def test_one_file_an_article_gives_the_same_facts(out, tmp_path):
    for number, block in enumerate(blocks(seed_text())):
        (tmp_path / f"{9 - number}.txt").write_text(block, "utf-8")
    assert facts(xiezuo.build(tmp_path)) == facts(xiezuo.open_graph(out))


# --- answers ---------------------------------------------------------------------------------

GIVEN = {
    "one": "河西区",
    "other": "甘肃省",
    "fact": "partnership/120103-620800",
    "domain": "产业协作",
    "year": "2024",
    "letters": "津甘",
    "person": "石青",
}
"""What the questions are asked for, by the name of the parameter; ``place`` is either side."""

ANSWERED = {
    "agreements-between",
    "domains-between",
    "evidence-of",
    "meetings-of",
    "places-in-several-programmes",
    "recipients-of",
    "secondments-between",
    "supporters-of",
    "timeline-between",
    "visits-of",
}
"""The questions that the page answers; it names no official and no figure."""


@pytest.mark.parametrize("name", list(questions()))
def test_rdflib_and_pyoxigraph_answer_alike(out, graph, name):
    store = open_store(out / STORE)
    needed = [one for one in questions()[name].parameters if not one.optional and not one.default]
    found = 0
    for place in ("甘肃省", "天津市"):
        given = {one.name: GIVEN.get(one.name, place) for one in needed}
        asked = ask(store, name, given, evidence=False)
        ours = [
            tuple(None if term is None else rdflib.util.from_n3(str(term)) for term in row)
            for row in asked.answer.rows
        ]
        assert [tuple(row) for row in graph.query(asked.sparql)] == ours
        found += len(ours)
    assert found or name not in ANSWERED


def test_a_partnership_shows_its_sentence(out):
    answer = ask(open_store(out / STORE), "supporters-of", {"place": "平凉市"}).answer
    shown = Counter(str(term) for row in answer.rows for term in row if term is not None)
    assert any("河西区与甘肃省平凉市和卓尼县分别召开" in term for term in shown)
