"""Which lines of a document make an article: a newspaper page has several, a web page one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, pairwise

from xiezuo.model import Article, Document, Line, Role
from xiezuo.split.bylines import closing_byline, inline, names
from xiezuo.split.clean import has_pinyin, normalise
from xiezuo.split.layout import Row, Shape, rows
from xiezuo.split.notes import is_caption
from xiezuo.split.paragraphs import paragraphs
from xiezuo.split.sentences import sentences
from xiezuo.split.writer import Writer, offsets

HEADLINES = 5
"""The most headline lines above a byline: shoulder, main in two lines, subhead in two."""

WIDE = 2
"""So many more empty lines than usual set articles off from each other."""

_OPENING = re.compile(
    r"本报讯|近日|日前|昨日|昨天|今日|今天|连日来|近年来|今年|去年|\d{1,2}月(?:\d{1,2}日|[上中下]旬|，)|\d{1,2}日"
    r"|(?:19|20)\d\d年|截至"
)


# Python 3.11 takes long to look up the members of an enum.
_HEADLINE, _BYLINE, _BODY = Role.HEADLINE, Role.BYLINE, Role.BODY


def split(document: Document) -> Iterator[Article]:
    """The articles of a document, in its order; at least one unless it holds no word.

    A newspaper page becomes its articles; whatever does not look like one stays whole, since
    cutting an article in two costs more than keeping two together.
    """
    text = normalise(document.text)
    noisy = has_pinyin(text)
    found = rows(text, noisy)

    position = 0
    for start, end in _cuts(found):
        writer = Writer(text, noisy)
        for block in paragraphs(found[start:end], text):
            writer.write(block.pieces, block.role)
        if writer.lines:
            position += 1
            yield _article(document, writer, position)


def _article(document: Document, writer: Writer, position: int) -> Article:
    clean = writer.text()
    return Article(
        document=document,
        position=position,
        text=clean,
        copied=partial(offsets, writer.runs),
        lines=tuple(writer.lines),
        part=sentences,
        authors=_authors(clean, writer.lines) or document.authors,
    )


def _authors(text: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """The names in byline lines and notes, and in the first and last paragraph's bylines."""
    found: dict[str, None] = {}
    body: list[Line] = []
    for line in lines:
        if line.role is _BODY:
            body.append(line)
        elif line.role is not _HEADLINE:
            part = line.span.of(text)
            if line.role is _BYLINE or not is_caption(part):
                found |= dict.fromkeys(names(part))
    for line in body[:1] + body[1:][-1:]:
        found |= dict.fromkeys(inline(line.span.of(text)))
    return tuple(found)


def _cuts(found: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The rows of each article, as half-open ranges."""
    starts = _by_bylines(found) or _by_gaps(found)
    if starts:
        starts |= _after_gaps(found, min(starts))
    edges = sorted({0, *starts, len(found)})
    # What stands above the first headline of a page (its date, its number) goes with that article.
    if len(edges) > 2 and not any(row.is_prose for row in found[: edges[1]]):
        del edges[1]
    yield from pairwise(edges)


def _headline(found: Sequence[Row], end: int) -> int:
    """The first of the headline rows that stand directly above row ``end`` (``end`` if none)."""
    start = end
    while start > 0 and end - start < HEADLINES and found[start - 1].shape is Shape.TITLE:
        start -= 1
    return start


def _by_bylines(found: Sequence[Row]) -> set[int]:
    """Where articles start that a byline or 本报讯 opens or a byline closes; empty unless several.

    Below a closing byline a new article starts only if it has a byline of its own: what follows
    may be a sub-heading.
    """
    opened = {
        start
        for index, row in enumerate(found)
        if row.shape in _OPENERS and (start := _opened(found, index)) is not None
    }
    closed = [index for index in range(len(found)) if _is_signed(found, index)]
    below = {index + 1 for index in closed if _is_headed(found, index + 1)}
    starts: set[int] = set()
    edges = sorted({0, *opened, *below, len(found)})
    for start, end in pairwise(edges):
        at = bisect_left(closed, start)
        if start in opened or (at < len(closed) and closed[at] < end):
            starts.add(start)
    return starts if len(starts) > 1 else set()


def _opened(found: Sequence[Row], index: int) -> int | None:
    """The start of the article that an opener at ``index`` opens, below its headline."""
    row = found[index]
    opens = row.shape is Shape.DATELINE
    if row.shape is Shape.BYLINE:
        below = islice(found, index + 1, index + 1 + _ASIDES)
        opens = any([later.is_prose for later in below if later.shape not in _ASIDE][:2])
    start = _headline(found, index) if opens else index
    return start if start < index else None


_ASIDES = 8
_ASIDE = (Shape.BYLINE, Shape.NOTE)
_OPENERS = (Shape.BYLINE, Shape.DATELINE)


def _is_signed(found: Sequence[Row], index: int) -> bool:
    """Whether a row closes an article: …。（记者 某某）, or a byline of its own below the text."""
    row = found[index]
    if row.shape is Shape.BYLINE:
        return index > 0 and found[index - 1].is_prose
    return row.is_prose and closing_byline(row.text)


def _is_headed(found: Sequence[Row], index: int) -> bool:
    """Whether a headline and prose stand at ``index``."""
    for row in islice(found, index, index + HEADLINES + 1):
        if row.shape is not Shape.TITLE:
            return row.is_prose and row is not found[index]
    return False


def _common_gap(found: Sequence[Row]) -> int:
    """The usual number of empty lines between two rows."""
    return Counter(row.gap for row in found[1:]).most_common(1)[0][0] if len(found) > 1 else 0


def _by_gaps(found: Sequence[Row]) -> set[int]:
    """Where articles start on a page that parts them by wide gaps alone; empty unless all fit."""
    gaps = [row.gap for row in found[1:]]
    if not gaps or max(gaps) < min(gaps) + WIDE:
        return set()
    common = _common_gap(found)
    starts = [0] + [at for at, row in enumerate(found) if at and row.gap >= common + WIDE]
    for start, end in zip(starts, [*starts[1:], len(found)], strict=True):
        body = next((at for at in range(start, end) if found[at].is_prose), end)
        headed = body > start and _headline(found, body) == start
        if body == end or not headed or not _OPENING.match(found[body].text):
            return set()
    return set(starts) if len(starts) > 1 else set()


def _after_gaps(found: Sequence[Row], first: int) -> set[int]:
    """Further starts on a page: reports without a byline, set off by a gap wider than usual."""
    common = _common_gap(found)
    starts = set()
    for index in range(first + 1, len(found)):
        if found[index].gap >= common + WIDE:
            reach = range(index, min(len(found), index + HEADLINES + 1))
            body = next((at for at in reach if found[at].is_prose), None)
            if body is None or _headline(found, body) > index:
                continue
            if body > index or _OPENING.match(found[body].text):
                starts.add(index)
    return starts
