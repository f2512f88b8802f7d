"""A small world, all of it invented but its places, as the graph that the questions are asked."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pyoxigraph as ox
import pytest

from xiezuo.model import (
    Agreement,
    Appointment,
    ArticleRecord,
    Assertion,
    Cooperation,
    Document,
    Evidence,
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
from xiezuo.store import EmbeddedStore


def place(code, name, parent=None, *alt_names):
    level = [Level.PROVINCE, Level.PREFECTURE, Level.COUNTY][
        (code[2:] != "0000") + (code[4:] != "00")
    ]
    full_name = parent.full_name + name if parent else name
    return Place(code, name, full_name, level, parent, alt_names)


JIANGSU = place("320000", "江苏省", None, "江苏", "苏")
XUZHOU = place("320300", "徐州市", JIANGSU, "徐州")
TONGSHAN = place("320312", "铜山区", XUZHOU, "铜山", "铜山县")
GULOU = place("320302", "鼓楼区", XUZHOU)
SHAANXI = place("610000", "陕西省", None, "陕西", "陕")
BAOJI = place("610300", "宝鸡市", SHAANXI, "宝鸡")
LONGXIAN = place("610327", "陇县", BAOJI)
NANJING_GULOU = place("320106", "鼓楼区", place("320100", "南京市", JIANGSU, "南京"))
TIANJIN = place("120000", "天津市", None, "天津")
DONGLI = place("120110", "东丽区", TIANJIN, "东丽")
GANSU = place("620000", "甘肃省", None, "甘肃", "甘", "陇")
GANGU = place("620523", "甘谷县", place("620500", "天水市", GANSU, "天水"), "甘谷")
CHANGDU = place("540300", "昌都市", place("540000", "西藏自治区", None, "西藏"), "昌都")
HANZHONG = place("610700", "汉中市", SHAANXI, "汉中")
NANTONG = place("320600", "南通市", JIANGSU, "南通")
SUZHOU = place("320500", "苏州市", JIANGSU, "苏州")
SUQIAN = place("321300", "宿迁市", JIANGSU, "宿迁")
HOSPITAL = Organization("陇县人民医院", LONGXIAN)

OLD = Document("2019.txt", "x" * 400, hashlib.sha256(b"2019").hexdigest(), "2019-11-02")
NEW = Document("news/2024.txt", "x" * 900, hashlib.sha256(b"2024").hexdigest(), "2024-05-21")
LATER = Document("news/2025.txt", "x" * 900, hashlib.sha256(b"2025").hexdigest(), "2025-03-02")
UNDATED = Document("page.txt", "x" * 300, hashlib.sha256(b"page").hexdigest())

EW, POVERTY, SUPPORT = "east-west-cooperation", "east-west-poverty-alleviation", "paired-support"
COUNTIES = Pair(TONGSHAN, LONGXIAN)
PROVINCES = Pair(JIANGSU, SHAANXI)


def said(document, start, sentence, fact, confidence=0.9, article=1):
    evidence = Evidence(
        document,
        article,
        Span(start, start + len(sentence)),
        sentence,
        "前文。",
        "后文。",
        sentence[:4],
        "made-up-rule",
        confidence,
    )
    return Assertion(fact, evidence)


def merged(key, *assertions, **more):
    return MergedFact(assertions[0].fact, key, assertions, "同一事实", **more)


PAIRED_OLD = "自2017年起，铜山区与陇县建立扶贫协作关系。"
PAIRED_NEW = "铜山区对口帮扶陇县。"

FACTS = (
    merged(
        COUNTIES.key,
        said(OLD, 10, PAIRED_OLD, Partnership(COUNTIES, (EW, POVERTY), start="2017"), 0.8),
        said(NEW, 20, PAIRED_NEW, Partnership(COUNTIES, (EW,)), 0.95),
    ),
    merged(
        PROVINCES.key,
        said(NEW, 60, "苏陕协作不断深化。", Partnership(PROVINCES, (EW,))),
    ),
    merged(
        Pair(DONGLI, GANGU).key,
        said(UNDATED, 0, "东丽区与甘谷县结对。", Partnership(Pair(DONGLI, GANGU), (EW,))),
    ),
    merged(
        Pair(DONGLI, CHANGDU).key,
        said(
            UNDATED,
            20,
            "东丽区不再对口支援昌都市。",
            Partnership(Pair(DONGLI, CHANGDU), (SUPPORT,), end="2020-06", ended=True),
            0.7,
        ),
    ),
    merged(
        f"{COUNTIES.key}/labour",
        said(
            NEW,
            80,
            "两地在就业、务工方面成效显著。",
            Cooperation(COUNTIES, "labour", "就业", Status.UNDERWAY),
        ),
        said(
            NEW,
            80,
            "两地在就业、务工方面成效显著。",
            Cooperation(COUNTIES, "labour", "务工", Status.UNDERWAY),
        ),
        said(
            NEW,
            120,
            "今后将深化劳务协作。",
            Cooperation(COUNTIES, "labour", "劳务协作", Status.PLANNED),
        ),
    ),
    merged(
        f"{COUNTIES.key}/health",
        said(
            OLD,
            60,
            "双方将在医疗领域合作。",
            Cooperation(COUNTIES, "health", "医疗", Status.PLANNED),
            0.6,
        ),
        said(
            NEW,
            300,
            "两地医疗帮扶扎实开展。",
            Cooperation(COUNTIES, "health", "医疗帮扶", Status.UNDERWAY),
            0.65,
        ),
    ),
    merged(
        f"{COUNTIES.key}/park",
        said(
            LATER,
            0,
            "两地共建产业园区。",
            Cooperation(COUNTIES, "park", "共建产业园区", Status.UNDERWAY),
        ),
    ),
    merged(
        f"{Pair(HANZHONG, NANTONG).key}",
        said(
            OLD,
            160,
            "汉中市帮扶南通市。",
            Partnership(Pair(HANZHONG, NANTONG), (POVERTY,)),
            0.4,
        ),
    ),
    merged(
        f"{Pair(HANZHONG, NANTONG).key}/labour",
        said(
            OLD,
            180,
            "双方开展劳务协作。",
            Cooperation(Pair(HANZHONG, NANTONG), "labour", "劳务协作", Status.UNDERWAY),
            0.4,
        ),
    ),
    merged(
        Pair(SUZHOU, SUQIAN).key,
        said(LATER, 20, "苏州市与宿迁市结对。", Partnership(Pair(SUZHOU, SUQIAN), ())),
    ),
    merged(
        "苏陕协作框架协议",
        said(NEW, 140, "双方签署《苏陕协作框架协议》。", Agreement("苏陕协作框架协议", ())),
    ),
    merged(
        "结对协议",
        said(OLD, 80, "签署《结对协议》。", Agreement("结对协议", (TONGSHAN, LONGXIAN))),
    ),
    merged(
        "320312-610327/苏陕协作签约仪式",
        said(
            NEW,
            140,
            "双方签署《苏陕协作框架协议》。",
            SigningCeremony(
                "苏陕协作签约仪式",
                (TONGSHAN, LONGXIAN),
                ("苏陕协作框架协议",),
                COUNTIES,
                ("industry", "park"),
                "2024-05-20",
                "陇县",
            ),
        ),
        signed=("苏陕协作框架协议",),
    ),
    merged(
        "320312-610327/联席会议",
        said(
            NEW,
            160,
            "召开2024年联席会议。",
            Meeting("2024年联席会议", (TONGSHAN, LONGXIAN, HOSPITAL), COUNTIES, "2024-05", "陇县"),
        ),
    ),
    merged(
        "320312/610327",
        said(
            NEW,
            180,
            "铜山区代表团赴陇县人民医院考察。",
            Visit(TONGSHAN, (LONGXIAN, HOSPITAL), COUNTIES, "2024"),
        ),
    ),
    merged(
        "610327/320312",
        said(OLD, 100, "陇县代表团来铜山县考察。", Visit(LONGXIAN, (TONGSHAN,), COUNTIES)),
    ),
    merged(
        "钟远山",
        said(
            NEW,
            200,
            "铜山区挂职干部、陇县副县长钟远山介绍。",
            Secondment(
                SecondmentKind.OFFICIAL,
                person="钟远山",
                sender=TONGSHAN,
                host=LONGXIAN,
                post="副县长",
                pair=COUNTIES,
                start="2023-07",
                duration="两年",
            ),
        ),
        person=Person("钟远山", LONGXIAN),
    ),
    merged(
        "320312-610327/12",
        said(
            NEW,
            220,
            "铜山区选派12名医生赴陇县人民医院。",
            Secondment(
                SecondmentKind.PROFESSIONAL, count=12, sender=TONGSHAN, host=HOSPITAL, pair=COUNTIES
            ),
        ),
    ),
    merged(
        "320312-610327/5",
        said(
            LATER,
            40,
            "铜山区“组团式”选派5名教师到陇县支教。",
            Secondment(
                SecondmentKind.PROFESSIONAL,
                count=5,
                sender=TONGSHAN,
                host=LONGXIAN,
                pair=COUNTIES,
                start="2024-09",
            ),
        ),
    ),
    merged(
        "钟远山/副县长",
        said(
            NEW,
            200,
            "铜山区挂职干部、陇县副县长钟远山介绍。",
            Appointment(Person("钟远山", LONGXIAN), "副县长", LONGXIAN),
        ),
        person=Person("钟远山", LONGXIAN),
    ),
    merged(
        "罗一鸣/院长",
        said(
            NEW,
            240,
            "陇县人民医院院长罗一鸣说。",
            Appointment(Person("罗一鸣", HOSPITAL), "院长", HOSPITAL),
        ),
        person=Person("罗一鸣", HOSPITAL),
    ),
    merged(
        "320312-610327/资金",
        said(
            NEW,
            260,
            "2023年投入财政援助资金4486万元。",
            Indicator(
                "财政援助资金",
                Decimal(44860000),
                "元",
                "4486万元",
                "",
                "2023年",
                TONGSHAN,
                LONGXIAN,
            ),
        ),
    ),
    merged(
        "320312-610327/资金-2",
        said(
            LATER,
            80,
            "2023年投入财政援助资金近4500万元。",
            Indicator(
                "财政援助资金",
                Decimal(45000000),
                "元",
                "近4500万元",
                "近",
                "2023年",
                TONGSHAN,
                LONGXIAN,
            ),
        ),
    ),
    merged(
        "320312-610327/园区企业",
        said(
            LATER,
            120,
            "共建园区入驻企业8家。",
            Indicator("园区入驻企业", Decimal(8), "家", "8家", "", None, TONGSHAN, LONGXIAN),
        ),
    ),
    merged(
        "320312/就业",
        said(
            NEW,
            280,
            "帮助近1200人次就业。",
            Indicator("帮助就业", Decimal(1200), "人次", "近1200人次", "近", None, TONGSHAN, None),
        ),
    ),
)

WORLD = Resolution(
    articles=(
        ArticleRecord(OLD, 1, "携手奔小康", ("石青",), True),
        ArticleRecord(NEW, 1, "铜山区与陇县召开联席会议", (), True, LONGXIAN),
        ArticleRecord(NEW, 2, "社区举办运动会", (), False, LONGXIAN),
        ArticleRecord(LATER, 1, "产业园区开园", (), True, LONGXIAN),
        ArticleRecord(UNDATED, 1, "", (), True),
    ),
    facts=FACTS,
)


@pytest.fixture(scope="session")
def world() -> ox.Store:
    """The graph, in pyoxigraph."""
    store = ox.Store()
    store.bulk_extend(to_quads(WORLD))
    return store


@pytest.fixture(scope="session")
def store(world) -> EmbeddedStore:
    return EmbeddedStore(world, "world")
