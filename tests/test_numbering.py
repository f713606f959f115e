"""How sections and paragraphs are numbered, in the ways of the five councils."""

import pytest

from reports.numbering import SCHEMES, numbered
from reports.sections.blocks import Heading, Note, Paragraph, Recommendations, Section


def section(key, paragraphs=2, *, level=1, is_appendix=False):
    blocks = tuple(Paragraph(key=f"{key}.{n}", text="Words.") for n in range(paragraphs))
    return Section(key=key, heading=key, blocks=blocks, level=level, is_appendix=is_appendix)


PAPER = (
    (section("Summary"), False),
    (section("Background"), True),
    (section("Implications", 0), True),
    (section("Financial", level=2), True),
    (section("Legal", 1, level=2), True),
    (section("Conclusion", 1), True),
    (section("Consultees", 1), False),
    (section("Charts", 1, is_appendix=True), True),
    (section("Profiles", 1, is_appendix=True), True),
)


def numbers(scheme, paper=PAPER):
    """The number of each section, and those of its paragraphs."""
    return [
        (each.number, *(block.number for block in each.blocks if isinstance(block, Paragraph)))
        for each in numbered(paper, scheme)
    ]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("1.1", [(None, None, None), ("1", "1.1", "1.2"), ("2",), (None, "2.1", "2.2"),
                 (None, "2.3"), ("3", "3.1"), (None, None)]),
        ("1", [(None, None, None), (None, "1", "2"), (None,), (None, "3", "4"), (None, "5"),
               (None, "6"), (None, None)]),
        ("1. (1)", [(None, None, None), ("1.", "(1)", "(2)"), ("2.",), (None, "(1)", "(2)"),
                    (None, "(3)"), ("3.", "(1)"), (None, None)]),
        ("1.0", [(None, None, None), ("1.0", "1.1", "1.2"), ("2.0",), ("2.1", "2.1.1", "2.1.2"),
                 ("2.2", "2.2.1"), ("3.0", "3.1"), (None, None)]),
        ("none", [(None, None, None), (None, None, None), (None,), (None, None, None),
                  (None, None), (None, None), (None, None)]),
    ],
)  # fmt: skip
def test_each_council_numbers_in_its_own_way(scheme, expected):
    assert numbers(scheme)[:-2] == expected


def test_a_section_within_one_that_has_paragraphs_repeats_none_of_their_numbers():
    paper = (
        (section("A"), True),
        (section("B", 2, level=2), True),
        (section("C", 1, level=2), True),
    )
    expected = [("1.0", "1.1", "1.2"), ("1.3", "1.3.1", "1.3.2"), ("1.4", "1.4.1")]
    assert numbers("1.0", paper) == expected


@pytest.mark.parametrize("scheme", [each for each in SCHEMES if each != "none"])
def test_appendices_are_counted_apart_and_their_paragraphs_not_at_all(scheme):
    assert numbers(scheme)[-2:] == [("Appendix 1:", None), ("Appendix 2:", None)]


def test_a_lead_of_recommendations_has_a_number_and_a_note_has_none():
    blocks = (
        Heading(key="h", text="H"),
        Paragraph(key="p", text="P"),
        Note(key="n", text="N"),
        Recommendations(key="r", lead="Asked to agree:", items=("This",)),
    )
    (made,) = numbered([(Section(key="s", heading="S", blocks=blocks), True)], "1.1")
    assert [getattr(block, "number", None) for block in made.blocks] == [None, "1.1", None, "1.2"]


def test_appendices_count_on_from_one_that_has_its_number_in_its_heading():
    paper = (
        (section("Appendix 1", is_appendix=True), False),
        (section("Charts", is_appendix=True), True),
        (section("Appendix of sources", is_appendix=True), False),
        (section("Section 188 information", is_appendix=True), True),
    )
    said = [each.number for each in numbered(paper, "1")]
    assert said == [None, "Appendix 2:", None, "Appendix 3:"]
