"""A slide with its title, its section, the status and marking of the paper, and what is said of it.

Its one rule: a slide taken out of the file still says what it is from, and that it is a draft.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from reports.formats.status import status
from reports.formats.texts import shortened
from reports.paper import Paper
from reports.sections.blocks import Line

from .elements import Element, el, paragraph, run
from .fitting import EMU_A_POINT, largest
from .package import Presentation

LEFT, TOP, ROOM_WIDE, ROOM_TALL = 360_000, 900_000, 11_472_000, 5_580_000
"""Where the room below a title begins, and how large it is."""

_TITLE_WIDE, _TITLE_TALL, _TITLE_SIZES = ROOM_WIDE / EMU_A_POINT, 42.5, (22, 18, 16, 14, 12, 10)
_STATUS_WIDE, _STATUS_TALL, _STATUS_SIZES = 9_600_000 / EMU_A_POINT, 18, (11, 10, 9, 8, 7, 6, 5)
_MOST_LETTERS, _DEEPEST = 120, 8
_SLIDE_NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"

Slide = Any


class Slides:
    """The slides of one paper, one after another, and the last number given on each."""

    def __init__(self, presentation: Presentation, paper: Paper) -> None:
        self.presentation = presentation
        self.status = status(paper)
        self.titles: dict[str, int] = {}

    def add(self, layout: int, title: str, above: str) -> Slide:
        """A new slide: its title, the line above it, its status, its number."""
        layouts = self.presentation.slide_layouts
        slide = self.presentation.slides.add_slide(layouts[layout])
        tree = slide.shapes._spTree
        for shape in list(tree.iter_ph_elms()):
            tree.remove(shape)
        size, words = largest(self._own(title), _TITLE_SIZES, _TITLE_WIDE, _TITLE_TALL, bold=True)
        headed = [paragraph([run(words, sz=size * 100)])]
        tree.append(placeholder(2, "Title", "title", None, headed))
        line = [paragraph([run(shortened(above, _MOST_LETTERS))])]
        tree.append(placeholder(3, "Section", "body", 13, line))
        self.mark(slide)
        return slide

    def mark(self, slide: Slide) -> None:
        """Its status and marking below it, and its number."""
        tree = slide.shapes._spTree
        size, words = largest(self.status, _STATUS_SIZES, _STATUS_WIDE, _STATUS_TALL, bold=True)
        status = [run(words, sz=size * 100)] if words else []
        tree.append(placeholder(4, "Status and marking", "ftr", 10, [paragraph(status)]))
        number = el("a:fld", el("a:rPr", lang="en-GB"), id=_SLIDE_NUMBER, type="slidenum")
        shown = el("a:t")
        shown.text = str(len(self.presentation.slides))
        number.append(shown)
        tree.append(placeholder(5, "Slide number", "sldNum", 11, [paragraph([number])]))

    def _own(self, title: str) -> str:
        """A title that no other slide has."""
        seen = self.titles[title] = self.titles.get(title, 0) + 1
        return title if seen == 1 else f"{title} ({seen})"


def placeholder(
    ident: int, name: str, kind: str, index: int | None, paragraphs: Sequence[Element]
) -> Element:
    """A shape that has its place and look from the layout."""
    held = el("p:ph", type=kind, idx=index)
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            el("p:cNvPr", id=ident, name=name),
            el("p:cNvSpPr", el("a:spLocks", noGrp=1)),
            el("p:nvPr", held),
        ),
        el("p:spPr"),
        el("p:txBody", el("a:bodyPr"), el("a:lstStyle"), *(paragraphs or [paragraph(())])),
    )


def text_box(
    ident: int, name: str, room: tuple[int, int, int, int], paragraphs: Sequence[Element]
) -> Element:
    """Words in a place of their own: left, top, width, height."""
    left, top, wide, tall = room
    return el(
        "p:sp",
        el("p:nvSpPr", el("p:cNvPr", id=ident, name=name), el("p:cNvSpPr", txBox=1), el("p:nvPr")),
        el(
            "p:spPr",
            el("a:xfrm", el("a:off", x=left, y=top), el("a:ext", cx=wide, cy=tall)),
            el("a:prstGeom", el("a:avLst"), prst="rect"),
            el("a:noFill"),
        ),
        el(
            "p:txBody", el("a:bodyPr", wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr"),
            el("a:lstStyle"), *paragraphs,
        ),
    )  # fmt: skip


def speak(slide: Slide, lines: Iterable[Line]) -> None:
    """Write what is said of a slide into its notes, as a nested list."""
    body = slide.notes_slide.notes_text_frame._txBody
    for old in list(body.p_lst):
        body.remove(old)
    for line in lines:
        body.append(paragraph([run(line.text)], level=min(line.depth, _DEEPEST)))
    if not body.p_lst:
        body.append(paragraph(()))
