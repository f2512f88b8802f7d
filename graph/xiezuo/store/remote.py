"""A SPARQL 1.1 endpoint, asked by the SPARQL protocol's POST with a URL-encoded form."""

from __future__ import annotations

import io
from collections.abc import Iterator
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pyoxigraph as ox

from xiezuo.errors import QueryError, StoreError
from xiezuo.store.base import Answer, Rows, Triples

TIMEOUT = 60.0
"""Seconds that an endpoint may be silent."""

_ACCEPT = (
    "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8, "
    "application/sparql-results+xml;q=0.5"
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
_MESSAGE = 500
"""How many characters of an endpoint's error message are worth showing."""


class RemoteStore:
    """The graph behind a SPARQL endpoint; its default graph is what is asked."""

    def __init__(self, url: str, timeout: float = TIMEOUT) -> None:
        self.where = url
        self._timeout = timeout

    def query(self, sparql: str) -> Answer:
        """See :meth:`Store.query <xiezuo.store.base.Store.query>`."""
        kind, body = self._post(sparql)
        try:
            if kind in _RESULTS:
                return _results(body, _RESULTS[kind])
            if kind in _GRAPHS:
                quads = ox.parse(input=body, format=_GRAPHS[kind], base_iri=self.where)
                return Triples(tuple(quad.triple for quad in quads))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.where}: the answer cannot be read ({error})") from error
        raise StoreError(f"{self.where}: answers with {kind or 'no type'}, not with SPARQL results")

    def quads(self) -> Iterator[ox.Quad]:
        """See :meth:`Store.quads <xiezuo.store.base.Store.quads>`."""
        answer = self.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        if not isinstance(answer, Triples):
            raise StoreError(f"{self.where}: answers a CONSTRUCT without a graph")
        return (ox.Quad(*triple) for triple in answer.triples)

    def _post(self, sparql: str) -> tuple[str, bytes]:
        """The media type and the body of the endpoint's answer."""
        request = Request(
            self.where,
            data=urlencode({"query": sparql}).encode(),
            headers={
                "Accept": _ACCEPT,
                "Content-Type": "application/x-www-form-urlencoded",
                "User-Agent": "xiezuo",
            },
        )
        try:
            with urlopen(request, timeout=self._timeout) as reply:
                return reply.headers.get_content_type(), reply.read()
        except HTTPError as error:
            with error:
                message = error.read(4 * _MESSAGE).decode("utf-8", "replace")[:_MESSAGE].strip()
            if error.code == 400:
                raise QueryError(f"{self.where} cannot run the query: {message}") from error
            problem = f"{error.code} {error.reason}"
            raise StoreError(f"{self.where}: {problem} {message}".rstrip()) from error
        except TimeoutError as error:
            raise StoreError(f"{self.where}: no answer within {self._timeout:g} s") from error
        except (URLError, HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(f"{self.where}: cannot be reached ({reason})") from error


def _results(body: bytes, format_: ox.QueryResultsFormat) -> Rows | bool:
    results = ox.parse_query_results(io.BytesIO(body), format_)
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    variables = tuple(variable.value for variable in results.variables)
    return Rows(variables, tuple(map(tuple, results)))
