"""The timetable of a paper: steps with dates in any words, read as far as they can be."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divisions.timetable import read
from reports.councilfile.dump import dump
from reports.councilfile.live import council_file
from reports.councilfile.reading import read as read_file
from reports.models import Milestone
from tests.pages import words
from tests.written import REPORT, fields

TIMETABLE = REPORT + "timetable/"
MEETING = date(2026, 10, 11)

OF_THE_MEETING = {
    "by December": (None, "2026-12-31"),
    "by December at the latest": (None, "2026-12-31"),
    "by Easter": (None, "2027-03-29"),
    "by March": (None, "2027-03-31"),
    "late November": ("2026-11-21", "2026-11-30"),
    "mid March": ("2027-03-11", "2027-03-20"),
    "29 November": ("2026-11-29", "2026-11-29"),
    "during October": ("2026-10-01", "2026-10-31"),
    "late December or early January": ("2026-12-21", "2027-01-10"),
    "mid to late January": ("2027-01-11", "2027-01-31"),
    "from January onwards": ("2027-01-01", None),
    "December this year": ("2026-12-01", "2026-12-31"),
    "at the end of this year": ("2026-12-01", "2026-12-31"),
    "early next year": ("2027-01-01", "2027-04-30"),
    "this autumn": ("2026-09-01", "2026-11-30"),
    "by the end of the financial year": (None, "2027-03-31"),
}

OF_TWO_READINGS_OR_NONE = [
    "12 June",
    "over the summer",
    "next spring",
    "winter 2027",
    "Q3",
    "2027-29",
    "over the next year",
    "over the next 8 months",
    "sometime after Easter",
    "once both are in post",
    "before the County Council",
    "after 9999-12-31",
    "x" * 200,
]


@pytest.mark.parametrize(("text", "days"), OF_THE_MEETING.items())
def test_words_without_a_year_are_of_the_meetings_time(text, days):
    found = read(text, MEETING)
    assert (found.text, found.is_derived) == (text, True)
    assert tuple(day and day.isoformat() for day in (found.earliest, found.latest)) == days


@pytest.mark.parametrize("text", OF_TWO_READINGS_OR_NONE)
def test_other_words_are_kept_with_no_day(text):
    found = read(text, MEETING)
    assert (found.text, found.earliest, found.latest, found.is_derived) == (text, None, None, False)


@pytest.mark.parametrize(
    ("text", "latest"),
    [("29 February", date(2028, 2, 29)), ("by 29 February", date(2028, 2, 29))],
)
def test_a_day_that_the_year_of_the_meeting_lacks_is_the_next_years(text, latest):
    assert read(text, date(2027, 11, 10)).latest == latest
    with pytest.raises(ValueError, match="29 February 2025 is not a date"):
        read(text, date(2025, 11, 10))


def test_words_without_a_year_have_no_day_where_the_meetings_is_not_stated():
    assert read("by December").latest is None


@pytest.mark.parametrize("text", ["31 February 2027", "by 31 June", "May 2028 to April 2027"])
def test_only_a_mistake_is_refused(text):
    with pytest.raises(ValueError, match=r"is not a date|begins. Put the earlier first"):
        read(text, MEETING)


@given(st.text(max_size=80) | st.from_regex(r"[0-9a-z /–-]{0,40}"), st.dates(date(1900, 1, 1)))
def test_any_words_are_read_or_kept(text, meeting):
    try:
        found = read(text, meeting)
    except ValueError:
        return
    assert found.text == " ".join(text.split())
    assert not found.earliest or not found.latest or found.earliest <= found.latest


# ---- the page ----


def typed(browser, *whens, **more):
    """What stands once these dates were typed as new steps: as kept, and what they are read as."""
    sent = fields(browser, TIMETABLE)
    at = int(sent["milestone-TOTAL_FORMS"]) - 1
    for place, when in enumerate(whens, at):
        sent |= {f"milestone-{place}-what": f"Step {place}", f"milestone-{place}-when": when}
        more = {"certainty": "stated"} | more
        sent |= {f"milestone-{place}-{name}": value for name, value in more.items()}
    return browser.post(TIMETABLE, sent | {"milestone-TOTAL_FORMS": at + len(whens)})


def steps():
    rows = Milestone.objects.order_by("position").values_list("when", "earliest", "latest")
    return [(when, *(day and day.isoformat() for day in days)) for when, *days in rows]


CLERKS = ["by December", "Q3 2028", "w/c 3 May 2027", "2nd half of 2027", "sometime after Easter"]


def test_a_clerk_types_dates_as_precise_as_they_are(at_dilyss, paper):
    assert typed(at_dilyss, *CLERKS).status_code == 302
    assert steps()[1:] == [
        ("by December", None, "2009-12-31"),
        ("Q3 2028", "2028-07-01", "2028-09-30"),
        ("w/c 3 May 2027", "2027-05-03", "2027-05-09"),
        ("2nd half of 2027", "2027-07-01", "2027-12-31"),
        ("sometime after Easter", None, None),
    ]
    page = words(at_dilyss.get(TIMETABLE))
    assert "Read as: 25 October 2009 to 31 October 2009" in page
    assert "Read as: by 31 December 2009" in page
    assert "Kept as typed: no day is read from it" in page


def test_a_year_that_is_only_the_meetings_is_derived(at_dilyss, paper):
    typed(at_dilyss, "by December")
    assert Milestone.objects.get(when="by December").certainty == "derived"
    corrected = fields(at_dilyss, TIMETABLE) | {"milestone-1-when": "by December 2010"}
    at_dilyss.post(TIMETABLE, corrected)
    assert Milestone.objects.get(when="by December 2010").certainty == "stated"


def test_how_sure_a_date_is_stays_as_its_author_says(at_dilyss, paper):
    typed(at_dilyss, "by December", certainty="doubtful")
    assert Milestone.objects.get(when="by December").certainty == "doubtful"


def test_words_are_printed_as_typed_with_the_days_where_they_do_not_say_them(at_dilyss, paper):
    typed(at_dilyss, *CLERKS, "late May 2027")
    page = words(at_dilyss.get(REPORT + "preview/"))
    assert "by December (by 31 December 2009); derived" in page
    assert "Q3 2028 (1 July 2028 to 30 September 2028)" in page
    for when in CLERKS[2:]:
        assert f"{when} not stated" in page
    assert "late May 2027 not stated" in page


def test_what_was_typed_beside_a_date_that_is_refused_stays(at_dilyss, paper):
    answer = typed(at_dilyss, "by December", "31 February 2027", note="Ask Legal")
    assert answer.status_code == 422
    page = answer.content.decode()
    for kept in ("by December", "31 February 2027", "Step 1", "Step 2"):
        assert f'value="{kept}"' in page
    assert page.count('value="Ask Legal"') == 2
    assert "February 2027 has 28 days" in page


def test_the_timetable_is_the_same_in_the_council_file(at_dilyss, paper):
    typed(at_dilyss, *CLERKS)
    ours = council_file(paper.council)
    assert read_file(dump(ours).encode(), "borough.yaml") == ours
    assert [step.when for step in ours.proposals[0].milestones][1:] == CLERKS


def test_when_a_post_changes_is_loaded_in_the_words_in_which_it_may_be_typed(paper):
    with paper.after.editing(even_frozen=True):
        paper.after.posts.filter(key="head-of-care").update(effective="once both are in post")
    ours = council_file(paper.council)
    assert read_file(dump(ours).encode(), "borough.yaml") == ours


def test_the_page_says_which_dates_it_reads(at_dilyss, paper):
    page = words(at_dilyss.get(TIMETABLE))
    for kind in ("w/c 3 May 2027", "Q3 2027/28", "by December", "after Easter", "stay as typed"):
        assert kind in page
    assert "a day that does not exist, or an end before the beginning" in page
