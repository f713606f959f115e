"""WordprocessingML by the names it has itself: `w("p", w("r", …))`.

Its one rule: whatever a person typed becomes text, and nothing that was typed becomes markup.
"""

from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from reports.formats.texts import safe

Element = Any
"""An element of a Word file, of whichever class python-docx gives it."""


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of WordprocessingML with attributes of the same namespace."""
    element = oxml_parser.makeelement(qn(f"w:{tag}"), nsmap={"w": nsmap["w"]})
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def run(text: str, *properties: Element) -> Element:
    """A run of text."""
    words = w("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", *([w("rPr", *properties)] if properties else []), words)


def bold(text: str) -> Element:
    """A run of bold text."""
    return run(text, w("b"), w("bCs"))


def tab() -> Element:
    """A step to the next tab stop."""
    return w("r", w("tab"))


def field(code: str, shown: str) -> list[Element]:
    """A field that Word counts by itself, with what it shows until then."""
    code_text = w("instrText")
    code_text.text = f" {code} "
    code_text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    marks = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    begin, separate, end = marks
    return [begin, w("r", code_text), separate, run(shown), end]


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph in a style, by the style's id."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)


def text_paragraph(style: str, text: str, *properties: Element) -> Element:
    """A paragraph of one text."""
    return paragraph(style, run(safe(text)), properties=properties)
