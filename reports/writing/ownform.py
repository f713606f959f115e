"""A council's own house templates: made from another or from a report, renamed, put in order.

Its one rule: a template is data for papers yet to be begun; no paper changes with it.
"""

from django import forms

from divisions.slugs import slug
from orgchart.forms import Fault, faults
from reports.forms import Meanwhile
from reports.house import rows_of
from reports.models import HouseTemplate, Restructure
from reports.proposal import Written
from reports.writing.digest import digest
from reports.writing.factsform import NUMBERINGS
from reports.writing.houses import as_house, houses_of
from reports.writing.keys import key_for
from reports.writing.places import place_of
from reports.writing.reading import report_standing
from reports.writing.sectionform import Prose

_NAME = {"required": "Type a name for the template"}

WORD_FILE = "word"
"""Where the council's Word file has its page among the templates: no template's own."""


class NewTemplateForm(forms.Form):
    """What a new template is called, and after which it is made."""

    use_required_attribute = False

    name = forms.CharField(max_length=200, label="Name", error_messages=_NAME)
    after = forms.ChoiceField(
        label="Made after", error_messages={"required": "Choose what it is made after"}
    )

    def __init__(self, data=None, *, council, after=None):
        super().__init__(data, initial={"after": after})
        self.council, self.houses = council, houses_of(council)
        papers = Restructure.objects.filter(council=council).values_list("key", "title")
        self.fields["after"].choices = [
            ("Templates", [(f"house:{key}", each.name) for key, each in self.houses.items()]),
            ("Reports", [(f"report:{key}", title) for key, title in papers]),
        ]

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    def save_as(self, user):
        """Make the template; the row."""
        name = " ".join(self.cleaned_data["name"].split())
        kind, _, key = self.cleaned_data["after"].partition(":")
        with self.council.editing(user, "make a house template") as council:
            numbering, sections = self._after(kind, key)
            row = HouseTemplate.objects.create(
                council=self.council, slug=self._slug(name), name=name,
                numbering=numbering, sections=rows_of(sections),
            )  # fmt: skip
            council.act.tell(f"The house template “{name}” was made.")
        return row

    def _after(self, kind, key):
        if kind == "house":
            return self.houses[key].numbering, self.houses[key].sections
        restructure = Restructure.objects.get(council=self.council, key=key)
        restructure.council = self.council
        report = report_standing(restructure)
        return report.numbering, [each for each in report.sections if each.is_shown]

    def _slug(self, name):
        return key_for(slug(name) or "template", {*houses_of(self.council), WORD_FILE})


class OwnTemplateForm(forms.Form):
    """The name of a template, and how papers begun from it are numbered."""

    use_required_attribute = False

    name = forms.CharField(max_length=200, label="Name", error_messages=_NAME)
    numbering = forms.ChoiceField(choices=NUMBERINGS)


class TemplateSectionForm(forms.Form):
    """A section of a template, with the text that it begins with."""

    use_required_attribute = False

    key = forms.SlugField(required=False, max_length=100, widget=forms.HiddenInput)
    heading = forms.CharField(
        max_length=300, error_messages={"required": "Type the heading of the section"}
    )
    level = forms.TypedChoiceField(
        choices=[(1, "1"), (2, "2: within the one above")], coerce=int, initial=1
    )
    is_numbered = forms.BooleanField(required=False, initial=True, label="Numbered")
    is_appendix = forms.BooleanField(required=False, label="Appendix")
    text = Prose(label="Text to begin with", widget=forms.Textarea({"rows": 2, "class": "text"}))

    @property
    def is_new(self):
        """Whether it is room for a section that is not there yet."""
        return not self.initial.get("key")


_Forms = forms.formset_factory(
    TemplateSectionForm, extra=1, can_delete=True, can_order=True, max_num=200, absolute_max=250
)


class OwnTemplateForms(Meanwhile, _Forms):
    """A council's own template: its name, its numbering, its sections."""

    verb = "correct a house template"

    def __init__(self, data=None, *, council, row):
        self.council, self.row = council, row
        self.versions = HouseTemplate.history.filter(id=row.pk).all
        self.stands = as_house(row)
        initial = [_initial(each) for each in self.stands.sections]
        super().__init__(data, prefix="section", initial=initial)
        self.head = OwnTemplateForm(
            data, initial={"name": row.name, "numbering": row.numbering}
        )  # fmt: skip

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Take it out"
        form.fields["ORDER"].label = "Place"
        form.fields["ORDER"].widget = forms.TextInput({"inputmode": "numeric"})

    def mark(self):
        row = HouseTemplate.objects.filter(pk=self.row.pk).first() or self.row
        return digest(row.name, row.numbering, row.sections)

    def is_valid(self):
        return super().is_valid() & self.head.is_valid()

    def has_changed(self):
        return super().has_changed() or self.head.has_changed()

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        whole = [Fault(text, None) for text in self.non_form_errors()]
        return whole + faults(self.head) + [each for form in self.forms for each in faults(form)]

    def clean(self):
        if self.management_form.is_valid() and not any(self.errors):
            self.check_seen()

    def save_as(self, user):
        """Save the template as one act."""
        if not self.has_changed():
            return
        with self.council.editing(user, self.verb) as council:
            row = self.row
            row.name, row.numbering = (self.head.cleaned_data[it] for it in ("name", "numbering"))
            row.sections = rows_of(self._wanted())
            row.save()
            council.act.tell(f"The house template “{row.name}” was corrected.")

    def _wanted(self):
        taken = {each.key for each in self.stands.sections}
        kept = [
            form for form in self.forms
            if form not in self.deleted_forms and form.cleaned_data.get("heading")
        ]  # fmt: skip
        for form in sorted(kept, key=place_of):
            said = form.cleaned_data
            key = said["key"] if said["key"] in taken else key_for(said["heading"], taken)
            taken.add(key)
            names = ("heading", "level", "is_numbered", "is_appendix", "text")
            yield Written(key=key, **{name: said[name] for name in names})


def _initial(written):
    names = ("key", "heading", "level", "is_numbered", "is_appendix", "text")
    return {name: getattr(written, name) for name in names}
