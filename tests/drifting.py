"""A council whose structure in force goes on changing while a draft of it is out."""

from datetime import date

from divisions.models import Structure
from posts import proposals
from posts.models import Post
from tests.outlines import plant, post, unit

UNITS = [("Services", 1), ("Adoption", 2), ("Fostering", 2), ("Youth", 2)]
POSTS = [("Director", 1), ("Adviser", 2), ("Clerk", 2)]
DAY = date(2010, 4, 1)


def in_force(council):
    """A structure in force: a directorate of three teams, three posts in one of them."""
    found = Structure(council=council, key="now", title="Services as they are")
    found.status = Structure.Status.IN_FORCE
    Structure.objects.bulk_create([found])
    plant(found, UNITS, POSTS)
    with found.editing(verb="put posts into a unit"):
        for each in Post.objects.filter(structure=found).exclude(key=""):
            each.move_to_unit(unit(found, "youth"))
    return found


def drawn(base, key="option", title="Option A", user=None):
    """A draft drawn from a structure."""
    return proposals.draw(base, key=key, title=title, user=user)


def approved(structure, day="1 April 2010"):
    """A structure that went through consultation and was approved."""
    structure.send_out()
    structure.approve(approved_by="Cabinet", approved_on=date(2009, 9, 9), in_force_from=day)
    return structure


def rename(structure, key, name):
    unit(structure, key).rename(name)


def regrade(structure, key, state):
    post(structure, key).change(state=state)


def named(structure):
    """What units are called, by their keys."""
    rows = structure.units.exclude(key="").values_list("key", "name")
    return dict(rows)
