"""What becomes of the units that a post heads, where the post goes elsewhere: asked, not guessed.

Its one rule: a post that heads a unit goes on heading it unless it is said otherwise.
"""

from collections import defaultdict

from django import forms

from posts import redrawing
from posts.models import Leads, Post

NOBODY = ":nobody"
FOR_ALL = "headships"
MOST_ASKED = 8
"""So many headships are asked about one by one; more, all at once."""

MOST_OTHERS = 100
"""So many posts of a unit can be chosen from; whoever else is named with “Head…”."""


class Headships:
    """The units that posts head, and what is to become of each."""

    def __init__(self, posts):
        self.posts = [post.pk for post in posts]
        leads = Leads.objects.filter(post__in=self.posts, how__in=("head", "acting head"))
        self.leads = list(leads.select_related("post", "unit").order_by("pk"))

    def fields(self):
        """A field for each; one for all where they are many."""
        if len(self.leads) > MOST_ASKED:
            label = f"They head {len(self.leads)} units"
            return {FOR_ALL: _field(label, "All stay as they are", "Nobody heads them")}
        others = self._others()
        return {_name(lead): self._field_of(lead, others[lead.unit_id]) for lead in self.leads}

    def _others(self):
        """By the number of a unit, the posts in it that stay there."""
        found = defaultdict(list)
        units = [lead.unit_id for lead in self.leads]
        stay = Post.objects.filter(unit__in=units).exclude(pk__in=self.posts).exclude(key="")
        for post in stay.order_by("position", "pk").only("key", "title", "unit_id"):
            found[post.unit_id].append(post)
        return found

    def _field_of(self, lead, others):
        who = "It" if len(self.posts) == 1 else str(lead.post)
        heads = "heads" if lead.how == "head" else "is acting head of"
        return _field(
            f"{who} {heads} {lead.unit.name}",
            f"Stays its {lead.how}",
            "Nobody, or not stated",
            [(post.key, f"Instead: {post}") for post in others[:MOST_OTHERS]],
        )

    def said(self, cleaned):
        """What was chosen for each that does not stay: its row, and a post's key or NOBODY."""
        chosen = [(lead, cleaned.get(_name(lead)) or cleaned.get(FOR_ALL)) for lead in self.leads]
        return [(lead, choice) for lead, choice in chosen if choice]

    def hand_on(self, cleaned):
        """Let others head the units, or nobody, as was chosen; who heads one beside stays."""
        leaving, coming = defaultdict(set), defaultdict(list)
        for lead, choice in self.said(cleaned):
            led = lead.unit, lead.how
            leaving[led].add(lead.post_id)
            coming[led] += lead.unit.posts.filter(key=choice) if choice != NOBODY else []
        for (unit, how), posts in leaving.items():
            there = [lead.post for lead in unit.led_by.filter(how=how).select_related("post")]
            stay = [post for post in there if post.pk not in posts]
            redrawing.name_head(unit, stay + coming[unit, how], how)


def _name(lead):
    return f"heads-{lead.pk}"


def _field(label, stays, nobody, others=()):
    choices = [("", stays), (NOBODY, nobody), *others]
    return forms.ChoiceField(label=label, choices=choices, required=False)
