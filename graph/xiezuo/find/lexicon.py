"""Word lists of the finders: the files in ``data/``, one reader and one way to build patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of ``data/<name>.txt``: separated by spaces or lines, ``#`` starts a comment."""
    text = (files("xiezuo") / "find" / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


def alternation(choices: Iterable[str]) -> str:
    """A regular expression for any of ``choices``, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(set(choices), key=lambda w: (-len(w), w)))
