"""Finding a structure among a council's own."""

from django.shortcuts import get_object_or_404

from divisions.models import Structure


def structure_of(council, key):
    """A council's structure with the one that it was drawn from, or 404."""
    structures = Structure.objects.filter(council=council).select_related("based_on")
    structure = get_object_or_404(structures, key=key)
    structure.council = council
    return structure
