"""A SPARQL 1.1 endpoint, asked by the SPARQL protocol's POST with a URL-encoded form."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode
from urllib.request import Request

import pyoxigraph as ox

from xiezuo.errors import QueryError, StoreError
from xiezuo.store.base import Answer, Rows, Triples
from xiezuo.store.graphs import shared_graph
from xiezuo.store.http import Http, Refusal
from xiezuo.vocab import XZ

TIMEOUT = 60.0
"""Seconds that an endpoint may be silent."""

_ACCEPT_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.5"
_ACCEPT_GRAPH = "application/n-triples, text/turtle;q=0.8"
_FORM = re.compile(
    r"(?:#[^\n]*|<[^>]*>|.)*?\b(?P<form>SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE | re.DOTALL
)
_RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
}

_IN_OURS = f"GRAPH ?g {{ ?document a {XZ.DOCUMENT} }}"
_OURS = f"SELECT DISTINCT ?g WHERE {{ {_IN_OURS} }}"
_NAMED = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"

_DIGITS = "0123456789abcdef"
_FINEST = 4
"""Parts of parts of … a graph that is fetched from a server that cuts its answers."""


class _Cut(StoreError):
    """A server gives less than it has."""


class RemoteStore:
    """The graph behind a SPARQL endpoint.

    Its default graph is asked; where that is empty and there are named graphs, all of them
    together. A user and password in the address are given to a server that wants them.
    """

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        self._http = Http(url, timeout)
        self.where = self._http.url
        self._dataset: list[tuple[str, str]] | None = None

    def query(self, sparql: str) -> Answer:
        """See :meth:`Store.query <xiezuo.store.base.Store.query>`."""
        if self._dataset is None:
            self._dataset = self._find_dataset()
        return self._ask(sparql, self._dataset)

    def quads(self) -> Iterator[ox.Quad]:
        """See :meth:`Store.quads <xiezuo.store.base.Store.quads>`.

        Where there are named graphs that hold documents, these, each with its name: a server
        can have graphs of its own besides. Else the default graph.

        Raises:
            StoreError: the server does not give everything that it says it has.
        """
        names = self._documents()
        if names:
            names = sorted({*names, ox.NamedNode(shared_graph(names))}, key=str)
        for name in names:
            for triple in self._fetch(f"GRAPH {name} {{ ?s ?p ?o }}"):
                yield ox.Quad(triple.subject, triple.predicate, triple.object, name)
        if not names:
            for triple in self._fetch("?s ?p ?o"):
                yield ox.Quad(triple.subject, triple.predicate, triple.object)

    def _documents(self) -> list[ox.NamedNode]:
        """The named graphs that hold documents.

        Raises:
            StoreError: the server does not name all of them.
        """
        names = [name for (name,) in self._rows(_OURS) if isinstance(name, ox.NamedNode)]
        self._check(len(names), "?g", _IN_OURS)
        return names

    def _fetch(self, pattern: str, part: str = "") -> Iterator[ox.Triple]:
        """The triples of a pattern, in parts where the server cuts its answers."""
        wanted = f'{pattern} FILTER(STRSTARTS(MD5(STR(?s)), "{part}"))' if part else pattern
        answer = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {wanted} }}")
        if not isinstance(answer, Triples):
            raise StoreError(f"{self.where}: answers a CONSTRUCT without a graph")
        triples = set(answer.triples)
        try:
            self._check(len(triples), "?s ?p ?o", wanted)
        except _Cut:
            if len(part) == _FINEST:
                raise
            for digit in _DIGITS:
                yield from self._fetch(pattern, part + digit)
        else:
            yield from triples

    def _check(self, found: int, variables: str, pattern: str) -> None:
        """Compares the length of an answer with what the server says it should be."""
        distinct = f"SELECT DISTINCT {variables} WHERE {{ {pattern} }}"
        (said,) = self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {distinct} }}").rows[0]
        if not isinstance(said, ox.Literal) or int(said.value) != found:
            raise _Cut(f"{self.where}: cuts its answers, here to {found} of {said}")

    def _rows(self, sparql: str) -> Rows:
        answer = self.query(sparql)
        if not isinstance(answer, Rows):
            raise StoreError(f"{self.where}: answers a SELECT without rows")
        return answer

    def _find_dataset(self) -> list[tuple[str, str]]:
        """The parameters with which the endpoint's default graph has something in it."""
        something = "ASK { ?s ?p ?o }"
        try:
            for dataset in ([], [("union-default-graph", "true")]):  # the latter is Oxigraph's
                if self._ask(something, dataset) is True:
                    return dataset
            names = self._ask(_NAMED, [])
        except (QueryError, StoreError):  # what is asked next says what is wrong
            return []
        rows = names.rows if isinstance(names, Rows) else ()
        found = [name.value for (name,) in rows if isinstance(name, ox.NamedNode)]
        kinds = ("default-graph-uri", "named-graph-uri")
        return [(kind, name) for kind in kinds for name in found]

    def _ask(self, sparql: str, dataset: list[tuple[str, str]]) -> Answer:
        found = _FORM.match(sparql)
        form = found["form"].upper() if found else ""
        # a server that can do both would write a graph as rows
        accept = _ACCEPT_GRAPH if form in ("CONSTRUCT", "DESCRIBE") else _ACCEPT_ROWS
        kind, body = self._post([("query", sparql), *dataset], accept)
        try:
            if kind in _RESULTS:
                answer = _results(body, _RESULTS[kind])
                # Virtuoso answers an ASK with one row or none
                return bool(len(answer)) if form == "ASK" and isinstance(answer, Rows) else answer
            if kind in _GRAPHS:
                quads = ox.parse(input=body, format=_GRAPHS[kind], base_iri=self.where)
                return Triples(tuple(quad.triple for quad in quads))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.where}: the answer cannot be read ({error})") from error
        raise StoreError(f"{self.where}: answers with {kind or 'no type'}, not with SPARQL results")

    def _post(self, parameters: Sequence[tuple[str, str]], accept: str) -> tuple[str, bytes]:
        """The media type and the body of the endpoint's answer."""
        type_ = "application/x-www-form-urlencoded"
        headers = {"Accept": accept, "Content-Type": type_}
        request = Request(self.where, urlencode(parameters).encode(), headers)
        try:
            return self._http.send(request)
        except Refusal as error:
            if error.status != 400:
                raise
            raise QueryError(f"{self.where} cannot run the query: {error.message}") from error


def _results(body: bytes, format_: ox.QueryResultsFormat) -> Rows | bool:
    results = ox.parse_query_results(io.BytesIO(body), format_)
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    variables = tuple(variable.value for variable in results.variables)
    return Rows(variables, tuple(map(tuple, results)))
