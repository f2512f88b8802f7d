"""Checks a graph against the SHACL shapes of the ontology, and reports in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyshacl
import rdflib
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib.namespace import RDF, SH
from rdflib.term import Node

from xiezuo.resources import ontology_file
from xiezuo.vocab import curie


@dataclass(frozen=True, order=True)
class Violation:
    """One thing that does not conform.

    ``node`` and ``path`` are where (``path`` is "" where the node as a whole is meant), ``value``
    is the offending value ("" where something is missing); messages are in both languages.
    """

    node: str
    path: str
    value: str
    message_zh: str
    message_en: str


@dataclass(frozen=True)
class Conformance:
    """The outcome of :func:`validate`: what does not conform, sorted."""

    violations: tuple[Violation, ...]

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.violations

    def text(self, language: str = "zh") -> str:
        """A report that people read: a line for each violation, or one that says all is well."""
        if self.conforms:
            return "符合全部约束。" if language == "zh" else "Conforms to all shapes."
        return "\n".join(
            " ".join(part for part in (one.node, one.path, one.value) if part)
            + (f"：{one.message_zh}" if language == "zh" else f": {one.message_en}")
            for one in self.violations
        )


def validate(quads: Iterable[Quad]) -> Conformance:
    """Checks a graph against ``shapes.ttl``; whichever graphs the quads lie in.

    Args:
        quads: the graph in the form of the data model.
    """
    data, shapes = rdflib.Graph(), rdflib.Graph()
    lines = serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)
    data.parse(data=lines, format="nt")
    shapes.parse(data=ontology_file("shapes.ttl").read_bytes(), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    results = report.subjects(RDF.type, SH.ValidationResult)
    return Conformance(tuple(sorted({_violation(report, result, shapes) for result in results})))


def _violation(report: rdflib.Graph, result: Node, shapes: rdflib.Graph) -> Violation:
    def term(predicate: rdflib.URIRef) -> str:
        value = report.value(result, predicate)
        if isinstance(value, rdflib.BNode):
            inverse = report.value(value, SH.inversePath) or shapes.value(value, SH.inversePath)
            return f"^{curie(str(inverse))}" if inverse else ""
        if isinstance(value, rdflib.URIRef):
            return curie(str(value))
        return "" if value is None else str(value)

    messages = {
        message.language: str(message)
        for message in report.objects(result, SH.resultMessage)
        if isinstance(message, rdflib.Literal)
    }
    spare = next((messages[key] for key in sorted(messages, key=str)), "")
    return Violation(
        node=term(SH.focusNode),
        path=term(SH.resultPath),
        value=term(SH.value),
        message_zh=messages.get("zh", spare),
        message_en=messages.get("en", spare),
    )
