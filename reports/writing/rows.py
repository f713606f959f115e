"""Lines of one table in one form: corrected, put in order, added, taken out.

Its one rule: a line that says nothing else than before, at the same place, is not written. What is
left empty is not stated, as in a council file.
"""

from django import forms

from orgchart.forms import Fault, faults
from reports.forms import Meanwhile
from reports.writing.places import place_of

MOST = 200


class Rows(Meanwhile):
    """All lines of a table that belong to a restructure, and room for one more."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Take it out"
        form.fields["ORDER"].label = "Place"
        form.fields["ORDER"].widget = forms.TextInput({"inputmode": "numeric"})
        for name in form._meta.fields:
            if self.model._meta.get_field(name).null:
                form.fields[name].empty_value = None

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        whole = [Fault(text, None) for text in self.non_form_errors()]
        return whole + [fault for form in self.forms for fault in faults(form)]

    @property
    def stands(self):
        """The lines as they stand now, where that is to be shown."""
        return self.queryset.all() if self.conflict else ()

    def clean(self):
        if self.management_form.is_valid() and not any(self.errors):
            self.check_seen()

    def save(self, commit=True):
        for form in self.deleted_forms:
            if form.instance.pk:
                form.instance.delete()
        for position, form in enumerate(sorted(self._kept(), key=place_of), start=1):
            moved = form.instance.position != position
            form.instance.restructure, form.instance.position = self.restructure, position
            if form.instance.pk is None or moved or set(form.changed_data) - {"ORDER"}:
                form.save()

    def _kept(self):
        """The lines that stay or are new."""
        return [
            form
            for form in self.forms
            if not self._should_delete_form(form) and (form.instance.pk or form.has_changed())
        ]


def rows_of(model, form):
    """A set of forms for the lines of a table."""
    return forms.modelformset_factory(
        model, form, extra=1, can_delete=True, can_order=True, max_num=MOST, absolute_max=MOST + 100
    )
