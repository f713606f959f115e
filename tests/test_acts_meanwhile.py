"""Acts of two people on one draft: who is told what, and what is applied on top."""

import pytest

from posts import redrawing
from posts.acts import ACTS
from posts.models import Holding
from tests.acting import snapshot
from tests.deeds import gone, named, post, unit
from tests.pages import words

# ---- two people ----


@pytest.mark.parametrize(
    ("name", "typed"), [("change", {"remit": "For all"}), ("move-unit", {"reason": "For all"})]
)
def test_what_is_gone_meanwhile_is_said_with_who_did_it_and_what_was_typed(
    name, typed, amaras, noors
):
    opened = amaras.opens(name, "adoption")
    noors.does("close", "adoption")
    answer = amaras.sends(name, opened, **typed)
    assert answer.status_code == 409
    for part in ("“Adoption” is no longer in Draft A", "Adoption closed", "noor", "For all"):
        assert part in words(answer)


@pytest.mark.parametrize("name", [name for name, act in ACTS.items() if "unit" in act.of])
def test_no_form_opens_for_what_is_gone(name, amaras, noors):
    noors.does("close", "adoption")
    answer = amaras.opens(name, "adoption", "youth")
    assert answer.status_code == 409
    assert 'id="act"' in answer.content.decode()


def test_a_target_that_is_gone_meanwhile_is_said_and_another_can_be_chosen(drawn, amaras, noors):
    opened = amaras.opens("new-unit", to="adoption")
    noors.does("close", "adoption")
    answer = amaras.sends("new-unit", opened, to_name="Play")
    assert (answer.status_code, "Adoption closed" in words(answer)) == (409, True)
    assert amaras.sends("new-unit", answer, to="care").status_code == 302
    assert named("Play")(snapshot(drawn))


def test_what_somebody_else_changed_meanwhile_is_shown_beside_what_was_typed(drawn, amaras, noors):
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", state="vacant", location="Town Hall")
    answer = amaras.sends("change", opened, fte="0.6", location="Annexe")
    assert answer.status_code == 409
    for part in ("Somebody changed this", "noor", "Town Hall", "Annexe", "0.6", "Both changed"):
        assert part in words(answer)
    assert snapshot(drawn).posts["head-of-care"].fte is None


def test_what_nobody_changed_meanwhile_is_not_said_to_be_changed(drawn, amaras, noors):
    amaras.does("change", "head-of-care", grade="Grade 9", number="0")
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", location="Town Hall")
    answer = amaras.sends("change", opened, fte="0.6")
    assert answer.status_code == 409
    assert words(answer).count("Changed meanwhile") == 1


def test_what_was_sent_that_no_form_holds_is_not_what_stood(amaras, noors):
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", location="Town Hall")
    sent = {"initial-number": "several", "fte": "0.6"}
    assert amaras.sends("change", opened, **sent).status_code == 409


def test_applied_on_top_is_only_what_one_changed_oneself(drawn, amaras, noors):
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", state="vacant", location="Town Hall")
    answer = amaras.sends("change", opened, fte="0.6", location="Annexe")
    assert amaras.sends("change", answer).status_code == 302
    says = drawn.acts.first().says
    assert post("head-of-care", state="vacant", location="Annexe")(snapshot(drawn)), says
    assert "state changed" not in says


def test_a_kind_that_somebody_else_changed_meanwhile_stays_as_they_changed_it(drawn, amaras, noors):
    opened = amaras.opens("change", "youth")
    noors.does("change", "youth", kind="directorate")
    answer = amaras.sends("change", opened, remit="Young people")
    assert (answer.status_code, "Both changed" in words(answer)) == (409, False)
    assert amaras.sends("change", answer).status_code == 302
    assert unit("youth", kind="directorate", remit="Young people")(snapshot(drawn))


def test_of_what_both_changed_one_may_keep_theirs(drawn, amaras, noors):
    opened = amaras.opens("change", "head-of-care")
    noors.does("change", "head-of-care", location="Town Hall")
    answer = amaras.sends("change", opened, state="vacant", location="Annexe")
    kept = {"keep-location": "now"}
    assert amaras.sends("change", answer, **kept).status_code == 302
    assert post("head-of-care", state="vacant", location="Town Hall")(snapshot(drawn))


def test_how_much_would_be_closed_with_a_unit_is_said_down_to_its_last_post(drawn, amaras):
    redrawing.move_posts(list(drawn.posts.filter(key="head-of-care")), drawn.units.get(key="youth"))
    offered = words(amaras.opens("close", "children"))
    assert "close and delete all below it too (4 units and 3 posts in all)" in offered


def test_what_was_done_far_below_is_seen_before_all_is_closed_with_it(drawn, amaras, noors):
    opened = amaras.opens("close", "children")
    noors.does("change", "youth", remit="Young people out of work")
    answer = amaras.sends("close", opened, to=":all")
    assert (answer.status_code, "noor" in words(answer)) == (409, True)
    assert drawn.acts.first().says in words(answer)
    assert not gone("youth")(snapshot(drawn))
    assert amaras.sends("close", answer).status_code == 302
    assert gone("youth")(snapshot(drawn))


@pytest.mark.parametrize(
    ("name", "of", "typed"),
    [
        ("rename", ["youth"], {"to_name": "Young People"}),
        ("move-unit", ["youth"], {"to": "children"}),
    ],
)
def test_another_act_is_applied_on_top_as_it_was_typed(name, of, typed, drawn, amaras, noors):
    opened = amaras.opens(name, *of)
    noors.does("move-unit", "youth", to="learning")
    answer = amaras.sends(name, opened, **typed)
    assert (answer.status_code, "Youth moved from Care to Learning" in words(answer)) == (409, True)
    assert amaras.sends(name, answer).status_code == 302
    assert drawn.acts.first().user.username == "amara"


def test_who_changed_it_again_is_shown_again(drawn, amaras, noors):
    opened = amaras.opens("rename", "youth")
    noors.does("rename", "youth", to_name="Youth Service")
    conflict = amaras.sends("rename", opened, to_name="Young People")
    noors.does("rename", "youth", to_name="Youth and Play")
    answer = amaras.sends("rename", conflict)
    assert (answer.status_code, "Youth and Play" in words(answer)) == (409, True)


def test_a_change_elsewhere_does_not_disturb(drawn, amaras, noors):
    opened = amaras.opens("move-unit", "youth")
    noors.does("rename", "adoption", to_name="Permanence")
    noors.does("change", "head-of-care", state="vacant")
    assert amaras.sends("move-unit", opened, to="learning").status_code == 302
    assert unit("youth", parent="learning")(snapshot(drawn))
    assert snapshot(drawn).units["adoption"].name == "Permanence"


TWICE = {
    "new-unit": ([], {"to_name": "Play", "to": ":council"}),
    "new-post": ([], {"to_title": "Adviser", "to": ":none"}),
    "duplicate": (["head-of-care"], {}),
    "fill": (["head-of-care"], {"person": "A. Nother"}),
}


@pytest.mark.parametrize("name", TWICE)
def test_a_form_that_is_sent_twice_is_done_once_and_says_so(name, drawn, amaras):
    of, typed = TWICE[name]
    amaras.does("change", "head-of-care", state="filled")
    opened, before = amaras.opens(name, *of), drawn.acts.count()
    assert amaras.sends(name, opened, **typed).status_code == 302
    answer = amaras.sends(name, opened, **typed)
    assert (answer.status_code, drawn.acts.first().says in words(answer)) == (409, True)
    assert (drawn.acts.count(), Holding.objects.count()) == (before + 1, name == "fill")
    beside = {"instead_of": "beside"} if name == "fill" else {}
    assert amaras.sends(name, answer, **beside).status_code == 302
