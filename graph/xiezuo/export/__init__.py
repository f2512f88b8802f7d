"""The graph in the formats that other people's tools read; :data:`EXPORTERS` is the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Protocol

from pyoxigraph import Quad

from xiezuo.errors import UsageError
from xiezuo.export.description import write_description
from xiezuo.export.jsonld import write_jsonld
from xiezuo.export.neo4j import write_neo4j
from xiezuo.export.networks import to_networkx, write_gexf, write_graphml
from xiezuo.export.stats import STATISTICS, stats
from xiezuo.export.tables import Table, tables, write_csv
from xiezuo.export.triples import write_nquads, write_ntriples, write_rdfxml, write_trig
from xiezuo.rdf import write_turtle

__all__ = [
    "EXPORTERS",
    "STATISTICS",
    "SUFFIXES",
    "Table",
    "export",
    "stats",
    "tables",
    "to_networkx",
    "write_description",
]

EXPORTERS: dict[str, Callable[[Iterable[Quad], Path], None]] = {
    "turtle": write_turtle,
    "ntriples": write_ntriples,
    "nquads": write_nquads,
    "trig": write_trig,
    "jsonld": write_jsonld,
    "rdfxml": write_rdfxml,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "csv": write_csv,
    "neo4j": write_neo4j,
}
"""What writes each format; every file depends on the set of statements only, byte for byte."""

SUFFIXES: dict[str, str] = {
    "turtle": ".ttl",
    "ntriples": ".nt",
    "nquads": ".nq",
    "trig": ".trig",
    "jsonld": ".jsonld",
    "rdfxml": ".rdf",
    "graphml": ".graphml",
    "gexf": ".gexf",
    "csv": ".csv",
    "neo4j": "",
}
"""The usual end of a file's name; without it, the tables of ``csv`` become a folder.
``neo4j`` is always one."""


class HasQuads(Protocol):
    """A store, whichever it is."""

    def quads(self) -> Iterator[Quad]:
        """Everything in it."""


def export(source: HasQuads | Iterable[Quad], format: str, path: Path, bom: bool = False) -> None:
    """Writes a graph to a file; one that stood there is replaced when the new one is complete.

    Args:
        source: a store, or quads.
        format: a key of :data:`EXPORTERS`.
        path: the file, or for ``csv`` a folder (see :mod:`xiezuo.export.tables`).
        bom: for ``csv``, whether Excel is to open it.

    Raises:
        UsageError: there is no such format.
        OSError: the file cannot be written.
    """
    writer = EXPORTERS.get(format)
    if writer is None:
        raise UsageError(f"no format {format!r}; there are {', '.join(EXPORTERS)}")
    if bom and format == "csv":
        writer = partial(write_csv, bom=True)
    writer(source if isinstance(source, Iterable) else source.quads(), path)
