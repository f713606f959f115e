"""The acts on units: create, rename, move, reorder, and who heads them."""

from django import forms

from divisions import tree
from divisions.keys import new_key
from divisions.models import Unit
from posts.acts.act import Act
from posts.acts.target import Targeted

TOPS = (
    (":council", "At the top of the council"),
    (":outside", "Outside the council"),
    (":unplaced", "Where is not stated, or not decided"),
)
FIRST, LAST = "first", "last"


def name_field(label="Name", **options):
    """A field for a unit's name."""
    required = {"required": f"Type the {label.lower()}"}
    return forms.CharField(label=label, max_length=500, error_messages=required, **options)


def kind_field(structure, **options):
    """A field for the council's word for a unit."""
    kinds = [(kind["name"], kind["name"]) for kind in structure.council.kinds]
    return forms.ChoiceField(label="Kind", choices=[("", "not stated"), *kinds], **options)


def place_of(value):
    """The place at the top that a choice stands for."""
    return value.removeprefix(":")


class NewUnit(Targeted):
    slug, label, key, verb = "new-unit", "New unit", "n", "create a unit"
    of, least, most, is_at_large = (), 0, 0, True
    tops, asks = TOPS, "Under"

    to_name = name_field()
    to_kind = forms.CharField()

    def prepare(self):
        super().prepare()
        self.fields["to_kind"] = kind_field(self.structure, required=False)
        self.order_fields(["to_name", "to_kind", "to", "reason"])

    @property
    def heading(self):
        return "Create a unit"

    @property
    def target_key(self):
        """The unit that was shown, until another is chosen."""
        return self.asked.get("to") or self.asked.get("under") or ":council"

    def perform(self, editing):
        said, under = self.cleaned_data, self.target
        where = {"under": under} if under else {"place": place_of(said["to"])}
        unit = Unit.create(
            self.structure,
            said["to_name"],
            key=new_key(said["to_name"]),
            kind=said["to_kind"] or None,
            **where,
        )
        return unit.key


class RenameUnit(Act):
    slug, label, key, verb = "rename", "Rename…", "r", "rename a unit"

    to_name = name_field()

    def prepare(self):
        self.initial["to_name"] = self.subject.name

    def perform(self, editing):
        self.subject.rename(self.cleaned_data["to_name"])
        return self.subject.key


class MoveUnit(Targeted):
    slug, label, key, verb = "move-unit", "Move…", "m", "move a unit"
    most = None
    many_label = "Move units…"
    tops, asks = TOPS, "Move to"

    where = forms.ChoiceField(
        label="Place among those there", choices=[(LAST, "last"), (FIRST, "first")], required=False
    )

    def why_not(self, key):
        """A unit cannot stand below itself."""
        if key in self.keys:
            return "This is what is moved"
        return "It stands below what is moved" if key in self._below else None

    @property
    def _below(self):
        if not hasattr(self, "_found_below"):
            self._found_below = {
                key
                for unit in self.subjects
                for key in unit.get_descendants().values_list("key", flat=True)
            }
        return self._found_below

    def perform(self, editing):
        target, place = self.target, self.cleaned_data["to"]
        after = tree.FIRST if self.cleaned_data["where"] == FIRST else None
        for unit in self.subjects:
            if target:
                unit.move_under(target, after)
            else:
                unit.move_to_top(place_of(place), after)
        return self.subject.key
