"""``xiezuo export``: the graph in the formats of other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from xiezuo.cli.common import GRAPH, In, one_of
from xiezuo.errors import UsageError
from xiezuo.export import EXPORTERS, SUFFIXES
from xiezuo.export import export as write
from xiezuo.store import open_store


def export(
    format: Annotated[
        str,
        typer.Option(
            parser=one_of(EXPORTERS), metavar="|".join(EXPORTERS), help="格式。The format."
        ),
    ],
    where: In = GRAPH,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="不写则到标准输出；csv 可给文件夹。Else stdout; csv takes a folder, too.",
        ),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="csv 加 BOM，便于 Excel 打开。For Excel.")
    ] = False,
) -> None:
    """导出图谱。Export the graph for other tools."""
    if bom and format != "csv":
        raise UsageError("--bom is for csv")
    if format == "neo4j" and output is None:
        raise UsageError("neo4j is several files: give a folder with -o")
    store = open_store(where)
    if output is not None:
        write(store, format, output, bom)
        return
    with TemporaryDirectory() as folder:
        file = Path(folder, f"graph{SUFFIXES[format]}")
        write(store, format, file, bom)
        with file.open("rb") as data:
            copyfileobj(data, sys.stdout.buffer)
