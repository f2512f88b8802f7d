"""One number told twice: in headline and text, in short and in full, of a team and its tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from xiezuo.extract.clauses import Clause
from xiezuo.extract.grammar import Rule
from xiezuo.extract.names import similar
from xiezuo.model import Place
from xiezuo.values import quick

_SENT = re.compile("教师|医生|干部|人才|专家|人员|劳动力")
_TELLING = 1000
"""From here on two equal numbers that are not round are one."""
_GROUP = 30
"""So many of a staff and no round number are the same people."""
_MANY, _ALIKE = 100, 0.4
"""From here on less is enough."""
_ROUNDED = Decimal("0.9")
"""A number of a headline that is so near to one of the text is the same, said in short."""
_SAME = 0.5
"""Share of common bigrams from which two measures of one value are one."""


@quick
@dataclass(frozen=True, slots=True)
class Reading:
    """What a quantity was read to measure, and under which rule."""

    clause: Clause
    measure: str
    rule: Rule
    in_body: bool
    sentence: int
    sides: tuple[Place | None, Place | None]


def distinct(readings: Iterator[Reading]) -> list[Reading]:
    """The readings without repetitions: the same number of the same thing in headline and text."""
    kept: list[Reading] = []
    for reading in readings:
        for index, other in enumerate(kept):
            if _same(reading, other):
                if (reading.in_body, len(reading.measure)) >= (other.in_body, len(other.measure)):
                    kept[index] = reading
                break
        else:
            kept.append(reading)
    return kept


def _same(one: Reading, other: Reading) -> bool:
    """Whether two readings are of one number: equal, and of much the same or a telling value."""
    first, second = one.clause.quantity, other.clause.quantity
    if first.unit != second.unit:
        return False
    if not (one.in_body and other.in_body):
        # 超8亿元 of a headline is 8.3亿元 in the text.
        rounded = one.in_body != other.in_body and (first.qualifier or second.qualifier)
        near = rounded and _in_short(first.value, second.value)
        alike = similar(one.measure, other.measure, _SAME) or one.measure in other.measure
        return first.value == second.value or bool(near and (alike or other.measure in one.measure))
    if first.value != second.value or _of_two(one.sides[1], other.sides[1]):
        return False
    if one.sentence == other.sentence:
        # 计划安排资金3.42亿元，实际到位3.42亿元
        return one.measure == other.measure
    telling = first.value >= _TELLING and len(str(first.value).rstrip("0")) > 1
    if first.unit == "人" and first.value >= _GROUP and first.value % 10:
        # 选派的67名教师…；据了解，67名专业技术人员中
        telling = telling or bool(_SENT.search(one.measure) and _SENT.search(other.measure))
    enough = _ALIKE if first.value >= _MANY else _SAME
    return telling or similar(one.measure, other.measure, enough)


def _in_short(one: Decimal, other: Decimal) -> bool:
    """Whether one number is the other said in short: 8亿 of 8.3亿, 超5亿 of 5.6亿."""
    less, more = sorted((one, other))
    first = Decimal(1).scaleb(more.adjusted())
    return less / more > _ROUNDED or less == more // first * first


def _of_two(one: Place | None, other: Place | None) -> bool:
    """Whether two recipients differ: two districts may be given the same sum."""
    return one is not None and other is not None and not (one.within(other) or other.within(one))
