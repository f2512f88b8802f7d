"""Titles of documents between 《 and 》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.model import Article, Span, WorkMention

_INNER = r"[^《》\n]"
_WORK = re.compile(
    rf"《(?P<closed>{_INNER}*(?:《{_INNER}*》{_INNER}*)*)》"
    # A text that is cut in mid-title: what is left of it, when that is enough to be a title.
    rf"|《(?P<cut>{_INNER}{{2,60}})\Z"
)


def find_works(article: Article) -> Iterator[WorkMention]:
    """The titles that stand between 《 and 》, in the order of the text.

    ``span`` covers the marks, ``title`` is what stands between them, inner 〈〉 or 《》 included. A
    title that the end of the text cuts off is yielded as far as it goes; one that a paragraph's
    end leaves open is not.
    """
    for match in _WORK.finditer(article.text):
        title = (match["closed"] if match["cut"] is None else match["cut"]).strip()
        if title:
            yield WorkMention(Span(*match.span()), title)
