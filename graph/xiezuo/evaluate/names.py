"""Names as the scorer compares them: one script, one width, no quotation marks."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from xiezuo.split.traditional import simplify

_DROPPED = {ord(sign): None for sign in "“”\"'‘’「」『』《》〈〉 \t\r\n\u3000\u00a0"}
_UNIFIED = str.maketrans(dict.fromkeys("—–―─‐－~～", "-") | dict.fromkeys("•・‧∙", "·"))


_TWICE = re.compile("([一-鿿]{2,4})[市县区州](?=\\1)")
"""A city whose name the zone behind it repeats: 济南市济南高新区."""


@cache
def normal(name: str) -> str:
    """``name`` in Simplified characters and half width, without quotes, 《》 and spaces."""
    plain = unicodedata.normalize("NFKC", simplify(name))
    return plain.translate(_DROPPED).translate(_UNIFIED)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are the same, or one is the other with its parents in front.

    The city in front of a zone that is named after it may be left out.

    >>> same_name("天津市东丽区", "东丽区"), same_name("北京市", "北京市密云区")
    (True, False)
    >>> same_name("山东省济南市济南高新区", "山东省济南高新区")
    True
    """
    if not one or not other:
        return False
    a, b = sorted((_TWICE.sub("", normal(one)), _TWICE.sub("", normal(other))), key=len)
    return a == b or (len(a) > 1 and b.endswith(a))


def dice(one: str, other: str) -> float:
    """The Dice coefficient of the character bigrams of two names, between 0 and 1.

    Bigrams are counted as a set, as usual for names (Kondrak 2005); a name of one character is
    its own bigram.

    >>> dice("东西部协作联席会议", "东西部协作联席会")
    0.9333333333333333
    """
    a, b = _bigrams(normal(one)), _bigrams(normal(other))
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _bigrams(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)} or ({name} if name else set())
