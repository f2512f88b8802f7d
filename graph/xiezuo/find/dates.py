"""Dates, periods and relative times, resolved as far as the article allows.

An expression for each form finds the times; :class:`~xiezuo.find.clock.Clock` gives each its
value, in the order of the text; two times with 至 or a dash between them become one range.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.find.clock import STARTS, TO, Clock
from xiezuo.model import Article, DateMention, Span

_NOT_BEFORE = re.compile(r"(?:[\d.·第]|[\d.] |每月)\Z")
_BETWEEN = re.compile(f" ?{TO} ?")


def find_dates(article: Article) -> Iterator[DateMention]:
    """The dates, periods and relative times of an article, in the order of the text.

    ``value`` and ``end`` are ISO at the precision of the text ("2024", "2024-05", "2024-05-06").
    A month without a year is anchored by a year of its sentence, by ``document.published`` (never
    later than it, unless 将于 announces it) or by a year of its paragraph, in this order; else
    ``value`` is None. 截至4月底 has only an ``end``, 2016年以来 only a ``value``. 当天 is the day
    last named; 近日, 目前 and 五年来 never have a value.
    """
    text = article.text
    clock = Clock(article)
    pending: DateMention | None = None
    for form, match in _matches(text):
        mention = clock.read(form, match)
        if mention is None or (pending is not None and mention.span.start < pending.span.end):
            continue
        if pending is not None and pending.end is None and not pending.relative:
            gap = text[pending.span.end : mention.span.start]
            if _BETWEEN.fullmatch(gap) and mention.end is None and not mention.relative:
                pending = _joined(pending, mention)
                continue
        if pending is not None:
            yield pending
        pending = mention
    if pending is not None:
        yield pending


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The times in a text, the longest of those that begin together, none inside another."""
    found: list[tuple[int, int, int, str, re.Match[str]]] = []
    for scan, forms in STARTS.items():
        for anchor in scan.finditer(text):
            for rank, form, pattern in forms:
                match = pattern.match(text, anchor.start())
                if match is not None:
                    found.append((match.start(), -match.end(), rank, form, match))
    found.sort(key=lambda item: item[:3])
    end = 0
    for start, stop, _, form, match in found:
        if start >= end and not _NOT_BEFORE.search(text[max(0, start - 2) : start]):
            end = -stop
            yield form, match


def _joined(first: DateMention, second: DateMention) -> DateMention:
    """The range from one date to another; without values where one has none."""
    span = Span(first.span.start, second.span.end)
    if first.value is None or second.value is None:
        return DateMention(span, None)
    end = second.value
    if end < first.value[: len(end)]:
        # 2023年12月28日至1月3日: the second month is the next year's.
        end = f"{int(end[:4]) + 1}{end[4:]}"
    return DateMention(span, first.value, end)
