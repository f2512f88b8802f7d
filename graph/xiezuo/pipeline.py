"""The whole flow: read → split → find → extract → resolve → to_quads → store, Turtle, view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from warnings import warn

from xiezuo.errors import InputError, StoreError, UnknownPlace
from xiezuo.evaluate import GoldDocument, to_gold
from xiezuo.export import write_description
from xiezuo.extract import extract
from xiezuo.extract.home import home_of
from xiezuo.find import find
from xiezuo.gazetteer import gazetteer
from xiezuo.knowledge_graph import KnowledgeGraph
from xiezuo.model import Article, ArticleRecord, Assertion, Document, Place, Resolution
from xiezuo.rdf import to_quads
from xiezuo.rdf.atomic import atomic_file
from xiezuo.rdf.iris import KINDS, Iris
from xiezuo.rdf.turtle import write_turtle
from xiezuo.read import ReadOptions, Source, read_source, sources
from xiezuo.resolve import resolve
from xiezuo.split import split
from xiezuo.store import DESCRIPTION, Store, memory_store, open_store, write_store
from xiezuo.view import render
from xiezuo.vocab import BASE

STORE, TURTLE, VIEW = "store", "graph.ttl", "graph.html"
"""What a build writes into its folder."""

FILES_PER_WORKER = 8
"""A process is worth its start only for so many files."""

Watch = Callable[[int, int], None]
"""Is told how many of how many files have been read."""

Stated = tuple[ArticleRecord, tuple[Assertion, ...]]


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build: what is known of all documents, where IRIs lie, how many processes read."""

    reading: ReadOptions = field(default_factory=ReadOptions)
    base: str = BASE
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build read and found; ``unusable`` is what it left out.

    ``facts`` counts by kind: the local names of the ontology's classes.
    """

    documents: int
    articles: int
    relevant: int
    facts: Mapping[str, int]
    unusable: tuple[InputError, ...]


def build(
    paths: str | Path | Iterable[str | Path],
    out: str | Path | None = None,
    *,
    published: str | None = None,
    home: str | None = None,
    base: str = BASE,
    workers: int = 1,
) -> KnowledgeGraph:
    """Reads reports and gives the graph of what they state.

    Args:
        paths: files, folders and globs.
        out: a folder for ``store/``, ``graph.ttl`` and ``graph.html``; without it, the graph
            lives in memory.
        published: when all of it was published, where the documents do not say: "2024-05-21".
        home: the place that 我市 means in all of it.
        base: below which the IRIs of resources lie.
        workers: how many processes read; more than one needs a script that can be imported.

    Raises:
        InputError: there is no article in it. What cannot be used besides is warned of.
        UsageError: an argument is wrong.
        StoreError: ``out`` cannot be written.
    """
    listed = [paths] if isinstance(paths, str | Path) else list(paths)
    settings = Settings(ReadOptions(published=published, home=home), base, workers)
    resolution, unusable = read_facts(listed, settings)
    for error in unusable:
        warn(str(error), stacklevel=2)
    if not resolution.articles:
        raise InputError(", ".join(map(str, listed)), "holds no article")
    if out is None:
        return KnowledgeGraph(memory_store(to_quads(resolution, base)))
    return KnowledgeGraph(write_outputs(resolution, Path(out), base))


def build_folder(
    paths: Iterable[Path | str], folder: Path, settings: Settings, watch: Watch | None = None
) -> Summary:
    """Reads files and folders and writes ``store/``, ``graph.ttl`` and ``graph.html``.

    What cannot be used is left out and named in the summary. Each output takes the place of the
    one before it when it is complete, the store first; where there is no article, nothing is
    written and what was written before stays.

    Raises:
        UsageError: the base or the home place is none.
        StoreError: the store cannot be written.
    """
    resolution, unusable = read_facts(paths, settings, watch)
    if not resolution.articles:
        return summarize(resolution, unusable)
    write_outputs(resolution, folder, settings.base)
    return summarize(resolution, unusable)


def write_outputs(resolution: Resolution, folder: Path, base: str) -> Store:
    """Writes the store, the Turtle and the view of what was found, and opens the store.

    Raises:
        StoreError: something cannot be written.
    """
    for name in (TURTLE, VIEW, DESCRIPTION):  # what a killed build was writing
        for leftover in folder.glob(f".{name}.*"):
            leftover.unlink()
    write_store(folder / STORE, to_quads(resolution, base))
    store = open_store(folder / STORE)
    try:
        write_turtle(store.quads(), folder / TURTLE)
        write_description(store.quads(), folder / DESCRIPTION, TURTLE, base)
        with atomic_file(folder / VIEW) as file:
            file.write(render(store.quads()).encode())
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written ({error})") from error
    return store


def read_facts(
    paths: Iterable[Path | str], settings: Settings, watch: Watch | None = None
) -> tuple[Resolution, tuple[InputError, ...]]:
    """Everything that the articles of files and folders state, merged, and what was not usable."""
    Iris(settings.base)
    if settings.reading.home:
        gazetteer().place(settings.reading.home)
    found = list(sources(paths))
    unusable = [source for source in found if isinstance(source, InputError)]
    usable = [source for source in found if isinstance(source, Source)]
    stated: list[Stated] = []
    with _workers(min(settings.workers, len(usable) // FILES_PER_WORKER)) as run:
        for done, (articles, errors) in enumerate(
            run(partial(_read, options=settings.reading), usable), start=1
        ):
            stated += articles
            unusable += errors
            if watch:
                watch(done, len(usable))
    return resolve(stated), tuple(unusable)


def _read(source: Source, options: ReadOptions) -> tuple[list[Stated], list[InputError]]:
    """The articles of one file, and what of it cannot be used."""
    articles: list[Stated] = []
    try:
        for document in read_source(source, options):
            articles += read_document(document)
    except InputError as error:
        return articles, [error]
    except Exception as error:  # a fault in one file must not cost the others; it is named
        problem = f"cannot be processed ({type(error).__name__}: {error})"
        return articles, [InputError(source.name, problem, "please report this")]
    return articles, []


def read_document(document: Document) -> Iterator[Stated]:
    """Each article of a document with what it states; what is kept is without the text.

    Raises:
        InputError: the document's home place is none.
    """
    home = _home(document)
    kept = replace(document, text="")
    for article in split(document):
        mentions = find(article)
        assertions = tuple(
            replace(one, evidence=replace(one.evidence, document=kept))
            for one in extract(article, mentions, home)
        )
        yield _record(article, kept, bool(assertions), home_of(article, mentions, home)), assertions


def predict(
    gold: Iterable[GoldDocument], texts: Path
) -> tuple[list[GoldDocument], list[InputError]]:
    """What is found in the texts of gold documents, each for itself, for the scorer.

    A text is the file under ``texts`` (or ``texts`` itself) that has the name of the gold's
    ``file``; its publication date and home place are the gold's, where it has them.

    Returns:
        The predictions, and what could not be read; a gold document without a text has none.
    """
    wanted = {document["file"]: document for document in gold}
    predictions: list[GoldDocument] = []
    unusable: list[InputError] = []
    for source in sources([texts]):
        if isinstance(source, InputError):
            raise source
        document = wanted.get(source.name) or wanted.get(source.path.name)
        if document is None:
            continue
        options = ReadOptions(published=document.get("published"), home=document.get("home"))
        stated, errors = _read(source, options)
        unusable += errors
        relevant = any(record.about_cooperation for record, _ in stated)
        if not errors:
            predictions.append(to_gold(resolve(stated).facts, document["file"], relevant))
    return predictions, unusable


def _record(article: Article, kept: Document, about: bool, home: Place | None) -> ArticleRecord:
    return ArticleRecord(kept, article.position, article.headline, article.authors, about, home)


def _home(document: Document) -> Place | None:
    try:
        return gazetteer().place(document.home) if document.home else None
    except UnknownPlace as error:
        raise InputError(document.name, f"its home place is none: {error}") from error


@contextmanager
def _workers(
    count: int,
) -> Iterator[Callable[..., Iterable[tuple[list[Stated], list[InputError]]]]]:
    """A ``map`` that keeps the order: in this process, or over several ones.

    Processes are spawned, not forked: a copy of a process with threads can hang.
    """
    if count <= 1:
        yield map
        return
    with get_context("spawn").Pool(count) as pool:
        yield partial(pool.imap, chunksize=4)


def summarize(resolution: Resolution, unusable: Sequence[InputError]) -> Summary:
    """The counts of a build."""
    facts = Counter(type(merged.fact).__name__ for merged in resolution.facts)
    return Summary(
        documents=len(
            {(record.document.name, record.document.sha256) for record in resolution.articles}
        ),
        articles=len(resolution.articles),
        relevant=sum(record.about_cooperation for record in resolution.articles),
        facts={kind.__name__: facts[kind.__name__] for kind in KINDS},
        unusable=tuple(unusable),
    )
