"""What a person is told and asked where units are split and merged, and where hours clash."""

from tests.pages import words
from tests.test_acts import amaras, drawn, heads, noors, snapshot  # noqa: F401

HEAD = "Head of Care, who heads it, then heads"


def field_of(answer):
    form = answer.context["form"]
    return next(name for name in form.fields if name.startswith("heads-"))


def keys_of(structure):
    return {unit.name: unit.key for unit in structure.units.values()}


def test_who_heads_a_unit_that_is_split_is_asked_what_to_head(drawn, amaras):  # noqa: F811
    opened = amaras.opens("split", "care")
    assert HEAD in words(opened)
    amaras.sends("split", opened, into="Near\nFar", **{field_of(opened): "2"})
    now = snapshot(drawn)
    assert [lead.post for lead in now.leads_of[keys_of(now)["Far"]]] == ["head-of-care"]
    assert keys_of(now)["Near"] not in now.leads_of


def test_who_heads_a_unit_that_is_split_heads_none_unless_that_is_said(drawn, amaras):  # noqa: F811
    amaras.does("split", "care", into="Near\nFar")
    now = snapshot(drawn)
    assert not {keys_of(now)["Near"], keys_of(now)["Far"]} & now.leads_of.keys()


def test_nobody_heads_a_unit_that_has_no_name(drawn, amaras):  # noqa: F811
    opened = amaras.opens("split", "care")
    answer = amaras.sends("split", opened, into="Near\nFar", **{field_of(opened): "3"})
    assert answer.status_code == 422
    assert "There is no name on line 3" in words(answer)


def test_it_is_said_where_what_is_merged_will_stand(drawn, amaras):  # noqa: F811
    page = words(amaras.opens("merge", "care", "learning"))
    assert "The new unit will stand in Children's Services." in page
    page = words(amaras.opens("merge", "children", "care"))
    assert "The new unit will stand at the top of the council." in page


def test_hours_that_clash_are_shown_as_short_as_they_were_typed(drawn, amaras, noors):  # noqa: F811
    amaras.does("change", "head-of-care", fte="1")
    opened = amaras.opens("change", "head-of-care", field="fte")
    assert 'value="1"' in opened.content.decode()
    noors.does("change", "head-of-care", fte="0.9")
    answer = amaras.sends("change", opened, fte="0.80")
    assert answer.status_code == 409
    assert "FTE Both changed 1 0.9 0.8 " in words(answer)


def test_a_post_in_a_unit_that_nobody_heads_is_told_to_have_no_stated_line(amaras):  # noqa: F811
    assert "Of a unit that nobody heads: whom it reports to is not stated" in words(
        amaras.opens("new-post")
    )
