"""The acts on the lines beside that of management: dotted, joint, link, accountable."""

from django import forms

from divisions import errors
from posts import redrawing
from posts.acts.act import POST, Act
from posts.acts.target import POSTS, Targeted
from posts.models import ReportingLine

OTHER = ":other"


class AddLine(Targeted):
    slug, label, key, verb = "add-line", "Add a line…", "l", "add a line"
    of, finds, asks = (POST,), POSTS, "To"
    tops = ((OTHER, "Somebody who has no post here, named below"),)

    kind = forms.ChoiceField(label="Kind of line", choices=ReportingLine.KINDS)
    other = forms.CharField(
        label="Who, if no post: Members, a board", max_length=500, required=False
    )
    why = forms.CharField(label="Reason of the line, as the chart says it", required=False)

    def prepare(self):
        super().prepare()
        self.order_fields(["kind", "to", "other", "why", "reason"])

    @property
    def heading(self):
        return f"Add a line to {self.named}"

    def why_not(self, key):
        return "It has no line to itself" if key in self.keys else None

    def perform(self, editing):
        said, target = self.cleaned_data, self.target
        other = None if target else said["other"] or None
        redrawing.add_line(self.subject, said["kind"], target, other, said["why"] or None)
        return self.subject.key


class RemoveLine(Act):
    slug, label, verb = "remove-line", "Remove a line…", "remove a line"
    of = (POST,)

    line = forms.ModelChoiceField(
        ReportingLine.objects.none(),
        label="Which line",
        empty_label=None,
        error_messages={
            "required": "Choose which line",
            "invalid_choice": "That line is not there any more. Choose one that is",
        },
    )

    def prepare(self):
        lines = self.subject.lines.select_related("post", "to")
        self.fields["line"].queryset = lines
        if not lines:
            raise errors.NotInStructure(f"{self.named} has no line beside that of management.")

    @classmethod
    def fits(cls, snapshot, key):
        """Only a post with such a line has one to remove."""
        return key in snapshot.lines_of

    @property
    def heading(self):
        return f"Remove a line of {self.named}"

    def perform(self, editing):
        redrawing.remove_line(self.cleaned_data["line"])
        return self.subject.key
