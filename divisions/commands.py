"""What the commands of every room share: finding the thing that is named, and reading a day.

Its one rule: a name that is not there is answered with those that are.
"""

import difflib

from django.core.management.base import CommandError

from divisions import dates
from divisions.models import Council


def council_of(slug):
    """The council with a slug; CommandError names the nearest."""
    must_be_known(slug, list(Council.objects.values_list("slug", flat=True)), "council")
    return Council.objects.get(slug=slug)


def must_be_known(name, names, kind):
    """CommandError with the name that comes nearest, or with all there are."""
    if name in names:
        return
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(names) or 'none yet'}."
    raise CommandError(f"There is no {kind} “{name}”. {hint}")


def day_of(text):
    """The day that somebody typed; CommandError, in one line, if it is none."""
    try:
        return dates.exact(text)
    except ValueError as error:
        raise CommandError(
            f"“{text}” is not a day. Write it as “1 April 2010” or 2010-04-01."
        ) from error
