"""Tables and lists of a Word file on the page: what stays together, and what stands apart."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from posts.lettering import text_width
from reports.formats import docx
from reports.formats.word.given import cleaned
from reports.sections.blocks import Bullets, Column, Definitions, Line, Paragraph, Table
from tests.councilword import council_word
from tests.papers import COUNCILS
from tests.tables import schedule
from tests.wordfiles import a_chart, document, opened, small


def stays(elements):
    """Of each row or paragraph whether it stays on the page of the next."""
    return [each.find(f".//{qn('w:keepNext')}") is not None for each in elements]


def rows_of(table):
    """Of each row whether all of its cells stay on the page of the next."""
    (found,) = opened(docx.write(small(table))).tables
    return [all(stays(row.iter(qn("w:tc")))) for row in found._element.iter(qn("w:tr"))]


def test_the_first_rows_of_a_long_table_stay_together_and_the_last_with_the_total():
    _, *rows, total = rows_of(schedule(10))
    assert rows == [True, *[False] * 7, True, True]
    assert not total


def test_the_last_row_of_a_long_table_without_a_total_does_not_stand_alone():
    _, *rows = rows_of(replace(schedule(10), total=None))
    assert rows == [True, *[False] * 7, True, False]


def test_a_short_table_stays_on_one_page():
    _, *rows, total = rows_of(schedule(5))
    assert all(rows)
    assert not total


def test_terms_and_what_is_said_of_them_stay_on_one_page():
    terms = Definitions(key="d", items=tuple((f"Term{n}", "What it is") for n in range(4)))
    found = [p for p in opened(docx.write(small(terms))).paragraphs if p.text.startswith("Term")]
    assert stays(each._element for each in found) == [True, True, True, False]


@pytest.mark.parametrize("restructure", COUNCILS)
def test_no_word_of_a_paper_is_parted_in_its_tables(restructure):
    for table in document(restructure).tables:
        assert parted(table) == []


def test_the_longest_word_has_its_room_among_many_columns():
    row = ("Responsibilities", *["yes"] * 8, "Recommissioning")
    columns = tuple(Column("Role" if n else "Responsibilities") for n in range(10))
    (found,) = opened(
        docx.write(small(Table(key="t", caption="T", columns=columns, rows=(row,))))
    ).tables
    assert parted(found) == []


def test_letters_of_a_council_that_are_wider_have_their_room_too():
    for base, times in ((None, 1.0), (cleaned(council_word()).data, 1.2)):
        (found,) = opened(docx.write(small(schedule(40)), base)).tables
        room = found.columns[2].width.pt - 10
        assert round(room / text_width("Posts", 10.5, bold=True), 1) == times


def parted(table):
    """The words of a table that are wider than their cells."""
    widths = [int(each.get(qn("w:w"))) / 20 - 10 for each in table._element.iter(qn("w:gridCol"))]
    return [
        word
        for row in table._element.iter(qn("w:tr"))
        for cell, width in zip(row.iter(qn("w:tc")), widths, strict=True)
        for text in cell.iter(qn("w:t"))
        for word in text.text.replace("-", " ").split()
        if text_width(word, 10.5) > width
    ]


def test_what_follows_a_list_keeps_its_distance_and_more_so_below_a_chart():
    lines = Bullets(key="b", lines=(Line(0, "First"), Line(0, "Last")))
    chart = replace(a_chart(), words=(Line(0, "Lastline"),))
    found = opened(docx.write(small(lines, chart))).paragraphs
    after = {p.text: p.paragraph_format.space_after for p in found}
    assert (after["First"], after["Last"].pt, after["Lastline"].pt) == (None, 8, 16)


def test_a_list_below_a_numbered_paragraph_stands_below_its_words():
    lines = Bullets(key="b", lines=(Line(0, "Item"), Line(1, "Within")))
    numbered = Paragraph(key="p", text="Words.", number="1.1")
    for above, lefts in ((numbered, [964, 1304]), (replace(numbered, number=None), [None, None])):
        found = opened(docx.write(small(above, lines))).paragraphs[-2:]
        indents = [p.paragraph_format.left_indent for p in found]
        assert [each and each.twips for each in indents] == lefts


def test_a_number_stands_away_from_the_words_beside_it():
    last = schedule(3).columns[-1]
    turned = Table(
        key="t", caption="T", columns=(Column("Post"), last, Column("Source")),
        rows=(("A", "1", "not stated"),),
    )  # fmt: skip
    (found,) = opened(docx.write(small(turned))).tables
    right = found.cell(1, 1).paragraphs[0].paragraph_format.right_indent
    assert right is not None
    assert right.pt == 8
    assert [each.paragraphs[0].alignment for each in found.rows[1].cells][::2] == [None, None]
