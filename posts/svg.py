"""Boxes, connectors and whole charts written as SVG text.

Its one rule: everything from outside goes through `words`, so that no name can break a picture.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape
from pathlib import Path

from posts.layout import Layout, Place, Stroke
from posts.lettering import clean
from posts.sheets import Label, Sheet

_STYLES = Path(__file__).resolve().parent.parent / "orgchart" / "static" / "chart.css"
_PAGE_ONLY = "/* ---- the page only ---- */"
_FONT = '.oc { font-family: "Source Sans Pro", Arial, Helvetica, sans-serif; }'


def words(text: str) -> str:
    """A text as it may stand between tags and in attributes."""
    return escape(clean(text))


@cache
def file_styles() -> str:
    """The styles that a stand-alone file carries: no more than its pictures need."""
    styles = _STYLES.read_text(encoding="utf-8").split(_PAGE_ONLY)[0]
    return styles + _FONT


def document(
    parts: Iterable[str],
    *,
    ident: str,
    title: str,
    desc: str,
    width: float,
    height: float,
    classes: str = "",
    stand_alone: bool = False,
    linked: bool = True,
) -> str:
    """A whole SVG: a group of links in a page, one picture with its own styles in a file."""
    ident = words(ident)
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    names = f'aria-labelledby="{ident}-title" aria-describedby="{ident}-desc"'
    start = f'<svg class="oc{" " if classes else ""}{classes}" {size} '
    if stand_alone:
        start += 'xmlns="http://www.w3.org/2000/svg" '
    start += f'role="{"group" if linked and not stand_alone else "img"}" {names}>'
    head = f'<title id="{ident}-title">{words(title)}</title>'
    head += f'<desc id="{ident}-desc">{words(desc)}</desc>'
    styles = f"<style>{file_styles()}</style>" if stand_alone else ""
    return "".join((start, head, styles, *parts, "</svg>"))


def hatch(ident: str) -> str:
    """The hatched ground of what crosses the council's border."""
    return (
        f'<defs><pattern id="{words(ident)}-hatch" width="6" height="6" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="6" height="6" fill="#ffffff"/><rect width="2" height="6" fill="#d4d4d4"/>'
        "</pattern></defs>"
    )


def wires(layout: Layout, x: float, y: float) -> str:
    """All connectors of a layout as one path, moved by x and y."""
    strokes = "".join(_stroke(stroke, x, y) for wire in layout.wires for stroke in wire.strokes)
    return f'<path class="wire" d="{strokes}"/>' if strokes else ""


def _stroke(stroke: Stroke, x: float, y: float) -> str:
    x1, y1, x2, y2 = stroke
    end = f"V{y2 + y:.1f}" if x1 == x2 else f"H{x2 + x:.1f}"
    return f"M{x1 + x:.1f} {y1 + y:.1f}{end}"


def dotted(path: str, name: str) -> str:
    """A dotted connector along a path, with its name."""
    return f'<path class="wire-dot" d="{path}"><title>{words(name)}</title></path>'


def box(
    sheet: Sheet,
    place: Place,
    shape: str,
    ident: str,
    href: str | None = None,
    chosen: str = "",
    data: Mapping[str, str] | None = None,
) -> str:
    """A box at its place, with its data: a link where there is an address, else a named picture."""
    kinds = " ".join(dict.fromkeys(mark.kind for mark in sheet.cell.marks))
    classes = " ".join(filter(None, ("bx", shape, kinds, "sel" if chosen == "ring" else "")))
    name = f'data-key="{words(sheet.cell.key)}" aria-label="{words(sheet.cell.words)}"'
    name += "".join(f' data-{each}="{words(value)}"' for each, value in (data or {}).items())
    tag, kind = ("a", f'href="{words(href)}"') if href else ("g", 'role="img"')
    tip = f"<title>{words(sheet.cell.words)}</title>" if sheet.cut else ""
    inside = "".join(_inside(sheet, place, kinds, ident, chosen))
    moved = f'transform="translate({place.x:.1f} {place.y:.1f})"'
    return f'<{tag} {kind} {name}>{tip}<g class="{classes}" {moved}>{inside}</g></{tag}>'


def _inside(sheet: Sheet, place: Place, kinds: str, ident: str, chosen: str) -> Iterator[str]:
    _, _, width, height = place
    size = f'width="{width:.1f}" height="{height:.1f}"'
    if chosen:
        yield f'<rect class="glow" {size} rx="3"/>'
    corner = 10 if sheet.cell.shape == "work" else 3
    yield f'<rect class="b" {size} rx="{corner}"/>'
    yield from _words(sheet, width, corner, ident)
    if "moved" in kinds:
        yield f'<rect class="bar" width="6" height="{height:.1f}" rx="1.5"/>'
    if "altered" in kinds:
        yield f'<path class="rule" d="M2 {height - 3.5:.1f}H{width - 2:.1f}"/>'
    if chosen == "ring":
        yield f'<rect class="ring" {size} rx="3"/>'


def _words(sheet: Sheet, width: float, corner: float, ident: str) -> Iterator[str]:
    """The labels and lines of a box, from top to bottom, as they are read."""
    labels = list(sheet.labels)
    for style, y, text in sheet.lines:
        while labels and labels[0].top < y:
            yield _label(labels.pop(0), width, sheet.inset, ident, corner)
        yield f'<text class="{style}" x="{sheet.inset:g}" y="{y:.1f}">{words(text)}</text>'
    for label in labels:
        yield _label(label, width, sheet.inset, ident, corner)


def _label(label: Label, width: float, inset: float, ident: str, corner: float) -> str:
    fill = f' fill="url(#{words(ident)}-hatch)"' if label.kind in ("outside", "unplaced") else ""
    corner = corner - 1.5 if label.top < 2 else 1.5
    ground = (
        f'<rect x="1.5" y="{label.top:.1f}" width="{width - 3:.1f}" '
        f'height="{label.height:.1f}" rx="{corner:g}"{fill}/>'
    )
    lines = "".join(
        f'<text class="l" x="{inset:g}" y="{y:.1f}">{words(text)}</text>' for y, text in label.lines
    )
    return f'<g class="lb {label.kind}">{ground}{lines}</g>'


def more(number: int, key: str, name: str, place: Place, href: str | None) -> str:
    """The foot of a box whose branch is not open: how many boxes are below, and the way there."""
    x, y = place.x + 4, place.y + place.height - 28
    inside = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{place.width - 8:.1f}" height="24" rx="3"/>'
        f'<text x="{x + 6:.1f}" y="{y + 16.5:.1f}">+ {number} below</text>'
    )
    label = f'data-opens="{words(key)}" aria-label="{words(f"+ {number} below {name}: open")}"'
    if href is None:
        return f'<g class="more" role="img" {label}>{inside}</g>'
    return f'<a class="more" href="{words(href)}" {label}>{inside}</a>'


def ground(x: float, y: float, width: float, height: float) -> str:
    """The ground of a group that stands apart."""
    return (
        f'<rect class="ground" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}" rx="6"/>'
    )


def heading(text: str, x: float, y: float, style: str = "heading") -> str:
    """A line of text that belongs to no box."""
    return f'<text class="{style}" x="{x:.1f}" y="{y:.1f}">{words(text)}</text>'


def link(inside: str, href: str, key: str) -> str:
    """A link that opens a branch or a group."""
    return f'<a class="more" href="{words(href)}" data-opens="{words(key)}">{inside}</a>'
