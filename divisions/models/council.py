"""Councils, the people who belong to them, and what each may do.

Its one rule: whoever writes a council's papers locks its row first: before a structure, if they
lock that too, so that no two wait for each other. The lock leaves its key free, so that others may
write acts and structures that name the council.
"""

from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import IntegrityError, models, transaction

from divisions import once
from divisions.slugs import OUR_OWN, slug

from .act import Act, history


class Council(models.Model):
    """A council, with its own words for its units and tiers.

    `kinds`: [{"name": "division", "function": false}, …] in the order of the file.
    `tiers`: [{"tier": 1, "name": "Director"}, …].
    `span_limit`: how many posts at most should report to one; null: the council sets none.
    """

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=300)
    other_names = models.JSONField(default=list, blank=True)
    kinds = models.JSONField(default=list, blank=True)
    tiers = models.JSONField(default=list, blank=True)
    span_limit = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(null=True, blank=True)

    history = history()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    @classmethod
    @transaction.atomic
    def start(cls, name, kinds, user, sent=None):
        """Start a council with nothing in it; whoever starts it is its administrator.

        Its slug is made from its name, and is nobody else's and none of the site's own. If the same
        was `sent` before, it is the council that was started then.
        """
        get_user_model().objects.select_for_update(no_key=True).get(pk=user.pk)
        if there := once.made_by(cls, sent, act__user=user):
            return there
        kinds = [{"name": kind, "function": False} for kind in kinds]
        council = cls._with_a_free_slug(name)
        with council.editing(user, "start a council") as council:
            council.kinds, council._change_reason = kinds, sent
            council.save()
            Membership.objects.create(
                council=council, user=user, role=Membership.Role.ADMINISTRATOR
            )
            council.act.tell(f"{name} was started.")
        return council

    @classmethod
    def _with_a_free_slug(cls, name):
        plain, turn = slug(name) or "council", 1
        wanted = plain
        while True:
            if wanted not in OUR_OWN and not cls.objects.filter(slug=wanted).exists():
                try:
                    with transaction.atomic():
                        return cls.objects.bulk_create([cls(slug=wanted, name=name)])[0]
                except IntegrityError:
                    pass  # somebody took it a moment ago
            turn += 1
            wanted = f"{plain}-{turn}"

    @property
    def functions(self):
        """The kinds of unit that are work and not an organisation."""
        return frozenset(kind["name"] for kind in self.kinds if kind["function"])

    def locked(self):
        """The council as it stands, its papers locked: before any of its structures is."""
        return Council.objects.select_for_update(no_key=True).get(pk=self.pk)

    @contextmanager
    def editing(self, user=None, verb="edit the papers", reason=""):
        """Lock the council's papers and let what is written inside be one act: `council.act`."""
        with transaction.atomic():
            council = self.locked()
            act = Act.objects.create(council=council, user=user, verb=verb, reason=reason)
            council.act = act
            with act.going_on():
                yield council


class Membership(models.Model):
    """A person's role in a council."""

    class Role(models.TextChoices):
        READER = "reader"
        CLERK = "clerk", "Committee clerk"
        OFFICER = "officer", "HR officer"
        ADMINISTRATOR = "administrator"

        @property
        def within(self):
            """The role as it is written within a sentence."""
            return self.label if self == self.OFFICER else self.label.lower()

    council = models.ForeignKey(Council, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "user"], name="one_role_a_council")
        ]

    def __str__(self):
        return f"{self.user}, {self.role_within} of {self.council}"

    @property
    def role_within(self):
        """The role as it is written within a sentence."""
        return self.Role(self.role).within

    @property
    def is_writer(self):
        """Whether the person writes the council's papers, and does not only read them."""
        return self.role != self.Role.READER

    @property
    def is_officer(self):
        """Whether the person draws structures and restructures."""
        return self.role in (self.Role.OFFICER, self.Role.ADMINISTRATOR)

    @property
    def is_administrator(self):
        """Whether the person looks after the council's file and people."""
        return self.role == self.Role.ADMINISTRATOR
