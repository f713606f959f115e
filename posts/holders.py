"""Who holds which post at present.

Its one rule: only those who draw structures see it, and only of the present.
"""

from collections import defaultdict

from django.db.models import Q

from posts.models import Holding


def holdings(on):
    """The holdings of a day."""
    begun = Q(held_from=None) | Q(held_from__lte=on)
    return Holding.objects.filter(begun, Q(held_until=None) | Q(held_until__gte=on))


def holders_of(structure, on):
    """The names of those who hold a structure's posts on a day, by the key of the post."""
    rows = holdings(on).filter(post__structure=structure).order_by("held_from", "pk")
    found = defaultdict(list)
    for key, person in rows.values_list("post__key", "person"):
        found[key].append(person)
    return {key: tuple(people) for key, people in found.items()}
