"""How a predicted row matches a gold row, field by field (DATA-MODEL: "How a prediction matches").

A criterion first brings rows to comparable units (titles split, repetitions taken out), then says
how similar a gold unit and a predicted one are: 0 is no match. Within a document the assignment is
one to one and as large as it can be; among equally large ones it prefers the more similar pairs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from xiezuo.evaluate.gold import Row
from xiezuo.evaluate.names import dice, normal, same_name

EVENT_NAME = 0.6
"""The least Dice coefficient of two names of one ceremony or meeting (DATA-MODEL)."""

MEASURE = 0.4
"""The least Dice coefficient of two names of one measure (DATA-MODEL)."""

_DELEGATION = re.compile(r"(党政|政府|经贸|学习|商务)*(代表团|考察团|考察组|一行)+$")
_TITLE_BREAK = re.compile(r"[、,，;；]")


@dataclass(frozen=True, slots=True)
class Criterion:
    """What makes rows of one field the same."""

    similarity: Callable[[Row, Row], float]
    units: Callable[[Sequence[Row]], list[Row]] = list


def assign(
    gold: Sequence[Row], predicted: Sequence[Row], criterion: Criterion
) -> list[tuple[Row | None, Row | None]]:
    """Pairs of matching units; a gold or predicted unit without a partner stands with None."""
    wanted, found = criterion.units(gold), criterion.units(predicted)
    choices = []
    for row in wanted:
        scores = [(criterion.similarity(row, other), -i) for i, other in enumerate(found)]
        choices.append([-i for score, i in sorted(scores, reverse=True) if score > 0])
    owner: dict[int, int] = {}
    order = sorted(range(len(wanted)), key=lambda i: (len(choices[i]), i))
    for index in order:
        _augment(index, choices, owner, set())
    partner = {index: other for other, index in owner.items()}
    pairs: list[tuple[Row | None, Row | None]] = [
        (row, found[partner[i]] if i in partner else None) for i, row in enumerate(wanted)
    ]
    return pairs + [(None, row) for i, row in enumerate(found) if i not in owner]


def _augment(
    index: int, choices: Sequence[Sequence[int]], owner: dict[int, int], seen: set[int]
) -> bool:
    """One step of Kuhn's algorithm: a place for gold unit ``index``, moving others if need be."""
    free = [other for other in choices[index] if other not in owner]
    for other in [*free, *choices[index]]:
        if other in seen:
            continue
        seen.add(other)
        if other not in owner or _augment(owner[other], choices, owner, seen):
            owner[other] = index
            return True
    return False


# --- units -----------------------------------------------------------------------------------


def _distinct(key: Callable[[Row], object]) -> Callable[[Sequence[Row]], list[Row]]:
    """Rows with the same key count once, as the most confident of them."""

    def units(rows: Sequence[Row]) -> list[Row]:
        best: dict[object, Row] = {}
        for row in rows:
            known = best.get(key(row))
            if known is None or confidence(row) > confidence(known):
                best[key(row)] = row
        return list(best.values())

    return units


def confidence(row: Row) -> float:
    """The confidence of a predicted row; 0 for a gold row, which has none."""
    evidence = row.get("evidence") or {}
    return float(evidence.get("confidence", 0.0))


def _offices(rows: Sequence[Row]) -> list[Row]:
    """One unit for each person and title: 区委副书记、区长 are two."""
    single = [
        row | {"title": title}
        for row in rows
        for title in _TITLE_BREAK.split(row["title"])
        if title.strip()
    ]
    return _distinct(lambda row: (normal(row["person"]), normal(row["title"])))(single)


# --- similarities ----------------------------------------------------------------------------


def _side(row: Row, other: Row, side: str) -> bool:
    code, second = row.get(f"{side}_code"), other.get(f"{side}_code")
    if code and second:
        return str(code) == str(second)
    return same_name(row[side], other[side])


def _partnership(gold: Row, predicted: Row) -> float:
    return float(_side(gold, predicted, "supporter") and _side(gold, predicted, "recipient"))


def _domain(gold: Row, predicted: Row) -> float:
    same_pair = same_name(gold["supporter"], predicted["supporter"]) and same_name(
        gold["recipient"], predicted["recipient"]
    )
    return float(same_pair and gold["concept"] == predicted["concept"])


def _shared(some: Iterable[str], others: Iterable[str]) -> int:
    pool = list(others)
    return sum(any(same_name(one, other) for other in pool) for one in some)


def _event(gold: Row, predicted: Row) -> float:
    if gold["parties"] and not _shared(gold["parties"], predicted["parties"]):
        return 0.0
    if not gold.get("name"):
        return EVENT_NAME
    similarity = dice(gold["name"], predicted.get("name") or "")
    return similarity if similarity >= EVENT_NAME else 0.0


def _secondment(gold: Row, predicted: Row) -> float:
    sides = sum(same_name(gold.get(side), predicted.get(side)) for side in ("from", "to"))
    if gold.get("person") or predicted.get("person"):
        named = gold.get("person") and predicted.get("person")
        same = named and normal(gold["person"]) == normal(predicted["person"])
        return 1.0 + sides if same else 0.0
    return float(sides) if gold.get("count") == predicted.get("count") else 0.0


def _official(gold: Row, predicted: Row) -> float:
    if normal(gold["person"]) != normal(predicted["person"]):
        return 0.0
    one, other = normal(gold["title"]), normal(predicted["title"])
    same_seat = 0.1 * same_name(gold.get("of"), predicted.get("of"))
    return (1.0 if one == other else 0.5) + same_seat if one in other or other in one else 0.0


def _delegation(visitor: str) -> str:
    """The place or body whose delegation it is: 东丽区党政代表团一行 is 东丽区."""
    return _DELEGATION.sub("", normal(visitor)) or normal(visitor)


def _visit(gold: Row, predicted: Row) -> float:
    one, other = _delegation(gold["visitor"]), _delegation(predicted["visitor"])
    # Gold keeps the text’s words: 甘肃党政代表团 is 甘肃省’s, 区党政代表团 the home district’s.
    if one not in other and other not in one:
        return 0.0
    return float(_shared(gold["to"], predicted["to"]) or not gold["to"])


def _agreement(gold: Row, predicted: Row) -> float:
    return float(normal(gold["title"]) == normal(predicted["title"]))


def _indicator(gold: Row, predicted: Row) -> float:
    if _decimal(gold["value"]) != _decimal(predicted["value"]):
        return 0.0
    similarity = dice(gold["measure"], predicted["measure"])
    return similarity if similarity >= MEASURE else 0.0


def _decimal(value: object) -> Decimal | None:
    try:
        return Decimal(str(value)).normalize()
    except InvalidOperation:
        return None


def _pair_of_names(row: Row) -> tuple[str, str]:
    return normal(row["supporter"]), normal(row["recipient"])


CRITERIA: dict[str, Criterion] = {
    "partnerships": Criterion(_partnership, _distinct(_pair_of_names)),
    "domains": Criterion(_domain, _distinct(lambda row: (_pair_of_names(row), row["concept"]))),
    "ceremonies": Criterion(_event),
    "secondments": Criterion(_secondment),
    "officials": Criterion(_official, _offices),
    "meetings": Criterion(_event),
    "visits": Criterion(_visit),
    "agreements": Criterion(_agreement, _distinct(lambda row: normal(row["title"]))),
    "indicators": Criterion(_indicator),
}
"""The fields that are scored, in the order of the report."""
