"""Choosing a house template for a paper.

Its one rule: what was done to the sections is taken over, and shown before anything is chosen.
"""

from django import forms

from orgchart.forms import faults
from reports.forms import Meanwhile
from reports.models import Section
from reports.writing.digest import digest
from reports.writing.houses import house_for, houses_of
from reports.writing.reading import report_standing
from reports.writing.rehousing import rehoused
from reports.writing.sections import begin_report, write_sections


class TemplateForm(Meanwhile, forms.Form):
    """Whose headings the paper has, in which order."""

    verb = "choose a house template"

    template = forms.ChoiceField(
        label="House template",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a template"},
    )

    def __init__(self, data=None, *, restructure, report):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.versions = Section.history.filter(restructure=restructure).all
        super().__init__(data, initial={"template": report.template})
        self.houses = houses_of(self.council)
        choices = [(key, house.name) for key, house in self.houses.items()]
        self.fields["template"].choices = choices

    def mark(self):
        report = report_standing(self.restructure) if self.is_bound else self.report
        return digest(report.template, [each.key for each in report.sections])

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    @property
    def rows(self):
        """Each template's radio button, the template, and the sections that the report would have.

        Each section with whether it is the author's own, with no place in the template.
        """
        was = house_for(self.council, self.report.template)
        for radio in self["template"]:
            house = self.houses[radio.data["value"]]
            has = {each.key for each in house.sections}
            sections = rehoused(self.report.sections, was, house)
            yield radio, house, [(each, each.key not in has) for each in sections]

    def clean(self):
        if not self.errors and self.has_changed():
            self.check_seen()

    def save(self):
        report = report_standing(self.restructure)
        house = self.houses[self.cleaned_data["template"]]
        was = house_for(self.council, report.template)
        row = begin_report(self.restructure, report)
        sections = rehoused(report.sections, was, house)
        row.template = house.key
        if report.numbering == was.numbering:
            row.numbering = house.numbering
        row.save()
        write_sections(self.restructure, sections)

    @property
    def says(self):
        """What the act is told as."""
        house = self.houses[self.cleaned_data["template"]]
        return f"“{self.restructure.title}” was given the template “{house.name}”."
