"""A council's grades, by the names it prints.

Its one rule: no grade has a rank or an amount that the paper does not give it.
"""

from django.db import models

from divisions.models.act import history


class Grade(models.Model):
    """A grade: a range of points of a spine, or one spot amount a year.

    `pounds` is the spot amount, on the `basis` printed beside it. A grade without either has no pay
    that is known.
    """

    council = models.ForeignKey("divisions.Council", models.CASCADE, related_name="grades")
    name = models.CharField(max_length=200)
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    pounds = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    spine = models.ForeignKey(
        "posts.PaySpine", models.PROTECT, null=True, blank=True, related_name="grades"
    )
    lowest = models.PositiveSmallIntegerField(null=True, blank=True)
    highest = models.PositiveSmallIntegerField(null=True, blank=True)
    basis = models.CharField(max_length=500, null=True, blank=True)
    year = models.CharField(max_length=20, null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)
    note = models.TextField(null=True, blank=True)
    position = models.BigIntegerField(default=0)

    history = history()

    class Meta:
        ordering = ["council", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["council", "name"], name="one_grade_a_name"),
        ]

    def __str__(self):
        return self.name
