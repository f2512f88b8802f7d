"""Where a personal name ends: the characters after a title that are the name.

A Han name is a family name and one or two more characters; what follows decides how many: a name
ends before punctuation or a word that goes on after names (率, 指出, 参加). Names of other peoples
are told by their dots (热依汗·依明) or by their parts (才让东智).
"""

from __future__ import annotations

import re

from xiezuo.find.lexicon import alternation, words

_COMPOUND = frozenset(words("compound_surnames"))
_SINGLE = frozenset("".join(words("surnames")))
_FUNCTION = frozenset("和于向时应任从全对区支别经种")
"""Family names that are likelier a word (书记和洛南县…): they need to be seen to end."""
_SURE = frozenset(words("surnames")[0] + words("surnames")[1]) - frozenset("于任石方和文章向易常华")
"""Family names of most of the population that are no words of their own."""
_NATIVE = words("native_syllables")
STARTS = "".join(
    sorted(_SINGLE | {word[0] for word in _COMPOUND} | {syllable[0] for syllable in _NATIVE})
)
"""The characters that a name can begin with."""

_NATIVE_FIRST = frozenset(_NATIVE)
_NOT = frozenset(words("not_names"))
_NOT_LENGTHS = tuple(sorted({len(word) for word in _NOT}))
_AFTER = {
    word[0]: tuple(w for w in words("after_names") if w[0] == word[0])
    for word in words("after_names")
}
_GIVEN = frozenset("".join(words("given_characters")))
_HAN = "[\u4e00-\u9fff]"
_DOT_WITHIN = 8
_DOTTED = re.compile(rf"{_HAN}{{1,6}}(?:·{_HAN}{{1,8}})+")
_SPACED = re.compile(rf"({_HAN})[ \u3000]{{1,4}}({_HAN})")
_PART = f"(?:{alternation(_NATIVE)})"
_NATIVE_NAME = re.compile(rf"{_PART}(?:{_HAN}?{_PART}){{0,2}}{_HAN}{{0,2}}")

# Characters that end a name of two: they stand in given names hardly ever.
_CLOSING = frozenset("等与及的在率说被把将已赴也就是并对从给让由还又所曾带既用站")
# Characters that are in no given name.
_NEVER = frozenset(
    "的了着过们这那哪吗呢吧么得地不没很被把及或者是就都也还则且但而所市县省区州镇乡党委局厅"
    "处部院校议副职位个次号亿第说问做要请您你我他她它谁什怎该此些每各某另等赴"
)
_NATIVE_NEVER = _NEVER - frozenset("那次")
_ADDRESS = frozenset(("先生", "女士", "老师", "小姐", "师傅", "同志", "大哥", "大姐", "大爷"))
"""What stands behind a family name in place of a given one."""
_SOUNDS = "不拉提买"
"""Characters that write the sounds of a dotted name more often than a word behind it: 阿不拉."""
_STYLED = (*_ADDRESS, "一行")
"""What follows a whole name: 方鹤来同志."""
_NEVER_LAST = frozenset("等率赴到来带陪致指说讲听看问参主召受表介出提对向将任时为被从给当")
# Of those, the ones that end no clause behind a name of two: 王伟说， but never 王伟为，.
_NAME_BEFORE_PAUSE = frozenset("来时为任向当主")
_BEFORE_WEI = frozenset("有可大敢善人云以作")
"""Before 为 these are given names (可为, 有为), whatever follows."""


def name_end(text: str, start: int) -> int:
    """The offset at which the name that begins at ``start`` ends; ``start`` where there is none."""
    if "·" in text[start : start + _DOT_WITHIN]:
        dotted = _DOTTED.match(text, start)
        if dotted:
            return _cut_dotted(text, dotted)
    for stretch in _NOT_LENGTHS:
        if text[start : start + stretch] in _NOT:
            return start
    native = _native_length(text, start)
    surest = _quality(text, start + native) if native else 0
    length = native if surest >= 2 else 0
    length = length or _han_length(text, start, sure=surest > 0) or native
    return start + length


def spaced_name(text: str, start: int) -> int:
    """The end of a two-character name set with spaces (王  伟) at ``start``; ``start`` if none."""
    spaced = _SPACED.match(text, start)
    if spaced and spaced[1] in _SINGLE and spaced[2] not in _NEVER and _quality(text, spaced.end()):
        return spaced.end()
    return start


def listed_name(text: str, start: int) -> int:
    """The end of a name with a rare family name in a list of names; ``start`` if there is none.

    Only one between two names is taken: 陈中山、但锐金、别华中.
    """
    for end in (start + 3, start + 2):
        name = text[start:end]
        listed = text[start - 1] == "、" == text[end : end + 1] and _NEVER.isdisjoint(name[1:])
        if listed and name[-1] in _GIVEN and name_end(text, end + 1) > end + 1:
            return end
    return start


def ends_before(text: str, offset: int) -> bool:
    """Whether a name can end at ``offset``: punctuation or a word that follows names is there."""
    return _quality(text, offset) > 0


def is_likely(text: str, start: int, end: int) -> bool:
    """Whether a stretch that can be a name is one: a common family name, a usual given name."""
    return text[start] in _SURE and text[end - 1] in _GIVEN


def is_usual(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends like a given name, and the text has it again where names end."""
    name = text[start:end]
    again = [match.end() for match in re.finditer(name, text)]
    told = sum(_quality(text, at) > 0 for at in again)
    return told > 1 and name[-1] in _GIVEN and name[0] not in _FUNCTION


def _quality(text: str, offset: int) -> int:
    """How well a name ends at an offset: 3 before punctuation, 2 and 1 before a word, else 0."""
    character = text[offset : offset + 1]
    if not "\u4e00" <= character <= "\u9fff":
        return 0 if character == "·" else 3
    lengths = [len(word) for word in _AFTER.get(character, ()) if text.startswith(word, offset)]
    return min(2, max(lengths, default=0))


def _plausible(text: str, start: int, given: int, end: int) -> bool:
    """Whether a stretch can be a name at all, its given part beginning at ``given``."""
    part = text[given:end]
    if len(part) < end - given or min(part) < "\u4e00" or max(part) > "\u9fff":
        return False
    if len(part) > 1 and part[0] == "镇" and part[1] not in "长党政人纪":
        part = part[1:]  # 李镇海 is a name, 李镇长 the head of a town
    elif part[-1] == "镇" and text[start - 1] == "、" == text[end : end + 1]:
        part = part[:-1]  # 薛斌、金之镇、哈增友
    elif len(part) > 1 and part[-1] == "州" and _quality(text, end):
        part = part[:-1]
    return _NEVER.isdisjoint(part)


def _han_length(text: str, start: int, *, sure: bool = False) -> int:
    """The length of the Han name at ``start``, 0 where there is none.

    ``sure`` leaves out those whose end is guessed.
    """
    surname = 2 if text[start : start + 2] in _COMPOUND else 1
    if surname == 1 and text[start : start + 1] not in _SINGLE:
        return 0
    given = start + surname
    if text[given : given + 2] in _ADDRESS or text[given : given + 1] == "某":
        return 0
    short, long = given + 1, given + 2
    fits_short = _plausible(text, start, given, short) and text[given] not in _NEVER_LAST
    fits_long = _plausible(text, start, given, long)
    if not fits_short and not fits_long:
        return 0
    after_short = _quality(text, short) if fits_short else 0
    after_long = _quality(text, long) if fits_long else 0
    if after_short and after_long and not _can_end(text, long - 1, after_long):
        after_long = 0
    if sure and not after_short and not after_long:
        return 0
    return _choose(text, start, (short, after_short), (long, after_long)) - start


def _can_end(text: str, last: int, after: int) -> bool:
    """Whether the character at ``last`` can end a name, though it is a word as well."""
    character = text[last]
    if character not in _NEVER_LAST or (character == "为" and text[last - 1] in _BEFORE_WEI):
        return True
    ends = after == 3 or text.startswith(_STYLED, last + 1)
    return ends and character in _NAME_BEFORE_PAUSE


def _choose(text: str, start: int, short: tuple[int, int], long: tuple[int, int]) -> int:
    """The better of the two ends, each given with what follows it; ``start`` for neither."""
    (short_end, after_short), (long_end, after_long) = short, long
    if not after_short and not after_long:
        return _guess(text, start, short_end, long_end)
    if 3 in (after_short, after_long):
        return short_end if after_short == 3 else long_end
    closed = after_short > 0 and text[short_end] in _CLOSING
    if after_short and text.count(text[start:short_end]) > text.count(text[start:long_end]):
        # 胡彪刚到任, and 胡彪 again: the text has the short name by itself.
        return short_end
    # Seven names of eight have three characters.
    return long_end if not closed and after_long >= after_short else short_end


def _guess(text: str, start: int, short_end: int, long_end: int) -> int:
    """The likelier end where no word that we know follows either.

    A name that occurs again in the text, before a word that we know, decides; else the
    characters do.
    """
    for end in (long_end, short_end):
        name = text[start:end]
        again = text.find(name)
        while again != -1:
            if again != start and _quality(text, again + len(name)) > 0:
                return end
            again = text.find(name, again + 1)
    last = text[long_end - 1]
    if text[start] in _FUNCTION:
        return start
    if text[start] in _SURE:
        long = last in _GIVEN or last not in _NEVER_LAST
        return long_end if long and _plausible(text, start, start + 1, long_end) else short_end
    if text[short_end - 1] not in _GIVEN:
        return start
    return long_end if last in _GIVEN else short_end


def _native_length(text: str, start: int) -> int:
    """The length of an undotted name of another people at ``start``, 0 where there is none."""
    native = text[start : start + 2] in _NATIVE_FIRST and _NATIVE_NAME.match(text, start)
    if native:
        # The first two characters are a known part, whatever else they can be (次仁).
        ends = [
            end
            for end in range(start + 2, min(native.end(), start + 6) + 1)
            if _NATIVE_NEVER.isdisjoint(text[start + 2 : end])
            and (end == start + 2 or text[end - 1] not in _NEVER_LAST)
        ]
        best = max(ends, key=lambda end: _native_rank(text, start, end))
        if _quality(text, best):
            return best - start
    # An unknown first half before a known one: 甘白才仁.
    if text[start + 2 : start + 4] in _NATIVE_FIRST and _quality(text, start + 4):
        return 4
    return 0


def _native_rank(text: str, start: int, end: int) -> tuple[bool, int, int]:
    """How likely such a name ends at ``end``: four characters are the rule."""
    quality = _quality(text, end)
    rule = end == start + 4 and quality > 0 and _quality(text, start + 2) < 2
    # 加措介绍，: what goes on behind the name is no part of it.
    told = any(text[at:end] in _AFTER.get(text[at], ()) for at in range(start + 2, end - 1))
    return rule and not told, 0 if told else min(2, quality), end


def _cut_dotted(text: str, match: re.Match[str]) -> int:
    """The end of a dotted name: its last part stops before a word that follows names."""
    last = text.rindex("·", match.start(), match.end()) + 1
    closing = (e for e in range(last + 2, match.end()) if text[e] in _CLOSING)
    match_end = next(closing, match.end())
    for least, within in ((2, ""), (1, _SOUNDS), (1, "")):
        for end in range(last + 1, match_end + 1):
            after = text[end : end + 1]
            if (_quality(text, end) >= least and after not in within) or after == "等":
                return end
    return match.start()
