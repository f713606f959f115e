"""What a person chooses where a draft clashes with what changed meanwhile.

Its one rule: an answer is kept, whatever else went wrong, as long as its clash is still the same.
"""

from django import forms

from orgchart.forms import Fault
from posts.drift import DRAFT, NOW

_STANDS = "stands-"


def answers(data):
    """What a person chose, by the id of the clash."""
    return {
        name.removeprefix(_STANDS): value
        for name, value in data.items()
        if name.startswith(_STANDS) and value in (DRAFT, NOW)
    }


class ClashForm(forms.Form):
    """For each clash, whose side stands; and the two revisions that the person had before them."""

    draft_seen = forms.IntegerField(widget=forms.HiddenInput)
    now_seen = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why", required=False, help_text="Kept in the history. May be left empty."
    )

    def __init__(self, data=None, *, meeting, structure, questions, deeds):
        now = meeting.footing.now
        self.revisions = structure.revision, now.revision
        seen = dict(zip(("draft_seen", "now_seen"), self.revisions, strict=True))
        super().__init__(data, initial=seen)
        self.questions, self.deeds = questions, deeds
        for question in questions:
            self.fields[_STANDS + question.id] = forms.ChoiceField(
                choices=[(DRAFT, "the draft"), (NOW, str(now))],
                error_messages={"required": f"Choose what stands of {question.about}"},
            )

    @property
    def seen(self):
        """The revisions that the person saw; those that are, where they did not say."""
        return self.cleaned_data["draft_seen"], self.cleaned_data["now_seen"]

    @property
    def is_stale(self):
        """Whether one of the two structures has changed since the person saw it."""
        sent = self.data.get("draft_seen"), self.data.get("now_seen")
        return None not in sent and sent != tuple(map(str, self.revisions))

    @property
    def asked(self):
        """Each question, who did what, the name of its field, the answer, what is wrong with it."""
        chosen = answers(self.data)
        for question in self.questions:
            name = _STANDS + question.id
            deeds = self.deeds[question.id]
            yield question, deeds, name, chosen.get(question.id), self.errors.get(name)

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        found = [(name, text) for name, texts in self.errors.items() for text in texts]
        hidden = ("draft_seen", "now_seen")
        if any(name in hidden for name, _ in found):
            return [Fault("Open this page again: it was sent without what it showed", None)]
        return [Fault(text, f"id_{name}_draft") for name, text in found]
