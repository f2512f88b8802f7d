"""The picture when there is much to show: bundles, names of provinces, the wheel."""

from __future__ import annotations

from typing import Any

import pytest

from xiezuo.view import render

pytestmark = pytest.mark.browser

RECORD = """() => {
  window.written = [];
  const plain = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...at) {
    written.push([text, parseFloat(this.font.split(" ")[1]) * xiezuo.network.getScale()]);
    return plain.call(this, text, ...at);
  };
  xiezuo.network.redraw();
  return written;
}"""
"""The texts that a drawing writes, with their size in pixels."""

SAME_WHEN_DRAWN_ANEW = """async () => {
  await new Promise((done) => setTimeout(done, 100));
  const sheet = document.querySelector("#canvas canvas");
  const before = sheet.toDataURL() + sheet.style.transform;
  xiezuo.network.redraw();
  return sheet.toDataURL() === before;
}"""


def test_figures_of_no_pair_stand_behind_one_node(open_page: Any, graphs: Any) -> None:
    make = graphs.Maker()
    pair = make.partnership(make.place("120103"), make.place("620800"))
    article = make.article("东西部协作成效")
    make.state(pair, article, ("", "两地结对。", "", "结对"), "0.95")
    for index in range(8):
        figure = make.node(f"indicator/{index}", "xz:Indicator")
        make.add(figure, "xz:measure", f"第{index}批资金")
        make.add(figure, "xz:asWritten", f"{index}万元")
        make.state(figure, article, ("", f"投入第{index}批资金{index}万元。", "", "投入"))
    tab = open_page(render(make.quads))
    names = [tab.call("node", box["id"])["label"] for box in tab.call("boxes")]
    assert [name for name in names if "指标" in name] == ["其他指标 × 8"]
    group = next(box["id"] for box in tab.call("boxes") if box["kind"] == "indicator")
    tab.click(tab.call("point", group), double=True)
    labels = {tab.call("node", box["id"])["label"] for box in tab.call("boxes")}
    assert {f"第{index}批资金 {index}万元" for index in range(8)} <= labels
    tab.page.click("#tool-map")
    names = {tab.call("node", box["id"])["label"] for box in tab.call("boxes")}
    assert names == {"河西区", "平凉市"}  # the map has no place for what belongs to none
    tab.page.click("#tool-graph")
    assert group in tab.call("visible")


def test_provinces_are_named_at_every_scale(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.page_graph()))
    assert "甘肃" in {text for text, _ in tab.page.evaluate(RECORD)}
    tab.page.locator("#canvas").focus()
    for _ in range(7):
        tab.page.keyboard.press("-")
    written = tab.page.evaluate(RECORD)
    assert {text for text, _ in written} >= {"甘肃", "天津"}
    assert "平凉市" not in {text for text, _ in written}
    assert all(pixels > 10 for text, pixels in written if text in ("甘肃", "天津"))


def test_a_slow_picture_follows_the_wheel_at_once(open_page: Any, graphs: Any) -> None:
    tab = open_page(render(graphs.page_graph()))
    tab.page.evaluate(
        """() => {
          xiezuo.network.on("beforeDrawing", () => {
            const end = performance.now() + 60;
            while (performance.now() < end);
          });
          xiezuo.network.redraw();
        }"""
    )
    tab.page.wait_for_timeout(300)
    before = tab.page.evaluate("xiezuo.network.getScale()")
    tab.page.mouse.move(600, 400)
    for _ in range(5):
        tab.page.mouse.wheel(0, -100)
    tab.page.wait_for_selector("#canvas canvas[style*=matrix]", state="attached")
    tab.page.wait_for_selector("#canvas canvas:not([style*=matrix])", state="attached")
    assert tab.page.evaluate("xiezuo.network.getScale()") > before
    assert any(tab.page.evaluate(SAME_WHEN_DRAWN_ANEW) for _ in range(50))
