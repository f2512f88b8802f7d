"""The graph for networkx, and through it GraphML and GEXF, which Gephi reads.

Places, organisations, people, facts and concepts are nodes; documents, articles and assertions
are left out unless they are asked for. Every link between nodes is an edge with the property as
its key and relation; in place of ``xz:partneredWith`` a ``supports`` edge leads from the supporter
to the recipient and carries the partnership. Facts and ``supports`` edges carry how sure they are,
how many statements they have, and the sentence that states them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import networkx as nx
from pyoxigraph import Literal, NamedNode, Quad

from xiezuo.export.records import FACTS, Records
from xiezuo.export.triples import xml_text
from xiezuo.rdf.atomic import atomic_file
from xiezuo.vocab import SHORTCUTS, XSD, XZ, curie

SUPPORTS = "supports"
_SEPARATOR = "；"
_EVIDENCE = frozenset(
    {
        "xz:Document",
        "schema:NewsArticle",
        "xz:Assertion",
        "oa:SpecificResource",
        "oa:TextQuoteSelector",
        "oa:TextPositionSelector",
    }
)
_LEFT_OUT = frozenset(map(curie, (XZ.PARTNERED_WITH, *SHORTCUTS)))
_NUMBERS: dict[NamedNode, Callable[[str], int | float]] = {XSD.DECIMAL: float, XSD.INTEGER: int}
_MODIFIED = re.compile(r' lastmodifieddate="[^"]*"')

Attributes = dict[str, str | int | float]


def to_networkx(quads: Iterable[Quad], evidence: bool = False) -> nx.MultiDiGraph[str]:
    """The graph as a MultiDiGraph whose nodes are IRIs.

    Nodes have ``kind`` (``Place``, ``Partnership`` …), ``label`` and their literals by local
    name; edges have ``relation`` (``supporter``, ``host``, ``supports`` …) and it is their key.

    Args:
        quads: the graph in the form of the data model.
        evidence: whether documents, articles, assertions and sentences are nodes, too.
    """
    records = Records(quads)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    left_out = frozenset() if evidence else _EVIDENCE
    shown = [iri for iri in records if (kind := records.kind(iri)) and kind not in left_out]
    for iri in shown:
        graph.add_node(iri, **_node(records, iri))
    for iri in shown:
        for name in records.values(iri):
            for target in records.links(iri, name):
                if target in graph and name not in _LEFT_OUT:
                    relation = name.partition(":")[2]
                    graph.add_edge(iri, target, key=relation, relation=relation)
        if records.kind(iri) == "xz:Partnership":
            _add_support(graph, records, iri)
    return graph


def write_graphml(quads: Iterable[Quad], path: Path) -> None:
    """GraphML of :func:`to_networkx`."""
    _write(nx.generate_graphml(_clean(to_networkx(quads)), named_key_ids=True), path)


def write_gexf(quads: Iterable[Quad], path: Path) -> None:
    """GEXF 1.2 of :func:`to_networkx`, without the day on which it was written."""
    lines = nx.generate_gexf(_clean(to_networkx(quads)), version="1.2draft")
    _write((_MODIFIED.sub("", line) for line in lines), path)


def _node(records: Records, iri: str) -> Attributes:
    kind = records.kind(iri)
    attributes: Attributes = {"kind": kind.partition(":")[2], "label": records.label(iri)}
    for name, values in records.values(iri).items():
        literals = [value for value in values if isinstance(value, Literal)]
        local = name.partition(":")[2]
        if literals and local not in attributes and name != "skos:prefLabel":
            attributes[local] = _attribute(literals)
    if kind in FACTS:
        attributes |= _stated(records, iri)
    return attributes


def _attribute(literals: list[Literal]) -> str | int | float:
    number = _NUMBERS.get(literals[0].datatype)
    if number and len(literals) == 1:
        return number(literals[0].value)
    return _SEPARATOR.join(literal.value for literal in literals)


def _stated(records: Records, fact: str) -> Attributes:
    assertions = records.evidence(fact)
    if not assertions:
        return {}
    found = records.sentence(assertions[0])
    return {
        "statements": len(assertions),
        "sentence": found.get("sentence", ""),
        "headline": found["headline"],
    }


def _add_support(graph: nx.MultiDiGraph[str], records: Records, partnership: str) -> None:
    for supporter in records.links(partnership, "xz:supporter"):
        for recipient in records.links(partnership, "xz:recipient"):
            graph.add_edge(
                supporter,
                recipient,
                key=SUPPORTS,
                relation=SUPPORTS,
                partnership=partnership,
                confidence=float(records.text(partnership, "xz:confidence") or 0),
                programmes=_labels(records, partnership, "xz:programme"),
                domains=_labels(records, partnership, "xz:domain"),
                **_stated(records, partnership),
            )


def _labels(records: Records, iri: str, name: str) -> str:
    return _SEPARATOR.join(records.label(link) for link in records.links(iri, name))


def _clean(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """The graph with text that XML can hold, and a number as the key of each edge.

    Readers take the key for an id, which must not come twice.
    """
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        clean.add_node(node, **_in_xml(data))
    for number, (source, target, data) in enumerate(graph.edges(data=True), start=1):
        clean.add_edge(source, target, key=number, **_in_xml(data))
    return clean


def _in_xml(data: Attributes) -> Attributes:
    return {
        name: xml_text(value) if isinstance(value, str) else value for name, value in data.items()
    }


def _write(lines: Iterable[str], path: Path) -> None:
    with atomic_file(path) as file:
        file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
        for line in lines:
            file.write(f"{line}\n".encode())
