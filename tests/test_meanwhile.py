"""What somebody else does while a form is open: shown where the act depends on it, and only there.

Its one rule: whatever the order in which two people do two things, what either did is there
afterwards, or was shown to the other first.
"""

import pytest

from divisions.models import Structure
from posts import proposals, reading
from posts.acts import ACTS
from posts.models import Holding
from posts.recorded import WRITTEN
from tests.acting import Desk
from tests.cast import person, signed_in
from tests.pages import load_paper, words


@pytest.fixture
def drawn(borough, amara):
    """A draft drawn from the small paper's existing structure."""
    load_paper()
    existing = Structure.objects.get(key="existing")
    return proposals.draw(existing, key="draft-a", title="Draft A", user=None)


@pytest.fixture
def amaras(drawn, at_amaras):
    """Where Amara does acts on the draft."""
    return Desk(at_amaras)


@pytest.fixture
def noors(drawn, borough):
    """Where Noor does, who is an HR officer too."""
    return Desk(signed_in(person("Noor", borough, "officer")))


def snapshot(structure):
    return reading.read(Structure.objects.get(pk=structure.pk))


def keys(structure):
    """The keys of the units and posts of a structure."""
    now = snapshot(structure)
    return {*now.units, *now.posts}


UNIT_BELOW = ("new-unit", [], {"to_name": "Play", "to": "care"})
POST_BELOW = ("new-post", [], {"to_title": "Adviser", "to": "care"})
MOVED_IN = ("move-unit", ["learning"], {"to": "care"})
MOVED_OUT = ("move-unit", ["youth"], {"to": "learning"})
ANOTHER_HEAD = ("head", ["care"], {"to": "head-of-learning"})
REPORTS_TO_IT = ("report-to", ["head-of-learning"], {"to": "head-of-care"})
LINE_OF_IT = ("add-line", ["head-of-care"], {"kind": "dotted", "to": "head-of-learning"})
CAME_FROM = ("origins", ["care"], {"to": "learning", "share": "part"})
RETITLED_BELOW = ("rename", ["youth"], {"to_name": "Youth and Play"})


@pytest.mark.parametrize(
    "theirs", [UNIT_BELOW, POST_BELOW, MOVED_IN, MOVED_OUT, ANOTHER_HEAD, CAME_FROM, RETITLED_BELOW]
)
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("rename", {"to_name": "Care Services"}),
        ("change", {"remit": "For all"}),
        ("move-unit", {"to": ":outside"}),
        ("new-unit", {"to_name": "Fostering", "to": "care"}),
    ],
)
def test_what_is_done_around_a_unit_disturbs_nobody_who_has_a_form_of_it_open(
    name, typed, theirs, drawn, amaras, noors
):
    opened = amaras.opens(name, *(() if name == "new-unit" else ("care",)))
    before = reading.read(drawn)
    assert noors.does(theirs[0], *theirs[1], **theirs[2]).status_code == 302
    other, stands = drawn.acts.first(), snapshot(drawn)
    assert stands != before
    assert amaras.sends(name, opened, **typed).status_code == 302
    assert drawn.acts.all()[1] == other
    now = snapshot(drawn)
    assert [each for each in stands.leads if each not in now.leads] == []
    assert [each for each in stands.origins if each not in now.origins] == []
    assert stands.posts == now.posts
    assert {key: unit for key, unit in stands.units.items() if key != "care"}.items() <= (
        now.units.items()
    )


@pytest.mark.parametrize("theirs", [REPORTS_TO_IT, LINE_OF_IT, ANOTHER_HEAD])
@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("retitle", {"title": "Head"}),
        ("regrade", {"grade": "Grade 9"}),
        ("move-posts", {"to": "learning"}),
        ("duplicate", {}),
        ("add-line", {"kind": "link", "to": ":other", "other": "Members"}),
    ],
)
def test_nor_who_has_a_form_of_a_post_open(name, typed, theirs, drawn, amaras, noors):
    opened = amaras.opens(name, "head-of-care")
    assert noors.does(theirs[0], *theirs[1], **theirs[2]).status_code == 302
    stands = snapshot(drawn)
    assert amaras.sends(name, opened, **typed).status_code == 302
    now = snapshot(drawn)
    assert {*stands.leads} <= {*now.leads}
    assert {*stands.lines} <= {*now.lines}
    assert now.posts["head-of-learning"] == stands.posts["head-of-learning"]


@pytest.mark.parametrize(
    ("name", "of", "typed", "theirs"),
    [
        ("close", ["care"], {"to": ":above"}, UNIT_BELOW),
        ("close", ["care"], {"to": ":above"}, POST_BELOW),
        ("close", ["care"], {"to": ":above"}, MOVED_OUT),
        ("close", ["care"], {"to": ":above"}, ANOTHER_HEAD),
        ("close", ["care"], {"to": ":above"}, CAME_FROM),
        ("close", ["children"], {"to": ":all"}, UNIT_BELOW),
        ("close", ["children"], {"to": ":all"}, LINE_OF_IT),
        ("close", ["children"], {"to": ":all"}, RETITLED_BELOW),
        ("merge", ["care", "learning"], {"to_name": "Services"}, UNIT_BELOW),
        ("merge", ["care", "learning"], {"to_name": "Services"}, ANOTHER_HEAD),
        ("merge", ["care", "learning"], {"to_name": "Services"}, CAME_FROM),
        ("split", ["care"], {"into": "Early Help\nCare"}, POST_BELOW),
        ("split", ["care"], {"into": "Early Help\nCare"}, MOVED_IN),
        ("split", ["care"], {"into": "Early Help\nCare"}, ANOTHER_HEAD),
        ("delete-posts", ["head-of-care"], {}, LINE_OF_IT),
        ("delete-posts", ["head-of-care"], {}, ("head", ["youth"], {"to": "head-of-care"})),
        ("delete-posts", ["head-of-care"], {"to": "director"}, REPORTS_TO_IT),
        ("head", ["care"], {"to": "director"}, ANOTHER_HEAD),
        ("origins", ["care"], {"to": ":nothing"}, CAME_FROM),
    ],
)
def test_what_an_act_would_hand_on_end_or_say_anew_is_shown_first(
    name, of, typed, theirs, drawn, amaras, noors
):
    opened = amaras.opens(name, *of)
    assert noors.does(theirs[0], *theirs[1], **theirs[2]).status_code == 302
    stands = snapshot(drawn)
    answer = amaras.sends(name, opened, **typed)
    assert answer.status_code == 409
    assert drawn.acts.first().says in words(answer)
    assert snapshot(drawn) == stands
    assert amaras.sends(name, answer).status_code == 302


def test_who_was_put_into_a_post_since_does_not_leave_it_unseen(drawn, amaras, noors):
    amaras.does("fill", "head-of-care", person="A. Nother")
    opened = amaras.opens("vacate", "head-of-care")
    noors.does("fill", "head-of-care", person="S. Omebody", instead_of="beside")
    answer = amaras.sends("vacate", opened, held_until="2026-11-20")
    assert (answer.status_code, "noor" in words(answer)) == (409, True)
    assert Holding.objects.filter(held_until=None).count() == 2
    assert amaras.sends("vacate", answer).status_code == 302


@pytest.mark.parametrize("theirs", [("close", "learning"), ("rename", "learning")])
def test_a_target_that_was_itself_changed_is_shown_first(theirs, drawn, amaras, noors):
    opened = amaras.opens("move-unit", "youth")
    noors.does(*theirs, **({"to_name": "Education"} if theirs[0] == "rename" else {"to": ":above"}))
    answer = amaras.sends("move-unit", opened, to="learning")
    assert (answer.status_code, drawn.acts.first().says in words(answer)) == (409, True)


def test_what_else_is_put_under_a_target_is_not(drawn, amaras, noors):
    opened = amaras.opens("move-unit", "youth")
    noors.does("new-unit", to_name="Play", to="learning")
    assert amaras.sends("move-unit", opened, to="learning").status_code == 302
    assert snapshot(drawn).units["youth"].parent == "learning"


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_each_act_reads_what_it_is_done_to(act):
    assert act.reads[0] == WRITTEN
