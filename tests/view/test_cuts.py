"""Cuts of a graph, the summary of a large one, and the page in a notebook."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Quad, Store

from xiezuo.errors import UnknownPlace, UsageError
from xiezuo.knowledge_graph import View
from xiezuo.view import Cut, render
from xiezuo.view.cuts import cut
from xiezuo.view.data import view_model
from xiezuo.view.graphread import Graph
from xiezuo.view.summary import MOST_PLACES


def names(quads: list[Quad], what: Cut) -> set[str]:
    model = cut(view_model(Graph(quads)), what)
    return {node.label for node in model.nodes if node.is_place}


@pytest.mark.parametrize("name", ["河西区", "天津市河西区", "河西", "120103"])
def test_around_a_place_by_any_of_its_names(graphs: Any, name: str) -> None:
    found = names(graphs.years_graph(), Cut(around=name))
    assert found == {"河西区", "平凉市", "卓尼县"}


def test_around_a_place_takes_what_lies_in_it(graphs: Any) -> None:
    assert names(graphs.years_graph(), Cut(around="甘南藏族自治州")) == {
        *("甘南藏族自治州", "西青区", "卓尼县", "河西区")
    }


def test_since(graphs: Any) -> None:
    model = cut(view_model(Graph(graphs.years_graph())), Cut(since="2022-03"))
    meetings = [node.label for node in model.nodes if node.kind == "meeting"]
    assert meetings == ["2022年第3组联席会议"]


@pytest.mark.parametrize("domain", ["tourism", "xzd:tourism", "文化旅游"])
def test_domain(graphs: Any, domain: str) -> None:
    found = names(graphs.years_graph(), Cut(domain=domain))
    assert found == {"厦门市", "固原市", "西青区", "甘南藏族自治州"}


def test_cuts_combine(graphs: Any) -> None:
    what = Cut(around="河西区", domain="labour", since="2023")
    assert names(graphs.years_graph(), what) == {"河西区", "平凉市", "卓尼县"}
    assert names(graphs.years_graph(), Cut(around="厦门市", domain="labour")) == set()


def test_a_cut_that_names_nothing_says_what_there_is(graphs: Any) -> None:
    model = view_model(Graph(graphs.years_graph()))
    with pytest.raises(UnknownPlace) as place:
        cut(model, Cut(around="平凉县"))
    assert "甘肃省平凉市" in place.value.suggestions
    with pytest.raises(UsageError, match="文化旅游"):
        cut(model, Cut(domain="space"))
    with pytest.raises(UsageError, match="2021-05-01"):
        cut(model, Cut(since="yesterday"))


def test_every_id_of_a_cut_points_inside_it(graphs: Any) -> None:
    model = cut(view_model(Graph(graphs.years_graph())), Cut(around="卓尼县"))
    for number, node in enumerate(model.nodes):
        assert node.id == number
        assert node.parent is None or node.parent < len(model.nodes)
        assert node.edge is None or model.edges[node.edge].id == node.edge
    for fact in model.facts:
        assert all(quote < len(model.quotes) for quote in fact.quotes)
        assert all(node < len(model.nodes) for node in fact.all_nodes())
    assert all(quote.sentence < len(model.sentences) for quote in model.quotes)
    assert all(sentence.article < len(model.articles) for sentence in model.sentences)


def test_a_store_gives_the_same_page_as_its_quads(graphs: Any) -> None:
    quads = graphs.page_graph()
    store = Store()
    store.extend(quads)
    assert render(store) == render(quads)


@pytest.mark.browser
def test_the_page_of_a_cut_says_that_it_is_one(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.years_graph(), what=Cut(around="厦门市")))
    assert len(tab.call("visible")) == 5
    assert "厦门市" in tab.page.locator("#note").inner_text()
    tab.page.click("#tool-language")
    assert "3 of the graph's 18 facts" in tab.page.locator("#note").inner_text()


@pytest.mark.browser
def test_a_graph_too_large_is_summed_up(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.large_graph(MOST_PLACES + 400, 3000)))
    note = re.search(r"(\d+)个地区、3000对结对", tab.page.locator("#note").inner_text())
    assert note is not None
    assert int(note[1]) > MOST_PLACES
    boxes = tab.call("boxes")
    assert len([box for box in boxes if box["kind"] in ("supporter", "recipient")]) == 16
    line = tab.call("lines")[0]
    tab.click(tab.call("edgePoint", line["from"], line["to"], 0.08))
    assert re.search(r"结对数\n\d+", tab.panel)
    assert re.search(r"第\d+对结对帮扶。", tab.panel)


@pytest.mark.browser
def test_a_notebook_shows_the_page_in_a_frame(open_page: Any, graphs: Any) -> None:
    frame = View(render(graphs.page_graph()))._repr_html_()
    # The notebook's page stands around it: only its readiness is faked.
    tab = open_page(f"<!DOCTYPE html><html lang=zh data-ready=true><body>{frame}</body></html>")
    inner = tab.page.frame_locator("iframe")
    inner.locator("html[data-ready=true]").wait_for()
    inner.locator("#query").fill("平凉")
    inner.locator("#query").press("Enter")
    assert inner.locator("#panel h2").inner_text() == "平凉市"
    inner.locator("#export summary").click()
    with tab.page.expect_download() as download:
        inner.locator("#export-csv").click()
    assert "平凉市" in Path(download.value.path()).read_text(encoding="utf-8-sig")
