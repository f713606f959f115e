"""Tables for which their author gave no caption: they have their number, and no other's name."""

from dataclasses import replace

from reports.formats import docx, html, pdf
from tests.pdfs import faults
from tests.tables import schedule
from tests.test_pdf import needs_poppler, pages, small
from tests.webpages import named, read
from tests.wordfiles import opened

UNTITLED = replace(schedule(2), caption="Background", is_untitled=True)


@needs_poppler
def test_in_a_pdf_the_number_stands_alone_above_the_table():
    data = pdf.write(small(UNTITLED, schedule(3)))
    lines = [line for page in pages(data) for line in page if line.startswith("Table")]
    assert lines == ["Table 1", "Table 2: The schedule"]
    assert faults(data) == []


def test_in_a_word_file_and_a_page_too():
    found = opened(docx.write(small(UNTITLED))).paragraphs
    assert [each.text for each in found if each.style.name == "Caption"] == ["Table 1"]
    (caption,) = named(read(html.write(small(UNTITLED))), "caption")
    assert caption["words"] == "Table 1"
