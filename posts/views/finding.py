"""Finding a structure among a council's own."""

from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404

from divisions import life
from divisions.models import Act, Structure


def structure_of(council, key):
    """A council's structure with the one that it was drawn from, or 404.

    How far that had come then, and whether it has changed since, is asked in the same query.
    """
    structures = Structure.objects.filter(council=council).select_related("based_on")
    structure = get_object_or_404(structures.annotate(**_of_the_base()), key=key)
    structure.council = council
    if structure.based_on is not None:
        structure.based_on.council = council
        structure.based_on.last_change = structure.base_changed or 0
        if structure.based_on_revision not in (None, structure.based_on.revision):
            structure.drawn_at = Act(pk=structure.base_act, moment=structure.base_moment)
    return structure


def _of_the_base():
    """The act up to which it had come when something was drawn from it, and its last change."""
    acts = Act.objects.filter(structure=OuterRef("based_on")).order_by("-revision")
    then = acts.filter(revision__lte=OuterRef("based_on_revision"))
    changes = acts.exclude(verb__in=life.VERBS)
    return {
        "base_act": Subquery(then.values("pk")[:1]),
        "base_moment": Subquery(then.values("moment")[:1]),
        "base_changed": Subquery(changes.values("revision")[:1]),
    }
