"""Write the report of a restructure to a file."""

from django.core.management.base import BaseCommand

from reports.assemble import comparison_of
from reports.commands import restructure_of, write_out
from reports.formats import FORMATS
from reports.paper import paper_of


class Command(BaseCommand):
    help = "Write the report of a restructure to a file, marked as a draft."

    def add_arguments(self, parser):
        parser.add_argument("restructure", help="its id, or council/id")
        parser.add_argument("--format", choices=FORMATS, default="docx")
        parser.add_argument("-o", "--output", required=True, help="the file to write to")

    def handle(self, *, restructure, format, output, **options):
        paper = paper_of(comparison_of(restructure_of(restructure)))
        write_out(self, FORMATS[format].write(paper), output)
