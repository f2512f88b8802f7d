"""What the wording of a phrase says of whether it names a field: how it is put, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from xiezuo.lexicon import domains_in
from xiezuo.model import Span

FIELD = "(?:协作|合作|帮扶|扶贫|援建|对接|共建|互送|互访|援[疆藏青宁黔川滇甘蒙陕桂])"
_ACT = (
    "(?:深化|加强|推进|推动|开展|促进|强化|拓展|助力|聚焦|围绕|突出|加快|抓好|做好|实施|提供|安排|投入|引进"
    "|选派|派出|引育|促成|助推|赋能|完成|帮助|支持|建设|打造|共建|发展|援助|捐赠|培育|扩大|巩固|建立|健全|完善)"
)


@lru_cache(maxsize=8192)  # articles share their phrases
def put(item: str, meant: tuple[str, ...]) -> tuple[str, ...]:
    """The signs of a phrase that stands where a field stands."""
    signs = tuple(wording(item, meant))
    return signs if _VAGUE.search(item) else (PUT, *signs)


def wording(item: str, meant: tuple[str, ...]) -> Iterator[str]:
    """What the words of an item say."""
    labels = [span for span, _ in domains_in(item)]
    yield from (f"word:{span.of(item)}" for span in labels)
    longest = max((len(span) for span in labels), default=0)
    if not longest:
        yield "only hints at a field"
    elif longest == len(item):
        yield _ALL
    elif longest * 2 > len(item):
        yield "most words name the field"
    else:
        yield "few words name the field"
    yield from _looks(item, meant)


def _looks(word: str, meant: tuple[str, ...]) -> Iterator[str]:
    if _VAGUE.search(word):
        yield "vague"
    if len(word) > _WORDY:
        yield "wordy"
    elif len(word) < _THING:
        yield "short"
    if len(meant) > 1:
        yield "several fields"
    if word in _BROAD:
        yield "broad"
    if len(word) >= _THING:
        yield f"ends in {word[-2:]}"
        yield f"opens with {word[:2]}"


_ALL = "all words name the field"

PUT = "put as a field"
"""The sign of words that stand where fields stand: in lists, after verbs, before 协作."""

_WORDY = 8
_THING = 3
"""From how many characters a word names a thing by itself."""

_ENDS_IN_FIELD = re.compile(f"(?:{FIELD}|交流|对接|培训|就业|资金|资金支持|支教|支医|支农)$")
_FIELD_FOLLOWS = re.compile(f"(?:{FIELD}|交流)")
_ACT_FIRST = re.compile(_ACT)
_ACT_BEFORE = re.compile(f"{_ACT}[^，。；、：]{{0,6}}$")
_MATERIAL = frozenset(
    ("agriculture", "consumption", "ecommerce", "energy", "investment", "labour", "park", "tcm")
)
"""Fields whose words name things that are grown, sold or built, not qualities (文化, 技术)."""

_LONG_WORD = 5
_STAFF = re.compile("(?:干部|人才|人员|教师|医生|支援|挂职|组织)$")
"""Who is sent, which is a secondment rather than a field."""

_VAGUE = re.compile(
    "成果|硕果|[结作]出|互补|结构|禀赋|思路|贡献|[局办委院]$|经验|做法|新路|新篇|优势|力度|任务|生活|态势|格局|水平|能力|氛围|感谢|表示|欢迎|\\d|^[是对与和向由]|^创新$"
)
_BROAD = frozenset(("人才", "资金", "技术", "创新", "投资", "挂职", "干部", "教育", "医疗", "旅游"))
"""Words that name a field only in a list or before 协作 and the like, not after a bare verb."""


def term_signs(words: str, found: Span, meant: tuple[str, ...], fused: bool) -> Iterator[str]:
    """What speaks for or against a word that stands outside of lists."""
    word = found.of(words)
    own = _of_word(word, meant)
    yield from own.signs
    if fused:
        yield "fused"
    follows = _FIELD_FOLLOWS.match(words, found.end)
    if follows:
        yield "协作 follows"
    before = words[max(0, found.start - _BACK) : found.start]
    acted = _ACT_BEFORE.search(before)
    if acted:
        yield "verb before"
    if before.endswith("、") or words.startswith("、", found.end):
        yield "in a row"
    if before.endswith("的"):
        yield "after 的"
    if before[-1:] in ("“", "《", "‘"):
        yield "quoted"
    if own.may_be_put and (
        own.tells
        or fused
        or follows
        or (acted and word not in _BROAD)
        or (own.counts and _is_counted(words))
    ):
        yield PUT


_BACK = 8
"""How far back a verb of two characters with up to six after it begins."""


@dataclass(frozen=True, slots=True)
class _Word:
    """What a word says wherever it stands.

    ``tells`` says that it names a field by itself, ``counts`` that it does in a report of results,
    ``may_be_put`` that nothing forbids it.
    """

    signs: tuple[str, ...]
    tells: bool
    counts: bool
    may_be_put: bool


@lru_cache(maxsize=8192)  # articles share their words
def _of_word(word: str, meant: tuple[str, ...]) -> _Word:
    signs = [f"word:{word}", f"{min(len(word), _LONG_WORD)} characters", _ALL]
    signs += _looks(word, meant)
    ends, staff = _ENDS_IN_FIELD.search(word), _STAFF.search(word)
    acts = _ACT_FIRST.match(word) and not _ACT_FIRST.fullmatch(word)
    material = set(meant) <= _MATERIAL and len(word) >= _THING
    held = {
        "ends in 协作": ends,
        "begins with a verb": acts,
        "material": material,
        "staff": staff,
    }
    signs += [sign for sign, holds in held.items() if holds and sign not in signs]
    counts = len(word) >= _SPECIFIC and word not in _BROAD and not staff
    return _Word(tuple(signs), bool(material or ends or acts), counts, not _VAGUE.search(word))


@lru_cache(maxsize=1)  # asked for all the words of a sentence, one after the other
def _is_counted(words: str) -> bool:
    return _DIGIT.search(words) is not None and _COUNTED.search(words) is not None


_SPECIFIC = 4
"""From how many characters a word names a field by itself in a report of results."""

_DIGIT = re.compile("\\d")
_COUNTED = re.compile(
    "(?:投入|援|帮扶|协作|共建|互派|选派|引进|捐|结对|累计)[^。]*\\d|\\d[^。]*(?:投入|援|帮扶|协作|共建|互派|选派|引进|捐|结对)"
)
