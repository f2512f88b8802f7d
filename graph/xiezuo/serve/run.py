"""Runs the server until it is told to stop."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn

from xiezuo.errors import UsageError
from xiezuo.serve.app import create_app
from xiezuo.serve.logs import configure
from xiezuo.serve.messages import Settings
from xiezuo.store import FOLDER, open_store, write_store
from xiezuo.store.embedded import is_store

_QUEUE = 2048
"""Connections that may wait to be accepted."""


def run(settings: Settings, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serves until SIGTERM or SIGINT; what is being answered then is answered first.

    Args:
        settings: what to serve, and its limits.
        host: the address to listen on.
        port: the port; 0 takes a free one.
        ready: is told the server's own address when it listens.

    Raises:
        UsageError: the address cannot be listened on.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host, port), family=family, backlog=_QUEUE)
    except OSError as error:
        raise UsageError(f"{host}:{port} cannot be listened on ({error})") from error
    configure()
    config = uvicorn.Config(
        create_app(settings),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
        timeout_graceful_shutdown=int(settings.timeout) + 5,
    )
    # uvicorn raises the signal again when it is done; what has been done needs no second end
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    shown = f"[{host}]" if ":" in host else host
    with listening:
        ready(f"http://{shown}:{listening.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listening])


@contextmanager
def servable(where: str | Path) -> Iterator[Path]:
    """The store on disk that is served for a graph: its own, or a copy for the time being.

    A graph file is copied, so that all processes share one; so is a graph behind an endpoint.

    Raises:
        StoreError: there is no such graph.
    """
    own = (Path(where), Path(where, FOLDER))
    if found := next((path for path in own if is_store(path)), None):
        yield found.resolve()
        return
    with TemporaryDirectory(prefix="xiezuo-") as folder:
        write_store(Path(folder, FOLDER), open_store(where).quads())
        yield Path(folder, FOLDER)
