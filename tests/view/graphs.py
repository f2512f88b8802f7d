"""Graphs in the form of the data model, for the tests of the view.

Places are real, people and texts are invented.
"""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode, Quad

from xiezuo.vocab import BASE, PREFIXES, term

ZH = "zh"
DAY = PREFIXES["xsd"] + "date"
DECIMAL = PREFIXES["xsd"] + "decimal"
INTEGER = PREFIXES["xsd"] + "integer"

PLACES = {
    "120000": ("天津市", "天津市", "province", None, ["津"]),
    "120103": ("河西区", "天津市河西区", "county", "120000", ["河西"]),
    "120111": ("西青区", "天津市西青区", "county", "120000", ["西青"]),
    "620000": ("甘肃省", "甘肃省", "province", None, ["甘", "陇"]),
    "620800": ("平凉市", "甘肃省平凉市", "prefecture", "620000", ["平凉"]),
    "620802": ("崆峒区", "甘肃省平凉市崆峒区", "county", "620800", ["崆峒"]),
    "623000": ("甘南藏族自治州", "甘肃省甘南藏族自治州", "prefecture", "620000", ["甘南"]),
    "623022": ("卓尼县", "甘肃省甘南藏族自治州卓尼县", "county", "623000", ["卓尼"]),
    "350000": ("福建省", "福建省", "province", None, ["闽"]),
    "350200": ("厦门市", "福建省厦门市", "prefecture", "350000", ["厦门"]),
    "640000": ("宁夏回族自治区", "宁夏回族自治区", "province", None, ["宁夏"]),
    "640400": ("固原市", "宁夏回族自治区固原市", "prefecture", "640000", ["固原"]),
}


class Maker:
    """Collects the quads of a graph."""

    def __init__(self) -> None:
        self.quads: list[Quad] = []
        self.articles = 0

    def add(self, subject: NamedNode, name: str, *values: object) -> None:
        for value in values:
            item = value if isinstance(value, NamedNode | Literal) else Literal(str(value))
            self.quads.append(Quad(subject, term(name), item))

    def node(self, path: str, class_: str) -> NamedNode:
        iri = NamedNode(BASE + path)
        self.add(iri, "rdf:type", term(class_))
        return iri

    def place(
        self, code: str, row: tuple[str, str, str, str | None, list[str]] | None = None
    ) -> NamedNode:
        name, full, level, parent, alt = row or PLACES[code]
        iri = self.node(f"place/{code}", "xz:Place")
        self.add(iri, "xz:gbCode", code)
        self.add(iri, "xz:level", level)
        self.add(iri, "schema:name", Literal(name, language=ZH))
        self.add(iri, "xz:fullName", Literal(full, language=ZH))
        self.add(iri, "skos:altLabel", *(Literal(form, language=ZH) for form in alt))
        if parent:
            self.add(iri, "schema:containedInPlace", NamedNode(f"{BASE}place/{parent}"))
            if row is None:
                self.place(parent)
        return iri

    def article(self, headline: str, date: str = "2024-05-21", url: str = "") -> NamedNode:
        self.articles += 1
        document = self.node(f"document/{self.articles}", "xz:Document")
        self.add(document, "xz:fileName", f"pages/{self.articles:02}.txt")
        article = self.node(f"document/{self.articles}/article/1", "schema:NewsArticle")
        self.add(article, "schema:isPartOf", document)
        self.add(article, "schema:headline", headline)
        self.add(article, "schema:position", Literal("1", datatype=NamedNode(INTEGER)))
        self.add(article, "schema:datePublished", Literal(date, datatype=NamedNode(DAY)))
        if url:
            self.add(document, "schema:url", url)
        return article

    def state(
        self,
        fact: NamedNode,
        article: NamedNode,
        quote: Sequence[str],
        confidence: str = "0.9",
        rule: str = "partnership.relation",
    ) -> None:
        """An assertion of a fact: ``quote`` is (prefix, exact, suffix, trigger)."""
        prefix, exact, suffix, trigger = quote
        path = f"{fact.value.removeprefix(BASE)}/in/{article.value.removeprefix(BASE)}"
        assertion = self.node(path, "xz:Assertion")
        target = self.node(path + "/target", "oa:SpecificResource")
        text = self.node(path + "/quote", "oa:TextQuoteSelector")
        span = self.node(path + "/span", "oa:TextPositionSelector")
        self.add(assertion, "oa:hasBody", fact)
        self.add(assertion, "oa:hasTarget", target)
        self.add(assertion, "xz:confidence", Literal(confidence, datatype=NamedNode(DECIMAL)))
        self.add(assertion, "xz:rule", rule)
        self.add(assertion, "xz:trigger", trigger)
        self.add(target, "oa:hasSource", article)
        self.add(target, "oa:hasSelector", text, span)
        self.add(text, "oa:prefix", prefix)
        self.add(text, "oa:exact", exact)
        self.add(text, "oa:suffix", suffix)
        self.add(span, "oa:start", Literal("100", datatype=NamedNode(INTEGER)))
        self.add(span, "oa:end", Literal(str(100 + len(exact)), datatype=NamedNode(INTEGER)))
        self.add(fact, "xz:evidence", assertion)
        self.add(fact, "xz:confidence", Literal(confidence, datatype=NamedNode(DECIMAL)))

    def partnership(self, east: NamedNode, west: NamedNode, *programmes: str) -> NamedNode:
        key = f"{east.value.rsplit('/', 1)[1]}-{west.value.rsplit('/', 1)[1]}"
        pair = self.node(f"partnership/{key}", "xz:Partnership")
        self.add(pair, "xz:supporter", east)
        self.add(pair, "xz:recipient", west)
        for programme in programmes or ("east-west-cooperation",):
            self.add(pair, "xz:programme", term(f"xzp:{programme}"))
        return pair

    def cooperation(self, pair: NamedNode, domain: str, phrase: str, *status: str) -> NamedNode:
        key = pair.value.rsplit("/", 1)[1]
        fact = self.node(f"cooperation/{key}-{domain}", "xz:Cooperation")
        self.add(fact, "xz:partnership", pair)
        self.add(fact, "xz:domain", term(f"xzd:{domain}"))
        self.add(fact, "xz:phrase", phrase)
        for value in status or ("Planned",):
            self.add(fact, "xz:status", term(f"xz:{value}"))
        return fact

    def event(
        self, class_: str, key: str, name: str, parties: Sequence[NamedNode], pair: NamedNode | None
    ) -> NamedNode:
        fact = self.node(f"event/{key}", f"xz:{class_}")
        self.add(fact, "schema:name", name)
        self.add(fact, "xz:party", *parties)
        if pair is not None:
            self.add(fact, "xz:partnership", pair)
        return fact

    def secondment(
        self, key: str, who: NamedNode, sender: NamedNode, host: NamedNode, pair: NamedNode
    ) -> NamedNode:
        fact = self.node(f"secondment/{key}", "xz:Secondment")
        self.add(fact, "xz:secondee", who)
        self.add(fact, "xz:sender", sender)
        self.add(fact, "xz:host", host)
        self.add(fact, "xz:secondmentKind", term("xz:Official"))
        self.add(fact, "xz:partnership", pair)
        return fact


DOMAINS = [
    *("industry", "park", "investment", "agriculture", "tcm", "consumption", "ecommerce"),
    *("labour", "training", "talent", "education", "health", "tourism", "culture", "energy"),
]


def page_graph() -> list[Quad]:
    """What a page like the seed gives: two partnerships with domains, events, secondments."""
    make = Maker()
    east, pl, zn = make.place("120103"), make.place("620800"), make.place("623022")
    kt = make.place("620802")
    source = make.article("河西区与平凉市、卓尼县座谈", url="https://example.org/news/1")
    for west, name, domains in ((pl, "平凉市", DOMAINS), (zn, "卓尼县", DOMAINS[5:14])):
        pair = make.partnership(east, west, "east-west-cooperation", "paired-support")
        sentence = f"河西区与{name}结对以来，两地在多个方面开展东西部协作。"
        make.state(pair, source, ("座谈会日前举行。", sentence, "会后双方签约。", "结对"))
        for index, domain in enumerate(domains):
            status = ("Underway",) if index % 3 == 0 else ("Planned",)
            if index == 1:
                status = ("Planned", "Underway")
            fact = make.cooperation(pair, domain, f"{domain}协作", *status)
            make.state(fact, source, ("", f"双方将围绕{domain}协作等领域推进工作。", "", domain))
        parties = (east, west)
        signing = make.event(
            "SigningCeremony",
            f"sign-{name}",
            f"{name}东西部协作产业合作项目签约仪式",
            parties,
            pair,
        )
        make.state(signing, source, ("", "会后，双方举行签约仪式。", "", "签约仪式"))
        meeting = make.event("Meeting", f"meet-{name}", "东西部协作联席会议", parties, pair)
        make.add(meeting, "schema:startDate", Literal("2024-05-20", datatype=NamedNode(DAY)))
        make.state(meeting, source, ("", "东西部协作联席会议召开。", "", "召开"))
    pair = NamedNode(f"{BASE}partnership/120103-620800")
    cohort = make.node("cohort/1", "xz:Cohort")
    make.add(cohort, "xz:headcount", Literal("3", datatype=NamedNode(INTEGER)))
    posting = make.secondment("620802-120103", cohort, kt, east, pair)
    make.state(posting, source, ("", "慰问崆峒区在河西区的3名挂职干部。", "", "挂职干部"))
    person = make.node("person/120103-林启航", "schema:Person")
    make.add(person, "schema:name", "林启航")
    posting = make.secondment("林启航", person, east, pl, pair)
    make.state(posting, source, ("", "林启航挂任平凉市副市长。", "", "挂任"))
    office = make.node("appointment/林启航", "xz:Appointment")
    make.add(office, "xz:holder", person)
    make.add(office, "xz:title", "副市长")
    make.add(office, "xz:of", pl)
    make.state(office, source, ("", "平凉市副市长林启航参加。", "", "副市长"))
    visit = make.node("event/visit-1", "xz:Visit")
    site = make.node("organization/示范社区", "schema:Organization")
    make.add(site, "schema:name", "云岭社区新时代文明实践站")
    make.add(visit, "xz:visitor", zn)
    make.add(visit, "xz:visited", site)
    make.add(visit, "xz:partnership", NamedNode(f"{BASE}partnership/120103-623022"))
    make.state(visit, source, ("", "卓尼县代表团赴云岭社区调研。", "", "调研"))
    return make.quads


PROVINCES = (
    ("北京", "天津", "上海", "江苏", "浙江", "福建", "山东", "广东"),
    ("甘肃", "宁夏", "青海", "云南", "贵州", "广西", "四川", "重庆"),
)


def years_graph() -> list[Quad]:
    """Two programmes, four partnerships, meetings of 2019 to 2023, several confidences."""
    make = Maker()
    ends = [("350200", "640400"), ("120103", "620800"), ("120111", "623000"), ("120103", "623022")]
    source = make.article("历年联席会议", date="2023-12-01")
    for index, (east, west) in enumerate(ends):
        programme = "paired-support" if index == 3 else "east-west-cooperation"
        pair = make.partnership(make.place(east), make.place(west), programme)
        make.state(pair, source, ("", f"第{index}对地区结对。", "", "结对"), f"0.{9 - index}")
        fact = make.cooperation(pair, ("tourism", "labour")[index % 2], "协作", "Planned")
        make.state(fact, source, ("", "双方协作。", "", "协作"), f"0.{9 - index}")
        for year in range(2019, 2020 + index):
            parties = (NamedNode(f"{BASE}place/{east}"), NamedNode(f"{BASE}place/{west}"))
            name = f"{year}年第{index}组联席会议"
            meeting = make.event("Meeting", f"{index}-{year}", name, parties, pair)
            date = Literal(f"{year}-06-0{index + 1}", datatype=NamedNode(DAY))
            make.add(meeting, "schema:startDate", date)
            make.state(meeting, source, ("", f"{name}召开。", "", "召开"), f"0.{9 - index}")
    return make.quads


def large_graph(places: int, pairs: int) -> list[Quad]:
    """A graph of generated counties in sixteen provinces, half of them supporters."""
    make = Maker()
    names = [name for line in PROVINCES for name in line]
    for index, name in enumerate(names):
        make.place(f"{index + 10}0000", (name, name, "province", None, []))
    east: list[NamedNode] = []
    west: list[NamedNode] = []
    for index in range(places):
        half, side = (east, 0) if index % 2 == 0 else (west, 8)
        province = side + (index * 7 // 2) % 8
        name = f"{'东西'[side > 0]}{chr(0x4E2D + index % 400)}{chr(0x5C71 + index // 400)}县"
        code = f"{province + 10}{index + 1:04}"
        row = (name, names[province] + name, "county", f"{province + 10}0000", [name[:-1]])
        half.append(make.place(code, row))
    source = make.article("生成的页面")
    seen = set()
    step = 0
    while len(seen) < pairs:
        i, j = step % len(east), (step * 13 + step // len(east) * 5) % len(west)
        step += 1
        if (i, j) in seen:
            continue
        seen.add((i, j))
        pair = make.partnership(east[i], west[j])
        make.state(pair, source, ("", f"第{step}对结对帮扶。", "", "结对"))
    return make.quads
