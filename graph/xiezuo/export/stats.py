"""Figures of a whole graph: how much is in it, who stands in its middle, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import networkx as nx
from pyoxigraph import Quad

from xiezuo.export.records import CLASSES, FACTS, Records
from xiezuo.export.tables import Table

_UNCOUNTED = {"sentences", "quotes", "positions", "statuses", "secondment_kinds", "concepts"}

Row = tuple[str | int | float, ...]


def stats(quads: Iterable[Quad]) -> dict[str, Table]:
    """Tables of figures, by name; :data:`STATISTICS` says what there is.

    Args:
        quads: the graph in the form of the data model.
    """
    records = Records(quads)
    return {name: make(records) for name, make in STATISTICS.items()}


def _table(columns: Sequence[str], rows: Iterable[Row]) -> Table:
    """Numbers as text; shares and centralities with three places."""
    text = (
        tuple(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row)
        for row in rows
    )
    return Table(tuple(columns), tuple(text))


def _counts(records: Records) -> Table:
    """How many nodes of each kind there are."""
    kinds = ((name, len(records.of_kind(kind))) for kind, name in CLASSES.items())
    return _table(("kind", "count"), (row for row in kinds if row[1] and row[0] not in _UNCOUNTED))


def support_graph(records: Records) -> nx.DiGraph[str]:
    """Who supports whom: an edge for each partnership, from IRI to IRI."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for fact in records.of_kind("xz:Partnership"):
        for supporter in records.links(fact, "xz:supporter"):
            for recipient in records.links(fact, "xz:recipient"):
                graph.add_edge(supporter, recipient)
    return graph


def _centrality(records: Records) -> Table:
    """Places by their partnerships: on each side, the share of all places, and betweenness."""
    graph = support_graph(records)
    between = nx.betweenness_centrality(graph.to_undirected())
    degree = nx.degree_centrality(graph) if len(graph) > 1 else dict.fromkeys(graph, 0.0)
    ranked = sorted(graph, key=lambda iri: (-between[iri], -degree[iri], records.label(iri)))
    rows = (
        (
            records.label(iri),
            graph.out_degree(iri),
            graph.in_degree(iri),
            float(degree[iri]),
            float(between[iri]),
        )
        for iri in ranked
    )
    return _table(("place", "supports", "supported_by", "degree", "betweenness"), rows)


def _components(records: Records) -> Table:
    """The groups of places that partnerships hold together, the largest first."""
    groups = [
        sorted(map(records.label, group))
        for group in nx.weakly_connected_components(support_graph(records))
    ]
    groups.sort(key=lambda group: (-len(group), group))
    rows = ((number, len(group), "；".join(group)) for number, group in enumerate(groups, 1))
    return _table(("component", "places", "members"), rows)


def _domains(records: Records) -> Table:
    """For each pair the domains of its cooperation, and how many statements there are of them."""
    by_pair: dict[str, list[str]] = {}
    for fact in records.of_kind("xz:Cooperation"):
        for pair in records.links(fact, "xz:partnership"):
            by_pair.setdefault(pair, []).append(fact)
    rows = [
        (
            _sides(records, pair)[0],
            _sides(records, pair)[1],
            len(facts),
            sum(len(records.evidence(fact)) for fact in facts),
            "；".join(sorted({_domain(records, fact) for fact in facts})),
        )
        for pair, facts in by_pair.items()
    ]
    rows.sort(key=lambda row: (-row[2], -row[3], row[0], row[1]))
    return _table(("supporter", "recipient", "domains", "statements", "names"), rows)


def _domain(records: Records, fact: str) -> str:
    return "、".join(map(records.label, records.links(fact, "xz:domain")))


def _sides(records: Records, pair: str) -> tuple[str, str]:
    supporter, recipient = (
        "；".join(map(records.label, records.links(pair, side)))
        for side in ("xz:supporter", "xz:recipient")
    )
    return supporter, recipient


def _silent(records: Records) -> Table:
    """Pairs without a report in the year before the latest of all, and not said to have ended."""
    days = {
        pair: records.text(pair, "xz:lastReported") for pair in records.of_kind("xz:Partnership")
    }
    newest = max(days.values(), default="")
    before = f"{int(newest[:4]) - 1}{newest[4:]}" if newest else ""
    rows = [
        (*_sides(records, pair), day)
        for pair, day in days.items()
        if day and day < before and not _ended(records, pair)
    ]
    return _table(("supporter", "recipient", "last_reported"), sorted(rows, key=lambda row: row[2]))


def _ended(records: Records, pair: str) -> bool:
    return any(records.text(term, "xz:ended") for term in records.links(pair, "xz:term"))


def _sources(records: Records) -> Table:
    """For each kind of fact, how many only one document states."""
    rows: list[Row] = []
    for kind in FACTS:
        facts = records.of_kind(kind)
        single = sum(records.text(fact, "xz:documents") == "1" for fact in facts)
        if facts:
            rows.append((CLASSES[kind], len(facts), single, single / len(facts)))
    return _table(("kind", "facts", "single_source", "share"), rows)


STATISTICS: dict[str, Callable[[Records], Table]] = {
    "counts": _counts,
    "centrality": _centrality,
    "components": _components,
    "domains": _domains,
    "silent": _silent,
    "sources": _sources,
}
"""Nodes by kind; places by centrality; groups of places; domains by pair; pairs without recent
news; facts of a single document."""
