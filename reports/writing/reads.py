"""A section as it reads, beside the text that it is made of: figures as chips, parts as blocks.

Its one rule: what is not known by any name is marked where it stands.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from posts.naming import NOT_STATED
from reports.formats.web.body import Body
from reports.formats.web.elements import Html, element, joined, part
from reports.markdown import Fault
from reports.sections.blocks import Block, Chart, Run

_OPEN = (NOT_STATED, "cannot be computed")
_FEW = 6


def reads(blocks: Iterable[Block], faults: Sequence[Fault], level: int = 1) -> Html:
    """The blocks of a section as HTML, below a heading of level 2."""
    body = _Reads([fault.text for fault in faults if fault.text])
    return joined(body.block(block, level) for block in blocks)


def _wrong(text: str) -> Html:
    beside = element("small", "no such figure or part")
    return element("span", text, Html(" "), beside, class_="fig fig--bad")


class _Reads(Body):
    """A body in which each figure has its name beside it, and a chart is told of."""

    def __init__(self, unknown: Sequence[str]) -> None:
        super().__init__(top=2)
        self.level = 2
        names = sorted(map(re.escape, unknown), key=len, reverse=True)
        self.unknown = re.compile(rf"(\[(?:{'|'.join(names)})\])") if names else None

    def _run(self, run: Run) -> Html:
        if run.figure:
            is_open = run.text in _OPEN
            name = element("small", run.figure)
            kind = "fig fig--un" if is_open else "fig"
            return element("span", part(run.text), Html(" "), name, class_=kind)
        if self.unknown is None:
            return super()._run(run)
        pieces = enumerate(self.unknown.split(run.text))
        return joined(
            _wrong(piece) if at % 2 else super(_Reads, self)._run(replace(run, text=piece))
            for at, piece in pieces
        )

    def _chart(self, chart: Chart, level: int, above: Html = Html("")) -> Html:  # noqa: B008
        pages = len(chart.pages)
        on = f"{pages} pages" if pages != 1 else "1 page"
        head = element("header", element("b", "Chart"), Html(" "), f"{chart.title}, on {on}")
        few = [line.text for line in chart.words[:_FEW]]
        more = len(chart.words) - len(few)
        said = " · ".join(few) + (f" · and {more} more" if more > 0 else "")
        return element("div", head, element("div", said, class_="small quiet"), class_="block")
