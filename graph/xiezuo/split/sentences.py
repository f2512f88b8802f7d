"""Sentences of clean text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xiezuo.model import Span
from xiezuo.split.clean import HAN

_CLOSERS = "”’）》】〕"
_SENTENCE = re.compile(
    rf"""
    (?: [^。！？；《“（\n]++
      | 《 [^《》\n]{{0,100}}+ 》
      | “ [^“”\n]*+ (?<![。！？…]) ”       # a title or slogan; a quotation that ends in 。 is split
      | “ [^“”\n]*+ ” (?=[，、的等和与及是为])    # unless its sentence goes on behind it
      | (?<=[{HAN}、]) “ [^“”。！？\n]{{1,20}}+ [！？] ”   # “快来！”活动, after a word
      | （ [^（）\n]*+ ）
      | [《“（]
    )*+
    (?: [。！？；]++ [{_CLOSERS}]*+ | (?=\n) | \Z )
    """,
    re.VERBOSE,
)


def sentences(text: str) -> Iterator[Span]:
    r"""The sentences of a clean text; together they cover everything but its newlines.

    A sentence ends at 。！？； with the closing quotes and brackets behind it, and at a line's end;
    not inside 《》 or （）, nor inside a quotation that its sentence goes on behind.

    >>> text = "标题\n他说：“好。走吧。”两地签署《甲；乙》协议；举办“快来！”活动。"
    >>> [span.of(text) for span in sentences(text)]
    ['标题', '他说：“好。', '走吧。”', '两地签署《甲；乙》协议；', '举办“快来！”活动。']
    """
    for match in _SENTENCE.finditer(text):
        if match.end() > match.start():
            yield Span(match.start(), match.end())
