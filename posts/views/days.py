"""Acts as the history lists them: by day, the newest first, each with what can be done about it.

Its one rule: an act is one entry, however many rows it touched; what one person went on saving is
one entry too, and each save can be looked at.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone

from divisions import dates
from divisions.models import Act
from orgchart.forms import faults
from posts.heads import heads, may_be_put_back
from posts.undo import is_of_holders

PAGE = 50
PAUSE = timedelta(minutes=10)
"""Acts alike of one person, with no longer pause between them, are of one sitting."""


class Wanted(forms.Form):
    """Which acts are wanted: whose, and since which day."""

    who = forms.ChoiceField(required=False, label="Who")
    since = forms.CharField(
        required=False, label="Since", max_length=60, help_text="Like 20 November 2026"
    )

    def __init__(self, data, acts):
        super().__init__(data)
        people = acts.order_by("user__username").values_list("user__username", flat=True)
        names = [name for name in people.distinct() if name]
        self.fields["who"].choices = [("", "everyone"), *((name, name) for name in names)]
        self.acts = acts

    def clean_since(self):
        return day(self.cleaned_data["since"])

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    @property
    def found(self):
        """The acts that are wanted; all of them where it cannot be read which."""
        if not self.is_valid():
            return self.acts
        who, since = self.cleaned_data["who"], self.cleaned_data["since"]
        acts = self.acts.filter(user__username=who) if who else self.acts
        return acts.filter(moment__gte=start_of(since)) if since else acts


def day(text):
    """The day that somebody typed, None if none; forms.ValidationError if it cannot be read."""
    try:
        return dates.exact(text) if text else None
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error


def start_of(day):
    """The moment at which a day begins here."""
    return timezone.make_aware(datetime.combine(day, time.min))


@dataclass(frozen=True)
class Entry:
    """An act in the history: what it says, and whether it can be put back as things stand.

    `earlier` are the acts of the same sitting before it, the newest first.
    """

    act: Act
    may_be_put_back: bool
    earlier: tuple[Act, ...] = ()

    @property
    def saves(self):
        """How many acts it stands for."""
        return 1 + len(self.earlier)

    @property
    def began(self):
        """When the sitting began."""
        return self.earlier[-1].moment

    @property
    def is_of_holders(self):
        """Whether it was about who holds a post, which the history does not say."""
        return is_of_holders(self.act)

    @property
    def undone_by(self):
        """The act that undid it; None if it is in effect."""
        return getattr(self.act, "undone_by", None)


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its acts."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of acts by day, which page of how many, and how many acts there are."""

    days: list[Day]
    page: object
    count: int


def listed(acts, page, member):
    """A page of acts, for a member of the council."""
    found = Paginator(shown(acts), PAGE).get_page(page)
    return Listed(_days(list(found), member), found, found.paginator.count)


def shown(acts):
    """Acts with all that the history shows of them, in one query."""
    return acts.select_related("user", "structure", "undoes", "undone_by", "undone_by__user")


def _entries(acts, member):
    found = heads(acts)
    return [
        Entry(act, applies(act, member, found.get(act.pk)), tuple(earlier))
        for act, *earlier in sittings(acts)
    ]


def sittings(acts):
    """Acts, the newest first, in lists: those together that somebody did in one sitting."""
    found = []
    for act in acts:
        if found and _goes_on(act, found[-1][-1]):
            found[-1].append(act)
        else:
            found.append([act])
    return found


def _goes_on(act, later):
    """Whether an act on the papers was gone on with by a later one."""
    alike = ("structure_id", "user_id", "says", "reason")
    is_alike = all(getattr(act, name) == getattr(later, name) for name in alike)
    on_papers = act.structure_id is None and act.says
    return bool(on_papers and is_alike and later.moment - act.moment <= PAUSE)


def applies(act, member, head):
    """Whether a member may put an act back, and it is in effect; `head`: what it wrote on top."""
    of = act.structure
    may = member.is_officer and of and of.is_editable and may_be_put_back(of, head)
    return bool(may and getattr(act, "undone_by", None) is None and not is_of_holders(act))


def _days(acts, member):
    grouped = groupby(
        _entries(acts, member), key=lambda entry: timezone.localtime(entry.act.moment).date()
    )
    return [Day(_named(day), tuple(found)) for day, found in grouped]


def _named(day):
    """A day in words; of today and yesterday, that too."""
    today = timezone.localdate()
    near = {today: "Today, ", today - timedelta(days=1): "Yesterday, "}
    return near.get(day, "") + dates.in_words(day)
