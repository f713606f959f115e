"""The PDF of a report, opened again and read: by a checker, by its tags, page by page as text.

The five papers are read from their council files, with no database.
"""

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache

import pytest

from reports.formats import FORMATS, pdf
from reports.formats.status import DRAFT
from reports.paper import Paper
from reports.sections.blocks import (
    NUMBER,
    Bullets,
    Chart,
    Column,
    Definitions,
    Heading,
    Line,
    Note,
    Paragraph,
    Recommendations,
    Run,
    Section,
    Table,
)
from reports.sections.charts import chart_of
from tests.literals import structure
from tests.papers import COUNCILS
from tests.pdfs import attribute, below, bookmarks, faults, fonts, named, opened, tags
from tests.test_paper import blocks, paper

every_paper = pytest.mark.parametrize("restructure", COUNCILS)
needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not here")


@cache
def written(restructure):
    return pdf.write(paper(restructure))


@cache
def file_of(restructure):
    return opened(written(restructure))


def small(*contents, title="A title", **facts):
    sections = (Section(key="one", heading="One", blocks=contents),)
    return Paper(key="small", council="The Borough", title=title, sections=sections, **facts)


def a_chart(text="directorate cs | Children's Services", **facts):
    chart = chart_of(structure(text), key="chart", title="A chart", marks={}, existing=False)
    return replace(chart, **facts)


A_PARAGRAPH = Paragraph(key="p", text="Words.")


def pages(data):
    """The pages as text, each line without its margins."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True)
    found = done.stdout.decode().split("\f")[:-1]
    return [
        [" ".join(line.split()) for line in each.splitlines() if line.strip()] for each in found
    ]


def off_the_page(data):
    """The words that do not stand whole on a page, less 5 points all round."""
    command = ["pdftotext", "-bbox", "-", "-"]
    boxes = subprocess.run(command, input=data, capture_output=True).stdout.decode()
    found, wide, tall = [], 0.0, 0.0
    for page, box, word in re.findall(r"<page ([^>]*)>|<word ([^>]*)>(.*?)</word>", boxes):
        sides = [float(each) for each in re.findall(r'"([-\d.]+)"', page or box)]
        if page:
            wide, tall = sides
        elif min(sides) < 5 or sides[2] > wide - 5 or sides[3] > tall - 5:
            found.append(word)
    return found


def text(data):
    return " ".join(" ".join(lines) for lines in pages(data))


# The five papers


@every_paper
def test_it_is_accessible_and_fit_for_the_archive(restructure):
    assert faults(written(restructure)) == []


@every_paper
def test_it_says_what_it_is_and_names_no_person_and_no_moment(restructure):
    file, known = file_of(restructure), paper(restructure)
    assert str(file.Root.Lang) == "en-GB"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    facts = file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    assert facts["dc:title"] == known.title
    assert facts["dc:creator"] == [known.report_of]
    assert {str(file.docinfo[name])[:10] for name in ("/CreationDate", "/ModDate")} == {
        "D:19800101"
    }


@every_paper
def test_headings_stand_in_order_as_in_the_bookmarks_and_skip_no_level(restructure):
    file = file_of(restructure)
    found = [each for each in tags(file) if re.fullmatch("/H[1-6]", str(each.S))]
    levels = [int(str(each.S)[2]) for each in found]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    top = [str(each.T) for each, level in zip(found, levels, strict=True) if level == 1]
    sections = [each for each in paper(restructure).sections if each.level == 1]
    assert top == [" ".join(filter(None, (each.number, each.heading))) for each in sections]
    assert bookmarks(file) == [str(each.T) for each in found]


@every_paper
def test_every_table_has_its_caption_its_headings_and_its_rows(restructure):
    found, expected = named(file_of(restructure), "Table"), blocks(paper(restructure), Table)
    assert len(found) == len(expected)
    for tag, block in zip(found, expected, strict=True):
        assert len(below(tag, "Caption")) == 1
        (head,) = below(tag, "THead")
        scopes = [str(attribute(each, "/Scope")) for each in below(head, "TH")]
        assert scopes == ["/Column"] * len(block.columns)
        assert len(below(tag, "TR")) == 1 + len(block.rows) + bool(block.total)


@every_paper
def test_where_the_first_column_names_the_thing_it_heads_its_row(restructure):
    found, expected = named(file_of(restructure), "Table"), blocks(paper(restructure), Table)
    for tag, block in zip(found, expected, strict=True):
        names = [row[0] for row in block.rows]
        scopes = {str(attribute(each, "/Scope")) for each in below(tag, "TH")}
        assert ("/Row" in scopes) == (len(set(names)) == len(names))


@every_paper
def test_every_chart_has_our_alternative_text_and_its_list(restructure):
    file, charts = file_of(restructure), blocks(paper(restructure), Chart)
    alt = [page.alt for each in charts for page in each.pages]
    assert [str(each.Alt) for each in named(file, "Figure")] == alt
    versions = [title for title in bookmarks(file) if title.startswith("Text version of the chart")]
    assert len(versions) == len(charts)


@every_paper
def test_charts_stand_on_landscape_pages_and_words_on_upright_ones(restructure):
    charts = sum(len(each.pages) for each in blocks(paper(restructure), Chart))
    boxes = [[float(side) for side in each.mediabox[2:]] for each in file_of(restructure).pages]
    assert sum(wide > tall for wide, tall in boxes) == charts
    assert sum(tall > wide for wide, tall in boxes) > charts


@every_paper
def test_every_font_is_in_the_file_and_none_is_the_machines(restructure):
    found = dict(fonts(file_of(restructure)))
    assert all(found.values())
    assert all(re.match(r"/[A-Z]{6}\+SourceSansPro-", name) for name in found)


@every_paper
def test_the_same_paper_makes_the_same_bytes(restructure):
    assert pdf.write(paper(restructure)) == written(restructure)


@needs_poppler
@every_paper
def test_every_word_of_a_list_and_a_table_can_be_read(restructure):
    known = paper(restructure)
    said = text(written(restructure)).replace("-", "").replace(" ", "")
    lines = [line.text for each in blocks(known, Chart) for line in each.words]
    headings = [each.heading for block in blocks(known, Table) for each in block.columns]
    for expected in (*lines, *headings, *(block.caption for block in blocks(known, Table))):
        for word in expected.split():
            assert word.replace("-", "") in said


@needs_poppler
@every_paper
def test_a_draft_says_so_once_on_every_page_at_its_top(restructure):
    found = pages(written(restructure))
    assert all(lines[0] == DRAFT for lines in found)
    assert {lines.count(DRAFT) for lines in found} == {1}


@needs_poppler
@every_paper
def test_the_foot_of_every_page_has_title_and_page_of_pages(restructure):
    found = pages(written(restructure))
    assert [lines[-1] for lines in found] == [
        f"{paper(restructure).title} Page {number} of {len(found)}"
        for number in range(1, len(found) + 1)
    ]


@needs_poppler
@every_paper
def test_no_word_runs_off_its_page(restructure):
    assert off_the_page(written(restructure)) == []


# The look of it


@needs_poppler
def test_a_paper_approved_for_publication_is_no_draft():
    data = pdf.write(small(A_PARAGRAPH, is_draft=False))
    assert "DRAFT" not in text(data)
    assert pages(data)[0][0] == "The Borough"


@needs_poppler
def test_a_marking_stands_on_every_page_as_well():
    marking = "NOT FOR PUBLICATION by virtue of paragraph 1 of Schedule 12A"
    found = pages(pdf.write(small(A_PARAGRAPH, a_chart(), marking=marking)))
    assert len(found) == 3
    assert all(lines[:2] == [DRAFT, marking] for lines in found)
    assert found[0][2] == "The Borough"


@needs_poppler
def test_numbers_are_those_of_the_paper_in_the_bookmarks_too():
    asked = Recommendations(key="r", lead="It is asked to:", items=("a", "b"), number="2", first=4)
    found = small(Paragraph(key="p", text="Words.", number="1.1"), asked)
    data = pdf.write(
        replace(found, sections=tuple(replace(each, number="7") for each in found.sections))
    )
    assert bookmarks(opened(data)) == ["7 One"]
    said = text(data)
    assert "1.1 Words. 2 It is asked to: 4. a 5. b" in said


def test_words_stand_in_their_manners_and_links_lead_on():
    runs = (
        Run(text="See "),
        Run(text="the "),
        Run(text="plan", bold=True, link="https://example.org/plan?a=1&b=2"),
        Run(text=" or "),
        Run(text="not", italic=True, link="javascript:alert(1)"),
    )
    data = pdf.write(small(Paragraph(key="p", text="See the plan or not", runs=runs)))
    file = opened(data)
    assert faults(data) == []
    assert [len(named(file, each)) for each in ("Strong", "Em", "Link")] == [1 + _terms(), 1, 1]
    (link,) = [each for each in file.pages[0].Annots if each.Subtype == "/Link"]
    assert str(link.A.URI) == "https://example.org/plan?a=1&b=2"


def _terms():
    """The bold terms of a title block, and the mark of a draft."""
    return len(small().title_block)


def test_every_kind_of_block_is_written():
    table = Table(
        key="t",
        caption="Cost",
        columns=(Column("Post"), Column("£", kind=NUMBER)),
        rows=(("Head", "1"), ("Officer", "2")),
        total=("Total", "3"),
    )
    data = pdf.write(
        small(
            Heading(key="h", text="Further", level=3),
            A_PARAGRAPH,
            Note(key="n", text="A note."),
            Definitions(key="d", items=(("Wards", "all"),)),
            Bullets(key="b", lines=(Line(0, "Over"), Line(1, "Under"), Line(40, "Deep"))),
            Bullets(key="o", lines=(Line(3, "First"), Line(0, "Second")), is_ordered=True),
            Recommendations(key="r", lead="Asked to agree:", items=("This", "That")),
            table,
            a_chart(left_out="Not all is drawn."),
        )
    )
    file = opened(data)
    assert faults(data) == []
    assert [str(each.S) for each in tags(file) if str(each.S)[:2] == "/H"] == ["/H1", "/H2", "/H2"]
    kinds = [str(attribute(each, "/ListNumbering")) for each in named(file, "L")]
    assert kinds.count("/Decimal") == 2
    (foot,) = named(file, "TFoot")
    assert [str(attribute(each, "/Scope")) for each in below(foot, "TH")] == ["/Row"]
    (cell,) = below(foot, "TD")
    assert [str(each)[:1] for each in attribute(cell, "/Headers")] == ["U", "R"]


def test_a_list_within_a_list_is_one_for_a_reader_too():
    lines = (Line(0, "Over"), Line(1, "Under"), Line(1, "Beside"), Line(0, "Last"))
    file = opened(pdf.write(small(Bullets(key="b", lines=lines))))
    outer = named(file, "L")[1]
    assert len(below(outer, "LI")) == 4
    assert len(below(outer, "L")) == 1


@needs_poppler
def test_a_list_within_a_numbered_line_has_bullets():
    lines = (Line(0, "Over"), Line(1, "Under"), Line(0, "Last"))
    said = text(pdf.write(small(Bullets(key="b", lines=lines, is_ordered=True))))
    assert re.findall(r"(\S+)\s+(Over|Under|Last)", said) == [
        ("1.", "Over"), ("•", "Under"), ("2.", "Last"),
    ]  # fmt: skip


@needs_poppler
def test_the_headings_of_a_long_table_stand_on_each_of_its_pages():
    rows = tuple((f"Post {number}", "Grade 5") for number in range(100))
    table = Table(key="t", caption="Posts", columns=(Column("Post"), Column("Grade")), rows=rows)
    found = pages(pdf.write(small(table)))
    assert len(found) > 2
    assert all("Post Grade" in lines for lines in found)


@needs_poppler
def test_a_cell_longer_than_a_page_goes_on_over_it():
    row = ("All", "; ".join(f"¶{number}" for number in range(3000)))
    table = Table(key="t", caption="Sources", columns=(Column("Part"), Column("¶")), rows=(row,))
    said = text(pdf.write(small(table)))
    assert "¶2999" in said


def test_a_large_chart_is_drawn_on_a3():
    chart = a_chart()
    large = replace(chart.pages[0], width=1900.0)
    for asked in (replace(chart, pages=(large,)), replace(chart, paper_size="A3")):
        widths = [round(float(each.mediabox[2])) for each in opened(pdf.write(small(asked))).pages]
        assert widths == [595, 1191, 595]


def test_an_appendix_begins_a_page_and_a_section_within_one_is_a_level_below():
    sections = (
        Section(key="a", heading="A", blocks=(A_PARAGRAPH,)),
        Section(key="b", heading="B", blocks=(Heading(key="h", text="C"), A_PARAGRAPH), level=2),
        Section(key="e", heading="E"),
        Section(key="f", heading="F", blocks=(A_PARAGRAPH,), level=2),
        Section(key="d", heading="D", blocks=(A_PARAGRAPH,), is_appendix=True),
    )
    file = opened(pdf.write(replace(small(), sections=sections)))
    found = [str(each.S)[1:] for each in tags(file) if re.fullmatch("/H[1-6]", str(each.S))]
    assert found == ["H1", "H2", "H3", "H1", "H2", "H1"]
    assert bookmarks(file) == ["A", "B", "C", "E", "F", "D"]
    assert len(file.pages) == 2


def test_pdf_is_a_format():
    known = FORMATS["pdf"]
    assert (known.name, known.extension, known.mime) == ("PDF", "pdf", "application/pdf")
    assert known.write is pdf.write
    assert known.file_name(paper("kent-2009")) == "kent-2009-public-draft.pdf"
