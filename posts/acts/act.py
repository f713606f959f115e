"""What all acts of the board share: units or posts they are about, a form, and one verb to call.

An act is a form at an address of its own, `act/<name>/?of=KEY`, which works as a page and opens in
a dialog where there is script. Its one rule: what somebody else did meanwhile to the same units or
posts is shown first, and nothing typed is lost.

Not all that is done around a unit or post is done to it. Each kind of act says what it `reads` of
what it is about: its own row always, since an act is done to what was seen; what stands below it,
who leads it, its lines and origins only where the act hands them on, ends them or says them anew.
What an act adds to (a line, a unit, a post) and what goes along as it is (all below a unit that is
moved) it overwrites nowhere. A target is read for itself alone: what others put there stays there.
"""

from contextlib import nullcontext
from dataclasses import dataclass

from django import forms
from django.utils.functional import cached_property

from divisions import errors, models
from orgchart.forms import faults
from posts.models import Post
from posts.recorded import WRITTEN, touched

UNIT, POST = "unit", "post"


class Meanwhile(errors.RuleBroken):
    """Somebody changed what an act is about after its form was opened; it now is at `revision`."""

    def __init__(self, acts, revision):
        self.acts, self.revision = acts, revision
        super().__init__("What this is about has changed since you opened it.")


class Gone(errors.NotInStructure):
    """What an act is about has been closed or deleted: the unit or post with a `key`."""

    def __init__(self, key, says):
        self.key = key
        super().__init__(says)


@dataclass(frozen=True)
class Done:
    """An act that was done: what it was, the key of what is looked at next, of what was beside."""

    act: models.Act
    show: str | None
    left: str | None = None


class Act(forms.Form):
    """One thing that an officer does; each kind is a small class in the registry.

    `slug`: in the address. `label`: on its button. `key`: the key that presses it. `of`: what it is
    done to, UNIT or POST (both: either, one kind at a time; none: the structure). `least` and
    `most`: to how many at once; most None: to any number. `is_grave`: its button is a warning.
    `is_at_large`: it needs nothing chosen, and has a button above each face. `is_instant`: it asks
    for nothing, and a key does it. `is_for_one`: it has a button where one thing is shown.
    `goes_away`: what it is done to then stands elsewhere, and one may go on where it was.
    """

    slug = label = key = verb = ""
    of: tuple[str, ...] = (UNIT,)
    least, most = 1, 1
    is_grave = is_at_large = is_instant = goes_away = False
    is_for_one = True
    many_label = ""
    compared = None
    stands = ""
    """How what it is about stands, in a sentence, where the form says that first."""
    handover = None
    """What it did to who holds a post, if it was about that."""
    along: tuple[str, ...] = ()
    """What is read along with posts."""
    reads: tuple[str, ...] = (WRITTEN,)
    """What the act depends on of what it is about: if somebody did that meanwhile, it is shown."""
    do_not_call_in_templates = True
    finds = ""
    """What `to` is found among, if the act has a target: "units" or "posts"."""

    KEYS = {"up": "Alt ↑", "down": "Alt ↓", "delete": "Del"}

    seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        help_text="Kept in the history",
        error_messages={"required": "Say why: this is the structure in force"},
    )

    def __init__(self, data=None, *, structure, user, keys=(), asked=None):
        self.structure, self.user, self.keys = structure, user, list(dict.fromkeys(keys))
        self.asked = asked if asked is not None else {}
        super().__init__(data, initial={"seen": structure.revision}, use_required_attribute=False)
        self.move_reason_last()
        if structure.status == structure.Status.IN_FORCE:
            self.fields["reason"].required = True
            self.fields["reason"].help_text = "Needed, as this is the structure in force"
        self.prepare()
        self.must_be_of_what_is_there()

    def prepare(self):
        """Fit the fields to what the act is about."""

    def must_be_of_what_is_there(self):
        """Gone if something that the act is about is not there any more."""
        return self.subjects

    @cached_property
    def subjects(self):
        """The units or posts that the act is about, in the order asked for; 409 if one is gone."""
        found = {}
        for kind in self.of:
            parts = self.structure.units if kind == UNIT else self.structure.posts
            chosen = parts.filter(key__in=self.keys).exclude(key="")
            if kind == POST and self.along:
                chosen = chosen.select_related(*self.along)
            found |= {part.key: part for part in chosen}
        if self.keys and not self.of:
            raise errors.NotInStructure(f"{self.label} is done to nothing that is there already.")
        if missing := [key for key in self.keys if key not in found]:
            raise self._not_for_this(missing[0])
        subjects = [found[key] for key in self.keys]
        for subject in subjects:
            subject.structure = self.structure
        self._must_be_so_many(subjects)
        return subjects

    def _not_for_this(self, key):
        """What to say of a unit or post that is gone, or is not what the act is done to."""
        parts = {UNIT: self.structure.units, POST: self.structure.posts}
        for kind, there in parts.items():
            if part := there.filter(key=key).exclude(key="").first():
                return errors.NotInStructure(
                    f"{part} is a {kind}, and this is done to {self._things()}. "
                    f"Choose {self._things()} alone."
                )
        called = last_called(self.structure, key)
        return Gone(key, f"“{called}” is no longer in {self.structure.title}.")

    def _things(self):
        return " or ".join(f"{kind}s" for kind in self.of)

    def _must_be_so_many(self, subjects):
        count, things = len(subjects), self._things()
        if count < self.least:
            raise errors.NotInStructure(f"Choose {_at_least(self.least, things)} first.")
        if self.most is not None and count > self.most:
            raise errors.NotInStructure(
                f"{count} are chosen, and this is done to {self.most} at a time."
            )

    @property
    def subject(self):
        """The one unit or post that the act is about."""
        return self.subjects[0]

    @property
    def stood_before(self):
        """Whether any of it stands in the structure that a draft was drawn from."""
        base = self.structure.based_on_id
        there = type(self.subject).objects.filter(structure=base, key__in=self.keys)
        return base is not None and there.exists()

    @cached_property
    def named(self):
        """What the act is about, in a word or two, for its heading and its button."""
        if not self.subjects:
            return str(self.structure)
        if len(self.subjects) == 1:
            called = self.subject.called
            is_untitled = isinstance(self.subject, Post) and not self.subject.title
            return called[:1].lower() + called[1:] if is_untitled else called
        return (
            f"{len(self.subjects)} {'units' if isinstance(self.subject, models.Unit) else 'posts'}"
        )

    @property
    def heading(self):
        """What the form is headed, and its button says."""
        return f"{self.label.removesuffix('…')} {self.named}"

    @classmethod
    def fits(cls, snapshot, key):
        """Whether it can be done at all to a unit or post as it stands."""
        return True

    @classmethod
    def key_name(cls):
        """What is printed on the key."""
        return cls.KEYS.get(cls.key, cls.key.upper())

    def move_reason_last(self):
        """Ask why at the end, wherever fields were put."""
        self.order_fields([name for name in self.fields if name != "reason"] + ["reason"])

    @property
    def about(self):
        """By key, all that the act is about, and what it reads of each, so that it is noticed."""
        return dict.fromkeys(self.keys, self.reads)

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    def keep(self, typed):
        """Let what was typed stand in the form, which is not sent yet."""
        for name, field in self.fields.items():
            if name in typed or isinstance(field, forms.BooleanField):
                self.initial[name] = field.widget.value_from_datadict(typed, {}, name)

    def on_top(self, revision):
        """Let the form be sent again over what stands at a revision, with all that was typed."""
        self.data = self.data.copy()
        self.data["seen"] = revision

    def save(self):
        """Do the act; Meanwhile if somebody changed what it is about, RuleBroken if not so."""
        said = self.cleaned_data
        left = self.beside() if self.goes_away else None
        structure = self.structure.editing(self.user, self.verb, said["reason"])
        with self.locked_first(), structure as editing:
            self._must_have_seen(editing.act, said["seen"])
            show = self.perform(editing)
            editing.say()
            self._must_not_be_done_already(editing.act, said["seen"])
        return Done(editing.act, show, left)

    def locked_first(self):
        """Lock what has to be locked before the structure, if anything has."""
        return nullcontext()

    def _must_have_seen(self, going_on, seen):
        stands = going_on.revision - 1
        since = touched(self.structure, seen) if seen != stands else {}
        acts = {
            act
            for key, reads in (self.about if since else {}).items()
            for how in reads
            for act in since.get(key, {}).get(how, ())
        } - {going_on}
        if acts:
            raise Meanwhile(sorted(acts, key=lambda act: act.pk), stands)

    def _must_not_be_done_already(self, going_on, seen):
        """Meanwhile if the same person has done the same since: the form was sent twice."""
        stands = going_on.revision - 1
        if seen == stands or self.is_instant or not going_on.says:
            return
        since = self.structure.acts.filter(revision__gt=seen).exclude(pk=going_on.pk)
        if acts := list(since.filter(user=self.user, verb=going_on.verb, says=going_on.says)):
            raise Meanwhile(acts, stands)

    def beside(self):
        """The key of what is drawn after what the act is done to; else of what it stands in."""
        raise NotImplementedError

    def perform(self, editing):
        """Call the verb; gives the key of what is looked at next, or None."""
        raise NotImplementedError


def fate_field(ends):
    """A field for what a draft says of what becomes of something that goes."""
    return forms.ChoiceField(
        label="What becomes of it",
        choices=[("", ends), ("open", "Not stated")],
        required=False,
    )


def next_to(parts, siblings):
    """The key of the sibling drawn after some that go; None if they are drawn last."""
    going, after = {part.key for part in parts}, None
    for key in siblings.order_by("-position", "-pk").values_list("key", flat=True):
        if key == parts[-1].key:
            return after
        after = after if key in going else key
    return None


def last_called(structure, key):
    """What a unit or post that is gone was called last; its key if it never was."""
    for model, name in ((models.Unit, "name"), (Post, "title")):
        rows = model.history.filter(structure=structure, key=key).order_by("-pk")
        if row := rows.values_list(name, flat=True).first():
            return row
    return key


def _at_least(count, things):
    return f"one of the {things}" if count == 1 else f"at least {count} {things}"
