"""Beside the line of management: who leads which unit, and dotted, joint and link lines.

Its one rule: both ends stand in one structure.
"""

from django.db import models

from divisions.models.act import history
from divisions.models.part import Sourced
from divisions.models.unit import Unit

from .post import Post


class Leads(models.Model):
    """A post that heads a unit, is its acting head, or leads a function."""

    HOW = [(word, word) for word in ("head", "acting head", "leads")]

    structure = models.ForeignKey("divisions.Structure", models.CASCADE, related_name="leads")
    post = models.ForeignKey(Post, models.CASCADE, related_name="leads")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="led_by")
    how = models.CharField(max_length=20, choices=HOW, default="head")

    history = history()

    class Meta:
        ordering = ["structure", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["post", "unit", "how"], name="a_post_leads_a_unit_once")
        ]

    def __str__(self):
        return f"{self.post}, {self.how}: {self.unit}"


class ReportingLine(Sourced):
    """A dotted, joint or link line, or accountability, to a post or to somebody in words."""

    KINDS = [(word, word) for word in ("dotted", "joint", "link", "accountable")]

    structure = models.ForeignKey("divisions.Structure", models.CASCADE, related_name="lines")
    post = models.ForeignKey(Post, models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=20, choices=KINDS)
    to = models.ForeignKey(Post, models.CASCADE, null=True, related_name="lines_from")
    to_other = models.CharField(max_length=500, null=True, blank=True)
    reason = models.TextField(null=True, blank=True)

    history = history()

    class Meta:
        ordering = ["structure", "pk"]

    def __str__(self):
        return f"{self.post}, {self.kind} line to {self.to or self.to_other}"
