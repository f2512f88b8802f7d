"""A graph in Python users' hands: pandas, networkx and rdflib objects come and go here."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import rdflib
from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from xiezuo.evaluate import Conformance, validate
from xiezuo.export import export, stats, tables, to_networkx
from xiezuo.query import ask, questions
from xiezuo.query.formats import as_rows
from xiezuo.query.select import lexical
from xiezuo.rdf.atomic import atomic_file
from xiezuo.store import Store, Term, open_store
from xiezuo.view import Cut, render
from xiezuo.vocab import PREFIXES, XSD

_NUMBERS: dict[NamedNode, Callable[[str], int | float]] = {
    XSD.INTEGER: int,
    XSD.DECIMAL: lambda text: float(Decimal(text)),
}
_HEIGHT = 720
"""Pixels of the view in a notebook."""

_SANDBOX = "allow-scripts allow-downloads allow-popups allow-modals"
"""The page in a notebook may run its script, save files, open a link and print, nothing else."""


@dataclass(frozen=True)
class View:
    """The drawn graph: notebooks show it, :meth:`save` writes it."""

    page: str = field(repr=False)

    def save(self, path: str | Path) -> None:
        """Writes the page, one offline HTML file.

        Raises:
            OSError: the file cannot be written.
        """
        with atomic_file(Path(path)) as file:
            file.write(self.page.encode())

    def _repr_html_(self) -> str:
        """The page in a frame of its own, so that its styles and scripts stay in it."""
        page = html.escape(self.page, quote=True)
        style = f"width:100%;height:{_HEIGHT}px;border:0"
        frame = f'sandbox="{_SANDBOX}" title="协作图谱" style="{style}"'
        return f'<iframe srcdoc="{page}" {frame}></iframe>'


@dataclass(frozen=True)
class KnowledgeGraph:
    """A graph that answers questions and leaves in the forms that other tools take.

    >>> kg = open_graph("out")  # doctest: +SKIP
    >>> kg.query("supporters-of", place="平凉市")  # doctest: +SKIP
    """

    store: Store

    def query(
        self, what: str | Path, evidence: bool | None = None, **parameters: object
    ) -> pd.DataFrame:
        """The answer to a question: its name, the path of a ``.rq`` file, or SPARQL.

        Parameters are given by name, places by name, full name or code. Numbers become numbers,
        truth values booleans, all other terms strings; what is unbound is None. Triples have the
        columns subject, predicate and object, a truth value the column answer.

        Raises:
            UnknownQuestion, UnknownPlace: nothing has this name; both carry suggestions.
            UsageError: a parameter is missing or unknown.
            QueryError: the SPARQL cannot be run.
        """
        given = {name: str(value) for name, value in parameters.items()}
        rows = as_rows(ask(self.store, what, given, evidence).answer)
        return _frame(rows.variables, [[_python(term) for term in row] for row in rows])

    def questions(self) -> pd.DataFrame:
        """The questions that can be asked by name."""
        rows = [
            (name, ", ".join(p.name for p in one.parameters), *_texts(one.summary))
            for name, one in questions().items()
        ]
        return _frame(("question", "parameters", "summary_zh", "summary"), rows)

    def to_rdflib(self) -> rdflib.Graph:
        """All triples as an rdflib graph, with the project's prefixes bound."""
        graph = rdflib.Graph()
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        triples = (quad.triple for quad in self.store.quads())
        return graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")

    def to_networkx(self, evidence: bool = False) -> nx.MultiDiGraph[str]:
        """Nodes and edges with their kinds; see :func:`xiezuo.export.to_networkx`."""
        return to_networkx(self.store.quads(), evidence)

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """A table for each kind of node, and one of all statements; all cells are strings."""
        found = tables(self.store.quads())
        return {name: _frame(table.columns, table.rows) for name, table in found.items()}

    def stats(self) -> dict[str, pd.DataFrame]:
        """Figures of the whole graph, by name; see :data:`xiezuo.export.STATISTICS`."""
        found = stats(self.store.quads())
        return {name: _frame(table.columns, table.rows) for name, table in found.items()}

    def view(
        self, around: str | None = None, since: str | None = None, domain: str | None = None
    ) -> View:
        """The graph as one offline page, shown in a notebook; ``.save(path)`` writes it.

        Args:
            around: only what concerns this place, by name or code.
            since: only what happened since this year or date.
            domain: only cooperation in this domain, by id or name.

        Raises:
            UnknownPlace: no place has the name or code.
            UsageError: the date or the domain is none.
        """
        return View(render(self.store.quads(), what=Cut(around, since, domain)))

    def export(self, format: str, path: str | Path, bom: bool = False) -> None:
        """Writes the graph for another tool; see :func:`xiezuo.export.export`."""
        export(self.store, format, Path(path), bom)

    def validate(self) -> Conformance:
        """What does not conform to the SHACL shapes of the ontology."""
        return validate(self.store.quads())


def open_graph(where: str | Path) -> KnowledgeGraph:
    """The graph of a build, a store, a graph file or a SPARQL endpoint.

    Raises:
        StoreError: there is none.
    """
    return KnowledgeGraph(open_store(where))


def _frame(columns: Any, rows: Any) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=list(columns), dtype=object)


def _texts(texts: Mapping[str, str]) -> tuple[str, str]:
    return texts.get("zh", ""), texts.get("en", "")


def _python(term: Term | None) -> object:
    """A term as a Python value: a number, a truth value, a string, or None."""
    if term is None:
        return None
    if isinstance(term, Literal) and term.datatype == XSD.BOOLEAN:
        return term.value in ("true", "1")
    if isinstance(term, Literal) and term.datatype in _NUMBERS:
        return _NUMBERS[term.datatype](term.value)
    return lexical(term)
