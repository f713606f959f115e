"""What is recorded of one post, typed in a row of its own.

Its one rule: a row that nobody touched is neither looked at nor written.
"""

from django import forms

from orgchart.forms import Fault, faults
from reports.writing.peoplefields import HEADINGS, field_of, mark, plain, shown


class PostForm(forms.Form):
    """A row: `names` is what is typed in it, `seen` the mark of what it showed.

    `stands_now` is what somebody else recorded meanwhile, where that is to be shown beside it.
    """

    use_required_attribute = False
    stands_now = None

    key = forms.CharField(widget=forms.HiddenInput, max_length=200)
    nth = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    tick = forms.BooleanField(required=False)

    def __init__(self, *given, line, names, fences, **named):
        super().__init__(*given, **named | {"empty_permitted": True})
        self.line, self.names = line, names
        self.shown = shown(line.record, names)
        for name in names:
            self.fields[name] = field_of(name, self._with_own(fences))
            self.fields[name].widget.attrs["aria-label"] = f"{HEADINGS[name]}: {line.label}"
        self.fields["tick"].widget.attrs["aria-label"] = f"Tick {line.label}"
        if line.is_more:
            del self.fields["tick"]
        place = {"key": line.key, "nth": line.nth, "seen": mark(self.shown)}
        self.initial = self.shown | place

    def _with_own(self, fences):
        """The ring-fences to choose from, and the one that is recorded, listed or not."""
        own = self.shown["ring_fence"]
        return fences if own in ("", *fences) else [*fences, own]

    @property
    def cells(self):
        """The other fields of the table in their order, each with its heading."""
        return [(HEADINGS[name], self[name]) for name in self.names[1:-2]]

    @property
    def word(self):
        """The field of the fate, or of the way of filling."""
        return self[self.names[0]]

    @property
    def more(self):
        """The note and the source, each with its heading."""
        return [(HEADINGS[name], self[name]) for name in self.names[-2:]]

    @property
    def said_more(self):
        """What stands in the note and the source, in one line."""
        return " ".join(filter(None, (self[name].value() for name in self.names[-2:])))

    @property
    def place(self):
        """By which its record is found: the post's key, and which of its records it is."""
        return self.line.key, self.line.nth

    @property
    def faults(self):
        """What is to be put right, each with the post that it is of."""
        return [Fault(f"{self.line.label}: {each.text}", each.field) for each in faults(self)]

    def sent(self, name):
        """What was sent as one field, as it was typed."""
        return self.data.get(self.add_prefix(name)) or ""

    @property
    def typed_mark(self):
        """The mark of what was typed."""
        return mark({name: self.sent(name) for name in self.names})

    def has_changed(self):
        """Whether somebody typed over what the form showed."""
        return self.is_bound and self.typed_mark != self.sent("seen")

    def clashes_with(self, record):
        """Whether somebody recorded something meanwhile that neither was shown nor is typed."""
        now = mark(shown(record, self.names))
        return self.has_changed() and now not in (self.sent("seen"), self.typed_mark)

    def clean(self):
        said = super().clean()
        if self.line.post is None and self.line.record is None:
            raise forms.ValidationError("It is not, or no longer, in the structure")
        if "way" in self.names and not said.get("way") and any(map(said.get, self.names[1:])):
            self.add_error("way", "Choose how it is to be filled")
        return said

    def write(self, row):
        """Record what was typed; nothing is left of what was taken back."""
        was = shown(row, self.names)
        for name in self.names:
            if plain(self.sent(name)) != plain(was[name]):
                setattr(row, name, self.cleaned_data[name])
        if any(shown(row, self.names).values()):
            row.save()
        elif row.pk:
            row.delete()
