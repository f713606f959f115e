"""How a paper is written, as the tables hold it, and all that it is made of.

Its one rule: a paper that nobody has begun reads as its house template would begin it.
"""

from dataclasses import replace

from reports import models
from reports.assemble import comparison_with
from reports.councilfile import live_report
from reports.councilfile.live import read_proposal
from reports.councilfile.prose import tidy
from reports.house import DEFAULT, HOUSES, begin
from reports.pay_tables import with_pay
from reports.proposal import Report
from reports.writing.houses import house_for
from reports.writing.lists import lists_of


def comparison_for_paper(restructure):
    """Read a restructure with all that its paper is made of: its lists, pay, how it is written."""
    return with_pay(comparison_without_pay(restructure), restructure)


def comparison_without_pay(restructure):
    """Read a restructure likewise, for pages that say nothing of money."""
    lists = lists_of(restructure)
    report = _report(restructure, _known_row(restructure), lists.pop("sections"))
    said = replace(read_proposal(restructure, ()), **lists, report=report)
    return comparison_with(restructure, said)


def report_standing(restructure):
    """How a paper is written, with its sections, begun or not."""
    sections = lists_of(restructure, ["sections"])["sections"]
    return _report(restructure, row_of(restructure), sections)


def _report(restructure, row, sections):
    """How a paper is written: as its row and sections have it, else as its house begins it."""
    if row is None:
        return begin(HOUSES[DEFAULT])
    written = tuple(replace(each, text=tidy(each.text)) for each in sections)
    return Report(
        **{name: getattr(row, name) for name in live_report.REPORT},
        exempt=tuple(row.exempt),
        is_published=row.published_at is not None,
        sections=written or house_for(restructure.council, row.template).sections,
    )


def _known_row(restructure):
    """The row of a paper as it was read with its restructure, if it was."""
    try:
        return restructure.report
    except models.Report.DoesNotExist:
        return None


def row_of(restructure):
    """The row of a paper as it stands; None if nobody has begun it."""
    return models.Report.objects.filter(restructure=restructure).first()
