"""The history on its pages: undone, done again, told, field by field, put back."""

import csv

import pytest

from divisions.models import Structure
from tests.looking_back import DRAFT, SERVICES, did, rename
from tests.outlines import outline, plant, unit
from tests.pages import load_paper, words


@pytest.fixture
def services(draft):
    """A directorate with two teams."""
    return plant(draft, SERVICES, [("Director", 1)])


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
