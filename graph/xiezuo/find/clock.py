"""The value of a time, from what an article named before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from xiezuo.model import Article, DateMention, Role, Span

# --- the forms -------------------------------------------------------------------------------

_HAN_YEAR = "(?<=[一二])[〇○零九][〇○零一二三四五六七八九]{2}"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]|二?十|[一二三四五六七八九])"
TO = "(?:至|到|—{1,2}|–|-|－|~|～)"

_PARTS = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "前两季度": (1, 6),
    "前三季度": (1, 9),
    "第一季度": (1, 3),
    "一季度": (1, 3),
    "第二季度": (4, 6),
    "二季度": (4, 6),
    "第三季度": (7, 9),
    "三季度": (7, 9),
    "第四季度": (10, 12),
    "四季度": (10, 12),
}
"""Parts of a year with their first and last month."""
_PART = "|".join(_PARTS)

_DAYS = rf"(?: ?(?P<day>{_DAY})(?: ?日? ?{TO} ?(?P<last_day>{_DAY}))? ?[日号]|[上中下]旬|[底末初])?"
_IN_YEAR = (
    rf"(?: ?(?P<month>{_MONTH})(?: ?月?份? ?{TO} ?(?P<last_month>{_MONTH}))? ?月份?{_DAYS}"
    rf"| ?(?P<part>{_PART})|年?(?P<late>[底末])|年?初)?"
)

_RELATIVE_YEARS = {
    "今年": 0,
    "本年度": 0,
    "本年": 0,
    "去年": -1,
    "上年度": -1,
    "上年": -1,
    "前年": -2,
    "明年": 1,
}
_RELATIVE_MONTHS = {"本月": 0, "当月": 0, "上个月": -1, "上月": -1}
_RELATIVE_DAYS = {
    "今日": 0,
    "今天": 0,
    "昨日": -1,
    "昨天": -1,
    "前天": -2,
    "明日": 1,
    "明天": 1,
}
_SAME_DAY = {"当天": 0, "当日": 0, "同日": 0, "同一天": 0, "次日": 1, "翌日": 1, "第二天": 1}
_PLANS = {
    "八五": 1991,
    "九五": 1996,
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
}
"""First years of the five-year plans (the plans' outlines, National People's Congress)."""
_TRANSITION = ("2021", "2025")
"""过渡期 after the fight against poverty (Central Committee and State Council, 2020-12-16)."""
_VAGUE = (
    "近日|日前|近期|最近|不久前|连日来|近年来|近些年来?|近几年来?|多年来|长期以来|年初以来"
    "|(?:十[六七八九]|二十)大以来|截[至止]目前|目前|当前|迄今(?:为止)?|至今(?![年天日晚])"
)

# Each begins with a set of characters, or with words: the scan skips all that cannot begin it.
FORMS = {
    "year": re.compile(
        rf"(?P<year>[12一二](?:(?<=1)9\d\d|(?<=2)0\d\d|{_HAN_YEAR})) ?年度?{_IN_YEAR}"
    ),
    "years": re.compile(
        rf"(?P<year>[12][09]\d\d) ?年? ?{TO} ?(?P<last_year>[12][09]\d\d)"
        r"(?! ?年? ?\d\d? ?月) ?年度?"
    ),
    "relative_year": re.compile(rf"(?P<word>{'|'.join(_RELATIVE_YEARS)}|同年|当年){_IN_YEAR}"),
    "month": re.compile(
        rf"(?P<month>[0-9][0-9]?)(?: ?月?份? ?{TO} ?(?P<last_month>[0-9][0-9]?))? ?月"
        rf"(?![饼薪球嫂])份?{_DAYS}"
    ),
    "han_month": re.compile(rf"(?P<month>[一二三四五六七八九十][一二]?)月(?P<day>{_DAY})[日号]"),
    "part": re.compile(f"(?P<part>{_PART})"),
    "day": re.compile(
        rf"(?P<day>[0-9][0-9]?)(?: ?日? ?{TO} ?(?P<last_day>[0-9][0-9]?))? ?日"
        "(?![本均元产内游龄夜间报])"
    ),
    "iso": re.compile(
        r"(?P<year>[12][09]\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)"
        r"(?P<day>3[01]|[12]\d|0?[1-9])(?![\d-])"
    ),
    "plan": re.compile(
        "(?P<plan>十[一二三四五]五|(?<=[“‘])[八九十]五)(?=[”’]|期间|时期|以来)[”’]?"
    ),
    "transition": re.compile("[5五]年过渡期"),
    "word": re.compile("|".join([*_RELATIVE_DAYS, *_SAME_DAY, *_RELATIVE_MONTHS])),
    "vague": re.compile(_VAGUE),
    "years_past": re.compile(
        "[0-9一二两三四五六七八九十几数][0-9一二三四五六七八九十]? ?[多余]?"
        "(?:个月|年)(?:(?:多|多?时间)?(?:[来间里]|内(?![地蒙容部外]))|多(?=的?(?:努力|时间)))"
        "|(?:(?<=近)|(?<=过去))[0-9一二两三四五六七八九十]{1,2}年(?![前度级制])"
    ),
}
_WORDS = (
    *_RELATIVE_YEARS,
    *("同年", "当年"),
    *_RELATIVE_DAYS,
    *_SAME_DAY,
    *_RELATIVE_MONTHS,
    *_PARTS,
    *("十六", "十七", "十八", "十九", "二十"),
    *("近日", "日前", "近期", "最近", "不久", "连日", "近年", "近些", "近几", "多年", "长期"),
    *("年初", "截至", "截止", "目前", "当前", "迄今", "至今"),
)


def _starting(scan: str, *names: str) -> tuple[re.Pattern[str], list[_Form]]:
    """A cheap pattern for where forms can begin, with those forms and their ranks."""
    order = list(FORMS)
    return re.compile(scan), [(order.index(name), name, FORMS[name]) for name in names]


_Form = tuple[int, str, re.Pattern[str]]
_HAN_NUMERAL = "[一二两三四五六七八九十几数]"
_NUMBERED = ("year", "transition", "years_past")
STARTS: dict[re.Pattern[str], list[_Form]] = dict(
    (
        _starting(
            r"[0-9](?<![0-9]{2})(?=[0-9]* ?[年月日号多余个./至到—–－~～-])",
            *(*_NUMBERED, "years", "month", "day", "iso"),
        ),
        _starting(
            f"{_HAN_NUMERAL}(?=[零〇○一二三四五六七八九十]{{0,3}} ?[年月多余个五])",
            *(*_NUMBERED, "han_month", "plan"),
        ),
        _starting(
            "|".join(sorted({f"{word[0]}(?={word[1]})" for word in _WORDS})),
            *("relative_year", "part", "word", "vague"),
        ),
    )
)
"""Where forms can begin: three scans of a text, not one for each of them."""
_UNTIL = re.compile(r" ?(?:截[至止]到?|截) ?\Z")
_AFTER = re.compile(" ?(?:(?P<open>以来|至今|开始|起)|期间|时期)")
_OPENING = ("“", "‘")
_PLANNED = re.compile(r"(?:[将定拟]于|将在|计划[于在]) ?\Z")
_DATELINE = re.compile(" ?(?:电|讯|[（(]记者)")
_LEFT = 5
_HAN = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


class Clock:
    """What an article has named so far, by which the next time is resolved."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        published = article.document.published or _published(article)
        self._published = tuple(map(int, published.split("-"))) if published else ()
        self._today = _day(self._published)
        self._named: tuple[int, ...] = ()
        """The last point in time with at least a month, and where its words end."""
        self._named_end = 0
        self._year: int | None = None
        self._year_end: int | None = None

    def read(self, form: str, match: re.Match[str]) -> DateMention | None:
        """The mention that a match of a form stands for; None where it is no date."""
        try:
            value, end, relative = _READERS[form](self, match)
        except ValueError:
            return None
        start, stop = match.span()
        if form == "years_past" and self._text[start - 1 : start] == "近":
            start -= 1
        if form == "plan" and self._text[start - 1 : start] in _OPENING:
            start -= 1
        if until := _UNTIL.search(self._text[max(0, start - _LEFT) : start]):
            start -= len(until[0])
            value, end = None, end or value
        after = _AFTER.match(self._text, stop)
        if after is not None:
            stop = after.end()
            end = None if after["open"] else end
        self._remember(value, end, stop, is_point=until is None and after is None)
        return DateMention(Span(start, stop), value, end, relative)

    def _remember(self, value: str | None, end: str | None, stop: int, *, is_point: bool) -> None:
        point = end or value
        if point is None:
            return
        if not is_point:
            # 2016年以来 says nothing of the year of a later 5月6日.
            self._year_end = None
            return
        self._year, self._year_end = int(point[:4]), stop
        numbers = tuple(map(int, point.split("-")))
        if len(numbers) > 1:
            self._named, self._named_end = numbers, stop
        if len(numbers) == 3 and _DATELINE.match(self._text, stop):
            self._today = _day(numbers)

    # --- one reader a form, each returning value, end and whether the words are relative -----

    def _in_year(self, year: int | None, match: re.Match[str]) -> tuple[str | None, str | None]:
        """Value and end of a year with the month, day or part that follows it."""
        if match["part"]:
            first, last = _PARTS[match["part"]]
            return _iso(year, first), _iso(year, last)
        if match["late"]:
            return _iso(year, 12), None
        if not match["month"]:
            return _iso(year), None
        return _months(year, match)

    def _read_year(self, match: re.Match[str]) -> _Value:
        words = match["year"]
        year = int(words) if words.isascii() else int("".join(str(_HAN.get(c, 0)) for c in words))
        return *self._in_year(year, match), False

    def _read_years(self, match: re.Match[str]) -> _Value:
        return _iso(int(match["year"])), _iso(int(match["last_year"])), False

    def _read_relative_year(self, match: re.Match[str]) -> _Value:
        if match["word"] in _RELATIVE_YEARS:
            year = self._published[0] if self._published else None
            shift = _RELATIVE_YEARS[match["word"]]
        else:
            year, shift = self._year, 0
        return *self._in_year(None if year is None else year + shift, match), True

    def _read_month(self, match: re.Match[str]) -> _Value:
        month = _numeral(match["last_month"] or match["month"])
        day = _numeral(match["last_day"] or match["day"]) if match["day"] else None
        return *_months(self._year_of(match.start(), month, day), match), False

    def _read_han_month(self, match: re.Match[str]) -> _Value:
        month, day = _numeral(match["month"]), _numeral(match["day"])
        return _iso(self._year_of(match.start(), month, day), month, day), None, False

    def _read_part(self, match: re.Match[str]) -> _Value:
        first, last = _PARTS[match["part"]]
        year = self._year_of(match.start(), last, None)
        return _iso(year, first), _iso(year, last), True

    def _read_day(self, match: re.Match[str]) -> _Value:
        day = _numeral(match["day"])
        last = _numeral(match["last_day"]) if match["last_day"] else None
        if not 1 <= day <= (last or 31) <= 31:
            raise ValueError(match[0])
        year, month = (*self._named[:2], None, None)[:2]
        if month is None or "\n" in self._text[self._named_end : match.start()]:
            year, month = self._month_of(last or day)
        if month is None:
            return None, None, False
        return _iso(year, month, day), _iso(year, month, last) if last else None, False

    def _read_iso(self, match: re.Match[str]) -> _Value:
        return _iso(int(match["year"]), int(match["month"]), int(match["day"])), None, False

    def _read_plan(self, match: re.Match[str]) -> _Value:
        first = _PLANS[match["plan"]]
        return str(first), str(first + 4), False

    def _read_transition(self, _: re.Match[str]) -> _Value:
        return *_TRANSITION, False

    def _read_word(self, match: re.Match[str]) -> _Value:
        word = match[0]
        if word in _SAME_DAY:
            base, shift = _day(self._named), _SAME_DAY[word]
        elif word in _RELATIVE_DAYS:
            base, shift = self._today, _RELATIVE_DAYS[word]
        else:
            return self._relative_month(_RELATIVE_MONTHS[word]), None, True
        return (base + timedelta(shift)).isoformat() if base else None, None, True

    def _read_vague(self, _: re.Match[str]) -> _Value:
        return None, None, True

    # --- what anchors a time -----------------------------------------------------------------

    def _year_of(self, start: int, month: int, day: int | None) -> int | None:
        """The year of a month (and day) that is written without one."""
        between = "\n" if self._year_end is None else self._text[self._year_end : start]
        if not re.search("[。！？；\n]", between):
            return self._year
        if not self._published:
            return None if "\n" in between else self._year
        year, *known = self._published
        written = [month] if day is None else [month, day]
        width = min(len(known), len(written))
        if _PLANNED.search(self._text[max(0, start - _LEFT) : start]):
            return year + (written[:width] < known[:width])
        return year - (written[:width] > known[:width])

    def _month_of(self, day: int) -> tuple[int | None, int | None]:
        """Year and month of a day that is written without them: the last such day published."""
        if len(self._published) < 3:
            return None, None
        year, month, today = self._published
        return (year, month) if day <= today else _shift_month(year, month, -1)

    def _relative_month(self, shift: int) -> str | None:
        if len(self._published) < 2:
            return None
        year, month = _shift_month(self._published[0], self._published[1], shift)
        return _iso(year, month)


_Value = tuple[str | None, str | None, bool]

_READERS: dict[str, Callable[[Clock, re.Match[str]], _Value]] = {
    "year": Clock._read_year,
    "years": Clock._read_years,
    "relative_year": Clock._read_relative_year,
    "month": Clock._read_month,
    "han_month": Clock._read_han_month,
    "part": Clock._read_part,
    "day": Clock._read_day,
    "iso": Clock._read_iso,
    "plan": Clock._read_plan,
    "transition": Clock._read_transition,
    "word": Clock._read_word,
    "vague": Clock._read_vague,
    "years_past": Clock._read_vague,
}


def _months(year: int | None, match: re.Match[str]) -> tuple[str | None, str | None]:
    """Value and end of the months and days of a match."""
    month = _numeral(match["month"])
    if match["last_month"]:
        last = _numeral(match["last_month"])
        day = _numeral(match["day"]) if match["day"] else None
        return _iso(year, month), _iso(year, last, day)
    if not match["day"]:
        return _iso(year, month), None
    end = _iso(year, month, _numeral(match["last_day"])) if match["last_day"] else None
    return _iso(year, month, _numeral(match["day"])), end


def _iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO form; None without a year.

    Raises:
        ValueError: there is no such date.
    """
    date(2000 if year is None else year, 1 if month is None else month, 1 if day is None else day)
    if year is None:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def _numeral(words: str) -> int:
    """The value of 1 to 31 in Arabic or Chinese."""
    if words.isascii():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (10 * _HAN.get(tens, 1) if ten else 0) + _HAN.get(ones, 0)


def _day(numbers: tuple[int, ...]) -> date | None:
    """The date of year, month and day; None where the day is not known."""
    return date(*numbers) if len(numbers) == 3 else None


def _shift_month(year: int, month: int, shift: int) -> tuple[int, int]:
    months = 12 * year + month - 1 + shift
    return months // 12, months % 12 + 1


def _published(article: Article) -> str | None:
    """The first full date of the article's bylines and notes."""
    for line in article.lines:
        if line.role in (Role.BYLINE, Role.NOTE):
            text = line.span.of(article.text)
            for form in ("iso", "year"):
                for match in FORMS[form].finditer(text):
                    if match["day"]:
                        return _iso(*(_numeral(match[k]) for k in ("year", "month", "day")))
    return None
