"""A draft to be redrawn: what tests of the officer's verbs share."""

from divisions.models import Structure
from posts import checking, reading, redrawing, snapshot, writing
from posts.models import Grade, Post
from reports.compare import compare
from tests.outlines import plant, post, unit

UNITS = [
    ("Services", 1),
    ("Adoption", 2),
    ("Panel", 3),
    ("Fostering", 2),
    ("Carers", 3),
    ("Youth", 1),
]


POSTS = [("Director", 1), ("Head of Adoption", 2), ("Adviser", 3), ("Clerk", 3), ("Auditor", 1)]


HOMES = {
    "services": ["director"],
    "adoption": ["head-of-adoption", "adviser", "clerk"],
    "youth": ["auditor"],
}


def on_record(council):
    """A structure on record, listed in full: two directorates, five posts."""
    found = Structure(council=council, key="existing", title="The existing structure")
    found.complete_to_tier, found.status = 9, Structure.Status.ON_RECORD
    Structure.objects.bulk_create([found])
    Grade.objects.bulk_create([Grade(council=council, name=f"Grade {n}") for n in (8, 9)])
    plant(found, UNITS, POSTS)
    with found.editing(even_frozen=True):
        for home, keys in HOMES.items():
            redrawing.move_posts([post(found, key) for key in keys], unit(found, home))
        redrawing.name_head(unit(found, "adoption"), [post(found, "head-of-adoption")])
        redrawing.add_line(post(found, "clerk"), "dotted", to=post(found, "director"))
    return found


def drawn_by_hand(existing):
    """A draft drawn from it."""
    draft = Structure(council=existing.council, key="option", title="Option A", based_on=existing)
    draft.complete_to_tier = 9
    Structure.objects.bulk_create([draft])
    with draft.editing(verb="draw") as editing:
        empty = snapshot.Snapshot(key="option", title="Option A")
        writing.write(editing, empty, reading.read(existing))
    return draft


def changes(draft):
    """What a draft changes, as the comparison has it: kind, name, and what it becomes."""
    assert checking.faults(draft) == []
    found = compare(reading.read(draft.based_on), reading.read(draft))
    assert {change.certainty for change in found} <= {"stated"} | {"derived"}
    return [
        f"{change.kind} {change.name}"
        + (f" → {change.becomes}" if change.becomes else "")
        + (
            " (derived)"
            if change.certainty == "derived" and change.subject != "reporting line"
            else ""
        )
        for change in found
    ]


def says(structure):
    """What the last act says."""
    return structure.acts.first().says


def posts_in(structure, name):
    """The titles of the posts of a unit, in order."""
    found = Post.objects.filter(structure=structure, unit__name=name).order_by("position")
    return list(found.values_list("title", flat=True))


def several(structure, *keys):
    return [
        (unit if key in {u.key for u in structure.units.all()} else post)(structure, key)
        for key in keys
    ]
