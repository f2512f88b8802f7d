"""People in a list whom only the words behind it give an office: 某某、某某、某某等县领导参加."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.find.names import name_end
from xiezuo.model import Office, Span

_LEADERS = re.compile(
    "等(?:在家|相关|有关)?(?P<title>(?:县|市|区|州|旗|省|盟)领导)(?=[，。；]|参加|出席|陪同|参与|及|和|先后|分别|一同|一道)"
)
_LIST = re.compile("(?:[\u4e00-\u9fff]{2,8}(?:·[\u4e00-\u9fff]{1,8})*、)+[\u4e00-\u9fff·]{2,9}$")
_OPENS = frozenset("。，；：！？\n\u3000 ")
_LONGEST = 80
"""The longest list of names that is read."""
_FEWEST = 2


def trailing(text: str, line: Span) -> Iterator[tuple[Span, tuple[Office, ...]]]:
    """Yield each name of a list that ends with what all of them are, and that office.

    A list is one of names when it is a clause of its own and most of its members look like names;
    those that do not (包胡格吉勒图) are then names as well.

    Args:
        text: the article's text.
        line: the line to look at.
    """
    for found in _LEADERS.finditer(text, line.start, line.end):
        listed = _LIST.search(text, max(line.start, found.start() - _LONGEST), found.start())
        if listed is None or (
            listed.start() > line.start and text[listed.start() - 1] not in _OPENS
        ):
            continue
        names, start = [], listed.start()
        for part in listed[0].split("、"):
            names.append(Span(start, start + len(part)))
            start += len(part) + 1
        likely = sum(name_end(text, name.start) == name.end for name in names)
        if len(names) >= _FEWEST and likely > len(names) // 2:
            title = Span(*found.span("title"))
            office = Office(found["title"], title, None, found["title"][0])
            yield from ((name, (office,)) for name in names)
