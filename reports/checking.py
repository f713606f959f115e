"""A report as the tables hold it, checked: what pages and the command show of it.

Its one rule: the number of queries is the same whatever the size of the report.
"""

from reports.checks import Checked, findings
from reports.editions import EXEMPT
from reports.paper import paper_of
from reports.private import private_of
from reports.sections.blocks import Paragraph, Recommendations
from reports.writing.reading import comparison_for_paper


def findings_of(restructure, comparison=None, paper=None):
    """What the checks of a report find; `comparison` and `paper` where they are made already."""
    return findings(checked_of(restructure, comparison, paper))


def checked_of(restructure, comparison=None, paper=None):
    """A restructure's report as the checks are given it."""
    comparison = comparison or comparison_for_paper(restructure)
    paper = paper or paper_of(comparison, edition=EXEMPT)
    return Checked(
        comparison,
        holders=private_of(restructure, comparison).people,
        numbers=printed_numbers(paper),
    )


def printed_numbers(paper):
    """The numbers printed before the paragraphs of a paper, by the keys of its blocks."""
    numbered = (Paragraph, Recommendations)
    return {
        block.key: block.number
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, numbered)
    }
