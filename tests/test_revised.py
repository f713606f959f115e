"""A revised version: drawn from the first, reported against what the first was to replace."""

import pytest
from django.utils.timezone import now

from posts import proposals, redrawing
from reports.assemble import comparison_of
from reports.models import Cost, Fate, Report, Restructure, Scope, Section
from reports.writing.sections import begin, write_text
from tests.pages import load_paper, words

FORM = "/borough/propose/?revises=option-a"


@pytest.fixture
def first(borough, amara):
    """A proposal that was sent out, with a scope, and what it does: a unit made of two."""
    load_paper()
    base = borough.structures.get(key="existing")
    option = proposals.draw(base, key="option-a", title="Option A", user=amara)
    redrawing.merge([option.units.get(key="care"), option.units.get(key="learning")], "Futures")
    with borough.editing(verb="propose"):
        found = Restructure.objects.create(
            council=borough, key="a", title="Closer to families", before=base, after=option,
            body="Cabinet", meeting="2009-09-09",
        )  # fmt: skip
        Scope.objects.create(restructure=found, key="youth", scope="out", why="For later")
    option.send_out(amara)
    return found


def sent(browser):
    """What the form sends as it is prefilled."""
    form = browser.get(FORM).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


@pytest.fixture
def revised(first, at_amaras):
    at_amaras.post(FORM, sent(at_amaras))
    return Restructure.objects.get(key="closer-to-families-revised")


def said(restructure):
    found = comparison_of(restructure)
    return [found.sentence(change) for change in found.changes]


def test_its_form_says_what_is_revised_and_begins_with_what_the_first_said(at_amaras, first):
    page = words(at_amaras.get(FORM))
    assert "Draw a revised version Of Option A From Existing divisions" in page
    assert sent(at_amaras) == {
        "base": "option-a", "title": "Closer to families, revised",
        "proposed": "Option A, revised", "body": "Cabinet", "meeting": "9 September 2009",
        "reason": "",
    }  # fmt: skip


def test_the_way_to_it_leads_from_the_first_version(at_amaras, first):
    page = at_amaras.get("/borough/structures/option-a/").content.decode()
    assert 'href="/borough/propose/?revises=option-a"' in page


def test_it_leads_from_the_same_structure_as_the_first(revised, first):
    assert (revised.before, revised.body, revised.meeting) == (
        first.before,
        "Cabinet",
        "2009-09-09",
    )
    assert [each.key for each in revised.scope.all()] == ["youth"]
    assert said(revised) == said(first) != []


@pytest.fixture
def written(first, dilys):
    """The first version's paper as a clerk wrote and somebody published it, with its people."""
    with first.council.editing(dilys, verb="write"):
        begin(first)
        write_text(first, "background", "Nobody loses a service.")
        Report.objects.filter(restructure=first).update(published_at=now(), published_by=dilys)
        Fate.objects.create(restructure=first, key="head-of-care", outcome="at risk", people=1)
        Cost.objects.create(restructure=first, kind="one-off cost", what="Redundancy")
    return first


def test_what_the_clerk_wrote_of_the_first_stands_in_it_unpublished(written, revised, at_dilyss):
    text = revised.sections.get(key="background").text
    assert text == written.sections.get(key="background").text == "Nobody loses a service."
    assert revised.report.published_at is revised.report.published_by is None
    assert [each.key for each in revised.sections.all()] == [
        each.key for each in written.sections.all()
    ]
    assert Section.history.get(restructure=revised, key="background").act.user.username == "amara"


def test_what_becomes_of_staff_and_what_it_costs_is_taken_over_too(written, revised):
    assert [(each.key, each.people) for each in revised.fates.all()] == [("head-of-care", 1)]
    assert [each.what for each in revised.costs.all()] == ["Redundancy"]


def test_what_is_written_in_it_leaves_the_first_ones_text_alone(written, revised, dilys):
    with revised.council.editing(dilys, verb="write"):
        write_text(revised, "background", "Two posts fewer.")
    assert written.sections.get(key="background").text == "Nobody loses a service."


def test_what_somebody_changes_in_it_is_told_beside_what_the_first_changed(revised, first):
    redrawing.create_posts(revised.after, "Adviser")
    assert said(revised) == [*said(first), "Adviser is a new post."]


def test_the_two_versions_compare(revised, at_amaras):
    redrawing.create_posts(revised.after, "Adviser")
    address = f"/borough/compare/changes/?before=option-a&after={revised.after.key}"
    page = words(at_amaras.get(address))
    assert "Adviser" in page
    assert "merge into" not in page


def test_the_panel_of_its_draft_says_what_its_report_does(revised, at_amaras):
    page = words(at_amaras.get(f"/borough/structures/{revised.after.key}/changed/?all"))
    assert all(sentence in page for sentence in said(revised))


def test_what_was_drawn_from_nothing_has_no_version_to_revise(at_amaras, first):
    assert at_amaras.get("/borough/propose/?revises=existing").status_code == 404
    assert at_amaras.get("/borough/propose/?revises=nowhere").status_code == 404
