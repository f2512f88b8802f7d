"""``xiezuo explain``: an article in the terminal, with what was found and read in it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from xiezuo.cli.common import name_unusable
from xiezuo.errors import InputError
from xiezuo.evaluate import to_gold
from xiezuo.extract import extract
from xiezuo.find import find
from xiezuo.gazetteer import gazetteer
from xiezuo.model import (
    Article,
    Assertion,
    DateMention,
    Mention,
    OrganizationMention,
    PairMention,
    PersonMention,
    PlaceMention,
    QuantityMention,
    Span,
    WorkMention,
)
from xiezuo.read import ReadOptions, read
from xiezuo.split import split

STYLES: dict[type[Mention], tuple[str, str]] = {
    PlaceMention: ("bold green", "地名"),
    PairMention: ("bold cyan", "结对简称"),
    PersonMention: ("bold magenta", "人名"),
    OrganizationMention: ("blue", "机构"),
    DateMention: ("yellow", "日期"),
    QuantityMention: ("red", "数量"),
    WorkMention: ("underline", "文件"),
}
"""How each kind of mention is shown, and what it is called in the legend."""

OFFICE = "italic magenta"


def explain(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="要解释的文件。The file to explain.")
    ],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="发布日期。When it was published.")
    ] = None,
    home: Annotated[
        str | None, typer.Option(metavar="PLACE", help="“我市”指哪里。What 我市 means in it.")
    ] = None,
) -> None:
    """逐篇说明识别和抽取的理由。Show what was found in an article, and why.

    Mentions are coloured; each fact stands with its rule, the words that fired it and its
    confidence; places whose name is shared come with the reason for the choice.
    """
    console = Console(highlight=False, soft_wrap=True)
    unusable: list[InputError] = []
    given = gazetteer().place(home) if home else None
    options = ReadOptions(published=published, home=home)
    console.print(_legend())
    for article in _articles(file, options, unusable):
        mentions = find(article)
        console.rule(f"第{article.position}篇 {article.headline}"[:100], align="left")
        console.print(coloured(article, mentions))
        console.print()
        for line in facts(list(extract(article, mentions, given))):
            console.print(line)
        for line in choices(article, mentions):
            console.print(line)
    name_unusable(unusable)


def _articles(file: Path, options: ReadOptions, unusable: list[InputError]) -> Iterator[Article]:
    try:
        for document in read(file, None, options):
            yield from split(document)
    except InputError as error:
        unusable.append(error)


def _legend() -> Text:
    legend = Text("图例 ")
    for style, name in STYLES.values():
        legend.append(name, style).append("  ")
    return legend.append("职务", OFFICE)


def coloured(article: Article, mentions: Sequence[Mention]) -> Text:
    """The article's clean text with its mentions in colour."""
    text = Text(article.text)
    for mention in mentions:
        text.stylize(STYLES[type(mention)][0], mention.span.start, mention.span.end)
        if isinstance(mention, PersonMention):
            for office in mention.offices:
                text.stylize(OFFICE, office.span.start, office.span.end)
    return text


def facts(assertions: Sequence[Assertion]) -> Iterator[Text]:
    """A line a fact: what it says, and the rule and words that say so."""
    if not assertions:
        yield Text("没有协作事实 no facts", "dim")
    for assertion in assertions:
        evidence = assertion.evidence
        ((kind, rows),) = (
            (field, rows)
            for field, rows in to_gold([assertion]).items()
            if isinstance(rows, list) and rows
        )
        said = "，".join(_plain(v) for k, v in rows[0].items() if v and k in _TOLD[kind])
        yield Text.assemble(
            (f"{kind:13}", "bold"),
            f"{said}  ",
            (f"{evidence.rule} {evidence.confidence:.2f} ", "dim"),
            (f"“{_short(evidence.trigger)}”", "cyan"),
        )


_TOLD = {
    "partnerships": ("supporter", "recipient", "programmes"),
    "domains": ("supporter", "recipient", "phrase", "concept", "status"),
    "ceremonies": ("name", "parties", "signed", "date"),
    "meetings": ("name", "parties"),
    "visits": ("visitor", "to"),
    "agreements": ("title",),
    "secondments": ("person", "count", "from", "to", "post", "kind", "term"),
    "officials": ("person", "title", "of"),
    "indicators": ("measure", "value", "unit", "period", "supporter", "recipient"),
}
"""What is shown of a fact of each kind."""


def _plain(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most]}…"


def choices(article: Article, mentions: Sequence[Mention]) -> Iterator[Text]:
    """A line for each written place name that could be several, with the reason for the choice."""
    told: set[str] = set()
    for mention in mentions:
        if not isinstance(mention, PlaceMention):
            continue
        name = _name(article, mention.span)
        several = len({reading.place for reading in gazetteer().readings(name)}) > 1
        if (mention.place is None or several) and name not in told:
            told.add(name)
            meant = mention.place.full_name if mention.place else "未定 unresolved"
            yield Text.assemble(
                ("地名之选     ", "bold"), f"{name} → {meant}  ", (mention.reason, "dim")
            )


def _name(article: Article, span: Span) -> str:
    return span.of(article.text)
