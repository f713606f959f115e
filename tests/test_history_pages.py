"""What the history shows, to whom, and what can be undone and put back from its pages."""

import csv
from functools import partial

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from divisions.models import Structure
from reports.coming_into_force import bring_into_force
from tests.drifting import DAY, approved, drawn, in_force
from tests.made_up import planted, snapshot
from tests.outlines import outline, plant, unit
from tests.pages import load_paper, words

DRAFT = "/borough/structures/draft/"
SERVICES = [("Services", 1), ("Youth", 2), ("Adoption", 2)]


@pytest.fixture
def services(draft):
    """A directorate with two teams."""
    return plant(draft, SERVICES, [("Director", 1)])


def did(structure, user, says, verb, reason=""):
    """Let a person do something and tell of it."""
    with structure.editing(user, "do", reason) as editing:
        verb()
        editing.act.tell(says)
    return editing.act


def rename(structure, user, name, reason=""):
    says = f"Youth renamed {name}."
    return did(structure, user, says, lambda: unit(structure, "youth").rename(name), reason)


def youth(structure):
    return unit(structure, "youth").name


# ---- undo and redo ----


def test_the_newest_act_is_undone_and_done_again(at_amaras, amara, services):
    rename(services, amara, "Young People")
    answer = at_amaras.post(DRAFT + "undo/", {"back": DRAFT + "table/?page=2"}, follow=True)
    assert answer.redirect_chain == [(DRAFT + "table/?page=2&show=youth&focus=youth", 302)]
    assert "Undone: Youth renamed Young People." in words(answer)
    assert youth(services) == "Youth"
    at_amaras.post(DRAFT + "redo/")
    assert youth(services) == "Young People"


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_a_button_that_is_pressed_twice_undoes_or_does_again_one_act(
    verb, at_amaras, amara, services
):
    rename(services, amara, "Young People")
    rename(services, amara, "Young Adults")
    if verb == "redo":
        at_amaras.post(DRAFT + "undo/")
        at_amaras.post(DRAFT + "undo/")
    page = at_amaras.get(DRAFT + "outline/?show=youth")
    offered = page.context["undoable" if verb == "undo" else "redoable"]
    assert f'name="act" value="{offered.pk}"' in page.content.decode()
    at_amaras.post(f"{DRAFT}{verb}/", {"act": offered.pk})
    again = words(at_amaras.post(f"{DRAFT}{verb}/", {"act": offered.pk}, follow=True))
    assert "Nothing was" in again
    assert youth(services) == "Young People"


@pytest.mark.parametrize("is_last", [True, False])
def test_what_is_told_offers_to_undo_itself_and_nothing_else(is_last, at_amaras, amara, services):
    rename(services, amara, "Young People")
    answer = at_amaras.post(DRAFT + "undo/")
    if not is_last:
        rename(services, amara, "Young Adults")
    page = at_amaras.get(answer["Location"]).content.decode()
    _, toast = page.split('class="toast"')
    assert ("<button" in toast.split("</div>")[0]) == is_last


def test_one_is_sent_back_to_this_site_alone(at_amaras, amara, services):
    rename(services, amara, "Young People")
    answer = at_amaras.post(DRAFT + "undo/", {"back": "https://elsewhere.example/"})
    assert answer["Location"] == DRAFT + "outline/?show=youth&focus=youth"


def test_where_there_is_nothing_of_ones_own_to_undo_it_says_so(
    at_amaras, at_emekas, emeka, services
):
    rename(services, emeka, "Young People")
    page = words(at_amaras.post(DRAFT + "undo/", follow=True))
    assert "You have done nothing here since you signed in that is not undone already." in page
    assert "Nothing that you have undone here is left" in words(
        at_amaras.post(DRAFT + "redo/", follow=True)
    )
    assert youth(services) == "Young People"


def test_what_stands_in_the_way_of_undoing_is_said_with_whose_it_is(
    at_amaras, amara, emeka, services
):
    rename(services, amara, "Young People")
    rename(services, emeka, "Young Adults")
    answer = at_amaras.post(DRAFT + "undo/")
    assert answer.status_code == 409
    assert (
        "The name of Young Adults has changed since: Youth renamed Young Adults (emeka, "
        in words(answer)
    )


# ---- the history of a structure, a unit, a council ----


def test_the_history_says_who_did_what_and_why_the_newest_first(at_bens, amara, services):
    rename(services, amara, "Young People", "asked for by the board")
    rename(services, amara, "Young Adults")
    page = words(at_bens.get(DRAFT + "history/"))
    assert "Today, " in page
    assert page.index("Young Adults") < page.index("Youth renamed Young People.")
    assert "amara · asked for by the board" in page
    assert "3 acts" in page


def test_the_history_of_a_unit_has_its_own_acts_alone(at_bens, amara, services):
    rename(services, amara, "Young People")
    did(services, amara, "Adoption renamed.", lambda: unit(services, "adoption").rename("A"))
    page = words(at_bens.get(DRAFT + "history/?of=youth"))
    assert "History of Young People" in page
    assert "Youth renamed Young People." in page
    assert "Adoption renamed." not in page
    assert at_bens.get(DRAFT + "history/?of=nobody").status_code == 404


def test_what_is_gone_still_has_its_history(at_bens, amara, services):
    did(services, amara, "Youth closed.", unit(services, "youth").take_out)
    assert "History of Youth" in words(at_bens.get(DRAFT + "history/?of=youth"))


def test_acts_are_asked_for_by_person_and_day(at_bens, amara, emeka, services):
    rename(services, amara, "Young People")
    rename(services, emeka, "Young Adults")
    page = words(at_bens.get(DRAFT + "history/?who=emeka&since=1+April+2009"))
    assert "Young Adults" in page
    assert "Youth renamed Young People." not in page
    assert "No act is as you asked." in words(at_bens.get(DRAFT + "history/?since=2100-01-01"))


def test_a_day_that_cannot_be_read_is_said_beside_the_field(at_bens, services):
    answer = at_bens.get(DRAFT + "history/?since=lately")
    assert answer.status_code == 422
    assert "“lately” cannot be read as a date" in words(answer)


def test_fifty_acts_stand_on_a_page(at_bens, amara, services):
    for number in range(51):
        rename(services, amara, f"Youth {number}")
    first, second = (words(at_bens.get(DRAFT + "history/", {"page": page})) for page in ("1", "2"))
    assert "Page 1 of 2 Older acts" in first
    assert "Youth renamed Youth 0." in second
    assert "Youth renamed Youth 50." not in second


def test_the_council_has_the_acts_on_its_papers_too(at_bens, emeka, borough):
    load_paper(emeka)
    page = words(at_bens.get("/borough/history/"))
    assert "Existing divisions : Load the council file" in page
    assert page.count("Load the council file emeka") == 3


def test_an_act_on_a_paper_is_shown_field_by_field(at_bens, at_amaras, emeka, borough):
    load_paper(emeka)
    title = "/borough/restructures/realignment/title/"
    sent = {"title": "Another title", "meeting": "9 September 2009", "body": "Executive"}
    seen = at_amaras.get(title).context["form"].seen
    assert at_amaras.post(title, sent | {"seen": seen}).status_code == 302
    act = borough.acts.first()
    assert f"/borough/history/{act.pk}/" in at_bens.get("/borough/history/").content.decode()
    page = words(at_bens.get(f"/borough/history/{act.pk}/"))
    assert "Restructure: Another title Body Cabinet Executive" in page
    assert "Meeting" not in page


def test_an_act_on_a_structure_has_its_page_with_the_structure(at_bens, at_chloes, services):
    act = services.acts.first()
    answer = at_bens.get(f"/borough/history/{act.pk}/")
    assert answer["Location"] == f"{DRAFT}history/{act.pk}/"
    assert at_chloes.get(f"/borough/history/{act.pk}/").status_code == 404
    assert at_chloes.get(f"/county/history/{act.pk}/").status_code == 404


def test_the_history_is_given_as_a_file_in_which_nothing_is_computed(at_bens, amara, services):
    rename(services, amara, "Young People", "=1+1")
    answer = at_bens.get(DRAFT + "history.csv?of=youth")
    rows = list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))
    assert len(rows) == 2
    assert rows[0]["What"] == "Youth renamed Young People."
    assert rows[0]["Why"] == "'=1+1"
    assert rows[0]["Who"] == "amara"


# ---- one act ----


def test_an_act_is_shown_field_by_field(at_bens, amara, services):
    act = did(
        services,
        amara,
        "Youth moved to Adoption.",
        lambda: unit(services, "youth").move_under(unit(services, "adoption")),
    )
    page = words(at_bens.get(f"{DRAFT}history/{act.pk}/"))
    assert "Youth The unit above it Services Adoption" in page
    assert "Put it back" not in page


def test_what_an_act_made_is_shown_as_far_as_it_is_stated(at_bens, services):
    act = services.acts.first()
    page = words(at_bens.get(f"{DRAFT}history/{act.pk}/"))
    assert "Services The unit itself – created Services Name – Services" in page
    assert "Director Line of management – reports to nobody" in page
    assert "Cost centre" not in page


def test_an_act_on_the_structure_as_a_whole_shows_what_it_changed(at_amaras, amara, services):
    with services.editing(amara, "name the structure") as editing:
        editing.structure.title = "Option A"
        editing.structure.save()
    with services.editing(amara, "name the structure") as editing:
        editing.structure.title = "Option B"
        editing.structure.save()
    page = words(at_amaras.get(f"{DRAFT}history/{editing.act.pk}/"))
    assert "Option B Title Option A Option B" in page
    assert "Put it back" not in page


def test_of_very_many_fields_the_first_are_listed(at_bens, draft):
    plant(draft, [(f"Team {number}", 1) for number in range(120)])
    page = words(at_bens.get(f"{DRAFT}history/{draft.acts.first().pk}/"))
    assert "and 60 more" in page


def test_an_officer_puts_back_what_somebody_else_did(at_amaras, emeka, services):
    act = rename(services, emeka, "Young People")
    page = f"{DRAFT}history/{act.pk}/"
    assert "Put it back" in words(at_amaras.get(page))
    answer = at_amaras.post(page + "put-back/", {"reason": "by mistake"}, follow=True)
    assert "Undone: Youth renamed Young People." in words(answer)
    assert outline(services) == SERVICES
    assert "undone by amara" in words(at_amaras.get(DRAFT + "history/"))
    assert "It was undone by amara" in words(at_amaras.get(page))
    assert services.acts.first().reason == "by mistake"


def test_in_the_structure_in_force_a_reason_is_asked_for(at_amaras, emeka, services):
    act = rename(services, emeka, "Young People")
    Structure.objects.filter(pk=services.pk).update(status="in force")
    answer = at_amaras.post(f"{DRAFT}history/{act.pk}/put-back/")
    assert answer.status_code == 422
    assert "Say why: this is the structure in force" in words(answer)
    assert youth(services) == "Young People"


def test_who_may_only_read_puts_nothing_back(at_bens, emeka, services):
    act = rename(services, emeka, "Young People")
    assert at_bens.post(f"{DRAFT}history/{act.pk}/put-back/").status_code == 403
    assert at_bens.post(DRAFT + "undo/").status_code == 403
    assert youth(services) == "Young People"


def test_an_act_of_another_structure_is_not_here(at_amaras, emeka, services):
    load_paper(emeka)
    act = services.acts.first()
    assert at_amaras.get(f"/borough/structures/existing/history/{act.pk}/").status_code == 404
    assert at_amaras.get(f"/borough/structures/existing/?at={act.pk}").status_code == 404


# ---- as recorded on ----


@pytest.mark.parametrize("face", ["", "outline/", "table/"])
def test_each_face_shows_a_structure_as_it_was_recorded(at_amaras, amara, services, face):
    with services.editing(amara, "give a title") as editing:
        editing.structure.save()
    then = editing.act
    with services.editing(amara, "rename") as editing:
        unit(services, "youth").rename("Young People")
        editing.structure.title = "Another title"
        editing.structure.save()
    page = words(at_amaras.get(f"{DRAFT}{face}?at={then.pk}&show=youth"))
    assert "As recorded on" in page
    assert "Since then 1 act was recorded" in page
    assert "Young People" not in page
    assert "Another title" not in page
    assert "Nothing can be changed here." in page
    assert "Every act is saved" not in page


def test_one_steps_from_act_to_act(at_bens, amara, services):
    first = services.acts.first()
    second, third = (rename(services, amara, name) for name in ("A", "B"))
    page = at_bens.get(f"{DRAFT}?at={second.pk}&show=youth").content.decode()
    assert f"?at={first.pk}&amp;show=youth" in page
    assert f"?at={third.pk}&amp;show=youth" in page
    assert "One act later" not in words(at_bens.get(f"{DRAFT}?at={third.pk}"))
    assert "One act earlier" not in words(at_bens.get(f"{DRAFT}?at={first.pk}"))


def at(act, moment):
    """Let an act have been done at a moment."""
    type(act).objects.filter(pk=act.pk).update(moment=moment)


def test_the_chart_on_a_day_and_time_is_that_of_the_last_act_until_then(at_bens, amara, services):
    act = services.acts.first()
    at(act, "2026-11-20T16:59:30Z")
    at(rename(services, amara, "Young People"), "2026-11-20T17:01:00Z")
    for on in ("20 November 2026", "2026-11-20"):
        answer = at_bens.get(DRAFT + "recorded/", {"on": on, "time": "16:59"})
        assert (answer.status_code, answer["Location"]) == (303, f"{DRAFT}?at={act.pk}")


def test_a_day_without_a_time_is_its_end(at_bens, amara, services):
    at(services.acts.first(), "2026-07-20T09:00:00+01:00")
    last = rename(services, amara, "Young People")
    at(last, "2026-07-20T23:59:59+01:00")
    answer = at_bens.get(DRAFT + "recorded/", {"on": "20 July 2026"})
    assert answer["Location"] == f"{DRAFT}?at={last.pk}"


def test_before_the_first_act_nothing_was_recorded(at_bens, services):
    at(services.acts.first(), "2026-11-20T09:15:00Z")
    answer = at_bens.get(DRAFT + "recorded/", {"on": "1 April 2006"}, follow=True)
    assert "Its first act was on 20 November 2026 at 09:15." in words(answer)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({}, "Type a day, like 20 November 2026"),
        ({"on": "lately"}, "cannot be read as a date"),
        ({"on": "November 2026"}, "is not one day"),
        ({"on": "20 November 2026", "time": "noon"}, "Type a time like 17:00"),
    ],
)
def test_a_moment_that_cannot_be_read_is_said_beside_the_field(at_bens, services, asked, says):
    answer = at_bens.get(DRAFT + "recorded/", asked)
    assert answer.status_code == 422
    assert says in words(answer)


# ---- how much looking back costs ----


LOOKING_BACK = (
    "/borough/structures/made-up-{n}/history/",
    "/borough/structures/made-up-{n}/history/?of=u1",
    "/borough/structures/made-up-{n}/history/{first}/",
    "/borough/structures/made-up-{n}/history/{last}/",
    "/borough/structures/made-up-{n}/?at={first}",
    "/borough/structures/made-up-{n}/outline/?at={first}&show=u1",
    "/borough/structures/made-up-{n}/table/?at={first}",
    "/borough/compare/?before=made-up-{n}@{first}&after=made-up-{n}@{last}",
    "/borough/compare/changes/?before=made-up-{n}@{first}&after=made-up-{n}",
    "/borough/history/",
    "/borough/history/{paper}/",
)


def made_grades(borough):
    """An act on the council's papers."""
    with borough.editing(verb="add a grade"):
        borough.grades.create(name="Grade 99")
    return borough.acts.first()


def test_looking_back_takes_as_few_queries_at_any_size(at_amaras, amara, borough):
    numbers = {}
    for size in (50, 2000):
        structure = planted(borough, snapshot(size, key=f"made-up-{size}"))
        Structure.objects.filter(pk=structure.pk).update(status="draft")
        first = structure.acts.first()
        paper = borough.acts.filter(structure=None).first() or made_grades(borough)
        last = did(structure, amara, "Renamed.", partial(unit(structure, "u1").rename, "A"))
        for address in LOOKING_BACK:
            asked = address.format(n=size, first=first.pk, last=last.pk, paper=paper.pk)
            with CaptureQueriesContext(connection) as queries:
                assert at_amaras.get(asked).status_code == 200
            numbers.setdefault(address, []).append(len(queries))
    assert {address: few for address, (few, many) in numbers.items() if few != many} == {}
    assert {address: many for address, (_, many) in numbers.items() if many > 15} == {}


# ---- one thing in all structures ----


def test_the_history_of_a_thing_goes_on_in_the_structures_before_and_after(
    at_amaras, amara, services
):
    rename(services, amara, "Young People")
    bring_into_force(approved(services), DAY, amara)
    draft = drawn(services, "option")
    rename(draft, amara, "Youth and Play")
    page = at_amaras.get("/borough/structures/option/history/?of=youth")
    assert "It stands, or stood, in another structure too" in words(page)
    assert f'href="{DRAFT}history/?of=youth"' in page.content.decode()
    assert 'href="/borough/history/?of=youth"' in page.content.decode()
    page = at_amaras.get("/borough/history/?of=youth")
    said = words(page)
    assert "History of Youth and Play" in said
    assert said.index("Youth renamed Youth and Play.") < said.index("Youth renamed Young People.")
    assert "came into force" not in said, "that is about the structure, and wrote nothing of it"
    file = at_amaras.get("/borough/history.csv?of=youth").content.decode()
    assert file.count("Youth renamed") == 2
    assert at_amaras.get("/borough/history/?of=nobody").status_code == 404


def test_the_history_of_a_thing_says_nothing_of_another_councils(at_amaras, services, county):
    other = in_force(county)
    assert unit(other, "youth")
    assert "In one structure alone: The draft" in words(at_amaras.get("/borough/history/?of=youth"))
