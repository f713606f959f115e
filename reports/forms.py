"""What a person types into a paper.

Its one rule: what somebody else saved meanwhile is not overwritten unseen, and nothing typed is
lost.
"""

from copy import copy

from django import forms

from divisions import dates, errors
from orgchart.forms import faults
from reports.frozen import must_be_open
from reports.models import Restructure


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

    def __init__(self, data=None, *, restructure, report=None):
        self.restructure, self.council, self.report = restructure, restructure.council, report
        self.says = f"The title block of “{restructure.title}” was corrected."
        self.versions = restructure.history.all
        self.stands = {name: getattr(restructure, name) for name in self.Meta.fields}
        super().__init__(data, instance=copy(restructure))
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
