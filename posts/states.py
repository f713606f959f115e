"""The words that a council has for the state of its posts: filled, vacant, interim, and its own.

Its one rule: a word has one spelling in a council. The council's own comes before the usual one,
and of two that it has already, the more frequent; what its papers print stays as it is printed.
"""

from django.db.models import Count

from posts.models import Post

USUAL = ("filled", "vacant", "interim", "acting", "seconded")


def spellings(council):
    """How a council spells each state, by its word without capitals, the most frequent first."""
    posts = Post.objects.filter(structure__council=council).exclude(state=None).exclude(state="")
    found = posts.order_by().values_list("state").annotate(count=Count("pk"))
    words = [state for state, _ in sorted(found, key=lambda row: (-row[1], row[0]))]
    spelt = {}
    for word in (*words, *USUAL):
        spelt.setdefault(plain(word), word)
    return spelt


def spelt(council, state):
    """A state as the council spells it; as it is given, where it is new."""
    return None if state is None else spellings(council).get(plain(state), state)


def plain(state):
    """A state without what makes no difference: capitals and spaces."""
    return " ".join(state.split()).casefold()
