"""``xiezuo push``: puts a build into a graph store."""

from __future__ import annotations

import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit, urlunsplit

import typer

from xiezuo.cli.common import GRAPH, In, messages
from xiezuo.errors import UsageError
from xiezuo.store import open_store
from xiezuo.store.push import GraphStore, Record, graph_store_of, record_path
from xiezuo.store.push import push as put

PASSWORD = "XIEZUO_PASSWORD"
"""The environment variable that has the password of ``--user``."""


def push(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="SPARQL 端点或图存储。An endpoint or graph store.")
    ],
    where: In = GRAPH,
    graph_store: Annotated[
        str | None,
        typer.Option(metavar="URL", help="图存储地址，如与端点不同。Where graphs are put."),
    ] = None,
    user: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=f"用户名，密码见 {PASSWORD}。Who pushes."),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="全部重传。Put everything, whatever was put before.")
    ] = False,
) -> None:
    """把图谱放到图存储，每个文档一个命名图。Put the graph into a graph store, a graph a document.

    What is cut short goes on where it stopped when it is run again.
    """
    address = graph_store or graph_store_of(url)
    if not address.startswith(("http://", "https://")):
        raise UsageError(f"no address of a graph store: {address!r}")
    store = GraphStore(_with_user(address, user) if user else address)
    source = Path(where)
    folder = source if source.is_dir() else source.parent if source.exists() else Path()
    path = record_path(folder, store.url)
    if again:
        path.unlink(missing_ok=True)
    done = put(open_store(where).quads(), store, Record(path, store.url))
    messages().print(
        f"{store.url}: 放入 put {done.put}，未变 unchanged {done.kept}，删除 deleted {done.deleted}"
    )


def _with_user(address: str, user: str) -> str:
    """The address with a user and the password that the environment or the terminal gives."""
    password = os.environ.get(PASSWORD)
    if password is None:
        if not sys.stdin.isatty():
            raise UsageError(f"--user needs the password in {PASSWORD}")
        password = getpass(f"{user}: ")
    parts = urlsplit(address)
    netloc = f"{quote(user, safe='')}:{quote(password, safe='')}@{parts.netloc.rpartition('@')[2]}"
    return urlunsplit(parts._replace(netloc=netloc))
