"""JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from xiezuo.errors import InputError
from xiezuo.read import jsonl, read, read_all


def write(path: Path, *lines: object) -> Path:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text(text, encoding="utf-8")
    return path


def test_one_document_a_line(tmp_path: Path) -> None:
    path = write(
        tmp_path / "news.jsonl",
        {"text": "甲市与乙州签约。", "title": "两地签约", "published": "2024-5-21"},
        "",
        {"text": "两地开会\n会议召开。", "title": "两地开会", "url": "https://a.cn", "extra": 1},
    )
    first, second = read(path)
    assert (first.name, second.name) == ("news.jsonl#1", "news.jsonl#3")
    assert first.text == "两地签约\n甲市与乙州签约。"
    assert (first.published, first.title) == ("2024-05-21", "两地签约")
    assert second.text == "两地开会\n会议召开。"
    assert second.url == "https://a.cn"
    assert first.sha256 != second.sha256


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"text": ""}', "no text"),
        ('{"title": "标题"}', "no text"),
        ('{"text": 3}', "text is not a string"),
        ('{"text": "文", "published": "昨天"}', "not a date"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_wrong_line_is_named_and_the_rest_read(tmp_path: Path, line: str, problem: str) -> None:
    path = write(tmp_path / "news.jsonl", {"text": "第一条。"}, line, {"text": "第三条。"})
    errors: list[InputError] = []
    documents = list(read_all([path], on_error=errors.append))
    assert [document.name for document in documents] == ["news.jsonl#1", "news.jsonl#3"]
    (error,) = errors
    assert "line 2" in str(error)
    assert problem in str(error)
    with pytest.raises(InputError, match="line 2"):
        list(read(path))


def test_a_line_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE", 1000)
    path = write(tmp_path / "news.jsonl", {"text": "长" * 900}, {"text": "第二条。"})
    errors: list[InputError] = []
    documents = list(read_all([path], on_error=errors.append))
    assert [document.name for document in documents] == ["news.jsonl#2"]
    assert "line 1 is longer" in str(errors[0])


def test_half_a_surrogate_pair_does_no_harm(tmp_path: Path) -> None:
    (document,) = read(write(tmp_path / "news.jsonl", r'{"text": "甲\ud800乙\ud83d\ude00"}'))
    assert document.text == "甲\ufffd乙😀"


def test_empty(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty"):
        list(read(write(tmp_path / "news.jsonl", "")))
