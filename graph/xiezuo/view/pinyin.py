"""How a name is typed on a keyboard: its pinyin, in full and as initials."""

from __future__ import annotations

from functools import cache

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from xiezuo.view.measure import clean
from xiezuo.view.model import Node

_MOST = 40  # characters of a name; nobody types more


def spellings(node: Node) -> list[str]:
    """The pinyin of a node's names, in full and as initials: ``pingliang``, ``pl`` for 平凉."""
    full = clean(node.full or node.label)[:_MOST]
    whole = _syllables(full)
    found: dict[str, None] = {}
    for name in dict.fromkeys([full, clean(node.label)[:_MOST], *node.alt]):
        # Most names are parts of the full one, which is read once, and best in its context.
        at = full.rfind(name) if len(whole) == len(full) else -1
        syllables = whole[at : at + len(name)] if at >= 0 else _syllables(clean(name)[:_MOST])
        found["".join(syllables)] = None
        found["".join(syllable[:1] for syllable in syllables)] = None
    return [spelling for spelling in found if spelling]


@cache
def _syllables(name: str) -> tuple[str, ...]:
    """One syllable a Chinese character; other characters have none.

    Only words in which a character may sound otherwise (重庆) need to be looked for as words.
    """
    ends = range(2, len(name) + 1)
    if any(name[start:end] in PHRASES_DICT for end in ends for start in range(end - 1)):
        return tuple(lazy_pinyin(name, style=Style.NORMAL, errors="ignore"))
    return tuple(syllable for character in name for syllable in _syllable(character))


@cache
def _syllable(character: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(character, style=Style.NORMAL, errors="ignore"))
