"""Precision, recall and F1 of a build against gold annotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from xiezuo.evaluate.gold import GoldDocument, Row
from xiezuo.evaluate.match import CRITERIA, assign


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found rightly, found wrongly, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.wrong + other.wrong, self.missed + other.missed
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where there was nothing to find either."""
        found = self.right + self.wrong
        return self.right / found if found else float(not self.missed)

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 where nothing is and nothing was found."""
        there = self.right + self.missed
        return self.right / there if there else float(not self.wrong)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_dict(self) -> dict[str, float]:
        """The counts and the three measures, rounded to four digits."""
        return {
            "right": self.right,
            "wrong": self.wrong,
            "missed": self.missed,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row that was found rightly (both), missed (only gold) or found wrongly (only predicted)."""

    file: str
    field: str
    gold: Row | None
    predicted: Row | None

    @property
    def counts(self) -> Counts:
        """The outcome as a count of one."""
        if self.gold is None:
            return Counts(wrong=1)
        return Counts(missed=1) if self.predicted is None else Counts(right=1)


@dataclass(frozen=True)
class Report:
    """How well a build agrees with the gold.

    ``relevance`` has gold and prediction for each scored document, ``unscored`` the gold's
    documents that nothing was predicted for, because their text was not there.
    """

    outcomes: tuple[Outcome, ...]
    relevance: Mapping[str, tuple[bool, bool]]
    unscored: tuple[str, ...] = ()

    @cached_property
    def fields(self) -> dict[str, Counts]:
        """Counts for each field, summed over the documents (micro-average)."""
        sums = {field: Counts() for field in CRITERIA}
        for outcome in self.outcomes:
            sums[outcome.field] += outcome.counts
        return sums

    @property
    def total(self) -> Counts:
        """Counts over all fields."""
        return sum(self.fields.values(), Counts())

    @property
    def relevant(self) -> Counts:
        """How well relevant documents were told from the others."""
        return sum(
            (
                Counts(gold and predicted, predicted and not gold, gold and not predicted)
                for gold, predicted in self.relevance.values()
            ),
            Counts(),
        )

    @property
    def irrelevant(self) -> tuple[int, int, int]:
        """Documents that are not relevant; those of them with a wrong fact; the wrong facts."""
        files = {file for file, (gold, _) in self.relevance.items() if not gold}
        wrong = [o.file for o in self.outcomes if o.file in files and o.gold is None]
        return len(files), len(set(wrong)), len(wrong)

    def errors(self) -> Iterable[Outcome]:
        """What was missed or found wrongly, by document and field."""
        return (o for o in self.outcomes if o.gold is None or o.predicted is None)

    def as_dict(self) -> dict[str, Any]:
        """The report's numbers, ready for JSON."""
        documents, unclean, wrong = self.irrelevant
        return {
            "documents": len(self.relevance),
            "unscored": list(self.unscored),
            "relevant": self.relevant.as_dict(),
            "fields": {field: counts.as_dict() for field, counts in self.fields.items()},
            "all": self.total.as_dict(),
            "irrelevant": {"documents": documents, "with_facts": unclean, "wrong_facts": wrong},
        }


def score(gold: Sequence[GoldDocument], predicted: Sequence[GoldDocument]) -> Report:
    """Compares predictions (:func:`~xiezuo.evaluate.to_gold`) with gold, document by document.

    Documents are matched by ``file``. A gold document without a prediction is not scored but
    named in :attr:`Report.unscored`; a prediction without gold is left out.
    """
    found = {document["file"]: document for document in predicted}
    outcomes: list[Outcome] = []
    relevance: dict[str, tuple[bool, bool]] = {}
    for document in gold:
        file = document["file"]
        if file not in found:
            continue
        relevance[file] = bool(document["relevant"]), bool(found[file]["relevant"])
        for field, criterion in CRITERIA.items():
            pairs = assign(document[field], found[file][field], criterion)
            outcomes += [Outcome(file, field, row, other) for row, other in pairs]
    unscored = tuple(document["file"] for document in gold if document["file"] not in found)
    return Report(tuple(outcomes), relevance, unscored)
