"""What a process has at hand while it works: the store, the limits, where resources lie."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from xiezuo.errors import QueryError, StoreError
from xiezuo.serve import guard
from xiezuo.serve.messages import Settings
from xiezuo.serve.results import Result
from xiezuo.store import EmbeddedStore
from xiezuo.vocab import BASE, PREFIXES, XZ

Graphs = list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a request asks, where it says so itself."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """A store that is open for reading."""

    settings: Settings
    graphs: ox.Store
    store: EmbeddedStore
    base: str

    @classmethod
    def open(cls, settings: Settings) -> Desk:
        """Opens the store of a server.

        Raises:
            StoreError: it cannot be opened.
        """
        try:
            graphs = ox.Store.read_only(str(settings.store))
        except (OSError, ValueError, RuntimeError) as error:
            raise StoreError(str(error)) from error
        base = settings.base or _base(graphs)
        return cls(settings, graphs, EmbeddedStore(graphs, str(settings.store)), base)

    @property
    def has_named_graphs(self) -> bool:
        """Whether there is any graph beside the default graph."""
        return next(iter(self.graphs.named_graphs()), None) is not None

    def evaluate(self, sparql: str, site: str, dataset: Dataset | None = None) -> Result:
        """Starts to evaluate a query; the project's prefixes need not be declared.

        The default graph is the union of all graphs where the store has named ones, unless the
        request or the query says otherwise; what the request says goes before the query.

        Raises:
            QueryError: it cannot be parsed, or names a graph by no IRI.
        """
        default: Graphs | None = None
        named: list[ox.NamedNode | ox.BlankNode] | None = None
        try:
            if dataset is not None:
                default = [ox.NamedNode(iri) for iri in dataset.default]
                named = [ox.NamedNode(iri) for iri in dataset.named]
            union = dataset is None and self.has_named_graphs and not guard.names_dataset(sparql)
            return self.graphs.query(
                sparql,
                base_iri=f"{site}/",
                prefixes=PREFIXES,
                use_default_graph_as_union=union,
                default_graph=default,
                named_graphs=named,
            )
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the query cannot be run: {error}") from error
        except OSError as error:
            raise StoreError(f"the store cannot be read: {error}") from error


_DOCUMENTS = f"""
SELECT ?s {{ {{ ?s a {XZ.DOCUMENT} }} UNION {{ GRAPH ?g {{ ?s a {XZ.DOCUMENT} }} }} }} LIMIT 1
"""


def _base(graphs: ox.Store) -> str:
    """Below which the IRIs of a build's resources lie: what stands before its documents' ids."""
    found = graphs.query(_DOCUMENTS)
    assert isinstance(found, ox.QuerySolutions)
    for row in found:
        before, mark, _ = str(row["s"].value).rpartition("/document/")
        if mark:
            return f"{before}/"
    return BASE
