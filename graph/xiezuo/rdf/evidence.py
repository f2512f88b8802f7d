"""Describes what articles say: assertions, and the sentences that they stand in."""

from __future__ import annotations

from pyoxigraph import NamedNode

from xiezuo.model import Assertion, Cooperation, Evidence, MergedFact, Status
from xiezuo.rdf.nodes import describe_concept
from xiezuo.rdf.sheet import Sheet, decimal, integer
from xiezuo.vocab import OA, XZ

STATUSES = {Status.PLANNED: XZ.PLANNED, Status.UNDERWAY: XZ.UNDERWAY}


def describe_assertions(sheet: Sheet, merged: MergedFact, fact: NamedNode) -> None:
    """The assertions of a fact, the surest first, and the fact's links to them."""
    sheet.add(fact, XZ.CONFIDENCE, decimal(merged.confidence))
    sheet.text(fact, XZ.REASON, merged.reason)
    for assertion in sorted(merged.assertions, key=lambda one: -one.evidence.confidence):
        node = sheet.iris.assertion(merged, assertion)
        if sheet.first_time(node):
            _describe_assertion(sheet, node, fact, assertion)


def _describe_assertion(
    sheet: Sheet, node: NamedNode, fact: NamedNode, assertion: Assertion
) -> None:
    evidence = assertion.evidence
    sheet.add(fact, XZ.EVIDENCE, node)
    sheet.node(node, evidence.trigger, XZ.ASSERTION, OA.ANNOTATION)
    sheet.add(node, OA.HAS_BODY, fact)
    sheet.add(node, OA.HAS_TARGET, _describe_sentence(sheet, evidence))
    sheet.add(node, XZ.STATED_IN, sheet.iris.article(evidence.document, evidence.article))
    sheet.add(node, XZ.CONFIDENCE, decimal(evidence.confidence))
    sheet.text(node, XZ.RULE, evidence.rule)
    sheet.text(node, XZ.TRIGGER, evidence.trigger)
    if isinstance(assertion.fact, Cooperation):
        sheet.text(node, XZ.PHRASE, assertion.fact.phrase)
        status = STATUSES[assertion.fact.status]
        sheet.add(node, XZ.STATUS, describe_concept(sheet, status))


def _describe_sentence(sheet: Sheet, evidence: Evidence) -> NamedNode:
    """The quoted sentence: by its words and by its place in the document."""
    node = sheet.iris.sentence(evidence.document, evidence.span)
    if not sheet.first_time(node):
        return node
    quote, position = sheet.iris.below(node, "quote"), sheet.iris.below(node, "position")
    sheet.node(node, evidence.exact, OA.SPECIFIC_RESOURCE)
    sheet.add(node, OA.HAS_SOURCE, sheet.iris.article(evidence.document, evidence.article))
    sheet.add(node, OA.HAS_SELECTOR, quote)
    sheet.add(node, OA.HAS_SELECTOR, position)
    sheet.type(quote, OA.TEXT_QUOTE_SELECTOR)
    sheet.text(quote, OA.EXACT, evidence.exact)
    sheet.text(quote, OA.PREFIX, evidence.prefix)
    sheet.text(quote, OA.SUFFIX, evidence.suffix)
    sheet.type(position, OA.TEXT_POSITION_SELECTOR)
    sheet.add(position, OA.START, integer(evidence.span.start))
    sheet.add(position, OA.END, integer(evidence.span.end))
    return node
