"""The paragraphs that the report rests on, by what they were taken for.

Its one rule: what has no paragraph is not given one.
"""

from collections.abc import Iterable, Iterator

from posts.snapshot import Snapshot
from reports.comparison import Comparison
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Column, Note, Table
from reports.sections.saying import in_order

_HOW = (
    "References are to the paper that the two structures were recorded from: ¶ and § are its own "
    "paragraph numbers, L a line of its text."
)
MOST = 200
"""No more paragraphs than this are printed for one part; each table has its own."""

_COLUMNS = Column("Part of this report", 3), Column("Paragraphs", 7)


def sources(asked: Asked) -> list[Block]:
    """A table of paragraphs for each part of the report that has any."""
    rows = tuple(_rows(asked.comparison))
    if not rows:
        return []
    table = Table(key="sources.table", caption="Paragraphs relied on", columns=_COLUMNS, rows=rows)
    return [table, Note(key="sources.how", text=_HOW)]


def _rows(comparison: Comparison) -> Iterator[tuple[str, str]]:
    proposal = comparison.proposal
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("Title block", proposal.sources),
        ("Recommendations", _of(proposal.recommendations)),
        ("Existing structure", _of_structure(comparison.before)),
        ("Proposed structure", _of_structure(comparison.after)),
        ("Changes", _of(comparison.changes)),
        ("Timetable", (*_of(proposal.phases), *_of(proposal.milestones))),
        ("Stated figures", _of(proposal.statements)),
        ("Scope", _of(proposal.scope)),
    )
    for name, found in parts:
        ordered = in_order(found)
        if ordered:
            more = f"; and {len(ordered) - MOST:,} more" if len(ordered) > MOST else ""
            yield name, "; ".join(ordered[:MOST]) + more


def _of(records: Iterable[object]) -> Iterator[str]:
    for record in records:
        yield from getattr(record, "sources", ())


def _of_structure(snapshot: Snapshot) -> Iterator[str]:
    for records in (
        snapshot.units.values(), snapshot.posts.values(), snapshot.lines, snapshot.origins,
    ):  # fmt: skip
        yield from _of(records)
