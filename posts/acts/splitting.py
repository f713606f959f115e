"""Splitting a unit: the names of the new units, and which of them each thing in it goes to.

Its one rule: what is said of one thing counts before what is said of all of its title, and that
before what is said of all that is in the unit.
"""

from collections import defaultdict

from django import forms
from django.db.models import Q

from divisions import sentences
from divisions.apart import Thing, in_turn
from posts import redrawing
from posts.acts.act import Act
from posts.models import Post
from posts.models.namesakes import called
from posts.recorded import BELOW, CAME, LED, WRITTEN

MOST_PARTS = 6
HEADS = {"head": "heads it", "acting head": "is its acting head"}
ONE, ALIKE, REST = "goes-", "alike-", "rest"
NTH = ("1st", "2nd", "3rd", "4th", "5th", "6th")
AS_SAID = "as said above"


def names_in(text):
    """The names that are typed, one a line."""
    return [name.strip() for name in text.splitlines() if name.strip()]


def alike(posts):
    """Posts of one title together, by the key of the first; given are their keys and titles."""
    first, groups = {}, {}
    for key, title in posts:
        groups.setdefault(first.setdefault(title or key, key), []).append(key)
    return groups


def goes(said, units, posts):
    """By the keys of units and posts, the place among the new units that each goes to.

    `said`: what was typed, by the names of the fields. What is no number says nothing.
    """
    everything = dict.fromkeys(units, None)
    everything |= {key: first for first, keys in alike(posts).items() for key in keys}
    ways = {key: (f"{ONE}{key}", f"{ALIKE}{first}", REST) for key, first in everything.items()}
    return {
        key: next(filter(None, (_number(said.get(name)) for name in names)), 1) - 1
        for key, names in ways.items()
    }


def _number(text):
    return int(text) if text and text.isdecimal() and int(text) > 0 else None


class Split(Act):
    """What was put into it since was not asked for.

    Who heads it heads none of the new units unless that is said.
    """

    slug, label, key, verb = "split", "Split…", "s", "split a unit"
    reads = (WRITTEN, BELOW, LED, CAME)

    into = forms.CharField(
        label="Into",
        help_text="The names of the new units, one a line",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Type the names of the new units, one a line"},
    )

    def prepare(self):
        unit = self.subject
        self.units = list(unit.children.order_by("position", "pk"))
        self.posts = list(unit.posts.order_by("position", "pk"))
        leads = unit.led_by.filter(how__in=HEADS).select_related("post__unit").order_by("pk")
        self.leads = list(leads)
        self.fields |= self._fields_in_order()
        self.move_reason_last()

    def _fields_in_order(self):
        """What is asked of all, of each unit, of the posts of one title, of each head and post."""
        fields = {}
        if self.units or self.posts:
            fields[REST] = self._field("All that is in it goes to", self.numbers)
        below = self._below()
        for unit, name in zip(self.units, in_turn([*map(str, self.units)]), strict=True):
            fields[f"{ONE}{unit.key}"] = self._field(f"{name}{below[unit.pk]} goes to")
        for first, posts in self.alike.items():
            if len(posts) > 1:
                label = f"{posts[0]}: all {len(posts)} posts go to"
                fields[f"{ALIKE}{first}"] = self._field(label)
        heads = called([lead.post for lead in self.leads]) if self.leads else []
        for lead, name in zip(self.leads, heads, strict=True):
            none = ("", "None of the new units, or not stated")
            label = f"{name}, who {HEADS[lead.how]}, then heads"
            fields[_heads(lead)] = self._field(label, [none, *self.numbers])
        return fields | self._one_by_one()

    def _one_by_one(self):
        """Each post by itself: folded away, since there may be many."""
        things = [Thing(str(post), number=post.post_number).by_number for post in self.posts]
        return {
            f"{ONE}{post.key}": self._field(f"{name} goes to", part="folded")
            for post, name in zip(self.posts, in_turn(things), strict=True)
        }

    def _field(self, label, choices=None, part="open"):
        choices = choices or [("", AS_SAID), *self.numbers]
        wrong = {"invalid_choice": "There is no name on line %(value)s"}
        field = forms.ChoiceField(
            label=label, choices=choices, required=False, error_messages=wrong
        )
        field.part = part
        return field

    @property
    def names(self):
        """The names that are typed so far."""
        return names_in(self.asked.get("into") or "")[:MOST_PARTS]

    @property
    def numbers(self):
        """What can be chosen from: the names typed, or, as long as there is none, their places."""
        names = self.names or [f"{nth} name" for nth in NTH]
        return [(str(number), name) for number, name in enumerate(names, 1)]

    @property
    def alike(self):
        """The posts of one title together, by the key of the first."""
        by_key = {post.key: post for post in self.posts}
        groups = alike((post.key, post.title) for post in self.posts)
        return {first: [by_key[key] for key in keys] for first, keys in groups.items()}

    def _below(self):
        """By the number of a unit, what goes along with it, in words."""
        inside = Q()
        for unit in self.units:
            inside |= Q(unit__lft__range=(unit.lft, unit.rght))
        posts = Post.objects.filter(inside, structure=self.structure) if self.units else ()
        seats = list(posts.values_list("unit__lft", flat=True)) if self.units else []
        said = {}
        for unit in self.units:
            count = sum(unit.lft <= seat <= unit.rght for seat in seats)
            things = ((unit.rght - unit.lft) // 2, "unit"), (count, "post")
            along = [sentences.counted(number, noun) for number, noun in things if number]
            said[unit.pk] = f", with {sentences.listed(along)} below it," if along else ""
        return said

    @property
    def open_fields(self):
        """What is asked of many at once, and of heads."""
        return self._shown("open")

    @property
    def folded_fields(self):
        """What is asked of each post."""
        return self._shown("folded")

    def _shown(self, part):
        fields = self.visible_fields()
        return [field for field in fields if getattr(field.field, "part", None) == part]

    def clean_into(self):
        """Two names or more, and not more than can be chosen from."""
        names = names_in(self.cleaned_data["into"])
        if len(names) < 2:
            raise forms.ValidationError("Type at least two names, one a line")
        if len(names) > MOST_PARTS:
            raise forms.ValidationError(f"Type at most {MOST_PARTS} names; split again for more")
        return names

    def perform(self, editing):
        said = self.cleaned_data
        units = [unit.key for unit in self.units]
        where = goes(said, units, [(post.key, post.title) for post in self.posts])
        new = redrawing.split(self.subject, said["into"], where)
        for (number, how), posts in self._heads_said().items():
            redrawing.name_head(new[int(number) - 1], posts, how)
        return new[0].key

    def _heads_said(self):
        """Who is to head which of the new units, by its line and how."""
        found = defaultdict(list)
        for lead in self.leads:
            if number := self.cleaned_data[_heads(lead)]:
                found[number, lead.how].append(lead.post)
        return found


def _heads(lead):
    return f"heads-{lead.pk}"
