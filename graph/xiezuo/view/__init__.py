"""The HTML graph view: one file, offline, in which every edge shows its sentence."""

from __future__ import annotations

from pathlib import Path

from xiezuo.view.data import view_model
from xiezuo.view.graphread import Graph, Queryable, Source
from xiezuo.view.page import page

__all__ = ["Queryable", "Source", "render"]


def render(source: Source | Queryable, path: Path | None = None) -> str:
    """The HTML graph view of a graph.

    Args:
        source: triples or quads of pyoxigraph in the form of DATA-MODEL, or something with
            ``query(sparql)`` that holds them.
        path: where to write the page (UTF-8), if anywhere.

    Returns:
        The page, byte-identical for the same graph in whatever order it comes.

    Raises:
        OSError: the file cannot be written.
    """
    graph = Graph(source)
    html = page(view_model(graph), graph.ntriples())
    if path is not None:
        path.write_text(html, encoding="utf-8", newline="\n")
    return html
