"""A report as text for people: a table of scores, the errors, the calibration."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise

from xiezuo.evaluate.gold import Row
from xiezuo.evaluate.match import confidence
from xiezuo.evaluate.score import Counts, Outcome, Report

_HEAD = f"{'':14}{'right':>6}{'wrong':>6}{'missed':>7}{'P':>7}{'R':>7}{'F1':>7}"
_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
"""The edges of the confidence bins; the last is closed."""


def scores(report: Report) -> str:
    """The scores field by field, and what was found where nothing should be."""
    lines = [_HEAD, _line("relevant", report.relevant)]
    lines += [_line(field, counts) for field, counts in report.fields.items()]
    lines.append(_line("all", report.total))
    documents, unclean, wrong = report.irrelevant
    if documents:
        lines.append(f"{unclean} of {documents} documents that are not relevant have {wrong} facts")
    return "\n".join(lines) + "\n"


def _line(name: str, counts: Counts) -> str:
    return (
        f"{name:14}{counts.right:6}{counts.wrong:6}{counts.missed:7}"
        f"{counts.precision:7.3f}{counts.recall:7.3f}{counts.f1:7.3f}"
    )


def errors(outcomes: Iterable[Outcome]) -> str:
    """What was missed (−) and found wrongly (+, with its rule and sentence), by document."""
    return "".join(f"{line}\n" for line in _error_lines(outcomes))


def _error_lines(outcomes: Iterable[Outcome]) -> Iterator[str]:
    file = None
    for outcome in outcomes:
        if outcome.file != file:
            file = outcome.file
            yield file
        if outcome.gold is not None:
            yield f"  − {outcome.field} {compact(outcome.gold)}"
        elif outcome.predicted is not None:
            evidence = outcome.predicted.get("evidence") or {}
            yield f"  + {outcome.field} {compact(outcome.predicted)}"
            yield f"      {evidence.get('rule')} {evidence.get('confidence')}"
            yield f"      {evidence.get('sentence')}"


def compact(row: Row) -> str:
    """A row on one line, without what is empty and without its evidence."""
    shown = {key: value for key, value in row.items() if value and key != "evidence"}
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)


def calibration(report: Report) -> list[tuple[float, float, int, int]]:
    """For each bin of confidence: its edges, how many facts lie in it, how many are right."""
    found = [o for o in report.outcomes if o.predicted is not None]
    rows = []
    for low, high in pairwise(_BINS):
        inside = [o for o in found if low <= confidence(o.predicted or {}) < high]
        rows.append((low, min(high, 1.0), len(inside), sum(o.gold is not None for o in inside)))
    return rows


def calibration_table(report: Report) -> str:
    """The calibration as text."""
    lines = [f"{'confidence':14}{'facts':>6}{'right':>6}{'share':>7}"]
    for low, high, facts, right in calibration(report):
        if facts:
            lines.append(f"{f'{low:.2f}–{high:.2f}':14}{facts:6}{right:6}{right / facts:7.3f}")
    return "\n".join(lines) + "\n"
