"""Which named graph a triple belongs to when a build goes to a store of named graphs.

There is one graph for each document, named by the document's IRI. In it is what the document
says: the document, its articles, the sentences and statements of it, the facts that it states,
and whatever describes these (places, people, concepts). A triple that several documents need,
such as the name of a place or the supporter of a partnership, is in the graph of each of them:
every graph can be read on its own, and all of them together are the build. What belongs to no
document is in one graph more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from xiezuo.vocab import BASE, OA, RDF, SCHEMA, XZ

REST = "graph/rest"
"""Below the base: the graph of what belongs to no document."""

_Node = ox.NamedNode | ox.BlankNode
_Subjects = Mapping[_Node, list[ox.Triple]]


def by_document(quads: Iterable[ox.Quad]) -> dict[ox.NamedNode, set[ox.Triple]]:
    """The triples of each named graph; quads that are in a named graph already stay there."""
    graphs: dict[ox.NamedNode, set[ox.Triple]] = {}
    subjects: dict[_Node, list[ox.Triple]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode):
            graphs.setdefault(quad.graph_name, set()).add(quad.triple)
        elif isinstance(quad.subject, ox.NamedNode | ox.BlankNode):
            subjects.setdefault(quad.subject, []).append(quad.triple)
    places = _Places(subjects)
    rest = None
    for triples in subjects.values():
        for triple in triples:
            found: Iterable[_Node] = places.of(triple)
            if not found:
                rest = rest or ox.NamedNode(rest_graph(places.documents))
                found = [rest]
            for document in found:
                if isinstance(document, ox.NamedNode):
                    graphs.setdefault(document, set()).add(triple)
    return graphs


def rest_graph(documents: Iterable[_Node]) -> str:
    """The name of the graph of what belongs to none of some documents."""
    for document in documents:
        before, mark, _ = str(document.value).rpartition("document/")
        if mark:
            return before + REST
    return BASE + REST


class _Places:
    """The documents that each node of a graph belongs to."""

    def __init__(self, subjects: _Subjects) -> None:
        self._subjects = subjects
        self._found: dict[_Node, set[_Node]] = {}
        self.documents = sorted(
            (node for node in subjects if XZ.DOCUMENT in self._linked(node, RDF.TYPE)), key=str
        )
        self._homes = self._statements()
        bodies = {node: self._linked(node, OA.HAS_BODY) for node in self._homes}
        facts = {fact for found in bodies.values() for fact in found}
        self._ends = facts | self._homes.keys()
        for node, document in self._homes.items():
            for start in (node, *bodies[node]):
                self._spread(start, document)
        self._partners = self._pairs(facts)

    def of(self, triple: ox.Triple) -> set[_Node]:
        """The documents whose graphs a triple is in.

        A link to a statement is where the statement is, and a link between two places that are
        partners is where their partnership is stated.
        """
        subject, target = triple.subject, triple.object
        if isinstance(target, _Node) and target in self._homes:
            return {self._homes[target]}
        own = self._found.get(subject, set()) if isinstance(subject, _Node) else set()
        if triple.predicate == XZ.PARTNERED_WITH:
            return self._partners.get((subject, target), own)
        return own

    def _statements(self) -> dict[_Node, _Node]:
        """The document of each document, article, sentence and statement."""
        homes: dict[_Node, _Node] = {document: document for document in self.documents}
        for link in (SCHEMA.IS_PART_OF, OA.HAS_SOURCE, OA.HAS_TARGET):
            found = {
                node: homes[target]
                for node in self._subjects
                for target in self._linked(node, link)
                if target in homes
            }
            homes |= found
        return homes

    def _spread(self, start: _Node, document: _Node) -> None:
        """Puts a node, and what describes it, into a document; stops at other facts."""
        queue = [start]
        for node in queue:
            documents = self._found.setdefault(node, set())
            if document in documents:
                continue
            documents.add(document)
            queue += (
                triple.object
                for triple in self._subjects.get(node, ())
                if isinstance(triple.object, _Node)
                and triple.object in self._subjects
                and triple.object not in self._ends
                and triple.predicate != XZ.PARTNERED_WITH
            )

    def _pairs(self, facts: Iterable[_Node]) -> dict[tuple[object, object], set[_Node]]:
        """The documents that state a partnership, by its two places in either order."""
        found: dict[tuple[object, object], set[_Node]] = {}
        for fact in facts:
            for supporter in self._linked(fact, XZ.SUPPORTER):
                for recipient in self._linked(fact, XZ.RECIPIENT):
                    for pair in ((supporter, recipient), (recipient, supporter)):
                        found.setdefault(pair, set()).update(self._found[fact])
        return found

    def _linked(self, node: _Node, predicate: ox.NamedNode) -> list[_Node]:
        return [
            triple.object
            for triple in self._subjects.get(node, ())
            if triple.predicate == predicate and isinstance(triple.object, _Node)
        ]
