"""What the server says of itself: SPARQL 1.1 Service Description, and VoID for its dataset."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from xiezuo.serve import negotiate
from xiezuo.serve.desk import Desk
from xiezuo.serve.messages import Job, Reply
from xiezuo.serve.results import graph, not_acceptable
from xiezuo.serve.store_protocol import ENDPOINT as GRAPH_STORE
from xiezuo.vocab import ONTOLOGY, PREFIXES, RDF, XSD

ENDPOINT = "/sparql"
"""Where queries are asked."""

VOID = "/.well-known/void"
"""Where VoID wants the dataset described (RFC 5785 and VoID, 6.2)."""

_SD = "http://www.w3.org/ns/sparql-service-description#"
_COMMENT = ox.NamedNode(PREFIXES["rdfs"] + "comment")
_FORMATS = "http://www.w3.org/ns/formats/"
_OFFERED = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD"),
)

_COUNTS = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?subjects) WHERE { ?s ?p ?o }"
_CLASSES = "SELECT ?class (COUNT(?s) AS ?n) WHERE { ?s a ?class } GROUP BY ?class"
_PROPERTIES = "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p"

_Value = ox.NamedNode | ox.Literal


def describe_service(desk: Desk, job: Job) -> Reply:
    """The service description of the endpoint."""
    return _in_rdf(_service(desk, job.site), job.accept)


def describe_dataset(desk: Desk, job: Job) -> Reply:
    """The dataset with its counts, by class and by property."""
    return _in_rdf(_dataset(desk, job.site), job.accept)


def _in_rdf(triples: Iterator[ox.Triple], accept: str) -> Reply:
    chosen = negotiate.choose(accept, negotiate.GRAPHS)
    return graph(triples, chosen) if chosen else not_acceptable(negotiate.GRAPHS)


def _service(desk: Desk, site: str) -> Iterator[ox.Triple]:
    service = ox.NamedNode(site + ENDPOINT)
    yield ox.Triple(service, RDF.TYPE, _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), service)
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for format_ in _OFFERED:
        yield ox.Triple(service, _sd("resultFormat"), ox.NamedNode(_FORMATS + format_))
    dataset, default = ox.NamedNode(f"{site}{VOID}#dataset"), ox.NamedNode(f"{site}{VOID}#default")
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield ox.Triple(dataset, RDF.TYPE, _sd("Dataset"))
    yield ox.Triple(dataset, _sd("defaultGraph"), default)
    yield ox.Triple(default, RDF.TYPE, _sd("Graph"))
    if desk.has_named_graphs:
        yield ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
        for number, name in enumerate(desk.graphs.named_graphs()):
            if isinstance(name, ox.NamedNode):
                node = ox.NamedNode(f"{site}{VOID}#graph{number}")
                yield ox.Triple(dataset, _sd("namedGraph"), node)
                yield ox.Triple(node, RDF.TYPE, _sd("NamedGraph"))
                yield ox.Triple(node, _sd("name"), name)
    limits = desk.settings
    for language, text in {
        "en": "Read-only: no updates, no LOAD, no SERVICE. A query is stopped after "
        f"{limits.timeout:g} seconds; an answer is cut after {limits.rows} rows, and says so.",
        "zh": "只读：不支持更新、LOAD 和 SERVICE。查询超过"
        f"{limits.timeout:g}秒即停止；结果超过{limits.rows}行即截断，并注明。",
    }.items():
        yield ox.Triple(service, _COMMENT, ox.Literal(text, language=language))


def _dataset(desk: Desk, site: str) -> Iterator[ox.Triple]:
    dataset = ox.NamedNode(f"{site}{VOID}#dataset")

    def said(property_: str, value: _Value) -> ox.Triple:
        prefix, _, local = property_.partition(":")
        return ox.Triple(dataset, ox.NamedNode(PREFIXES[prefix] + local), value)

    yield ox.Triple(dataset, RDF.TYPE, _void("Dataset"))
    yield said("dcterms:title", ox.Literal("东西部协作知识图谱", language="zh"))
    yield said("dcterms:title", ox.Literal("East–West cooperation graph", language="en"))
    yield said("void:sparqlEndpoint", ox.NamedNode(site + ENDPOINT))
    yield said("void:uriSpace", ox.Literal(desk.base))
    yield said("void:vocabulary", ox.NamedNode(ONTOLOGY))
    for format_ in ("Turtle", "N-Triples", "RDF_XML", "JSON-LD"):
        yield said("void:feature", ox.NamedNode(_FORMATS + format_))
    if not desk.has_named_graphs:
        yield said("void:dataDump", ox.NamedNode(f"{site}{GRAPH_STORE}?default"))
    counts = next(_rows(desk, _COUNTS))
    yield said("void:triples", _number(counts["n"]))
    yield said("void:entities", _number(counts["subjects"]))
    for kind, key, partition, name in (
        (_CLASSES, "class", "classPartition", "class"),
        (_PROPERTIES, "p", "propertyPartition", "property"),
    ):
        rows = {str(row[key]): row for row in _rows(desk, kind)}
        for number, row in enumerate(rows[iri] for iri in sorted(rows)):
            part = ox.NamedNode(f"{site}{VOID}#{name}{number}")
            yield said(f"void:{partition}", part)
            yield ox.Triple(part, _void(name), row[key])
            counted = _void("entities" if name == "class" else "triples")
            yield ox.Triple(part, counted, _number(row["n"]))


def _rows(desk: Desk, sparql: str) -> Iterator[ox.QuerySolution]:
    result = desk.evaluate(sparql, "http://localhost")
    assert isinstance(result, ox.QuerySolutions)
    return iter(result)


def _number(term: object) -> ox.Literal:
    assert isinstance(term, ox.Literal)
    return ox.Literal(term.value, datatype=XSD.INTEGER)


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)


def _void(name: str) -> ox.NamedNode:
    return ox.NamedNode(PREFIXES["void"] + name)
