"""A paper on its pages: charts on their side, nothing cut off; and a paper in another house."""

import re
import subprocess
from dataclasses import replace
from functools import cache

import pytest
from lxml.html import document_fromstring, fromstring

from reports.editions import EDITIONS, PUBLIC
from reports.formats import pdf
from reports.formats.pdf import Starts, starts
from reports.house import HOUSES
from reports.paper import paper_of
from reports.sections.blocks import Bullets, Column, Heading, Line, Paragraph, Section, Table
from reports.writing.sheets import sheets
from tests.papers import COUNCILS, council_file
from tests.test_paper import comparison_of, every_paper
from tests.test_pdf import needs_poppler
from tests.test_written import paper, section

MODERN, KENT = HOUSES["generic-modern"], HOUSES["kent-2009"]


def made(*blocks, **ways):
    whole = Section(key="a", heading="A section", blocks=blocks, **ways)
    return replace(paper(section("purpose")), sections=(whole,))


def set_out(paper):
    return sheets(paper, starts(paper), marks=False)


def on_pages(*blocks, **ways):
    return [page.html for page in set_out(made(*blocks, **ways))]


def letters(text):
    """A text without what a line may end with, or begin a list with."""
    return "".join(filter(str.isalnum, text))


def printed(data):
    """The letters of each page of a PDF, in the order in which it has them."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True)
    return [letters(page) for page in done.stdout.decode().split("\f")[:-1]]


def texts(page):
    """What stands on a page of the preview, but what is drawn or only heard."""
    root = document_fromstring(f"<div>{page.html}</div>")
    for each in [*root.iter("svg"), *root.find_class("sr")]:
        each.drop_tree()
    return [letters(text) for text in root.itertext() if letters(text)]


@cache
def as_written(restructure, edition=PUBLIC):
    """One of the five papers, in the sections of its own council."""
    stated = {each.key: each for each in council_file(COUNCILS[restructure]).proposals}
    return paper_of(
        replace(comparison_of(restructure), proposal=stated[restructure]), edition=edition
    )


@needs_poppler
@every_paper
def test_a_page_of_the_preview_has_the_words_of_the_page_of_the_pdf(restructure):
    whole = as_written(restructure)
    pages, in_print = set_out(whole), printed(pdf.write(whole))
    assert len(pages) == len(in_print)
    for page, text in zip(pages, in_print, strict=True):
        assert [each for each in texts(page) if each not in text] == []


@every_paper
@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_no_heading_stands_alone_at_the_foot_of_a_page(restructure, edition):
    for page in set_out(as_written(restructure, edition)):
        last = fromstring(f"<div>{page.html}</div>")[-1]
        assert last.tag not in ("h2", "h3", "h4", "h5", "h6"), page.title


def test_headings_that_follow_each_other_stand_above_the_chart_that_they_lead_to():
    drawn = paper(section("existing", "[existing chart]")).sections[0].blocks
    above = Section(key="a", heading="Appendices", blocks=(), is_appendix=True)
    within = Section(key="b", heading="Chart", level=2, blocks=(Heading(key="h", text="H"), *drawn))
    _, chart, *_ = set_out(replace(made(), sections=(above, within)))
    assert (chart.title, chart.is_wide) == ("Appendices", True)
    assert re.findall(r"<h\d id=\W\w+\W>(\w+)</h", chart.html) == ["Appendices", "Chart", "H"]


def test_what_an_appendix_begins_with_has_no_page_to_itself():
    drawn = paper(section("existing", "[existing chart]")).sections[0].blocks
    text = Paragraph(key="p", text="It is drawn as it stands.")
    _, chart, *_ = set_out(made(text, *drawn, is_appendix=True))
    assert chart.is_wide
    assert chart.html.index("It is drawn") < chart.html.index("<figure")
    long = Paragraph(key="p", text="It is drawn. " * 250)
    after = set_out(made(long, *drawn, is_appendix=True))
    assert [page.is_wide for page in after[1:3]] == [False, True]


def test_a_paragraph_goes_on_with_the_word_that_begins_the_page():
    words = " ".join(f"word{at}" for at in range(1500))
    pages = on_pages(Paragraph(key="p", text=words, number="1.1"))
    assert len(pages) > 2
    assert re.findall(r"word\d+", "".join(pages)) == words.split()
    assert "".join(pages).count("1.1") == 1


def test_a_numbered_list_goes_on_with_its_number_on_the_next_page():
    lines = tuple(Line(0, f"Line {at}.") for at in range(1, 80))
    _, second, *_ = on_pages(Bullets(key="b", lines=lines, is_ordered=True))
    start = int(re.search(r'<ol start="(\d+)"', second)[1])
    assert f"<li>Line {start}.</li>" in second


def test_a_long_table_has_its_headings_on_each_page_and_each_row_once():
    rows = tuple((f"Row {at}.", "x") for at in range(100))
    columns = Column("Post", 3), Column("Grade", 1)
    pages = on_pages(Table(key="t", caption="Posts", columns=columns, rows=rows))
    assert sum(page.count("Row 7.") for page in pages) == 1
    with_rows = [page for page in pages if "Row " in page]
    assert len(with_rows) > 2
    assert all("<th" in page and "Table 1: Posts" in page for page in with_rows)


def test_a_short_table_stands_on_one_page_with_its_total():
    columns = Column("Post", 3), Column("Posts", 1, "number")
    tables = [
        Table(key=f"t{at}", caption=f"Few {at}", columns=columns, rows=((f"Row {at}.", "1"),),
              total=(f"Total {at}.", "1"))
        for at in range(40)
    ]  # fmt: skip
    pages = on_pages(*tables)
    assert len(pages) > 3
    assert all(re.findall(r"Row (\d+)", page) == re.findall(r"Total (\d+)", page) for page in pages)


def test_a_long_list_loses_no_line():
    lines = tuple(Line(at % 3, f"Line {at}.") for at in range(150))
    pages = on_pages(Bullets(key="b", lines=lines))
    assert all(sum(page.count(f"Line {at}.") for page in pages) == 1 for at in range(150))


def test_a_chart_lies_on_its_side_and_is_told_in_words_on_the_next_page():
    pages = set_out(paper(section("existing", "[existing chart]"), section("law", "After.")))
    wide = [at for at, page in enumerate(pages) if page.is_wide]
    assert len(wide) == 1
    assert "<svg" in pages[wide[0]].html
    assert "Existing</h3>" in pages[wide[0]].html
    assert "Text version of the chart" in pages[wide[0] + 1].html


def test_without_a_pdf_all_words_stand_on_one_page_and_charts_on_theirs():
    found = paper(section("existing", "[existing chart]"), section("law", "After."))
    pages = sheets(found, Starts())
    assert [page.is_wide for page in pages] == [False, True, False]
    assert "After." in pages[2].html


def test_an_appendix_begins_a_page():
    one = Section(key="a", heading="A", blocks=(Paragraph(key="p", text="One."),))
    other = replace(one, key="b", heading="Appendix", is_appendix=True)
    pages = set_out(replace(made(), sections=(one, other)))
    assert [page.title for page in pages] == ["First page", "Appendix"]
