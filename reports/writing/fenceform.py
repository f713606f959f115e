"""The ring-fences of a report: those who alone may apply for some posts, by name.

Its one rule: posts name a ring-fence, so a new name is theirs too, and none is left in one that is
taken out.
"""

from django import forms

from orgchart.forms import Fault, faults
from reports.forms import Meanwhile
from reports.models import Fate, Filling, RingFence
from reports.writing.digest import digest
from reports.writing.peoplefields import Note, Sources, plain, shown

_COLUMNS = ("name", "note", "sources")


class FenceForm(forms.ModelForm):
    sources = Sources(label="Source", help_text="The paragraph of the paper; between several a ;")
    note = Note(help_text="Who may apply for what, by which procedure")

    class Meta:
        model = RingFence
        fields = _COLUMNS
        error_messages = {"name": {"required": "Type what the ring-fence is called"}}


_Forms = forms.modelformset_factory(
    RingFence, FenceForm, extra=1, can_delete=True, max_num=200, absolute_max=300
)


class FenceForms(Meanwhile, _Forms):
    """All ring-fences of a report, and room for one more."""

    verb = "correct the ring-fences"

    def __init__(self, data=None, *, restructure, report):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The ring-fences of “{restructure.title}” were corrected."
        self.versions = RingFence.history.filter(restructure=restructure).all
        rows = restructure.ring_fences.order_by("position", "pk")
        super().__init__(data, queryset=rows, prefix="fence")

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Take it out"

    def mark(self):
        rows = self.restructure.ring_fences.all() if self.is_bound else self.get_queryset()
        return digest(*((row.pk, shown(row, _COLUMNS)) for row in rows))

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        whole = [Fault(text, None) for text in self.non_form_errors()]
        return whole + [fault for form in self.forms for fault in faults(form)]

    @property
    def stands(self):
        """The ring-fences as they stand now, where that is to be shown."""
        return self.restructure.ring_fences.all() if self.conflict else ()

    def clean(self):
        if self.management_form.is_valid() and not any(self.errors):
            self._check_names()
            self.check_seen()

    def _check_names(self):
        taken = set()
        for form in self._kept():
            name = plain(form.cleaned_data["name"])
            if name in taken:
                raise forms.ValidationError(f"There are two ring-fences “{name}”. Rename one.")
            taken.add(name)

    def _kept(self):
        return [
            form
            for form in self.forms
            if form not in self.deleted_forms and (form.instance.pk or form.has_changed())
        ]

    def save(self, commit=True):
        """Save each ring-fence; the posts in one that is renamed or taken out follow it."""
        names = {form.initial["name"]: None for form in self.deleted_forms if form.instance.pk}
        for form in self.deleted_forms:
            if form.instance.pk:
                form.instance.delete()
        for position, form in enumerate(self._kept(), start=1):
            if "name" in form.initial:
                names[form.initial["name"]] = form.cleaned_data["name"]
            form.instance.restructure = self.restructure
            if form.instance.pk is None or form.has_changed():
                form.instance.position = form.instance.position or position
                form.save()
        self._follow({was: name for was, name in names.items() if was != name})

    def _follow(self, names):
        """Let fates and fillings name a ring-fence as it is now called, or none any more."""
        for model in (Fate, Filling):
            for row in model.objects.filter(restructure=self.restructure, ring_fence__in=names):
                row.ring_fence = names[row.ring_fence]
                row.save()
