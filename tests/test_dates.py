"""Dates as papers print them, and the days that they can mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divisions.dates import FuzzyDate, exact, in_words, parse
from divisions.windows import easter

WINDOWS = {
    "1 April 2006": ("2006-04-01", "2006-04-01"),
    "2006-04-01": ("2006-04-01", "2006-04-01"),
    "1/4/2006": ("2006-04-01", "2006-04-01"),
    "01.04.2006": ("2006-04-01", "2006-04-01"),
    "Tuesday 11 October 2005": ("2005-10-11", "2005-10-11"),
    "1st Sept 2009": ("2009-09-01", "2009-09-01"),
    "29 February 2008": ("2008-02-29", "2008-02-29"),
    "April 2010": ("2010-04-01", "2010-04-30"),
    "in April 2010": ("2010-04-01", "2010-04-30"),
    "early January 2006": ("2006-01-01", "2006-01-10"),
    "mid March 2006": ("2006-03-11", "2006-03-20"),
    "Mid-March 2006": ("2006-03-11", "2006-03-20"),
    "late November 2005": ("2005-11-21", "2005-11-30"),
    "late February 2006": ("2006-02-21", "2006-02-28"),
    "end October 2005": ("2005-10-25", "2005-10-31"),
    "the end of October 2005": ("2005-10-25", "2005-10-31"),
    "2006": ("2006-01-01", "2006-12-31"),
    "early 2006": ("2006-01-01", "2006-04-30"),
    "end of 2006": ("2006-12-01", "2006-12-31"),
    "autumn 2005": ("2005-09-01", "2005-11-30"),
    "2009-10": ("2009-04-01", "2010-03-31"),
    "2009/10": ("2009-04-01", "2010-03-31"),
    "late February/early March 2006": ("2006-02-21", "2006-03-10"),
    "April/May 2006": ("2006-04-01", "2006-05-31"),
    "April to June 2006": ("2006-04-01", "2006-06-30"),
    "from April to June 2006": ("2006-04-01", "2006-06-30"),
    "between 3 and 14 April 2006": ("2006-04-03", "2006-04-14"),
    "1 December 2005 to 31 January 2006": ("2005-12-01", "2006-01-31"),
    "by December 2009": (None, "2009-12-31"),
    "by December 2009 at the latest": (None, "2009-12-31"),
    "by the end of 2009": (None, "2009-12-31"),
    "by 1 April 2006": (None, "2006-04-01"),
    "from January 2011 onwards": ("2011-01-01", None),
    "from 1 April 2011": ("2011-04-01", None),
    "January 2011 onwards": ("2011-01-01", None),
    "December to January 2006": ("2005-12-01", "2006-01-31"),
    "the middle of May 2027": ("2027-05-11", "2027-05-20"),
    "late spring 2027": ("2027-05-01", "2027-05-31"),
    "the early summer of 2027": ("2027-06-01", "2027-06-30"),
    "winter 2026/27": ("2026-12-01", "2027-02-28"),
    "end of 2026/27": ("2027-03-01", "2027-03-31"),
    "financial year 2027–28": ("2027-04-01", "2028-03-31"),
    "w/c 3 May 2027": ("2027-05-03", "2027-05-09"),
    "week commencing 3 May 2027": ("2027-05-03", "2027-05-09"),
    "week ending 9 May 2027": ("2027-05-03", "2027-05-09"),
    "w/c 3 May 2027 to w/c 17 May 2027": ("2027-05-03", "2027-05-23"),
    "Q3 2028": ("2028-07-01", "2028-09-30"),
    "third quarter of 2028": ("2028-07-01", "2028-09-30"),
    "Q3 2027/28": ("2027-10-01", "2027-12-31"),
    "2027/28 Q4": ("2028-01-01", "2028-03-31"),
    "2nd half of 2027": ("2027-07-01", "2027-12-31"),
    "second half of 2027/28": ("2027-10-01", "2028-03-31"),
    "first half of May 2027": ("2027-05-01", "2027-05-15"),
    "Easter 2027": ("2027-03-26", "2027-03-29"),
    "Easter Monday 2027": ("2027-03-29", "2027-03-29"),
    "before Easter 2027": (None, "2027-03-25"),
    "after Easter 2027": ("2027-03-30", None),
    "around Easter 2027": ("2027-03-12", "2027-04-12"),
    "before 1 April 2006": (None, "2006-03-31"),
    "not before summer 2027": ("2027-06-01", None),
    "April 2027 at the latest": (None, "2027-04-30"),
    "April 2027 at the earliest": ("2027-04-01", None),
    "early to mid May 2027": ("2027-05-01", "2027-05-20"),
    "mid- to late May 2027": ("2027-05-11", "2027-05-31"),
    "the beginning to the end of May 2027": ("2027-05-01", "2027-05-31"),
    "mid to late summer 2027": ("2027-07-01", "2027-08-31"),
    "mid to late winter 2026/27": ("2027-01-01", "2027-02-28"),
    "early to mid 2027": ("2027-01-01", "2027-08-31"),
    "by Christmas 2027": (None, "2027-12-26"),
}

REFUSALS = {
    "31 February 2009": "31 February 2009 is not a date: February 2009 has 28 days",
    "29 February 2009": "29 February 2009 is not a date: February 2009 has 28 days",
    "0 April 2006": "0 April 2006 is not a date: April 2006 has 30 days",
    "9/22/2006": "2006-22-09 is not a date: there is no month 22",
    "2006-13-01": "2006-13-01 is not a date: there is no month 13",
    "by 31 June 2009": "31 June 2009 is not a date: June 2009 has 30 days",
    "14 to 3 April 2006": "“14 to 3 april 2006” ends before it begins",
    "June 2006 to May 2006": "“june 2006 to may 2006” ends before it begins",
    "after 31 December 9999": "“after 31 December 9999” cannot be read as a date",
    "around 0001-01-01": "“around 0001-01-01” lies outside the years that can be kept",
    "2009-13": "“2009-13” is neither a financial year (2009-10) nor a date",
    "soon": "“soon” cannot be read as a date. Write a day",
    "mid to 20 May 2027": "“mid to 20 May 2027” cannot be read as a date",
    "late to early May 2027": "“late to early may 2027” ends before it begins",
    "winter 2027": "“winter 2027” cannot be read as a date. Write a day",
    "mid March": "“mid March” cannot be read as a date. Write a day",
    "": "“” cannot be read as a date",
    "x" * 1000: "This is too long for a date",
}


@pytest.mark.parametrize(("text", "days"), WINDOWS.items())
def test_a_date_in_words_means_the_days_that_it_can_mean(text, days):
    first, last = (day and date.fromisoformat(day) for day in days)
    assert parse(text) == FuzzyDate(text, first, last)


@pytest.mark.parametrize(("text", "reason"), REFUSALS.items())
def test_a_date_that_is_none_is_refused_with_the_reason(text, reason):
    with pytest.raises(ValueError) as refusal:
        parse(text)
    assert str(refusal.value).startswith(reason)


def test_a_month_is_not_an_exact_day():
    assert exact("9 September 2009") == date(2009, 9, 9)
    with pytest.raises(ValueError, match="“September 2009” is not one day"):
        exact("September 2009")
    with pytest.raises(ValueError, match="is not one day"):
        exact("from 1 April 2006")


@pytest.mark.parametrize(
    "day", ["1818-03-22", "1954-04-18", "1981-04-19", "2008-03-23", "2027-03-28", "2038-04-25"]
)
def test_easter_is_on_its_sunday(day):
    assert easter(int(day[:4])) == date.fromisoformat(day)


def test_a_date_keeps_the_papers_words_with_single_spaces():
    assert parse("  late   November\n2005 ").text == "late November 2005"


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_a_day_said_in_words_is_the_same_day(day):
    assert exact(in_words(day)) == exact(day.isoformat()) == day


@given(st.text(max_size=120) | st.from_regex(r"[0-9a-z /–-]{0,40}"))
def test_any_text_is_a_date_or_refused(text):
    try:
        fuzzy = parse(text)
    except ValueError:
        return
    assert fuzzy.earliest is None or fuzzy.latest is None or fuzzy.earliest <= fuzzy.latest
