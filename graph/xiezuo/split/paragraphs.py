"""The rows of one article as headlines, paragraphs and notes, with broken lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xiezuo.model import Role, Span
from xiezuo.split.layout import Row, Shape, ends_sentence

HEAD = 4
"""More title-like rows than this above the first paragraph are a list, not a headline."""

LONG = 28
"""A line of prose from this length on that ends in mid-sentence was broken by the layout."""

_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、是要]|第[一二三四五六七八九十]+[，、章节条]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、．)）](?!\d)"
    r"|[①-⑳●■◆▲★☆◎○□◇△]|本报讯|——"
)
_OPEN = re.compile(r"“[^”]*$|《[^》]*$|（[^）]*$|‘[^’]*$")
_CANNOT_START = frozenset("，。、；：！？）》”’%‰")
_GOES_ON = frozenset("，、的和与及同跟在对为将把被由从向以于并")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the clean text: its pieces in the document and its role."""

    pieces: tuple[Span, ...]
    role: Role


def paragraphs(found: Sequence[Row], text: str) -> Iterator[Block]:
    """The lines of an article's clean text, given its rows and the normalised document."""
    body = _body(found)
    seen: set[str] = set()
    for row in found[:body]:
        yield Block((row.span,), _head_role(row, seen))
    pieces: list[Span] = []
    for index in range(body, len(found)):
        row = found[index]
        pieces.append(row.span)
        if row.shape in _ALONE:
            role = Role.BYLINE if row.shape is Shape.BYLINE else Role.NOTE
            yield Block(tuple(pieces), role)
            pieces = []
        elif index + 1 == len(found) or not _continues(row, found[index + 1], text):
            yield Block(tuple(pieces), Role.BODY)
            pieces = []


_ALONE = (Shape.BYLINE, Shape.NOTE)


def _body(found: Sequence[Row]) -> int:
    """The index of the first row of the body."""
    first = next(
        (at for at, row in enumerate(found) if row.shape in (Shape.PROSE, Shape.DATELINE)),
        len(found),
    )
    bylines = [at for at in range(first) if found[at].shape is Shape.BYLINE]
    titles = [at for at in range(first) if found[at].shape is Shape.TITLE]
    if bylines and titles and bylines[-1] > titles[0]:
        return first
    if len(titles) > HEAD or (titles and first == len(found)):
        return titles[0] + 1
    return first


def _head_role(row: Row, seen: set[str]) -> Role:
    if row.shape is Shape.BYLINE:
        return Role.BYLINE
    if row.shape is Shape.NOTE or row.text in seen:
        return Role.NOTE
    seen.add(row.text)
    return Role.HEADLINE


def _continues(row: Row, after: Row, text: str) -> bool:
    """Whether the layout broke a sentence between two rows."""
    if after.shape in (*_ALONE, Shape.DATELINE):
        return False
    if after.text[0] in _CANNOT_START:
        return True
    if ends_sentence(row.text) or _ITEM.match(after.text):
        return False
    if row.text[-1] in _GOES_ON or _OPEN.search(row.text):
        return True
    if row.shape is Shape.PROSE or (len(row.text) >= LONG and after.shape is Shape.PROSE):
        return True
    # A short line may be a sub-heading. It is a broken one when the two characters around the
    # break are a word that the document writes elsewhere: 项|目, 办|事.
    return after.shape is Shape.PROSE and row.text[-1] + after.text[0] in text
