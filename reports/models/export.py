"""Each file that was made of a paper: by whom, when, of which revision, and what bytes.

Its one rule: the same revision gives the same bytes, and what was published is kept.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models

from divisions import errors
from reports.editions import EDITIONS

from .restructure import Restructure

ABANDONED = timedelta(days=1)
"""After this long a publication whose files were being made is taken to be given up."""


class NotKept(errors.RuleBroken):
    """The bytes of an old draft are no longer kept; what was made, when and by whom, is."""


class ExportQuerySet(models.QuerySet):
    def with_bytes(self):
        """Each with whether its bytes are kept: once for all files that are the same."""
        same = Export.objects.filter(
            restructure=models.OuterRef("restructure"), sha256=models.OuterRef("sha256")
        )
        return self.annotate(is_kept=models.Exists(same.exclude(content=None)))

    def forget(self, made, before):
        """Let the bytes go of drafts made before a moment, of other revisions than a later file."""
        drafts = self.filter(
            restructure=made.restructure, edition=made.edition, format=made.format,
            is_published=False, moment__lt=before,
        )  # fmt: skip
        drafts.exclude(revision=made.revision).update(content=None)


class Export(models.Model):
    """A file that was made. `content` is kept while it may be asked for again.

    `revision` names the versions of both structures and of the papers that the file was made of.
    """

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="exports")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    moment = models.DateTimeField(auto_now_add=True)
    edition = models.CharField(max_length=20)
    format = models.CharField(max_length=10)
    name = models.CharField(max_length=300)
    revision = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    content = models.BinaryField(null=True)
    is_published = models.BooleanField(default=False)

    objects = ExportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["restructure", "edition", "format", "revision"])]

    def __str__(self):
        return self.name

    @property
    def edition_title(self):
        """What its edition is called."""
        return EDITIONS[self.edition].title

    @property
    def made_of(self):
        """Of which revisions of the two structures it was made, as a person is told."""
        return self.revision.split(", papers ")[0].replace("structure ", "structure at revision ")

    @property
    def data(self):
        """Its bytes, kept once for all files that are the same; NotKept if they are no more."""
        if self.content is not None:
            return bytes(self.content)
        same = Export.objects.filter(restructure=self.restructure_id, sha256=self.sha256)
        kept = same.exclude(content=None).values_list("content", flat=True).first()
        if kept is None:
            raise NotKept(f"{self.name} was a draft, and is no longer kept. Make it again.")
        return bytes(kept)


class PreparedQuerySet(models.QuerySet):
    def clear(self, now):
        """Let the files go of publications that nobody went on with for a day."""
        self.filter(moment__lt=now - ABANDONED).delete()


class Prepared(models.Model):
    """A file of a publication whose files are being made: nobody can have it until all are.

    `made_of` stands for what the paper said then; once it says other, the file is made anew.
    """

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="prepared")
    made_of = models.CharField(max_length=64)
    edition = models.CharField(max_length=20)
    format = models.CharField(max_length=10)
    content = models.BinaryField()
    moment = models.DateTimeField(auto_now=True)

    objects = PreparedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["restructure", "edition", "format"], name="prepared_once"
            ),
        ]

    def __str__(self):
        return f"{self.format}, {self.edition}"
