"""Places in a text: what is read, what is left alone, and which place is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import make_article

from xiezuo.find.places import find_places
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level, PlaceMention


def read(text: str, **metadata: str) -> list[PlaceMention]:
    return list(find_places(make_article(text, **metadata)))


def places(text: str, **metadata: str) -> list[tuple[str, str | None]]:
    """The mentions as written and the full names of what they mean, without roads and the like."""
    article = make_article(text, **metadata)
    return [
        (mention.span.of(article.text), mention.place and mention.place.full_name)
        for mention in find_places(article)
        if mention.form != "inside"
    ]


@pytest.mark.parametrize(
    ("written", "full_name"),
    [
        ("甘肃省平凉市崆峒区", "甘肃省平凉市崆峒区"),
        ("甘肃平凉崆峒", "甘肃省平凉市崆峒区"),
        ("内蒙古通辽市库伦旗", "内蒙古自治区通辽市库伦旗"),
        ("浙江省杭州市", "浙江省杭州市"),
        ("天津河西区", "天津市河西区"),
        ("甘肃定西安定区", "甘肃省定西市安定区"),
        ("吉林省吉林市", "吉林省吉林市"),
        ("青海海南州", "青海省海南藏族自治州"),
        ("上海市南市区", "上海市黄浦区"),
        ("重庆市江北区", "重庆市两江新区"),
        ("新疆生产建设兵团第三师", "新疆生产建设兵团第三师"),
        ("深圳市大鹏新区", "广东省深圳市大鹏新区"),
        ("重庆市忠县", "重庆市忠县"),
    ],
)
def test_parents_and_name_are_one_mention(written: str, full_name: str) -> None:
    assert places(f"近日，{written}有关负责人介绍了情况。") == [(written, full_name)]


@pytest.mark.parametrize(
    "text",
    [
        "区委书记和县长共同主持，双方深化合作市场建设。",
        "要适应城市发展，供应城市居民，在陇东山区新建社区。",
        "坚持长治久安、和平友好，发展朝阳产业，新华社记者报道。",
        "中方企业与城区、郊区群众同享，东西部协作结硕果。",
        "市农业科学院副研究员崔丹阳参加活动，秘书长张安顺、局长丁安庆出席。",
        "州委书记沈阳带队考察。",
        "大江大河源头，复合肥产量增加，出海口繁忙，迎接五十周年大庆。",
        "三百万山区群众参加，两千余名山区干部返乡，各级解放区旧址开放。",
        "图们江畔，长白山下，阿里巴巴来了。",
        "召开县委常委会，到达县城，公开县级名单，提高县域经济。",
        "希望双方携手，热火朝天干事，统一部署和安排工作。",
    ],
)
def test_words_and_persons_are_no_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云南山区群众", ["云南"]),
        ("从江苏来的企业、从江西来的客商", ["江苏", "江西"]),
        ("青海南部地区", ["青海"]),
        ("微山东里小区", []),
        ("北海市铁山港区与北京市南水北调办", ["北海市铁山港区", "北京市"]),
        ("临沂河东区与徐州河段", ["临沂河东区", "徐州"]),
    ],
)
def test_overlapping_names_are_cut_where_most_is_read(text: str, expected: list[str]) -> None:
    assert [written for written, _ in places(text)] == expected


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("他毕业于浙江大学。", "浙江"),
        ("他在天津科技大学任教。", "天津"),
        ("会议在北京路举行。", "北京"),
        ("列车抵达兰州西站。", "兰州"),
        ("甘肃日报记者报道。", "甘肃"),
        ("越秀集团投资，广州市越秀区支持。", "越秀"),
    ],
)
def test_a_place_inside_another_name_is_marked(text: str, inside: str) -> None:
    article = make_article(text)
    marked = [m.span.of(article.text) for m in find_places(article) if m.form == "inside"]
    assert marked == [inside]


def test_a_short_form_needs_a_licence() -> None:
    assert places("这里的卓尼很美。") == []
    assert places("代表团赴卓尼考察。")[0][1] == "甘肃省甘南藏族自治州卓尼县"
    assert places("卓尼县召开会议。卓尼很美。")[-1][0] == "卓尼"
    assert places("甘南州召开会议。卓尼很美。")[-1][0] == "卓尼"


def test_a_short_form_that_is_a_word_needs_its_full_name_and_a_frame() -> None:
    text = "天津市和平区与会宁县结对。坚持和平发展，代表团赴和平考察。"
    assert [written for written, _ in places(text)] == ["天津市和平区", "会宁县", "和平"]


def test_a_word_between_a_preposition_and_a_comma_is_the_place_named_before() -> None:
    found = places("南通市与共和县结对。在共和，养殖基地已经建成，群众共和睦。")
    assert [written for written, _ in found] == ["南通市", "共和县", "共和"]


def test_a_list_licenses_its_members() -> None:
    text = "干部到红河、文山、普洱、迪庆四州市任职。"
    assert [full_name for _, full_name in places(text)] == [
        "云南省红河哈尼族彝族自治州",
        "云南省文山壮族苗族自治州",
        "云南省普洱市",
        "云南省迪庆藏族自治州",
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("江苏省南京市举行会议，鼓楼区参加。", "江苏省南京市鼓楼区"),  # its parent
        ("福建省福州市鼓楼区来访，鼓楼区捐款。", "福建省福州市鼓楼区"),  # its full name
        ("和平区与会宁县结对。", "天津市和平区"),  # a known pairing
        ("西湖区与青川县结对。", "浙江省杭州市西湖区"),  # a known pairing of the cities
        ("普陀区与上海市各区参加。", "上海市普陀区"),  # the same province
    ],
)
def test_an_ambiguous_name_is_resolved_by_what_else_is_named(text: str, meant: str) -> None:
    assert meant in [full_name for _, full_name in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("太仓玉屏东西部扶贫协作联席会议在玉屏侗族自治县召开。", ["太仓", "玉屏"]),
        ("佛山市南海区与丹寨县结对，南海市场连着丹寨产品。", ["南海", "丹寨"]),
        ("湖上泛舟，西湖很美。", []),
        ("福田企业、马山资源，福田区与马山县共享。", ["福田", "马山"]),
    ],
)
def test_short_forms_that_are_also_lakes_or_words(text: str, expected: list[str]) -> None:
    short = [written for written, _ in places(text) if len(written) == 2]
    assert short == expected


def test_an_ambiguous_name_is_resolved_by_the_home_of_the_document() -> None:
    (mention,) = read("鼓楼区代表团来访。", home="福建省")
    assert mention.place == gazetteer().place("福州市鼓楼区")
    (mention,) = read("鼓楼区代表团来访。", source="徐州日报")
    assert mention.place == gazetteer().place("徐州市鼓楼区")


def test_what_nothing_tells_apart_stays_open() -> None:
    (mention,) = read("鼓楼区代表团来访。")
    assert mention.place is None
    assert len(mention.candidates) == 4
    assert mention.reason == "同名地区无从区分"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("代表团赴和田考察。", "新疆维吾尔自治区和田地区"),
        ("喀什地委副书记出席，喀什市干部参加。", "新疆维吾尔自治区喀什地区"),
        ("深圳市援建喀什市，喀什学校建成。", "新疆维吾尔自治区喀什地区喀什市"),
        ("代表团到西安考察。", "陕西省西安市"),
        ("吉林（吉林）有限公司", "吉林省"),
    ],
)
def test_a_city_and_a_county_of_one_short_form(text: str, meant: str) -> None:
    assert meant in [full_name for _, full_name in places(text)]


def test_former_names_give_the_present_place() -> None:
    found = places("密云县、蓟县、襄樊市、山南地区代表参加。")
    assert [full_name for _, full_name in found] == [
        "北京市密云区",
        "天津市蓟州区",
        "湖北省襄阳市",
        "西藏自治区山南市",
    ]


def test_towns_and_zones_after_their_county() -> None:
    text = "企业与甘谷县安远镇大城村、古坡镇大卜村结对。安远镇和城关区雁园街道办事处参加。"
    assert places(text)[:3] == [
        ("甘谷县安远镇", "甘肃省天水市甘谷县安远镇"),
        ("古坡镇", "甘肃省天水市甘谷县古坡镇"),
        ("安远镇", "甘肃省天水市甘谷县安远镇"),
    ]
    (town,) = [m.place for m in read("酉阳县黑水镇") if m.form == "sub"]
    assert town is not None
    assert (town.key, town.level) == ("500242-黑水镇", Level.TOWNSHIP)
    (zone,) = [m.place for m in read("吉林经开区来访") if m.form == "sub"]
    assert zone is not None
    assert (zone.full_name, zone.level) == ("吉林省吉林经开区", Level.ZONE)


def test_a_zone_that_is_written_in_full_elsewhere_has_one_name() -> None:
    text = "常州经济技术开发区网讯，常州经开区与共和县结对。"
    zones = [m.place.full_name for m in read(text) if m.form == "sub" and m.place]
    assert zones == ["江苏省常州经济技术开发区"] * 2


def test_each_county_of_a_list_has_towns_of_its_own() -> None:
    text = "会宁县甘沟驿镇和靖远县高山乡、复兴乡，会宁县头寨子镇、大沟镇与靖远县东湾镇结对。"
    assert [mention.place and mention.place.full_name for mention in read(text)] == [
        "甘肃省白银市会宁县甘沟驿镇",
        "甘肃省白银市靖远县高山乡",
        "甘肃省白银市靖远县复兴乡",
        "甘肃省白银市会宁县头寨子镇",
        "甘肃省白银市会宁县大沟镇",
        "甘肃省白银市靖远县东湾镇",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "平凉市城镇居民",
        "会宁县乡镇干部",
        "卓尼县各镇",
        "陇县副镇长",
        "河西区街道社区",
        "静宁县家乡",
        "静宁县山乡",
        "静宁县振兴乡村",
    ],
)
def test_what_only_ends_like_a_town_is_none(text: str) -> None:
    assert all(mention.form != "sub" for mention in read(text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("第十批援疆干部启程。", "新疆维吾尔自治区"),
        ("甘肃省党政代表团来津考察。", "天津市"),
        ("代表团在甘期间开展座谈。", "甘肃省"),
        ("第八批干部人才进藏。", "西藏自治区"),
        ("定西市考察团来青，与青岛市座谈。", "山东省青岛市"),
        ("宁波援凉干部在凉山州工作。", "四川省凉山彝族自治州"),
        ("舟山市欢迎代表团来舟考察。", "浙江省舟山市"),
    ],
)
def test_one_character_for_a_side(text: str, meant: str) -> None:
    found = [m.place.full_name for m in read(text) if m.form == "abbreviation" and m.place]
    assert found == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "支援青年创业",
        "来自农村",
        "存在深层问题",
        "支援川渝建设",
        "在新时代",
        "支援宁夏",
        "现在京剧",
    ],
)
def test_one_character_that_is_none(text: str) -> None:
    assert [m for m in read(text) if m.form == "abbreviation"] == []


_COUNTIES = [place for place in gazetteer().codes.values() if place.level is Level.COUNTY]


@given(st.lists(st.sampled_from(_COUNTIES), min_size=1, max_size=4, unique=True))
def test_every_full_name_is_read_back(chosen: list[object]) -> None:
    names = [place.full_name for place in chosen]  # type: ignore[attr-defined]
    text = "。".join(f"代表团赴{name}考察" for name in names) + "。"
    assert [full_name for _, full_name in places(text)] == names


@given(
    st.text(alphabet="赴与和天津甘肃平凉河西区县市卓尼山东南江苏州镇、，。“”\n来援", max_size=60)
)
def test_mentions_lie_in_order_and_do_not_overlap(text: str) -> None:
    article = make_article(f"会议通知：{text}")
    end = 0
    for mention in find_places(article):
        assert mention.span.start >= end
        assert mention.reason
        end = mention.span.end
    assert end <= len(article.text)


@pytest.mark.parametrize(
    "text",
    [
        "玉溪市的协同创新平台建成，元江县的干部参观了新平台。",
        "拉萨是世界上海拔很高的城市。",
        "副市长列席会议，三明市三元区、梅列会场同步召开。",
    ],
)
def test_words_that_share_characters_with_short_forms(text: str) -> None:
    names = {m.span.of(text) for m in find_places(make_article(text))}
    assert names.isdisjoint({"新平", "上海"})


def test_counted_places_by_their_first_characters() -> None:
    text = "平凉市、庆阳市、白银市召开会议。帮扶平庆白三市，平庆两地、平定两市也在其中。"
    short = [m.place.name for m in read(text) if m.form == "abbreviation" and m.place]
    assert short == ["平凉市", "庆阳市", "白银市"]


def test_provinces_that_help_together_are_named_by_their_letters():
    written = places("京津对口帮扶河北，京津冀协同发展。")
    assert [name for _, name in written] == ["北京市", "天津市", "河北省"]


def test_a_slogan_of_assets_names_two_places():
    written = places("按照“福田企业+马山资源”的思路，两地加强协作。")
    assert [name for _, name in written] == ["广东省深圳市福田区", "广西壮族自治区南宁市马山县"]


def test_a_town_may_bear_a_word_that_joins():
    written = places("七宝镇在上海市闵行区七宝镇，与云南省施甸县仁和镇结对，青川县和乔庄镇参加。")
    assert ("云南省施甸县仁和镇", "云南省保山市施甸县仁和镇") in written
