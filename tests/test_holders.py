"""Who holds a post: kept apart from the history, and so never lost by a deletion or an undoing."""

from datetime import date

import pytest

from divisions import errors
from posts import redrawing, undo
from posts.holders import holders_of
from posts.models import Holding
from tests.acting import Desk
from tests.outlines import plant, post
from tests.pages import words

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture
def desk(at_amaras):
    """Where Amara does acts on the draft."""
    return Desk(at_amaras, "/borough/structures/draft/", "/borough/structures/draft/outline/")


@pytest.fixture
def structure(draft):
    """Two posts in one unit, the clerk's held by a person."""
    plant(draft, [("Care", 0)], [("Director", 0), ("Clerk", 1)])
    redrawing.fill(post(draft, "clerk"), "A. Person", held_from=date(2020, 1, 1))
    return draft


def test_a_post_that_somebody_holds_is_not_deleted_before_it_is_vacated(structure):
    with pytest.raises(errors.StillNeeded, match="Somebody holds Clerk"):
        redrawing.delete_posts([post(structure, "director"), post(structure, "clerk")])
    assert holders_of(structure, TODAY) == {"clerk": ("A. Person",)}
    redrawing.vacate(post(structure, "clerk"), date(2021, 11, 1))
    redrawing.delete_posts([post(structure, "clerk")])
    assert not structure.posts.filter(key="clerk").exists()


def test_filling_and_vacating_are_not_undone_since_no_name_would_go_or_come(structure, amara):
    filled = structure.acts.first()
    with pytest.raises(undo.NotPutBackHere, match="is in no history"):
        undo.undo(filled, amara)
    assert undo.undoable(structure, amara, since=filled.moment) is None


def test_making_a_post_is_not_undone_once_somebody_holds_it(structure, amara):
    new = redrawing.create_posts(structure, "Adviser")[0]
    made = structure.acts.first()
    redrawing.fill(new, "B. Person")
    with pytest.raises(errors.StillNeeded, match="Somebody holds Adviser"):
        undo.undo(made, amara)
    assert Holding.objects.filter(post__key=new.key).exists()


def test_a_post_that_somebody_holds_is_filled_in_their_place_or_beside_them(structure):
    clerk = post(structure, "clerk")
    with pytest.raises(errors.StillNeeded, match="Somebody holds Clerk already"):
        redrawing.fill(clerk, "B. Person")
    redrawing.fill(clerk, "B. Person", beside=True)
    assert structure.acts.first().says == "Clerk filled beside who holds it already."
    first = Holding.objects.get(person="A. Person")
    redrawing.fill(clerk, "C. Person", held_from=date(2026, 11, 1), instead_of=first)
    assert structure.acts.first().says == "Clerk filled in place of who held it."
    assert holders_of(structure, TODAY) == {"clerk": ("B. Person", "C. Person")}
    assert holders_of(structure, date(2026, 10, 31)) == {"clerk": ("B. Person", "A. Person")}
    with pytest.raises(errors.AlreadyThere, match="has left it already"):
        redrawing.fill(clerk, "D. Person", held_from=TODAY, instead_of=first)


def test_the_forms_say_who_holds_a_post_and_ask_in_whose_place(structure, desk):
    opened = desk.opens("fill", "clerk")
    assert "Held by A. Person since 1 January 2020." in words(opened)
    assert "In place of A. Person Beside A. Person, as in a job share" in words(opened)
    answer = desk.sends("fill", opened, person="B. Person")
    assert (answer.status_code, "Say in whose place" in words(answer)) == (422, True)
    in_place = {"person": "B. Person", "instead_of": Holding.objects.get().pk}
    answer = desk.sends("fill", opened, **in_place)
    assert "Say from when: A. Person leaves the day before" in words(answer)
    assert desk.sends("fill", opened, **in_place, held_from="2026-11-02").status_code == 302
    assert Holding.objects.get(person="A. Person").held_until == date(2026, 11, 1)
    assert holders_of(structure, TODAY) == {"clerk": ("B. Person",)}
    opened = desk.opens("fill", "director")
    assert "Nobody is recorded as holding it." in words(opened)


def test_who_of_several_leaves_a_post_is_chosen(structure, desk):
    redrawing.fill(post(structure, "clerk"), "B. Person", beside=True)
    opened = desk.opens("vacate", "clerk")
    assert "Choose B. Person A. Person All 2 of them" in words(opened)
    answer = desk.sends("vacate", opened, held_until="2026-11-19")
    assert (answer.status_code, "Choose who leaves the post" in words(answer)) == (422, True)
    first = Holding.objects.get(person="A. Person").pk
    assert desk.sends("vacate", opened, held_until="2026-11-19", whose=first).status_code == 302
    assert holders_of(structure, TODAY) == {"clerk": ("B. Person",)}
    assert post(structure, "clerk").state == "filled"
    answer = desk.does("vacate", "clerk", held_until="2026-11-19")
    assert (answer.status_code, holders_of(structure, TODAY)) == (302, {})


def test_a_post_that_nobody_is_recorded_to_hold_is_vacated_without_a_day(structure, desk):
    assert desk.does("vacate", "director").status_code == 302
    assert post(structure, "director").state == "vacant"


def test_a_name_in_no_act_is_told_beside_the_chart_to_those_who_may_see_it(
    structure, at_amaras, at_bens
):
    address = "/borough/structures/draft/?show=clerk"
    assert "Held by A. Person since 1 January 2020" in words(at_amaras.get(address))
    assert "A. Person" not in at_bens.get(address).content.decode()
    past = f"{address}&at={structure.acts.first().pk}"
    assert "A. Person" not in at_amaras.get(past).content.decode()


def test_states_keep_one_spelling_where_posts_are_filled_vacated_and_changed(structure, desk):
    post(structure, "director").change(state="Vacant")
    desk.does("vacate", "clerk", held_until="2026-11-19")
    assert post(structure, "clerk").state == "Vacant"
    desk.does("change", "clerk", field="state", state="  FILLED ")
    assert post(structure, "clerk").state == "filled"
    assert 'value="Vacant"' in desk.opens("change", "clerk", field="state").content.decode()


# Taken back at once.


def test_filling_and_vacating_are_taken_back_at_once_by_who_did_it(structure, desk, at_amaras):
    post(structure, "clerk").change(state="interim")
    answer = desk.does("vacate", "clerk", held_until="2026-11-19")
    assert ">Undo</button>" in at_amaras.get(answer.url).content.decode()
    assert holders_of(structure, TODAY) == {}
    at_amaras.post("/borough/structures/draft/undo/")
    assert holders_of(structure, TODAY) == {"clerk": ("A. Person",)}
    assert post(structure, "clerk").state == "interim"
    at_amaras.post("/borough/structures/draft/redo/")
    assert holders_of(structure, TODAY) == {"clerk": ("A. Person",)}
    first = Holding.objects.get().pk
    desk.does("fill", "clerk", person="B. Person", held_from="2026-11-02", instead_of=first)
    assert holders_of(structure, TODAY) == {"clerk": ("B. Person",)}
    answer = at_amaras.post("/borough/structures/draft/undo/")
    assert "show=clerk" in answer.url, "though nothing that the history keeps of it differs"
    assert holders_of(structure, TODAY) == {"clerk": ("A. Person",)}
    assert not Holding.objects.filter(person="B. Person").exists()
    assert "Person" not in "".join(act.says + act.reason for act in structure.acts.all())


def test_a_filling_is_not_taken_back_once_somebody_else_was_put_there(structure, desk, at_amaras):
    desk.does("fill", "clerk", person="B. Person", instead_of="beside")
    redrawing.fill(post(structure, "clerk"), "C. Person", beside=True)
    answer = at_amaras.post("/borough/structures/draft/undo/")
    assert (answer.status_code, Holding.objects.count()) == (409, 3)
    assert "Who holds Clerk has changed since" in words(answer)


def test_a_vacating_is_not_taken_back_once_the_name_was_erased(structure, desk, at_amaras):
    desk.does("vacate", "clerk", held_until="2026-11-19")
    Holding.objects.all().delete()
    answer = at_amaras.post("/borough/structures/draft/undo/")
    assert "Who holds Clerk has changed since" in words(answer)
    assert post(structure, "clerk").state == "vacant"


def test_the_history_offers_to_put_back_nothing_of_who_holds_a_post(structure, desk, at_amaras):
    desk.does("vacate", "clerk", held_until="2026-11-19")
    desk.does("erase-holder", "clerk", holding=Holding.objects.get().pk)
    desk.does("fill", "clerk", person="B. Person")
    at_amaras.post("/borough/structures/draft/undo/")
    page = words(at_amaras.get("/borough/structures/draft/history/?of=clerk"))
    assert page.count("Put back…") == 1, "the planting alone"
    for act in structure.acts.all()[:4]:
        page = at_amaras.get(f"/borough/structures/draft/history/{act.pk}/").content.decode()
        assert "Put back</button>" not in page
        assert "Who holds a post is in no history" in page


def test_a_name_is_erased_for_good_and_the_history_says_only_that_it_was(structure, at_amaras):
    holding = Holding.objects.get()
    desk = Desk(at_amaras, "/borough/structures/draft/")
    answer = desk.does("erase-holder", "clerk", holding=holding.pk)
    assert answer.status_code == 302
    assert not Holding.objects.exists()
    assert structure.acts.first().says == "Who held Clerk was erased."


def test_there_is_no_name_to_erase_where_none_is_kept(structure, at_amaras):
    answer = at_amaras.get("/borough/structures/draft/act/erase-holder/?of=director")
    assert answer.status_code == 409
    assert "No name is kept of anybody who holds Director" in answer.content.decode()


def test_a_post_is_not_vacated_on_a_day_before_it_was_held(structure):
    with pytest.raises(errors.NotSound, match="was not held yet on 31 December 2019"):
        redrawing.vacate(post(structure, "clerk"), date(2019, 12, 31))
    assert holders_of(structure, TODAY) == {"clerk": ("A. Person",)}


# What a holder is paid.


def paid(person):
    return Holding.objects.get(person=person).pounds


def test_what_somebody_is_paid_is_said_as_they_come(structure, desk):
    desk.does("fill", "director", person="B. Person", pounds="£92,000")
    assert paid("B. Person") == 92000
    desk.does("fill", "clerk", person="C. Person", instead_of="beside", pounds="")
    assert paid("C. Person") is None


def test_what_one_of_several_is_paid_is_recorded_and_taken_back_to_not_known(structure, desk):
    redrawing.fill(post(structure, "clerk"), "B. Person", beside=True)
    opened = desk.opens("holder-pay", "clerk")
    answer = desk.sends("holder-pay", opened, pounds="31,500")
    assert (answer.status_code, "Choose whose pay it is" in words(answer)) == (422, True)
    first = Holding.objects.get(person="A. Person").pk
    desk.sends("holder-pay", opened, pounds="31,500", whose=first)
    assert (paid("A. Person"), paid("B. Person")) == (31500, None)
    desk.does("holder-pay", "clerk", whose=first, pounds="")
    assert paid("A. Person") is None


def test_the_form_shows_the_pay_that_is_recorded(structure, desk):
    desk.does("holder-pay", "clerk", pounds="31500.75")
    assert 'value="31500.75"' in desk.opens("holder-pay", "clerk").content.decode()
    redrawing.fill(post(structure, "clerk"), "B. Person", beside=True)
    opened = words(desk.opens("holder-pay", "clerk"))
    assert "B. Person, pay not known A. Person, now £31,500.75" in opened


@pytest.mark.parametrize("slip", ["£", "%", "4 1 4", "1,2.3.4"])
def test_a_slip_wipes_no_pay(structure, desk, slip):
    desk.does("holder-pay", "clerk", pounds="£31 500.75")
    assert desk.does("holder-pay", "clerk", pounds=slip).status_code == 422
    assert str(paid("A. Person")) == "31500.75"


def test_a_filling_is_not_taken_back_once_pay_was_recorded(structure, desk, at_amaras):
    desk.does("fill", "director", person="B. Person")
    desk.does("holder-pay", "director", pounds="92,000")
    answer = at_amaras.post("/borough/structures/draft/undo/")
    assert "What a holder of Director is paid was recorded since" in words(answer)
    assert paid("B. Person") == 92000


def test_a_form_names_the_post_within_its_sentence(structure, desk):
    assert "Record what a holder of Clerk is paid" in words(desk.opens("holder-pay", "clerk"))
    post(structure, "director").change(title=None, category="Chief Officer")
    assert "Fill a post whose title is not stated" in words(desk.opens("fill", "director"))


def test_nobody_is_paid_who_is_not_there(structure, desk):
    answer = desk.opens("holder-pay", "director")
    assert "Nobody is recorded as holding Director" in words(answer)
    redrawing.vacate(post(structure, "clerk"), date(2026, 11, 19))
    with pytest.raises(errors.AlreadyThere, match="has left it already"):
        redrawing.record_pay(Holding.objects.get(), 1)


def test_pay_is_in_no_act_and_not_put_back_from_the_history(structure, desk, at_amaras, amara):
    desk.does("holder-pay", "clerk", pounds="31500.75")
    act = structure.acts.first()
    assert "31500" not in act.says + at_amaras.get(
        f"/borough/structures/draft/history/{act.pk}/"
    ).content.decode().replace(",", "")
    with pytest.raises(undo.NotPutBackHere, match="record the pay instead"):
        undo.undo(act, amara)
