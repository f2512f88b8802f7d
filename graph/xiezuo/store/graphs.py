"""Which named graph a triple belongs to when a build goes to a store of named graphs.

There is one graph for each document, named by the document's IRI. In it is what this document
alone says: the document, its articles, the sentences and statements of it, the facts that only it
states, and what describes these (places, people, concepts) and nothing else. What several
documents need, such as the name of a place or a partnership that two of them state, is in one
graph more, the shared one, with what belongs to no document.

So each triple is in one graph only. Engines whose default graph is the union of all graphs, such
as Oxigraph's and Virtuoso's, count a triple as often as there are graphs with it: with a copy in
each graph, every sum would be wrong there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from xiezuo.vocab import BASE, OA, RDF, SCHEMA, XZ

SHARED = "graph/shared"
"""Below the base: the name of the shared graph."""

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
    shared = ox.NamedNode(shared_graph(places.documents))
    for triples in subjects.values():
        for triple in triples:
            documents = places.of(triple)
            own = next(iter(documents)) if len(documents) == 1 else shared
            graphs.setdefault(own, set()).add(triple)
    return graphs


def shared_graph(documents: Iterable[ox.NamedNode]) -> str:
    """The name of the graph of what some documents share."""
    for document in documents:
        before, mark, _ = document.value.rpartition("document/")
        if mark:
            return before + SHARED
    return BASE + SHARED


class _Places:
    """The documents that each node of a graph belongs to."""

    def __init__(self, subjects: _Subjects) -> None:
        self._subjects = subjects
        self._found: dict[_Node, set[ox.NamedNode]] = {}
        self.documents = sorted(
            (
                node
                for node in subjects
                if isinstance(node, ox.NamedNode) and XZ.DOCUMENT in self._linked(node, RDF.TYPE)
            ),
            key=str,
        )
        self._homes = self._statements()
        bodies = {node: self._linked(node, OA.HAS_BODY) for node in self._homes}
        facts = {fact for found in bodies.values() for fact in found}
        self._ends = facts | self._homes.keys()
        for node, document in self._homes.items():
            for start in (node, *bodies[node]):
                self._spread(start, document)
        self._partners = self._pairs(facts)

    def of(self, triple: ox.Triple) -> set[ox.NamedNode]:
        """The documents that need a triple.

        A link to a statement belongs to the statement, and a link between two places that are
        partners to their partnership.
        """
        subject, target = triple.subject, triple.object
        if isinstance(target, _Node) and target in self._homes:
            return {self._homes[target]}
        own = self._found.get(subject, set()) if isinstance(subject, _Node) else set()
        if triple.predicate == XZ.PARTNERED_WITH:
            return self._partners.get((subject, target), own)
        return own

    def _statements(self) -> dict[_Node, ox.NamedNode]:
        """The document of each document, article, sentence and statement."""
        homes: dict[_Node, ox.NamedNode] = {document: document for document in self.documents}
        for link in (SCHEMA.IS_PART_OF, OA.HAS_SOURCE, OA.HAS_TARGET):
            found = {
                node: homes[target]
                for node in self._subjects
                for target in self._linked(node, link)
                if target in homes
            }
            homes |= found
        return homes

    def _spread(self, start: _Node, document: ox.NamedNode) -> None:
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

    def _pairs(self, facts: Iterable[_Node]) -> dict[tuple[object, object], set[ox.NamedNode]]:
        """The documents that state a partnership, by its two places in either order."""
        found: dict[tuple[object, object], set[ox.NamedNode]] = {}
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
