"""The first and the last day of a stretch that words name: a day, a week, a month, Easter, a year.

Its one rule: a stretch has one reading. Quarters and halves are those of the year they are given
with: of the calendar's (Q3 2028), or of a council's from April to March (Q3 2027/28). Winter has
two years, and so needs both (winter 2027/28).
"""

import re
from calendar import monthrange
from datetime import date, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

Window = tuple[date, date]

_MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS["sept"] = 9
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9}
_FEASTS = {
    "easter": (-2, 1), "good friday": (-2, -2), "easter sunday": (0, 0), "easter monday": (1, 1),
}  # fmt: skip
"""The first and the last day of each, counted from Easter Sunday."""

_AT_CHRISTMAS = {"christmas": (25, 26), "christmas day": (25, 25), "boxing day": (26, 26)}

NAMES = (*_MONTH_NUMBERS, *_SEASONS, *_FEASTS, *_AT_CHRISTMAS)
"""What a year may be said of, and may be left out of."""

_PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (25, 31)}
_PARTS_OF_SEASON = {"early": (0, 0), "mid": (1, 1), "late": (2, 2), "end": (2, 2)}
_PARTS_OF_YEAR = {"early": (0, 3), "mid": (4, 7), "late": (8, 11), "end": (11, 11)}
_SAME_PART = {"beginning": "early", "start": "early", "middle": "mid"}
_NTH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip


def any_of(words: tuple[str, ...]) -> str:
    """A pattern of words, the longer first."""
    return "|".join(sorted(words, key=len, reverse=True))


_YEAR = r"(?P<year>(?:1[89]|2[01])\d\d)"
_TWO_YEARS = rf"(?:(?:financial year|fy) ?)?{_YEAR}[/–-](?P<next>(?:\d\d)?\d\d)"
_MONTH = rf"(?P<month>{any_of(tuple(_MONTH_NUMBERS))})"
_PARTS = "early|mid|middle|late|end|beginning|start"
_PART = rf"(?:(?:the )?(?P<part>{_PARTS})(?:-| of | in | )(?:the )?)?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_NTH_OF = rf"(?P<nth>{any_of(tuple(_NTH))})"
_OF = r"(?:,? of | in |,? )(?:the )?(?P<of>.+)"

_LEAD = re.compile(r"(?:(?:in|on|during|throughout|over|at|within) )?(?:the )?")
_HAS_PART = re.compile(_PART)
_ONLY_PART = re.compile(rf"(?:{_PARTS})-?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_IN_FIGURES = re.compile(r"(?P<day>\d\d?)[/.](?P<month>\d\d?)[/.](?P<year>\d{4})")
_DAY = re.compile(rf"{_WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)? (?:of )?{_MONTH},? {_YEAR}")
_WEEK_FROM = re.compile(r"(?:w/c|w/b|wc|week (?:commencing|beginning|starting|of)) (?P<day>.+)")
_WEEK_TO = re.compile(r"(?:w/e|week ending) (?P<day>.+)")
_MONTH_OF = re.compile(rf"{_PART}{_MONTH},? {_YEAR}")
_SEASON_OF = re.compile(rf"{_PART}(?P<season>{any_of(tuple(_SEASONS))})(?: of)? {_YEAR}")
_WINTER = re.compile(rf"{_PART}winter(?: of)? {_TWO_YEARS}")
_FEAST = re.compile(rf"(?P<feast>{any_of((*_FEASTS, *_AT_CHRISTMAS))})(?: of)? {_YEAR}")
_QUARTER = re.compile(rf"(?:q ?(?P<no>[1-4])|quarter (?P<number>[1-4])|{_NTH_OF} quarter){_OF}")
_QUARTER_LAST = re.compile(r"(?P<of>.+?),? q ?(?P<no>[1-4])")
_HALF = re.compile(rf"(?:h ?(?P<no>[12])|{_NTH_OF} half){_OF}")
_YEARS = re.compile(rf"{_PART}{_TWO_YEARS}")
_YEAR_OF = re.compile(rf"{_PART}{_YEAR}")


class Unreadable(ValueError):
    """Words that name no day, but are no mistake in one either."""


def window_of(body: str) -> Window | None:
    """The days that lower-case words name; None where they name none.

    ValueError where they name a day that does not exist.
    """
    body = _LEAD.sub("", body, count=1)
    for pattern, read in _READERS:
        if (found := pattern.fullmatch(body)) and (window := read(found)):
            return window
    return None


def is_only_a_part(body: str) -> bool:
    """Whether words name a part, and not what it is of: “early”, “mid-”, “the end”."""
    return bool(_ONLY_PART.fullmatch(_LEAD.sub("", body, count=1)))


def without_part(body: str) -> str:
    """Words without the part that they begin with: “may 2027” of “mid may 2027”."""
    return _HAS_PART.sub("", _LEAD.sub("", body, count=1), count=1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * golden + skipped + 15) % 30
    full_moon = epact - (golden + 11 * epact) // 319
    weekday = (2 * (century % 4) + 2 * (rest // 4) - rest % 4 - full_moon + 32) % 7
    month, day = divmod(full_moon + weekday + 114, 31)
    return date(year, month, day + 1)


def _day(year: int, month: int, day: int) -> Window:
    if not 1 <= month <= 12:
        raise ValueError(f"{year}-{month:02}-{day:02} is not a date: there is no month {month}")
    if year < 1:
        raise ValueError("There is no year 0")
    longest = monthrange(year, month)[1]
    if not 1 <= day <= longest:
        name = f"{MONTHS[month - 1]} {year}"
        raise ValueError(f"{day} {name} is not a date: {name} has {longest} days")
    return date(year, month, day), date(year, month, day)


def _months(start: date, first: int, last: int) -> Window:
    """From the first to the last of some months, counted from 0 at the one that a date begins."""
    begins, ends = _month_after(start, first), _month_after(start, last)
    return begins, ends.replace(day=monthrange(ends.year, ends.month)[1])


def _month_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    return date(start.year + years, month + 1, 1)


def _part(found: re.Match[str], parts: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """What a part comes to that words may name; None where they name none."""
    name = found["part"]
    return parts[_SAME_PART.get(name, name)] if name else None


def _read_iso(found: re.Match[str]) -> Window:
    return _day(int(found["year"]), int(found["month"]), int(found["day"]))


def _read_day(found: re.Match[str]) -> Window:
    return _day(int(found["year"]), _MONTH_NUMBERS[found["month"]], int(found["day"]))


def _read_week(found: re.Match[str]) -> Window | None:
    day = _one_day(found["day"])
    return (day, day + timedelta(6)) if day else None


def _read_week_to(found: re.Match[str]) -> Window | None:
    day = _one_day(found["day"])
    return (day - timedelta(6), day) if day else None


def _one_day(body: str) -> date | None:
    window = window_of(body)
    return window[0] if window and window[0] == window[1] else None


def _read_month(found: re.Match[str]) -> Window:
    whole = _months(date(int(found["year"]), _MONTH_NUMBERS[found["month"]], 1), 0, 0)
    part = _part(found, _PARTS_OF_MONTH)
    if part is None:
        return whole
    return whole[0].replace(day=part[0]), whole[0].replace(day=min(part[1], whole[1].day))


def _read_season(found: re.Match[str]) -> Window:
    start = date(int(found["year"]), _SEASONS[found["season"]], 1)
    return _months(start, *(_part(found, _PARTS_OF_SEASON) or (0, 2)))


def _read_winter(found: re.Match[str]) -> Window:
    start = date(_first_of_two(found), 12, 1)
    return _months(start, *(_part(found, _PARTS_OF_SEASON) or (0, 2)))


def _read_feast(found: re.Match[str]) -> Window:
    year, feast = int(found["year"]), found["feast"]
    if feast in _AT_CHRISTMAS:
        first, last = _AT_CHRISTMAS[feast]
        return date(year, 12, first), date(year, 12, last)
    first, last = _FEASTS[feast]
    return easter(year) + timedelta(first), easter(year) + timedelta(last)


def _read_quarter(found: re.Match[str]) -> Window | None:
    start, quarter = _year_begins(found["of"]), _number(found)
    return _months(start, 3 * quarter - 3, 3 * quarter - 1) if start else None


def _read_half(found: re.Match[str]) -> Window | None:
    """Half of a year, or of a month: the 1st to the 15th, and what is left."""
    start, half = _year_begins(found["of"]), _number(found)
    if half > 2:
        return None
    if start:
        return _months(start, 6 * half - 6, 6 * half - 1)
    month = _MONTH_OF.fullmatch(found["of"])
    if month is None or month["part"]:
        return None
    first, last = _read_month(month)
    return (first, first.replace(day=15)) if half == 1 else (first.replace(day=16), last)


def _number(found: re.Match[str]) -> int:
    """Which quarter or half is meant."""
    said = found.groupdict()
    number = said.get("no") or said.get("number")
    return int(number) if number else _NTH[said["nth"] or ""]


def _year_begins(body: str) -> date | None:
    """The first day of a year: of a calendar year, or of a council's."""
    if found := re.fullmatch(_YEAR, body):
        return date(int(found["year"]), 1, 1)
    if found := re.fullmatch(_TWO_YEARS, body):
        return date(_first_of_two(found), 4, 1)
    return None


def _first_of_two(found: re.Match[str]) -> int:
    """The first of two years that follow each other: of 2009-10, 2009/10, 2009/2010."""
    year, following = int(found["year"]), found["next"]
    if (year + 1) % 10 ** len(following) != int(following):
        raise Unreadable(f"“{found[0]}” is neither a financial year (2009-10) nor a date")
    return year


def _read_two_years(found: re.Match[str]) -> Window:
    """Read 2009-10 or 2009/10 as a council's year, which runs from 1 April to 31 March."""
    start = date(_first_of_two(found), 4, 1)
    return _months(start, *(_part(found, _PARTS_OF_YEAR) or (0, 11)))


def _read_year(found: re.Match[str]) -> Window:
    return _months(date(int(found["year"]), 1, 1), *(_part(found, _PARTS_OF_YEAR) or (0, 11)))


_READERS = (
    (_ISO, _read_iso),
    (_IN_FIGURES, _read_iso),
    (_DAY, _read_day),
    (_WEEK_FROM, _read_week),
    (_WEEK_TO, _read_week_to),
    (_MONTH_OF, _read_month),
    (_SEASON_OF, _read_season),
    (_WINTER, _read_winter),
    (_FEAST, _read_feast),
    (_QUARTER, _read_quarter),
    (_QUARTER_LAST, _read_quarter),
    (_HALF, _read_half),
    (_YEARS, _read_two_years),
    (_YEAR_OF, _read_year),
)
