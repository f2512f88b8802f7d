"""Which lines make an article, and what each line is."""

from __future__ import annotations

import itertools
import pickle
from pathlib import Path

import pytest
from tests.support import make_article, make_document

from xiezuo.model import Article, Role
from xiezuo.split import split

SEED = Path(__file__).parents[2] / "seeds" / "hexi-2024.txt"


def texts(article: Article, role: Role) -> list[str]:
    return [line.span.of(article.text) for line in article.lines if line.role is role]


def seed_articles() -> list[Article]:
    return list(split(make_document(SEED.read_text(encoding="utf-8"))))


def test_seed_page_has_eight_articles() -> None:
    articles = seed_articles()
    assert [article.position for article in articles] == list(range(1, 9))
    assert [len(texts(article, Role.HEADLINE)) for article in articles] == [2, 2, 2, 3, 3, 2, 2, 0]
    assert all(texts(article, Role.BYLINE) for article in articles[:7])
    assert articles[0].authors == ("张媿芮", "赵钰真")
    assert texts(articles[7], Role.NOTE) == ["佟玉峰 摄"]


def test_seed_page_broken_lines_are_joined() -> None:
    text = "\n".join(article.text for article in seed_articles())
    for whole in (
        "围绕农特产品、",
        "产业合作项目签约仪式",
        "未来，两地",
        "富力幼儿园",
        "服务办事企业",
    ):
        assert whole in text
    bodies = [line for article in seed_articles() for line in texts(article, Role.BODY)]
    assert all(line.endswith(("。", "。”")) for line in bodies)


BYLINES = """陇上春来早 协作谱新篇

青浦区与定西市召开协作联席会议

■ 通讯员 周一禾 王二川

日前，青浦区与定西市召开联席会议，双方就产业合
作进行交流。

会后，双方签署协议。

全力以赴保供水

■ 通讯员 周一禾

近日，区水务局开展检修，保障居民用水。

夏季用电高峰来临，供电所加强巡查。
"""

REPORTS = """两地共建产业园
本报讯（记者 林小满）日前，甲乙两县共建的产业园开工。
园区占地三百亩。
图书馆延长开放
本报讯（记者 何大江 通讯员 吴青）即日起，市图书馆延长开放时间。
读者可凭证入馆。
公交线路调整
本报讯 明日起，多条线路调整，请市民留意。
"""

SIGNED = """对口帮扶结硕果
五年来，两地累计互派干部三十人，合作项目四十个。
群众的日子越来越好。（记者 林小满）
老街焕新颜
走进老街，青石板路干净整洁，店铺鳞次栉比。（记者 何大江）
"""

SIGNED_BELOW = """对口帮扶结硕果
五年来，两地累计互派干部三十人。
群众的日子越来越好。
本报记者 林小满
老街焕新颜
走进老街，青石板路干净整洁。
记者 何大江 通讯员 吴青
"""

MIXED = """对口帮扶结硕果
五年来，两地累计互派干部三十人。
群众的日子越来越好。（记者 林小满）
老街焕新颜
■ 通讯员 吴青
走进老街，青石板路干净整洁。
"""

SUB_HEADED = """对口帮扶结硕果
本报记者 林小满
五年来，两地累计互派干部三十人。（记者 何大江）
产业协作
两地共建产业园。
劳务协作
两地帮助就业。
"""

GAPS = """惠民演出进社区

近日，文化馆组织演员走进社区，为居民演出。

演出持续两个小时。



义诊服务到山乡

5月8日，医疗队来到山乡，为村民义诊。



春耕备耕正当时

连日来，各村抓住晴好天气备耕。
"""


@pytest.mark.parametrize(
    ("page", "headlines"),
    [
        (BYLINES, ["陇上春来早 协作谱新篇 青浦区与定西市召开协作联席会议", "全力以赴保供水"]),
        (REPORTS, ["两地共建产业园", "图书馆延长开放", "公交线路调整"]),
        (SIGNED, ["对口帮扶结硕果", "老街焕新颜"]),
        (SIGNED_BELOW, ["对口帮扶结硕果", "老街焕新颜"]),
        (MIXED, ["对口帮扶结硕果", "老街焕新颜"]),
        (SUB_HEADED, ["对口帮扶结硕果"]),
        (GAPS, ["惠民演出进社区", "义诊服务到山乡", "春耕备耕正当时"]),
    ],
)
def test_pages_become_their_articles(page: str, headlines: list[str]) -> None:
    assert [article.headline for article in split(make_document(page))] == headlines


def test_authors_of_each_kind_of_byline() -> None:
    assert [article.authors for article in split(make_document(REPORTS))] == [
        ("林小满",),
        ("何大江", "吴青"),
        (),
    ]
    assert [article.authors for article in split(make_document(SIGNED))] == [
        ("林小满",),
        ("何大江",),
    ]


def test_what_stands_above_the_first_headline_goes_with_it() -> None:
    first, _ = split(make_document("2024年5月21日 星期二\n第二版 综合新闻\n\n" + BYLINES))
    assert texts(first, Role.NOTE) == ["2024年5月21日 星期二", "第二版 综合新闻"]


def test_articles_in_another_order_are_the_same_articles() -> None:
    document = SEED.read_text(encoding="utf-8")
    articles = seed_articles()
    starts = [document.rfind("\n", 0, article.offsets[0]) + 1 for article in articles]
    starts[7] = document.rfind("\n\n\n\n", 0, starts[7])
    parts = [document[a:b] for a, b in itertools.pairwise([*starts, len(document)])]
    for order in ([7, 6, 5, 4, 3, 2, 1, 0], [3, 0, 7, 1, 6, 2, 5, 4], [1, 7, 0, 2, 3, 4, 5, 6]):
        found = split(make_document("\n\n".join(parts[index] for index in order)))
        assert sorted(article.text for article in found) == sorted(a.text for a in articles)


WEB = """首页 > 要闻 > 正文
深化协作 共谋发展
2023-06-08 10:30 来源：某某日报 作者：林小满
  6月7日，甲市党政代表团赴乙州考察，并召开联席会议。
  资金赋能产业
  五年来，甲市投入资金3,000万元，实施项目12个。
  一、劳务协作，稳岗就业
  近年来，两地举办招聘会，帮助就业。（记者 何大江）
  产业园一角。记者 何大江 摄
  下一步，两地将深化合作。
责任编辑：吴青
相关阅读
乙州推介会在甲市举行
"""


def test_a_web_article_stays_one() -> None:
    article = make_article(WEB)
    assert article.headline == "深化协作 共谋发展"
    assert texts(article, Role.BODY) == [
        "6月7日，甲市党政代表团赴乙州考察，并召开联席会议。",
        "资金赋能产业",
        "五年来，甲市投入资金3,000万元，实施项目12个。",
        "一、劳务协作，稳岗就业",
        "近年来，两地举办招聘会，帮助就业。（记者 何大江）",
        "下一步，两地将深化合作。",
    ]
    assert texts(article, Role.NOTE)[-3:] == ["责任编辑：吴青", "相关阅读", "乙州推介会在甲市举行"]
    assert article.authors[0] == "林小满"


@pytest.mark.parametrize(
    "text",
    [
        "甲市代表团赴乙州考察",
        "甲市代表团赴乙州考察。",
        "日前，甲市与乙州召开联席会议，双方就产业合作、劳务协作进行交流，并签",
        "甲市赴乙州考察\n\n甲市赴乙州考察\n\n5月7日，甲市代表团到乙州考察。",
        "北京市——内蒙古自治区\n上海市——云南省\n广东省——贵州省\n江苏省——陕西省\n山东省——重庆市",
        "<script>alert(1)</script>",
    ],
)
def test_other_shapes_give_one_article(text: str) -> None:
    article = make_article(text)
    assert article.position == 1
    assert article.sentences


def test_one_line_with_headline_date_and_paragraphs() -> None:
    article = make_article(
        "甲市代表团赴乙州考察对接协作工作 2023-06-08 来源：某某日报 6月7日，甲市代表团到乙州考察，"
        "并召开座谈会，双方交流协作工作情况。 会上，两地签署协议。　　下一步，两地将深化合作。"
    )
    assert article.headline == "甲市代表团赴乙州考察对接协作工作"
    assert len(texts(article, Role.NOTE)) == 2
    assert len(texts(article, Role.BODY)) == 3


def test_a_repeated_headline_is_a_note() -> None:
    article = make_article("甲市赴乙州考察\n\n甲市赴乙州考察\n\n5月7日，代表团到乙州考察。")
    assert article.headline == "甲市赴乙州考察"
    assert texts(article, Role.NOTE) == ["甲市赴乙州考察"]


def test_lines_cut_at_a_fixed_width_are_joined() -> None:
    prose = (
        "甲市与乙州召开联席会议，双方就产业合作、劳务协作、消费帮扶、人才交流等工作进行了深入交流，"
        "并签署了合作协议，明确今后五年的目标任务，确保各项工作落到实处，取得实效，造福两地群众。"
    )
    lines = [prose[at : at + 16] for at in range(0, len(prose), 16)]
    second = "　　会后，代表团考察了产业园。"
    article = make_article("\n".join(["两地深化协作", *lines, second]))
    assert texts(article, Role.BODY) == [prose, second.strip()]


def test_an_indent_begins_a_paragraph_even_without_a_full_stop() -> None:
    article = make_article(
        "两地深化协作\n"
        "　　代表团参观了展馆，对产业发展有了更深的了解\n"
        "　　甲市将继续支持，推动合作。\n"
        "　　双方还考察了产业园。\n"
    )
    assert len(texts(article, Role.BODY)) == 3


def test_nothing_but_blanks_gives_no_article() -> None:
    assert list(split(make_document(" \n\u3000\n\u200b\n"))) == []


def test_articles_pickle_and_compare() -> None:
    article = make_article(WEB)
    assert pickle.loads(pickle.dumps(article)) == article
    assert article != make_article(WEB + "再来一句。")
