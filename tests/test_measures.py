import pytest

from posts.snapshot import EVERY_TIER
from reports.compare import compare
from reports.measures import (
    by_category,
    by_division,
    by_grade,
    by_tier,
    common_tier,
    into_each,
    only_said,
    out_of_each,
    post_rows,
    verdicts,
)
from reports.proposal import Proposal, Scope, Statement
from reports.scope import out_of_scope
from tests.literals import structure
from tests.told import AFTER, BEFORE, ORIGINS


@pytest.fixture
def before():
    return structure(BEFORE, complete=2)


@pytest.fixture
def after():
    return structure(AFTER, complete=2, origins=ORIGINS, endings=["interims", "res"])


def rows(measures):
    return [
        (each.name, str(each.before), str(each.after), each.difference and each.difference.signed)
        for each in measures
    ]


def of_posts(*lines, complete=None):
    return structure("unit u | U\n" + "\n".join(f"  - {line}" for line in lines), complete=complete)


def judged(before, after, *statements, scope=()):
    proposal = Proposal(
        key="r", title="R", before="b", after="a", statements=statements, scope=scope
    )
    found = verdicts(before, after, proposal, compare(before, after, scope))
    return [(each.verdict, str(each.computed), each.why) for each in found]


def states(value, counts="posts", side="before", about=None, source="¶1", **where):
    return Statement(
        says=f"There are {value}",
        value=value,
        counts=counts,
        side=side,
        about=about,
        sources=(source,),
        where=where,
    )


def test_posts_are_counted_in_each_tier_before_and_after():
    before = of_posts("a | A | tier=1", "b | B | tier=2 | number=5", complete=2)
    after = of_posts("a | A | tier=1", "c | C | tier=2 | number=4", "d | D | tier=3", complete=2)
    assert rows(by_tier(before, after)) == [
        ("1", "1", "1", "0"),
        ("2", "5", "4", "−1"),
        ("3", "not stated", "at least 1", "cannot be computed"),
    ]


def test_a_category_that_is_gone_is_none_where_its_tier_is_listed():
    before = of_posts("a | A | tier=2 | category=Head of Service", complete=2)
    assert rows(by_category(before, of_posts(complete=2))) == [("Head of Service", "1", "0", "−1")]
    assert rows(by_category(before, of_posts(complete=1))) == [
        ("Head of Service", "1", "not stated", "cannot be computed")
    ]


def test_a_grade_may_be_that_of_every_post_whose_grade_is_not_stated():
    before = of_posts("a | A | tier=1", "b | B | tier=2 | number=2", complete=2)
    after = of_posts("c | C | tier=1 | grade=Level 7", complete=2)
    assert rows(by_grade(before, after)) == [
        ("Level 7", "0 to 3", "1", "−2 to +1"),
        (None, "at least 3", "not stated", "cannot be computed"),
    ]


def test_a_division_without_a_stated_head_is_not_said_to_have_no_posts(before, after):
    found = rows(by_division(before, after))
    assert found[0] == ("Children's Specialist Services", "not stated", "None", None)
    assert found[3] == ("Children and Families", "None", "1", None)


def test_divisions_are_of_one_level_in_both_structures():
    before = structure("dir a | A\n  - x | X\n  team t | T\ndir b | B\n  - y | Y")
    after = structure("dir p | People\n  - z | Z\n  team t | T\n  team u | U")
    assert [line.name for line in by_division(before, after)] == ["A", "B", "People"]
    assert [line.name for line in by_division(after, after)] == ["T", "U"]


def test_two_structures_are_compared_at_the_higher_of_the_tiers_that_they_list():
    assert common_tier(of_posts(complete=2), of_posts(complete=3)) == 2
    assert common_tier(of_posts(complete=2), of_posts()) is None


AD = {"category": "Assistant Director"}
FIVE = "a | ? | tier=2 | number=5 | category=Assistant Director"
FOUR = "b | ? | tier=2 | number=4 | category=Assistant Director"


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        (states(5, **AD), ("agrees", "5", None)),
        (states(4, **AD), ("disagrees", "5", "the structure before gives 5")),
        (states(4, side="after", **AD), ("agrees", "4", None)),
        (states(-1, side="difference", **AD), ("agrees", "−1", None)),
        (states(-2, side="difference", **AD), ("disagrees", "−1", "the two structures give −1")),
        (states(7), ("cannot be computed", "at least 5", "what is listed gives at least 5")),
        (states(3), ("disagrees", "at least 5", "the structure before gives at least 5")),
        (
            states(405, counts="contracts"),
            ("cannot be computed", "None", "contracts are kept as stated and never computed"),
        ),
        (
            states(2, counts=None),
            ("cannot be computed", "None", "what is counted is not a thing of the structures"),
        ),
        (states(None), ("cannot be computed", "at least 5", "no figure is stated")),
        (
            states(4, side=None),
            ("cannot be computed", "None", "which structure is meant is not stated"),
        ),
    ],
)
def test_each_statement_is_set_beside_what_the_structures_give(statement, verdict):
    before, after = of_posts(FIVE, complete=2), of_posts(FOUR, complete=2)
    assert judged(before, after, statement) == [verdict]


def test_two_directors_fewer_cannot_be_computed_where_nothing_is_listed_in_full():
    before = of_posts("a | ? | number=3 | category=Director", "b | B | category=Director")
    after = of_posts("c | C | category=Director", "d | D | category=Director")
    fewer = states(-2, side="difference", category="Director")
    assert judged(before, after, fewer) == [
        ("cannot be computed", "cannot be computed", "how many there are is not stated")
    ]


def test_a_paper_that_gives_two_figures_for_one_thing_says_both():
    one = of_posts("a | A | tier=3 | number=22", "b | B | tier=3 | certainty=uncertain", complete=3)
    slide = states(23, about="group managers", source="L868", tier=3)
    profiles = states(22, about="group managers", source="L919", tier=3)
    assert judged(one, one, slide, profiles) == [
        ("the paper says both", "22 to 23", "also stated: 22 (L919)"),
        ("the paper says both", "22 to 23", "also stated: 23 (L868)"),
    ]


def test_a_paper_that_repeats_itself_does_not_contradict_itself():
    one = of_posts(FIVE, complete=2)
    twice = states(5, about="ADs", **AD), states(5, about="ADs", source="¶6", **AD)
    assert [verdict for verdict, _, _ in judged(one, one, *twice)] == ["agrees", "agrees"]


def test_words_that_contradict_each_other_are_said_both():
    one = of_posts()
    dotted = Statement(says="A dotted line", about="the line", sources=("§1.6",))
    direct = Statement(says="A direct line", about="the line", sources=("L698",))
    assert judged(one, one, dotted, direct)[0] == (
        "the paper says both",
        "None",
        "also stated: A direct line (L698)",
    )


def test_words_that_nothing_contradicts_are_only_said():
    alone = Statement(says="The review goes on")
    proposal = Proposal(key="r", title="R", before="b", after="a", statements=(alone,))
    assert verdicts(of_posts(), of_posts(), proposal, []) == []
    assert only_said(proposal) == [alone]


def test_posts_deleted_are_counted_as_a_difference_by_how_many_go():
    before = of_posts("a | A | tier=2 | number=2", "b | B | tier=2", complete=2)
    after = of_posts("b | B | tier=2", complete=2)
    deleted = states(2, side="difference", change="deleted", tier=2)
    assert judged(before, after, deleted) == [("agrees", "2", None)]


def test_statements_are_counted_within_the_scope_of_the_restructure():
    one = of_posts("a | A | tier=1", "b | B | tier=1", complete=1)
    scope = (Scope(key="a", scope="out"),)
    statement = states(1, to_tier=1, scope="in")
    assert judged(one, one, statement, scope=scope) == [("agrees", "1", None)]


def test_each_service_of_an_existing_unit_is_accounted_for(before, after):
    changes = compare(before, after)
    found = [
        (each.was_in, each.name, each.change, each.goes_to)
        for each in out_of_each(changes, before, after)
    ]
    css, eye = "Children's Specialist Services", "Early Years, Youth & Education Services"
    assert found == [
        (css, "Inclusion", "→ MOVED", "Education, Play and Learning"),
        (css, "Safeguarding", "→ MOVED, uncertain", "Transforming Futures"),
        (css, "its other responsibilities", "with its division", "Children and Families"),
        (eye, "Early Years", "→ MOVED", "Children and Families"),
        (eye, "Youth", "→ MOVED", "Transforming Futures"),
        (eye, "E-services", "→ MOVED", "Transforming Futures"),
        (eye, "its other responsibilities", "with its division", "Education, Play and Learning"),
        ("Resources", "E-services", "→ MOVED", "Transforming Futures"),
        ("Resources", "anything else", "NOT STATED", None),
        ("Learning and Skills Council", "14-19 commissioning", "JOINS", "Transforming Futures"),
    ]


def test_nothing_else_is_left_of_a_closed_unit_of_which_all_that_stood_in_it_is_listed():
    was, becomes = (
        "directorate cs | CS\n  division h | Highways\n    team n | Network\n  division e | Env",
        "directorate cs | CS\n  division e | Env\n    team n | Network",
    )
    names = []
    for complete in (EVERY_TIER, 2):
        before = structure(was, complete=complete)
        after = structure(becomes, complete=complete, endings=["h"])
        names.append([each.name for each in out_of_each(compare(before, after), before, after)])
    assert names == [["Network"], ["Network", "anything else"]]


def test_a_unit_that_closes_by_itself_is_a_line_of_its_own():
    before = structure("directorate cs | CS\n  team t | T\n  team m | M\n  team n | N")
    after = structure("directorate cs | CS\n  team o | O", origins=["o whole m", "o whole n"])
    after = structure(
        "directorate cs | CS\n  team o | O",
        origins=["o whole m", "o whole n"],
        endings=["t"],
    )
    found = out_of_each(compare(before, after), before, after)
    assert [(each.was_in, each.name, each.change, each.goes_to) for each in found] == [
        ("CS", "M", "MERGED", "O"),
        ("CS", "N", "MERGED", "O"),
        ("CS", "T", "× CLOSED", None),
    ]


def test_an_existing_service_goes_by_its_old_name_and_a_top_unit_was_in_none():
    before = structure(
        "dir a | A\n  team t | Old\n  team v | Older\ndir b | B\n@unplaced\nhome h | H"
    )
    after = structure(
        "dir a | A\n  home h | H\ndir c | C\n  team t | New\n  team w | Newer\n"
        "@unplaced\ndir b | B | note=what is left of it",
        origins=["w whole v"],
    )
    found = out_of_each(compare(before, after), before, after)
    assert {each.name: (each.was_in, each.is_top, each.note) for each in found} == {
        "Old": ("A", False, None),
        "Older": ("A", False, None),
        "H": (None, False, None),
        "B": (None, True, "what is left of it"),
    }


def test_parts_without_a_named_service_are_a_line_too():
    before = structure("directorate cs | CS\n  division a | A\n  division b | B")
    after = structure("directorate cs | CS\n  division c | C", origins=["c mostly a", "c part b"])
    found = out_of_each(compare(before, after), before, after)
    assert [(each.was_in, each.name, each.change) for each in found][:2] == [
        ("A", "its responsibilities", "with its division"),
        ("B", "part of it", "→ MOVED"),
    ]


def test_each_proposed_unit_of_which_there_is_something_to_say_has_its_paragraph(before, after):
    found = into_each(compare(before, after), before, after)
    assert [each.name for each in found] == [
        "Children and Families",
        "Education, Play and Learning",
        "Transforming Futures",
    ]
    assert found[1].says.startswith("This division is largely made up from Early Years")


def test_posts_stand_side_by_side_with_what_changes():
    before = of_posts("a | A | grade=5", "b | B", "c | C", "d | D", "e | E")
    after = structure(
        "unit u | U\n  - a | A | grade=6\n  - m | M\n  - n | N\n  - s1 | S1\n  - s2 | S2",
        origins=["m whole b", "m whole c", "n new", "s1 whole d", "s2 whole d"],
    )
    found = [
        (
            "+".join(post.title for post in row.before),
            " ".join(change.kind for change in row.changes),
            "+".join(post.title for post in row.after),
        )
        for row in post_rows(compare(before, after), before, after)
    ]
    assert found == [
        ("A", "regraded", "A"),
        ("B+C", "merged", "M"),
        ("", "created", "N"),
        ("D", "split", "S1+S2"),
        ("E", "fate not stated", ""),
    ]


def test_posts_out_of_scope_say_why():
    before, scope = of_posts("a | A"), [Scope(key="a", scope="out", why="a later report")]
    after = of_posts()
    out = out_of_scope(scope, before, after)
    (row,) = post_rows(compare(before, after, scope), before, after, out)
    assert (row.changes, row.out.why) == ((), "a later report")
