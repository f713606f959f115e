"""Find units and posts by part of a name, as one types: under a tenth of a second at 10,000 posts.

A structure's units are read and compared here; its posts are compared by the database. Its one
rule: every word must be found, and what fits best comes first.
"""

import json
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Case, Count, IntegerField, Q, TextField, Value, When, Window
from django.db.models.functions import Cast

from divisions.models import Unit
from posts.columns import STEP
from posts.holders import holdings
from posts.models import Post
from posts.nearest import nearest
from posts.spelling import fold, has_all, marked, spellings, words_of

UNITS, POSTS, BOTH = "units", "posts", "both"
MOST = 20

EXACT, STARTS, WORD_STARTS, HOLDS, ELSEWHERE = range(5)
"""How well a name fits what was typed, best first; ELSEWHERE: in what else is known of it."""

_OTHER_NAMES = Cast("other_names", TextField())
"""Lists come as text: nearly all of them are empty, which is cheap to see."""

_NAMES = 2000
"""Among so many names the nearest is looked for."""


@dataclass(frozen=True)
class Found:
    """A unit or post that was found, and where it sits.

    `also`: where else what was typed stands, if not in its name: “held by …”. `why_not`: why it
    cannot be chosen, for whoever asks what can.
    """

    key: str
    name: str
    path: str
    what: str
    why_not: str | None = None
    also: str | None = None
    structure: object = None
    words: tuple[str, ...] = ()
    number: str | None = None

    @property
    def name_marked(self):
        """The name in pieces, each with whether it was typed."""
        return marked(self.name, self.words)

    @property
    def path_marked(self):
        """Where it sits, likewise."""
        return marked(self.path, self.words)

    @property
    def also_marked(self):
        """Where else it was found, likewise."""
        return marked(self.also or "", self.words)


@dataclass(frozen=True)
class Finds:
    """What was found, best first, how much more there is, and the nearest name if nothing was."""

    found: tuple[Found, ...] = ()
    more: int = 0
    nearest: str | None = None

    def __iter__(self):
        return iter(self.found)

    def __len__(self):
        return len(self.found)


def find(structure, typed, of=BOTH, most=MOST, on=None):
    """Units and posts of a structure in which every word stands; the first ones if none is typed.

    `on`: a day, to find posts by who holds them then; None: holders are neither found nor told.
    """
    return find_in([structure], typed, of, most, on)


def find_in(structures, typed, of=BOTH, most=MOST, on=None):
    """Likewise in several structures, in as many queries."""
    search = Search(structures, typed, on)
    units = search.units() if of in (UNITS, BOTH) else []
    posts, count = search.posts(most) if of in (POSTS, BOTH) else ([], 0)
    best = sorted([*units, *posts], key=lambda ranked: ranked[0])[:most]
    more = len(units) + count - len(best)
    return Finds(tuple(found for _, found in best), more, None if best else search.nearest(of))


class Search:
    """What was typed, the structures in which it is looked for, and their units."""

    def __init__(self, structures, typed, on):
        self.structures = {structure.pk: structure for structure in structures}
        self.words, self.on = tuple(typed.split()), on
        self.typed, self.folded = fold(" ".join(self.words)), words_of(typed)

    @cached_property
    def tree(self):
        """Every unit by its number: structure, the number of the one above, key, name, kind …"""
        units = Unit.objects.filter(structure__in=self.structures)
        columns = ("structure_id", "parent_id", "key", "name", "kind", _OTHER_NAMES)
        return {row[0]: row[1:] for row in units.values_list("pk", *columns)}

    def units(self):
        """Each unit that fits, with how well, in the order of its structure."""
        found = []
        for pk, (_, _, key, name, _, others) in self.tree.items():
            folded = fold(name)
            if key and has_all(self.folded, folded):
                found.append((_rank(self.typed, folded), self._unit(pk)))
            elif (
                key and others != "[]" and has_all(self.folded, fold(f"{name}\n{_called(others)}"))
            ):
                found.append((ELSEWHERE, self._unit(pk, f"also called {_called(others)}")))
        return found

    def _unit(self, pk, also=None):
        structure, parent, key, name, kind, _ = self.tree[pk]
        return Found(
            key=key,
            name=name,
            path=self._path(parent),
            what=kind or "unit",
            also=also,
            structure=self.structures[structure],
            words=self.folded,
        )

    def _path(self, pk):
        """The units down to one, the outermost first."""
        names = []
        while pk is not None and self.tree[pk][2]:
            names.append(self.tree[pk][3])
            pk = self.tree[pk][1]
        return STEP.join(reversed(names))

    def posts(self, most):
        """The posts that fit best, each with how well, and how many fit at all."""
        posts = Post.objects.filter(structure__in=self.structures).exclude(key="")
        for word in self.words:
            posts = posts.filter(self._holds(word))
        posts = posts.annotate(rank=self._ranking(), count=Window(Count("pk")))
        columns = ("structure_id", "key", "title", "unit_id", "grade__name", "post_number")
        rows = posts.order_by("rank", "position", "pk").values_list("rank", "count", "pk", *columns)
        rows = list(rows[:most])
        holders = self._holders_of([pk for _, _, pk, *_ in rows])
        found = [(rank, self._post(holders, pk, *facts)) for rank, _, pk, *facts in rows]
        return found, rows[0][1] if rows else 0

    def _holds(self, word):
        """Whether a word stands in what is known of a post."""
        called = [pk for pk, names in self._other_names.items() if fold(word) in fold(names)]
        ways = Q(pk__in=called) if called else Q()
        for name in ("title", "post_number", "unit__name"):
            ways |= _in(name, word)
        if self.on:
            ways |= Q(pk__in=holdings(self.on).filter(_in("person", word)).values("post_id"))
        return ways

    @cached_property
    def _other_names(self):
        """The other names of the few posts that have any, by the number of the post."""
        posts = Post.objects.filter(structure__in=self.structures)
        rows = posts.annotate(names=_OTHER_NAMES).exclude(names="[]").values_list("pk", "names")
        return {pk: _called(names) for pk, names in rows}

    def _ranking(self):
        typed = " ".join(self.words)
        if not typed:
            return Value(HOLDS)
        titled = Q()
        for word in self.words:
            titled &= _in("title", word)
        return Case(
            When(_in("title", typed, "iexact") | Q(post_number__iexact=typed), Value(EXACT)),
            When(_in("title", typed, "istartswith"), Value(STARTS)),
            When(_in("title", f" {typed}") | _in("title", f"({typed}"), Value(WORD_STARTS)),
            When(titled, Value(HOLDS)),
            default=Value(ELSEWHERE),
            output_field=IntegerField(),
        )

    def _holders_of(self, posts):
        """Who holds some posts, where that may be told, by the number of the post."""
        if not self.on or not self.words:
            return {}
        rows = holdings(self.on).filter(post__in=posts).values_list("post_id", "person")
        return {pk: [person for other, person in rows if other == pk] for pk, _ in rows}

    def _post(self, holders, pk, structure, key, title, unit, grade, number):
        return Found(
            key=key,
            name=title or "title not stated",
            path=self._path(unit),
            what=f"post, {grade}" if grade else "post",
            also=self._also(title or "", number, self._other_names.get(pk), holders.get(pk, ())),
            structure=self.structures[structure],
            words=self.folded,
            number=number,
        )

    def _also(self, title, number, called, people):
        """Where else than in the title what was typed stands, in words."""
        left = [word for word in self.folded if word not in fold(title)]
        places = [(f"post number {number}", number), (f"also called {called}", called)]
        places += [(f"held by {person}", person) for person in people]
        said = [
            words for words, text in places if text and any(word in fold(text) for word in left)
        ]
        return "; ".join(said) or None

    def nearest(self, of):
        """The name that comes nearest to what was typed; None if none comes near."""
        names = [row[3] for row in self.tree.values() if row[2]] if of != POSTS else []
        if of != UNITS:
            posts = Post.objects.filter(structure__in=self.structures).exclude(title=None)
            names += posts.order_by().values_list("title", flat=True).distinct()[:_NAMES]
        return nearest(self.folded, names)


def _called(names):
    """Other names as they are told, from the text in which they are kept."""
    return "; ".join(other["name"] for other in json.loads(names)) if names != "[]" else ""


def _in(name, text, how="icontains"):
    """Whether a text stands in a column, however its apostrophes and accents are typed."""
    ways = Q()
    for spelling in spellings(text):
        ways |= Q(**{f"{name}__{how}": spelling})
    return ways


def _rank(typed, folded):
    """How well a folded name fits what was typed, all of whose words stand in it."""
    if folded == typed:
        return EXACT
    if folded.startswith(typed):
        return STARTS
    return WORD_STARTS if f" {typed}" in folded or f"({typed}" in folded else HOLDS
