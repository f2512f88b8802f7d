"""``xiezuo view``: draws the graph as one offline HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from xiezuo.cli.common import GRAPH, In
from xiezuo.rdf.atomic import atomic_file
from xiezuo.store import open_store
from xiezuo.view import Cut, render


def view(
    where: In = GRAPH,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE.html", help="写到哪里。Where to write.")
    ] = Path("graph.html"),
    around: Annotated[
        str | None, typer.Option(metavar="PLACE", help="只画某地周围。Only what concerns a place.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="只画此后的，如 2023。Only since then.")
    ] = None,
    domain: Annotated[
        str | None, typer.Option(metavar="DOMAIN", help="只画某领域。Only one domain.")
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help="在浏览器中打开。Open it in the browser.")
    ] = False,
) -> None:
    """画出图谱：一个可离线打开的网页。Draw the graph as one offline page."""
    page = render(open_store(where).quads(), what=Cut(around, since, domain))
    with atomic_file(output) as file:
        file.write(page.encode())
    typer.echo(str(output))
    if open_:
        typer.launch(str(output))
