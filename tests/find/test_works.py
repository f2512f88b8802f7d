from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.find.works import find_works

CASES = {
    "双方签署《2024年度东西部协作协议》。": ["2024年度东西部协作协议"],
    "《关于落实〈框架协议〉的意见》《实施方案》印发。": ["关于落实〈框架协议〉的意见", "实施方案"],
    "讨论了《关于印发《工作要点》的通知》。": ["关于印发《工作要点》的通知"],
    "会上，两地签订了《深化对口帮扶": ["深化对口帮扶"],
    "会上签订了《深化合作\n第二天，双方又谈。": [],
    "没有书名号，只有协议。": [],
    "空的《》不算。": [],
}


@pytest.mark.parametrize(("text", "titles"), CASES.items())
def test_titles(text: str, titles: list[str]) -> None:
    assert [mention.title for mention in find_works(make_article(text))] == titles


def test_span_covers_the_marks() -> None:
    article = make_article("两地签署《框架协议》。")
    (mention,) = find_works(article)
    assert mention.span.of(article.text) == "《框架协议》"
