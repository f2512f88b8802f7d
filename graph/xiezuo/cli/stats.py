"""``xiezuo stats``: figures of the whole graph."""

from __future__ import annotations

from typing import Annotated

import pyoxigraph as ox
import typer

from xiezuo.cli.common import GRAPH, In, one_of
from xiezuo.export import STATISTICS
from xiezuo.export import stats as figures
from xiezuo.query import FORMATS
from xiezuo.store import Rows, open_store

_TITLES = {
    "counts": "数量。How much there is",
    "centrality": "结对网络的中心。Places in the middle of the partnerships",
    "components": "相连的各组地方。Groups of places that partnerships connect",
    "domains": "各结对的协作领域。Domains by pair",
    "silent": "近一年没有报道的结对。Pairs without news for a year",
    "sources": "只有一篇文档的事实。Facts that one document alone states",
}


def stats(
    what: Annotated[
        str | None,
        typer.Argument(
            parser=one_of(STATISTICS),
            metavar="|".join(STATISTICS),
            help="只看一种。Only one of them.",
        ),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            parser=one_of(FORMATS),
            metavar="|".join(FORMATS),
            help="输出格式。How to write the figures.",
        ),
    ] = "table",
    top: Annotated[int, typer.Option(help="每种至多几行，0 为全部。Rows of each; 0 for all.")] = 10,
    where: In = GRAPH,
) -> None:
    """图谱的统计。Figures of the whole graph.

    xiezuo stats centrality --top 20
    """
    found = figures(open_store(where).quads())
    for name in [what] if what else list(found):
        table = found[name]
        rows = table.rows[:top] if top else table.rows
        shown = Rows(table.columns, tuple(tuple(map(ox.Literal, row)) for row in rows))
        if not what:
            more = f" ({len(rows)}/{len(table.rows)})" if len(rows) < len(table.rows) else ""
            typer.echo(f"{_TITLES[name]}{more}")
        typer.echo(FORMATS[format](shown), nl=False)
        if not what:
            typer.echo()
