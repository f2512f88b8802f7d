"""Fit the weights by which words are told to name fields of cooperation.

    PYTHONPATH=graph python tests/quality/fit_domains.py GOLD TEXTS [GOLD TEXTS ...] [--out FILE]

Every word that may name a field, in every annotated article, is an example: right where the gold
has its domain for some pair of the article (half as heavy where the gold has it by other words);
the rules' own examples and counterexamples are more of them.
A logistic model with a ridge penalty is fitted by Newton's method, so the same articles give the
same weights. What is printed first is how the weights do on articles that they were not fitted to
(five folds, by the file's name). Without ``--out`` nothing is written.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock
from zlib import crc32

import numpy as np

import xiezuo.extract as stage
from xiezuo.evaluate import read_gold
from xiezuo.evaluate.names import same_name
from xiezuo.extract.domains import LIKELY, RULES, told, words
from xiezuo.extract.scene import Scene
from xiezuo.find import find
from xiezuo.model import Article, Assertion, Document, Pair
from xiezuo.read import ReadOptions, read
from xiezuo.split import split

FOLDS = 5
RIDGE = 10.0
"""How strongly weights are drawn to nought; found with the folds, as all of these."""
RAREST = 10
"""Signs that are seen less often get no weight."""
OTHER_WORDS = 0.5
"""The weight of an example whose domain the gold has by other words."""
OF_RULES = 8.0
"""The weight of a rule's own example or counterexample."""
LEAST = 0.03
"""Weights nearer to nought are left out."""

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Example:
    """A word that may name a field: its signs, whether it does, and what would be told by it."""

    signs: frozenset[str]
    right: bool
    weight: float
    told: tuple[Key, ...]


@dataclass(frozen=True)
class Paper:
    """An annotated article."""

    name: str
    gold: frozenset[Key]
    examples: tuple[Example, ...]


def papers(gold_file: Path, texts: Path) -> Iterator[Paper]:
    for row in read_gold(gold_file):
        rows = row["domains"] if row["relevant"] else []
        gold = frozenset((r["supporter"], r["recipient"], r["concept"]) for r in rows)
        phrases = {(r["concept"], r["phrase"]) for r in rows}
        options = ReadOptions(published=row.get("published"))
        found: list[Example] = []
        for document in read(texts / row["file"], None, options):
            for article in split(document):
                for scene in _scenes(article):
                    found += _examples(scene, gold, phrases)
        yield Paper(row["file"], gold, tuple(found))


def _scenes(article: Article) -> list[Scene]:
    """An article as the domains' extractor is given it; none where it reports no pair."""
    given: list[Scene] = []

    def extractor(scene: Scene) -> Iterator[Assertion]:
        given.append(scene)
        return iter(())

    with mock.patch.object(stage, "EXTRACTORS", {"domains": extractor}):
        list(stage.extract(article, find(article)))
    return given


def rules() -> Iterator[Example]:
    """What the rules' own examples and counterexamples say; they are fitted to, never scored."""
    for rule in RULES:
        for texts, right in ((rule.examples, True), (rule.counterexamples, False)):
            documents = [Document(name="rule", text=text, sha256="") for text in texts]
            for scene in (s for d in documents for article in split(d) for s in _scenes(article)):
                signs, found = words(scene)
                for index, field, domain in ((i, f, d) for i, f in found for d in f.domains):
                    if field.rule == rule:
                        held = frozenset(signs.of(field, domain, index))
                        yield Example(held, right, OF_RULES, ())


def _examples(
    scene: Scene, gold: frozenset[Key], phrases: set[tuple[str, str]]
) -> Iterator[Example]:
    signs, found = words(scene)
    for index, field, domain in ((i, f, d) for i, f in found for d in f.domains):
        right = any(concept == domain for _, _, concept in gold)
        same = any(
            concept == domain and (field.phrase in phrase or phrase in field.phrase)
            for concept, phrase in phrases
        )
        yield Example(
            frozenset(signs.of(field, domain, index)),
            right,
            1.0 if same or not right else OTHER_WORDS,
            tuple(_key(pair, domain, gold) for pair in told(scene, field)),
        )


def _key(pair: Pair, domain: str, gold: frozenset[Key]) -> Key:
    """A pair's cooperation in a domain, in the gold's words where the gold has it."""
    for supporter, recipient, concept in gold:
        if (
            concept == domain
            and same_name(supporter, pair.supporter.full_name)
            and same_name(recipient, pair.recipient.full_name)
        ):
            return supporter, recipient, concept
    return pair.supporter.full_name, pair.recipient.full_name, domain


def fit(examples: Sequence[Example], ridge: float = RIDGE) -> dict[str, float]:
    """The weight of each sign that is seen often enough; "" is that of every word."""
    seen = Counter(sign for example in examples for sign in example.signs)
    signs = ["", *sorted(sign for sign, count in seen.items() if count >= RAREST)]
    column = {sign: number for number, sign in enumerate(signs)}
    held = np.zeros((len(examples), len(signs)))
    held[:, 0] = 1.0
    for row, example in enumerate(examples):
        held[row, [column[sign] for sign in example.signs if sign in column]] = 1.0
    right = np.array([float(example.right) for example in examples])
    weight = np.array([example.weight for example in examples])
    penalty = np.full(len(signs), ridge)
    penalty[0] = 1e-6
    found = np.zeros(len(signs))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-held @ found))
        slope = held.T @ (weight * (right - chance)) - penalty * found
        bend = (held * (weight * chance * (1 - chance))[:, None]).T @ held + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-9:
            break
    return {sign: float(found[number]) for sign, number in column.items()}


def outcome(paper: Paper, weights: dict[str, float], likely: float) -> tuple[int, int, int]:
    """How many facts of an article are right, wrong and missed."""
    told: set[Key] = set()
    for example in paper.examples:
        total = weights[""] + sum(weights.get(sign, 0.0) for sign in example.signs)
        if 1 / (1 + np.exp(-total)) >= likely:
            told.update(example.told)
    right = len(told & paper.gold)
    return right, len(told) - right, len(paper.gold) - right


def crossed(sets: dict[str, list[Paper]], likely: float, ridge: float) -> dict[str, np.ndarray]:
    """Right, wrong and missed for each set, each article read with weights of the others."""
    sums = {name: np.zeros(3, dtype=int) for name in sets}
    for fold in range(FOLDS):
        rest = [p for s in sets.values() for p in s if crc32(p.name.encode()) % FOLDS != fold]
        weights = fit([*rules(), *(e for paper in rest for e in paper.examples)], ridge)
        for name, papers_ in sets.items():
            for paper in papers_:
                if crc32(paper.name.encode()) % FOLDS == fold:
                    sums[name] += outcome(paper, weights, likely)
    return sums


def report(title: str, sums: dict[str, np.ndarray]) -> None:
    for name, (right, wrong, missed) in {**sums, "all": sum(sums.values())}.items():
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        f1 = 2 * right / max(1, 2 * right + wrong + missed)
        print(f"{title} {name:12} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="+", type=Path, metavar="GOLD TEXTS")
    parser.add_argument("--out", type=Path, help="the file of weights to write")
    parser.add_argument("--ridge", type=float, default=RIDGE)
    parser.add_argument("--likely", type=float, default=LIKELY)
    options = parser.parse_args()
    pairs = list(zip(options.sets[::2], options.sets[1::2], strict=True))
    sets = {
        f"{number + 1}:{gold.stem[-9:]}": list(papers(gold, texts))
        for number, (gold, texts) in enumerate(pairs)
    }
    report("crossed", crossed(sets, options.likely, options.ridge))
    everything = [paper for papers_ in sets.values() for paper in papers_]
    weights = fit([*rules(), *(e for paper in everything for e in paper.examples)], options.ridge)
    fitted = {
        name: sum(np.array(outcome(paper, weights, options.likely)) for paper in papers_)
        for name, papers_ in sets.items()
    }
    report("fitted ", fitted)
    if options.out:
        rows = [f"{s}\t{w:.2f}" for s, w in weights.items() if not s or abs(w) >= LEAST]
        head = "# Written by tests/quality/fit_domains.py: a sign, what it adds to the log-odds.\n"
        options.out.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
