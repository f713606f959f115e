"""A structure: one whole version of a council's units and posts, and the one way to change it.

Its one rule: whatever changes a structure does it inside `editing()`, which locks the structure's
row first and counts one revision.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models, transaction

from divisions import errors, tree

from .act import Act, history
from .council import Council

_editing = ContextVar("editing", default=None)


class Structure(models.Model):
    """One version of a council's structure.

    `complete_to_tier`: down to which tier every post is listed; null: nothing is listed in full.
    `based_on_revision`: for drafts: how far the structure that a draft is drawn from had come
    then. Null for what came from a file, which does not say.
    `approved_by`: the body that approved it, `approved_on` the day, `minute` the minute's number.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        CONSULTATION = "consultation", "Consultation"
        APPROVED = "approved", "Approved"
        IN_FORCE = "in force", "In force"
        SUPERSEDED = "superseded", "Superseded"
        WITHDRAWN = "withdrawn", "Withdrawn"
        ON_RECORD = "on record", "On record"

    council = models.ForeignKey(Council, models.PROTECT, related_name="structures")
    key = models.SlugField(max_length=200)
    title = models.CharField(max_length=500)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.DRAFT)
    in_force_from = models.CharField(max_length=100, null=True, blank=True)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, related_name="drawn")
    based_on_revision = models.PositiveIntegerField(null=True)
    revision = models.PositiveIntegerField(default=0)
    approved_by = models.CharField(max_length=300, null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=100, null=True, blank=True)
    complete_to_tier = models.PositiveSmallIntegerField(null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)
    note = models.TextField(null=True, blank=True)
    position = models.BigIntegerField(default=0)

    history = history(excluded_fields=["revision"])

    class Meta:
        ordering = ["council", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["council", "key"], name="one_structure_a_key"),
            models.UniqueConstraint(
                fields=["council"],
                condition=models.Q(status="in force"),
                name="one_structure_in_force_a_council",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_editable(self):
        """Only a draft and the structure in force are edited by hand."""
        return self.status in (self.Status.DRAFT, self.Status.IN_FORCE)

    @contextmanager
    def editing(self, user=None, verb="edit", reason="", seen=None, from_file=False):
        """Lock the structure, and let what is written inside be one act and one revision.

        `seen` is the revision that the person had before them: ChangedMeanwhile if it is not the
        present one. `from_file` lets a structure on record be written, by its council file. Inside
        the editing of the same structure this joins in, and makes no act of its own.
        """
        going_on = _editing.get()
        if going_on is not None and going_on.structure.pk == self.pk:
            yield going_on
            return
        with transaction.atomic():
            structure = Structure.objects.select_for_update(no_key=True).get(pk=self.pk)
            structure._must_be_free(seen, from_file)
            act = structure._next_act(user, verb, reason)
            token = _editing.set(Editing(structure, act))
            try:
                with act.going_on():
                    yield _editing.get()
            finally:
                _editing.reset(token)
        self.revision = structure.revision

    def must_be_editable(self):
        """ReadOnly unless the structure is a draft or in force."""
        if not self.is_editable:
            raise errors.ReadOnly(
                f"{self.title} is {self.get_status_display().lower()} and cannot be edited. "
                "Draw a draft from it first."
            )

    def _must_be_free(self, seen, from_file):
        if not from_file:
            self.must_be_editable()
        if seen is not None and seen != self.revision:
            raise errors.ChangedMeanwhile(
                f"{self.title} has changed since you opened it. Open it again to see what changed."
            )

    def _next_act(self, user, verb, reason):
        self.revision += 1
        Structure.objects.filter(pk=self.pk).update(revision=self.revision)
        return Act.objects.create(
            council_id=self.council_id,
            structure=self,
            revision=self.revision,
            user=user,
            verb=verb,
            reason=reason,
        )


class Editing:
    """A structure that is locked, the act that is going on, and rows read inside the lock."""

    def __init__(self, structure, act):
        self.structure, self.act = structure, act

    def fresh(self, part):
        """Read a unit or post again; NotInStructure if it is gone or another structure's."""
        found = type(part).objects.filter(structure=self.structure, pk=part.pk).first()
        if found is None:
            raise errors.NotInStructure(
                f"“{part}” is not in {self.structure.title}. Choose one that is."
            )
        found.structure = self.structure
        return found

    def must_be_free(self, key):
        """KeyTaken if a unit or post has the key: they share one space of keys."""
        for parts in (self.structure.units, self.structure.posts):
            if taken := parts.filter(key=key).first():
                raise errors.KeyTaken(
                    f"{self.structure.title} has “{taken}” under the key “{key}” already. "
                    "Choose another key."
                )

    def take_out(self, part):
        """Take out a unit or post under which nothing stands, and what is said of its origin."""
        self.structure.origins.filter(key=part.key).delete()
        tree.take_out(part)
