"""Questions, resources, search, the picture: as pages and as data."""

import csv
import html
import io
import re
from urllib.parse import parse_qs, urlencode

import pyoxigraph as ox
import pytest
from tests import world as invented

from xiezuo.query import ask, questions
from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve
from xiezuo.resources import ontology_file
from xiezuo.serve.names import address
from xiezuo.serve.replies import POLICY
from xiezuo.store import open_store, write_store
from xiezuo.vocab import curie

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BASE = "https://w3id.org/xiezuo/id/"


@pytest.fixture
def browse(world):
    """A page as a browser asks for it."""

    def get(path, status=200):
        answer = world.get(path, Accept=BROWSER)
        assert answer.status == status, answer.text
        assert answer.media_type == "text/html"
        return answer.text

    return get


@pytest.mark.parametrize(
    "path", ["/", "/questions", "/questions/supporters-of", "/ask", "/search?q=x"]
)
def test_pages_run_and_load_nothing_from_elsewhere(world, path):
    answer = world.get(path, Accept=BROWSER)
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script" not in answer.text
    loaded = re.findall(r'<(?:link|img|script)[^>]*(?:href|src)="([^"]*)"', answer.text)
    assert loaded
    assert all(one.startswith(("/assets/", "data:,")) for one in loaded)


def test_the_first_page_counts_and_leads_on(browse):
    text = browse("/")
    assert "结对" in text
    for path in ("/questions", "/view", "/sparql", "/graph-store?default"):
        assert f'href="{path}"' in text


def test_the_ontology_has_a_page_made_from_its_file(world, browse):
    text = browse("/ontology")
    file = set(ox.parse(ontology_file("xiezuo.ttl").read_bytes(), format=ox.RdfFormat.TURTLE))
    for quad in file:
        if quad.predicate.value.endswith("#comment") and curie(quad.subject.value).startswith(
            "xz:"
        ):
            assert f'id="{curie(quad.subject.value)}"' in text
            assert html.escape(quad.object.value) in text
    for said in ("0.1.0", "licenses/LICENSE-2.0", "skos/core"):
        assert said in text
    answer = world.get("/ontology", Accept="text/turtle")
    assert answer.graph() == {quad.triple for quad in file}
    assert world.get("/ontology", Accept="image/png").status == 406


def test_all_questions_are_listed(world, browse):
    text = browse("/questions")
    listed = world.get("/questions").json()
    assert [one["name"] for one in listed["questions"]] == list(questions())
    assert listed["prefixes"]["xz"] == "https://w3id.org/xiezuo/ontology#"
    for one in questions().values():
        assert f'href="/questions/{one.name}"' in text
        assert one.summary["zh"] in text


def test_a_question_answers_as_it_does_locally(world, world_store):
    local = ask(open_store(world_store), "supporters-of", {"place": "昭觉县"}).answer
    found = world.get(
        "/questions/supporters-of?place=%E6%98%AD%E8%A7%89%E5%8E%BF", Accept="text/csv"
    )
    assert found.media_type == "text/csv"
    rows = list(csv.reader(io.StringIO(found.text)))
    assert rows[0] == list(local.variables)
    assert rows[1:] == [["" if t is None else t.value for t in row] for row in local]
    by_code = world.get("/questions/supporters-of?place=513431&format=csv")
    assert by_code.text == found.text
    json = world.get("/questions/supporters-of?place=513431").json()
    assert json["head"]["vars"] == rows[0]
    assert len(json["results"]["bindings"]) == len(rows) - 1


def test_a_question_without_its_sentences(world):
    path = "/questions/supporters-of?place=513431&format=csv"
    assert "sentence" in world.get(path).text.splitlines()[0]
    assert "sentence" not in world.get(f"{path}&evidence=0").text.splitlines()[0]


def test_a_questions_page_has_a_form_the_answer_and_the_sparql(browse):
    empty = browse("/questions/supporters-of")
    assert '<input name="place"' in empty
    assert "required" in empty
    text = browse("/questions/supporters-of?place=513431")
    assert "浙江省宁波市余姚市" in text
    assert 'href="/id/partnership/330281-513431"' in text
    assert "format=csv" in text
    assert "&lt;https://w3id.org/xiezuo/id/place/513431&gt;" in text


def test_a_wrong_place_gets_suggestions(world, browse):
    text = browse("/questions/supporters-of?place=%E6%98%AD%E8%A7%89%E5%B8%82", 400)
    assert 'href="?place=' in text
    plain = world.get("/questions/supporters-of?place=%E6%98%AD%E8%A7%89%E5%B8%82")
    assert plain.status == 400
    assert "昭觉县" in plain.text


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/questions/suporters-of", 404, "supporters-of"),
        ("/questions/..%2F..%2Fetc%2Fpasswd", 404, ""),
        ("/questions/supporters-of", 400, "place="),
        ("/questions/supporters-of?plce=1", 400, "place"),
        ("/questions/supporters-of?place=513431&format=xls", 400, "csv"),
        ("/questions/agreements-between?one=330281&other=513431&year=soon", 400, "year"),
        ("/id/place/000000", 404, "place/000000"),
        ("/resource?iri=nonsense", 404, "nonsense"),
        ("/view?around=x", 400, "x"),
        ("/view?domain=x", 400, "x"),
        ("/nothing", 404, ""),
    ],
)
def test_what_is_wrong_is_said(world, path, status, word):
    answer = world.get(path)
    assert answer.status == status
    assert word in answer.text


def test_a_place_shows_its_facts_with_their_sentences(browse):
    text = browse("/id/place/513431")
    assert "<h1>四川省凉山彝族自治州昭觉县</h1>" in text
    assert 'href="/id/place/513400"' in text
    assert 'href="/id/partnership/330281-513431"' in text
    assert "余姚市与昭觉县的协作不断深化。" in text
    assert "浙川-2024.txt的标题" in text


def test_a_fact_shows_who_states_it(browse):
    text = browse("/id/partnership/330281-513431")
    assert text.count("<blockquote>") == 2
    assert "<mark>余姚市与</mark>昭觉县的协作不断深化。" in text
    assert "置信度 0.95" in text
    assert text.index("0.95") < text.index("置信度 0.9<")
    assert 'href="https://example.org/1"' in text


def test_a_resource_is_data_for_those_who_want_data(world):
    for format_, media_type in (
        ("ttl", "text/turtle"),
        ("nt", "application/n-triples"),
        ("rdf", "application/rdf+xml"),
        ("jsonld", "application/ld+json"),
    ):
        by_accept = world.get("/id/partnership/330281-513431", Accept=media_type)
        by_name = world.get(f"/id/partnership/330281-513431?format={format_}")
        assert by_accept.media_type == by_name.media_type == media_type
        assert by_accept.graph() == by_name.graph()
    found = by_accept.graph()
    fact = ox.NamedNode(BASE + "partnership/330281-513431")
    assert {t.object.value for t in found if t.subject == fact} >= {BASE + "place/330281"}
    assert {"exact", "prefix", "confidence"} <= {
        re.split("[/#]", t.predicate.value)[-1] for t in found
    }
    link = world.get("/id/partnership/330281-513431").headers["link"]
    assert link == f'<{fact.value}>; rel="describes"'


def test_every_resource_has_its_page(world, world_store):
    """Also those with Chinese, quotation marks and percent signs in their IRIs."""
    store = open_store(world_store)

    class Desk:
        base = BASE

    subjects = sorted({quad.subject.value for quad in store.quads()})
    assert any("%" in one for one in subjects)
    chosen = subjects[::7] + [one for one in subjects if "%" in one]
    for iri in chosen:
        answer = world.get(address(Desk, iri), Accept="application/n-triples")
        assert answer.status == 200, iri
        assert any(triple.subject.value == iri for triple in answer.graph())


def test_terms_and_concepts_have_pages_too(browse):
    text = browse("/resource?iri=https%3A%2F%2Fw3id.org%2Fxiezuo%2Fdomain%2Flabour")
    assert "劳务协作与就业" in text
    assert "年度协作协议" in text


def test_another_base_is_found(server, tmp_path):
    base = "https://example.org/kg/"
    stated = resolve(invented.articles(invented.MANY))
    write_store(tmp_path / "store", to_quads(stated, base))
    client = server(tmp_path / "store")
    answer = client.get("/id/place/513431", Accept="application/n-triples")
    assert any(t.subject.value == f"{base}place/513431" for t in answer.graph())


def test_a_question_in_plain_words_leads_to_the_named_one(world):
    query = urlencode({"question": "昭觉县2019年以来有哪些互访？", "format": "csv"})
    answer = world.get(f"/ask?{query}", Accept=BROWSER)
    assert answer.status == 303
    path, _, given = answer.headers["location"].partition("?")
    assert path == "/questions/visits-of"
    assert parse_qs(given) == {"place": ["昭觉县"], "since": ["2019"], "format": ["csv"]}
    assert world.get(answer.headers["location"]).text.startswith("date,")


def test_plain_words_that_mean_no_question_get_the_nearest(world, browse):
    query = urlencode({"question": "今天<b>天气如何？"})
    text = browse(f"/ask?{query}", 404)
    assert "没有听懂" in text
    assert "今天&lt;b&gt;天气如何？" in text
    assert 'href="/questions"' in text
    answer = world.get(f"/ask?{query}", Accept="application/json")
    assert (answer.status, answer.media_type) == (404, "text/plain")
    assert 'action="/ask"' in browse("/")
    assert 'action="/ask"' in browse("/ask")


def test_search_finds_names_and_sentences(world, browse):
    found = world.get("/search?q=%E5%8D%8F%E8%AE%AE").json()
    assert "年度协作协议" in {hit["label"] for hit in found["named"]}
    assert any("签署年度协作协议" in hit["sentence"] for hit in found["sentences"])
    text = browse("/search?q=%E5%8D%8F%E8%AE%AE")
    assert 'href="/id/agreement/' in text
    assert "签署年度协作协议" in text
    assert "没有找到" in browse("/search?q=%E6%97%A0%E6%AD%A4")
    assert world.get("/search?q=").json() == {"q": "", "named": [], "sentences": []}
    by_short_name = world.get("/search?q=%E7%94%AC").json()
    assert [hit["label"] for hit in by_short_name["named"]] == ["浙江省宁波市"]


def test_the_picture(browse):
    whole = browse("/view")
    assert "余姚" in whole and "浙川" in whole
    around = browse("/view?around=%E6%98%AD%E8%A7%89%E5%8E%BF")
    assert "只显示“昭觉县”周围的部分" in around


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_text_is_never_markup(server, tmp_path, world):
    stated = invented.articles(
        [
            invented.said(
                invented.document(f"{HOSTILE}.txt", url="javascript:alert(1)"),
                invented.Agreement(HOSTILE, (invented.YUYAO,)),
                f"双方签署《{HOSTILE}》。",
            )
        ]
    )
    quads = list(to_quads(resolve(stated)))
    write_store(tmp_path / "store", quads)
    client = server(tmp_path / "store", workers=1)
    (fact,) = (q.subject.value for q in quads if q.object.value.endswith("#Agreement"))

    class Desk:
        base = BASE

    for path in (
        address(Desk, fact),
        "/search?q=%3Cscript%3E",
        "/search?q=alert",
        "/questions/agreements-between?one=330281&other=%3Cscript%3E",
        "/questions/%3Cscript%3E",
        "/id/%3Cscript%3E",
        "/view?around=%3Cscript%3E",
    ):
        text = client.get(path, Accept=BROWSER).text
        assert "script" in text
        assert "<script" not in text
        assert "<img" not in text
        assert 'href="javascript' not in text


def test_head_is_get_without_the_body(world):
    for path in ("/", "/questions", "/sparql", "/id/place/513431", "/health"):
        got, head = world.get(path), world("HEAD", path)
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-length"] == str(len(got.body))
        assert head.headers["etag"] == got.headers["etag"]


def test_health(world):
    found = world.get("/health")
    assert found.json()["status"] == "ok"
    assert found.media_type == "application/json"
