"""Check the report of a restructure; the exit code is 1 where something must be put right."""

import json
import sys

from django.core.management.base import BaseCommand

from reports.checking import findings_of
from reports.checks import CHECKS, tally
from reports.checks.finding import MUST
from reports.commands import restructure_of


def as_text(found):
    """A line for each finding, with where it is and what it says below."""
    lines = []
    for each in found:
        lines.append(f"{each.severity_in_words}: {each.heading} [{each.check}]")
        places = dict.fromkeys(place.words for place in each.places)
        where = "; ".join(words for words in places if words not in each.text)
        back = f"Holds back: {each.holds_back_in_words}." if each.holds_back else ""
        lines += [f"    {line}" for line in (where, each.text, back) if line]
    lines.append(f"{tally(found)}." if found else f"All {len(CHECKS)} checks pass.")
    return "\n".join(lines) + "\n"


def as_json(found):
    """The findings as a list, in the shape of `reports.checks.finding`."""
    return json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": as_text, "json": as_json}


class Command(BaseCommand):
    help = "Check a report: exit code 1 where something must be put right before it goes out."

    def add_arguments(self, parser):
        parser.add_argument("restructure", help="its id, or council/id")
        parser.add_argument("--format", choices=FORMATS, default="text")

    def handle(self, *, restructure, format, **options):
        found = findings_of(restructure_of(restructure))
        self.stdout.write(FORMATS[format](found), ending="")
        if any(each.severity == MUST for each in found):
            sys.exit(1)
