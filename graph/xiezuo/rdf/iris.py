"""Deterministic, readable IRIs for everything that a build describes."""

from __future__ import annotations

import re
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import NamedNode

from xiezuo.errors import UsageError
from xiezuo.model import (
    Agreement,
    Appointment,
    Assertion,
    Cooperation,
    Document,
    Fact,
    Indicator,
    Meeting,
    MergedFact,
    Organization,
    Pair,
    Partnership,
    Party,
    Person,
    Place,
    Secondment,
    SigningCeremony,
    Span,
    Visit,
)
from xiezuo.vocab import BASE

KINDS: dict[type[Fact], str] = {
    Partnership: "partnership",
    Cooperation: "cooperation",
    SigningCeremony: "ceremony",
    Meeting: "meeting",
    Visit: "visit",
    Agreement: "agreement",
    Secondment: "secondment",
    Appointment: "appointment",
    Indicator: "indicator",
}
"""The first path segment of each kind of fact."""

_UNSAFE = re.compile(r"[^\w.~·-]")
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`#?]+/")


def segment(text: str) -> str:
    """One path segment: letters, digits and ``. ~ · _ -`` stay, the rest is %-encoded.

    >>> segment("平凉市 / “对接”")
    '平凉市%20%2F%20%E2%80%9C对接%E2%80%9D'
    """
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), text)


def document_id(document: Document) -> str:
    """Sixteen hexadecimal digits that stand for a document's content, whatever its name."""
    return document.sha256[:16]


_COUNTRY = "100000"
"""The code that stands above those of the provinces (GB/T 2260)."""


class Iris:
    """Makes IRIs below a base.

    Raises:
        UsageError: the base is not an absolute IRI that ends in a slash.
    """

    def __init__(self, base: str = BASE) -> None:
        if not _BASE.fullmatch(base):
            raise UsageError(f"not a base for IRIs (an absolute IRI ending in “/”): {base!r}")
        self.base = base

    def _node(self, *path: str) -> NamedNode:
        return NamedNode(self.base + "/".join(path))

    def place(self, place: Place) -> NamedNode:
        """``…/place/120103``, or the parent's code and the name where there is no code."""
        return self._node("place", segment(place.key))

    def country(self) -> NamedNode:
        """``…/place/100000``: the country, in which all places lie."""
        return self._node("place", _COUNTRY)

    def organization(self, organization: Organization) -> NamedNode:
        """``…/organization/`` with the seat's code, where known, and the name."""
        return self._node("organization", segment(organization.key))

    def party(self, party: Party) -> NamedNode:
        """The IRI of a place or an organisation."""
        return self.place(party) if isinstance(party, Place) else self.organization(party)

    def person(self, person: Person) -> NamedNode:
        """``…/person/`` with the place or organisation served and the name."""
        return self._node("person", segment(person.key))

    def document(self, document: Document) -> NamedNode:
        """``…/document/`` with the start of the content's digest."""
        return self._node("document", document_id(document))

    def article(self, document: Document, position: int) -> NamedNode:
        """``…/article/`` with the document's id and the 1-based position in it."""
        return self._node("article", document_id(document), str(position))

    def sentence(self, document: Document, span: Span) -> NamedNode:
        """``…/sentence/`` with the document's id and offsets; statements of it share the node."""
        return self._node("sentence", document_id(document), f"{span.start}-{span.end}")

    def pair(self, pair: Pair) -> NamedNode:
        """The partnership of a pair."""
        return self._node("partnership", segment(pair.key))

    def fact(self, merged: MergedFact) -> NamedNode:
        """The kind and the fact's key; slashes of the key stay."""
        return self.keyed(type(merged.fact), merged.key)

    def keyed(self, kind: type[Fact], key: str) -> NamedNode:
        """The IRI of the fact of a kind that has this key."""
        return self._node(KINDS[kind], *map(segment, key.split("/")))

    def cohort(self, merged: MergedFact) -> NamedNode:
        """The unnamed group of a secondment."""
        return self._node("cohort", *map(segment, merged.key.split("/")))

    def assertion(self, merged: MergedFact, assertion: Assertion) -> NamedNode:
        """Where it stands, and a digest of what it states by which rule."""
        fact, evidence = assertion.fact, assertion.evidence
        stated = [KINDS[type(merged.fact)], merged.key, evidence.rule, evidence.trigger]
        if isinstance(fact, Cooperation):
            stated += [fact.phrase, fact.status]
        digest = sha256("\n".join(stated).encode()).hexdigest()[:10]
        span = f"{evidence.span.start}-{evidence.span.end}"
        return self._node("assertion", document_id(evidence.document), span, digest)

    def below(self, node: NamedNode, *path: str) -> NamedNode:
        """A node that belongs to another one."""
        return NamedNode("/".join((node.value, *map(segment, path))))
