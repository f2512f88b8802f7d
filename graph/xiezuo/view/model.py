"""The plain values that the page shows; :mod:`xiezuo.view.data` makes them from RDF."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """Something that the picture shows.

    ``parent`` is the id of the node from which this one unfolds, None for those of the first
    picture. ``pair`` nodes stand on the edge of their partnership, ``edge`` being its id. A
    ``group`` stands for several facts of its kind, which unfold from it.
    """

    id: int
    iri: str
    kind: str
    label: str
    label_en: str = ""
    full: str = ""
    alt: tuple[str, ...] = ()
    parent: int | None = None
    edge: int | None = None
    province: str = ""
    level: str = ""
    within: int | None = None
    group: bool | None = None

    @property
    def is_place(self) -> bool:
        """Whether it is an administrative area, in whatever role."""
        return self.kind in ("supporter", "recipient", "place")


@dataclass(slots=True)
class Edge:
    """A line between two nodes: a partnership, or the part that something has in a fact.

    ``count`` is the number of partnerships that a line of a summary stands for.
    """

    id: int
    source: int
    target: int
    kind: str
    facts: list[int] = field(default_factory=list)
    count: int | None = None


@dataclass(slots=True)
class Fact:
    """A fact with its fields, in the order in which the panel lists them.

    A field is ``(name, nodes, texts)``: the nodes are ids, the texts are written as they are,
    but for ``xzd:``, ``xzp:`` and ``xz:`` names, which stand for a concept's label.
    """

    id: int
    iri: str
    kind: str
    fields: list[tuple[str, list[int], list[str]]]
    quotes: list[int]
    confidence: float
    reason: str = ""
    node: int | None = None
    edge: int | None = None
    year: str = ""

    def nodes(self, name: str) -> list[int]:
        """The nodes in a field."""
        return [node for field_, nodes, _ in self.fields if field_ == name for node in nodes]

    def texts(self, name: str) -> list[str]:
        """The texts and concepts in a field."""
        return [text for field_, _, texts in self.fields if field_ == name for text in texts]

    def all_nodes(self) -> list[int]:
        """The nodes in all fields."""
        return [node for _, nodes, _ in self.fields for node in nodes]


@dataclass(slots=True)
class Quote:
    """One article's statement of a fact: the words of a sentence that a rule matched."""

    sentence: int
    trigger: str
    rule: str
    confidence: float
    status: str = ""


@dataclass(slots=True)
class Sentence:
    """A quoted sentence in its context, with its offsets in the document."""

    prefix: str
    exact: str
    suffix: str
    start: int
    end: int
    article: int


@dataclass(slots=True)
class Article:
    """Where a sentence stands."""

    iri: str
    headline: str
    position: int
    authors: tuple[str, ...]
    file: str
    date: str
    url: str
    publisher: str


@dataclass(slots=True)
class ViewModel:
    """Everything that one page shows. Ids are positions in these lists.

    ``concepts`` has the Chinese and English names; ``note`` says, in both, what the page leaves
    out of the graph.
    """

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    concepts: dict[str, tuple[str, str]] = field(default_factory=dict)
    note: tuple[str, str] | None = None
