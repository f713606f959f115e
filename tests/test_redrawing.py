"""The officers' verbs: what they leave, what they tell, and what the comparison makes of them."""

import pytest

from divisions.models import Structure
from posts import checking, reading, redrawing, snapshot, writing
from posts.models import Grade
from reports.compare import compare
from tests.outlines import outline, plant, post, unit

UNITS = [
    ("Services", 1),
    ("Adoption", 2),
    ("Panel", 3),
    ("Fostering", 2),
    ("Carers", 3),
    ("Youth", 1),
]
POSTS = [("Director", 1), ("Head of Adoption", 2), ("Adviser", 3), ("Clerk", 3), ("Auditor", 1)]


@pytest.fixture
def existing(borough):
    """A structure on record, complete in every tier: two directorates, five posts."""
    found = Structure(council=borough, key="existing", title="The existing structure")
    found.complete_to_tier, found.status = 9, Structure.Status.ON_RECORD
    Structure.objects.bulk_create([found])
    Grade.objects.bulk_create([Grade(council=borough, name=f"Grade {n}") for n in (8, 9)])
    plant(found, UNITS, POSTS)
    with found.editing(from_file=True):
        for key, home in (("director", "services"), ("auditor", "youth")):
            post(found, key).move_to_unit(unit(found, home))
        for key in ("head-of-adoption", "adviser", "clerk"):
            post(found, key).move_to_unit(unit(found, "adoption"))
    return found


@pytest.fixture
def option(existing):
    """A draft drawn from it."""
    draft = Structure(council=existing.council, key="option", title="Option A", based_on=existing)
    draft.complete_to_tier = 9
    Structure.objects.bulk_create([draft])
    with draft.editing(verb="draw") as editing:
        empty = snapshot.Snapshot(key="option", title="Option A")
        writing.write(editing, empty, reading.read(existing))
    return draft


def changed(draft):
    """What a draft changes, in a word each: kind and name, and what it becomes."""
    assert checking.faults(draft) == []
    changes = compare(reading.read(draft.based_on), reading.read(draft))
    return [
        f"{change.kind} {change.name}" + (f" → {change.becomes}" if change.becomes else "")
        for change in changes
        if change.certainty == "stated"
    ]


def says(draft):
    """What the last act says."""
    return draft.acts.first().says


def test_merging(option):
    new = redrawing.merge([unit(option, "adoption"), unit(option, "fostering")], "Family Placement")
    assert outline(option) == [
        ("Services", 1), ("Family Placement", 2), ("Panel", 3), ("Carers", 3), ("Youth", 1),
    ]  # fmt: skip
    assert says(option) == "Adoption and Fostering merged into Family Placement."
    assert [c for c in changed(option)] == ["merged Family Placement"]
