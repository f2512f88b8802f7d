"""ZIP archives: their entries as files, without ever unpacking one to the disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import IO
from zipfile import ZipFile, ZipInfo

from xiezuo.errors import InputError
from xiezuo.read.raw import readable

SUFFIX = ".zip"

MAX_UNPACKED = 2 * 1024**3
"""The most that all entries of an archive may have unpacked (a zip bomb has petabytes)."""

MAX_ENTRIES = 200_000
"""The most entries of an archive: ten years of a daily's pages are 50,000."""

_UTF8 = 0x800
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def entries(path: Path, name: str) -> Iterator[tuple[str, str]]:
    """The entries of an archive: each one's own name, and one that is safe to show and sort by.

    Raises:
        InputError: not an archive, or one that unpacks to more than is reasonable.
    """
    with readable(name):
        found = _opened(path).infolist()
    size = sum(entry.file_size for entry in found)
    if len(found) > MAX_ENTRIES or size > MAX_UNPACKED:
        problem = f"{len(found)} entries of {size} bytes, more than an archive may have"
        raise InputError(name, problem, "split it, or unpack it and give the folder")
    shown = [(entry.filename, _shown(entry)) for entry in found if not entry.is_dir()]
    yield from sorted(shown, key=lambda pair: pair[1].split("/"))


def opened(path: Path, entry: str) -> IO[bytes]:
    """An entry's bytes."""
    return _opened(path).open(entry)


def holds(path: Path, entry: str) -> bool:
    """Whether an archive has an entry of this name."""
    return entry in _opened(path).NameToInfo


def _opened(path: Path) -> ZipFile:
    status = path.stat()
    return _archive(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _archive(path: Path, _changed: int, _size: int) -> ZipFile:
    """The archive, kept open: its list of entries takes long to read."""
    return ZipFile(path)


def _shown(entry: ZipInfo) -> str:
    """The name of an entry without whatever leads out of the archive; never used as a path."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        # Chinese archivers write GB18030 without saying so; zipfile has read it as code page 437.
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            name = entry.filename
    parts = re.split(r"[/\\]", _CONTROL.sub("", re.sub(r"^[A-Za-z]:", "", name)))
    return "/".join(part for part in parts if part not in ("", ".", ".."))
