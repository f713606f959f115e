"""A structure as it was recorded at a moment: the faces show it as they show the present.

Its one rule: a moment is an act, the last one at or before it, and the address names that act
(`?at=`), so that it always shows the same.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django import forms
from django.db.models import Count, Max, Min, Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from divisions.models import Act
from orgchart.forms import faults
from posts.reading import past_head, read_past
from posts.snapshot import Snapshot
from posts.views.days import day

HEAD = ("title", "status", "in_force_from", "sources", "note")
"""What the head of a structure's pages says of it."""


@dataclass(frozen=True)
class Moment:
    """An act, the structure as it stood after it, and the acts on either side."""

    act: Act
    snapshot: Snapshot
    earlier: int | None
    later: int | None
    since: int
    last: datetime


def moment_of(request, structure):
    """The moment that the address asks for, None if none; 404 if the structure has no such act.

    The structure then says of itself what it said at that moment.
    """
    at = request.GET.get("at")
    if at is None:
        return None
    act = act_of(structure, at)
    around = structure.acts.aggregate(
        earlier=Max("pk", filter=Q(pk__lt=act.pk)),
        later=Min("pk", filter=Q(pk__gt=act.pk)),
        since=Count("pk", filter=Q(pk__gt=act.pk)),
        last=Max("moment"),
    )
    snapshot, head = read_past(structure, act), past_head(structure, act)
    for name in HEAD:
        setattr(structure, name, getattr(head, name))
    return Moment(act, snapshot, **around)


def act_of(structure, at):
    """An act on a structure by its number, as an address has it, or 404."""
    if not str(at).isdecimal() or len(str(at)) > 18:
        raise Http404
    return get_object_or_404(structure.acts.select_related("user"), pk=at)


class RecordedOn(forms.Form):
    """A moment in words. What was recorded in that minute belongs to it."""

    on = forms.CharField(
        label="Day",
        max_length=60,
        help_text="Like 20 November 2026",
        error_messages={"required": "Type a day, like 20 November 2026"},
    )
    time = forms.TimeField(
        label="Time",
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        help_text="Like 17:00; left empty: the end of the day",
        error_messages={"invalid": "Type a time like 17:00"},
    )

    def clean_on(self):
        return day(self.cleaned_data["on"])

    @property
    def faults(self):
        """What is to be put right, for the summary on top."""
        return faults(self)

    @property
    def end(self):
        """The moment at which the minute that was asked for is over."""
        at = self.cleaned_data.get("time") or time(23, 59)
        minute = timezone.make_aware(datetime.combine(self.cleaned_data["on"], at))
        return minute + timedelta(minutes=1)

    def act(self, structure):
        """The last act on a structure at or before the moment; None if there was none yet."""
        return structure.acts.filter(moment__lt=self.end).first()
