"""The package's data files: ontology, gazetteer and queries, from a wheel or a checkout.

In a wheel everything lies inside the package; in a checkout ``queries/`` lies at the top level,
beside ``graph/``. All three are read as :class:`importlib.resources.abc.Traversable`, so that a
zipped package works too.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_PACKAGE = files("xiezuo")


def ontology_file(name: str) -> Traversable:
    """A file of the ontology: ``ontology_file("xiezuo.ttl")``.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return _existing(_PACKAGE / "ontology" / name)


def gazetteer_file(name: str) -> Traversable:
    """A table of the gazetteer: ``gazetteer_file("places.tsv")``.

    Raises:
        FileNotFoundError: there is no such file.
    """
    return _existing(_PACKAGE / "gazetteer" / name)


def queries() -> Iterator[Traversable]:
    """The ``.rq`` files of ``queries/``, by name."""
    files_ = (file for file in _queries_folder().iterdir() if file.name.endswith(".rq"))
    yield from sorted(files_, key=lambda file: file.name)


@cache
def _queries_folder() -> Traversable:
    packed = _PACKAGE / "queries"
    if packed.is_dir():
        return packed
    checkout = Path(__file__).resolve().parents[2] / "queries"
    if checkout.is_dir():
        return checkout
    raise FileNotFoundError("the installed package has no queries/")


def _existing(file: Traversable) -> Traversable:
    if not file.is_file():
        raise FileNotFoundError(f"the installed package has no {file}")
    return file
