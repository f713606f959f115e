"""What was drawn goes on being told from what it was drawn from, while that goes on changing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from posts.up_to_date import bring_up_to_date
from reports.assemble import comparison_of, comparison_so_far, comparisons_from
from reports.coming_into_force import bring_into_force
from reports.comparison_text import to_text
from reports.models import Restructure
from tests.drifting import DAY, approved, drawn, in_force, regrade, rename
from tests.pages import words

MOST_QUERIES = 15
CHANGED = "“Services as they are” has changed since this was drawn."
PAGES = (
    "structures/option/", "structures/option/outline/", "structures/option/changed/",
    "restructures/a/", "restructures/a/changes/", "options/?before=now",
)  # fmt: skip


@pytest.fixture
def existing(borough):
    return in_force(borough)


def proposed(before, after, key="a"):
    with before.council.editing(verb="propose"):
        return Restructure.objects.create(
            council=before.council, key=key, title="A", before=before, after=after
        )


@pytest.fixture
def restructure(existing, amara):
    """A proposal to rename Youth, while the structure in force has Adoption renamed."""
    option = drawn(existing, user=amara)
    rename(option, "youth", "Youth and Play")
    rename(existing, "adoption", "Permanence")
    return Restructure.objects.get(pk=proposed(existing, option).pk)


def said(comparison):
    return [comparison.sentence(change) for change in comparison.changes]


def test_what_changed_in_the_existing_structure_since_is_no_change_of_the_proposal(restructure):
    for comparison in (
        comparison_of(restructure),
        comparison_so_far(restructure.after),
        *comparisons_from(restructure.before, [restructure]),
    ):
        assert said(comparison) == ["Youth is renamed Youth and Play."]


def test_every_page_says_that_it_changed_and_leads_to_bringing_it_up_to_date(
    restructure, at_amaras, at_bens
):
    for page in PAGES:
        answer = at_amaras.get(f"/borough/{page}")
        assert CHANGED in words(answer)
        assert 'href="/borough/structures/option/up-to-date/"' in answer.content.decode()
        assert CHANGED in words(at_bens.get(f"/borough/{page}"))
    assert CHANGED in to_text(comparison_of(restructure)).replace("\n", " ")


def test_once_it_is_brought_up_to_date_nothing_is_said_of_it(restructure, at_amaras):
    bring_up_to_date(restructure.after, {})
    found = Restructure.objects.get(pk=restructure.pk)
    assert said(comparison_of(found)) == ["Youth is renamed Youth and Play."]
    assert not any("since this was drawn" in words(at_amaras.get(f"/borough/{p}")) for p in PAGES)


@pytest.fixture
def other(restructure, existing, amara):
    """A second option, brought up to date once the first has come into force."""
    other = drawn(existing, key="other", title="Option B", user=amara)
    rename(other, "fostering", "Foster Care")
    bring_into_force(approved(restructure.after), DAY)
    bring_up_to_date(other, {})
    return Restructure.objects.get(pk=proposed(existing, other, "b").pk)


def test_options_are_each_told_from_what_their_own_page_compares_them_with(other, at_bens):
    page = at_bens.get("/borough/options/?before=now")
    told = [said(option.comparison) for option in page.context["options"]]
    assert told == [said(comparison_of(Restructure.objects.get(key=key))) for key in "ab"]
    assert said(comparison_of(other)) == ["Fostering is renamed Foster Care."]


def test_options_say_which_structure_each_is_compared_with_once_one_is_in_force(other, at_bens):
    page = words(at_bens.get("/borough/options/?before=now"))
    assert "Compared with Services as they are Superseded Option A In force" in page


def test_what_is_out_for_consultation_stays_as_it_was_sent_out(restructure, at_amaras):
    restructure.after.send_out()
    page = words(at_amaras.get("/borough/restructures/a/"))
    assert f"{CHANGED} What is out for consultation stays as it was sent out." in page


def test_a_step_of_its_life_changes_nothing_in_what_a_phase_was_drawn_from(restructure, at_amaras):
    drawn(restructure.after, "phase-two", "Phase two")
    restructure.after.send_out()
    page = words(at_amaras.get("/borough/structures/phase-two/"))
    assert "since this was drawn" not in page


def test_the_other_option_is_told_from_the_one_that_came_into_force(existing, restructure):
    other = drawn(existing, "other", "Option B")
    rename(other, "fostering", "Foster Care")
    option_b = proposed(existing, other, "b")
    bring_into_force(approved(restructure.after), DAY)
    option_b = Restructure.objects.get(pk=option_b.pk)
    assert "“Option A” has taken the place of “Services as they are”" in (
        comparison_of(option_b).behind
    )
    bring_up_to_date(other, {})
    option_b = Restructure.objects.get(pk=option_b.pk)
    assert said(comparison_of(option_b)) == ["Fostering is renamed Foster Care."]
    assert comparison_of(option_b).before.title == "Option A"


def test_the_day_of_coming_into_force_is_told_wherever_it_is_proposed(restructure, at_amaras):
    bring_into_force(approved(restructure.after), DAY)
    for page in ("", "restructures/a/", "restructures/a/paper/"):
        said = words(at_amaras.get(f"/borough/{page}"))
        assert "In force: 1 April 2010" in said or "In force 1 April 2010" in said
    assert comparison_of(Restructure.objects.get()).proposal.effective == "1 April 2010"


def test_one_structure_says_what_superseded_it_and_the_other_what_it_took_the_place_of(
    restructure, at_amaras
):
    bring_into_force(approved(restructure.after), DAY)
    old = at_amaras.get("/borough/structures/now/")
    assert "Superseded by Option A , in force from 1 April 2010." in words(old)
    assert 'Superseded by <a href="/borough/structures/option/">' in old.content.decode()
    new = at_amaras.get("/borough/structures/option/")
    assert "Took the place of Services as they are ." in words(new)
    assert 'Took the place of <a href="/borough/structures/now/">' in new.content.decode()
    assert "Superseded by" not in words(new)


def test_a_proposal_out_for_consultation_is_refused_in_its_own_words(restructure, at_amaras):
    restructure.after.send_out()
    answer = at_amaras.post("/borough/structures/option/act/new-unit/", {"seen": "1"})
    assert "Option A is out for consultation and cannot be edited" in words(answer)


@pytest.mark.parametrize("number", [1, 12])
def test_a_long_drift_costs_as_few_queries(restructure, at_amaras, number):
    for turn in range(number):
        regrade(restructure.before, "clerk", f"vacant {turn}")
    numbers = {}
    for page in PAGES:
        at_amaras.get(f"/borough/{page}")
        with CaptureQueriesContext(connection) as queries:
            at_amaras.get(f"/borough/{page}")
        numbers[page] = len(queries)
    assert {page: many for page, many in numbers.items() if many > MOST_QUERIES} == {}


def test_an_approval_begins_with_the_body_the_meeting_and_the_day_of_the_paper(
    restructure, at_amaras
):
    with restructure.council.editing(verb="correct"):
        restructure.body, restructure.meeting = "Cabinet", "2009-09-09"
        restructure.effective = "1 April 2010"
        restructure.save()
    restructure.after.send_out()
    address = "/borough/structures/option/life/approve/"
    form = at_amaras.get(address).context["form"]
    stands = {name: form[name].value() for name in ("approved_by", "approved_on", "in_force_from")}
    assert stands == {
        "approved_by": "Cabinet", "approved_on": "9 September 2009",
        "in_force_from": "1 April 2010",
    }  # fmt: skip
    typed = {"seen": restructure.after.revision, "approved_by": "Council"}
    at_amaras.post(address, {**typed, "approved_on": "10 September 2009", "minute": ""})
    again = at_amaras.get(address).context["form"]
    assert again["approved_by"].value() == "Council"
    assert again["in_force_from"].value() is None
