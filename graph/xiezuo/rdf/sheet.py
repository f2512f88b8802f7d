"""What the describers of places, facts and evidence write on, and the literals that they use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from xiezuo.model import Pair
from xiezuo.rdf.iris import Iris
from xiezuo.vocab import RDF, RDFS, XSD

_DEFAULT = DefaultGraph()


def zh(text: str) -> Literal:
    """A name or label in Chinese."""
    return Literal(text, language="zh")


@cache
def decimal(value: Decimal | float) -> Literal:
    """The canonical xsd:decimal, floats rounded to four places: 0.90 is "0.9", 1.0 is "1"."""
    number = round(Decimal(repr(value)), 4) if isinstance(value, float) else value
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return Literal("0" if text == "-0" else text, datatype=XSD.DECIMAL)


def integer(value: int) -> Literal:
    """An xsd:integer."""
    return Literal(str(value), datatype=XSD.INTEGER)


def boolean(value: bool) -> Literal:
    """An xsd:boolean."""
    return Literal("true" if value else "false", datatype=XSD.BOOLEAN)


@cache
def moment(value: str) -> Literal:
    """An ISO date at its own precision: xsd:gYear, xsd:gYearMonth or xsd:date.

    Raises:
        ValueError: no such date.
    """
    parts = value.split("-")
    date(*[int(part) for part in [*parts, "1", "1"][:3]])
    if value != "-".join(part.zfill(width) for part, width in zip(parts, (4, 2, 2), strict=False)):
        raise ValueError(f"not an ISO date: {value!r}")
    return Literal(value, datatype=(XSD.YEAR, XSD.YEAR_MONTH, XSD.DATE)[len(parts) - 1])


class Sheet:
    """Collects quads; knows what has been described, so that shared nodes are described once."""

    def __init__(self, iris: Iris, pairs: Iterable[Pair] = ()) -> None:
        self.iris = iris
        self._pairs = frozenset(pairs)
        self._quads: list[Quad] = []
        self._described: set[NamedNode] = set()

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        """Writes one statement."""
        self._quads.append(Quad(subject, predicate, value, _DEFAULT))

    def text(self, subject: NamedNode, predicate: NamedNode, value: str | None) -> None:
        """Writes words as the source has them, unless there are none."""
        if value:
            self.add(subject, predicate, Literal(value))

    def moment(self, subject: NamedNode, predicate: NamedNode, value: str | None) -> None:
        """Writes a date, unless there is none."""
        if value:
            self.add(subject, predicate, moment(value))

    def node(self, node: NamedNode, label: str, *types: NamedNode) -> None:
        """Writes the types and the label of a node."""
        for type_ in types:
            self.add(node, RDF.TYPE, type_)
        self.add(node, RDFS.LABEL, zh(label))

    def type(self, node: NamedNode, type_: NamedNode) -> None:
        """Writes the type of a node that needs no label."""
        self.add(node, RDF.TYPE, type_)

    def first_time(self, node: NamedNode) -> bool:
        """True once for each node: whoever gets True describes it."""
        if node in self._described:
            return False
        self._described.add(node)
        return True

    def has_partnership(self, pair: Pair | None) -> bool:
        """Whether the graph has a partnership of the pair, so that a link to it leads somewhere."""
        return pair in self._pairs

    def drain(self) -> list[Quad]:
        """What was written since the last call."""
        quads, self._quads = self._quads, []
        return quads
