"""What the commands share: finding the thing that is named, and writing what comes of it.

Its one rule: a name that is not there is answered with those that are.
"""

import os
import sys
from pathlib import Path

from django.core.management.base import CommandError

from divisions.commands import must_be_known
from reports.models import Restructure


def restructure_of(name):
    """The restructure with an id, or council/id where two councils have one of that id."""
    everything = Restructure.objects.select_related("council", "before", "after")
    slug, _, key = name.rpartition("/")
    found = everything.filter(key=key, **({"council__slug": slug} if slug else {}))
    if not found:
        must_be_known(key, list(everything.values_list("key", flat=True)), "restructure")
    if len(found) != 1:
        names = " or ".join(f"{one.council.slug}/{one.key}" for one in found) or "another council"
        raise CommandError(f"Which “{name}” is meant? Write {names}.")
    return found[0]


def write_out(command, data, output):
    """Write bytes to a file, whole or not at all, or to the terminal."""
    if output is None:
        command.stdout.write(data.decode("utf-8"), ending="")
        return
    path = Path(output)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CommandError(f"{output} cannot be written: {error.strerror}.") from error
    print(f"{output}: {len(data):,} bytes written.", file=sys.stderr)
