"""Plain text: encodings, and what a text's first lines say about it."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read import read
from xiezuo.read.text import header

SIMPLIFIED = "日前，青浦区与定西市召开东西部协作联席会议，双方就深化产业合作进行交流。\n" * 3
TRADITIONAL = "日前，青浦區與定西市召開東西部協作聯席會議，雙方就深化產業合作進行交流。\n" * 3


def read_one(path: Path) -> Document:
    (document,) = read(path)
    return document


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb2312"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "utf-32"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "utf-16-be"),
        ("河西区与平凉市", "gb18030"),
        ("河西區與平涼市", "big5"),
        ("plain ASCII", "ascii"),
        ("Partnership — no Chinese", "utf-8"),
        ("联通", "gb18030"),
    ],
)
def test_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode(encoding))
    assert read_one(path).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le"])
def test_cut_in_the_middle_of_a_character(tmp_path: Path, encoding: str) -> None:
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    path = tmp_path / "page.txt"
    path.write_bytes((text + "協").encode(encoding)[:-1])
    assert read_one(path).text == text


def test_a_broken_byte_costs_one_character(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xff".join([SIMPLIFIED.encode(), SIMPLIFIED.encode()]))
    assert read_one(path).text == SIMPLIFIED + "\ufffd" + SIMPLIFIED


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \n\n", "no text"),
        (codecs.BOM_UTF8, "no text"),
        (bytes(range(256)) * 40, "encoding|binary"),
        (b"PK\x03\x04" + b"\0" * 100, "encoding|binary"),
        ("한국어 문장입니다. 동서 협력 회의가 열렸다.".encode("euc-kr") * 5, "encoding"),
    ],
)
def test_unusable(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=rf"page\.txt: .*({problem})"):
        read_one(path)


def test_document_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("两地签约\r\n2024-05-21 10:30 来源：某某日报 作者：林小满\r\n日前，…".encode())
    document = read_one(path)
    assert document.name == "page.txt"
    assert document.text.startswith("两地签约\r\n")
    assert len(document.sha256) == 64
    assert (document.published, document.source) == ("2024-05-21", "某某日报")


@pytest.mark.parametrize(
    ("text", "published", "source"),
    [
        ("标题\n发布日期：2022-5-7\n信息来源：某县政府网\n", "2022-05-07", "某县政府网"),
        ("2026年03月07日 星期六\n标题", "2026-03-07", None),
        ("来源: 某某日报 2017年6月15日1版", "2017-06-15", "某某日报"),
        ("标题\n日前，双方于2020年5月1日签约。", None, None),
        ("标题\n2020-13-45", None, None),
        ("标题\n23-07-11 08:07 来源：某某新闻 编辑：吴青", "2023-07-11", "某某新闻"),
        ("标题\n20.11.2017 14:30", "2017-11-20", None),
        ("2024年11月20日 查看：63\n来源：某某网 2024-11-19 10:36", "2024-11-19", "某某网"),
        ("2020年5月1日起施行的办法。", None, None),
    ],
)
def test_header(text: str, published: str | None, source: str | None) -> None:
    found = header(text)
    assert (found.published, found.source) == (published, source)
