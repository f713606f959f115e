"""Measure and print: `uv run python -m tests.benchmarks [--sizes 1000,5000,10000]`."""

import argparse
import statistics
import sys
import time

from django.test.utils import setup_test_environment

from tests.benchmarks import documents
from tests.benchmarks.acting import Drawing
from tests.benchmarks.council import MadeUpCouncil
from tests.benchmarks.timing import ENOUGH, judged, once
from tests.databases import NAMES, Databases

FLOORS = {
    "one": ("read one structure's rows", MadeUpCouncil.floor_of_reading_one),
    "both": ("read both structures' rows", MadeUpCouncil.floor_of_reading_both),
    "written": ("write one structure's rows", MadeUpCouncil.floor_of_writing_one),
}

ACTS = (
    ("create a post", Drawing.create, Drawing.floor_of_creating),
    ("move a branch of 500", Drawing.move, Drawing.floor_of_moving),
    ("regrade 12 posts", Drawing.regrade, Drawing.floor_of_regrading),
)
AT_MOST = 3
"""How many times its own floor, measured beside it, an act may take."""

SIZES = (1000, 5000, 10000)

# What is measured, its floor, and how long it may take: seconds at a size, or times the floor.
MEASURES = (
    ("open the structure page", MadeUpCouncil.open_the_page, "one", {1000: 0.3, 5000: 1}, None),
    ("open the establishment table", MadeUpCouncil.open_the_table, "one", {10000: 1}, None),
    ("sort it once it was read", MadeUpCouncil.sort_the_table, "one", {10000: 0.3}, None),
    ("find as one types", MadeUpCouncil.find, "one", dict.fromkeys(SIZES, 0.1), None),
    ("find what is not there", MadeUpCouncil.find_nothing, "one", dict.fromkeys(SIZES, 0.1), None),
    ("open it as recorded on a day", MadeUpCouncil.look_back, "one", {}, None),
    ("compare two, 10% changed", MadeUpCouncil.compare, "both", {}, 3),
    ("draw every post in a chart", MadeUpCouncil.draw_the_chart, "one", {1000: 0.1}, None),
    ("load the council file", MadeUpCouncil.load_the_file, "written", {}, 10),
    # Last of all: each time it is measured the council has one structure more.
    ("propose a restructure", MadeUpCouncil.propose, "written", dict.fromkeys(SIZES, 1.5), None),
)


def main():
    asked = arguments()
    setup_test_environment(debug=False)
    databases = Databases()
    try:
        missed = [miss for name in asked.databases for miss in report_on(databases, name, asked)]
    finally:
        databases.close()
    print(f"\n{len(missed)} of the goals missed{': ' if missed else '.'}{'; '.join(missed)}")


def arguments():
    parser = argparse.ArgumentParser(prog="tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="posts")
    parser.add_argument("--databases", type=_words, default=NAMES)
    parser.add_argument("--runs", type=int, default=5, help="the middle one of so many counts")
    return parser.parse_args()


def _words(text):
    return text.split(",")


def _numbers(text):
    return [int(word) for word in _words(text)]


def report_on(databases, name, asked):
    """Measure everything on one database, print it, and give what missed its goal."""
    databases.use(name)
    for size in asked.sizes:
        yield from report(name, size, asked.runs)
    documents.report_on_papers(name, asked.runs)


def report(name, size, runs):
    """Measure everything at one size, print it, and give what missed its goal."""
    council = MadeUpCouncil(size)
    print(f"\n{name}, {size:,} posts{'seconds':>26}{'× floor':>10}   goal", flush=True)
    floors = {}
    for key, (what, floor) in FLOORS.items():
        floors[key] = seconds(floor, council, runs)
        print(f"  floor: {what:<32}{floors[key]:8.3f}", flush=True)
    for what, measure, floor, at_size, times in MEASURES:
        took = seconds(measure, council, runs)
        ratio = took / floors[floor]
        goal, met = judged(took, ratio, at_size.get(size), times)
        print(f"  {what:<39}{took:8.3f}{ratio:10.1f}   {goal}", flush=True)
        if not met:
            yield f"{what} on {name} at {size:,}"
    yield from report_acts(name, size, Drawing(council.council, size), runs)
    yield from documents.report_on_council(name, council.council, size, runs)


def report_acts(name, size, drawing, runs):
    """Measure acts from request to answer, each beside its own floor."""
    for what, act, floor in ACTS:
        took, least = seconds_beside(act, floor, drawing, runs)
        goal, met = judged(took, took / least, None, AT_MOST)
        print(f"  {what:<39}{took:8.3f}{took / least:10.1f}   {goal}", flush=True)
        if not met:
            yield f"{what} on {name} at {size:,}"


def seconds_beside(act, floor, drawing, runs):
    """The middle ones of an act and of its floor, run in turn, so that both have the same noise."""
    took = [_act_and_floor(act, floor, drawing) for _ in range(1 + 2 * runs)]
    return [statistics.median(times) for times in zip(*took[1:], strict=True)]


def _act_and_floor(act, floor, drawing):
    drawing.look()
    return once(act, drawing).seconds, once(floor, drawing).seconds


def seconds(measure, council, runs):
    """The middle one of several runs, the first of which warms up and does not count."""
    measure(council)
    took, started = [], time.perf_counter()
    while len(took) < runs and (not took or time.perf_counter() - started < ENOUGH):
        took.append(once(measure, council).seconds)
    return statistics.median(took)


if __name__ == "__main__":
    sys.exit(main())
