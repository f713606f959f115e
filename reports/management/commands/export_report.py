"""Write the report of a restructure to a file."""

from django.core.management.base import BaseCommand, CommandError

from divisions.errors import RuleBroken
from reports.commands import restructure_of, write_out
from reports.editions import EDITIONS, PUBLIC
from reports.exporting import Making
from reports.formats import FORMATS


class Command(BaseCommand):
    help = "Write the report of a restructure to a file, marked as a draft until it is published."

    def add_arguments(self, parser):
        parser.add_argument("restructure", help="its id, or council/id")
        parser.add_argument("--format", choices=FORMATS, default="docx")
        parser.add_argument("--edition", choices=EDITIONS, default=PUBLIC.key)
        parser.add_argument("-o", "--output", required=True, help="the file to write to")

    def handle(self, *, restructure, format, edition, output, **options):
        making = Making(restructure_of(restructure))
        if making.published is None and (found := making.held_back(edition)):
            problems = "\n".join(f"  {each.says} {each.frees}" for each in found)
            raise CommandError(f"The {edition} edition is held back:\n{problems}")
        try:
            made = making.export(edition, format)
        except RuleBroken as error:
            raise CommandError(str(error)) from error
        write_out(self, made.data, output)
