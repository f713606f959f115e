"""The rule on consulting before redundancies: dated, with its sources, as a part of a report."""

from datetime import date

import pytest

from reports.consultation import AWARDS, RULES, award_for, begin_by, least, rule_for
from reports.editions import PUBLIC
from reports.paper import paper_of
from reports.proposal import Fate
from reports.redundancy import consulting
from tests.checking import checked, written

BEFORE, SINCE = date(2013, 4, 5), date(2013, 4, 6)


@pytest.mark.parametrize(
    ("dismissals", "on", "days"),
    [
        (19, SINCE, None), (20, SINCE, 30), (99, SINCE, 30), (100, SINCE, 45), (1000, SINCE, 45),
        (20, BEFORE, 30), (99, BEFORE, 30), (100, BEFORE, 90), (100, date(1990, 1, 1), None),
    ],
)  # fmt: skip
def test_the_days_follow_from_the_number_and_the_date(dismissals, on, days):
    rule = rule_for(dismissals, on)
    assert (rule.days if rule else None) == days


def test_every_number_has_a_date_and_a_source():
    assert all(each.source and each.since for each in (*RULES, *AWARDS))
    assert (least(SINCE), least(date(1990, 1, 1))) == (20, None)


def test_the_award_doubles_in_april_2026():
    days = [award_for(day).days for day in (SINCE, date(2026, 4, 5), date(2026, 4, 6))]
    assert days == [90, 90, 180]
    assert award_for(date(1990, 1, 1)) is None


def test_consultation_begins_so_many_days_before():
    assert begin_by(date(2023, 12, 4), rule_for(31, SINCE)) == date(2023, 11, 4)


def said(**facts):
    found = consulting(checked(**facts).comparison.proposal)
    return " ".join(found.sentences)


def test_what_is_said_names_the_act_the_form_and_that_it_is_no_advice():
    text = said(fates=(Fate(key="hoc", dismissals=100),), meeting="2026-09-09", effective="2027")
    assert "From 100 dismissals proposed at one establishment within 90 days" in text
    assert "section 188(1A), as amended by SI 2013/763" in text
    assert "form HR1" in text
    assert "A protective award is at most 180 days' pay" in text
    assert text.endswith("This is information, and no advice.")


def test_below_twenty_no_time_is_laid_down():
    assert "Below 20 no time is laid down" in said(fates=(Fate(key="hoc", dismissals=5),))


def headed(*fates):
    return consulting(checked(fates=fates).comparison.proposal).heading


def test_what_is_not_stated_of_a_post_is_not_none():
    some = Fate(key="hoc", dismissals=5, at_risk=9)
    assert headed(some) == "5 proposed dismissals: fewer than 20"
    assert headed(some, Fate(key="hos", outcome="stays")) == headed(some)
    says = "at least 5 proposed dismissals: whether it comes to 20 is not stated"
    assert headed(some, Fate(key="hos")) == says
    assert headed(Fate(key="hoc", dismissals=30), Fate(key="hos")) == (
        "at least 30 proposed dismissals: consultation of at least 30 days"
    )
    assert "so that it may be more" in said(fates=(some, Fate(key="hos", outcome="at risk")))


def test_one_dismissal_is_one():
    says = "at least 1 proposed dismissal: whether it comes to 20 is not stated"
    assert headed(Fate(key="hoc", dismissals=1), Fate(key="hos", outcome="at risk")) == says
    assert headed(Fate(key="hoc", dismissals=1)) == "1 proposed dismissal: fewer than 20"
    (text,) = printed(fates=(Fate(key="hoc", people=9, at_risk=2), Fate(key="hos", people=8)))
    assert text.startswith("At least 2 at risk")


def test_that_a_vacancy_is_deleted_without_a_dismissal_says_nothing_of_others():
    vacancy = Fate(key="hoc", outcome="vacancy deleted", dismissals=0)
    assert headed(vacancy, Fate(key="hos", at_risk=2)) == "2 at risk: fewer than 20"


def test_from_2027_another_count_is_spoken_of():
    fates = (Fate(key="hoc", dismissals=25),)
    assert "From 2027 a second count" in said(fates=fates, meeting="2027-02-01")
    assert "From 2027" not in said(fates=fates)


def printed(**facts):
    """What the part says in the public edition."""
    given = checked(written("[redundancy consultation]"), **facts)
    blocks = paper_of(given.comparison, edition=PUBLIC).sections[0].blocks
    return [block.text for block in blocks if block.key.startswith("redundancy")]


def test_it_is_a_part_of_a_report():
    (text,) = printed(fates=(Fate(key="hoc", people=40, at_risk=31, outcome="stays"),))
    assert text.startswith("31 at risk: consultation of at least 30 days. How many dismissals")
    assert printed() == ["How many dismissals are proposed is not recorded."]


def test_where_an_edition_has_not_all_fates_nothing_is_counted():
    fates = (Fate(key="hoc", people=40, at_risk=31), Fate(key="hol", people=1, at_risk=1))
    says = "What the rule on redundancy consultation comes to is left out of this edition."
    assert printed(fates=fates) == [says]
