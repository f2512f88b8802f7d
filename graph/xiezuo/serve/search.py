"""Search: things by their names, and sentences by their words."""

from __future__ import annotations

import json

from pyoxigraph import Literal

from xiezuo.query.select import lexical, select
from xiezuo.serve import negotiate
from xiezuo.serve.desk import Desk
from xiezuo.serve.markup import Content, element, page, table
from xiezuo.serve.messages import Job, Reply
from xiezuo.serve.names import linked, term_label
from xiezuo.serve.questions import chosen_format
from xiezuo.store import Term

MOST = 100
"""Hits of each sort."""

_NAMED = f"""
SELECT DISTINCT ?node ?label ?kind (STRLEN(STR(?label)) AS ?length) WHERE {{
  {{ ?node rdfs:label ?label FILTER(CONTAINS(STR(?label), ?_text)) }}
  UNION {{ ?node skos:altLabel ?alternative ; rdfs:label ?label
           FILTER(STR(?alternative) = ?_text) }}
  ?node a ?kind
  FILTER(?kind IN (xz:Place, schema:Person, schema:Organization, xz:Partnership, xz:Cooperation,
    xz:SigningCeremony, xz:Meeting, xz:Visit, xz:Agreement, xz:Secondment, xz:Appointment,
    xz:Indicator, schema:NewsArticle))
}} ORDER BY ?length ?label ?node LIMIT {MOST}
"""
_SENTENCES = f"""
SELECT DISTINCT ?node ?label ?article ?headline WHERE {{
  ?node oa:hasSelector ?quote ; oa:hasSource ?article .
  ?quote oa:exact ?label FILTER(CONTAINS(?label, ?_text))
  OPTIONAL {{ ?article schema:headline ?headline }}
}} ORDER BY ?node LIMIT {MOST}
"""

Hits = list[dict[str, Term]]


def search(desk: Desk, job: Job) -> Reply:
    """What has ``?q=`` in its name or its words, as a page or in JSON."""
    text = job.value("q")
    values = {"_text": Literal(text)}
    named = select(desk.store, _NAMED, values) if text else []
    sentences = select(desk.store, _SENTENCES, values) if text else []
    if chosen_format(job, (negotiate.JSON, negotiate.HTML)) == negotiate.HTML:
        return page(f"搜索：{text}", *_shown(desk, named, sentences))
    found = {
        "q": text,
        "named": [_in_json(hit, node="iri", label="label", kind="type") for hit in named],
        "sentences": [
            _in_json(hit, node="iri", label="sentence", article="article") for hit in sentences
        ],
    }
    return Reply(json.dumps(found, ensure_ascii=False, indent=1).encode(), "application/json")


def _in_json(hit: dict[str, Term], **names: str) -> dict[str, str]:
    return {name: lexical(hit[variable]) for variable, name in names.items()}


def _shown(desk: Desk, named: Hits, sentences: Hits) -> list[Content]:
    things: list[list[Content]] = [
        [term_label(lexical(hit["kind"])), linked(desk, hit["node"], lexical(hit["label"]))]
        for hit in named
    ]
    quotes: list[list[Content]] = [
        [
            linked(desk, hit["node"], lexical(hit["label"])),
            linked(desk, hit["article"], lexical(hit.get("headline"))),
        ]
        for hit in sentences
    ]
    if not things and not quotes:
        return [element("p", "没有找到。Nothing found.")]
    return [
        table(["", "名称 name"], things) if things else None,
        element("h2", "原句 Sentences") if quotes else None,
        table(["原句 sentence", "报道 article"], quotes) if quotes else None,
    ]
