"""The formats that a paper is written in: one small module each, one line each in the registry.

Its one rule: a format is given a Paper and gives bytes; it asks nothing else of anybody.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reports.editions import PUBLIC
from reports.formats import docx, pdf
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
        edition = None if paper.edition == PUBLIC else paper.edition.key
        draft = "draft" if paper.is_draft else None
        several = self.extension if self.number(paper) > 1 else None
        name = "-".join(filter(None, (paper.key, edition, draft, several)))
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

FORMATS = {each.extension: each for each in (DOCX, PDF)}
