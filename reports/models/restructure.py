"""A restructure: two structures, and what its paper says besides them.

Its one rule: each option is a restructure of its own.
"""

from django.db import models

from divisions.models import Council, Structure
from divisions.models.act import history

CERTAINTIES = [(word, word) for word in ("stated", "derived", "uncertain", "doubtful")]


class Restructure(models.Model):
    """The structure before, the one after, and the title block of the paper."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="restructures")
    key = models.SlugField(max_length=200)
    title = models.CharField(max_length=500)
    before = models.ForeignKey(Structure, models.PROTECT, related_name="restructures_from")
    after = models.ForeignKey(Structure, models.PROTECT, related_name="restructures_to")
    report_of = models.CharField(max_length=500, null=True, blank=True)
    body = models.CharField(max_length=300, null=True, blank=True)
    meeting = models.CharField(max_length=100, null=True, blank=True)
    decision = models.CharField(max_length=300, null=True, blank=True)
    effective = models.CharField(max_length=100, null=True, blank=True)
    paper = models.CharField(max_length=300, null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)
    note = models.TextField(null=True, blank=True)
    position = models.BigIntegerField(default=0)

    history = history()

    class Meta:
        ordering = ["council", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["council", "key"], name="one_restructure_a_key")
        ]

    def __str__(self):
        return self.title

    @property
    def existing(self):
        """What the proposal is compared with: the structure before.

        Or what has taken the place of that, once the proposal was brought up to date with it.
        """
        now = self.after.based_on if self.pk and self.after.based_on_revision is not None else None
        is_past = self.before.status == Structure.Status.SUPERSEDED
        return now if is_past and now is not None and now.was_in_force else self.before

    @property
    def is_published(self):
        """Whether the report is approved for publication."""
        report = getattr(self, "report", None)
        return report is not None and report.published_at is not None

    @property
    def in_force(self):
        """From when what is proposed is in force: as it came about; until then as was said."""
        came = self.after.in_force_from if self.after.was_in_force else None
        return came or self.effective or self.after.in_force_from


class PartOfPaper(models.Model):
    """One of the things that a paper lists, in its order."""

    position = models.PositiveIntegerField(default=0)
    sources = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True
        ordering = ["restructure", "position"]


class Phase(PartOfPaper):
    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="phases")
    name = models.CharField(max_length=100)
    what = models.TextField(null=True, blank=True)
    when = models.CharField(max_length=200, null=True, blank=True)

    history = history()

    def __str__(self):
        return self.name


class Scope(PartOfPaper):
    """A unit or post, by its key, that is in or out of the restructure, or undecided."""

    SCOPES = [(word, word) for word in ("in", "out", "undecided")]

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="scope")
    key = models.CharField(max_length=200)
    scope = models.CharField(max_length=20, choices=SCOPES)
    why = models.TextField(null=True, blank=True)

    history = history()

    def __str__(self):
        return f"{self.key}: {self.scope}"


class Milestone(PartOfPaper):
    """A step of the timetable, as precise as the paper: `when` as printed, and its days."""

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="milestones")
    group = models.CharField(max_length=200, null=True, blank=True)
    what = models.CharField(max_length=500)
    when = models.CharField(max_length=200, null=True, blank=True)
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    certainty = models.CharField(max_length=20, choices=CERTAINTIES, default="stated")
    note = models.TextField(null=True, blank=True)

    history = history()

    def __str__(self):
        return self.what


class Recommendation(PartOfPaper):
    """One thing that the meeting is asked for, beginning with a verb."""

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="recommendations")
    number = models.CharField(max_length=20, null=True, blank=True)
    verb = models.CharField(max_length=50)
    text = models.TextField()

    history = history()

    def __str__(self):
        return f"{self.verb} {self.text}"


class Statement(PartOfPaper):
    """What the paper says, in our words; with a value, what it counts, and where.

    `side` is before, after or difference. `where` narrows the count: `reports.proposal.WHERE`.
    """

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="statements")
    about = models.CharField(max_length=300, null=True, blank=True)
    says = models.TextField()
    value = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    counts = models.CharField(max_length=20, null=True, blank=True)
    side = models.CharField(max_length=20, null=True, blank=True)
    where = models.JSONField(default=dict, blank=True)
    year = models.CharField(max_length=20, null=True, blank=True)
    certainty = models.CharField(max_length=20, choices=CERTAINTIES, default="stated")
    note = models.TextField(null=True, blank=True)

    history = history()

    def __str__(self):
        return self.says
