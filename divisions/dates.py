"""Dates as precise as the paper that prints them: "1 April 2006", "late November 2005", "by 2009".

A fuzzy date is its words and the window they allow. Its one rule: words that cannot be read are
refused with a sentence that says why, and never guessed at. Only a timetable keeps any words
(`divisions.timetable`).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from divisions.windows import (
    MONTHS,
    Unreadable,
    Window,
    is_only_a_part,
    window_of,
    without_part,
)

__all__ = ["MONTHS", "FuzzyDate", "Unreadable", "days_in_words", "exact", "in_words", "parse"]

HOW_TO_WRITE = (
    "Write a day (1 April 2006), a month or a season (April 2006, spring 2006, with early, mid, "
    "late or end before it), a quarter (Q3 2006), a year, by, from, before or after one of them, "
    "or two joined by “to”"
)
LONGEST = 100
_AROUND = timedelta(14)

_BY = re.compile(
    r"(?:by|no later than|not later than|on or before|until|till|up to) (.+?)(?: at the latest)?"
    r"|(.+) at the latest"
)
_BEFORE = re.compile(r"(?:before|prior to|ahead of) (.+)")
_AFTER = re.compile(r"(?:after|following) (.+)")
_FROM = re.compile(
    r"(?:from|since|not before|(?:no|not) earlier than|on or after) (.+?)(?: onwards?| on)?"
    r"|(.+?) onwards?|(.+) at the earliest"
)
_ROUGHLY = re.compile(r"(?:around|about|approximately|approx\.?|circa) (.+)")
_BETWEEN = re.compile(r"(?:between |from )")
_JOINED = re.compile(r" ?/ ?| to | and | or | until | ?– ?| - ")


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date in the paper's words, and the first and the last day that they can mean.

    None is an open end: "by December 2009" has no earliest day, "from January 2011" no latest.
    `is_derived`: the words name no year, and that of a meeting gives it.
    """

    text: str
    earliest: date | None
    latest: date | None
    is_derived: bool = False


@lru_cache(maxsize=4096)
def parse(text: str) -> FuzzyDate:
    """Read a date as a paper prints it; ValueError, with what to do, where it cannot be read.

    Unreadable where the words are no date that can be kept; not where they are a mistake in one: a
    day that does not exist, a stretch that ends before it begins.
    """
    words = " ".join(text.split())
    body = words.casefold().removesuffix(".")
    if len(body) > LONGEST:
        raise Unreadable(f"This is too long for a date. {HOW_TO_WRITE}")
    try:
        found = _closed(body) or _open(body)
    except OverflowError:
        raise Unreadable(f"“{words}” lies outside the years that can be kept") from None
    if found is None:
        raise Unreadable(f"“{words}” cannot be read as a date. {HOW_TO_WRITE}")
    return FuzzyDate(words, *found)


def exact(text: str) -> date:
    """Read one day: 1 April 2006, 1/4/2006 or 2006-04-01; Unreadable for anything less exact.

    ValueError for a day that does not exist.
    """
    fuzzy = parse(text)
    if fuzzy.earliest is None or fuzzy.earliest != fuzzy.latest:
        raise Unreadable(f"“{fuzzy.text}” is not one day. Write it as 1 April 2006")
    return fuzzy.earliest


def in_words(day: date) -> str:
    """Say a day as a paper does: 1 April 2006."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(earliest: date | None, latest: date | None) -> str | None:
    """Say a window: 3 May 2027 to 9 May 2027, from 1 May 2027; None if it is open at both ends."""
    if earliest and latest:
        first, last = in_words(earliest), in_words(latest)
        return first if first == last else f"{first} to {last}"
    if earliest:
        return f"from {in_words(earliest)}"
    return f"by {in_words(latest)}" if latest else None


def _closed(body: str) -> Window | None:
    return window_of(body) or _between(body) or _around(body)


def _around(body: str) -> Window | None:
    """Fourteen days more on either side."""
    found = _ROUGHLY.fullmatch(body)
    window = found and window_of(found[1])
    return (window[0] - _AROUND, window[1] + _AROUND) if window else None


def _open(body: str) -> tuple[date | None, date | None] | None:
    """Read by, before, after or from a date; "before" and "after" leave its own days out."""
    if window := _inside(_BY, body):
        return None, window[1]
    if window := _inside(_BEFORE, body):
        return None, window[0] - timedelta(1)
    if window := _inside(_AFTER, body):
        return window[1] + timedelta(1), None
    if window := _inside(_FROM, body):
        return window[0], None
    return None


def _inside(pattern: re.Pattern[str], body: str) -> Window | None:
    """The days of the date that stands within other words."""
    found = pattern.fullmatch(body)
    within = found and next(filter(None, found.groups()), None)
    return (window_of(within) or _around(within)) if within else None


def _between(body: str) -> Window | None:
    """Read two dates with something between them; the first may leave its month and year out."""
    body = _BETWEEN.sub("", body, count=1) if _BETWEEN.match(body) else body
    for joint in _JOINED.finditer(body):
        first, last = body[: joint.start()], body[joint.end() :]
        if window := _joined(first, last):
            if window[0] > window[1]:
                raise ValueError(f"“{body}” ends before it begins. Put the earlier first")
            return window
    return None


def _joined(first: str, last: str) -> Window | None:
    ends = window_of(last)
    begins = ends and window_of(_completed(first, last))
    if not begins or not ends:
        return None
    if begins[0] > ends[1] and _is_of_the_year_before(first):
        begins = window_of(f"{first} {ends[1].year - 1}") or begins
    return begins[0], ends[1]


def _is_of_the_year_before(first: str) -> bool:
    """Whether it names a month and no year: “December to January 2006” begins in 2005."""
    names_one = re.search("[a-z]{3}", first) and not is_only_a_part(first)
    return bool(names_one) and not re.search(r"\d{4}", first)


def _completed(first: str, last: str) -> str:
    """Lend the first of two dates the year, and the month, that only the last one says.

    Of “early to mid May 2027” the first is of all that the last is of.
    """
    if is_only_a_part(first):
        return f"{first.removesuffix('-')} {without_part(last)}"
    words = last.split()
    if re.search(r"\d{4}", first):
        return first
    if re.fullmatch(r"\d\d?(?:st|nd|rd|th)?", first):
        return " ".join([first, *words[-2:]])
    return f"{first} {words[-1]}"
