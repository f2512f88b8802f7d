"""The page in a browser: opening, reading, finding, trusting."""

from __future__ import annotations

import random
from typing import Any

import pytest

from xiezuo.view import render

pytestmark = pytest.mark.browser


@pytest.fixture
def tab(open_page: Any, graphs: Any) -> Any:
    return open_page(render(graphs.page_graph()))


def test_first_picture_shows_both_partnerships_with_their_facts(tab: Any) -> None:
    boxes = tab.call("boxes")
    kinds = [box["kind"] for box in boxes]
    assert kinds.count("supporter") == 1
    assert kinds.count("recipient") == 2
    assert kinds.count("pair") == 2
    assert kinds.count("domain") == 24
    assert kinds.count("signing") == kinds.count("meeting") == 2


def test_recipients_stand_west_of_supporters(tab: Any) -> None:
    boxes = tab.call("boxes")
    east = [box["x"] for box in boxes if box["kind"] == "supporter"]
    west = [box["x"] for box in boxes if box["kind"] == "recipient"]
    assert max(west) < min(east)


def overlaps(boxes: list[dict[str, Any]]) -> list[tuple[Any, Any]]:
    found = []
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart = abs(a["x"] - b["x"]) >= (a["w"] + b["w"]) / 2
            if not apart and abs(a["y"] - b["y"]) < (a["h"] + b["h"]) / 2:
                found.append((a, b))
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_label_covers_another(tab: Any, language: str) -> None:
    if language == "en":
        tab.page.click("#tool-language")
    assert overlaps(tab.call("boxes")) == []


def test_labels_of_a_usual_graph_do_not_overlap(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.large_graph(120, 180)))
    assert overlaps(tab.call("boxes")) == []


@pytest.mark.parametrize("part", [0.3, 0.5, 0.85])
def test_click_on_the_edge_shows_its_sentence(tab: Any, part: float) -> None:
    tab.click(tab.call("edgePoint", tab.node("河西区"), tab.node("平凉市"), part))
    assert "河西区与平凉市结对以来，两地在多个方面开展东西部协作。" in tab.panel
    assert tab.page.locator("#panel mark").first.inner_text().startswith("河西区与平凉市结对")
    assert tab.page.locator("#panel mark strong").first.inner_text() == "结对"
    assert "河西区与平凉市、卓尼县座谈" in tab.panel
    assert "pages/01.txt" in tab.panel
    assert "2024-05-21" in tab.panel
    assert "置信度 0.90" in tab.panel
    assert "partnership.relation" in tab.panel
    link = tab.page.locator("#panel .source a").first
    assert link.get_attribute("href") == "https://example.org/news/1"


def test_click_on_a_node_shows_its_facts(tab: Any) -> None:
    tab.click(tab.call("point", tab.node("签约仪式")))
    assert "会后，双方举行签约仪式。" in tab.panel


@pytest.mark.parametrize("text", ["平凉", "平凉市", "pingliang", "pl", "甘肃省平凉"])
def test_search_finds_a_place(tab: Any, text: str) -> None:
    tab.page.keyboard.press("/")
    tab.page.keyboard.type(text)
    first = tab.page.locator("#hits li").first
    assert "平凉市" in first.inner_text()
    tab.page.keyboard.press("Enter")
    assert tab.page.locator("#panel h2").inner_text() == "平凉市"
    assert tab.call("state")["selected"] == {"node": tab.node("平凉市")}


def test_search_that_finds_nothing_says_so(tab: Any) -> None:
    tab.page.fill("#query", "无此地名")
    assert tab.page.locator("#hits").inner_text() == "没有找到"


def test_search_unfolds_what_it_found(tab: Any) -> None:
    tab.page.click("#tool-unfold")
    person = tab.node("林启航")
    assert not tab.call("node", person)["visible"]
    tab.page.fill("#query", "linqihang")
    tab.page.keyboard.press("Enter")
    assert tab.call("node", person)["visible"]


def test_legend_hides_and_shows_a_kind(tab: Any) -> None:
    tab.page.click('.key[data-kind="domain"]')
    assert "domain" not in {box["kind"] for box in tab.call("boxes")}
    tab.page.click('.key[data-kind="domain"]')
    assert "domain" in {box["kind"] for box in tab.call("boxes")}


def test_double_click_folds_and_unfolds(tab: Any) -> None:
    point = tab.call("edgePoint", tab.node("河西区"), tab.node("平凉市"), 0.5)
    before = len(tab.call("visible"))
    tab.click(point, double=True)
    assert len(tab.call("visible")) < before - 10
    tab.click(point, double=True)
    assert len(tab.call("visible")) == before


def test_enter_unfolds_the_selection(tab: Any) -> None:
    visit = tab.node("考察云岭社区")
    site = tab.node("云岭社区新时代文明实践站")
    tab.click(tab.call("point", visit))
    assert not tab.call("node", site)["visible"]
    tab.page.focus("#canvas")
    tab.page.keyboard.press("Enter")
    assert tab.call("node", site)["visible"]
    assert overlaps(tab.call("boxes")) == []


def test_arrow_keys_move_the_selection(tab: Any) -> None:
    tab.page.focus("#canvas")
    tab.page.keyboard.press("ArrowRight")
    first = tab.call("state")["selected"]
    tab.page.keyboard.press("ArrowLeft")
    second = tab.call("state")["selected"]
    assert first is not None
    assert second not in (None, first)
    tab.page.keyboard.press("Escape")
    assert tab.call("state")["selected"] is None


def test_facts_follow_a_dragged_place(tab: Any) -> None:
    place = tab.node("平凉市")
    pair = next(box for box in tab.call("boxes") if box["kind"] == "pair")
    start = tab.call("point", place)
    tab.page.mouse.move(start["x"], start["y"])
    tab.page.mouse.down()
    tab.page.mouse.move(start["x"] + 40, start["y"] + 60, steps=30)
    tab.page.mouse.up()
    moved = next(box for box in tab.call("boxes") if box["id"] == pair["id"])
    assert moved["y"] > pair["y"] + 20
    end = tab.call("point", place)
    assert end["y"] - start["y"] == pytest.approx(60, abs=6)


def test_english_interface(tab: Any) -> None:
    tab.page.click("#tool-language")
    assert tab.page.locator("html").get_attribute("lang") == "en"
    assert "Supporter" in tab.page.locator("#legend").inner_text()
    tab.click(tab.call("edgePoint", tab.node("河西区"), tab.node("平凉市"), 0.3))
    assert "河西区 supports 平凉市" in tab.panel


def test_theme_follows_the_system_and_the_button(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.page_graph()), color_scheme="dark")
    html = tab.page.locator("html")
    assert html.get_attribute("data-theme") == "dark"
    tab.page.click("#tool-theme")
    assert html.get_attribute("data-theme") == "light"


def test_same_page_for_the_same_graph_in_any_order(graphs: Any) -> None:
    quads = graphs.page_graph()
    expected = render(quads)
    for seed in range(3):
        random.Random(seed).shuffle(quads)
        assert render(quads) == expected


def test_unfolding_a_pair_folds_what_it_would_cover(open_page: Any, graphs: Any) -> None:
    make = graphs.Maker()
    article = make.article("多地结对")
    east = make.place("120103")
    codes = [f"6201{index:02}" for index in range(12)]
    for index, code in enumerate(codes):
        row = (f"第{index}县", f"甘肃省第{index}县", "county", "620000", [])
        pair = make.partnership(east, make.place(code, row))
        make.state(pair, article, ("", "两地结对。", "", "结对"))
        for domain in graphs.DOMAINS[:8]:
            fact = make.cooperation(pair, domain, domain)
            make.state(fact, article, ("", "双方协作。", "", "协作"))
    make.place("620000")
    tab = open_page(render(make.quads))
    pairs = [box["id"] for box in tab.call("boxes") if box["kind"] == "pair"]
    assert len(pairs) == 12
    for pair in pairs:
        tab.click(tab.call("point", pair), double=True)
        opened = [b for b in tab.call("boxes") if b["kind"] in ("domain", "supporter", "recipient")]
        assert sum(box["kind"] == "domain" for box in opened) >= 8
        assert overlaps(opened) == []


def test_a_long_panel_comes_in_parts(open_page: Any, graphs: Any) -> None:
    make = graphs.Maker()
    east = make.place("120103")
    article = make.article("多地结对")
    for index in range(90):
        row = (f"第{index}县", f"甘肃省第{index}县", "county", "620000", [])
        pair = make.partnership(east, make.place(f"62{index:04}", row))
        make.state(pair, article, ("", f"第{index}对结对。", "", "结对"))
    make.place("620000")
    tab = open_page(render(make.quads))
    tab.click(tab.call("point", tab.node("河西区")))
    facts = tab.page.locator("#panel .fact")
    assert facts.count() == 40
    tab.page.click("[data-do=more]")
    tab.page.click("[data-do=more]")
    assert facts.count() == 90
    assert tab.page.locator("[data-do=more]").count() == 0
