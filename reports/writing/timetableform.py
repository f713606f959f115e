"""The timetable of a paper: steps, with dates as precise as they are.

Its one rule: a date is kept as printed, and what it can mean is read from it.
"""

from django import forms

from divisions import dates
from orgchart.forms import Fault, faults
from reports.forms import Meanwhile
from reports.models import Milestone
from reports.writing.places import place_of


class MilestoneForm(forms.ModelForm):
    class Meta:
        model = Milestone
        fields = ["what", "when", "group", "certainty", "note"]
        labels = {"when": "When", "group": "For", "certainty": "How sure"}
        help_texts = {
            "when": "As precise as it is: 1 April 2006, late November 2005, by December 2009",
            "group": "Of whom it is, like council-wide; may be left empty",
        }
        widgets = {"note": forms.TextInput}
        error_messages = {"what": {"required": "Type what is done"}}

    def clean_when(self):
        text = self.cleaned_data["when"]
        if not text or text == self.initial.get("when"):
            return text
        try:
            return dates.parse(text).text
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error

    def save(self, commit=True):
        if "when" in self.changed_data:
            window = dates.parse(self.instance.when) if self.instance.when else None
            self.instance.earliest = window.earliest if window else None
            self.instance.latest = window.latest if window else None
        return super().save(commit)


_Forms = forms.modelformset_factory(
    Milestone, MilestoneForm, extra=1, can_delete=True, can_order=True, max_num=200,
    absolute_max=300,
)  # fmt: skip


class MilestoneForms(Meanwhile, _Forms):
    """All steps of a timetable, and room for one more."""

    verb = "correct the timetable"

    def __init__(self, data=None, *, restructure, report=None):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The timetable of “{restructure.title}” was corrected."
        self.versions = Milestone.history.filter(restructure=restructure).all
        rows = restructure.milestones.order_by("position", "pk")
        super().__init__(data, queryset=rows, prefix="milestone")

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Take it out"
        form.fields["ORDER"].label = "Place"
        form.fields["ORDER"].widget = forms.TextInput({"inputmode": "numeric"})

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        whole = [Fault(text, None) for text in self.non_form_errors()]
        return whole + [fault for form in self.forms for fault in faults(form)]

    @property
    def stands(self):
        """The steps as they stand now, where that is to be shown."""
        return self.restructure.milestones.all() if self.conflict else ()

    def clean(self):
        if self.management_form.is_valid() and not any(self.errors):
            self.check_seen()

    def save(self, commit=True):
        """Save each step at its place; a step whose place did not change is not written."""
        for form in self.deleted_forms:
            if form.instance.pk:
                form.instance.delete()
        kept = [
            form for form in self.forms if form not in self.deleted_forms
            and (form.instance.pk or form.has_changed())
        ]  # fmt: skip
        for position, form in enumerate(sorted(kept, key=place_of), start=1):
            moved = form.instance.position != position
            form.instance.restructure, form.instance.position = self.restructure, position
            if form.instance.pk is None or moved or set(form.changed_data) - {"ORDER"}:
                form.save()
