"""DrawingML and PresentationML by the names they have themselves.

Its one rule: whatever a person typed becomes text, and nothing that was typed becomes markup.
"""

from collections.abc import Iterable
from typing import Any

from pptx.oxml import oxml_parser
from pptx.oxml.ns import namespaces, qn

from reports.formats.texts import safe

Element = Any
"""An element of a presentation, of whichever class python-pptx gives it."""

LANGUAGE = "en-GB"


def el(tag: str, *children: Element, **attributes: object) -> Element:
    """An element by its prefixed name; an attribute that is None is left out."""
    element = oxml_parser.makeelement(qn(tag), nsmap=namespaces(tag.split(":")[0]))
    for name, value in attributes.items():
        if value is not None:
            element.set(name, str(value))
    element.extend(children)
    return element


def filled(colour: str) -> Element:
    """A plain colour, as RRGGBB."""
    return el("a:solidFill", el("a:srgbClr", val=colour))


def run(text: str, *properties: Element, **look: object) -> Element:
    """A run of text, made safe; `look` are attributes such as b=1 or sz=1200."""
    words = el("a:t")
    words.text = safe(text)
    return el("a:r", el("a:rPr", *properties, lang=LANGUAGE, **look), words)


def spaced(text: str, **look: object) -> Element:
    """A run of text that was made safe before, with the spaces at its ends."""
    words = el("a:t")
    words.text = text
    return el("a:r", el("a:rPr", lang=LANGUAGE, **look), words)


def paragraph(
    runs: Iterable[Element], *properties: Element, level: int = 0, **look: object
) -> Element:
    """A paragraph of runs, at a level of its list."""
    return el("a:p", el("a:pPr", *properties, lvl=level or None, **look), *runs)
