"""Who holds which post at present.

Its one rule: only those who draw structures see it, and only of the present.
"""

from collections import defaultdict

from django.db.models import F, Q

from divisions.dates import in_words
from posts.models import Holding

IN_ORDER = F("held_from").asc(nulls_first=True), "pk"
"""Who has held a post longest comes first, and before them those of whom that is not known."""


def holdings(on):
    """The holdings of a day."""
    begun = Q(held_from=None) | Q(held_from__lte=on)
    return Holding.objects.filter(begun, Q(held_until=None) | Q(held_until__gte=on))


def holders_of(structure, on):
    """The names of those who hold a structure's posts on a day, by the key of the post."""
    rows = holdings(on).filter(post__structure=structure).order_by(*IN_ORDER)
    found = defaultdict(list)
    for key, person in rows.values_list("post__key", "person"):
        found[key].append(person)
    return {key: tuple(people) for key, people in found.items()}


def holders_told(structure, key, on):
    """Who holds one post on a day or is to hold it, each with since when, in words."""
    rows = Holding.objects.filter(post__structure=structure, post__key=key)
    rows = rows.filter(Q(held_until=None) | Q(held_until__gte=on))
    return [told(holding, on) for holding in rows.order_by(*IN_ORDER)]


def told(holding, on):
    """Who holds a post, since or from when, and until when if that is known, in words."""
    begins = holding.held_from
    word = "from" if begins and begins > on else "since"
    since = f" {word} {in_words(begins)}" if begins else ""
    until = f" until {in_words(holding.held_until)}" if holding.held_until else ""
    return f"{holding.person}{since}{until}"
