"""Content negotiation by the Accept header (RFC 9110, 12.5.1), with its quality values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
NTRIPLES = "application/n-triples"
RDFXML = "application/rdf+xml"
JSONLD = "application/ld+json"
HTML = "text/html"

ROWS = (JSON, XML, CSV, TSV)
"""The formats of rows, the preferred first."""

TRUTH = (JSON, XML)
"""The formats of a truth value: CSV and TSV have none (SPARQL 1.1 results in CSV and TSV)."""

GRAPHS = (TURTLE, NTRIPLES, RDFXML, JSONLD)
"""The formats of graphs, the preferred first."""

_ALIASES = {
    JSON: ("application/json",),
    XML: ("application/xml", "text/xml"),
    NTRIPLES: ("text/plain",),
    JSONLD: ("application/json",),
    TURTLE: ("application/x-turtle", "text/n3"),
    RDFXML: ("application/xml",),
}
"""What clients also call the formats."""

FORMATS = {
    "json": JSON,
    "xml": XML,
    "csv": CSV,
    "tsv": TSV,
    "ttl": TURTLE,
    "turtle": TURTLE,
    "nt": NTRIPLES,
    "rdf": RDFXML,
    "jsonld": JSONLD,
    "html": HTML,
}
"""The names of the formats in ``?format=``."""


def choose(accept: str, offers: Sequence[str]) -> str | None:
    """The offered media type that an Accept header likes best; the first of equals.

    >>> choose("text/csv;q=0.5, application/sparql-results+xml", ROWS)
    'application/sparql-results+xml'
    >>> choose("image/png", ROWS) is None
    True
    """
    ranges = dict(_ranges(accept or "*/*"))
    rated = [(_quality(ranges, offer), offer) for offer in offers]
    best = max((quality for quality, _ in rated), default=0.0)
    return next((offer for quality, offer in rated if quality == best > 0), None)


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        range_, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                try:
                    quality = min(max(float(value), 0.0), 1.0)
                except ValueError:
                    quality = 0.0
        if "/" in range_:
            yield range_, quality


def _quality(ranges: Mapping[str, float], offer: str) -> float:
    """What the ranges that fit a type most closely say of it; an alias counts by its name only."""
    named = [ranges[name] for name in (offer, *_ALIASES.get(offer, ())) if name in ranges]
    if named:
        return max(named)
    return ranges.get(f"{offer.partition('/')[0]}/*", ranges.get("*/*", 0.0))
