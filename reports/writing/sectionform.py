"""What an author types into one section, and what is shown of it beside.

Its one rule: only another text than the one that was seen is in the way, not what else became of
the section meanwhile.
"""

from django import forms

from orgchart.forms import faults
from reports.councilfile.prose import tidy
from reports.forms import Meanwhile
from reports.models import Section
from reports.writing.digest import digest
from reports.writing.sections import write_text

LONGEST = 200_000


class Prose(forms.CharField):
    """A text of many lines, as typed; only the ends of its lines are made alike."""

    widget = forms.Textarea

    def __init__(self, **ways):
        super().__init__(required=False, strip=False, max_length=LONGEST, **ways)

    def to_python(self, value):
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def has_changed(self, initial, data):
        return tidy(initial or "") != tidy(data or "")


class SectionForm(Meanwhile, forms.Form):
    """The text of one section."""

    verb = "write a section"

    text = Prose(
        widget=forms.Textarea(
            {"class": "text", "rows": 14, "spellcheck": "true", "autocomplete": "off"}
        )
    )

    def __init__(self, data=None, *, restructure, written):
        self.restructure, self.council = restructure, restructure.council
        self.written = written
        self.says = f"“{written.heading}” was written in “{restructure.title}”."[:1000]
        self.versions = Section.history.filter(restructure=restructure, key=written.key).all
        self.stands = written.text
        self.sent_seen = data.get("seen", "") if data else ""
        super().__init__(data, initial={"text": self.stands})
        self.fields["text"].label = f"Text of “{written.heading}”"

    def mark(self):
        """The text that stands, in few letters: asked anew where something is to be saved."""
        return digest(self._standing() if self.is_bound else self.stands)

    def _standing(self):
        rows = Section.objects.filter(restructure=self.restructure, key=self.written.key)
        text = rows.values_list("text", flat=True).first()
        return self.written.text if text is None else tidy(text)

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    @property
    def typed(self):
        """The text that is read beside the field: as typed, else as it stands."""
        return self.fields["text"].to_python(self["text"].value() or "")

    def clean(self):
        if "text" not in self.data:
            raise forms.ValidationError("No text was sent, so nothing was changed")
        if not self.errors and self.has_changed():
            self.check_seen()

    def save(self):
        write_text(self.restructure, self.written.key, self.cleaned_data["text"])
