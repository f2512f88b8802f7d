"""Words that may name fields of cooperation, and how they are weighed."""

from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.extract import extract
from xiezuo.extract.domains import LIKELY
from xiezuo.extract.weighing import weights
from xiezuo.find import find
from xiezuo.lexicon import domains
from xiezuo.model import Assertion, Cooperation

_PAIR = "江苏省南京市江宁区与陕西省商洛市洛南县开展东西部协作。"


def cooperations(text: str) -> list[Assertion]:
    article = make_article(_PAIR + text, published="2024-06-20")
    return [a for a in extract(article, find(article)) if isinstance(a.fact, Cooperation)]


def told(text: str) -> set[str]:
    return {a.fact.domain for a in cooperations(text) if isinstance(a.fact, Cooperation)}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("两地在教育卫生帮扶、产业合作等方面取得丰硕成果。", "education health industry"),
        (
            "双方就产业、教育、劳务输出和人才交流等进行了座谈交流。",
            "education industry labour talent",
        ),
        ("江宁区累计投入帮扶资金3亿元，招商引资，引进企业46家。", "finance investment"),
        ("双方深化消费协作，推动陕货入苏。", "consumption"),
        ("江宁区援建洛南县灵口镇养老院和保安镇中心小学。", "education social"),
        ("江宁区累计投入帮扶资金2亿元，在洛南县建起冷链分拣中心。", "finance logistics"),
        ("双方持续深化产业协作、劳务协作、社会协作，推动两地走深走实。", "industry labour social"),
        ("两地深化教育、医疗等公共服务领域的协作。", "education health"),
        ("江宁区帮助销售洛南县核桃、松茸等农产品870万元。", "consumption"),
        ("代表团一行到苏陕协作奶牛养殖基地和苏陕协作产业园区实地察看。", "agriculture park"),
        ("两地从政务交流向人才、文化、旅游等全方位交流合作拓展。", "talent culture tourism"),
    ],
)
def test_fields_of_the_cooperation(text: str, fields: str) -> None:
    assert set(fields.split()) <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "两地实现产业互补、人员互动、技术互学、观念互通、作风互鉴。",
        "洛南县位于秦岭南麓，盛产核桃、豆腐，交通、区位优势明显。",
        "代表团参观了一家食品厂和一所学校。",
        "洛南县代表团对江宁区汽车产业、教育事业等领域进行考察。",
        "会上，两地教育、卫生健康、农业等部门签订了帮扶协议。",
        "洛南县在装备制造、农产品加工、现代物流等方面有良好发展基础。",
        "他在洛南县负责商务、教育、营商环境等方面的工作。",
        "江宁区的资本、技术、市场等优势与洛南县的资源、生态等优势结合起来。",
        "代表团参观了洛南中学和洛南工业园区。",
        "双方在市政府会议室召开座谈会，商讨移民生产生活和服务工作等问题。",
        "江宁区经济发展质量高、改革开放成效好、城市建设有实招，很多经验做法值得学习。",
    ],
)
def test_what_is_no_field_of_the_cooperation(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("江宁区与洛南县一起制订了产业、教育、旅游等8个协作协议。", {"产业", "教育", "旅游"}),
        (
            "两地在产业帮扶、人才交往、劳务协作等方面取得成效。",
            {"产业帮扶", "人才交往", "劳务协作"},
        ),
    ],
)
def test_a_list_is_split_into_the_words_of_its_fields(text: str, phrases: set[str]) -> None:
    assert {a.fact.phrase for a in cooperations(text) if isinstance(a.fact, Cooperation)} == phrases


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("会上，两地签署协作协议，江宁区向洛南县捐赠帮扶资金2000万元。", "underway"),
        ("会上，两地签署帮扶资金使用协议。", "planned"),
        ("今年江宁区计划投入帮扶资金4800万元。", "planned"),
        ("今年江宁区按计划投入帮扶资金4800万元。", "underway"),
    ],
)
def test_what_is_handed_over_is_no_plan(text: str, status: str) -> None:
    facts = [a.fact for a in cooperations(text) if isinstance(a.fact, Cooperation)]
    assert {fact.status for fact in facts if fact.domain == "finance"} == {status}


def test_confidence_is_how_likely_the_words_name_the_field() -> None:
    found = {
        a.fact.domain: a.evidence.confidence
        for a in cooperations("双方围绕产业、劳务、消费等领域深化协作，洛南县的旅游资源得到开发。")
        if isinstance(a.fact, Cooperation)
    }
    assert all(LIKELY <= confidence < 1 for confidence in found.values())
    assert found["labour"] > found.get("tourism", LIKELY)


def test_weights_are_of_known_signs() -> None:
    known = weights()
    assert "" in known
    named = {sign.partition(":")[2] for sign in known if sign.startswith("domain:")}
    assert named <= set(domains())
    assert all(abs(weight) < 6 for weight in known.values())
