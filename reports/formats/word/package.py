"""The bare file that a paper is written into, and its bytes: the same paper, the same bytes.

The styles, numbering and settings are ours, in `base/`. Its one rule: the file says nothing of the
machine, the moment or the person that it was made on, at or by.
"""

import io
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml

from reports.formats.packing import repacked
from reports.formats.texts import safe
from reports.paper import Paper

from .elements import Element

_BASE = Path(__file__).parent / "base"
_NOT_OURS = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties")


def new_document(base: bytes | None = None) -> tuple[Document, Element | None]:
    """An empty document with our styles, numbering and settings, and nothing else.

    Or with those of a council's own file, as `reports.formats.word.given` has cleaned it; then how
    that file sets its pages, too.
    """
    document = docx.Document(io.BytesIO(base or bare_file()))
    pages = document.element.body.sectPr if base else None
    document.element.body[:] = []
    return document, pages


@cache
def bare_file() -> bytes:
    """The empty document as a file: made once, since the library's own has hundreds of styles."""
    document = docx.Document()
    for element, name in (
        (document.styles.element, "styles"),
        (document.part.numbering_part.element, "numbering"),
        (document.settings.element, "settings"),
    ):
        element[:] = list(parse_xml((_BASE / f"{name}.xml").read_bytes()))
    for holder in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in holder.items() if rel.reltype.endswith(_NOT_OURS)]:
            del holder[key]
    return saved(document)


def describe(document: Document, paper: Paper) -> None:
    """The properties of the file: the author is a post or the council, and no moment is told."""
    facts = document.core_properties
    facts._element[:] = []
    author = safe(paper.report_of or paper.council)[:255]
    facts.title, facts.subject = safe(paper.title)[:255], safe(paper.subject)[:255]
    facts.author = facts.last_modified_by = author
    facts.category = f"{paper.edition.title} edition"
    facts.language = paper.language
    facts.content_status = "Draft" if paper.is_draft else "Final"


def saved(document: Document) -> bytes:
    """The document's bytes; what is zipped in it bears one moment, whenever it is made."""
    made = io.BytesIO()
    document.save(made)
    return repacked(made.getvalue())
