"""What a paper has on its first page and in its ways, besides the title block of its restructure.

Its one rule: what is left empty is not stated, and then not printed.
"""

from django import forms

from orgchart.forms import faults
from reports.forms import Meanwhile
from reports.models import Report
from reports.writing.digest import digest
from reports.writing.reading import report_standing
from reports.writing.sections import begin_report

NUMBERINGS = [
    ("1.1", "Sections 1, 2; paragraphs 1.1, 1.2"),
    ("1", "Paragraphs 1, 2, 3 through the report"),
    ("1. (1)", "Sections 1., 2.; paragraphs (1), (2) in each"),
    ("1.0", "Sections 1.0, 2.0; paragraphs 1.1, 1.2; within them 2.1.1"),
    ("none", "No numbers"),
]
SCHEDULE_12A = [
    (1, "1: about any individual"),
    (2, "2: likely to reveal who an individual is"),
    (3, "3: financial or business affairs of any person"),
    (4, "4: consultations or negotiations on labour relations"),
    (5, "5: legal professional privilege"),
    (6, "6: notices, orders or directions that the council proposes to make"),
    (7, "7: prevention, investigation or prosecution of crime"),
]
"""Paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972, shortened."""

_FACTS = (
    "item", "wards", "classification", "contact", "exempt", "numbering", "paper_size",
)  # fmt: skip


class FactsForm(Meanwhile, forms.ModelForm):
    """The facts of the first page, how the paper is numbered, how large its charts are."""

    verb = "correct the facts of the report"

    exempt = forms.TypedMultipleChoiceField(
        label="The exempt edition is withheld under",
        help_text="Paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972",
        choices=SCHEDULE_12A,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    numbering = forms.ChoiceField(
        choices=NUMBERINGS, error_messages={"required": "Choose how the paper is numbered"}
    )

    class Meta:
        model = Report
        fields = _FACTS
        labels = {
            "item": "Agenda item",
            "wards": "Wards affected",
            "classification": "Classification",
            "contact": "Contact",
            "paper_size": "Paper of the charts",
        }
        help_texts = {
            "item": "The number that the agenda gives it",
            "classification": "Who may read it, like: Public, Unrestricted",
            "contact": "The post, telephone and e-mail to ask",
        }
        error_messages = {"paper_size": {"required": "Choose A4 or A3"}}

    def __init__(self, data=None, *, restructure, report):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The facts of the report “{restructure.title}” were corrected."
        self.versions = Report.history.filter(restructure=restructure).all
        self.stands = {name: getattr(report, name) for name in _FACTS}
        super().__init__(data, initial=self.stands | {"exempt": list(report.exempt)})

    def mark(self):
        report = report_standing(self.restructure) if self.is_bound else self.report
        return digest(*(getattr(report, name) for name in _FACTS))

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    @property
    def rows(self):
        """Each field that is one line, with what stands now where that is to be shown."""
        return [
            (self[name], self.stands[name] if self.conflict else "")
            for name in _FACTS
            if name != "exempt"
        ]

    def clean(self):
        if not self.errors:
            self.check_seen()

    def save(self):
        row = begin_report(self.restructure, report_standing(self.restructure))
        for name in _FACTS:
            setattr(row, name, self.cleaned_data[name])
        row.save()
