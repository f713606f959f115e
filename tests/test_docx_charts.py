"""The charts of a report in Word: pictures with their words, on pages of their own."""

import re
from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from posts.naming import Mark
from posts.picture import to_png
from reports.formats import docx
from reports.formats.word.plain_svg import with_styles_in_place
from reports.sections.blocks import LANDSCAPE, Bullets, Chart, Heading, Paragraph, Section
from tests.papers import COUNCILS
from tests.test_paper import blocks, paper
from tests.wordfiles import (
    OFFICE,
    a_chart,
    document,
    in_libreoffice,
    of_style,
    opened,
    parts,
    pictures,
    small,
    written,
)

every_paper = pytest.mark.parametrize("restructure", COUNCILS)


@every_paper
def test_every_picture_has_our_alternative_text_and_its_list(restructure):
    found = document(restructure)
    charts = blocks(paper(restructure), Chart)
    alt = [page.alt for each in charts for page in each.pages]
    assert [each.get("descr") for each in pictures(found)] == alt
    headings = of_style(found, "Heading 2", "Heading 3")
    lists = [text for text in headings if text.startswith("Text version")]
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


# LibreOffice


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_it_and_each_chart_keeps_to_one_page(tmp_path):
    name = "barking-and-dagenham-2005"
    data = in_libreoffice(written(name), tmp_path)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", data)
    wide = [float(width) > float(height) for width, height in boxes]
    charts = sum(len(each.pages) for each in blocks(paper(name), Chart))
    assert wide.count(True) == charts
    assert wide.count(False) > charts


def test_a_chart_that_asks_for_a3_has_a3():
    found = opened(docx.write(small(replace(a_chart(), paper_size="A3"))))
    wide = [each for each in found.sections if each.orientation == WD_ORIENT.LANDSCAPE]
    sizes = [(round(each.page_width.mm), round(each.page_height.mm)) for each in wide]
    assert sizes == [(420, 297)]


def test_headings_above_a_chart_stand_on_its_page():
    contents = (Paragraph(key="p", text="Words."), Heading(key="h", text="At present"), a_chart())
    body = list(opened(docx.write(small(*contents))).element.body)
    heading = next(each for each in body if getattr(each, "style", None) == "Heading2")
    assert heading.getprevious().find(qn("w:pPr")).find(qn("w:sectPr")) is not None
    assert heading.getnext().style == "Caption"


def appendix(*contents):
    section = Section(key="one", heading="Appendix 1", blocks=contents, is_appendix=True)
    return replace(small(), sections=(section,))


@pytest.mark.parametrize(("tall", "is_above"), [(0.8, True), (1.0, False)])
def test_what_an_appendix_begins_with_stands_above_its_chart_where_that_leaves_room(tall, is_above):
    chart, most = a_chart(), LANDSCAPE["A4"][1]
    page = replace(chart.pages[0], height=most * tall, width=600.0)
    led = appendix(Paragraph(key="p", text="It is drawn. " * 10), replace(chart, pages=(page,)))
    body = list(opened(docx.write(led)).element.body)
    text = next(each for each in body if "It is drawn" in "".join(each.itertext()))
    assert (text.find(f".//{qn('w:sectPr')}") is None) is is_above
    (extent,) = (each for one in body for each in one.iter(qn("wp:extent")))
    assert 12.5 * int(extent.get("cx")) / 12_700 / page.width >= 7


def test_a_chart_under_a_long_marking_still_has_its_page():
    marking = "NOT FOR PUBLICATION: exempt information under Schedule 12A, paragraphs 1, 2, 3 " * 3
    found = opened(docx.write(small(a_chart(), marking=marking)))
    with_it = [each for each in found.sections if each.orientation == WD_ORIENT.LANDSCAPE]
    without = opened(docx.write(small(a_chart()))).sections[1]
    assert with_it[0].top_margin > without.top_margin
