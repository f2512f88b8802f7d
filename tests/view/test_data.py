"""From RDF to what the page shows, and how labels are set."""

from __future__ import annotations

from typing import Any

import pytest

from xiezuo.view.data import view_model
from xiezuo.view.graphread import Graph
from xiezuo.view.layout import arrange
from xiezuo.view.measure import box, clean
from xiezuo.view.model import Node, ViewModel
from xiezuo.view.page import embed
from xiezuo.view.pinyin import spellings


@pytest.fixture
def model(graphs: Any) -> ViewModel:
    return view_model(Graph(graphs.page_graph()))


def node(model: ViewModel, label: str) -> Node:
    return next(node for node in model.nodes if node.label == label)


def test_each_fact_hangs_on_its_pair(model: ViewModel) -> None:
    pair = node(model, "河西区 → 平凉市").id
    assert node(model, "中医药").parent == pair
    assert node(model, "平凉市东西部协作产业合作项目签约仪式").parent == pair
    assert node(model, "崆峒区3名党政干部").parent == pair
    secondment, person = (n for n in model.nodes if n.label == "林启航")
    assert secondment.parent == pair
    assert person.parent == secondment.id


def test_roles_and_kin(model: ViewModel) -> None:
    assert node(model, "河西区").kind == "supporter"
    assert node(model, "平凉市").kind == "recipient"
    assert node(model, "崆峒区").kind == "place"
    assert node(model, "崆峒区").within == node(model, "平凉市").id
    assert node(model, "卓尼县").province == "甘肃省"


def test_lines_only_where_the_place_of_a_fact_does_not_show_them(model: ViewModel) -> None:
    lines = {(model.nodes[e.source].label, model.nodes[e.target].label) for e in model.edges}
    assert ("崆峒区3名党政干部", "崆峒区") in lines
    assert ("崆峒区3名党政干部", "河西区") not in lines
    assert ("河西区", "平凉市") in lines


def test_every_quote_leads_to_its_sentence_and_article(model: ViewModel) -> None:
    assert len({sentence.exact for sentence in model.sentences}) > 20
    for fact in model.facts:
        for quote in fact.quotes:
            sentence = model.sentences[model.quotes[quote].sentence]
            assert model.quotes[quote].trigger in sentence.exact
            assert model.articles[sentence.article].file == "pages/01.txt"


def test_concepts_carry_the_names_of_the_ontology(model: ViewModel) -> None:
    assert model.concepts["xzd:tcm"] == ("中医药", "Traditional Chinese medicine")


def test_positions_depend_on_the_model_alone(graphs: Any) -> None:
    first = arrange(view_model(Graph(graphs.large_graph(60, 90))))
    second = arrange(view_model(Graph(reversed(graphs.large_graph(60, 90)))))
    assert first == second


def test_a_label_is_cut_and_wrapped() -> None:
    assert box("平凉市", "recipient").lines == ("平凉市",)
    lines = box("长" * 200, "meeting").lines
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(len(line) <= 11 for line in lines)
    assert box("", "place").lines == ("",)


def test_invisible_characters_are_no_part_of_a_label() -> None:
    assert clean("\u202e甲\u2028乙\x00\u200b丙") == "甲 乙 丙"


def test_data_in_the_page_cannot_end_its_element() -> None:
    text = embed({"a": "</script><!--\u2028&\u2029"})
    assert not set("<>&\u2028\u2029") & set(text)
    assert "\\u003c/script\\u003e" in text


@pytest.mark.parametrize(
    ("full", "label", "expected"),
    [
        ("甘肃省平凉市", "平凉市", {"pingliangshi", "pls", "gansushengpingliangshi", "gsspls"}),
        ("重庆市", "重庆市", {"chongqingshi", "cqs"}),
        ("福建省厦门市", "厦门市", {"xiamenshi", "xms"}),
    ],
)
def test_spellings(full: str, label: str, expected: set[str]) -> None:
    place = Node(0, "x", "place", label, full=full, alt=(label[:2],))
    assert expected <= set(spellings(place))
    assert any(len(spelling) == 2 for spelling in spellings(place))
