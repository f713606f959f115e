"""What every page, slide and sheet says of its paper: that it is a draft, and for whom it is.

Its one rule: what is taken out of a file still says so.
"""

from reports.paper import Paper

DRAFT = "DRAFT: not approved for publication"


def marks_of(paper: Paper) -> list[str]:
    """What stands on each page of a paper: that it is a draft, and its marking."""
    return [mark for mark in (DRAFT if paper.is_draft else None, paper.marking) if mark]


def status(paper: Paper) -> str:
    """The status of a paper and its marking in one line; no words where it has neither."""
    return " · ".join(marks_of(paper))
