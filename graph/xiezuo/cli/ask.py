"""``xiezuo ask``: a question in plain words, answered by one of the named questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from xiezuo.cli.common import GRAPH, In, messages
from xiezuo.cli.query import Evidence, Written, guide
from xiezuo.errors import UnknownQuestion
from xiezuo.query import FORMATS, load_question, understand
from xiezuo.query import ask as ask_store
from xiezuo.store import Rows, open_store

NOT_UNDERSTOOD = 2
"""The exit code, that of wrong usage."""


def ask(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="QUESTION", help="中文或英文问题。A question in Chinese or English."
        ),
    ],
    format: Written = "table",
    where: In = GRAPH,
    evidence: Evidence = None,
    sparql: Annotated[
        bool, typer.Option("--sparql", help="只写出 SPARQL。Write the SPARQL, not the answer.")
    ] = False,
) -> None:
    """用中文或英文提问。Ask in plain words.

    Shows which question was understood. Asks nothing where it understood none.

    xiezuo ask 谁在帮扶陇县？
    """
    text = " ".join(words)
    try:
        understood = understand(text)
    except UnknownQuestion as error:
        _not_understood(error.suggestions)
        raise typer.Exit(NOT_UNDERSTOOD) from error
    question = understood.question
    messages().print(f"{question.summary['zh']}。{question.summary['en']}.", markup=False)
    messages().print(understood.command, end="\n\n", markup=False)
    asked = ask_store(open_store(where), question, understood.parameters, evidence)
    if sparql:
        typer.echo(asked.sparql, nl=False)
        return
    typer.echo(FORMATS[format](asked.answer), nl=False)
    if isinstance(asked.answer, Rows) and not asked.answer.rows:
        messages().print("没有找到。Nothing found.")


def _not_understood(nearest: Sequence[str]) -> None:
    """Says so, and names the nearest questions."""
    messages().print("没有听懂这个问题。This question is not understood.")
    if not nearest:
        messages().print("全部问题：xiezuo query。The list of questions: xiezuo query.")
        return
    messages().print("最接近的问题。The nearest questions:", end="\n\n")
    messages().print(guide(map(load_question, nearest)), end="", markup=False)
