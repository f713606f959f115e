"""The Word file of a report, opened again and read: by python-docx, and as XML.

The five papers are read from their council files, with no database.
"""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from lxml import etree

from reports.editions import STAFF
from reports.formats import docx
from reports.formats.status import DRAFT
from reports.formats.texts import safe
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
from tests.papers import COUNCILS
from tests.test_paper import blocks, paper
from tests.wordfiles import a_chart, document, of_style, opened, parts, small, written

every_paper = pytest.mark.parametrize("restructure", COUNCILS)

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


def heading(section):
    """A heading as it is read in the text; Word adds the numbers of those that it counts."""
    own = section.number if section.is_appendix else None
    return " ".join(filter(None, (own, section.heading)))


# The five papers


@every_paper
def test_headings_stand_in_order_and_skip_no_level(restructure):
    found = document(restructure)
    sections = [each for each in paper(restructure).sections if each.level == 1]
    expected = [heading(each) for each in sections]
    assert of_style(found, "Heading 1") == expected
    levels = [int(p.style.name[-1]) for p in found.paragraphs if p.style.name[:7] == "Heading"]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@every_paper
def test_no_heading_stands_over_nothing(restructure):
    body = list(document(restructure).element.body)
    for this, following in pairwise(body):
        if this.tag == qn("w:p") and (this.style or "").startswith("Heading"):
            assert following.tag != qn("w:sectPr")
            assert following.style != this.style


@every_paper
def test_tables_are_those_of_the_paper(restructure):
    tables = document(restructure).tables
    expected = blocks(paper(restructure), Table)
    assert [[cell.text for cell in each.rows[0].cells] for each in tables] == [
        [column.heading for column in each.columns] for each in expected
    ]
    cells = [[cell.text for cell in each._cells] for each in tables]
    assert [words[len(each.columns) :] for words, each in zip(cells, expected, strict=True)] == [
        [safe(cell) for row in (*each.rows, each.total or ()) for cell in row] for each in expected
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
def test_a_draft_says_so_once_on_every_page_on_the_first_above_its_title(restructure):
    found = document(restructure)
    assert found.paragraphs[0].text == DRAFT
    assert all([p.text for p in each.header.paragraphs] == [DRAFT] for each in found.sections)
    first = found.sections[0]
    assert first.different_first_page_header_footer
    assert DRAFT not in [p.text for p in first.first_page_header.paragraphs]
    assert first.first_page_footer.paragraphs[0].text.startswith(paper(restructure).title)


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
    block = paper(restructure).title_block
    assert of_style(found, "Title Block")[: len(block)] == [
        f"{term}\t{words}" for term, words in block
    ]


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
    assert of_style(found, "Heading 2", "Note", "List Bullet") == [
        "Further", "A note.", "Over", "Under", "Deep", "Text version of the chart",
        "Directorate: Children's Services",
    ]  # fmt: skip
    levels = [each.get(qn("w:val")) for each in found.element.body.iter(qn("w:ilvl"))]
    assert levels == ["0", "1", "8", "0", "0", "0"]
    assert "Wards\tall" in of_style(found, "Title Block")


def test_a_section_within_another_has_a_heading_of_the_second_level():
    above = Section(key="a", heading="Implications", number="1")
    text = Paragraph(key="p", text="None.", number="1.1")
    within = Section(key="b", heading="Legal", level=2, blocks=(text,))
    found = opened(docx.write(replace(small(), sections=(above, within))))
    assert of_style(found, "Heading 1") == ["Implications"]
    assert of_style(found, "Heading 2") == ["Legal"]


def test_an_appendix_begins_a_new_page():
    text = Paragraph(key="p", text="Words.")
    one = Section(
        key="s", heading="Profiles", number="Appendix 1:", is_appendix=True, blocks=(text,)
    )
    found = opened(docx.write(replace(small(), sections=(one,))))
    (heading,) = [each for each in found.paragraphs if each.style.name == "Heading 1"]
    assert heading.paragraph_format.page_break_before
    assert heading.text == "Appendix 1: Profiles"


def test_words_keep_their_manners_and_the_spaces_between_them():
    runs = (
        Run(text="This is "), Run(text="bold", bold=True), Run(text=" and "),
        Run(text="slanted", italic=True), Run(text=" with "),
        Run(text="a link", link="https://example.org/"), Run(text=", and "),
        Run(text="none", link="javascript:alert(1)"),
    )  # fmt: skip
    found = opened(docx.write(small(Paragraph(key="p", text="…", runs=runs))))
    (paragraph,) = [each for each in found.paragraphs if each.style.name == "Numbered Paragraph"]
    assert paragraph.text == "This is bold and slanted with a link, and none"
    assert [each.text for each in paragraph.runs if each.bold] == ["bold"]
    assert [each.text for each in paragraph.runs if each.italic] == ["slanted"]
    assert [(each.text, each.address) for each in paragraph.hyperlinks] == [
        ("a link", "https://example.org/")
    ]


def test_a_table_has_its_total_last_its_numbers_right_and_its_rows_named():
    table = Table(
        key="t", caption="Posts", columns=(Column("Division"), Column("Posts", 1, NUMBER)),
        rows=(("Youth", "3"), ("Care", "4")), total=("Total", "7"),
    )  # fmt: skip
    (found,) = opened(docx.write(small(table))).tables
    assert [each.text for each in found.rows[-1].cells] == ["Total", "7"]
    assert all(run.bold for each in found.rows[-1].cells for run in each.paragraphs[0].runs)
    aligned = [[str(each.paragraphs[0].alignment) for each in row.cells] for row in found.rows]
    assert aligned == [["None", "RIGHT (2)"]] * 4
    look = found._element.tblPr.find(qn("w:tblLook"))
    assert [look.get(qn(f"w:{name}")) for name in ("firstRow", "lastRow", "firstColumn")] == [
        "1", "1", "1",
    ]  # fmt: skip


def test_a_marking_stands_on_every_page_below_the_draft_mark():
    found = opened(docx.write(small(a_chart(), marking="NOT FOR PUBLICATION")))
    for each in found.sections:
        assert [p.text for p in each.header.paragraphs] == [DRAFT, "NOT FOR PUBLICATION"]
    assert of_style(found, "Draft Mark") == [DRAFT, "NOT FOR PUBLICATION"]


def test_the_properties_say_which_edition_it_is():
    facts = opened(docx.write(small(edition=STAFF))).core_properties
    assert (facts.category, facts.content_status) == ("Staff edition", "Draft")
    assert (facts.author, facts.last_modified_by) == ("The Borough", "The Borough")


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
