"""HTML pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from xiezuo.errors import InputError
from xiezuo.read import read

PAGE = """<!DOCTYPE html><html lang="zh"><head><meta charset="gb2312">
<title>两地深化协作 共建产业园-某某新闻网</title>{meta}</head><body>
<div class="nav"><a href="/">首页</a> &gt; <a href="/a">要闻</a></div>
<h1>两地深化协作 共建产业园</h1>
<div class="info">2023-06-08 10:30 来源：某某日报 作者：林小满</div>
<div class="content">
<p>　　6月7日，甲市党政代表团赴乙州考察，并召开联席会议，就产业合作进行了交流。</p>
<p>　　五年来，甲市投入资金3000万元，帮助就业<b>5000</b>人&mdash;&mdash;这是新的数字。</p>
<p>　　下一步，两地将深化合作。</p></div>
<div class="footer">版权所有 某某新闻网 京ICP备123号</div><script>alert("签约")</script>
</body></html>"""

META = """<meta name="PubDate" content="2023-06-09 08:00">
<meta name="ContentSource" content="甲市日报"><meta content='林小满 何大江' name='Author'>
<meta name=Url content=https://news.example.cn/1.html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_main_text_under_its_title(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(meta="").encode(encoding))
    (document,) = read(path)
    lines = document.text.splitlines()
    assert lines[0] == document.title == "两地深化协作 共建产业园"
    assert lines[1].startswith("6月7日，甲市党政代表团赴乙州考察")
    assert "帮助就业5000人——这是" in document.text
    assert not any(word in document.text for word in ("首页", "版权所有", "alert"))
    assert (document.published, document.source) == ("2023-06-08", "某某日报")


def test_metadata_of_the_page_wins_over_its_text(tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    path.write_text(PAGE.format(meta=META), encoding="utf-8")
    (document,) = read(path)
    assert document.published == "2023-06-09"
    assert document.source == "甲市日报"
    assert document.authors == ("林小满", "何大江")
    assert document.url == "https://news.example.cn/1.html"


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><img src=x></body></html>", "<<<>>>"]
)
def test_without_text(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(InputError, match=r"page\.html"):
        list(read(path))
