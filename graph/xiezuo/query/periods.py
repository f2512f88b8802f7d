"""The times that a question names: a year, or a first and a last day."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)
_Y = r"(?:19|20)\d\d"
_DAY_ZH = rf"{_Y}年?(?:\s*\d{{1,2}}月)?"
_DAY_EN = rf"(?:(?:{_MONTH})\.?\s+)?(?:(?:of\s+)?{_Y})"


@dataclass(frozen=True, slots=True)
class Period:
    """A named time: ``year`` where it is just that, else its first and last day as far as said.

    Days are ``2022``, ``2022-03`` or ``2022-03-05``; an open side is None.
    """

    year: str | None = None
    since: str | None = None
    until: str | None = None


_HALVES = {"上": ("01", "06"), "下": ("07", "12"), "first": ("01", "06"), "second": ("07", "12")}


def _day(text: str, year: str | None = None) -> str:
    """``2022`` or ``2022-03`` from 2022年3月, "March 2022"; ``year`` for a month alone."""
    named = re.search(_Y, text)
    of = named[0] if named else year or ""
    rest = text.replace(of, "", 1) if named else text
    if month := re.search(r"(\d{1,2})月", rest):
        return f"{of}-{int(month[1]):02d}"
    if word := re.search(rf"\b({_MONTH})\b", rest, re.IGNORECASE):
        number = next(i for i, name in enumerate(_MONTHS, 1) if name[:3] == word[1][:3].lower())
        return f"{of}-{number:02d}"
    return of


def _between(match: re.Match[str]) -> Period:
    last = match["last"]
    given = re.search(_Y, last) or re.search(_Y, match["first"])
    year = given[0] if given else None
    first = re.search(_Y, match["first"])
    return Period(since=_day(match["first"], year), until=_day(last, first[0] if first else year))


def _half(match: re.Match[str]) -> Period:
    first, last = _HALVES[match["half"].lower()]
    return Period(since=f"{match['year']}-{first}", until=f"{match['year']}-{last}")


def _single(match: re.Match[str]) -> Period:
    day = _day(match[0])
    return Period(year=day) if len(day) == 4 else Period(since=day, until=day)


_FORMS = (
    (
        rf"从?(?P<first>{_DAY_ZH})\s*(?:到|至|—|–|-|~|～)+\s*(?P<last>{_DAY_ZH}|\d{{1,2}}月)",
        _between,
    ),
    (rf"(?P<year>{_Y})年?的?(?P<half>[上下])半年", _half),
    (
        rf"(?:between|from)\s+(?P<first>{_DAY_EN}|(?:{_MONTH}))\s+(?:and|to|until|till|through)\s+"
        rf"(?P<last>{_DAY_EN})",
        _between,
    ),
    (rf"(?P<first>{_DAY_EN})\s*(?:-|–|—|to|through)\s*(?P<last>{_DAY_EN})", _between),
    (rf"(?:in\s+)?(?:the\s+)?(?P<half>first|second)\s+half\s+of\s+(?P<year>{_Y})", _half),
    (
        rf"从?(?P<day>{_DAY_ZH})(?:份|度|初)?(?:以来|以后|之后|起|至今|到现在|开始)",
        lambda match: Period(since=_day(match["day"])),
    ),
    (
        rf"(?P<day>{_DAY_ZH})(?:份|度|底|末)?(?:以前|之前|为止)",
        lambda match: Period(until=_day(match["day"])),
    ),
    (rf"since\s+(?P<day>{_DAY_EN})", lambda match: Period(since=_day(match["day"]))),
    (rf"(?:until|up\s+to)\s+(?P<day>{_DAY_EN})", lambda match: Period(until=_day(match["day"]))),
    (rf"{_Y}年(?:\d{{1,2}}月)?(?:份|度|里|间|内|当年|全年)?", _single),
    (rf"(?:(?:in|during|for|of)\s+)?(?:the\s+year\s+)?(?<![\w/-]){_DAY_EN}(?![\w/-])", _single),
)
"""How times are written, in the order in which they are looked for, and what each means."""

_COMPILED = tuple((re.compile(form, re.IGNORECASE), read) for form, read in _FORMS)


def without_periods(text: str, mark: str) -> tuple[str, list[Period]]:
    """The text with ``mark`` for each time that it names, and the times, in no special order."""
    found: list[Period] = []
    for form, read in _COMPILED:
        found += map(read, form.finditer(text))
        text = form.sub(f" {mark} ", text)
    return text, found
