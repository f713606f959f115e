"""HTML by the names it has itself: `element("p", …)`, and texts that are safe in it.

Its one rule: a plain string is text, and only `Html` is markup.
"""

from collections.abc import Iterable
from html import escape

from reports.formats.texts import safe, safe_part

_EMPTY = frozenset({"meta", "br"})


class Html(str):
    """Markup that is safe; templates of Django take it as it is."""

    __slots__ = ()

    def __html__(self) -> "Html":
        return self


def words(text: str) -> Html:
    """A text on one line, as it may stand between tags and in attributes."""
    return Html(escape(safe(text)))


def part(text: str) -> Html:
    """Words between others: the spaces at both ends stay."""
    return Html(escape(safe_part(text)))


def element(tag: str, *children: str, **attributes: object) -> Html:
    """An element: `class_` and `for_` lose their line, other lines become hyphens.

    An attribute that is None or False is left out; one that is True stands without a value.
    """
    said = "".join(_attribute(*each) for each in attributes.items())
    if tag in _EMPTY:
        return Html(f"<{tag}{said}>")
    return Html(f"<{tag}{said}>{joined(children)}</{tag}>")


def joined(children: Iterable[str]) -> Html:
    """One after the other, text made safe."""
    return Html("".join(each if isinstance(each, Html) else words(each) for each in children))


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = name.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{words(str(value))}"'
