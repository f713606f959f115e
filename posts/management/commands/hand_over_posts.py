"""Fill and vacate the posts of which it was said ahead, once their day has come.

Its one rule: safe to run every night, and late.
"""

from divisions.commands import Nightly
from divisions.models import Structure
from posts.redrawing.handing_over import hand_over


class Command(Nightly):
    help = "Fill and vacate the posts of which it was said ahead, once their day has come."

    statuses = Structure.Status.DRAFT, Structure.Status.IN_FORCE

    def carry_out(self, structures, on):
        for structure in structures:
            if act := hand_over(structure, on):
                self.stdout.write(f"{structure.council.slug}: {act}")
