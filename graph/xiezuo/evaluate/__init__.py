"""Scores a build against gold annotations: precision, recall and F1, fact by fact.

>>> gold = {"file": "a.txt", "relevant": True, "agreements": [{"title": "《合作协议》"}]}
>>> empty = {field: [] for field in FIELDS}
>>> report = score([empty | gold], [empty | gold | {"agreements": [{"title": "合作协议"}]}])
>>> report.total
Counts(right=1, wrong=0, missed=0)
"""

from xiezuo.evaluate.gold import FIELDS, GoldDocument, read_gold, to_gold
from xiezuo.evaluate.score import Counts, Outcome, Report, score

__all__ = ["FIELDS", "Counts", "GoldDocument", "Outcome", "Report", "read_gold", "score", "to_gold"]
