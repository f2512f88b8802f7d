"""``xiezuo serve`` as a process: where it listens, what it logs, how it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from tests.serving import WAIT, Client

from xiezuo.serve import servable
from xiezuo.store import open_store

RUN = "import sys; from xiezuo.cli import main; main()"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


@contextmanager
def command(*args):
    """A running server: its client, its process; afterwards its log."""
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "serve", "--port", "0", *map(str, args)],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    )
    with process:
        url = process.stderr.readline().split()[0].rstrip("/")
        try:
            yield Client(url), process
        finally:
            if process.poll() is None:
                process.kill()


def test_it_listens_on_loopback_logs_in_json_and_stops_when_told(world_store):
    with command("--in", world_store.parent) as (client, process):
        assert client.url.startswith("http://127.0.0.1:")
        assert client.ask("ASK { ?s a xz:Place }").json()["boolean"] is True
        assert client.get("/questions/none?place=secret").status == 404
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=WAIT)
        assert process.returncode == 0
    assert out == ""
    log = [json.loads(line) for line in err.splitlines()]
    requests = [line for line in log if line["logger"] == "xiezuo.requests"]
    assert [(r["method"], r["path"], r["status"]) for r in requests] == [
        ("GET", "/sparql", 200),
        ("GET", "/questions/none", 404),
    ]
    assert all(r["ms"] >= 0 and r["bytes"] > 0 and r["client"] == "127.0.0.1" for r in requests)
    assert "secret" not in err


def test_what_is_being_answered_is_answered_before_the_end(world_store):
    with command("--in", world_store, "--timeout", "4") as (client, process):
        host, port = client.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=WAIT) as asking:
            path = "/sparql?" + urlencode({"query": ENDLESS})
            asking.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            assert client.get("/health").status == 200  # asked later: the first is in work
            process.send_signal(signal.SIGTERM)
            assert asking.recv(100).startswith(b"HTTP/1.1 503")
        process.communicate(timeout=WAIT)
        assert process.returncode == 0


def test_a_port_that_is_taken(world_store, monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        args = ["serve", "--in", str(world_store), "--port", port]
        done = subprocess.run(
            [sys.executable, "-c", RUN, *args],
            capture_output=True,
            text=True,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert f"127.0.0.1:{port} cannot be listened on" in done.stderr


def test_no_graph(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", RUN, "serve", "--in", str(tmp_path / "none")],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert done.returncode == 1
    assert "there is no such graph" in done.stderr


def test_without_the_extra_it_says_what_to_install(world_store):
    """The command line works without starlette; only ``serve`` misses it."""
    block = "import sys; sys.modules['starlette'] = None; sys.modules['uvicorn'] = None; "
    for args, code, word in (
        (["--help"], 0, "serve"),
        (["serve", "--in", str(world_store)], 2, "pip install 'xiezuo[serve]'"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", block + RUN, *args],
            capture_output=True,
            text=True,
            env=environment(),
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert word in done.stdout + done.stderr


def test_a_store_is_served_where_it_lies(world_store):
    for where in (world_store, world_store.parent):
        with servable(where) as path:
            assert path == world_store


@pytest.mark.parametrize("suffix", [".ttl", ".nq"])
def test_a_file_is_served_from_a_copy(tmp_path, suffix):
    file = tmp_path / f"graph{suffix}"
    graph = " <urn:g>" if suffix == ".nq" else ""
    file.write_text(f"<urn:a> <urn:b> <urn:c>{graph} .\n")
    with servable(file) as path:
        assert path.parent != tmp_path
        (quad,) = open_store(path).quads()
        assert str(quad.graph_name) == ("<urn:g>" if graph else str(ox.DefaultGraph()))
    assert not path.exists()
