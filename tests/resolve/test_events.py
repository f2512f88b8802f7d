import pytest
from tests.world import (
    CIXI,
    FIRST,
    HOSPITAL,
    LIANGSHAN,
    LONG,
    PAIR,
    SECOND,
    UNDATED,
    YUYAO,
    ZHAOJUE,
    articles,
    document,
    said,
)

from xiezuo.model import Agreement, Meeting, Partnership, SigningCeremony, Visit
from xiezuo.resolve import resolve

BOTH = (YUYAO, ZHAOJUE)
NAME = "余姚市·昭觉县东西部协作联席会议"


def events(*assertions, kind=Meeting):
    return [one for one in resolve(articles(assertions)).facts if isinstance(one.fact, kind)]


def test_two_articles_on_one_day_tell_of_one_meeting():
    (merged,) = events(
        said(FIRST, Meeting(NAME, BOTH, date="2023-05-17")),
        said(SECOND, Meeting("余姚市与昭觉县东西部协作联席会议", (ZHAOJUE,), date="2023-05")),
    )
    assert merged.fact.date == "2023-05-17"
    assert merged.fact.parties == BOTH
    assert merged.key == f"330281+513431/2023-05-17/{merged.fact.name}"


@pytest.mark.parametrize(
    "other",
    [
        Meeting(NAME, BOTH, date="2024-06-01"),
        Meeting("余姚市·昭觉县消费帮扶产品推介会", BOTH, date="2023-05-17"),
        Meeting(NAME, (YUYAO, LIANGSHAN), date="2023-05-17"),
        Meeting(NAME, BOTH),
    ],
    ids=["another year", "another name", "other parties", "no date, another source"],
)
def test_meetings_that_stay_apart(other):
    assert (
        len(events(said(FIRST, Meeting(NAME, BOTH, date="2023-05-17")), said(SECOND, other))) == 2
    )


def test_a_number_in_the_name_tells_yearly_meetings_apart():
    first, second = Meeting("第二次" + NAME, BOTH), Meeting("第三次" + NAME, BOTH)
    assert len(events(said(FIRST, first), said(FIRST, second, start=50))) == 2


def test_an_undated_mention_in_a_copy_belongs_to_the_meeting():
    copy = document("转载.txt")
    dated, undated = Meeting(NAME, BOTH, date="2023-05-17"), Meeting("联席会议", BOTH)
    assert len(events(said(FIRST, dated, LONG), said(UNDATED, undated))) == 2
    similar = Meeting("余姚·昭觉东西部协作联席会议", BOTH)
    assert len(events(said(FIRST, dated, LONG), said(copy, similar, LONG))) == 1


def test_a_ceremony_without_a_name_is_found_by_parties_and_date():
    (merged,) = events(
        said(FIRST, SigningCeremony(None, BOTH, ("年度协议",), date="2023-05-17")),
        said(SECOND, SigningCeremony("东西部协作签约仪式", BOTH, ("劳务协议",), date="2023-05-17")),
        kind=SigningCeremony,
    )
    assert merged.fact.name == "东西部协作签约仪式"
    assert merged.fact.signed == ("劳务协议", "年度协议")


def test_what_was_signed_becomes_agreements_with_the_ceremony_as_evidence():
    stated = [
        said(FIRST, SigningCeremony("签约仪式", BOTH, ("年度协议", "劳务协议"))),
        said(FIRST, Agreement("《年度协议》", BOTH), start=70),
    ]
    agreements = events(*stated, kind=Agreement)
    (ceremony,) = events(*stated, kind=SigningCeremony)
    assert [one.fact.title for one in agreements] == ["劳务协议", "年度协议"]
    assert ceremony.signed == tuple(sorted(one.key for one in agreements))
    assert all(len(one.assertions) == 1 for one in agreements)


def test_a_ceremony_links_the_agreement_of_its_own_parties():
    stated = [
        said(FIRST, SigningCeremony("签约仪式", BOTH, ("结对协议",))),
        said(FIRST, Agreement("结对协议", (CIXI, LIANGSHAN)), start=70),
        said(FIRST, Agreement("结对协议", BOTH), start=140),
    ]
    (ceremony,) = events(*stated, kind=SigningCeremony)
    assert ceremony.signed == ("330281+513431/结对协议",)


def test_the_pair_is_that_of_the_only_partnership_among_the_parties():
    partnership = said(FIRST, Partnership(PAIR))
    (visit,) = events(partnership, said(SECOND, Visit(ZHAOJUE, (YUYAO, HOSPITAL))), kind=Visit)
    assert visit.fact.pair == PAIR
    (visit,) = events(said(SECOND, Visit(ZHAOJUE, (YUYAO,))), kind=Visit)
    assert visit.fact.pair is None


def test_visits_of_one_visitor_to_other_places_stay_apart():
    stated = [
        said(FIRST, Visit(YUYAO, (ZHAOJUE,), date="2023-05-17")),
        said(SECOND, Visit(YUYAO, (ZHAOJUE, HOSPITAL), date="2023-05-17")),
        said(SECOND, Visit(YUYAO, (LIANGSHAN,), date="2023-05-17"), start=50),
    ]
    merged = events(*stated, kind=Visit)
    assert sorted(len(one.fact.visited) for one in merged) == [1, 2]


def test_events_under_one_key_are_numbered():
    stated = [
        said(FIRST, Visit(YUYAO, (ZHAOJUE,)), start=0),
        said(FIRST, Visit(YUYAO, (ZHAOJUE,), date="2023"), start=50),
        said(SECOND, Visit(YUYAO, (ZHAOJUE,), date="2023"), start=50),
        said(SECOND, Visit(YUYAO, (ZHAOJUE,), date="2024"), start=90),
    ]
    keys = [one.key for one in events(*stated, kind=Visit)]
    assert len(set(keys)) == len(keys) == 2
