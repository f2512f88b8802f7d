"""Each field matches as DATA-MODEL's "How a prediction matches" says."""

import pytest

from xiezuo.evaluate.match import CRITERIA, assign

EAST, WEST = "江苏省徐州市铜山区", "陕西省宝鸡市陇县"


def right(field, gold, predicted):
    """How many units of ``gold`` find a partner among ``predicted``, and of how many each."""
    pairs = assign(gold, predicted, CRITERIA[field])
    return (
        sum(g is not None and p is not None for g, p in pairs),
        sum(g is not None for g, _ in pairs),
        sum(p is not None for _, p in pairs),
    )


def pairing(supporter, recipient, codes=(None, None), **more):
    return {
        "supporter": supporter,
        "supporter_code": codes[0],
        "recipient": recipient,
        "recipient_code": codes[1],
    } | more


def test_partnerships_match_by_codes_and_never_turned_round():
    gold = [pairing(EAST, WEST, ("320312", "610327"))]
    assert right("partnerships", gold, [pairing("x", "y", ("320312", "610327"))]) == (1, 1, 1)
    assert right("partnerships", gold, [pairing(EAST, WEST, ("320312", "610326"))]) == (0, 1, 1)
    assert right("partnerships", gold, [pairing(WEST, EAST, ("610327", "320312"))]) == (0, 1, 1)


def test_partnerships_match_by_name_where_a_code_is_missing():
    gold = [pairing(EAST, "甘肃省兰州新区", ("320312", None))]
    assert right("partnerships", gold, [pairing(EAST, "兰州新区", ("320312", None))]) == (1, 1, 1)
    assert right("partnerships", gold, [pairing(EAST, "甘肃省", ("320312", "620000"))])[0] == 0


def test_domains_match_by_pair_and_concept_and_count_once():
    gold = [
        pairing(EAST, WEST, concept="labour", phrase="就业"),
        pairing(EAST, WEST, concept="labour", phrase="劳务协作"),
    ]
    found = [pairing("铜山区", "陇县", concept="labour", phrase="务工")]
    assert right("domains", gold, found) == (1, 1, 1)
    assert right("domains", gold, [pairing(EAST, WEST, concept="health")]) == (0, 1, 1)
    assert right("domains", gold, [pairing(EAST, "陕西省", concept="labour")]) == (0, 1, 1)


@pytest.mark.parametrize(
    ("gold_name", "found_name", "matches"),
    [
        ("2024年苏陕协作联席会议", "苏陕协作联席会议", 1),
        ("消费帮扶签约仪式", "产业合作项目集中开工", 0),
        (None, "消费帮扶签约仪式", 1),
        ("消费帮扶签约仪式", None, 0),
        ("東西部協作座談會", "东西部协作座谈会", 1),
    ],
)
@pytest.mark.parametrize("field", ["ceremonies", "meetings"])
def test_events_match_by_a_party_and_a_similar_name(field, gold_name, found_name, matches):
    gold = [{"name": gold_name, "parties": [EAST, WEST]}]
    found = [{"name": found_name, "parties": ["铜山区", "某公司"]}]
    assert right(field, gold, found) == (matches, 1, 1)
    assert right(field, gold, [found[0] | {"parties": ["某公司"]}])[0] == 0


def test_secondments_match_by_person():
    gold = [{"person": "钟远山", "count": 1, "from": EAST, "to": WEST}]
    assert right("secondments", gold, [{"person": "钟远山", "from": None, "to": None}])[0] == 1
    assert right("secondments", gold, [{"person": "罗一鸣", "from": EAST, "to": WEST}])[0] == 0
    assert right("secondments", gold, [{"person": None, "count": 1, "from": EAST, "to": WEST}]) == (
        (0, 1, 1)
    )


@pytest.mark.parametrize(
    ("found", "matches"),
    [
        ({"count": 12, "from": EAST, "to": "别处县"}, 1),
        ({"count": 12, "from": None, "to": "陇县"}, 1),
        ({"count": 12, "from": "别处县", "to": None}, 0),
        ({"count": 13, "from": EAST, "to": WEST}, 0),
        ({"count": None, "from": EAST, "to": WEST}, 0),
    ],
)
def test_unnamed_secondments_match_by_count_and_a_side(found, matches):
    gold = [{"person": None, "count": 12, "from": EAST, "to": WEST}]
    assert right("secondments", gold, [{"person": None} | found]) == (matches, 1, 1)


def test_officials_match_office_by_office():
    gold = [{"person": "钟远山", "title": "区委副书记、区长", "of": EAST}]
    found = [
        {"person": "钟远山", "title": "区长", "of": EAST},
        {"person": "钟远山", "title": "铜山区委副书记", "of": None},
        {"person": "罗一鸣", "title": "区长", "of": EAST},
    ]
    assert right("officials", gold, found) == (2, 2, 3)


def test_visits_match_by_visitor_and_a_destination():
    gold = [{"visitor": "铜山区党政代表团", "to": [WEST, "陇县某某产业园"]}]
    assert right("visits", gold, [{"visitor": EAST, "to": ["别的产业园"]}])[0] == 0
    assert right("visits", gold, [{"visitor": EAST, "to": ["陇县"]}])[0] == 1
    assert right("visits", gold, [{"visitor": WEST, "to": ["陇县"]}])[0] == 0
    assert right("visits", [gold[0] | {"to": []}], [{"visitor": EAST, "to": ["陇县"]}])[0] == 1


def test_agreements_match_by_title_without_marks():
    gold = [{"title": "《铜山区—陇县合作框架协议(2024—2026年)》"}]
    found = [{"title": "铜山区—陇县合作框架协议（2024—2026年）"}]
    assert right("agreements", gold, found) == (1, 1, 1)
    assert right("agreements", gold, [{"title": "合作框架协议"}])[0] == 0


def test_indicators_match_by_value_and_similar_measure():
    gold = [{"measure": "财政援助资金", "value": 28000000}]
    assert right("indicators", gold, [{"measure": "财政资金", "value": 2.8e7}])[0] == 1
    assert right("indicators", gold, [{"measure": "财政援助资金", "value": 28}])[0] == 0
    assert right("indicators", gold, [{"measure": "吸纳就业", "value": 28000000}])[0] == 0


def test_the_assignment_is_as_large_as_it_can_be():
    # Greedy would give the second gold meeting's only partner to the first.
    gold = [
        {"name": "对口合作工作座谈会", "parties": [EAST, WEST]},
        {"name": "对口合作工作座谈会", "parties": [WEST]},
    ]
    found = [
        {"name": "对口合作工作座谈会", "parties": [WEST]},
        {"name": "对口合作工作座谈会议", "parties": [EAST]},
    ]
    assert right("meetings", gold, found) == (2, 2, 2)
