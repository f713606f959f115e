"""The acts that make units into others: merge, close, and where a unit or post came from."""

from django import forms

from divisions import sentences, successions, tree
from divisions.models import Origin, Unit
from posts import redrawing
from posts.acts.act import POST, UNIT, Act, fate_field, next_to
from posts.acts.target import POSTS, UNITS, Targeted
from posts.acts.units import kind_field, name_field
from posts.recorded import BELOW, CAME, LED, LINED, WRITTEN

ABOVE, ALL = ":above", ":all"
NOTHING, NEW, NOT_STATED, OUTSIDE = ":nothing", ":new", ":not stated", ":outside"
MADE_FROM_NOTHING = "Made from nothing else"
SHARES = {"mostly": "mostly from", "part": "partly from", "whole": "wholly from"}


class Merge(Act):
    """What is in the units goes along; their heads and origins end with them."""

    slug, label, verb = "merge", "Merge units…", "merge units"
    least, most = 2, None
    reads = (WRITTEN, BELOW, LED, CAME)

    to_name = name_field("Name of the new unit")

    def prepare(self):
        self.fields["to_kind"] = kind_field(self.structure)
        kinds = {unit.kind for unit in self.subjects}
        self.initial["to_kind"] = kinds.pop() if len(kinds) == 1 else None
        self.order_fields(["to_name", "to_kind", "reason"])

    @property
    def stands(self):
        """Where the new unit will stand, and that nobody heads it yet."""
        first, going = self.subjects[0], {unit.pk for unit in self.subjects}
        while first.parent_id in going:
            first = first.parent
        above = first.parent
        where = f"in {above.name}" if above.key else sentences.AT_TOPS[first.place]
        return f"The new unit will stand {where}. Who heads it is said afterwards, with “Head…”."

    @property
    def heading(self):
        return f"Merge {' and '.join(unit.name for unit in self.subjects[:3])}" + (
            f" and {len(self.subjects) - 3} more" if len(self.subjects) > 3 else ""
        )

    def perform(self, editing):
        said = self.cleaned_data
        return redrawing.merge(self.subjects, said["to_name"], kind=said["to_kind"] or None).key


class Close(Targeted):
    """What was put into it since would go where nobody said; its head and origin end with it."""

    slug, label, key, verb = "close", "Close…", "delete", "close a unit"
    is_grave = True
    finds, asks = UNITS, "What is in it goes to"
    reads = (WRITTEN, BELOW, LED, CAME)

    def prepare(self):
        super().prepare()
        self.below = {*tree.below(self.subjects).values_list("key", flat=True)}
        self.posts_below = self.structure.posts.filter(unit__key__in=self.below).count()
        if len(self.below) == 1 and not self.posts_below:
            del self.fields["to"]
        if self.stood_before:
            self.fields["fate"] = fate_field("It is closed")
        self.move_reason_last()

    @property
    def tops(self):
        above = self.subject.parent
        up = f"{above.name}, in which it stands" if above.key else "The top of the council"
        below = " and ".join(
            sentences.counted(number, thing)
            for number, thing in ((len(self.below) - 1, "unit"), (self.posts_below, "post"))
            if number
        )
        return ((ABOVE, up), (ALL, f"Nowhere: close and delete all below it too ({below} in all)"))

    @property
    def target_key(self):
        return self.asked.get("to", ABOVE)

    def why_not(self, key):
        """What is closed takes nothing over, and what stands in it cannot take itself."""
        if key in self.keys:
            return "This is what is closed"
        return "It stands in what is closed" if key in self.below else None

    @property
    def about(self):
        """Where all below goes too: all that was done to any of it, since nobody saw that."""
        below = self._going() if self.target_key == ALL else ()
        return super().about | dict.fromkeys(below, (*self.reads, LINED))

    def perform(self, editing):
        unit, to = self.subject, self.cleaned_data.get("to")
        target = self.target if to else None
        stand_with = self.structure.units.filter(parent=unit.parent_id, place=unit.place)
        show, going = next_to([unit], stand_with) or unit.parent.key, self._going()
        redrawing.close(unit, units_to=target, posts_to=target, with_all_below=to == ALL)
        if self.cleaned_data.get("fate"):
            successions.leave_open(editing.structure, going)
        return show or None

    def _going(self):
        """The keys of what goes as it stands now: the unit; all below it too, if that is said."""
        unit = self.structure.units.filter(key__in=self.keys).first()
        if unit is None or self.target_key != ALL:
            return self.keys
        units = tree.below([unit])
        posts = self.structure.posts.filter(unit__in=units)
        return [key for parts in (units, posts) for key in parts.values_list("key", flat=True)]


class SayOrigins(Targeted):
    """Where a unit or post came from: what is said already, to be kept or not, and one more.

    What came before stands in another structure, in which nothing is written here.
    """

    slug, label, key, verb = "origins", "Came from…", "o", "say where something came from"
    reads = (WRITTEN, CAME)
    of, asks = (UNIT, POST), "Add what it came from"
    tops = (
        (NOTHING, "Nothing more"),
        (NEW, "It is new, made from nothing else"),
        (NOT_STATED, "Not stated"),
        (OUTSIDE, "A body outside the council, named below"),
    )

    share = forms.ChoiceField(
        label="How much of it",
        choices=[("mostly", "mostly"), ("part", "a part"), ("whole", "all of it")],
    )
    outside = forms.CharField(label="Body outside the council", max_length=500, required=False)

    def prepare(self):
        super().prepare()
        self.there = list(self.structure.origins.filter(key=self.subject.key))
        said = successions.named(self.structure, self.there)
        for number, (share, name) in enumerate(said):
            self.fields[f"keep-{number}"] = forms.BooleanField(
                label=f"Keep: {SHARES[share]} {name}", initial=True, required=False
            )
        kept = [f"keep-{number}" for number in range(len(said))]
        self.order_fields([*kept, "to", "share", "outside", "reason"])

    @property
    def finds(self):
        return UNITS if isinstance(self.subject, Unit) else POSTS

    @property
    def about(self):
        return dict.fromkeys(self.keys, self.reads)

    @property
    def among(self):
        """What came before: the structure that this one was drawn from."""
        return self.structure.based_on or self.structure

    @property
    def target_key(self):
        return self.asked.get("to", NOTHING)

    @property
    def heading(self):
        return f"Say where {self.named} came from"

    def perform(self, editing):
        said, target = self.cleaned_data, self.target
        kept = [each for each in self.there if each.share in SHARES]
        origins = [each for number, each in enumerate(kept) if said.get(f"keep-{number}")]
        if target:
            origins.append(Origin(share=said["share"], came_from=target.key))
        elif said["to"] == OUTSIDE:
            origins.append(Origin(share=said["share"], outside=said["outside"] or None))
        elif said["to"] == NEW:
            origins = successions.new(note=MADE_FROM_NOTHING)
        elif said["to"] == NOT_STATED:
            origins = successions.not_stated()
        elif not kept:
            origins = self.there
        successions.set_origins(self.structure, self.subject.key, successions.copied(origins))
        return self.subject.key
