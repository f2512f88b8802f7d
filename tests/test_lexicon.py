import pytest

from xiezuo import lexicon
from xiezuo.lexicon import classify, domains_in, programmes_in
from xiezuo.vocab import XZ

DOMAINS = (
    "agriculture consumption culture digital ecology ecommerce education energy finance governance "
    "health industry infrastructure investment labour logistics other park rural science social "
    "talent tcm tourism training"
)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("劳务协作", "labour"),
        ("劳务输转", "labour"),
        ("稳岗就业", "labour"),
        ("农特产品", "agriculture"),
        ("特色农业", "agriculture"),
        ("中医中药", "tcm"),
        ("电商消费", "consumption ecommerce"),
        ("教育卫生", "education health"),
        ("职业教育", "education"),
        ("组团式帮扶", "talent"),
        ("文旅融合", "tourism"),
        ("园区共建", "park"),
        ("飞地经济", "park"),
        ("产业转移", "industry"),
        ("招商引资", "investment"),
        ("数字经济", "digital"),
        ("前沿赛道", "digital"),
        ("交往交流交融", "culture"),
        ("民族团结", "culture"),
        ("基层治理", "governance"),
        ("示范村", "rural"),
        ("社会力量", "social"),
        ("生态环保", "ecology"),
        ("冷链物流", "logistics"),
        ("煤电资源", "energy"),
        ("新能源", "energy"),
        ("财政援助资金", "finance"),
        ("消费扶贫", "consumption"),
        ("健康扶贫", "health"),
        ("产业扶贫", "industry"),
    ],
)
def test_phrases_of_the_genre(phrase, expected):
    assert classify(phrase) == tuple(expected.split())


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("现代农业产业园建设", "park"),
        ("旅游产业", "tourism"),
        ("产业园招商", "investment"),
        ("东西部劳务协作工作", "labour"),
        ("高原蔬菜的种植", "agriculture"),
        ("“教育”、“医疗”", "education health"),
        ("羊毛衫加工", "industry"),
        ("项目建设", "other"),
        ("项目资金支持", "finance"),
        ("农副产品采购", "consumption"),
        ("教育医疗水平", "education health"),
        ("教育医疗结对", "education health"),
        ("柑橘产业提升", "agriculture"),
    ],
    ids=str,
)
def test_a_phrase_that_is_not_listed_is_decided_by_what_it_contains(phrase, expected):
    assert classify(phrase) == tuple(expected.split())


@pytest.mark.parametrize(
    "phrase", ["", "   ", "四个意识", "山海情", "hello", "。", "市政府", "服务工作"]
)
def test_a_phrase_without_any_word_means_nothing(phrase):
    assert classify(phrase) == ()


def test_every_domain_has_labels_in_both_languages_and_phrases():
    assert lexicon.domains() == tuple(sorted(DOMAINS.split()))
    for name in lexicon.domains():
        assert lexicon.domain_label(name) != lexicon.domain_label(name, "en") != name
        assert classify(lexicon.domain_label(name)) == (name,)
    assert lexicon.domain_label("no-such-domain") == "no-such-domain"


def test_every_domain_has_enough_phrases():
    labels = lexicon._scheme("domains.ttl", lexicon.DOMAIN_SCHEME).labels
    for name in lexicon.domains():
        assert sum(name in names for names in labels.values()) >= 15, name


def test_no_word_is_longer_than_what_is_searched():
    scheme = lexicon._scheme("domains.ttl", lexicon.DOMAIN_SCHEME)
    assert max(map(len, [*scheme.labels, *scheme.cues])) <= lexicon._LONGEST


def test_domains_in_a_text_are_the_longest_and_in_order():
    text = "围绕现代农业产业园、劳务协作等开展合作"
    assert [(span.of(text), names) for span, names in domains_in(text)] == [
        ("现代农业产业园", ("park",)),
        ("劳务协作", ("labour",)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东西部协作", ["east-west-cooperation"]),
        ("东西部扶贫协作", ["east-west-poverty-alleviation"]),
        ("携手奔小康行动", ["east-west-poverty-alleviation"]),
        ("东西部扶贫协作和对口支援", ["east-west-poverty-alleviation", "paired-support"]),
        ("援疆干部、援藏医生、援青教师", ["paired-support"] * 3),
        ("东西部对口协作", ["east-west-cooperation"]),
        ("南水北调对口协作", ["paired-collaboration"]),
        ("对口合作", ["paired-cooperation"]),
        ("对口帮扶与结对帮扶", ["paired-assistance"] * 2),
        ("友好城市", []),
        ("第21届中国东西部合作与投资贸易洽谈会", []),
        ("东西部合作与交流", ["east-west-cooperation"]),
    ],
)
def test_programmes(text, expected):
    assert [name for _, name in programmes_in(text)] == expected
    assert all(span.of(text) for span, _ in programmes_in(text))


def test_programmes_have_labels():
    assert len(lexicon.programmes()) == 6
    assert lexicon.programme_label("paired-support") == "对口支援"
    assert lexicon.programme_label("paired-support", "en") == "Paired support"


def test_labels_of_terms_and_concepts_come_chinese_first():
    assert [label.language for label in lexicon.concept_labels(XZ.PLANNED)] == ["zh", "en"]
    assert lexicon.concept_labels(XZ.PLANNED)[0].value == "计划中"
