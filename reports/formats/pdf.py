"""A paper as a PDF that everybody can read and an archive can keep: PDF/UA-1 and PDF/A-2a.

Tagged headings, lists and tables, bookmarks, charts on landscape pages with their list in words.
Its one rule: it shows the paper it is given and works nothing out.
"""

from reports.formats.typst.contents import contents
from reports.formats.typst.finishing import finished
from reports.formats.typst.making import NotSet, pdf_of
from reports.paper import Paper

__all__ = ["NotSet", "write"]


def write(paper: Paper) -> bytes:
    """The paper as the bytes of a .pdf file: the same paper, the same bytes."""
    data = contents(paper)
    tables = [block for block in data["blocks"] if block["kind"] == "table"]
    named = {number for number, table in enumerate(tables, start=1) if table["names-rows"]}
    return finished(pdf_of(data), named)
