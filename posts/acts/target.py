"""Acts that need a place to go to: a unit or a post, found by typing part of its name.

Its one rule: what cannot be chosen is shown with the reason, and not left out.
"""

from collections import Counter
from dataclasses import dataclass

from django import forms
from django.utils.functional import cached_property

from divisions import errors, tree
from posts.acts.act import Act, last_called
from posts.columns import STEP
from posts.recorded import WRITTEN
from posts.search import POSTS, UNITS, Found, find

FEW = 8
"""So many choices are offered before anything is typed."""


@dataclass(frozen=True)
class Choice:
    """Something that can be chosen: by key, with where it sits; or why it cannot be."""

    value: str
    name: str
    path: str = ""
    what: str = ""
    why_not: str | None = None


class Targeted(Act):
    """An act with a target, `to`. `finds`: among UNITS or POSTS.

    `tops`: what else can be chosen, that is no unit and no post: (value, name) each.
    """

    finds = UNITS
    tops: tuple[tuple[str, str], ...] = ()
    asks = "Where to"

    to = forms.CharField(error_messages={"required": "Choose one of those found"})

    def prepare(self):
        self.fields["to"].label = self.asks

    @property
    def words(self):
        """What was typed to find the target."""
        return self.asked.get("q", "")

    @property
    def target_key(self):
        """The target that is chosen so far."""
        return self.asked.get("to", "")

    @cached_property
    def choices(self):
        """What was found, the chosen one first; before anything is typed, what else there is."""
        found = [Choice(value, name) for value, name in self.tops] if not self.words else []
        there = self._found()
        alike = Counter((each.name, each.path) for each in there)
        found += [self._choice(each, alike[each.name, each.path] > 1) for each in there]
        chosen = [choice for choice in found if choice.value == self.target_key]
        return chosen + [choice for choice in found if choice not in chosen]

    def _choice(self, found, is_mistakable):
        """Something found; by its number too, if something else of its name sits beside it."""
        number = f", post {found.number}" if is_mistakable and found.number else ""
        why_not = found.why_not or self.why_not(found.key)
        return Choice(found.key, f"{found.name}{number}", found.path, found.what, why_not)

    def _found(self):
        """What fits the words typed; and what is chosen already, whether it fits or not."""
        most = 20 if self.words else FEW
        found = list(find(self.among, self.words, of=self.finds, most=most))
        if self.target_key not in {each.key for each in found}:
            found += self._chosen()
        return found

    def _chosen(self):
        """The unit or post that is chosen so far, and where it sits."""
        if self.finds == UNITS:
            units = self.among.units.exclude(key="").select_related("parent")
            return [
                Found(unit.key, unit.name, _path(unit.parent), unit.kind or "unit")
                for unit in units.filter(key=self.target_key)
            ]
        return posts_found(self.among.posts.filter(key=self.target_key))

    @property
    def among(self):
        """The structure in which the target is looked for."""
        return self.structure

    @property
    def is_asked_first(self):
        """Whether the target is the first thing that is asked."""
        return self.visible_fields()[0].name == "to"

    @property
    def nearest(self):
        """The choice that stands chosen: the one made, else the first that fits what was typed."""
        free = [choice.value for choice in self.choices if not choice.why_not]
        if self.target_key in free:
            return self.target_key
        return free[0] if free and self.words else None

    @cached_property
    def keys_below(self):
        """The keys of what the act is about and of all that stands below."""
        return {*tree.below(self.subjects).values_list("key", flat=True)}

    def why_not(self, key):
        """Why something found cannot be the target; None if it can."""
        return "This is what is moved" if key in self.keys else None

    @property
    def about(self):
        """The target too, if it was changed itself: what else is put there does no harm."""
        return {self.target_key: (WRITTEN,)} | super().about

    @property
    def unit_shown(self):
        """The key of the unit that was shown, or in which the post that was shown sits."""
        under = self.asked.get("under")
        post = self.structure.posts.filter(key=under).select_related("unit").first()
        return (post.unit.key if post.unit else None) if post else under

    @property
    def target(self):
        """The unit or post that was chosen; None where it is neither."""
        key = self.cleaned_data["to"]
        if key in dict(self.tops):
            return None
        parts = self.among.units if self.finds == UNITS else self.among.posts
        found = parts.filter(key=key).exclude(key="").first()
        if found is None:
            raise errors.NotInStructure(
                f"“{last_called(self.among, key)}” is no longer in {self.among.title}. "
                "Choose another."
            )
        found.structure = self.among
        return found


def posts_found(posts, most=None):
    """The first of some posts as they are offered: where each sits, and its grade."""
    there = list(posts.exclude(key="").select_related("unit", "grade")[:most])
    paths = {unit: _path(unit) for unit in {post.unit for post in there}}
    return [
        Found(
            post.key,
            str(post),
            paths[post.unit],
            f"post, {post.grade}" if post.grade else "post",
            number=post.post_number,
        )
        for post in there
    ]


def _path(unit):
    """A unit with those above it, the outermost first, as the search says it."""
    above = [] if unit is None else unit.get_ancestors(include_self=True).exclude(key="")
    return STEP.join(each.name for each in above)


__all__ = ["POSTS", "UNITS", "Choice", "Targeted"]
