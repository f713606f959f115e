"""The text and the tables of a presentation, opened again, and whatever a person may type."""

import re
from dataclasses import replace

import pytest
from lxml import etree
from pptx.oxml.ns import qn

from reports.editions import EXEMPT
from reports.formats import pptx
from reports.formats.status import DRAFT
from reports.sections.blocks import Heading, Paragraph, Recommendations, Section
from tests.office import HOSTILE, a_chart, a_table, every_block, parts, small
from tests.slides import boxes, made, opened, texts

# Text and tables


def test_a_text_longer_than_a_slide_goes_on_on_the_next_and_loses_nothing():
    text = " ".join(f"word{n}" for n in range(1200))
    found = made(Paragraph(key="p", text=text))[1:]
    assert len(found) > 1
    words = " ".join(slide.placeholders[1].text_frame.text for slide in found).split()
    assert words == text.split()


def test_a_row_taller_than_a_slide_goes_on_in_the_next_row_and_says_so():
    text = " ".join(f"word{n}" for n in range(1500))
    found = made(a_table(rows=((text, "1"),)))[1:]
    rows = [row for slide in found for shape in slide.shapes if shape.has_table
            for row in list(shape.table.rows)[1:]]  # fmt: skip
    assert " ".join(row.cells[0].text for row in rows).split() == text.split()
    assert [row.cells[1].text for row in rows] == ["1", *["(continued)"] * (len(rows) - 1)]


def test_a_long_table_repeats_its_headings_and_counts_its_slides():
    found = made(a_table(rows=tuple((f"Post {n}", str(n)) for n in range(60))))[1:]
    assert [slide.shapes.title.text_frame.text for slide in found] == [
        f"Two ({n} of {len(found)})" for n in range(1, len(found) + 1)
    ]
    heads = [shape.table.cell(0, 0).text for s in found for shape in s.shapes if shape.has_table]
    assert heads == ["Two"] * len(found)


def test_a_marking_stands_on_every_slide():
    found = made(
        a_chart(), a_table(), edition=EXEMPT, marking="NOT FOR PUBLICATION", is_draft=False
    )
    assert all("NOT FOR PUBLICATION" in texts(slide) for slide in found)
    assert not any(DRAFT in text for slide in found for text in texts(slide))


def test_a_long_marking_stands_in_full_on_every_slide():
    marking = "NOT FOR PUBLICATION: exempt information, paragraphs 1, 2, 3, 4 and 5. " * 6
    found = made(a_chart(), marking=marking)
    assert all(any(marking.strip() in text for text in texts(slide)) for slide in found)
    (below,) = [each for each in found[1].shapes if each.name == "Status and marking"]
    assert below.text_frame.paragraphs[0].runs[0].font.size.pt < 9


def test_a_section_within_another_names_it_above_its_title():
    inner = Section(key="b", heading="Inner", level=2, blocks=(Paragraph(key="p", text="Words."),))
    outer = Section(key="a", heading="Outer", number="1")
    nested = replace(small(), sections=(outer, inner))
    last = list(opened(pptx.write(nested)).slides)[-1]
    assert texts(last)[:2] == ["Inner", "1 Outer"]


def texts_of(*sections):
    """The title and the text of each slide after the first."""
    found = opened(pptx.write(replace(small(), sections=sections))).slides
    return [(s.shapes.title.text_frame.text, s.placeholders[1].text_frame.text)
            for s in list(found)[1:]]  # fmt: skip


def short(key, text="Nothing is stated."):
    return Section(key=key, heading=key, blocks=(Paragraph(key=f"{key}.1", text=text),))


def test_short_texts_that_follow_each_other_share_a_slide_under_their_headings():
    assert texts_of(short("Legal"), short("Risk"), short("HR")) == [
        (
            "Legal, Risk and HR",
            "Legal\nNothing is stated.\nRisk\nNothing is stated.\nHR\nNothing is stated.",
        )
    ]


def test_of_many_headings_that_share_a_slide_its_title_names_three_and_counts_the_others():
    (slide,) = texts_of(*map(short, ("Legal", "Risk", "HR", "Equality", "Climate")))
    assert slide[0] == "Legal, Risk, HR and 2 more"
    assert "Climate" in slide[1]


def test_a_text_that_has_no_room_beside_others_has_its_own_slide():
    long = "word " * 400
    assert [title for title, _ in texts_of(short("Legal"), short("Risk", long))] == [
        "Legal",
        "Risk",
    ]


def test_what_is_asked_of_the_meeting_shares_its_slide_with_nothing():
    asked = Recommendations(key="r", lead="Asked to agree:", items=("This", "That"), first=3)
    sections = short("Purpose"), Section(key="r", heading="Asked", blocks=(asked,)), short("Risk")
    assert [title for title, _ in texts_of(*sections)] == ["Purpose", "Asked", "Risk"]
    slide = made(asked)[1]
    starts = [each.get("startAt") for each in slide._element.iter(qn("a:buAutoNum"))]
    assert starts == ["3", "4"]


def test_a_heading_right_above_a_table_goes_with_it():
    found = made(Heading(key="h", text="Out of each unit"), a_table())
    assert [texts(slide)[:2] for slide in found[1:]] == [["Two", "One › Out of each unit"]]


# Texts that people typed


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_breaks_out(text):
    data = pptx.write(small(*every_block(text), title=text, report_of=text, body=text))
    plain = pptx.write(small(*every_block("T"), title="T", report_of="T", body="T"))
    assert len(opened(data).slides) >= len(opened(plain).slides)
    assert parts(data).keys() >= parts(plain).keys()
    for name, xml in parts(data).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(xml)
    shown = "\n".join(each for slide in opened(data).slides for each in texts(slide))
    assert not re.search("[\x00-\x08\x0e-\x1f\u202a-\u202e\u2066-\u2069\ufffe\ud800-\udfff]", shown)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_runs_out_of_its_slide(text):
    found = opened(pptx.write(small(*every_block(text), title=text, report_of=text, body=text)))
    for slide in found.slides:
        for shape in [*slide.shapes, *boxes(slide).values()]:
            assert shape.top + shape.height <= 6_858_000
