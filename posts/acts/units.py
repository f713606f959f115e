"""The acts on units alone."""

from django import forms

from posts.acts.act import UNIT, Act


class RenameUnit(Act):
    slug, label, key, verb = "rename", "Rename…", "r", "rename a unit"

    to_name = forms.CharField(
        label="Name", max_length=500, error_messages={"required": "Type the unit's name"}
    )

    def prepare(self):
        self.initial["to_name"] = self.subject.name

    def perform(self, editing):
        self.subject.rename(self.cleaned_data["to_name"])
        return self.subject.key
