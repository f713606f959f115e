"""The cells of an establishment list: managers, FTE, states, days, grades."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.lists import KNOWN, faults, made, posts

# ---- who reports to whom ----


def test_managers_are_found_by_number_title_holder_and_without_noughts():
    text = (
        "Post no,Title,Reports to,Holder\n"
        "007,Chief,none,J. Doe\n1,Deputy,007,\n2,A,Chief,\n3,B,j. doe,\n4,C,7,\n"
    )
    assert posts(text, "line", "reports_to") == [
        ("none", None), *[("stated", "007")] * 4,
    ]  # fmt: skip
    assert made(text).remarks == (
        "1 “reports to” is found by title.",
        "1 “reports to” is found by who holds the post.",
        "1 “reports to” is found by a post number but for the noughts in front.",
    )


def test_a_title_that_several_posts_have_is_no_manager():
    text = "Title,Reports to\nManager,\nManager,\nClerk,Manager\n"
    assert faults(text) == [
        "Row 4, column B (Reports to): “Manager” may be any of rows 2 and 3. Write the post number."
    ]


def test_a_number_comes_before_a_title():
    assert posts("Post no,Title,Reports to\n1,2,\n2,Chief,\n3,Clerk,2\n", "reports_to")[2] == "2"


def test_a_manager_who_is_not_there_is_told_once_with_the_nearest():
    text = "Title,Reports to\nHead of Care,\nA,Head of Car\nB,Head of Car\nC,Head of Car\n"
    assert faults(text) == [
        "Rows 3, 4 and 5, column B (Reports to): There is no post “Head of Car” in this list. "
        "Did you mean “Head of Care”?"
    ]


def test_a_post_that_reports_to_itself_is_told():
    assert faults("Post no,Title,Reports to\n1,Chief,1\n") == [
        "Row 2, column C (Reports to): “Chief” reports to itself."
    ]


def test_a_loop_is_told_once():
    text = "Post no,Title,Reports to\n1,A,2\n2,B,3\n3,C,1\n4,D,1\n"
    assert faults(text) == [
        "Row 2, column C (Reports to): A loop: “A” (row 2) reports to “B” (row 3) reports to "
        "“C” (row 4) reports to “A” (row 2)."
    ]


def test_a_loop_of_thousands_is_one_short_fault():
    rows = "".join(f"{number},P,{number % 5000 + 1}\n" for number in range(1, 5001))
    (fault,) = faults(f"Post no,Title,Reports to\n{rows}")
    assert "4994 more" in fault
    assert len(fault) < 300


def test_somebody_outside_the_list_is_reported_to_in_words():
    text = "Title,Reports to outside\nDirector,Chief Executive\n"
    assert posts(text, "line", "reports_to_other") == [("outside", "Chief Executive")]


def test_an_empty_reports_to_is_not_stated_unless_it_is_said_to_mean_nobody():
    text = "Title,Reports to\nChief,\nClerk,Chief\n"
    assert posts(text, "line")[0] == "not stated"
    assert posts(text, "line", empty_is_nobody=True)[0] == "none"
    assert made(text).deepest_tier is None
    assert made(text, empty_is_nobody=True).deepest_tier == 2


# ---- cells ----


@pytest.mark.parametrize(
    ("text", "fte"),
    [("1", "1"), ("1.0", "1"), ("0.60", "0.6"), (".5", "0.5"), ("0", "0"), ('"1,200"', "1200"),
     ("0.8108108108", "0.810811"), ("", None), ("n/a", None), ("-", None), ("–", None)],
)  # fmt: skip
def test_an_fte_is_read_as_it_is_written(text, fte):
    assert posts(f"Title,FTE\nClerk,{text}\n", "fte") == [fte and Decimal(fte)]


def test_a_comma_in_an_fte_is_a_decimal_point_where_it_can_be_nothing_else():
    found = made("Title\tFTE\nA\t0,5\nB\t1,000\nC\t1\n")
    assert [post.fte for post in found.snapshot.posts.values()] == [Decimal("0.5"), 1, 1]
    assert found.remarks == ("A comma in an FTE is read as a decimal point: 0,5 as 0.5.",)


def test_a_state_has_the_spelling_that_the_council_has_and_else_the_first_of_the_list():
    known = replace(KNOWN, states={"filled": "filled", "vacant": "Vacant"})
    text = "Title,State\nA,Filled\nB,vacant\nC,Frozen\nD,frozen\n"
    assert posts(text, "state", known=known) == ["filled", "Vacant", "Frozen", "Frozen"]


@pytest.mark.parametrize(
    "text",
    ["half", "1e309", "-1", "1..2", "NaN", "Infinity", "١", "0,5,5", "1 FTE", "99999", "9" * 40,
     "0x10", "1_000", "½", "=1+1", "−0.5"],
)  # fmt: skip
def test_what_is_no_fte_is_a_fault(text):
    (fault,) = faults(f"Title\tFTE\nClerk\t{text}\n")
    assert fault.startswith("Row 2, column B (FTE): ")


@pytest.mark.parametrize(
    ("row", "state", "holder"),
    [
        (",,", None, None), ("acting,,A. N", "acting", "A. N"), (",Yes,", "vacant", None),
        (",no,A. N", "filled", "A. N"), (",,vacant", "vacant", None), (",NA,NA", None, None),
        ("Frozen,yes,", "Frozen", None), (",agency cover,", "agency cover", None),
        ("filled,,Vacant", "filled", None),
    ],
)  # fmt: skip
def test_states_are_kept_as_typed_and_vacant_is_no_holder(row, state, holder):
    found = made(f"Title,State,Vacant?,Holder\nClerk,{row}\n")
    assert found.faults == ()
    assert [post.state for post in found.snapshot.posts.values()] == [state]
    assert [each.person for each in found.holders.values()] == ([holder] if holder else [])


def test_who_holds_a_post_is_apart_from_the_structure():
    text = "Post no,Title,Forename,Surname,Payroll no,Start date\n1,X,Ann,Other,77,01/04/2020\n"
    found = made(text)
    assert "Other" not in repr(found.snapshot)
    (holder,) = found.holders.values()
    assert (holder.person, holder.payroll_number, holder.held_from) == (
        "Ann Other", "77", date(2020, 4, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "pounds"),
    [("41496", "41496"), ("41,496.50", "41496.50"), ("£41,496", "41496"), ("40000.125", "40000.12"),
     ("n/a", None)],
)  # fmt: skip
def test_what_a_holder_is_paid_is_kept_with_who_that_is(text, pounds):
    found = made(f'Title,Holder,Full time salary\nClerk,A,"{text}"\n')
    (holder,) = found.holders.values()
    assert holder.pounds == (pounds and Decimal(pounds))
    assert pounds is None or pounds not in repr(found.snapshot)


def test_pay_that_is_no_amount_is_a_fault_and_of_nobody_is_not_kept():
    assert "no amount. Write it as" in faults("Title,Holder,FTE salary\nClerk,A,lots\n")[0]
    found = made("Title,Holder,FTE salary\nClerk,,41496\n")
    assert (found.faults, found.holders) == ((), {})
    assert "1 row has a holder’s pay and no holder; the pay is not kept." in found.remarks


@pytest.mark.parametrize(
    ("text", "ok"),
    [("2020-04-01", True), ("2020-04-01T09:00:00", True), ("1 April 2020", True),
     ("31/02/2020", False), ("soon", False), ("April 2020", False), ("1/4/20", False)],
)  # fmt: skip
def test_a_day_is_a_day(text, ok):
    assert (faults(f"Title,Holder,Held from\nX,A,{text}\n") == []) is ok


def test_unknown_is_none_and_never_nought_or_empty():
    (post,) = made("Title,FTE,Grade,State,Location,Note\nClerk,,,,,\n").snapshot.posts.values()
    assert (post.fte, post.grade, post.state, post.location, post.note) == (None,) * 5


def test_grades_are_spelt_as_the_council_spells_them():
    found = made("Title,Grade\nA,grade 9\nB,Grade 10\nC,GRADE  10\n")
    assert [post.grade for post in found.snapshot.posts.values()] == [
        "Grade 9", "Grade 10", "Grade 10",
    ]  # fmt: skip
    assert found.new_grades == ("Grade 10",)


def test_what_is_too_long_is_a_fault():
    (fault,) = faults(f"Title,Grade\nX,{'g' * 201}\n")
    assert fault.startswith("Row 2, column B (Grade): “ggg")
    assert fault.endswith("has 201 characters. At most 200 are kept. Shorten it.")
    assert len(fault) < 200
