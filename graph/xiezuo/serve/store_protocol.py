"""The reading half of the SPARQL 1.1 Graph Store HTTP Protocol: GET and HEAD."""

from __future__ import annotations

import pyoxigraph as ox

from xiezuo.serve import negotiate
from xiezuo.serve.desk import Desk
from xiezuo.serve.messages import Job, Reply, refusal
from xiezuo.serve.results import graph, not_acceptable

ENDPOINT = "/graph-store"
"""Where the protocol is offered."""


def answer_graph(desk: Desk, job: Job) -> Reply:
    """A whole graph: ``?default``, ``?graph=IRI``, or the graph that has the request's own IRI.

    It is never cut: half a graph would pass for the whole one.
    """
    graphs = job.values("graph")
    chosen = negotiate.choose(job.accept, negotiate.GRAPHS)
    if len(graphs) + ("default" in job.parameters) + bool(job.path) != 1:
        return refusal(400, "say one graph: ?default, ?graph=IRI, or its own address")
    if chosen is None:
        return not_acceptable(negotiate.GRAPHS)
    name: ox.NamedNode | ox.DefaultGraph = ox.DefaultGraph()
    if graphs or job.path:
        iri = graphs[0] if graphs else f"{job.site}{ENDPOINT}/{job.path}"
        try:
            name = ox.NamedNode(iri)
        except ValueError as error:
            return refusal(400, f"no absolute IRI: {iri} ({error})")
        if not desk.graphs.contains_named_graph(name):
            return refusal(404, f"there is no graph {iri}")
    quads = desk.graphs.quads_for_pattern(None, None, None, name)
    return graph((quad.triple for quad in quads), chosen)
