"""Texts that people typed, in a PDF: nothing breaks out, nothing fails, no letter is left out."""

import re
import subprocess
from dataclasses import replace

import pytest

from posts.lettering import text_width
from reports.formats import pdf
from reports.formats.texts import safe
from reports.formats.typst import making
from reports.formats.typst.breaking import breakable
from reports.formats.typst.contents import contents, nested
from reports.formats.typst.finishing import NotAsExpected, finished
from reports.formats.typst.making import NotSet, pdf_of
from reports.formats.typst.worker import NOTE
from reports.sections.blocks import Column, Heading, Line, Paragraph, Recommendations, Table
from tests.pdfs import bookmarks, faults, fonts, named, opened
from tests.test_docx import HOSTILE, a_chart
from tests.test_pdf import needs_poppler, off_the_page, small, text

CODE = (
    '#panic("read") #eval("1+1") $x^2$ *b* _i_ `raw` = Head - item // note /* */ @ref <label>',
    '#image("paper.typ") \\u{41} \\ ~ -- --- ... "quoted" \'s [x] {y}',
    '{"json": [1, 2]} \\" "); #read("worker.py")',
)
FOREIGN = (
    "子供サービス",
    "خدمات الأطفال",
    "বাংলা ਪੰਜਾਬੀ ગુજરાતી",
    "Żółć Ångström Čeština Ελληνικά Русский",
    "private \ue000 use, \ufeff mark, \u0378 not one, \ufffd gone",
    "👨‍👩‍👧‍👦 family, ✓ ✗ → ½ ² ™ €",
    "e\u0301 q\u0302\u0323 Z\u0351\u036b\u0343",
    "ﷺ " + "ش" * 400,
)
TYPED = (*HOSTILE, *CODE, *FOREIGN)


def filled(typed):
    chart = a_chart(name=typed)
    page = replace(chart.pages[0], alt=f"A chart of {typed}")
    table = Table(key="t", caption=typed, columns=(Column(typed),), rows=((typed,),))
    return small(
        Heading(key="h", text=typed),
        Paragraph(key="p", text=typed, number="1.1"),
        Recommendations(key="r", lead=typed, items=(typed,)),
        table,
        replace(chart, pages=(page,)),
        title=typed,
        report_of=typed,
        body=typed,
        marking=typed,
    )


@pytest.mark.parametrize("typed", TYPED, ids=range(len(TYPED)))
def test_nothing_that_is_typed_breaks_out(typed):
    data = pdf.write(filled(typed))
    file = opened(data)
    assert faults(data) == []
    assert len(named(file, "Table")) == len(named(file, "Figure")) == 1
    assert str(named(file, "Figure")[0].Alt) == safe(f"A chart of {typed}")
    assert len(bookmarks(file)) == 3
    assert str(file.docinfo.Title) == safe(typed)
    assert all(is_inside for _, is_inside in fonts(file))


def read(data):
    """The words without the places to break that we put in, and without hyphens at an end."""
    return re.sub(r"[\u200b\s]", "", text(data))


@needs_poppler
@pytest.mark.parametrize("typed", CODE)
def test_what_looks_like_code_is_read_back_as_it_was_typed(typed):
    assert typed.replace(" ", "") in read(pdf.write(small(Paragraph(key="p", text=typed))))


@needs_poppler
def test_letters_that_other_fonts_have_are_shown_in_those():
    words = "Ελληνικά Русский"
    data = pdf.write(small(Paragraph(key="p", text=f"{words} שלום سلام")))
    names = " ".join(name for name, _ in fonts(opened(data)))
    assert "Libertinus" in names
    assert "DejaVu" in names
    assert words.replace(" ", "") in read(data)
    assert NOTE.replace(" ", "") not in read(data)


@needs_poppler
def test_letters_that_no_font_has_are_written_out_and_that_is_said():
    data = pdf.write(small(Paragraph(key="p", text="👩🏽‍🏫 Teaching 子供 \ue000 שלום")))
    said = text(data)
    assert "[woman, emoji modifier fitzpatrick type-4, school] Teaching" in said
    assert "[U+5B50, U+4F9B] [U+E000]" in said
    assert NOTE in said


@needs_poppler
def test_a_letter_that_no_font_has_is_a_box_in_a_chart():
    chart = a_chart()
    page = replace(chart.pages[0], svg=chart.pages[0].svg.replace("Services", "子供👩"))
    data = pdf.write(small(replace(chart, pages=(page,), words=())))
    assert "□□□" in text(data)
    assert NOTE in text(data)


@needs_poppler
def test_a_word_longer_than_a_line_goes_on_in_the_next():
    long = "W" * 500
    columns = (Column("A", 1), Column("B", 9))
    table = Table(key="t", caption="C", columns=columns, rows=((long, "b"),))
    assert read(pdf.write(small(table))).count("W") == 500


@needs_poppler
@pytest.mark.parametrize("typed", ["W" * 500, "=" * 700, "word " * 300])
def test_a_long_text_runs_off_no_page(typed):
    assert off_the_page(pdf.write(filled(typed))) == []


def test_a_long_word_is_parted_only_where_a_line_is_full_and_not_within_a_letter():
    assert breakable("Children's Services", 100, 10) == "Children's Services"
    assert breakable("wwwwe\u0301w", 15, 10) == "ww\u200bww\u200be\u0301w"
    assert breakable("Ring-fence", 30, 10) == "Ring-fence"


def test_a_bold_word_has_places_to_break_where_its_plain_one_fits():
    plain, bold = (text_width("Recommissioning", 10, bold=weight) for weight in (False, True))
    between = (plain + bold) / 2
    assert breakable("Recommissioning", between, 10) == "Recommissioning"
    assert "\u200b" in breakable("Recommissioning", between, 10, bold=True)


def test_lines_of_a_list_stand_within_those_before_them():
    lines = (Line(1, "a"), Line(1, "b"), Line(5, "c"), Line(0, "d"))

    def outline(items):
        return [(each["words"][0]["text"], outline(each["below"])) for each in items]

    assert outline(nested(lines)) == [("a", [("b", [("c", [])])]), ("d", [])]


# The short process


def test_a_paper_that_takes_too_long_is_given_up():
    with pytest.raises(NotSet, match=r"within 0\.01 seconds"):
        pdf_of(contents(small()), seconds=0.01)


def test_a_paper_that_needs_too_much_memory_is_given_up():
    with pytest.raises(NotSet, match="could not be set"):
        pdf_of(contents(small()), memory=50_000_000)


def test_what_typst_refuses_is_told_in_its_words():
    data = contents(small(a_chart()))
    (chart,) = [each for each in data["blocks"] if each["kind"] == "chart"]
    chart["svg"] = "<svg"
    with pytest.raises(NotSet, match=r"could not be set: .*SVG"):
        pdf_of(data)


def test_the_process_imports_nothing_of_the_program(monkeypatch):
    asked = []
    run = subprocess.run
    monkeypatch.setattr(
        making.subprocess, "run", lambda args, **rest: asked.append(args) or run(args, **rest)
    )
    assert pdf.write(small())
    assert [each[1:] for each in asked] == [[str(making.WORKER)]]
    assert not re.search(r"^(from|import) (reports|posts|django)", making.WORKER.read_text(), re.M)


def test_a_file_that_is_built_otherwise_is_not_touched():
    with pytest.raises(NotAsExpected):
        finished(b"%PDF-1.7\nno table\n", {1}, ())


def test_a_stream_that_ends_in_a_return_has_its_end_of_line_beyond_dispute():
    data = pdf_of(contents(small(a_chart())))
    there = data.index(b"\nendstream")
    with_return = data[: there - 1] + b"\r" + data[there:]
    assert b"\r\r\nendstream" in finished(with_return, (), ())
    assert finished(data, (), ()).count(b"endstream") == data.count(b"endstream")
