"""The data files that the package carries."""

from __future__ import annotations

import pytest

from xiezuo.resources import gazetteer_file, ontology_file, queries


def test_ontology_and_gazetteer_are_found() -> None:
    assert "xz:" in ontology_file("xiezuo.ttl").read_text(encoding="utf-8")
    assert "120103\t河西区" in gazetteer_file("places.tsv").read_text(encoding="utf-8")


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.ttl"):
        ontology_file("none.ttl")


def test_queries_are_rq_files_by_name() -> None:
    names = [file.name for file in queries()]
    assert names == sorted(names)
    assert names
    assert all(name.endswith(".rq") for name in names)
