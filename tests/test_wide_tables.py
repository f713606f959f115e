"""Tables whose words have no room on an upright page: they stand on one on its side, and alone."""

import pytest

from reports.formats import docx, pdf
from reports.sections.blocks import NUMBER, Column, Heading, Paragraph, Table
from reports.writing.sheets import sheets
from tests.pdfs import faults, opened
from tests.tables import schedule
from tests.test_pdf import needs_poppler, off_the_page, pages, small, text
from tests.wordfiles import opened as word_file

HEADINGS = (
    "Existing post", "Unit", "Posts", "Outcome", "Ring-fence", "People", "Contracts", "At risk",
    "Proposed dismissals",
)  # fmt: skip
ROW = ("Regeneration Officer", "Communities", "1", "ring-fence", "Officers", *["not stated"] * 4)


def affected(rows=4):
    """A table of nine columns, none of whose words is long."""
    columns = tuple(Column(each, kind=NUMBER if each == "Posts" else "words") for each in HEADINGS)
    return Table(key="w", caption="Staff affected", columns=columns, rows=(ROW,) * rows)


def paper(*tables):
    before, after = (Paragraph(key=each, text=f"Words {each}.") for each in ("before", "after"))
    return small(before, Heading(key="h", text="Who is affected"), *tables, after)


@needs_poppler
def test_a_wide_table_of_a_pdf_stands_on_its_side_below_its_heading():
    data = pdf.write(paper(affected()))
    sizes = [each.mediabox[2] > each.mediabox[3] for each in opened(data).pages]
    assert sizes == [False, True, False]
    first, side, last = (" ".join(lines) for lines in pages(data))
    assert "Who is affected" in side
    assert "Outcome" in side
    assert "Words before" in first
    assert "Words after" in last
    assert faults(data) == []


@needs_poppler
def test_every_word_of_a_wide_table_of_a_pdf_can_be_found():
    said = text(pdf.write(paper(affected())))
    assert "\u200b" not in said
    assert said.count("Regeneration") == said.count("Communities") == 4


@needs_poppler
@pytest.mark.parametrize("rows", [8, 12, 16, 60])
def test_a_wide_table_runs_off_no_page(rows):
    data = pdf.write(paper(affected(rows)))
    assert off_the_page(data) == []
    assert text(data).count("Officers") == rows


@needs_poppler
def test_a_wide_table_of_the_preview_stands_on_a_page_on_its_side_as_in_the_pdf():
    whole = paper(affected(), schedule(3))
    pages = sheets(whole, pdf.starts(whole), marks=False)
    assert [page.is_wide for page in pages] == [False, True, False]
    assert "Who is affected" in pages[1].html
    assert "Words after" in pages[2].html


def test_wide_tables_of_a_word_file_stand_on_one_page_on_its_side():
    found = word_file(docx.write(paper(affected(), affected())))
    sides = [each.page_width > each.page_height for each in found.sections]
    assert sides == [False, True, False]
    assert "Who is affected" in _words_by_section(found)[1]
    assert "Words after." in _words_by_section(found)[2]


def test_a_table_whose_words_have_room_stands_on_an_upright_page():
    assert len(word_file(docx.write(paper(schedule(40)))).sections) == 1
    assert len(opened(pdf.write(paper(schedule(3)))).pages) == 1


def _words_by_section(document):
    """The paragraphs of each section of a Word file."""
    parts: list[list[str]] = [[]]
    for each in document.paragraphs:
        parts[-1].append(each.text)
        if each._element.find(".//{*}sectPr") is not None:
            parts.append([])
    return parts
