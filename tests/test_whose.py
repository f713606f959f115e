"""Whose acts are behind a clash: on either side who changed it, and when, and nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from posts import redrawing, up_to_date, whose
from posts.models import Post
from tests.cast import person
from tests.drifting import drawn, in_force
from tests.outlines import post, unit
from tests.pages import words

PAGE = "/borough/structures/option/up-to-date/"


@pytest.fixture
def existing(borough):
    return in_force(borough)


@pytest.fixture
def option(existing, amara):
    return drawn(existing, user=amara)


@pytest.fixture
def noor(borough):
    """Noor, another HR officer."""
    return person("Noor", borough, "officer")


def did(structure, user, verb, reason=""):
    """Let a person do something."""
    with structure.editing(user, "do", reason):
        verb()


def rename(structure, user, name, reason=""):
    did(structure, user, lambda: unit(structure, "youth").rename(name), reason)


def behind(option):
    """What is said of who did what in the one clash that there is: the draft's, the other's."""
    met = up_to_date.meeting(option, {})
    (clash,) = met.brought.clashes
    ((_, sides),) = whose.deeds([clash], option, met.footing.now).items()
    return tuple([(each.who, each.says) for each in sides[side]] for side in ("draft", "now"))


def test_each_side_names_the_act_that_changed_the_field_last(existing, option, amara, noor):
    rename(option, noor, "Youth Work")
    rename(option, amara, "Youth and Play")
    did(option, noor, lambda: unit(option, "youth").change(remit="For all"))
    rename(existing, noor, "Youth Help")
    did(existing, amara, lambda: unit(existing, "youth").change(note="Seen."))
    assert behind(option) == (
        [("amara", "Youth Work renamed Youth and Play.")],
        [("noor", "Youth renamed Youth Help.")],
    )


def test_what_is_gone_on_one_side_names_who_took_it_away(existing, option, amara, noor):
    did(option, amara, lambda: post(option, "clerk").delete_from_structure())
    did(existing, noor, lambda: post(existing, "clerk").change(state="vacant"))
    did(existing, amara, lambda: post(existing, "clerk").change(fte=1))
    draft, now = behind(option)
    assert draft == [("amara", "Clerk deleted.")]
    assert [who for who, _ in now] == ["amara", "noor"]


def test_a_move_on_both_sides_names_both_who_moved(existing, option, amara, noor):
    did(option, amara, lambda: unit(option, "youth").move_under(unit(option, "adoption")))
    did(existing, noor, lambda: unit(existing, "youth").move_under(unit(existing, "fostering")))
    draft, now = behind(option)
    assert (draft[0][0], now[0][0]) == ("amara", "noor")


@pytest.mark.parametrize("kind", ["head", "line"])
def test_what_is_said_of_a_post_that_is_gone_names_who_said_it(existing, option, amara, noor, kind):
    says = {
        "head": lambda: redrawing.name_head(unit(option, "youth"), [post(option, "clerk")]),
        "line": lambda: redrawing.add_line(
            post(option, "director"), "dotted", post(option, "clerk")
        ),
    }
    did(option, amara, says[kind])
    did(existing, noor, lambda: post(existing, "clerk").delete_from_structure())
    draft, now = behind(option)
    assert ([who for who, _ in draft], [who for who, _ in now]) == (["amara"], ["noor"])


def test_what_both_made_names_both_makers(existing, option, amara, noor):
    for structure, user, title in ((option, amara, "Porter"), (existing, noor, "Night porter")):
        did(structure, user, lambda s=structure, t=title: Post.create(s, t, key="porter"))
    assert [[who for who, _ in side] for side in behind(option)] == [["amara"], ["noor"]]


def test_drawing_a_draft_changes_nothing(existing, option, amara):
    rename(existing, amara, "Youth Help")
    rename(option, amara, "Youth Work")
    (clash,) = up_to_date.meeting(option, {}).brought.clashes
    other = drawn(existing, "other", "Option B", user=amara)
    (sides,) = whose.deeds([clash], other, existing).values()
    assert ([deed.who for deed in sides["now"]], sides["draft"]) == (["amara"], [])


def test_all_is_asked_in_one_query_however_much_clashes(existing, option, amara):
    for key in ("youth", "adoption", "fostering"):
        unit(option, key).rename("A")
        unit(existing, key).rename("B")
    redrawing.name_head(unit(option, "youth"), [post(option, "clerk")])
    post(existing, "clerk").delete_from_structure()
    met = up_to_date.meeting(option, {})
    assert len(met.brought.clashes) == 4
    with CaptureQueriesContext(connection) as asked:
        found = whose.deeds(met.brought.clashes, option, met.footing.now)
    assert len(asked) == 1
    assert all(side for sides in found.values() for side in sides.values())


def test_the_page_says_who_changed_it_and_when_on_both_sides(
    existing, option, amara, noor, at_amaras
):
    rename(option, amara, "Youth and Play", "¶7")
    rename(existing, noor, "Youth Help")
    page = words(at_amaras.get(PAGE))
    draft, _, now = page.partition("Keep the draft’s")[2].partition("Take that of")
    assert "Youth renamed Youth and Play. " in draft
    assert "· amara · ¶7" in draft
    assert "Youth renamed Youth Help. " in now
    assert "· noor" in now
    year = str(existing.acts.first().moment.year)
    assert (year in draft, year in now) == (True, True)
