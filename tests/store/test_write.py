"""A build that is killed at any moment leaves a store that opens, and a rerun finishes it."""

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from xiezuo.errors import StoreError
from xiezuo.store import open_store, write_store

P = ox.NamedNode("https://example.org/p")


def quads(value):
    return [ox.Quad(P, P, ox.Literal(value))]


def values(folder):
    return [term.value for term in open_store(folder).query("SELECT ?o { ?s ?p ?o }").column("o")]


def test_a_second_build_takes_the_place_of_the_first(tmp_path):
    for value in ("one", "two"):
        write_store(tmp_path / "store", quads(value))
        assert values(tmp_path) == [value]
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_reader_keeps_the_store_that_it_opened(tmp_path):
    write_store(tmp_path / "store", quads("one"))
    reader = open_store(tmp_path)
    write_store(tmp_path / "store", quads("two"))
    assert reader.query("SELECT ?o { ?s ?p ?o }").column("o") == (ox.Literal("one"),)


class Killed(BaseException):
    pass


def test_killed_while_the_facts_are_written(tmp_path):
    def dying():
        yield from quads("two")
        raise Killed

    write_store(tmp_path / "store", quads("one"))
    with pytest.raises(Killed):
        write_store(tmp_path / "store", dying())
    assert values(tmp_path) == ["one"]
    write_store(tmp_path / "store", quads("two"))
    assert values(tmp_path) == ["two"]
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


@pytest.mark.parametrize("step", range(4))
@pytest.mark.parametrize("before", [None, "one"])
def test_killed_at_each_step_of_the_exchange(tmp_path, monkeypatch, step, before):
    if before:
        write_store(tmp_path / "store", quads(before))
    steps = iter(range(10))
    rename, rmtree = Path.rename, shutil.rmtree

    def dies(act):
        def acting(path, *args, **kwargs):
            if Path(path).exists() and next(steps) == step:
                raise Killed
            return act(path, *args, **kwargs)

        return acting

    monkeypatch.setattr(Path, "rename", dies(rename))
    monkeypatch.setattr(shutil, "rmtree", dies(rmtree))
    killed = False
    try:
        write_store(tmp_path / "store", quads("two"))
    except Killed:
        killed = True
    monkeypatch.undo()
    assert killed or step >= 2
    if before or step >= 1:
        assert values(tmp_path) in (["one"], ["two"])
    write_store(tmp_path / "store", quads("two"))
    assert values(tmp_path) == ["two"]
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_other_files_are_not_overwritten(tmp_path):
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "thesis.docx").write_text("irreplaceable")
    with pytest.raises(StoreError, match="not to be overwritten"):
        write_store(tmp_path / "store", quads("one"))
    assert (tmp_path / "store" / "thesis.docx").read_text() == "irreplaceable"
