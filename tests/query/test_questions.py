"""Every question: golden rows, an empty case, and the same answer from every engine."""

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from xiezuo import resources
from xiezuo.query import FORMATS, ask, questions
from xiezuo.store import RemoteStore

GOLDEN = Path(__file__).parents[1] / "golden" / "queries"

PAIR = {"one": "陇县", "other": "铜山"}
REVERSED = {"one": "徐州市", "other": "陕西"}
STRANGERS = {"one": "东丽区", "other": "陇县"}

CASES = {
    "supporters-of": ({"place": "陕西"}, {"place": "徐州"}),
    "recipients-of": ({"place": "120000"}, {"place": "甘肃"}),
    "partners-of": ({"place": "徐州"}, {"place": "海南省"}),
    "evidence-of": (
        {"fact": "partnership/320312-610327"},
        {"fact": "https://w3id.org/xiezuo/id/partnership/none"},
    ),
    "agreements-between": (REVERSED, PAIR | {"year": "2020"}),
    "secondments-between": (PAIR, STRANGERS),
    "domains-between": (REVERSED, PAIR | {"domain": "教育"}),
    "visits-of": ({"place": "610327"}, {"place": "陇县", "year": "1999"}),
    "meetings-of": ({"place": "江苏省"}, {"place": "天津"}),
    "officials-of": ({"place": "陕西宝鸡陇县"}, {"place": "天津"}),
    "indicators-between": (PAIR, STRANGERS),
    "timeline-between": (PAIR, STRANGERS),
    "places-in-several-programmes": ({}, None),
    "numbers-sent-between": (PAIR, STRANGERS),
    "changes-of-partner": ({"place": "东丽区"}, {"place": "陇县"}),
    "conflicting-figures-of": ({"place": "陕西"}, {"place": "天津"}),
    "plans-done-of": ({"place": "陇县"}, {"place": "陇县", "domain": "劳务协作"}),
    "inconsistent-pairs": ({}, {"place": "陇县"}),
    "domains-by-year": ({"place": "江苏省"}, {"place": "陇县", "year": "2018"}),
    "posts-of-person": ({"person": "钟远山"}, {"person": "钟山远"}),
    "silent-pairs-of": ({"place": "陕西", "since": "2025"}, {"place": "天津", "since": "2025"}),
    "parks-of": ({"place": "铜山"}, {"place": "天津"}),
    "group-postings-of": ({"place": "陇县"}, {"place": "天津"}),
    "former-names-of": ({"place": "徐州"}, {"place": "陇县"}),
    "meaning-of-pair": ({"letters": "陕苏"}, {"letters": "陕津"}),
    "uncertain-facts-of": ({"place": "陕西"}, {"place": "海南省"}),
    "ranking-in-domain": ({"domain": "劳务协作"}, {"domain": "劳务协作", "year": "1999"}),
}
"""The question, parameters with an answer, and parameters without one."""

NOT_FACTS = {
    "evidence-of",
    "places-in-several-programmes",
    "numbers-sent-between",
    "domains-by-year",
}
"""The questions whose rows are statements or totals."""

BOTH = [
    pytest.param(name, parameters, id=f"{name}-{kind}")
    for name, cases in CASES.items()
    for kind, parameters in zip(("found", "empty"), cases, strict=True)
    if parameters is not None
]


def test_every_question_has_its_case():
    assert set(questions()) == set(CASES)
    assert {file.name.removesuffix(".rq") for file in resources.queries()} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_golden_rows(store, name):
    answer = ask(store, name, CASES[name][0]).answer
    expected = (GOLDEN / f"{name}.csv").read_text("utf-8")
    assert FORMATS["csv"](answer).replace("\r\n", "\n") == expected
    assert len(answer) > 0


@pytest.mark.parametrize("name", [name for name, cases in CASES.items() if cases[1] is not None])
def test_nothing_found(store, name):
    found, empty = (ask(store, name, parameters).answer for parameters in CASES[name])
    assert empty.rows == ()
    assert empty.variables == found.variables


def test_nothing_found_without_parameters(serve):
    answer = ask(RemoteStore(serve(ox.Store())), "places-in-several-programmes").answer
    assert answer.rows == ()


@pytest.fixture(scope="module")
def rdflib_world(world):
    triples = world.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return rdflib.Graph().parse(data=triples, format="nt")


@pytest.mark.parametrize(("name", "parameters"), BOTH)
def test_rdflib_gives_the_same_rows_in_the_same_order(store, rdflib_world, name, parameters):
    asked = ask(store, name, parameters, evidence=False)
    ours = [
        tuple(None if term is None else rdflib.util.from_n3(str(term)) for term in row)
        for row in asked.answer.rows
    ]
    theirs = rdflib_world.query(asked.sparql)
    assert [str(variable) for variable in theirs.vars] == list(asked.answer.variables)
    rows = [tuple(row) for row in theirs]
    assert Counter(rows) == Counter(ours)
    assert rows == ours


@pytest.mark.parametrize(("name", "parameters"), BOTH)
def test_an_endpoint_gives_the_same_answer(store, world, serve, name, parameters):
    remote = RemoteStore(serve(world))
    assert ask(remote, name, parameters, evidence=None) == ask(store, name, parameters)


@pytest.mark.parametrize("question", questions().values(), ids=list(questions()))
def test_headers_speak_both_languages(question):
    assert question.summary.keys() == question.description.keys() == {"en", "zh"}
    assert question.tags
    for parameter in question.parameters:
        assert parameter.meaning.keys() == {"en", "zh"}, parameter.name


@pytest.mark.parametrize("question", questions().values(), ids=list(questions()))
def test_rows_are_ordered_and_can_show_their_evidence(question):
    assert "ORDER BY" in question.sparql.rpartition("}")[2]
    if question.name not in NOT_FACTS:
        assert "?fact" in question.sparql.partition("WHERE")[0]


@pytest.mark.parametrize("file", list(resources.queries()), ids=lambda file: file.name)
def test_files_are_valid_sparql_for_other_tools(file):
    rdflib.plugins.sparql.prepareQuery(file.read_text("utf-8"))
    ox.Store().query(file.read_text("utf-8"))
