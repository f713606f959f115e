"""What a person wishes to see of an establishment table, as the address of the page says it.

Its one rule: every wish is in the address, and what cannot be read is not wished.
"""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from posts.columns import BY_KEY

CHANGED = "changed"
"""Asks for only what has changed."""

FILTERS = ("find", "unit", "grade", "state", "category")
"""The wishes that say which posts are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wishes to see: `find` in words, the filters, the order, the page, columns.

    A filter "not stated" asks for what the paper does not state. `columns` None: those at first.
    `only`: no more than what has changed, where it is known what has.
    """

    find: str = ""
    unit: str | None = None
    grade: str | None = None
    state: str | None = None
    category: str | None = None
    only: bool = False
    sort: str | None = None
    down: bool = False
    page: int = 1
    columns: tuple[str, ...] | None = None
    all_columns: bool = False

    @property
    def filters(self) -> dict[str, str]:
        """What is filtered by, by its name in the address; empty: not by this."""
        return {name: getattr(self, name) or "" for name in FILTERS}

    @property
    def is_filtered(self) -> bool:
        """Whether anything is filtered by at all."""
        return self.only or any(self.filters.values())

    @property
    def query(self) -> str:
        """The filters as a query string, for `matching`: never empty."""
        return urlencode(self.filters | ({"only": CHANGED} if self.only else {}))


def read(query: str) -> Wishes:
    """Read wishes from the query string of an address; what cannot be read is not wished."""
    asked = dict[str, list[str]]()
    for name, value in parse_qsl(query):
        asked.setdefault(name, []).append(value)
    one = {name: values[-1] for name, values in asked.items()}
    sort = one.get("sort", "").removeprefix("-")
    page = one.get("page", "")
    return Wishes(
        find=one.get("find", "").strip(),
        unit=one.get("unit"),
        grade=one.get("grade"),
        state=one.get("state"),
        category=one.get("category"),
        only=one.get("only") == CHANGED,
        sort=sort if sort in BY_KEY else None,
        down=one.get("sort", "").startswith("-"),
        page=int(page) if page.isascii() and page.isdigit() and len(page) < 9 else 1,
        columns=tuple(asked["columns"]) if "columns" in asked else None,
        all_columns=one.get("folded") == "show",
    )
