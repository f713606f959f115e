"""Check that every structure's trees and links are sound; `--mend` makes the numbering again."""

from django.core.management.base import BaseCommand, CommandError

from divisions import tree
from divisions.commands import council_of
from divisions.models import Structure, Unit
from posts import checking
from posts.models import Post


class Command(BaseCommand):
    help = "Check that every structure's trees and links are sound, and name what is not."

    def add_arguments(self, parser):
        parser.add_argument("council", nargs="*", help="slugs of councils; all if none is given")
        parser.add_argument(
            "--mend",
            action="store_true",
            help="make MPTT's numbers again from parents and positions, before checking",
        )

    def handle(self, *, council, mend, **options):
        structures = Structure.objects.select_related("council")
        if council:
            structures = structures.filter(council__in=[council_of(slug) for slug in council])
        found = 0
        for structure in structures:
            if mend:
                _mend(structure)
            for fault in checking.faults(structure):
                found += 1
                self.stderr.write(f"{structure.council.slug}/{structure.key}: {fault}")
        if found:
            raise CommandError(f"{found} {'fault' if found == 1 else 'faults'} found.")
        self.stdout.write(f"{len(structures)} structures checked: every tree is sound.")


def _mend(structure):
    """Make the numbers again, as an act, where any of them is wrong."""
    if not any(any(tree.faults(model, structure)) for model in (Unit, Post)):
        return
    with structure.editing(verb="make the numbering of the trees again", even_frozen=True):
        for model in (Unit, Post):
            tree.renumber(model, structure)
