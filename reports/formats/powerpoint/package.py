"""The bare presentation that slides are put into, and its bytes: the same slides, the same bytes.

The master and its three layouts are ours, in `base/`. Its one rule: the file says nothing of the
machine, the moment or the person that it was made on, at or by.
"""

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import pptx
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from reports.formats.packing import repacked

from .elements import Element

WIDTH, HEIGHT = 12_192_000, 6_858_000
FRONT, WORDS, DRAWING = range(3)
"""The layouts, by their places: of the first slide, of text, of a chart or a table."""

_BASE = Path(__file__).parent / "base"
_LAYOUTS = ("front", "words", "drawing")
_NOT_OURS = ("printerSettings", "thumbnail", "extended-properties")
_COLOURS = {
    "dk2": "47544F", "lt2": "F4F5F1", "accent1": "143C33", "accent2": "0A56A0", "accent3": "A3320C",
    "accent4": "76306F", "accent5": "725200", "accent6": "3F5266", "hlink": "0A56A0",
    "folHlink": "76306F",
}  # fmt: skip

Presentation = Any
"""A presentation of python-pptx, which is not typed where it is used here."""


def new_presentation() -> Presentation:
    """An empty presentation with our master and layouts, and nothing else."""
    return pptx.Presentation(io.BytesIO(_bare_file()))


@cache
def _bare_file() -> bytes:
    """The empty presentation as a file, made once."""
    presentation: Presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    presentation.element.find(qn("p:sldSz")).attrib.pop("type", None)
    master = presentation.slide_master
    for layout in list(master.slide_layouts)[len(_LAYOUTS) :]:
        master.slide_layouts.remove(layout)
    layouts = master.element.find(qn("p:sldLayoutIdLst"))
    _become(master.element, "master")
    empty = master.element.find(qn("p:sldLayoutIdLst"))
    master.element.replace(empty, layouts)
    for layout, name in zip(master.slide_layouts, _LAYOUTS, strict=True):
        _become(layout.element, name)
    _leave_out(presentation)
    data = io.BytesIO()
    presentation.save(data)
    return repacked(data.getvalue(), _in_our_look)


def _become(element: Element, name: str) -> None:
    """Give a part of the master the contents of one of ours."""
    ours = parse_xml((_BASE / f"{name}.xml").read_bytes())
    element.attrib.clear()
    for key, value in ours.attrib.items():
        element.set(key, value)
    element[:] = list(ours)


def _leave_out(presentation: Presentation) -> None:
    """Leave out what the library's own file has of a machine and a moment."""
    package = presentation.part.package
    for holder in (presentation.part.rels, package._rels):
        for key in [key for key, rel in holder.items() if rel.reltype.endswith(_NOT_OURS)]:
            holder.pop(key)


def _in_our_look(name: str, data: bytes) -> bytes:
    """Set the language of the file, and the colours and the font of its theme."""
    if not name.endswith(".xml"):
        return data
    text = data.decode().replace('lang="en-US"', 'lang="en-GB"')
    if name.startswith("ppt/theme/"):
        for colour, value in _COLOURS.items():
            found = rf"(<a:{colour}>)<a:srgbClr val=\"\w+\"/>"
            text = re.sub(found, rf'\1<a:srgbClr val="{value}"/>', text)
        text = text.replace('<a:latin typeface="Calibri"/>', '<a:latin typeface="Arial"/>')
    return text.encode()


def describe(
    presentation: Presentation, *, title: str, subject: str, author: str, draft: bool
) -> None:
    """The properties of the file: the author is a post, and no moment is told."""
    facts = presentation.core_properties
    facts._element[:] = []
    facts.title, facts.subject = title[:255], subject[:255]
    facts.author = facts.last_modified_by = author[:255]
    facts.language = "en-GB"
    facts.content_status = "Draft" if draft else "Final"


def saved(presentation: Presentation) -> bytes:
    """The presentation's bytes, without the moment at which it was made."""
    made = io.BytesIO()
    presentation.save(made)
    return repacked(made.getvalue(), _in_our_look)
