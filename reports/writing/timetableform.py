"""The timetable of a paper: steps, with dates as precise as they are.

Its one rule: a date is kept as typed, whatever the words, and what it can mean is read from it.
"""

from datetime import date

from django import forms

from divisions import timetable
from divisions.dates import days_in_words
from reports.models import Milestone
from reports.writing.rows import Rows, rows_of

STATED, DERIVED = "stated", "derived"


class MilestoneForm(forms.ModelForm):
    class Meta:
        model = Milestone
        fields = ["what", "when", "group", "certainty", "note"]
        labels = {"when": "When", "group": "For", "certainty": "How sure"}
        help_texts = {
            "when": "Late May 2027, w/c 3 May 2027, Q3 2027 or Q3 2027/28, by December, "
            "after Easter. Other words stay as typed; refused is only a day that does not exist, "
            "or an end before the beginning",
            "group": "Of whom it is, like council-wide",
        }
        widgets = {"note": forms.TextInput}
        error_messages = {"what": {"required": "Type what is done"}}

    @property
    def reads(self):
        """What the date of a step that is kept is read as, for whoever typed it."""
        step = self.instance
        if step.pk is None or self.is_bound or not step.when:
            return ""
        days = days_in_words(step.earliest, step.latest) or _says(step.when)
        if days == step.when:
            return ""
        return f"Read as: {days}" if days else "Kept as typed: no day is read from it"

    def clean_when(self):
        text = self.cleaned_data["when"]
        if text and text != self.initial.get("when"):
            try:
                self.read = timetable.read(text, self.meeting)
            except ValueError as error:
                raise forms.ValidationError(str(error)) from error
        return text

    def save(self, commit=True):
        if "when" in self.changed_data:
            self._take(getattr(self, "read", None))
        return super().save(commit)

    def _take(self, read):
        """Keep what the date is read as; a year that is only the meeting's is derived."""
        step = self.instance
        step.earliest, step.latest = (read.earliest, read.latest) if read else (None, None)
        if "certainty" not in self.changed_data:
            if read and read.is_derived and step.certainty == STATED:
                step.certainty = DERIVED
            elif step.certainty == DERIVED and not (read and read.is_derived):
                step.certainty = STATED


class MilestoneForms(Rows, rows_of(Milestone, MilestoneForm)):
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
        form.meeting = _day(self.restructure.meeting)


def _day(iso):
    """The day of a meeting; None where no one day is stated."""
    try:
        return date.fromisoformat(iso or "")
    except ValueError:
        return None


def _says(when):
    """The days that words say by themselves, of a step that was loaded without them."""
    try:
        found = timetable.read(when)
    except ValueError:
        return None
    return days_in_words(found.earliest, found.latest)
