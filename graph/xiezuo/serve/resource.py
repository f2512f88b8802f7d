"""Every resource's page: what is said of it, in which facts it takes part, and who says so."""

from __future__ import annotations

from urllib.parse import quote

import pyoxigraph as ox

from xiezuo.query.bind import bind, with_prefixes
from xiezuo.query.evidence import COLUMNS, with_evidence
from xiezuo.query.select import lexical, select
from xiezuo.serve import negotiate
from xiezuo.serve.desk import Desk
from xiezuo.serve.markup import Content, Markup, element, joined, link, page, table
from xiezuo.serve.messages import Job, Refused, Reply
from xiezuo.serve.names import address, linked, resource_iris, term_label
from xiezuo.serve.questions import chosen_format
from xiezuo.serve.results import graph, not_acceptable
from xiezuo.store import Rows, Term, Triples
from xiezuo.vocab import RDF, RDFS, SHORTCUTS, XZ

_IN_URIS = "%:/?#[]@!$&'()*+,;=~"

MOST = 500
"""Links to a resource that are listed."""

_Row = dict[str, Term]

_OFFERS = (*negotiate.GRAPHS, negotiate.HTML)
_LABELLED = """OPTIONAL { ?other rdfs:label ?name FILTER(LANG(?name) = "zh") }
  OPTIONAL { ?other skos:prefLabel ?concept FILTER(LANG(?concept) = "zh") }"""
_SHORT = ", ".join(sorted(map(str, SHORTCUTS)))
_SAYS = f"""
SELECT ?property ?other ?name ?concept {{
  ?_this ?property ?other FILTER(?property NOT IN ({_SHORT})) {_LABELLED}
}}
"""
_TOLD = f"""
SELECT ?property ?other ?name ?concept ?fact {{
  ?other ?property ?_this
  FILTER(?property NOT IN (oa:hasBody, oa:hasTarget, oa:hasSource, oa:hasSelector, {_SHORT}))
  {_LABELLED}
  BIND(IF(EXISTS {{ ?other xz:evidence ?any }}, ?other, ?none) AS ?fact)
}} LIMIT {MOST + 1}
"""
_EVIDENCE = """
SELECT ?assertion ?confidence ?rule ?trigger ?prefix ?exact ?suffix ?article ?headline ?file ?date
       ?url
{
  ?_this xz:evidence ?assertion .
  ?assertion xz:confidence ?confidence ; oa:hasTarget ?sentence .
  ?sentence oa:hasSource ?article ; oa:hasSelector ?quote .
  ?quote oa:exact ?exact .
  ?article schema:isPartOf ?document .
  OPTIONAL { ?quote oa:prefix ?prefix } OPTIONAL { ?quote oa:suffix ?suffix }
  OPTIONAL { ?assertion xz:rule ?rule } OPTIONAL { ?assertion xz:trigger ?trigger }
  OPTIONAL { ?article schema:headline ?headline } OPTIONAL { ?document xz:fileName ?file }
  OPTIONAL { ?article schema:datePublished ?date } OPTIONAL { ?document schema:url ?url }
} ORDER BY DESC(?confidence) ?date ?assertion
"""
_TRIPLES = """
CONSTRUCT { ?s ?p ?o } WHERE {
  { BIND(?_this AS ?s) ?s ?p ?o }
  UNION { ?s ?p ?_this BIND(?_this AS ?o) FILTER(?p NOT IN (oa:hasSource)) }
  UNION { ?_this xz:evidence/(oa:hasTarget/oa:hasSelector?)? ?s . ?s ?p ?o }
  UNION { ?_this ?link ?s . ?s rdfs:label ?o BIND(rdfs:label AS ?p) }
}
"""


def describe_resource(desk: Desk, job: Job) -> Reply:
    """A resource by its path below ``/id/`` or by ``?iri=``: a page, or its triples.

    Raises:
        Refused: 404, the graph says nothing of it.
    """
    chosen = chosen_format(job, _OFFERS)
    if chosen is None:
        return not_acceptable(_OFFERS)
    wanted = resource_iris(desk, job.path) if job.path else [job.value("iri")]
    iri = next((one for one in wanted if _known(desk, one)), None)
    if iri is None:
        raise Refused(404, f"the graph says nothing of {wanted[0]}")
    node = ox.NamedNode(iri)
    if chosen == negotiate.HTML:
        reply = _page(desk, node)
    else:
        answer = desk.store.query(bind(with_prefixes(_TRIPLES), {"_this": node}))
        assert isinstance(answer, Triples)
        reply = graph(sorted(set(answer.triples), key=str), chosen)
    return reply.having(Link=f'<{quote(iri, safe=_IN_URIS)}>; rel="describes"')


def _known(desk: Desk, iri: str) -> bool:
    try:
        node = ox.NamedNode(iri)
    except ValueError:
        return False
    return desk.store.query(f"ASK {{ {{ {node} ?p ?o }} UNION {{ ?s ?p {node} }} }}") is True


def _page(desk: Desk, node: ox.NamedNode) -> Reply:
    said = select(desk.store, _SAYS, {"_this": node})
    told = select(desk.store, _TOLD, {"_this": node})
    title = next((lexical(row["other"]) for row in said if row["property"] == RDFS.LABEL), "")
    facts = sorted(
        {str(fact.value) for row in told if isinstance(fact := row.get("fact"), ox.NamedNode)}
    )
    quotes = select(desk.store, _EVIDENCE, {"_this": node})
    parts: list[Content] = [element("p", element("code", node.value), *_formats(desk, node))]
    if said:
        parts.append(table(["", ""], _properties(desk, said)))
    if quotes:
        parts += [element("h2", "依据 Evidence"), *(_quote(desk, row) for row in quotes)]
    if told:
        parts += [element("h2", "相关 Related"), _related(desk, told, facts)]
    if len(told) > MOST:
        parts.append(element("p", f"只列出前 {MOST} 项 (only the first {MOST} are listed)"))
    return page(title or term_label(node.value), *parts)


def _formats(desk: Desk, node: ox.NamedNode) -> list[Markup]:
    here = address(desk, node.value)
    mark = "&" if "?" in here else "?"
    names = ("ttl", "nt", "rdf", "jsonld")
    found = [joined(" · ", link(name, f"{here}{mark}format={name}")) for name in names]
    if "/place/" in node.value:
        code = node.value.rpartition("/")[2]
        found.append(joined(" · ", link("图谱 graph", f"/view?around={code}")))
    return found


def _properties(desk: Desk, said: list[_Row]) -> list[list[Content]]:
    """A row for each property but the label and the evidence, which have places of their own."""
    found: dict[str, list[Content]] = {}
    for row in sorted(said, key=lambda row: (str(row["property"]), str(row["other"]))):
        if row["property"] not in (RDFS.LABEL, XZ.EVIDENCE):
            name = "类型" if row["property"] == RDF.TYPE else term_label(lexical(row["property"]))
            found.setdefault(name, []).append(_value(desk, row))
    return [[name, joined(*_separated(values))] for name, values in found.items()]


def _separated(values: list[Content]) -> list[Content]:
    return [piece for value in dict.fromkeys(values) for piece in (value, "；")][:-1]


def _value(desk: Desk, row: _Row) -> Content:
    label = lexical(row.get("name")) or lexical(row.get("concept"))
    if row["property"] == RDF.TYPE:
        label = term_label(lexical(row["other"]))
    return linked(desk, row["other"], label)


def _related(desk: Desk, told: list[_Row], facts: list[str]) -> Markup:
    """What points here, by property; a fact with its surest sentence."""
    answer = with_evidence(desk.store, Rows(("fact",), tuple((ox.NamedNode(f),) for f in facts)))
    sentences = {row[-1]: dict(zip(COLUMNS, map(lexical, row[:-1]), strict=True)) for row in answer}
    rows: list[list[Content]] = []
    for row in sorted(told[:MOST], key=lambda row: (str(row["property"]), str(row["other"]))):
        found = sentences.get(row["other"], {})
        source = " ".join(filter(None, (found.get("article"), found.get("published"))))
        name = term_label(lexical(row["property"]))
        rows.append([name, _value(desk, row), found.get("sentence"), source])
    return element("div", table(["", "", "原句 sentence", "出处 source"], rows), class_="wide")


def _quote(desk: Desk, row: _Row) -> Markup:
    """A statement: the sentence with its trigger marked, between what stands around it."""
    text = {name: lexical(term) for name, term in row.items()}
    exact, trigger = text["exact"], text.get("trigger", "")
    before, found, after = exact.partition(trigger) if trigger else (exact, "", "")
    sentence = element(
        "blockquote",
        element("span", text.get("prefix"), class_="around"),
        before,
        element("mark", found) if found else None,
        after,
        element("span", text.get("suffix"), class_="around"),
    )
    source: list[Content] = [
        linked(desk, row["article"], text.get("headline") or text.get("file", ""))
    ]
    if url := text.get("url"):
        source += [" · ", link("原文", url)]
    details = (text.get("date"), text.get("file"), text.get("rule"), f"置信度 {text['confidence']}")
    source += [" · " + one for one in details if one]
    return element("figure", sentence, element("figcaption", *source))
