"""Scores a build against gold annotations: precision, recall and F1, fact by fact.

>>> gold = {"file": "a.txt", "relevant": True, "agreements": [{"title": "《合作协议》"}]}
>>> empty = {field: [] for field in FIELDS}
>>> report = score([empty | gold], [empty | gold | {"agreements": [{"title": "合作协议"}]}])
>>> report.total
Counts(right=1, wrong=0, missed=0)
"""

from xiezuo.evaluate.diff import diff, save
from xiezuo.evaluate.gold import FIELDS, GoldDocument, read_gold, to_gold
from xiezuo.evaluate.report import calibration, calibration_table, errors, scores
from xiezuo.evaluate.score import Counts, Outcome, Report, score
from xiezuo.evaluate.shapes import Conformance, Violation, validate

__all__ = [
    "FIELDS",
    "Conformance",
    "Counts",
    "GoldDocument",
    "Outcome",
    "Report",
    "Violation",
    "calibration",
    "calibration_table",
    "diff",
    "errors",
    "read_gold",
    "save",
    "score",
    "scores",
    "to_gold",
    "validate",
]
