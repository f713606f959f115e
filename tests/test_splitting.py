"""What a person is told and asked where units are split and merged, and where hours clash."""

import pytest

from divisions.models import Structure
from tests.acting import Desk, snapshot
from tests.literals import structure as literal
from tests.made_up import planted
from tests.pages import words

HEAD = "Head of Care, who heads it, then heads"


def field_of(answer):
    form = answer.context["form"]
    return next(name for name in form.fields if name.startswith("heads-"))


def keys_of(structure):
    return {unit.name: unit.key for unit in structure.units.values()}


def test_who_heads_a_unit_that_is_split_is_asked_what_to_head(drawn, amaras):
    opened = amaras.opens("split", "care")
    assert HEAD in words(opened)
    amaras.sends("split", opened, into="Near\nFar", **{field_of(opened): "2"})
    now = snapshot(drawn)
    assert [lead.post for lead in now.leads_of[keys_of(now)["Far"]]] == ["head-of-care"]
    assert keys_of(now)["Near"] not in now.leads_of


def test_who_heads_a_unit_that_is_split_heads_none_unless_that_is_said(drawn, amaras):
    amaras.does("split", "care", into="Near\nFar")
    now = snapshot(drawn)
    assert not {keys_of(now)["Near"], keys_of(now)["Far"]} & now.leads_of.keys()


def test_nobody_heads_a_unit_that_has_no_name(drawn, amaras):
    opened = amaras.opens("split", "care")
    answer = amaras.sends("split", opened, into="Near\nFar", **{field_of(opened): "3"})
    assert answer.status_code == 422
    assert "There is no name on line 3" in words(answer)


def test_it_is_said_where_what_is_merged_will_stand(drawn, amaras):
    page = words(amaras.opens("merge", "care", "learning"))
    assert "The new unit will stand in Children's Services." in page
    page = words(amaras.opens("merge", "children", "care"))
    assert "The new unit will stand at the top of the council." in page


def test_hours_that_clash_are_shown_as_short_as_they_were_typed(drawn, amaras, noors):
    amaras.does("change", "head-of-care", fte="1")
    opened = amaras.opens("change", "head-of-care", field="fte")
    assert 'value="1"' in opened.content.decode()
    noors.does("change", "head-of-care", fte="0.9")
    answer = amaras.sends("change", opened, fte="0.80")
    assert answer.status_code == 409
    assert "FTE Both changed 1 0.9 0.8 " in words(answer)


def test_a_post_in_a_unit_that_nobody_heads_is_told_to_have_no_stated_line(amaras):
    assert "Of a unit that nobody heads: whom it reports to is not stated" in words(
        amaras.opens("new-post")
    )


# ---- which of the new units each thing goes to ----

SIX = """
    directorate hub | Customer Hub
      - head | Hub Manager
      - a | Officer | post_number=A
      - b | Officer | post_number=B
      - c | Officer | post_number=C
      team north | North Team
        - n | Clerk
      team south | South Team
"""


@pytest.fixture
def hub(borough, at_amaras):
    """Where Amara does acts on a draft with a directorate of four posts and two teams."""
    structure = planted(borough, literal(SIX, key="hub"), Structure.Status.DRAFT)
    return Desk(at_amaras, f"/borough/structures/{structure.key}/", "/borough/structures/hub/")


def stands():
    """By the name of each new unit, the keys of what is in it."""
    now = snapshot(Structure.objects.get(key="hub"))
    return {
        unit.name: [
            *(below.key for below in now.units_under.get(unit.key, ())),
            *(post.key for post in now.posts_in.get(unit.key, ())),
        ]
        for unit in now.units.values()
        if unit.parent is None
    }


def test_posts_of_one_title_are_chosen_together_and_one_of_them_by_itself(hub):
    typed = {"into": "Near\nFar", "rest": "1", "alike-a": "2", "goes-b": "1", "goes-north": "2"}
    hub.does("split", "hub", **typed)
    assert stands() == {"Near": ["south", "head", "b"], "Far": ["north", "a", "c"]}


def test_all_that_is_in_a_unit_goes_to_one_of_its_parts_but_for_what_is_said(hub):
    hub.does("split", "hub", **{"into": "Near\nFar", "rest": "2", "goes-head": "1"})
    assert stands() == {"Near": ["head"], "Far": ["north", "south", "a", "b", "c"]}


def test_the_choices_are_the_names_that_were_typed(hub):
    asked = hub.sends("split", hub.opens("split", "hub"), into="Near\nFar", find="1")
    page = asked.content.decode()
    assert '<option value="2">Far</option>' in page
    assert "3rd name" not in page
    assert "North Team, with 1 post below it, goes to" in words(asked)
    assert "Officer: all 3 posts go to" in words(asked)


def test_posts_are_asked_for_one_by_one_only_where_that_is_unfolded(hub):
    page = hub.opens("split", "hub").content.decode()
    one_by_one = page[page.index("Post by post (4)") :]
    assert one_by_one.index("Officer (post B) goes to") < one_by_one.index("</details>")
    assert "Officer (post B)" not in page[: page.index("Post by post (4)")]
