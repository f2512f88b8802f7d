"""The page of the real build: what a first user does with it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.seed_page import SEED

import xiezuo

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page() -> str:
    return xiezuo.build(SEED).view().page


@pytest.fixture
def tab(open_page: Any, page: str) -> Any:
    return open_page(page)  # which asserts that nothing is requested and nothing logged


def test_search_finds_the_city(tab: Any) -> None:
    tab.page.fill("#query", "平凉")
    tab.page.keyboard.press("Enter")
    assert tab.page.locator("#panel h2").inner_text() == "平凉市"


def test_a_click_on_the_line_shows_the_sentence(tab: Any) -> None:
    tab.click(tab.call("edgePoint", tab.node("河西区"), tab.node("平凉市"), 0.3))
    assert "河西区 → 平凉市" in tab.panel
    assert "平凉市与河西区在东西部协作各项工作中取得了积极成效" in tab.panel
    marks = tab.page.locator("#panel mark").all_inner_texts()
    assert any(text.startswith("河西区与甘肃省平凉市和卓尼县分别召开") for text in marks)
    assert "hexi-2024.txt" in tab.panel


def test_every_fact_of_the_page_is_drawn(tab: Any) -> None:
    kinds = [box["kind"] for box in tab.call("boxes")]
    assert kinds.count("pair") == 2
    assert kinds.count("signing") == kinds.count("meeting") == kinds.count("secondment") == 2
    assert kinds.count("visit") == 1
