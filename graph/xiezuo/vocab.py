"""The IRIs of the data model, as constants; a test checks each against ``ontology/``.

>>> XZ.PARTNERSHIP.value
'https://w3id.org/xiezuo/ontology#Partnership'
>>> domain("agriculture").value
'https://w3id.org/xiezuo/domain/agriculture'
"""

from __future__ import annotations

from pyoxigraph import NamedNode

BASE = "https://w3id.org/xiezuo/id/"
"""Where resources live by default; an option of every build."""

ONTOLOGY = "https://w3id.org/xiezuo/ontology"
DOMAIN_SCHEME = "https://w3id.org/xiezuo/domain/"
PROGRAMME_SCHEME = "https://w3id.org/xiezuo/programme/"

PREFIXES: dict[str, str] = {
    "xz": f"{ONTOLOGY}#",
    "xzd": DOMAIN_SCHEME,
    "xzp": PROGRAMME_SCHEME,
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sh": "http://www.w3.org/ns/shacl#",
}
"""Every prefix of the project, in the order in which files declare them."""


def term(curie: str) -> NamedNode:
    """The IRI of a prefixed name: ``term("xz:Partnership")``.

    Raises:
        KeyError: the prefix is not one of :data:`PREFIXES`.
    """
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def domain(name: str) -> NamedNode:
    """The concept of a cooperation domain: ``domain("agriculture")`` is ``xzd:agriculture``."""
    return NamedNode(DOMAIN_SCHEME + name)


def programme(name: str) -> NamedNode:
    """The concept of a programme: ``programme("paired-support")`` is ``xzp:paired-support``."""
    return NamedNode(PROGRAMME_SCHEME + name)


def curie(iri: NamedNode | str) -> str:
    """The shortest prefixed name of an IRI, or the IRI itself where no prefix fits."""
    value = iri if isinstance(iri, str) else iri.value
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and "/" not in value[len(namespace) :]:
            return f"{prefix}:{value[len(namespace) :]}"
    return value


class XZ:
    """The terms of the ontology (``xz:``)."""

    # classes
    DOCUMENT = term("xz:Document")
    ASSERTION = term("xz:Assertion")
    FACT = term("xz:Fact")
    PLACE = term("xz:Place")
    PARTNERSHIP = term("xz:Partnership")
    PROGRAMME_TERM = term("xz:ProgrammeTerm")
    COOPERATION = term("xz:Cooperation")
    EVENT = term("xz:Event")
    SIGNING_CEREMONY = term("xz:SigningCeremony")
    MEETING = term("xz:Meeting")
    VISIT = term("xz:Visit")
    AGREEMENT = term("xz:Agreement")
    SECONDMENT = term("xz:Secondment")
    COHORT = term("xz:Cohort")
    APPOINTMENT = term("xz:Appointment")
    INDICATOR = term("xz:Indicator")
    STATUS_CLASS = term("xz:Status")
    SECONDMENT_KIND_CLASS = term("xz:SecondmentKind")

    # individuals
    PLANNED = term("xz:Planned")
    UNDERWAY = term("xz:Underway")
    OFFICIAL = term("xz:Official")
    PROFESSIONAL = term("xz:Professional")
    TASK_FORCE = term("xz:TaskForce")

    # documents, articles, assertions
    FILE_NAME = term("xz:fileName")
    SHA256 = term("xz:sha256")
    ABOUT_COOPERATION = term("xz:aboutCooperation")
    HOME_PLACE = term("xz:homePlace")
    CONFIDENCE = term("xz:confidence")
    RULE = term("xz:rule")
    TRIGGER = term("xz:trigger")
    STATUS = term("xz:status")
    PHRASE = term("xz:phrase")
    EVIDENCE = term("xz:evidence")
    REASON = term("xz:reason")

    # places, people, organisations
    GB_CODE = term("xz:gbCode")
    LEVEL = term("xz:level")
    FULL_NAME = term("xz:fullName")
    SEAT = term("xz:seat")
    SERVED = term("xz:served")

    # facts
    SUPPORTER = term("xz:supporter")
    RECIPIENT = term("xz:recipient")
    PROGRAMME = term("xz:programme")
    TERM = term("xz:term")
    PARTNERED_WITH = term("xz:partneredWith")
    ENDED = term("xz:ended")
    OF_PARTNERSHIP = term("xz:partnership")
    DOMAIN = term("xz:domain")
    PARTY = term("xz:party")
    SIGNED = term("xz:signed")
    VISITOR = term("xz:visitor")
    VISITED = term("xz:visited")
    SECONDEE = term("xz:secondee")
    HEADCOUNT = term("xz:headcount")
    SENDER = term("xz:sender")
    HOST = term("xz:host")
    POST = term("xz:post")
    SECONDMENT_KIND = term("xz:secondmentKind")
    DURATION = term("xz:duration")
    HOLDER = term("xz:holder")
    TITLE = term("xz:title")
    OF = term("xz:of")
    MEASURE = term("xz:measure")
    QUALIFIER = term("xz:qualifier")
    AS_WRITTEN = term("xz:asWritten")
    PERIOD = term("xz:period")

    # shortcuts: what follows from the rest
    WITHIN = term("xz:within")
    LETTER = term("xz:letter")
    CONCERNS = term("xz:concerns")
    DOCUMENTS = term("xz:documents")
    LAST_REPORTED = term("xz:lastReported")
    TAKES_PART_IN = term("xz:takesPartIn")
    REACHES = term("xz:reaches")
    STATED_IN = term("xz:statedIn")
    CONFLICTING_FIGURE = term("xz:conflictingFigure")
    CARRIED_OUT = term("xz:carriedOut")
    FORMER_PARTNERSHIP = term("xz:formerPartnership")
    FORMERLY_NAMED_IN = term("xz:formerlyNamedIn")
    LEAST_SURE = term("xz:leastSure")
    FIRST_REPORTED = term("xz:firstReported")
    FIRST_PLANNED = term("xz:firstPlanned")
    FIRST_UNDERWAY = term("xz:firstUnderway")


SHORTCUTS = frozenset(
    (
        XZ.WITHIN,
        XZ.CONCERNS,
        XZ.TAKES_PART_IN,
        XZ.REACHES,
        XZ.STATED_IN,
        XZ.CONFLICTING_FIGURE,
        XZ.CARRIED_OUT,
        XZ.FORMER_PARTNERSHIP,
        XZ.FORMERLY_NAMED_IN,
        XZ.LEAST_SURE,
    )
)
"""Links that only repeat what others say; pictures and tables leave them out."""


class SCHEMA:
    """The terms of schema.org that the data uses."""

    DIGITAL_DOCUMENT = term("schema:DigitalDocument")
    NEWS_ARTICLE = term("schema:NewsArticle")
    ADMINISTRATIVE_AREA = term("schema:AdministrativeArea")
    COUNTRY = term("schema:Country")
    EVENT = term("schema:Event")
    CREATIVE_WORK = term("schema:CreativeWork")
    OBSERVATION = term("schema:Observation")
    PERSON = term("schema:Person")
    ORGANIZATION = term("schema:Organization")
    DATE_PUBLISHED = term("schema:datePublished")
    URL = term("schema:url")
    PUBLISHER = term("schema:publisher")
    IS_PART_OF = term("schema:isPartOf")
    HEADLINE = term("schema:headline")
    AUTHOR = term("schema:author")
    POSITION = term("schema:position")
    NAME = term("schema:name")
    CONTAINED_IN_PLACE = term("schema:containedInPlace")
    START_DATE = term("schema:startDate")
    END_DATE = term("schema:endDate")
    LOCATION = term("schema:location")
    VALUE = term("schema:value")
    UNIT_TEXT = term("schema:unitText")


class OA:
    """The terms of the Web Annotation vocabulary that the data uses."""

    ANNOTATION = term("oa:Annotation")
    SPECIFIC_RESOURCE = term("oa:SpecificResource")
    TEXT_QUOTE_SELECTOR = term("oa:TextQuoteSelector")
    TEXT_POSITION_SELECTOR = term("oa:TextPositionSelector")
    HAS_BODY = term("oa:hasBody")
    HAS_TARGET = term("oa:hasTarget")
    HAS_SOURCE = term("oa:hasSource")
    HAS_SELECTOR = term("oa:hasSelector")
    EXACT = term("oa:exact")
    PREFIX = term("oa:prefix")
    SUFFIX = term("oa:suffix")
    START = term("oa:start")
    END = term("oa:end")


class ORG:
    """The term of the organization ontology that the data uses."""

    MEMBERSHIP = term("org:Membership")


class PROV:
    """The term of the provenance ontology that the ontology builds on."""

    WAS_DERIVED_FROM = term("prov:wasDerivedFrom")


class SKOS:
    """The terms of SKOS that the data and the schemes use."""

    CONCEPT = term("skos:Concept")
    IN_SCHEME = term("skos:inScheme")
    PREF_LABEL = term("skos:prefLabel")
    ALT_LABEL = term("skos:altLabel")
    HIDDEN_LABEL = term("skos:hiddenLabel")


class WDT:
    """The Wikidata property that the data uses."""

    GB_CODE = term("wdt:P442")


class RDF:
    """The term of RDF that the data uses."""

    TYPE = term("rdf:type")


class RDFS:
    """The term of RDF Schema that the data uses."""

    LABEL = term("rdfs:label")


class XSD:
    """The datatypes that the data uses, besides plain strings."""

    STRING = term("xsd:string")
    BOOLEAN = term("xsd:boolean")
    INTEGER = term("xsd:integer")
    DECIMAL = term("xsd:decimal")
    ANY_URI = term("xsd:anyURI")
    YEAR = term("xsd:gYear")
    YEAR_MONTH = term("xsd:gYearMonth")
    DATE = term("xsd:date")
