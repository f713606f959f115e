"""The acts on one unit: create it, rename it, move it, reorder it, name its head."""

from django import forms

from divisions import sentences, successions, tree
from posts import redrawing
from posts.acts.act import POST, UNIT, Act, next_to
from posts.acts.target import POSTS, Targeted, posts_found
from posts.recorded import LED, WRITTEN

TOPS = (
    (":council", "At the top of the council"),
    (":outside", "Outside the council"),
    (":unplaced", "Where is not stated, or not decided"),
)
FIRST, LAST = "first", "last"
MOST_OWN = 12
"""So many posts of a unit are offered first to head it; any is found by its title."""


def name_field(label="Name", **options):
    """A field for the name of a unit."""
    required = {"required": f"Type the {label.lower()}"}
    return forms.CharField(label=label, max_length=500, error_messages=required, **options)


def origin_field():
    """A field for what a draft says of where something came from that did not stand before."""
    return forms.ChoiceField(
        label="Where it came from",
        help_text="If it is made from others, say so afterwards, with “Came from…”",
        choices=[("new", "It is new"), ("not stated", "Not stated")],
        required=False,
    )


def origins(said):
    """The origins that were chosen."""
    not_stated = said.get("origin") == "not stated"
    return successions.not_stated() if not_stated else successions.new()


def kind_field(structure):
    """A field for the council's word for a unit."""
    kinds = [(kind["name"], kind["name"]) for kind in structure.council.kinds]
    choices = [("", "not stated"), *kinds]
    return forms.ChoiceField(label="Kind", choices=choices, required=False)


def where(target, value):
    """Where a unit is to stand, as its verbs take it: under a unit, or at the top in a place."""
    return {"under": target} if target else {"place": value.removeprefix(":")}


class NewUnit(Targeted):
    slug, label, key, verb = "new-unit", "New unit", "n", "create a unit"
    of, least, most, is_at_large = (), 0, 0, True
    heading = "Create a unit"
    tops, asks = TOPS, "Under"

    to_name = name_field()

    def prepare(self):
        super().prepare()
        self.fields["to_kind"] = kind_field(self.structure)
        if self.structure.based_on_id is not None:
            self.fields["origin"] = origin_field()
        self.order_fields(["to_name", "to_kind", "to", "origin", "reason"])

    @property
    def target_key(self):
        """The unit that was shown, or that of the post that was, until another is chosen."""
        return self.asked.get("to") or self.unit_shown or ":council"

    def perform(self, editing):
        return self.create(self.cleaned_data["to_name"]).key

    def create(self, name):
        """Create a unit of this name, as was said."""
        said = self.cleaned_data
        place = where(self.target, said["to"])
        kind = said["to_kind"] or None
        return redrawing.create_unit(
            self.structure, name, kind=kind, origins=origins(said), **place
        )


class NewUnits(NewUnit):
    """Several at once, as a paper lists them: their names one a line."""

    slug, label, key = "new-units", "New units…", "u"
    heading = "Create several units"

    to_name = forms.CharField(
        label="Names",
        help_text="One a line",
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Type the names, one a line"},
    )

    def clean_to_name(self):
        """Each name in its line."""
        names = [name.strip() for name in self.cleaned_data["to_name"].splitlines()]
        if too_long := [name for name in names if len(name) > 500]:
            raise forms.ValidationError(f"“{too_long[0][:40]}…” is longer than 500 characters")
        return [name for name in names if name]

    def perform(self, editing):
        names = self.cleaned_data["to_name"]
        first, *others = [self.create(name) for name in names]
        under = self.target
        where = f"in {under.called}" if under else sentences.AT_TOPS[first.place]
        said = sentences.listed(names) if len(names) <= 5 else f"{len(names)} units"
        if others:
            editing.tell(sentences.created(said, where))
        return first.key


class RenameUnit(Act):
    slug, label, key, verb = "rename", "Rename…", "r", "rename a unit"

    to_name = name_field()

    def prepare(self):
        self.initial["to_name"] = self.subject.name

    def perform(self, editing):
        self.subject.rename(self.cleaned_data["to_name"])
        return self.subject.key


class MoveUnits(Targeted):
    slug, label, key, verb = "move-unit", "Move…", "m", "move a unit"
    most, many_label, goes_away = None, "Move units…", True
    tops, asks = TOPS, "Move to"

    where = forms.ChoiceField(
        label="Place among those there", choices=[(LAST, "last"), (FIRST, "first")], required=False
    )

    def why_not(self, key):
        """A unit cannot stand below itself."""
        if key in self.keys:
            return "This is what is moved"
        return "It stands below what is moved" if key in self.keys_below else None

    def beside(self):
        unit = self.subject
        stand_with = self.structure.units.filter(parent=unit.parent_id, place=unit.place)
        return next_to(self.subjects, stand_with) or unit.parent.key or None

    def perform(self, editing):
        target, is_first = self.target, self.cleaned_data["where"] == FIRST
        after = tree.FIRST if is_first else None
        for unit in reversed(self.subjects) if is_first else self.subjects:
            if target:
                unit.move_under(target, after)
            else:
                unit.move_to_top(self.cleaned_data["to"].removeprefix(":"), after)
        return self.subject.key


class NameHead(Targeted):
    """Who was named since would be head no more."""

    slug, label, key, verb = "head", "Head…", "h", "name a head"
    finds, asks = POSTS, "Post"
    tops = ((":nobody", "Nobody, or not stated"),)
    reads = (WRITTEN, LED)

    how = forms.ChoiceField(
        label="As",
        choices=[("head", "head"), ("acting head", "acting head"), ("leads", "leading a function")],
    )

    @property
    def heading(self):
        return f"Name the head of {self.named}"

    def _found(self):
        """Before anything is typed, the posts in the unit come first."""
        there = super()._found()
        if self.words:
            return there
        within = self.among.posts.filter(unit=self.subject).order_by("position", "pk")
        own = posts_found(within, MOST_OWN)
        keys = {each.key for each in own}
        return own + [each for each in there if each.key not in keys]

    def why_not(self, key):
        return None

    def perform(self, editing):
        target = self.target
        posts = [target] if target else []
        redrawing.name_head(self.subject, posts, self.cleaned_data["how"])
        return self.subject.key


class MoveUp(Act):
    """Reordering asks for nothing, and a key does it at once."""

    slug, label, key, verb = "up", "Up", "up", "reorder"
    of, is_instant = (UNIT, POST), True

    @property
    def heading(self):
        return f"Move {self.named} {self.label.lower()}"

    def perform(self, editing):
        self.subject.move_up()
        return self.subject.key


class MoveDown(MoveUp):
    slug, label, key = "down", "Down", "down"

    def perform(self, editing):
        self.subject.move_down()
        return self.subject.key
