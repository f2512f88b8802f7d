from __future__ import annotations

import pytest
from tests.support import make_article

from xiezuo.find.dates import find_dates

ABSOLUTE = {
    "2024年5月6日": ("2024-05-06", None),
    "2024年5月": ("2024-05", None),
    "2024年度": ("2024", None),
    "二〇二四年五月六日": ("2024-05-06", None),
    "二零二四年五月": ("2024-05", None),
    "2024-05-06": ("2024-05-06", None),
    "2021—2025年": ("2021", "2025"),
    "2021年至2025年": ("2021", "2025"),
    "2021年5月至2023年6月": ("2021-05", "2023-06"),
    "2021年至2023年6月": ("2021", "2023-06"),
    "2024年6月25日至28日": ("2024-06-25", "2024-06-28"),
    "2024年6月25日至7月2日": ("2024-06-25", "2024-07-02"),
    "2023年12月28日至1月3日": ("2023-12-28", "2024-01-03"),
    "2024年1—4月": ("2024-01", "2024-04"),
    "2024年第三季度": ("2024-07", "2024-09"),
    "2024年上半年": ("2024-01", "2024-06"),
    "截至2021年底": (None, "2021-12"),
    "截至2023年11月底": (None, "2023-11"),
    "2016年以来": ("2016", None),
    "2016年至今": ("2016", None),
    "“十四五”期间": ("2021", "2025"),
    "十三五时期": ("2016", "2020"),
}


@pytest.mark.parametrize(("words", "expected"), ABSOLUTE.items())
def test_absolute(words: str, expected: tuple[str | None, str | None]) -> None:
    article = make_article(f"两地协作，{words}，取得成效。")
    (mention,) = find_dates(article)
    assert mention.span.of(article.text) == words
    assert (mention.value, mention.end) == expected
    assert not mention.relative


ANCHORED = {
    "5月6日上午": ("2024-05-06", None),
    "12月6日上午": ("2023-12-06", None),
    "定于8月3日": ("2024-08-03", None),
    "6月25日至28日": ("2023-06-25", "2023-06-28"),
    "18日至19日": ("2024-06-18", "2024-06-19"),
    "28日上午": ("2024-05-28", None),
    "今年3月": ("2024-03", None),
    "今年以来": ("2024", None),
    "去年": ("2023", None),
    "去年底": ("2023-12", None),
    "今年上半年": ("2024-01", "2024-06"),
    "第一季度": ("2024-01", "2024-03"),
    "截至4月底": (None, "2024-04"),
    "截至今年4月": (None, "2024-04"),
    "本月": ("2024-06", None),
    "昨日": ("2024-06-19", None),
    "近日": (None, None),
    "日前": (None, None),
    "截至目前": (None, None),
    "五年来": (None, None),
    "近年来": (None, None),
}


@pytest.mark.parametrize(("words", "expected"), ANCHORED.items())
def test_anchored_by_the_day_of_publication(
    words: str, expected: tuple[str | None, str | None]
) -> None:
    (mention,) = find_dates(make_article(f"两地，{words}，会见。", published="2024-06-20"))
    assert (mention.value, mention.end) == expected


@pytest.mark.parametrize("words", [w for w in ANCHORED if w != "去年底"])
def test_never_guessed_without_an_anchor(words: str) -> None:
    (mention,) = find_dates(make_article(f"两地，{words}，会见。"))
    assert (mention.value, mention.end) == (None, None)


SEQUENCES = {
    "2024年签订协议，4月资金到位。": ["2024", "2024-04"],
    "2024年5月6日，双方会谈。当天下午，一行考察；次日返程。": [
        "2024-05-06",
        "2024-05-06",
        "2024-05-07",
    ],
    "2016年11月结对，同年12月派人。": ["2016-11", "2016-12"],
    "2016年以来结对，5月6日会谈。": ["2016", None],
    "2024年5月6日，会谈。8日，考察。": ["2024-05-06", "2024-05-08"],
    "2024年5月，签约。\n6月，开工。": ["2024-05", None],
}


@pytest.mark.parametrize(("text", "values"), SEQUENCES.items())
def test_anchored_by_what_was_named_before(text: str, values: list[str | None]) -> None:
    assert [mention.value for mention in find_dates(make_article(text))] == values


def test_dateline_is_today() -> None:
    text = "新华社兰州5月6日电，代表团昨日抵达。"
    found = list(find_dates(make_article(text, published="2024-05-08")))
    assert [mention.value for mention in found] == ["2024-05-06", "2024-05-05"]


@pytest.mark.parametrize("published", ["2024", "2024-06"])
def test_published_at_lower_precision(published: str) -> None:
    (mention,) = find_dates(make_article("5月6日，双方会谈。", published=published))
    assert mention.value == "2024-05-06"


NEVER = ["3个月", "24小时", "2023-003号", "2月30日", "每月5日", "6日游", "3年", "1+10", "13月6日"]


@pytest.mark.parametrize("words", NEVER)
def test_what_only_looks_like_a_date(words: str) -> None:
    assert list(find_dates(make_article(f"他说，{words}，如此。"))) == []
