"""A structure: one whole version of a council's units and posts, and the one way to change it.

Its one rule: whatever changes a structure does it inside `editing()`, which locks the structure's
row first and counts one revision.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property

from django.db import models, transaction

from divisions import errors, life

from .act import Act, history
from .council import Council
from .editing import Editing

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
    def is_on_its_way(self):
        """Whether it may yet come into force."""
        return self.status in (self.Status.DRAFT, self.Status.CONSULTATION, self.Status.APPROVED)

    @property
    def is_proposed(self):
        """Whether it is on its way, and drawn from another."""
        return self.based_on_id is not None and self.is_on_its_way

    @property
    def is_editable(self):
        """Only a draft and the structure in force are edited by hand."""
        return self.status in (self.Status.DRAFT, self.Status.IN_FORCE)

    @contextmanager
    def editing(self, user=None, verb="edit", reason="", seen=None, even_frozen=False):
        """Lock the structure, and let what is written inside be one act and one revision.

        `seen` is the revision that the person had before them: ChangedMeanwhile if it is not the
        present one. `even_frozen` lets one that is frozen be written: by its council file, or by a
        step of its life. Inside the editing of the same structure this joins in, and makes no act
        of its own.
        """
        going_on = _editing.get()
        if going_on is not None and going_on.structure.pk == self.pk:
            with going_on.joined(verb):
                yield going_on
            return
        with transaction.atomic():
            structure = Structure.objects.select_for_update(no_key=True).get(pk=self.pk)
            structure._must_be_free(seen, even_frozen)
            act = structure._next_act(user, verb, reason)
            token = _editing.set(Editing(structure, act))
            try:
                with act.going_on():
                    yield _editing.get()
                _editing.get().say()
            finally:
                _editing.reset(token)
        self.revision = structure.revision

    def must_be_editable(self):
        """ReadOnly unless the structure is a draft or in force."""
        if not self.is_editable:
            raise errors.ReadOnly(
                f"{self.title} {life.stands(self)} and cannot be edited. "
                "Draw a draft from it first."
            )

    def _must_be_free(self, seen, even_frozen):
        if not even_frozen:
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

    @property
    def steps(self):
        """The steps of its life that can be taken next: the address of each, and its words."""
        return life.STEPS.get(self.status, ())

    @property
    def may_be_brought_up_to_date(self):
        """Whether it can take over what has changed in what it was drawn from."""
        return self.status in (self.Status.DRAFT, self.Status.APPROVED) and bool(self.based_on_id)

    @property
    def may_be_revised(self):
        """Whether what becomes of it is drawn as a version of its own."""
        frozen = self.Status.CONSULTATION, self.Status.APPROVED, self.Status.WITHDRAWN
        return self.status in frozen

    @cached_property
    def last_change(self):
        """The revision of the last act that can have changed a unit or post of it."""
        acts = self.acts.exclude(verb__in=life.VERBS).order_by("-revision")
        return acts.values_list("revision", flat=True).first() or 0

    @cached_property
    def drawn_at(self):
        """The act up to which what it was drawn from had come then; None: as that stands."""
        base, revision = self.based_on, self.based_on_revision
        if revision is None or revision == base.revision:
            return None
        return base.acts.filter(revision__lte=revision).first()

    @property
    def was_in_force(self):
        """Whether it has come into force, and may have been superseded since."""
        return self.status in (self.Status.IN_FORCE, self.Status.SUPERSEDED)

    @property
    def successor(self):
        """What it was superseded by; None if it was not, or that is not known.

        What takes the place of a structure is drawn from it by then, as it was brought up to date.
        """
        if self.status != self.Status.SUPERSEDED:
            return None
        return self.drawn.filter(status__in=(self.Status.IN_FORCE, self.Status.SUPERSEDED)).first()

    @property
    def predecessor(self):
        """What it took the place of; None if nothing was in force before it, or if it never was."""
        base = self.based_on if self.was_in_force else None
        return base if base is not None and base.status == self.Status.SUPERSEDED else None

    @property
    def withdrawal(self):
        """The act in which it was withdrawn, with the reason; None if it was not."""
        return self.acts.filter(verb="withdraw").first()

    # Its life: draft, consultation, approved, in force, superseded; or withdrawn.

    def send_out(self, user=None, reason="", seen=None):
        """Send a draft out for consultation: from then on it is frozen."""
        step = self._step("send out for consultation", user, reason, seen, self.Status.DRAFT)
        with step as editing:
            editing.structure._become(self.Status.CONSULTATION)
            editing.act.tell(f"“{self}” was sent out for consultation.")

    def approve(self, user=None, reason="", seen=None, **approval):
        """Say which body approved it, and when (`approved_by`, `approved_on`, `minute`).

        `in_force_from` may say from which day it is to be in force. What was said of an approval
        can be said again.
        """
        possible = self.Status.CONSULTATION, self.Status.APPROVED
        with self._step("approve", user, reason, seen, *possible) as editing:
            again = editing.structure.status == self.Status.APPROVED
            editing.structure._become(self.Status.APPROVED, **approval)
            editing.act.tell(life.approved(editing.structure, again))

    def withdraw(self, user=None, reason="", seen=None):
        """Withdraw what is not in force yet, with the reason."""
        possible = self.Status.DRAFT, self.Status.CONSULTATION, self.Status.APPROVED
        with self._step("withdraw", user, reason, seen, *possible) as editing:
            if not reason.strip():
                raise errors.NoReason(f"“{self}” is withdrawn for a reason. Say why.")
            editing.structure._become(self.Status.WITHDRAWN)
            editing.act.tell(f"“{self}” was withdrawn.")

    def give_way(self, to, user=None):
        """Let another structure take the place of this one, which is in force."""
        with self._step("give way", user, "", None, self.Status.IN_FORCE) as editing:
            editing.structure._become(self.Status.SUPERSEDED)
            editing.act.tell(f"“{self}” was superseded by “{to}”.")

    def come_into_force(self):
        """Stand in the place of what gave way; `reports.coming_into_force` sees that it may."""
        self._become(self.Status.IN_FORCE)

    @contextmanager
    def _step(self, verb, user, reason, seen, *possible):
        """Edit the structure for a step of its life; WrongStep if that is not its next."""
        with self.editing(user, verb, reason, seen, even_frozen=True) as editing:
            editing.structure.must_be(verb, *possible)
            yield editing
        self.status = editing.structure.status

    def must_be(self, verb, *possible):
        """WrongStep unless the structure has one of the statuses from which a step leads."""
        if self.status not in possible:
            raise errors.WrongStep(life.wrong_step(self, verb))

    def _become(self, status, **facts):
        self.status = status
        for name, value in facts.items():
            setattr(self, name, value)
        self.save(update_fields=["status", *facts])
