"""How terms are shown and linked on pages."""

from __future__ import annotations

from functools import cache
from urllib.parse import quote, unquote

import pyoxigraph as ox

from xiezuo import resources
from xiezuo.query.formats import shown
from xiezuo.rdf.iris import segment
from xiezuo.serve.desk import Desk
from xiezuo.serve.markup import Content, link
from xiezuo.store import Term
from xiezuo.vocab import RDFS, curie


@cache
def _ontology() -> dict[str, dict[str, str]]:
    """The labels of the ontology's terms by IRI and language."""
    text = resources.ontology_file("xiezuo.ttl").read_bytes()
    labels: dict[str, dict[str, str]] = {}
    for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
        if quad.predicate == RDFS.LABEL and isinstance(quad.object, ox.Literal):
            found = labels.setdefault(quad.subject.value, {})
            found[quad.object.language or ""] = quad.object.value
    return labels


def term_label(iri: str) -> str:
    """The Chinese label of a class or property, or its short form."""
    return _ontology().get(iri, {}).get("zh") or curie(iri)


def address(desk: Desk, iri: str) -> str:
    """The page of a resource here.

    Resources of the build have their own path below ``/id/``, others go by their IRI.
    """
    if iri.startswith(desk.base):
        return f"/id/{quote(iri.removeprefix(desk.base), safe='/%~+')}"
    return f"/resource?iri={quote(iri, safe='')}"


def resource_iris(desk: Desk, path: str) -> list[str]:
    """The IRIs that a path below ``/id/`` can mean: browsers encode what IRIs need not."""
    usual = "/".join(segment(unquote(part)) for part in path.split("/"))
    return list(dict.fromkeys(desk.base + one for one in (usual, path, unquote(path))))


def linked(desk: Desk, term: Term | None, label: str = "") -> Content:
    """A term as a reader wants it: a link for an IRI, the words of a literal."""
    if isinstance(term, ox.NamedNode):
        return link(label or shown(term), address(desk, term.value))
    return shown(term)
