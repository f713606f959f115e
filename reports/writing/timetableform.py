"""The timetable of a paper: steps, with dates as precise as they are.

Its one rule: a date is kept as printed, and what it can mean is read from it.
"""

from django import forms

from divisions import dates
from reports.models import Milestone
from reports.writing.rows import Rows, rows_of


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


class MilestoneForms(Rows, rows_of(Milestone, MilestoneForm)):
    """All steps of a timetable, and room for one more."""

    verb = "correct the timetable"

    def __init__(self, data=None, *, restructure, report=None):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The timetable of “{restructure.title}” was corrected."
        self.versions = Milestone.history.filter(restructure=restructure).all
        rows = restructure.milestones.order_by("position", "pk")
        super().__init__(data, queryset=rows, prefix="milestone")
