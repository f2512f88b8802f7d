"""From paths to the single files to read: folders and globs, in an order that is always the same."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from xiezuo.errors import InputError

SIDECAR = ".meta.json"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read; ``name`` is its path relative to the input folder, with /."""

    path: Path
    name: str


def sources(paths: Iterable[Path | str]) -> Iterator[Source | InputError]:
    """The files that paths, folders and globs lead to, sorted, each once.

    Hidden files and sidecars are left out. A path that leads nowhere comes back as an error.
    """
    seen: set[Path] = set()
    for given in paths:
        for source in _under(Path(given)):
            if isinstance(source, InputError):
                yield source
            elif source.path.resolve() not in seen:
                seen.add(source.path.resolve())
                yield source


def _under(path: Path) -> Iterator[Source | InputError]:
    if path.is_dir():
        files = sorted(path.rglob("*"), key=lambda file: file.relative_to(path).as_posix())
        for file in files:
            name = file.relative_to(path).as_posix()
            hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
            if file.is_file() and not hidden and not name.endswith(SIDECAR):
                yield Source(file, name)
    elif path.exists():
        yield Source(path, path.name)
    elif glob.has_magic(str(path)):
        for found in sorted(glob.glob(str(path), recursive=True)):
            yield from _under(Path(found))
    else:
        yield InputError(str(path), "no such file or folder", "check the path")
