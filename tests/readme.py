"""Writes what the READMEs take from the project: the questions, and the accuracy.

Run it in the environment of ``make test``::

    .venv/bin/python -m tests.readme
"""

from __future__ import annotations

import re
from pathlib import Path

from xiezuo.evaluate import calibration_table, read_gold, score, scores
from xiezuo.pipeline import predict
from xiezuo.query import Question, questions

ROOT = Path(__file__).parents[1]
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
QUALITY = ROOT / "tests" / "quality"

_HEADS = {"en": "| question | parameters | answers |", "zh": "| 问题 | 参数 | 回答 |"}


def question_table(language: str) -> str:
    """The questions of ``queries/``, as a table of Markdown."""
    rows = [
        f"| `{one.name}` | {_parameters(one)} | {one.summary[language]} |"
        for one in questions().values()
    ]
    return "\n".join([_HEADS[language], "| --- | --- | --- |", *rows])


def _parameters(question: Question) -> str:
    return " ".join(one.name if one.needed else f"[{one.name}]" for one in question.parameters)


def accuracy() -> str:
    """Scores and calibration on the public gold set, as the command line prints them."""
    gold = read_gold(QUALITY / "gold.jsonl")
    predictions, _ = predict(gold, QUALITY / "articles")
    report = score(gold, predictions)
    return f"```text\n{scores(report)}\n{calibration_table(report).rstrip()}\n```"


def _between(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name}: [^\n]* -->\n)(.*?)\n?(<!-- /{name} -->)", re.DOTALL)


def block(text: str, name: str) -> str:
    """What stands between the two comments of a name in a README."""
    match = _between(name).search(text)
    assert match, f"no <!-- {name} --> … <!-- /{name} -->"
    return match[2]


def main() -> None:
    """Brings both READMEs up to date."""
    measured = accuracy()
    for language, path in READMES.items():
        text = path.read_text("utf-8")
        for name, new in (("questions", question_table(language)), ("accuracy", measured)):
            block(text, name)
            text = _between(name).sub(lambda match, new=new: f"{match[1]}{new}\n{match[3]}", text)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
