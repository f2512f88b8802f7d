"""The network that pyvis makes of a model: nodes with positions, edges, vis-network's options.

pyvis is used for what it is good at, the network and the library that draws it. Its page is
not: that loads from a CDN, and puts texts into HTML unescaped.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from pyvis.network import Network

from xiezuo.view.layout import Layout
from xiezuo.view.model import ViewModel

_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 10**9,
        "keyboard": {"enabled": False},
        "multiselect": False,
    },
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {
        "smooth": {"enabled": False},
        "chosen": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "arrowStrikethrough": False,
    },
}
"""No layout in the browser, straight edges: 1,000 nodes appear in half a second instead of 43."""


class _Ids(dict[int, None]):
    """The ids of a network's nodes, for pyvis, which looks for two of them at every edge.

    Its list makes adding edges quadratic in the number of nodes.
    """

    def append(self, node: int) -> None:
        """As of a list."""
        self[node] = None


def network(model: ViewModel, layout: Layout) -> Network:
    """The network of a model; positions of nodes that unfold are relative to their parent."""
    # directed: an undirected network compares each new edge with all before, and drops parallels.
    net = Network(directed=True)
    net.node_ids = _Ids()
    for node in model.nodes:
        x, y = layout.at.get(node.id) or layout.offset.get(node.id) or (0.0, 0.0)
        net.add_node(
            node.id,
            shape="custom",
            group=node.kind,
            x=round(x),
            y=round(y),
            **_labels(layout, node.id),
        )
    for edge in model.edges:
        arrows = "to" if edge.kind == "partnership" else ""
        net.add_edge(edge.source, edge.target, id=edge.id, group=edge.kind, arrows=arrows)
    net.set_options(json.dumps(OPTIONS))
    return net


def _labels(layout: Layout, node: int) -> dict[str, Any]:
    """The lines of a node's label and its size; in English too, where it has a name there.

    ``room`` is the width that the layout kept for the wider of the two.
    """
    chinese, english = layout.chinese[node], layout.english[node]
    labels = {"label": "\n".join(chinese.lines) or " ", "w": chinese.width, "h": chinese.height}
    if english is not None:
        labels |= {"room": layout.boxes[node].width}
        labels |= {"label_en": english.lines[0], "w_en": english.width}
    return labels


def network_data(net: Network) -> dict[str, Any]:
    """A network's nodes, edges and options, as vis-network takes them."""
    nodes, edges, _, _, _, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


@cache
def vis_script() -> str:
    """The text of vis-network (Apache-2.0 or MIT) that pyvis ships, without its source map."""
    text = files("pyvis").joinpath(_VIS).read_text(encoding="utf-8")
    return re.sub(r"\n//# sourceMappingURL=.*", "", text)
