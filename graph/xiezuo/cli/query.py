"""``xiezuo query``: asks a question of the graph."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import pyoxigraph as ox
import typer

from xiezuo.cli.common import GRAPH, In, messages, one_of
from xiezuo.errors import UsageError
from xiezuo.query import FORMATS, Question, ask, load_question, questions
from xiezuo.store import Rows, open_store

Written = Annotated[
    str,
    typer.Option(
        parser=one_of(FORMATS),
        metavar="|".join(FORMATS),
        help="输出格式。How to write the answer.",
    ),
]
Evidence = Annotated[
    bool | None,
    typer.Option("--evidence/--no-evidence", help="附原句和出处。Show each row’s sentence."),
]


def query(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME|FILE.rq|SPARQL",
            help="问题名、.rq 文件或 SPARQL；不写则列出全部问题。Without it, lists the questions.",
        ),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="VALUE", help="按顺序给出参数。The parameters, in order."),
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="按名称给出参数。A parameter by name."),
    ] = None,
    format: Written = "table",
    where: In = GRAPH,
    evidence: Evidence = None,
) -> None:
    """向图谱提问。Ask the graph a question.

    xiezuo query supporters-of 陇县
    """
    write = FORMATS[format]
    if what is None:
        known = questions().values()
        typer.echo(guide(known) if format == "table" else write(_listing(known)), nl=False)
        return
    question = load_question(what)
    asked = ask(open_store(where), question, _parameters(question, values, settings), evidence)
    typer.echo(write(asked.answer), nl=False)
    if isinstance(asked.answer, Rows) and not asked.answer.rows:
        messages().print("没有找到。Nothing found.")


def _parameters(
    question: Question, values: Iterable[str] | None, settings: Iterable[str] | None
) -> dict[str, str]:
    """The parameters that were given: in order, the required ones first, and by name."""
    given: dict[str, str] = {}
    names = [p.name for p in sorted(question.parameters, key=lambda p: not p.needed)]
    listed = list(values or ())
    if len(listed) > len(names):
        raise UsageError(f"{question.name} takes {len(names)} parameters, not {len(listed)}")
    given.update(zip(names, listed, strict=False))
    for setting in settings or ():
        name, equals, value = setting.partition("=")
        if not equals:
            raise UsageError(f"--set {setting}: NAME=VALUE is expected")
        given[name.strip()] = value
    return given


def _usage(question: Question) -> str:
    """What a question asks for; optional parameters stand in brackets."""
    return " ".join(p.name if p.needed else f"[{p.name}]" for p in question.parameters)


def guide(known: Iterable[Question]) -> str:
    """The questions, for people."""
    return "".join(
        f"{question.name} {_usage(question)}\n"
        f"    {question.summary.get('zh', '')}\n"
        f"    {question.summary.get('en', '')}\n"
        for question in known
    )


def _listing(known: Iterable[Question]) -> Rows:
    """The questions, for programs."""
    rows = [
        (
            question.name,
            _usage(question),
            question.summary.get("zh", ""),
            question.summary.get("en", ""),
        )
        for question in known
    ]
    columns = ("question", "parameters", "summary_zh", "summary")
    return Rows(columns, tuple(tuple(map(ox.Literal, row)) for row in rows))
