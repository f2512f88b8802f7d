r"""CSV files that ``neo4j-admin database import full`` takes: nodes and relationships.

They hold what :func:`xiezuo.export.to_networkx` gives: places, people, organisations, facts and
concepts, each with its kind as its label, and the links between them::

    neo4j-admin database import full --nodes=FOLDER/nodes.csv \
        --relationships=FOLDER/relationships.csv --multiline-fields=true
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pyoxigraph import Quad

from xiezuo.export.networks import Attributes, to_networkx
from xiezuo.rdf.atomic import atomic_file

_TYPES = {int: "long", float: "double"}


def write_neo4j(quads: Iterable[Quad], path: Path) -> None:
    """Writes ``nodes.csv`` and ``relationships.csv`` into a folder, which is made if need be."""
    graph = to_networkx(quads)
    path.mkdir(parents=True, exist_ok=True)
    nodes = [
        ({"iri:ID": iri, ":LABEL": str(graph.nodes[iri]["kind"])}, graph.nodes[iri])
        for iri in sorted(graph)
    ]
    _write(path / "nodes.csv", nodes, ("kind",))
    edges = [
        ({":START_ID": one, ":END_ID": other, ":TYPE": data["relation"]}, data)
        for one, other, data in sorted(
            graph.edges(data=True), key=lambda edge: (*edge[:2], edge[2]["relation"])
        )
    ]
    _write(path / "relationships.csv", edges, ("relation",))


def _write(
    path: Path,
    rows: Sequence[tuple[Mapping[str, str], Attributes]],
    left_out: Sequence[str],
) -> None:
    names = sorted({name for _, data in rows for name in data}.difference(left_out))
    columns = {
        name: _column(name, (data[name] for _, data in rows if name in data)) for name in names
    }
    fixed = list(rows[0][0]) if rows else []
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*fixed, *columns.values()])
    for keys, data in rows:
        writer.writerow([*keys.values(), *(data.get(name, "") for name in names)])
    with atomic_file(path) as file:
        file.write(text.getvalue().encode())


def _column(name: str, values: Iterable[str | int | float]) -> str:
    """A property with its type, which is a number only where all values are."""
    kinds = {type(value) for value in values}
    if kinds == {int, float}:
        return f"{name}:double"
    return f"{name}:{_TYPES.get(kinds.pop(), 'string') if len(kinds) == 1 else 'string'}"
