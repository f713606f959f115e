"""The plainer formats of a report, read again: posts as CSV, charts as pictures, all as JSON.

The five papers are read from their council files, with no database.
"""

import csv as reader
import io
import json as parser
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from reports.comparison_json import to_json
from reports.editions import EXEMPT
from reports.formats import FORMATS, ZIP, csv, json, pictures, png, svg
from reports.formats.status import DRAFT
from reports.sections.blocks import POUNDS, Chart, Column, Table
from tests.office import (
    HOSTILE,
    a_chart,
    a_table,
    blocks,
    comparison,
    every_block,
    paper,
    parts,
    small,
)
from tests.papers import COUNCILS

every_paper = pytest.mark.parametrize("restructure", COUNCILS)
every_text = pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
DOCS = Path(__file__).parent.parent / "docs" / "report-json.md"


def lines(data):
    return list(reader.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def pages(paper):
    return [page for chart in blocks(paper, Chart) for page in chart.pages]


# All formats


@pytest.mark.parametrize("extension", ["docx", "html", "pptx", "xlsx", "csv", "svg"])
def test_nothing_typed_turns_the_text_after_it_round(extension):
    turned = "\u202egnorw yaw\u202c and on"
    data = FORMATS[extension].write(small(*every_block(turned), title=turned))
    files = parts(data).values() if data[:2] == b"PK" else (data,)
    assert not any("\u202e" in each.decode(errors="replace") for each in files)


# CSV


@every_paper
def test_every_post_is_a_line_with_its_numbers(restructure):
    data = csv.write(paper(restructure))
    of = comparison(restructure)
    for side, snapshot in (("Existing", of.before), ("Proposed", of.after)):
        numbers = [line[f"{side} posts"] for line in lines(data)]
        known = sum(int(number) for number in numbers if number != "not stated")
        assert known == sum(post.number or 0 for post in snapshot.posts.values())


@every_paper
def test_no_cell_is_empty_and_each_line_says_that_it_is_a_draft(restructure):
    for line in lines(csv.write(paper(restructure))):
        assert all(line.values())
        assert line["Status"] == DRAFT


def test_excel_is_told_the_encoding_and_lines_end_as_it_has_them():
    data = csv.write(paper("kent-2009"))
    assert data.startswith(b"\xef\xbb\xbfChange,")
    assert data.count(b"\r\n") == data.count(b"\n") == len(lines(data)) + 1


def test_a_paper_without_posts_has_its_headings_alone():
    assert lines(csv.write(small())) == []
    assert csv.write(small(is_draft=False)).endswith(b"Certainty,Source\r\n")


def with_titles(text):
    """A paper in which every proposed post has this title."""
    of = comparison("kent-2009")
    posts = {key: replace(post, title=text) for key, post in of.after.posts.items()}
    return replace(paper("kent-2009"), comparison=replace(of, after=replace(of.after, posts=posts)))


@every_text
def test_no_cell_begins_as_a_formula_does(text):
    found = lines(csv.write(with_titles(text)))
    assert any(line["Proposed post"].lstrip("'")[:3] == text.strip()[:3] for line in found) or (
        "\x00" in text or "\ud800" in text
    )
    for line in found:
        assert not any(cell.startswith(tuple("=+-@\t\r")) for cell in line.values())


def test_a_title_that_a_spreadsheet_would_work_out_stands_after_an_apostrophe():
    for text in ("=1+1", "+44 1384", "-2", "@now", "\t=1", "＝1"):
        assert csv.harmless(text) == f"'{text.strip()}"
    assert csv.harmless("–") == "–"


# Pictures


@every_paper
def test_each_page_of_a_chart_is_a_file(restructure):
    found = parts(svg.write(paper(restructure)))
    assert list(found) == sorted(found)
    assert len(found) == len(pages(paper(restructure)))
    for data, page in zip(found.values(), pages(paper(restructure)), strict=True):
        root = etree.fromstring(data)
        assert root.findtext("{http://www.w3.org/2000/svg}title")
        words = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
        assert words[-1] == DRAFT
        assert float(root.get("height")) > page.height


def test_one_chart_is_one_picture_and_several_are_a_zip():
    one, two = small(a_chart()), small(a_chart(), a_chart())
    assert svg.write(one).startswith(b"<svg")
    assert png.write(one).startswith(b"\x89PNG")
    assert list(parts(png.write(two))) == ["01-chart.1.png", "02-chart.1.png"]
    names = [FORMATS["png"].file_name(each) for each in (one, two)]
    assert names == ["small-public-draft.png", "small-public-draft-png.zip"]
    assert [FORMATS["png"].mime_of(each) for each in (one, two)] == ["image/png", ZIP]


def test_a_picture_bears_the_marking_and_is_as_wide_as_it_takes():
    marking = "NOT FOR PUBLICATION by virtue of paragraph 1 of Part 1 of Schedule 12A"
    data = svg.write(small(a_chart(), marking=marking, is_draft=False))
    words = [each.text for each in etree.fromstring(data).iter("{http://www.w3.org/2000/svg}text")]
    assert " ".join(words).endswith(marking)
    assert DRAFT not in " ".join(words)


def test_a_chart_without_status_is_as_it_stands_in_the_paper():
    chart = a_chart()
    assert svg.write(small(chart, is_draft=False)).decode() == chart.pages[0].svg


def test_a_paper_without_charts_says_so_in_its_picture():
    assert b"This paper has no chart." in svg.write(small())
    assert pictures.number(small()) == 1


def test_a_png_is_twice_as_many_dots_as_the_drawing():
    chart = a_chart()
    width, _ = Image.open(io.BytesIO(png.write(small(chart, is_draft=False)))).size
    assert width == 2 * int(chart.pages[0].width)


@every_text
def test_a_picture_of_anything_that_is_typed_is_sound(text):
    data = svg.write(small(a_chart(name=text), title=text, marking=text))
    etree.fromstring(data)
    assert png.write(small(a_chart(name=text), marking=text)).startswith(b"\x89PNG")


@every_paper
def test_the_same_paper_makes_the_same_bytes(restructure):
    for each in (csv, svg, json):
        assert each.write(paper(restructure)) == each.write(paper(restructure))
    one = small(a_chart(), a_chart())
    assert png.write(one) == png.write(one)


# JSON


def read(data):
    return parser.loads(data.decode("utf-8"))


@every_paper
def test_it_holds_the_paper_and_what_it_was_computed_from(restructure):
    found, of = read(json.write(paper(restructure))), paper(restructure)
    assert (found["title"], found["is_draft"], found["edition"]) == (of.title, True, "public")
    assert [each["heading"] for each in found["sections"]] == [s.heading for s in of.sections]
    shown = [[block["block"] for block in each["blocks"]] for each in found["sections"]]
    assert shown == [[type(b).__name__.lower() for b in each.blocks] for each in of.sections]
    assert found["comparison"] == parser.loads(parser.dumps(to_json(of.comparison)))


def fields(data):
    """The names of all fields, but for those of the comparison, which is documented elsewhere."""
    if isinstance(data, dict):
        return {*data}.union(*(fields(data[key]) for key in data if key != "comparison"))
    return set().union(*map(fields, data)) if isinstance(data, list) else set()


def test_every_field_is_documented():
    documented = set(re.findall(r"[`\"]([a-z_]+)[`\"]", DOCS.read_text(encoding="utf-8")))
    found = fields(read(json.write(paper("barking-and-dagenham-2005"))))
    found |= fields(read(json.write(small(*every_block("T")))))
    assert found - documented == set()


def test_every_kind_of_block_is_documented():
    documented = DOCS.read_text(encoding="utf-8")
    kinds = {type(block).__name__.lower() for block in every_block("T")}
    assert all(f"| `{kind}` |" in documented for kind in kinds)


def test_money_is_exact():
    columns = (Column("Cost", 1, POUNDS),)
    table = Table(
        key="t", caption="C", columns=columns, rows=(("£0.10",),), values=((Decimal("0.10"),),)
    )
    (block,) = read(json.write(small(table)))["sections"][0]["blocks"]
    assert block["values"] == [["0.10"]]


@every_text
def test_anything_that_is_typed_is_json(text):
    data = json.write(small(*every_block(text), title=text, edition=EXEMPT))
    assert read(data)["edition"] == "exempt"
    if text.isprintable() and "\ud800" not in text:
        assert read(data)["title"] == text


# The registry


def test_each_format_says_what_it_is_for_and_is_named_by_its_extension():
    assert {"docx", "pptx", "xlsx", "csv", "svg", "png", "json"} <= FORMATS.keys()
    for extension, each in FORMATS.items():
        assert each.extension == extension
        assert each.says.endswith(".")
        assert each.file_name(small(a_table())) == f"small-public-draft.{extension}"


def test_a_file_is_called_by_its_edition_unless_it_is_for_everybody():
    exempt = small(edition=EXEMPT, is_draft=False)
    assert FORMATS["pptx"].file_name(exempt) == "small-exempt.pptx"
    assert FORMATS["pptx"].file_name(small()) == "small-public-draft.pptx"
