"""An act: one thing that one person did, however many rows it touched.

Its one rule: every row of history belongs to the act in which it was written, and what is written
outside an act fails.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

_act = ContextVar("act", default=None)


class OutsideAnyAct(Exception):
    """Something was written outside `editing()`. This is a mistake of the program."""


def current_act_id() -> int:
    """The act that is going on; rows of history take it as their own."""
    act = _act.get()
    if act is None:
        raise OutsideAnyAct("Units, posts and papers are written inside editing() alone.")
    return act.pk


class Act(models.Model):
    """Who did what to which structure, when and why. With no structure: to the council's papers.

    `verb` is the kind of act; `says` tells this one in a sentence, past tense, both ends named.
    """

    council = models.ForeignKey("divisions.Council", models.PROTECT, related_name="acts")
    structure = models.ForeignKey(
        "divisions.Structure", models.PROTECT, null=True, related_name="acts"
    )
    revision = models.PositiveIntegerField(null=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    moment = models.DateTimeField(default=timezone.now)
    verb = models.CharField(max_length=100)
    says = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.says or f"{self.verb}: {self.structure or self.council}"

    def tell(self, says):
        """Say in a sentence what was done."""
        self.says = says
        self.save(update_fields=["says"])

    @contextmanager
    def going_on(self):
        """Let everything written inside belong to this act."""
        token = _act.set(self)
        try:
            yield self
        finally:
            _act.reset(token)


class InAct(models.Model):
    """What every row of history has besides the row itself: the act that wrote it."""

    act = models.ForeignKey(Act, models.PROTECT, default=current_act_id, related_name="+")

    class Meta:
        abstract = True


def history(**options):
    """Keep every version of a model's rows, each with the act that wrote it."""
    return HistoricalRecords(bases=[InAct], **options)


MADE, CHANGED, GONE = "+", "~", "-"


def create_rows(rows):
    """Write new rows of one table with their first versions; gives them, in order."""
    made = type(rows[0]).objects.bulk_create(rows) if rows else []
    if made:
        remember(made, MADE)
    return made


def remember(rows, how):
    """Write the versions of many rows of one table at once: MADE, CHANGED or GONE."""
    version, now = type(rows[0]).history.model, timezone.now()
    names = [field.attname for field in version.tracked_fields]
    about = {"history_type": how, "history_date": now}
    version.objects.bulk_create(
        version(**about, **{name: getattr(row, name) for name in names}) for row in rows
    )
