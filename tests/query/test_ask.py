import pyoxigraph as ox
import pytest

from xiezuo.errors import AmbiguousPlace, InputError, UnknownPlace, UnknownQuestion, UsageError
from xiezuo.query import ask, load_question
from xiezuo.query.question import parse_question


def column(asked, name):
    return [term.value for term in asked.answer.column(name)]


@pytest.mark.parametrize(
    "written",
    [
        "陇县",
        "610327",
        "陕西省宝鸡市陇县",
        "陕西宝鸡陇县",
        "<https://w3id.org/xiezuo/id/place/610327>",
        " 陇县 ",
    ],
)
def test_a_place_by_any_of_its_names(store, written):
    asked = ask(store, "supporters-of", {"place": written})
    assert column(asked, "supporter") == ["江苏省徐州市铜山区"]


def test_a_former_name(store):
    assert column(ask(store, "recipients-of", {"place": "铜山县"}), "recipient") == [
        "陕西省宝鸡市陇县"
    ]


def test_a_place_stands_for_what_lies_in_it_and_comes_first(store):
    assert column(ask(store, "supporters-of", {"place": "陕西"}), "recipient") == [
        "陕西省",
        "陕西省宝鸡市陇县",
    ]


def test_a_place_without_facts_has_an_empty_answer(store):
    assert len(ask(store, "supporters-of", {"place": "海南省"}).answer) == 0


def test_misspelt_names_get_suggestions(store):
    with pytest.raises(UnknownPlace) as place:
        ask(store, "supporters-of", {"place": "陇州县"})
    assert "陇县" in place.value.suggestions
    with pytest.raises(UnknownQuestion) as question:
        ask(store, "suporters-of", {"place": "陇县"})
    assert question.value.suggestions[0] == "supporters-of"
    with pytest.raises(UnknownQuestion) as question:
        ask(store, "secondments")
    assert question.value.suggestions[0] == "secondments-between"
    with pytest.raises(UsageError, match=r"no parameter 'plaec'; known: place"):
        ask(store, "supporters-of", {"plaec": "陇县"})


def test_a_name_of_several_places(store):
    with pytest.raises(AmbiguousPlace) as error:
        ask(store, "supporters-of", {"place": "鼓楼区"})
    assert "江苏省徐州市鼓楼区" in error.value.suggestions


@pytest.mark.parametrize(
    ("name", "parameters", "problem"),
    [
        ("agreements-between", {"one": "陇县"}, "needs other=…"),
        ("meaning-of-pair", {"letters": "苏"}, "letters is a letters, which '苏' is not"),
        ("meaning-of-pair", {"letters": ".*"}, "which '.*' is not"),
        ("agreements-between", {"one": "陇县", "other": " "}, "needs other=…"),
        ("visits-of", {"place": "陇县", "year": "last"}, "year is a year, which 'last' is not"),
        ("evidence-of", {"fact": "partnership/1-2"}, "no facts end in"),
        ("domains-between", {"one": "陇县", "other": "铜山", "domain": "x"}, "no one domain"),
        ("places-in-several-programmes", {"place": "陇县"}, "it has none"),
    ],
)
def test_wrong_parameters(store, name, parameters, problem):
    with pytest.raises(UsageError, match=problem):
        ask(store, name, parameters)


def test_a_question_of_ones_own(store, tmp_path):
    file = tmp_path / "mine.rq"
    file.write_text(
        "#+ summary: Codes\n#+ defaults:\n#+   - code: 610327\n"
        "SELECT ?name { ?p xz:gbCode ?_code ; schema:name ?name FILTER(!BOUND(?__x_date)) }"
    )
    assert column(ask(store, str(file)), "name") == ["陇县"]
    assert column(ask(store, file, {"code": "320312"}), "name") == ["铜山区"]
    assert column(ask(store, file, {"x": "2024-05-01"}), "name") == []


def test_sparql_itself_with_and_without_prefixes(store):
    for sparql in (
        "SELECT ?n { ?p xz:gbCode '610327' ; schema:name ?n }",
        "# my own\nprefix s: <https://schema.org/> select ?n {?p s:name ?n; xz:gbCode '610327'}",
    ):
        assert column(ask(store, sparql), "n") == ["陇县"]
    assert ask(store, "ASK { ?p xz:gbCode '610327' }").answer is True


def test_a_fact_by_the_end_of_its_iri(store):
    sparql = "SELECT (?_f_iri AS ?fact) {}"
    question = parse_question(f"#+ parameters: {{f: {{kind: fact}}}}\n{sparql}", "f")
    asked = ask(store, question, {"f": "health"})
    assert column(asked, "fact") == ["https://w3id.org/xiezuo/id/cooperation/320312-610327/health"]


@pytest.mark.parametrize(
    ("kind", "written", "term"),
    [
        ("domain", "教育", "https://w3id.org/xiezuo/domain/education"),
        ("domain", "health", "https://w3id.org/xiezuo/domain/health"),
        ("programme", "援疆", "https://w3id.org/xiezuo/programme/paired-support"),
        ("iri", "xzd:labour", "https://w3id.org/xiezuo/domain/labour"),
        ("number", "1.5", "1.5"),
        ("year", "2024年", "2024"),
        ("name", "钟远山", "钟远山"),
    ],
)
def test_kinds_of_parameters(store, kind, written, term):
    header = f"#+ parameters: {{v: {{kind: {kind}}}}}\n"
    question = parse_question(header + "SELECT (?_v AS ?x) {}", "q")
    assert column(ask(store, question, {"v": written}), "x") == [term]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ("#+ summary: a: b", "no YAML"),
        ("#+ - a", "no YAML mapping"),
        ("#+ defaults: {a: 1}", "no list"),
        ("#+ parameters: {other: {kind: place}}", "the header names other"),
    ],
)
def test_a_broken_header_is_named(header, problem):
    with pytest.raises(InputError, match=f"mine.*{problem}"):
        parse_question(f"{header}\nSELECT * {{ ?s ?p ?_v }}", "mine")


def test_a_kind_that_there_is_not(store):
    question = parse_question("#+ parameters: {v: {kind: planet}}\nASK { ?s ?p ?_v }", "mine")
    with pytest.raises(UsageError, match="no known kind 'planet'; known: place"):
        ask(store, question, {"v": "Mars"})


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match=r"none\.rq"):
        load_question(str(tmp_path / "none.rq"))


def test_evidence_is_the_surest_statement(store):
    asked = ask(store, "recipients-of", {"place": "铜山区"}, evidence=True)
    assert asked.answer.variables[-6:] == (
        "sentence",
        "article",
        "file",
        "published",
        "statements",
        "fact",
    )
    row = dict(zip(asked.answer.variables, asked.answer.rows[0], strict=True))
    assert row["sentence"].value == "铜山区对口帮扶陇县。"
    assert row["article"].value == "铜山区与陇县召开联席会议"
    assert row["file"].value == "news/2024.txt"
    assert row["published"].value == "2024-05-21"
    assert row["statements"].value == "2"


def test_evidence_of_many_facts_comes_in_batches(store, monkeypatch):
    whole = ask(store, "domains-between", {"one": "陇县", "other": "铜山"}, evidence=True)
    monkeypatch.setattr("xiezuo.query.evidence._BATCH", 1)
    again = ask(store, "domains-between", {"one": "陇县", "other": "铜山"}, evidence=True)
    assert whole == again


def test_evidence_of_all_kinds_of_facts(store):
    asked = ask(store, "SELECT DISTINCT ?fact { ?fact xz:evidence ?a }", evidence=True)
    assert len(asked.answer) > 15
    assert None not in asked.answer.column("sentence")


@pytest.mark.parametrize("sparql", ["SELECT ?s { ?s ?p ?o } LIMIT 1", "ASK {}"])
def test_evidence_needs_facts(store, sparql):
    with pytest.raises(UsageError, match="evidence"):
        ask(store, sparql, evidence=True)


def test_a_fact_without_evidence_has_an_empty_cell(store):
    asked = ask(store, "SELECT ?fact { BIND(<https://e.org/1> AS ?fact) }", evidence=True)
    assert asked.answer.rows == ((None,) * 5 + (ox.NamedNode("https://e.org/1"),),)
