"""What the commands of every room share: finding what is named, reading a day, the nightly ones.

Its one rule: a name that is not there is answered with those that are.
"""

import difflib

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate

from divisions import dates
from divisions.models import Council, Structure


class Nightly(BaseCommand):
    """Does to structures of some `statuses`, of one council or all, what is due by a day."""

    statuses: tuple[str, ...] = ()

    def add_arguments(self, parser):
        parser.add_argument("--council", help="only this council, by its slug")
        parser.add_argument(
            "--on", help="the day, such as “1 April 2010” or 2010-04-01; today if left out"
        )

    def handle(self, *, council, on, **options):
        on = localdate() if on is None else day_of(on)
        structures = Structure.objects.filter(status__in=self.statuses)
        if council is not None:
            structures = structures.filter(council=council_of(council))
        self.carry_out(list(structures.select_related("council").order_by("pk")), on)

    def carry_out(self, structures, on):
        """Do what is due by a day."""
        raise NotImplementedError


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
