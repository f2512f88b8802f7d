import json
from decimal import Decimal

import pytest

from xiezuo.errors import InputError
from xiezuo.evaluate import FIELDS, read_gold, to_gold
from xiezuo.model import (
    Agreement,
    Appointment,
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
    Secondment,
    SecondmentKind,
    SigningCeremony,
    Span,
    Status,
    Visit,
)

EAST = Place("320312", "铜山区", "江苏省徐州市铜山区", Level.COUNTY)
WEST = Place("610327", "陇县", "陕西省宝鸡市陇县", Level.COUNTY)
PAIR = Pair(EAST, WEST)


def said(fact, confidence=0.9, rule="some-rule"):
    document = Document("a.txt", "铜山区与陇县结对。", "0" * 64)
    sentence = document.text
    span = Span(0, len(sentence))
    return Assertion(fact, Evidence(document, 1, span, sentence, "", "", "结对", rule, confidence))


def write(path, *documents):
    path.write_text("\n".join(json.dumps(d, ensure_ascii=False) for d in documents), "utf-8")
    return path


def test_missing_fields_are_empty_and_agreements_become_rows(tmp_path):
    (document,) = read_gold(write(tmp_path / "g.jsonl", {"file": "a", "agreements": ["《甲》"]}))
    assert document["agreements"] == [{"title": "《甲》"}]
    assert all(document[field] == [] for field in FIELDS if field != "agreements")
    assert document["relevant"] is True


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "2: is not JSON"),
        ("[]", "2: is no annotation"),
        ('{"relevant": true}', "2: is no annotation"),
        ('{"file": "a", "visits": {}}', "2: visits is no list"),
        ('{"file": "a", "visits": [1]}', "2: visits: 1 is no object"),
        ('{"file": "a", "visits": [{"visitor": "甲"}]}', "a row lacks “to”"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, problem):
    path = tmp_path / "g.jsonl"
    path.write_text('{"file": "good"}\n' + line + "\n", "utf-8")
    with pytest.raises(InputError, match=problem):
        read_gold(path)


def test_an_empty_or_missing_file_is_named(tmp_path):
    (tmp_path / "empty.jsonl").write_text("\n", "utf-8")
    for name in ("empty.jsonl", "missing.jsonl"):
        with pytest.raises(InputError, match=name):
            read_gold(tmp_path / name)


FACTS = {
    "partnerships": (
        Partnership(PAIR, ("east-west-cooperation",)),
        {"supporter": EAST.full_name, "supporter_code": "320312", "recipient_code": "610327"},
    ),
    "domains": (
        Cooperation(PAIR, "labour", "就业", Status.PLANNED),
        {"recipient": WEST.full_name, "concept": "labour", "phrase": "就业", "status": "planned"},
    ),
    "ceremonies": (
        SigningCeremony(None, (EAST, Organization("某公司")), ("协议",), date="2024-05"),
        {"name": None, "parties": [EAST.full_name, "某公司"], "signed": ["协议"]},
    ),
    "secondments": (
        Secondment(SecondmentKind.TASK_FORCE, count=3, sender=EAST, host=WEST, duration="一年"),
        {"person": None, "count": 3, "from": EAST.full_name, "kind": "工作组", "term": "一年"},
    ),
    "officials": (
        Appointment(Person("钟远山", EAST), "区长", EAST),
        {"person": "钟远山", "title": "区长", "of": EAST.full_name},
    ),
    "meetings": (Meeting("联席会议", (EAST, WEST)), {"name": "联席会议"}),
    "visits": (Visit(EAST, (WEST,)), {"visitor": EAST.full_name, "to": [WEST.full_name]}),
    "agreements": (Agreement("框架协议"), {"title": "框架协议"}),
    "indicators": (
        Indicator("资金", Decimal("1.5E+7"), "元", "1500万元", supporter=EAST),
        {"value": 15000000, "supporter": EAST.full_name, "recipient": None},
    ),
}


@pytest.mark.parametrize("field", FIELDS)
def test_every_kind_of_fact_has_its_row(field):
    fact, expected = FACTS[field]
    document = to_gold([said(fact)], "a.txt")
    (row,) = document[field]
    assert expected.items() <= row.items()
    assert row["evidence"]["rule"] == "some-rule"
    assert document["relevant"] is True
    assert sum(len(document[other]) for other in FIELDS) == 1


def test_a_merged_fact_shows_its_best_statement():
    statements = (said(FACTS["meetings"][0], 0.6, "weak"), said(FACTS["meetings"][0], 0.95, "best"))
    (row,) = to_gold([MergedFact(FACTS["meetings"][0], "k", statements)])["meetings"]
    assert row["evidence"]["rule"] == "best"
    assert row["evidence"]["confidence"] == 0.95


def test_nothing_found_is_not_relevant():
    assert to_gold([], "a")["relevant"] is False
    assert to_gold([], "a", relevant=True)["relevant"] is True
