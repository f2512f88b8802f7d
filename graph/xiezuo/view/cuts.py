"""Cuts a model to what is asked for: around a place, since a year, of a domain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from xiezuo.errors import UnknownPlace, UsageError
from xiezuo.view.model import Edge, Fact, Node, ViewModel


@dataclass(frozen=True, slots=True)
class Cut:
    """What to show of a graph; all that is given must hold.

    ``around`` is a place's name, full name, other name or code: what concerns it, or places
    within it. ``since`` is a year or ISO date, compared as far as a fact's year is known.
    ``domain`` is a concept's id ("agriculture") or name in either language.
    """

    around: str | None = None
    since: str | None = None
    domain: str | None = None


def cut(model: ViewModel, what: Cut) -> ViewModel:
    """The part of a model that a cut leaves.

    Raises:
        UnknownPlace: no place of the model has the name or code.
        UsageError: the date or the domain is none, or no cooperation of the model has the domain.
    """
    tests: list[Callable[[Fact], bool]] = []
    if what.around is not None:
        near = _near(model, _places(model, what.around))
        tests.append(lambda fact: fact.id in near)
    if what.since is not None:
        year = what.since[:4]
        if not year.isdigit() or len(year) != 4:
            raise UsageError(f"not a year or date: {what.since!r}; write 2021 or 2021-05-01")
        tests.append(lambda fact: fact.year >= year)
    if what.domain is not None:
        concept = _domain(model, what.domain)
        tests.append(lambda fact: concept in fact.texts("xz:domain"))
    left = select(model, [fact for fact in model.facts if all(test(fact) for test in tests)])
    left.note = _note(what, len(left.facts), len(model.facts))
    return left


def _note(what: Cut, left: int, all_: int) -> tuple[str, str]:
    chinese = [
        f"“{what.around}”周围" if what.around else "",
        f"{what.since}年以来" if what.since else "",
        f"“{what.domain}”领域" if what.domain else "",
    ]
    english = [
        f"around {what.around}" if what.around else "",
        f"since {what.since}" if what.since else "",
        f"in the domain {what.domain}" if what.domain else "",
    ]
    return (
        f"只显示{'、'.join(filter(None, chinese))}的部分：全图{all_}条事实中的{left}条。",
        f"Only what is {', '.join(filter(None, english))}: {left} of the graph's {all_} facts.",
    )


def _places(model: ViewModel, name: str) -> set[int]:
    """The places of a name or code, and those within them."""
    named = [node for node in model.nodes if node.is_place]
    found = {
        node.id
        for node in named
        if name in (node.label, node.full, *node.alt) or node.iri.rsplit("/", 1)[-1] == name
    }
    if not found:
        near = [node.full for node in named if name[:2] in node.full]
        raise UnknownPlace(name, near[:5])
    for node in named:  # a place may come before the one that it lies in
        at = node.within
        while at is not None:
            if at in found:
                found.add(node.id)
            at = model.nodes[at].within
    return found


def _near(model: ViewModel, places: Collection[int]) -> set[int]:
    """The facts that name one of some places, and all facts of those partnerships."""
    pairs = {
        fact.node
        for fact in model.facts
        if fact.kind == "partnership" and any(node in places for node in fact.all_nodes())
    }
    return {
        fact.id
        for fact in model.facts
        if any(node in places or node in pairs for node in fact.all_nodes())
        or (fact.kind == "partnership" and fact.node in pairs)
    }


def _domain(model: ViewModel, name: str) -> str:
    for concept, labels in model.concepts.items():
        if concept.startswith("xzd:") and name in (concept, concept[4:], *labels):
            return concept
    known = sorted(label[0] for concept, label in model.concepts.items() if concept[:4] == "xzd:")
    raise UsageError(
        f"no cooperation in the domain {name!r}; there is {'、'.join(known) or 'none'}"
    )


def select(model: ViewModel, facts: Iterable[Fact]) -> ViewModel:
    """A model of some facts: with the partnerships that they belong to and all that they name."""
    chosen = {fact.id: fact for fact in facts}
    own = {fact.node: fact for fact in model.facts if fact.kind == "partnership"}
    for fact in list(chosen.values()):
        for node in fact.nodes("xz:partnership"):
            chosen[own[node].id] = own[node]
    kept = [chosen[id_] for id_ in sorted(chosen)]
    nodes: set[int] = set()
    for fact in kept:
        nodes.update(fact.all_nodes())
        if fact.node is not None:
            nodes.add(fact.node)
    for node in list(nodes):
        parent = model.nodes[node].parent
        while parent is not None:
            nodes.add(parent)
            parent = model.nodes[parent].parent
    edges = [
        edge
        for edge in model.edges
        if not chosen.keys().isdisjoint(edge.facts) and {edge.source, edge.target} <= nodes
    ]
    return _renumber(model, kept, sorted(nodes), edges)


def _renumber(
    model: ViewModel, facts: list[Fact], nodes: list[int], edges: list[Edge]
) -> ViewModel:
    """The chosen parts as a model of their own, in the same order."""
    node_ids = {old: new for new, old in enumerate(nodes)}
    edge_ids = {edge.id: new for new, edge in enumerate(edges)}
    fact_ids = {fact.id: new for new, fact in enumerate(facts)}
    quotes = sorted({quote for fact in facts for quote in fact.quotes})
    quote_ids = {old: new for new, old in enumerate(quotes)}
    sentences = sorted({model.quotes[quote].sentence for quote in quotes})
    sentence_ids = {old: new for new, old in enumerate(sentences)}
    articles = sorted({model.sentences[sentence].article for sentence in sentences})
    article_ids = {old: new for new, old in enumerate(articles)}
    return ViewModel(
        nodes=[_moved(model.nodes[old], node_ids, edge_ids) for old in nodes],
        edges=[
            Edge(
                edge_ids[edge.id],
                node_ids[edge.source],
                node_ids[edge.target],
                edge.kind,
                [fact_ids[fact] for fact in edge.facts if fact in fact_ids],
                edge.count,
            )
            for edge in edges
        ],
        facts=[
            replace(
                fact,
                id=fact_ids[fact.id],
                fields=[
                    (name, [node_ids[n] for n in ns], texts) for name, ns, texts in fact.fields
                ],
                quotes=[quote_ids[quote] for quote in fact.quotes],
                node=None if fact.node is None else node_ids[fact.node],
                edge=None if fact.edge is None else edge_ids[fact.edge],
            )
            for fact in facts
        ],
        quotes=[
            replace(model.quotes[old], sentence=sentence_ids[model.quotes[old].sentence])
            for old in quotes
        ],
        sentences=[
            replace(model.sentences[old], article=article_ids[model.sentences[old].article])
            for old in sentences
        ],
        articles=[model.articles[old] for old in articles],
        concepts=model.concepts,
    )


def _moved(node: Node, nodes: dict[int, int], edges: dict[int, int]) -> Node:
    return replace(
        node,
        id=nodes[node.id],
        parent=None if node.parent is None else nodes[node.parent],
        edge=None if node.edge is None else edges[node.edge],
        within=None if node.within is None else nodes.get(node.within),
    )
