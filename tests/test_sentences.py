"""A figure that begins a sentence has a capital letter, and a name stays as the council has it."""

import pytest

from reports.markdown import read
from reports.markdown.sentences import capitalised


class Names:
    """Figures by their names; no part has any."""

    said = {
        "deleted": "four", "fte": "at least 47", "change": "a reduction of one post", "posts": "52",
        "grade": "scale 5", "head": "eServices manager", "cut": "left out of this edition",
        "none": "not stated", "saving": "£1,000",
    }  # fmt: skip

    def figure(self, name):
        return self.said.get(name)

    def part(self, written):
        return None

    def nearest(self, name):
        return None


def said(text):
    """The words of a text, one block or cell after the other."""
    found = []
    for block in read(text, section="s", names=Names()).blocks:
        lines = getattr(block, "lines", None)
        rows = getattr(block, "rows", None)
        if lines is None and rows is None:
            found.append(block.text)
        found += [each.text for each in lines or ()]
        found += [cell for row in rows or () for cell in row]
    return found


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("[deleted] posts go.", "Four posts go."),
        ("**[change]**. The number falls.", "A reduction of one post. The number falls."),
        (
            "It grows. [fte] FTE are left! [none]?",
            "It grows. At least 47 FTE are left! Not stated?",
        ),
        ("“It falls.” [cut] is why.", "“It falls.” Left out of this edition is why."),
        ("“[deleted] posts”", "“Four posts”"),
    ],
)
def test_a_figure_that_begins_a_sentence_has_a_capital_letter(typed, reads):
    assert said(typed) == [reads]


def test_so_has_one_that_begins_a_line_of_a_list_or_a_cell():
    assert said("- [deleted] go\n- of which [deleted] stay") == ["Four go", "of which four stay"]
    assert said("| A | B |\n|---|---|\n| [fte] | posts: [deleted] |") == [
        "At least 47", "posts: four",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "Deleted: {} posts.", "It is i.e. {} posts.", "See para. {} of it.", "Approx. {} of them.",
        "Posts ({} of them) go.",
    ],
)  # fmt: skip
def test_within_a_sentence_a_figure_stays_as_it_is(typed):
    assert said(typed.format("[deleted]")) == [typed.format("four")]


def test_names_and_numbers_stay_as_they_are():
    assert said("[head] goes. [grade] is its grade. [posts] posts. [saving] is saved.") == [
        "eServices manager goes. scale 5 is its grade. 52 posts. £1,000 is saved."
    ]
    assert capitalised("one Director; deputy") == "One Director; deputy"
    assert capitalised("") == ""
