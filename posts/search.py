"""Find units and posts of a structure by part of a name. (A first, plain version.)"""

from dataclasses import dataclass

UNITS, POSTS, BOTH = "units", "posts", "both"


@dataclass(frozen=True)
class Found:
    """A unit or post that was found, and where it sits."""

    key: str
    name: str
    path: str
    what: str
    why_not: str | None = None


def find(structure, words="", of=BOTH, most=20, keys=None):
    """Units and posts in whose name all the words stand."""
    found = []
    if of in (UNITS, BOTH):
        units = structure.units.exclude(key="").select_related("parent")
        units = units if keys is None else units.filter(key__in=keys)
        for word in words.split():
            units = units.filter(name__icontains=word)
        found += [Found(u.key, u.name, u.parent.name, u.kind or "") for u in units[:most]]
    if of in (POSTS, BOTH):
        posts = structure.posts.exclude(key="").select_related("unit", "grade")
        posts = posts if keys is None else posts.filter(key__in=keys)
        for word in words.split():
            posts = posts.filter(title__icontains=word)
        found += [
            Found(p.key, str(p), p.unit.name if p.unit else "", p.grade.name if p.grade else "post")
            for p in posts[:most]
        ]
    return found
