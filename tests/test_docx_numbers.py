"""The numbers in Word: its own, counted anew here as Word counts, and those of the paper."""

from dataclasses import replace

import pytest

from reports.formats import docx
from reports.house import HOUSES
from reports.numbering import SCHEMES, numbered
from reports.sections.blocks import Bullets, Line, Paragraph, Recommendations, Section
from tests.papers import COUNCILS
from tests.test_paper import blocks, paper
from tests.wordfiles import document, opened, small
from tests.wordnumbers import labels

PARAGRAPH, HEADINGS = "NumberedParagraph", ("Heading1", "Heading2")


def two_sections(scheme):
    """Sections with paragraphs, one not numbered between them, one with others within it."""

    def texts(key, count):
        return tuple(Paragraph(key=f"{key}.{n}", text=f"{key}{n}") for n in range(count))

    def section(key, count, level=1):
        return Section(key=key, heading=key, level=level, blocks=texts(key, count))

    sections = [
        (section("a", 2), True), (section("s", 1), False), (section("b", 3), True),
        (section("c", 0), True), (section("c1", 2, 2), True), (section("c2", 1, 2), True),
        (section("d", 1), True), (section("d1", 2, 2), True), (section("e", 1), True),
    ]  # fmt: skip
    return replace(small(), sections=numbered(sections, scheme))


def printed(paper):
    """The numbers that a paper has: of its sections, and of its paragraphs."""
    return (
        [(each.number, each.heading) for each in paper.sections],
        [(each.number, each.text) for each in blocks(paper, Paragraph)],
    )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_word_counts_as_the_council_does(scheme):
    made = two_sections(scheme)
    found = opened(docx.write(made))
    assert (labels(found, *HEADINGS), labels(found, PARAGRAPH)) == printed(made)


@pytest.mark.parametrize("restructure", COUNCILS)
def test_every_paper_has_the_same_numbers_in_word(restructure):
    made = paper(restructure)
    found = labels(document(restructure), PARAGRAPH)
    numbers = [each.number for each in blocks(made, Paragraph, Recommendations)]
    assert [label for label, _ in found] == numbers
    headings = {words: label for label, words in labels(document(restructure), "Heading1")}
    for section in made.sections:
        if section.level == 1 and not section.is_appendix:
            assert headings[section.heading] == section.number


@pytest.mark.parametrize("restructure", COUNCILS)
def test_recommendations_run_on_from_one_verb_to_the_next(restructure):
    asked = blocks(paper(restructure), Recommendations)
    expected = [
        f"{n}." for each in asked for n, _ in enumerate(each.items, start=each.first)
    ]  # fmt: skip
    found = labels(document(restructure), "Recommendation")
    assert [label for label, _ in found] == expected


def test_a_number_that_word_would_count_otherwise_is_written_as_it_is():
    texts = [("1.1", "one"), ("1.4", "four"), ("1.2", "two")]
    paragraphs = [Paragraph(key=words, text=words, number=number) for number, words in texts]
    one = Section(key="s", heading="S", number="1", blocks=tuple(paragraphs))
    found = labels(opened(docx.write(replace(small(), sections=(one,)))), PARAGRAPH)
    assert found == [("1.1", "one"), (None, "1.4four"), ("1.2", "two")]


def test_recommendations_that_begin_anew_begin_with_their_number():
    asked = [
        Recommendations(key=f"r{first}{n}", lead="Asked:", items=("This", "That"), first=first)
        for n, first in enumerate((1, 3, 1, 7))
    ]
    found = labels(opened(docx.write(small(*asked))), "Recommendation")
    assert [label for label, _ in found] == ["1.", "2.", "3.", "4.", "1.", "2.", "7.", "8."]


def test_each_ordered_list_begins_with_one():
    lines = (Line(0, "First"), Line(1, "Of it"), Line(1, "Of it too"), Line(0, "Second"))
    lists = [Bullets(key=key, lines=lines, is_ordered=True) for key in ("a", "b")]
    document = opened(docx.write(small(*lists)))
    assert [label for label, _ in labels(document, "ListNumber")] == ["1.", "2."] * 2
    assert [label for label, _ in labels(document, "ListBullet")] == ["–", "–"] * 2


@pytest.mark.parametrize("house", HOUSES)
def test_every_house_has_a_way_of_numbering_that_word_knows(house):
    assert HOUSES[house].numbering in SCHEMES
