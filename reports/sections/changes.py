"""How large the two structures are, and how many things change in each way.

Its one rule: a total over what is not stated is “at least”, and its difference is not computed.
"""

from collections.abc import Iterator

from reports.change import LINE, POST, UNIT
from reports.comparison import Comparison
from reports.counts import Count
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Column, Paragraph, Table
from reports.sections.saying import capital, how_sure
from reports.sections.tables import Difference, Given, number, table_of, words

_DIFFERENCE = number("Difference", 4)
_SUBJECTS = {UNIT: "Units", POST: "Posts", LINE: "Reporting lines"}


def what_changes(asked: Asked) -> list[Block]:
    """The size of both, then what changes, by kind."""
    comparison = asked.comparison
    basis = Paragraph(key="changes.basis", text=how_sure(_certainties(comparison)))
    blocks: list[Block] = [basis, _size(comparison)]
    rows = tuple(_kinds(comparison))
    if rows:
        columns = Column("What", 2), Column("How it changes", 3), Column("How many", 5)
        caption = "What changes, by kind of change"
        blocks.append(Table(key="changes.kinds", caption=caption, columns=columns, rows=rows))
    return blocks


def _certainties(comparison: Comparison) -> Iterator[str]:
    """How sure everything is that is shown with its sources."""
    yield from (change.certainty for change in comparison.changes)
    yield from (service.certainty for service in comparison.services)
    for row in comparison.post_rows:
        if not row.changes and not row.out:
            yield from (post.certainty for post in row.after[:1])


def _size(comparison: Comparison) -> Table:
    columns = words("Counted", 5), number("Existing", 3), number("Proposed", 3), _DIFFERENCE
    caption = "Size of the two structures"
    return table_of("changes.size", caption, columns, list(_sizes(comparison)))


def _sizes(comparison: Comparison) -> Iterator[tuple[Given, ...]]:
    tier, was, becomes = comparison.to_tier, comparison.totals_before, comparison.totals_after
    yield _row("Units", was.units, becomes.units)
    if was.functions.high != 0 or becomes.functions.high != 0:
        yield _row("Functions (work, not organisation)", was.functions, becomes.functions)
    yield _row("Posts" if tier is None else f"Posts down to tier {tier}", was.posts, becomes.posts)
    if was.outside.high != 0 or becomes.outside.high != 0:
        yield _row("of which outside the council", was.outside, becomes.outside)
    if was.in_scope is not None and becomes.in_scope is not None:
        yield _row("of which in the scope of the restructure", was.in_scope, becomes.in_scope)


def _row(name: str, was: Count, becomes: Count) -> tuple[Given, ...]:
    return name, was, becomes, Difference(becomes - was)


def _kinds(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for kind in comparison.kinds:
        if kind.changes:
            yield _SUBJECTS[kind.subject], capital(" or ".join(kind.kinds)), kind.things
