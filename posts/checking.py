"""Whether the trees and links of a structure are sound, and what exactly is not.

Its one rule: a fault names the structure, the thing and what it should be, so that it can be found.
"""

from django.db.models import F

from divisions import tree
from divisions.models import Unit
from posts import reading, soundness
from posts.models import Leads, Post, ReportingLine

_ELSEWHERE = (
    (Post, "unit", "sits in a unit of another structure"),
    (Leads, "post", "is led by a post of another structure"),
    (Leads, "unit", "leads a unit of another structure"),
    (ReportingLine, "post", "starts at a post of another structure"),
    (ReportingLine, "to", "ends at a post of another structure"),
)


def faults(structure):
    """List what is wrong with one structure, a sentence each; nothing if it is sound.

    What rests on sound rows, such as two posts with one number, is looked for only where they are.
    """
    found = [*_trees(structure), *_links(structure), *_places(structure), *_lines(structure)]
    return found or [str(fault) for fault in soundness.faults(reading.read(structure))]


def _trees(structure):
    for model in (Unit, Post):
        for fault in tree.faults(model, structure):
            yield f"{model._meta.verbose_name} {fault}"


def _links(structure):
    for model, link, says in _ELSEWHERE:
        rows = model.objects.filter(structure=structure, **{f"{link}__isnull": False})
        for row in rows.exclude(**{f"{link}__structure": F("structure")}):
            yield f"{model._meta.verbose_name} “{row}” (row {row.pk}) {says}"
    for post in structure.posts.exclude(grade=None).exclude(grade__council=structure.council_id):
        yield f"post “{post.key}” (row {post.pk}) has a grade of another council"


def _places(structure):
    """A unit has a place exactly when it stands at the top."""
    units = Unit.objects.filter(structure=structure, parent__isnull=False)
    for unit in units.filter(parent__parent=None, place=None):
        yield f"unit “{unit.key}” (row {unit.pk}) stands at the top and has no place"
    for unit in units.filter(parent__parent__isnull=False).exclude(place=None):
        yield f"unit “{unit.key}” (row {unit.pk}) stands below another and has a place of its own"


def _lines(structure):
    """A post stands under another exactly when its line is stated."""
    posts = Post.objects.filter(structure=structure, parent__isnull=False)
    for post in posts.filter(parent__parent=None, line=Post.Line.STATED):
        yield f"post “{post.key}” (row {post.pk}) has a stated line and stands under no post"
    for post in posts.filter(parent__parent__isnull=False).exclude(line=Post.Line.STATED):
        yield f"post “{post.key}” (row {post.pk}) stands under a post and has no stated line"
