"""Statements that tests put together by hand: real places, invented people and articles."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from decimal import Decimal

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
    Organization,
    Pair,
    Partnership,
    Person,
    Place,
    Secondment,
    SecondmentKind,
    SigningCeremony,
    Span,
    Status,
    Visit,
)


def place(code: str, name: str, parent: Place | None = None, *alt_names: str) -> Place:
    levels = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
    level = levels[(code[2:] != "0000") + (code[4:] != "00")]
    full_name = parent.full_name + name if parent else name
    return Place(code, name, full_name, level, parent, alt_names)


ZHEJIANG = place("330000", "浙江省", None, "浙江", "浙")
NINGBO = place("330200", "宁波市", ZHEJIANG, "宁波", "甬")
YUYAO = place("330281", "余姚市", NINGBO, "余姚")
CIXI = place("330282", "慈溪市", NINGBO, "慈溪")
SICHUAN = place("510000", "四川省", None, "四川", "川")
LIANGSHAN = place("513400", "凉山彝族自治州", SICHUAN, "凉山")
ZHAOJUE = place("513431", "昭觉县", LIANGSHAN, "昭觉")
MEIGU = place("513436", "美姑县", LIANGSHAN, "美姑")
TOWN = Place(None, "新城镇", "四川省凉山彝族自治州昭觉县新城镇", Level.TOWNSHIP, ZHAOJUE)
HOSPITAL = Organization("昭觉县人民医院", ZHAOJUE)

PAIR = Pair(YUYAO, ZHAOJUE)
OTHER_PAIR = Pair(CIXI, MEIGU)
EW, POVERTY, SUPPORT = "east-west-cooperation", "east-west-poverty-alleviation", "paired-support"


def document(name: str, published: str | None = None, **more: str) -> Document:
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return Document(name, "", sha256, published, **more)  # type: ignore[arg-type]


def said(
    document: Document,
    fact: Fact,
    sentence: str = "余姚市与昭觉县的协作不断深化。",
    confidence: float = 0.9,
    start: int = 0,
    article: int = 1,
) -> Assertion:
    evidence = Evidence(
        document=document,
        article=article,
        span=Span(start, start + len(sentence)),
        exact=sentence,
        prefix="前文。",
        suffix="后文。",
        trigger=sentence[:4],
        rule=f"{type(fact).__name__.lower()}-rule",
        confidence=confidence,
    )
    return Assertion(fact, evidence)


def articles(
    assertions: Iterable[Assertion], home: Place | None = None
) -> list[tuple[ArticleRecord, list[Assertion]]]:
    """The assertions with a record for each article that makes one."""
    found: dict[tuple[str, int], tuple[ArticleRecord, list[Assertion]]] = {}
    for one in assertions:
        evidence = one.evidence
        key = (evidence.document.sha256, evidence.article)
        record = ArticleRecord(
            evidence.document, evidence.article, f"{evidence.document.name}的标题", (), True, home
        )
        found.setdefault(key, (record, []))[1].append(one)
    return list(found.values())


LONG = (
    "日前，余姚市与昭觉县东西部协作联席会议在昭觉召开，双方回顾了协作历程，"
    "围绕产业、劳务、教育、医疗等方面深入交流，并签署年度协作协议。"
)
"""A sentence that is long enough to tell a copy by."""

FIRST = document("浙川-2023.txt", "2023-05-18", url="https://example.org/1", source="测试日报")
SECOND = document("浙川-2024.txt", "2024-06-02", title="余姚昭觉再携手")
UNDATED = document("无日期.txt")

MANY: tuple[Assertion, ...] = (
    said(FIRST, Partnership(PAIR, (POVERTY,), start="2018", end="2020-12", ended=True), start=10),
    said(SECOND, Partnership(PAIR, (EW,), start="2021"), confidence=0.95, start=10),
    said(SECOND, Partnership(Pair(ZHEJIANG, SICHUAN), (EW,)), "浙川协作迈上新台阶。", start=40),
    said(FIRST, Cooperation(PAIR, "labour", "劳务", Status.UNDERWAY), LONG, start=60),
    said(SECOND, Cooperation(PAIR, "labour", "稳岗就业", Status.PLANNED), LONG, start=60),
    said(SECOND, Cooperation(PAIR, "education", "教育", Status.PLANNED), LONG, start=60),
    said(
        SECOND,
        SigningCeremony(
            None, (YUYAO, ZHAOJUE), ("年度协作协议",), PAIR, ("labour",), "2024-06-01", "昭觉县"
        ),
        LONG,
        start=60,
    ),
    said(SECOND, Agreement("年度协作协议", (YUYAO, ZHAOJUE)), LONG, start=60),
    said(
        SECOND,
        Meeting("余姚市·昭觉县联席会议", (YUYAO, ZHAOJUE), PAIR, "2024-06", "昭觉县"),
        LONG,
        start=60,
    ),
    said(SECOND, Visit(YUYAO, (ZHAOJUE, HOSPITAL, TOWN), PAIR, "2024-06-01"), start=200),
    said(
        SECOND,
        Secondment(
            SecondmentKind.OFFICIAL,
            person="方远之",
            sender=YUYAO,
            host=ZHAOJUE,
            post="县委常委、副县长",
            pair=PAIR,
            start="2023-07",
            duration="三年",
        ),
        start=240,
    ),
    said(
        UNDATED,
        Secondment(SecondmentKind.PROFESSIONAL, count=15, sender=YUYAO, host=HOSPITAL),
        "余姚市选派15名医生到昭觉县人民医院。",
    ),
    said(SECOND, Appointment(Person("方远之", ZHAOJUE), "副县长", ZHAOJUE), start=240),
    said(UNDATED, Appointment(Person("阿木日布", HOSPITAL), "院长", HOSPITAL), start=40),
    said(
        FIRST,
        Indicator(
            "财政援助资金", Decimal(50000000), "元", "5000万元", "", "2022年", YUYAO, ZHAOJUE
        ),
        start=300,
    ),
    said(
        UNDATED,
        Indicator("帮助就业", Decimal(1200), "人次", "近1200人次", "近", None, ZHEJIANG, None),
        start=80,
    ),
)
"""Statements of every kind."""
