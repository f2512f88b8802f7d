"""The seed page for tests: its text, and where its eight articles start."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

SEED = Path(__file__).parents[1] / "seeds" / "hexi-2024.txt"

OPENINGS = (
    "深化产业开发 推进乡村振兴\n",
    "压实安全生产 党政同责一岗双责\n",
    "河西区开展2024年生产安全事故暨防汛综合应急演练\n",
    "才聚河西 共创佳绩\n",
    "牢记嘱托 锚定目标 善作善成\n",
    "河西区政务服务工作聚焦企业和群众需求\n",
    "争做文明有礼天津人\n",
    "日前,2024年深化“争做文明有礼天津人”主题活动",
)
"""How the articles begin, in the order of the page; the last is a caption without a headline."""


def seed_text() -> str:
    """The page as it stands in the file."""
    return SEED.read_text("utf-8")


def starts(text: str) -> list[int]:
    """Where the articles of the page start."""
    found = [text.index(opening) for opening in OPENINGS]
    assert found == sorted(found)
    return found


def blocks(text: str) -> list[str]:
    """The articles of the page, each without the blank lines around it."""
    return [text[start:end].strip("\n") for start, end in pairwise([*starts(text), len(text)])]
