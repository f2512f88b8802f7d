"""``xiezuo serve``: the graph on the web."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Annotated

import typer

from xiezuo.cli.common import GRAPH, In, messages
from xiezuo.errors import UsageError

PORT = 8484
"""The port, unless told otherwise."""


def serve(
    where: In = GRAPH,
    host: Annotated[
        str, typer.Option(metavar="HOST", help="监听地址。The address to listen on.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="端口，0 为任意。The port; 0: any.")
    ] = PORT,
    timeout: Annotated[
        float, typer.Option(min=0.1, metavar="SECONDS", help="查询时限。When a query is stopped.")
    ] = 30.0,
    rows: Annotated[
        int, typer.Option(min=1, metavar="N", help="结果行数上限。Where answers are cut.")
    ] = 100_000,
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="进程数，0 为自动。Processes; 0: by cores.")
    ] = 0,
) -> None:
    """在网上提供图谱：SPARQL 端点、问题、图谱浏览。Serve the graph on the web.

    Only this machine can reach it, unless --host says otherwise. Read-only.
    """
    try:
        server = import_module("xiezuo.serve")
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is missing: pip install 'xiezuo[serve]'") from error
    with server.servable(where) as store:
        settings = server.Settings(
            store,
            timeout=timeout,
            rows=rows,
            workers=workers or max(2, os.cpu_count() or 1),
        )
        server.run(settings, host, port, lambda url: messages().print(f"{url} (Ctrl-C)"))
