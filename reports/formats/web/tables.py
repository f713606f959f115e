"""Tables in a page: a caption, headings of columns and rows that say so, totals at the foot."""

from collections.abc import Iterable, Iterator

from reports.formats.columns import SHORT_TEXT
from reports.formats.web.elements import Html, element
from reports.sections.blocks import WORDS, Table

_NARROW = 3
"""So many columns have room in a narrow window."""


def table(block: Table, caption: str, ident: str, *, goes_on: bool = False) -> Html:
    """A table that can be moved sideways where the window is narrower than it is.

    The caption of one that goes on from the page before is heard and not seen.
    """
    head = element("thead", element("tr", *_headings(block)))
    rows = element("tbody", *(_row(block, row, is_named=block.names_rows) for row in block.rows))
    foot = element("tfoot", _row(block, block.total, is_named=True)) if block.total else Html("")
    name = f"{ident}:caption"
    seen = element("span", caption, class_="sr" if goes_on else None)
    titled = element("caption", seen, id=name)
    size = "wide" if len(block.columns) > _NARROW else None
    whole = element("table", titled, head, rows, foot, id=ident, class_=size)
    return element(
        "div", whole, class_="scroll", role="region", aria_labelledby=name, tabindex=0
    )  # fmt: skip


def _headings(block: Table) -> Iterator[Html]:
    for column in block.columns:
        yield element("th", column.heading, scope="col", class_=_look(column.kind))


def _row(block: Table, texts: Iterable[str], *, is_named: bool) -> Html:
    cells = zip(texts, block.columns, strict=True)
    return element(
        "tr",
        *(
            element("th", text, scope="row", class_=_look(column.kind, text))
            if is_named and nth == 0
            else element("td", text, class_=_look(column.kind, text))
            for nth, (text, column) in enumerate(cells)
        ),
    )


def _look(kind: str, text: str | None = None) -> str | None:
    """A number stands on the right; it and a short text, such as “not stated”, on one line."""
    is_short = text is not None and len(text) <= SHORT_TEXT
    looks = ("number" if kind != WORDS else None, "short" if is_short else None)
    return " ".join(filter(None, looks)) or None
