"""Bring every approved structure into force whose day has come.

Its one rule: safe to run every night. One that cannot come into force is named with the reason,
and the others do.
"""

from datetime import date

from django.core.management.base import CommandError

from divisions import dates
from divisions.commands import Nightly
from divisions.errors import RuleBroken
from divisions.models import Structure
from reports.coming_into_force import bring_into_force


class Command(Nightly):
    help = "Bring every approved structure into force whose day has come."

    statuses = (Structure.Status.APPROVED,)

    def carry_out(self, structures, on):
        in_turn = sorted(structures, key=_first_day)
        failed = [each for each in in_turn if not self._bring(each, on)]
        if failed:
            many = "1 structure" if len(failed) == 1 else f"{len(failed)} structures"
            raise CommandError(f"{many} could not be brought into force.")

    def _bring(self, structure, on):
        """Bring one into force if its day has come; False if that could not be done."""
        if _first_day(structure) > on:
            return True
        try:
            act = bring_into_force(structure, on)
        except RuleBroken as refusal:
            self.stderr.write(f"{structure.council.slug}: {refusal}")
            return False
        self.stdout.write(f"{structure.council.slug}: {act}")
        return True


def _first_day(structure):
    """The first day on which a structure could come into force; never, where none is stated."""
    try:
        return dates.parse(structure.in_force_from or "").earliest or date.max
    except ValueError:
        return date.max
