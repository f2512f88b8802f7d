"""What is replaced in a text, character for character, so that every offset stays."""

from __future__ import annotations

import re
import unicodedata

from xiezuo.split.traditional import simplify

HAN = "〇㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, for use inside a character class."""

MARKS = "、。，：；！？（）《》〈〉“”‘’【】〔〕…—·"
"""Chinese punctuation, for use inside a character class."""

GONE = "\u200b"
"""Stands for every character that nobody sees (zero width, controls) after normalising."""

WIDE = "\u3000"
"""The ideographic space: an indent, or the gap between the cells of a row."""

BLANK = f" {WIDE}{GONE}"
"""Every blank that is left after normalising, beside the line break."""


_RADICALS = "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰"
_RADICAL_OF = "民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙"
"""Supplementary radicals that Unicode does not decompose, and the characters they stand for."""


def _translation() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for kept in "！（），：；？～":
        del table[ord(kept)]
    # Kangxi radicals and compatibility characters, which PDF fonts put in place of the real ones.
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAFF)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    table |= {ord(radical): plain for radical, plain in zip(_RADICALS, _RADICAL_OF, strict=True)}
    spaces = ["\t", "\xa0", "\u1680", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f"]
    breaks = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
    hidden = [*range(0x09), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85), *range(0x86, 0xA0)]
    hidden += [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
    hidden += [0xFEFF, *range(0xFE00, 0xFE10)]
    table |= dict.fromkeys(map(ord, spaces), " ") | dict.fromkeys(map(ord, breaks), "\n")
    table |= dict.fromkeys(hidden, GONE)
    # U+E5E5 is what GB18030 files of newspaper systems hold for the ideographic space.
    same = {
        "\ue5e5": WIDE,
        "―─━": "—",
        "・‧•∙⋅･": "·",
        "〜": "～",
        "∶︰﹕": "：",
        "﹐": "，",
        "｡": "。",
    }
    same |= {
        "丨︱｜∣│┃": "|",
        "∕": "/",
        "﹑､": "、",
        "﹔": "；",
        "﹖": "？",
        "﹗": "！",
        "﹙": "（",
        "﹚": "）",
        "「〝﹁": "“",
    }
    same |= {"」〞﹂": "”", "『﹃": "‘", "』﹄": "’"}
    return table | {ord(char): plain for chars, plain in same.items() for char in chars}


_TABLE = {chr(code): plain for code, plain in _translation().items()}
_REPLACED = re.compile("[" + "".join(map(re.escape, _TABLE)) + "]")
_NEAR = f"[{HAN}{MARKS}]"
_LATIN = re.compile(rf"[,:;()!?](?<!{_NEAR}.)(?! ?{_NEAR})(?<!{_NEAR} .)")
"""A half-width mark that stands beside no Chinese."""
_WHOLE = dict(zip(",:;()!?", "，：；（）！？", strict=True))
_STOP = re.compile(rf"\.(?<=[{HAN}]\.)(?=\s|$|”)")
_PAIR = re.compile(r"（([^（）()\n]{0,60})\)|\(([^（）()\n]{0,60})）")
_STRAIGHT = re.compile(r'"([^"\n]{1,200})"')
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_TONED = re.compile(rf"（[a-zü]{{0,5}}[{_TONES}][a-z]{{0,4}}）")
PINYIN = re.compile(rf"（[a-zü{_TONES}]{{1,6}}）")
"""A reading in brackets, which some converters leave behind every other character."""


def normalise(text: str) -> str:
    """Replace characters one for one; the result is exactly as long as the text.

    Traditional becomes Simplified; digits and Latin letters half-width; punctuation next to
    Chinese full-width (not in 3,000 or 10:30); every space one of :data:`BLANK`, every line break
    a newline; 「」 and straight quotes become “”.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n")
    text = simplify(_REPLACED.sub(lambda match: _TABLE[match[0]], text))
    text = _widened(text)
    if "(" in text or ")" in text:
        text = _PAIR.sub(lambda match: f"（{match[1] or match[2] or ''}）", text)
    text = _STOP.sub("。", text)
    if '"' in text:
        text = _STRAIGHT.sub(r"“\1”", text)
    return text


def _widened(text: str) -> str:
    """A text with full-width punctuation next to Chinese."""
    wide = text
    for half, whole in _WHOLE.items():
        wide = wide.replace(half, whole)
    if wide is text:
        return text
    pieces: list[str] = []
    at = 0
    for kept in _LATIN.finditer(text):
        pieces += (wide[at : kept.start()], kept[0])
        at = kept.end()
    return "".join(pieces) + wide[at:]


def has_pinyin(text: str) -> bool:
    """Whether readings stand behind characters all over a normalised text: 长（zhǎng）."""
    return len(_TONED.findall(text)) > 2


def without_pinyin(line: str) -> str:
    """A line without the readings in brackets."""
    return PINYIN.sub("", line)
