"""What becomes of whoever holds each post, and how each proposed one is filled, a page of rows.

Two who type in different rows are not in each other's way. Its one rule: what somebody else
recorded of a post meanwhile is not overwritten unseen, and nothing typed is lost.
"""

from collections import Counter

from django import forms

from divisions import errors
from orgchart.forms import Fault
from reports.calling import capital
from reports.forms import Meanwhile
from reports.frozen import must_be_open
from reports.making import listed
from reports.models import Fate, Filling
from reports.people.choosing import PAGE, chosen
from reports.people.lines import Line
from reports.writing.giveform import GiveForm, make_fence
from reports.writing.peoplefields import FATE, FILLING, in_words, mark, shown
from reports.writing.postform import PostForm

MOST_SENT = PAGE + 50
NAMED = 3
"""So many posts are named in a sentence; of more it is said how many more."""

_Forms = forms.formset_factory(PostForm, extra=0, max_num=PAGE, absolute_max=MOST_SENT)


class PeopleForms(Meanwhile, _Forms):
    """A page of posts, and what is given at once to those that are ticked.

    `is_giving`: the button was pressed that gives it.
    """

    def __init__(self, data=None, *, restructure, comparison, lines, asked):
        self.restructure, self.council = restructure, restructure.council
        self.report, self.fences = comparison.proposal.report, _names(comparison)
        self.all_lines, self.page = lines, chosen(lines, asked)
        self.lines = [*_sent(data or {}, lines)] or list(self.page.lines)
        self.is_giving = data is not None and "give" in data
        self.give = GiveForm(data, names=self.names, fences=self.fences)
        self.clashed = []
        super().__init__(data and data.copy(), prefix="post", initial=[{}] * len(self.lines))
        if self.is_giving and self.give.is_valid():
            self._fill_in()

    def get_form_kwargs(self, index):
        fences = [*self.fences, *filter(None, [self._new_fence])]
        return {"line": self.lines[index], "names": self.names, "fences": fences}

    @property
    def ticked(self):
        """The rows that are ticked."""
        return [form for form in self.forms if form.sent("tick") and not form.line.is_more]

    @property
    def _new_fence(self):
        """The ring-fence that is to be listed with what is given, if any."""
        is_given = self.is_giving and self.give.is_valid()
        return self.give.cleaned_data["new_fence"] if is_given else ""

    def _fill_in(self):
        """Type what is given into the rows that are ticked."""
        for form in self.ticked:
            for name, text in self.give.given(form.line).items():
                self.data[form.add_prefix(name)] = text

    # ---- checked ----

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        whole = [Fault(text, None) for text in self.non_form_errors()]
        given = self.give.faults if self.is_giving else []
        return whole + given + [fault for form in self.forms for fault in form.faults]

    def is_valid(self):
        return super().is_valid() and (not self.is_giving or self.give.is_valid())

    def clean(self):
        self._check_given()
        if not any(self.errors):
            self.check_seen()

    def _check_given(self):
        """Refuse what is to be given to nobody, and to give nothing."""
        if self.is_giving and not self.ticked:
            raise forms.ValidationError("Tick the posts that are to be given this.")
        if self.is_giving and not self.give.is_typed:
            raise forms.ValidationError("Choose or type what the ticked posts are to be given.")
        if self.give.is_typed and not self.is_giving:
            raise forms.ValidationError(
                "What stands under “Several at once” was given to no post. Press “Give this to the "
                "ticked posts”, or empty it."
            )

    def check_seen(self):
        """Refuse, once, what was typed over what the person had not seen."""
        records = {(line.key, line.nth): line.record for line in self.all_lines}
        self.clashed = self._clashing(records)
        for form in self.clashed:
            now = shown(records.get(form.place), self.names)
            form.stands_now = in_words(now)
            self.data[form.add_prefix("seen")] = mark(now)
        if self.clashed:
            self.conflict = True
            raise forms.ValidationError(
                f"{self.who()} changed {self.what_of(self.clashed)} after you opened it. What "
                "stands now is shown beside what you typed. Save again to put yours in its place."
            )

    def newest(self):
        """The last version of what is recorded of the posts of which both typed."""
        keys = [form.line.key for form in self.clashed]
        rows = self.model.history.filter(restructure=self.restructure, key__in=keys)
        return rows.select_related("act__user").order_by("history_id").last()

    def _clashing(self, records):
        return [form for form in self.forms if form.clashes_with(records.get(form.place))]

    # ---- saved ----

    def has_changed(self):
        return any(form.has_changed() for form in self.forms)

    def save_as(self, user):
        """Save the rows that were typed in, as one act; what is told of it.

        ChangedMeanwhile if somebody saved after this form was checked: check a fresh one.
        """
        if not self.has_changed():
            return "Nothing was typed that was not there already."
        with self.council.editing(user, self.verb) as council:
            must_be_open(self.restructure)
            rows = self._rows()
            if self._clashing(rows):
                raise errors.ChangedMeanwhile("Somebody else recorded this a moment ago.")
            changed = [form for form in self.forms if form.has_changed()]
            self.save(changed, rows)
            told = f"{capital(self.what_of(changed))} was recorded."
            council.act.tell(told)
        return told

    def _rows(self):
        """What is recorded as it stands in the tables, by the post's key and turn."""
        found, turns = {}, Counter()
        rows = self.model.objects.filter(restructure=self.restructure)
        for row in rows.order_by("position", "pk"):
            found[row.key, turns[row.key]] = row
            turns[row.key] += 1
        return found

    def save(self, changed, rows):
        """Write each row that was typed in; a new one stands after those that there are."""
        if self._new_fence:
            make_fence(self.restructure, self._new_fence)
        last = max((row.position for row in rows.values()), default=0)
        for turn, form in enumerate(changed, start=1):
            new = self.model(restructure=self.restructure, key=form.line.key, position=last + turn)
            form.write(rows.get(form.place, new))


class FateForms(PeopleForms):
    """What becomes of whoever holds the existing posts."""

    names, model, side = FATE, Fate, "existing"
    verb = "record what becomes of staff"

    @staticmethod
    def what_of(forms):
        """“what becomes of Head of Care and Head of Learning”."""
        return f"what becomes of {_called(forms)}"


class FillingForms(PeopleForms):
    """How the proposed posts are to be filled."""

    names, model, side = FILLING, Filling, "proposed"
    verb = "record how posts are filled"

    @staticmethod
    def what_of(forms):
        """“how to fill Head of Care”."""
        return f"how to fill {_called(forms)}"


def _names(comparison):
    return [fence.name for fence in comparison.proposal.ring_fences]


def _called(forms):
    """The posts by name, the first few of many."""
    names = [*dict.fromkeys(form.line.name for form in forms)]
    more = [f"{len(names) - NAMED} more"] if len(names) > NAMED + 1 else []
    return listed([*names[:NAMED], *more] if more else names)


def _sent(data, lines):
    """The posts that were sent, as they stand, each by its key and which of its records it is."""
    known = {(line.key, line.nth): line for line in lines}
    for at in range(min(_number(data.get("post-TOTAL_FORMS")), MOST_SENT)):
        key, nth = data.get(f"post-{at}-key", ""), _number(data.get(f"post-{at}-nth"))
        yield known.get((key, nth)) or Line(key=key, nth=nth, name=key)


def _number(text):
    return int(text) if text and text.isdecimal() and len(text) < 5 else 0
