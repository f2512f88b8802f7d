"""RDF in its line, graph and XML syntaxes; the bytes depend on the set of statements only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, Quad, RdfFormat, Triple, serialize

from xiezuo.rdf.atomic import atomic_file
from xiezuo.rdf.turtle import blocks, prefixes, term
from xiezuo.vocab import PREFIXES

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document can hold, even escaped."""


def xml_text(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def write_ntriples(quads: Iterable[Quad], path: Path) -> None:
    """One sorted statement a line; the graphs that they lie in are left out."""
    _write_lines({f"{quad.triple} .\n" for quad in quads}, path)


def write_nquads(quads: Iterable[Quad], path: Path) -> None:
    """One sorted statement a line, with its graph."""
    _write_lines({f"{quad} .\n" for quad in quads}, path)


def write_trig(quads: Iterable[Quad], path: Path) -> None:
    """Turtle with a block for each named graph, after the default graph."""
    graphs: dict[str, list[Quad]] = {}
    for quad in quads:
        name = "" if isinstance(quad.graph_name, DefaultGraph) else term(quad.graph_name)
        graphs.setdefault(name, []).append(quad)
    with atomic_file(path) as file:
        for line in prefixes():
            file.write(line.encode())
        for name in sorted(graphs):
            if name:
                file.write(f"\n{name} {{\n".encode())
            for block in blocks(graphs[name]):
                file.write(block.encode())
            if name:
                file.write(b"\n}\n")


def write_rdfxml(quads: Iterable[Quad], path: Path) -> None:
    """RDF/XML, a description for each subject; what XML cannot hold becomes U+FFFD."""
    triples = sorted({_for_xml(quad) for quad in quads}, key=str)
    with atomic_file(path) as file:
        serialize(triples, file, format=RdfFormat.RDF_XML, prefixes=PREFIXES)


def _for_xml(quad: Quad) -> Triple:
    value = quad.object
    if isinstance(value, Literal) and _NOT_XML.search(value.value):
        text = xml_text(value.value)
        value = (
            Literal(text, language=value.language)
            if value.language
            else Literal(text, datatype=value.datatype)
        )
    return Triple(quad.subject, quad.predicate, value)


def _write_lines(lines: Iterable[str], path: Path) -> None:
    with atomic_file(path) as file:
        for line in sorted(lines):
            file.write(line.encode())
