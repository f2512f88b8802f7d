"""Which place of the graph a user means by a name or a code."""

from __future__ import annotations

from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from xiezuo.errors import AmbiguousPlace, UnknownPlace
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Place
from xiezuo.query.select import lexical, select
from xiezuo.store import Store
from xiezuo.vocab import BASE

_BY_NAME = """
SELECT DISTINCT ?place ?fullName ?rank WHERE {
  VALUES (?property ?rank) {
    (xz:gbCode 0) (xz:fullName 1) (schema:name 2) (skos:altLabel 3)
  }
  VALUES ?written { ?_name ?_code }
  ?place ?property ?written ; xz:fullName ?fullName .
}
"""

_NAMES = "SELECT DISTINCT ?name WHERE { ?place a xz:Place ; xz:fullName|schema:name ?name }"

_SUGGESTIONS = 5

COUNTRY_NAMES = ("全国", "中国")
"""What means every place, also in a graph without any."""


def find_place(store: Store, value: str) -> NamedNode:
    """The place that a user means.

    The graph's own places come first, by code, full name, name, and short or former name, in
    that order; then those of the gazetteer, also by a chain of names (甘肃平凉). A place that the
    gazetteer knows and the graph does not is a place without facts.

    Raises:
        AmbiguousPlace: several places have the name; carries their full names.
        UnknownPlace: none has it; carries similar names.
    """
    if found := _in_graph(store, value):
        return found
    if value in COUNTRY_NAMES:
        return NamedNode(f"{BASE}place/100000")
    try:
        place = gazetteer().place(value)
    except AmbiguousPlace:
        raise
    except UnknownPlace as error:
        suggestions = dict.fromkeys([*_similar(store, value), *error.suggestions])
        raise UnknownPlace(value, list(suggestions)[:_SUGGESTIONS]) from error
    return _in_graph(store, place.code or place.full_name) or _without_facts(place)


def _in_graph(store: Store, written: str) -> NamedNode | None:
    """The one place of the graph with the best reading of a name or code, if there is any."""
    values = {"_name": Literal(written, language="zh"), "_code": Literal(written)}
    rows = select(store, _BY_NAME, values)
    best = min((lexical(row["rank"]) for row in rows), default="")
    names = {
        place: lexical(row["fullName"])
        for row in rows
        if lexical(row["rank"]) == best and isinstance(place := row["place"], NamedNode)
    }
    if len(names) > 1:
        raise AmbiguousPlace(written, sorted(names.values()))
    return next(iter(names), None)


def _without_facts(place: Place) -> NamedNode:
    return NamedNode(f"{BASE}place/{place.key}")


def _similar(store: Store, value: str) -> list[str]:
    """Names of the graph with the value in them, then those that are spelt alike."""
    names = sorted({lexical(row["name"]) for row in select(store, _NAMES)})
    inside = sorted((name for name in names if value in name), key=len)
    return [*inside, *get_close_matches(value, names, _SUGGESTIONS, 0.5)]
