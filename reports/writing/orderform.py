"""The sections of a paper in a form: in which order, under which headings, in which editions.

Its one rule: texts are no part of it, so nobody who writes one is in its way.
"""

from dataclasses import replace

from django import forms

from orgchart.forms import Fault, faults
from reports.editions import EDITIONS
from reports.forms import Meanwhile
from reports.models import Section
from reports.proposal import Written
from reports.writing.digest import digest
from reports.writing.keys import key_for
from reports.writing.places import place_of
from reports.writing.reading import report_standing
from reports.writing.sections import write_sections

LEVELS = [(1, "1"), (2, "2: within the one above")]
MOST = 200


class OrderForm(forms.Form):
    """One section: all that there is of it but its text."""

    use_required_attribute = False

    key = forms.SlugField(required=False, max_length=100, widget=forms.HiddenInput)
    heading = forms.CharField(
        max_length=300, error_messages={"required": "Type the heading of the section"}
    )
    level = forms.TypedChoiceField(choices=LEVELS, coerce=int, initial=1)
    is_shown = forms.BooleanField(required=False, initial=True, label="Shown")
    is_numbered = forms.BooleanField(required=False, initial=True, label="Numbered")
    is_appendix = forms.BooleanField(required=False, label="Appendix")
    editions = forms.MultipleChoiceField(
        required=False,
        label="Only in these editions",
        choices=[(edition.key, edition.title) for edition in EDITIONS.values()],
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def is_new(self):
        """Whether it is room for a section that is not there yet."""
        return not self.initial.get("key")


_Forms = forms.formset_factory(
    OrderForm, extra=1, can_delete=True, can_order=True, max_num=MOST, absolute_max=MOST + 50
)


class OrderForms(Meanwhile, _Forms):
    """All sections of a paper, and room for one more."""

    verb = "put the sections in order"

    def __init__(self, data=None, *, restructure, report):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The sections of “{restructure.title}” were put in order."
        self.versions = Section.history.filter(restructure=restructure).all
        self.stands = report.sections
        super().__init__(data, prefix="section", initial=[_initial(each) for each in self.stands])

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Take it out"
        form.fields["ORDER"].label = "Place"
        form.fields["ORDER"].widget = forms.TextInput({"inputmode": "numeric"})

    def mark(self):
        return digest(*(replace(each, text="", sources=()) for each in self._fresh()))

    def _fresh(self):
        return report_standing(self.restructure).sections if self.is_bound else self.stands

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        whole = [Fault(text, None) for text in self.non_form_errors()]
        return whole + [fault for form in self.forms for fault in faults(form)]

    def clean(self):
        if self.management_form.is_valid() and not any(self.errors):
            self.check_seen()

    def save(self):
        write_sections(self.restructure, self.wanted())

    def wanted(self):
        """The sections as they are to be, each with the text that it now has."""
        texts = {each.key: each for each in self._fresh()}
        taken = set(texts)
        return [_section(form.cleaned_data, texts, taken) for form in self._kept()]

    def _kept(self):
        """The forms of the sections that stay or are new, in their order."""
        kept = [form for form in self.forms if form not in self.deleted_forms and _is_filled(form)]
        return sorted(kept, key=place_of)


def _initial(written):
    names = ("key", "heading", "level", "is_shown", "is_numbered", "is_appendix", "editions")
    return {name: getattr(written, name) for name in names}


def _is_filled(form):
    return bool(form.cleaned_data.get("heading"))


def _section(said, texts, taken):
    old = texts.get(said["key"])
    key = old.key if old else key_for(said["heading"], taken)
    taken.add(key)
    names = ("heading", "level", "is_shown", "is_numbered", "is_appendix")
    return replace(
        old or Written(key=key, heading=said["heading"]),
        editions=tuple(said["editions"]),
        **{name: said[name] for name in names},
    )
