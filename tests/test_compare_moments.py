"""Any two structures, or two moments of one, are compared as a restructure is."""

import pytest

from divisions.models import Origin, Unit
from tests.outlines import plant, unit
from tests.pages import load_paper, words

FACES = ["", "changes/", "services/", "posts/"]


@pytest.fixture
def services(draft):
    """A directorate with two teams."""
    return plant(draft, [("Services", 1), ("Youth", 2), ("Adoption", 2)], [("Director", 1)])


def compared(browser, before, after, face=""):
    return browser.get(f"/borough/compare/{face}", {"before": before, "after": after})


@pytest.mark.parametrize("face", FACES)
def test_two_structures_are_compared_in_each_face_as_their_restructure_is(at_bens, borough, face):
    load_paper()
    page = words(compared(at_bens, "existing", "proposed", face))
    as_restructure = words(at_bens.get(f"/borough/restructures/realignment/{face}"))
    for said in ("+ NEW", "RENAMED, was Care", "REGRADED, was Grade 9"):
        assert (said in page) == (said in as_restructure)
    assert "What differs" in page
    assert "Stated figures" not in page
    assert "Word report" not in page


def test_two_moments_of_one_structure_are_compared(at_bens, amara, services):
    then = services.acts.first()
    with services.editing(amara, "move"):
        unit(services, "youth").move_under(unit(services, "adoption"))
    page = words(compared(at_bens, f"draft@{then.pk}", "draft", "changes/"))
    assert "Youth moves from Services to Adoption." in page
    assert "The draft as recorded on " in page
    assert "Nothing differs" in words(compared(at_bens, "draft", "draft", "changes/"))


def test_the_other_way_round_the_move_goes_back(at_bens, services):
    then = services.acts.first()
    unit(services, "youth").move_under(unit(services, "adoption"))
    page = words(compared(at_bens, "draft", f"draft@{then.pk}", "changes/"))
    assert "Youth moves from Adoption to Services." in page


def test_what_was_said_of_something_earlier_is_no_change_between_two_moments(at_bens, services):
    with services.editing():
        Origin.objects.create(structure=services, key="youth", share="new")
    then = services.acts.first()
    unit(services, "adoption").rename("Fostering")
    page = words(compared(at_bens, f"draft@{then.pk}", "draft", "changes/"))
    assert "+ NEW" not in page
    assert "RENAMED, was Adoption" in page


def test_between_two_moments_what_is_not_there_at_one_was_created_or_closed(at_bens, services):
    then = services.acts.first()
    unit(services, "youth").take_out()
    Unit.create(services, "Outreach", key="outreach")
    page = words(compared(at_bens, f"draft@{then.pk}", "draft", "changes/"))
    assert "Youth closes" in page
    assert "Outreach is created" in page or "Outreach is a new" in page
    assert "NOT STATED" not in page


def test_the_charts_lead_to_the_moments_that_they_show(at_bens, services):
    then = services.acts.first()
    unit(services, "adoption").rename("Fostering")
    page = compared(at_bens, f"draft@{then.pk}", "draft").content.decode()
    assert f'href="/borough/structures/draft/?at={then.pk}"' in page
    assert f"before=draft%40{then.pk}&amp;after=draft" in page


def test_who_has_not_said_which_two_is_asked(at_bens, borough):
    load_paper()
    page = words(at_bens.get("/borough/compare/"))
    assert "Compare two structures" in page
    assert "Existing divisions" in page
    assert "There is no structure yet to compare." not in page


def test_what_was_chosen_stands_in_the_address(at_bens, services):
    act = services.acts.first()
    type(act).objects.filter(pk=act.pk).update(moment="2026-11-20T09:15:00Z")
    asked = {
        "before-structure": "draft", "before-on": "20 November 2026", "before-time": "10:00",
        "after-structure": "draft", "after-on": "", "after-time": "",
    }  # fmt: skip
    answer = at_bens.get("/borough/compare/", asked)
    assert answer.status_code == 303
    assert answer["Location"] == f"/borough/compare/?before=draft%40{act.pk}&after=draft"
    answer = at_bens.get("/borough/compare/", asked | {"before-on": "1 April 2006"})
    assert answer.status_code == 422
    assert "Nothing was recorded of The draft at that moment yet." in words(answer)
    assert at_bens.get("/borough/compare/", asked | {"after-structure": "x"}).status_code == 422


@pytest.mark.parametrize("before", ["nothing", "draft@", "draft@x", "draft@0", "draft@99999999999"])
def test_what_is_not_here_is_not_compared(at_bens, services, before):
    expected = 200 if before == "draft@" else 404
    assert compared(at_bens, before, "draft").status_code == expected


def test_another_structures_act_is_no_moment_of_this_one(at_bens, services):
    load_paper()
    act = services.acts.first()
    assert compared(at_bens, f"existing@{act.pk}", "existing").status_code == 404


def test_another_councils_structure_is_not_compared(at_chloes, services):
    assert compared(at_chloes, "draft", "draft").status_code == 404
    assert at_chloes.get("/county/compare/?before=draft&after=draft").status_code == 404
