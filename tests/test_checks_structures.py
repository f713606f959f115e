"""The checks of a report on its structures, dates, people and money: C3 to C13, C16 and C20."""

from dataclasses import replace
from decimal import Decimal

import pytest

from posts.snapshot import MOSTLY, WHOLE, Origin, ReportingLine, Unit
from reports.checks import recommendations
from reports.pay import Pay
from reports.proposal import Cost, Fate, Milestone, Scope, Statement
from tests.checking import EXISTING, HEADS, PAY, checked, existing, found, full_time
from tests.literals import structure

NO_SCHOOLS = {
    "leads": tuple(lead for lead in HEADS if lead.unit != "schools"),
    "key": "a",
}


def proposed(*swaps, **ways):
    """The existing structure with some pieces of its text in place of others."""
    text = EXISTING
    for one, other in swaps:
        assert one in text
        text = text.replace(one, other)
    return full_time(structure(text, **{"complete": 99, "leads": HEADS, "key": "a"} | ways))


def without(*lines, **ways):
    return proposed(*((line, "") for line in lines), **ways)


SCHOOLS = "  division schools | Schools\n"
HEAD_OF_SCHOOLS = (
    "    - hos | Head of Schools | tier=2 | grade=G9 | reports_to=dcs | category=Head of Service\n"
)


# ---- C3 and C4: nothing is lost ----


def test_a_service_that_goes_nowhere_is_found():
    after = without("    service youth | Youth\n")
    assert found("C3", after=after) == ["info: 1 service goes nowhere"]


def test_a_service_of_which_it_is_open_where_it_goes_is_told_unless_it_is_marked():
    after = without("    service youth | Youth\n", complete=None)
    assert found("C3", after=after) == ["info: What becomes of 1 service is not stated"]
    out = (Scope(key="youth", scope="out"),)
    assert found("C3", after=after, scope=out) == []


def test_a_service_that_stands_nowhere_in_the_proposed_structure_is_told_unless_undecided():
    after = without("    service youth | Youth\n")
    units = after.units | {
        "youth": Unit(key="youth", name="Youth", kind="service", place="unplaced")
    }
    after = replace(after, units=units)
    says = "info: Where 1 service stands in the proposed structure is not stated"
    assert found("C3", after=after) == [says]
    assert found("C3", after=after, scope=(Scope(key="youth", scope="undecided"),)) == []


def test_a_service_in_two_units_is_found_and_work_done_in_two_is_not():
    twice = SCHOOLS + "    service youth2 | Youth\n"
    after = proposed((SCHOOLS, twice), origins=["youth2 new"])
    assert found("C3", after=after) == ["look: 2 services have one name in two units"]
    work = SCHOOLS + "    function w1 | Planning\n    function w2 | Planning\n"
    assert found("C3", after=proposed((SCHOOLS, work), origins=["w1 new", "w2 new"])) == []


def test_posts_without_fate_or_origin_are_told():
    after = proposed(("hos | Head of Schools", "hof | Head of Futures"), complete=None,
                     leads=NO_SCHOOLS["leads"])  # fmt: skip
    assert found("C4", before=existing(complete=None), after=after) == [
        "info: What becomes of 1 existing post is not stated",
        "info: Where 1 proposed post comes from is not stated",
    ]


# ---- C5 and C6: lines ----


def test_posts_that_report_in_a_circle_are_put_right_and_hold_every_edition_back():
    after = proposed(("tier=1 | line=outside | reports_to_other=Chief Executive", "reports_to=hoc"))
    assert found("C5", after=after)[0].startswith("must: A post reports, in the end, to itself")
    after = without("tier=1 | line=outside | reports_to_other=Chief Executive | ")
    assert found("C5", after=after)[0].startswith("look: To whom 1 post reports is not stated any")


def test_a_manager_of_no_higher_tier_is_found():
    after = proposed(("hoc | Head of Care | tier=2", "hoc | Head of Care | tier=1"))
    assert found("C5", after=after) == ["look: The manager is of no higher tier"]


def test_a_line_that_is_dotted_and_solid_is_found_and_two_lines_to_two_are_not():
    line = {"post": "hoc", "kind": "dotted", "to": "dcs"}
    assert found("C6", after=proposed(lines=[line])) == [
        "look: Dotted line, or direct? Head of Care"
    ]
    other = {"post": "hoc", "kind": "dotted", "to_other": "Chief Executive"}
    joint = {"post": "hoc", "kind": "joint", "to": "dcs"}
    assert found("C6", after=proposed(lines=[other, joint])) == []
    assert isinstance(proposed(lines=[line]).lines[0], ReportingLine)


# ---- C7: dates ----


def steps(*whens, group=None):
    return tuple(
        Milestone(what=f"Step {nth}", when=when, group=group) for nth, when in enumerate(whens, 1)
    )


@pytest.mark.parametrize(
    ("whens", "headings"),
    [
        (["October 2024", "November 2024", "1 April 2025", "June 2025"], []),
        (["early November 2025", "January 2025", "1 April 2025"],
         ["look: 1 date comes after the structure is in force"]),
        (["January 2025", "October 2024", "November 2024", "1 April 2025"],
         ["info: 1 step stands out of the order of dates"]),
        (["by July 2024", "October 2024"],
         ["info: 1 step was due before the meeting of 9 September 2024"]),
        (["July 2024", "in due course", None, "from 2024 onwards", "by 2030"], []),
        (["late November/early December 2024", "early December 2024"], []),
    ],
)  # fmt: skip
def test_dates_that_cannot_all_be_right_are_found(whens, headings):
    assert found("C7", milestones=steps(*whens)) == headings


def test_groups_of_steps_have_orders_of_their_own_and_doubtful_dates_are_told():
    two = (*steps("June 2025", group="later"), *steps("October 2024", group="now"))
    assert found("C7", milestones=two) == []
    doubtful = (Milestone(what="Report", when="October 2024", certainty="doubtful"),)
    assert found("C7", milestones=doubtful) == ["look: 1 date is doubtful"]
    assert found("C7", milestones=steps("June 2025", "May 2025"), effective=None) == [
        "info: 1 step stands out of the order of dates"
    ]


# ---- C8 and C9: statutory posts ----


def test_a_statutory_role_that_nobody_is_stated_to_hold_any_more_is_found():
    after = without(" | statutory=director of children's services")
    assert found("C8", after=after) == [
        "look: No post is stated to be the statutory director of children's services"
    ]


def test_the_monitoring_officer_may_not_be_the_chief_finance_officer():
    both = "statutory=monitoring officer and section 151 officer"
    after = proposed(("hoc | Head of Care", f"hoc | Head of Care | {both}"))
    assert found("C8", after=after) == [
        "look: Monitoring officer and chief finance officer are one post"
    ]


@pytest.mark.parametrize(
    ("line", "headings"),
    [
        ("reports_to_other=Chief Executive and Head of Paid Service", []),
        ("reports_to_other=Director of People",
         ["look: Director of Children's Services reports to Director of People"]),
    ],
)  # fmt: skip
def test_the_director_reports_to_the_chief_executive(line, headings):
    assert found("C9", after=proposed(("reports_to_other=Chief Executive", line))) == headings


def test_a_director_whose_line_is_not_stated_and_one_with_other_roles_are_told():
    after = without(" | line=outside | reports_to_other=Chief Executive")
    assert found("C9", after=after) == [
        "info: To whom Director of Children's Services reports is not stated"
    ]
    both = "children's services and director of adult social services"
    after = proposed(("statutory=director of children's services", f"statutory=director of {both}"))
    assert found("C9", after=after) == [
        "info: Director of Children's Services has other statutory roles"
    ]


# ---- C10: redundancy ----


def fates(**numbers):
    return (Fate(key="hoc", **numbers),)


@pytest.mark.parametrize(
    ("numbers", "meeting", "who", "rule"),
    [
        ({"dismissals": 20}, "2024-09-09", "20 proposed dismissals", 30),
        ({"dismissals": 100}, "2013-04-05", "100 proposed dismissals", 90),
        ({"dismissals": 100}, "2013-04-06", "100 proposed dismissals", 45),
        ({"dismissals": 20, "at_risk": 120}, "2024-09-09", "20 proposed dismissals", 30),
        ({"at_risk": 31}, "2023-09-11", "31 at risk", 30),
    ],
)
def test_the_rule_follows_from_proposed_dismissals_and_from_those_at_risk_where_none_are_stated(
    numbers, meeting, who, rule
):
    says = f"info: {who}: consultation of at least {rule} days"
    assert found("C10", fates=fates(**numbers), meeting=meeting) == [says]


def test_below_the_rule_that_is_said():
    fewer = fates(dismissals=19, at_risk=40)
    assert found("C10", fates=fewer) == ["info: 19 proposed dismissals: fewer than 20"]


def test_contracts_are_not_people_and_no_number_is_none():
    said = Statement(says="405 contracts are at risk", value=Decimal(405), counts="contracts")
    assert found("C10", statements=(said,)) == []
    assert found("C10", fates=(Fate(key="hoc", people=200),)) == []


# ---- C11, C12, C13: grades, costs, what a unit is made up from ----


def test_a_new_post_without_a_grade_and_regradings_that_no_part_lists_are_found():
    new = (
        HEAD_OF_SCHOOLS
        + "    - hof | Head of Futures | reports_to=dcs | category=Head of Service\n"
    )
    after = proposed((HEAD_OF_SCHOOLS, new), origins=["hof new"])
    assert found("C11", after=after) == ["look: 1 new post has no grade"]
    after = proposed(("Head of Care | tier=2 | grade=G9", "Head of Care | tier=2 | grade=G10"))
    says = "look: 1 post is regraded, and the report does not list that"
    assert found("C11", after=after) == [says]
    assert found("C11", "[schedule of posts]", after=after) == []


def test_what_is_not_known_of_costs_is_named():
    some = Pay(grades=PAY.grades[1:])
    assert found("C12", pay=some) == found("C12", pay=None) == ["info: Cost cannot be computed"]
    assert found("C12", after=without("grade=G9 | ")) == ["info: Cost cannot be computed"]
    bare, known = (
        Cost(kind="one-off cost", what="Exit", pounds=each) for each in (None, Decimal(0))
    )
    assert found("C12", costs=(bare, known)) == ["info: 1 amount is not stated"]


def test_a_main_source_that_gives_less_than_another_is_found():
    after = proposed(
        ("  division care | Care\n", "  division futures | Futures\n"),
        leads=tuple(lead for lead in HEADS if lead.unit != "care"),
        origins=[Origin(key="futures", share=MOSTLY, came_from="learning")],
    )
    before = existing(complete=99)
    says = "look: More comes from elsewhere than from the main source"
    assert found("C13", before=before, after=after) == [says]
    assert found("C13", before=existing(complete=2), after=after) == [
        "info: More comes from elsewhere than from the main source, by what is listed"
    ]
    right = replace(after, origins=(Origin(key="futures", share=MOSTLY, came_from="care"),))
    assert found("C13", before=before, after=right) == []
    whole = replace(after, origins=(Origin(key="futures", share=WHOLE, came_from="learning"),))
    assert found("C13", before=before, after=whole) == []


# ---- C16 and C20 ----


def test_a_report_that_asks_for_nothing_is_looked_at_unless_it_informs():
    assert found("C16", recommendations=()) == ["look: The report makes no recommendation"]
    told = {"recommendations": (), "decision": "for information"}
    assert found("C16", **told) == ["info: The report makes no recommendation"]


def test_recommendations_that_no_section_prints_are_found():
    given = checked()
    bare = replace(given.report, sections=given.report.sections[:1])
    proposal = replace(given.comparison.proposal, report=bare)
    given = replace(given, comparison=replace(given.comparison, proposal=proposal))
    assert [each.heading for each in recommendations.check(given)] == [
        "No section prints the recommendations"
    ]


def test_states_that_come_to_more_than_there_are_in_all_are_found():
    def stated(value, **state):
        where = {"category": "Director"} | state
        return Statement(says=f"{value} {state}", value=Decimal(value), counts="posts",
                         side="before", where=where)  # fmt: skip

    parts = stated(3, state="vacant"), stated(2, state="interim")
    assert found("C20", statements=(stated(4), *parts)) == ["look: 5 posts by state, of 4"]
    assert found("C20", statements=(stated(5), *parts)) == []


def test_more_at_risk_than_there_are_people_is_found():
    assert found("C20", fates=fates(people=2, at_risk=3)) == [
        "look: Head of Care: 3 at risk among 2"
    ]
    assert found("C20", fates=fates(people=3, at_risk=3, dismissals=2)) == []


def test_a_structure_that_does_not_hold_together_is_told_once():
    looping = proposed(
        ("tier=1 | line=outside | reports_to_other=Chief Executive", "reports_to=hoc")
    )
    others = [found(key, after=looping) for key in ("C1", "C3", "C4", "C8", "C11", "C13")]
    assert others == [[]] * 6
