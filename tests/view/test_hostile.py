"""Texts that would do harm as HTML, and graphs of unusual sizes."""

from __future__ import annotations

from typing import Any

import pytest

from xiezuo.view import render

pytestmark = pytest.mark.browser

EVIL = (
    "<script>window.hacked=1</script>",
    '"onmouseover="window.hacked=1',
    "</script><img src=x onerror=window.hacked=1>",
    "a\u2028window.hacked=1\u2029b",
    "\u202etfel ot thgir\u202c \u2066isolate",
    "{{data}} {{script}} ${window.hacked=1} &lt;b&gt; \\u003c",
)


def graph_with(graphs: Any, text: str) -> list[Any]:
    make = graphs.Maker()
    row = (text, text, "county", None, [text])
    east, west = make.place("110101", row), make.place("620800")
    article = make.article(text, url="javascript:window.hacked=1")
    pair = make.partnership(east, west)
    make.state(pair, article, (text, text, text, text), rule=text)
    make.state(make.cooperation(pair, "industry", text), article, (text, text, text, text))
    event = make.event("Meeting", "1", text, (east, west), pair)
    make.state(event, article, (text, text, text, text))
    result: list[Any] = make.quads
    return result


@pytest.mark.parametrize("text", EVIL)
def test_hostile_text_is_only_text(open_page: Any, graphs: Any, text: str) -> None:
    tab = open_page(render(graph_with(graphs, text)))
    for id_ in tab.call("visible"):
        tab.click(tab.call("point", id_))
        tab.page.mouse.move(5, 300)
    tab.page.fill("#query", text[:12])
    tab.page.keyboard.press("Enter")
    tab.click(tab.call("edgePoint", tab.node("平凉市"), 0, 0.4))
    assert tab.page.evaluate("window.hacked") is None
    assert tab.page.locator("#panel script, #panel img, #panel a").count() == 0
    shown = tab.panel
    assert not any(control in shown for control in "\u202e\u202c\u2066\u2028")


def test_empty_graph_says_so(open_page: Any) -> None:
    tab = open_page(render([]))
    assert "图谱为空" in tab.page.locator("#empty").inner_text()


def test_graph_of_one_node(open_page: Any, graphs: Any) -> None:
    make = graphs.Maker()
    place = make.place("620800")
    office, person = make.node("appointment/1", "xz:Appointment"), make.node("p/1", "schema:Person")
    make.add(person, "schema:name", "林启航")
    make.add(office, "xz:holder", person)
    make.add(office, "xz:title", "市长")
    lonely = open_page(render(make.quads))
    assert [box["kind"] for box in lonely.call("boxes")] == ["person"]
    make.add(office, "xz:of", place)
    tab = open_page(render(make.quads))
    assert [box["kind"] for box in tab.call("boxes")] == ["place"]
    tab.click(tab.call("point", 0))
    assert "林启航" in tab.panel


def test_name_of_200_characters(open_page: Any, graphs: Any) -> None:
    name = "长" * 200
    tab = open_page(render(graph_with(graphs, name)))
    for box in tab.call("boxes"):
        assert box["w"] < 300
    tab.click(tab.call("point", tab.node(name)))
    assert tab.page.locator("#panel h2").inner_text() == name
    panel = tab.page.locator("#panel")
    assert panel.evaluate("element => element.scrollWidth <= element.clientWidth")
