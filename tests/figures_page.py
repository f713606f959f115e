"""The page that lists every figure and every part, made from the two registries.

`uv run python -m tests.figures_page` writes it anew; a test holds the page to this.
"""

from pathlib import Path

from posts.naming import NOT_STATED
from reports.comparison import Comparison
from reports.figures import Figures
from reports.parts import PARTS
from tests.papers import COUNCILS, council_file, structures

PAGE = Path(__file__).parent.parent / "docs" / "figures.md"
_LONGEST = 110
_TOP = """\
# Figures and parts

What an author writes in square brackets, a paper says as the two structures have it now.

- `[posts deleted]` in a sentence is a **figure**: a number, a name, a sentence. With `, in words`
  after it, small numbers are words: `[posts deleted, in words]`.
- `[existing chart]` alone on a line is a **part**: a chart, a table, a list. What may be written
  after it stands beside it below: `[existing chart, to tier 2, A3]`.
- A figure that counts posts, alone on a line, is the list of those posts:
  `[posts to tier 2, existing]`.
- A figure may stand in a recommendation too: `the deletion of [posts deleted] posts`. A part
  may not.

Capitals, spaces and commas do not matter. Words in capitals below stand for a name or a number: a
UNIT is written by its name, and where several have one name with the unit above it in brackets,
`Support (Schools)`. What is not known reads *not stated*, *at least 4* or *cannot be computed*.
Where a figure begins a sentence, a line or a cell, its words have a capital letter; names stay as
they are. A name that nothing has is left as it was typed, and the writer says which is nearest. A
bracket that is meant as one is written `\\[`.

This page is made from the program by `uv run python -m tests.figures_page`.

"""


def comparison_of(restructure):
    file, known = council_file(COUNCILS[restructure]), structures(COUNCILS[restructure])
    stated = next(each for each in file.proposals if each.key == restructure)
    return Comparison(file.name, stated, known[stated.before], known[stated.after])


def page():
    """The page as it should be."""
    return f"{_TOP}## Figures\n\n{_figures()}\n## Parts\n\n{_parts()}"


def _figures():
    """A row for each pattern, with an example from Dudley 2009, else from another paper."""
    found = {}
    for restructure in COUNCILS:
        for each in Figures(comparison_of(restructure)):
            known = found.setdefault(each.pattern or each.name, (restructure, each))
            if known[0] == restructure and known[1].text == NOT_STATED != each.text:
                found[each.pattern or each.name] = restructure, each
    rows = (_figure(pattern, *of) for pattern, of in found.items())
    return _table(("Figure", "What it says", "For example", "In Dudley 2009"), rows)


def _figure(pattern, restructure, figure):
    where = "" if restructure == "dudley-2009" else f" ({restructure})"
    text = figure.text if len(figure.text) <= _LONGEST else f"{figure.text[:_LONGEST].rstrip()} …"
    example = f"`[{figure.name}]`" if figure.name != pattern else ""
    return f"`[{pattern}]`", figure.says, example, f"{text}{where}"


def _parts():
    rows = (
        (f"`[{each.name}]`", each.says, "; ".join(each.options) or "–") for each in PARTS.values()
    )
    return _table(("Part", "What it shows", "What may stand after it"), rows)


def _table(headings, rows):
    lines = [headings, ("---",) * len(headings), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
