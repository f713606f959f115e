"""What a person types into a paper.

Its one rule: what somebody else saved meanwhile is not overwritten unseen, and nothing typed is
lost.
"""

from django import forms

from divisions import dates, errors
from orgchart.forms import Fault, faults
from reports.frozen import must_be_open
from reports.models import Recommendation, Restructure


class Meanwhile:
    """What was saved between a form's opening and its sending; `seen` is the version it shows.

    A form may mark what it shows by something else than its newest version: `mark`. `says` is what
    its act is told as.
    """

    conflict = False
    says = ""

    def newest(self):
        """The last version of what the form shows; None if none was recorded."""
        return self.versions().select_related("act__user").order_by("history_id").last()

    def mark(self):
        """What stands now, in few letters; empty if nothing was ever recorded of it."""
        newest = self.newest()
        return str(newest.pk) if newest else ""

    @property
    def seen(self):
        """What the person has before them, as the form sends it back."""
        return self.data.get("seen") or self.mark()

    def check_seen(self):
        """Refuse, once, what was typed over a version that the person had not seen."""
        mark = self.mark()
        if mark in ("", self.data.get("seen", "")):
            return
        self.conflict = True
        self.data = self.data.copy()
        self.data["seen"] = mark
        raise forms.ValidationError(
            f"{self.who()} changed this after you opened it. What stands now is shown beside "
            "what you typed. Save again to put yours in its place."
        )

    def save_as(self, user):
        """Save what was typed, as one act of the council's papers.

        ChangedMeanwhile if somebody saved after this form was checked: check a fresh one.
        """
        if not self.has_changed():
            return
        with self.council.editing(user, self.verb) as council:
            must_be_open(self.restructure)
            if self.mark() not in ("", self.data.get("seen", "")):
                raise errors.ChangedMeanwhile(f"{self.who()} changed this a moment ago.")
            self.save()
            if self.says:
                council.act.tell(self.says)

    def who(self):
        """Who saved what stands now, in words that begin a sentence."""
        newest = self.newest()
        user = newest and newest.act.user
        return user.get_username() if user else "Whoever loaded the file"


class TitleBlockForm(Meanwhile, forms.ModelForm):
    """The title block, as the first page of the report has it."""

    verb = "correct the title block"

    class Meta:
        model = Restructure
        fields = ["title", "report_of", "body", "meeting", "decision", "effective"]
        labels = {
            "report_of": "Report of",
            "body": "For",
            "decision": "What the meeting is asked for",
            "effective": "In force",
        }
        help_texts = {
            "report_of": "The post, not the name of the officer",
            "body": "Who decides: Cabinet, The Executive, a committee",
            "meeting": "One day, like 9 September 2009",
            "decision": "Like: for approval, for consultation, for information",
            "effective": "As precise as it is known: 1 April 2006, April 2006, by 2007",
        }
        error_messages = {"title": {"required": "Type the title of the paper"}}

    def __init__(self, data=None, *, restructure):
        self.restructure, self.council = restructure, restructure.council
        self.versions = restructure.history.all
        self.stands = {name: getattr(restructure, name) for name in self.Meta.fields}
        super().__init__(data, instance=restructure)
        self.initial["meeting"] = _in_words(restructure.meeting)

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    @property
    def rows(self):
        """Each field, with what stands now where that is to be shown beside it."""
        return [(field, self.stands[field.name] if self.conflict else "") for field in self]

    def clean_meeting(self):
        text = self.cleaned_data["meeting"]
        return text and _date(dates.exact, text).isoformat()

    def clean_effective(self):
        text = self.cleaned_data["effective"]
        return text and _date(dates.parse, text).text

    def clean(self):
        if not self.errors:
            self.check_seen()


def _in_words(day):
    """A day as a paper prints it, where it is a day."""
    return dates.in_words(dates.exact(day)) if day else day


def _date(read, text):
    try:
        return read(text)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error


class RecommendationForm(forms.ModelForm):
    class Meta:
        model = Recommendation
        fields = ["number", "verb", "text"]
        widgets = {"text": forms.Textarea({"rows": 3})}
        help_texts = {"verb": "agree, approve, note …"}
        error_messages = {
            "verb": {"required": "Type what the meeting is asked to do, like agree"},
            "text": {"required": "Type the recommendation"},
        }


_Forms = forms.modelformset_factory(
    Recommendation, RecommendationForm, extra=1, can_delete=True, max_num=200, absolute_max=300
)


class RecommendationForms(Meanwhile, _Forms):
    """All recommendations of a paper, and room for one more."""

    verb = "correct the recommendations"

    def __init__(self, data=None, *, restructure):
        self.restructure, self.council = restructure, restructure.council
        self.versions = Recommendation.history.filter(restructure=restructure).all
        super().__init__(data, queryset=restructure.recommendations.all(), prefix="recommendation")

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = "Take it out"

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        whole = [Fault(text, None) for text in self.non_form_errors()]
        return whole + [fault for form in self.forms for fault in faults(form)]

    @property
    def stands(self):
        """The recommendations as they stand now, where that is to be shown."""
        return self.restructure.recommendations.all() if self.conflict else ()

    def clean(self):
        if self.management_form.is_valid() and not any(self.errors):
            self.check_seen()

    def save_new(self, form, commit=True):
        last = self.initial_forms[-1].instance.position if self.initial_forms else 0
        form.instance.restructure = self.restructure
        form.instance.position = last + 1 + self.extra_forms.index(form)
        return super().save_new(form, commit)
