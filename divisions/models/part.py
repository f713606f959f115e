"""What a unit and a post share: a key, a place in a tree, and where the paper says so.

The one abstract base of the program. Its one rule: `parent` and `position` are the truth about
the tree; MPTT's numbers are an index of it.
"""

from django.db import models
from mptt.models import MPTTModel, TreeForeignKey

CERTAINTIES = [(word, word) for word in ("stated", "derived", "uncertain")]
UNTRACKED = ["lft", "rght", "tree_id", "level"]


class Sourced(models.Model):
    """Something that a paper says: where, how surely, and in a note what else."""

    sources = models.JSONField(default=list, blank=True)
    certainty = models.CharField(max_length=20, choices=CERTAINTIES, default="stated")
    note = models.TextField(null=True, blank=True)

    class Meta:
        abstract = True


class Part(Sourced, MPTTModel):
    """A unit or post. The root of each tree, whose key is empty, is neither: it holds the others.

    `position` orders them, sparsely, so that one move writes one row: siblings, or, where they are
    in one list, all of a structure.
    """

    IN_ONE_LIST = False

    structure = models.ForeignKey("divisions.Structure", models.CASCADE, related_name="%(class)ss")
    key = models.CharField(max_length=200, blank=True)
    parent = TreeForeignKey("self", models.PROTECT, null=True, related_name="children")
    position = models.BigIntegerField(default=0)
    number = models.PositiveIntegerField(null=True, blank=True, default=1)
    changed = models.JSONField(default=list, blank=True)
    other_names = models.JSONField(default=list, blank=True)
    phase = models.CharField(max_length=100, null=True, blank=True)
    effective = models.CharField(max_length=100, null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ["structure", "lft"]
        constraints = [
            models.UniqueConstraint(fields=["structure", "key"], name="one_%(class)s_a_key"),
            models.UniqueConstraint(
                fields=["tree_id"],
                condition=models.Q(parent=None),
                name="one_tree_of_%(class)ss_a_structure",
            ),
        ]

    def set_facts(self, facts):
        """Set facts, and give those that differ: as each was, and as it becomes."""
        differ = {}
        for name, becomes in facts.items():
            if (was := getattr(self, name)) != becomes:
                differ[name] = (was, becomes)
            setattr(self, name, becomes)
        return differ
