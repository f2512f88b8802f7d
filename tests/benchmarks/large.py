"""A large graph in the form of the data model: invented facts about real pairs of counties."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import cycle, islice

import pyoxigraph as ox

from xiezuo.gazetteer import gazetteer
from xiezuo.lexicon import domains
from xiezuo.model import (
    Agreement,
    Appointment,
    ArticleRecord,
    Assertion,
    Cooperation,
    Document,
    Evidence,
    Fact,
    Indicator,
    Level,
    Meeting,
    MergedFact,
    Organization,
    Pair,
    Partnership,
    Person,
    Place,
    Resolution,
    Secondment,
    SecondmentKind,
    SigningCeremony,
    Span,
    Status,
    Visit,
)
from xiezuo.rdf import to_quads

_EAST = ("32", "33", "35", "37", "44")
_WEST = ("50", "51", "52", "53", "61", "62", "64")
_EACH = 8
"""How many events, postings and figures a pair has of each kind."""

_RARE = 8
"""One pair in so many has what is rare in reports: an end, a former name, a plan that a later
report calls under way, figures that conflict. In a build of some 420 real and written articles
such facts were rarer still: 4 in 100 figures, 1 in 100 domains, 2 in 100 pairs, 4 in 1,000
sentences."""


def large_quads(pairs: int) -> Iterator[ox.Quad]:
    """The quads of so many pairs; about 3,000 for each."""
    east, west = _counties(_EAST), _counties(_WEST)
    facts: list[MergedFact] = []
    articles = []
    for number, (supporter, recipient) in enumerate(islice(zip(cycle(east), west), pairs)):
        documents = (_document(number, 0), _document(number, 1))
        for document in documents:
            articles.append(ArticleRecord(document, 1, f"第{number}篇报道", (), True))
        facts += _facts(Pair(supporter, recipient), documents, rare=number % _RARE == 0)
    return to_quads(Resolution(tuple(articles), tuple(facts)))


def _counties(provinces: tuple[str, ...]) -> list[Place]:
    codes = gazetteer().codes
    return [
        place
        for code, place in codes.items()
        if code[:2] in provinces and place.level is Level.COUNTY
    ]


def _document(number: int, later: int) -> Document:
    """What is said of a pair first, and, a year later, again."""
    name = f"{number}-{later}.txt"
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    published = f"{2018 + number % 8 + later}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return Document(name, "", sha256, published)


def _facts(pair: Pair, documents: tuple[Document, Document], rare: bool) -> Iterator[MergedFact]:
    start = 0
    for number, (fact, key, more) in enumerate(_stated(pair, rare)):
        assertions = []
        told = documents if rare or number % 2 else documents[:1]
        for repeat, document in enumerate(told):
            start += 40
            former = rare and number % 10 == 0
            names = "与".join(_name(place, former) for place in (pair.supporter, pair.recipient))
            sentence = f"{names}的第{start}句话说到此事。"
            done = rare and repeat and isinstance(fact, Cooperation)
            said = replace(fact, status=Status.UNDERWAY) if done else fact
            evidence = Evidence(
                document, 1, Span(start, start + len(sentence)), sentence,
                "前文。", "后文。", sentence[:4], "made-up", (0.95, 0.8)[repeat],
            )  # fmt: skip
            assertions.append(Assertion(said, evidence))
        identity = f"{pair.key}/{key}".rstrip("/")
        yield MergedFact(fact, identity, tuple(assertions), "同一事实", **more)


def _name(place: Place, former: bool) -> str:
    """Its name, or a former name, where the place was another kind of unit before."""
    others = (name for name in place.alt_names if name[-1] in "市县" and name[-1] != place.name[-1])
    return next(others, place.name) if former else place.name


def _stated(pair: Pair, rare: bool) -> Iterator[tuple[Fact, str, dict[str, object]]]:
    both = (pair.supporter, pair.recipient)
    programmes = ("east-west-cooperation", "paired-assistance")
    yield Partnership(pair, programmes, "2018", "2025" if rare else None), "", {}
    for name in domains():
        status = (Status.PLANNED, Status.UNDERWAY)[len(name) % 2]
        yield Cooperation(pair, name, name, status), name, {}
    hospital = Organization(f"{pair.recipient.name}人民医院", pair.recipient)
    doctors = Secondment(
        SecondmentKind.PROFESSIONAL, None, 12, pair.supporter, hospital, None, pair, "2020-08"
    )
    yield doctors, "医生", {}
    for i in range(_EACH):
        date = f"{2018 + i}-0{i + 1}-1{i}"
        title = f"第{i}号合作协议"
        yield Agreement(title, both), f"协议{i}", {}
        ceremony = SigningCeremony(f"第{i}次签约仪式", both, (title,), pair, ("industry",), date)
        yield ceremony, f"签约{i}", {"signed": (f"{pair.key}/协议{i}",)}
        yield Meeting(f"第{i}次联席会议", both, pair, date), f"会议{i}", {}
        yield Visit(both[i % 2], (both[(i + 1) % 2],), pair, date), f"互访{i}", {}
        person = Person(f"王某{i}-{pair.recipient.code}", pair.recipient)
        kind = SecondmentKind.OFFICIAL
        posting = Secondment(kind, person.name, None, *both, f"副职{i}", pair, date)
        yield posting, f"选派{i}", {"person": person}
        yield Appointment(person, f"职务{i}", pair.recipient), f"任职{i}", {"person": person}
        value = Decimal(10_000 * (i + 1))
        measures = ("资金", "资金" if rare else "协作资金")
        for name, stated, measure in zip(
            (f"指标{i}", f"又指标{i}"), (value, value + 1), measures, strict=True
        ):
            yield (
                Indicator(measure, stated, "元", str(stated), "", f"{2018 + i}年", *both),
                name,
                {},
            )
