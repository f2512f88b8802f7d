"""Where graphs live: Oxigraph on disk, a file in memory, or a SPARQL endpoint; one Protocol.

>>> import tempfile, pathlib
>>> from pyoxigraph import Literal, NamedNode, Quad
>>> folder = pathlib.Path(tempfile.mkdtemp())
>>> name = NamedNode("https://schema.org/name")
>>> write_store(folder / "store", [Quad(NamedNode("https://example.org/1"), name, Literal("一"))])
>>> open_store(folder).query("SELECT ?name WHERE { ?place ?p ?name }")
Rows(variables=('name',), rows=((<Literal value=一 datatype=...>,),))
"""

from __future__ import annotations

from pathlib import Path

from xiezuo.errors import StoreError
from xiezuo.store.base import Answer, Rows, Store, Term, Triples
from xiezuo.store.embedded import (
    FORMATS,
    EmbeddedStore,
    is_store,
    memory_store,
    open_files,
    open_folder,
    write_store,
)
from xiezuo.store.remote import RemoteStore

__all__ = [
    "DESCRIPTION",
    "Answer",
    "EmbeddedStore",
    "RemoteStore",
    "Rows",
    "Store",
    "Term",
    "Triples",
    "memory_store",
    "open_store",
    "write_store",
]

DESCRIPTION = "void.ttl"
"""The name of the file in which a build is described; it is not a part of the graph."""

FOLDER = "store"
"""The name of the store in the folder that a build writes."""


def _is_graph(file: Path) -> bool:
    return file.suffix.lower() in FORMATS and file.name != DESCRIPTION


def open_store(where: str | Path) -> Store:
    """The graph at ``where``, for reading.

    ``where`` is the folder of a build, a store, a graph file or a folder of them, or the address
    of a SPARQL 1.1 endpoint.

    Raises:
        StoreError: there is none; the message says what was looked for.
    """
    if str(where).startswith(("http://", "https://")):
        return RemoteStore(str(where))
    path = Path(where)
    if path.is_file():
        if path.suffix.lower() not in FORMATS:
            raise StoreError(f"{path}: is no graph file; known are {', '.join(FORMATS)}")
        return open_files([path], str(path))
    if is_store(path):
        return open_folder(path)
    if path.is_dir():
        if (path / FOLDER).exists() or (path / f".{FOLDER}.new").exists():
            return open_folder(path / FOLDER)
        files = sorted(file for file in path.iterdir() if _is_graph(file))
        if files:
            return open_files(files, str(path))
        raise StoreError(f"{path}: holds no store and no graph file")
    raise StoreError(f"{path}: there is no such graph; “xiezuo build” makes one")
