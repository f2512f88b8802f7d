"""Describes what facts are about: places, organisations, persons, documents, articles, concepts."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from xiezuo.lexicon import concept_labels
from xiezuo.model import ArticleRecord, Document, Organization, Party, Person, Place
from xiezuo.rdf.sheet import Sheet, boolean, integer, zh
from xiezuo.rdf.shortcuts import describe_letters, describe_within
from xiezuo.vocab import DOMAIN_SCHEME, PROGRAMME_SCHEME, RDFS, SCHEMA, SKOS, WDT, XSD, XZ

_CLASSES = {
    XZ.PLANNED: XZ.STATUS_CLASS,
    XZ.UNDERWAY: XZ.STATUS_CLASS,
    XZ.OFFICIAL: XZ.SECONDMENT_KIND_CLASS,
    XZ.PROFESSIONAL: XZ.SECONDMENT_KIND_CLASS,
    XZ.TASK_FORCE: XZ.SECONDMENT_KIND_CLASS,
}


def describe_place(sheet: Sheet, place: Place) -> NamedNode:
    """A place with its code, names and parents."""
    node = sheet.iris.place(place)
    if not sheet.first_time(node):
        return node
    sheet.node(node, place.full_name, XZ.PLACE, SCHEMA.ADMINISTRATIVE_AREA)
    sheet.add(node, SCHEMA.NAME, zh(place.name))
    sheet.add(node, XZ.FULL_NAME, zh(place.full_name))
    sheet.add(node, XZ.LEVEL, Literal(str(place.level)))
    if place.code:
        sheet.add(node, XZ.GB_CODE, Literal(place.code))
        sheet.add(node, WDT.GB_CODE, Literal(place.code))
    for name in sorted({*place.alt_names} - {place.name, place.full_name}):
        sheet.add(node, SKOS.ALT_LABEL, zh(name))
    if place.parent:
        sheet.add(node, SCHEMA.CONTAINED_IN_PLACE, describe_place(sheet, place.parent))
    describe_within(sheet, node, place)
    describe_letters(sheet, node, place)
    return node


def describe_party(sheet: Sheet, party: Party) -> NamedNode:
    """A place, or an organisation with its seat."""
    return (
        describe_place(sheet, party)
        if isinstance(party, Place)
        else describe_organization(sheet, party)
    )


def describe_organization(sheet: Sheet, organization: Organization) -> NamedNode:
    """An organisation with its seat."""
    node = sheet.iris.organization(organization)
    if sheet.first_time(node):
        sheet.node(node, organization.name, SCHEMA.ORGANIZATION)
        sheet.add(node, SCHEMA.NAME, zh(organization.name))
        if organization.place:
            sheet.add(node, XZ.SEAT, describe_place(sheet, organization.place))
            describe_within(sheet, node, organization.place)
    return node


def describe_person(sheet: Sheet, person: Person) -> NamedNode:
    """A person with the place or organisation served."""
    node = sheet.iris.person(person)
    if sheet.first_time(node):
        sheet.node(node, person.name, SCHEMA.PERSON)
        sheet.add(node, SCHEMA.NAME, zh(person.name))
        if person.served:
            sheet.add(node, XZ.SERVED, describe_party(sheet, person.served))
    return node


def describe_document(sheet: Sheet, document: Document) -> NamedNode:
    """A document; a second file with the same content adds its name."""
    node = sheet.iris.document(document)
    if sheet.first_time(node):
        label = document.title or document.name
        sheet.node(node, label, XZ.DOCUMENT, SCHEMA.DIGITAL_DOCUMENT)
        sheet.text(node, XZ.SHA256, document.sha256)
        sheet.moment(node, SCHEMA.DATE_PUBLISHED, document.published)
        sheet.text(node, SCHEMA.PUBLISHER, document.source)
        if document.title:
            sheet.add(node, SCHEMA.NAME, zh(document.title))
    if sheet.first_time(sheet.iris.below(node, document.name, document.url or "")):
        sheet.text(node, XZ.FILE_NAME, document.name)
        if document.url:
            sheet.add(node, SCHEMA.URL, Literal(document.url, datatype=XSD.ANY_URI))
    return node


def describe_article(sheet: Sheet, record: ArticleRecord) -> NamedNode:
    """An article: everything but its text."""
    document = describe_document(sheet, record.document)
    node = sheet.iris.article(record.document, record.position)
    if not sheet.first_time(node):
        return node
    label = record.headline or f"{record.document.name} 第{record.position}篇"
    sheet.node(node, label, SCHEMA.NEWS_ARTICLE)
    sheet.add(node, SCHEMA.IS_PART_OF, document)
    sheet.text(node, SCHEMA.HEADLINE, record.headline)
    for author in sorted(set(record.authors)):
        sheet.text(node, SCHEMA.AUTHOR, author)
    sheet.moment(node, SCHEMA.DATE_PUBLISHED, record.document.published)
    sheet.add(node, SCHEMA.POSITION, integer(record.position))
    sheet.add(node, XZ.ABOUT_COOPERATION, boolean(record.about_cooperation))
    if record.home:
        sheet.add(node, XZ.HOME_PLACE, describe_place(sheet, record.home))
    return node


def describe_concept(sheet: Sheet, concept: NamedNode) -> NamedNode:
    """A domain, programme, status or kind of secondment, with its labels in Chinese and English."""
    if sheet.first_time(concept):
        scheme = concept.value[: concept.value.rfind("/") + 1]
        in_scheme = scheme in (DOMAIN_SCHEME, PROGRAMME_SCHEME)
        if in_scheme:
            sheet.type(concept, SKOS.CONCEPT)
            sheet.add(concept, SKOS.IN_SCHEME, NamedNode(scheme))
        elif concept in _CLASSES:
            sheet.type(concept, _CLASSES[concept])
        for label in concept_labels(concept):
            sheet.add(concept, SKOS.PREF_LABEL if in_scheme else RDFS.LABEL, label)
    return concept
