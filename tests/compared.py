"""Comparisons as tests write them: a structure before, one after, what is told."""

from reports.compare import compare
from tests.literals import structure

TWO_DIVISIONS = """
directorate cs | Children's Services
  division res | Resources
    section youth | Youth
  division fam | Families
"""


def told(before, after, scope=()):
    """Each change in one line: its kind, its thing, from where to where."""
    return [line(change) for change in compare(before, after, scope)]


def line(change):
    ends = f": {change.was} → {change.becomes}" if change.was or change.becomes else ""
    doubt = "" if change.certainty == "stated" else f" ({change.certainty})"
    return f"{change.kind} {change.name}{ends}{doubt}"


def in_cs(text, **rest):
    return structure(f"directorate cs | Children's Services\n{text}", **rest)
