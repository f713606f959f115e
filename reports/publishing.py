"""A paper approved for publication, and its publication withdrawn.

Its one rule: what is published is made and kept before anybody can have it, and stays on record.
"""

from django.utils import timezone

from divisions import errors
from reports.editions import EDITIONS, PUBLIC
from reports.exporting import Making, published_of, revision_of
from reports.formats import FORMATS
from reports.frozen import must_be_open
from reports.models import Export, Report


def publish(restructure, user, editions=(PUBLIC.key,), seen=None):
    """Approve a paper for publication: make and keep every format of the editions, as one act.

    HeldBack if something must be put right, ChangedMeanwhile if the paper is not as it was `seen`,
    or becomes another while the files are made.
    """
    editions = [key for key in EDITIONS if key in {*editions, PUBLIC.key}]
    must_be_open(restructure)
    revision = revision_of(restructure)
    making = Making(restructure, user, is_draft=False)
    if seen is not None and seen != making.seen:
        raise _changed(restructure)
    for edition in editions:
        making.must_be_free(edition)
    made = [making.made(edition, form) for edition in editions for form in FORMATS]
    with restructure.council.editing(user, "approve for publication") as council:
        must_be_open(restructure)
        if revision_of(restructure, before=council.act) != revision:
            raise _changed(restructure)
        _set_published(restructure, user)
        _keep(made, restructure)
        council.act.tell(f"“{restructure}” was approved for publication.")
    return made


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
