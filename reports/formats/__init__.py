"""The formats that a paper is written in: one small module each, one line each in the registry.

Its one rule: a format is given a Paper and gives bytes; it asks nothing else of anybody.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reports.formats import csv, docx, html, json, pdf, pictures, png, pptx, svg, xlsx
from reports.paper import Paper

__all__ = ["FORMATS", "ZIP", "Format"]

ZIP = "application/zip"


def _one(paper: Paper) -> int:
    return 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format by its name: how a file of it ends, how it is announced, what writes it.

    `says` is a sentence on what it is for. `number` is how many files it makes of a paper: several
    are handed out as one zip.
    """

    name: str
    extension: str
    mime: str
    write: Callable[[Paper], bytes]
    says: str
    number: Callable[[Paper], int] = _one

    def mime_of(self, paper: Paper) -> str:
        """How what is written of a paper is announced."""
        return ZIP if self.number(paper) > 1 else self.mime

    def file_name(self, paper: Paper) -> str:
        """What a file of the paper is called when it is handed out."""
        draft = "draft" if paper.is_draft else None
        several = self.extension if self.number(paper) > 1 else None
        name = "-".join(filter(None, (paper.key, paper.edition.key, draft, several)))
        return f"{name}.{'zip' if several else self.extension}"


DOCX = Format(
    name="Word",
    extension="docx",
    mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write=docx.write,
    says="The whole report, for a clerk to go on editing.",
)

PDF = Format(
    name="PDF",
    extension="pdf",
    mime="application/pdf",
    write=pdf.write,
    says="The whole report, to publish and to keep: accessible (PDF/UA), for the archive (PDF/A).",
)

HTML = Format(
    name="HTML",
    extension="html",
    mime="text/html; charset=utf-8",
    write=html.write,
    says="The whole report as one web page: accessible, for any screen, needing nothing else.",
)

PPTX = Format(
    name="PowerPoint",
    extension="pptx",
    mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
    write=pptx.write,
    says="Slides for a briefing: each chart as boxes and lines that can be edited, each table.",
)

XLSX = Format(
    name="Excel",
    extension="xlsx",
    mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write=xlsx.write,
    says="Every post and every table of the report, to sort, filter and add up.",
)

CSV = Format(
    name="CSV",
    extension="csv",
    mime="text/csv; charset=utf-8",
    write=csv.write,
    says="Every post, existing and proposed, for other programs.",
)

SVG = Format(
    name="SVG",
    extension="svg",
    mime="image/svg+xml",
    write=svg.write,
    says="The charts alone, sharp at any size, for the web and for print.",
    number=pictures.number,
)

PNG = Format(
    name="PNG",
    extension="png",
    mime="image/png",
    write=png.write,
    says="The charts alone as pictures, for whatever shows no SVG.",
    number=pictures.number,
)

JSON = Format(
    name="JSON",
    extension="json",
    mime="application/json",
    write=json.write,
    says="The whole report and the comparison behind it as data, for other programs.",
)

FORMATS = {each.extension: each for each in (DOCX, PDF, HTML, PPTX, XLSX, CSV, SVG, PNG, JSON)}
