"""Word documents."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from xiezuo.errors import InputError
from xiezuo.read import read


def test_paragraphs_and_tables_in_their_order(tmp_path: Path) -> None:
    word = docx.Document()
    word.add_heading("两地深化协作", 0)
    word.add_paragraph("2023-06-08 来源：某某日报")
    word.add_paragraph("6月7日，甲市代表团赴乙州考察。")
    table = word.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "甲市", "乙州"
    word.add_paragraph("会后，双方签约。")
    word.save(str(tmp_path / "page.docx"))
    (document,) = read(tmp_path / "page.docx")
    assert document.text.split("\n") == [
        "两地深化协作",
        "2023-06-08 来源：某某日报",
        "6月7日，甲市代表团赴乙州考察。",
        "甲市\t乙州",
        "会后，双方签约。",
    ]
    assert (document.published, document.source) == ("2023-06-08", "某某日报")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "encrypted, or an old"),
        ("不是文档".encode(), "broken"),
        (b"PK\x05\x06" + b"\0" * 18, "cannot be read"),
        (b"", "empty"),
    ],
)
def test_unusable(tmp_path: Path, data: bytes, problem: str) -> None:
    (tmp_path / "page.docx").write_bytes(data)
    with pytest.raises(InputError, match=rf"page\.docx: .*{problem}"):
        list(read(tmp_path / "page.docx"))


def test_truncated_and_without_text(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "empty.docx"))
    with pytest.raises(InputError, match="no text"):
        list(read(tmp_path / "empty.docx"))
    data = (tmp_path / "empty.docx").read_bytes()
    (tmp_path / "cut.docx").write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match="broken"):
        list(read(tmp_path / "cut.docx"))
