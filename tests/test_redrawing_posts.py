"""The officer's verbs on posts, the lines beside management, and who holds a post."""

from datetime import date

import pytest

from divisions import errors
from posts import checking, reading, redrawing
from posts.models import Holding, Post
from tests.outlines import establishment, post, unit
from tests.redrawn import (
    changes,
    drawn_by_hand,
    on_record,
    posts_in,
    says,
    several,
)


@pytest.fixture
def existing(borough):
    return on_record(borough)


@pytest.fixture
def option(existing):
    return drawn_by_hand(existing)


def grade(council, number):
    return council.grades.get(name=f"Grade {number}")


# Posts.


def test_posts_alike_are_created_each_by_itself(option):
    new = redrawing.create_posts(
        option,
        "Social Worker",
        3,
        unit=unit(option, "youth"),
        reports_to=post(option, "director"),
        grade=grade(option.council, 9),
    )
    assert len({each.key for each in new}) == 3
    assert establishment(option)[4:] == [*[("Social Worker", 2)] * 3, ("Auditor", 1)]
    assert says(option) == "Social Worker: 3 posts created in Youth."
    assert changes(option) == ["created Social Worker"] * 3


def test_a_duplicate_has_no_holder_and_no_number_of_its_original(option):
    post(option, "adviser").change(post_number="N1", state="filled", fte="0.5", statutory="SENCO")
    (new,) = redrawing.duplicate(post(option, "adviser"))
    assert posts_in(option, "Adoption") == ["Head of Adoption", "Adviser", "Adviser", "Clerk"]
    found = Post.objects.get(pk=new.pk)
    assert (found.fte, found.parent.key) == (0.5, "head-of-adoption")
    assert (found.post_number, found.state, found.statutory) == (None, None, None)
    assert changes(option)[-1] == "created Adviser"


def test_several_posts_are_regraded_in_one_act(option):
    council = option.council
    three = several(option, "adviser", "clerk", "auditor")
    redrawing.change_posts(three, grade=grade(council, 8))
    redrawing.change_posts(three, grade=grade(council, 9))
    assert says(option) == "3 posts regraded from Grade 8 to Grade 9."
    assert Post.history.filter(act=option.acts.first()).count() == 3
    redrawing.change_posts(three[:1], grade=grade(council, 8))
    redrawing.change_posts(three, grade=grade(council, 9))
    assert Post.history.filter(act=option.acts.first()).count() == 1
    with pytest.raises(errors.KeyTaken, match="belongs to one post"):
        redrawing.change_posts(three, post_number="N1")
    with pytest.raises(errors.NothingChosen):
        redrawing.change_posts([], state="vacant")


def test_several_posts_move_at_once(option):
    redrawing.move_posts(several(option, "adviser", "clerk"), unit(option, "youth"))
    assert says(option) == "Adviser and Clerk moved from Adoption to Youth."
    assert changes(option) == ["moved Adviser → Youth", "moved Clerk → Youth"]
    with pytest.raises(errors.AlreadyThere, match="Clerk is in Youth already"):
        redrawing.move_posts([post(option, "clerk")], unit(option, "youth"))


def test_several_posts_report_to_another_and_stay_where_they_are_drawn(option):
    was = posts_in(option, "Adoption")
    redrawing.let_report(several(option, "adviser", "clerk"), post(option, "auditor"))
    assert establishment(option) == [
        ("Director", 1), ("Head of Adoption", 2), ("Auditor", 1), ("Adviser", 2), ("Clerk", 2),
    ]  # fmt: skip
    assert posts_in(option, "Adoption") == was
    assert says(option) == "Adviser and Clerk now report to Auditor."
    assert changes(option) == [
        "reports to another post Adviser → Auditor", "reports to another post Clerk → Auditor",
    ]  # fmt: skip
    redrawing.let_report(several(option, "clerk"), line="outside", other="Chief Executive")
    assert says(option) == "Clerk now reports to Chief Executive."
    assert checking.faults(option) == []


def test_nobody_reports_to_who_reports_to_them(option):
    was = reading.read(option)
    head, adviser, clerk = several(option, "head-of-adoption", "adviser", "clerk")
    for posts in ([head], [clerk, head]):
        with pytest.raises(errors.WouldLoop):
            redrawing.let_report(posts, adviser)
    with pytest.raises(errors.WouldLoop):
        redrawing.delete_posts([post(option, "director")], reports_to=adviser)
    with pytest.raises(errors.StillNeeded, match="Adviser is deleted too"):
        redrawing.delete_posts([head, adviser], reports_to=adviser)
    assert reading.read(option) == was


def test_who_reported_to_a_deleted_post_reports_to_the_manager_that_stays(option):
    redrawing.delete_posts(several(option, "head-of-adoption", "adviser"))
    assert establishment(option) == [("Director", 1), ("Clerk", 2), ("Auditor", 1)]
    assert says(option) == "Head of Adoption and Adviser deleted."
    assert changes(option) == [
        "reports to another post Clerk → Director",
        "deleted Head of Adoption",
        "deleted Adviser",
    ]
    assert option.leads.count() == 0


def test_where_no_manager_stays_whom_a_post_reports_to_is_not_stated(option):
    redrawing.let_report([post(option, "auditor")], line="outside", other="Members")
    redrawing.let_report([post(option, "clerk")], post(option, "auditor"))
    redrawing.delete_posts(several(option, "director", "head-of-adoption", "auditor"))
    lines = {each.title: (each.line, each.reports_to_other) for each in option.posts.all()}
    assert lines["Adviser"] == ("not stated", None)
    assert lines["Clerk"] == ("outside", "Members")
    assert checking.faults(option) == []


def test_a_line_beside_that_of_management_is_added_and_removed(option):
    line = redrawing.add_line(
        post(option, "adviser"), "link", to=post(option, "auditor"), reason="for the audit"
    )
    assert says(option) == "A link line added from Adviser to Auditor."
    assert changes(option) == ["added Adviser → Auditor"]
    with pytest.raises(errors.AlreadyThere):
        redrawing.add_line(post(option, "adviser"), "link", to=post(option, "auditor"))
    with pytest.raises(errors.NotSound, match="cannot have a line to itself"):
        redrawing.add_line(post(option, "adviser"), "link", to=post(option, "adviser"))
    redrawing.remove_line(line)
    assert says(option) == "The link line from Adviser to Auditor removed."
    with pytest.raises(errors.NotInStructure, match="no longer in Option A"):
        redrawing.remove_line(line)
    assert changes(option) == []


# Holders.


def test_a_post_is_filled_and_vacated_and_no_history_says_by_whom(option):
    holding = redrawing.fill(post(option, "clerk"), "Imogen", "4711", date(2026, 4, 1))
    assert (post(option, "clerk").state, says(option)) == ("filled", "Clerk filled.")
    redrawing.vacate(post(option, "clerk"), date(2026, 11, 1))
    assert (post(option, "clerk").state, says(option)) == ("vacant", "Clerk vacated.")
    redrawing.erase_holder(holding)
    assert not Holding.objects.exists()


def test_a_post_that_somebody_still_holds_is_not_vacant(option):
    first = redrawing.fill(post(option, "clerk"), "Imogen")
    redrawing.fill(post(option, "clerk"), "Jon", beside=True)
    redrawing.vacate(post(option, "clerk"), date(2026, 11, 1), holding=first)
    assert post(option, "clerk").state == "filled"
    assert says(option) == "One of those who held Clerk left it."
