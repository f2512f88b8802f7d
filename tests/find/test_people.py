"""People by their titles: who is found, with which offices, of which place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import make_article

from xiezuo.find.organisations import find_organisations
from xiezuo.find.people import find_people
from xiezuo.find.places import find_places
from xiezuo.model import Organization, PersonMention


def people(text: str) -> list[PersonMention]:
    article = make_article(f"东西部协作座谈会召开\n\n{text}\n")
    places = tuple(find_places(article))
    return list(find_people(article, places, tuple(find_organisations(article, places))))


def told(text: str) -> dict[str, list[str]]:
    """Each person's offices as "title@place", "title?市" where the level is left open."""
    return {
        person.name: [
            f"{office.title}@{office.of.name}" if office.of else f"{office.title}?{office.deixis}"
            for office in person.offices
        ]
        for person in people(text)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "庆阳市委书记周立文，市委副书记、市长王明远，副市长李春参加。",
            {
                "周立文": ["市委书记@庆阳市"],
                "王明远": ["市委副书记@庆阳市", "市长@庆阳市"],
                "李春": ["副市长@庆阳市"],
            },
        ),
        (
            "江苏省委常委、南京市委书记周立文率队考察。",
            {"周立文": ["省委常委@江苏省", "市委书记@南京市"]},
        ),
        (
            "廊坊市委常委、三河市委书记周立文，市政府副市长王明远出席。",
            {
                "周立文": ["市委常委@廊坊市", "市委书记@三河市"],
                "王明远": ["市政府副市长@廊坊市"],
            },
        ),
        ("市委常委、组织部部长、统战部部长周立文主持会议。", None),
        (
            "甘肃省政府副秘书长、天津援甘前方指挥部总指挥周立文带队。",
            {"周立文": ["省政府副秘书长@甘肃省", "总指挥@天津援甘前方指挥部"]},
        ),
        (
            "东丽区农业农村委书记、主任周立文代表东丽区捐赠。",
            {"周立文": ["区农业农村委书记@东丽区", "主任@东丽区"]},
        ),
        (
            "副县长周立文、王明远，县领导李春、赵大海、钱卫国参加。",
            {
                "周立文": ["副县长?县"],
                "王明远": ["副县长?县"],
                "李春": ["县领导?县"],
                "赵大海": ["县领导?县"],
                "钱卫国": ["县领导?县"],
            },
        ),
        ("洛南县县委书记周立文介绍了情况。", {"周立文": ["县委书记@洛南县"]}),
        ("马边彝族自治县委书记周立文陪同。", {"周立文": ["县委书记@马边彝族自治县"]}),
        ("达州市长周立文指出，要深化协作。", {"周立文": ["市长@达州市"]}),
        (
            "新疆维吾尔自治区党委书记周立文，自治区党委副书记、自治区主席王明远出席。",
            {
                "周立文": ["自治区党委书记@新疆维吾尔自治区"],
                "王明远": [
                    "自治区党委副书记@新疆维吾尔自治区",
                    "自治区主席@新疆维吾尔自治区",
                ],
            },
        ),
        ("喀什地区招商局副局长周立文推介。", {"周立文": ["地区招商局副局长@喀什地区"]}),
    ],
)
def test_titles_with_their_places(text: str, expected: dict[str, list[str]] | None) -> None:
    if expected is None:
        expected = {"周立文": ["市委常委?市", "组织部部长?", "统战部部长?"]}
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县长周扬首先致辞。", ["周扬"]),
        ("县长周扬率队考察。", ["周扬"]),
        ("县长周立率队考察。", ["周立"]),
        ("县长王平和县委书记李和平在座谈会上发言。", ["王平", "李和平"]),
        ("县委书记周立文一行来到园区。", ["周立文"]),
        ("市领导欧阳贵有、司马光明出席。", ["欧阳贵有", "司马光明"]),
        ("州领导热依汗·依明、买买提江·吐尔孙等出席。", ["热依汗·依明", "买买提江·吐尔孙"]),
        ("县委常委、常务副县长扎西多吉和副县长周立文带队。", ["扎西多吉", "周立文"]),
        ("县长才让东智介绍了情况。", ["才让东智"]),
        ("7月3日，县委书记王  伟一行来到江宁区，考察对接东西部协作工作。", ["王伟"]),
        ("副区长（挂职）周立文参加。", ["周立文"]),
        ("挂职洛南县副县长的周立文说。", ["周立文"]),
        ("区长于会文、副区长高峰参加。", ["于会文", "高峰"]),
        ("书记与市长陈胜共商合作。", ["陈胜"]),
        ("县教育局局长周立文同志讲话。", ["周立文"]),
        ("周立文（洛南县委书记）与王明远座谈。", ["周立文"]),
        ("会上，周立文副县长介绍了情况。", ["周立文"]),
        ("周立文，男，汉族，现任洛南县副县长。", ["周立文"]),
        ("周立文，选派到县人民医院工作。", ["周立文"]),
        ("苏木党委副书记、苏木达周立文参加。", ["周立文"]),
    ],
)
def test_where_names_end(text: str, names: list[str]) -> None:
    assert [person.name for person in people(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "区委书记和县长就此交换意见。",
        "县长对协作工作表示感谢。",
        "部长要求各单位抓好落实。",
        "主任会议听取了汇报。",
        "书记处书记出席。",
        "书记高度评价了两地协作。",
        "局长通过视频讲话。",
        "县长于近日会见了客人。",
        "院长信箱和县长热线已经开通。",
        "村民周立文很高兴。",
        "学生王明远和患者李春表示感谢。",
        "习近平总书记关于深化东西部协作的重要论述指明了方向。",
        "书记房山区调研。",
        "培训党政干部和医生、教师五万人次。",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert people(text) == []


def test_reporters_and_editors_are_not_read() -> None:
    article = make_article(
        "两地召开座谈会\n\n■ 记者 周立文\n\n洛南县委书记王明远出席。\n\n责任编辑：李春\n"
    )
    places = tuple(find_places(article))
    assert [p.name for p in find_people(article, places)] == ["王明远"]


def test_company_heads_serve_the_company() -> None:
    (person,) = people("林芝高原农业有限公司党委书记兼董事长周立文参加。")
    (office,) = person.offices
    assert office.title == "党委书记兼董事长"
    assert isinstance(office.of, Organization)
    assert office.of.name == "林芝高原农业有限公司"


def test_bodies_named_by_their_level_take_the_place_of_the_list() -> None:
    (person,) = people("山东省政府副秘书长、省援疆指挥部总指挥周立文致辞。")
    assert [office.of.name for office in person.offices if office.of] == [
        "山东省",
        "山东省援疆指挥部",
    ]


def test_spans_mark_the_name_and_the_title() -> None:
    text = "洛南县委书记周立文、县长王明远出席。"
    article = make_article(f"东西部协作座谈会召开\n\n{text}\n")
    places = tuple(find_places(article))
    first, second = find_people(article, places)
    assert first.span.of(article.text) == "周立文"
    assert first.offices[0].span.of(article.text) == "洛南县委书记"
    assert second.offices[0].span.of(article.text) == "县长"


PIECES = [
    "县委书记",
    "副县长",
    "总指挥",
    "挂职",
    "教师",
    "周立文",
    "王平",
    "才让东智",
    "热依汗·依明",
    "洛南县",
    "省",
    "、",
    "，",
    "。",
    "（",
    "）",
    "“",
    " ",
    "和",
    "任",
    "现任",
    "同志",
    "率队",
    "一行",
    "是",
    "于",
    "高度",
    "村",
    "公司",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_whatever_the_words_spans_lie_in_the_text(pieces: list[str]) -> None:
    article = make_article(
        "东西部协作座谈会召开\n\n会上，" + "".join(pieces) + "，双方深化协作。\n"
    )
    places = tuple(find_places(article))
    organisations = tuple(find_organisations(article, places))
    found = list(find_people(article, places, organisations))
    for person in found:
        assert person.name == person.span.of(article.text).replace(" ", "")
        assert len(person.name) >= 2
        assert all(0 <= office.span.start < office.span.end for office in person.offices)
        assert all(office.title for office in person.offices)
    starts = [person.span.start for person in found]
    assert starts == sorted(set(starts))
