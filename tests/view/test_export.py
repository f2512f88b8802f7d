"""What can be taken along from the page: pictures, tables, triples, citations, paper."""

from __future__ import annotations

import csv
import io
import struct
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from xiezuo.view import render
from xiezuo.vocab import BASE, term

pytestmark = pytest.mark.browser


@pytest.fixture
def tab(open_page: Any, graphs: Any) -> Any:
    return open_page(render(graphs.page_graph()))


def export(tab: Any, kind: str) -> bytes:
    tab.page.click("#export summary")
    with tab.page.expect_download() as download:
        tab.page.click(f"#export-{kind}")
    assert download.value.suggested_filename == f"xiezuo.{kind}"
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("mode", ["graph", "map"])
def test_svg_shows_what_the_page_shows(tab: Any, mode: str) -> None:
    tab.page.click(f"#tool-{mode}")
    root = ET.fromstring(export(tab, "svg").decode())
    texts = {element.text for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"河西区", "平凉市", "卓尼县"} <= texts
    assert ("农业与农特产品" in texts) is (mode == "graph")
    x, y, w, h = map(float, root.attrib["viewBox"].split())
    for box in tab.call("boxes"):
        assert x <= box["x"] - box["w"] / 2
        assert box["x"] + box["w"] / 2 <= x + w
        assert y <= box["y"] - box["h"] / 2
        assert box["y"] + box["h"] / 2 <= y + h
    assert "NaN" not in ET.tostring(root).decode()


def test_png_is_a_large_picture(tab: Any) -> None:
    data = export(tab, "png")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    assert width > 1200
    assert height > 900
    assert len(data) > 20_000


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_csv_of_everything_and_of_the_selection(tab: Any) -> None:
    everything = rows(export(tab, "csv"))
    assert len(everything) == 34
    tab.click(tab.call("point", tab.node("林启航")))
    chosen = rows(export(tab, "csv"))
    assert [row["sentence"] for row in chosen] == ["林启航挂任平凉市副市长。"]
    assert chosen[0]["file"] == "pages/01.txt"
    assert chosen[0]["url"] == "https://example.org/news/1"
    assert chosen[0]["iri"] == BASE + "secondment/林启航"


def test_csv_cells_are_no_formulas(open_page: Any, graphs: Any) -> None:
    make = graphs.Maker()
    pair = make.partnership(make.place("120103"), make.place("620800"))
    make.state(pair, make.article('=HYPERLINK("x")'), ("", '@a"b', "", ""))
    row = rows(export(open_page(render(make.quads)), "csv"))[0]
    assert row["headline"] == '\'=HYPERLINK("x")'
    assert row["sentence"] == "'@a\"b"


def triples(data: bytes) -> set[Triple]:
    return {quad.triple for quad in parse(data, format=RdfFormat.TURTLE)}


def test_turtle_of_everything_is_the_graph(tab: Any, graphs: Any) -> None:
    exported = triples(export(tab, "ttl"))
    graph = {quad.triple for quad in graphs.page_graph()}
    assert exported <= graph
    facts = {t.subject for t in graph if t.predicate == term("xz:evidence")}
    assert facts <= {t.subject for t in exported}


def test_turtle_of_the_selection_carries_its_evidence(tab: Any, graphs: Any) -> None:
    tab.click(tab.call("point", tab.node("林启航")))
    exported = triples(export(tab, "ttl"))
    graph = {quad.triple for quad in graphs.page_graph()}
    assert exported < graph
    predicates = {t.predicate for t in exported}
    wanted = ("xz:secondee", "xz:evidence", "oa:hasTarget", "oa:exact", "oa:start", "xz:fileName")
    assert {term(name) for name in wanted} <= predicates
    assert "医疗" not in str(exported)


def test_copy_as_citation(tab: Any) -> None:
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.click(tab.call("edgePoint", tab.node("河西区"), tab.node("平凉市"), 0.3))
    tab.page.locator("[data-do=cite]").first.click()
    text = tab.page.evaluate("navigator.clipboard.readText()")
    assert "河西区与平凉市、卓尼县座谈" in text
    assert "“河西区与平凉市结对以来，两地在多个方面开展东西部协作。”" in text
    assert "https://example.org/news/1" in text
    assert BASE + "partnership/120103-620800" in text
    assert tab.page.locator("[data-do=cite]").first.inner_text() == "已复制"


def test_print_shows_picture_and_panel_only(tab: Any) -> None:
    tab.click(tab.call("point", tab.node("平凉市")))
    tab.page.emulate_media(media="print")
    assert tab.page.locator("#bar").is_hidden()
    assert tab.page.locator("#filters").is_hidden()
    assert tab.page.locator("#canvas").is_visible()
    panel = tab.page.locator("#panel")
    assert panel.evaluate("element => element.scrollHeight <= element.clientHeight + 1")
