"""Bundles the facts of a pair, where it has many of a kind: eight meetings become one node."""

from __future__ import annotations

from collections import defaultdict

from xiezuo.view.model import Node, ViewModel

MOST = 6
"""So many facts of a kind stand beside each other; more stand behind one node with their number."""

_NAMES = {
    "signing": ("签约", "Signings"),
    "meeting": ("会议", "Meetings"),
    "visit": ("考察", "Visits"),
    "agreement": ("协议", "Agreements"),
    "secondment": ("挂职选派", "Secondments"),
    "indicator": ("指标", "Indicators"),
}
"""The kinds that are bundled. Domains are not: a pair has at most one fact of each."""


def group_many(model: ViewModel) -> None:
    """Adds a group for each kind of which a pair, or a place, has many facts."""
    members: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node in model.nodes:
        if node.parent is not None and node.kind in _NAMES:
            members[node.parent, node.kind].append(node)
    for (parent, kind), nodes in sorted(members.items()):
        if len(nodes) <= MOST:
            continue
        chinese, english = _NAMES[kind]
        group = Node(
            len(model.nodes),
            f"{model.nodes[parent].iri}/{kind}",
            kind,
            f"{chinese} × {len(nodes)}",
            label_en=f"{english} × {len(nodes)}",
            parent=parent,
            group=True,
        )
        model.nodes.append(group)
        for node in nodes:
            node.parent = group.id
