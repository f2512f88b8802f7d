"""Facts → quads: the data model in RDF, and Turtle that people can read and compare."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad

from xiezuo.model import Partnership, Resolution
from xiezuo.rdf.facts import describe_fact
from xiezuo.rdf.iris import Iris
from xiezuo.rdf.nodes import describe_article
from xiezuo.rdf.sheet import Sheet
from xiezuo.rdf.shortcuts import (
    describe_contradictions,
    describe_last_reports,
    describe_least_sure,
)
from xiezuo.rdf.turtle import write_turtle
from xiezuo.vocab import BASE

__all__ = ["to_quads", "write_turtle"]


def to_quads(resolution: Resolution, base: str = BASE) -> Iterator[Quad]:
    """The quads of everything that a build found, all in the default graph.

    Every article is described, also those that are not about cooperation; every fact has its
    evidence; no node is blank; the order depends on the resolution only.

    Args:
        resolution: what :func:`xiezuo.resolve.resolve` returned.
        base: below which the IRIs of resources lie; an absolute IRI that ends in a slash.

    Raises:
        UsageError: the base cannot be one.
    """
    facts = (merged.fact for merged in resolution.facts)
    pairs = (fact.pair for fact in facts if isinstance(fact, Partnership))
    sheet = Sheet(Iris(base), pairs)
    for record in resolution.articles:
        describe_article(sheet, record)
        yield from sheet.drain()
    for merged in resolution.facts:
        describe_fact(sheet, merged)
        yield from sheet.drain()
    describe_contradictions(sheet, resolution)
    describe_last_reports(sheet, resolution)
    describe_least_sure(sheet, resolution)
    yield from sheet.drain()
