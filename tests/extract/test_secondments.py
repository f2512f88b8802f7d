"""Secondments of all kinds, and the sides that they lead from and to."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Organization, Place, Secondment, SecondmentKind

PAIR = "江苏省南京市江宁区与陕西省商洛市洛南县开展东西部协作。"

Row = tuple[str | None, int | None, str | None, str | None]


def secondments(text: str, opening: str = PAIR) -> list[Secondment]:
    article = make_article(f"东西部协作工作推进情况\n\n{opening}{text}\n", published="2024-06-20")
    facts = (assertion.fact for assertion in extract(article, find(article)))
    return [fact for fact in facts if isinstance(fact, Secondment)]


def rows(text: str, opening: str = PAIR) -> list[Row]:
    """Person, count, sender and host of each secondment."""

    def name(party: Place | Organization | None) -> str | None:
        return party.name if party else None

    return [
        (fact.person, fact.count, name(fact.sender), name(fact.host))
        for fact in secondments(text, opening)
    ]


OUT = ("江宁区", "洛南县")
BACK = ("洛南县", "江宁区")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江宁区选派15名党政干部赴洛南县挂职。", [(None, 15, *OUT)]),
        ("江宁区选派党政干部5名、专业技术人才12名。", [(None, 5, *OUT), (None, 12, *OUT)]),
        ("洛南县选派12名干部到江宁区跟岗学习。", [(None, 12, *BACK)]),
        ("江宁区将选派15名党政干部赴洛南县挂职。", [(None, 15, *OUT)]),
        ("江宁区派出科技人员35名，接收洛南县挂职干部12名。", [(None, 35, *OUT), (None, 12, *BACK)]),
        ("接收江宁区教师16名，选派30名干部到江宁区挂职。", [(None, 16, *OUT), (None, 30, *BACK)]),
        ("江宁区先后选派四批挂职干部共162名到洛南县。", [(None, 162, *OUT)]),
        (
            "江宁区的20名人才赴洛南县。其中，教师12名、医生8名。",
            [(None, n, *OUT) for n in (20, 12, 8)],
        ),
        ("王明远和7名同事来到洛南县。", [(None, 7, *OUT)]),
        ("原有的54名支教教师期满返回江宁区。", [(None, 54, *OUT)]),
        ("一行前往洛南县看望慰问挂职干部。", [(None, None, *OUT)]),
        ("双方互派挂职干部6人。", [(None, 6, *OUT)]),
        ("江宁区选派3批次17名干部人才到洛南县挂职帮扶。", [(None, 17, *OUT)]),
        ("江宁区选派4名政治素质高、专业能力强的医生赴洛南县支医。", [(None, 4, *OUT)]),
        ("来自江宁区的24名支教教师抵达洛南县。", [(None, 24, *OUT)]),
        ("江宁区选派了大批干部到洛南县挂职。", [(None, None, *OUT)]),
        ("座谈会后，双方慰问了洛南县在江宁区的挂职干部。", [(None, None, *BACK)]),
        ("江宁区第三批援陕干部人才启程。", [(None, None, "江宁区", "陕西省")]),
        ("江宁区第三批援陕队伍共58人，分赴各县。", [(None, 58, "江宁区", "陕西省")]),
        ("19名江宁区第三批援陕医疗队员到岗。", [(None, 19, "江宁区", "陕西省")]),
        ("江宁区选派支教12人、支医8人到洛南县。", [(None, 12, *OUT), (None, 8, *OUT)]),
        ("江宁区派出三批9名、四批11名干部到洛南县挂职。", [(None, 9, *OUT), (None, 11, *OUT)]),
        ("江宁区感谢洛南县对江宁区援陕干部的关心爱护。", [(None, None, "江宁区", "陕西省")]),
        ("洛南县在江宁区挂职干部出席活动。", [(None, None, *BACK)]),
        ("两地累计互派挂职干部56人次。", [(None, 56, *OUT)]),
        ("江宁区选派干部到洛南县工作15批47人次。", [(None, 47, *OUT)]),
        ("我们江宁区第十批援陕干部总共15人。", [(None, 15, "江宁区", "陕西省")]),
        ("王明远同江宁区23名队员一起，踏上了支医之旅。", [(None, 23, *OUT)]),
        ("苏陕协作驻洛南县工作队建成车间12个。", [(None, None, "江苏省", "洛南县")]),
        ("江宁区选派的第三批江苏援陕工作队进驻洛南县。", [(None, None, *OUT)]),
        (
            "前三年，江宁区分别选派教师12名、15名、20名到洛南县支教。",
            [(None, n, *OUT) for n in (15, 12, 20)],
        ),
        ("洛南县迎来江宁区第五批21名专技人才。", [(None, 21, *OUT)]),
        ("江宁区派员32人次到洛南县开展技术指导。", [(None, 32, *OUT)]),
        ("两地干部双向挂职26人。", [(None, 26, *OUT)]),
        ("座谈会上，县长与江宁区援陕干部进行座谈。", [(None, None, "江宁区", "陕西省")]),
        ("在江宁区派驻洛南县挂职干部入户家访时，她想去打工。", [(None, None, *OUT)]),
        ("江宁区帮扶工作组在洛南县开起了培训班。", [(None, None, *OUT)]),
    ],
)
def test_groups(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "江宁区帮助培训党政干部15名、专业技术人才40名。",
        "江宁区将选派党政干部赴洛南县挂职。",
        "各区每年选派挂职干部不少于2名。",
        "一行到洛南县为援陕教师送行。",
        "希望双方选派更多优秀干部交流挂职。",
        "两地切实发挥挂职干部的桥梁纽带作用。",
        "帮助农村劳动力就业300人。",
        "15名干部参加了座谈会。",
        "会上，2名援陕干部代表作了发言。",
        "洛南县委书记王明远看望了在洛南县挂职的同志。",
        "陕西省乡村振兴驻村工作队走访了群众。",
        "援陕干部中有“80后”干部2名。",
        "洛南县派出20名医护人员驰援江宁区抗疫。",
        "会议部署江宁区援陕干部选派工作。",
        "洛南县委书记王明远代表全县30万各族干部群众欢迎客人。",
        "张文明光荣地成为了一名援陕教师的家属。",
        "洛南县选派12名干部到西安市参加学习。",
        "从全省9个设区市选拔优秀援陕教师。",
        "洛南县派驻江宁区招商工作队举办推介会。",
        "江宁区区长王明远说，他来到洛南县看望支教老师的家人。",
        "洛南县与江宁区在江苏援陕前方指挥部召开座谈会。",
        "\n▲江宁区医疗帮扶团队在手术中。",
        "嘉宾在洛南县合影。江苏援陕前方指挥部 供图",
    ],
)
def test_what_is_none(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江宁区挂职干部、洛南县副县长王明远介绍了情况。", [("王明远", 1, *OUT)]),
        ("挂职洛南县委常委、副县长的王明远说。", [("王明远", 1, *OUT)]),
        ("洛南县委常委、副县长（挂职）王明远参加。", [("王明远", 1, *OUT)]),
        ("王明远，江宁区发改局副局长，现挂职洛南县副县长。", [("王明远", 1, *OUT)]),
        ("江宁区医院主治医师王明远在洛南县人民医院支医。", [("王明远", 1, *OUT)]),
        ("王明远，选派到洛南县人民医院工作。", [("王明远", 1, *OUT)]),
        ("来自江宁区的洛南县副县长王明远发言。", [("王明远", 1, *OUT)]),
        ("洛南县副县长王明远刚刚从江宁区挂职归来。", [("王明远", 1, *BACK)]),
        ("江宁区援陕干部，曾任洛南县副县长的王明远说。", [("王明远", 1, *OUT)]),
        (
            "江宁区派出了王明远、周立文等2名干部到洛南县挂职。",
            [("王明远", 1, *OUT), ("周立文", 1, *OUT), (None, 2, *OUT)],
        ),
        ("江宁区医院儿科王明远主治医师到洛南县支医。", [("王明远", 1, *OUT)]),
        ("“我叫王明远，来自江宁区，是一名支教教师。”", [("王明远", 1, *OUT)]),
        ("王明远主动请缨，报名参加援陕，来到洛南县医院支医。", [("王明远", 1, *OUT)]),
        ("去年8月，江宁区选派王明远到洛南县挂职。", [("王明远", 1, *OUT)]),
        (
            "江宁区的援陕教师王明远、化学老师张瑶很受欢迎。",
            [("王明远", 1, "江宁区", "陕西省"), ("张瑶", 1, "江宁区", "陕西省")],
        ),
        ("王明远到洛南县挂职之前，很少有人请王明远帮忙。", [("王明远", 1, *OUT)]),
        ("王明远是一名教师。去年，他从江宁区来到洛南县中学支教。", [("王明远", 1, *OUT)]),
        ("洛南县中学副校长王明远来自南京市江宁区教育局。", [("王明远", 1, "江宁区", "洛南县中学")]),
        ("洛南县商务局副局长王明远（挂职）说。", [("王明远", 1, *OUT)]),
        ("王明远由江宁区选派至洛南县中医院。", [("王明远", 1, *OUT)]),
        ("王明远是江宁区发改局的一名干部，去年起挂职洛南县发改局。", [("王明远", 1, *OUT)]),
        ("洛南县副县长王明远是江宁区派来的挂职干部。", [("王明远", 1, *OUT)]),
    ],
)
def test_named_people(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_leader_of_a_command_post_has_the_post_of_the_host() -> None:
    found = secondments(
        "山东省政府副秘书长、省援疆指挥部总指挥、喀什地委副书记王明远致辞。",
        "山东省对口支援新疆喀什地区。",
    )
    leader = next(fact for fact in found if fact.person)
    assert (leader.person, leader.post) == ("王明远", "地委副书记")
    assert isinstance(leader.host, Place)
    assert leader.host.name == "喀什地区"
    assert [fact.kind for fact in found if not fact.person] == [SecondmentKind.TASK_FORCE]


def test_several_places_that_send_give_one_row_each() -> None:
    opening = "河西区与平凉市开展东西部协作，天津市河西区结对帮扶甘肃省平凉市崆峒区、庄浪县。"
    found = rows("两地领导慰问了平凉市崆峒区、庄浪县在河西区的挂职干部。", opening)
    assert sorted(found, key=str) == [
        (None, None, "崆峒区", "河西区"),
        (None, None, "庄浪县", "河西区"),
    ]


def test_term_start_and_kind() -> None:
    (fact,) = secondments("2024年3月5日，江宁区选派8名医生赴洛南县开展为期一年的支医工作。")
    assert (fact.duration, fact.start) == ("一年", "2024-03-05")
    assert fact.kind is SecondmentKind.PROFESSIONAL
    assert fact.pair is not None


def test_one_group_told_twice_is_one() -> None:
    text = "江宁区第十批共15名援陕干部启程赴洛南县。第十批援陕干部15人，均为党政干部。"
    assert [row[1] for row in rows(text)] == [15]


def test_a_nation_wide_programme_sends_from_nowhere_in_particular() -> None:
    article = make_article("17个省市选派2114名第三批援藏干部人才进藏，对口支援西藏。")
    facts = [a.fact for a in extract(article, find(article))]
    groups = [fact for fact in facts if isinstance(fact, Secondment)]
    assert [(g.count, g.sender, g.host.name if g.host else None) for g in groups] == [
        (2114, None, "西藏自治区")
    ]


def test_those_who_are_met_serve_the_prefecture_that_is_paired() -> None:
    text = "代表团看望辽宁援疆干部人才。"
    assert rows(text, "辽宁省对口支援塔城地区。") == [(None, None, "辽宁省", "塔城地区")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江苏省援陕工作队和洛南县政府共同主办此次活动。",
            [],
        ),
        ("据江苏省援陕工作队介绍，洛南县建成车间12个。", []),
        ("洛南县商务局联合江苏省援陕工作队开展督导。", []),
        ("两年来8名干部79名教师赴江宁区跟岗。", [(None, 8, *BACK), (None, 79, *BACK)]),
        ("江宁区第三批（22名）援陕干部来到洛南县。", [(None, 22, *OUT)]),
        ("1名干部拟挂任洛南县委常委。", []),
        ("江宁区区长周立文与来洛南县挂职的江宁区干部座谈。", [(None, None, *OUT)]),
        ("洛南县副县长周立文，一位来自江宁区的援陕干部。", [("周立文", 1, *OUT)]),
        ("江宁人周立文一直在区里工作。2021年，他来到洛南县挂职副县长。", [("周立文", 1, *OUT)]),
        ("大夫周立文去年从江宁区中医院到洛南县工作。", [("周立文", 1, *OUT)]),
        ("江苏援陕管理组组织省内医疗专家周立文讲课。", []),
        (
            "江苏援陕工作队5名队员进驻洛南县。",
            [(None, None, "江苏省", "陕西省"), (None, 5, "江苏省", "洛南县")],
        ),
        ("来自江宁区的干部扎根山乡。", [(None, None, *OUT)]),
        ("在洛南县挂职的江宁区干部周立文说。", [("周立文", 1, *OUT)]),
        ("江宁区选派15名教育、医疗、农业等领域专业技术人才赴洛南县。", [(None, 15, *OUT)]),
        ("15名教育、卫生专业技术人才往返两地。", [(None, 15, *OUT)]),
        (
            "洛南县柔性引进江宁区医疗专家8人、教育专家5人。",
            [(None, 8, *OUT), (None, 5, *OUT)],
        ),
        ("江宁区9名专技人才来洛南县开展为期三个月的帮扶。", [(None, 9, *OUT)]),
        ("江宁区从9家医院抽调11名骨干医生组成医疗队赴洛南县。", [(None, 11, *OUT)]),
        ("江宁区挂职洛南县委常委、副县长周立文陪同。", [("周立文", 1, *OUT)]),
        ("江宁区派驻洛南县挂职副县长周立文陪同。", [("周立文", 1, *OUT)]),
        ("先后有五批干部来过洛南县。", []),
        ("为赴洛南县支医的周立文等3位同志送行。", [("周立文", 1, *OUT), (None, 3, *OUT)]),
    ],
)
def test_who_only_hosts_an_event_and_who_is_sent(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_what_each_place_sends_of_a_group() -> None:
    found = rows("江苏省选派9名教师赴陕西省支教，其中南京市4人、无锡市5人。")
    assert found == [
        (None, 9, "江苏省", "陕西省"),
        (None, 4, "南京市", "陕西省"),
        (None, 5, "无锡市", "陕西省"),
    ]


def test_two_places_are_those_last_named() -> None:
    text = "江苏省投入陕西省资金3亿元；建成车间12个。两地互派干部9名。\n江宁区与洛南县结对。"
    assert rows(text, "江苏省与陕西省开展东西部协作。" + PAIR) == [
        (None, 9, "江苏省", "陕西省"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江宁区第一中学副校长周立文，赴洛南县，担任县职业学校校长。", [("周立文", 1, *OUT)]),
        ("来自江宁区发改局、现任洛南县发改局副局长周立文说。", [("周立文", 1, *OUT)]),
        ("江宁援陕团队成员周立文说。", [("周立文", 1, "江宁区", "陕西省")]),
        ("区长向援派洛南县的挂职干部表示诚挚问候。", [(None, None, *OUT)]),
        ("江宁区选派13名优秀中小学教师赴洛南县支教。", [(None, 13, *OUT)]),
        ("江宁区赴洛南县挂职小组联系石坡镇。", [(None, None, *OUT)]),
        ("江宁区第三批第二轮援陕教师带着重托，启程到洛南县。", [(None, None, *OUT)]),
        (
            "苏陕协作工作队洛南县工作组组长周立文说。",
            [("周立文", 1, "江苏省", "洛南县"), (None, None, "江苏省", "洛南县")],
        ),
        (
            "看望了在洛南县支教的周立文、钟远山、李小明等老师。",
            [("周立文", 1, *OUT), ("钟远山", 1, *OUT), ("李小明", 1, *OUT)],
        ),
    ],
)
def test_those_sent_by_their_posts_and_greeted(text: str, expected: list[Row]) -> None:
    assert sorted(rows(text), key=repr) == sorted(expected, key=repr)
