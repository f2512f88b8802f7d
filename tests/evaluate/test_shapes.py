"""Each shape finds what it is there for: one thing at a time is made wrong in a sound graph."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from tests.world import MANY, articles

from xiezuo.evaluate.shapes import Conformance, validate
from xiezuo.rdf import to_quads
from xiezuo.resolve import resolve
from xiezuo.vocab import BASE, OA, RDF, RDFS, SCHEMA, WDT, XSD, XZ, curie

PAIR = f"{BASE}partnership/330281-513431"


@pytest.fixture(scope="module")
def sound():
    return list(to_quads(resolve(articles(MANY))))


def decimal(text):
    return Literal(text, datatype=XSD.DECIMAL)


def integer(text):
    return Literal(text, datatype=XSD.INTEGER)


def test_a_sound_graph_conforms(sound):
    outcome = validate(sound)
    assert outcome == Conformance(())
    assert outcome.conforms
    assert outcome.text() == "符合全部约束。"
    assert outcome.text("en") == "Conforms to all shapes."


def test_an_empty_graph_conforms():
    assert validate([]).conforms


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (XZ.CONFIDENCE, decimal("1.2")),
        (XZ.CONFIDENCE, decimal("-0.1")),
        (XZ.CONFIDENCE, Literal("0.9")),
        (OA.EXACT, Literal("")),
        (OA.PREFIX, Literal("字" * 61)),
        (OA.SUFFIX, Literal("字" * 61)),
        (OA.START, integer("-1")),
        (OA.START, integer("99999")),
        (XZ.SUPPORTER, NamedNode(f"{BASE}place/510000")),
        (XZ.GB_CODE, Literal("5134")),
        (WDT.GB_CODE, Literal("110000")),
        (XZ.LEVEL, Literal("village")),
        (SCHEMA.START_DATE, Literal("2021", datatype=XSD.DATE)),
        (SCHEMA.START_DATE, Literal("2021")),
        (SCHEMA.DATE_PUBLISHED, Literal("去年")),
        (XZ.STATUS, XZ.OFFICIAL),
        (XZ.SECONDMENT_KIND, XZ.PLANNED),
        (XZ.HEADCOUNT, integer("0")),
        (XZ.SHA256, Literal("abc")),
        (SCHEMA.VALUE, Literal("50000000")),
        (XZ.ENDED, Literal("false", datatype=XSD.BOOLEAN)),
        (XZ.SECONDEE, NamedNode(f"{BASE}place/513431")),
        (XZ.HOST, XZ.OFFICIAL),
        (RDFS.LABEL, Literal("a label", language="en")),
        (SCHEMA.POSITION, integer("0")),
        (SCHEMA.URL, Literal("https://example.org/")),
    ],
    ids=lambda term: curie(term.value) if isinstance(term, NamedNode) else term.value[:12],
)
def test_a_wrong_value_is_found(sound, predicate, value):
    victim = next(quad for quad in sound if quad.predicate == predicate)
    wrong = Quad(victim.subject, predicate, value)
    outcome = validate([wrong if quad == victim else quad for quad in sound])
    assert curie(victim.subject) in {one.node for one in outcome.violations}


@pytest.mark.parametrize(
    "predicate",
    [
        XZ.EVIDENCE,
        XZ.CONFIDENCE,
        XZ.SUPPORTER,
        XZ.RECIPIENT,
        XZ.RULE,
        XZ.TRIGGER,
        XZ.SECONDEE,
        XZ.HOLDER,
        XZ.TITLE,
        XZ.MEASURE,
        XZ.AS_WRITTEN,
        XZ.VISITOR,
        XZ.LEVEL,
        XZ.FULL_NAME,
        XZ.ABOUT_COOPERATION,
        XZ.SHA256,
        XZ.FILE_NAME,
        XZ.PARTNERED_WITH,
        OA.EXACT,
        OA.START,
        OA.END,
        OA.HAS_BODY,
        OA.HAS_TARGET,
        OA.HAS_SOURCE,
        OA.HAS_SELECTOR,
        SCHEMA.VALUE,
        SCHEMA.IS_PART_OF,
        RDFS.LABEL,
        WDT.GB_CODE,
    ],
    ids=curie,
)
def test_what_is_missing_is_found(sound, predicate):
    victim = next(quad for quad in sound if quad.predicate == predicate)
    assert not validate([quad for quad in sound if quad != victim]).conforms


def test_a_second_supporter_is_found(sound):
    other = Quad(NamedNode(PAIR), XZ.SUPPORTER, NamedNode(f"{BASE}place/330000"))
    (violation,) = validate([*sound, other]).violations
    assert (violation.node, violation.path) == (PAIR, "xz:supporter")
    assert violation.message_zh == "结对关系：有一个帮扶方，且不是受帮扶方"
    assert violation.message_en == "Partnership: one supporter, who is not the recipient"


@pytest.mark.parametrize("class_", [XZ.PLACE, XZ.PARTNERSHIP, XZ.ASSERTION, XZ.VISIT], ids=curie)
def test_a_property_that_no_shape_lists_is_found(sound, class_):
    victim = next(q.subject for q in sound if q.predicate == RDF.TYPE and q.object == class_)
    stray = Quad(victim, NamedNode("https://example.org/stray"), Literal("x"))
    outcome = validate([*sound, stray])
    assert [one.node for one in outcome.violations] == [victim.value]
    assert "https://example.org/stray" in outcome.text("en")
