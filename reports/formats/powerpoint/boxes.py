"""A box of a chart as a real shape: its outline, its words, where lines can be glued to it.

Its one rule: a box says in its own words what its outline shows.
"""

from collections.abc import Iterator

from posts.boxes import LABEL, MINOR, QUIET, TITLE, UNKNOWN, Text
from posts.drawn import DrawnBox
from posts.layout import SPACING
from reports.formats.texts import safe, shortened

from .elements import Element, el, filled, paragraph, run
from .looks import DARK, FAINT, GREY, LABELS, Look, look_of

TOP, LEFT, BOTTOM, RIGHT, SPINE = range(5)
"""The places of a box where a line can be glued, by PowerPoint's numbers; the fifth is our own,
where the line to a list below sets out."""

_EMU_A_POINT = 12_700
_LONGEST_NAME = 80
_SIZES = {TITLE: 13.5, LABEL: 11.5, MINOR: 11.0}
_STEPS = {TITLE: 16.0, LABEL: 14.0, MINOR: 13.5}
_BETWEEN = 1.5
_ITEM_SIZE, _TEXT_SIZE, _TEXT_STEP = 13.0, 12.5, 15.5


class Scale:
    """How large a pixel of the drawing is on the slide, and where the drawing begins there."""

    def __init__(self, emu: float, left: float, top: float) -> None:
        self.emu, self.left, self.top = emu, left, top

    def x(self, pixels: float) -> int:
        return round(self.left + pixels * self.emu)

    def y(self, pixels: float) -> int:
        return round(self.top + pixels * self.emu)

    def length(self, pixels: float) -> int:
        return round(pixels * self.emu)

    def hundredths(self, pixels: float) -> int:
        """A size in hundredths of a point, as letters and steps between lines are given."""
        return int(pixels * self.emu / _EMU_A_POINT * 100)


def box(drawn: DrawnBox, scale: Scale, ident: int, *, existing: bool, has_list: bool) -> Element:
    """One box. `existing` leaves the names of what goes readable, without a line through them."""
    cell = drawn.sheet.cell
    look = look_of(drawn.shape, (mark.kind for mark in cell.marks))
    words = cell.words if drawn.sheet.cut else None
    name = shortened(cell.texts[0].words if cell.texts else cell.words, _LONGEST_NAME)
    facts = el("p:cNvPr", id=ident, name=f"Box {ident}: {name}", descr=words and safe(words))
    return el(
        "p:sp",
        el("p:nvSpPr", facts, el("p:cNvSpPr"), el("p:nvPr")),
        el("p:spPr", _frame(drawn, scale), _outline(drawn, scale, has_list), *_drawn(look, scale)),
        _words(drawn, look, scale, existing),
    )


def _frame(drawn: DrawnBox, scale: Scale) -> Element:
    place = drawn.place
    left, top = scale.x(place.x), scale.y(place.y)
    right, bottom = scale.x(place.x + place.width), scale.y(place.y + place.height)
    return el("a:xfrm", el("a:off", x=left, y=top), el("a:ext", cx=right - left, cy=bottom - top))


def _outline(drawn: DrawnBox, scale: Scale, has_list: bool) -> Element:
    """A rectangle; round where it is work, and with one more place for a line above a list."""
    if has_list:
        return _with_spine(scale.length(SPACING.spine))
    kind = "roundRect" if drawn.sheet.cell.shape == "work" else "rect"
    return el("a:prstGeom", el("a:avLst"), prst=kind)


def _with_spine(inset: int) -> Element:
    """A rectangle to which a line can be glued at the left of its foot too."""
    places = (("3cd4", "hc", "t"), ("cd2", "l", "vc"), ("cd4", "hc", "b"), ("0", "r", "vc"))
    sites = (*places, ("cd4", "spine", "b"))
    corners = (("r", "t"), ("r", "b"), ("l", "b"))
    return el(
        "a:custGeom",
        el("a:avLst"),
        el("a:gdLst", el("a:gd", name="spine", fmla=f"val {inset}")),
        el("a:ahLst"),
        el("a:cxnLst", *(el("a:cxn", el("a:pos", x=x, y=y), ang=way) for way, x, y in sites)),
        el("a:rect", l="l", t="t", r="r", b="b"),
        el(
            "a:pathLst",
            el(
                "a:path",
                el("a:moveTo", el("a:pt", x="l", y="t")),
                *(el("a:lnTo", el("a:pt", x=x, y=y)) for x, y in corners),
                el("a:close"),
            ),
        ),
    )


def _drawn(look: Look, scale: Scale) -> tuple[Element, Element]:
    dash = [el("a:prstDash", val=look.dash)] if look.dash else []
    line = el("a:ln", filled(look.line), *dash, w=scale.length(look.width), cmpd=look.compound)
    return filled(look.ground), line


def _words(drawn: DrawnBox, look: Look, scale: Scale, existing: bool) -> Element:
    sheet = drawn.sheet
    side = 7 if sheet.item else 9
    texts = list(_texts(drawn))
    is_gone = any(mark.kind == "deleted" for mark in sheet.cell.marks)
    set_out, above = [], ""
    for text in texts:
        style = text.style.split()[0]
        struck = not existing and (text.kind == "gone" or (is_gone and text.style == TITLE))
        white = _white(text, above, sheet.item)
        set_out.append(_text(text, look, scale, sheet.item, struck, white if above else 0))
        above = style
    first = _white(texts[0], "", sheet.item) if texts else 0
    body = el(
        "a:bodyPr", el("a:normAutofit"), wrap="square", anchor="t", rtlCol=0,
        lIns=scale.length(sheet.inset), rIns=scale.length(side - 4),
        tIns=scale.length(1.5 + first), bIns=0,
    )  # fmt: skip
    return el("p:txBody", body, el("a:lstStyle"), *(set_out or [paragraph(())]))


def _texts(drawn: DrawnBox) -> Iterator[Text]:
    """What the box says; of what has no room, as much as the picture shows."""
    cell = drawn.sheet.cell
    if drawn.sheet.cut:
        yield from _as_set(drawn)
    else:
        yield from cell.texts
    if drawn.hidden:
        yield Text(f"+ {drawn.hidden:,} below, not shown here", TITLE)


def _as_set(drawn: DrawnBox) -> Iterator[Text]:
    """The lines of a box as they stand in the picture, each by itself."""
    sheet = drawn.sheet
    lines = [
        (label.top, Text(" ".join(words for _, words in label.lines), LABEL, label.kind))
        for label in sheet.labels
    ]
    for style, y, words in sheet.lines:
        kind = "gone" if style.endswith(" gone") else ""
        lines.append((y, Text(words, style.removesuffix(" gone"), kind, apart=-_BETWEEN)))
    yield from (text for _, text in sorted(lines, key=lambda each: each[0]))


def _white(text: Text, above: str, item: bool) -> float:
    """The white above a text, in pixels, as `posts/sheets.py` leaves it."""
    if text.style == LABEL:
        return {"": 3.0, LABEL: 6.0}.get(above, 8.0)
    edge = 5.0 if item else 7.0
    return max(0, text.apart + {"": edge, LABEL: edge + 3.0}.get(above, _BETWEEN))


def _text(text: Text, look: Look, scale: Scale, item: bool, struck: bool, white: float) -> Element:
    size = _ITEM_SIZE if item and text.style == TITLE else _SIZES.get(text.style, _TEXT_SIZE)
    bold = text.style == LABEL or (text.style == TITLE and not item)
    colours = [filled(_letters(text, look, struck))]
    if text.style == LABEL:
        ground = LABELS[text.kind][0]
        colours.append(el("a:highlight", el("a:srgbClr", val=ground)))
    slanted = text.style == UNKNOWN or text.kind == "u"
    words = run(
        text.words, *colours, sz=scale.hundredths(size), b=int(bold),
        i=1 if slanted else None, strike="sngStrike" if struck else None,
    )  # fmt: skip
    step = scale.hundredths(_STEPS.get(text.style, _TEXT_STEP))
    spacing = el("a:lnSpc", el("a:spcPts", val=step))
    before = el("a:spcBef", el("a:spcPts", val=scale.hundredths(white)))
    return paragraph([words], spacing, before, algn="l")


def _letters(text: Text, look: Look, struck: bool) -> str:
    if text.style == LABEL:
        return LABELS[text.kind][1]
    if look.letters:
        return look.letters
    if text.style == MINOR:
        return FAINT
    return GREY if text.style in (QUIET, UNKNOWN) or struck else DARK
