"""Check council files from the command line: python -m reports.councilfile FILE…

With --dump the file is printed as the program would write it, with --write it is replaced by that
(comments are lost).
"""

import argparse
import sys
from pathlib import Path

from .dump import dump
from .faults import Faults
from .reading import read
from .values import CouncilFile


def main(arguments: list[str] | None = None) -> int:
    """Check each file; 1 if any has a fault."""
    parser = argparse.ArgumentParser(prog="councilfile", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--dump", action="store_true", help="print the file as dumped")
    parser.add_argument("--write", action="store_true", help="replace the file by its dump")
    options = parser.parse_args(arguments)
    return max([check(path, options) for path in options.files])


def check(path: Path, options: argparse.Namespace) -> int:
    """Print what is wrong with one file, or what is in it."""
    try:
        council_file = read(path.read_bytes(), str(path))
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return 1
    except Faults as faults:
        print(faults, file=sys.stderr)
        return 1
    for warning in council_file.warnings:
        print(f"{warning} (warning)", file=sys.stderr)
    if options.write:
        path.write_text(dump(council_file), encoding="utf-8")
    if options.dump:
        sys.stdout.write(dump(council_file))
    else:
        print(f"{path}: ok: {contents(council_file)}")
    return 0


def contents(council_file: CouncilFile) -> str:
    """Say how much is in a council file."""
    snapshots = [structure.snapshot for structure in council_file.structures]
    units = sum(len(snapshot.units) for snapshot in snapshots)
    posts = sum(len(snapshot.posts) for snapshot in snapshots)
    restructures = len(council_file.proposals)
    return f"{len(snapshots)} structures, {units} units, {posts} posts, {restructures} restructures"


if __name__ == "__main__":
    sys.exit(main())
