"""The kinds of change, in the council's words, and one change as a value.

`compare` makes changes, `wording` says them, charts, pages and papers show them. Its one rule: a
change carries how sure it is, and the paragraph it comes from.
"""

from dataclasses import dataclass

UNIT, POST, LINE = "unit", "post", "reporting line"

CREATED, CLOSED, DELETED = "created", "closed", "deleted"
RENAMED, RETITLED, MOVED = "renamed", "retitled", "moved"
FORMED_FROM, MERGED, SPLIT = "formed from", "merged", "split"
JOINS, LEAVES, UNDECIDED = "joins from outside", "leaves the council", "destination undecided"
ORIGIN_NOT_STATED, FATE_NOT_STATED = "origin not stated", "fate not stated"
REGRADED, REPORTS_TO = "regraded", "reports to another post"
NUMBER, HOURS, STATE = "number changed", "hours changed", "state changed"
RESPONSIBILITIES = "responsibilities changed"
ADDED, REMOVED = "added", "removed"

UNIT_KINDS = (
    CREATED, CLOSED, RENAMED, MOVED, FORMED_FROM, MERGED, SPLIT, JOINS, LEAVES, UNDECIDED,
    ORIGIN_NOT_STATED, FATE_NOT_STATED, NUMBER, RESPONSIBILITIES,
)  # fmt: skip
POST_KINDS = (
    CREATED, DELETED, RETITLED, REGRADED, MOVED, REPORTS_TO, NUMBER, HOURS, STATE,
    RESPONSIBILITIES, MERGED, SPLIT, FORMED_FROM, JOINS, LEAVES, UNDECIDED,
    ORIGIN_NOT_STATED, FATE_NOT_STATED,
)  # fmt: skip
LINE_KINDS = (ADDED, REMOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change to one thing: a unit both moved and renamed has two, each consulted on by itself.

    `name` is what the thing is called after, or before if it is only there; None for a post whose
    title is not stated. `was` and `becomes` are the two ends in words (unit names, titles, grades,
    numbers), None where not stated. `others` are the keys on the other side that it was made from
    or went to, `was_key` and `becomes_key` those of the two ends where they are units or posts.
    """

    subject: str
    kind: str
    key: str
    name: str | None
    was: str | None = None
    becomes: str | None = None
    was_key: str | None = None
    becomes_key: str | None = None
    others: tuple[str, ...] = ()
    certainty: str = "stated"
    phase: str | None = None
    effective: str | None = None
    sources: tuple[str, ...] = ()
