"""One thing given to several posts at once: to those that are ticked, and to no others.

Its one rule: what is left as it is is not given, and what is not stated can be given too.
"""

from django import forms

from orgchart.forms import faults
from reports.models import Fate, Filling, RingFence
from reports.writing.peoplefields import HEADINGS, NUMBERS, Sources, Whole

AS_IT_IS, SUGGESTED, NOTHING = "", "suggested", "not stated"
_LEAVE = (AS_IT_IS, "leave as it is")
_NO_FENCE, _IN = "none", "in "


class GiveForm(forms.Form):
    """What the ticked posts are given: for an existing post its fate, for a proposed its filling.

    `names` are the columns that the posts have.
    """

    use_required_attribute = False
    prefix = "all"

    new_fence = forms.CharField(
        required=False, label="or a new ring-fence", max_length=200, widget=forms.TextInput
    )

    def __init__(self, data=None, *, names, fences):
        super().__init__(data)
        self.names, self.fences = names, fences
        self.word = names[0]
        words = Fate.OUTCOMES if self.word == "outcome" else Filling.WAYS
        said = [_LEAVE, (SUGGESTED, "as suggested"), *words, (NOTHING, "not stated")]
        self.fields[self.word] = forms.ChoiceField(required=False, choices=said)
        in_fences = [(f"{_IN}{name}", name) for name in fences]
        self.fields["ring_fence"] = forms.ChoiceField(
            required=False, choices=[_LEAVE, *in_fences, (_NO_FENCE, "in none")]
        )
        for name in names:
            if name in NUMBERS:
                self.fields[name] = Whole()
        self.fields["sources"] = Sources()
        for name in self.fields:
            self.fields[name].label = HEADINGS.get(name) or self.fields[name].label
        self.order_fields((self.word, "ring_fence", "new_fence", "sources", *NUMBERS))

    @property
    def is_typed(self):
        """Whether anything is chosen or typed that could be given."""
        return any(self.data.get(self.add_prefix(name), "").strip() for name in self.fields)

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    def clean_new_fence(self):
        name = self.cleaned_data["new_fence"]
        if name in self.fences:
            raise forms.ValidationError(f"There is a ring-fence “{name}”. Choose it from the list.")
        return name

    def given(self, line):
        """What a post is given, as its own row would be typed."""
        said = self.cleaned_data
        found = {name: str(said[name]) for name in NUMBERS if said.get(name) is not None}
        if said["sources"]:
            found["sources"] = "; ".join(said["sources"])
        return found | self._word(line) | self._fence()

    def _word(self, line):
        chosen = self.cleaned_data[self.word]
        if chosen == SUGGESTED:
            return {self.word: line.suggestion.word} if line.suggestion else {}
        return {} if chosen == AS_IT_IS else {self.word: "" if chosen == NOTHING else chosen}

    def _fence(self):
        if new := self.cleaned_data["new_fence"]:
            return {"ring_fence": new}
        chosen = self.cleaned_data["ring_fence"]
        if chosen == AS_IT_IS:
            return {}
        return {"ring_fence": "" if chosen == _NO_FENCE else chosen.removeprefix(_IN)}


def make_fence(restructure, name):
    """List a ring-fence of a report after those that there are."""
    last = restructure.ring_fences.order_by("position").last()
    RingFence.objects.create(
        restructure=restructure, name=name, position=last.position + 1 if last else 1
    )
