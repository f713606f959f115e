"""Files made of a paper: each recorded with what it was made of, by whom and when.

Its one rule: the same revision gives the same bytes, and what was published is had again as it was.
"""

from datetime import timedelta
from functools import cached_property
from hashlib import sha256

from django.db.models import Subquery

from divisions import errors
from divisions.models import Act, Structure
from reports.editions import EDITIONS, PUBLIC
from reports.formats import FORMATS, ZIP
from reports.formats.packing import packed
from reports.formats.typst.finishing import NotAsExpected
from reports.formats.typst.making import NotSet
from reports.held_back import found_in, obstacles
from reports.models import Export, Prepared, Report, WordBase
from reports.paper import paper_of
from reports.private import private_of
from reports.writing.reading import comparison_for_paper

KEPT = timedelta(days=30)
"""So long the bytes of a draft are kept, once a later revision was made; of the last, always."""

RULES = 3
"""Counted up when editions come to have more or less: what was made before is then made anew."""


class NotMade(errors.RuleBroken):
    """A file could not be made of the paper as it is."""


def published_of(restructure):
    """How the paper of a restructure is published; None while it is a draft."""
    return Report.objects.filter(restructure=restructure, published_at__isnull=False).first()


def revision_of(restructure, extension=None, before=None):
    """Of which versions a file is made: of both structures, of the papers, and of a Word base.

    With `before`, as it was before that act of the papers.
    """
    papers = Act.objects.filter(council=restructure.council_id, structure=None)
    papers = papers.filter(pk__lt=before.pk) if before else papers
    sides = restructure.existing.pk, restructure.after_id
    structures = Structure.objects.filter(pk__in=sides)
    rows = structures.annotate(papers=Subquery(papers.values("pk")[:1]))
    now = {pk: of for pk, *of in rows.values_list("pk", "revision", "papers")}
    existing, proposed = (now[pk][0] for pk in sides)
    base = _base(restructure) if extension == "docx" else ""
    return (
        f"existing structure {existing}, proposed structure {proposed}, "
        f"papers {now[sides[0]][1] or 0}, rules {RULES}{base}"
    )


def _base(restructure):
    bases = WordBase.objects.filter(council=restructure.council)
    return _of_base(bases.values_list("uploaded_at", flat=True).first())


def _of_base(moment):
    return f", Word base of {moment.isoformat()}" if moment else ""


class Making:
    """The files of one restructure's paper, being made for one person.

    What they are made of is read when the first is asked for, once for all of them; so they are of
    the revision of that moment, whatever is written while they are made. `makes` False: it is only
    looked at what could be made, and the revision is not read.
    """

    def __init__(self, restructure, user=None, is_draft=None, *, makes=True):
        self.restructure, self.user = restructure, user
        self._is_draft, self._makes = is_draft, makes
        self._papers, self._held_back = {}, {}

    @cached_property
    def published(self):
        """How the paper is published, as it was read; None while it is a draft."""
        report = getattr(self.restructure, "report", None)
        return report if report and report.published_at else None

    @property
    def is_draft(self):
        return self.published is None if self._is_draft is None else self._is_draft

    @cached_property
    def _read(self):
        """The revision, and then what is read: never is older text kept as of a later revision."""
        revision = revision_of(self.restructure) if self._makes else None
        return revision, comparison_for_paper(self.restructure)

    @property
    def comparison(self):
        return self._read[1]

    def revision(self, extension):
        """Of which versions a file of the paper as it was read is made."""
        base = self._word_base if extension == "docx" else None
        return self._read[0] + (_of_base(base.uploaded_at) if base else "")

    @property
    def seen(self):
        """What stands for all that the paper says as it is now: another, once it says other."""
        sides = self.restructure.existing.revision, self.restructure.after.revision
        return sha256(repr((sides, self.comparison.proposal)).encode()).hexdigest()[:32]

    @cached_property
    def private(self):
        return private_of(self.restructure, self.comparison)

    def held_back(self, edition):
        """What holds an edition back."""
        if edition not in self._held_back:
            asked = self.comparison, EDITIONS[edition], self.private
            self._held_back[edition] = obstacles(*asked, self._found)
        return self._held_back[edition]

    @cached_property
    def _found(self):
        """What the checks find, once for all editions."""
        return found_in(self.comparison, self.private)

    def paper(self, edition):
        """The paper in one edition."""
        if edition not in self._papers:
            self._papers[edition] = paper_of(
                self.comparison, edition=EDITIONS[edition], is_draft=self.is_draft
            )
        return self._papers[edition]

    def export(self, edition, extension):
        """A file, recorded: as it was published, as it is kept, or made.

        HeldBack where something must be put right before, NotMade where the paper is too much.
        """
        if published := self._as_published(edition, extension):
            return self._again(published)
        self.must_be_free(edition)
        if kept := self._of_this_revision(edition, extension):
            return self._again(kept)
        made = self.made(edition, extension)
        made.save()
        Export.objects.forget(made, before=made.moment - KEPT)
        Prepared.objects.clear(made.moment)
        return made

    def must_be_free(self, edition):
        """HeldBack where something must be put right before the edition is made."""
        if found := self.held_back(edition):
            title = EDITIONS[edition].title.lower()
            raise errors.HeldBack(f"The {title} edition is held back. {found[0].says}")

    def made(self, edition, extension, data=None):
        """A file with its bytes, not yet saved; `data` are they, if they were made before."""
        form, paper = FORMATS[extension], self.paper(edition)
        if data is None:
            base = self._word_base if extension == "docx" else None
            data = _written(form, paper, bytes(base.content) if base else None)
        return Export(
            restructure=self.restructure,
            user=self.user,
            edition=edition,
            format=extension,
            name=form.file_name(paper),
            revision=self.revision(extension),
            sha256=sha256(data).hexdigest(),
            size=len(data),
            content=data,
        )

    @cached_property
    def _word_base(self):
        return WordBase.objects.filter(council=self.restructure.council).first()

    def _as_published(self, edition, extension):
        """The file as it stands published; None if it was not published."""
        if self.published is None:
            return None
        return _published(self.published).filter(edition=edition, format=extension).first()

    def _of_this_revision(self, edition, extension):
        """The file as it was made of the same revision before; None if it was not."""
        return Export.objects.filter(
            restructure=self.restructure,
            edition=edition,
            format=extension,
            revision=self.revision(extension),
        ).first()

    def _again(self, kept):
        """A file that is kept, recorded as handed out again; its bytes are kept once."""
        again = {"restructure": self.restructure, "user": self.user, "is_published": False}
        facts = ("edition", "format", "name", "revision", "sha256", "size")
        return Export.objects.create(**again, **{name: getattr(kept, name) for name in facts})


def _published(report):
    """The files of a paper as they stand published."""
    exports = report.restructure.exports.filter(is_published=True)
    return exports.filter(moment__gte=report.published_at).defer("content")


def published_files(restructure, editions=(PUBLIC.key,)):
    """The files of the public edition that anybody may have; none while the paper is a draft.

    Or those of more `editions`. Those to read come first of each.
    """
    report = published_of(restructure)
    files = _published(report).filter(edition__in=[*editions]) if report else ()
    editions, forms = [*EDITIONS], [*FORMATS]
    return sorted(files, key=lambda one: (editions.index(one.edition), forms.index(one.format)))


def _written(form, paper, base):
    try:
        return form.write(paper, base) if base else form.write(paper)
    except (NotSet, NotAsExpected) as error:
        raise NotMade(
            f"The {form.name} file of the {paper.edition.title.lower()} edition was not made. "
            f"{error} The other formats can be made without it."
        ) from error


def mime_of(export):
    """How a file is announced: by its name, since several pictures are one zip."""
    return ZIP if export.name.endswith(".zip") else FORMATS[export.format].mime


def as_one(exports):
    """Several files as one zip, each under its name."""
    return packed((export.name, export.data) for export in exports)
