"""The first page, and the picture of the graph."""

from __future__ import annotations

from xiezuo.query.select import lexical, select
from xiezuo.serve.desk import Desk
from xiezuo.serve.markup import Content, element, link, page, table
from xiezuo.serve.messages import HTML, Job, Reply
from xiezuo.serve.names import term_label
from xiezuo.serve.plain import box
from xiezuo.view import Cut, render

_COUNTS = """
SELECT ?kind (COUNT(?node) AS ?n) WHERE {
  VALUES ?kind { xz:Document schema:NewsArticle xz:Place schema:Person schema:Organization
    xz:Partnership xz:Cooperation xz:SigningCeremony xz:Meeting xz:Visit xz:Agreement
    xz:Secondment xz:Appointment xz:Indicator xz:Assertion }
  ?node a ?kind
} GROUP BY ?kind
"""

_WAYS = (
    ("/questions", "问题", "常问的问题，填上地名即可。Questions: fill in a place."),
    ("/view", "图谱", "画出的图谱，可筛选、可搜索。The graph as a picture."),
    ("/sparql", "SPARQL", "查询编辑器，也是 SPARQL 1.1 端点。The query editor, and the endpoint."),
    ("/graph-store?default", "全部数据", "Turtle、N-Triples、JSON-LD。All data."),
)

_VIEW_POLICY = "frame-ancestors 'none'"
"""The picture's page brings a policy of its own, with the digests of its scripts."""


def home(desk: Desk, _job: Job) -> Reply:
    """What there is, and the ways in."""
    counts = {lexical(row["kind"]): lexical(row["n"]) for row in select(desk.store, _COUNTS)}
    rows: list[list[Content]] = [[term_label(kind), n] for kind, n in sorted(counts.items())]
    ways = [
        element("li", link(name, address), " ", element("span", text))
        for address, name, text in _WAYS
    ]
    about = "从东西部协作报道中提取的知识图谱：每条关系都附有原句和出处。"
    english = "Relations read from news on East–West cooperation, each with its sentence."
    return page(
        "协作图谱",
        element("p", about),
        element("p", english, lang="en"),
        box(),
        element("ul", *ways),
        table(["", ""], rows),
    )


def view(desk: Desk, job: Job) -> Reply:
    """The picture of the graph: all of it, or what ``?around=``, ``?since=``, ``?domain=`` say.

    Raises:
        UsageError: no place, date or domain of the graph is meant.
    """
    parts = (job.value(name) or None for name in ("around", "since", "domain"))
    what = Cut(*parts)
    body = render(desk.store.quads(), what=None if what == Cut() else what)
    return Reply(body.encode(), HTML).having(Content_Security_Policy=_VIEW_POLICY)
