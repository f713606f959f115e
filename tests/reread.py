"""The reports of the five papers made as files, and read back: headings, lines below each, tables.

Word files are read by python-docx, with the numbers that Word would print; web pages as a reader of
HTML takes them. Its one rule: both come out as the same plain value, so that one test holds both.
"""

import io
import re
from dataclasses import dataclass, field
from functools import cache

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from reports.comparison import Comparison
from reports.editions import EDITIONS
from reports.formats import FORMATS
from reports.paper import paper_of
from tests import webpages
from tests.papers import COUNCILS, council_file, structures
from tests.wordnumbers import numbered_paragraphs

_NUMBERED_CAPTION = re.compile(r"^Table \d+: ")
_NO_LINES = {"Caption", "ChartPicture", "AfterTable"}


@dataclass
class Reread:
    """A file as it was read: its headings in order, indented by level, each with what is below it.

    `tables` are rows of words by caption, the row of headings first.
    """

    sections: list[tuple[str, list[str]]] = field(default_factory=list)
    tables: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    @property
    def outline(self):
        """The headings below the title, without those of the charts in words."""
        headings = [heading for heading, _ in self.sections[1:]]
        return [each for each in headings if "Text version of the chart" not in each]

    def under(self, heading):
        """The lines below a heading: paragraphs with their numbers, items, terms with facts."""
        return next(lines for each, lines in self.sections if each.strip() == heading)

    def rows(self, caption, *columns):
        """The rows of a table, in some of its columns; all of them if none is named."""
        headings, *rows = self.tables[caption]
        at = [headings.index(each) for each in columns] or range(len(headings))
        return [tuple(row[n] for n in at) for row in rows]

    def says(self, words):
        """Whether some line below some heading has these words."""
        return any(words in line for _, lines in self.sections for line in lines)


# ---- making ----


@cache
def made(restructure, edition="public"):
    """The paper of one of the five restructures, as its council file has it."""
    slug = COUNCILS[restructure]
    proposal = next(each for each in council_file(slug).proposals if each.key == restructure)
    sides = structures(slug)[proposal.before], structures(slug)[proposal.after]
    comparison = Comparison(council_file(slug).name, proposal, *sides)
    return paper_of(comparison, edition=EDITIONS[edition])


@cache
def written(restructure, extension, edition="public"):
    """The bytes of a report in a format and an edition."""
    return FORMATS[extension].write(made(restructure, edition))


# ---- reading ----


@cache
def of_html(restructure, edition="public"):
    """A report as its web page says it."""
    return _Page().read(written(restructure, "html", edition))


@cache
def of_docx(restructure, edition="public"):
    """A report as its Word file says it."""
    document = Document(io.BytesIO(written(restructure, "docx", edition)))
    found, labels, caption = Reread(), numbered_paragraphs(document), ""
    for element in document.element.body:
        if element.tag == qn("w:tbl"):
            rows = Table(element, document).rows
            found.tables[caption] = [tuple(cell.text for cell in row.cells) for row in rows]
        elif element.tag == qn("w:p"):
            label, words = labels[element], _words(element)
            if element.style == "Caption":
                caption = _NUMBERED_CAPTION.sub("", words)
            number = None if label == "•" else label
            _add(found, element.style, " ".join(filter(None, (number, words))))
    return found


def _words(paragraph):
    """The words of a paragraph; a tab stands between a term and what is said of it."""
    tags = paragraph.iter(qn("w:t"), qn("w:tab"))
    return "".join(": " if each.tag == qn("w:tab") else each.text or "" for each in tags)


def _add(found, style, line):
    if style == "Title" or style.startswith("Heading"):
        level = 0 if style == "Title" else int(style.removeprefix("Heading"))
        found.sections.append(("  " * max(level - 1, 0) + line, []))
    elif found.sections and style not in _NO_LINES:
        found.sections[-1][1].append(line)


class _Page:
    """A web page being read, element by element."""

    def __init__(self):
        self.found, self.caption, self.term, self.number = Reread(), "", "", 1

    def read(self, data):
        for each in webpages.read(data):
            if "main" not in each["above"] or "nav" in each["above"]:
                continue
            if each["tag"] in ("h1", "h2", "h3", "h4"):
                indent = "  " * max(int(each["tag"][1]) - 2, 0)
                self.found.sections.append((indent + _plain(each), []))
            else:
                getattr(self, f"_{each['tag']}", lambda each: None)(each)
        return self.found

    def _line(self, words):
        self.found.sections[-1][1].append(words)

    def _p(self, each):
        self._line(_plain(each))

    def _dt(self, each):
        self.term = _plain(each)

    def _dd(self, each):
        self._line(f"{self.term}: {_plain(each)}")

    def _ol(self, each):
        self.number = int(each.get("start", 1))

    def _li(self, each):
        if each["above"][-1] == "ol":
            self._line(f"{self.number}. {_plain(each)}")
            self.number += 1
        else:
            self._line(_plain(each))

    def _caption(self, each):
        self.caption = _NUMBERED_CAPTION.sub("", _plain(each))
        self.found.tables[self.caption] = []

    def _tr(self, each):
        self.found.tables[self.caption].append(())

    def _th(self, each):
        self._td(each)

    def _td(self, each):
        rows = self.found.tables[self.caption]
        rows[-1] += (_plain(each),)


def _plain(element):
    return " ".join(element["words"].split())


in_both = pytest.mark.parametrize("reread", [of_html, of_docx], ids=["html", "docx"])
"""For a test of what a report says: in the web page and in the Word file."""
