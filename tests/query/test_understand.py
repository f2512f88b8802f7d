"""Questions in plain words: those that the patterns were written with, and those kept apart."""

import csv
from pathlib import Path

import pytest

from xiezuo import lexicon
from xiezuo.errors import UnknownQuestion
from xiezuo.gazetteer import gazetteer
from xiezuo.query import ask, questions, understand

NOTHING = "-"

with (Path(__file__).parent / "phrasings.tsv").open(encoding="utf-8") as file:
    PHRASINGS = list(csv.DictReader(file, delimiter="\t"))


def meant(question, parameters):
    """Parameters as what they mean, so that 临夏 and 临夏州 are one."""
    kinds = {one.name: one.kind for one in questions()[question].parameters}
    readers = {"place": gazetteer().place, "domain": lexicon.classify}
    return {name: readers.get(kinds[name], str)(value) for name, value in parameters.items()}


def understood(text):
    try:
        found = understand(text)
    except UnknownQuestion:
        return NOTHING, {}
    return found.question.name, meant(found.question.name, found.parameters)


def expected(row):
    name = row["question"]
    given = dict(pair.split("=", 1) for pair in row["parameters"].split())
    return name, {} if name == NOTHING else meant(name, given)


def rows(kept):
    return [row for row in PHRASINGS if row["set"] == kept]


@pytest.mark.parametrize("row", rows("tuned"), ids=lambda row: row["text"])
def test_what_the_patterns_were_written_with(row):
    assert understood(row["text"]) == expected(row)


def test_what_was_kept_apart():
    """These phrasings were written before the patterns and not looked at again."""
    wrong = [row for row in rows("kept") if understood(row["text"]) != expected(row)]
    answered_wrongly = [row for row in wrong if understood(row["text"])[0] != NOTHING]
    assert answered_wrongly == []
    assert len(wrong) <= len(rows("kept")) * 0.1, [row["text"] for row in wrong]


def test_every_question_can_be_asked_in_both_sets():
    for kept in ("tuned", "kept"):
        assert {row["question"] for row in rows(kept)} - {NOTHING} == set(questions())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "？",
        "陇县",
        "领导是谁",
        "项目是什么",
        "领域是什么意思",
        "高铁站在哪里",
        "谁不帮扶平凉市",
        "谁在帮扶平凉市的足球队",
        "河西区和平凉市和陇县签了哪些协议",
        "2023年和2024年陇县有哪些考察",
        "2023年谁帮扶陇县",
        "谁帮扶无此县",
        "谁没有帮扶平凉",
        "除了河西区还有谁帮扶平凉",
        "谁帮扶平凉和陇南",
        "平凉市有多少所学校呢",
        "为什么上海帮扶云南",
        "哪个省最穷",
        "What to visit in 北京",
        "Who is not supported by Tianjin?",
        "Which agreements did Fujian not sign with Ningxia?",
        "Who lives in Pingliang?",
        "How many officials has Pingliang?",
        "(((((",
        "@",
        "@帮扶哪些地方",
        "Who supports 平凉市 and 陇县?",
        "Who supports 平凉市 in 2023?",
        "Does 河西区 support 平凉市?",
        "What does 陇县 mean?",
        "What does education mean?",
    ],
)
def test_what_is_none_of_the_questions_is_not_understood(text):
    with pytest.raises(UnknownQuestion):
        understand(text)


def test_the_nearest_questions_are_named():
    with pytest.raises(UnknownQuestion) as error:
        understand("明年谁会帮扶平凉市的产业园")
    assert 0 < len(error.value.suggestions) <= 3
    with pytest.raises(UnknownQuestion) as error:
        understand("hello")
    assert error.value.suggestions == ()


def test_places_are_found_with_their_parents_and_codes():
    assert understand("谁帮扶甘肃省平凉市").parameters == {"place": "甘肃省平凉市"}
    assert understand("谁帮扶 620800").parameters == {"place": "620800"}
    assert understand("合作市由谁帮扶").parameters == {"place": "合作市"}


def test_the_command_asks_the_same():
    command = understand("2024年铜山区与陇县签了什么协议").command
    assert command == "xiezuo query agreements-between 铜山区 陇县 --set year=2024"


@pytest.mark.parametrize("row", rows("tuned")[:40], ids=lambda row: row["text"])
def test_what_is_understood_can_be_asked(store, row):
    found = understand(row["text"])
    if found.question.name != "evidence-of":  # whose fact this small world has not
        assert ask(store, found.question, found.parameters).answer.variables
