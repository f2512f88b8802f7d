import random
import subprocess

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse
from tests.world import MANY, PAIR, SICHUAN, ZHAOJUE, articles, document, said

from xiezuo.errors import UsageError
from xiezuo.evaluate.shapes import validate
from xiezuo.model import Partnership, Resolution
from xiezuo.rdf import to_quads, write_turtle
from xiezuo.resolve import resolve
from xiezuo.vocab import BASE, OA, RDF, SCHEMA, WDT, XSD, XZ, domain, programme


def quads(assertions=MANY, **options):
    return list(to_quads(resolve(articles(assertions, home=ZHAOJUE)), **options))


def node(path):
    return NamedNode(BASE + path)


def values(found, subject, predicate):
    return sorted(
        (q.object for q in found if q.subject == subject and q.predicate == predicate), key=str
    )


PARTNERSHIP = node("partnership/330281-513431")
YUYAO, HOST = node("place/330281"), node("place/513431")


def test_a_partnership_links_both_places():
    found = quads()
    assert values(found, PARTNERSHIP, XZ.SUPPORTER) == [YUYAO]
    assert values(found, PARTNERSHIP, XZ.RECIPIENT) == [HOST]
    assert values(found, YUYAO, XZ.PARTNERED_WITH) == [HOST]
    assert values(found, HOST, XZ.PARTNERED_WITH) == [YUYAO]
    assert values(found, PARTNERSHIP, XZ.PROGRAMME) == [
        programme("east-west-cooperation"),
        programme("east-west-poverty-alleviation"),
    ]
    assert values(found, PARTNERSHIP, XZ.DOMAIN) == [domain("education"), domain("labour")]


def test_each_dated_statement_is_a_term_with_its_own_programmes():
    found = quads()
    old = node("partnership/330281-513431/term/2018..2020-12-ended")
    new = node("partnership/330281-513431/term/2021..")
    assert values(found, PARTNERSHIP, XZ.TERM) == [old, new]
    assert values(found, old, XZ.PROGRAMME) == [programme("east-west-poverty-alleviation")]
    assert [v.value for v in values(found, old, SCHEMA.END_DATE)] == ["2020-12"]
    assert values(found, new, XZ.ENDED) == []


def test_a_place_has_its_code_names_and_parents():
    found = quads()
    assert (
        values(found, HOST, XZ.GB_CODE) == values(found, HOST, WDT.GB_CODE) == [Literal("513431")]
    )
    assert values(found, HOST, XZ.FULL_NAME)[0].language == "zh"
    assert values(found, HOST, SCHEMA.CONTAINED_IN_PLACE) == [node("place/513400")]
    assert values(found, node("place/510000"), RDF.TYPE)
    town = node("place/513431-新城镇")
    assert values(found, town, XZ.GB_CODE) == []
    assert values(found, town, XZ.LEVEL) == [Literal("township")]


def test_evidence_leads_to_the_sentence_and_its_article():
    found = quads()
    for assertion in values(found, PARTNERSHIP, XZ.EVIDENCE):
        assert values(found, assertion, OA.HAS_BODY) == [PARTNERSHIP]
        (sentence,) = values(found, assertion, OA.HAS_TARGET)
        (article,) = values(found, sentence, OA.HAS_SOURCE)
        assert values(found, article, RDF.TYPE) == [SCHEMA.NEWS_ARTICLE]
        selectors = values(found, sentence, OA.HAS_SELECTOR)
        texts = [v.value for s in selectors for v in values(found, s, OA.EXACT)]
        starts = [int(v.value) for s in selectors for v in values(found, s, OA.START)]
        ends = [int(v.value) for s in selectors for v in values(found, s, OA.END)]
        assert [end - start for start, end in zip(starts, ends, strict=True)] == [len(texts[0])]


def test_confidence_is_the_highest_and_canonical():
    found = quads()
    assert [v.value for v in values(found, PARTNERSHIP, XZ.CONFIDENCE)] == ["0.95"]
    sure = quads([said(document("甲.txt"), Partnership(PAIR), confidence=1.0)])
    assert [v.value for v in values(sure, PARTNERSHIP, XZ.CONFIDENCE)] == ["1"]


def test_both_statuses_and_all_phrases_of_a_cooperation():
    found, labour = quads(), node("cooperation/330281-513431/labour")
    assert values(found, labour, XZ.STATUS) == [XZ.PLANNED, XZ.UNDERWAY]
    assert [v.value for v in values(found, labour, XZ.PHRASE)] == ["劳务", "稳岗就业"]
    stated = {
        (values(found, one, XZ.PHRASE)[0].value, values(found, one, XZ.STATUS)[0])
        for one in values(found, labour, XZ.EVIDENCE)
    }
    assert stated == {("劳务", XZ.UNDERWAY), ("稳岗就业", XZ.PLANNED)}


def test_a_ceremony_links_the_agreement_and_gets_a_name():
    found = quads()
    (ceremony,) = [q.subject for q in found if q.object == XZ.SIGNING_CEREMONY]
    (agreement,) = values(found, ceremony, XZ.SIGNED)
    assert values(found, agreement, RDF.TYPE) == [SCHEMA.CREATIVE_WORK, XZ.AGREEMENT]
    (name,) = values(found, ceremony, SCHEMA.NAME)
    assert name.value == "浙江省宁波市余姚市、四川省凉山彝族自治州昭觉县签署《年度协作协议》"


def test_an_indicator_of_one_place_names_it_as_party():
    found = quads()
    (jobs,) = [q.subject for q in found if q.object == Literal("帮助就业")]
    assert values(found, jobs, XZ.PARTY) == [node("place/330000")]
    assert values(found, jobs, XZ.OF_PARTNERSHIP) == []


def test_no_link_leads_nowhere_and_no_node_is_blank():
    found = quads()
    subjects = {quad.subject for quad in found}
    for quad in found:
        assert not isinstance(quad.subject, BlankNode) and not isinstance(quad.object, BlankNode)
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(BASE):
            assert quad.object in subjects, quad


def test_articles_that_are_not_about_cooperation_are_there():
    (record, _), *_ = articles(MANY)
    irrelevant = type(record)(record.document, 7, "社区举办运动会", ("某甲", "某乙"), False)
    found = list(to_quads(Resolution((irrelevant,), ())))
    (about,) = [q for q in found if q.predicate == XZ.ABOUT_COOPERATION]
    assert about.object.value == "false"
    assert [v.value for v in values(found, about.subject, SCHEMA.AUTHOR)] == ["某乙", "某甲"]


def test_the_graph_conforms_to_the_shapes():
    assert validate(quads()).text() == "符合全部约束。"


def test_another_base():
    found = quads(base="http://127.0.0.1/图谱/")
    assert NamedNode("http://127.0.0.1/图谱/place/513431") in {quad.subject for quad in found}
    assert validate(found).conforms
    for wrong in ("", "place/", "http://example.org", "http://exa mple.org/", "http://a.org/#x/"):
        with pytest.raises(UsageError):
            list(to_quads(Resolution((), ()), base=wrong))


@pytest.mark.parametrize("seed", range(3))
def test_turtle_does_not_depend_on_the_order(tmp_path, seed):
    shuffled = list(MANY)
    random.Random(seed).shuffle(shuffled)
    mixed = quads(shuffled) + quads()[:40]
    random.Random(seed).shuffle(mixed)
    write_turtle(quads(), tmp_path / "one.ttl")
    write_turtle(mixed, tmp_path / "other.ttl")
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "other.ttl").read_bytes()


def test_turtle_reads_the_same_everywhere(tmp_path):
    path, found = tmp_path / "graph.ttl", quads()
    write_turtle(found, path)
    store = Store()
    store.load(path=str(path))
    assert {str(quad.triple) for quad in store} == {str(quad.triple) for quad in found}
    assert len(rdflib.Graph().parse(path)) == len(store)
    counted = subprocess.run(
        ["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(set(counted.stdout.splitlines())) == len(store)
    assert counted.stderr == ""


HOSTILE = "a\"b\\c\n\r\t\x00\x1b\x7f\u2028\u202e</script>\U0001f600“”'{}<>"


def test_hostile_text_survives_turtle(tmp_path):
    subject = NamedNode(BASE + "x")
    found = [
        Quad(subject, SCHEMA.NAME, Literal(HOSTILE)),
        Quad(subject, SCHEMA.NAME, Literal(HOSTILE, language="zh-cn")),
        Quad(subject, SCHEMA.VALUE, Literal("01.50", datatype=NamedNode("http://e.org/类型"))),
        Quad(
            subject,
            SCHEMA.VALUE,
            Literal("+7", datatype=XSD.INTEGER),
        ),
    ]
    write_turtle(found, tmp_path / "x.ttl")
    assert len(rdflib.Graph().parse(tmp_path / "x.ttl")) == len(found)
    again = parse((tmp_path / "x.ttl").read_bytes(), format=RdfFormat.TURTLE)
    assert {str(quad.triple) for quad in again} == {str(quad.triple) for quad in found}


def test_a_file_is_replaced_only_when_the_new_one_is_complete(tmp_path):
    path = tmp_path / "graph.ttl"
    write_turtle(quads(), path)
    before = path.read_bytes()

    def failing():
        yield from quads()[:10]
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError):
        write_turtle(failing(), path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["graph.ttl"]


def test_iris_of_hostile_names_are_valid():
    place = type(SICHUAN)(None, '<a href="x">/..?#%', "某地", SICHUAN.level, SICHUAN)
    found = quads([said(document("甲.txt"), Partnership(type(PAIR)(ZHAOJUE, place)))])
    iri = values(found, node("place/513431"), XZ.PARTNERED_WITH)[0]
    assert iri.value == BASE + "place/510000-%3Ca%20href%3D%22x%22%3E%2F..%3F%23%25"
