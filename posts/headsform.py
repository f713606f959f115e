"""The heads of many units at once: of each that nobody leads, one of the posts in it.

Its one rule: nobody is proposed as the head of a unit; what is not chosen stays not stated.
"""

from django import forms
from django.utils.functional import cached_property

from divisions import errors
from divisions.models import Unit
from posts import redrawing
from posts.acts.act import last_called
from posts.models import Post
from posts.snapshot import Snapshot
from posts.whyform import WhyForm

MOST = 100
"""So many units are asked about at once; the others, once these have heads."""

MOST_POSTS = 60
"""So many posts of a unit can be chosen from; any other is named with “Head…”."""

PREFIX = "head-"
CHANGED = "has changed since you opened this"


def headless(snapshot: Snapshot) -> list[Unit]:
    """The units that have posts and nobody who leads them, in order."""
    return [
        unit
        for key, unit in snapshot.units.items()
        if not unit.is_function and key not in snapshot.leads_of and snapshot.posts_in.get(key)
    ]


class HeadsForm(WhyForm):
    """A choice for each unit that nobody leads; what is chosen is one act."""

    def __init__(self, data=None, *, structure, snapshot):
        super().__init__(data, structure=structure)
        self.structure, self.snapshot = structure, snapshot
        units = headless(snapshot)
        self.units = units[:MOST] + [each for each in units[MOST:] if self._sent(each.key)]
        self.more = len(units) - len(self.units)
        self.fields |= {_name(unit.key): self._field(unit) for unit in self.units}

    def _field(self, unit):
        posts, sent = (
            sorted(self.snapshot.posts_in[unit.key], key=self._place),
            self._sent(unit.key),
        )
        posts = posts[:MOST_POSTS] + [each for each in posts[MOST_POSTS:] if each.key == sent]
        choices = [(post.key, _said(post)) for post in posts]
        return forms.ChoiceField(
            label=unit.name,
            choices=[("", "Not stated"), *choices],
            required=False,
            error_messages={"invalid_choice": self._elsewhere(unit, sent)},
        )

    def _sent(self, key):
        """The key of the post that was sent as the head of a unit."""
        return self.data.get(_name(key))

    def _elsewhere(self, unit, post):
        """That the post that was chosen is not in the unit by now."""
        called = self.snapshot.called(post) if post in self.snapshot.posts else "The post chosen"
        said = f"{called} is no longer in {self.snapshot.called(unit.key)}. Choose another."
        return said.replace("%", "%%")

    def _place(self, post):
        """Those come first to whom most report."""
        return -len(self.snapshot.reports_of.get(post.key, ()))

    @property
    def rows(self):
        """Each unit with the names of those above it, and its field."""
        for unit in self.units:
            above = reversed([each.name for each in self.snapshot.above(unit.key)])
            yield unit, " › ".join(above), self[_name(unit.key)]

    def clean(self):
        if self.not_offered:
            raise forms.ValidationError([self._meanwhile(key) for key in self.not_offered])
        if not self.errors and not self._chosen():
            raise forms.ValidationError("Choose the head of at least one unit")
        return super().clean()

    @cached_property
    def not_offered(self):
        """The keys of the units for which a post was sent, and which are not asked about by now."""
        sent = (name.removeprefix(PREFIX) for name in self.data if name.startswith(PREFIX))
        offered = {unit.key for unit in self.units}
        return [key for key in sent if self._sent(key) and key not in offered]

    def _meanwhile(self, key):
        name = self.snapshot.called(key) if key in self.snapshot.units else None
        if name is None:
            last = last_called(self.structure, key)
            name = "A unit that is not there" if last == key else last
        how = "has a head by now" if key in self.snapshot.leads_of else CHANGED
        return f"{name} {how}. Nothing was named: look again."

    def _chosen(self):
        """The keys of the units for which a post is chosen, each with that of the post."""
        said = {unit.key: self.cleaned_data.get(_name(unit.key)) for unit in self.units}
        return {unit: post for unit, post in said.items() if post}

    def save(self, user):
        """Name them in one act; ChangedMeanwhile if anybody leads one of the units by now."""
        chosen, reason = self._chosen(), self.cleaned_data["reason"]
        with self.structure.editing(user, "name heads", reason) as editing:
            units = {each.key: each for each in self._there(editing, Unit, chosen)}
            posts = {each.key: each for each in self._there(editing, Post, chosen.values())}
            for unit, post in chosen.items():
                if unit not in units or post not in posts or units[unit].led_by.exists():
                    name = self.snapshot.called(unit)
                    raise errors.ChangedMeanwhile(
                        f"{name} {CHANGED}. Nothing was named: look again."
                    )
                redrawing.name_head(units[unit], [posts[post]])
            if len(chosen) > 1:
                editing.tell(f"Heads named of {len(chosen)} units.")
        return editing.act

    def _there(self, editing, model, keys):
        there = list(model.objects.filter(structure=self.structure, key__in=list(keys)))
        for each in there:
            each.structure = editing.structure
        return there


def _name(key):
    return f"{PREFIX}{key}"


def _said(post):
    """A post as it is offered: its title, its grade, how many alike."""
    more = [post.grade, f"{post.number} posts" if post.number != 1 and post.number else None]
    said = ", ".join(filter(None, more))
    title = post.title or "A post whose title is not stated"
    return f"{title} ({said})" if said else title
