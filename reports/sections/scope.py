"""What the restructure leaves alone, and what is not decided.

Its one rule: out of scope is not the same as unchanged, nor as decided.
"""

from reports.comparison import Comparison
from reports.making import name_of
from reports.sections.asked import Asked
from reports.sections.blocks import Column, Table
from reports.sections.saying import capital, or_not_stated
from reports.sections.tables import SOURCE

_COLUMNS = Column("Unit or post", 5), Column("Why", 6), Column(SOURCE, 2)
_DIFFERS = Column("Unit or post", 5), Column("What differs", 8)


def scope(asked: Asked) -> list[Table]:
    """Out of scope, with all that stands below; what differs on it all the same; undecided."""
    comparison = asked.comparison
    out = tuple(
        _row(each.name, each.why, each.sources)
        for each in comparison.out_of_scope
        if each.below is None
    )
    differs = tuple(
        (each.name or "Title not stated", " ".join(each.differs))
        for each in comparison.out_of_scope
        if each.differs
    )
    undecided = tuple(
        _row(_name(comparison, each.key), each.why, each.sources) for each in comparison.undecided
    )
    blocks = (
        _table("scope.out", "Out of scope, with all that stands below", out),
        Table(
            key="scope.differs",
            caption="Out of scope, and yet not the same in the two structures",
            columns=_DIFFERS,
            rows=differs,
        ),
        _table("scope.undecided", "Not decided", undecided),
    )
    return [block for block in blocks if block.rows]


def _table(key: str, caption: str, rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(key=key, caption=caption, columns=_COLUMNS, rows=rows)


def _name(comparison: Comparison, key: str) -> str | None:
    return name_of(comparison.after, key) or name_of(comparison.before, key)


def _row(name: str | None, why: str | None, sources: tuple[str, ...]) -> tuple[str, ...]:
    reason = capital(why) if why else None
    return name or "Title not stated", or_not_stated(reason), or_not_stated("; ".join(sources))
