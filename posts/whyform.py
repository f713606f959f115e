"""Why something is undone, done again or put back.

Its one rule: what was typed stays in the form, whatever stands in the way.
"""

from django import forms

from orgchart.forms import faults


class WhyForm(forms.Form):
    """Why an act is put back or undone; asked for on the structure in force."""

    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        help_text="Kept in the history",
        error_messages={"required": "Say why: this is the structure in force"},
    )
    hindrance = None
    """The rule that stood in the way."""

    def __init__(self, data=None, *, structure):
        super().__init__(data, use_required_attribute=False)
        if structure.status == structure.Status.IN_FORCE:
            self.fields["reason"].required = True
            self.fields["reason"].help_text = "Needed, as this is the structure in force"

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)
