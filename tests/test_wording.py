import pytest

from posts.snapshot import Ending
from reports.calling import called_by_key
from reports.compare import compare
from reports.wording import kinds, made_up, mark, marks_after, marks_before, sentence
from tests.literals import structure

BEFORE = """
directorate cs | Directorate of Children's Services
  - dcs | Director of Children's Services | tier=1
  - ads | ? | tier=2 | number=3 | category=Assistant Director
  - interims | ? | tier=2 | number=2 | category=Assistant Director
  division css | Children's Specialist Services
    section sg | Safeguarding
    section inc | Inclusion
  division eye | Early Years, Youth & Education Services
    section ey | Early Years
    section youth | Youth
  division res | Resources
    service es | E-services
@outside
body lsc | Learning and Skills Council
  service post16 | 14-19 commissioning
"""

AFTER = """
directorate cs | Directorate of Children's Services
  - dcs | Director of Children's Services | tier=1
  division caf | Children and Families
    - ad1 | Assistant Director Children and Families | tier=2
    section ey | Early Years
  division epl | Education, Play and Learning
    section inc | Inclusion
  division tf | Transforming Futures
    section youth | Youth
    section sg | Safeguarding | certainty=uncertain
    service es | E-services
    service post16 | 14-19 commissioning | effective=April 2010
@outside
body lsc | Learning and Skills Council
"""

ORIGINS = ["caf mostly css", "caf part eye", "epl mostly eye", "epl part css", "tf new"]
ORIGINS += ["ad1 not stated", "es part res", "es part eye"]


@pytest.fixture
def before():
    return structure(BEFORE, complete=2)


@pytest.fixture
def after():
    return structure(AFTER, complete=2, origins=ORIGINS, endings=["interims", "res"])


@pytest.fixture
def changes(before, after):
    return compare(before, after)


def of(text):
    return f"directorate cs | CS\n{text}"


def say(before, after, **rest):
    """The sentences of what changes between two structures written out."""
    was, becomes = structure(of(before)), structure(of(after), **rest)
    return [sentence(change, was, becomes) for change in compare(was, becomes)]


def labels(before, after, **rest):
    """The labels on both sides of two structures written out."""
    was, becomes = structure(of(before)), structure(of(after), **rest)
    changes = compare(was, becomes)
    sides = marks_before(changes, was, becomes), marks_after(changes, was, becomes)
    return [in_words(side) for side in sides]


def in_words(marks):
    return {key: [label.words for label in found] for key, found in marks.items()}


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


def test_the_existing_chart_says_where_each_goes(before, after, changes):
    assert in_words(marks_before(changes, before, after)) == {
        "ey": ["→ MOVES TO Children and Families"],
        "inc": ["→ MOVES TO Education, Play and Learning"],
        "youth": ["→ MOVES TO Transforming Futures"],
        "sg": ["→ MOVES TO Transforming Futures, uncertain"],
        "es": ["→ MOVES TO Transforming Futures"],
        "post16": ["JOINS Transforming Futures"],
        "css": ["× CLOSED, mostly to Children and Families"],
        "eye": ["× CLOSED, mostly to Education, Play and Learning"],
        "res": ["× CLOSED, to Transforming Futures"],
        "ads": ["MATCH NOT STATED"],
        "interims": ["× DELETED"],
    }


def test_the_proposed_chart_says_where_each_comes_from(before, after, changes):
    assert in_words(marks_after(changes, before, after)) == {
        "caf": ["+ NEW, largely made up from Children's Specialist Services"],
        "ey": ["→ MOVED FROM Early Years, Youth & Education Services"],
        "epl": ["+ NEW, largely made up from Early Years, Youth & Education Services"],
        "inc": ["→ MOVED FROM Children's Specialist Services"],
        "tf": ["+ NEW"],
        "youth": ["→ MOVED FROM Early Years, Youth & Education Services"],
        "sg": ["→ MOVED FROM Children's Specialist Services, uncertain"],
        "es": ["→ MOVED FROM Resources and Early Years, Youth & Education Services"],
        "post16": ["JOINS FROM Learning and Skills Council"],
        "ad1": ["MATCH NOT STATED"],
    }


def test_each_kind_has_a_shape(changes):
    assert {(change.kind, mark(change).kind) for change in changes} == {
        ("formed from", "new"),
        ("moved", "moved"),
        ("created", "new"),
        ("joins from outside", "outside"),
        ("closed", "deleted"),
        ("origin not stated", "unplaced"),
        ("fate not stated", "unplaced"),
        ("deleted", "deleted"),
    }


def test_a_renamed_unit_is_labelled_on_both_sides():
    assert labels("  team t | A", "  team t | B") == [
        {"t": ["RENAMED, becomes B"]},
        {"t": ["RENAMED, was A"]},
    ]


@pytest.mark.parametrize(
    ("before", "after", "existing", "proposed"),
    [
        ("grade=L5", "grade=L6", "REGRADED, becomes L6", "REGRADED, was L5"),
        ("fte=1.0", "fte=0.5", "HOURS 1 FTE, becomes 0.5 FTE", "HOURS 0.5 FTE, was 1 FTE"),
        ("number=5", "number=3", "NUMBER 5, becomes 3", "NUMBER 3, was 5"),
        (
            "state=vacant",
            "state=filled",
            "STATE vacant, becomes filled",
            "STATE filled, was vacant",
        ),
        ("line=none", "reports_to=b", "REPORTS TO nobody, becomes B", "REPORTS TO B, was nobody"),
        ("tier=1", "changed=grade | tier=1", "REGRADED", "REGRADED"),
        (
            "tier=1",
            "changed=responsibilities | tier=1",
            "RESPONSIBILITIES CHANGED",
            "RESPONSIBILITIES CHANGED",
        ),
    ],
)
def test_each_value_is_labelled_with_what_it_is_on_that_side(before, after, existing, proposed):
    was, becomes = (f"  - b | B\n  - a | A | {each}" for each in (before, after))
    assert labels(was, becomes) == [{"a": [existing]}, {"a": [proposed]}]


def test_a_thing_with_two_changes_has_two_labels():
    found = labels("  team t | T\n  area a | A", "  area a | A\n    team t | New T")
    assert found[1] == {"t": ["RENAMED, was T", "→ MOVED FROM CS"]}


def test_merged_and_split_units_are_labelled_on_both_sides():
    two, one = "  team a | A\n  team b | B", "  team c | C"
    merged = labels(two, one, origins=["c whole a", "c whole b"])
    split = labels(one, two, origins=["a whole c", "b whole c"])
    assert merged == [
        {"a": ["MERGES INTO C"], "b": ["MERGES INTO C"]},
        {"c": ["MERGED FROM A and B"]},
    ]
    assert split == [
        {"c": ["SPLIT INTO A and B"]},
        {"a": ["SPLIT FROM C"], "b": ["SPLIT FROM C"]},
    ]


def test_posts_of_one_title_are_split_by_number_and_unit():
    before = "  team a | A\n    - sw | Social Worker | number=14\n  team b | B"
    after = (
        "  team a | A\n    - n | Social Worker | number=8\n"
        "  team b | B\n    - s | Social Worker | number=?"
    )
    origins = ["n whole sw", "s whole sw"]
    assert say(before, after, origins=origins) == [
        "Social Worker (14 posts) are split: 8 in A and some in B."
    ]
    assert labels(before, after, origins=origins)[0] == {"sw": ["SPLIT, 8 in A and some in B"]}


def test_a_unit_under_another_key_is_labelled_at_each_of_its_keys():
    assert labels("  team a | A", "  team b | B", origins=["b whole a"]) == [
        {"a": ["RENAMED, becomes B"]},
        {"b": ["RENAMED, was A"]},
    ]


def test_a_division_is_said_to_be_largely_made_up_without_what_left_and_with_what_came(
    before, after, changes
):
    assert made_up("caf", changes, before, after) == (
        "This division is largely made up from Children's Specialist Services, without "
        "“Inclusion” and “Safeguarding” (uncertain), and includes “Early Years” from Early Years, "
        "Youth & Education Services."
    )


def test_a_new_division_says_what_it_includes_and_what_joins_it(before, after, changes):
    assert made_up("tf", changes, before, after) == (
        "This is a new division. It includes “Youth” from Early Years, Youth & Education Services, "
        "“Safeguarding” (uncertain) from Children's Specialist Services and “E-services” from "
        "Resources and Early Years, Youth & Education Services. “14-19 commissioning” joins from "
        "Learning and Skills Council (April 2010)."
    )


def test_parts_that_no_section_accounts_for_are_said_to_be_parts():
    before = structure(of("  division a | A\n  division b | B"))
    after = structure(of("  division c | C"), origins=["c mostly a", "c part b"])
    assert made_up("c", compare(before, after), before, after) == (
        "This division is largely made up from A, and includes part of B."
    )


def test_a_unit_that_stays_says_what_it_takes_in_and_what_goes():
    before = structure(of("  division a | A\n    team t | T\n  division b | B"))
    after = structure(of("  division a | A\n  division b | B\n    team t | T"))
    changes = compare(before, after)
    assert made_up("b", changes, before, after) == "This division takes in “T” from A."
    assert made_up("a", changes, before, after) == "“T” goes to B."
    assert made_up("cs", changes, before, after) is None


def test_the_kinds_of_change_are_counted_in_the_councils_words(before, after, changes):
    found = {(kind.subject, kind.label): kind.things for kind in kinds(changes, before, after)}
    assert found["unit", "+ NEW"] == "3 divisions"
    assert found["unit", "→ MOVED"] == "3 to 4 sections and 1 service"
    assert found["unit", "× CLOSED"] == "3 divisions"
    assert found["unit", "RENAMED"] == "none"
    assert found["post", "× DELETED"] == "2 posts"
    assert found["reporting line", "LINE ADDED"] == "none"


@pytest.mark.parametrize(
    ("before", "after", "things"),
    [
        ("  - a | A | number=4", "  - a | A | number=6", "1 line of posts: from 4 to 6"),
        (
            "  - a | A | number=4\n  - b | B",
            "  - a | A | number=6\n  - b | B | number=2",
            "2 lines of posts: from 5 to 8",
        ),
        ("  - a | A", "  - a | A | changed=number", "1 line of posts"),
    ],
)
def test_numbers_that_change_are_counted_by_the_line(before, after, things):
    before, after = structure(of(before)), structure(of(after))
    found = kinds(compare(before, after), before, after)
    assert [
        kind.things for kind in found if kind.kinds == ("number changed",) and kind.changes
    ] == [things]


def test_several_alike_are_said_in_the_plural_of_what_they_are_made_up_from():
    before = structure(of("  team t | T\n    team n | N\n  team m | M"))
    text = "  team h | Hubs | number=?\n    team n | N"
    after = structure(of(text), origins=["h mostly m"])
    changes = compare(before, after)
    assert made_up("h", changes, before, after) == (
        "“Hubs” are largely made up from M, and include “N” from T."
    )


def test_a_kind_of_which_the_number_is_not_stated_says_so():
    before = structure(of("  - a | A | number=?"))
    after = structure(of(""), endings=["a"])
    found = kinds(compare(before, after), before, after)
    (deleted,) = [kind.things for kind in found if kind.kinds == ("deleted",)]
    assert deleted == "at least 1 post"


def test_the_councils_words_have_their_plurals():
    before = structure(of(""))
    text = "  agency a | A\n  agency b | B\n  branch c | C\n  branch d | D"
    after = structure(of(text), origins=[f"{key} new" for key in "abcd"])
    new = kinds(compare(before, after), before, after)[0]
    assert new.things == "2 agencies and 2 branches"


def test_no_sentence_shouts_or_says_please(before, after, changes):
    said = [sentence(change, before, after) for change in changes]
    assert all(one[0].isupper() or one[0].isdigit() for one in said)
    assert all(one.endswith(".") and "!" not in one and "None" not in one for one in said)
