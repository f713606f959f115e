"""An SVG as Word reads it: every shape with its own colours and sizes, and no style sheet.

Word draws presentation attributes for certain, and selectors, patterns and the order of painting
perhaps. Its one rule: the picture looks the same, or plainer, and never says less.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree  # type: ignore[import-untyped]

_SVG = "{http://www.w3.org/2000/svg}"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PLAIN_GROUND = "#ececec"

Compound = tuple[str, frozenset[str]]
"""One step of a selector, or one element: its tag (or none) and its classes."""

Rule = tuple[tuple[int, int], tuple[Compound, ...], Mapping[str, str]]
"""How much a rule weighs, what it selects, outermost first, and what it sets."""


def with_styles_in_place(svg: str) -> str:
    """The SVG with its style sheet turned into attributes of the shapes."""
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
    sheets = root.findall(f"{_SVG}style")
    rules = _rules("".join(sheet.text or "" for sheet in sheets))
    for sheet in sheets:
        root.remove(sheet)
    _set_below(root, (), rules, {})
    return str(etree.tostring(root, encoding="unicode"))


def _set_below(
    element: etree._Element,
    above: tuple[Compound, ...],
    rules: tuple[Rule, ...],
    known: dict[tuple[Compound, ...], dict[str, str]],
) -> None:
    path = (*above, _compound_of(element))
    if path not in known:
        known[path] = _styles(path, rules)
    for name, value in known[path].items():
        element.set(name, value)
    _make_plain(element)
    for child in element:
        _set_below(child, path, rules, known)


def _compound_of(element: etree._Element) -> Compound:
    tag = element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else ""
    return tag, frozenset((element.get("class") or "").split())


def _styles(path: tuple[Compound, ...], rules: tuple[Rule, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for _, selector, styles in rules:
        if _selects(selector, path):
            found |= styles
    return found


def _selects(selector: tuple[Compound, ...], path: tuple[Compound, ...]) -> bool:
    """Whether the last step is the element itself, and those before it stand above, in order."""
    if not _is(selector[-1], path[-1]):
        return False
    steps = list(selector[:-1])
    for compound in reversed(path[:-1]):
        if steps and _is(steps[-1], compound):
            steps.pop()
    return not steps


def _is(step: Compound, compound: Compound) -> bool:
    return step[0] in ("", compound[0]) and step[1] <= compound[1]


@cache
def _rules(sheet: str) -> tuple[Rule, ...]:
    """The rules of a style sheet, those that weigh most last."""
    return tuple(sorted(_read(sheet), key=lambda rule: rule[0]))


def _read(sheet: str) -> Iterator[Rule]:
    for selectors, body in _RULE.findall(_COMMENT.sub("", sheet)):
        pairs = (pair.split(":", 1) for pair in body.split(";") if ":" in pair)
        styles = {name.strip(): value.strip() for name, value in pairs}
        for selector in selectors.split(","):
            steps = tuple(_step(step) for step in selector.split())
            weight = sum(len(classes) for _, classes in steps), sum(1 for tag, _ in steps if tag)
            yield weight, steps, styles


def _step(text: str) -> Compound:
    tag, *classes = text.split(".")
    return tag, frozenset(classes)


def _make_plain(element: etree._Element) -> None:
    """Take away what is drawn well by some and badly by others: the words are there without."""
    if (element.get("fill") or "").startswith("url("):
        element.set("fill", _PLAIN_GROUND)
    if element.attrib.pop("paint-order", None) is not None:
        for name in ("stroke", "stroke-width"):
            element.attrib.pop(name, None)
