"""The presentation of a report, opened again by python-pptx: boxes, glued lines, tables, notes.

The five papers are read from their council files, with no database.
"""

import re
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from posts.naming import Mark
from reports.formats import pptx
from reports.formats.powerpoint.bent import bent, corners
from reports.formats.powerpoint.charts import pages_of
from reports.formats.status import DRAFT
from reports.paper import paper_of, report_of
from reports.sections.blocks import Chart, Recommendations, Table
from tests.office import (
    a_chart,
    blocks,
    paper,
    parts,
)
from tests.papers import COUNCILS
from tests.slides import boxes, drawn, ends, inside, joins, made, opened, place_of, said, texts
from tests.test_paper import comparison_of

every_paper = pytest.mark.parametrize("restructure", COUNCILS)


@cache
def written(restructure):
    return pptx.write(paper(restructure))


@cache
def slides(restructure):
    return list(opened(written(restructure)).slides)


def shown_pages(paper):
    return [page for chart in blocks(paper, Chart) for page in pages_of(chart)]


# The five papers


@every_paper
def test_every_line_is_glued_at_both_ends_where_the_boxes_are(restructure):
    found = 0
    for slide in slides(restructure):
        known = boxes(slide)
        for line in joins(slide):
            points = drawn(line)
            for (ident, site), point in zip(ends(line), (points[0], points[-1]), strict=True):
                x, y = place_of(known[ident], site)
                assert abs(point[0] - x) <= 12_700, line.name
                assert abs(point[1] - y) <= 12_700, line.name
            found += 1
    assert found > 4


@every_paper
def test_every_chart_page_has_its_boxes_and_its_lines(restructure):
    pages = shown_pages(paper(restructure))
    shown = [slide for slide in slides(restructure) if inside(slide)]
    assert [len(boxes(slide)) for slide in shown] == [len(page.drawing.boxes) for page in pages]
    assert [len(joins(slide)) for slide in shown] == [len(page.drawing.lines) for page in pages]


@every_paper
def test_a_box_says_what_changes_in_words(restructure):
    pages = shown_pages(paper(restructure))
    shown = [slide for slide in slides(restructure) if inside(slide)]
    for page, slide in zip(pages, shown, strict=True):
        for box, shape in zip(page.drawing.boxes, boxes(slide).values(), strict=True):
            if not box.sheet.cut:
                expected = [" ".join(text.words.split()) for text in box.sheet.cell.texts]
                assert shape.text_frame.text.split("\n")[: len(expected)] == expected


def names_in(slides):
    """The boxes of all charts by their first words that are no label, each with its letters."""
    shapes = (box for slide in slides for box in boxes(slide).values())
    sizes = ([int(each.get("sz", 0)) for each in box._element.iter(qn("a:rPr"))] for box in shapes)
    return [max(each) for each in sizes]


@every_paper
@pytest.mark.parametrize("size", ["A4", "A3"])
def test_no_name_in_a_chart_is_smaller_than_nine_points_on_a_slide(restructure, size):
    report = replace(report_of(comparison_of(restructure)), paper_size=size)
    proposal = replace(comparison_of(restructure).proposal, report=report)
    found = pptx.write(paper_of(replace(comparison_of(restructure), proposal=proposal)))
    assert min(names_in(opened(found).slides)) >= 900


@every_paper
def test_all_that_is_drawn_on_paper_is_drawn_on_slides(restructure):
    for chart in blocks(paper(restructure), Chart):
        on_paper, on_slides = (
            {box.key for page in pages for box in page.drawing.boxes}
            for pages in (chart.pages, pages_of(chart))
        )
        assert on_paper <= on_slides


@every_paper
def test_all_stands_within_its_slide(restructure):
    for slide in slides(restructure):
        for line in joins(slide):
            assert all(0 <= x <= 12_192_000 and 700_000 < y < 6_560_000 for x, y in drawn(line))
        for shape in [*slide.shapes, *boxes(slide).values()]:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= 12_192_000, shape.name
            assert shape.top + shape.height <= 6_560_000 or shape.is_placeholder, shape.name


@every_paper
def test_a_chart_is_heard_in_order_with_its_alternative_text(restructure):
    pages = shown_pages(paper(restructure))
    shown = [slide for slide in slides(restructure) if inside(slide)]
    for page, slide in zip(pages, shown, strict=True):
        names = [shape.name for shape in slide.shapes]
        assert names[0] == "Title"
        (group,) = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.GROUP]
        assert group._element.nvGrpSpPr.cNvPr.get("descr") == page.alt
        keys = [box.sheet.cell.words for box in page.drawing.boxes]
        assert said(slide).split("\n")[-len(keys) :] == [" ".join(each.split()) for each in keys]


@every_paper
def test_tables_are_those_of_the_paper_over_as_many_slides_as_they_take(restructure):
    rows, heads = [], []
    for slide in slides(restructure):
        for shape in slide.shapes:
            if shape.has_table:
                cells = [[cell.text for cell in row.cells] for row in shape.table.rows]
                heads.append(cells[0])
                rows += cells[1:]
                assert shape.table.first_row
    expected = blocks(paper(restructure), Table)
    columns = [[column.heading for column in each.columns] for each in expected]
    assert [each for n, each in enumerate(heads) if not n or each != heads[n - 1]] == [
        each for n, each in enumerate(columns) if not n or each != columns[n - 1]
    ]
    every = [list(row) for each in expected for row in (*each.rows, *filter(None, [each.total]))]
    assert rows == [[" ".join(cell.split()) for cell in row] for row in every]


@every_paper
def test_every_heading_stands_on_a_slide_in_order(restructure):
    shown = ["\n".join(texts(slide)) for slide in slides(restructure)]
    at = 0
    for section in paper(restructure).sections:
        at = next(n for n in range(at, len(shown)) if section.heading in shown[n])


@every_paper
def test_each_slide_has_a_title_of_its_own(restructure):
    titles = [slide.shapes.title.text_frame.text for slide in slides(restructure)]
    assert all(titles)
    assert len(titles) == len(set(titles))


@every_paper
def test_a_draft_says_so_on_every_slide(restructure):
    assert all(DRAFT in texts(slide) for slide in slides(restructure))


@every_paper
def test_the_first_slide_has_the_title_block(restructure):
    first = slides(restructure)[0]
    assert first.shapes.title.text_frame.text == paper(restructure).title
    block = [f"{term}: {words}" for term, words in paper(restructure).title_block]
    assert block in [text.split("\n") for text in texts(first)]


@every_paper
def test_recommendations_are_all_there_each_once(restructure):
    asked = [item for each in blocks(paper(restructure), Recommendations) for item in each.items]
    lines = [line for slide in slides(restructure) for each in texts(slide)
             for line in each.split("\n")]  # fmt: skip
    assert [line for line in lines if line in asked] == asked


@every_paper
def test_the_same_paper_makes_the_same_bytes(restructure):
    assert pptx.write(paper(restructure)) == written(restructure)


@every_paper
def test_the_file_names_no_moment_no_machine_and_no_person(restructure):
    facts = opened(written(restructure)).core_properties
    assert (facts.title, facts.language) == (paper(restructure).title, "en-GB")
    assert facts.author == paper(restructure).report_of
    everything = parts(written(restructure))
    assert not [name for name in everything if re.search("app.xml|thumbnail|printer", name)]
    assert b"dcterms" not in everything["docProps/core.xml"].split(b">", 2)[2]
    assert not [name for name, xml in everything.items() if b"en-US" in xml or b"Canny" in xml]


@every_paper
def test_every_layout_and_master_is_sound(restructure):
    names = [name for name in parts(written(restructure)) if "Layouts/slide" in name]
    assert len(names) == 3
    assert (
        b"type=" not in parts(written(restructure))["ppt/presentation.xml"].split(b"sldSz")[1][:60]
    )


# Charts


def test_a_change_is_said_in_the_box_and_shown_by_its_outline():
    text = "directorate cs | C\n  team a | Adoption\n  team b | Bail\n  team c | Care"
    kinds = {"a": ("new", "+ NEW"), "b": ("deleted", "× DELETED"), "c": ("moved", "→ MOVED")}
    chart = a_chart(text, marks={key: (Mark(*mark),) for key, mark in kinds.items()})
    found = {box.text_frame.text.split("\n")[-1]: box for box in boxes(made(chart)[1]).values()}
    for name, words in (("Adoption", "+ NEW"), ("Bail", "× DELETED"), ("Care", "→ MOVED")):
        assert found[name].text_frame.text == f"{words}\n{name}"
    outline = {name: etree.tostring(box._element.spPr).decode() for name, box in found.items()}
    assert 'prstDash val="dash"' in outline["Bail"]
    assert 'cmpd="dbl"' in outline["Care"]
    assert 'strike="sngStrike"' in etree.tostring(found["Bail"]._element.txBody).decode()


def test_a_dotted_line_is_glued_named_and_dotted():
    text = "directorate cs | C\n  division a | A\n    - x | Head of A"
    text += "\n  division b | B\n    - y | Head of B"
    chart = a_chart(text, lines=[{"post": "x", "kind": "dotted", "to": "y"}])
    (line,) = [each for each in joins(made(chart)[1]) if "dotted" in each.name]
    facts = line._element.nvCxnSpPr.cNvPr
    assert facts.get("descr") == "dotted line: Head of A to Head of B"
    assert "sysDot" in etree.tostring(line._element).decode()
    known = boxes(made(chart)[1])
    assert [known[ident].text_frame.text.split("\n")[0] for ident, _ in ends(line)] == ["A", "B"]


def test_lines_are_not_read_out_and_boxes_have_numbers_of_their_own():
    slide = made(a_chart("directorate a | A\n  team b | B\n  team c | C"))[1]
    assert all("decorative" in etree.tostring(each._element).decode() for each in joins(slide))
    idents = [each.get("id") for each in slide._element.iter(qn("p:cNvPr"))]
    assert len(idents) == len(set(idents))


def test_a_chart_without_its_boxes_is_a_picture_with_its_alternative_text():
    chart = a_chart()
    bare = replace(chart, pages=tuple(replace(page, drawing=None) for page in chart.pages))
    (picture,) = [
        each for each in made(bare)[1].shapes if each.shape_type == MSO_SHAPE_TYPE.PICTURE
    ]
    assert picture._element.nvPicPr.cNvPr.get("descr") == chart.pages[0].alt


def test_what_is_left_out_of_a_chart_is_said_on_its_slide():
    chart = replace(a_chart(), left_out="12 units are not drawn.")
    slide = made(chart)[1]
    assert "12 units are not drawn." in texts(slide)
    assert "12 units are not drawn." in said(slide)


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (0, 900)],
        [(0, 900), (0, 0)],
        [(900, 5), (0, 5)],
        [(0, 0), (0, 40), (300, 40), (300, 100)],
        [(300, 0), (300, 40), (0, 40), (0, 100)],
        [(300, 100), (300, 40), (0, 40), (0, 0)],
        [(0, 100), (0, 40), (300, 40), (300, 0)],
        [(0, 0), (0, 700), (80, 700)],
        [(80, 0), (80, 700), (0, 700)],
        [(0, 0), (700, 0), (700, 90)],
        [(500, 0), (500, 30), (200, 30), (200, 400), (230, 400)],
        [(500, 0), (500, 30), (900, 30), (900, 400), (930, 400)],
        [(100, 50), (140, 50), (140, 300), (100, 300)],
        [(0, 90), (20, 90), (20, 10), (600, 10), (600, 60)],
        [(900, 90), (880, 90), (880, 10), (300, 10), (300, 60)],
        [(100, 20), (100, 10), (600, 10), (600, 25)],
    ],
)
def test_a_line_is_drawn_round_the_corners_that_it_was_given(points):
    scaled = [(x * 10_000, y * 10_000) for x, y in points]
    found = corners(bent(scaled))
    assert len(found) == len(scaled)
    for (x, y), (wanted_x, wanted_y) in zip(found, scaled, strict=True):
        assert abs(x - wanted_x) <= 12_700
        assert abs(y - wanted_y) <= 12_700
