"""Understands a question in plain Chinese or English as one of the named ones, with parameters.

Deterministic and offline. A question is brought into a plain form (places become ``@``, 哪些地方
and 什么 become 哪, spaces and words that say nothing are dropped), and this form must match, as a
whole, one of the patterns that the ``.rq`` files have under ``asked``. What no pattern accounts
for to the last character is not understood: a wrong answer is worse than none.

A pattern is a regular expression in which ``@`` is a place, 哪 is also 谁, and ``{domain}``,
``{person}``, ``{letters}``, ``{measure}`` and ``{fact}`` are parameters; a year may stand anywhere.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from xiezuo import lexicon
from xiezuo.errors import AmbiguousPlace, UnknownPlace, UnknownQuestion
from xiezuo.find.letters import letters
from xiezuo.find.lexicon import words
from xiezuo.gazetteer import gazetteer
from xiezuo.model import Level
from xiezuo.query.question import Question, questions

_YEAR = re.compile(r"((?:19|20)\d\d)年?(?:度|份|以来|起)?")
_MARKS = re.compile(r"[\s，,。.？?！!：:；;“”\"‘’《》]+")
_ENGLISH = (
    (r"what|which ones?", "which"),
    (r"fields?|areas?", "domains"),
    (
        r"please|tell me|show me|list|give me|the|a|an|all|there|any|some|do|does|did|has|have|had"
        r"|is|are|was|were|been|in|into|with|on|me",
        "",
    ),
)
"""The same for English, where words end at letters of other scripts, too; spaces go at last."""

_ASKING = (
    (re.compile(r"有没有|没有$"), ""),
    (re.compile("没有|没"), "无"),
    (
        re.compile(
            "请问|我想(?:看|知道|了解|问)?|告诉我|帮我查|查询|查一下|一下|现在|目前|到底|究竟|分别"
            "|一共|总共|曾经|之间|情况|以来|[的了呢吗啊呀都有是在过着]"
        ),
        "",
    ),
    (re.compile("[与跟及、]|同(?!时)"), "和"),
    (
        re.compile(
            "(?:哪几个|哪两个|哪[些几个两里儿]?|什么|啥)"
            "(?:地方|省份|省市|城市|地区|区县|单位|[地人])?"
        ),
        "哪",
    ),
    (re.compile("多少个?|几个"), "多少"),
)
"""What brings a question into its plain form, in this order; [pattern, replacement]."""

_SLOTS = {
    "domain": "(?P<domain>[^@]{2,16}?)",
    "person": "(?P<person>[一-龥·]{2,8}?)",
    "letters": "(?P<letters>[一-龥]{2})",
    "measure": "(?P<measure>资金|销售|就业|务工|项目|企业|捐赠|投资|培训)",
    "fact": r"(?P<fact>[a-z]+/\S+?|https?://\S+?)",
}
_CODE = re.compile(r"\d{6}")
_LONGEST = 15
"""Characters: no name of a place is longer."""

_NEAREST = 3

_PLAIN = re.compile(r"[\w=/.:%+-]+")
"""What a shell takes as it is; shlex would quote Chinese, too."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The question that was understood, and its parameters as a user writes them."""

    question: Question
    parameters: Mapping[str, str]

    @property
    def command(self) -> str:
        """The command line that asks the same."""
        required = {one.name: not one.optional for one in self.question.parameters}
        values = [value for name, value in self.parameters.items() if required[name]]
        settings = [
            part
            for name, value in self.parameters.items()
            if not required[name]
            for part in ("--set", f"{name}={value}")
        ]
        parts = ["xiezuo", "query", self.question.name, *values, *settings]
        return " ".join(part if _PLAIN.fullmatch(part) else shlex.quote(part) for part in parts)


def understand(text: str) -> Understood:
    """The named question that a question in plain Chinese or English means.

    Raises:
        UnknownQuestion: none of them, or several; carries the nearest.
    """
    found = list(_readings(text))
    names = {one.question.name for one in found}
    if len(names) != 1:
        raise UnknownQuestion(text, sorted(names) or _nearest(text))
    return found[0]


def _readings(text: str) -> Iterator[Understood]:
    plain, places, year = _plain(text)
    for question in questions().values():
        for pattern in question.asked:
            match = _compiled(pattern).fullmatch(plain)
            given = match and _parameters(question, match, places, year)
            if given is not None:
                yield Understood(question, given)
                break


def _parameters(
    question: Question, match: re.Match[str], places: list[str], year: str | None
) -> dict[str, str] | None:
    """The values of the parameters, or None where one is missing, left over or no such thing."""
    slots = {name: value for name, value in match.groupdict().items() if value}
    if not all(_CHECKS.get(name, bool)(value) for name, value in slots.items()):
        return None
    named = [one.name for one in question.parameters if one.kind == "place"]
    if len(places) > len(named):
        return None
    slots.update(zip(named, places, strict=False))
    if year:
        slots["year"] = year
    known = {one.name for one in question.parameters}
    needed = {one.name for one in question.parameters if not one.optional and not one.default}
    if not needed <= slots.keys() <= known:
        return None
    return {one.name: slots[one.name] for one in question.parameters if one.name in slots}


def _plain(text: str) -> tuple[str, list[str], str | None]:
    """The plain form of a question, the places that it names, in order, and its year."""
    masked, places = _without_places(_MARKS.sub("", _plain_english(text)))
    years = _YEAR.findall(masked)
    if len(set(years)) == 1:
        masked = _YEAR.sub("", masked)
    for pattern, plain in _ASKING:
        masked = pattern.sub(plain, masked)
    return masked, places, years[0] if len(set(years)) == 1 else None


def _plain_english(text: str) -> str:
    for word, plain in _ENGLISH:
        text = re.sub(rf"(?<![a-z])(?:{word})(?![a-z])", plain, text, flags=re.IGNORECASE)
    return text


def _without_places(text: str) -> tuple[str, list[str]]:
    """The text with ``@`` for each place, longest names first; parents belong to the name."""
    shown: list[str] = []
    places: list[str] = []
    position = 0
    while position < len(text):
        name = "" if _inside_path(text, position) else _place_at(text, position)
        if not name:
            shown.append(text[position])
            position += 1
            continue
        joined = places[-1] + name if shown and shown[-1] == "@" else ""
        if joined and _is_place(joined):
            places[-1] = joined
        else:
            shown.append("@")
            places.append(name)
        position += len(name)
    return "".join(shown), places


def _inside_path(text: str, position: int) -> bool:
    return position > 0 and text[position - 1] in "/-"


def _place_at(text: str, position: int) -> str:
    """The longest name or code of a place that begins here, or nothing."""
    if code := _CODE.match(text, position):
        return code[0] if code[0] in gazetteer().codes else ""
    for length in range(_LONGEST, 1, -1):
        name = text[position : position + length]
        if len(name) == length and gazetteer().readings(name) and name not in _cues():
            return name
    return ""


def _is_place(name: str) -> bool:
    try:
        gazetteer().place(name)
    except AmbiguousPlace:
        return True
    except UnknownPlace:
        return False
    return True


@cache
def _cues() -> str:
    """All patterns in one: words in it, such as 合作, are no places, though 合作 is a city."""
    return "\n".join(pattern for one in questions().values() for pattern in one.asked)


def _is_person(name: str) -> bool:
    return "·" in name or (len(name) <= 4 and name[0] in "".join(words("surnames")))


def _is_domain(phrase: str) -> bool:
    return phrase in lexicon.domains() or len(lexicon.classify(phrase)) == 1


def _are_letters(pair: str) -> bool:
    return all(letter in _letters() for letter in pair)


@cache
def _letters() -> frozenset[str]:
    """What may stand for a place in the name of a pair: abbreviations, and first characters."""
    larger = (Level.PROVINCE, Level.PREFECTURE)
    places = (place for place in gazetteer().codes.values() if place.level in larger)
    return frozenset((*letters(), *(place.name[0] for place in places)))


_CHECKS: dict[str, Callable[[str], bool]] = {
    "person": _is_person,
    "domain": _is_domain,
    "letters": _are_letters,
}


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    for name, slot in _SLOTS.items():
        pattern = pattern.replace(f"{{{name}}}", slot)
    return re.compile(pattern.replace("哪", "[哪谁]"), re.IGNORECASE)


def _nearest(text: str) -> list[str]:
    """The questions that share most pairs of characters or English words with a text, if any."""
    plain, _, _ = _plain(text)
    asked = _parts(plain) | _parts(text)
    scores = {
        one.name: len(asked & _parts(" ".join((*one.summary.values(), *one.asked))))
        for one in questions().values()
    }
    best = sorted((name for name in scores if scores[name]), key=lambda name: -scores[name])
    return best[:_NEAREST]


def _parts(text: str) -> set[str]:
    """Each two Chinese characters that stand together, and each longer English word."""
    pairs = re.findall("(?=([一-龥]{2}))", text)
    return {*pairs, *re.findall("[a-z]{4,}", text.lower())}
