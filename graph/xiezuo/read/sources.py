"""From paths to the single files to read: folders, globs and archives, always in the same order."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xiezuo.errors import InputError
from xiezuo.read import archive
from xiezuo.read.options import SIDECAR
from xiezuo.read.readers import CONVERT, READERS


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read.

    ``name`` is its path relative to the input folder, with /; ``member`` is the entry inside the
    archive at ``path``.
    """

    path: Path
    name: str
    member: str | None = None

    @property
    def suffix(self) -> str:
        """What decides on the reader."""
        return Path(self.name).suffix.lower()


def sources(paths: Iterable[Path | str], root: Path | None = None) -> Iterator[Source | InputError]:
    """The files that paths, folders, globs and ZIP archives lead to, sorted, each once.

    Names are relative to ``root``, else to the folder that was given. Hidden files, sidecars and,
    in folders and archives, files that are no documents (pictures …) are left out. What leads
    nowhere or cannot be opened comes back as an error, in its place.
    """
    seen: set[tuple[Path, str | None]] = set()
    for given in paths:
        for source in _given(Path(given), root):
            if isinstance(source, Source):
                key = (source.path.resolve(), source.member)
                if key in seen:
                    continue
                seen.add(key)
            yield source


def _given(path: Path, root: Path | None) -> Iterator[Source | InputError]:
    if path.is_dir():
        yield from _folder(path, root or path)
    elif path.exists():
        yield from _file(path, root or path.parent, asked=True)
    elif glob.has_magic(str(path)):
        yield from _glob(path, root)
    else:
        yield InputError(str(path), "no such file or folder", "check the path")


def _glob(pattern: Path, root: Path | None) -> Iterator[Source | InputError]:
    """What a pattern matches; names are relative to its part without wildcards."""
    fixed = pattern
    while glob.has_magic(str(fixed)):
        fixed = fixed.parent
    found = sorted(fixed.glob(str(pattern.relative_to(fixed))))
    if not found:
        yield InputError(str(pattern), "nothing matches", "check the pattern")
    for path in found:
        hidden = any(part.startswith(".") for part in path.relative_to(fixed).parts)
        if path.is_dir() and not hidden:
            yield from _folder(path, root or fixed)
        elif not hidden and not path.name.endswith(SIDECAR):
            yield from _file(path, root or fixed, asked=False)


def _folder(folder: Path, root: Path) -> Iterator[Source | InputError]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        name = _name(folder, root)
        yield InputError(name, f"the folder cannot be read ({error.strerror})", "check it")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(SIDECAR):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link back up would never end
                yield from _folder(entry, root)
        else:
            yield from _file(entry, root, asked=False)


def _file(path: Path, root: Path, asked: bool) -> Iterator[Source | InputError]:
    name = _name(path, root)
    if path.suffix.lower() != archive.SUFFIX:
        yield from _known(Source(path, name), asked)
        return
    try:
        for member, shown in archive.entries(path, name):
            parts = shown.split("/")
            hidden = any(part.startswith(".") for part in parts) or parts[0] == "__MACOSX"
            if not hidden and not shown.endswith(SIDECAR):
                yield from _known(Source(path, f"{name}/{shown}", member), asked=False)
    except InputError as error:
        yield error


def _known(source: Source, asked: bool) -> Iterator[Source | InputError]:
    """The source; an error for kinds that should be converted, and for others if asked for."""
    if source.suffix in READERS:
        yield source
    elif source.suffix in CONVERT or source.suffix == archive.SUFFIX:
        remedy = CONVERT.get(source.suffix, "unpack the inner archive")
        yield InputError(source.name, f"{source.suffix} files are not read", remedy)
    elif asked:
        kinds = ", ".join([*READERS, archive.SUFFIX])
        yield InputError(source.name, "not a kind of file that is read", f"read are {kinds}")


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
