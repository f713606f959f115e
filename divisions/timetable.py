"""When a step of a timetable is: any words that its author chose, and the days they can mean.

Words that name no year (“by December”, “late November”) are of the meeting's time. Its one rule:
no words are refused, and none has a window of which there are two readings; it is then open at
both ends. Only a mistake is refused: a day that does not exist, a stretch that ends before it
begins.
"""

import re
from datetime import date, timedelta

from divisions.dates import FuzzyDate, Unreadable, parse
from divisions.windows import NAMES, any_of

HALF_A_YEAR = timedelta(183)
_LATELY = timedelta(30)

_NAMED = re.compile(rf"\b(?:{any_of(NAMES)})\b(?! (?:day|monday|sunday))")
_THIS = re.compile(rf"\bthis (?=(?:{any_of(NAMES)})\b)")
_YEAR = re.compile(r"\d{4}")
_FINANCIAL = re.compile(r"\b(?:the|this|the current|current) financial year\b")
_NEXT_FINANCIAL = re.compile(r"(?<!the )\b(?:the )?next financial year\b")
_THIS_YEAR = re.compile(r"\bthis (?:calendar )?year\b|(?<=\bof )the year\b")
_NEXT_YEAR = re.compile(r"(?<!\bthe )\bnext year\b")
_AHEAD = re.compile(
    r"(?:by|no later than|not later than|on or before|until|till|up to|before|prior to|ahead of|"
    r"after|following|from|not before|no earlier than|not earlier than|on or after)\b"
    r"|.* (?:onwards?|at the latest|at the earliest)$"
)


def read(text: str, meeting: date | None = None) -> FuzzyDate:
    """Read when a step is; ValueError where its day does not exist or it ends before it begins."""
    try:
        return parse(text)
    except Unreadable:
        words = " ".join(text.split())
        found = _of_the_meeting(words.casefold().removesuffix("."), meeting) if meeting else None
    if found is None:
        return FuzzyDate(words, None, None)
    return FuzzyDate(words, found.earliest, found.latest, is_derived=True)


def _of_the_meeting(body: str, meeting: date) -> FuzzyDate | None:
    """Read words that name no year; None where that leaves two readings, or none."""
    said = _years_told(body, meeting)
    if _YEAR.search(said):
        return _read(said)
    if _THIS.search(said):
        return _read(_with_year(_THIS.sub("", said), meeting.year))
    return _next(said, meeting)


def _years_told(body: str, meeting: date) -> str:
    """Put a year in the place of “this year”, “next year”, “the financial year”."""
    begins = meeting.year - (meeting.month < 4)
    body = _NEXT_FINANCIAL.sub(f"{begins + 1}/{(begins + 2) % 100:02}", body)
    body = _FINANCIAL.sub(f"{begins}/{(begins + 1) % 100:02}", body)
    body = _THIS_YEAR.sub(str(meeting.year), body)
    return _NEXT_YEAR.sub(str(meeting.year + 1), body)


def _next(body: str, meeting: date) -> FuzzyDate | None:
    """The next time after the meeting: for words that look ahead, or within half a year of it.

    ValueError for a day that neither that year nor the next one has.
    """
    years, missing = (meeting.year, meeting.year + 1), []
    for year in years:
        try:
            found = _read(_with_year(body, year))
        except ValueError as error:
            missing.append(error)
            continue
        if found is None:
            return None
        if _reaches(found) >= meeting:
            begins = found.earliest or meeting
            return found if _AHEAD.match(body) or begins - meeting <= HALF_A_YEAR else None
    if len(missing) == len(years):
        raise missing[0]
    return None


def _reaches(found: FuzzyDate) -> date:
    """The last day of a window; one without an end has begun no more than a month ago."""
    return found.latest or (found.earliest or date.min) + _LATELY


def _with_year(body: str, year: int) -> str:
    """Say a year after the last month, season or feast that is named."""
    *_, last = [None, *_NAMED.finditer(body)]
    return f"{body[: last.end()]} {year}{body[last.end() :]}" if last else body


def _read(body: str) -> FuzzyDate | None:
    try:
        return parse(body)
    except Unreadable:
        return None
