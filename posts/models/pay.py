"""What a council pays: its spines from dated tables, and what comes on top of pay.

Its one rule: an amount holds from the day of its table until the next; before the first, pay is
not known, and no amount is ever reckoned between two points.
"""

from django.db import models

from divisions.models.act import history


class PaySpine(models.Model):
    """A pay spine, such as NJC or Soulbury."""

    council = models.ForeignKey("divisions.Council", models.CASCADE, related_name="spines")
    name = models.CharField(max_length=200)
    sources = models.JSONField(default=list, blank=True)
    note = models.TextField(null=True, blank=True)
    position = models.BigIntegerField(default=0)

    history = history()

    class Meta:
        ordering = ["council", "position", "pk"]
        constraints = [models.UniqueConstraint(fields=["council", "name"], name="one_spine_a_name")]

    def __str__(self):
        return self.name


class SpinePoint(models.Model):
    """What a point of a spine is paid for full time in a year, in pounds, `since` a day."""

    spine = models.ForeignKey(PaySpine, models.CASCADE, related_name="points")
    since = models.DateField()
    point = models.PositiveSmallIntegerField()
    pounds = models.DecimalField(max_digits=12, decimal_places=2)

    history = history()

    class Meta:
        ordering = ["spine", "since", "point"]
        constraints = [
            models.UniqueConstraint(fields=["spine", "since", "point"], name="one_amount_a_point")
        ]

    def __str__(self):
        return f"{self.spine} {self.point}"


class OnCosts(models.Model):
    """What comes on top of pay (national insurance, pension), in percent of it, `since` a day."""

    council = models.ForeignKey("divisions.Council", models.CASCADE, related_name="on_costs")
    since = models.DateField()
    percent = models.DecimalField(max_digits=7, decimal_places=4)
    sources = models.JSONField(default=list, blank=True)
    note = models.TextField(null=True, blank=True)

    history = history()

    class Meta:
        ordering = ["council", "since"]
        constraints = [
            models.UniqueConstraint(fields=["council", "since"], name="one_on_cost_a_day")
        ]
        verbose_name_plural = "on-costs"

    def __str__(self):
        return f"{self.percent} %"
