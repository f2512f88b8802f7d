"""Traditional → Simplified, one character for one character, so that offsets stay.

The table is OpenCC's ``TSCharacters`` (Apache-2.0, shipped by opencc-python-reimplemented), first
candidate each. OpenCC's phrase tables are not used: they change lengths.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

SHARE = 0.03
"""A text is Traditional from this share of Traditional-only characters among its characters.

About a third of the characters of a Traditional text differ from Simplified, so that a page with
one Traditional article in eight is still above it; a Simplified text with a name or two that kept
an old form (昇, 鉅) is far below.
"""

SAMPLE = 2_000
"""Characters looked at to tell; every n-th, so that all parts of a page have their share."""

_KEPT = "乾吒彷徵阪藉覆薹捱榘剋祇牴昇甯醣麴"
"""Keys of OpenCC's table that are words or names of Simplified texts too (乾县, 覆盖, 甯)."""

_OWN = str.maketrans("於瞭衹陜", "于了只陕")
"""Where OpenCC's first candidate is the character itself, or another word than what is meant."""

_PARTICLE = re.compile(r"(?<![显名原专编卓昭土论遗巨译合])著(?![名作述称])")
"""著 that is 着 (沿著, 著力) rather than part of 显著, 著名; after conversion of the rest."""


_SIMPLIFIED = "gb2312"
"""An encoding of Simplified text, which lacks nearly all that is Traditional only."""

_WIDE = bytes(range(0x80, 0x100))
"""The bytes of that encoding's Chinese characters."""


@cache
def _tables() -> tuple[re.Pattern[str], str, dict[int, int]]:
    """The Traditional-only characters, and what each character of a Traditional text becomes.

    Between the two those of the first that :data:`_SIMPLIFIED` has nevertheless.
    """
    table: dict[int, int] = {}
    listing = files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text("utf-8")
    for line in listing.splitlines():
        key, _, values = line.partition("\t")
        value = values.split(" ")[0]
        if len(key) == len(value) == 1 and key != value and ord(value) <= 0xFFFF:
            table[ord(key)] = ord(value)
    for key in _KEPT:
        table.pop(ord(key), None)
    only = "".join(map(chr, table))
    had = only.encode(_SIMPLIFIED, "ignore").decode(_SIMPLIFIED)
    return re.compile(f"[{only}]"), had, table | _OWN


def simplify(text: str) -> str:
    """The text in Simplified characters, exactly as long; a Simplified text comes back as it is.

    >>> simplify("對口支援臺灣後續工作，成效顯著，沿著絲路")
    '对口支援台湾后续工作，成效显著，沿着丝路'
    >>> simplify("乾县县委书记著文：覆盖更广")
    '乾县县委书记著文：覆盖更广'
    """
    only, had, table = _tables()
    sample = text[:: max(1, len(text) // SAMPLE)]
    enough = max(1, SHARE * len(sample))
    # Characters that the encoding lacks are counted many times faster than those of a class.
    unlikely = _lacking(sample) + sum(map(sample.count, had)) < enough
    if unlikely or len(only.findall(sample)) < enough:
        return text
    return _PARTICLE.sub("着", text.translate(table).replace("了望", "瞭望"))


def _lacking(text: str) -> int:
    """How many characters of a text :data:`_SIMPLIFIED` lacks."""
    try:
        text.encode(_SIMPLIFIED)
    except UnicodeEncodeError:
        had = text.encode(_SIMPLIFIED, "ignore")
        narrow = len(had.translate(None, _WIDE))  # one byte each, the others two
        return len(text) - narrow - (len(had) - narrow) // 2
    return 0
