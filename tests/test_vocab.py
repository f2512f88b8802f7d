"""Every term in code is declared, labelled and has a shape; every declared term has one, too."""

from functools import cache

import pytest
import rdflib
from pyoxigraph import NamedNode
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from xiezuo import vocab
from xiezuo.resources import ontology_file

GROUPS = [vocab.XZ, vocab.SCHEMA, vocab.OA, vocab.ORG, vocab.PROV, vocab.WDT]
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
SUPERPROPERTIES = {rdflib.URIRef(vocab.PROV.WAS_DERIVED_FROM.value)}


@cache
def graph(name):
    return rdflib.Graph().parse(data=ontology_file(name).read_text(encoding="utf-8"), format="ttl")


def terms():
    return [
        value for group in GROUPS for value in vars(group).values() if isinstance(value, NamedNode)
    ]


def declared():
    ontology = graph("xiezuo.ttl")
    return sorted({term for kind in KINDS for term in ontology.subjects(RDF.type, kind)})


def languages(graph, subject, predicate):
    return sorted(str(value.language) for value in graph.objects(subject, predicate))


@pytest.mark.parametrize("term", terms(), ids=vocab.curie)
def test_a_term_in_code_is_declared(term):
    assert rdflib.URIRef(term.value) in declared()


@pytest.mark.parametrize("term", declared(), ids=vocab.curie)
def test_a_declared_term_is_in_code(term):
    assert NamedNode(str(term)) in terms()


@pytest.mark.parametrize("term", declared(), ids=vocab.curie)
def test_a_declared_term_is_described_in_both_languages(term):
    ontology = graph("xiezuo.ttl")
    assert languages(ontology, term, RDFS.label) == ["en", "zh"]
    assert languages(ontology, term, RDFS.comment) == ["en", "zh"]


@pytest.mark.parametrize("term", sorted(set(declared()) - SUPERPROPERTIES), ids=vocab.curie)
def test_a_declared_term_has_a_shape(term):
    assert any(True for _ in graph("shapes.ttl").subjects(None, term))


def test_no_term_is_two_things():
    ontology = graph("xiezuo.ttl")
    for term in declared():
        assert sum((term, RDF.type, kind) in ontology for kind in KINDS) == 1, term


def test_domains_and_ranges_are_declared():
    ontology = graph("xiezuo.ttl")
    known = {*declared(), SKOS.Concept}
    for term in declared():
        for end in [*ontology.objects(term, RDFS.domain), *ontology.objects(term, RDFS.subClassOf)]:
            assert end in known
        for end in ontology.objects(term, RDFS.range):
            assert end in known or vocab.curie(str(end)).startswith(("xsd:", "rdf:"))


def test_shapes_use_declared_properties_only():
    shapes = graph("shapes.ttl")
    known = {*declared(), RDF.type, RDFS.label, SKOS.prefLabel, SKOS.altLabel, SKOS.inScheme}
    paths = {path for path in shapes.objects(None, SH.path) if isinstance(path, rdflib.URIRef)}
    assert paths | set(shapes.objects(None, SH.inversePath)) <= known


def test_every_message_of_a_shape_is_in_both_languages():
    shapes = graph("shapes.ttl")
    for shape in set(shapes.subjects(SH.path)):
        assert languages(shapes, shape, SH.message) == ["en", "zh"]


@pytest.mark.parametrize("name", ["xiezuo.ttl", "domains.ttl", "programmes.ttl", "shapes.ttl"])
def test_version_and_licence_are_stated(name):
    text = ontology_file(name).read_text(encoding="utf-8")
    assert "owl:versionInfo" in text
    assert "dcterms:license" in text


def test_prefixes_do_not_hide_one_another():
    assert vocab.curie(vocab.XZ.PARTNERSHIP) == "xz:Partnership"
    assert vocab.curie(vocab.domain("health")) == "xzd:health"
    assert vocab.curie(vocab.BASE + "place/120103") == vocab.BASE + "place/120103"
    assert vocab.term("xzp:paired-support") == vocab.programme("paired-support")
    with pytest.raises(KeyError):
        vocab.term("nobody:knows")
