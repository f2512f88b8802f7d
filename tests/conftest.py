"""What several tests need: a SPARQL endpoint of our own, in this process, and a browser."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox
import pytest
from hypothesis import settings
from playwright.sync_api import Browser
from tests.browser import launched

settings.register_profile("here", deadline=None)  # a slow machine is no fault of the code
settings.load_profile("here")


class _Handler(BaseHTTPRequestHandler):
    """Answers POSTed queries with pyoxigraph, as the SPARQL protocol says."""

    store: ox.Store

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        try:
            result = self.store.query(parse_qs(body)["query"][0])
        except (SyntaxError, KeyError) as error:
            self.reply(400, "text/plain", str(error).encode())
            return
        if isinstance(result, ox.QueryTriples):
            format_ = ox.RdfFormat.N_TRIPLES
        else:
            format_ = ox.QueryResultsFormat.JSON
        payload = result.serialize(format=format_)
        self.reply(200, format_.media_type, payload or b"")

    def reply(self, status: int, media_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is not the server's log."""


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Starts an endpoint for a pyoxigraph store and gives its address."""
    servers = []

    def start(store: ox.Store, handler: type[BaseHTTPRequestHandler] = _Handler) -> str:
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), type("Handler", (handler,), {"store": store})
        )
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/query"

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    with launched() as browser:
        yield browser
