"""Signings, meetings and visits: what is one event, and what is none."""

from __future__ import annotations

from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Agreement, Fact, Meeting, Organization, Place, SigningCeremony, Visit

PAIR = "广东省佛山市与四川省凉山州召开东西部协作第三次联席会议。"


def facts(text: str) -> list[Fact]:
    article = make_article(text, published="2024-06-20")
    return [a.fact for a in extract(article, find(article))]


def signings(text: str) -> list[SigningCeremony]:
    return [fact for fact in facts(text) if isinstance(fact, SigningCeremony)]


def name(party: Place | Organization) -> str:
    return party.name


def test_what_parts_of_the_sides_sign_at_a_meeting_is_one_signing() -> None:
    (signing,) = signings(
        PAIR + "会上，双方签署框架协议。佛山市顺德区与凉山州美姑县签署《结对帮扶协议》。"
    )
    assert signing.name is not None and signing.name.endswith("联席会议")
    assert {"佛山市", "顺德区", "美姑县"} <= set(map(name, signing.parties))
    assert signing.signed == ("结对帮扶协议",)


def test_signings_that_are_ordered_or_referred_to() -> None:
    assert signings(PAIR + "会议要求，各结对区县要于7月底前签订协议。") == []
    (referred,) = signings(PAIR + "按照佛山市与凉山州签订的《东西部协作框架协议》开展工作。")
    assert referred.name is None


def test_meetings_that_are_counted_are_none() -> None:
    text = "佛山市与凉山州深化东西部协作，互访8次，召开联席会议2次。"
    assert [fact for fact in facts(text) if isinstance(fact, Meeting)] == []


def test_a_bare_name_is_the_meeting_told_of_before() -> None:
    text = "佛山市与凉山州东西部协作农产品推介会举行。推介会上，企业介绍了产品。"
    (meeting,) = [fact for fact in facts(text) if isinstance(fact, Meeting)]
    assert meeting.name.endswith("农产品推介会")


def test_a_leader_visits_under_his_name_alone() -> None:
    text = (
        "佛山市与凉山州东西部协作有成效。佛山市副市长周立文出席会议。"
        "会前，周立文一行实地察看了凉山州昭觉县的帮扶车间。"
    )
    (visit,) = [fact for fact in facts(text) if isinstance(fact, Visit)]
    assert name(visit.visitor) == "佛山市"
    assert "昭觉县" in set(map(name, visit.visited))


def test_an_invitation_is_no_visit() -> None:
    text = PAIR + "凉山州诚挚邀请佛山市党政代表团来凉山参观指导。"
    assert [fact for fact in facts(text) if isinstance(fact, Visit)] == []


def test_bodies_that_sign_are_parties_beside_the_sides() -> None:
    (signing,) = signings(PAIR + "6月2日，佛山市商务局与凉山州商务局签订东西部协作框架协议。")
    assert {"佛山市", "佛山市商务局", "凉山州商务局"} <= set(map(name, signing.parties))


def test_projects_that_are_only_counted_are_no_signing() -> None:
    text = "佛山市与凉山州深化东西部协作，凉山州在佛山签约46个招商项目，签约金额3亿元。"
    assert signings(text) == []
    (signing,) = signings("佛山市与凉山州东西部协作招商推介会举行。会上，签约46个招商项目。")
    assert signing.name is not None and signing.name.endswith("推介会")


def test_projects_signed_at_a_ceremony_are_signed_there() -> None:
    (signing,) = signings(PAIR + "会议举行了首批合作项目签约仪式，双方共签订合作项目11个。")
    assert signing.name == "首批合作项目签约仪式"


def test_two_meetings_counted_in_one_name() -> None:
    text = "佛山市·凉山州东西部协作第三次、第四次联席会议顺利召开。"
    found = [fact.name for fact in facts(text) if isinstance(fact, Meeting)]
    assert [one[-7:] for one in found] == ["第三次联席会议", "第四次联席会议"]


def test_meetings_that_only_seem_to_be_named() -> None:
    text = PAIR + "在座谈交流会上，双方发言。钟远山参加考察交流活动或座谈会。"
    assert [f.name for f in facts(text) if isinstance(f, Meeting) and "次" not in f.name] == []


def test_a_name_keeps_what_stands_in_its_quotation_marks() -> None:
    text = "佛山市与凉山州深化东西部协作。6月2日，“粤川同心，山海同行”凉山州招商推介会举行。"
    (meeting,) = [fact for fact in facts(text) if isinstance(fact, Meeting)]
    assert meeting.name == "“粤川同心，山海同行”凉山州招商推介会"


def test_a_plan_with_both_sides_in_its_title_is_joint() -> None:
    text = (
        PAIR
        + "按照《佛山市与凉山州东西部协作实施方案》和《凉山州东西部协作资金管理办法》开展工作。"
    )
    titles = [fact.title for fact in facts(text) if isinstance(fact, Agreement)]
    assert titles == ["佛山市与凉山州东西部协作实施方案"]


def test_fairs_of_many_are_no_meetings_of_the_sides() -> None:
    text = PAIR + "6月2日，凉山州代表团赴佛山市参加中国·西部国际投资贸易洽谈会。"
    assert [f for f in facts(text) if isinstance(f, Meeting) and "贸易" in f.name] == []


def test_a_meeting_that_is_heeded_is_the_provinces() -> None:
    text = PAIR + "佛山市要落实粤川扶贫协作工作座谈会最新部署。"
    (_, meeting) = [fact for fact in facts(text) if isinstance(fact, Meeting)]
    assert [name(party) for party in meeting.parties] == ["广东省", "四川省"]


def test_a_meeting_held_in_neither_side_is_the_provinces() -> None:
    text = PAIR + "6月2日，在广州举行的粤川合作座谈会上，佛山市与凉山州签署协议书。"
    (_, meeting) = [fact for fact in facts(text) if isinstance(fact, Meeting)]
    assert [name(party) for party in meeting.parties] == ["广东省", "四川省"]


def test_the_two_places_said_to_sign_are_the_parties() -> None:
    text = PAIR + "2019年5月，广东省人民政府与凉山州人民政府签署《康养合作协议》。"
    assert [name(party) for party in signings(text)[0].parties] == ["广东省", "凉山彝族自治州"]


def test_so_many_bodies_of_each_side_sign() -> None:
    text = PAIR + "在医疗上，佛山市3家医院分别与凉山州5家医院签署了6个专科建设协议。"
    parties = [name(party) for party in signings(text)[0].parties]
    assert {"佛山市3家医院", "凉山州5家医院"} <= set(parties)


def test_sides_that_hold_a_bare_meeting() -> None:
    text = (
        "辽宁省对口支援塔城地区。28日下午，塔城地区与辽宁省党政代表团在辽宁援疆前方指挥部"
        "召开工作座谈会。"
    )
    found = facts(text)
    (meeting,) = [fact for fact in found if isinstance(fact, Meeting)]
    assert (meeting.name, set(map(name, meeting.parties))) == (
        "工作座谈会",
        {"辽宁省", "塔城地区"},
    )
    assert [fact for fact in found if isinstance(fact, Visit)] == []


def test_a_meeting_of_two_cities_is_that_with_their_names() -> None:
    text = (
        "市领导出席两市协作工作联席会议\n\n广东省湛江市对口帮扶广西柳州市。"
        "2日，两市召开湛江—柳州协作联席会议。"
    )
    (meeting,) = [fact for fact in facts(text) if isinstance(fact, Meeting)]
    assert meeting.name == "湛江—柳州协作联席会议"


def test_meetings_among_standing_mechanisms_are_none() -> None:
    text = PAIR[:16] + "开展东西部协作，建立了高层互访、联席会议、干部挂职等工作机制。"
    assert [fact for fact in facts(text) if isinstance(fact, Meeting)] == []


def test_pupils_visit_but_do_not_come_to_learn() -> None:
    opening = "广东省佛山市与四川省凉山州开展东西部协作。凉山州的50名少先队员来到佛山市"
    (visit,) = [f for f in facts(opening + "参加手拉手活动。") if isinstance(f, Visit)]
    assert visit.delegation == "凉山州的50名少先队员"
    assert [f for f in facts(opening + "就读。") if isinstance(f, Visit)] == []


def test_a_signing_is_of_the_occasion_that_its_paragraph_goes_back_to() -> None:
    (signing,) = signings(
        "9日，广东省佛山市优质农产品走进凉山州活动在西昌举办。\n佛山市与凉山州开展东西部协作。\n"
        "两地互派干部。\n企业介绍了产品。\n农户介绍了产品。\n"
        "活动现场气氛热烈。佛山市商务局与凉山州商务局签订了《产销对接框架协议》。"
    )
    assert signing.name is not None and signing.name.endswith("走进凉山州活动")


def meetings_of(text: str) -> list[Meeting]:
    return [fact for fact in facts(text) if isinstance(fact, Meeting)]


def test_a_talk_without_a_name_is_of_those_who_came_and_their_hosts() -> None:
    told = "佛山市与凉山州开展东西部协作。"
    (talk,) = meetings_of(told + "5月6日，佛山市副市长周立文率队到凉山州考察，并召开座谈会。")
    assert talk.name == "座谈会"
    assert set(map(name, talk.parties)) == {"佛山市", "凉山彝族自治州"}
    assert meetings_of(told + "佛山市慰问团到凉山州看望援川干部，并召开座谈会。") == []
    assert meetings_of(told + "凉山州召开座谈会，听取各县意见。") == []


def test_an_activity_at_which_the_sides_meet() -> None:
    told = "佛山市与凉山州开展东西部协作。"
    (event,) = meetings_of(told + "5月6日，佛山·凉山文旅合作交流活动在西昌举行。")
    assert event.name == "佛山·凉山文旅合作交流活动"
    assert meetings_of(told + "5月6日，凉山州合作交流活动在西昌举行。") == []


def test_a_meeting_is_of_the_part_in_its_name() -> None:
    (event,) = meetings_of("佛山市与凉山州开展东西部协作。5月6日，凉山越西招商推介会举行。")
    assert "越西县" in set(map(name, event.parties))


def test_signings_of_other_places_are_others_unless_at_one_meeting() -> None:
    told = "佛山市与凉山州开展东西部协作。"
    two = "佛山市南海区与凉山州越西县签订劳务协议；佛山市顺德区与凉山州美姑县签订消费协议。"
    assert len(signings(told + two)) == 2
    assert len(signings(PAIR + "会上，" + two)) == 1


def test_bodies_in_the_name_of_a_ceremony_sign() -> None:
    (signing,) = signings(
        "佛山市与凉山州开展东西部协作。佛山市第一人民医院与凉山州中医院专科建设合作签约仪式举行。"
    )
    assert {"佛山市第一人民医院", "凉山州中医院"} <= set(map(name, signing.parties))


def test_a_ceremony_that_a_meeting_held_besides_is_part_of_it() -> None:
    (signing,) = signings("佛山市与凉山州东西部协作招商推介会举行。会上还举行了合作项目签约仪式。")
    assert signing.name is not None and signing.name.endswith("推介会")


def visits_of(text: str) -> list[Visit]:
    return [fact for fact in facts(text) if isinstance(fact, Visit)]


def test_a_delegation_has_its_fuller_name() -> None:
    (visit,) = visits_of(
        "佛山市与凉山州开展东西部协作。凉山州代表团赴佛山考察。"
        "5月6日，四川省凉山州代表团在佛山市顺德区考察。"
    )
    assert visit.delegation == "四川省凉山州代表团"


def test_journeys_to_a_place_of_one_letter_and_of_both_sides() -> None:
    told = "上海市与云南省开展东西部协作。"
    (visit,) = visits_of(told + "云南省商务厅副厅长周立文等3人到沪走访企业。")
    assert set(map(name, visit.visited)) == {"上海市"}
    assert len(visits_of(told + "上海市、云南省两地代表团互访8次。")) == 2


def test_agreements_that_are_counted_or_reached() -> None:
    told = "佛山市与凉山州开展东西部协作。"
    assert signings(told + "今年以来，凉山州签署招商协议6个，资金3亿元。") == []
    (signing,) = signings(told + "5月6日，佛山市与凉山州达成文旅合作协议。")
    assert set(map(name, signing.parties)) == {"佛山市", "凉山彝族自治州"}


def test_firms_that_are_brought_along() -> None:
    told = "佛山市与凉山州开展东西部协作。"
    (visit,) = visits_of(told + "凉山州邀请甲集团、乙公司等20余家企业来凉山考察。")
    assert visit.delegation == "甲集团、乙公司等20余家企业"
    assert visits_of(told + "凉山州邀请甲集团、乙公司等20余家企业签订协议。") == []


def test_delegations_of_both_sides_that_went_to_see_each_other() -> None:
    told = "佛山市与凉山州开展东西部协作。"
    visits = visits_of(told + "一年来，两地党政代表团先后3次互访。")
    assert {name(visit.visitor) for visit in visits} == {"佛山市", "凉山彝族自治州"}
    assert visits_of(told + "两地主要领导定期互访。") == []


def test_a_notice_of_one_side_is_no_agreement() -> None:
    told = "佛山市与凉山州开展东西部协作，两地密切配合。"
    assert not [
        fact
        for fact in facts(told + "印发《关于做好消费帮扶工作的通知》。")
        if isinstance(fact, Agreement)
    ]


def test_a_talk_called_after_a_visit() -> None:
    told = "佛山市与凉山州开展东西部协作。佛山市副市长周立文率队到凉山州考察。"
    (talk,) = meetings_of(told + "在召开的座谈会上，周立文介绍了佛山市的情况。")
    assert talk.name == "座谈会"
    assert meetings_of(told + "在随后召开的座谈会上，周立文介绍了情况。") == []
