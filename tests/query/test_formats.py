import csv
import io
import json

import pyoxigraph as ox
import pytest
import rdflib

from xiezuo.errors import UsageError
from xiezuo.query import FORMATS
from xiezuo.query.formats import table
from xiezuo.store import Rows, Triples
from xiezuo.vocab import BASE

NASTY = 'a,"b"\n\t|<script>`*_\u202e\x1b[31m[red]\\'
ROWS = Rows(
    ("place", "name", "n"),
    (
        (ox.NamedNode(BASE + "place/610327"), ox.Literal("陇县", language="zh"), None),
        (ox.NamedNode("https://e.org/é"), ox.Literal(NASTY), ox.Literal(5)),
    ),
)
TRIPLE = ox.Triple(
    ox.NamedNode("https://e.org/1"), ox.NamedNode("https://schema.org/name"), ox.Literal("一")
)


def test_csv_is_read_back():
    rows = list(csv.reader(io.StringIO(FORMATS["csv"](ROWS), newline="")))
    assert rows == [
        ["place", "name", "n"],
        [BASE + "place/610327", "陇县", ""],
        ["https://e.org/é", NASTY, "5"],
    ]


@pytest.mark.parametrize("format_", ["tsv", "json"])
def test_sparql_results_are_read_back_as_terms(format_):
    media = {"tsv": ox.QueryResultsFormat.TSV, "json": ox.QueryResultsFormat.JSON}[format_]
    text = FORMATS[format_](ROWS)
    solutions = ox.parse_query_results(text, media)
    assert [variable.value for variable in solutions.variables] == list(ROWS.variables)
    assert tuple(tuple(row[i] for i in range(3)) for row in solutions) == ROWS.rows


def test_json_is_read_by_rdflib():
    result = rdflib.query.Result.parse(io.BytesIO(FORMATS["json"](ROWS).encode()), format="json")
    assert [row.name for row in result] == [
        rdflib.Literal("陇县", lang="zh"),
        rdflib.Literal(NASTY),
    ]


def test_the_table_is_for_people():
    text = table(ROWS, 100)
    assert "place/610327" in text
    assert "w3id.org" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]" in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_a_narrow_table_loses_nothing():
    text = table(ROWS, 40)
    assert max(map(len, text.splitlines())) <= 40
    letters = "".join(text.split())
    assert "陇县" in letters
    assert "<script>" in letters.replace("│", "") or "script" in letters


def test_markdown_escapes_markup():
    text = FORMATS["md"](ROWS)
    lines = text.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("| ") and line.endswith(" |") for line in lines)
    assert "\\<script\\>" in text
    assert "\\|" in text


def test_turtle_is_for_triples():
    graph = rdflib.Graph().parse(data=FORMATS["ttl"](Triples((TRIPLE, TRIPLE))), format="turtle")
    assert len(graph) == 1
    with pytest.raises(UsageError, match="Turtle is for CONSTRUCT"):
        FORMATS["ttl"](ROWS)


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "md", "json"])
def test_triples_and_truths_have_every_other_format(format_):
    assert "一" in FORMATS[format_](Triples((TRIPLE,)))
    assert "true" in FORMATS[format_](True)
    assert "false" in FORMATS[format_](False)


def test_json_of_a_truth_value():
    assert json.loads(FORMATS["json"](True)) == {"head": {}, "boolean": True}
