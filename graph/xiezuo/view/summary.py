"""The summary of a graph that is too large for one picture: provinces instead of places."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from xiezuo.view.model import Edge, Fact, Node, ViewModel

MOST_PLACES = 2_000
MOST_PAIRS = 5_000
MOST_FACTS = 20_000
"""Up to here a page opens and moves at once; above it shows the summary."""

_EXAMPLES = 20  # pairs that a line of the summary names
_SENTENCES = 3  # and sentences that it quotes


def too_large(model: ViewModel) -> bool:
    """Whether a model is more than one picture can show."""
    places = sum(node.is_place for node in model.nodes)
    pairs = sum(edge.kind == "partnership" for edge in model.edges)
    return places > MOST_PLACES or pairs > MOST_PAIRS or len(model.facts) > MOST_FACTS


def summary(model: ViewModel) -> ViewModel:
    """Provinces with the partnerships between them: how many, in which domains, for example."""
    result = ViewModel(concepts=model.concepts)
    provinces: dict[str, int] = {}
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in model.facts:
        if fact.kind == "partnership" and fact.edge is not None:
            edge = model.edges[fact.edge]
            ends = (model.nodes[edge.source], model.nodes[edge.target])
            groups[ends[0].province or ends[0].label, ends[1].province or ends[1].label].append(
                fact
            )
    for name in sorted({end for pair in groups for end in pair}):
        provinces[name] = len(result.nodes)
        result.nodes.append(Node(provinces[name], f"summary/{name}", "place", name))
        result.nodes[-1].level, result.nodes[-1].province = "province", name
    domains = _domains(model)
    balance: Counter[int] = Counter()
    for (east, west), facts in sorted(groups.items()):
        source, target = provinces[east], provinces[west]
        balance[source] += len(facts)
        balance[target] -= len(facts)
        _line(result, model, (source, target), facts, domains)
    for node, sum_ in balance.items():
        result.nodes[node].kind = "supporter" if sum_ > 0 else "recipient"
    result.note = _note(model)
    return result


def _domains(model: ViewModel) -> dict[int, Counter[str]]:
    """How often each domain occurs in each pair, by the pair's node."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for fact in model.facts:
        if fact.kind == "domain":
            for pair in fact.nodes("xz:partnership"):
                found[pair].update(fact.texts("xz:domain"))
    return found


def _line(
    result: ViewModel,
    model: ViewModel,
    ends: tuple[int, int],
    facts: list[Fact],
    domains: dict[int, Counter[str]],
) -> None:
    """One line between two provinces, with the fact that sums it up."""
    edge = Edge(len(result.edges), *ends, "partnership", [len(result.facts)], count=len(facts))
    label = f"{result.nodes[ends[0]].label} → {result.nodes[ends[1]].label}"
    pair = Node(len(result.nodes), f"summary/{label}", "pair", label, edge=edge.id)
    counts: Counter[str] = Counter()
    for fact in facts:
        counts.update(domains.get(fact.node if fact.node is not None else -1, Counter()))
    programmes = Counter(text for fact in facts for text in fact.texts("xz:programme"))
    names = [model.nodes[fact.node].label for fact in facts if fact.node is not None]
    best = sorted(facts, key=lambda fact: (-fact.confidence, fact.iri))[:_SENTENCES]
    result.edges.append(edge)
    result.nodes.append(pair)
    result.facts.append(
        Fact(
            id=len(result.facts),
            iri=pair.iri,
            kind="partnership",
            fields=_filled(
                ("xz:supporter", [ends[0]], []),
                ("xz:recipient", [ends[1]], []),
                ("xz:programme", [], [name for name, _ in programmes.most_common()]),
                ("pairs", [], [str(len(facts))]),
                ("xz:domain", [], [name for name, _ in counts.most_common()]),
                ("examples", [], names[:_EXAMPLES]),
            ),
            quotes=[_quote(result, model, fact) for fact in best if fact.quotes],
            confidence=max(fact.confidence for fact in facts),
            node=pair.id,
            edge=edge.id,
        )
    )


def _filled(*fields: tuple[str, list[int], list[str]]) -> list[tuple[str, list[int], list[str]]]:
    return [field for field in fields if field[1] or field[2]]


def _quote(result: ViewModel, model: ViewModel, fact: Fact) -> int:
    """The first sentence of a fact, copied."""
    quote = model.quotes[fact.quotes[0]]
    sentence = model.sentences[quote.sentence]
    result.articles.append(model.articles[sentence.article])
    result.sentences.append(replace(sentence, article=len(result.articles) - 1))
    result.quotes.append(replace(quote, sentence=len(result.sentences) - 1))
    return len(result.quotes) - 1


def _note(model: ViewModel) -> tuple[str, str]:
    places = sum(node.is_place for node in model.nodes)
    pairs = sum(edge.kind == "partnership" for edge in model.edges)
    facts = len(model.facts)
    return (
        f"图谱有{places}个地区、{pairs}对结对、{facts}条事实，一页无法看清，这里按省级汇总；"
        "未显示各地区和各条事实。可用 xiezuo view --around 地名、--since 年份、--domain 领域 "
        "截取要看的部分。",
        f"The graph has {places} places, {pairs} pairs and {facts} facts, more than one page can "
        "show: this is a summary by province, without the single places and facts. Cut the graph "
        "with xiezuo view --around PLACE, --since YEAR or --domain DOMAIN.",
    )
