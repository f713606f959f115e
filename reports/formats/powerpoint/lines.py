"""The lines of a chart as connectors that are glued to a box at both ends.

Its one rule: a line ends where its box lets it be glued, and runs otherwise as it was drawn.
"""

from collections.abc import Mapping, Sequence

from posts.drawn import DrawnBox, DrawnLine
from posts.layout import Place
from reports.formats.texts import safe, shortened

from .bent import Bent, Point, bent
from .boxes import BOTTOM, LEFT, RIGHT, SPINE, TOP, Scale
from .elements import Element, el, filled
from .looks import DARK, WIRE

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_DECORATIVE_NAMES = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_LONGEST_NAME = 120

Boxes = Mapping[str, DrawnBox]
Idents = Mapping[str, int]


def has_list(line: DrawnLine, boxes: Boxes) -> bool:
    """Whether a line sets out from the left of a box's foot, above a list."""
    return line.name is None and len(line.corners) == 3 and not _from_middle(line, boxes)


def _from_middle(line: DrawnLine, boxes: Boxes) -> bool:
    place = boxes[line.start].place
    return abs(line.corners[0][0] - place.x - place.width / 2) < 1


def connector(
    line: DrawnLine, boxes: Boxes, idents: Idents, scale: Scale, ident: int, spine: float
) -> Element:
    """One line, glued to both of its boxes. `spine` is how far in a line to a list sets out."""
    start, end = boxes[line.start].place, boxes[line.end].place
    first, last = _start(line, boxes), _end(line, end)
    points = _glued(
        [(scale.x(x), scale.y(y)) for x, y in line.corners],
        _site(start, first, scale, spine),
        _site(end, last, scale, spine),
    )
    return el(
        "p:cxnSp",
        el(
            "p:nvCxnSpPr",
            _facts(line, boxes, ident),
            el(
                "p:cNvCxnSpPr",
                el("a:stCxn", id=idents[line.start], idx=first),
                el("a:endCxn", id=idents[line.end], idx=last),
            ),
            el("p:nvPr"),
        ),
        el("p:spPr", *_shape(bent(points)), _stroke(line, scale)),
    )


def _facts(line: DrawnLine, boxes: Boxes, ident: int) -> Element:
    """Its name; what a line of management shows is said by the order, so that none is read out."""
    if line.name is not None:
        return el(
            "p:cNvPr", id=ident, name=shortened(f"Line {ident}: {line.name}", _LONGEST_NAME),
            descr=safe(line.name),
        )  # fmt: skip
    names = (boxes[key].sheet.cell.texts[0].words for key in (line.start, line.end))
    mark = el("a:ext", uri=_DECORATIVE)
    decorative = mark.makeelement(
        f"{{{_DECORATIVE_NAMES}}}decorative", nsmap={"adec": _DECORATIVE_NAMES}
    )
    decorative.set("val", "1")
    mark.append(decorative)
    name = shortened(f"Line {ident}: {' to '.join(names)}", _LONGEST_NAME)
    return el("p:cNvPr", el("a:extLst", mark), id=ident, name=name)


def _start(line: DrawnLine, boxes: Boxes) -> int:
    if has_list(line, boxes):
        return SPINE
    return _side(line.corners[0], boxes[line.start].place)


def _end(line: DrawnLine, place: Place) -> int:
    return _side(line.corners[-1], place)


def _side(point: tuple[float, float], place: Place) -> int:
    """The side of a box on which a point lies."""
    x, y = point
    off = {
        TOP: abs(y - place.y),
        BOTTOM: abs(y - place.y - place.height),
        LEFT: abs(x - place.x),
        RIGHT: abs(x - place.x - place.width),
    }
    return min(off, key=lambda side: off[side])


def _site(place: Place, side: int, scale: Scale, spine: float) -> tuple[Point, bool]:
    """Where on a box a line is glued, and whether it leaves there level."""
    left, right = scale.x(place.x), scale.x(place.x + place.width)
    top, bottom = scale.y(place.y), scale.y(place.y + place.height)
    middle = (left + right) // 2, (top + bottom) // 2
    points = {
        TOP: (middle[0], top),
        LEFT: (left, middle[1]),
        BOTTOM: (middle[0], bottom),
        RIGHT: (right, middle[1]),
        SPINE: (left + scale.length(spine), bottom),
    }
    return points[side], side in (LEFT, RIGHT)


def _glued(
    points: Sequence[Point], start: tuple[Point, bool], end: tuple[Point, bool]
) -> list[Point]:
    """The corners of a line with its ends where they are glued, its first and last piece along."""
    inner = [*points[1:-1]]
    if not inner and not _is_straight(start, end):
        inner = _jog(start, end)
    if inner:
        inner[0] = _beside(inner[0], start)
        inner[-1] = _beside(inner[-1], end)
    return [start[0], *inner, end[0]]


def _is_straight(start: tuple[Point, bool], end: tuple[Point, bool]) -> bool:
    along = 1 if start[1] else 0
    return start[0][along] == end[0][along]


def _jog(start: tuple[Point, bool], end: tuple[Point, bool]) -> list[Point]:
    """Two corners half way between ends that do not face each other."""
    (x1, y1), (x2, y2) = start[0], end[0]
    if start[1]:
        return [((x1 + x2) // 2, y1), ((x1 + x2) // 2, y2)]
    return [(x1, (y1 + y2) // 2), (x2, (y1 + y2) // 2)]


def _beside(corner: Point, site: tuple[Point, bool]) -> Point:
    """A corner moved so that the piece between it and where the line is glued is straight."""
    (x, y), is_level = site
    return (corner[0], y) if is_level else (x, corner[1])


def _shape(line: Bent) -> tuple[Element, Element]:
    frame = el(
        "a:xfrm",
        el("a:off", x=line.x, y=line.y),
        el("a:ext", cx=line.width, cy=line.height),
        rot=line.turn or None,
        flipH=1 if line.flip_h else None,
        flipV=1 if line.flip_v else None,
    )
    bends = (
        el("a:gd", name=f"adj{number}", fmla=f"val {bend}")
        for number, bend in enumerate(line.bends, start=1)
    )
    return frame, el("a:prstGeom", el("a:avLst", *bends), prst=line.kind)


def _stroke(line: DrawnLine, scale: Scale) -> Element:
    if line.name is None:
        return el("a:ln", filled(WIRE), el("a:miter", lim=800000), w=scale.length(1.5))
    return el(
        "a:ln", filled(DARK), el("a:prstDash", val="sysDot"), el("a:round"),
        w=scale.length(2), cap="rnd",
    )  # fmt: skip
