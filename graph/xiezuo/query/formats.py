"""Answers as text: a table for people, CSV, TSV, SPARQL JSON, Markdown, Turtle."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

import pyoxigraph as ox
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from xiezuo.errors import UsageError
from xiezuo.query.select import lexical
from xiezuo.store import Answer, Rows, Term, Triples
from xiezuo.vocab import BASE, PREFIXES, XSD, curie

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters and those that turn the direction of text: no terminal should obey them."""


def shown(term: Term | None) -> str:
    """A term as a person reads it: the words of a literal, the short form of an IRI."""
    if isinstance(term, ox.NamedNode):
        return term.value.removeprefix(BASE) if term.value.startswith(BASE) else curie(term)
    return lexical(term)


def as_rows(answer: Answer) -> Rows:
    """Any answer as rows: triples as subject, predicate, object; a truth value as one cell."""
    if isinstance(answer, Rows):
        return answer
    if isinstance(answer, Triples):
        return Rows(("subject", "predicate", "object"), tuple(map(tuple, answer.triples)))
    truth = ox.Literal("true" if answer else "false", datatype=XSD.BOOLEAN)
    return Rows(("answer",), ((truth,),))


def table(answer: Answer, width: int | None = None) -> str:
    """A table, or a block of lines for each row where a table is wider than the terminal.

    Columns without any value are left out. ``width`` is in columns; without it, it is that of
    the terminal, and no limit where the output is none.
    """
    rows = _without_empty_columns(as_rows(answer))
    cells = [[_CONTROL.sub(" ", shown(term)) for term in row] for row in rows.rows]
    if width is None:
        width = Console().width if sys.stdout.isatty() else _NO_LIMIT
    console = Console(file=io.StringIO(), width=width, color_system=None)
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in rows.variables:
        grid.add_column(Text(name))
    for row in cells:
        grid.add_row(*map(Text, row))
    fits = console.measure(grid, options=console.options.update(max_width=_NO_LIMIT)).maximum
    with console.capture() as capture:
        if fits <= width:
            console.print(grid)
        else:
            for row in cells:
                console.print(_block(rows.variables, row), "")
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


_NO_LIMIT = 100_000
"""Columns: wider than any table."""


def _block(names: Iterable[str], cells: Iterable[str]) -> Table:
    """One row as lines of name and value; a long value is folded beside its name."""
    grid = Table(box=None, pad_edge=False, show_header=False)
    grid.add_column()
    grid.add_column(overflow="fold")
    for name, cell in zip(names, cells, strict=True):
        if cell:
            grid.add_row(Text(name, style="dim"), Text(cell))
    return grid


def _without_empty_columns(rows: Rows) -> Rows:
    used = [i for i in range(len(rows.variables)) if any(row[i] is not None for row in rows)]
    if not rows.rows:
        return rows
    return Rows(
        tuple(rows.variables[i] for i in used),
        tuple(tuple(row[i] for i in used) for row in rows),
    )


def csv_(answer: Answer) -> str:
    """SPARQL 1.1 results in CSV (W3C 2013): IRIs and literals as plain text, CRLF at line ends."""
    rows = as_rows(answer)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(rows.variables)
    writer.writerows(map(lexical, row) for row in rows.rows)
    return buffer.getvalue()


def tsv(answer: Answer) -> str:
    """SPARQL 1.1 results in TSV: every cell is a term in Turtle's syntax."""
    rows = as_rows(answer)
    lines = ["\t".join(f"?{name}" for name in rows.variables)]
    lines += [
        "\t".join("" if term is None else _escaped(term) for term in row) for row in rows.rows
    ]
    return "".join(f"{line}\n" for line in lines)


def _escaped(term: Term) -> str:
    return str(term).replace("\t", "\\t")


def json_(answer: Answer) -> str:
    """SPARQL 1.1 results in JSON; triples as rows of subject, predicate and object."""
    if isinstance(answer, bool):
        document: dict[str, Any] = {"head": {}, "boolean": answer}
    else:
        rows = as_rows(answer)
        bindings = [
            {
                name: _json_term(term)
                for name, term in zip(rows.variables, row, strict=True)
                if term is not None
            }
            for row in rows.rows
        ]
        document = {"head": {"vars": list(rows.variables)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        raise UsageError("a quoted triple has no place in SPARQL JSON")
    cell = {"type": "literal", "value": term.value}
    if term.language:
        cell["xml:lang"] = term.language
    elif term.datatype != _STRING:
        cell["datatype"] = term.datatype.value
    return cell


_STRING = ox.NamedNode(PREFIXES["xsd"] + "string")


def markdown(answer: Answer) -> str:
    """A Markdown table; what would be markup in it is escaped."""
    rows = as_rows(answer)
    head = [list(rows.variables), ["---"] * len(rows.variables)]
    body = [
        [_MARKDOWN.sub(r"\\\1", _CONTROL.sub(" ", shown(term))) for term in row]
        for row in rows.rows
    ]
    return "".join(_markdown_line(cells) for cells in [*head, *body])


def _markdown_line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def turtle(answer: Answer) -> str:
    """The triples of a CONSTRUCT or DESCRIBE in Turtle.

    Raises:
        UsageError: the answer has no triples.
    """
    if not isinstance(answer, Triples):
        raise UsageError(
            "Turtle is for CONSTRUCT and DESCRIBE; rows go into table, csv, tsv, json, md"
        )
    triples = sorted(set(answer.triples), key=str)
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    return (data or b"").decode()


FORMATS: dict[str, Callable[[Answer], str]] = {
    "table": table,
    "csv": csv_,
    "tsv": tsv,
    "json": json_,
    "md": markdown,
    "ttl": turtle,
}
"""The formats of answers; the command line takes its choices from here."""
