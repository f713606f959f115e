"""What units and posts are called where a name is not alone in its structure."""

from divisions.apart import Thing, told_apart
from reports.comparison import Comparison
from reports.drafts.said import lines
from reports.previews import would_say
from reports.proposal import Proposal
from tests.literals import structure

BEFORE = """
    directorate hub | Customer Hub
      team hub-north | North Team
        - h1 | Officer | post_number=H1
        - h2 | Officer | post_number=H2
        - hm | Hub Manager
      team hub-south | South Team
    directorate rev | Revenues
      team rev-north | North Team
        - r1 | Officer | post_number=R1
"""


def said(before, after):
    """Every change in its sentence."""
    comparison = comparison_of(before, after)
    return [comparison.sentence(change) for change in comparison.changes]


def comparison_of(before, after):
    """The whole comparison of a draft with what it was drawn from."""
    sides = structure(before, complete=9), structure(after, complete=9)
    proposal = Proposal(key="draft", title="The draft", before="s", after="s")
    return Comparison("The Borough", proposal, *sides)


def test_a_name_that_is_alone_stays_as_it_is():
    assert told_apart({1: Thing("Officer", ("North Team",), "H1")}) == {1: "Officer"}


def test_things_of_one_name_are_told_apart_by_as_little_as_it_takes():
    alike = {
        1: Thing("Officer", ("North Team", "Customer Hub"), "H1"),
        2: Thing("Officer", ("North Team", "Customer Hub"), "H2"),
        3: Thing("Officer", ("North Team", "Revenues"), "R1"),
        4: Thing("Officer", ("Finance", "Revenues")),
        5: Thing("Officer", (), top="unit not stated"),
    }
    assert told_apart(alike) == {
        1: "Officer (Customer Hub › North Team, post H1)",
        2: "Officer (Customer Hub › North Team, post H2)",
        3: "Officer (Revenues › North Team)",
        4: "Officer (Finance)",
        5: "Officer (unit not stated)",
    }


def test_a_structure_says_the_place_only_of_what_shares_its_name():
    drawn = structure(BEFORE)
    assert drawn.called("hub-north") == "North Team (Customer Hub)"
    assert drawn.called("hub-south") == "South Team"
    assert drawn.called("h2") == "Officer (Customer Hub › North Team, post H2)"
    assert drawn.called("hm") == "Hub Manager"


def test_a_move_between_teams_of_one_name_says_which_post_and_which_teams():
    after = BEFORE.replace("        - h2 | Officer | post_number=H2\n", "").replace(
        "post_number=R1\n", "post_number=R1\n        - h2 | Officer | post_number=H2\n"
    )
    assert said(BEFORE, after) == [
        "Officer (post H2) moves from North Team (Customer Hub) to North Team (Revenues)."
    ]


def test_one_of_several_that_is_there_no_more_is_said_with_its_place():
    after = BEFORE.replace("        - r1 | Officer | post_number=R1\n", "")
    assert said(BEFORE, after) == [
        "It is not stated which proposed post, if any, Officer (Revenues › North Team) becomes."
    ]


def test_a_team_that_gets_a_name_of_its_own_is_said_by_the_place_that_it_had():
    after = BEFORE.replace("rev-north | North Team", "rev-north | Recovery")
    assert said(BEFORE, after) == ["North Team (Revenues) is renamed Recovery."]


def test_posts_from_two_teams_of_one_name_are_not_counted_together():
    posts = "".join(f"        - x{n} | Clerk {n}\n" for n in range(4))
    others = "".join(f"        - y{n} | Adviser {n}\n" for n in range(4))
    base = BEFORE.replace("        - hm |", f"{posts}        - hm |") + others
    after = BEFORE.replace("hub-south | South Team\n", f"hub-south | South Team\n{posts}{others}")
    told = [line.things for line in lines(comparison_of(base, after))]
    assert told == [
        "4 posts from North Team (Customer Hub) to South Team",
        "4 posts from North Team (Revenues) to South Team",
    ]


def test_what_is_said_beforehand_tells_namesakes_apart_too():
    before = structure(BEFORE, complete=9)
    after = structure(BEFORE.replace("hub-south | South Team", "hub-south | North"), complete=9)
    moved = structure(
        BEFORE.replace("        - r1 | Officer | post_number=R1\n", "").replace(
            "hub-south | South Team\n", "hub-south | South Team\n        - r1 | Officer\n"
        ),
        complete=9,
    )
    assert would_say(before, moved, "r1") == (
        "Officer moves from North Team (Revenues) to South Team."
    )
    assert would_say(before, after, "hub-south") == "South Team is renamed North."
