"""What the pages of a report share: its head, and its sections beside what is written."""

from reports.writing.contents import contents


def page_of(restructure, report, paper=None, current=None):
    """What each page of a report shows; with its sections, where the paper was made."""
    return {
        "council": restructure.council,
        "section": "restructures",
        "restructure": restructure,
        "report": report,
        "contents": list(contents(report, paper)) if paper else (),
        "current": current,
    }
