"""The five reports in every format and edition: each is made, opens, and has the same headings.

Its one rule: the headings are those written out beside the facts of each paper.
"""

import csv
import io
import json
import re
import zipfile

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from reports.editions import EDITIONS
from tests import pdfs, slides
from tests import test_report_barking_2005 as barking
from tests import test_report_dudley_2009 as dudley
from tests import test_report_dudley_2023 as dudley_later
from tests import test_report_kent_2009 as kent
from tests import test_report_leeds_2010 as leeds
from tests.reread import made, of_docx, of_html, written

PAPERS = [dudley, kent, barking, leeds, dudley_later]
every_paper = pytest.mark.parametrize("paper", PAPERS, ids=[each.PAPER for each in PAPERS])
every_edition = pytest.mark.parametrize("edition", EDITIONS)

MARKED = {
    "public": None,
    "exempt": "NOT FOR PUBLICATION",
    "staff": "Staff edition: not for publication",
    "union": "Trade union edition: not for publication",
}


def headings(paper, edition):
    """The headings of a paper, with the one that is added for trade unions."""
    found = [each.strip() for each in paper.OUTLINE]
    if edition == "union":
        number = sum(each.startswith("Appendix ") for each in found) + 1
        found.append(f"Appendix {number}: Section 188 information")
    return found


def tops(paper, edition):
    """The headings that stand within no other."""
    within = {each.strip() for each in paper.OUTLINE if each.startswith(" ")}
    return [each for each in headings(paper, edition) if each not in within]


def of_the_paper(found, paper, edition):
    """Those of some headings that are the paper's, in order; job profiles have others beside."""
    wanted = headings(paper, edition)
    return [each.strip() for each in found if each.strip() in wanted]


@every_paper
@every_edition
def test_the_web_page_and_the_word_file_have_the_headings_in_order(paper, edition):
    for reread in (of_html, of_docx):
        outline = reread(paper.PAPER, edition).outline
        assert of_the_paper(outline, paper, edition) == headings(paper, edition)


@every_paper
@every_edition
def test_the_web_page_and_the_word_file_say_the_same(paper, edition):
    page, file = of_html(paper.PAPER, edition), of_docx(paper.PAPER, edition)
    assert page.outline == file.outline
    assert page.tables == file.tables
    for (heading, lines), (_, others) in zip(page.sections, file.sections, strict=True):
        assert lines == others or "Text version of the chart" in heading


@every_paper
@every_edition
def test_the_pdf_has_the_headings_as_bookmarks_in_order(paper, edition):
    with pdfs.opened(written(paper.PAPER, "pdf", edition)) as file:
        found = pdfs.bookmarks(file)
    assert of_the_paper(found, paper, edition) == headings(paper, edition)


@every_paper
@every_edition
def test_the_slides_come_in_the_order_of_the_headings(paper, edition):
    file = slides.opened(written(paper.PAPER, "pptx", edition))
    at = [first_under(re.sub(r"^[\d.]+ ", "", each), file.slides) for each in tops(paper, edition)]
    assert at == sorted(at)
    assert at[0] == 1


def first_under(words, found):
    """The first slide with a heading in its title, or above its text where several share it."""
    return next(
        nth
        for nth, slide in enumerate(found)
        if any(words in text for text in slides.texts(slide)[:2])
        or any(re.fullmatch(rf"([\d.]+ )?{re.escape(words)}", line) for line in lines(slide))
    )


def lines(slide):
    return [line for text in slides.texts(slide) for line in text.splitlines()]


@every_paper
@every_edition
def test_the_data_have_the_headings_in_order(paper, edition):
    data = json.loads(written(paper.PAPER, "json", edition))
    found = [
        " ".join(filter(None, (each["number"], each["heading"])))
        for each in data["sections"]
        if each["level"] == 1
    ]
    assert found == tops(paper, edition)


@every_paper
@every_edition
def test_the_workbook_has_every_table(paper, edition):
    book = CalamineWorkbook.from_filelike(io.BytesIO(written(paper.PAPER, "xlsx", edition)))
    cells = {
        str(cell)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    }
    for caption in of_html(paper.PAPER, edition).tables:
        assert any(caption in cell for cell in cells), caption


@every_paper
@every_edition
def test_the_list_of_posts_has_every_post_of_both_structures(paper, edition):
    text = written(paper.PAPER, "csv", edition).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    comparison = made(paper.PAPER, edition).comparison
    keys = comparison.before.posts.keys() | comparison.after.posts.keys()
    assert len(rows) == len(keys)


@every_paper
@every_edition
@pytest.mark.parametrize("extension", ["svg", "png"])
def test_every_page_of_the_charts_is_a_picture(paper, edition, extension):
    data = written(paper.PAPER, extension, edition)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        pictures = [packed.read(name) for name in packed.namelist()]
    charts = made(paper.PAPER, edition)
    pages = [page for s in charts.sections for b in s.blocks for page in getattr(b, "pages", ())]
    assert len(pictures) == len(pages)
    for each in pictures:
        if extension == "png":
            Image.open(io.BytesIO(each)).verify()
        assert extension == "png" or each.lstrip().startswith(b"<")


@every_paper
@every_edition
def test_an_edition_that_is_not_for_everybody_says_so(paper, edition):
    assert made(paper.PAPER, edition).marking == MARKED[edition]
    page = written(paper.PAPER, "html", edition).decode()
    for marking in filter(None, MARKED.values()):
        assert (marking in page) is (marking == MARKED[edition])


@every_paper
@pytest.mark.parametrize("extension", ["html", "csv", "json"])
def test_the_staff_edition_has_no_amount(paper, extension):
    assert "£" not in written(paper.PAPER, extension, "staff").decode()
