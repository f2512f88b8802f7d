"""``xiezuo evaluate``: precision, recall and F1 against gold annotations."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from xiezuo import evaluate as scorer
from xiezuo.cli.common import name_unusable, one_of
from xiezuo.errors import InputError
from xiezuo.evaluate import Report
from xiezuo.pipeline import predict


def _table(report: Report, with_errors: bool) -> str:
    """Scores and calibration, under them the errors if they are asked for."""
    parts = [scorer.scores(report), scorer.calibration_table(report)]
    if with_errors:
        parts.append(scorer.errors(report.errors()))
    return "\n".join(parts)


def _json(report: Report, with_errors: bool) -> str:
    """The same numbers for programs."""
    document = report.as_dict()
    document["calibration"] = [
        {"from": low, "to": high, "facts": facts, "right": right}
        for low, high, facts, right in scorer.calibration(report)
    ]
    if with_errors:
        document["errors"] = [
            {"file": one.file, "field": one.field, "gold": one.gold, "predicted": one.predicted}
            for one in report.errors()
        ]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Report, bool], str]] = {"table": _table, "json": _json}
"""How the scores are written."""


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD.jsonl", help="标注文件。The gold annotations.")
    ],
    texts: Annotated[
        Path, typer.Argument(metavar="TEXTS", help="原文所在文件夹或文件。Where the texts are.")
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="列出漏掉和抽错的。What is missed, what is wrong.")
    ] = False,
    format: Annotated[
        str,
        typer.Option(
            parser=one_of(FORMATS), metavar="|".join(FORMATS), help="输出格式。How to write it."
        ),
    ] = "table",
    save: Annotated[
        Path | None, typer.Option(metavar="FILE", help="保存抽取结果。Keep what was found.")
    ] = None,
    diff: Annotated[
        Path | None, typer.Option(metavar="FILE", help="与保存的比较。Compare with what was kept.")
    ] = None,
) -> None:
    """用标注检验准确率。Score the extraction against gold annotations.

    The texts are read, each for itself, and matched with the gold by their file names.
    """
    wanted = scorer.read_gold(gold)
    predictions, unusable = predict(wanted, texts)
    report = scorer.score(wanted, predictions)
    typer.echo(FORMATS[format](report, errors), nl=False)
    if diff:
        typer.echo("\n" + scorer.diff(diff, predictions), nl=False)
    if save:
        scorer.save(predictions, save)
    name_unusable([*unusable, *_without_text(report.unscored, unusable)])


def _without_text(files: Sequence[str], unusable: Sequence[InputError]) -> list[InputError]:
    """The gold's documents that have no text, apart from those whose text cannot be read."""
    named = {error.name for error in unusable}
    return [InputError(file, "has no text") for file in files if file not in named]
