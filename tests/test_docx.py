"""The Word file of a report, opened again and read: by python-docx, as XML, and by LibreOffice.

The five papers are read from their council files, with no database.
"""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from posts.naming import Mark
from posts.picture import to_png
from reports.councilfile import load
from reports.formats import FORMATS, docx
from reports.formats.word.plain_svg import with_styles_in_place
from reports.paper import Paper
from reports.sections.blocks import (
    Bullets,
    Chart,
    Column,
    Definitions,
    Heading,
    Line,
    Note,
    Paragraph,
    Recommendations,
    Section,
    Table,
)
from reports.sections.charts import chart_of
from tests.literals import structure
from tests.papers import COUNCILS, council_file
from tests.test_paper import blocks, paper, section

every_paper = pytest.mark.parametrize("restructure", COUNCILS)
OFFICE = shutil.which("soffice")

HOSTILE = (
    "<w:p/> & Co. ]]>",
    "‮gnorw yaw‬ \x00\x07\x1b\x0b\ufffe",
    "שירותי ילדים",
    "👩🏽‍🏫 Teaching",
    '=cmd|"/C calc"!A0',
    "W" * 500,
    "line one\nline two\u2028three",
    "\ud800 half a pair",
)


@cache
def written(restructure):
    return docx.write(paper(restructure))


def opened(data):
    return Document(io.BytesIO(data))


def document(restructure):
    return opened(written(restructure))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def of_style(document, *names):
    return [p.text for p in document.paragraphs if p.style.name in names]


def pictures(document):
    return list(document.element.body.iter(qn("wp:docPr")))


def small(*contents, title="A title", **facts):
    sections = (Section(key="one", heading="One", blocks=contents),)
    return Paper(key="small", council="The Borough", title=title, sections=sections, **facts)


def a_chart(text="directorate cs | Children's Services", *, name=None, marks=None):
    snapshot = structure(text)
    if name is not None:
        units = {key: replace(unit, name=name) for key, unit in snapshot.units.items()}
        snapshot = replace(snapshot, units=units)
    return chart_of(snapshot, key="chart", title="A chart", marks=marks or {}, existing=False)


def heading(section):
    """A heading as it is read in the text; Word adds the numbers of those that it counts."""
    return f"{section.number} {section.heading}" if section.is_appendix else section.heading


# The five papers


@every_paper
def test_headings_stand_in_order_and_skip_no_level(restructure):
    found = document(restructure)
    expected = [heading(each) for each in paper(restructure).sections]
    assert of_style(found, "Heading 1") == expected
    levels = [int(p.style.name[-1]) for p in found.paragraphs if p.style.name[:7] == "Heading"]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_paper
def test_no_heading_stands_over_nothing(restructure):
    body = list(document(restructure).element.body)
    for this, following in pairwise(body):
        if this.tag == qn("w:p") and (this.style or "").startswith("Heading1"):
            assert following.tag != qn("w:sectPr")
            assert (following.style or "") != "Heading1"


@every_paper
def test_tables_are_those_of_the_paper(restructure):
    tables = document(restructure).tables
    expected = blocks(paper(restructure), Table)
    assert [[cell.text for cell in each.rows[0].cells] for each in tables] == [
        [column.heading for column in each.columns] for each in expected
    ]
    cells = [[c.text for c in each._element.iter(qn("w:t"))] for each in tables]
    assert [words[len(each.columns) :] for words, each in zip(cells, expected, strict=True)] == [
        [" ".join(cell.split()) for row in each.rows for cell in row] for each in expected
    ]


@every_paper
def test_a_table_repeats_its_headings_and_breaks_between_rows_alone(restructure):
    for table in document(restructure).tables:
        rows = table._element.findall(qn("w:tr"))
        assert rows[0].find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)


@every_paper
def test_no_cell_is_merged_and_every_column_has_its_width(restructure):
    for table in document(restructure).tables:
        xml = etree.tostring(table._element).decode()
        assert "gridSpan" not in xml
        assert "vMerge" not in xml
        widths = [int(each.get(qn("w:w"))) for each in table._element.iter(qn("w:gridCol"))]
        assert sum(widths) == int(table._element.tblPr.find(qn("w:tblW")).get(qn("w:w")))


@every_paper
def test_a_caption_stands_above_every_table_and_chart(restructure):
    found = document(restructure)
    expected = [each.caption for each in blocks(paper(restructure), Table)]
    charts = [page for each in blocks(paper(restructure), Chart) for page in each.pages]
    captions = of_style(found, "Caption")
    tables = [text for text in captions if text.startswith("Table")]
    assert tables == [f"Table {n}: {text}" for n, text in enumerate(expected, start=1)]
    assert [text for text in captions if text.startswith("Chart")] == [
        f"Chart {n}: {page.title}" for n, page in enumerate(charts, start=1)
    ]
    for table in found.tables:
        above = table._element.getprevious()
        assert above.style == "Caption"
        assert "SEQ Table" in etree.tostring(above).decode()


@every_paper
def test_every_picture_has_our_alternative_text_and_its_list(restructure):
    found = document(restructure)
    charts = blocks(paper(restructure), Chart)
    alt = [page.alt for each in charts for page in each.pages]
    assert [each.get("descr") for each in pictures(found)] == alt
    lists = [text for text in of_style(found, "Heading 2") if text.startswith("Text version")]
    assert len(lists) == len(charts)
    listed = blocks(paper(restructure), Chart, Bullets)
    words = [
        line.text
        for each in listed
        for line in (each.words if isinstance(each, Chart) else each.lines)
    ]
    assert of_style(found, "List Bullet") == [" ".join(text.split()) for text in words]


@every_paper
def test_every_picture_is_a_png_with_the_same_as_svg(restructure):
    data = written(restructure)
    files = parts(data)
    found = opened(data)
    for blip in found.element.body.iter(qn("a:blip")):
        png = found.part.related_parts[blip.get(qn("r:embed"))]
        (vector,) = [each for each in blip.iter() if each.tag.endswith("}svgBlip")]
        svg = found.part.related_parts[vector.get(qn("r:embed"))]
        assert png.blob.startswith(b"\x89PNG")
        assert etree.fromstring(svg.blob).tag == "{http://www.w3.org/2000/svg}svg"
        assert svg.partname.lstrip("/") in files
    assert b'ContentType="image/svg+xml"' in files["[Content_Types].xml"]


@every_paper
def test_charts_stand_on_landscape_a4_within_its_margins_and_words_on_upright_a4(restructure):
    found = document(restructure)
    sizes = {(round(s.page_width.mm), round(s.page_height.mm)) for s in found.sections}
    assert sizes == {(210, 297), (297, 210)}
    orientations = [s.orientation for s in found.sections]
    charts = sum(len(each.pages) for each in blocks(paper(restructure), Chart))
    assert orientations.count(WD_ORIENT.LANDSCAPE) == charts
    landscape = next(s for s in found.sections if s.orientation == WD_ORIENT.LANDSCAPE)
    room = landscape.page_width - landscape.left_margin - landscape.right_margin
    for extent in found.element.body.iter(qn("wp:extent")):
        assert int(extent.get("cx")) <= room
        assert int(extent.get("cy")) <= Mm(152)


@every_paper
def test_no_letter_of_a_chart_is_smaller_than_seven_points(restructure):
    found = document(restructure)
    pages = [page for each in blocks(paper(restructure), Chart) for page in each.pages]
    extents = found.element.body.iter(qn("wp:extent"))
    for page, extent in zip(pages, extents, strict=True):
        points_a_pixel = int(extent.get("cx")) / 12_700 / page.width
        assert 12.5 * points_a_pixel >= 7


@every_paper
def test_a_draft_says_so_on_every_page_and_in_the_title_block(restructure):
    found = document(restructure)
    assert found.paragraphs[0].text == docx.DRAFT
    assert all([p.text for p in each.header.paragraphs] == [docx.DRAFT] for each in found.sections)


@every_paper
def test_the_foot_of_every_page_has_title_and_page_of_pages(restructure):
    for each in document(restructure).sections:
        (foot,) = each.footer.paragraphs
        assert foot.text == f"{paper(restructure).title}\tPage 1 of 1"
        xml = etree.tostring(foot._element).decode()
        assert "PAGE" in xml
        assert "NUMPAGES" in xml


@every_paper
def test_the_title_block_is_the_papers(restructure):
    found = document(restructure)
    assert of_style(found, "Title") == [paper(restructure).title]
    assert of_style(found, "Title Block") == [
        f"{term}\t{words}" for term, words in paper(restructure).title_block
    ]


@every_paper
def test_recommendations_are_one_numbered_list(restructure):
    found = document(restructure)
    asked = [item for each in blocks(paper(restructure), Recommendations) for item in each.items]
    assert of_style(found, "Recommendation") == asked
    style = found.styles["Recommendation"].element
    assert style.find(qn("w:pPr")).find(qn("w:numPr")) is not None


@every_paper
def test_the_same_paper_makes_the_same_bytes(restructure):
    assert docx.write(paper(restructure)) == written(restructure)


@every_paper
def test_the_file_names_no_moment_no_machine_and_no_person(restructure):
    facts = document(restructure).core_properties
    assert (facts.title, facts.language) == (paper(restructure).title, "en-GB")
    assert facts.author == paper(restructure).report_of
    assert (facts.created, facts.modified, facts.last_printed) == (None, None, None)
    everything = parts(written(restructure))
    assert not [name for name in everything if re.search("customXml|thumbnail|app.xml", name)]
    assert b"w:rsid" not in everything["word/document.xml"] + everything["word/settings.xml"]


# The look of it


def test_the_language_is_english_as_in_great_britain_throughout():
    languages = re.findall(rb'w:(?:val|eastAsia)="([a-z]{2}-[A-Z]{2})"', written_styles())
    assert set(languages) == {b"en-GB"}


def written_styles():
    files = parts(docx.write(small()))
    return files["word/styles.xml"] + files["word/settings.xml"]


def test_the_text_is_arial_of_twelve_points_on_the_left():
    found = opened(docx.write(small(Paragraph(key="p", text="Words."))))
    defaults = found.styles.element.find(qn("w:docDefaults"))
    fonts = next(defaults.iter(qn("w:rFonts")))
    assert {fonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "cs")} == {"Arial"}
    assert next(defaults.iter(qn("w:sz"))).get(qn("w:val")) == "24"
    aligned = {each.paragraph_format.alignment for each in found.styles if each.type == 1}
    assert {str(each) for each in aligned} <= {"None", "LEFT (0)", "RIGHT (2)"}


def test_sections_and_paragraphs_are_numbered_by_word():
    found = opened(docx.write(small(Paragraph(key="p", text="Words."))))
    for name, level in (("Heading 1", "0"), ("Numbered Paragraph", "1")):
        numbering = found.styles[name].element.find(qn("w:pPr")).find(qn("w:numPr"))
        assert numbering.find(qn("w:ilvl")).get(qn("w:val")) == level
    levels = next(found.part.numbering_part.element.iter(qn("w:abstractNum")))
    texts = [each.get(qn("w:val")) for each in levels.iter(qn("w:lvlText"))]
    assert texts == ["%1", "%1.%2"]


def test_a_paper_approved_for_publication_is_no_draft():
    data = docx.write(small(Paragraph(key="p", text="Words."), is_draft=False))
    found = opened(data)
    assert all(b"DRAFT" not in xml for name, xml in parts(data).items() if "styles" not in name)
    assert found.paragraphs[0].text == "The Borough"


def test_every_kind_of_block_is_written():
    found = opened(
        docx.write(
            small(
                Heading(key="h", text="Further", level=3),
                Paragraph(key="p", text="A paragraph."),
                Note(key="n", text="A note."),
                Definitions(key="d", items=(("Wards", "all"),)),
                Bullets(key="b", lines=(Line(0, "Over"), Line(1, "Under"), Line(12, "Deep"))),
                Recommendations(key="r", lead="Asked to agree:", items=("This", "That")),
                Table(
                    key="t", caption="Two", columns=(Column("A"), Column("B")), rows=(("1", "2"),)
                ),
                a_chart(),
            )
        )
    )
    assert of_style(found, "Heading 3", "Note", "List Bullet") == [
        "Further", "A note.", "Over", "Under", "Deep", "Directorate: Children's Services",
    ]  # fmt: skip
    levels = [each.get(qn("w:val")) for each in found.element.body.iter(qn("w:ilvl"))]
    assert levels == ["0", "1", "8", "0"]
    assert "Wards\tall" in of_style(found, "Title Block")


def test_a_section_within_another_has_a_heading_of_the_second_level():
    above = Section(key="a", heading="Implications", number="1")
    text = Paragraph(key="p", text="None.", number="1.1")
    within = Section(key="b", heading="Legal", level=2, blocks=(text,))
    found = opened(docx.write(replace(small(), sections=(above, within))))
    assert of_style(found, "Heading 1") == ["Implications"]
    assert of_style(found, "Heading 2") == ["Legal"]


def test_what_has_no_number_is_given_none_by_word():
    for number, numbered in (("1", True), (None, False)):
        text = Paragraph(key="p", text="Words.", number=number and "1.1")
        one = Section(key="s", heading="Summary", number=number, blocks=(text,))
        body = opened(docx.write(replace(small(), sections=(one,)))).element.body
        taken = [each for each in body.iter(qn("w:numId")) if each.get(qn("w:val")) == "0"]
        assert (taken == []) is numbered


def test_charts_without_a_style_sheet_look_as_they_did_with_it():
    text = "directorate cs | Services\n  team a | Adoption\n  team b | Bail\n  team c | Care"
    kinds = zip("abc", ("new", "deleted", "moved"), strict=True)
    page = a_chart(text, marks={key: (Mark(kind, "SO"),) for key, kind in kinds}).pages[0]
    plain = with_styles_in_place(page.svg)
    assert "<style" not in plain
    assert to_png(plain, 1) == to_png(page.svg, 1)


def test_word_is_given_no_pattern_and_no_outlined_letters():
    page = a_chart(marks={"cs": (Mark("outside", "JOINS"),)}).pages[0]
    plain = with_styles_in_place(page.svg)
    assert "url(#" not in plain
    assert "paint-order" not in plain
    assert "JOINS" in plain


# Texts that people typed


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_breaks_out(text):
    table = Table(key="t", caption=text, columns=(Column(text),), rows=((text,),))
    data = docx.write(
        small(
            Heading(key="h", text=text),
            Paragraph(key="p", text=text),
            Recommendations(key="r", lead=text, items=(text,)),
            table,
            a_chart(name=text),
            title=text,
            report_of=text,
            body=text,
        )
    )
    found = opened(data)
    typed = found.tables[0].rows[1].cells[0].text
    assert of_style(found, "Title") == of_style(found, "Recommendation") == [typed]
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ufffe\ud800-\udfff]", typed)
    assert len(found.element.body.findall(qn("w:p"))) == len(
        opened(docx.write(small(*_harmless(), title="T"))).element.body.findall(qn("w:p"))
    )
    for name, xml in parts(data).items():
        if name.endswith((".xml", ".rels", ".svg")):
            etree.fromstring(xml)


def _harmless():
    return (
        Heading(key="h", text="T"),
        Paragraph(key="p", text="T"),
        Recommendations(key="r", lead="T", items=("T",)),
        Table(key="t", caption="T", columns=(Column("T"),), rows=(("T",),)),
        a_chart(name="T"),
    )


def test_markup_that_is_typed_is_read_back_as_text():
    found = opened(docx.write(small(Paragraph(key="p", text="<b>5 & 6</b>"))))
    assert "<b>5 & 6</b>" in of_style(found, "Numbered Paragraph")


# LibreOffice


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_it_and_each_chart_keeps_to_one_page(tmp_path):
    name = "barking-and-dagenham-2005"
    file = tmp_path / "paper.docx"
    file.write_bytes(written(name))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, "--headless", profile, "--convert-to", "pdf", "--outdir", tmp_path, file]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", _pdf(tmp_path))
    wide = [float(width) > float(height) for width, height in boxes]
    charts = sum(len(each.pages) for each in blocks(paper(name), Chart))
    assert wide.count(True) == charts
    assert wide.count(False) > charts


def _pdf(folder: Path):
    return (folder / "paper.pdf").read_bytes()


# The registry and the command


def test_word_is_a_format():
    word = FORMATS["docx"]
    assert (word.name, word.extension, word.write) == ("Word", "docx", docx.write)
    assert word.mime.endswith("wordprocessingml.document")
    assert word.file_name(paper("kent-2009")) == "kent-2009-draft.docx"


@pytest.fixture
def kent(db):
    return load.load(council_file("kent"))


def test_the_command_writes_the_report_of_what_is_recorded(kent, tmp_path):
    file = tmp_path / "kent.docx"
    call_command("export_report", "kent-2009", format="docx", output=str(file))
    assert file.read_bytes() == written("kent-2009")


def test_the_command_names_what_is_near_to_what_is_not_there(kent, tmp_path):
    with pytest.raises(CommandError, match="Did you mean “kent-2009”"):
        call_command("export_report", "kent-2019", output=str(tmp_path / "kent.docx"))
    assert not list(tmp_path.iterdir())


def test_a_file_has_the_sections_of_the_paper_and_no_others():
    assert "timetable" in [each.key for each in paper("kent-2009").sections]
    without = replace(paper("kent-2009"), sections=(section(paper("kent-2009"), "purpose"),))
    assert of_style(opened(docx.write(without)), "Heading 1") == ["Purpose"]
