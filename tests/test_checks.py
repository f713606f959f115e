"""The checks of a report: their registry, and numbers that are typed (C1)."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posts.snapshot import Ending
from reports import checks
from reports.checks import CHECKS, findings, tally
from reports.checks.finding import INFO, KINDS, LOOK, MUST, PAGES, Finding, Place
from reports.checks.words import numbers, pieces
from reports.proposal import Statement
from tests.checking import all_found, checked, existing, found, written

NUMBERED = [f"C{number}" for number in range(1, 22)]


def test_a_report_with_nothing_wrong_passes_every_check():
    assert all_found() == []


def test_the_checks_are_numbered_and_each_has_a_module_of_its_own():
    assert list(CHECKS) == NUMBERED
    modules = [check.find.__module__ for check in CHECKS.values()]
    assert len(set(modules)) == len(CHECKS)
    assert {len(check.find.__code__.co_varnames[:1]) for check in CHECKS.values()} == {1}


def test_each_check_says_in_its_module_which_it_is():
    folder = Path(checks.__file__).parent
    for check in CHECKS.values():
        source = (folder / f"{check.find.__module__.rpartition('.')[2]}.py").read_text("utf-8")
        assert source.startswith(f'"""{check.key}: ')


def test_the_gravest_stands_first_and_all_are_counted():
    planted = checked("[posts deletd] and the six divisions.", "See LSMR.", pay=None)
    said = findings(planted)
    assert [each.severity for each in said] == [MUST, LOOK, INFO, INFO]
    assert tally(said) == "1 put right, 1 look, 2 information"
    assert tally([]) == ""


def test_a_finding_is_plain_data_that_says_where_and_what_puts_it_right():
    (one,) = findings(checked("There are six divisions."))
    assert one.as_json()["places"][0] | {"quote": None} == {
        "kind": "section", "words": "Background, paragraph 1", "key": "background",
        "paragraph": 1, "sources": (), "quote": None,
    }  # fmt: skip
    assert one.mends[0].kind in (*KINDS, *PAGES)
    assert (one.sections, one.holds_back, one.check) == (("background",), (), "C1")


def test_a_finding_holds_back_the_editions_that_it_names():
    both = Finding(severity=MUST, heading="A name", holds_back=("public", "staff"))
    assert both.holds_back_in_words == "Public and Staff"
    at = Place(kind="statement", words="¶6", sources=("¶6",))
    assert replace(both, places=(at, at)).sources == ("¶6",)


# ---- C1: numbers ----

TABLE = "| Posts | Existing | Proposed |\n|---|---|---|\n| Head of Service | 3 | 2 |"


@pytest.mark.parametrize(
    "text",
    [
        "There are four divisions.",
        "The existing four divisions have done well.",
        "The four existing divisions have done well.",
        "There will be 12 divisions.",
        "It has five Heads of Service – two of them new.",
        "The directorate comprises two divisions and its services.",
        "The proposed two divisions are drawn below.",
        "A total of two divisions is proposed.",
        "There are twenty-one Heads of Service.",
        "Two hundred and five divisions will be formed.",
        "The two interim Heads of Service go back to their posts.",
        "Five Head of Service posts are in scope.",
        "It means a reduction of two divisions.",
        "Three key divisions, with 1,200 divisions.",
        "A dozen divisions are proposed, and there is half a dozen of them now.",
        "The number of divisions falls from five to three.",
        "The number of Heads of Service will be cut from 4 to 3.",
        "It goes from three divisions to two.",
        "This reduces the five Heads of Service to three.",
        "Divisions fall from three to one.",
        "The proposed structure has nine posts.",
        "The number of posts falls from nine to four.",
        "A reduction of two posts.",
        "The preferred option has six divisions.",
        "From 1 April 2025 there will be six divisions.",
        "Services will be organised into five divisions.",
        TABLE,
        "| | Number before | After |\n|---|---|---|\n| Number of divisions | 5 | 3 |",
    ],
)
def test_a_number_that_the_structures_do_not_bear_out_is_found(text):
    assert len(found("C1", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "There are three divisions.",
        "Two divisions are moved to one floor.",
        "Two Heads of Service will be interviewed in May.",
        "The other two divisions follow.",
        "The first two divisions are done.",
        "At least two divisions are needed, and about five divisions would be too many.",
        "Two of the divisions change, and those two divisions are new.",
        "Five divisions of the county council were visited.",
        "Six Heads of Service in other councils were asked.",
        "It costs £4 divisions, 4% divisions and 4.5 divisions.",
        "Paragraph 5 divisions; tier 2 Heads of Service; level 4 divisions.",
        "Four or five divisions could be formed.",
        "One division is led by a Head of Service.",
        "Both divisions grow.",
        "There are four teams and five partnerships.",
        "The 11 senior posts are listed below.",
        "There are [divisions, proposed, in words] divisions.",
        "Existing and proposed: three divisions each.",
        "Two existing Heads of Service are ring-fenced.",
        "Two new divisions are formed.",
        "An increase of no divisions.",
        "In 2009 divisions were realigned; on 9 May 2024 divisions met.",
        "The new structure has three divisions, not five divisions.",
        "Between four and six divisions could be formed.",
        "There were nine divisions, and until the last review seven divisions.",
        "In 2015 the Cabinet approved nine divisions.",
        "The former nine divisions and the previous six divisions are gone.",
        "The consultants proposed six divisions.",
        "Option B has six divisions; an alternative of five divisions was looked at.",
        "The neighbouring council has nine Heads of Service.",
        "Nine Heads of Service' offices are let.",
        "There are two divisions fewer.",
        "The number of posts in Care falls from nine to eight.",
        "A reduction of two posts in Care.",
        "There are two posts. The two existing posts are advertised.",
        "The number of services in the divisions falls from nine to six.",
        "The budget of the divisions rises from 3 to 5.",
        "This reduces the three Heads of Service to two days a week.",
        "| Pay | Existing pay | Proposed |\n|---|---|---|\n| Divisions | 9 | 3 |",
        "| Posts | Existing | Proposed |\n|---|---|---|\n| Visits to divisions | 9 | 9 |",
    ],
)
def test_a_number_that_a_reader_could_take_to_be_right_is_let_be(text):
    assert found("C1", text) == []


@pytest.mark.parametrize("text", ["The first has six divisions.", TABLE])
def test_what_is_typed_of_options_in_a_section_of_their_own_is_let_be(text):
    options = written(text, key="options", heading="Alternative options")
    assert found("C1", options) == []
    assert len(found("C1", replace(options, heading="Background"))) == 1


@pytest.mark.parametrize("text", ["There will be five divisions.", TABLE])
def test_what_is_typed_of_the_option_that_is_chosen_is_held_against_the_structures(text):
    assert len(found("C1", written(text, heading="Preferred option"))) == 1


@pytest.mark.parametrize(
    "text", ["There will be five divisions.", f"A Head of Service.\n\n{TABLE}"]
)
def test_a_wrong_number_is_quoted_as_it_stands_in_the_text(text):
    (place,) = next(CHECKS["C1"].find(checked(text))).places
    assert place.quote in text
    assert place.quote in ("five divisions", "| Head of Service | 3 | 2 |")


def test_the_issues_own_case_is_found_outside_a_figure():
    four = existing(key="a")
    heading = found("C1", "The restructure keeps five Assistant Directors.")
    assert heading == []
    posts = {
        key: replace(post, category="Assistant Director") if post.tier == 2 else post
        for key, post in four.posts.items()
    }
    sides = {"before": replace(existing(), posts=posts), "after": replace(four, posts=posts)}
    assert found("C1", "The restructure keeps five Assistant Directors.", **sides) == [
        "look: “five Assistant Directors”: 3 in the existing structure and 3 in the proposed "
        "structure"
    ]
    assert len(found("C1", "The restructure keeps five ADs (Assistant Directors).", **sides)) == 1


@pytest.mark.parametrize(("other", "wrong"), [("Director of Care", 1), ("Senior Manager", 0)])
def test_initials_that_two_categories_share_are_the_name_of_neither(other, wrong):
    side, of = existing(), {"hoc": other}
    posts = {
        key: replace(post, category=of.get(key, "Service Manager") if post.tier == 2 else None)
        for key, post in side.posts.items()
    }
    sides = {"before": replace(side, posts=posts), "after": replace(existing(key="a"), posts=posts)}
    assert len(found("C1", "The restructure keeps five SMs.", **sides)) == wrong
    assert len(found("C1", "The restructure keeps five Service Managers.", **sides)) == 1


def test_the_words_say_which_structure_is_meant():
    after = existing(key="a")
    units = {key: unit for key, unit in after.units.items() if key != "schools"}
    posts = {key: post for key, post in after.posts.items() if key != "hos"}
    leads = tuple(lead for lead in after.leads if lead.unit != "schools")
    after = replace(after, units=units, posts=posts, leads=leads, endings=(Ending(key="schools"),))
    assert found("C1", "The existing three divisions become two divisions.", after=after) == []
    wrong = "At present there are two divisions."
    assert found("C1", wrong, after=after) == ["look: “two divisions”: 3 in the existing structure"]
    wrong = "The new structure has three divisions."
    assert found("C1", wrong, after=after) == [
        "look: “three divisions”: 2 in the proposed structure"
    ]
    assert found("C1", "There are three divisions.", after=after) == []
    assert found("C1", "This is a reduction of one division.", after=after) == []
    assert found("C1", "This is a reduction of two divisions.", after=after) == [
        "look: “two divisions”: the two structures give −1"
    ]


def test_what_is_not_listed_in_full_proves_no_number_wrong():
    some = existing(key="a", complete=None)
    before = existing(complete=None)
    assert found("C1", "There are 14 divisions.", before=before, after=some) == []


def on_record(text, *values, **ways):
    """What is found of a text where the structures cannot tell, and the paper states figures."""
    sides = {"before": existing(complete=None), "after": existing(key="a", complete=None)}
    said = [Statement(says=f"{value} on record", value=Decimal(value), **ways) for value in values]
    return [each.partition(": on")[2] for each in found("C1", text, **sides, statements=said)]


def test_where_the_structures_cannot_tell_a_text_is_held_against_what_is_on_record():
    ways = {"where": {"kind": "division"}, "counts": "units", "side": "after"}
    assert on_record("There will be five divisions.", 4, **ways) == [" record is: 4 on record"]
    assert on_record("There will be four divisions.", 4, **ways) == []
    assert on_record("There will be two divisions more.", 4, **ways) == []
    assert on_record("There are five divisions.", 4, **ways) == []
    assert on_record("There will be five divisions.", 4, 5, **ways) == []


def test_a_fall_that_is_typed_is_held_against_the_one_on_record():
    ways = {"where": {"category": "Head of Service"}, "counts": "posts", "side": "difference"}
    text = "A reduction of three Heads of Service."
    assert on_record(text, -2, **ways) == [" record is: -2 on record"]
    assert on_record(text, -3, **ways) == []
    assert on_record(text.replace("Service.", "Service in Care."), -2, **ways) == []


def test_a_name_in_brackets_that_nothing_has_is_put_right_and_holds_back():
    (one,) = findings(checked("There are [posts deletd]."))
    assert (one.check, one.severity) == ("C1", MUST)
    assert one.heading == "There is no figure or part called “posts deletd”"
    assert one.holds_back == ("public", "exempt", "staff", "union")
    inside = checked(written("[posts deletd]", editions=("exempt",)))
    assert findings(inside)[0].holds_back == ("exempt",)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("five, 12 and twenty-one", [5, 12, 21]),
        ("two hundred and five; three hundred; 1,200", [205, 300, 1200]),
        ("£400, ¶6, 4.5, 7%, 10th, 2009/10", [10]),
        ("", []),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text, values):
    assert [number.value for number in numbers(pieces(text))] == values


# ---- whatever is typed ----

ANY = st.text(max_size=200) | st.lists(
    st.sampled_from(
        ["five", "Heads of Service", "[posts deleted]", "[", "]", "|", "-", "#", "Appendix 9", "£1",
         "SEND", "(", "Mr Who", "1.", "the", "a.b@c.uk", "\u202e", "divisions", "Head of", "\n\n"]
    ), max_size=25,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(ANY, ANY)
def test_no_text_stops_the_checks_and_none_is_altered(one, other):
    given = checked(one, written(other, key="b", is_appendix=True, editions=("exempt",)))
    before = given.report
    for each in findings(given):
        assert each.check in NUMBERED
        assert all(place.words and place.kind in KINDS for place in each.places)
    assert given.report == before
