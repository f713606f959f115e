"""Load council files: all of them in one transaction, or, at the first fault, none."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from divisions.errors import RuleBroken
from reports.councilfile import load
from reports.councilfile.faults import Faults
from reports.councilfile.places import LARGEST_MEGABYTES
from reports.councilfile.reading import read


class Command(BaseCommand):
    help = "Load council files (see fixtures/README.md). All are loaded, or none."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")
        parser.add_argument(
            "--replace", action="store_true", help="overwrite what people changed since"
        )

    def handle(self, *, files, dry_run, replace, verbosity, **options):
        councils = self._read(files)
        try:
            with transaction.atomic():
                for name, file in sorted(councils, key=lambda each: each[1].slug):
                    self._load(name, file, dry_run, replace, verbosity)
        except load.WouldOverwrite as refusal:
            raise CommandError(_refusal(refusal)) from refusal
        except RuleBroken as refusal:
            raise CommandError(f"{refusal} Nothing was changed.") from refusal
        if dry_run:
            self.stdout.write("Nothing was written: this was a dry run.")

    def _read(self, files):
        """Read every file before anything is written, and tell all faults of all files at once."""
        councils, faults = [], []
        for name in files:
            try:
                councils.append((name, read(_bytes_of(name), name)))
            except Faults as found:
                faults += found.faults
        if faults:
            lines = "\n".join(str(fault) for fault in faults)
            many = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
            raise CommandError(f"{lines}\n{many}. Nothing was changed.")
        for _, file in councils:
            for warning in file.warnings:
                self.stderr.write(f"{warning}")
        return councils

    def _load(self, name, file, dry_run, replace, verbosity):
        plan = load.plan(file) if dry_run else load.load(file, replace=replace)
        for thing in plan.staying:
            self.stdout.write(f"{name}: {thing} is not in the file, and stays.")
        if not plan.differences:
            self.stdout.write(f"{name}: {file.name} is as the file says. Nothing to change.")
            return
        verb = "would change" if dry_run else "changed"
        self.stdout.write(f"{name}: {file.name}: {len(plan.differences)} {verb}.")
        if dry_run or verbosity > 1:
            for change in plan.differences:
                own = " (changed by people since)" if change in plan.overwritten else ""
                self.stdout.write(f"  {change}{own}")


def _bytes_of(name):
    """What a file holds, and no more than shows that it is too large."""
    try:
        with Path(name).open("rb") as file:
            return file.read(LARGEST_MEGABYTES * 1_000_000 + 1)
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}.") from error


def _refusal(refusal):
    lines = "\n".join(f"  {change}" for change in refusal.plan.overwritten)
    return f"{refusal}\n{lines}\nTo overwrite them, load the file with --replace."
