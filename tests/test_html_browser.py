"""The report as one web page, in a browser: what axe finds on it, and how it is printed."""

import re
import shutil
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from reports.formats.status import DRAFT
from reports.sections.blocks import Chart
from tests.test_html import every_paper, written
from tests.test_paper import blocks, paper

pytestmark = pytest.mark.browser

LINES = """all => all.map(one => {
    const words = document.createRange();
    words.selectNodeContents(one);
    return words.getClientRects().length;
})"""
ENDS = "all => all.map(one => one.getBoundingClientRect().right)"


@pytest.mark.parametrize("width", [1400, 400])
@every_paper
def test_everybody_can_read_the_page(restructure, width, browser):
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.set_content(written(restructure).decode())
    found = [fault["id"] for fault in Axe().run(page).response["violations"]]
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    context.close()
    assert (found, over <= 0) == ([], True)


def test_the_browser_has_nothing_against_the_page_and_its_styles_hold(page, tmp_path):
    said = []
    page.on("console", lambda message: said.append(message.text))
    (tmp_path / "paper.html").write_bytes(written("kent-2009"))
    page.goto(f"file://{tmp_path}/paper.html")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.every-page')).display") == "none"
    )
    assert said == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not on this machine")
def test_each_printed_page_says_that_it_is_a_draft_and_charts_lie_across(page, tmp_path):
    page.set_content(written("kent-2009").decode())
    page.pdf(path=tmp_path / "paper.pdf", prefer_css_page_size=True)
    command = ["pdftotext", tmp_path / "paper.pdf", "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    pages = text.split("\f")[:-1]
    assert [each.count(DRAFT) for each in pages] == [1] * len(pages)
    boxes = re.findall(
        rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)", (tmp_path / "paper.pdf").read_bytes()
    )
    wide = sum(float(width) > float(height) for width, height in boxes)
    assert wide == sum(len(each.pages) for each in blocks(paper("kent-2009"), Chart))


@pytest.mark.parametrize("width", [1400, 400])
def test_short_cells_stand_on_one_line_and_a_caption_within_the_window(width, page):
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(written("barking-and-dagenham-2005").decode())
    lines = page.eval_on_selector_all("td.short", LINES)
    assert set(lines) == {1}
    ends = page.eval_on_selector_all("caption span", ENDS)
    assert max(ends) <= width
