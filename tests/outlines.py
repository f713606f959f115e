"""A structure as a literal: planted from an outline, and read back as one.

    SERVICES = [("Services", 1), ("Adoption", 2), ("Youth", 2)]
    plant(draft, SERVICES)
    assert outline(draft) == SERVICES

Its one rule: a unit's or post's key is its name in small letters with dashes.
"""

from django.utils.text import slugify

from divisions.models import Unit
from posts.models import Post


def outline(structure):
    """The units of a structure as they stand in its tree: name and depth."""
    rows = Unit.objects.filter(structure=structure, level__gt=0).order_by("lft")
    return list(rows.values_list("name", "level"))


def establishment(structure):
    """The posts of a structure as they stand in its tree: title and depth."""
    rows = Post.objects.filter(structure=structure, level__gt=0).order_by("lft")
    return list(rows.values_list("title", "level"))


def plant(structure, units, posts=()):
    """Plant units and posts as an outline has them; posts of depth 1 report to nobody."""
    with structure.editing(verb="plant", even_frozen=True):
        for name, key, above in _above(units):
            Unit.create(structure, name, key=key, under=above and unit(structure, above))
        for title, key, above in _above(posts):
            manager = above and post(structure, above)
            line = {} if above else {"line": Post.Line.NONE}
            Post.create(structure, title, key=key, reports_to=manager, **line)
    return structure


def unit(structure, key):
    """A unit by its key."""
    return Unit.objects.get(structure=structure, key=key)


def post(structure, key):
    """A post by its key."""
    return Post.objects.get(structure=structure, key=key)


def _above(lines):
    """Each line's name and key, and the key of the line that it stands under."""
    way = []
    for name, depth in lines:
        del way[depth - 1 :]
        yield name, slugify(name), way[-1] if way else None
        way.append(slugify(name))
