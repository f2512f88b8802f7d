"""CSV tables of facts, each with the sentence that states it.

A path that ends in ``.csv`` gets one table with a row for each statement; any other path becomes
a folder with a table for each kind of fact, for places, people, articles and statements.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from xiezuo.export.records import CLASSES, FACTS, Records
from xiezuo.rdf.atomic import atomic_file
from xiezuo.vocab import SHORTCUTS, curie

_SEPARATOR = "；"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SKIPPED = {"rdf:type", "xz:evidence", "xz:partneredWith", "rdfs:label", "oa:hasTarget"}
_SKIPPED |= {"xz:documents", *map(curie, SHORTCUTS)}
_EVIDENCE = ("sentence", "headline", "published", "source", "url", "file", "article")
_NO_TABLE = {"sentences", "quotes", "positions", "statuses", "secondment_kinds"}
_STATEMENT = (
    "kind",
    "fact",
    "iri",
    "supporter",
    "recipient",
    "date",
    "confidence",
    "rule",
    "trigger",
    "prefix",
    "sentence",
    "suffix",
    "headline",
    "published",
    "source",
    "url",
    "file",
    "start",
    "end",
)


@dataclass(frozen=True)
class Table:
    """Named columns, and rows of text; a cell with several values has “；” between them."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(quads: Iterable[Quad]) -> dict[str, Table]:
    """A table for each kind of node that the graph has, by name; rows and columns sorted.

    The first columns are ``iri`` and ``label``. A link to a node has two columns: ``supporter``
    with its label and ``supporter_iri``. Tables of facts end with the surest sentence, its
    article and ``statements``, the number of statements.
    """
    records = Records(quads)
    found = {}
    for kind, name in CLASSES.items():
        iris = records.of_kind(kind)
        if iris and name not in _NO_TABLE:
            found[name] = (
                statements(records) if name == "statements" else _table(records, iris, kind)
            )
    return found


def statements(records: Records) -> Table:
    """One row for each statement of a fact."""
    rows = [
        _statement(records, fact, assertion)
        for kind in FACTS
        for fact in records.of_kind(kind)
        for assertion in records.evidence(fact)
    ]
    return Table(_STATEMENT, tuple(tuple(row.get(name, "") for name in _STATEMENT) for row in rows))


def write_csv(quads: Iterable[Quad], path: Path, bom: bool = False) -> None:
    """Writes the statements to a ``.csv`` file, or all tables to a folder.

    Args:
        quads: the graph.
        path: a file name ending in ``.csv``, or a folder, which is made where it is missing.
        bom: for Excel: starts with a byte order mark, and puts an apostrophe before cells that
            Excel would run as a formula.
    """
    if path.suffix.lower() == ".csv":
        _write(statements(Records(quads)), path, bom)
        return
    path.mkdir(parents=True, exist_ok=True)
    for name, table in tables(quads).items():
        _write(table, path / f"{name}.csv", bom)


def _statement(records: Records, fact: str, assertion: str) -> dict[str, str]:
    partnership = fact if records.links(fact, "xz:supporter") else ""
    partnership = partnership or next(iter(records.links(fact, "xz:partnership")), "")
    return {
        "kind": records.kind(fact).partition(":")[2],
        "fact": records.label(fact),
        "iri": fact,
        "supporter": _labels(records, partnership, "xz:supporter"),
        "recipient": _labels(records, partnership, "xz:recipient"),
        "date": records.text(fact, "schema:startDate"),
        "confidence": records.text(assertion, "xz:confidence"),
        "rule": records.text(assertion, "xz:rule"),
        "trigger": records.text(assertion, "xz:trigger"),
        **records.sentence(assertion),
    }


def _labels(records: Records, iri: str, name: str) -> str:
    return _SEPARATOR.join(records.label(link) for link in records.links(iri, name))


def _table(records: Records, iris: Sequence[str], kind: str) -> Table:
    names = sorted({name for iri in iris for name in records.values(iri)} - _SKIPPED)
    linked = {
        name
        for iri in iris
        for name in names
        if any(isinstance(value, NamedNode) for value in records.values(iri).get(name, ()))
    }
    columns = ["iri", "label"]
    for name in names:
        short = name.partition(":")[2]
        columns += [short, f"{short}_iri"] if name in linked else [short]
    rows = [[iri, records.label(iri), *_cells(records, iri, names, linked)] for iri in iris]
    if kind in FACTS:
        columns += [*_EVIDENCE, "statements"]
        rows = [[*row, *_surest(records, row[0])] for row in rows]
    return Table(tuple(columns), tuple(map(tuple, rows)))


def _cells(
    records: Records, iri: str, names: Sequence[str], linked: Iterable[str]
) -> Iterable[str]:
    for name in names:
        if name in linked:
            yield _labels(records, iri, name)
            yield _SEPARATOR.join(records.links(iri, name))
        else:
            yield _SEPARATOR.join(records.texts(iri, name))


def _surest(records: Records, fact: str) -> list[str]:
    assertions = records.evidence(fact)
    sentence = records.sentence(assertions[0]) if assertions else {}
    return [*(sentence.get(name, "") for name in _EVIDENCE), str(len(assertions))]


def _write(table: Table, path: Path, bom: bool) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(cell) for cell in row] if bom else row for row in table.rows)
    with atomic_file(path) as file:
        file.write(text.getvalue().encode("utf-8-sig" if bom else "utf-8"))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
