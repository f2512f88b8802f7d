"""From an RDF graph to what the page shows.

Places and the partnerships between them are the first picture. Everything else hangs on
something: a domain, a ceremony, a meeting on its partnership (the ``pair`` node in the middle
of the edge), a person on the secondment or the place served, an agreement on its ceremony.
"""

from __future__ import annotations

from collections.abc import Iterable

from xiezuo.view.concepts import Concepts
from xiezuo.view.evidence import Evidence
from xiezuo.view.graphread import Graph, Record
from xiezuo.view.groups import group_many
from xiezuo.view.model import Edge, Fact, Node, ViewModel
from xiezuo.vocab import curie

_EVENTS = {"xz:SigningCeremony": "signing", "xz:Meeting": "meeting", "xz:Visit": "visit"}

_FIELDS = {
    "partnership": ("xz:supporter", "xz:recipient", "xz:programme"),
    "domain": ("xz:partnership", "xz:domain", "xz:phrase", "xz:status"),
    "signing": (
        *("schema:name", "xz:party", "xz:signed", "xz:partnership", "xz:domain"),
        *("schema:startDate", "schema:location"),
    ),
    "meeting": ("schema:name", "xz:party", "xz:partnership", "schema:startDate", "schema:location"),
    "visit": ("xz:visitor", "xz:visited", "xz:partnership", "schema:startDate"),
    "agreement": ("schema:name", "xz:party"),
    "secondment": (
        *("xz:secondee", "xz:sender", "xz:host", "xz:post", "xz:secondmentKind"),
        *("xz:partnership", "schema:startDate", "schema:endDate", "xz:duration"),
    ),
    "office": ("xz:holder", "xz:title", "xz:of"),
    "indicator": ("xz:measure", "xz:asWritten", "xz:period", "xz:partnership"),
}
"""The properties of each kind of fact, in the order in which a reader wants them."""

_TERM_FIELDS = ("schema:startDate", "schema:endDate", "xz:ended")


def view_model(graph: Graph) -> ViewModel:
    """What the page shows of a graph: the same in whatever order its triples came."""
    return _Builder(graph).build()


class _Builder:
    """Fills a :class:`ViewModel`, kind by kind."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.model = ViewModel()
        self.nodes: dict[str, int] = {}
        self.hubs: dict[str, int] = {}
        self.pairs: dict[frozenset[int], int] = {}
        self.signed: dict[str, list[int]] = {}
        self.evidence = Evidence(graph, self.model)
        self.concepts = Concepts(graph, self.model)

    def build(self) -> ViewModel:
        for record in self.graph.of_class("xz:Partnership"):
            self._partnership(record)
        for record in self.graph.of_class("xz:Cooperation"):
            self._cooperation(record)
        for class_, kind in _EVENTS.items():
            for record in self.graph.of_class(class_):
                self._event(record, kind)
        for record in self.graph.of_class("xz:Agreement"):
            self._agreement(record)
        for record in self.graph.of_class("xz:Secondment"):
            self._secondment(record)
        for record in self.graph.of_class("xz:Appointment"):
            self._appointment(record)
        for record in self.graph.of_class("xz:Indicator"):
            self._indicator(record)
        self._roles()
        group_many(self.model)
        return self.model

    # --- nodes and edges ----------------------------------------------------------------

    def _node(self, iri: str, kind: str, label: str, parent: int | None) -> Node:
        node = Node(len(self.model.nodes), iri, kind, label or curie(iri), parent=parent)
        self.model.nodes.append(node)
        self.nodes[iri] = node.id
        return node

    def _edge(self, source: int, target: int, kind: str, fact: int) -> Edge:
        edge = Edge(len(self.model.edges), source, target, kind, [fact])
        self.model.edges.append(edge)
        return edge

    def _party(self, iri: str, parent: int | None = None) -> int:
        """The node of a place, organisation or person, made at its first mention."""
        if iri in self.nodes:
            return self.nodes[iri]
        record = self.graph.get(iri)
        label = record.text("schema:name") or curie(iri)
        if record.is_a("xz:Place"):
            return self._place(record, label).id
        kind = "person" if record.is_a("schema:Person") else "organization"
        seat = record.iri_of("xz:seat")
        if parent is None and seat:
            parent = self._party(seat)
        return self._node(iri, kind, label, parent).id

    def _place(self, record: Record, label: str) -> Node:
        node = self._node(record.iri, "place", label, None)
        node.full = record.text("xz:fullName") or label
        node.alt = tuple(record.texts("skos:altLabel"))
        node.level = record.text("xz:level") or ""
        node.province = self._province(record)
        return node

    def _province(self, record: Record) -> str:
        seen: set[str] = set()
        while record.iri not in seen:
            seen.add(record.iri)
            parent = record.iri_of("schema:containedInPlace")
            if parent is None:
                break
            record = self.graph.get(parent)
        return record.text("schema:name") or ""

    def _roles(self) -> None:
        """Tells supporters from recipients; a place that is both is what it is more often."""
        balance: dict[int, int] = {}
        for edge in self.model.edges:
            if edge.kind == "partnership":
                balance[edge.source] = balance.get(edge.source, 0) + 1
                balance[edge.target] = balance.get(edge.target, 0) - 1
        for node, sum_ in balance.items():
            self.model.nodes[node].kind = "supporter" if sum_ > 0 else "recipient"
        for node_ in self.model.nodes:
            if node_.kind in ("supporter", "recipient", "place"):
                parent = self.graph.get(node_.iri).iri_of("schema:containedInPlace")
                while parent is not None and node_.within is None:
                    node_.within = self.nodes.get(parent)
                    parent = self.graph.get(parent).iri_of("schema:containedInPlace")

    def _hub(self, record: Record, parties: Iterable[int] = ()) -> int | None:
        """The pair node of a fact: of its partnership, or of two of its parties."""
        for iri in record.iris("xz:partnership"):
            if iri in self.hubs:
                return self.hubs[iri]
        ids = list(parties)
        for i, first in enumerate(ids):
            for second in ids[i + 1 :]:
                if frozenset((first, second)) in self.pairs:
                    return self.pairs[frozenset((first, second))]
        return None

    def _home(self, record: Record, parties: list[int]) -> int | None:
        """Where something unfolds: its pair, or else the first of its parties."""
        hub = self._hub(record, parties)
        return hub if hub is not None else next(iter(parties), None)

    def _ends(self, node: int | None) -> set[int]:
        """The nodes to which a fact that hangs on ``node`` needs no line of its own."""
        if node is None:
            return set()
        edge = self.model.nodes[node].edge
        if edge is None:
            return {node}
        return {self.model.edges[edge].source, self.model.edges[edge].target}

    # --- kinds --------------------------------------------------------------------------

    def _partnership(self, record: Record) -> None:
        supporter, recipient = record.iri_of("xz:supporter"), record.iri_of("xz:recipient")
        if supporter is None or recipient is None:
            return
        source, target = self._party(supporter), self._party(recipient)
        fact = self._fact(record, "partnership")
        for term in record.iris("xz:term"):
            for name in _TERM_FIELDS:
                if texts := self.graph.get(term).texts(name):
                    fact.fields.append((name, [], texts))
                    fact.year = fact.year or (texts[0][:4] if name == "schema:startDate" else "")
        edge = self._edge(source, target, "partnership", fact.id)
        label = f"{self.model.nodes[source].label} → {self.model.nodes[target].label}"
        hub = self._node(record.iri, "pair", label, None)
        hub.edge, fact.edge, fact.node = edge.id, edge.id, hub.id
        self.hubs[record.iri] = hub.id
        self.pairs.setdefault(frozenset((source, target)), hub.id)

    def _cooperation(self, record: Record) -> None:
        hub = self._hub(record)
        concept = record.iri_of("xz:domain")
        if hub is None or concept is None:
            return
        chinese, english = self.concepts.labels(concept)
        node = self._node(record.iri, "domain", chinese, hub)
        node.label_en = english
        self._fact(record, "domain", node)

    def _event(self, record: Record, kind: str) -> None:
        names = ("xz:visitor", "xz:visited") if kind == "visit" else ("xz:party",)
        iris = [iri for name in names for iri in record.iris(name)]
        places = [self._party(iri) for iri in iris if self.graph.get(iri).is_a("xz:Place")]
        label = record.text("schema:name") or self._visit_name(record)
        node = self._node(record.iri, kind, label, self._home(record, places))
        parties = [self._party(iri, node.id) for iri in iris]
        self._take_part(node, parties, self._fact(record, kind, node))
        for iri in record.iris("xz:signed"):
            self.signed.setdefault(iri, []).append(node.id)

    def _take_part(self, node: Node, parties: list[int], fact: Fact) -> None:
        """Lines from an event or a secondment to the parties that its place does not show."""
        ends = self._ends(node.parent)
        for party in dict.fromkeys(parties):
            if party not in ends:
                self._edge(node.id, party, "party", fact.id)

    def _visit_name(self, record: Record) -> str:
        sides = [
            "、".join(self.graph.get(iri).text("schema:name") or "" for iri in record.iris(name))
            for name in ("xz:visitor", "xz:visited")
        ]
        return f"{sides[0]}考察{sides[1]}"

    def _agreement(self, record: Record) -> None:
        signings = self.signed.get(record.iri, [])
        places = [iri for iri in record.iris("xz:party") if self.graph.get(iri).is_a("xz:Place")]
        home = signings[0] if signings else self._home(record, [self._party(p) for p in places])
        node = self._node(record.iri, "agreement", record.text("schema:name") or "", home)
        fact = self._fact(record, "agreement", node)
        for signing in signings:
            self._edge(signing, node.id, "signed", fact.id)

    def _secondment(self, record: Record) -> None:
        iris = record.iris("xz:sender") + record.iris("xz:host")
        places = [self._party(iri) for iri in iris if self.graph.get(iri).is_a("xz:Place")]
        home = self._home(record, places)
        people = [self.graph.get(iri) for iri in record.iris("xz:secondee")]
        names = [name for person in people if (name := person.text("schema:name"))]
        node = self._node(record.iri, "secondment", "、".join(names), home)
        if not names:
            node.label, node.label_en = self._group_name(record, people)
        parties = [self._party(iri, node.id) for iri in iris]
        named = [self._party(p.iri, node.id) for p in people if p.is_a("schema:Person")]
        fact = self._fact(record, "secondment", node)
        self._take_part(node, parties, fact)
        for person in named:
            self._edge(node.id, person, "secondee", fact.id)

    def _group_name(self, record: Record, people: list[Record]) -> tuple[str, str]:
        concept = record.iri_of("xz:secondmentKind")
        chinese, english = self.concepts.labels(concept) if concept else ("挂职人员", "Secondment")
        counts = [count for person in people if (count := person.text("xz:headcount"))]
        sender = next(iter(record.iris("xz:sender")), None)
        origin = self.graph.get(sender).text("schema:name") or ""
        number = f"{counts[0]}名" if counts else ""
        return f"{origin}{number}{chinese}", f"{origin} {english} {' '.join(counts)}".strip()

    def _appointment(self, record: Record) -> None:
        holder, of = record.iri_of("xz:holder"), record.iri_of("xz:of")
        if holder is None:
            return
        body = self._party(of) if of else None
        person = self._party(holder, body)
        fact = self._fact(record, "office", self.model.nodes[person])
        if body is not None:
            self._edge(person, body, "office", fact.id)

    def _indicator(self, record: Record) -> None:
        hub = self._hub(record)
        label = f"{record.text('xz:measure') or ''} {record.text('xz:asWritten') or ''}".strip()
        self._fact(record, "indicator", self._node(record.iri, "indicator", label, hub))

    def _fact(self, record: Record, kind: str, node: Node | None = None) -> Fact:
        fact = Fact(
            len(self.model.facts),
            record.iri,
            kind,
            [],
            [self.evidence.quote(iri) for iri in record.iris("xz:evidence")],
            record.number("xz:confidence"),
            record.text("xz:reason") or "",
            node.id if node else None,
        )
        self.model.facts.append(fact)
        for name in _FIELDS[kind]:
            values = [self._value(iri) for iri in record.iris(name)]
            nodes = [value for value in values if isinstance(value, int)]
            texts = [value for value in values if isinstance(value, str)] + record.texts(name)
            if nodes or texts:
                fact.fields.append((name, nodes, texts))
        fact.year = self._year(record, fact)
        return fact

    def _value(self, iri: str) -> int | str:
        """A node's id, a concept's short name, or the name of what is not a node."""
        if iri in self.nodes:
            return self.nodes[iri]
        record = self.graph.get(iri)
        if record.is_a("xz:Place") or record.is_a("schema:Organization"):
            return self._party(iri)
        if name := record.text("schema:name"):
            return name
        if record.is_a("xz:Cohort"):
            return record.text("xz:headcount") or ""
        self.concepts.labels(iri)
        return curie(iri)

    def _year(self, record: Record, fact: Fact) -> str:
        """The year of a fact: its own, or the one in which the press first reported it."""
        date = record.text("schema:startDate") or record.text("xz:period") or ""
        return date[:4] if date[:4].isdigit() else self.evidence.first_year(fact.quotes)
