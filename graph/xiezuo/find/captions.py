"""The lines of an article that tell of people: headlines, paragraphs, words under pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.model import Article, Role, Span

_CREDITED = re.compile(r"摄(?:影)?[）)]?\Z")
_CREDIT = 4
_SHOWS = re.compile(r"[▲△▼■◀▶（ ]*(?:图为|图片为|图[:：]|[上下左右]图为?)")


_READ, _NOTE = (Role.HEADLINE, Role.BODY), Role.NOTE


def told_lines(article: Article) -> Iterator[Span]:
    """Yield the lines in which somebody can be named for an office.

    Of the notes these are the captions: what a photographer is named behind, and 图为….
    """
    for line in article.lines:
        if line.role in _READ or (line.role is _NOTE and _is_caption(article.text, line.span)):
            yield line.span


def _is_caption(text: str, line: Span) -> bool:
    """Whether a note is the text under a picture."""
    credit = _CREDITED.search(text, max(line.start, line.end - _CREDIT), line.end)
    return credit is not None or _SHOWS.match(text, line.start, line.end) is not None
