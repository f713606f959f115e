"""The bare file that a paper is written into, and its bytes: the same paper, the same bytes.

The styles, numbering and settings are ours, in `base/`. Its one rule: the file says nothing of the
machine, the moment or the person that it was made on, at or by.
"""

import io
import zipfile
from functools import cache
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml

_BASE = Path(__file__).parent / "base"
_MOMENT = 1980, 1, 1, 0, 0, 0
_STORED = (".png",)
_NOT_OURS = ("stylesWithEffects", "customXml", "thumbnail", "extended-properties")


def new_document() -> Document:
    """An empty document with our styles, numbering and settings, and nothing else."""
    document = docx.Document(io.BytesIO(_bare_file()))
    document.element.body[:] = []
    return document


@cache
def _bare_file() -> bytes:
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


def describe(document: Document, *, title: str, subject: str, author: str, draft: bool) -> None:
    """The properties of the file: the author is a post, and no moment is told."""
    facts = document.core_properties
    facts._element[:] = []
    facts.title, facts.subject = title[:255], subject[:255]
    facts.author = facts.last_modified_by = author[:255]
    facts.language = "en-GB"
    facts.content_status = "Draft" if draft else "Final"


def saved(document: Document) -> bytes:
    """The document's bytes; what is zipped in it bears one moment, whenever it is made."""
    made, settled = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(settled, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _MOMENT)
            stored = name.endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return settled.getvalue()
