"""Posts of which nobody has recorded what becomes of staff, or how they are filled."""

from dataclasses import replace

import pytest

from reports.checks import CHECKS
from reports.checks.finding import FILLINGS, INFO, LOOK, PEOPLE
from reports.proposal import Fate, Filling
from reports.redundancy import consulting_on
from tests.checking import EXISTING, existing, full_time, written
from tests.checking import checked as checked_plan
from tests.literals import structure

STAFF = written("[staff affected]\n\n[how posts are filled]", key="staff", heading="Staff")
GONE = (
    "    - hos | Head of Schools | tier=2 | grade=G9 | reports_to=dcs | category=Head of Service\n"
)
NEW = GONE.replace("hos | Head of Schools", "new | Head of Futures")
LEADS = tuple(each for each in existing().leads if each.post != "hos")


def drawn(*sections, line=NEW, **facts):
    """A draft in which the Head of Schools is deleted and, as drawn, another post is new."""
    text = EXISTING.replace(GONE.strip(" "), line.strip(" ")) if line else EXISTING
    after = full_time(structure(text, complete=99, key="a", leads=LEADS, endings=["hos"],
                                origins=["new new"] if "new |" in line else ()))  # fmt: skip
    plan = checked_plan(*(sections or (STAFF,)), after=after, **facts)
    return replace(plan, comparison=replace(plan.comparison, is_drawn=True))


def found(plan):
    """What is for information: that two posts may be one is another matter."""
    return [each for each in CHECKS["C4"].find(plan) if each.severity == INFO]


def test_what_is_not_recorded_of_posts_that_change_is_told_with_the_way_to_record_it():
    told = found(drawn())
    assert [(each.heading, each.text) for each in told] == [
        ("What becomes of staff is not recorded of 1 existing post", "Head of Schools."),
        ("How to fill 1 proposed post is not recorded", "Head of Futures."),
    ]
    assert [(mend.kind, mend.key) for each in told for mend in each.mends] == [
        (PEOPLE, "show=open"), (FILLINGS, "show=open"),
    ]  # fmt: skip


def test_who_is_said_to_stay_in_a_post_that_is_deleted_is_told():
    stay, kept = Fate(key="hos", outcome="stays"), Fate(key="dcs", outcome="stays")
    told = [each for each in CHECKS["C4"].find(drawn(fates=(stay, kept))) if each.severity == LOOK]
    heading = "1 existing post that staff are said to stay in will be deleted"
    assert (heading, "Head of Schools.") in [(each.heading, each.text) for each in told]
    assert not any("stay in" in each.heading for each in CHECKS["C4"].find(drawn(fates=(kept,))))


def test_what_is_recorded_or_said_by_the_structure_is_not_missed():
    fates, fillings = (Fate(key="hos", outcome="at risk"),), (Filling(key="new", way="external"),)
    assert found(drawn(fates=fates, fillings=fillings)) == []
    said = NEW.replace("tier=2", "tier=2 | filled_by=advertisement")
    assert found(drawn(fates=fates, line=said)) == []


def test_a_report_that_tells_nothing_of_staff_misses_nothing():
    assert found(drawn(written())) == []


def test_in_a_paper_that_was_loaded_what_is_left_open_is_told_once():
    plan = drawn()
    loaded = replace(plan, comparison=replace(plan.comparison, is_drawn=False))
    assert found(loaded) == []


@pytest.mark.parametrize(
    ("fates", "heading"),
    [
        (("hoc", "hos"), "40 at risk: consultation of at least 30 days"),
        (("hoc",), "at least 20 at risk: consultation of at least 30 days"),
    ],
)
def test_while_somebody_may_be_at_risk_of_whom_nothing_is_recorded_it_may_be_more(fates, heading):
    fates = tuple(Fate(key=key, outcome="at risk", at_risk=20) for key in fates)
    assert consulting_on(drawn(fates=fates).comparison).heading == heading
