"""A change in a chart is read in words before it is seen, and its shape without colour."""

import re

import pytest

from posts.chart import KINDS, Mark, draw
from posts.snapshot import COUNCIL, Post, Snapshot, Unit
from posts.svg import file_styles
from tests.charted import boxes, department, lines, read
from tests.literals import structure

NO_MATCH = Mark("unplaced", "MATCH NOT STATED", minor=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_is_a_word_in_the_box_and_in_its_name_before_it_is_a_shape(kind):
    chart = draw(department(), marks={"care": [Mark(kind, "→ AS GIVEN, from Resources")]})
    box = boxes(chart)["care"]
    assert lines(chart, "care")[:2] == ["→ AS GIVEN, from", "Resources"]
    assert box.get("aria-label").startswith("→ AS GIVEN, from Resources: Care Management")
    assert kind in box.find("g").get("class").split()


def test_an_open_match_is_quiet_where_a_unit_hangs_in_a_list_and_loud_in_a_row():
    drawn = boxes(draw(department(), marks={"care": [NO_MATCH], "sr": [NO_MATCH]}))
    assert (drawn["care"].find("g").get("class"), hatched(drawn["care"])) == ("bx item", False)
    assert next(drawn["care"].iter("text")).text == "match not stated"
    assert drawn["care"].get("aria-label").startswith("MATCH NOT STATED: Care Management")
    assert (drawn["sr"].find("g").get("class"), hatched(drawn["sr"])) == ("bx unit unplaced", True)


def border(kind):
    """What the styles say of the border of a box with a change of this kind, but its colour."""
    rule = re.search(rf"^\.oc \.bx\.{kind} rect\.b {{(.*)}}", file_styles(), re.MULTILINE)
    said = dict(part.split(": ") for part in rule[1].strip(" ;").split("; "))
    return said["stroke-width"], said.get("stroke-dasharray")


def hatched(box):
    label = box.find("g/g/rect")
    return label is not None and "hatch" in label.get("fill", "")


@pytest.mark.parametrize(
    ("kind", "outline", "bar", "rule", "hatch"),
    [
        ("new", ("3", None), False, False, False),
        ("deleted", ("1.75", "7 4"), False, False, False),
        ("moved", ("1.5", None), True, False, False),
        ("renamed", ("1.75", "1.75 3.5"), False, False, False),
        ("altered", ("1.5", None), False, True, False),
        ("outside", ("1.75", None), False, False, True),
        ("unplaced", ("1.25", None), False, False, True),
    ],
)
def test_each_kind_of_change_has_its_shape_so_that_it_reads_in_grey(
    kind, outline, bar, rule, hatch
):
    box = boxes(draw(department(), marks={"care": [Mark(kind, "WORD")]}))["care"]
    assert border(kind) == outline
    assert (box.find("g/rect[@class='bar']") is not None) == bar
    assert (box.find("g/path[@class='rule']") is not None) == rule
    assert hatched(box) == hatch


def test_the_bar_of_what_has_moved_stands_clear_of_the_words():
    box = boxes(draw(department(), marks={"care": [Mark("moved", "→ MOVED")]}))["care"]
    end = float(box.find("g/rect[@class='bar']").get("width"))
    assert all(float(text.get("x")) >= end + 4 for text in box.iter("text"))


def test_the_name_of_what_goes_is_struck_through_but_for_the_existing_side():
    assert ".oc .bx.deleted text.t { text-decoration: line-through" in file_styles()
    assert ".oc.existing .bx.deleted text.t { text-decoration: none" in file_styles()
    assert read(draw(department(), existing=True)).get("class") == "oc existing"


def test_two_changes_of_one_unit_are_two_labels_one_above_the_other():
    marks = {"care": [Mark("moved", "→ MOVED"), Mark("renamed", "RENAMED")]}
    labels = boxes(draw(department(), marks=marks))["care"].findall("g/g")
    assert [label.find("text").text for label in labels] == ["→ MOVED", "RENAMED"]
    assert float(labels[0].find("rect").get("y")) < float(labels[1].find("rect").get("y"))


def test_a_deleted_post_is_said_in_the_box_of_its_unit():
    chart = draw(department(), marks={"x": [Mark("deleted", "× DELETED")]})
    assert lines(chart, "cias")[:2] == ["CIAS", "× DELETED"]
    assert "s u gone" in {text.get("class") for text in boxes(chart)["cias"].iter("text")}


def test_posts_that_change_alike_stand_under_one_label():
    unit = Unit(key="u", name="Children’s Services", place=COUNCIL)
    posts = {key: Post(key=key, title=key.upper(), unit="u") for key in "abc"}
    chart = draw(
        Snapshot(key="s", title="S", units={"u": unit}, posts=posts),
        marks={"a": [NO_MATCH], "b": [Mark("new", "+ NEW")], "c": [NO_MATCH]},
    )
    assert lines(chart, "u")[1:] == ["MATCH NOT STATED", "A", "C", "+ NEW", "B"]


def test_what_is_said_to_have_moved_right_below_a_new_units_name_are_its_posts():
    drawn = structure(
        """
        directorate hub | Hub
          team new | New Team
            - a | Officer
            - b | Clerk
        """
    )
    moved = Mark("moved", "→ MOVED FROM North Team")
    marks = {"new": (Mark("new", "+ NEW"),), "a": (moved,), "b": (moved,)}
    assert "→ POSTS MOVED FROM" in draw(drawn, marks=marks).svg
    assert "→ MOVED FROM North Team: Officer" in draw(drawn, marks=marks).svg  # in its full words
