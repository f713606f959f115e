"""How a paper is written: its sections, in the order and with the headings of a house template.

Its one rule: what an author typed is kept as typed, and figures stand in it by their names.
"""

from django.conf import settings
from django.db import models

from divisions.models.act import history

from .restructure import PartOfPaper, Restructure


class Report(models.Model):
    """What a paper has besides its restructure: its house's ways, and whether it is published.

    `template` is the slug of the house template it was begun from. `exempt` are the paragraphs of
    Part 1 of Schedule 12A that its exempt edition is withheld under. `basis`: how posts are costed.
    """

    BASES = [(word, word) for word in ("bottom", "top", "actual")]
    PAPERS = [(word, word) for word in ("A4", "A3")]

    restructure = models.OneToOneField(Restructure, models.CASCADE, related_name="report")
    template = models.CharField(max_length=100, default="generic-modern")
    numbering = models.CharField(max_length=20, default="1.1")
    item = models.CharField(max_length=50, null=True, blank=True)
    wards = models.CharField(max_length=300, null=True, blank=True)
    classification = models.CharField(max_length=300, null=True, blank=True)
    contact = models.CharField(max_length=500, null=True, blank=True)
    exempt = models.JSONField(default=list, blank=True)
    basis = models.CharField(max_length=10, choices=BASES, default="top")
    paper_size = models.CharField(max_length=2, choices=PAPERS, default="A4")
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    history = history()

    def __str__(self):
        return f"The report of {self.restructure}"


class Section(PartOfPaper):
    """A section under its heading: text in Markdown, in which figures and parts stand by name.

    `level` 2 stands within the last of level 1. `editions` are those that it is in; none: in all.
    """

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="sections")
    key = models.SlugField(max_length=100)
    heading = models.CharField(max_length=300)
    level = models.PositiveSmallIntegerField(default=1)
    text = models.TextField(blank=True)
    is_shown = models.BooleanField(default=True)
    is_numbered = models.BooleanField(default=True)
    is_appendix = models.BooleanField(default=False)
    editions = models.JSONField(default=list, blank=True)

    history = history()

    class Meta(PartOfPaper.Meta):
        constraints = [
            models.UniqueConstraint(fields=["restructure", "key"], name="one_section_a_key")
        ]

    def __str__(self):
        return self.heading


class HouseTemplate(models.Model):
    """A council's own order of sections, to begin a paper from.

    `sections`: [{"key", "heading", "level", "text", "is_numbered", "is_appendix"}, …].
    """

    council = models.ForeignKey("divisions.Council", models.CASCADE, related_name="templates")
    slug = models.SlugField(max_length=100)
    name = models.CharField(max_length=200)
    numbering = models.CharField(max_length=20, default="1.1")
    sections = models.JSONField(default=list)

    history = history()

    class Meta:
        ordering = ["council", "name"]
        constraints = [
            models.UniqueConstraint(fields=["council", "slug"], name="one_template_a_slug")
        ]

    def __str__(self):
        return self.name


class WordBase(models.Model):
    """The Word file whose styles and page a council's papers take."""

    council = models.OneToOneField("divisions.Council", models.CASCADE, related_name="word_base")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    uploaded_at = models.DateTimeField(auto_now=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    def __str__(self):
        return self.name


class Writing(models.Model):
    """Who had which section open to write, last seen when: for others to know, never in history.

    By the key of the section, since nobody may have begun the paper.
    """

    restructure = models.ForeignKey(Restructure, models.CASCADE, related_name="writers")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.SlugField(max_length=100)
    seen_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["restructure", "user"], name="one_section_a_writer")
        ]

    def __str__(self):
        return f"{self.user} in {self.key}"
