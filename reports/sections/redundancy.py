"""What the rule on consulting before redundancies comes to, as a part of the report.

Its one rule: where an edition has not all fates nothing is counted.
"""

from reports.left_out import LEFT_OUT
from reports.markdown.sentences import capitalised
from reports.redundancy import consulting_on
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Paragraph


def redundancy_consultation(asked: Asked) -> list[Block]:
    """A paragraph: how many, how long, by when, whom to notify, each with its source."""
    if asked.comparison.left_out.fates:
        text = f"What the rule on redundancy consultation comes to is {LEFT_OUT}."
        return [Paragraph(key="redundancy.left-out", text=text)]
    found = consulting_on(asked.comparison)
    if found is None:
        return []
    text = " ".join((f"{capitalised(found.heading)}.", *found.sentences))
    return [Paragraph(key="redundancy.consultation", text=text)]
