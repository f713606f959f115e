"""Each change said in a sentence."""

import pytest

from posts.snapshot import Ending
from reports.calling import called_by_key
from reports.compare import compare
from reports.wording import sentence
from tests.literals import structure
from tests.told import AFTER, BEFORE, ORIGINS, say


@pytest.fixture
def before():
    return structure(BEFORE, complete=2)


@pytest.fixture
def after():
    return structure(AFTER, complete=2, origins=ORIGINS, endings=["interims", "res"])


@pytest.fixture
def changes(before, after):
    return compare(before, after)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("  team h | A centre", "  team h | A hub", "A centre is renamed A hub."),
        (
            "  team h | Family centres | number=?",
            "  team h | Hubs | number=?",
            "Family centres are renamed Hubs.",
        ),
        ("  - a | Director", "  - a | Service Director", "Director is retitled Service Director."),
        ("  - a | A | number=2", "  - a | B | number=2", "A are retitled B."),
        (
            "  - a | A | grade=Level 5",
            "  - a | A | grade=Level 6",
            "The grade of A changes from Level 5 to Level 6.",
        ),
        ("  - a | A", "  - a | A | changed=grade", "The grade of A changes; how is not stated."),
        (
            "  - a | A | fte=1.0",
            "  - a | A | fte=0.8",
            "The hours of A change from 1 to 0.8 FTE.",
        ),
        (
            "  - a | A | number=5",
            "  - a | A | number=3",
            "A: 3 posts, were 5.",
        ),
        ("  - a | A | number=1", "  - a | A | number=2", "A: 2 posts, was 1."),
        ("  - a | A | number=2", "  - a | A", "A: 1 post, were 2."),
        ("  team t | T | number=20", "  team t | T | number=22", "T: 22, were 20."),
        (
            "  - a | ? | number=2 | category=Head",
            "  - a | ? | number=3 | category=Head",
            "3 Head posts (title not stated), were 2.",
        ),
        (
            "  - a | A",
            "  - a | A | changed=number",
            "The number of A changes; how is not stated.",
        ),
        (
            "  - a | A | state=vacant",
            "  - a | A | state=filled",
            "The state of A changes from vacant to filled.",
        ),
        (
            "  - a | A\n  - b | B\n  - x | X | reports_to=a",
            "  - a | A\n  - b | B\n  - x | X | reports_to=b",
            "X reports to B, instead of A.",
        ),
        (
            "  - x | X | reports_to=x",
            "  - x | X | reports_to=x | changed=reports_to",
            "X reports to another post; to which is not stated.",
        ),
        (
            "  - a | A\n  - b | ?\n  - x | X | reports_to=a",
            "  - a | A\n  - b | ?\n  - x | X | reports_to=b",
            "X reports to a post whose title is not stated, instead of A.",
        ),
        (
            "  - a | ?\n  - b | ?\n  - x | X | reports_to=a",
            "  - a | ?\n  - b | ?\n  - x | X | reports_to=b",
            "X reports to a post whose title is not stated, instead of a post whose title is not "
            "stated.",
        ),
        ("  area v | VS", "  area v | VS | changed=remit", "The responsibilities of VS change."),
        (
            "  area a | A\n    team t | T\n  area b | B",
            "  area a | A\n  area b | B\n    team t | T | phase=two | effective=4 December 2023",
            "T moves from A to B (phase two, 4 December 2023).",
        ),
        (
            "@unplaced\nhome t | Tipton Road",
            "  home t | Tipton Road",
            "Tipton Road moves to CS; where it was is not stated.",
        ),
        (
            "  team t | T",
            "team t | T",
            "T moves out of CS.",
        ),
        (
            "  service a | Arts",
            "@unplaced\nservice a | Arts",
            "Arts leaves CS; the destination is not decided.",
        ),
        (
            "service a | Arts",
            "@unplaced\nservice a | Arts | phase=first step | note=what is left of it.",
            "The destination of Arts is not decided (phase “first step”). What is left of it.",
        ),
        (
            "@unplaced\nunit ich | ICH\n  service s | Some services | number=?\n",
            "@unplaced\nunit ich | ICH\nservice s | Some services | number=?",
            "Some services move out of ICH; where to is not stated.",
        ),
        (
            "@outside\nbody l | LSC\n  service p | Post-16",
            "  service p | Post-16\n@outside\nbody l | LSC",
            "Post-16 joins CS from LSC.",
        ),
        ("@outside\nbody e | EL", "@unplaced\nbody e | EL", "EL joins the council from outside."),
        (
            "  team a | Adult College\n@outside\nbody l | LSC",
            "@outside\nbody l | LSC\n  team a | Adult College",
            "Adult College leaves CS and the council for LSC.",
        ),
        (
            "  team d | Day Services",
            "@outside\nbody t | Trust\n  team d | Day Services",
            "Day Services leaves CS and the council for Trust.",
        ),
        ("", "  team t | T", "Where T comes from is not stated."),
        ("  team t | T", "", "What becomes of T is not stated."),
        ("", "  - a | A", "It is not stated which existing post, if any, becomes A."),
        ("  - a | A", "", "It is not stated which proposed post, if any, A becomes."),
        (
            "  - a | A | number=2",
            "",
            "It is not stated which proposed posts, if any, A (2 posts) become.",
        ),
        (
            "",
            "  - a | ? | number=?",
            "It is not stated which existing posts, if any, become posts (number and title not "
            "stated).",
        ),
    ],
)
def test_each_change_is_said_in_a_sentence(before, after, says):
    assert say(before, after) == [says]


@pytest.mark.parametrize(
    ("before", "after", "origins", "says"),
    [
        ("", "  division t | T", ["t new"], ["T is a new division."]),
        ("", "  team t | T | number=3", ["t new"], ["T (3) are new teams."]),
        (
            "  team m | M",
            "  team t | T | number=?",
            ["t mostly m"],
            [
                "T are new teams, largely made up from M.",
                "Of M, most of it goes to T; what becomes of the rest is not stated.",
            ],
        ),
        ("", "  - a | A | number=2", ["a new"], ["A (2 posts) are new posts."]),
        ("", "  - a | ? | number=?", ["a new"], ["Posts (number and title not stated) are new."]),
        (
            "  team m | MASH\n  team e | Early Helpdesk",
            "  team f | Front Door",
            ["f whole m", "f whole e"],
            ["MASH and Early Helpdesk merge into Front Door."],
        ),
        (
            "  team d | DEAL",
            "  team a | Arts\n  team e | Education",
            ["a whole d", "e whole d"],
            ["DEAL is split into Arts and Education."],
        ),
        (
            "  team d | DEAL",
            "  team a | A | phase=1 | effective=May 2025\n"
            "  team e | E | phase=2 | effective=May 2025",
            ["a whole d", "e whole d"],
            ["DEAL is split into A and E (May 2025)."],
        ),
        (
            "  team a | A\n  team b | B",
            "  team a | A\n  team b | B",
            ["b part a"],
            ["B takes in part of A."],
        ),
        ("  - a | A", "  - a | A\n  - b | B", ["b mostly a"], ["B is formed from A."]),
    ],
)
def test_each_origin_is_said_in_a_sentence(before, after, origins, says):
    assert say(before, after, origins=origins) == says


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (
            "  team d | Day Services\n    - m | Manager",
            "@outside\nbody t | the Trust\n  team d | Day Services\n    - m | Manager",
            "Manager leaves the council with Day Services, for the Trust.",
        ),
        (
            "@outside\nbody t | the Trust\n  team d | Day Services\n    - m | Manager",
            "  team d | Day Services\n    - m | Manager",
            "Manager joins the council with Day Services, from the Trust.",
        ),
        (
            "@outside\nbody t | Education Leeds\n  - m | Deputy | number=2",
            "  body t | Education Leeds\n    - m | Deputy | number=2",
            "Deputy (2 posts) join the council with Education Leeds.",
        ),
        (
            "  team s | Sheltered Housing\n    - m | Warden | phase=2",
            "@unplaced\nteam s | Sheltered Housing\n  - m | Warden | phase=2",
            "Warden goes with Sheltered Housing, whose destination is not decided (phase 2).",
        ),
    ],
)
def test_a_post_crosses_the_border_of_the_council_with_its_unit(before, after, says):
    assert say(before, after)[-1] == says


def test_a_closed_division_says_where_it_went(before, after, changes):
    assert [sentence(change, before, after) for change in changes if change.kind == "closed"] == [
        "Children's Specialist Services closes; most of it goes to Children and Families, and "
        "parts of it to Education, Play and Learning and Transforming Futures.",
        "Early Years, Youth & Education Services closes; most of it goes to Education, Play and "
        "Learning, and parts of it to Children and Families and Transforming Futures.",
        "Resources closes; parts of it go to Transforming Futures.",
    ]


def test_a_post_that_ends_is_deleted_from_a_date():
    end = Ending(key="a", effective="31 March 2006", phase="one", certainty="uncertain")
    assert say("  - a | Director", "", endings=[end]) == [
        "Director is deleted (phase one, 31 March 2006, uncertain)."
    ]


def test_a_line_is_said_with_its_kind_and_its_reason():
    lines = [
        {"post": "a", "kind": "dotted", "to_other": "Chief Executive", "reason": "Laming asks so"},
        {"post": "a", "kind": "accountable", "to_other": "Members"},
        {"post": "a", "kind": "link", "to": "b"},
    ]
    text = "  - a | Divisional Director\n  - b | ?"
    assert say(text, text, lines=lines) == [
        "Divisional Director gains a dotted line to Chief Executive: Laming asks so.",
        "Divisional Director gains a line of accountability to Members.",
        "Divisional Director gains a link to a post whose title is not stated.",
    ]


@pytest.mark.parametrize("origins", [[], ["a not stated"], ["a new"]])
def test_a_post_that_was_not_there_before_has_its_lines_and_does_not_gain_them(origins):
    line = {"post": "a", "kind": "joint", "to": "b", "reason": "the 2025 vision"}
    said = say("  - b | B", "  - a | A\n  - b | B", lines=[line], origins=origins)
    assert said[-1] == "A has a joint line to B in the proposed structure: the 2025 vision."


def test_a_post_under_another_key_gains_its_lines():
    line = {"post": "a", "kind": "joint", "to": "b"}
    said = say("  - c | A\n  - b | B", "  - a | A\n  - b | B", lines=[line], origins=["a whole c"])
    assert said == ["A gains a joint line to B."]


def test_a_post_without_a_title_goes_by_its_category(before, after, changes):
    (deleted,) = [change for change in changes if change.kind == "deleted"]
    assert sentence(deleted, before, after) == (
        "2 Assistant Director posts (title not stated) are deleted."
    )


def test_a_key_goes_by_what_it_is_called(before):
    assert [called_by_key(before, key) for key in ("sg", "interims", "x9", None)] == [
        "Safeguarding",
        "2 Assistant Director posts (title not stated)",
        None,
        None,
    ]


def test_no_sentence_shouts_or_says_please(before, after, changes):
    said = [sentence(change, before, after) for change in changes]
    assert all(one[0].isupper() or one[0].isdigit() for one in said)
    assert all(one.endswith(".") and "!" not in one and "None" not in one for one in said)
