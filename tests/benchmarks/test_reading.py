"""Full extraction against jieba.posseg tagging the same text, on one core, as a ratio in one run.

``make bench`` measures on the seed page and on the project's own articles; an ordinary test run
only does the work once, so that this file cannot rot.
"""

from __future__ import annotations

import logging
import math
import sys
import time
from collections.abc import Callable
from itertools import compress
from pathlib import Path

import pytest

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Document
from xiezuo.read import read_all
from xiezuo.split import split
from xiezuo.split.traditional import simplify

ROOT = Path(__file__).parents[2]
CORPORA = {
    "seed": ROOT / "seeds",
    "articles": ROOT / "tests" / "quality" / "articles",
}
ROUNDS = {"seed": 24, "articles": 5}
"""How often both sides read a corpus, by its size."""

RATIO = 10.0
"""How many times as fast as jieba.posseg the whole extraction is to be."""


def everything(document: Document) -> int:
    """All facts of a document, counted."""
    return sum(1 for article in split(document) for _ in extract(article, find(article)))


def least(act: Callable[[Document], object], documents: list[Document], known: list[float]) -> None:
    """Put the CPU seconds that each document takes into ``known``, where they are fewer."""
    for index, document in enumerate(documents):
        start = time.process_time()
        act(document)
        known[index] = min(known[index], time.process_time() - start)


def race(
    ours: Callable[[Document], object],
    theirs: Callable[[Document], object],
    documents: list[Document],
    rounds: int,
) -> tuple[list[float], list[float]]:
    """The least seconds that each document takes both sides, which take turns.

    Whatever else runs on the machine slows single documents in single rounds; a document's best
    time of many is what it takes by itself. A round is four turns of ours and one of theirs.
    """
    best = [math.inf] * len(documents), [math.inf] * len(documents)
    for _ in range(rounds):
        for _ in range(4):
            least(ours, documents, best[0])
        least(theirs, documents, best[1])
    return best


@pytest.fixture(scope="module")
def measured(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("benchmark_enable"))


@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("name", CORPORA)
def test_extraction_against_tagging(name: str, measured: bool) -> None:
    documents = list(read_all([CORPORA[name]]))
    assert sum(map(everything, documents)) > 0
    if not measured:
        return
    import jieba  # noqa: PLC0415 - it takes seconds, and only the measurement needs it
    import jieba.posseg  # noqa: PLC0415

    jieba.setLogLevel(logging.ERROR)
    jieba.posseg.lcut("先读入词典")
    ours, theirs = race(everything, lambda d: jieba.posseg.lcut(d.text), documents, ROUNDS[name])
    # Traditional characters are in no dictionary of jieba's: it reads them some fifty times slower.
    plain = [simplify(document.text) == document.text for document in documents]
    length = sum(len(document.text) for document in documents)
    ratio = sum(theirs) / sum(ours)
    print(
        f"\n{name}: {length / sum(ours) / 1000:.0f} against {length / sum(theirs) / 1000:.0f} "
        f"thousand characters a second, {ratio:.1f} times; without texts in Traditional "
        f"characters {sum(compress(theirs, plain)) / sum(compress(ours, plain)):.1f} times",
        file=sys.stderr,
    )
    assert ratio >= RATIO
