import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from posts.snapshot import Post, Snapshot, Unit
from reports.compare import compare
from reports.comparison import Comparison
from reports.comparison_json import to_json
from reports.comparison_text import COLUMNS, safe, to_csv, to_text
from reports.councilfile.reading import read
from reports.proposal import Proposal, Scope, Statement
from tests.literals import structure

FIXTURES = Path(__file__).parents[1] / "fixtures"
PAPERS = {
    "dudley-2009": "dudley",
    "kent-2009": "kent",
    "barking-and-dagenham-2005": "barking-and-dagenham",
    "leeds-2010": "leeds",
    "dudley-2023": "dudley",
}


def of_paper(name):
    path = FIXTURES / f"{PAPERS[name]}.yaml"
    council = read(path.read_bytes(), path.name)
    (proposal,) = [each for each in council.proposals if each.key == name]
    structures = {each.snapshot.key: each.snapshot for each in council.structures}
    before, after = structures[proposal.before], structures[proposal.after]
    return Comparison(council.name, proposal, before, after)


def of_wychford():
    """Wychford, the invented council whose file uses everything that a file can hold."""
    path = Path(__file__).parent / "councils" / "wychford.yaml"
    council = read(path.read_bytes(), path.name)
    before, after = (each.snapshot for each in council.structures)
    return Comparison(council.name, council.proposals[0], before, after)


@pytest.fixture(scope="module")
def wychford():
    return of_wychford()


@pytest.fixture(scope="module")
def dudley():
    return of_paper("dudley-2009")


def entries(comparison, part, **having):
    """The entries of one part of the JSON that have these values."""
    return [
        entry
        for entry in to_json(comparison)[part]
        if all(entry[name] == value for name, value in having.items())
    ]


def stated(comparison, value, counts):
    return entries(comparison, "stated", stated=value, counts=counts)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_comes_out_as_json_that_can_be_read_back(paper):
    made = to_json(of_paper(paper))
    assert json.loads(json.dumps(made, allow_nan=False)) == made
    assert made["restructure"] == paper


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_comes_out_as_text_that_fits_the_terminal(paper):
    text = to_text(of_paper(paper))
    assert max(map(len, text.splitlines())) <= 100
    assert "None" not in text


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_comes_out_as_a_table_with_one_row_a_change(paper):
    comparison = of_paper(paper)
    heading, *rows = csv.reader(io.StringIO(to_csv(comparison)))
    assert heading == list(COLUMNS)
    assert len(rows) == len(comparison.changes)


def test_early_years_moves_in_dudley(dudley):
    (moved,) = entries(dudley, "changes", name="Early Years")
    assert {name: moved[name] for name in ("subject", "kind", "from", "to", "certainty")} == {
        "subject": "unit",
        "kind": "moved",
        "from": "Early Years, Youth & Education Services",
        "to": "Children and Families",
        "certainty": "stated",
    }
    assert moved["source"].startswith("¶5 (1)")
    assert moved["says"] == (
        "Early Years moves from Early Years, Youth & Education Services to Children and Families."
    )


def test_dudleys_divisions_are_made_up_as_its_paper_says(dudley):
    mostly = [
        (each["unit"], each["from"]) for each in to_json(dudley)["made_up_from"] if each["mostly"]
    ]
    assert mostly == [
        ("Children and Families", "Children's Specialist Services"),
        ("Education, Play and Learning", "Early Years, Youth & Education Services"),
        ("Quality and Improvement", "Performance & Partnership"),
    ]


def test_dudley_has_five_assistant_directors_where_its_paper_says_four(dudley):
    found = [
        (each["computed"], each["verdict"], each["source"])
        for each in stated(dudley, 4, "posts")
        if each["in"] == "before"
    ]
    assert found == [(5, "disagrees", "¶3"), (5, "disagrees", "¶10")]
    (five,) = stated(dudley, 5, "posts")
    assert (five["verdict"], five["between"]) == ("agrees", [5, 5])


def test_dudleys_posts_are_totalled_to_the_tier_that_it_lists(dudley):
    sides = [to_json(dudley)[side]["posts"] for side in ("before", "after")]
    assert [(each["total"], each["to_tier"], each["at_least"]) for each in sides] == [
        (6, 2, False),
        (5, 2, False),
    ]


def test_kents_two_directors_fewer_cannot_be_computed():
    (fewer,) = stated(of_paper("kent-2009"), -2, "posts")
    assert (fewer["computed"], fewer["verdict"], fewer["in"]) == (
        None,
        "cannot be computed",
        "difference",
    )


def test_contracts_and_people_are_kept_and_never_computed():
    dudley = of_paper("dudley-2023")
    for value, counts in ((405, "contracts"), (31, "people")):
        (kept,) = stated(dudley, value, counts)
        assert (kept["computed"], kept["verdict"]) == (None, "cannot be computed")
    assert "%" not in to_text(dudley)


def test_four_areas_are_contradicted_by_the_five_that_are_described():
    (areas,) = stated(of_paper("dudley-2023"), 4, "units")
    assert (areas["computed"], areas["between"], areas["verdict"]) == (5, [5, None], "disagrees")


def test_three_service_areas_of_which_one_is_named_cannot_be_computed():
    (areas,) = stated(of_paper("dudley-2023"), 3, "units")
    assert (areas["computed"], areas["verdict"]) == (None, "cannot be computed")


def test_leeds_comes_down_from_eight_posts_to_five_and_three_of_the_eight_are_outside():
    made = to_json(of_paper("leeds-2010"))
    before, after = made["before"]["posts"], made["after"]["posts"]
    assert (before["total"], before["outside"], after["total"]) == (8, 3, 5)


def test_barking_counts_its_group_managers_in_two_ways_and_both_are_kept():
    barking = of_paper("barking-and-dagenham-2005")
    found = [*stated(barking, 23, "posts"), *stated(barking, 22, "posts")]
    assert [(each["verdict"], each["between"], each["computed"]) for each in found] == [
        ("the paper says both", [22, 23], None),
        ("the paper says both", [22, 23], None),
    ]


def test_barkings_senior_posts_are_compared_at_the_tier_that_both_charts_list():
    made = to_json(of_paper("barking-and-dagenham-2005"))
    posts = [made[side]["posts"] for side in ("before", "after")]
    assert [(each["total"], each["to_tier"]) for each in posts] == [(11, 2), (6, 2)]
    assert posts[1]["by_tier"]["3"] == [22, 23]


def test_barkings_dotted_line_to_the_chief_executive_is_added_with_its_reason():
    barking = of_paper("barking-and-dagenham-2005")
    (dotted,) = entries(barking, "changes", kind="added", line="dotted")
    assert (dotted["to"], bool(dotted["reason"])) == ("Chief Executive", True)


def test_what_is_out_of_scope_is_listed_and_makes_no_change():
    barking = of_paper("barking-and-dagenham-2005")
    out = to_json(barking)["out_of_scope"]
    assert "Head of Lifelong Learning" in {each["name"] for each in out}
    assert not {each["key"] for each in out} & {change.key for change in barking.changes}


def test_what_is_undecided_is_listed():
    one = structure("unit u | U\n  - a | A")
    scope = (Scope(key="a", scope="undecided", why="to be settled", sources=("§3",)),)
    proposal = Proposal(key="r", title="R", before="s", after="s", scope=scope)
    assert to_json(Comparison("C", proposal, one, one))["undecided"] == [
        {"name": "A", "why": "to be settled", "source": "§3", "key": "a"}
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+NEW", "-2", "@SUM(A1)", "\t=1"])
def test_no_cell_is_taken_for_a_formula(cell):
    assert safe(cell) == f"'{cell}"


def test_a_cell_that_is_not_stated_is_empty():
    assert [safe(None), safe("Youth")] == ["", "Youth"]


def test_a_comparison_in_which_nothing_changes_says_so():
    one = structure("unit u | U")
    text = to_text(Comparison("C", Proposal(key="r", title="R", before="s", after="s"), one, one))
    assert "Nothing changes." in text


def test_a_statement_in_words_alone_is_kept_as_said():
    one = structure("unit u | U")
    statements = (Statement(says="The review goes on", sources=("¶9",)),)
    proposal = Proposal(key="r", title="R", before="s", after="s", statements=statements)
    assert to_json(Comparison("C", proposal, one, one))["said"] == [
        {"statement": "The review goes on", "source": "¶9", "about": None}
    ]


def test_a_statement_stands_under_what_it_is_about(wychford):
    text = " ".join(to_text(wychford).split())
    assert "AGREES: Directors: there are two directors today (2) [¶2.1]." in text
    assert "AGREES: One Executive" not in text


def test_units_that_may_be_more_are_said_to_be_at_least_that_many(dudley):
    before = to_json(dudley)["before"]
    assert (before["units"], before["units_at_least"]) == (11, True)
    assert (before["functions"], before["functions_at_least"]) == (0, True)
    proposal = Proposal(key="r", title="R", before="s", after="s")
    exact = structure("team t | T | number=2", complete=9)
    side = to_json(Comparison("C", proposal, exact, exact))["after"]
    assert (side["units"], side["units_at_least"]) == (2, False)


def test_the_text_says_what_differs_on_what_is_out_of_scope(wychford):
    text = " ".join(to_text(wychford).split())
    assert (
        "Head of Tenancy Services: it moves as it is, and has a review of its own in 2025 [¶1.2]. "
        "And yet the two structures differ: Head of Tenancy Services reports to Executive "
        "Director, People, instead of Director of Housing."
    ) in text


def test_what_is_out_of_scope_and_stands_in_one_structure_alone_does_not_differ():
    bd = to_json(of_paper("barking-and-dagenham-2005"))
    assert [each["differs"] for each in bd["out_of_scope"] if each["differs"]] == []


def test_the_text_says_what_is_derived_and_what_that_means(wychford, dudley):
    text = " ".join(to_text(of_paper("leeds-2010")).split())
    assert "most of it goes to Specialist services. [A3 ¶2.1, derived]" in text
    assert text.count("“Derived” means") == 1
    assert "become. [derived]" not in " ".join(to_text(dudley).split())
    assert "erived" not in to_text(wychford)


def test_the_text_says_once_what_is_not_stated_of_many(dudley):
    text = to_text(dudley)
    assert text.count("Where these come from is not stated:") == 1
    assert "    Looked after children (LAC) [¶5 (1)]\n" in text
    assert "    Assistant Director Children and Families (phase one) [¶5 (1)" in text
    assert "It is not stated which proposed posts, if any, 3 Assistant Director posts" in text


def test_the_text_gives_the_day_of_the_meeting_as_it_is_printed(wychford):
    text = to_text(wychford)
    assert text.splitlines()[1] == "Wychford Borough Council, Cabinet, 12 March 2024"
    assert to_json(wychford)["meeting"] == "2024-03-12"


def large(posts):
    units = {
        f"u{n}": Unit(
            key=f"u{n}",
            name=f"Team {n}",
            parent=f"u{(n - 1) // 6}" if n else None,
            place=None if n else "council",
        )
        for n in range(posts // 8)
    }
    made = {
        f"p{n}": Post(
            key=f"p{n}",
            title=f"Post {n}",
            unit=f"u{n % (posts // 8)}",
            line="stated" if n else "none",
            reports_to=f"p{(n - 1) // 7}" if n else None,
            grade=f"Grade {n % 12}",
        )
        for n in range(posts)
    }
    return Snapshot(key="s", title="s", complete_to_tier=9, units=units, posts=made)


def test_of_ten_thousand_posts_each_that_changes_is_one_change():
    before = large(10_000)
    changed = {
        key: replace(post, grade="Grade 99") if nth % 10 == 0 else replace(post)
        for nth, (key, post) in enumerate(before.posts.items())
    }
    after = replace(large(10_000), posts=changed)
    assert len(compare(before, after)) == 1_000


def test_the_text_tells_what_is_not_decided():
    text = " ".join(to_text(of_paper("barking-and-dagenham-2005")).split())
    assert "Not decided whether in scope" in text
    assert "Youth Offender" in text
