"""The description that goes with a build: VoID and DCAT, in Turtle.

Its IRIs are relative, so that it is right wherever the files are put together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, Quad

from xiezuo.rdf.atomic import atomic_file
from xiezuo.vocab import ONTOLOGY, PREFIXES, RDF, SCHEMA

_USED = ("void", "dcat", "dcterms", "xsd")
_TITLE = '"东西部协作知识图谱"@zh , "East–West cooperation graph"@en'
_ABOUT = (
    '"从报道中读出的协作事实，每个事实都附原句和出处。"@zh , '
    '"Facts of cooperation read from reports, each with the sentence that states it."@en'
)


def write_description(quads: Iterable[Quad], path: Path, dump: str, base: str) -> None:
    """Writes what a dataset is, how large, with which terms, and of which days its reports are.

    Args:
        quads: the dataset.
        path: the file to write.
        dump: the name of the Turtle file with the dataset, beside ``path``.
        base: below which the dataset's resources lie.
    """
    with atomic_file(path) as file:
        file.write("".join(_lines(quads, dump, base)).encode())


def _lines(quads: Iterable[Quad], dump: str, base: str) -> Iterator[str]:
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    subjects, days = set(), set()
    for quad in quads:
        subjects.add(quad.subject)
        properties[str(quad.predicate)] += 1
        if quad.predicate == RDF.TYPE:
            classes[str(quad.object)] += 1
        if quad.predicate == SCHEMA.DATE_PUBLISHED and isinstance(quad.object, Literal):
            days.add(quad.object)
    for prefix in _USED:
        yield f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n"
    yield f"\n<#dataset> a void:Dataset , dcat:Dataset ;\n    dcterms:title {_TITLE} ;\n"
    yield f"    dcterms:description {_ABOUT} ;\n    dcterms:conformsTo <{ONTOLOGY}> ;\n"
    yield f'    void:vocabulary <{ONTOLOGY}> ;\n    void:uriSpace "{base}" ;\n'
    yield f"    void:triples {sum(properties.values())} ;\n    void:entities {len(subjects)} ;\n"
    if days:
        first, last = (pick(days, key=lambda day: day.value) for pick in (min, max))
        yield f"    dcterms:temporal [ dcat:startDate {first} ; dcat:endDate {last} ] ;\n"
    for iri, count in sorted(classes.items()):
        yield f"    void:classPartition [ void:class {iri} ; void:entities {count} ] ;\n"
    for iri, count in sorted(properties.items()):
        yield f"    void:propertyPartition [ void:property {iri} ; void:triples {count} ] ;\n"
    yield f"    void:dataDump <{dump}> ;\n    dcat:distribution <#turtle> .\n\n"
    yield f"<#turtle> a dcat:Distribution ;\n    dcat:downloadURL <{dump}> ;\n"
    yield "    dcat:mediaType <https://www.iana.org/assignments/media-types/text/turtle> .\n"
