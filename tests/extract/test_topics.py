"""Which of an article's pairs a sentence, or a clause of it, is about."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.model import Cooperation

_PAIRED = "江苏省南京市与陕西省商洛市开展东西部协作，江宁区与洛南县结对，溧水区与镇安县结对。"


def told(text: str) -> dict[str, set[str]]:
    """For each domain the pairs that it is told of, by the names of their sides."""
    found: dict[str, set[str]] = {}
    for fact in _cooperations(text):
        pair = f"{fact.pair.supporter.name}→{fact.pair.recipient.name}"
        found.setdefault(fact.domain, set()).add(pair)
    return found


def _cooperations(text: str) -> Iterator[Cooperation]:
    article = make_article(text, published="2024-06-20")
    for assertion in extract(article, find(article)):
        if isinstance(assertion.fact, Cooperation):
            yield assertion.fact


def test_clauses_of_a_sentence_are_about_the_pairs_that_they_name() -> None:
    found = told(
        f"{_PAIRED}江宁区帮助洛南县销售农特产品1.2亿元，溧水区投入帮扶资金支持镇安县共建产业园区2个。"
    )
    assert found["consumption"] == {"江宁区→洛南县"}
    assert found["park"] == {"溧水区→镇安县"}


def test_points_of_a_list_go_on_with_what_stood_before_it() -> None:
    found = told(
        f"{_PAIRED}\n南京市与商洛市商定下一步东西部协作重点。"
        "一是支持江宁区与洛南县共建产业园区；二是深化劳务协作；三是扩大消费帮扶。"
    )
    assert found["park"] == {"江宁区→洛南县"}
    assert found["labour"] == found["consumption"] == {"南京市→商洛市"}


def test_recipients_that_are_counted_are_all_meant() -> None:
    pairs = "东西部协作开展以来，江宁区与洛南县结对，江宁区与镇安县结对，江宁区与柞水县结对。"
    all_three = {"江宁区→洛南县", "江宁区→镇安县", "江宁区→柞水县"}
    story = f"{pairs}洛南县的核桃产业发展了起来。"
    assert told(f"{story}江宁区为结对三县援建了4个产业园区。")["park"] == all_three
    assert told(f"{story}江宁区在洛南县援建了三个产业园区。")["park"] == {"江宁区→洛南县"}


def test_a_town_tells_the_pair_of_its_county() -> None:
    found = told(f"{_PAIRED}\n在镇安县云盖寺镇，东西部协作项目投入资金1200万元，援建日光温室40座。")
    assert found["agriculture"] == {"溧水区→镇安县"}


def test_a_former_partner_is_not_told_of_beside_the_present_one() -> None:
    found = told(
        "东西部协作结对关系调整，黔东南州由杭州市帮扶调整为佛山市帮扶。"
        "佛山市接过杭州市对口帮扶黔东南州的接力棒，将在劳务协作、消费帮扶等方面持续发力。"
    )
    assert found["labour"] == {"佛山市→黔东南苗族侗族自治州"}


def test_an_overview_goes_back_to_the_provinces() -> None:
    found = told(
        "江苏省与陕西省开展扶贫协作，江苏省投入无偿援助资金3000万元。\n"
        "江宁区对口帮扶洛南县，常熟市对口帮扶榆阳区，江阴市对口帮扶延川县，援建学校3所。\n"
        "江苏省举办技能培训班12期，帮助贫困群众就业。"
    )
    assert found["finance"] == found["training"] == {"江苏省→陕西省"}
    assert found["education"] == {"江阴市→延川县"}


def test_a_place_and_its_parts_are_told_of_as_a_whole() -> None:
    text = (
        "浙江省对口支援那曲市。自1995年浙江省对口支援那曲市{}申扎、比如、嘉黎三县以来，"
        "已投入援藏资金近20亿元。"
    )
    assert told(text.format("及"))["finance"] == {"浙江省→那曲市"}
    assert "浙江省→比如县" in told(text.format("的"))["finance"]


def test_an_abbreviation_of_the_provinces_is_about_the_pair_told_of() -> None:
    pairs = "苏陕协作开展以来，南京市江宁区与商洛市洛南县结对。江宁区与洛南县的互访不断。"
    assert told(f"{pairs}\n苏陕协作投入资金300万元，建成核桃产业园。")["park"] == {"江宁区→洛南县"}
    found = told(f"{pairs}\n苏陕两省将在劳务协作、消费帮扶等方面深化合作。")
    assert found["labour"] == {"江苏省→陕西省"}


def test_two_recipients_of_one_supporter_are_both_meant() -> None:
    found = told(
        "东西部协作中，江宁区与洛南县、镇安县结对。在洛南县，江宁区援建了产业园区。"
        "江宁区向两县投入帮扶资金4.5亿元。"
    )
    assert found["finance"] == {"江宁区→洛南县", "江宁区→镇安县"}
    assert found["park"] == {"江宁区→洛南县"}


def test_the_provinces_lead_where_they_are_named_first() -> None:
    found = told(
        "广东省与黑龙江省开展对口合作，广东省政府代表团到黑龙江省考察。"
        "深圳市与哈尔滨市结对，共建产业园区。双方将在劳务协作、消费帮扶等方面深化合作。"
        "两市将在数字经济、生物医药等领域加强对接。"
    )
    assert found["labour"] == {"广东省→黑龙江省"}
    assert found["park"] == found["digital"] == {"深圳市→哈尔滨市"}


def test_what_stands_behind_a_pair_and_its_whole_is_about_the_articles_own() -> None:
    found = told(
        "江宁区·洛南县东西部协作联席会议召开。江宁区与洛南县商定了全年安排。"
        "南京市对口帮扶商洛市，江宁区结对帮扶洛南县。一年来，累计投入帮扶资金4300万元。"
    )
    assert found["finance"] == {"江宁区→洛南县"}


def test_recipients_in_a_row_are_all_told_of() -> None:
    found = told(
        "东西部协作中，江宁区结对帮扶洛南县，江宁区结对帮扶镇安县。江宁区在洛南县援建了产业园区。"
        "超市里摆放着来自对口支援地洛南县、镇安县的农副产品。"
        "江宁区在就业、医疗卫生、教育等方面开展帮扶。"
    )
    assert found["health"] == {"江宁区→洛南县", "江宁区→镇安县"}
    assert found["park"] == {"江宁区→洛南县"}


def test_both_sides_are_the_articles_own_though_their_cities_were_told_of() -> None:
    found = told(
        "江宁区·洛南县东西部协作座谈会召开。江宁区与洛南县的互访不断，江宁区结对帮扶洛南县。"
        "南京市对口帮扶商洛市，商洛市感谢南京市。双方将在劳务协作、消费帮扶等方面深化合作。"
    )
    assert found["labour"] == {"江宁区→洛南县"}


def test_both_sides_are_the_provinces_that_the_sentence_names() -> None:
    pairs = "苏陕协作开展以来，南京市江宁区与商洛市洛南县结对。江宁区与洛南县的互访不断。"
    both = "江苏省与陕西省结对二十多年，双方在劳务协作、消费帮扶等方面成效显著。"
    assert told(f"{pairs}\n{both}")["labour"] == {"江苏省→陕西省"}
    found = told(f"{pairs}\n苏陕两地深化劳务协作、消费帮扶，江宁区援建了产业园区。")
    assert found["park"] == {"江宁区→洛南县"}


def test_what_a_province_gives_is_of_the_provinces_where_its_sentence_is() -> None:
    found = told(
        "江苏省与陕西省开展东西部协作。江苏省结对帮扶延安市，江苏省结对帮扶榆林市。"
        "五年来，江苏省投入帮扶资金30亿元，选派500名干部人才到陕西省工作。"
    )
    assert found["finance"] == {"江苏省→陕西省"}
