"""Write a council's file, as `load_council` reads it."""

from django.core.management.base import BaseCommand

from divisions.commands import council_of
from reports.commands import write_out
from reports.councilfile import live
from reports.councilfile.dump import dump


class Command(BaseCommand):
    help = "Write a council with all its structures and restructures as a council file."

    def add_arguments(self, parser):
        parser.add_argument("council", help="the council's slug")
        parser.add_argument("-o", "--output", help="a file to write to instead of the terminal")

    def handle(self, *, council, output, **options):
        text = dump(live.council_file(council_of(council)))
        write_out(self, text.encode("utf-8"), output)
