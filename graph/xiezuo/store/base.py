"""What every store offers, and the values that it answers with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: one tuple of terms a row, None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def column(self, variable: str) -> tuple[Term | None, ...]:
        """One column, from top to bottom.

        Raises:
            ValueError: there is no such variable.
        """
        index = self.variables.index(variable)
        return tuple(row[index] for row in self.rows)


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE."""

    triples: tuple[Triple, ...]

    def __len__(self) -> int:
        return len(self.triples)


Answer = Rows | Triples | bool
"""What a query answers: SELECT rows, CONSTRUCT or DESCRIBE triples, ASK a truth value."""


class Store(Protocol):
    """A graph that answers SPARQL; where it lies makes no difference to who asks.

    ``where`` names it for messages: a path or an address.
    """

    where: str

    def query(self, sparql: str) -> Answer:
        """The answer to a SPARQL 1.1 query over all graphs of the store.

        Raises:
            QueryError: the query cannot be parsed or run.
            StoreError: the store cannot be reached.
        """

    def quads(self) -> Iterator[Quad]:
        """Everything in the store, in no particular order.

        Raises:
            StoreError: the store cannot be reached.
        """
