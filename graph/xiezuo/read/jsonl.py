"""JSON Lines: one document a line, so that a file may be larger than the memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO

from xiezuo.errors import InputError
from xiezuo.model import Document
from xiezuo.read.encoding import decode
from xiezuo.read.options import iso_date
from xiezuo.read.raw import Raw, readable, sha256, with_title

MAX_LINE = 16 * 1024 * 1024
"""The longest line: a book has 1 MB; a line without end must not fill the memory."""

KEYS = ("text", "title", "published", "url", "source", "home")
"""What is read of a line's object; ``text`` is required, other keys are ignored."""


def read_jsonl(raw: Raw) -> Iterator[Document | InputError]:
    """The document of each line, named ``file.jsonl#3``; an error for each line that is none.

    The text is under its title, where it does not begin with it. The digest is the line's.

    Raises:
        InputError: the file cannot be read.
    """
    empty = True
    with readable(raw.name), raw.open() as stream:
        for number, line in _lines(stream):
            empty = False
            name = f"{raw.name}#{number}"
            if line is None:
                limit = f"longer than {MAX_LINE // 1024 // 1024} MB"
                yield InputError(name, f"line {number} is {limit}", "give one document a line")
                continue
            try:
                yield _document(name, number, line)
            except InputError as error:
                yield error
    if empty:
        raise InputError(raw.name, "the file is empty", "remove it or fill it")


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, with their numbers; None for one that is too long."""
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE)
            yield number, None
            continue
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            yield number, line.rstrip(b"\r\n")


def _document(name: str, number: int, line: bytes) -> Document:
    try:
        found = json.loads(decode(name, line))
    except (ValueError, RecursionError) as error:
        raise InputError(
            name, f"line {number} is not JSON ({error})", "correct the line"
        ) from error
    if not isinstance(found, dict):
        raise InputError(name, f"line {number} is not a JSON object", f"keys: {', '.join(KEYS)}")
    for key in KEYS:
        value = found.get(key)
        if value is not None and not isinstance(value, str):
            raise InputError(name, f"line {number}: {key} is not a string", "write it in quotes")
    text = _valid(found.get("text") or "")
    if not text.strip():
        raise InputError(name, f"line {number} has no text", 'give it as "text"')
    published = found.get("published")
    if published and iso_date(published) is None:
        problem = f"line {number}: published {published!r} is not a date"
        raise InputError(name, problem, "write 2024, 2024-05 or 2024-05-21")
    return Document(
        name=name,
        text=with_title(_valid(found.get("title") or ""), text),
        sha256=sha256(line),
        published=iso_date(published) if published else None,
        url=found.get("url") or None,
        source=found.get("source") or None,
        title=found.get("title") or None,
        home=found.get("home") or None,
    )


def _valid(text: str) -> str:
    r"""The text without halves of surrogate pairs, which JSON can hold as \ud800."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
