"""``xiezuo build``: files and folders become a store, Turtle and a picture."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from xiezuo import vocab
from xiezuo.cli.common import GRAPH, messages, name_unusable
from xiezuo.errors import InputError
from xiezuo.lexicon import concept_labels
from xiezuo.pipeline import TURTLE, VIEW, Settings, Summary, Watch, build_folder
from xiezuo.read import ReadOptions


def build(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="文件、文件夹或通配符。Files, folders, globs."),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="写到哪里。Where to write.")
    ] = Path(GRAPH),
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="发布日期，如 2024-05-21。When all of it was published."),
    ] = None,
    home: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="“我市”“我区”指哪里。The place that 我市 means."),
    ] = None,
    base: Annotated[
        str, typer.Option(metavar="IRI", help="资源 IRI 的前缀。Where resource IRIs lie.")
    ] = vocab.BASE,
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="进程数，0 为自动。Processes; 0 is one a core.")
    ] = 0,
) -> None:
    """读取报道，建成图谱。Read reports and build the graph.

    DIR gets store/, graph.ttl and graph.html. What cannot be read is named and left out.
    """
    settings = Settings(
        ReadOptions(published=published, home=home),
        base,
        workers or os.cpu_count() or 1,
    )
    with _progress() as watch:
        summary = build_folder(paths, output, settings, watch)
    if summary.articles:
        _show(summary)
        messages().print(f"图 {output / VIEW}\nTurtle {output / TURTLE}", markup=False)
    else:
        nothing = InputError(", ".join(paths), "holds no article", "nothing has been written")
        summary = replace(summary, unusable=(*summary.unusable, nothing))
    name_unusable(summary.unusable)


@contextmanager
def _progress() -> Iterator[Watch | None]:
    """A progress bar, if somebody is there to watch it."""
    console = messages()
    if not console.is_terminal:
        yield None
        return
    columns = (TextColumn("读取 Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _show(summary: Summary) -> None:
    """The counts of a build, in Chinese and English, on stderr."""
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, show_header=False)
    grid.add_column()
    grid.add_column()
    grid.add_column(justify="right")
    grid.add_row("文件", "Documents", str(summary.documents))
    grid.add_row("文章", "Articles", str(summary.articles))
    grid.add_row("协作报道", "about cooperation", str(summary.relevant))
    for kind, count in summary.facts.items():
        zh, en = concept_labels(vocab.term(f"xz:{kind}"))
        grid.add_row(zh.value, en.value, str(count))
    if summary.unusable:
        grid.add_row("无法使用", "Unusable", str(len(summary.unusable)))
    messages().print(grid)
