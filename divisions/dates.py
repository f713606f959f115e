"""Dates as precise as the paper that prints them: "1 April 2006", "late November 2005", "by 2009".

A fuzzy date is its words and the window they allow. Its one rule: words that cannot be read are
refused with a sentence that says why, and never guessed at.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

HOW_TO_WRITE = (
    "Write a day (1 April 2006), a month (April 2006, with early, mid, late or end before it), "
    "a year, by or from one of them, or two joined by “to”"
)
LONGEST = 100

_MONTH_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS |= {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH_NUMBERS["sept"] = 9
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
_PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (25, 31)}
_PARTS_OF_YEAR = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (12, 12)}
_SAME_PART = {"beginning": "early", "start": "early"}

_YEAR = r"(?P<year>(?:1[89]|2[01])\d\d)"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})"
_PART = r"(?:the )?(?P<part>early|mid|late|end|beginning|start)(?:-| of | in | )"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"

_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_IN_FIGURES = re.compile(r"(?P<day>\d\d?)[/.](?P<month>\d\d?)[/.](?P<year>\d{4})")
_DAY = re.compile(rf"(?:on )?{_WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)? {_MONTH},? {_YEAR}")
_MONTH_OF = re.compile(rf"(?:in |during )?(?:{_PART})?{_MONTH},? {_YEAR}")
_SEASON_OF = re.compile(
    rf"(?:in |during )?(?:the )?(?P<season>{'|'.join(_SEASONS)})(?: of)? {_YEAR}"
)
_FINANCIAL = re.compile(rf"(?:in |during )?{_YEAR}[/-](?P<next>\d\d)")
_YEAR_OF = re.compile(rf"(?:in |during )?(?:{_PART})?{_YEAR}")

_BY = re.compile(r"(?:by|no later than|until|up to)(?: the)? (.+?)(?: at the latest)?")
_FROM = re.compile(r"(?:from (.+?)(?: onwards?| on)?|(.+?) onwards?)")
_BETWEEN = re.compile(r"(?:between |from )?(.+?)(?: ?/ ?| to | and | ?– ?| - )(.+)")

Window = tuple[date, date]


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date in the paper's words, and the first and the last day that they can mean.

    None is an open end: "by December 2009" has no earliest day, "from January 2011" no latest.
    """

    text: str
    earliest: date | None
    latest: date | None


@lru_cache(maxsize=4096)
def parse(text: str) -> FuzzyDate:
    """Read a date as a paper prints it; ValueError, with what to do, where it cannot be read."""
    words = " ".join(text.split())
    body = words.casefold()
    if len(body) > LONGEST:
        raise ValueError(f"This is too long for a date. {HOW_TO_WRITE}")
    window = _window(body) or _between(body)
    if window is not None:
        return FuzzyDate(words, *window)
    if (by := _BY.fullmatch(body)) and (window := _window(by[1])):
        return FuzzyDate(words, None, window[1])
    if (since := _FROM.fullmatch(body)) and (window := _window(since[1] or since[2])):
        return FuzzyDate(words, window[0], None)
    raise ValueError(f"“{words}” cannot be read as a date. {HOW_TO_WRITE}")


def exact(text: str) -> date:
    """Read one day: 1 April 2006, 1/4/2006 or 2006-04-01; ValueError for anything less exact."""
    fuzzy = parse(text)
    if fuzzy.earliest is None or fuzzy.earliest != fuzzy.latest:
        raise ValueError(f"“{fuzzy.text}” is not one day. Write it as 1 April 2006")
    return fuzzy.earliest


def in_words(day: date) -> str:
    """Say a day as a paper does: 1 April 2006."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _window(body: str) -> Window | None:
    for pattern, read in _READERS:
        if found := pattern.fullmatch(body):
            return read(found)
    return None


def _between(body: str) -> Window | None:
    """Read two dates with something between them; the first may leave its month and year out."""
    found = _BETWEEN.fullmatch(body)
    last = found and _window(found[2])
    first = found and last and _window(_completed(found[1], found[2]))
    if not found or not first or not last:
        return None
    if first[0] > last[1]:
        raise ValueError(f"“{body}” ends before it begins")
    return first[0], last[1]


def _completed(first: str, last: str) -> str:
    """Lend the first of two dates the year, and the month, that only the last one says."""
    words = last.split()
    if re.search(r"\d{4}", first):
        return first
    if re.fullmatch(r"\d\d?(?:st|nd|rd|th)?", first):
        return " ".join([first, *words[-2:]])
    return f"{first} {words[-1]}"


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


def _months(year: int, first: int, last: int) -> Window:
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _read_iso(found: re.Match[str]) -> Window:
    return _day(int(found["year"]), int(found["month"]), int(found["day"]))


def _read_day(found: re.Match[str]) -> Window:
    return _day(int(found["year"]), _MONTH_NUMBERS[found["month"]], int(found["day"]))


def _read_month(found: re.Match[str]) -> Window:
    year, month = int(found["year"]), _MONTH_NUMBERS[found["month"]]
    if found["part"] is None:
        return _months(year, month, month)
    first, last = _PARTS_OF_MONTH[_SAME_PART.get(found["part"], found["part"])]
    longest = monthrange(year, month)[1]
    return date(year, month, first), date(year, month, min(last, longest))


def _read_season(found: re.Match[str]) -> Window:
    return _months(int(found["year"]), *_SEASONS[found["season"]])


def _read_financial_year(found: re.Match[str]) -> Window:
    """Read 2009-10 or 2009/10 as a council's year, which runs from 1 April to 31 March."""
    year = int(found["year"])
    if (year + 1) % 100 != int(found["next"]):
        raise ValueError(f"“{found[0]}” is neither a financial year (2009-10) nor a date")
    return date(year, 4, 1), date(year + 1, 3, 31)


def _read_year(found: re.Match[str]) -> Window:
    year = int(found["year"])
    if found["part"] is None:
        return _months(year, 1, 12)
    return _months(year, *_PARTS_OF_YEAR[_SAME_PART.get(found["part"], found["part"])])


_READERS = (
    (_ISO, _read_iso),
    (_IN_FIGURES, _read_iso),
    (_DAY, _read_day),
    (_MONTH_OF, _read_month),
    (_SEASON_OF, _read_season),
    (_FINANCIAL, _read_financial_year),
    (_YEAR_OF, _read_year),
)
