"""Where each unit and post of a structure came from, and what came to its end in it.

Its one rule: things are named by their keys, since what came before stands in another structure.
"""

from django.db import models

from .act import history
from .part import Sourced


class Origin(Sourced):
    """A unit or post, by its key, and a key before, or a body outside, or `new`, or not stated."""

    SHARES = [(word, word) for word in ("whole", "mostly", "part", "new", "not stated")]

    structure = models.ForeignKey("divisions.Structure", models.CASCADE, related_name="origins")
    key = models.CharField(max_length=200)
    share = models.CharField(max_length=20, choices=SHARES)
    came_from = models.CharField(max_length=200, null=True, blank=True)
    outside = models.CharField(max_length=500, null=True, blank=True)

    history = history()

    class Meta:
        ordering = ["structure", "pk"]

    def __str__(self):
        return f"{self.key} ← {self.came_from or self.outside or self.share}"


class Ending(Sourced):
    """A unit or post of the structure before, by its key, that comes to its end in this one."""

    structure = models.ForeignKey("divisions.Structure", models.CASCADE, related_name="endings")
    key = models.CharField(max_length=200)
    phase = models.CharField(max_length=100, null=True, blank=True)
    effective = models.CharField(max_length=100, null=True, blank=True)

    history = history()

    class Meta:
        ordering = ["structure", "pk"]

    def __str__(self):
        return f"{self.key} ends"
