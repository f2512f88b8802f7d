"""Reading: one file, or whatever paths lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read import archive
from xiezuo.read.options import SIDECAR, ReadOptions, sidecar
from xiezuo.read.raw import Raw, readable
from xiezuo.read.readers import READERS
from xiezuo.read.sources import Source, sources

NO_OPTIONS = ReadOptions()

OnError = Callable[[InputError], None]
"""Is told of what cannot be used; reading goes on behind it."""


def read(
    path: Path | str, root: Path | None = None, options: ReadOptions = NO_OPTIONS
) -> Iterator[Document]:
    """The documents of one file, archive or folder, one after the other.

    ``root`` is the folder that their names are relative to (the file's or the folder itself).

    Raises:
        InputError: something cannot be read, is of no known kind, or is broken.
    """
    for source in sources([path], root):
        if isinstance(source, InputError):
            raise source
        yield from read_source(source, options)


def read_all(
    paths: Iterable[Path | str], options: ReadOptions = NO_OPTIONS, on_error: OnError | None = None
) -> Iterator[Document]:
    """The documents of everything that paths, folders, globs and archives lead to.

    What cannot be used is handed to ``on_error`` and the rest goes on; without it, it is raised.

    Raises:
        InputError: something cannot be used, and there is no ``on_error``.
    """
    report = on_error or _raise
    for source in sources(paths):
        if isinstance(source, InputError):
            report(source)
        else:
            yield from read_source(source, options, report)


def read_source(
    source: Source, options: ReadOptions = NO_OPTIONS, on_error: OnError | None = None
) -> Iterator[Document]:
    """The documents of one source; options win over its sidecar, that over the document itself.

    Raises:
        InputError: something in it cannot be used, and there is no ``on_error``.
    """
    report = on_error or _raise
    try:
        known = _beside(source)
        for document in READERS[source.suffix](Raw(source.name, partial(_open, source))):
            if isinstance(document, InputError):
                report(document)
            else:
                yield options.over(known.over(document))
    except InputError as error:
        report(error)


def _raise(error: InputError) -> None:
    raise error


def _open(source: Source) -> IO[bytes]:
    if source.member is None:
        return source.path.open("rb")
    return archive.opened(source.path, source.member)


def _beside(source: Source) -> ReadOptions:
    """What the sidecar file of a source says."""
    name = source.name + SIDECAR
    if source.member is None:
        path = source.path.with_name(source.path.name + SIDECAR)
        there, beside = path.exists(), Source(path, name)
    else:
        member = source.member + SIDECAR
        with readable(source.name):
            there = archive.holds(source.path, member)
        beside = Source(source.path, name, member)
    return sidecar(name, Raw(name, partial(_open, beside)).data()) if there else NO_OPTIONS
