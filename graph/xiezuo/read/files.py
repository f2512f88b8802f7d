"""Reading: one file, or whatever paths lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read.options import ReadOptions
from xiezuo.read.raw import Raw
from xiezuo.read.sources import Source, sources
from xiezuo.read.text import read_text

READERS: dict[str, Callable[[Raw], Iterator[Document]]] = {
    ".txt": read_text,
    ".md": read_text,
}
"""Which reader makes documents of a file, by its suffix in lower case."""

NO_OPTIONS = ReadOptions()


def read(
    path: Path, root: Path | None = None, options: ReadOptions = NO_OPTIONS
) -> Iterator[Document]:
    """The documents of one file; ``root`` is the folder that their names are relative to.

    Raises:
        InputError: the file cannot be read, is of no known kind, or is broken.
    """
    name = path.relative_to(root).as_posix() if root else path.name
    yield from read_source(Source(path, name), options)


def read_source(source: Source, options: ReadOptions = NO_OPTIONS) -> Iterator[Document]:
    """The documents of one source.

    Raises:
        InputError: the file cannot be read, is of no known kind, or is broken.
    """
    reader = READERS.get(source.path.suffix.lower())
    if reader is None:
        kinds = ", ".join(READERS)
        raise InputError(source.name, "not a kind of file that is read", f"give {kinds}")
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise InputError(source.name, f"cannot be read ({error.strerror})", "check it") from error
    for document in reader(Raw(source.name, data)):
        yield replace(
            document,
            published=options.published or document.published,
            url=options.url or document.url,
            source=options.source or document.source,
            home=options.home or document.home,
        )


def read_all(
    paths: Iterable[Path | str],
    options: ReadOptions = NO_OPTIONS,
    on_error: Callable[[InputError], None] | None = None,
) -> Iterator[Document]:
    """The documents of all files that the paths lead to, one after the other.

    What cannot be read is handed to ``on_error`` and the rest goes on; without it, it is raised.

    Raises:
        InputError: something cannot be used and ``on_error`` is not given.
    """
    for source in sources(paths):
        try:
            if isinstance(source, InputError):
                raise source
            yield from read_source(source, options)
        except InputError as error:
            if on_error is None:
                raise
            on_error(error)
