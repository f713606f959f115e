"""A paper that is approved for publication is frozen: what is published is what was approved.

Its one rule: whoever writes a paper asks here first, inside `council.editing()`.
"""

from divisions import errors
from reports.models import Report, Restructure


def is_published(restructure):
    """Whether the paper of a restructure is approved for publication."""
    return Report.objects.filter(restructure=restructure, published_at__isnull=False).exists()


def must_be_open(restructure):
    """Published if the paper was approved for publication.

    To be asked inside `council.editing()`, whose lock keeps it as it is until what follows is done.
    """
    if is_published(restructure):
        as_it_stands = Restructure.objects.get(pk=restructure.pk)
        raise errors.Published(
            f"“{as_it_stands}” is published, so its paper stays as it is. "
            "Withdraw the publication first, with the reason."
        )
