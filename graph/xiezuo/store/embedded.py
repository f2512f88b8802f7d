"""Graphs in this process: Oxigraph on disk, or a graph file in memory."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from xiezuo.errors import QueryError, StoreError
from xiezuo.store.base import Answer, Rows, Triples

FORMATS: dict[str, ox.RdfFormat] = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".n3": ox.RdfFormat.N3,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
}
"""The graph files that can be opened, by the end of their names."""

_MARK = "CURRENT"
"""The file that every RocksDB folder holds, and so every Oxigraph store."""


class EmbeddedStore:
    """A graph in this process, read-only."""

    def __init__(self, store: ox.Store, where: str) -> None:
        self.where = where
        self._store = store
        self._union = next(iter(store.named_graphs()), None) is not None

    def query(self, sparql: str) -> Answer:
        """See :meth:`Store.query <xiezuo.store.base.Store.query>`."""
        try:
            result = self._store.query(sparql, use_default_graph_as_union=self._union)
            if isinstance(result, ox.QueryBoolean):
                return bool(result)
            if isinstance(result, ox.QueryTriples):
                return Triples(tuple(result))
            variables = tuple(variable.value for variable in result.variables)
            return Rows(variables, tuple(map(tuple, result)))
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error
        except OSError as error:
            raise StoreError(f"{self.where}: cannot be read ({error})") from error

    def quads(self) -> Iterator[ox.Quad]:
        """See :meth:`Store.quads <xiezuo.store.base.Store.quads>`."""
        return iter(self._store)


def memory_store(quads: Iterable[ox.Quad]) -> EmbeddedStore:
    """A store in memory."""
    store = ox.Store()
    store.bulk_extend(quads)
    return EmbeddedStore(store, "memory")


def is_store(folder: Path) -> bool:
    """Whether a folder is an Oxigraph store."""
    return (folder / _MARK).is_file()


def open_folder(folder: Path) -> EmbeddedStore:
    """The Oxigraph store in ``folder``; several processes may read it at once.

    Where a build was killed while it put the new store in the place of the old one, the new one
    is opened.

    Raises:
        StoreError: it cannot be opened.
    """
    path = next((path for path in (folder, _fresh(folder)) if is_store(path)), folder)
    try:
        return EmbeddedStore(ox.Store.read_only(str(path)), str(folder))
    except (OSError, ValueError, RuntimeError) as error:
        raise StoreError(f"{folder}: the store cannot be opened ({error})") from error


def open_files(files: Iterable[Path], where: str) -> EmbeddedStore:
    """Graph files, together, in memory.

    Raises:
        StoreError: one cannot be read; it is named, with the spot.
    """
    store = ox.Store()
    for file in files:
        try:
            store.bulk_load(path=str(file), format=FORMATS[file.suffix.lower()])
        except (OSError, SyntaxError, ValueError) as error:
            raise StoreError(f"{file}: cannot be read as a graph ({error})") from error
    return EmbeddedStore(store, where)


def write_store(folder: Path, quads: Iterable[ox.Quad]) -> None:
    """Writes a store at ``folder``, in the place of one that is there.

    The new store is written beside the old one and takes its place when it is complete, so that
    a killed build leaves the old store, or the new one, and the next build clears what it left.

    Raises:
        StoreError: it cannot be written.
    """
    partial, fresh, old = _partial(folder), _fresh(folder), _old(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _settle(folder)
        shutil.rmtree(partial, ignore_errors=True)
        store = ox.Store(str(partial))
        store.bulk_extend(quads)
        store.flush()
        del store
        partial.rename(fresh)
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"{folder}: the store cannot be written ({error})") from error


def _settle(folder: Path) -> None:
    """Finishes the exchange of stores that a killed build left half done."""
    fresh, old = _fresh(folder), _old(folder)
    if folder.exists() and not is_store(folder) and any(folder.iterdir()):
        raise StoreError(f"{folder}: is no store, and holds files that are not to be overwritten")
    if fresh.exists() and not folder.exists():
        fresh.rename(folder)
    for leftover in (fresh, old):
        shutil.rmtree(leftover, ignore_errors=True)


def _partial(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.partial")


def _fresh(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.new")


def _old(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.old")
