"""The ring-fences of a report: those who alone may apply for some posts, by name.

Its one rule: posts name a ring-fence, so a new name is theirs too, and none is left in one that is
taken out.
"""

from django import forms

from reports.models import Fate, Filling, RingFence
from reports.writing.peoplefields import Note, Sources, plain
from reports.writing.rows import Rows, rows_of


class FenceForm(forms.ModelForm):
    sources = Sources(label="Source", help_text="The paragraph of the paper; between several a ;")
    note = Note(help_text="Who may apply for what, by which procedure")

    class Meta:
        model = RingFence
        fields = ["name", "note", "sources"]
        error_messages = {"name": {"required": "Type what the ring-fence is called"}}


class FenceForms(Rows, rows_of(RingFence, FenceForm)):
    """All ring-fences of a report, and room for one more."""

    verb = "correct the ring-fences"

    def __init__(self, data=None, *, restructure, report):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The ring-fences of “{restructure.title}” were corrected."
        self.versions = RingFence.history.filter(restructure=restructure).all
        rows = restructure.ring_fences.order_by("position", "pk")
        super().__init__(data, queryset=rows, prefix="fence")

    def clean(self):
        if self.management_form.is_valid() and not any(self.errors):
            self._check_names()
        super().clean()

    def _check_names(self):
        taken = set()
        for form in self._kept():
            name = plain(form.cleaned_data["name"])
            if name in taken:
                raise forms.ValidationError(f"There are two ring-fences “{name}”. Rename one.")
            taken.add(name)

    def save(self, commit=True):
        """Save each ring-fence; the posts in one that is renamed or taken out follow it."""
        names = {form.initial["name"]: None for form in self.deleted_forms if form.instance.pk}
        for form in self._kept():
            if form.instance.pk:
                names[form.initial["name"]] = form.cleaned_data["name"]
        super().save(commit)
        self._follow({was: name for was, name in names.items() if was != name})

    def _follow(self, names):
        """Let fates and fillings name a ring-fence as it is now called, or none any more."""
        for model in (Fate, Filling):
            for row in model.objects.filter(restructure=self.restructure, ring_fence__in=names):
                row.ring_fence = names[row.ring_fence]
                row.save()
