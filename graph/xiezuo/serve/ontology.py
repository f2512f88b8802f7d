"""The page of the ontology: every class and property, made from its file; or the file's triples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import pyoxigraph as ox

from xiezuo import resources
from xiezuo.serve import negotiate
from xiezuo.serve.desk import Desk
from xiezuo.serve.markup import Content, Markup, element, joined, link, page, table
from xiezuo.serve.messages import Job, Reply
from xiezuo.serve.results import graph, not_acceptable
from xiezuo.vocab import ONTOLOGY, PREFIXES, RDF, curie

_OFFERS = (*negotiate.GRAPHS, negotiate.HTML)
_OWL = PREFIXES.get("owl", "http://www.w3.org/2002/07/owl#")
_KINDS = {
    f"{_OWL}Class": "类 Classes",
    f"{_OWL}ObjectProperty": "关系 Links",
    f"{_OWL}DatatypeProperty": "属性 Values",
    f"{_OWL}NamedIndividual": "取值 Individuals",
}
_ABOUT = {
    f"{_OWL}versionInfo": "版本 Version",
    "http://purl.org/dc/terms/license": "许可 Licence",
    f"{_OWL}imports": "引用 Imports",
}

_Terms = Mapping[str, Mapping[str, list[ox.NamedNode | ox.Literal]]]


def describe_ontology(_desk: Desk, job: Job) -> Reply:
    """The ontology as a page, or in RDF, by what is asked for."""
    chosen = negotiate.choose(job.accept, _OFFERS)
    if chosen is None:
        return not_acceptable(_OFFERS)
    if chosen != negotiate.HTML:
        return graph(_triples(), chosen)
    terms = _terms()
    own = terms[ONTOLOGY]
    facts: list[list[Content]] = [
        [name, joined(*(_shown(value) for value in own.get(property_, ())))]
        for property_, name in _ABOUT.items()
    ]
    parts = [part for kind, name in _KINDS.items() for part in _section(terms, kind, name)]
    return page(
        "本体 Ontology",
        *(element("p", text) for text in _texts(own, "http://purl.org/dc/terms/description")),
        table(["", ""], facts),
        *parts,
    )


def _section(terms: _Terms, kind: str, name: str) -> Iterable[Markup]:
    found = sorted(
        (iri for iri, said in terms.items() if kind in map(_iri, said.get(RDF.TYPE.value, ()))),
        key=lambda iri: (not iri.startswith(ONTOLOGY), iri),
    )
    yield element("h2", name)
    rows: list[list[Content]] = [
        [element("code", curie(iri), id=curie(iri)), *_cells(terms[iri])] for iri in found
    ]
    yield table(["", "名称 Label", "含义 Meaning", "从 From", "到 To"], rows)


def _cells(said: Mapping[str, list[ox.NamedNode | ox.Literal]]) -> list[Content]:
    label, comment = (
        joined(*(element("div", text) for text in _texts(said, f"{PREFIXES['rdfs']}{name}")))
        for name in ("label", "comment")
    )
    above = ("subClassOf", "domain"), ("range",)
    return [label, comment, *(_ends(said, names) for names in above)]


def _ends(said: Mapping[str, list[ox.NamedNode | ox.Literal]], names: Iterable[str]) -> Content:
    found = [value for name in names for value in said.get(PREFIXES["rdfs"] + name, ())]
    return joined(*(element("div", _shown(value)) for value in found))


def _shown(value: ox.NamedNode | ox.Literal) -> Markup:
    if isinstance(value, ox.Literal):
        return joined(value.value)
    short = curie(value)
    return link(short, f"#{short}" if short != value.value else value.value)


def _texts(said: Mapping[str, list[ox.NamedNode | ox.Literal]], property_: str) -> list[str]:
    """The Chinese text, then the English one."""
    found = [value for value in said.get(property_, ()) if isinstance(value, ox.Literal)]
    return [value.value for value in sorted(found, key=lambda value: value.language != "zh")]


def _iri(value: ox.NamedNode | ox.Literal) -> str:
    return value.value


@cache
def _triples() -> tuple[ox.Triple, ...]:
    text = resources.ontology_file("xiezuo.ttl").read_bytes()
    return tuple(quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE))


@cache
def _terms() -> _Terms:
    found: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for triple in _triples():
        if isinstance(triple.subject, ox.NamedNode) and not isinstance(
            triple.object, ox.BlankNode | ox.Triple
        ):
            values = found.setdefault(triple.subject.value, {})
            values.setdefault(triple.predicate.value, []).append(triple.object)
    return found
