"""Check council files: python -m reports.councilfile FILE…

Nothing is changed, unless with --write, which replaces each file by what the program would write.
It keeps no comments: those that it leaves out are printed.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from posts.snapshot import Post, Unit
from reports.counts import Count, added

from .comments import comments
from .dump import dump
from .faults import Faults
from .reading import read
from .values import CouncilFile


def main(arguments: list[str] | None = None) -> int:
    """Check each file; 1 if any has a fault."""
    parser = argparse.ArgumentParser(prog="councilfile", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--dump", action="store_true", help="print what would be written")
    parser.add_argument("--write", action="store_true", help="write it")
    options = parser.parse_args(arguments)
    return max([check(path, options) for path in options.files])


def check(path: Path, options: argparse.Namespace) -> int:
    """Print what is wrong with one file, or what is in it."""
    try:
        data = path.read_bytes()
        council_file = read(data, str(path))
        if options.write:
            path.write_text(dump(council_file), encoding="utf-8")
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return 1
    except Faults as faults:
        print(faults, file=sys.stderr)
        return 1
    for warning in council_file.warnings:
        print(f"{warning} (warning)", file=sys.stderr)
    if options.write:
        for comment in comments(data.decode("utf-8-sig"), str(path)):
            print(f"{comment} (a comment, left out)", file=sys.stderr)
    sys.stdout.write(dump(council_file) if options.dump else f"{path}: {contents(council_file)}")
    return 0


def contents(council_file: CouncilFile) -> str:
    """Say how much is in a council file: units and posts as they are listed, several for one."""
    structures, restructures = len(council_file.structures), len(council_file.proposals)
    lines = [f"ok: {_many(structures, 'structure')}, {_many(restructures, 'restructure')}"]
    for structure in council_file.structures:
        snapshot = structure.snapshot
        units = _listed(snapshot.units.values(), "unit")
        posts = _listed(snapshot.posts.values(), "post")
        lines.append(f"  {snapshot.key}: {units}, {posts}")
    return "\n".join(lines) + "\n"


def _listed(parts: Iterable[Unit | Post], what: str) -> str:
    count = added(Count(part.number or 1, part.number) for part in parts)
    return f"{count} {what}{'' if count.exact == 1 else 's'}"


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
