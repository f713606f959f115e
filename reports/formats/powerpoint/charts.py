"""A page of a chart as a slide: a group of real boxes, and lines that are glued to them.

Its one rule: what is heard stands in the order in which the chart is read, each box before those
below it.
"""

import io
from collections.abc import Iterator

from posts.chart import Chart as Drawing
from posts.drawn import DrawnBox, Ground
from posts.layout import SPACING
from posts.picture import to_png
from reports.formats.texts import safe, shortened
from reports.sections.blocks import Chart, Line, Picture

from . import boxes as shapes
from . import lines as connectors
from .boxes import Scale
from .elements import Element, el, filled, paragraph, run
from .looks import DARK, GREY, PALE
from .package import DRAWING
from .slides import LEFT, ROOM_TALL, ROOM_WIDE, TOP, Slide, Slides, speak

_LARGEST = 12_700
"""No pixel of a drawing is larger than a point: a small chart need not fill its slide."""

_SMALLEST = 12_700 * 9 / 12.5
"""Nor so small that letters of 12.5 pixels, in which names stand, are smaller than 9 points."""

_FIRST, _NOTE_TALL, _NOTE_SIZE = 10, 170_000, 900
_HEADING = 14.0


def add_chart(slides: Slides, chart: Chart, above: str) -> None:
    """Each page of a chart on a slide of its own, with the same in words in its notes."""
    room = _room(chart)
    for page in pages_of(chart):
        slide = slides.add(DRAWING, page.title, above)
        if page.drawing is not None and page.drawing.boxes:
            slide.shapes._spTree.append(_group(page, page.drawing, room))
        else:
            _add_picture(slide, page, room)
        if chart.left_out:
            slide.shapes._spTree.append(_note(chart.left_out))
        speak(slide, _spoken(page, chart))


def _room(chart: Chart) -> int:
    """How tall a chart may stand: less where something is said below it."""
    return ROOM_TALL - (_NOTE_TALL if chart.left_out else 0)


def pages_of(chart: Chart) -> tuple[Picture, ...]:
    """The pages of a chart; where letters would be too small, those that slides have room for."""
    wide, tall = ROOM_WIDE / _SMALLEST, _room(chart) / _SMALLEST
    if chart.drawn_for and any(page.width > wide or page.height > tall for page in chart.pages):
        return chart.drawn_for(wide, tall)
    return chart.pages


def _spoken(page: Picture, chart: Chart) -> Iterator[Line]:
    """What is said of a slide: the boxes of its page in words, or else the whole list."""
    yield Line(0, page.title)
    if chart.left_out:
        yield Line(0, chart.left_out)
    if page.drawing is None:
        yield from chart.words
        return
    depths: dict[str, int] = {}
    for box in page.drawing.boxes:
        depths[box.key] = depths.get(box.above or "", -1) + 1
        yield Line(depths[box.key], box.sheet.cell.words)


def _scale(width: float, height: float, room: int) -> Scale:
    emu = min(ROOM_WIDE / width, room / height, _LARGEST)
    return Scale(emu, LEFT + (ROOM_WIDE - width * emu) / 2, TOP)


def _add_picture(slide: Slide, page: Picture, room: int) -> None:
    """A chart that is there as a picture alone."""
    scale = _scale(page.width, page.height, room)
    size = scale.length(page.width), scale.length(page.height)
    picture = slide.shapes.add_picture(
        io.BytesIO(to_png(page.svg)), round(scale.left), round(scale.top), *size
    )
    picture._element.nvPicPr.cNvPr.set("descr", safe(page.alt))


def _group(page: Picture, drawing: Drawing, room: int) -> Element:
    """The whole chart as one group, which bears what it shows in words."""
    scale = _scale(drawing.width, drawing.height, room)
    frame = {"x": scale.x(0), "y": scale.y(0)}
    size = {"cx": scale.length(drawing.width), "cy": scale.length(drawing.height)}
    facts = el(
        "p:cNvPr", id=_FIRST, name=shortened(f"Chart: {page.title}", 120), descr=safe(page.alt)
    )
    return el(
        "p:grpSp",
        el("p:nvGrpSpPr", facts, el("p:cNvGrpSpPr"), el("p:nvPr")),
        el(
            "p:grpSpPr",
            el(
                "a:xfrm", el("a:off", **frame), el("a:ext", **size),
                el("a:chOff", **frame), el("a:chExt", **size),
            ),
        ),
        *_inside(drawing, scale),
    )  # fmt: skip


def _inside(drawing: Drawing, scale: Scale) -> Iterator[Element]:
    """Grounds, then lines, then boxes, so that a box covers what runs behind it."""
    known = {box.key: box for box in drawing.boxes}
    drawn = [line for line in drawing.lines if line.start in known and line.end in known]
    ident = _FIRST + 1
    for ground in drawing.grounds:
        yield _ground(ground, scale, ident)
        ident += 1
    idents = {box.key: ident + len(drawn) + n for n, box in enumerate(drawing.boxes)}
    for number, line in enumerate(drawn):
        yield connectors.connector(line, known, idents, scale, ident + number, SPACING.spine)
    listed = {line.start for line in drawn if connectors.has_list(line, known)}
    ident += len(drawn) + len(drawing.boxes)
    waiting = list(drawing.grounds)
    for box in drawing.boxes:
        for ground in [each for each in waiting if _holds(each, box)]:
            waiting.remove(ground)
            yield _heading(ground, scale, ident)
            ident += 1
        yield shapes.box(
            box, scale, idents[box.key], existing=drawing.existing, has_list=box.key in listed
        )
    for number, ground in enumerate(waiting):
        yield _heading(ground, scale, ident + number)


def _holds(ground: Ground, box: DrawnBox) -> bool:
    place, within = ground.place, box.place
    across = place.x <= within.x <= place.x + place.width
    return across and place.y <= within.y <= place.y + place.height


def _ground(ground: Ground, scale: Scale, ident: int) -> Element:
    place = ground.place
    return _plain(
        ident, f"Ground {ident}", scale.x(place.x), scale.y(place.y),
        scale.length(place.width), scale.length(place.height), [], fill=filled(PALE),
    )  # fmt: skip


def _heading(ground: Ground, scale: Scale, ident: int) -> Element:
    place = ground.place
    words = run(ground.heading, filled(DARK), sz=scale.hundredths(_HEADING), b=1)
    return _plain(
        ident, f"Heading {ident}", scale.x(place.x + 12), scale.y(place.y + 5),
        scale.length(place.width - 24), scale.length(20), [paragraph([words])],
    )  # fmt: skip


def _note(text: str) -> Element:
    """What is neither drawn nor listed, below the chart."""
    words = run(text, filled(GREY), sz=_NOTE_SIZE, i=1)
    top = TOP + ROOM_TALL - _NOTE_TALL
    return _plain(6, "What is left out", LEFT, top, ROOM_WIDE, _NOTE_TALL, [paragraph([words])])


def _plain(
    ident: int, name: str, x: int, y: int, width: int, height: int,
    paragraphs: list[Element], *, fill: Element = None,
) -> Element:  # fmt: skip
    """A rectangle without an outline, or a text without either."""
    body = el(
        "a:bodyPr", el("a:normAutofit"), wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, anchor="t"
    )
    is_box = {"txBox": 1} if paragraphs else {}
    return el(
        "p:sp",
        el(
            "p:nvSpPr",
            el("p:cNvPr", id=ident, name=name),
            el("p:cNvSpPr", **is_box),
            el("p:nvPr"),
        ),
        el(
            "p:spPr",
            el("a:xfrm", el("a:off", x=x, y=y), el("a:ext", cx=width, cy=height)),
            el("a:prstGeom", el("a:avLst"), prst="rect"),
            fill if fill is not None else el("a:noFill"),
            el("a:ln", el("a:noFill")),
        ),
        el("p:txBody", body, el("a:lstStyle"), *(paragraphs or [paragraph(())])),
    )
