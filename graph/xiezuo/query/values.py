"""Reads the values of parameters: names, codes and numbers become terms of the graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from pyoxigraph import Literal, NamedNode
from pypinyin import lazy_pinyin

from xiezuo import lexicon, vocab
from xiezuo.errors import UsageError
from xiezuo.query.bind import Value
from xiezuo.query.places import find_place
from xiezuo.query.question import Parameter, Question, similar
from xiezuo.query.select import lexical, select
from xiezuo.store import Store
from xiezuo.vocab import PREFIXES, XSD, XZ

_IRI = re.compile(r"<?((?:[A-Za-z][A-Za-z0-9+.-]*)://[^\s<>\"{}|\\^`]+|urn:[^\s<>\"{}|\\^`]+)>?")
_DAY = re.compile(r"(\d{4})年?(?:-?(\d\d)月?(?:-?(\d\d)日?)?)?")
_STATUSES = {
    "planned": XZ.PLANNED,
    "计划": XZ.PLANNED,
    "underway": XZ.UNDERWAY,
    "已开展": XZ.UNDERWAY,
}
_PAIR = re.compile(r"\s*(\S+?)\s*[—–-]+\s*(\S+?)\s*")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def read_values(store: Store, question: Question, given: Mapping[str, str]) -> dict[str, Value]:
    """The terms for the variables of a question, from what the user gave and its defaults.

    Raises:
        UsageError: a parameter is missing, unknown, or its value cannot be read.
        UnknownPlace: no place has the name or code; carries suggestions.
    """
    names = [parameter.name for parameter in question.parameters]
    for name in given:
        if name not in names:
            hint = similar(name, names) or names
            known = f"; known: {', '.join(hint)}" if hint else "; it has none"
            raise UsageError(f"{question.name} has no parameter {name!r}{known}")
    values: dict[str, Value] = {}
    missing: list[str] = []
    for parameter in question.parameters:
        text = given.get(parameter.name, parameter.default)
        if text is not None and text.strip():
            values[parameter.variable] = read_value(store, parameter, text.strip())
        elif not parameter.optional:
            missing.append(parameter.name)
    if missing:
        needs = " ".join(f"{name}=…" for name in missing)
        raise UsageError(f"{question.name} needs {needs}")
    return values


def read_value(store: Store, parameter: Parameter, text: str) -> Value:
    """One value, as the kind of its parameter says."""
    if parameter.kind not in READERS:
        known = ", ".join(READERS)
        raise UsageError(f"{parameter.name} is of no known kind {parameter.kind!r}; known: {known}")
    try:
        return READERS[parameter.kind](store, text)
    except ValueError as error:
        message = f"{parameter.name} is a {parameter.kind}, which {text!r} is not"
        raise UsageError(message) from error


def _given_iri(text: str) -> NamedNode | None:
    if match := _IRI.fullmatch(text):
        return NamedNode(match[1])
    prefix, colon, local = text.partition(":")
    if colon and prefix in PREFIXES:
        return NamedNode(PREFIXES[prefix] + local)
    return None


def _place(store: Store, text: str) -> NamedNode:
    """An IRI, a prefixed name, or else a place by its name or code."""
    return _given_iri(text) or find_place(store, text)


_FACT_ENDING = """
SELECT DISTINCT ?fact WHERE { ?fact xz:evidence ?assertion FILTER(STRENDS(STR(?fact), ?_ending)) }
"""


def _fact(store: Store, text: str) -> NamedNode:
    """A fact by its IRI or the end of it, or a partnership by its two places.

    Tables show the end: ``partnership/120103-620800``; 河西区—平凉市 may stand in either order.
    """
    if iri := _given_iri(text):
        return iri
    if "/" not in text and (pair := _PAIR.fullmatch(text)):
        return _partnership(store, pair[1], pair[2])
    rows = select(store, _FACT_ENDING, {"_ending": Literal("/" + text.strip("/"))})
    found = [fact for row in rows if isinstance(fact := row["fact"], NamedNode)]
    if len(found) != 1:
        raise UsageError(f"{len(found) or 'no'} facts end in {text!r}; give an IRI")
    return found[0]


_OF_TWO = "SELECT ?fact WHERE { ?fact xz:supporter|xz:recipient ?_one , ?_other }"


def _partnership(store: Store, one: str, other: str) -> NamedNode:
    places = {"_one": find_place(store, one), "_other": find_place(store, other)}
    found = {fact for row in select(store, _OF_TWO, places) if (fact := row["fact"])}
    facts = [fact for fact in found if isinstance(fact, NamedNode)]
    if len(facts) != 1:
        raise UsageError(f"the graph has {len(facts) or 'no'} partnerships of {one} and {other}")
    return facts[0]


def _domain(_store: Store, text: str) -> NamedNode:
    """A domain by its id, a label, or a phrase that means one: ``education``, 教育, 支教."""
    names = (text,) if text in lexicon.domains() else lexicon.classify(text)
    if len(names) != 1:
        known = ", ".join(f"{name} {lexicon.domain_label(name)}" for name in lexicon.domains())
        raise UsageError(f"no one domain is {text!r}; known: {known}")
    return vocab.domain(names[0])


def _programme(_store: Store, text: str) -> NamedNode:
    """A programme by its id or a label: ``paired-support``, 对口支援, 援疆."""
    found = {name for _, name in lexicon.programmes_in(text)}
    names = {text} if text in lexicon.programmes() else found
    if len(names) != 1:
        known = lexicon.programmes()
        listed = ", ".join(f"{name} {lexicon.programme_label(name)}" for name in known)
        raise UsageError(f"no one programme is {text!r}; known: {listed}")
    return vocab.programme(names.pop())


def _text(_store: Store, text: str) -> Literal:
    return Literal(text)


_PEOPLE = "SELECT DISTINCT ?name WHERE { ?person a schema:Person ; schema:name ?name }"


def _name(store: Store, text: str) -> Literal:
    """A person's name as the graph has names: in Chinese; from pinyin, where one person fits."""
    if not text.isascii():
        return Literal(text, language="zh")
    wanted = re.sub("[^a-z]", "", text.lower())
    names = sorted({lexical(row["name"]) for row in select(store, _PEOPLE)})
    found = [name for name in names if "".join(lazy_pinyin(name)) == wanted]
    if len(found) > 1:
        raise UsageError(f"{text} is the name of several: {', '.join(found)}")
    return Literal(found[0] if found else text, language="zh")


def _letters(_store: Store, text: str) -> Literal:
    """Two characters that stand for places."""
    if not re.fullmatch("[一-龥]{2}", text):
        raise ValueError(text)
    return Literal(text)


def _year(_store: Store, text: str) -> Literal:
    year = text.removesuffix("年")
    if not re.fullmatch(r"\d{4}", year):
        raise ValueError(text)
    return Literal(year, datatype=XSD.INTEGER)


def _number(_store: Store, text: str) -> Literal:
    if not (match := _NUMBER.fullmatch(text)):
        raise ValueError(text)
    return Literal(text, datatype=XSD.DECIMAL if match[1] else XSD.INTEGER)


def _day(_store: Store, text: str) -> Literal:
    """A year, a month or a day, as the beginning of a date: 2022, 2022-03, 2022-03-05."""
    if not (match := _DAY.fullmatch(text)):
        raise ValueError(text)
    date.fromisoformat(f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}")
    return Literal("-".join(part for part in match.groups() if part))


def _status(_store: Store, text: str) -> NamedNode:
    if text.lower() not in _STATUSES:
        raise UsageError(f"no status is {text!r}; known: {', '.join(_STATUSES)}")
    return _STATUSES[text.lower()]


def _date(_store: Store, text: str) -> Literal:
    return Literal(date.fromisoformat(text).isoformat(), datatype=XSD.DATE)


READERS: dict[str, Callable[[Store, str], Value]] = {
    "place": _place,
    "iri": _place,
    "fact": _fact,
    "domain": _domain,
    "programme": _programme,
    "text": _text,
    "name": _name,
    "letters": _letters,
    "status": _status,
    "day": _day,
    "year": _year,
    "number": _number,
    "date": _date,
}
"""How a value of each kind of parameter is read."""
