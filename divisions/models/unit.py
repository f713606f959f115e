"""The tree of units: directorates, divisions, services, teams, and the work that is no unit.

Its one rule: a unit's place (the council's, outside, not placed) is said of a unit that stands at
the top; whatever stands below a unit stands where it does.
"""

from django.db import models

from divisions import errors, sentences, tree
from divisions.apart import Thing, told_apart

from .act import history
from .part import UNTRACKED, Part

_PLACE = frozenset(("key", "structure", "parent", "position", "place"))


class Unit(Part):
    """A unit of one structure. `kind` is the council's own word for it."""

    class Place(models.TextChoices):
        COUNCIL = "council", "in the council"
        OUTSIDE = "outside", "outside the council"
        UNPLACED = "unplaced", "place not stated"

    name = models.CharField(max_length=500)
    kind = models.CharField(max_length=100, null=True, blank=True)
    remit = models.TextField(null=True, blank=True)
    place = models.CharField(max_length=20, choices=Place.choices, null=True, blank=True)

    history = history(excluded_fields=UNTRACKED)

    class Meta(Part.Meta):
        pass

    def __str__(self):
        return self.name

    @property
    def called(self):
        """What it is called; where others have its name, with what tells it from them."""
        alike = Unit.objects.filter(structure=self.structure_id, name=self.name)
        alike = alike.exclude(key="").order_by("position", "pk").values_list("pk", "place")
        alike = dict(alike) | {self.pk: self.place}
        if len(alike) == 1:
            return self.name
        paths = Unit.paths(self.structure_id)
        things = {pk: self._thing(pk, place, paths) for pk, place in alike.items()}
        return told_apart(things)[self.pk]

    def _thing(self, pk, place, paths):
        """A unit of this one's name, with where it stands."""
        above = paths.get(pk, ())[1:]
        return Thing(self.name, above, top=sentences.AT_TOPS[place or "council"])

    @staticmethod
    def paths(structure):
        """By its number, a unit's name and those of the units it stands in, the nearest first."""
        units = Unit.objects.filter(structure=structure).exclude(key="").order_by("lft")
        paths = {}
        for pk, parent, name in units.values_list("pk", "parent", "name"):
            paths[pk] = (name, *paths.get(parent, ()))
        return paths

    @classmethod
    def create(cls, structure, name, *, key, under=None, after=None, **facts):
        """Create a unit under another, or at the top (`place=`), last unless `after` a sibling."""
        with structure.editing(verb="create a unit") as editing:
            editing.must_be_free(key)
            if under is None:
                facts["place"] = facts.get("place") or cls.Place.COUNCIL
            unit = cls(structure=editing.structure, key=key, name=name, **facts)
            unit._must_stand_in_one_place(under)
            under = under and editing.fresh(under)
            tree.plant(unit, under, after)
            where = f"in {under.called}" if under else sentences.AT_TOPS[unit.place]
            editing.tell(sentences.created(name, where))
            return unit

    @property
    def stands_in(self):
        """What the unit stands in, as it is called; at the top, where that is, in words."""
        return self.parent.called if self.parent.key else sentences.TOPS[self.place]

    def move_under(self, parent, after=None):
        """Make parent this unit's parent, bringing everything below it along."""
        with self.structure.editing(verb="move a unit") as editing:
            unit, parent = editing.fresh(self), editing.fresh(parent)
            was, unit.place = unit.stands_in, None
            tree.move(unit, parent, after, also=["place"])
            editing.tell(sentences.moved(unit.name, was, parent.called))

    def move_to_top(self, place=Place.COUNCIL, after=None):
        """Let this unit stand at the top: in the council, outside it, or not placed."""
        with self.structure.editing(verb="move a unit") as editing:
            unit = editing.fresh(self)
            was, unit.place = unit.stands_in, place or self.Place.COUNCIL
            unit._must_stand_in_one_place(None)
            tree.move(unit, None, after, also=["place"])
            editing.tell(sentences.moved(unit.name, was, unit.stands_in))

    def move_up(self):
        """Draw this unit before the one it is drawn after, among those it stands with."""
        with self.structure.editing(verb="reorder") as editing:
            unit = editing.fresh(self)
            tree.move_up(unit, unit._stand_with())
            editing.tell(sentences.reordered(unit.called, "up"))

    def move_down(self):
        """Draw this unit after the one it is drawn before, among those it stands with."""
        with self.structure.editing(verb="reorder") as editing:
            unit = editing.fresh(self)
            tree.move_down(unit, unit._stand_with())
            editing.tell(sentences.reordered(unit.called, "down"))

    def rename(self, name):
        """Give the unit another name."""
        with self.structure.editing(verb="rename a unit"):
            self.change(name=name)

    def change(self, **facts):
        """Change the name, kind, remit, or any other fact of the unit but its place."""
        if _PLACE & facts.keys():
            raise TypeError("The place of a unit is changed by the verbs that move it.")
        with self.structure.editing(verb="change a unit") as editing:
            unit = editing.fresh(self)
            name, differ = unit.called, unit.set_facts(facts)
            unit.save(update_fields=list(facts))
            editing.tell(sentences.changed(name, differ))

    def _stand_with(self):
        """The units that stand where it stands."""
        return Unit.objects.filter(parent=self.parent_id, place=self.place)

    def take_out(self):
        """Take this unit out of the structure; StillNeeded while a unit or post is in it."""
        with self.structure.editing(verb="close a unit") as editing:
            unit = editing.fresh(self)
            if below := unit.children.count():
                raise errors.StillNeeded(
                    f"{unit.called} still has {sentences.counted(below, 'unit')} under it. "
                    "Move or close them first."
                )
            if posts := unit.posts.count():
                raise errors.StillNeeded(
                    f"{unit.called} still has {sentences.counted(posts, 'post')}. "
                    "Move or delete them first."
                )
            name = unit.called
            editing.take_out(unit)
            editing.tell(sentences.closed(name))

    def _must_stand_in_one_place(self, under):
        """Refuse a place of its own to a unit below another, and a place that there is not."""
        if under is not None and self.place is not None:
            raise errors.NotSound(
                f"{self} stands under {under.called}, and where that stands. "
                "Give it no other place."
            )
        if under is None and self.place not in self.Place:
            places = ", ".join(self.Place.values)
            raise errors.NotSound(f"{self} cannot stand in “{self.place}”. Choose of {places}.")
