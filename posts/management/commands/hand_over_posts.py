"""Fill and vacate the posts of which it was said ahead, once their day has come.

Its one rule: safe to run every night, and late.
"""

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate

from divisions.commands import council_of, day_of
from divisions.models import Structure
from posts.redrawing.handing_over import hand_over

EDITABLE = Structure.Status.DRAFT, Structure.Status.IN_FORCE


class Command(BaseCommand):
    help = "Fill and vacate the posts of which it was said ahead, once their day has come."

    def add_arguments(self, parser):
        parser.add_argument("--council", help="only this council, by its slug")
        parser.add_argument(
            "--on", help="the day, such as “1 April 2010” or 2010-04-01; today if left out"
        )

    def handle(self, *, council, on, **options):
        on = localdate() if on is None else day_of(on)
        structures = Structure.objects.filter(status__in=EDITABLE)
        if council is not None:
            structures = structures.filter(council=council_of(council))
        for structure in structures.select_related("council").order_by("pk"):
            if act := hand_over(structure, on):
                self.stdout.write(f"{structure.council.slug}: {act}")
