"""The files of a report, of the five papers and of a made-up council, and how it is written.

Whoever asks for a file waits for all of it, from the tables to the bytes, so that is held to the
goals; beside it stands how long it takes once the paper is made, and once its checks are made too.
The best of several runs counts, and the load of the machine is told. Its one rule: the floor is to
read both structures' rows, as of all that is made of two.
"""

import os
from dataclasses import replace

from django.db import transaction

from divisions.models import Membership
from posts import standing
from reports import known
from reports.checks import Checked, findings
from reports.councilfile import load
from reports.councilfile.reading import read
from reports.exporting import Making
from reports.formats import FORMATS
from reports.models import Restructure
from reports.paper import paper_of
from reports.writing.reading import comparison_for_paper
from tests.benchmarks.council import read_rows
from tests.benchmarks.timing import best, judged
from tests.cast import person, signed_in
from tests.papers import COUNCILS, FIXTURES

GOALS = {"pdf": 0.5, "docx": 2, "xlsx": 1, "pptx": 2, "html": 0.5}
"""How many seconds a format may take of a council of so many posts."""
AT = 1000

SAVED_AT = {1000: 0.3, 5000: 0.3}
"""How many seconds a save may take, by the number of posts."""


class Documents:
    """The report of one restructure, what is done with it each a method; `floor` is the least."""

    def __init__(self, council, key):
        self.council, self.key = council, key
        self.made = self.paper()

    @property
    def restructure(self):
        found = Restructure.objects.select_related("council", "before", "after")
        return found.get(council=self.council, key=self.key)

    def floor(self):
        restructure = self.restructure
        read_rows([restructure.existing, restructure.after])

    def paper(self):
        """Made as if nobody had looked at it before."""
        _forget()
        return paper_of(comparison_for_paper(self.restructure))

    def from_the_paper(self, extension):
        assert FORMATS[extension].write(self.made)

    def from_the_tables(self, extension):
        assert FORMATS[extension].write(self.paper())

    def as_handed_out(self, extension):
        """As from the tables; before, what holds the public edition back is looked for."""
        _forget()
        with transaction.atomic():
            assert Making(self.restructure).export("public", extension).size
            transaction.set_rollback(True)


def _forget():
    standing.forget()
    known.forget()


class Writing:
    """A clerk who writes one section of a report, which is saved as it is written."""

    def __init__(self, council, key):
        clerk = person(f"clerk-of-{council.slug}", council, Membership.Role.CLERK)
        self.client, self.turn = signed_in(clerk), 0
        self.page = f"/{council.slug}/restructures/{key}/report/sections/legal/"
        self.seen = self.client.get(self.page).context["form"].seen

    def save(self):
        """Each time another text, in which figures stand."""
        self.turn += 1
        text = f"As drafted {self.turn} times, [posts deleted] and [posts created]."
        sent = {"text": text, "seen": self.seen}
        answer = self.client.post(self.page, sent, headers={"HX-Request": "true"})
        assert answer.status_code == 200, answer.content
        self.seen = answer.context["form"].seen


class Checking:
    """Twenty pages that somebody has typed on a large council, a slip in each line, as checked."""

    LINE = "The three divisions have [posts, existing] posts; Head of Larning. "
    SECTIONS, LINES = 12, 80

    def __init__(self, made):
        report = made.comparison.proposal.report
        first = report.sections[0]
        sections = [
            replace(first, key=f"typed-{nth}", text=self.LINE * self.LINES)
            for nth in range(self.SECTIONS)
        ]
        proposal = replace(made.comparison.proposal, report=replace(report, sections=sections))
        self.comparison = replace(made.comparison, proposal=proposal)

    def check(self):
        assert findings(Checked(self.comparison))


def report_on_papers(database, runs):
    """Measure the files of the five papers, and print it."""
    for slug in dict.fromkeys(COUNCILS.values()):
        load.load(read((FIXTURES / f"{slug}.yaml").read_bytes(), slug))
    for key in COUNCILS:
        council = Restructure.objects.get(key=key).council
        list(_on_files(f"{database}, {key}", Documents(council, key), {}, runs))


def report_on_council(database, council, size, runs):
    """Measure the files of a made-up council and a save, print it, and give what missed a goal."""
    title, documents = f"{database}, {size:,} posts", Documents(council, "all")
    yield from _on_files(title, documents, GOALS if size == AT else {}, runs)
    took = best(documents.as_handed_out, "docx", runs=runs)
    print(_line("docx, with what holds it back", took), flush=True)
    took = best(Writing(council, "all").save, runs=runs)
    goal, met = judged(took.seconds, None, SAVED_AT.get(size), None)
    print(_line("save a section as it is written", took, goal=goal), flush=True)
    if not met:
        yield f"save a section on {title}"
    took = best(Checking(documents.made).check, runs=runs)
    print(_line("check twenty typed pages", took), flush=True)


def _on_files(title, documents, goals, runs):
    """Print a line for the paper and for each format, and give what missed its goal."""
    floor = best(documents.floor, runs=runs)
    head = f"{'seconds':>8}{'CPU':>8}{'× floor':>10}{'from paper':>12}"
    print(f"\n{title + ': files':<41}{head}   goal (load {os.getloadavg()[0]:.1f})")
    print(_line("floor: read both structures' rows", floor))
    took = best(documents.paper, runs=runs)
    print(_line("make the paper", took, took.seconds / floor.seconds), flush=True)
    for extension in FORMATS:
        took = best(documents.from_the_tables, extension, runs=runs)
        alone = best(documents.from_the_paper, extension, runs=runs)
        ratio = took.seconds / floor.seconds
        goal, met = judged(took.seconds, ratio, goals.get(extension), None)
        print(_line(extension, took, ratio, alone.seconds, goal), flush=True)
        if not met:
            yield f"{extension} on {title}"


def _line(what, took, ratio=None, alone=None, goal=""):
    times = "" if ratio is None else f"{ratio:.1f}"
    once_made = "" if alone is None else f"{alone:.3f}"
    return f"  {what:<39}{took.seconds:8.3f}{took.cpu:8.3f}{times:>10}{once_made:>12}   {goal}"
