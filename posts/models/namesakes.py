"""What posts are called in a sentence, where other posts may have their titles.

Its one rule: whether a title is one post's alone is asked for several at once; where the others
sit is asked for those alone that have any.
"""

from django.db.models import Count

from divisions.apart import Thing, told_apart
from divisions.models.unit import Unit
from posts.calling import UNIT_NOT_STATED


def called(posts):
    """What posts of one structure are called, each with what tells it from others of its title."""
    shared = _shared(posts)
    return [_told_apart(post) if post.title in shared else str(post) for post in posts]


def called_on_the_way(posts):
    """Likewise in a sentence that says where they stood and stand: by their numbers alone."""
    shared = _shared(posts)
    return [_thing(post).by_number if post.title in shared else str(post) for post in posts]


def _shared(posts):
    """Those of their titles that several posts have."""
    there = type(posts[0]).objects.filter(structure=posts[0].structure_id).exclude(key="")
    alike = there.filter(title__in={post.title for post in posts} - {None})
    counts = alike.order_by().values_list("title").annotate(Count("pk"))
    return {title for title, count in counts if count > 1}


def _told_apart(post):
    alike = type(post).objects.filter(structure=post.structure_id, title=post.title)
    unit = post.unit.name if post.unit else None
    near = alike.filter(unit__name=unit).exclude(key="").order_by("position", "pk")
    near = list(near.values_list("pk", "unit", "post_number"))
    if len(near) == 1:
        return _thing(post).at(1, with_number=False)
    paths = Unit.paths(post.structure_id)
    things = {
        pk: Thing(post.title, paths.get(unit, ()), number, UNIT_NOT_STATED)
        for pk, unit, number in near
    }
    return told_apart(things)[post.pk]


def _thing(post):
    path = (post.unit.name,) if post.unit else ()
    return Thing(post.title, path, post.post_number, UNIT_NOT_STATED)
