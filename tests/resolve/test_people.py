from tests.world import (
    CIXI,
    FIRST,
    HOSPITAL,
    MEIGU,
    SECOND,
    UNDATED,
    YUYAO,
    ZHAOJUE,
    articles,
    document,
    said,
)

from xiezuo.model import Appointment, Organization, Person, Secondment
from xiezuo.model import SecondmentKind as Kind
from xiezuo.resolve import resolve


def office(document, title, of, name="方远之", start=0):
    return said(document, Appointment(Person(name, of), title, of), start=start)


def sent(document, start=0, **values):
    return said(document, Secondment(Kind.OFFICIAL, **values), start=start)


def merged(*assertions):
    return resolve(articles(assertions)).facts


def test_namesakes_of_two_places_are_two_people():
    one, other = merged(office(FIRST, "县长", ZHAOJUE), office(SECOND, "县长", MEIGU))
    assert one.person != other.person


def test_a_name_in_one_article_is_one_person():
    one, other = merged(
        office(FIRST, "副县长", ZHAOJUE), office(FIRST, "发展和改革局副局长", YUYAO, start=40)
    )
    assert one.person == other.person


def test_a_secondee_is_the_official_of_the_host():
    secondment, appointment = merged(
        sent(FIRST, person="方远之", sender=YUYAO, host=ZHAOJUE, post="副县长"),
        office(SECOND, "副县长", ZHAOJUE),
    )
    assert secondment.person == appointment.person == Person("方远之", ZHAOJUE)


def test_an_organisation_belongs_to_its_seat():
    bureau = Organization("昭觉县教育局", ZHAOJUE)
    one, other = merged(office(FIRST, "局长", bureau), office(SECOND, "县委委员", ZHAOJUE))
    assert one.person == other.person


def test_the_same_office_is_one_fact():
    (one,) = merged(office(FIRST, "县长", ZHAOJUE), office(SECOND, "县长", ZHAOJUE))
    assert one.key == "513431-方远之/县长"
    assert len(one.assertions) == 2


def test_a_name_without_any_place_identifies_nobody():
    nobody = said(FIRST, Appointment(Person("方远之"), "主任"))
    assert merged(nobody, sent(SECOND, person="方远之")) == ()


def test_a_secondment_without_a_host_joins_the_only_one_of_the_person():
    (one,) = merged(
        sent(FIRST, person="方远之", sender=YUYAO, host=ZHAOJUE),
        sent(FIRST, person="方远之", sender=YUYAO, duration="三年", start=50),
    )
    assert (one.fact.host, one.fact.duration) == (ZHAOJUE, "三年")


def test_groups_are_one_by_number_sides_and_source_or_day():
    group = {"count": 15, "sender": YUYAO, "host": HOSPITAL}
    same_day = document("另一家.txt", FIRST.published)
    assert len(merged(sent(FIRST, **group), sent(same_day, **group))) == 1
    assert len(merged(sent(FIRST, **group), sent(FIRST, start=60, **group))) == 1
    assert len(merged(sent(FIRST, **group), sent(SECOND, **group))) == 2
    assert len(merged(sent(UNDATED, **group), sent(document("无日期二.txt"), **group))) == 2
    assert len(merged(sent(FIRST, **group), sent(FIRST, **group | {"sender": CIXI}))) == 2
    teachers, doctors = group | {"post": "教师"}, group | {"post": "医生"}
    assert len(merged(sent(FIRST, **teachers), sent(FIRST, start=60, **doctors))) == 2
