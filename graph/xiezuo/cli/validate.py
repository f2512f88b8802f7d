"""``xiezuo validate``: checks a graph against the shapes of the ontology."""

from __future__ import annotations

import typer

from xiezuo.cli.common import GRAPH, In
from xiezuo.evaluate import validate as check
from xiezuo.store import open_store


def validate(where: In = GRAPH) -> None:
    """用 SHACL 检查图谱。Check the graph against the SHACL shapes.

    Exit code 1 when something does not conform.
    """
    found = check(open_store(where).quads())
    typer.echo(found.text("zh"))
    if not found.conforms:
        raise typer.Exit(1)
