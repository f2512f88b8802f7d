"""Sentences."""

from __future__ import annotations

import pytest

from xiezuo.split.sentences import sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["甲市赴乙州考察。", "双方签约！", "好吗？"],
        ["甲与乙结对；", "丙与丁结对。"],
        ["他说：“要深化合作。”", "会后签约。"],
        ["他说：“要深化合作。", "两地要加强交流。”", "会后签约。"],
        ["双方签署《甲市；乙州协议。补充》，并揭牌。"],
        ["举办“走起来！看乙州”活动。"],
        ["举办“走起来！”活动。"],
        ["以“一个都不能少。”为题，作报告。"],
        ["共12项（含产业类；劳务类。）全部完成。"],
        ["日子好了！”", "他说。"],
        ["没有结尾"],
        ["引号“没有合上。", "又一句。"],
        ["好！！", "是。"],
    ],
)
def test_boundaries(expected: list[str]) -> None:
    assert cut("".join(expected)) == expected


def test_lines_end_sentences() -> None:
    assert cut("标题\n正文。\n“甲\n乙”。") == ["标题", "正文。", "“甲", "乙”。"]


def test_nothing() -> None:
    assert cut("") == []
