"""The existing and the proposed structure, each as a chart with what changes and as a list.

Its one rule: the list says what the chart says.
"""

from reports.comparison import Comparison
from reports.sections.blocks import Paragraph, Section
from reports.sections.charts import chart_of


def existing(comparison: Comparison) -> Section:
    """The structure before, with what becomes of each thing."""
    chart = chart_of(
        comparison.before,
        key="existing",
        title="Existing structure",
        marks=comparison.marks_before,
        existing=True,
    )
    blocks = (chart,) if chart.words else (_nothing("existing"),)
    return Section(key="existing", heading="Existing structure", blocks=blocks)


def proposed(comparison: Comparison) -> Section:
    """The structure after, with where each thing comes from."""
    chart = chart_of(
        comparison.after,
        key="proposed",
        title="Proposed structure",
        marks=comparison.marks_after,
        existing=False,
    )
    blocks = (chart,) if chart.words else (_nothing("proposed"),)
    return Section(key="proposed", heading="Proposed structure", blocks=blocks)


def _nothing(which: str) -> Paragraph:
    return Paragraph(key=f"{which}.nothing", text=f"Nothing of the {which} structure is recorded.")
