"""``xiezuo explain``: what it shows of an article."""

from __future__ import annotations

import pytest

TEXT = (
    "江苏省南京市江宁区与陕西省商洛市洛南县东西部协作联席会议召开\n\n"
    "5月6日，江宁区委书记周立文率党政代表团赴洛南县考察，双方签署《东西部协作框架协议》，"
    "将围绕产业、教育、医疗等领域深化合作。江苏省徐州市鼓楼区也派人参加。\n"
)


@pytest.fixture
def article(tmp_path):
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_each_fact_stands_with_its_rule_and_words(run, article):
    code, out, err = run("explain", article, "--published", "2024-05-08")
    assert (code, err) == (0, "")
    facts = [line for line in out.splitlines() if "partnership.joined" in line]
    assert facts
    assert all("江宁区" in line and "洛南县" in line for line in facts)
    assert "“教育”" in next(line for line in out.splitlines() if "education" in line)
    assert "东西部协作框架协议" in out


def test_a_shared_name_comes_with_the_reason_for_the_choice(run, tmp_path):
    file = tmp_path / "shared.txt"
    file.write_text(
        "江苏省徐州市鼓楼区与陕西省洛南县结对协作。近年来，鼓楼区派出干部十名。\n", encoding="utf-8"
    )
    chosen = [line for line in run("explain", file)[1].splitlines() if "地名之选" in line]
    assert [line.split()[1:4] for line in chosen] == [["鼓楼区", "→", "江苏省徐州市鼓楼区"]]
    assert len(chosen[0].split()) > 4


def test_an_unresolved_name_says_so(run, tmp_path):
    file = tmp_path / "open.txt"
    file.write_text("昨天，鼓楼区举行了运动会。\n", encoding="utf-8")
    assert "鼓楼区 → 未定" in run("explain", file)[1]


def test_a_file_that_cannot_be_read_is_named(run, tmp_path):
    file = tmp_path / "empty.txt"
    file.write_text("", encoding="utf-8")
    code, _, err = run("explain", file)
    assert code == 1
    assert "empty.txt" in err
