"""Bodies and sites: where their names begin and end."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.find.organisations import find_organisations
from xiezuo.find.places import find_places


def found(text: str) -> dict[str, str | None]:
    """The names in a text, each with its seat."""
    article = make_article(f"东西部协作座谈会召开\n\n{text}\n")
    mentions = find_organisations(article, tuple(find_places(article)))
    return {mention.name: mention.place.name if mention.place else None for mention in mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "代表团先后到洛南县人民医院、南京华新有限公司考察。",
            {"洛南县人民医院": "洛南县", "南京华新有限公司": "南京市"},
        ),
        ("纳海（天津）科技发展有限公司落户。", {"纳海（天津）科技发展有限公司": "天津市"}),
        (
            "由江苏省援陕工作队和洛南县商务局主办。",
            {"江苏省援陕工作队": "江苏省", "洛南县商务局": "洛南县"},
        ),
        (
            "赴友谊路街道景明社区新时代文明实践站调研。",
            {"友谊路街道景明社区新时代文明实践站": None},
        ),
        ("参观了极光现代农业产业园、尖山村。", {"极光现代农业产业园": None, "尖山村": None}),
        ("建立5.75万亩红星枣示范基地。", {"红星枣示范基地": None}),
        ("市农业农村局与县发改委对接。", {"市农业农村局": None, "县发改委": None}),
    ],
)
def test_names(text: str, expected: dict[str, str | None]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一批龙头企业和农民专业合作社受益。",
        "加快建设现代农业产业园和帮扶车间。",
        "推进农村、乡村和各村建设。",
        "引进8家公司和三所学校。",
        "召开招商会。",
        "工业集团化发展。",
    ],
)
def test_words_that_name_nothing(text: str) -> None:
    assert found(text) == {}
