"""Filters, focus, the table, the map and links, as a person uses them."""

from __future__ import annotations

from typing import Any

import pytest

from xiezuo.view import render

pytestmark = pytest.mark.browser


@pytest.fixture
def tab(open_page: Any, graphs: Any) -> Any:
    return open_page(render(graphs.years_graph()))


def labels(tab: Any, *kinds: str) -> set[str]:
    found = [tab.call("node", id_) for id_ in tab.call("visible")]
    return {node["label"] for node in found if node["kind"] in kinds}


def places(tab: Any) -> set[str]:
    return labels(tab, "supporter", "recipient", "place")


def slide(tab: Any, name: str, value: float) -> None:
    tab.page.locator(f'[data-filter="{name}"]').fill(str(value))


def test_programme(tab: Any) -> None:
    tab.page.click('[data-filter="programmes xzp:paired-support"]')
    assert places(tab) == {"河西区", "卓尼县"}
    tab.page.click('[data-filter="reset"]')
    assert len(places(tab)) == 7


def test_domain(tab: Any) -> None:
    tab.page.click('[data-filter="domains xzd:labour"]')
    assert labels(tab, "domain") == {"劳务协作与就业"}
    assert labels(tab, "meeting") == set()
    assert places(tab) == {"河西区", "平凉市", "卓尼县"}


def test_status(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.page_graph()))
    tab.page.click('[data-filter="statuses xz:Underway"]')
    assert 8 <= len([box for box in tab.call("boxes") if box["kind"] == "domain"]) < 24


def test_level(tab: Any) -> None:
    tab.page.click('[data-filter="levels prefecture"]')
    assert places(tab) == {"厦门市", "固原市", "平凉市", "甘南藏族自治州"}
    assert labels(tab, "pair") == {"厦门市 → 固原市"}


def test_years_with_the_number_of_facts_of_each(tab: Any) -> None:
    bars = tab.page.locator(".years rect title")
    # Four meetings in 2019, one in 2022; partnerships and domains are dated by the article of 2023.
    assert bars.all_text_contents() == ["2019: 4", "2020: 3", "2021: 2", "2022: 1", "2023: 8"]
    slide(tab, "years 1", 2020)
    assert {name[:4] for name in labels(tab, "meeting")} == {"2019", "2020"}
    assert labels(tab, "domain") == set()
    tab.page.locator(".years rect").nth(3).click()
    assert labels(tab, "meeting") == {"2022年第3组联席会议"}
    assert places(tab) == {"河西区", "卓尼县"}


def test_confidence(tab: Any) -> None:
    slide(tab, "confidence", 0.75)
    assert places(tab) == {"厦门市", "固原市", "河西区", "平凉市"}


def test_filters_that_leave_nothing_say_so(tab: Any) -> None:
    slide(tab, "confidence", 1)
    assert "筛选" in tab.page.locator("#empty").inner_text()


def test_search_finds_what_filters_hide(tab: Any) -> None:
    slide(tab, "confidence", 0.85)
    tab.page.fill("#query", "卓尼")
    tab.page.keyboard.press("Enter")
    assert "卓尼县" in places(tab)


def test_focus_and_breadcrumbs(tab: Any) -> None:
    tab.click(tab.call("point", tab.node("河西区")))
    tab.page.click("[data-do=focus]")
    assert places(tab) == {"河西区", "平凉市", "卓尼县"}
    tab.click(tab.call("point", tab.node("卓尼县")))
    tab.page.click("[data-do=focus]")
    assert places(tab) == {"河西区", "卓尼县"}
    trail = tab.page.locator("#trail button")
    assert trail.all_inner_texts() == ["全图", "河西区", "卓尼县"]
    trail.nth(1).click()
    assert places(tab) == {"河西区", "平凉市", "卓尼县"}
    trail.nth(0).click()
    assert len(places(tab)) == 7
    assert tab.page.locator("#trail").is_hidden()


def test_folded_facts_lend_their_lines_to_the_pair(open_page: Any, graphs: Any) -> None:
    make = graphs.Maker()
    east, west, town = make.place("120103"), make.place("620800"), make.place("620802")
    article = make.article("选派")
    pair = make.partnership(east, west)
    make.state(pair, article, ("", "两地结对。", "", "结对"))
    for index in range(3):
        cohort = make.node(f"cohort/{index}", "xz:Cohort")
        posting = make.secondment(str(index), cohort, town, east, pair)
        make.state(posting, article, ("", f"第{index}批挂职。", "", "挂职"))
    tab = open_page(render(make.quads))
    assert len(tab.call("lines")) == 4
    tab.page.click("#tool-unfold")
    assert sorted(line["count"] for line in tab.call("lines")) == [1, 3]
    bundle = next(line for line in tab.call("lines") if line["count"] == 3)
    tab.click(tab.call("edgePoint", bundle["from"], bundle["to"], 0.5))
    assert all(f"第{index}批挂职。" in tab.panel for index in range(3))


def test_table_shows_and_sorts_the_same_facts(tab: Any) -> None:
    tab.page.click("#tool-table")
    rows = tab.page.locator("#table tbody tr")
    assert rows.count() == 18
    tab.page.click('#table [data-column="date"]')
    dates = tab.page.locator("#table .col-date").all_inner_texts()
    assert dates == sorted(dates)
    tab.page.click('#table [data-column="date"]')
    assert tab.page.locator("#table .col-date").all_inner_texts() == sorted(dates, reverse=True)
    tab.page.click('.key[data-kind="domain"]')
    assert rows.count() == 14
    tab.page.get_by_role("button", name="2022年第3组联席会议").click()
    assert "2022年第3组联席会议召开。" in tab.panel


def test_map_puts_provinces_where_they_lie(tab: Any) -> None:
    tab.page.click("#tool-map")
    at = {box["id"]: box for box in tab.call("boxes")}
    xiamen, guyuan = at[tab.node("厦门市")], at[tab.node("固原市")]
    hexi, gannan = at[tab.node("河西区")], at[tab.node("甘南")]
    assert guyuan["x"] < xiamen["x"]
    assert gannan["x"] < hexi["x"]
    assert hexi["y"] < xiamen["y"]
    assert set(at) == {tab.node(name) for name in places(tab)}
    tab.click(tab.call("point", tab.node("固原市")))
    assert "厦门市帮扶固原市" in tab.panel


def test_a_link_reopens_the_same_view(open_page: Any, graphs: Any, tab: Any) -> None:
    tab.page.click('[data-filter="programmes xzp:east-west-cooperation"]')
    slide(tab, "years 1", 2021)
    tab.page.click('.key[data-kind="domain"]')
    tab.page.click("#tool-language")
    tab.page.click("#tool-theme")
    tab.click(tab.call("point", tab.node("河西区")))
    tab.page.click("[data-do=focus]")
    tab.click(tab.call("edgePoint", tab.node("河西区"), tab.node("平凉市"), 0.3))
    fragment = tab.page.evaluate("location.hash")
    again = open_page(render(graphs.years_graph()), fragment)
    assert again.call("state") == tab.call("state")
    assert again.call("boxes") == tab.call("boxes")
    assert again.panel == tab.panel


def test_a_broken_link_opens_the_first_picture(open_page: Any, graphs: Any) -> None:
    fragment = "#focus=place/none&selected=edge%20999&mode=evil&years=x&confidence=nan&open=a%20b"
    tab = open_page(render(graphs.years_graph()), fragment)
    assert len(places(tab)) == 7
    assert tab.call("state")["selected"] is None


def test_many_facts_of_a_kind_stand_behind_one_node(open_page: Any, graphs: Any) -> None:
    make = graphs.Maker()
    east, west = make.place("120103"), make.place("620800")
    article = make.article("历年会议")
    pair = make.partnership(east, west)
    make.state(pair, article, ("", "两地结对。", "", "结对"), "0.95")
    for index in range(9):
        name = f"第{index}次联席会议"
        meeting = make.event("Meeting", str(index), name, (east, west), pair)
        confidence = "0.9" if index else "0.4"
        make.state(meeting, article, ("", f"{name}召开。", "", "召开"), confidence)
    tab = open_page(render(make.quads))
    assert labels(tab, "meeting") == {"会议 × 9"}
    assert tab.page.locator('.key[data-kind="meeting"] .count').inner_text() == "9"
    group = next(box for box in tab.call("boxes") if box["kind"] == "meeting")["id"]
    tab.click(tab.call("point", group))
    assert "第8次联席会议召开。" in tab.panel
    tab.click(tab.call("point", group), double=True)
    assert len(labels(tab, "meeting")) == 10
    slide(tab, "confidence", 0.5)
    assert "第0次联席会议" not in labels(tab, "meeting")
    assert len(labels(tab, "meeting")) == 9
    slide(tab, "confidence", 0.95)
    assert labels(tab, "meeting") == set()
