"""Small files of a borough with two structures."""

from reports.councilfile.reading import read

TWO = """format: 1
council:
  slug: borough
  name: The Borough
structures:
"""


def borough_file(*structures, more=""):
    """A file with structures, each an id, a status and perhaps the name of its one unit."""
    lines = [TWO]
    for key, status, *units in structures:
        lines.append(f"- id: {key}\n  title: The {key}\n  status: {status}\n")
        lines += [f"  units:\n  - id: u\n    name: {name}\n" for name in units]
    return read("".join([*lines, more]).encode(), "borough.yaml")


def restructures(*keys):
    title = "- id: {0}\n  title: Paper {0}\n  before: a\n  after: b\n"
    return "restructures:\n" + "".join(title.format(key) for key in keys)
