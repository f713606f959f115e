"""A council file as an administrator sends it: chosen, or sent again to be loaded.

Its one rule: what it would change, and what people's own changes it would overwrite, is shown
before anything is loaded, and what is loaded is what was shown.
"""

from functools import cached_property
from hashlib import sha256

from django import forms
from django.db import transaction

from divisions.errors import ChangedMeanwhile, RuleBroken
from orgchart.forms import faults
from reports.councilfile import load
from reports.councilfile.faults import Faults
from reports.councilfile.places import LARGEST_MEGABYTES, TOO_LARGE
from reports.councilfile.reading import read

MOST_SHOWN = 200


class CouncilFileForm(forms.Form):
    """The file; or, once it was tried, its text, with whether to overwrite people's changes."""

    file = forms.FileField(
        label="Council file",
        required=False,
        allow_empty_file=True,
        help_text=f"A .yaml file of at most {LARGEST_MEGABYTES} MB",
    )
    name = forms.CharField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    replace = forms.BooleanField(required=False)
    changed_meanwhile = False

    def __init__(self, *args, council, **kwargs):
        super().__init__(*args, **kwargs)
        self.council, self.council_file, self.file_faults = council, None, ()
        self.file_name, self.file_text = "", ""

    @property
    def faults(self):
        """What is to be put right, for the summary on top; the file's own faults stand apart."""
        return [] if self.file_faults else faults(self)

    def clean(self):
        sent = self.cleaned_data.get("file")
        if sent and sent.size > LARGEST_MEGABYTES * 1_000_000:
            self.add_error("file", TOO_LARGE)
            return
        data = sent.read() if sent else self._sent_again()
        self.file_name = sent.name if sent else self.cleaned_data.get("name") or "the file"
        if not sent and not data:
            self.add_error("file", "Choose a council file")
            return
        self._read(data)

    def _sent_again(self):
        """The text from the page: browsers send line ends as two characters."""
        return self.cleaned_data.get("text", "").replace("\r\n", "\n").encode()

    def _read(self, data):
        try:
            self.council_file = read(data, self.file_name)
        except Faults as found:
            self.file_faults = found.faults
            raise forms.ValidationError("The file has faults") from found
        self.file_text = data.decode()
        if self.council_file.slug != self.council.slug:
            self.add_error(
                "file",
                f"This is the file of the council “{self.council_file.slug}”. "
                f"Choose the one of “{self.council.slug}”.",
            )
        elif "load" not in self.data:
            self._try()

    def _try(self):
        """Make the plan, to say beside the file what rule it would break."""
        try:
            _ = self.plan
        except RuleBroken as error:
            self.add_error("file", str(error))

    @cached_property
    def plan(self):
        """What loading the file would change."""
        return load.plan(self.council_file)

    @property
    def differences(self):
        """The first of what would change, as the page lists it."""
        return self.plan.differences[:MOST_SHOWN]

    @property
    def left_off(self):
        """How many more would change than the page lists."""
        return max(0, len(self.plan.differences) - MOST_SHOWN)

    @property
    def digest(self):
        """What stands for the plan that the page shows, to be sent back with the loading."""
        return _digest(self.plan)

    def load(self, user):
        """Load the file; WouldOverwrite if people's changes stand in its way.

        ChangedMeanwhile if it would change something else than the page showed.
        """
        with transaction.atomic():
            plan = load.load(self.council_file, user=user, replace=self.cleaned_data["replace"])
            if _digest(plan) != self.cleaned_data["seen"]:
                self.changed_meanwhile = True
                raise ChangedMeanwhile(f"{self.council.name} was changed after the file was tried.")
            return plan


def _digest(plan):
    """Two plans have one digest if they would change, and overwrite, the same."""
    return sha256(repr((plan.differences, plan.overwritten)).encode()).hexdigest()
