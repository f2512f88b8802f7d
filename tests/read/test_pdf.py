"""PDF: reading order, and files that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.read.make_pdf import Run, make_pdf

from xiezuo.errors import InputError
from xiezuo.read import read
from xiezuo.split import split

FIRST = (
    "日前，甲市与乙州召开东西部协作联席会议，就深化协作进行交流，并签署合作协议，推动协作走深走实。"
    "双方还考察了共建产业园，看望挂职干部，慰问受援群众，共话发展。"
)
SECOND = (
    "近年来，甲市与乙州在东西部协作各项工作中取得了积极成效，经济社会发展平稳向好，两地人民结下了"
    "深厚友谊。甲市将发挥自身优势，立足当地所需，进一步加强交流合作。"
)


def columns(paragraphs: tuple[str, ...], top: float) -> list[Run]:
    """Two columns of 16 characters, each paragraph with an indent."""
    lines: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        lines.append((24, paragraph[:14]))
        lines += [(0, paragraph[at : at + 16]) for at in range(14, len(paragraph), 16)]
    half = (len(lines) + 1) // 2
    return [
        (60 + column * 210 + indent, top - 18 * row, 12, text)
        for column, part in enumerate((lines[:half], lines[half:]))
        for row, (indent, text) in enumerate(part)
    ]


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "page.pdf"
    path.write_bytes(data)
    return path


def test_columns_and_headlines_in_reading_order(tmp_path: Path) -> None:
    page: list[Run] = [
        (120, 780, 28, "山海同心 共谱协作新篇"),
        (200, 752, 12, "本报记者 林小满"),
        *columns((FIRST, SECOND), 720),
        (120, 520, 20, "图书馆延长开放时间"),
        (200, 498, 12, "本报记者 何大江"),
        *columns((SECOND,), 470),
    ]
    (document,) = read(write(tmp_path, make_pdf([page])))
    first, second = split(document)
    assert first.text.split("\n") == ["山海同心 共谱协作新篇", "本报记者 林小满", FIRST, SECOND]
    assert second.text.split("\n") == ["图书馆延长开放时间", "本报记者 何大江", SECOND]
    assert second.authors == ("何大江",)


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    cells = [("甲市", "乙州"), ("丙区", "丁县"), ("戊区", "己县")]
    page = [
        (60 + 100 * x, 700 - 20 * y, 12, cell)
        for y, row in enumerate(cells)
        for x, cell in enumerate(row)
    ]
    (document,) = read(write(tmp_path, make_pdf([page])))
    assert document.text.split("\n") == ["甲市\t乙州", "丙区\t丁县", "戊区\t己县"]


def test_pages_follow_each_other(tmp_path: Path) -> None:
    pages = [[(60, 700, 12, "第一页的文字。")], [], [(60, 700, 12, "第三页的文字。")]]
    (document,) = read(write(tmp_path, make_pdf(pages)))
    assert document.text == "第一页的文字。\n\n第三页的文字。"


def test_without_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"page\.pdf: .*scan.*recognition"):
        list(read(write(tmp_path, make_pdf([[]]))))


@pytest.mark.parametrize("cut", [20, 300])
def test_truncated(tmp_path: Path, cut: int) -> None:
    data = make_pdf([[(60, 700, 12, "一页文字。")]])[:cut]
    with pytest.raises(InputError, match=r"page\.pdf"):
        list(read(write(tmp_path, data)))


def test_not_a_pdf(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="truncated"):
        list(read(write(tmp_path, "不是PDF。".encode())))


def test_encrypted(tmp_path: Path) -> None:
    data = make_pdf([[(60, 700, 12, "一页文字。")]])
    locked = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >> /ID [<00> <00>] >>"
    )
    head, tail = data.rsplit(b">>", 1)
    with pytest.raises(InputError, match="encrypted"):
        list(read(write(tmp_path, head + locked + tail)))
