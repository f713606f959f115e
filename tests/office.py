"""Papers for the formats of an office: the five, small ones, hostile ones, and their parts."""

import io
import zipfile
from dataclasses import replace
from functools import cache

from reports.comparison import Comparison
from reports.paper import Paper, paper_of
from reports.sections.blocks import (
    NUMBER,
    POUNDS,
    Bullets,
    Column,
    Definitions,
    Heading,
    Line,
    Note,
    Paragraph,
    Recommendations,
    Run,
    Section,
    Table,
)
from reports.sections.charts import chart_of
from tests.literals import structure
from tests.papers import COUNCILS, council_file, structures

HOSTILE = (
    "<w:p/> & Co. ]]>",
    "‮gnorw yaw‬ \x00\x07\x1b\x0b\ufffe",
    "שירותי ילדים",
    "👩🏽‍🏫 Teaching",
    '=cmd|"/C calc"!A0',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3",
    "W" * 500,
    "line one\nline two\u2028three",
    "\ud800 half a pair",
    "_x0041_ [#All] 'quoted' {=1}",
)


@cache
def comparison(restructure):
    file, known = council_file(COUNCILS[restructure]), structures(COUNCILS[restructure])
    stated = next(each for each in file.proposals if each.key == restructure)
    return Comparison(file.name, stated, known[stated.before], known[stated.after])


@cache
def paper(restructure):
    return paper_of(comparison(restructure))


def blocks(paper, kind):
    return [block for each in paper.sections for block in each.blocks if isinstance(block, kind)]


def small(*contents, title="A title", **facts):
    sections = (Section(key="one", heading="One", blocks=contents),)
    return Paper(key="small", council="The Borough", title=title, sections=sections, **facts)


def a_chart(text="directorate cs | Children's Services", *, name=None, marks=None, lines=()):
    snapshot = structure(text, lines=lines)
    if name is not None:
        units = {key: replace(unit, name=name) for key, unit in snapshot.units.items()}
        snapshot = replace(snapshot, units=units)
    return chart_of(snapshot, key="chart", title="A chart", marks=marks or {}, existing=False)


def a_table(text="Two", rows=(("One", "1"), ("Two", "2")), **more):
    columns = (Column(text, 3), Column(f"{text} posts", 1, NUMBER))
    return Table(key="t", caption=text, columns=columns, rows=rows, **more)


def every_block(text):
    """One block of each kind that says a text."""
    return (
        Heading(key="h", text=text),
        Paragraph(key="p", text=text, runs=(Run(text=text, bold=True),), number="1.1"),
        Note(key="n", text=text),
        Definitions(key="d", items=((text, text),)),
        Bullets(key="b", lines=(Line(0, text), Line(12, text))),
        Bullets(key="o", lines=(Line(0, text), Line(0, text)), is_ordered=True),
        Recommendations(key="r", lead=text, items=(text,)),
        a_table(text, ((text, text),)),
        a_chart(name=text),
    )


def money(*rows, total=None, values=None):
    columns = (Column("Post", 4), Column("Posts", 1, NUMBER), Column("Cost", 2, POUNDS))
    return Table(
        key="money", caption="Cost", columns=columns, rows=rows, values=values, total=total
    )


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}
