import pytest
from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.mentions import Mentions, areas, may_abbreviate
from xiezuo.model import DateMention, PlaceMention, Span

PLACE = PlaceMention(Span(6, 9), None)
DATE = DateMention(Span(0, 4), "2024")


def test_the_rest_is_found_once_and_only_when_asked_for():
    asked = []

    def rest(areas):
        asked.append(areas)
        return [DATE]

    mentions = Mentions([PLACE], rest)
    assert areas(mentions) == [PLACE]
    assert not asked
    assert list(mentions) == [DATE, PLACE]
    assert (len(mentions), mentions[0], mentions[1:]) == (2, DATE, [PLACE])
    assert asked == [[PLACE]]


def test_the_areas_of_a_plain_list_are_those_among_it():
    assert areas([DATE, PLACE]) == [PLACE]


def test_what_is_found_stands_in_the_order_of_the_text():
    mentions = find(make_article("2024年5月6日，江宁区区长周立文赴洛南县考察，投入资金300万元。"))
    starts = [mention.span.start for mention in mentions]
    assert starts == sorted(starts)
    assert len({type(mention) for mention in mentions}) >= 4
    assert set(areas(mentions)) < set(mentions)


def test_places_are_not_looked_for_where_the_words_say_enough():
    def areas_of_no_use():
        raise AssertionError("asked for places")
        yield PLACE

    article = make_article("市区举行长跑比赛，消防救援队到场值守。")
    mentions = Mentions(areas_of_no_use(), list)
    assert list(extract(article, mentions)) == []


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("津甘协作有序推进。", True),
        ("延锡两地签署协议。", True),
        ("援疆干部抵达。", True),
        ("校企合作有序推进，产业链不断延伸。", False),
        ("消防救援队到场值守，志愿者支援。", False),
    ],
)
def test_abbreviations_are_told_without_looking_for_places(text, may):
    assert may_abbreviate(find(make_article(text))) is may
    assert may_abbreviate([PLACE])
