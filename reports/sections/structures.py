"""The existing and the proposed structure, each as a chart with what changes and as a list.

Its one rule: the list says what the chart says.
"""

from dataclasses import replace

from reports.change import CLOSED, DELETED, FATE_NOT_STATED, SPLIT
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Chart, Column, Note, Table
from reports.sections.charts import chart_of
from reports.sections.saying import basis
from reports.sections.tables import SOURCE
from reports.sections.topmost import down_to

TO_TIER, BY_DIVISION, PLAIN = "to tier N", "one page per division", "without changes"
GONE = (CLOSED, DELETED, FATE_NOT_STATED, SPLIT)
_GONE = Column("Unit or post", 4), Column("What becomes of it", 7), Column(SOURCE, 2)
OPTIONS = (TO_TIER, BY_DIVISION, PLAIN, "A4", "A3")


def existing(asked: Asked) -> list[Block]:
    """The structure before, with what becomes of each thing; and whether it has changed since."""
    behind = asked.comparison.behind
    notes = [Note(key="existing.behind", text=behind)] if behind else []
    return [*_drawn(asked, "existing", "Existing structure"), *notes]


def proposed(asked: Asked) -> list[Chart]:
    """The structure after, with where each thing comes from."""
    return _drawn(asked, "proposed", "Proposed structure")


def on_one_chart(asked: Asked) -> list[Block]:
    """The structure after with its changes, and what stood before and is gone."""
    comparison = asked.comparison
    gone = [each for each in comparison.changes if each.kind in GONE]
    charts = _drawn(asked, "proposed", "Changes on one chart")
    blocks: list[Block] = [replace(each, key=f"changes-on-{each.key}") for each in charts]
    if gone and charts:
        rows = tuple(
            (
                each.name or "Title not stated",
                comparison.sentence(each),
                basis(each.sources, each.certainty),
            )
            for each in gone
        )
        caption = "What stands in the existing structure alone"
        blocks.append(Table(key="changes-on-one.gone", caption=caption, columns=_GONE, rows=rows))
    return blocks


def _drawn(asked: Asked, key: str, title: str) -> list[Chart]:
    comparison, is_existing = asked.comparison, key == "existing"
    snapshot = comparison.before if is_existing else comparison.after
    marks = comparison.marks_before if is_existing else comparison.marks_after
    tier = asked.number(TO_TIER)
    if tier is not None:
        snapshot, title = down_to(snapshot, tier), f"{title}, to tier {tier}"
    chart = chart_of(
        snapshot,
        key=key if tier is None else f"{key}.to-tier-{tier}",
        title=title,
        marks={} if asked.has(PLAIN) else marks,
        existing=is_existing,
        paper_size=size(asked),
        by_division=asked.has(BY_DIVISION),
    )
    return [chart] if chart.words else []


def size(asked: Asked) -> str:
    """The paper that a chart is drawn for: as asked, else as the report has it."""
    return next((each for each in ("A4", "A3") if asked.has(each)), asked.paper_size)
