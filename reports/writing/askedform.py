"""What the meeting is asked: recommendations, each with the verb that it begins with.

Its one rule: a verb that a council uses is offered, and none is refused.
"""

from django import forms
from django.utils.functional import cached_property

from reports.figures import Figures
from reports.markdown.names import unknown
from reports.models import Recommendation
from reports.recommended import runs_of
from reports.writing.reading import comparison_for_paper
from reports.writing.rows import Rows, rows_of

VERBS = (
    "agree", "approve", "note", "comment on", "recommend to Council", "delegate", "authorise",
    "endorse", "consider",
)  # fmt: skip


class Verb(forms.TextInput):
    """A line with words to choose from."""

    words = VERBS

    def __init__(self):
        super().__init__({"autocomplete": "off"})

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs | {"list": f"{attrs['id']}_list"})


class RecommendationForm(forms.ModelForm):
    class Meta:
        model = Recommendation
        fields = ["number", "verb", "text"]
        widgets = {"verb": Verb, "text": forms.Textarea({"rows": 3})}
        help_texts = {
            "verb": "Agree, approve, note, comment on, delegate …",
            "text": "What follows the verb; [name] is a figure: the deletion of [posts deleted]",
        }
        error_messages = {
            "verb": {"required": "Type what the meeting is asked to do, like agree"},
            "text": {"required": "Type the recommendation"},
        }

    def clean_verb(self):
        """The verb as it stands within a sentence: “is asked to agree”."""
        verb = self.cleaned_data["verb"]
        return verb[:1].lower() + verb[1:] if verb[1:2].islower() else verb

    def misnamed(self):
        """What is said of each name in the text that no figure has."""
        text, names = self["text"].value() or "", []
        if "[" in text:
            runs_of(text, self.papers.figures, names.append)
        return [unknown(name, self.papers.figures.nearest(name)) for name in dict.fromkeys(names)]


class RecommendationForms(Rows, rows_of(Recommendation, RecommendationForm)):
    """All recommendations of a paper, and room for one more."""

    verb = "correct the recommendations"

    def __init__(self, data=None, *, restructure, report=None):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The recommendations of “{restructure.title}” were corrected."
        self.versions = Recommendation.history.filter(restructure=restructure).all
        rows = restructure.recommendations.order_by("position", "pk")
        super().__init__(data, queryset=rows, prefix="recommendation")

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.papers = self

    @cached_property
    def figures(self):
        """The figures of the paper: read only where a recommendation asks for one."""
        return Figures(comparison_for_paper(self.restructure))
