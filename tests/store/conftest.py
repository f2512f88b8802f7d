"""Real servers on loopback, each with data of its own in a temporary folder."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from xiezuo.store import RemoteStore
from xiezuo.store.graphs import SHARED
from xiezuo.store.push import GraphStore, graph_store_of
from xiezuo.vocab import BASE, XZ

PATIENCE = 120
"""Seconds in which a server has to start, on a busy machine."""

VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
[SPARQL]
ResultSetMaxRows = 250
"""
"""A server that cuts its answers, as public ones do."""


@dataclass(frozen=True)
class Server:
    """A server that queries are asked at and graphs are put into."""

    endpoint: str
    user: str = ""
    password: str = ""

    @property
    def with_user(self) -> str:
        """The endpoint with the credentials in its address."""
        login = f"{self.user}:{self.password}@" if self.user else ""
        return self.endpoint.replace("://", f"://{login}", 1)

    def clear(self) -> None:
        """Deletes all graphs of documents."""
        store = GraphStore(graph_store_of(self.with_user))
        documents = f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?d a {XZ.DOCUMENT} }} }}"
        names = [name.value for (name,) in RemoteStore(self.endpoint).query(documents)]
        for name in [*names, BASE + SHARED]:
            store.delete(name)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


def program(name: str) -> str:
    """A program in the path or beside this Python; the tests fail where there is none."""
    beside = Path(sys.executable).with_name(name)
    found = shutil.which(name) or (str(beside) if beside.exists() else None)
    assert found, f"the tests need {name}: tests/setup.sh installs it"
    return found


@contextmanager
def running(command: list[str], endpoint: str, folder: Path) -> Iterator[None]:
    """A server, from when it answers until the tests are done with it."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, cwd=folder)
        try:
            for _ in range(10 * PATIENCE):
                assert process.poll() is None, (folder / "output").read_text("utf-8", "replace")
                try:
                    urlopen(f"{endpoint}?query=ASK%7B%7D", timeout=PATIENCE).close()
                    break
                except (URLError, ConnectionError):
                    time.sleep(0.1)
            yield
        finally:
            process.terminate()
            process.wait(PATIENCE)


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory) -> Iterator[Server]:
    address = f"127.0.0.1:{free_port()}"
    endpoint = f"http://{address}/query"
    folder = tmp_path_factory.mktemp("oxigraph")
    command = [program("oxigraph"), "serve", "--location", str(folder / "data"), "--bind", address]
    with running(command, endpoint, folder):
        yield Server(endpoint)


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("virtuoso")
    sql, http = free_port(), free_port()
    config = folder / "virtuoso.ini"
    config.write_text(VIRTUOSO.format(folder=folder, sql=sql, http=http), "utf-8")
    endpoint = f"http://127.0.0.1:{http}/sparql"
    command = [program("virtuoso-t"), "+foreground", "+configfile", str(config)]
    with running(command, endpoint, folder):
        yield Server(endpoint, "dba", "dba")  # a new database's


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request) -> Iterator[Server]:
    """Each of the servers, empty."""
    found = request.getfixturevalue(request.param)
    yield found
    found.clear()
