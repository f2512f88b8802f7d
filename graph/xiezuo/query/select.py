"""Small queries of our own, row by row."""

from __future__ import annotations

from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from xiezuo.errors import StoreError
from xiezuo.query.bind import Value, bind, with_prefixes
from xiezuo.store import Rows, Store, Term


def select(
    store: Store, sparql: str, values: Mapping[str, Value] | None = None
) -> list[dict[str, Term]]:
    """The rows of a SELECT, each with its bound variables; the project's prefixes are declared.

    Raises:
        StoreError: the store cannot be reached, or answers without rows.
    """
    answer = store.query(bind(with_prefixes(sparql), values or {}))
    if not isinstance(answer, Rows):
        raise StoreError(f"{store.where}: answers a SELECT without rows")
    return [
        {name: term for name, term in zip(answer.variables, row, strict=True) if term is not None}
        for row in answer.rows
    ]


def lexical(term: Term | None) -> str:
    """The words of a literal or the text of an IRI, without any marks; "" for nothing."""
    if isinstance(term, NamedNode | Literal):
        return term.value
    return "" if term is None else str(term)
