"""Words in their manners: bold, italic, links, with the spaces between them as they are."""

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from reports.formats.texts import address, safe_part
from reports.sections.blocks import Run

from .elements import Element, run, w


def said(document: Document, text: str, runs: Sequence[Run] = ()) -> list[Element]:
    """The words of a paragraph."""
    return [_run(document, each) for each in runs or (Run(text=text),)]


def _run(document: Document, part: Run) -> Element:
    looks = [
        *([w("b"), w("bCs")] if part.bold else []),
        *([w("i"), w("iCs")] if part.italic else []),
    ]
    link = address(part.link)
    if link:
        looks.insert(0, w("rStyle", val="Hyperlink"))
    shown = run(safe_part(part.text), *looks)
    return _linked(document, link, shown) if link else shown


def _linked(document: Document, link: str, shown: Element) -> Element:
    element = w("hyperlink", shown, history=1)
    ident = document.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element.set(qn("r:id"), ident)
    return element
