"""The HTML graph view: one file, offline, in which every edge shows its sentence."""

from __future__ import annotations

from pathlib import Path

from xiezuo.view.cuts import Cut, cut
from xiezuo.view.data import view_model
from xiezuo.view.graphread import Graph, Queryable, Source
from xiezuo.view.page import page
from xiezuo.view.summary import summary, too_large

__all__ = ["Cut", "Queryable", "Source", "render"]


def render(source: Source | Queryable, path: Path | None = None, what: Cut | None = None) -> str:
    """The HTML graph view of a graph.

    A graph that is too large for one picture is summed up by province, and the page says so.

    Args:
        source: triples or quads of pyoxigraph in the form of DATA-MODEL, or something with
            ``query(sparql)`` that holds them.
        path: where to write the page (UTF-8), if anywhere.
        what: the part to show, all without it.

    Returns:
        The page, byte-identical for the same graph in whatever order it comes.

    Raises:
        UnknownPlace: no place of the graph has the name or code to look around.
        UsageError: the cut's date or domain is none.
        OSError: the file cannot be written.
    """
    graph = Graph(source)
    model = view_model(graph)
    if what not in (None, Cut()):
        model = cut(model, what)
    rdf = ""
    if too_large(model):
        model = summary(model)
    else:
        rdf = graph.ntriples(fact.iri for fact in model.facts)
    html = page(model, rdf)
    if path is not None:
        path.write_text(html, encoding="utf-8", newline="\n")
    return html
