"""A graph as records: for each subject its class, its values and what points where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from xiezuo.vocab import OA, PREFIXES, RDF, SCHEMA, SKOS, XZ, curie

Values = dict[str, list[NamedNode | Literal]]

CLASSES: dict[str, str] = {
    curie(class_): name
    for class_, name in {
        XZ.PARTNERSHIP: "partnerships",
        XZ.COOPERATION: "cooperations",
        XZ.SIGNING_CEREMONY: "ceremonies",
        XZ.MEETING: "meetings",
        XZ.VISIT: "visits",
        XZ.AGREEMENT: "agreements",
        XZ.SECONDMENT: "secondments",
        XZ.APPOINTMENT: "appointments",
        XZ.INDICATOR: "indicators",
        XZ.PROGRAMME_TERM: "terms",
        XZ.PLACE: "places",
        SCHEMA.ORGANIZATION: "organizations",
        SCHEMA.PERSON: "persons",
        XZ.COHORT: "cohorts",
        XZ.DOCUMENT: "documents",
        SCHEMA.NEWS_ARTICLE: "articles",
        XZ.ASSERTION: "statements",
        OA.SPECIFIC_RESOURCE: "sentences",
        OA.TEXT_QUOTE_SELECTOR: "quotes",
        OA.TEXT_POSITION_SELECTOR: "positions",
        SKOS.CONCEPT: "concepts",
        XZ.STATUS_CLASS: "statuses",
        XZ.SECONDMENT_KIND_CLASS: "secondment_kinds",
    }.items()
}
"""The classes of the data model, each with the name of its table."""

FACTS = tuple(CLASSES)[:9]
"""The classes of facts."""


class Records:
    """The records of a graph by IRI, sorted."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        found: dict[str, dict[str, set[NamedNode | Literal]]] = {}
        for quad in quads:
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
                values = found.setdefault(subject.value, {})
                values.setdefault(curie(quad.predicate), set()).add(value)
        self._records: dict[str, Values] = {
            iri: {name: sorted(found[iri][name], key=_order) for name in sorted(found[iri])}
            for iri in sorted(found)
        }

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __contains__(self, iri: str) -> bool:
        return iri in self._records

    def values(self, iri: str) -> Values:
        """All values of a subject by prefixed property name; {} for an IRI that is none."""
        return self._records.get(iri, {})

    def kind(self, iri: str) -> str:
        """The class of the data model that a subject has, as ``xz:Place``; "" for none."""
        types = {curie(type_) for type_ in self.links(iri, curie(RDF.TYPE))}
        return next((class_ for class_ in CLASSES if class_ in types), "")

    def of_kind(self, kind: str) -> list[str]:
        """The subjects of a class."""
        return [iri for iri in self if self.kind(iri) == kind]

    def links(self, iri: str, name: str) -> list[str]:
        """The IRIs among the values of a property."""
        return [value.value for value in self.values(iri).get(name, ()) if _is_iri(value)]

    def texts(self, iri: str, name: str) -> list[str]:
        """The literals among the values of a property."""
        return [value.value for value in self.values(iri).get(name, ()) if not _is_iri(value)]

    def text(self, iri: str, name: str) -> str:
        """The first literal of a property, "" where there is none."""
        return next(iter(self.texts(iri, name)), "")

    def label(self, iri: str) -> str:
        """The Chinese label of a node, or a short form of its IRI."""
        for name in ("skos:prefLabel", "rdfs:label"):
            for value in self.values(iri).get(name, ()):
                if isinstance(value, Literal) and value.language == "zh":
                    return value.value
        return iri if iri in self else _short(iri)

    def evidence(self, fact: str) -> list[str]:
        """The assertions of a fact, the surest first."""
        assertions = self.links(fact, "xz:evidence")
        return sorted(assertions, key=lambda one: -float(self.text(one, "xz:confidence") or 0))

    def sentence(self, assertion: str) -> dict[str, str]:
        """Where an assertion stands: sentence, context, offsets, headline, date, source, file."""
        target = next(iter(self.links(assertion, "oa:hasTarget")), "")
        article = next(iter(self.links(target, "oa:hasSource")), "")
        document = next(iter(self.links(article, "schema:isPartOf")), "")
        found = {
            "headline": self.text(article, "schema:headline"),
            "published": self.text(article, "schema:datePublished"),
            "source": self.text(document, "schema:publisher"),
            "url": self.text(document, "schema:url"),
            "file": self.text(document, "xz:fileName"),
            "article": article,
        }
        for selector in self.links(target, "oa:hasSelector"):
            for name in ("exact", "prefix", "suffix", "start", "end"):
                if text := self.text(selector, f"oa:{name}"):
                    found["sentence" if name == "exact" else name] = text
        return found


def _is_iri(value: NamedNode | Literal) -> bool:
    return isinstance(value, NamedNode)


def _order(value: NamedNode | Literal) -> tuple[bool, str, str]:
    language = (value.language or "") if isinstance(value, Literal) else ""
    return _is_iri(value), value.value, language


def _short(iri: str) -> str:
    short = curie(iri)
    return short if short.partition(":")[0] in PREFIXES else iri
