"""An approved structure comes into force on its day, in the place of the one in force."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command

from divisions import errors
from divisions.models import Structure
from posts import checking
from posts.models import Holding
from posts.up_to_date import bring_up_to_date, meeting
from reports.coming_into_force import bring_into_force
from reports.management.commands.bring_into_force import Command
from tests.drifting import DAY, approved, drawn, in_force, named, regrade, rename
from tests.outlines import post
from tests.pages import words

EVE = DAY - timedelta(days=1)


@pytest.fixture
def existing(borough):
    return in_force(borough)


@pytest.fixture
def option(existing):
    draft = drawn(existing)
    rename(draft, "youth", "Youth and Play")
    return approved(draft)


def statuses(council):
    return dict(council.structures.values_list("key", "status"))


def test_it_takes_the_place_of_the_one_in_force_and_both_acts_are_told(existing, option, amara):
    regrade(existing, "clerk", "vacant")
    act = bring_into_force(option, DAY, amara)
    assert statuses(option.council) == {"now": "superseded", "option": "in force"}
    assert str(act) == (
        "“Option A” came into force in the place of “Services as they are”, with 1 change taken "
        "over from it."
    )
    assert str(existing.acts.first()) == "“Services as they are” was superseded by “Option A”."
    assert {act.user, existing.acts.first().user} == {amara}
    assert (named(option)["youth"], post(option, "clerk").state) == ("Youth and Play", "vacant")
    assert list(checking.faults(option)) == []


def test_the_first_structure_of_a_council_comes_into_force_as_it_stands(draft):
    approved(draft)
    assert str(bring_into_force(draft, DAY)) == "“The draft” came into force."
    assert statuses(draft.council) == {"draft": "in force"}


def test_it_waits_for_its_day(option):
    with pytest.raises(errors.NotTheDay, match="1 April 2010, which has not come"):
        bring_into_force(option, EVE)


@pytest.mark.parametrize("day", [None, "April 2010", "by April 2010"])
def test_it_needs_one_day(existing, day):
    option = approved(drawn(existing), day)
    with pytest.raises(errors.NotTheDay, match="Say the day under its approval"):
        bring_into_force(option, DAY)


def test_only_what_is_approved_comes_into_force(existing):
    with pytest.raises(errors.WrongStep, match="Send it out for consultation first"):
        bring_into_force(drawn(existing), DAY)


def test_while_a_clash_is_open_nothing_comes_into_force(existing, option):
    rename(existing, "youth", "Youth Help")
    with pytest.raises(errors.ClashesOpen):
        bring_into_force(option, DAY)
    assert statuses(option.council) == {"now": "in force", "option": "approved"}
    assert option.acts.count() == 4


def test_once_the_clash_is_answered_it_does(existing, option):
    rename(existing, "youth", "Youth Help")
    (clash,) = meeting(option, {}).brought.clashes
    bring_up_to_date(option, {clash.id: "draft"})
    bring_into_force(option, DAY)
    assert named(option)["youth"] == "Youth and Play"


def test_a_second_phase_waits_for_the_first(existing, option):
    phase_two = approved(drawn(option, "phase-two", "Phase two"))
    with pytest.raises(errors.NotKnown, match="Bring “Option A” into force first"):
        bring_into_force(phase_two, DAY)
    bring_into_force(option, DAY)
    bring_into_force(phase_two, DAY)
    assert statuses(option.council) == {
        "now": "superseded", "option": "superseded", "phase-two": "in force",
    }  # fmt: skip


def test_a_revised_second_phase_waits_for_the_first_too(option):
    phase_two = drawn(option, "phase-two", "Phase two")
    revised = drawn(phase_two, "revised", "Phase two, revised")
    phase_two.withdraw(reason="Revised.")
    with pytest.raises(errors.NotKnown, match="Bring “Option A” into force first"):
        bring_into_force(approved(revised), DAY)


def test_a_revised_version_takes_the_place_of_what_the_first_was_to_replace(existing, option):
    revised = drawn(option, "revised", "Option A, revised")
    rename(revised, "adoption", "Permanence")
    option.withdraw(reason="Revised after consultation.")
    regrade(existing, "clerk", "vacant")
    bring_into_force(approved(revised), DAY)
    assert named(revised)["youth"] == "Youth and Play"
    assert named(revised)["adoption"] == "Permanence"
    assert post(revised, "clerk").state == "vacant"


def test_the_other_option_comes_into_force_on_top_of_the_first(existing, option):
    other = drawn(existing, "other", "Option B")
    rename(other, "adoption", "Permanence")
    approved(other)
    bring_into_force(option, DAY)
    bring_into_force(other, DAY)
    assert named(other)["youth"] == "Youth and Play"
    assert named(other)["adoption"] == "Permanence"


def test_what_was_drawn_from_a_paper_has_to_be_counted_as_drawn_from_what_is_in_force(
    existing, borough, at_amaras
):
    page = "/borough/structures/of-the-paper/up-to-date/"
    paper = Structure(council=borough, key="paper", title="The paper", status="on record")
    Structure.objects.bulk_create([paper])
    with paper.editing(even_frozen=True):
        pass
    option = approved(drawn(paper, "of-the-paper", "Option of the paper"))
    with pytest.raises(errors.NotKnown, match="never was in force"):
        bring_into_force(option, DAY)
    assert "It was drawn from what is not in force" in words(at_amaras.get(page))
    at_amaras.post(page, {"count_as": "now"})
    bring_into_force(option, DAY)
    assert statuses(borough)["of-the-paper"] == "in force"


def test_who_holds_a_post_goes_along(existing, option):
    Holding.objects.create(post=post(existing, "clerk"), person="A. Person")
    bring_into_force(option, DAY)
    assert Holding.objects.get().post == post(option, "clerk")


# ---- by night ----


def by_night(capsys, *arguments):
    call_command("bring_into_force", *arguments)
    return capsys.readouterr().out


def test_by_night_each_comes_into_force_on_its_day_and_not_twice(option, capsys):
    assert by_night(capsys, "--on", EVE.isoformat()) == ""
    assert "borough: “Option A” came into force" in by_night(capsys, "--on", DAY.isoformat())
    assert by_night(capsys, "--on", DAY.isoformat()) == ""
    assert option.acts.count() == 5


def test_by_night_one_that_fails_is_named_and_the_others_come_into_force(
    existing, option, county, capsys
):
    rename(existing, "youth", "Youth Help")
    other = drawn(in_force(county))
    approved(other)
    with pytest.raises(CommandError, match="1 structure could not be brought into force"):
        by_night(capsys, "--on", DAY.isoformat())
    out, err = capsys.readouterr()
    assert "county: “Option A” came into force" in out
    assert "borough: “Option A” and what has changed in “Services as they are”" in err
    assert statuses(county)["option"] == "in force"


def test_by_night_what_states_no_day_waits(existing, capsys):
    approved(drawn(existing), None)
    assert by_night(capsys, "--on", "2030-01-01") == ""


def test_by_night_two_phases_of_one_day_come_one_after_the_other(existing, option, capsys):
    approved(drawn(option, "phase-two", "Phase two"))
    by_night(capsys, "--on", DAY.isoformat())
    assert statuses(existing.council)["phase-two"] == "in force"


def test_by_night_only_one_council_where_it_is_named(option, county, capsys):
    assert by_night(capsys, "--council", "county", "--on", DAY.isoformat()) == ""


def test_by_night_the_day_is_written_as_people_write_it(option, capsys):
    assert by_night(capsys, "--on", "31 March 2010") == ""
    assert "came into force" in by_night(capsys, "--on", "Thursday 1 April 2010")


@pytest.mark.parametrize("day", ["tomorrow", "April 2010", "31 February 2010"])
def test_a_day_that_is_none_is_refused_in_one_line(day, capsys, monkeypatch):
    monkeypatch.setattr("django.core.management.base.connections.close_all", lambda: None)
    with pytest.raises(SystemExit):
        Command().run_from_argv(["manage.py", "bring_into_force", "--on", day, "--skip-checks"])
    said = capsys.readouterr().err
    assert said == (
        f"CommandError: “{day}” is not a day. Write it as “1 April 2010” or 2010-04-01.\n"
    )


def test_left_out_the_day_is_today(existing, capsys):
    approved(drawn(existing), f"1 April {date.today().year + 1}")
    assert by_night(capsys) == ""


# ---- on its page ----

PAGE = "/borough/structures/option/life/bring-into-force/"


def test_the_page_says_what_it_takes_the_place_of_and_what_it_takes_over(
    existing, option, at_amaras
):
    regrade(existing, "clerk", "vacant")
    page = words(at_amaras.get(PAGE))
    assert "“Services as they are” is superseded" in page
    assert "1 change made in “Services as they are” since is taken over." in page


def test_with_a_clash_open_the_page_leads_to_where_it_is_answered(existing, option, at_amaras):
    rename(existing, "youth", "Youth Help")
    page = at_amaras.get(PAGE)
    assert "clash in one point" in words(page)
    assert b"/borough/structures/option/up-to-date/" in page.content
    answer = at_amaras.post(PAGE, {"seen": option.revision})
    assert answer.status_code == 409
    assert statuses(option.council)["option"] == "approved"
