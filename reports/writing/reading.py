"""How a paper is written, as the tables hold it, and all that it is made of.

Its one rule: a paper that nobody has begun reads as its house template would begin it.
"""

from dataclasses import replace

from reports.assemble import comparison_of
from reports.councilfile import live_report
from reports.house import DEFAULT, HOUSES, begin
from reports.writing.houses import house_for
from reports.writing.lists import lists_of


def comparison_for_paper(restructure):
    """Read a restructure with all that its paper is made of: its lists, and how it is written."""
    comparison = comparison_of(restructure, "report")
    said = replace(
        comparison.proposal,
        **lists_of(restructure),
        report=_begun(restructure, comparison.proposal.report),
    )
    return replace(comparison, proposal=said)


def report_standing(restructure):
    """How a paper is written, with its sections, begun or not."""
    return _begun(restructure, live_report.standing([restructure]).get(restructure.pk))


def _begun(restructure, report):
    if report is None:
        return begin(HOUSES[DEFAULT])
    if report.sections:
        return report
    return replace(report, sections=house_for(restructure.council, report.template).sections)
