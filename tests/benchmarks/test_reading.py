"""Full extraction against jieba.posseg tagging the same text, on one core, as a ratio in one run.

``make bench`` measures on the seed page and on the project's own articles; an ordinary test run
only does the work once, so that this file cannot rot.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Document
from xiezuo.read import read_all
from xiezuo.split import split

ROOT = Path(__file__).parents[2]
CORPORA = {
    "seed": ROOT / "seeds",
    "articles": ROOT / "tests" / "quality" / "articles",
}
RATIO = 10.0
"""How many times as fast as jieba.posseg the whole extraction is to be."""


def seconds(act: Callable[[], object], repeats: int) -> float:
    """The least CPU time of several runs: what another process takes does not count."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        act()
        taken.append(time.process_time() - start)
    return min(taken)


def everything(documents: list[Document]) -> int:
    """All facts of documents, counted."""
    return sum(
        1
        for document in documents
        for article in split(document)
        for _ in extract(article, find(article))
    )


@pytest.fixture(scope="module")
def measured(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("benchmark_enable"))


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("name", CORPORA)
def test_extraction_against_tagging(name: str, measured: bool) -> None:
    documents = list(read_all([CORPORA[name]]))
    assert everything(documents) > 0
    if not measured:
        return
    import jieba  # noqa: PLC0415 - it takes seconds, and only the measurement needs it
    import jieba.posseg  # noqa: PLC0415

    jieba.setLogLevel(logging.ERROR)
    jieba.posseg.lcut("先读入词典")
    ours = seconds(lambda: everything(documents), 7)
    theirs = seconds(lambda: [jieba.posseg.lcut(d.text) for d in documents], 3)
    length = sum(len(document.text) for document in documents)
    print(
        f"\n{name}: {length / ours / 1000:.0f} against {length / theirs / 1000:.0f} thousand "
        f"characters a second, {theirs / ours:.1f} times",
        file=sys.stderr,
    )
    assert theirs / ours >= RATIO
