"""Bylines."""

from __future__ import annotations

import pytest

from xiezuo.split.bylines import closing_byline, inline, is_byline, names


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("■ 通讯员 周一禾 王二川", ("周一禾", "王二川")),
        ("□ 本报记者 林小满", ("林小满",)),
        ("本报记者/林小满 通讯员/吴青", ("林小满", "吴青")),
        ("记者 林 青 何大江", ("林青", "何大江")),
        ("文/图 林小满", ("林小满",)),
        ("某某日报记者林小满、何大江", ("林小满", "何大江")),
        ("（记者 林小满 通讯员 古丽·艾山）", ("林小满", "古丽·艾山")),
        ("作者：林小满 来源：某某日报", ("林小满",)),
        ("某某新闻记者 林小满 某某新闻观察员站 何大江", ("林小满", "何大江")),
        ("采写：某报记者 林小满 摄影：吴青", ("林小满",)),
        ("■ 林小满 何大江", ("林小满", "何大江")),
    ],
)
def test_bylines(line: str, authors: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert names(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "记者走基层 看东西部协作",
        "■ 产业协作",
        "甲市记者协会赴乙州采风",
        "新华社记者 林小满 摄",
        "本报记者了解到，双方将签约。",
        "文明实践在行动",
    ],
)
def test_not_bylines(line: str) -> None:
    assert not is_byline(line)


def test_bylines_inside_paragraphs() -> None:
    assert tuple(inline("本报讯（记者 林小满 通讯员 吴青）日前，双方签约。")) == ("林小满", "吴青")
    assert tuple(inline("双方签约。（林 青）")) == ("林青",)
    assert not tuple(inline("区长（兼）到会。（完）"))
    assert closing_byline("双方签约。（记者 林小满）")
    assert not closing_byline("（记者 林小满）双方签约。")
