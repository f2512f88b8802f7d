"""How a name is typed on a keyboard: its pinyin, in full and as initials."""

from __future__ import annotations

from functools import cache

from pypinyin import Style, lazy_pinyin

from xiezuo.view.measure import clean
from xiezuo.view.model import Node


def spellings(node: Node) -> list[str]:
    """The pinyin of a node's names, in full and as initials: ``pingliang``, ``pl`` for 平凉."""
    names = dict.fromkeys([node.label, node.full, *node.alt])
    found: dict[str, None] = {}
    for name in names:
        for spelling in _spell(clean(name)[:40]):
            found[spelling] = None
    return [spelling for spelling in found if spelling]


@cache
def _spell(name: str) -> tuple[str, str]:
    syllables = lazy_pinyin(name, style=Style.NORMAL, errors="ignore")
    return "".join(syllables), "".join(syllable[:1] for syllable in syllables)
