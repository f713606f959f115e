"""The workbook of a report, opened again by calamine and as XML: typed cells, totals, no surprises.

The five papers are read from their council files, with no database.
"""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from reports.editions import EXEMPT, marking
from reports.formats import xlsx
from reports.formats.posts import posts_of
from reports.formats.spreadsheet.naming import SheetNames
from reports.formats.spreadsheet.totals import total_of
from reports.formats.status import DRAFT
from reports.proposal import Report
from reports.sections.blocks import NUMBER, POUNDS, Column, Table
from reports.sections.tables import AsAbove, table_of
from tests.formulas import worked_out
from tests.office import (
    HOSTILE,
    a_table,
    blocks,
    comparison,
    every_block,
    money,
    paper,
    parts,
    small,
)
from tests.papers import COUNCILS

every_paper = pytest.mark.parametrize("restructure", COUNCILS)
OFFICE = shutil.which("soffice")
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ufffe\ud800-\udfff]")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@cache
def written(restructure):
    return xlsx.write(paper(restructure))


def opened(data):
    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def rows(data, index):
    return opened(data).get_sheet_by_index(index).to_python()


def sheets(data):
    """The sheets of a workbook as XML, in order."""
    names = [name for name in parts(data) if name.startswith("xl/worksheets/sheet")]
    ordered = sorted(names, key=lambda name: int(re.findall(r"\d+", name)[0]))
    return [etree.fromstring(parts(data)[name]) for name in ordered]


def formulas(sheet):
    """The formulas of a sheet by their cells, each with the value that is kept with it."""
    return {
        cell.get("r"): (cell.findtext(f"{MAIN}f"), cell.findtext(f"{MAIN}v"))
        for cell in sheet.iter(f"{MAIN}c")
        if cell.find(f"{MAIN}f") is not None
    }


def tables_of(paper):
    posts = posts_of(paper.comparison)
    return [*([posts] if posts.rows else []), *blocks(paper, Table)]


# The five papers


@every_paper
def test_each_table_is_on_a_sheet_of_its_own_in_the_papers_order(restructure):
    captions = [rows(written(restructure), n)[0][0]
                for n in range(1, len(opened(written(restructure)).sheet_names))]  # fmt: skip
    assert captions == [table.caption for table in tables_of(paper(restructure))]


@every_paper
def test_every_cell_is_the_papers(restructure):
    for number, table in enumerate(tables_of(paper(restructure)), start=1):
        found = rows(written(restructure), number)[3:]
        assert found[0] == [column.heading for column in table.columns]
        values = table.values or table.rows
        for line, row, words in zip(found[1:], values, table.rows, strict=False):
            for cell, value, said in zip(line, row, words, strict=True):
                expected = float(value) if isinstance(value, int | Decimal) else said
                if isinstance(expected, str):
                    expected = " ".join(expected.split())
                assert cell == expected


@every_paper
def test_totals_are_formulas_that_give_what_the_paper_says(restructure):
    found = 0
    for sheet, table in zip(
        sheets(written(restructure))[1:], tables_of(paper(restructure)), strict=True
    ):
        for formula, kept in formulas(sheet).values():
            assert formula.startswith(("SUM(", "IF(COUNT("))
            said = [words.replace(",", "") for words in table.total]
            assert kept in said
            found += 1
    assert found >= 2


@every_paper
def test_formulas_give_what_is_kept_with_them_when_they_are_worked_out(restructure):
    data = written(restructure)
    for number, sheet in enumerate(sheets(data)):
        for formula, kept in formulas(sheet).values():
            assert str(worked_out(formula, rows(data, number))).removesuffix(".0") == kept


@every_paper
def test_every_post_is_in_the_first_table_once_on_each_side(restructure):
    table, of = posts_of(paper(restructure).comparison), comparison(restructure)
    at = {column.heading: n for n, column in enumerate(table.columns)}
    for side, snapshot in (("Existing", of.before), ("Proposed", of.after)):
        numbers = [row[at[f"{side} posts"]] for row in table.values]
        assert sum(filter(None, numbers)) == sum(p.number or 0 for p in snapshot.posts.values())
        unknown = sum(post.number is None for post in snapshot.posts.values())
        assert sum(number is None for number in numbers) == unknown


@every_paper
def test_the_first_sheet_says_what_it_is_and_leads_to_every_other(restructure):
    words = [cell for row in rows(written(restructure), 0) for cell in row]
    assert words[0] == DRAFT
    assert paper(restructure).title in words
    for section in paper(restructure).sections:
        assert any(section.heading in str(word) for word in words)
    links = [
        each.get("location") for each in sheets(written(restructure))[0].iter(f"{MAIN}hyperlink")
    ]
    names = opened(written(restructure)).sheet_names[1:]
    assert links == [f"'{name.replace(chr(39), chr(39) * 2)}'!A1" for name in names]


@every_paper
def test_every_sheet_is_seen_frozen_below_its_headings_and_printed_on_wide_pages(restructure):
    book = parts(written(restructure))["xl/workbook.xml"]
    assert b"hidden" not in book
    for sheet in sheets(written(restructure))[1:]:
        pane = next(sheet.iter(f"{MAIN}pane"))
        assert (pane.get("ySplit"), pane.get("state")) == ("4", "frozen")
        assert next(sheet.iter(f"{MAIN}pageSetup")).get("orientation") == "landscape"
        assert DRAFT in next(sheet.iter(f"{MAIN}oddHeader")).text
        assert "hidden" not in etree.tostring(sheet).decode()
    assert book.count(b"_xlnm.Print_Titles") == len(sheets(written(restructure))) - 1


@every_paper
def test_the_same_paper_makes_the_same_bytes(restructure):
    assert xlsx.write(paper(restructure)) == written(restructure)


@every_paper
def test_the_file_names_no_moment_and_no_person(restructure):
    facts = parts(written(restructure))["docProps/core.xml"].decode()
    assert "dcterms:created" not in facts
    assert "modified" not in facts.lower().replace("lastmodifiedby", "")
    assert set(re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)", facts)) == {
        paper(restructure).report_of
    }


# Cells and totals


def test_a_number_is_a_number_a_sum_of_money_money_and_a_day_a_day():
    columns = Column("Post"), Column("Posts", 1, NUMBER), Column("Cost", 1, POUNDS), Column("On")
    table = Table(
        key="t", caption="Typed", rows=(("A", "1,234", "£12.50", "9 September 2009"),),
        columns=columns,
        values=(("A", 1234, Decimal("12.50"), date(2009, 9, 9)),),
    )  # fmt: skip
    assert rows(xlsx.write(small(table)), 1)[4] == ["A", 1234.0, 12.5, date(2009, 9, 9)]


def test_a_column_of_numbers_has_its_heading_above_them_on_the_right():
    data = xlsx.write(small(money(("A", "2", "£10.10"))))
    looks = etree.fromstring(parts(data)["xl/styles.xml"]).find(f"{MAIN}cellXfs")
    row = next(each for each in sheets(data)[1].iter(f"{MAIN}row") if each.get("r") == "4")
    found = [looks[int(cell.get("s"))].find(f"{MAIN}alignment") for cell in row]
    assert [each.get("horizontal") for each in found] == [None, "right", "right"]


def test_a_total_of_money_is_summed_to_the_penny():
    table = money(
        ("A", "2", "£10.10"), ("B", "1", "£20.20"),
        values=(("A", 2, Decimal("10.10")), ("B", 1, Decimal("20.20"))),
        total=("Total", "3", "£30.30"),
    )  # fmt: skip
    found = formulas(sheets(xlsx.write(small(table)))[1])
    assert found == {"B7": ("SUM(B5:B6)", "3"), "C7": ("SUM(C5:C6)", "30.3")}


def test_a_total_over_what_is_not_stated_is_at_least():
    table = money(
        ("A", "2", "£1,000"), ("B", "not stated", "not stated"),
        values=(("A", 2, Decimal(1000)), ("B", None, None)),
        total=("Total", "at least 2", "at least £1,000"),
    )  # fmt: skip
    data = xlsx.write(small(table))
    assert rows(data, 1)[5:] == [["B", "not stated", "not stated"],
                                 ["Total", "at least 2", "at least £1,000"]]  # fmt: skip
    assert all(formula.startswith("IF(") for formula, _ in formulas(sheets(data)[1]).values())


def test_a_post_with_two_fates_leaves_its_total_a_sum():
    columns = Column("Post"), Column("Posts", kind=NUMBER)
    rows = ("A", 3), ("A", AsAbove())
    table = table_of("t", "Staff", columns, rows, total="Total")
    assert formulas(sheets(xlsx.write(small(table)))[1]) == {"B7": ("SUM(B5:B6)", "3")}
    total = total_of("at least 3", (3, "as above", None), NUMBER, "B1:B3")
    for last, gives in (("not stated", "at least 3"), (2, 5)):
        assert worked_out(total.formula, [["A", 3], ["A", "as above"], ["B", last]]) == gives


def test_names_of_sheets_are_short_allowed_and_their_own():
    names = SheetNames()
    given = ["History", "A/B: [c]*?", "x" * 40, "X" * 40, "'quoted'", "👩🏽‍🏫" * 20, "", ""]
    made = [names.name_of(each) for each in given]
    assert len({name.casefold() for name in made}) == len(made)
    assert not any(re.search(r"[\[\]:*?/\\]|^'|'$", name) for name in made)
    assert all(0 < len(name.encode("utf-16-le")) <= 62 for name in made)
    assert made[0] == "History 2"


def test_headings_that_are_alike_are_told_apart():
    columns = (Column("Posts"), Column("posts"), Column(""), Column("_x0041_"))
    table = Table(key="t", caption="T", columns=columns, rows=(("a", "b", "c", "d"),))
    assert rows(xlsx.write(small(table)), 1)[3] == ["Posts", "posts (2)", "Column", "_ x0041_"]


def test_a_marking_stands_above_every_sheet_and_on_it():
    data = xlsx.write(small(a_table(), marking="NOT FOR PUBLICATION & more", is_draft=False))
    for number, sheet in enumerate(sheets(data)):
        assert next(sheet.iter(f"{MAIN}oddHeader")).text == "&LNOT FOR PUBLICATION && more"
        words = [cell for row in rows(data, number) for cell in row]
        assert "NOT FOR PUBLICATION & more" in words
        assert DRAFT not in words


def test_the_whole_of_an_exempt_marking_stands_above_every_printed_page():
    exempt = marking(Report(exempt=(1, 2, 3, 4, 5, 6, 7)), EXEMPT)
    for sheet in sheets(xlsx.write(small(a_table(), marking=exempt, is_draft=True))):
        draft, words = next(sheet.iter(f"{MAIN}oddHeader")).text.split("\n")
        assert (draft, words) == (f"&L{DRAFT}", exempt)


def test_a_table_without_rows_is_a_table():
    assert rows(xlsx.write(small(a_table(rows=()))), 1)[3] == ["Two", "Two posts"]


# Texts that people typed


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_that_is_typed_is_worked_out_or_breaks_out(text):
    data = xlsx.write(small(*every_block(text), title=text, report_of=text, body=text))
    assert not any(formulas(sheet) for sheet in sheets(data))
    for name, xml in parts(data).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(xml)
    (row,) = rows(data, 1)[4:]
    assert row[0] == row[1]
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069\ufffe\ud800-\udfff]", row[0]
    )
    if text.isascii() and text.isprintable():
        assert row[0] == text


def test_a_text_too_long_for_a_cell_is_cut_where_it_shows():
    (row,) = rows(xlsx.write(small(a_table(rows=(("x" * 40_000, "1"),)))), 1)[4:]
    assert len(row[0]) == 32_000
    assert row[0].endswith("…")


# LibreOffice


def _can_calculate():
    """Whether LibreOffice is on the machine, with the part of it that opens spreadsheets."""
    return OFFICE is not None and (Path(OFFICE).resolve().parent / "libsclo.so").exists()


if _can_calculate():  # a second opinion; the formulas are worked out above wherever tests run

    def test_libreoffice_works_out_the_totals_that_we_keep(tmp_path):
        data = written("leeds-2010")
        (tmp_path / "in.xlsx").write_bytes(_without_values(data))
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [OFFICE, "--headless", profile, "--convert-to", "ods", tmp_path / "in.xlsx"]
        subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=tmp_path)
        again = CalamineWorkbook.from_path(str(tmp_path / "in.ods"))
        for number, name in enumerate(again.sheet_names):
            assert again.get_sheet_by_name(name).to_python()[-1] == rows(data, number)[-1]


def _without_values(data):
    """A workbook that does not know what its formulas give."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, part in parts(data).items():
            target.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part))
    return made.getvalue()


def test_the_papers_sheets_have_names_that_are_not_alike():
    for restructure in COUNCILS:
        names = sorted(name.casefold() for name in opened(written(restructure)).sheet_names)
        assert all(one != other for one, other in pairwise(names))


def test_a_paper_without_a_comparison_has_its_tables_alone():
    bare = replace(paper("kent-2009"), comparison=None)
    assert "Every post" not in opened(xlsx.write(bare)).sheet_names
