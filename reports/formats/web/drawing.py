"""A chart as an SVG within a page: one picture with its title and what it shows.

It has its styles from the page, and names that no other chart has. Its one rule: nothing is in it
but shapes and words.
"""

from lxml import etree  # type: ignore[import-untyped]

from reports.formats.texts import safe
from reports.formats.web.elements import Html
from reports.sections.blocks import Picture

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset(
    ("svg", "g", "title", "desc", "defs", "pattern", "rect", "path", "text", "tspan", "line",
     "circle", "ellipse", "polygon", "polyline", "marker", "clipPath")
)  # fmt: skip
_FOR_SCRIPTS = ("data-", "aria-", "role", "on", "style", "href")


def drawing(page: Picture, ident: str) -> Html:
    """The chart, named by its title and described by its alternative text."""
    root = etree.fromstring(page.svg, etree.XMLParser(resolve_entities=False, no_network=True))
    _keep_shapes(root)
    _name_apart(root, ident)
    _describe(root, ident, page)
    return Html(etree.tostring(root, encoding="unicode", with_tail=False))


def _keep_shapes(root: etree._Element) -> None:
    for each in list(root.iter()):
        tag = each.tag.removeprefix(_SVG) if isinstance(each.tag, str) else None
        if tag not in _SHAPES and each is not root:
            each.getparent().remove(each)
            continue
        for name in [name for name in each.attrib if _is_for_scripts(name)]:
            del each.attrib[name]


def _is_for_scripts(name: str) -> bool:
    return name.startswith(_FOR_SCRIPTS) or "}" in name


def _name_apart(root: etree._Element, ident: str) -> None:
    """Give each thing that is named a name of this chart's, and mend what refers to it."""
    named = {each.get("id"): each for each in root.iter() if each.get("id")}
    for old, each in named.items():
        each.set("id", f"{ident}:{old}")
    for each in root.iter():
        fill = each.get("fill") or ""
        if fill.startswith("url(#"):
            each.set("fill", f"url(#{ident}:{fill[5:]}")


def _describe(root: etree._Element, ident: str, page: Picture) -> None:
    for tag in ("title", "desc"):
        for each in root.findall(f"{_SVG}{tag}"):
            root.remove(each)
    for at, (tag, said) in enumerate((("title", page.title), ("desc", page.alt))):
        each = etree.Element(f"{_SVG}{tag}", id=f"{ident}:{tag}")
        each.text = safe(said)
        root.insert(at, each)
    root.set("role", "img")
    root.set("aria-labelledby", f"{ident}:title")
    root.set("aria-describedby", f"{ident}:desc")
