"""The main job on the real page: every promise about the whole flow."""

import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

import xiezuo
from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.pipeline import Settings, build_folder, read_document, read_facts
from xiezuo.read import ReadOptions
from xiezuo.split import split

SEEDS = Path(__file__).parents[1] / "seeds"

QUOTES = """
SELECT ?exact ?start ?end ?file WHERE {
  ?fact xz:evidence/oa:hasTarget ?target .
  ?target oa:hasSelector/oa:exact ?exact ; oa:hasSelector ?position ; oa:hasSource ?article .
  ?position oa:start ?start ; oa:end ?end .
  ?article schema:isPartOf/xz:fileName ?file .
}
"""


@pytest.fixture(scope="module")
def kg():
    return xiezuo.build(SEEDS)


def test_every_quotation_is_the_text_at_its_place(kg):
    quotes = kg.query(QUOTES)
    assert len(quotes) > 20
    for quote in quotes.itertuples():
        text = (SEEDS / quote.file).read_text("utf-8")
        assert text[quote.start : quote.end].replace("\n", "") == quote.exact


def test_the_text_itself_is_not_in_the_graph(kg):
    longest = max(len(quad.object.value) for quad in kg.store.quads())
    assert longest < 400


def test_every_article_is_there_and_one_is_about_cooperation(kg):
    articles = kg.query(
        "SELECT ?position ?about { ?a a schema:NewsArticle ; schema:position ?position ;"
        " xz:aboutCooperation ?about } ORDER BY ?position"
    )
    assert articles["position"].tolist() == list(range(1, 9))
    assert articles["about"].tolist() == [True] + [False] * 7


def test_every_fact_has_evidence_and_confidence(kg):
    unproven = kg.query(
        "SELECT ?fact { VALUES ?kind { xz:Partnership xz:Cooperation xz:SigningCeremony xz:Meeting"
        " xz:Visit xz:Agreement xz:Secondment xz:Appointment xz:Indicator } ?fact a ?kind"
        " FILTER NOT EXISTS { ?fact xz:evidence ?a ; xz:confidence ?c FILTER(?c > 0 && ?c <= 1) }}"
    )
    assert unproven["fact"].tolist() == []


FACTS = """
SELECT ?kind ?label (COUNT(?a) AS ?statements) {
  ?fact xz:evidence ?a ; a ?kind ; rdfs:label ?label
} GROUP BY ?kind ?label
"""


def test_articles_in_another_order_state_the_same(kg, tmp_path):
    text = (SEEDS / "hexi-2024.txt").read_text("utf-8")
    articles = split(Document("a", text, "0" * 64))
    starts = [article.offsets[0] for article in articles]
    blocks = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    for order in (blocks[::-1], blocks[3:] + blocks[:3]):
        (tmp_path / "page.txt").write_text("\n\n".join(order), "utf-8")
        again = xiezuo.build(tmp_path / "page.txt")
        assert set(again.query(FACTS).itertuples(index=False)) == set(
            kg.query(FACTS).itertuples(index=False)
        )


def test_what_is_kept_is_without_the_text():
    text = (SEEDS / "hexi-2024.txt").read_text("utf-8")
    for record, assertions in read_document(Document("a", text, "0" * 64)):
        assert record.document.text == ""
        assert all(one.evidence.document.text == "" for one in assertions)


def test_a_home_place_that_is_none_is_named():
    with pytest.raises(InputError, match="its home place is none"):
        list(read_document(Document("a.txt", "某地消息。", "0" * 64, home="无此县")))


def test_a_fault_in_one_file_does_not_cost_the_others(monkeypatch):
    def faulty(document):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("xiezuo.pipeline.split", faulty)
    resolution, unusable = read_facts([SEEDS], Settings())
    assert resolution.articles == ()
    assert [str(error) for error in unusable] == [
        "hexi-2024.txt: cannot be processed (ZeroDivisionError: by zero) — please report this"
    ]


def test_progress_is_told_file_by_file(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("某地消息。\n", "utf-8")
    told = []
    read_facts([tmp_path], Settings(), lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_the_summary_counts(tmp_path):
    summary = build_folder([SEEDS], tmp_path / "out", Settings(ReadOptions(published="2024-05")))
    assert (summary.documents, summary.articles, summary.relevant) == (1, 8, 1)
    assert summary.facts["Partnership"] == 2
    assert summary.unusable == ()


BUILD = "import sys, xiezuo; xiezuo.build(sys.argv[1], sys.argv[2])"


def test_a_killed_build_leaves_a_graph_that_opens(tmp_path):
    out = tmp_path / "out"
    before = xiezuo.build(SEEDS, out).query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")["n"][0]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    for seconds in (0.3, 0.6, 0.9):
        process = subprocess.Popen(
            [sys.executable, "-c", BUILD, str(SEEDS), str(out)], env=environment
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        counted = xiezuo.open_graph(out).query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        assert counted["n"].tolist() == [before]
    xiezuo.build(SEEDS, out)
    assert sorted(path.name for path in out.iterdir()) == [
        "graph.html",
        "graph.ttl",
        "store",
        "void.ttl",
    ]
