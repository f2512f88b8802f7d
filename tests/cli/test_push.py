"""``xiezuo push`` on the command line."""

import gc
from http.server import BaseHTTPRequestHandler

import pyoxigraph as ox
import pytest


class _Store(BaseHTTPRequestHandler):
    """A graph store that takes everything from whoever gives the right password."""

    log: list

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        who = self.headers.get("Authorization", "")
        right = who in ("", "Basic bWU6c2VjcmV0")
        asked = self.path.startswith("/closed") and not who
        status = 401 if asked or not right else 204
        self.log.append((self.path.partition("?")[0], who[:5], status))
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="store"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format, *args) -> None:
        pass


@pytest.fixture
def store(serve):
    log = []
    url = serve(ox.Store(), type("Store", (_Store,), {"log": log}))
    return url.removesuffix("/query"), log


def test_push_says_what_it_did_and_remembers(built, store, tmp_path):
    url, log = store
    code, out, err = built("push", f"{url}/data")
    assert (code, out) == (0, "")
    assert "put 2" in err
    assert len(log) == 2
    assert list((tmp_path / "cwd" / "out").glob("push-*.jsonl"))
    assert "put 0，未变 unchanged 2" in built("push", f"{url}/data")[2]
    assert "put 2" in built("push", f"{url}/data", "--again")[2]


def test_the_graph_store_is_beside_a_known_endpoint_or_given(built, store):
    url, log = store
    built("push", f"{url}/query")
    assert {path for path, *_ in log} == {"/store"}
    built("push", f"{url}/query", "--graph-store", f"{url}/other")
    assert {path for path, *_ in log} == {"/store", "/other"}


def test_the_password_comes_from_the_environment(built, store, monkeypatch):
    url, log = store
    monkeypatch.setenv("XIEZUO_PASSWORD", "secret")
    code, _, err = built("push", f"{url}/closed", "--user", "me")
    assert code == 0
    assert "secret" not in err
    assert {status for _, who, status in log if who} == {204}


def test_a_wrong_password_is_an_error(built, store, monkeypatch):
    url, _ = store
    monkeypatch.setenv("XIEZUO_PASSWORD", "wrong")
    code, _, err = built("push", f"{url}/closed", "--user", "me")
    assert code == 1
    assert "401" in err
    assert "wrong" not in err
    gc.collect()  # an answer that was left open would be reported here


@pytest.mark.parametrize(
    "args", [["push"], ["push", "data"], ["push", "http://127.0.0.1:9/data", "--user", "me"]]
)
def test_wrong_usage(built, monkeypatch, args):
    monkeypatch.delenv("XIEZUO_PASSWORD", raising=False)
    code, out, err = built(*args)
    assert (code, out) == (2, "")
    assert err
