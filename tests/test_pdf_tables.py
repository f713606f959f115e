"""Tables of a PDF on the page: where they begin and end, and how wide their columns are."""

import re
import subprocess
from dataclasses import replace

import pytest

from reports.formats import pdf
from reports.formats.typst.tables import table_of
from reports.sections.blocks import (
    NUMBER,
    Bullets,
    Column,
    Definitions,
    Line,
    Paragraph,
    Recommendations,
    Table,
)
from tests.pdfs import below, faults, named, opened
from tests.tables import schedule
from tests.test_pdf import a_chart, needs_poppler, off_the_page, pages, small, text

pytestmark = needs_poppler


def below_lines(count, *blocks):
    """Blocks below so many lines of text."""
    lines = (Paragraph(key=f"p{n}", text=f"Line {n}.") for n in range(count))
    return pdf.write(small(*lines, *blocks))


def top_of(word, data):
    """How far below the top of its page a word stands, in points."""
    return _place_of(word, data)[1]


def left_of(word, data):
    return _place_of(word, data)[0]


def _place_of(word, data):
    command = ["pdftotext", "-bbox", "-", "-"]
    said = subprocess.run(command, input=data, capture_output=True).stdout.decode()
    return [
        float(each) for each in re.search(rf'xMin="(.+)" yMin="(.+)" xM.*>{word}<', said).groups()
    ]


def page_with(found, line):
    (page,) = (lines for lines in found if any(line in each for each in lines))
    return page


@pytest.mark.parametrize("count", range(18, 27))
def test_wherever_a_long_table_begins_its_caption_has_two_rows_below_it(count):
    data = below_lines(count, schedule(30, unit="A name so long that it takes more lines " * 3))
    found = pages(data)
    first = page_with(found, "The schedule")
    assert {"Post 0", "Post 1"} <= {" ".join(line.split()[:2]) for line in first}
    assert all(lines[0].startswith("DRAFT") for lines in found)
    assert off_the_page(data) == []


@pytest.mark.parametrize("count", range(34, 42))
def test_wherever_a_long_table_ends_its_total_has_two_rows_above_it(count):
    last = page_with(pages(below_lines(24, schedule(count))), "Total")
    ends = {f"Post {count - 2}", f"Post {count - 1}"}
    assert ends <= {" ".join(line.split()[:2]) for line in last}


@pytest.mark.parametrize("count", range(37, 41))
def test_no_row_of_a_table_without_a_total_stands_alone(count):
    table = replace(schedule(count), total=None)
    last = page_with(pages(below_lines(24, table)), f"Post {count - 1}")
    assert any(line.startswith(f"Post {count - 2} ") for line in last)


@pytest.mark.parametrize("count", range(18, 30, 2))
def test_a_short_table_stands_on_one_page(count):
    page = page_with(pages(below_lines(count, schedule(6))), "The schedule")
    assert [line for line in page if re.match("Post [05]|Total", line)][-1] == "Total – 6"


def test_the_foot_of_a_table_is_its_total_alone():
    file = opened(pdf.write(small(schedule(40))))
    (foot,), (body,) = named(file, "TFoot"), named(file, "TBody")
    assert (len(below(foot, "TR")), len(below(body, "TR"))) == (1, 40)
    assert {each.P.objgen for each in below(body, "TR")} == {body.objgen}
    assert faults(pdf.write(small(schedule(40)))) == []


def test_a_table_of_two_rows_below_tall_headings_has_one_in_its_body():
    columns = Column("Post"), *(Column("WMWM " * 22) for _ in range(7))
    rows = (("Small", *["A"] * 7), ("Small", *["A"] * 7))
    table = Table(key="t", caption="T", columns=columns, rows=rows, total=("Total", *["2"] * 7))
    file = opened(pdf.write(small(table)))
    assert [len(below(each, "TR")) for each in named(file, "TBody", "TFoot")] == [2, 1]


def test_a_table_without_a_total_has_no_foot():
    tables = replace(schedule(40), total=None), schedule(40), replace(schedule(3), total=None)
    data = pdf.write(small(*tables))
    file = opened(data)
    found = [(len(below(each, "TFoot")), len(below(each, "TR"))) for each in named(file, "Table")]
    assert found == [(0, 41), (1, 42), (0, 4)]
    assert faults(data) == []


def test_no_word_is_parted_where_the_columns_have_room_for_it():
    columns = Column("Service"), Column("From"), Column("Goes to"), Column("Posts", kind=NUMBER)
    name = "Transforming Futures (Strategic Planning)"
    row = (name, name, f"{name} and {name}, of which more is said elsewhere", "cannot be computed")
    table = Table(key="t", caption="Services", columns=columns, rows=(row,) * 2)
    said = text(pdf.write(small(table)))
    assert said.count("(Strategic") == said.count("Planning)") == 8
    assert said.count("cannot be computed") == 2


def test_bold_words_that_no_column_has_room_for_are_parted_and_plain_ones_are_not():
    word, columns = "Recommissioned", tuple(Column("A") for _ in range(8))
    headed = tuple(replace(each, heading=word) for each in columns)
    table = Table(key="t", caption="T", columns=headed, rows=((word,) * 8,), total=(word,) * 8)
    found = table_of(table)
    assert found["headings"][0].count("\u200b") == 1
    assert "\u200b" in found["total"][0]
    assert "\u200b" not in found["rows"][0]["cells"][0]


def test_a_caption_keeps_its_distance_from_a_list_above_it():
    lines = Bullets(key="b", lines=(Line(0, "The last"), Line(1, "of a list")))
    file = below_lines(1, lines, schedule(1, caption="Aftertable"))
    assert top_of("Aftertable", file) - top_of("list", file) > 26


def test_terms_and_what_is_said_of_them_stand_on_one_page():
    terms = Definitions(key="d", items=tuple((f"Term{n}", "What it is") for n in range(6)))
    for count in range(18, 28, 3):
        assert "Term5 What it is" in page_with(pages(below_lines(count, terms)), "Term0")


def test_terms_that_have_no_room_on_one_page_go_on_over_it():
    remit = ("Remit", "What the post answers for, at length. " * 100 + "Lastword")
    below_it = ("Direct reports", ", ".join(f"Head of Service {n}" for n in range(60)))
    for items in ((remit,), (below_it, remit)):
        data = below_lines(1, Definitions(key="d", items=items))
        assert off_the_page(data) == []
        assert "Lastword" in text(data)
        assert faults(data) == []


def test_a_table_that_its_caption_and_headings_make_taller_than_a_page_goes_on_over_it():
    columns = Column("Post"), *(Column("WMWM " * 22) for _ in range(7))
    rows = tuple((f"P{n}", *["A"] * 7) for n in range(20))
    total = "Totalled", *["–"] * 7
    table = Table(key="t", caption="Long " * 250, columns=columns, rows=rows, total=total)
    data = below_lines(1, table)
    assert off_the_page(data) == []
    assert "Totalled" in text(data)


def test_a_paragraph_keeps_its_distance_from_the_words_of_a_chart_above_it():
    chart = replace(a_chart(), words=(Line(0, "Lastline"),))
    data = pdf.write(small(chart, Paragraph(key="q", text="Afterchart.")))
    assert top_of("Afterchart.", data) - top_of("Lastline", data) > 31


def test_a_list_below_a_numbered_paragraph_stands_below_its_words():
    lines = Bullets(key="b", lines=(Line(0, "Itemized"),))
    numbered = Paragraph(key="p", text="Words.", number="1.1")
    assert left_of("Itemized", pdf.write(small(numbered, lines))) > 71 + 36
    assert left_of("Itemized", pdf.write(small(replace(numbered, number=None), lines))) < 71 + 36


def test_a_list_below_numbered_recommendations_stands_at_the_edge():
    lines = Bullets(key="b", lines=(Line(0, "Itemized"),))
    asked = Recommendations(key="r", lead="Asked to agree:", items=("This.",), number="1.1")
    assert left_of("Itemized", pdf.write(small(asked, lines))) < 71 + 36
