"""Names that are typed (C2): found where they are no post's or unit's, let be where known."""

from dataclasses import replace

import pytest

from posts.snapshot import OtherName
from reports.checks import findings
from tests.checking import checked, existing, found


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("The Head of Larning is asked.", "Head of Learning"),
        ("The Director of Childrens Services is asked.", "Director of Children's Services"),
        ("Posts in Childrens Services move.", "Children's Services"),
    ],
)
def test_a_name_that_nearly_is_one_of_ours_is_found(text, nearest):
    (one,) = [each for each in findings(checked(text)) if each.check == "C2"]
    assert one.text.startswith(f"The nearest is {nearest}.")


@pytest.mark.parametrize(
    "text",
    [
        "The Heads of Service, the Head of Care and the Head of Human Resources.",
        "Director of Finance; Secretary of State for Education; Learning and Skills Council.",
        "Building Schools for the Future and the Care Quality Commission.",
        "The Children Act 2004 and the Schools Forum. Head of Schools and Care.",
        "[names of divisions, proposed]",
    ],
)
def test_a_name_that_is_ours_or_somebody_elses_is_let_be(text):
    assert found("C2", text) == []


def test_what_an_act_calls_an_officer_and_one_of_several_are_let_be():
    after = existing(key="a")
    dcs = replace(after.posts["dcs"], title="Corporate Director of Children's Services")
    hubs = replace(after.units["youth"], name="Family Hubs", number=None)
    after = replace(after, posts=after.posts | {"dcs": dcs}, units=after.units | {"youth": hubs})
    sides = {"before": replace(after, key="s"), "after": after}
    text = "The Director of Children's Services, the Director of Adult Services; a Family Hub."
    assert found("C2", text, **sides) == []
    assert found("C2", "The Scope of Children's Services is wide.", **sides) == []
    assert len(found("C2", "Open the Family Hibs.", **sides)) == 1


def test_the_papers_own_slip_is_found_and_another_name_is_right():
    after = existing(key="a")
    quality = replace(after.posts["hol"], title="Head of Quality & Learning")
    after = replace(after, posts=after.posts | {"hol": quality})
    text = (
        "It goes to the Head of Quality & Standards, and again to the Head of Quality & Standards."
    )
    assert found("C2", text, after=after) == [
        "look: “Head of Quality & Standards” is neither a post nor a unit"
    ]
    known = replace(quality, other_names=(OtherName(name="Head of Quality & Standards"),))
    assert found("C2", text, after=replace(after, posts=after.posts | {"hol": known})) == []
