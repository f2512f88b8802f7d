"""Puts a build into a graph store, by the SPARQL 1.1 Graph Store HTTP Protocol.

What has been put is written down after each graph, so that a push that was cut short goes on where
it stopped, and one that is repeated sends only what has changed. PUT replaces a graph: whatever
was in it before, afterwards it holds what the build has.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urlsplit
from urllib.request import Request

import pyoxigraph as ox

from xiezuo.errors import StoreError
from xiezuo.store.graphs import by_document
from xiezuo.store.http import Http, Refusal, Unreachable

BATCH = 10_000
"""Triples in one request: a larger graph is put with its first ones, the others are added."""

TRIES = 6
"""How often a request is sent before the push gives up."""

_FIRST_WAIT = 0.5
"""Seconds before the second try; each further one waits twice as long."""

_LONGEST_WAIT = 60.0

_PASSING = {408, 425, 429, 500, 502, 503, 504}
"""Statuses that may be others the next time."""

GRAPH_STORES = {"/query": "/store", "/sparql": "/sparql-graph-crud-auth"}
"""The graph store beside an endpoint, by the end of their paths: Oxigraph's and Virtuoso's."""

Watch = Callable[[int, int], None]
"""Is told how many of how many graphs have been looked after."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, in graphs: put, left as they were, and deleted."""

    put: int
    kept: int
    deleted: int


def graph_store_of(url: str) -> str:
    """The graph store of an address: that of a known endpoint, or else the address itself.

    >>> graph_store_of("http://127.0.0.1:7878/query")
    'http://127.0.0.1:7878/store'
    """
    path = urlsplit(url).path
    for endpoint, store in GRAPH_STORES.items():
        if path.endswith(endpoint):
            return url.partition("?")[0].removesuffix(endpoint) + store
    return url


def push(
    quads: Iterable[ox.Quad],
    store: GraphStore,
    record: Record,
    watch: Watch | None = None,
) -> Pushed:
    """Makes a graph store hold the quads, one named graph a document (see :mod:`.graphs`).

    Graphs that an earlier push has put there and that the build no longer has are deleted; no
    other graph is touched.

    Raises:
        StoreError: the store refuses something, or cannot be reached any more; what was put
            until then is in the record.
    """
    graphs = by_document(quads)
    known = dict(record.digests)
    put = 0
    for number, name in enumerate(sorted(graphs, key=str), start=1):
        lines = sorted(f"{triple} .\n" for triple in graphs[name])
        digest = sha256("".join(lines).encode()).hexdigest()
        if known.pop(name.value, None) != digest:
            record.note(name.value, "")
            store.put(name.value, lines)
            record.note(name.value, digest)
            put += 1
        if watch:
            watch(number, len(graphs))
    for old in sorted(known):
        store.delete(old)
        record.note(old, None)
    return Pushed(put, len(graphs) - put, len(known))


class GraphStore:
    """A graph store behind an address; a user and password in it are its credentials."""

    def __init__(
        self,
        url: str,
        batch: int = BATCH,
        timeout: float = 300.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._http = Http(url, timeout)
        self.url = self._http.url
        self._batch = batch
        self._sleep = sleep

    def put(self, graph: str, lines: Sequence[str]) -> None:
        """Makes a graph hold lines of N-Triples, and nothing else.

        Raises:
            StoreError: the store refuses it, or cannot be reached.
        """
        blank = any(line.startswith("_:") or " _:" in line for line in lines)
        batch = len(lines) if blank else self._batch  # a blank node lives in one request only
        self._send("PUT", graph, lines[:batch])
        for start in range(batch, len(lines), batch or 1):
            self._send("POST", graph, lines[start : start + batch])

    def delete(self, graph: str) -> None:
        """Deletes a graph; one that is not there is none to delete.

        Raises:
            StoreError: the store refuses it, or cannot be reached.
        """
        try:
            self._send("DELETE", graph, ())
        except Refusal as error:
            if error.status != 404:
                raise

    def _send(self, method: str, graph: str, lines: Sequence[str]) -> None:
        """Sends a request until it is answered; adding the same triples twice adds them once."""
        mark = "&" if "?" in self.url else "?"
        url = f"{self.url}{mark}graph={quote(graph, safe='')}"
        body = "".join(lines).encode() if lines else None
        headers = {"Content-Type": "text/turtle; charset=utf-8"} if lines else {}
        wait = _FIRST_WAIT
        for left in reversed(range(TRIES)):
            try:
                self._http.send(Request(url, body, headers, method=method))
                return
            except (Refusal, Unreachable) as error:
                asked = error.wait if isinstance(error, Refusal) else 0.0
                passing = isinstance(error, Unreachable) or error.status in _PASSING
                if not left or not passing:
                    raise
                self._sleep(min(max(wait, asked), _LONGEST_WAIT))
                wait *= 2


class Record:
    """What has been put into a store: a file of JSON lines.

    The first line names the store, each further one a graph and the digest of what was put into
    it ("" while it is being put, null when it was deleted); of several lines the last counts. A
    push that was killed may leave half a line, which counts for nothing.

    Raises:
        StoreError: the file cannot be read or written.
    """

    def __init__(self, path: Path, store: str) -> None:
        self._path = path
        self.digests: dict[str, str] = {}
        lines = self._read()
        if lines and lines[0].get("store") == store:
            for line in lines[1:]:
                self.digests[str(line.get("graph"))] = line.get("digest") or ""
                if line.get("digest") is None:
                    del self.digests[str(line["graph"])]
        self._write("w", {"store": store}, *map(_line, self.digests.items()))

    def note(self, graph: str, digest: str | None) -> None:
        """Writes down what a graph holds now."""
        if digest is None:
            self.digests.pop(graph, None)
        else:
            self.digests[graph] = digest
        self._write("a", _line((graph, digest)))

    def _read(self) -> list[dict[str, str | None]]:
        try:
            text = self._path.read_text("utf-8")
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{self._path}: cannot be read ({error})") from error
        found = []
        for line in text.splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:  # the half line
                continue
        return [line for line in found if isinstance(line, dict)]

    def _write(self, mode: Literal["a", "w"], *lines: Mapping[str, str | None]) -> None:
        try:
            with self._path.open(mode, encoding="utf-8") as file:
                file.writelines(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        except OSError as error:
            raise StoreError(f"{self._path}: cannot be written ({error})") from error


def _line(item: tuple[str, str | None]) -> Mapping[str, str | None]:
    return {"graph": item[0], "digest": item[1]}


def record_path(folder: Path, store: str) -> Path:
    """The file, in the folder of a build, of what was put into a store."""
    host = re.sub(r"[^\w.-]", "-", urlsplit(store).netloc)
    return folder / f"push-{host}-{sha256(store.encode()).hexdigest()[:8]}.jsonl"
