"""Say what a restructure changes, as text, JSON or a table of CSV."""

import json

from django.core.management.base import BaseCommand

from reports.assemble import comparison_of
from reports.commands import restructure_of, write_out
from reports.comparison_json import to_json
from reports.comparison_text import to_csv, to_text


def _json(comparison):
    return json.dumps(to_json(comparison), ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": to_text, "json": _json, "csv": to_csv}


class Command(BaseCommand):
    help = "Say what a restructure changes (docs/compare.md documents the JSON)."

    def add_arguments(self, parser):
        parser.add_argument("restructure", help="its id, or council/id")
        parser.add_argument("--format", choices=FORMATS, default="text")
        parser.add_argument("-o", "--output", help="a file to write to instead of the terminal")

    def handle(self, *, restructure, format, output, **options):
        comparison = comparison_of(restructure_of(restructure))
        write_out(self, FORMATS[format](comparison).encode("utf-8"), output)
