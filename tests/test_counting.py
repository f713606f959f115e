from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posts.snapshot import Leads
from reports.compare import compare
from reports.counting import Count, count, totals
from reports.counts import added
from reports.proposal import WHERE, Scope
from tests.any_structure import structures
from tests.literals import structure

DUDLEY = """
directorate cs | Directorate of Children's Services
  - dcs | Director | tier=1 | category=Director | state=filled
  - ads | ? | tier=2 | category=Assistant Director | number=3
  - interims | ? | tier=2 | category=Assistant Director | number=2 | state=interim
  division css | Children's Specialist Services
    section sg | Safeguarding
  division res | Resources
  division pp | Policy and Performance | certainty=uncertain
"""


@pytest.fixture
def dudley():
    return structure(DUDLEY, complete=2)


def words(snapshot, counts, **where):
    return str(count(snapshot, counts, where))


def test_the_words_of_a_count_say_how_sure_it_is():
    counts = [Count(5, 5), Count(22, 23), Count(4, None), Count(None, 7), Count(0, None)]
    said = ["5", "22 to 23", "at least 4", "at most 7", "not stated"]
    assert [str(each) for each in counts] == said
    assert str(Count(None, None)) == "cannot be computed"
    assert str(Count(Decimal("1234.50"), Decimal("1234.5"))) == "1,234.5"


def test_a_difference_is_said_with_its_sign():
    assert [Count(n, n).signed for n in (-1, 0, 2)] == ["−1", "0", "+2"]


def test_what_is_open_on_one_side_leaves_the_difference_open():
    assert Count(4, 4) - Count(5, 5) == Count(-1, -1)
    assert Count(5, None) - Count(3, 4) == Count(1, None)
    assert Count(3, None) - Count(5, None) == Count(None, None)
    assert Count(22, 23) - Count(0, None) == Count(None, None)


def test_assistant_directors_of_a_tier_listed_in_full_are_counted_exactly(dudley):
    assert words(dudley, "posts", category="Assistant Director") == "5"
    assert words(dudley, "posts", category="Assistant Director", state="interim") == "2"


def test_a_category_that_goes_beyond_what_is_listed_is_open_above():
    listed_to_1 = structure(DUDLEY, complete=1)
    assert words(listed_to_1, "posts", category="Assistant Director") == "at least 5"
    assert words(structure(DUDLEY), "posts", category="Assistant Director") == "at least 5"


def test_a_category_of_which_nothing_is_listed_is_not_stated(dudley):
    assert words(dudley, "posts", category="Team Leader") == "not stated"


def test_posts_to_a_tier_are_exact_only_down_to_the_tier_that_is_listed(dudley):
    assert [words(dudley, "posts", to_tier=tier) for tier in (1, 2, 3)] == ["1", "6", "at least 6"]
    assert words(dudley, "posts", tier=2) == "5"


def test_all_posts_are_at_least_those_listed(dudley):
    assert words(dudley, "posts") == "at least 6"


def test_a_post_whose_title_holds_the_category_may_be_of_it():
    text = (
        "unit u | U\n  - a | Director A | tier=1 | category=Director\n  - b | Director B | tier=1"
    )
    assert words(structure(text, complete=1), "posts", category="Director") == "1 to 2"


def test_a_post_with_another_title_is_not_of_a_category_it_is_not_given():
    text = "unit u | U\n  - a | Director A | tier=1 | category=Director\n  - b | Clerk | tier=1"
    assert words(structure(text, complete=1), "posts", category="Director") == "1"


def test_a_post_of_another_tier_is_not_of_a_category_it_is_not_given():
    text = "unit u | U\n  - a | A | tier=1 | category=Director\n  - b | Director B | tier=2"
    assert words(structure(text, complete=2), "posts", category="Director") == "1"


def test_a_post_whose_grade_is_not_stated_may_be_on_any():
    text = "unit u | U\n  - a | A | tier=1 | grade=Level 5\n  - b | B | tier=1 | number=2"
    assert words(structure(text, complete=1), "posts", to_tier=1, grade="Level 5") == "1 to 3"


def test_a_post_whose_state_is_not_stated_may_be_filled_but_is_not_counted_as_vacant():
    text = "unit u | U\n  - a | A | tier=1 | state=vacant\n  - b | B | tier=1"
    one = structure(text, complete=1)
    assert [words(one, "posts", to_tier=1, state=each) for each in ("vacant", "filled")] == [
        "1",
        "0 to 1",
    ]


def test_what_is_uncertain_may_be_none():
    text = "unit u | U\n  - a | A | tier=3 | number=22\n  - b | B | tier=3 | certainty=uncertain"
    assert words(structure(text, complete=3), "posts", tier=3) == "22 to 23"


def test_a_number_that_is_not_stated_is_at_least_one():
    text = "unit u | U\n  - a | A | tier=1 | number=?"
    assert words(structure(text, complete=1), "posts", tier=1) == "at least 1"


def test_posts_that_report_to_a_post_are_exact_where_their_tier_is_listed():
    text = "unit u | U\n  - a | A | line=none\n  - b | B | reports_to=a\n  - c | C | reports_to=a"
    assert words(structure(text, complete=2), "posts", reports_to="a") == "2"
    assert words(structure(text, complete=1), "posts", reports_to="a") == "at least 2"


def test_a_post_whose_line_is_not_stated_may_report_to_it():
    text = "unit u | U\n  - a | A | line=none\n  - b | B | reports_to=a\n  - c | C"
    assert words(structure(text, complete=2), "posts", reports_to="a") == "1 to 2"


def test_posts_under_a_unit_are_those_of_all_units_below_it():
    text = "unit u | U\n  - a | A | tier=1\n  team t | T\n    - b | B | tier=2"
    text += "\nunit v | V\n  - c | C | tier=1"
    assert words(structure(text, complete=2), "posts", under="u", to_tier=2) == "2"


def test_nothing_can_be_counted_under_what_is_not_there(dudley):
    assert count(dudley, "posts", {"under": "x9"}) is None
    assert count(dudley, "posts", {"reports_to": "x9"}) is None


def test_posts_of_bodies_outside_are_counted_and_can_be_counted_apart():
    leeds = structure(
        "directorate cs | CS\n  - dcs | DCS | tier=1\n"
        "@outside\nbody el | Education Leeds\n  - ce | CE | tier=1\n"
        "  - dce | DCE | tier=2 | number=2",
        complete=2,
    )
    assert words(leeds, "posts", to_tier=2) == "4"
    assert words(leeds, "posts", to_tier=2, outside=True) == "3"
    assert words(leeds, "posts", to_tier=2, outside="no") == "1"


def test_hours_are_those_of_each_post_and_not_known_where_one_is_not(dudley):
    text = "unit u | U\n  - a | A | tier=1 | fte=0.8 | number=3\n  - b | B | tier=1 | fte=1.0"
    assert words(structure(text, complete=1), "fte", to_tier=1) == "3.4"
    assert words(structure(f"{text}\n  - c | C | tier=1", complete=1), "fte", to_tier=1) == (
        "at least 3.4"
    )
    assert words(dudley, "fte", to_tier=2) == "not stated"


def test_units_of_a_kind_are_exact_where_all_of_it_lies_within_what_is_listed(dudley):
    assert words(dudley, "units", kind="division") == "2 to 3"
    assert words(dudley, "units", kind="section") == "at least 1"


def test_units_described_without_being_listed_in_full_are_at_least_as_many():
    areas = "".join(f"\n    area a{n} | Area {n}" for n in range(5))
    text = f"directorate cs | CS\n  service_area esf | Education{areas}"
    described = count(structure(text), "units", {"kind": "area", "under": "esf"})
    assert (str(described), 4 in described, 5 in described) == ("at least 5", False, True)


def test_a_line_that_stands_for_several_has_been_counted_by_the_paper():
    kent = structure("@outside\npartnership lcsp | Local partnerships | number=23")
    assert words(kent, "units", kind="partnership", outside=True) == "23"


def test_units_are_the_councils_and_functions_are_counted_apart():
    text = "directorate cs | CS\n  function f | Caring\n@outside\nbody el | EL"
    text += "\n@unplaced\nteam y | YOT"
    one = structure(text, complete=3)
    assert words(one, "units", to_tier=1) == "1"
    assert words(one, "functions") == "at least 1"
    assert words(one, "units", outside=True) == "at least 1"


def test_what_is_in_scope_is_all_that_is_not_out():
    text = "unit u | U\n  - a | A | tier=1\n  - b | B | tier=1\n  - c | C | tier=1"
    scope = [Scope(key="a", scope="out"), Scope(key="b", scope="undecided")]
    one = structure(text, complete=1)
    where = {"to_tier": 1}
    assert str(count(one, "posts", where | {"scope": "in"}, scope=scope)) == "1 to 2"
    assert str(count(one, "posts", where | {"scope": "out"}, scope=scope)) == "1 to 2"


def test_where_a_paper_says_what_is_in_scope_the_rest_is_not_known():
    text = "unit u | U\n  - a | A | tier=1\nunit v | V\n  - b | B | tier=1"
    scope = [Scope(key="u", scope="in")]
    counted = count(structure(text, complete=1), "posts", {"tier": 1, "scope": "in"}, scope=scope)
    assert str(counted) == "1 to 2"


def test_posts_that_may_be_new_widen_the_count_of_new_posts():
    before = structure("unit u | U")
    text = "unit u | U\n  - a | A | tier=1\n  - b | B | tier=1"
    after = structure(text, complete=1, origins=["a new", "b not stated"])
    changes = compare(before, after)
    counted = count(after, "posts", {"tier": 1, "change": "created"}, changes=changes)
    assert str(counted) == "1 to 2"


@pytest.mark.parametrize("counts", ["contracts", "people", "pounds"])
def test_what_is_not_in_a_structure_is_never_computed(dudley, counts):
    assert count(dudley, counts, {}) is None


def test_a_condition_that_units_cannot_meet_is_not_computed(dudley):
    assert count(dudley, "units", {"grade": "Level 5"}) is None


def test_totals_are_those_of_the_tiers_that_are_listed(dudley):
    found = totals(dudley)
    assert (str(found.posts), found.to_tier, str(found.outside)) == ("6", 2, "0")
    assert {tier: str(each) for tier, each in found.by_tier.items()} == {1: "1", 2: "5"}


def test_totals_of_a_paper_that_lists_nothing_in_full_are_at_least():
    found = totals(structure("unit u | U\n  - a | A\n  - b | B | tier=1"))
    assert (str(found.posts), found.to_tier) == ("at least 2", None)
    assert {tier: str(each) for tier, each in found.by_tier.items()} == {
        1: "at least 1",
        None: "at least 1",
    }


INTERVALS = st.tuples(st.integers(0, 50), st.none() | st.integers(0, 50)).map(
    lambda ends: Count(ends[0], None if ends[1] is None else ends[0] + ends[1])
)


@settings(deadline=None)
@given(st.lists(INTERVALS))
def test_counts_added_are_added_one_by_one(counts):
    total = Count(0, 0)
    for each in counts:
        total += each
    assert added(counts) == total


@settings(deadline=None)
@given(INTERVALS, INTERVALS, st.integers(0, 60), st.integers(0, 60))
def test_a_difference_holds_every_difference_that_there_may_be(after, before, one, other):
    if one in after and other in before:
        assert one - other in after - before


CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "category": st.just("Director"),
        "tier": st.integers(1, 3),
        "to_tier": st.integers(1, 3),
        "kind": st.sampled_from(["division", "team"]),
        "grade": st.just("Level 5"),
        "state": st.sampled_from(["vacant", "filled"]),
        "outside": st.booleans(),
        "scope": st.sampled_from(["in", "out"]),
        "change": st.sampled_from(["created", "moved"]),
    },
)


@settings(deadline=None)
@given(structures(), CONDITIONS, st.sampled_from(["posts", "fte", "units", "functions"]))
def test_a_count_narrowed_is_never_more(one, where, counts):
    all_of_them, some = count(one, counts, {}), count(one, counts, where)
    if some is not None and not {"outside", "change"} & where.keys():
        assert some.low <= all_of_them.low
    assert set(where) <= set(WHERE)


@settings(deadline=None)
@given(structures())
def test_the_posts_of_all_tiers_are_all_posts(one):
    sure = [post for post in one.posts.values() if post.certainty != "uncertain"]
    assert added(totals(one).by_tier.values()).low == sum(post.number or 1 for post in sure)


def test_whoever_leads_a_unit_gives_it_its_tier():
    text = "directorate cs | CS\n  division d | D\n    team t | T\n  - h | Head | tier=3"
    led = structure(text, complete=4, leads=[Leads(post="h", unit="d")])
    assert words(led, "units", tier=3) == "1"
    assert words(led, "units", tier=4) == "1"
