"""What a report says of money besides the pay of posts: the basis, and lists of amounts.

Its one rule: an amount that is left empty is not stated, and not nought.
"""

import re
from decimal import Decimal

from django import forms

from orgchart.forms import faults
from reports.models import Cost, Report
from reports.pay import BASES
from reports.writing.digest import digest
from reports.writing.reading import report_standing
from reports.writing.rows import Rows, rows_of
from reports.writing.sections import begin_report

_LOOSE = re.compile(r"[£,\s]")
_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")


class Pounds(forms.Field):
    """An amount as one types it: £1,234.50, 1234.5; no more than pence."""

    def __init__(self, **ways):
        super().__init__(widget=forms.TextInput({"inputmode": "decimal"}), **ways)

    def prepare_value(self, value):
        return f"{value:,.2f}".removesuffix(".00") if isinstance(value, Decimal) else value

    def to_python(self, value):
        text = _LOOSE.sub("", value or "")
        if not text:
            return None
        if not _AMOUNT.fullmatch(text):
            raise forms.ValidationError("Type an amount in pounds, like 1,234.50")
        return Decimal(text)

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except forms.ValidationError:
            return True


class CostForm(forms.ModelForm):
    pounds = Pounds(
        label="Amount", required=False, help_text="In pounds; empty where it is not stated"
    )

    kind = forms.ChoiceField(
        choices=[("", "Choose"), *Cost.KINDS],
        error_messages={"required": "Choose what kind of amount it is"},
    )

    class Meta:
        model = Cost
        fields = ["kind", "what", "pounds", "year", "phase", "note"]
        help_texts = {
            "what": "Redundancy, pension strain, reserves …",
            "note": "For the exempt edition alone",
        }
        widgets = {"note": forms.TextInput}
        error_messages = {
            "what": {"required": "Type what the amount is for"},
        }


class BasisForm(forms.Form):
    """How posts are costed."""

    basis = forms.ChoiceField(
        label="Posts are costed at",
        choices=list(BASES.items()),
        help_text="Printed with every cost. What holders are paid, officers record at the posts",
        error_messages={"required": "Choose how posts are costed"},
    )


class MoneyForms(Rows, rows_of(Cost, CostForm)):
    """The basis, every amount of a report, and room for one more."""

    verb = "correct the money of the report"

    def __init__(self, data=None, *, restructure, report):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The money of the report “{restructure.title}” was corrected."
        self.basis = BasisForm(data, initial={"basis": report.basis})
        rows = restructure.costs.order_by("position", "pk")
        super().__init__(data, queryset=rows, prefix="cost")

    def newest(self):
        """The last version of an amount, or of the basis."""
        tables = Cost.history, Report.history
        own = (table.filter(restructure=self.restructure) for table in tables)
        found = (rows.select_related("act__user").order_by("history_id").last() for rows in own)
        last = [row for row in found if row]
        return max(last, key=lambda row: row.act_id, default=None)

    def mark(self):
        if self.is_bound:
            report, rows = report_standing(self.restructure), self.restructure.costs.all()
        else:
            report, rows = self.report, self.get_queryset()
        names = ("pk", *CostForm.Meta.fields)
        said = ([str(getattr(row, name)) for name in names] for row in rows)
        return digest(report.basis, *said)

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return (faults(self.basis) if self.is_bound else []) + super().faults

    def is_valid(self):
        return super().is_valid() and self.basis.is_valid()

    def has_changed(self):
        return self.basis.has_changed() or super().has_changed()

    def clean(self):
        if self.basis.is_valid():
            super().clean()

    def save(self, commit=True):
        """Save the basis, and each amount at its place."""
        if self.basis.has_changed():
            row = begin_report(self.restructure, report_standing(self.restructure))
            row.basis = self.basis.cleaned_data["basis"]
            row.save()
        super().save(commit)
