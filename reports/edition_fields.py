"""Which fields of a restructure and its structures each edition may have, all of them named.

`docs/editions.md` lists them, with the reasons. Its one rule: a field that nobody has decided about
is in no edition but the exempt one, and a test finds it.
"""

from dataclasses import dataclass, fields, replace
from typing import Any

from posts.snapshot import Ending, Leads, Origin, OtherName, Post, ReportingLine, Unit
from reports.proposal import (
    Cost,
    Fate,
    Filling,
    Milestone,
    Phase,
    Proposal,
    Recommendation,
    Report,
    RingFence,
    Scope,
    Statement,
    Written,
)

PUBLIC, EXEMPT, STAFF, UNION = "public", "exempt", "staff", "union"
EVERYBODY = frozenset((PUBLIC, EXEMPT, STAFF, UNION))
INSIDE = frozenset((EXEMPT, STAFF, UNION))
COMMITTEE = frozenset((EXEMPT,))

Who = frozenset[str]


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a record by who may read them, and why some may not."""

    everybody: str
    inside: str = ""
    committee: str = ""
    why: str = ""


_OF_A_PART = "key phase effective certainty sources changed other_names position number"

FIELDS: dict[type[object], Fields] = {
    Unit: Fields(
        f"{_OF_A_PART} name kind is_function parent place remit note",
        why="A unit is no person: its note says where its work goes, where that is not decided.",
    ),
    Post: Fields(
        f"{_OF_A_PART} title unit line reports_to reports_to_other category grade fte state"
        " contract statutory post_number responsibilities filled_by tier",
        inside="cost_centre location note",
        why="What is noted of a post may be of who holds it; ledgers and rooms are the council’s.",
    ),
    OtherName: Fields("name sources"),
    Leads: Fields("post unit how"),
    ReportingLine: Fields(
        "post kind to to_other reason certainty sources",
        inside="note",
        why="The reason of a line is printed; what is noted beside it is for those who record.",
    ),
    Origin: Fields(
        "key share came_from outside certainty sources", inside="note", why="As of a line."
    ),
    Ending: Fields("key certainty phase effective sources", inside="note", why="As of a line."),
    Proposal: Fields(
        "key title before after report_of body meeting decision effective sources phases scope"
        " milestones recommendations statements ring_fences fates fillings costs report",
        inside="paper note",
        why="The file that the facts were taken from, and what is noted of it, are the recorder’s.",
    ),
    Phase: Fields("name what when sources"),
    Scope: Fields("key scope why sources"),
    Milestone: Fields(
        "what when earliest latest group certainty sources note",
        why="The note is printed in the timetable, beside the date that it qualifies.",
    ),
    Recommendation: Fields("number verb text sources"),
    Statement: Fields(
        "says about value counts side where year certainty sources",
        inside="note",
        why="What the paper says is public; the recorder’s doubts about it are not.",
    ),
    RingFence: Fields(
        "name sources", inside="note", why="Who may apply can be so few that it names them."
    ),
    Fate: Fields(
        "key outcome ring_fence people contracts at_risk dismissals sources",
        committee="note",
        why="What is noted of a fate is of whoever meets it, and is for the committee alone.",
    ),
    Filling: Fields(
        "key way ring_fence sources", inside="note", why="It may say who is to be appointed."
    ),
    Cost: Fields(
        "kind what pounds year phase sources",
        committee="note",
        why="It may say whose leaving is paid for.",
    ),
    Written: Fields(
        "key heading text level is_shown is_numbered is_appendix editions sources",
    ),
    Report: Fields(
        "template numbering item wards classification contact exempt basis paper_size is_published"
        " sections",
    ),
}
"""Each record with its fields. `posts.snapshot` and `reports.proposal` say what each is."""


_HOLDING: dict[type[object], tuple[str, ...]] = {
    Proposal: (
        "phases", "scope", "milestones", "recommendations", "statements", "ring_fences", "fates",
        "fillings", "costs", "report",
    ),
    Report: ("sections",),
}  # fmt: skip
"""The fields in which records have other records of which something may be left out."""


def who_may(record: type[object], field: str) -> Who:
    """The editions that may have a field of a record; the exempt one, where it is not listed."""
    listed = FIELDS[record]
    if field in listed.everybody.split():
        return EVERYBODY
    return INSIDE if field in listed.inside.split() else COMMITTEE


_WITHOUT = {
    (record, edition): tuple(
        each.name
        for each in fields(record)  # type: ignore[arg-type]
        if edition not in who_may(record, each.name)
    )
    for record in FIELDS
    for edition in EVERYBODY
}
"""What each edition must not have of each record; all of that may be unknown."""


def allowed(value: Any, edition: str) -> Any:
    """A value with the records in it, each without the fields that an edition must not have."""
    if isinstance(value, tuple):
        return tuple(allowed(each, edition) for each in value)
    if type(value) not in FIELDS:
        return value
    record: type[object] = type(value)
    kept: dict[str, Any] = dict.fromkeys(_WITHOUT[record, edition])
    for name in _HOLDING.get(record, ()):
        kept[name] = allowed(getattr(value, name), edition)
    less = {name: each for name, each in kept.items() if getattr(value, name) != each}
    return replace(value, **less) if less else value
