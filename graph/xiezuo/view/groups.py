"""Bundles facts of which there are many of a kind: eight meetings of a pair become one node."""

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
    """Adds a group for each kind of which a pair, or a place, has many facts.

    Facts that hang on nothing, as figures of which no pair is told, are bundled as well.
    """
    members: dict[tuple[int, str], list[Node]] = defaultdict(list)
    for node in model.nodes:
        if node.kind in _NAMES:
            members[-1 if node.parent is None else node.parent, node.kind].append(node)
    for (parent, kind), nodes in sorted(members.items()):
        if len(nodes) <= MOST:
            continue
        chinese, english = _NAMES[kind]
        loose = parent < 0
        group = Node(
            len(model.nodes),
            f"{'' if loose else model.nodes[parent].iri}/{kind}",
            kind,
            f"{'其他' if loose else ''}{chinese} × {len(nodes)}",
            label_en=f"{'Other ' if loose else ''}{english} × {len(nodes)}",
            parent=None if loose else parent,
            group=True,
        )
        model.nodes.append(group)
        for node in nodes:
            node.parent = group.id
