"""Folders, globs, archives, sidecars and errors."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from xiezuo.errors import InputError, UsageError
from xiezuo.read import READERS, ReadOptions, Source, archive, raw, read, read_all, sources

TEXT = "日前，甲市与乙州签约。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a sub-folder, an archive, sidecars, and files that are no documents."""
    root = tmp_path / "in"
    (root / "b").mkdir(parents=True)
    (root / ".git").mkdir()
    for name in ("c.txt", "a.txt", "b/2.txt", "b/10.txt", ".hidden.txt", ".git/x.txt", "p.jpg"):
        (root / name).write_text(TEXT, encoding="utf-8")
    (root / "a.txt.meta.json").write_text('{"published": "2024-05"}', encoding="utf-8")
    with ZipFile(root / "d.zip", "w", ZIP_DEFLATED) as packed:
        packed.writestr("新闻/1.txt", TEXT)
        packed.writestr("新闻/1.txt.meta.json", '{"home": "天津市河西区"}')
        packed.writestr("__MACOSX/1.txt", TEXT)
        packed.writestr("../../evil.txt", TEXT)
    return root


def test_a_folder_in_order(folder: Path) -> None:
    documents = list(read_all([folder]))
    assert [document.name for document in documents] == [
        "a.txt",
        "b/10.txt",
        "b/2.txt",
        "c.txt",
        "d.zip/evil.txt",
        "d.zip/新闻/1.txt",
    ]
    assert documents[0].published == "2024-05"
    assert documents[-1].home == "天津市河西区"
    assert {document.text for document in documents} == {TEXT}


def test_each_file_once_however_often_it_is_named(folder: Path) -> None:
    found = list(sources([folder, folder / "a.txt", str(folder / "b" / "*.txt"), folder]))
    assert len(found) == 6
    assert pickle.loads(pickle.dumps(found)) == found


def test_globs(folder: Path) -> None:
    def names(pattern: str) -> list[str]:
        return [document.name for document in read_all([str(folder / pattern)])]

    assert names("*.txt") == ["a.txt", "c.txt"]
    assert names("**/*.txt") == ["a.txt", "b/10.txt", "b/2.txt", "c.txt"]
    assert names("[bd]*") == ["b/10.txt", "b/2.txt", "d.zip/evil.txt", "d.zip/新闻/1.txt"]


def test_names_are_relative_to_the_root(folder: Path) -> None:
    (document,) = read(folder / "b" / "2.txt", root=folder)
    assert document.name == "b/2.txt"
    (document,) = read(folder / "b" / "2.txt")
    assert document.name == "2.txt"


def test_options_win_over_the_sidecar_and_that_over_the_document(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("标题\n2020-01-01 来源：某某日报\n" + TEXT, encoding="utf-8")
    beside = {"published": "2021-02-03", "url": "https://a.cn", "title": "另一标题"}
    (tmp_path / "page.txt.meta.json").write_text(json.dumps(beside), encoding="utf-8")
    (document,) = read(path, options=ReadOptions(published="2022", home="甲市"))
    assert document.published == "2022"
    assert document.url == "https://a.cn"
    assert document.title == "另一标题"
    assert document.source == "某某日报"
    assert document.home == "甲市"


@pytest.mark.parametrize(
    ("beside", "problem"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"published": "上周"}', "not a date"),
        ('{"published": 2024}', "not a string"),
        ('{"publised": "2024"}', "unknown key 'publised'"),
    ],
)
def test_a_wrong_sidecar_is_named(tmp_path: Path, beside: str, problem: str) -> None:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "page.txt.meta.json").write_text(beside, encoding="utf-8")
    with pytest.raises(InputError, match=rf"page\.txt\.meta\.json: .*{problem}"):
        list(read(tmp_path / "page.txt"))


def test_errors_are_reported_and_the_rest_is_read(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")
    (folder / "old.doc").write_bytes(b"x")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 broken")
    errors: list[InputError] = []
    given = [folder, folder / "missing.txt", folder / "none*.txt", folder / "p.jpg"]
    documents = list(read_all(given, on_error=errors.append))
    assert len(documents) == 6
    assert [error.name for error in errors] == [
        "bad.txt",
        "broken.zip",
        "old.doc",
        str(folder / "missing.txt"),
        str(folder / "none*.txt"),
        "p.jpg",
    ]
    assert "save it as .docx" in str(errors[2])
    with pytest.raises(InputError, match=r"bad\.txt"):
        list(read_all([folder]))


def test_reading_is_lazy(folder: Path) -> None:
    documents = read_all([folder])
    assert next(documents).name == "a.txt"
    (folder / "c.txt").unlink()
    assert next(documents).name == "b/10.txt"


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(raw, "MAX_BYTES", 10)
    with pytest.raises(InputError, match=r"page\.txt: larger than"):
        list(read(path))


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "page.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"page\.txt: no permission"):
        list(read(path))
    monkeypatch.setattr(Path, "iterdir", refuse)
    (error,) = sources([tmp_path / "in"])
    assert isinstance(error, InputError)
    assert "cannot be read" in str(error)


def test_a_link_back_up_does_not_go_round(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder)
    assert len(list(sources([folder]))) == 6


def test_archives_that_unpack_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ZipFile(tmp_path / "bomb.zip", "w", ZIP_DEFLATED) as packed:
        packed.writestr("1.txt", "长" * 100_000)
    monkeypatch.setattr(archive, "MAX_UNPACKED", 1000)
    with pytest.raises(InputError, match=r"bomb\.zip: .*more than an archive may have"):
        list(read(tmp_path / "bomb.zip"))


def test_entries_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr("1.txt", TEXT)
        packed.writestr("2.txt", TEXT + "二")
        packed.writestr("inner.zip", b"PK")
    data = bytearray(path.read_bytes())
    at = data.index((TEXT + "二").encode())
    data[at : at + 3] = "月".encode()
    path.write_bytes(data)
    errors: list[InputError] = []
    (document,) = read_all([path], on_error=errors.append)
    assert document.name == "a.zip/1.txt"
    assert [error.name for error in errors] == ["a.zip/2.txt", "a.zip/inner.zip"]
    assert "broken archive" in str(errors[0])


def test_encrypted_entries(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr("1.txt", TEXT)
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.zip/1\.txt: cannot be unpacked .*encrypted"):
        list(read(path))


def test_entry_names_in_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as packed:
        packed.writestr(ZipInfo("XXXX/1.txt"), TEXT)
    path.write_bytes(path.read_bytes().replace(b"XXXX", "新闻".encode("gb18030")))
    (document,) = read(path)
    assert document.name == "a.zip/新闻/1.txt"


def test_options_are_checked() -> None:
    assert ReadOptions(published="2024年5月").published == "2024-05"
    with pytest.raises(UsageError, match="not a date"):
        ReadOptions(published="昨天")


def test_errors_pass_between_processes() -> None:
    error = InputError("a.txt", "empty", "fill it")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_every_reader_has_a_suffix() -> None:
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in READERS)
    assert Source(Path("A.TXT"), "A.TXT").suffix in READERS
