"""The phases of a restructure as its paper describes them: name, when, what.

Its one rule: a phase that posts are said to be in is offered, and recorded once more is said of it
than its name.
"""

from django import forms
from django.utils.functional import cached_property

from divisions.models import Ending, Unit
from posts.models import Post
from reports.models import Phase
from reports.phases import same_phase, undescribed
from reports.writing.rows import Rows, rows_of


class PhaseForm(forms.ModelForm):
    class Meta:
        model = Phase
        fields = ["name", "when", "what"]
        widgets = {"what": forms.Textarea({"rows": 3})}
        help_texts = {
            "name": "As posts and units name it: Phase 1",
            "when": "In any words: from 1 April 2027, after Easter 2027, once both are in post",
        }
        error_messages = {"name": {"required": "Type the name of the phase"}}

    def has_changed(self):
        """Whether there is anything to keep: of a phase that is offered, more than its name.

        A row that is emptied is not described, offered or not.
        """
        changed = set(self.changed_data) - {"ORDER"}
        is_offered = self.instance.pk is None and self["name"].value() in self.offered
        is_empty = self.instance.pk is None and not any(
            (self[name].value() or "").strip() for name in self._meta.fields
        )
        return super().has_changed() and not (is_empty or (is_offered and changed <= {"name"}))


class PhaseForms(Rows, rows_of(Phase, PhaseForm)):
    """All phases of a paper, those that only posts name, and room for one more."""

    verb = "correct the phases"

    def __init__(self, data=None, *, restructure, report=None):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The phases of “{restructure.title}” were corrected."
        self.versions = Phase.history.filter(restructure=restructure).all
        rows = restructure.phases.order_by("position", "pk")
        offered = [{"name": name} for name in self.offered]
        super().__init__(data, queryset=rows, prefix="phase", initial=offered)
        self.extra = len(offered) + 1

    @cached_property
    def offered(self):
        """The phases that units and posts are said to be in, and of which nothing is recorded."""
        named = (
            table.objects.filter(structure=self.restructure.after).order_by().values_list("phase")
            for table in (Unit, Post, Ending)
        )
        first, *others = (rows.exclude(phase=None).exclude(phase="") for rows in named)
        names = [name for (name,) in first.union(*others).order_by()]
        return undescribed((phase.name for phase in self.restructure.phases.all()), names)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.offered = self.offered

    def clean(self):
        super().clean()
        self._check_names()

    def _check_names(self):
        """Refuse one phase that is described twice."""
        seen = {}
        for form in self._kept():
            name = form.cleaned_data.get("name")
            if name and (above := seen.setdefault(same_phase(name), form)) is not form:
                form.add_error("name", f"“{above.cleaned_data['name']}” is described above already")

    def save(self, commit=True):
        """Save each phase at its place, instead of what somebody described in the meantime."""
        known = {form.instance.pk for form in self.initial_forms}
        mine = {same_phase(form.cleaned_data["name"]) for form in self._kept()}
        for phase in self.restructure.phases.exclude(pk__in=known):
            if same_phase(phase.name) in mine:
                phase.delete()
        super().save(commit)
