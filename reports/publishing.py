"""A paper approved for publication, and its publication withdrawn.

Its one rule: what is published is made and kept before anybody can have it, and stays on record.
"""

from hashlib import sha256

from django.utils import timezone

from divisions import errors
from reports.editions import EDITIONS, PUBLIC
from reports.exporting import Making, published_of, revision_of
from reports.formats import FORMATS
from reports.frozen import must_be_open
from reports.models import Export, Prepared, Report


def publish(restructure, user, editions=(PUBLIC.key,), seen=None):
    """Approve a paper for publication: make and keep every format of the editions, as one act.

    HeldBack if something must be put right, ChangedMeanwhile if the paper is not as it was `seen`,
    or becomes another while the files are made.
    """
    making = _making(restructure, user, editions, seen)
    known = _prepared(restructure, _made_of(making))
    made = [making.made(*file, known.get(file)) for file in _files(editions)]
    with restructure.council.editing(user, "approve for publication") as council:
        must_be_open(restructure)
        if revision_of(restructure, "docx", before=council.act) != making.revision("docx"):
            raise _changed(restructure)
        _set_published(restructure, user)
        _keep(made, restructure)
        restructure.prepared.all().delete()
        council.act.tell(f"“{restructure}” was approved for publication.")
    return made


def prepare(restructure, user, editions, seen, *, make=True):
    """Make the next file of a publication, and keep it until all are made.

    The files that are made, and those that are left, each as edition and format.
    """
    making = _making(restructure, user, editions, seen)
    made_of = _made_of(making)
    Prepared.objects.clear(timezone.now())
    restructure.prepared.exclude(made_of=made_of).delete()
    known, wanted = _prepared(restructure, made_of), _files(editions)
    left = [file for file in wanted if file not in known]
    if make and left:
        edition, form = left.pop(0)
        facts = {"made_of": made_of, "content": making.made(edition, form).content}
        Prepared.objects.update_or_create(
            facts, restructure=restructure, edition=edition, format=form
        )
    return [file for file in wanted if file not in left], left


def _making(restructure, user, editions, seen):
    """What makes the files of a publication, if nothing stands in its way."""
    must_be_open(restructure)
    making = Making(restructure, user, is_draft=False)
    if seen is not None and seen != making.seen:
        raise _changed(restructure)
    for edition in _editions(editions):
        making.must_be_free(edition)
    return making


def _editions(asked):
    return [key for key in EDITIONS if key in {*asked, PUBLIC.key}]


def _files(editions):
    """The files of a publication, as edition and format: every format of each edition."""
    return [(edition, form) for edition in _editions(editions) for form in FORMATS]


def _made_of(making):
    """What stands for all that the files are made of, the council’s Word file among it.

    As it was read for them: what is written while they are made is no part of it.
    """
    said = making.seen, making.revision("docx")
    return sha256(repr(said).encode()).hexdigest()


def _prepared(restructure, made_of):
    """The bytes of what was made before of the same, by edition and format."""
    rows = restructure.prepared.filter(made_of=made_of)
    return {
        (edition, form): bytes(data)
        for edition, form, data in rows.values_list("edition", "format", "content")
    }


def _changed(restructure):
    return errors.ChangedMeanwhile(
        f"“{restructure}” has changed since you opened the page. Read it again, then approve it."
    )


def _set_published(restructure, user):
    report, _ = Report.objects.get_or_create(restructure=restructure)
    report.published_at, report.published_by = timezone.now(), user
    report.save()


def _keep(made, restructure):
    """Keep the files as those published, of the revision that the act of publishing made."""
    for each in made:
        each.is_published, each.revision = True, revision_of(restructure, each.format)
    Export.objects.bulk_create(made)


def withdraw(restructure, user, reason):
    """Take back that a paper is published, so that it can be written again; the files stay."""
    if not reason.strip():
        raise errors.NoReason(f"The publication of “{restructure}” is withdrawn for a reason.")
    with restructure.council.editing(user, "withdraw the publication", reason) as council:
        report = published_of(restructure)
        if report is None:
            raise errors.NotPublished(f"“{restructure}” is not published.")
        report.published_at = report.published_by = None
        report.save()
        council.act.tell(f"The publication of “{restructure}” was withdrawn.")
