"""What several commands share: where messages go, and the options that they have in common."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Annotated

import typer
from rich.console import Console

from xiezuo.errors import InputError

GRAPH = "out"
"""The folder that a build writes to and that the other commands read, unless told otherwise."""

In = Annotated[
    str,
    typer.Option(
        "--in",
        metavar="DIR|FILE|URL",
        help="图谱：构建目录、图文件或 SPARQL 端点。A build, a graph file or a SPARQL endpoint.",
    ),
]


def messages() -> Console:
    """The console on stderr, as it is now (tests and pipes put others in its place)."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def problem(error: Exception | str) -> None:
    """One problem, on one line of stderr."""
    print(f"xiezuo: {' '.join(str(error).split())}", file=sys.stderr)


def name_unusable(errors: Iterable[InputError]) -> None:
    """Names what could not be used, and leaves with exit code 1 if there is anything."""
    found = list(errors)
    for error in found:
        problem(error)
    if found:
        raise typer.Exit(1)


def one_of(table: Iterable[str]) -> Callable[[str], str]:
    """A parser of an option that takes one of the keys of a table."""
    known = list(table)

    def parse(value: str) -> str:
        if value in known:
            return value
        raise typer.BadParameter(f"{value!r} is none of {', '.join(known)}")

    return parse
