"""A server of ours on loopback, and a client that asks it."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import pyoxigraph as ox
import uvicorn

from xiezuo.serve import Settings, create_app

WAIT = 60
"""Seconds after which a test gives up on a server: a hang must not be endless."""


@dataclass(frozen=True)
class Answer:
    """A response: header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self):
        return json.loads(self.body)

    def graph(self) -> set[ox.Triple]:
        """The triples of an RDF response."""
        format_ = ox.RdfFormat.from_media_type(self.media_type)
        return {quad.triple for quad in ox.parse(self.body, format=format_)}


@dataclass
class Client:
    """Asks one server."""

    url: str
    extra: dict[str, str] = field(default_factory=dict)

    def __call__(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request; ``_`` in a header's name stands for ``-``."""
        named = {name.replace("_", "-"): value for name, value in (self.extra | headers).items()}
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=WAIT)
        try:
            connection.request(method, path, body, named)
            reply = connection.getresponse()
            found = {name.lower(): value for name, value in reply.getheaders()}
            return Answer(reply.status, found, reply.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        return self("GET", path, **headers)

    def ask(self, query: str, *more: tuple[str, str], **headers: str) -> Answer:
        """A query by GET, with more parameters."""
        return self.get("/sparql?" + urlencode([("query", query), *more]), **headers)

    def post(self, query: str, media_type: str, path: str = "/sparql", **headers: str) -> Answer:
        """A body by POST."""
        return self("POST", path, query.encode(), Content_Type=media_type, **headers)


@contextmanager
def serving(settings: Settings) -> Iterator[Client]:
    """A server in a thread of this process; its workers are processes of their own."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=512)
    config = uvicorn.Config(create_app(settings), log_config=None, access_log=False, lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(
        target=lambda: asyncio.run(server.serve(sockets=[listening])), daemon=True
    )
    thread.start()
    client = Client(f"http://127.0.0.1:{listening.getsockname()[1]}")
    assert client.get("/health").status == 200
    yield client
    server.should_exit = True
    thread.join(WAIT)
    assert not thread.is_alive()
    listening.close()
