"""Gold annotations (JSON Lines), and what a build found in the same form.

A gold line is one document: ``file``, ``relevant`` and a list of rows for each field of
:data:`FIELDS`. Fields that a line lacks are empty, keys that nobody scores are kept. A row that
comes from a build carries ``evidence`` besides: the rule, the sentence and the confidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from xiezuo.errors import InputError
from xiezuo.model import (
    Agreement,
    Appointment,
    Assertion,
    Cooperation,
    Fact,
    Indicator,
    Meeting,
    MergedFact,
    Partnership,
    Party,
    Place,
    Secondment,
    SecondmentKind,
    SigningCeremony,
    Visit,
)

Row = dict[str, Any]
GoldDocument = dict[str, Any]

REQUIRED: dict[str, tuple[str, ...]] = {
    "partnerships": ("supporter", "recipient"),
    "domains": ("supporter", "recipient", "concept"),
    "ceremonies": ("parties",),
    "secondments": (),
    "officials": ("person", "title"),
    "meetings": ("name", "parties"),
    "visits": ("visitor", "to"),
    "agreements": ("title",),
    "indicators": ("measure", "value"),
}
"""The fields of a gold line, and the keys that a row of each cannot do without."""

FIELDS = tuple(REQUIRED)

KINDS = {
    SecondmentKind.OFFICIAL: "官员",
    SecondmentKind.PROFESSIONAL: "专技人才",
    SecondmentKind.TASK_FORCE: "工作组",
}
"""The gold's names for the kinds of secondment."""


def read_gold(path: Path) -> list[GoldDocument]:
    """The documents of a gold file, with every field of :data:`FIELDS` present.

    Raises:
        InputError: the file cannot be read, or a line is no annotation; the line is named.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"cannot be read ({error})") from error
    documents = [
        _checked(line, f"{path}:{number}")
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]
    if not documents:
        raise InputError(str(path), "holds no annotation", "one JSON object a line is expected")
    return documents


def _checked(line: str, where: str) -> GoldDocument:
    try:
        document = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(where, f"is not JSON ({error})") from error
    if not isinstance(document, dict) or not isinstance(document.get("file"), str):
        raise InputError(where, "is no annotation: a JSON object with “file” is expected")
    for field, required in REQUIRED.items():
        rows = [] if document.get(field) is None else document[field]
        if not isinstance(rows, list):
            raise InputError(where, f"{field} is no list")
        document[field] = [_row(row, f"{where}: {field}", required) for row in rows]
    document.setdefault("relevant", any(document[field] for field in FIELDS))
    return document


def _row(row: object, where: str, required: tuple[str, ...]) -> Row:
    if isinstance(row, str) and required == REQUIRED["agreements"]:
        row = {"title": row}
    if not isinstance(row, dict):
        raise InputError(where, f"{row!r} is no object")
    for key in required:
        if row.get(key) is None:
            raise InputError(where, f"a row lacks “{key}”: {json.dumps(row, ensure_ascii=False)}")
    return row


def to_gold(
    facts: Iterable[Assertion | MergedFact], file: str = "", relevant: bool | None = None
) -> GoldDocument:
    """What was found in one document, in the form of a gold line.

    ``relevant`` is, where it is not given, whether there is any fact.
    """
    document: GoldDocument = {"file": file, "relevant": relevant}
    document.update({field: [] for field in FIELDS})
    for fact in facts:
        field, row = _as_row(fact.fact)
        document[field].append(row | {"evidence": _evidence(fact)})
    if relevant is None:
        document["relevant"] = any(document[field] for field in FIELDS)
    return document


def _evidence(fact: Assertion | MergedFact) -> Row:
    assertions = fact.assertions if isinstance(fact, MergedFact) else (fact,)
    best = max((assertion.evidence for assertion in assertions), key=lambda e: e.confidence)
    return {"rule": best.rule, "sentence": best.exact, "confidence": best.confidence}


def _as_row(fact: Fact) -> tuple[str, Row]:
    """The field that a fact belongs to, and its row there."""
    match fact:
        case Partnership():
            return "partnerships", {
                "supporter": fact.pair.supporter.full_name,
                "supporter_code": fact.pair.supporter.code,
                "recipient": fact.pair.recipient.full_name,
                "recipient_code": fact.pair.recipient.code,
                "programmes": list(fact.programmes),
            }
        case Cooperation():
            return "domains", {
                "supporter": fact.pair.supporter.full_name,
                "recipient": fact.pair.recipient.full_name,
                "phrase": fact.phrase,
                "concept": fact.domain,
                "status": str(fact.status),
            }
        case Secondment():
            return "secondments", {
                "person": fact.person,
                "count": fact.count,
                "from": _name(fact.sender),
                "to": _name(fact.host),
                "post": fact.post,
                "kind": KINDS[fact.kind],
                "term": fact.duration,
            }
        case Appointment():
            return "officials", {
                "person": fact.person.name,
                "title": fact.title,
                "of": _name(fact.of),
            }
        case Indicator():
            return "indicators", {
                "measure": fact.measure,
                "value": _number(fact.value),
                "unit": fact.unit,
                "period": fact.period,
                "supporter": _name(fact.supporter),
                "recipient": _name(fact.recipient),
            }
    return _as_event_row(fact)


def _as_event_row(fact: SigningCeremony | Meeting | Visit | Agreement) -> tuple[str, Row]:
    match fact:
        case SigningCeremony():
            return "ceremonies", {
                "name": fact.name,
                "parties": list(_names(fact.parties)),
                "signed": list(fact.signed),
                "date": fact.date,
            }
        case Meeting():
            return "meetings", {"name": fact.name, "parties": list(_names(fact.parties))}
        case Visit():
            visitor = fact.delegation or _name(fact.visitor)
            return "visits", {"visitor": visitor, "to": list(_names(fact.visited))}
        case Agreement():
            return "agreements", {"title": fact.title}


def _name(party: Party | None) -> str | None:
    return party.full_name if isinstance(party, Place) else party.name if party else None


def _names(parties: Iterable[Party]) -> Iterator[str]:
    return (party.full_name if isinstance(party, Place) else party.name for party in parties)


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
