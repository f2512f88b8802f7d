"""Answers as bytes in the formats that are offered, cut at the limit of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from xiezuo.export.triples import xml_text
from xiezuo.query.formats import csv_, json_, tsv
from xiezuo.serve import negotiate
from xiezuo.serve.messages import Reply, refusal
from xiezuo.store import Rows, Term
from xiezuo.vocab import PREFIXES, XSD

T = TypeVar("T")

Result = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean

_GRAPH_FORMATS = {
    negotiate.TURTLE: ox.RdfFormat.TURTLE,
    negotiate.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    negotiate.RDFXML: ox.RdfFormat.RDF_XML,
    negotiate.JSONLD: ox.RdfFormat.JSON_LD,
}
_COMMENTS = {
    negotiate.TURTLE: "\n# {}\n",
    negotiate.NTRIPLES: "# {}\n",
    negotiate.RDFXML: "\n<!-- {} -->\n",
}
"""How a note is written after a graph, where the format has comments."""

_RESULTS = "http://www.w3.org/2005/sparql-results#"


def written(result: Result, accept: str, limit: int) -> Reply:
    """The answer to a query in the format that the client likes best; 406 where it likes none.

    Of rows or triples beyond ``limit``, none is sent; the header ``X-Row-Limit`` and, where the
    format has room for it, a note in the answer say so.
    """
    if isinstance(result, ox.QueryBoolean):
        chosen = negotiate.choose(accept, negotiate.TRUTH)
        return _truth(bool(result), chosen) if chosen else not_acceptable(negotiate.TRUTH)
    if isinstance(result, ox.QueryTriples):
        chosen = negotiate.choose(accept, negotiate.GRAPHS)
        if chosen is None:
            return not_acceptable(negotiate.GRAPHS)
        triples, cut = _taken(result, limit)
        return _cut(graph(triples, chosen, limit if cut else None), cut, limit)
    chosen = negotiate.choose(accept, negotiate.ROWS)
    if chosen is None:
        return not_acceptable(negotiate.ROWS)
    variables = tuple(variable.value for variable in result.variables)
    solutions, cut = _taken(result, limit)
    answer = Rows(variables, tuple(map(tuple, solutions)))
    return _cut(rows(answer, chosen, limit if cut else None), cut, limit)


def not_acceptable(offers: Iterable[str]) -> Reply:
    """406, with the media types that there are."""
    return refusal(406, f"not acceptable; there are {', '.join(offers)}")


def rows(answer: Rows, media_type: str, limit: int | None = None) -> Reply:
    """Rows in a format; ``limit`` is where they were cut, if they were."""
    return Reply(_ROW_WRITERS[media_type](answer, limit).encode(), _with_charset(media_type))


def graph(triples: Iterable[ox.Triple], media_type: str, limit: int | None = None) -> Reply:
    """Triples in a format; ``limit`` is where they were cut, if they were."""
    format_ = _GRAPH_FORMATS[media_type]
    if format_ == ox.RdfFormat.RDF_XML:
        triples = map(_for_xml, triples)
    prefixes = PREFIXES if format_ != ox.RdfFormat.N_TRIPLES else None
    body = ox.serialize(triples, format=format_, prefixes=prefixes) or b""
    if limit is not None and media_type in _COMMENTS:
        body += _COMMENTS[media_type].format(_note(limit)).encode()
    return Reply(body, _with_charset(media_type))


def _taken(items: Iterator[T], limit: int) -> tuple[list[T], bool]:
    """At most ``limit`` items, and whether there are more."""
    found = list(islice(items, limit))
    return found, next(items, None) is not None


def _cut(reply: Reply, cut: bool, limit: int) -> Reply:
    return reply.having(X_Row_Limit=f"{limit}; truncated") if cut else reply


def _note(limit: int) -> str:
    return f"Cut after {limit}: there are more. Add LIMIT and OFFSET to the query to page."


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _truth(value: bool, media_type: str) -> Reply:
    text = json_(value)
    if media_type == negotiate.XML:
        text = _document("  <head/>", f"  <boolean>{str(value).lower()}</boolean>")
    return Reply(text.encode(), media_type)


def _json(answer: Rows, limit: int | None) -> str:
    """SPARQL JSON; that it is cut is said in its one member for remarks, the links of the head."""
    text, link = json_(answer), f'"head": {{"link": ["#cut-after-{limit}"],'
    return text if limit is None else text.replace('"head": {', link, 1)


def _xml(answer: Rows, limit: int | None) -> str:
    names = "".join(f"    <variable name={quoteattr(name)}/>\n" for name in answer.variables)
    results = "".join(
        "    <result>\n"
        + "".join(
            f"      <binding name={quoteattr(name)}>{_xml_term(term)}</binding>\n"
            for name, term in zip(answer.variables, row, strict=True)
            if term is not None
        )
        + "    </result>\n"
        for row in answer
    )
    note = f"  <!-- {_note(limit)} -->\n" if limit is not None else ""
    return _document(f"  <head>\n{names}  </head>", f"{note}  <results>\n{results}  </results>")


def _document(head: str, body: str) -> str:
    return f'<?xml version="1.0"?>\n<sparql xmlns="{_RESULTS}">\n{head}\n{body}\n</sparql>\n'


def _xml_term(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if not isinstance(term, ox.Literal):
        return f"<literal>{escape(str(term))}</literal>"
    mark = ""
    if term.language:
        mark = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype != XSD.STRING:
        mark = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{mark}>{escape(xml_text(term.value), _ENTITIES)}</literal>"


_ENTITIES = {"\r": "&#13;"}
"""A parser would make a line break of it."""


def _for_xml(triple: ox.Triple) -> ox.Triple:
    """The triple without the characters that no XML document can hold."""
    value = triple.object
    if not isinstance(value, ox.Literal) or xml_text(value.value) == value.value:
        return triple
    text = xml_text(value.value)
    literal = (
        ox.Literal(text, language=value.language)
        if value.language
        else ox.Literal(text, datatype=value.datatype)
    )
    return ox.Triple(triple.subject, triple.predicate, literal)


_ROW_WRITERS: dict[str, Callable[[Rows, int | None], str]] = {
    negotiate.JSON: _json,
    negotiate.XML: _xml,
    negotiate.CSV: lambda answer, _: csv_(answer),
    negotiate.TSV: lambda answer, _: tsv(answer),
}
"""How rows are written; CSV and TSV have no room for a note, the header says it."""
