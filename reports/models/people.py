"""What becomes of whom, how each proposed post is filled, and what that costs.

Its one rule: posts, people and contracts are counted apart, and what is not known is null.
"""

from django.db import models

from divisions.models.act import history

from .restructure import PartOfPaper, Restructure


class RingFence(PartOfPaper):
    """Those who alone may apply for some posts."""

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="ring_fences")
    name = models.CharField(max_length=200)
    note = models.TextField(null=True, blank=True)

    history = history()

    def __str__(self):
        return self.name


class Fate(PartOfPaper):
    """What becomes of whoever holds an existing post, by the post's key.

    `ring_fence` is the name of the one they are in.
    `people`, `contracts`, `at_risk` and `dismissals` (proposed) are of different units: none is
    reckoned from another.
    """

    OUTCOMES = [
        (word, word)
        for word in (
            "stays", "slotted in", "ring-fence", "at risk", "redeployed", "leaves by agreement",
            "vacancy deleted",
        )
    ]  # fmt: skip

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="fates")
    key = models.CharField(max_length=200)
    outcome = models.CharField(max_length=30, choices=OUTCOMES, null=True, blank=True)
    ring_fence = models.CharField(max_length=200, null=True, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    contracts = models.PositiveIntegerField(null=True, blank=True)
    at_risk = models.PositiveIntegerField(null=True, blank=True)
    dismissals = models.PositiveIntegerField(null=True, blank=True)
    note = models.TextField(null=True, blank=True)

    history = history()

    def __str__(self):
        return f"{self.key}: {self.outcome or 'not stated'}"


class Filling(PartOfPaper):
    """How a proposed post is to be filled, by the post's key."""

    WAYS = [
        (word, word)
        for word in ("slotted in", "ring-fence", "internal", "external", "held vacant")
    ]  # fmt: skip

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="fillings")
    key = models.CharField(max_length=200)
    way = models.CharField(max_length=30, choices=WAYS)
    ring_fence = models.CharField(max_length=200, null=True, blank=True)
    note = models.TextField(null=True, blank=True)

    history = history()

    def __str__(self):
        return f"{self.key}: {self.way}"


class Cost(PartOfPaper):
    """Money that no post's pay gives: what is spent once, what pays for it, what else is saved."""

    KINDS = [(word, word) for word in ("one-off cost", "funding", "saving", "yearly cost")]

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="costs")
    kind = models.CharField(max_length=20, choices=KINDS)
    what = models.CharField(max_length=500)
    pounds = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    year = models.CharField(max_length=20, null=True, blank=True)
    phase = models.CharField(max_length=100, null=True, blank=True)
    note = models.TextField(null=True, blank=True)

    history = history()

    def __str__(self):
        return f"{self.kind}: {self.what}"
