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


def told_all(text: str) -> list[tuple[str, list[str]]]:
    """Every person's offices, mention by mention, written like those of :func:`told`."""
    return [
        (
            person.name,
            [f"{o.title}@{o.of.name}" if o.of else f"{o.title}?{o.deixis}" for o in person.offices],
        )
        for person in people(text)
    ]


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
            "天津援甘前方指挥部周立文副总指挥说，洛南县王明远书记率队来访。",
            {"周立文": ["副总指挥@天津援甘前方指挥部"], "王明远": ["书记@洛南县"]},
        ),
        ("洛南县教育局周立文局长表示欢迎。", {"周立文": ["县教育局局长@洛南县"]}),
        (
            "湖北省援藏工作队乃东区（武汉）工作组组长周立文说。",
            {"周立文": ["组长@湖北省援藏工作队乃东区（武汉）工作组"]},
        ),
        ("苏州教育局局长周立文带队。", {"周立文": ["教育局局长@苏州市"]}),
        ("县长李镇海出席。", {"李镇海": ["县长?县"]}),
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
        ("到村党支部书记热依汗·依明家中喝奶茶。", ["热依汗·依明"]),
        (
            "县长艾合买提·阿不拉率团到访，副主任陈鹤来同志陪同。",
            ["艾合买提·阿不拉", "陈鹤来"],
        ),
        ("县发展和改革局副局长成林江措说：“路修好了。”", ["成林江措"]),
        ("县长向市领导敬献了哈达。", []),
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
        # family names that are rare, given names that are words
        ("区委副书记、区长郗远舟，州委副书记拜学文共同见证。", ["郗远舟", "拜学文"]),
        ("副市长沈雁回说，项目进展顺利。", ["沈雁回"]),
        ("市领导肖立群、宁可为参加座谈。", ["肖立群", "宁可为"]),
        ("农艺师席慕棉帮助当地推广技术。", ["席慕棉"]),
        ("副县长张有为，副县长李山参加。", ["张有为", "李山"]),
        ("县长扎西平措表示欢迎。", ["扎西平措"]),
        ("旗长乌日图那顺参加会议。", ["乌日图那顺"]),
        ("州长吉克伍沙说，欢迎再来。", ["吉克伍沙"]),
        # an aside between title and name
        ("县委常委、副县长（江宁挂职）周立文出席。", ["周立文"]),
        ("县长（候选人）周立文主持。", ["周立文"]),
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
        "重庆市奉节县地处长江三峡库区腹地。",
        "学生王明远和患者李春表示感谢。",
        "习近平总书记关于深化东西部协作的重要论述指明了方向。",
        "书记房山区调研。",
        "江宁区委书记和洛南县县长座谈。",
        "培训党政干部和医生、教师五万人次。",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "王明远来到洛南县，挂职任县委常委、副县长，他走遍了各村。",
            ["县委常委@洛南县", "副县长@洛南县"],
        ),
        (
            "王明远是江宁区实验中学副校长。2022年8月，他带着9名教师来到洛南县，担任洛南县中学校长。",
            ["副校长@江宁区实验中学", "校长@洛南县中学"],
        ),
        (
            "2018年8月，他来了。江宁区副区长王明远的身份，变成了洛南县委常委、副县长。",
            ["副区长@江宁区", "县委常委@洛南县", "副县长@洛南县"],
        ),
        ("市农业局副局长王明远到洛南县挂职副县长。", ["市农业局副局长?市", "副县长@洛南县"]),
        ("还有来自江宁区的干部王明远，挂任洛南县扶贫办副主任。", ["县扶贫办副主任@洛南县"]),
        ("王明远去年还是江宁区委常委、宣传部部长。", ["区委常委@江宁区", "宣传部部长@江宁区"]),
        ("任命王明远同志为洛南县副县长（挂职，时间两年）；", ["副县长@洛南县"]),
        ("免去王明远同志的洛南县副县长职务。", ["副县长@洛南县"]),
        (
            "江宁区中医院副院长王明远领队。他在洛南县的职务是县人民医院院长。",
            ["副院长@江宁区中医院", "院长@洛南县人民医院"],
        ),
        (
            "【人物】王明远，江宁区中医院副院长。2020年4月至今，任洛南县人民医院院长。",
            ["副院长@江宁区中医院", "院长@洛南县人民医院"],
        ),
        ("王明远同志原任江宁区委常委、统战部部长，", ["区委常委@江宁区", "统战部部长@江宁区"]),
        (
            "驿站的主任叫王明远，2019年9月挂职任洛南县科技局副局长，",
            ["主任?", "县科技局副局长@洛南县"],
        ),
        ("工作组组长将由江宁区副区长王明远同志担任，", ["副区长@江宁区", "组长@工作组"]),
        ("王明远将前往洛南县人民医院任儿科主任，", ["儿科主任@洛南县人民医院"]),
        # somebody else's post
        ("2020年4月至今，任洛南县人民医院院长。", []),
        ("江宁区区长王明远强调，要选派干部担任洛南县副县长，", ["区长@江宁区"]),
    ],
)
def test_offices_that_are_told(text: str, expected: list[str]) -> None:
    found = [
        office for person, offices in told_all(text) if person == "王明远" for office in offices
    ]
    assert found == expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "王明远是庆阳市第八中学副校长。去年，他作为“组团式”教育援藏工作队领队，带着29名教师进藏，"
            "担任山南市第二高级中学校长。",
            ["副校长@庆阳市第八中学", "领队@“组团式”教育援藏工作队", "校长@山南市第二高级中学"],
        ),
        (
            "王明远，1970年5月生。1993年1月起任庆阳市发改委主任。2013年至今，任庆阳市政协副主席。",
            ["市发改委主任@庆阳市", "市政协副主席@庆阳市"],
        ),
        ("校长由庆阳市第八中学副校长王明远担任。", ["副校长@庆阳市第八中学", "校长?"]),
        (
            "作为庆阳市人民医院副院长，王明远同志扎根高原。",
            ["副院长@庆阳市人民医院"],
        ),
    ],
)
def test_whom_a_telling_goes_on_with(text: str, expected: list[str]) -> None:
    assert [office for name, offices in told_all(text) for office in offices] == expected
    assert {name for name, _ in told_all(text)} == {"王明远"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("到洛南县支教的王明远说，孩子们很努力。", ["王明远"]),
        ("作为第三批援陕干部，王明远说，使命光荣。", ["王明远"]),
        ("医院派出王明远、周立文等2名医生赴洛南县支医。", ["王明远", "周立文"]),
        ("骨科王明远主治医师赴洛南县支医。", ["王明远"]),
        ("洛南县中学的王明远说，自己爱读书。", []),
        ("人事科王明远老师向支教队员介绍了情况。", []),
    ],
)
def test_people_without_a_title(text: str, names: list[str]) -> None:
    assert [person.name for person in people(text)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "庆阳市副市长王明远致辞。周立文 摄",
            {"王明远": ["副市长@庆阳市"]},
        ),
        (
            "洛南县委常委副县长 王明远",
            {"王明远": ["县委常委@洛南县", "副县长@洛南县"]},
        ),
        (
            "省委常委、南京市委书记周立文参加。",
            {"周立文": ["省委常委@江苏省", "市委书记@南京市"]},
        ),
        (
            "洛南县领导周立文、但明远、李春参加。",
            {name: ["县领导@洛南县"] for name in ("周立文", "但明远", "李春")},
        ),
        (
            "洛南县政府新闻发言人周立文介绍情况。",
            {"周立文": ["县政府新闻发言人@洛南县"]},
        ),
        ("庆阳市周立文书记谈学习体会。", {"周立文": ["书记@庆阳市"]}),
        ("产业园负责人加措介绍情况。", {"加措": ["产业园负责人?"]}),
        (
            "江宁区挂职洛南县委常委、副县长王明远陪同。",
            {"王明远": ["县委常委@洛南县", "副县长@洛南县"]},
        ),
        ("江宁区派驻洛南县挂职副县长王明远陪同。", {"王明远": ["副县长@洛南县"]}),
        ("市政协主席杨先生到场。", {}),
        (
            "庆阳市副市长、市对口支援和合作工作领导小组组长周立文主持。",
            {"周立文": ["副市长@庆阳市", "市对口支援和合作工作领导小组组长@庆阳市"]},
        ),
    ],
)
def test_captions_and_titles_that_nothing_parts(text: str, expected: dict[str, list[str]]) -> None:
    assert told(text) == expected


def test_what_stands_behind_a_list_is_the_office_of_each() -> None:
    listed = told("王明远、李国庆、包胡格、张志强等县领导参加座谈。")
    assert listed == {name: ["县领导?县"] for name in ("王明远", "李国庆", "包胡格", "张志强")}
    assert told("产业、教育、医疗等县领导关心的问题得到解决。") == {}
    assert told("县委办、教育局、财政局等县领导出席。") == {}
