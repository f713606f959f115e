"""How large the two structures are, and how many things change in each way.

Its one rule: a total over what is not stated is “at least”, and its difference is not computed.
"""

from collections.abc import Iterator

from reports.change import LINE, POST, UNIT
from reports.comparison import Comparison
from reports.left_out import LEFT_OUT
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Column, Note, Paragraph, Table
from reports.sections.saying import capital, how_sure
from reports.sections.tables import Difference, Given, number, table_of, words
from reports.sizes import NOTHING_KNOWN, Size, sizes

_DIFFERENCE = number("Difference", 4)
_FUNCTIONS = "Functions (work, not organisation)"
_SUBJECTS = {UNIT: "Units", POST: "Posts", LINE: "Reporting lines"}


def what_changes(asked: Asked) -> list[Block]:
    """The size of both, then what changes, by kind."""
    comparison = asked.comparison
    says = how_sure(_certainties(comparison), has_sources=asked.has_sources)
    basis = Note(key="changes.basis", text=says)
    behind = [Paragraph(key="changes.behind", text=comparison.behind)] if comparison.behind else []
    blocks: list[Block] = [*behind, basis, _size(comparison)]
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
    for size in sizes(comparison):
        if size.before.high != 0 or size.after.high != 0:
            name = _FUNCTIONS if size.name == "Functions" else size.name
            yield name, size.before, size.after, _difference(size)


def _difference(size: Size) -> Given:
    if size.is_open or size.change == NOTHING_KNOWN:
        return size.change
    return Difference(size.difference)


def _kinds(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    left_out = comparison.left_out
    for kind in comparison.kinds:
        names = (f"{_SUBJECTS[kind.subject].lower()} {each}" for each in kind.kinds)
        is_out = any(map(left_out.is_out, names))
        if kind.changes or is_out:
            how_many = LEFT_OUT if is_out else kind.things
            yield _SUBJECTS[kind.subject], capital(" or ".join(kind.kinds)), how_many
