"""A paper as a PDF that everybody can read and an archive can keep: PDF/UA-1 and PDF/A-2a.

Tagged headings, lists and tables, bookmarks, charts on landscape pages with their list in words.
Its one rule: it shows the paper it is given and works nothing out.
"""

from dataclasses import dataclass, field

from reports.formats.typst.contents import contents
from reports.formats.typst.finishing import finished
from reports.formats.typst.making import NotSet, pdf_of, starts_of
from reports.paper import Paper

__all__ = ["NotSet", "Place", "Starts", "starts", "write"]

Place = tuple[int, int, int]
"""A place in a paper: which block, which part of it (a row, a line), which word of that."""


@dataclass(frozen=True, slots=True)
class Starts:
    """How many pages a paper has, and the page that begins with a place, for each but the first."""

    pages: int = 1
    page_at: dict[Place, int] = field(default_factory=dict)


def write(paper: Paper) -> bytes:
    """The paper as the bytes of a .pdf file: the same paper, the same bytes."""
    data = contents(paper)
    tables = [block for block in data["blocks"] if block["kind"] == "table"]
    named = {number for number, table in enumerate(tables, start=1) if table["names-rows"]}
    totals = {number for number, table in enumerate(tables, start=1) if table["total"]}
    return finished(pdf_of(data), named, totals)


def starts(paper: Paper) -> Starts:
    """Where the pages of the PDF begin: it is set as `write` sets it, and not written."""
    told = starts_of(contents(paper))
    page_at = {(block, part, word): page for page, (block, part, word) in told["starts"]}
    return Starts(told["pages"], page_at)
