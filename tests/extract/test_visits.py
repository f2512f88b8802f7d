"""Visits: who is said to have travelled, under which name, and where to."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.evaluate import to_gold
from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Organization, Place, Visit

PAIR = "广东省佛山市与四川省凉山州开展东西部协作。"


def visits(text: str) -> list[Visit]:
    article = make_article(text, published="2024-06-20")
    facts = [assertion.fact for assertion in extract(article, find(article))]
    return [fact for fact in facts if isinstance(fact, Visit)]


def only(text: str) -> Visit:
    (visit,) = visits(text)
    return visit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("6月2日，凉山州党政代表团赴佛山市考察。", "凉山州党政代表团"),
        ("6月2日，凉山州委书记周立文率党政代表团赴佛山市考察。", "凉山彝族自治州党政代表团"),
        ("6月2日，凉山州委书记周立文带队的招商考察团赴佛山市考察。", "凉山彝族自治州招商考察团"),
        ("6月2日，凉山州副州长周立文率队赴佛山市对接。", "四川省凉山彝族自治州周立文一行"),
        ("6月2日，凉山州政协主席周立文率队赴佛山市对接。", "四川省凉山彝族自治州政协周立文一行"),
        ("6月2日，佛山市市长钟远山会见凉山州代表团一行。", "凉山州代表团"),
        ("6月2日，凉山州赴佛山市对接东西部协作工作。", "四川省凉山彝族自治州"),
        ("6月2日，凉山州四套班子领导来到佛山市，看望慰问协作干部。", "四川省凉山彝族自治州"),
        ("6月2日，凉山州领导赴佛山市，就东西部协作举行座谈。", "四川省凉山彝族自治州"),
        ("6月2日，凉山州组织各县主要负责人共30人，赴佛山市学习。", "四川省凉山彝族自治州"),
        ("6月2日，凉山州党政代表团回访佛山市。", "凉山州党政代表团"),
        (
            "凉山州副州长周立文来到佛山市。周立文副州长一行随后到佛山市考察。",
            "四川省凉山彝族自治州周立文副州长一行",
        ),
    ],
)
def test_the_delegation_as_the_text_calls_it(text: str, name: str) -> None:
    visit = only(PAIR + text)
    assert visit.delegation == name
    assert isinstance(visit.visitor, Place)
    assert visit.visitor.name == "凉山彝族自治州"
    assert [place.name for place in visit.visited] == ["佛山市"]


def test_the_row_has_the_name_and_the_fact_the_place() -> None:
    article = make_article(PAIR + "6月2日，凉山州党政代表团赴佛山市考察。", published="2024-06-20")
    (row,) = to_gold(extract(article, find(article)))["visits"]
    assert row["visitor"] == "凉山州党政代表团"


def test_a_chamber_goes_as_such_but_doctors_do_not() -> None:
    visit = only(PAIR + "6月2日，佛山市工商联赴凉山州昭觉县开展捐赠活动。")
    assert isinstance(visit.visitor, Organization)
    assert visit.delegation == "佛山市工商联"
    assert visits(PAIR + "6月2日，佛山市第一人民医院赴凉山州昭觉县开展义诊。") == []


def test_what_the_delegation_was_shown_later_is_of_the_same_visit() -> None:
    visit = only(
        PAIR + "6月2日，凉山州委书记周立文率党政代表团赴佛山市考察。"
        "代表团先后考察了顺德区清晖园博物馆。周立文一行还走访了高明区更合镇。"
    )
    names = {one.name for one in visit.visited}
    assert {"佛山市", "顺德区清晖园博物馆", "更合镇"} <= names


def test_a_team_that_stays_makes_no_visit() -> None:
    assert visits(PAIR + "佛山市副市长钟远山率援川工作队赴凉山州开展帮扶。") == []
    assert visits(PAIR + "广东省驻凉山工作组赴昭觉县开展帮扶。") == []


def test_a_team_that_stays_visits_where_it_looks_at_the_work() -> None:
    visit = only(PAIR + "6月2日，广东省援川前方指挥部来凉山州昭觉县开展东西部协作调研。")
    assert visit.delegation == "广东省援川前方指挥部"
    team = "6月2日，广东省驻川工作组组长周立文带领广东省驻川工作组一行来昭觉县调研。"
    assert only(PAIR + team).delegation == "广东省驻川工作组"


def test_an_official_does_not_visit_the_place_of_the_visit() -> None:
    """The outlet's own 市长 is not the visitor where that would be a visit at home."""
    text = PAIR + "凉山州积极谋划，6月2日由州委副书记、州长周立文率队赴佛山市对接。"
    assert only(text).visitor.name == "凉山彝族自治州"


@pytest.mark.parametrize(
    ("text", "gone_to"),
    [
        ("江宁区委书记周立文前往洛南县，实地察看协作项目，看望挂职干部。", {"洛南县"}),
        ("江宁区委书记周立文到洛南县走访慰问挂职干部。", {"洛南县"}),
        ("江宁区委书记周立文一行8人，在洛南县副县长钟远山的陪同下，前往洛南县考察。", {"洛南县"}),
        ("江宁区副区长周立文同志，率调研组前往洛南县考察。", {"洛南县"}),
        ("江宁区区长周立文、副区长钟远山分赴洛南县、山阳县开展协作交流。", {"洛南县", "山阳县"}),
        ("江宁区考察组在洛南县副县长钟远山陪同下考察了山阳县。", {"山阳县"}),
        ("洛南县迎来了一批客人——江宁区30余名企业家。", {"洛南县"}),
        ("江宁区慈善总会会长周立文和企业负责人等一行，赶到洛南县捐赠图书。", {"洛南县"}),
        ("江宁区区长周立文一行应邀来访。", {"洛南县"}),
        ("江宁区副区长周立文以及企业代表团一行到洛南县考察。", {"洛南县"}),
        ("江宁区区长周立文率领的党政代表团抵达洛南县。", {"洛南县"}),
        ("来自南京市江宁区的爱心企业家来到洛南县，看望慰问困难学生。", {"洛南县"}),
        ("区长周立文同洛南县县长钟远山率领的代表团座谈。", {"江宁区"}),
    ],
)
def test_ways_to_tell_of_a_journey(text: str, gone_to: set[str]) -> None:
    visit = only("江宁区与陕西省洛南县东西部协作有成效。" + text)
    assert {party.name for party in visit.visited} == gone_to


@pytest.mark.parametrize(
    "text",
    [
        "商洛市副市长、江宁区援陕工作组组长周立文一行到洛南县调研。",
        "江宁援陕干部周立文带领工作组深入洛南县走访。",
        "江宁区委书记周立文赴洛南县挂职。",
    ],
)
def test_those_sent_to_stay_visit_nobody(text: str) -> None:
    assert visits("江宁区与陕西省洛南县东西部协作有成效。" + text) == []


def test_a_team_of_nobody_named_comes_from_the_other_side() -> None:
    visit = only(PAIR + "6月2日，市教育局副局长周立文率领慰问团前往凉山州看望教师。")
    assert visit.delegation == "广东省佛山市慰问团"
    town = "6月2日，乐从镇镇长周立文率乐从镇党政代表团赴凉山州考察。"
    assert only(PAIR + town).delegation.endswith("乐从镇党政代表团")
    alone = "6月2日，州委常委周立文率队赴四川省参加洽谈会。"
    assert only("广东省与四川省开展东西部协作。" + alone).delegation == "广东省周立文一行"


def test_who_is_taken_along_says_whose_visit_it_is() -> None:
    text = "6月2日，省委副书记周立文率领凉山州委、州政府主要领导到佛山市考察。"
    assert only(PAIR + text).visitor.name == "凉山彝族自治州"
