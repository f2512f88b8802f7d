"""For everyone: axe-core, contrast, the keyboard alone, small screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from xiezuo.view import render

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "vendor" / "axe.min.js"


def violations(tab: Any) -> list[str]:
    # As an isolated evaluation, since the page's policy lets no other script in.
    tab.page.evaluate(AXE.read_text(encoding="utf-8"))
    result = tab.page.evaluate("axe.run(document)")
    assert len(result["passes"]) > 20
    found = result["violations"]
    return [
        f"{one['impact']} {one['id']}: {[node['target'] for node in one['nodes']][:4]}"
        for one in found
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", "#mode=table", "#mode=map&language=en"])
def test_axe_finds_nothing(open_page: Any, graphs: Any, scheme: str, fragment: str) -> None:
    tab = open_page(render(graphs.years_graph()), fragment, color_scheme=scheme)
    assert violations(tab) == []
    tab.page.fill("#query", "市")
    assert violations(tab) == []
    tab.page.keyboard.press("Enter")
    tab.page.click("#export summary")
    tab.page.click("[data-do=focus]")
    tab.page.click('.key[data-kind="domain"]')
    assert violations(tab) == []


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_of_the_canvas_have_contrast(open_page: Any, graphs: Any, theme: str) -> None:
    looks = open_page(render(graphs.page_graph())).call("looks")[theme]
    for name in ("ink", "soft"):
        assert contrast(looks[name], looks["paper"]) >= 4.5
        assert contrast(looks[name], looks["group"]) >= 4.5
    for kind in ("supporter", "recipient", "pair"):
        assert contrast(looks[kind], looks["onFill"]) >= 4.5
    marks = ("domain", "signing", "meeting", "visit", "agreement", "secondment", "person")
    for kind in (*marks, "organization", "indicator", "partnership", "accent"):
        assert contrast(looks[kind], looks["paper"]) >= 3


def test_marks_differ_in_shape_too(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.page_graph()))
    shapes = tab.page.locator(".key path").evaluate_all(
        "list => list.map(p => p.getAttribute('d'))"
    )
    assert len(shapes) == len(set(shapes)) == 10


def test_everything_by_keyboard(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.page_graph()))
    keys = tab.page.keyboard
    seen = []
    for _ in range(60):
        keys.press("Tab")
        seen.append(
            tab.page.evaluate("document.activeElement.id || document.activeElement.className")
        )
    wanted = {"query", "tool-graph", "tool-map", "tool-table", "tool-fit", "tool-theme", "canvas"}
    assert wanted <= set(seen)
    assert "key" in seen
    tab.page.focus("#canvas")
    assert tab.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    keys.press("/")
    keys.type("pl")
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    keys.press("Enter")
    assert "平凉市" in tab.panel
    tab.page.focus("#canvas")
    keys.press("f")
    assert tab.page.locator("#trail button").all_inner_texts() == ["全图", "平凉市"]
    keys.press("Backspace")
    assert tab.page.locator("#trail").is_hidden()
    before = tab.call("point", 0)
    keys.press("+")
    keys.press("+")
    assert tab.call("point", 0) != before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_phone(open_page: Any, graphs: Any, language: str) -> None:
    html = render(graphs.page_graph())
    tab = open_page(html, f"#language={language}", width=390, height=844, has_touch=True)
    page = tab.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#filters").is_hidden()
    assert page.evaluate("xiezuo.network.getScale()") > 0.6  # place names of 11 pixels and more
    page.tap("#tool-filters")
    page.tap('.key[data-kind="recipient"]')
    assert "recipient" not in {box["kind"] for box in tab.call("boxes")}
    page.tap('.key[data-kind="recipient"]')
    page.tap("#tool-filters")
    point = tab.call("edgePoint", tab.node("河西区"), tab.node("平凉市"), 0.3)
    page.touchscreen.tap(point["x"], point["y"])
    page.wait_for_selector("#panel mark")
    assert "河西区与平凉市结对以来" in tab.panel
    assert page.locator("#canvas").bounding_box()["height"] > 250
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
