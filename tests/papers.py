"""The five papers, each compared: read from the council files alone, with no database, as JSON."""

import json
from functools import cache
from pathlib import Path

from reports.comparison import Comparison
from reports.comparison_json import to_json
from reports.councilfile.reading import read

FIXTURES = Path(__file__).parent.parent / "fixtures"
COUNCILS = {
    "dudley-2009": "dudley",
    "kent-2009": "kent",
    "barking-and-dagenham-2005": "barking-and-dagenham",
    "leeds-2010": "leeds",
    "dudley-2023": "dudley",
}


@cache
def council_file(slug):
    return read((FIXTURES / f"{slug}.yaml").read_bytes(), f"{slug}.yaml")


@cache
def structures(slug):
    return {each.snapshot.key: each.snapshot for each in council_file(slug).structures}


@cache
def paper(restructure):
    slug = COUNCILS[restructure]
    proposals = {each.key: each for each in council_file(slug).proposals}
    stated, known = proposals[restructure], structures(slug)
    comparison = Comparison(
        council_file(slug).name, stated, known[stated.before], known[stated.after]
    )
    return json.loads(json.dumps(to_json(comparison)))


def changes(restructure, kind, subject="unit"):
    return [
        change
        for change in paper(restructure)["changes"]
        if (change["subject"], change["kind"]) == (subject, kind)
    ]


def told(restructure, kind, *fields, subject="unit"):
    """Of each change of a kind the fields asked for, as a set."""
    return {
        tuple(change[field] for field in fields) for change in changes(restructure, kind, subject)
    }


def figures(restructure, *, source=None, **conditions):
    """The figures stated of exactly what is asked for, and what the structures make of each."""
    return [
        (figure["stated"], figure["computed"], figure["verdict"])
        for figure in paper(restructure)["stated"]
        if (source is None or figure["source"] == source)
        and all(figure[name] == value for name, value in conditions.items())
    ]


def measure(restructure, by, name):
    found = {each["name"]: each for each in paper(restructure)["posts_by"][by]}[name]
    return found["before"], found["after"], found["difference"]


def contradictions(restructure):
    """How often the paper speaks differently of each thing of which it does."""
    found = {}
    for figure in paper(restructure)["stated"]:
        if figure["verdict"] == "the paper says both":
            found[figure["about"]] = found.get(figure["about"], 0) + 1
    return found
