"""Turtle that people can read and compare: grouped by subject, sorted, the same bytes each time.

pyoxigraph's own serializer writes in the order of arrival; this one sorts and groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from xiezuo.rdf.atomic import atomic_file
from xiezuo.vocab import PREFIXES, RDF, RDFS, XSD

_LOCAL = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_BY_NAMESPACE = sorted(PREFIXES.items(), key=lambda item: -len(item[1]))
_BARE = {
    XSD.INTEGER: re.compile(r"[+-]?[0-9]+"),
    XSD.DECIMAL: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD.BOOLEAN: re.compile("true|false"),
}
"""Literals that Turtle writes without quotes."""

_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')
_FIRST = {RDF.TYPE: 0, RDFS.LABEL: 1}


def write_turtle(quads: Iterable[Quad], path: Path) -> None:
    """Writes quads as Turtle; the graph that they lie in is left out.

    The bytes depend on the set of statements only. A file that stood there before is replaced
    when the new one is complete.

    Args:
        quads: in any order, repeats allowed; subjects and values are IRIs or literals.
        path: the file.

    Raises:
        OSError: the file cannot be written.
    """
    with atomic_file(path) as file:
        for line in prefixes():
            file.write(line.encode())
        for block in blocks(quads):
            file.write(block.encode())


def prefixes() -> Iterator[str]:
    """The lines that declare the prefixes of the project."""
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"


def blocks(quads: Iterable[Quad]) -> Iterator[str]:
    """A block of Turtle for each subject, in order."""
    subjects: dict[str, dict[str, set[str]]] = {}
    for quad in quads:
        predicates = subjects.setdefault(term(quad.subject), {})
        predicates.setdefault(_predicate(quad.predicate), set()).add(term(quad.object))
    for subject in sorted(subjects):
        lines = (
            f"{predicate[1:]} {' , '.join(sorted(values))}"
            for predicate, values in sorted(subjects[subject].items())
        )
        yield f"\n{subject}\n    " + " ;\n    ".join(lines) + " .\n"


@lru_cache(maxsize=4096)
def _predicate(predicate: NamedNode) -> str:
    """Its Turtle form after a digit that sorts types and labels first."""
    return f"{_FIRST.get(predicate, 2)}{'a' if predicate == RDF.TYPE else term(predicate)}"


def term(value: object) -> str:
    """The shortest Turtle form of an IRI, a literal or a blank node.

    Raises:
        TypeError: it is none of these.
    """
    match value:
        case NamedNode():
            return _iri(value.value)
        case Literal():
            return _literal(value)
        case BlankNode():
            return str(value)
    raise TypeError(f"no term of RDF 1.1: {value}")


@lru_cache(maxsize=65536)
def _iri(value: str) -> str:
    for prefix, namespace in _BY_NAMESPACE:
        if value.startswith(namespace) and _LOCAL.fullmatch(value, len(namespace)):
            return f"{prefix}:{value[len(namespace) :]}"
    return f"<{value}>"


def _literal(literal: Literal) -> str:
    value, datatype = literal.value, literal.datatype
    bare = _BARE.get(datatype)
    if bare and bare.fullmatch(value):
        return value
    quoted = '"' + _ESCAPED.sub(_escape, value) + '"'
    if literal.language:
        return f"{quoted}@{literal.language}"
    return quoted if datatype == XSD.STRING else f"{quoted}^^{_iri(datatype.value)}"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
