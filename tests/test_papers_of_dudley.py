"""What Dudley's papers of 2009 and 2023 say comes out of the comparison."""

import json

import pytest

from tests.papers import changes, contradictions, figures, measure, paper, structures, told

# 2009

SPECIALIST = "Children's Specialist Services"
EARLY_YEARS = "Early Years, Youth & Education Services"
FUTURES = "Transforming Futures (Strategic Planning)"


def test_the_sections_of_dudley_move_as_paragraph_5_says():
    assert told("dudley-2009", "moved", "name", "from", "to") == {
        ("Early Years", EARLY_YEARS, "Children and Families"),
        ("Youth", EARLY_YEARS, FUTURES),
        ("Safeguarding", SPECIALIST, "Quality and Improvement"),
        ("Inclusion", SPECIALIST, "Education, Play and Learning"),
        ("E-services", "Resources", FUTURES),
        ("E-services", "Policy and Performance", FUTURES),
        ("Business Services / Resources", "Resources", "Quality and Improvement"),
    }


def test_that_inclusion_is_education_inclusion_is_derived():
    moves = told("dudley-2009", "moved", "name", "certainty")
    assert {name for name, certainty in moves if certainty == "derived"} == {"Inclusion"}
    assert not changes("dudley-2009", "renamed")


def test_commissioning_joins_dudley_from_outside():
    assert told("dudley-2009", "joins from outside", "name", "from", "to", "effective") == {
        ("14-19 commissioning and provision", "Learning and Skills Council", FUTURES, "April 2010")
    }


def test_transforming_futures_alone_is_created():
    assert told("dudley-2009", "created", "name", "certainty", "phase") == {
        (FUTURES, "stated", "one")
    }


def test_the_other_three_divisions_are_largely_made_up_from_one():
    assert told("dudley-2009", "formed from", "name", "from", "certainty") == {
        ("Children and Families", SPECIALIST, "stated"),
        ("Education, Play and Learning", EARLY_YEARS, "stated"),
        ("Quality and Improvement", "Performance & Partnership", "stated"),
    }


def test_the_existing_divisions_of_dudley_close_as_surely_as_the_paper_says():
    assert told("dudley-2009", "closed", "name", "certainty") == {
        (SPECIALIST, "derived"),
        (EARLY_YEARS, "stated"),
        ("Performance & Partnership", "derived"),
        ("Resources", "stated"),
        ("Policy and Performance", "uncertain"),
    }


def test_five_assistant_directors_become_four():
    assert measure("dudley-2009", "category", "Assistant Director") == ([5, 5], [4, 4], [-1, -1])
    assert figures("dudley-2009", source="¶6", about=None) == [(5, 5, "agrees"), (2, 2, "agrees")]


@pytest.mark.parametrize("source", ["¶3", "¶10"])
def test_the_existing_four_disagrees_with_the_five(source):
    assert figures("dudley-2009", source=source, counts="posts", **{"in": "before"}) == [
        (4, 5, "disagrees")
    ]


def test_the_two_interim_posts_end_and_no_other_post_is_matched():
    assert told("dudley-2009", "deleted", "key", "certainty", subject="post") == {
        ("interim-assistant-directors", "stated")
    }
    assert told("dudley-2009", "fate not stated", "key", subject="post") == {
        ("assistant-directors",)
    }
    assert len(changes("dudley-2009", "origin not stated", "post")) == 4
    assert not changes("dudley-2009", "created", "post")


def test_what_the_divisions_of_dudley_plan_is_work_of_unknown_origin():
    assert (
        len(changes("dudley-2009", "origin not stated"))
        == paper("dudley-2009")["after"]["functions"]
    )


def test_assistant_directors_of_dudley_work_jointly_and_it_says_why():
    lines = changes("dudley-2009", "added", "reporting line")
    assert len(lines) == 10
    assert all(line["line"] == "joint" and line["reason"] for line in lines)


def test_the_spot_point_is_kept_and_never_multiplied():
    assert figures("dudley-2009", counts="pounds", stated=71795) == [
        (71795, None, "cannot be computed")
    ]
    assert "287180" not in json.dumps(paper("dudley-2009"))


def test_where_the_paper_of_dudley_contradicts_itself_both_sides_stand():
    found = contradictions("dudley-2009")
    assert found.pop("interim Assistant Directors to be replaced") == 3
    assert set(found.values()) == {2}
    assert len(found) == 9


# 2023


def test_connexions_and_tipton_road_move_each_in_its_phase():
    moves = told("dudley-2023", "moved", "name", "from", "to", "phase")
    assert moves == {
        ("Connexions", "Family Solutions", "Education Outcomes", "two"),
        ("Tipton Road", None, "SEND & CDT", "one"),
        ("Some services in ICH", "ICH", None, "one"),
    }


def test_mash_and_the_early_helpdesk_merge_into_one_front_door():
    assert told("dudley-2023", "merged", "name", "from", "certainty") == {
        ("Front Door", "MASH and Early Helpdesk", "stated")
    }


def test_family_centres_are_renamed_and_not_closed():
    assert told("dudley-2023", "renamed", "from", "to") == {("Family centres", "Family Hubs")}
    assert not changes("dudley-2023", "closed")


def test_four_areas_are_stated_and_five_described():
    assert figures("dudley-2023", stated=4) == [(4, 5, "disagrees")]


def test_three_service_areas_of_which_one_is_named_cannot_be_computed():
    assert figures("dudley-2023", stated=3) == [(3, None, "cannot be computed")]


def test_contracts_and_staff_are_kept_and_never_set_against_each_other():
    for counts, figure in [("contracts", 405), ("people", 31)]:
        assert figures("dudley-2023", counts=counts) == [(figure, None, "cannot be computed")]
    assert "%" not in json.dumps(paper("dudley-2023"))


def test_the_two_papers_of_dudley_share_no_unit_and_no_post():
    keys = {2009: set(), 2023: set()}
    for name, snapshot in structures("dudley").items():
        keys[int(name[-4:])] |= snapshot.units.keys() | snapshot.posts.keys()
    assert keys[2009].isdisjoint(keys[2023])
