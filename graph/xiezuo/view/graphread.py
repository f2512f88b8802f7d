"""An RDF graph as records: for each subject, its values by prefixed property name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from xiezuo.vocab import OA, PREFIXES, XZ, curie

Term = NamedNode | Literal
Source = Iterable[Triple | Quad]

_TO_OTHER_FACTS = {XZ.PARTNERED_WITH.value, OA.HAS_BODY.value}
"""Links that lead from one fact to others, not to what describes it."""

_ALL = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"


class Queryable(Protocol):
    """Whatever answers SPARQL: a store of this project, or one of pyoxigraph."""

    def query(self, query: str) -> Any:
        """The rows of a SELECT, each indexed by position."""


class Record:
    """What a graph says of one subject. Values come in a sorted order: the graph has none."""

    __slots__ = ("_values", "iri")

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self._values: dict[str, list[Term]] = {}

    def add(self, name: str, value: Term) -> None:
        """Adds a value of a property, ``name`` as in ``schema:name``."""
        self._values.setdefault(name, []).append(value)

    def triples(self) -> Iterator[tuple[str, Term]]:
        """Every property, as an IRI, with every value, sorted."""
        for name in sorted(self._values):
            for value in self.terms(name):
                yield _expand(name), value

    def terms(self, name: str) -> list[Term]:
        """All values of a property, each once, sorted."""
        values = self._values.get(name, [])
        return values if len(values) < 2 else sorted(set(values), key=_order)

    def iris(self, name: str) -> list[str]:
        """The IRIs among the values."""
        return [term.value for term in self.terms(name) if isinstance(term, NamedNode)]

    def texts(self, name: str) -> list[str]:
        """The literals among the values, as text."""
        return [term.value for term in self.terms(name) if isinstance(term, Literal)]

    def iri_of(self, name: str) -> str | None:
        """The first IRI, or None."""
        return next(iter(self.iris(name)), None)

    def text(self, name: str, language: str | None = None) -> str | None:
        """The first literal (in a language, where it is given), or None."""
        for term in self.terms(name):
            if isinstance(term, Literal) and language in (None, term.language):
                return term.value
        return None

    def number(self, name: str) -> float:
        """The first literal as a number; 0 where there is none or it is not a number."""
        try:
            return float(self.text(name) or 0)
        except ValueError:
            return 0.0

    def is_a(self, name: str) -> bool:
        """Whether the subject has a class, ``name`` as in ``xz:Place``."""
        wanted = _expand(name)
        return any(
            isinstance(t, NamedNode) and t.value == wanted for t in self._values.get("rdf:type", [])
        )


class Graph:
    """The records of a graph, by IRI."""

    def __init__(self, source: Source | Queryable) -> None:
        self.records: dict[str, Record] = {}
        names: dict[str, str] = {}
        for subject, predicate, value in _triples(source):
            record = self.records.get(subject)
            if record is None:
                record = self.records[subject] = Record(subject)
            name = names.get(predicate)
            if name is None:
                name = names[predicate] = curie(predicate)
            record.add(name, value)

    def of_class(self, name: str) -> list[Record]:
        """The records of a class, in the order of their IRIs."""
        found = (record for record in self.records.values() if record.is_a(name))
        return sorted(found, key=lambda record: record.iri)

    def ntriples(self, facts: Iterable[str]) -> str:
        """The triples of some facts in N-Triples, with all that describes them, by subject."""
        wanted = dict.fromkeys(facts)
        queue = list(wanted)
        for iri in queue:
            for name, value in self.get(iri).triples():
                known = isinstance(value, NamedNode) and value.value in self.records
                if known and value.value not in wanted and name not in _TO_OTHER_FACTS:
                    wanted[value.value] = None
                    queue.append(value.value)
        return "".join(
            f"<{iri}> <{name}> {value} .\n"
            for iri in sorted(wanted)
            for name, value in self.get(iri).triples()
        )

    def get(self, iri: str | None) -> Record:
        """The record of an IRI; an empty one where the graph says nothing of it."""
        return self.records.get(iri or "") or Record(iri or "")


def _triples(source: Source | Queryable) -> Iterator[tuple[str, str, Term]]:
    rows: Iterable[Any]
    if hasattr(source, "query"):
        rows = ((row[0], row[1], row[2]) for row in source.query(_ALL))
    else:
        rows = ((item.subject, item.predicate, item.object) for item in source)
    for subject, predicate, value in rows:
        if isinstance(subject, NamedNode) and not isinstance(value, BlankNode | Triple):
            yield subject.value, predicate.value, value


def _order(term: Term) -> tuple[str, str, str]:
    language = (term.language or "") if isinstance(term, Literal) else ""
    return (term.value, language, type(term).__name__)


def _expand(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name
