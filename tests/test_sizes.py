"""How large a draft is beside its base, on every page, whatever tier its posts are of."""

import pytest

from posts import proposals, redrawing
from reports.assemble import comparison_of
from reports.models import Restructure
from reports.sizes import sizes
from tests.list_page import made_by
from tests.pages import words

LIST = """Post no,Job title,Directorate,Team,Reports to,FTE
1,Chief Executive,,,none,1
2,Director of Children's Services,Children,,1,1
3,Youth Worker,Children,Youth,2,0.5
"""


def drawn(base, user):
    """A restructure drawn from a structure."""
    draft = proposals.draw(base, key="draft", title="Option A", user=user)
    with base.council.editing(verb="propose"):
        return Restructure.objects.create(
            council=base.council, key="option-a", title="Option A", before=base, after=draft
        )


@pytest.fixture
def restructure(borough, amara, at_amaras):
    """A draft of a structure that was made from a list that holds every post."""
    made_by(at_amaras, LIST, status="on record")
    return drawn(borough.structures.get(), amara)


def said(restructure):
    """What every page says of sizes: name, before, after, change."""
    found = sizes(comparison_of(restructure))
    return {each.name: (str(each.before), str(each.after), each.change) for each in found}


def test_every_new_post_counts_where_every_post_is_listed(restructure):
    lowest = restructure.after.posts.get(title="Youth Worker")
    redrawing.create_posts(restructure.after, "Adviser", 1, fte=1)
    redrawing.create_posts(restructure.after, "Assistant", 3, reports_to=lowest, fte=1)
    assert said(restructure)["Posts"] == ("3", "7", "+4")
    assert said(restructure)["FTE"] == ("2.5", "6.5", "+4")
    assert not any("tier" in name or "listed" in name for name in said(restructure))


def test_every_page_says_the_same_of_new_posts(restructure, at_amaras):
    redrawing.create_posts(restructure.after, "Adviser", 1, fte=1)
    for address in (
        "structures/draft/changed/", "restructures/option-a/", "options/?before=our-structure",
    ):  # fmt: skip
        page = words(at_amaras.get(f"/borough/{address}")).replace("→ become ", "")
        assert "Posts 3 4 +1" in page
        assert "FTE 2.5 3.5 +1" in page


def test_a_post_without_hours_leaves_the_difference_open(restructure):
    redrawing.create_posts(restructure.after, "Adviser", 1)
    assert said(restructure)["FTE"] == ("2.5", "at least 2.5", "cannot be computed")


def test_hours_that_nobody_states_or_changes_leave_the_difference_of_others_exact(
    borough, amara, at_amaras
):
    made_by(at_amaras, LIST.replace("0.5", ""), status="on record")
    restructure = drawn(borough.structures.get(), amara)
    redrawing.create_posts(restructure.after, "Adviser", 1, fte=1)
    assert said(restructure)["FTE"] == ("at least 2", "at least 3", "+1 listed")


@pytest.fixture
def to_tier_two(restructure):
    """The same, of which only the first two tiers are listed in full."""
    for structure in (restructure.before, restructure.after):
        structure.complete_to_tier = 2
        structure.history.model.objects.filter(id=structure.pk).update(complete_to_tier=2)
        type(structure).objects.filter(pk=structure.pk).update(complete_to_tier=2)
    return restructure


def test_a_post_without_a_line_may_be_of_the_tiers_that_are_listed_in_full(to_tier_two):
    redrawing.create_posts(to_tier_two.after, "Adviser", 1, fte=1)
    assert said(to_tier_two) == {
        "Units": ("at least 2", "at least 2", "0 listed"),
        "Posts in tiers 1 to 2": ("2", "2 to 3", "0 to +1"),
        "Posts listed": ("3", "4", "+1"),
        "of them outside the council": ("0", "0", "0"),
        "FTE in tiers 1 to 2": ("2", "2 to 3", "0 to +1"),
        "FTE listed": ("2.5", "3.5", "+1"),
        "Functions": ("not stated", "not stated", "–"),
    }


def test_the_home_of_the_council_counts_as_the_comparison_does(to_tier_two, at_amaras):
    redrawing.create_posts(to_tier_two.after, "Adviser", 1, fte=1)
    assert "at least 2 2 to 3 to tier 2" in words(at_amaras.get("/borough/"))


def test_posts_below_the_tiers_that_are_listed_in_full_stand_beside_them(to_tier_two):
    lowest = to_tier_two.after.posts.get(title="Youth Worker")
    redrawing.create_posts(to_tier_two.after, "Assistant", 3, reports_to=lowest, fte=1)
    assert said(to_tier_two)["Posts in tiers 1 to 2"] == ("2", "2", "0")
    assert said(to_tier_two)["Posts listed"] == ("3", "6", "+3")
