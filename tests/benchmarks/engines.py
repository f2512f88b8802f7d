"""Times of every question in several engines, side by side in one run, as a table in Markdown.

It needs maplib, which nothing else of the project does::

    .venv/bin/pip install maplib
    .venv/bin/python -m tests.benchmarks.engines
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import maplib
import pyoxigraph as ox
from tests.benchmarks.large import large_quads
from tests.benchmarks.test_queries import PARTNERS, best, parameters

from xiezuo.query import ask, questions
from xiezuo.store import EmbeddedStore, open_store, write_store

PAIRS = 300
"""About 1.4 million triples."""


def in_maplib(graph: ox.Store) -> maplib.Model:
    """The graph in maplib, through a file of N-Triples."""
    model = maplib.Model()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nt"
        graph.dump(str(path), ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
        model.read(str(path))
    return model


def _cell(act: Callable[[], object], rows: int) -> str:
    """Milliseconds of the fastest of some runs, or why there are none."""
    try:
        found = act()
    except BaseException as error:  # maplib panics
        return f"fails: {str(error).splitlines()[0][:60]}"
    height = getattr(found, "height", rows)
    (seconds,) = best(act, repeats=5)
    return f"{1000 * seconds:.1f}" + ("" if height == rows else f" ({height} rows)")


def main() -> None:
    """Prints a row for each question, the lookup first."""
    graph = ox.Store()
    graph.bulk_extend(large_quads(int(sys.argv[1]) if len(sys.argv) > 1 else PAIRS))
    model = in_maplib(graph)
    with tempfile.TemporaryDirectory() as folder:
        write_store(Path(folder) / "store", iter(graph))
        disk, ours = open_store(folder), EmbeddedStore(graph, "large")
        print(f"{len(graph):,} triples; milliseconds of CPU, the fastest of five runs\n")
        print("| question | rows | ours | ours, on disk | pyoxigraph | maplib |")
        print("| --- | --: | --: | --: | --: | --: |")
        asked = {"(lookup: partners of a place)": PARTNERS}
        asked |= {
            f"`{name}`": ask(ours, name, parameters(name), evidence=False).sparql
            for name in questions()
        }
        for name, sparql in asked.items():
            rows = len(ours.query(sparql))
            acts = (
                lambda sparql=sparql: ours.query(sparql),
                lambda sparql=sparql: disk.query(sparql),
                lambda sparql=sparql: [tuple(row) for row in graph.query(sparql)],
                lambda sparql=sparql: model.query(sparql),
            )
            cells = " | ".join(_cell(act, rows) for act in acts)
            print(f"| {name} | {rows} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
