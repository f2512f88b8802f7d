"""JSON-LD that reads like JSON: short names by a context, one object for each subject."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from xiezuo import vocab
from xiezuo.rdf.atomic import atomic_file
from xiezuo.vocab import PREFIXES, RDF, XSD, XZ, curie

_NATIVE: dict[NamedNode, Callable[[str], object]] = {
    XSD.INTEGER: int,
    XSD.BOOLEAN: "true".__eq__,
}
_PLAIN = re.compile("0|-?[1-9][0-9]*|true|false")
"""The lexical forms that come back from JSON as they were."""

_LANGUAGE, _IRI, _DECIMAL, _STRING = "@language", "@id", XSD.DECIMAL.value, "string"

_FORMS: dict[NamedNode, str] = {
    **dict.fromkeys(
        (
            vocab.RDFS.LABEL,
            vocab.SCHEMA.NAME,
            vocab.SKOS.PREF_LABEL,
            vocab.SKOS.ALT_LABEL,
            XZ.FULL_NAME,
        ),
        _LANGUAGE,
    ),
    **dict.fromkeys((XZ.CONFIDENCE, vocab.SCHEMA.VALUE), _DECIMAL),
    **dict.fromkeys(
        (
            XZ.HOME_PLACE,
            XZ.STATUS,
            XZ.EVIDENCE,
            XZ.SEAT,
            XZ.SERVED,
            XZ.SUPPORTER,
            XZ.RECIPIENT,
            XZ.PROGRAMME,
            XZ.TERM,
            XZ.PARTNERED_WITH,
            XZ.OF_PARTNERSHIP,
            XZ.WITHIN,
            XZ.CONCERNS,
            XZ.STATED_IN,
            XZ.REACHES,
            XZ.CONFLICTING_FIGURE,
            XZ.CARRIED_OUT,
            XZ.FORMER_PARTNERSHIP,
            XZ.FORMERLY_NAMED_IN,
            XZ.LEAST_SURE,
            XZ.TAKES_PART_IN,
            XZ.DOMAIN,
            XZ.PARTY,
            XZ.SIGNED,
            XZ.VISITOR,
            XZ.VISITED,
            XZ.SECONDEE,
            XZ.SENDER,
            XZ.HOST,
            XZ.SECONDMENT_KIND,
            XZ.HOLDER,
            XZ.OF,
            vocab.SCHEMA.IS_PART_OF,
            vocab.SCHEMA.CONTAINED_IN_PLACE,
            vocab.OA.HAS_BODY,
            vocab.OA.HAS_TARGET,
            vocab.OA.HAS_SOURCE,
            vocab.OA.HAS_SELECTOR,
            vocab.SKOS.IN_SCHEME,
        ),
        _IRI,
    ),
}
"""How the values of a property are written under its short name; plain strings for the rest."""


def context() -> dict[str, Any]:
    """The context: the prefixes, and a short name for each property of the data model."""
    names: dict[str, Any] = {"id": "@id", "type": "@type", **PREFIXES}
    for short, property_ in sorted(_short_names().items()):
        definition: dict[str, str] = {"@id": curie(property_)}
        form = _FORMS.get(property_, _STRING)
        if form == _LANGUAGE:
            definition["@container"] = "@language"
        elif form != _STRING:
            definition["@type"] = "@id" if form == _IRI else curie(form)
        names[short] = definition
    return names


def write_jsonld(quads: Iterable[Quad], path: Path) -> None:
    """A document with ``@context`` and ``@graph``; graph names are left out.

    A value that does not have its property's usual form stands under the prefixed name with its
    type or language spelt out, so that nothing is lost.
    """
    short = {property_: name for name, property_ in _short_names().items()}
    nodes: dict[str, dict[str, Any]] = {}
    for quad in sorted(set(quads), key=lambda quad: str(quad.triple)):
        node = nodes.setdefault(_id(quad.subject), {"id": _id(quad.subject)})
        _add(node, quad.predicate, quad.object, short)
    document = {"@context": context(), "@graph": [nodes[key] for key in sorted(nodes)]}
    with atomic_file(path) as file:
        text = json.dumps(document, ensure_ascii=False, indent=1)
        file.write(f"{text}\n".encode())


def _short_names() -> dict[str, NamedNode]:
    """The local names of all properties that the vocabulary names; xz: wins over the others."""
    names: dict[str, NamedNode] = {}
    for group in (vocab.SKOS, vocab.OA, vocab.SCHEMA, vocab.RDFS, vocab.WDT, vocab.XZ):
        for value in vars(group).values():
            if isinstance(value, NamedNode):
                local = curie(value).partition(":")[2]
                if local[0].islower() or value == vocab.WDT.GB_CODE:
                    names[local] = value
    return names


def _add(
    node: dict[str, Any], predicate: NamedNode, value: object, short: dict[NamedNode, str]
) -> None:
    if predicate == RDF.TYPE and isinstance(value, NamedNode):
        node.setdefault("type", []).append(curie(value))
        return
    name, form = short.get(predicate), _FORMS.get(predicate, _STRING)
    if name and form == _LANGUAGE and isinstance(value, Literal) and value.language:
        _append(node.setdefault(name, {}), value.language, value.value)
    elif name and form == _IRI and isinstance(value, NamedNode):
        _append(node, name, curie(value))
    elif name and form == _DECIMAL and isinstance(value, Literal) and value.datatype == XSD.DECIMAL:
        _append(node, name, value.value)
    elif name and form == _STRING and isinstance(value, Literal):
        _append(node, name, _literal(value))
    else:
        spelt = _literal(value) if isinstance(value, Literal) else {"id": _id(value)}
        _append(node, curie(predicate), spelt)


def _literal(value: Literal) -> object:
    """A native JSON value where it stands for the literal exactly, else a value object."""
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype == XSD.STRING:
        return value.value
    native = _NATIVE.get(value.datatype)
    if native and _PLAIN.fullmatch(value.value):
        return native(value.value)
    return {"@value": value.value, "@type": curie(value.datatype)}


def _append(holder: dict[str, Any], key: str, value: object) -> None:
    """One value stands alone, several stand in a list."""
    if key not in holder:
        holder[key] = value
    elif isinstance(holder[key], list):
        holder[key].append(value)
    else:
        holder[key] = [holder[key], value]


def _id(term: object) -> str:
    """The prefixed name or the IRI of a node; blank nodes keep their name."""
    return curie(term) if isinstance(term, NamedNode) else str(term)
