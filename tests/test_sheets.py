"""A paper on its pages: charts on their side, nothing cut off; and a paper in another house."""

from dataclasses import replace

from reports.house import HOUSES
from reports.proposal import Written
from reports.sections.blocks import Bullets, Column, Line, Paragraph, Section, Table
from reports.writing.rehousing import rehoused
from reports.writing.sheets import sheets
from tests.test_written import paper, section

MODERN, KENT = HOUSES["generic-modern"], HOUSES["kent-2009"]


def made(*blocks, **ways):
    whole = Section(key="a", heading="A section", blocks=blocks, **ways)
    return replace(paper(section("purpose")), sections=(whole,))


def on_pages(*blocks, **ways):
    return [page.html for page in sheets(made(*blocks, **ways))]


def test_what_has_no_room_goes_on_on_the_next_page():
    words = [Paragraph(key=f"p{at}", text=f"Paragraph {at}. " * 40) for at in range(12)]
    pages = on_pages(*words)
    assert len(pages) > 2
    assert all(any(f"Paragraph {at}. " in page for page in pages) for at in range(12))


def test_a_long_table_has_its_headings_on_each_page_and_each_row_once():
    rows = tuple((f"Row {at}.", "x") for at in range(100))
    columns = Column("Post", 3), Column("Grade", 1)
    pages = on_pages(Table(key="t", caption="Posts", columns=columns, rows=rows))
    assert sum(page.count("Row 7.") for page in pages) == 1
    with_rows = [page for page in pages if "Row " in page]
    assert len(with_rows) > 2
    assert all("<th" in page and "Table 1: Posts" in page for page in with_rows)


def test_a_long_list_loses_no_line():
    lines = tuple(Line(at % 3, f"Line {at}.") for at in range(150))
    pages = on_pages(Bullets(key="b", lines=lines))
    assert all(sum(page.count(f"Line {at}.") for page in pages) == 1 for at in range(150))


def test_a_chart_lies_on_its_side_and_is_told_in_words_on_the_next_page():
    pages = sheets(paper(section("existing", "[existing chart]"), section("law", "After.")))
    wide = [at for at, page in enumerate(pages) if page.is_wide]
    assert len(wide) == 1
    assert "<svg" in pages[wide[0]].html
    assert "Existing</h3>" in pages[wide[0]].html
    assert "Text version of the chart" in pages[wide[0] + 1].html


def test_an_appendix_begins_a_page():
    one = Section(key="a", heading="A", blocks=(Paragraph(key="p", text="One."),))
    other = replace(one, key="b", heading="Appendix", is_appendix=True)
    pages = sheets(replace(made(), sections=(one, other)))
    assert [page.title for page in pages] == ["First page", "Appendix"]


# ---- another house ----


def test_what_nobody_touched_goes_with_its_house():
    assert rehoused(MODERN.sections, MODERN, KENT) == KENT.sections


def test_what_was_typed_is_taken_over_under_the_same_heading():
    typed = [
        replace(each, text="Ours.") if each.key == "recommendations" else each
        for each in MODERN.sections
    ]
    found = {each.key: each.text for each in rehoused(typed, MODERN, KENT)}
    assert found["recommendations"] == "Ours."


def test_what_has_no_place_in_the_new_house_stands_before_its_appendices():
    own = Written(key="own", heading="Our own", text="Typed.")
    found = rehoused((*MODERN.sections, own), MODERN, KENT)
    assert own in found
    assert all(each.is_appendix for each in found[found.index(own) + 1 :])
