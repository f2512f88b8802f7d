"""What holds for every text: offsets, tiling, evidence."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import make_document

from xiezuo.model import Article, Span
from xiezuo.split import split
from xiezuo.split.clean import normalise

PIECES = st.sampled_from(
    [
        *"甲市乙州区县的与和在日前项目对口协作1２3aZ",
        *'，。、；：！？“”《》（）,;:!?()".…—·',
        *" \u3000\t\xa0\u200b\ufeff■|\n\r",
        *[
            "\n\n",
            "\n\n\n\n",
            "\r\n",
            "。\n",
            "本报讯 ",
            "■ 通讯员 林小满\n",
            "（记者 何大江）",
            "责任编辑：吴青\n",
        ],
        *[
            "對口支援與幫扶",
            "（zhōng）（guó）（shì）",
            "日前，甲市与乙州签约。\n",
            "图为现场。林小满 摄\n",
            "2024-05-21 10:30\n",
        ],
    ]
)
BLANKS = " \n|\u200b\u3000"
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80)


def check(article: Article) -> None:
    text, original = article.text, article.document.text
    assert len(article.offsets) == len(text)
    assert all(left < right for left, right in pairwise(article.offsets))
    assert article.offsets[0] >= 0
    assert article.offsets[-1] < len(original)
    replaced = normalise(original)
    for char, offset in zip(text, article.offsets, strict=True):
        assert char == replaced[offset] or (char in " \n" and replaced[offset] in BLANKS)
    lines = text.split("\n")
    assert [line.span.of(text) for line in article.lines] == lines
    assert all(lines)
    marked = [at for span in article.sentences for at in range(span.start, span.end)]
    assert marked == [at for at, char in enumerate(text) if char != "\n"]
    for sentence in article.sentences:
        assert len(sentence)
        assert article.sentence_at(sentence.start) == sentence
        there = article.original(sentence)
        assert there.start == article.offsets[sentence.start]
        assert there.end == article.offsets[sentence.end - 1] + 1


@settings(max_examples=400)
@given(TEXTS)
def test_every_article(text: str) -> None:
    articles = list(split(make_document(text)))
    for article in articles:
        check(article)
    spans = [Span(article.offsets[0], article.offsets[-1] + 1) for article in articles]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert [article.position for article in articles] == list(range(1, len(articles) + 1))


@settings(max_examples=200)
@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    """Every Chinese character, letter and digit of a document is in one of its articles."""
    clean = "".join(article.text for article in split(make_document(text)))
    letters = [char for char in normalise(text) if unicodedata.category(char)[0] in "LN"]
    kept = [char for char in clean if unicodedata.category(char)[0] in "LN"]
    if "ō" not in text and "ǔ" not in text:
        assert kept == letters


TITLES = [
    "两地共建产业园",
    "山海同心谱新篇",
    "图书馆延长开放时间",
    "义诊服务进山乡",
    "春耕备耕正当时",
]
BODIES = [
    "日前，甲市与乙州签约。",
    "近日，医疗队到山乡义诊。\n\n村民很高兴。",
    "今年以来，全县抓春耕。",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(TITLES), st.sampled_from(BODIES)), min_size=2, unique=True
    ).flatmap(lambda parts: st.tuples(st.just(parts), st.permutations(parts)))
)
def test_order_does_not_matter(orders: tuple[list[tuple[str, str]], list[tuple[str, str]]]) -> None:
    found = []
    for order in orders:
        page = "\n\n".join(f"{title}\n\n■ 通讯员 林小满\n\n{body}" for title, body in order)
        found.append(sorted(article.text for article in split(make_document(page))))
    assert found[0] == found[1]
    assert len(found[0]) == len(orders[0])
