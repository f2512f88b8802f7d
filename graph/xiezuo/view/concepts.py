"""The names of concepts (domains, programmes, statuses) in Chinese and English."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Quad, RdfFormat, parse

from xiezuo.resources import ontology_file
from xiezuo.view.graphread import Graph, Record
from xiezuo.view.model import ViewModel
from xiezuo.vocab import curie


class Concepts:
    """Looks names up, in the graph first, and lists them in the model."""

    def __init__(self, graph: Graph, model: ViewModel) -> None:
        self.graph = graph
        self.found = model.concepts

    def labels(self, iri: str) -> tuple[str, str]:
        """The Chinese and the English name of a concept; its short name where it has none."""
        name = curie(iri)
        if name not in self.found:
            record = self.graph.get(iri)
            if _label(record, "zh") is None:
                record = _ontology().get(iri)
            chinese = _label(record, "zh") or name
            self.found[name] = (chinese, _label(record, "en") or chinese)
        return self.found[name]


def _label(record: Record, language: str) -> str | None:
    return record.text("skos:prefLabel", language) or record.text("rdfs:label", language)


@cache
def _ontology() -> Graph:
    """The labels of the ontology, for graphs that come without them."""
    quads: list[Quad] = []
    for name in ("xiezuo.ttl", "domains.ttl", "programmes.ttl"):
        quads.extend(parse(ontology_file(name).read_bytes(), format=RdfFormat.TURTLE))
    return Graph(quads)
