"""A paper as the data that the template sets: nothing but texts, numbers and lists of them.

Its one rule: every text is made safe here, and given places to break where it has none.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from posts.lettering import wrap
from reports.formats.status import marks_of
from reports.formats.texts import address, safe, safe_part, shortened
from reports.paper import Paper
from reports.sections.blocks import (
    Block,
    Bullets,
    Chart,
    Definitions,
    Heading,
    Line,
    Note,
    Paragraph,
    Picture,
    Recommendations,
    Run,
    Section,
    Table,
)

from .breaking import LINE_WIDTH, SIZE, TEXT_WIDTH, breakable, in_lines
from .tables import table_of

Data = dict[str, Any]

_DEEPEST, _DEEPEST_HEADING = 8, 6
_SHORT_TITLE = 90
_SHORT, _DEFINED = 24, (110.0, 320.0)
"""So many lines of terms stand on one page; the room of a term, and of what is said of it."""


def contents(paper: Paper) -> Data:
    """All that the template is given."""
    marks = marks_of(paper)
    return {
        "facts": _facts(paper),
        "marks": [in_lines(mark) for mark in marks],
        "short-marks": [_in_the_head(mark) for mark in marks],
        "council": in_lines(paper.council),
        "title": in_lines(paper.title),
        "short-title": in_lines(shortened(paper.title, _SHORT_TITLE)),
        "title-block": _defined(paper.title_block),
        "notes": [],
        "blocks": list(_with_what_they_head(_Contents().of(paper.sections))),
    }


def _in_the_head(mark: str) -> str:
    """A marking as far as the head of a page has room; it stands whole above the title."""
    lines = wrap(safe(mark), 10, TEXT_WIDTH - 10, bold=True, most=3)
    return in_lines(" ".join(lines))


def _facts(paper: Paper) -> Data:
    """What the file says of itself; the author is a post or the council, never a person."""
    lang, _, region = paper.language.partition("-")
    return {
        "title": safe(paper.title) or "Report",
        "author": safe(paper.report_of or paper.council),
        "subject": safe(paper.subject),
        "keywords": [safe(paper.council)],
        "lang": lang,
        "region": region or None,
    }


class _Contents:
    """The blocks one after the other, with what has been counted on the way."""

    def __init__(self) -> None:
        self.charts, self.level = 0, 0

    def of(self, sections: Iterable[Section]) -> Iterator[Data]:
        for section in sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Data]:
        heading = self._heading(section.level, section.heading, section.number)
        yield heading | {"new-page": section.is_appendix}
        led = len(section.above_chart)
        for each in section.blocks[:led]:
            yield _plain(each) | {"leads": True}
        rest = section.blocks[led:]
        yield from _set_in(each for b in rest for each in self._block(b, section.level))

    def _block(self, block: Block, level: int) -> Iterator[Data]:
        match block:
            case Heading(text=text, level=below):
                yield self._heading(level + below - 1, text)
            case Chart():
                yield from self._chart(block, level)
            case _:
                yield _plain(block)

    def _heading(self, level: int, text: str, number: str | None = None) -> Data:
        """A heading that skips no level, with its number as part of it, for the bookmarks too."""
        self.level = min(level, self.level + 1, _DEEPEST_HEADING)
        words = " ".join(filter(None, (number, text)))
        return {
            "kind": "heading", "level": self.level, "text": in_lines(words) or "–",
            "new-page": False,
        }  # fmt: skip

    def _chart(self, chart: Chart, level: int) -> Iterator[Data]:
        """Each page of the chart, then the same in words."""
        for page in chart.pages:
            self.charts += 1
            yield _picture(page, self.charts, chart.size_of(page))
        several = "charts" if len(chart.pages) > 1 else "chart"
        yield self._heading(level + 1, f"Text version of the {several}")
        if chart.left_out:
            yield {"kind": "note", "words": _words(chart.left_out)}
        yield _bullets(chart.words, is_below_chart=True)


def _set_in(blocks: Iterable[Data]) -> Iterator[Data]:
    """The blocks, a list below a numbered paragraph as far from the edge as that one's words."""
    above: Data = {}
    for block in blocks:
        is_numbered = above.get("kind") == "paragraph" and above["number"]
        is_below = block["kind"] == "bullets" and is_numbered
        above = block | {"within": True} if is_below else block
        yield above


def _with_what_they_head(blocks: Iterable[Data]) -> Iterator[Data]:
    """The blocks by their places, headings and what leads to a chart on the page of what follows.

    A chart has a page of its own, and so has a table that stands on its side.
    """
    waiting: list[Data] = []
    for at, block in enumerate(blocks):
        block["at"] = at
        if block["kind"] == "heading" or block.get("leads"):
            waiting.append(block)
            continue
        if block["kind"] == "chart" or block.get("wide"):
            block["above"] = [each | {"new-page": False} for each in waiting]
        else:
            yield from _on_one_page(waiting)
        waiting = []
        yield block
    yield from _on_one_page(waiting)


def _on_one_page(headings: Sequence[Data]) -> Iterator[Data]:
    """Headings that follow each other: where one begins a page, the first does."""
    anew = any(each["new-page"] for each in headings)
    for nth, each in enumerate(headings):
        yield each | {"new-page": anew and not nth}


def _plain(block: Block) -> Data:
    match block:
        case Paragraph(text=text, runs=runs, number=number):
            return {
                "kind": "paragraph", "number": safe(number or "") or None,
                "words": _words(text, runs),
            }  # fmt: skip
        case Note(text=text, runs=runs):
            return {"kind": "note", "words": _words(text, runs)}
        case Definitions(items=items):
            return {"kind": "definitions", "items": _defined(items), "short": _is_short(items)}
        case Bullets(lines=lines, is_ordered=is_ordered):
            return _bullets(lines, is_ordered=is_ordered)
        case Recommendations():
            return _recommendations(block)
        case Table():
            return table_of(block)
    raise TypeError(f"No block of a paper is a {type(block).__name__}.")


def _bullets(
    lines: Iterable[Line], *, is_ordered: bool = False, is_below_chart: bool = False
) -> Data:
    return {
        "kind": "bullets", "ordered": is_ordered, "items": nested(lines), "within": False,
        "below-chart": is_below_chart,
    }  # fmt: skip


def _recommendations(block: Recommendations) -> Data:
    return {
        "kind": "recommendations",
        "number": safe(block.number or "") or None,
        "words": _words(block.lead),
        "first": block.first,
        "items": [
            {"words": _words(item), "below": [], "nth": nth}
            for nth, item in enumerate(block.items, start=1)
        ],
    }


def _picture(page: Picture, number: int, size: str) -> Data:
    return {
        "kind": "chart",
        "caption": in_lines(f"Chart {number}: {page.title}"),
        "paper": size.lower(),
        "svg": page.svg,
        "alt": safe(page.alt),
        "width": page.width,
        "height": page.height,
    }


def nested(lines: Iterable[Line]) -> list[Data]:
    """A flat list with depths as lists within lists; a line too deep stands below the last one."""
    top: list[Data] = []
    open_lists = [top]
    for nth, line in enumerate(lines):
        depth = min(line.depth, _DEEPEST, len(open_lists) - 1)
        item: Data = {"words": _words(line.text, line.runs), "below": [], "nth": nth}
        open_lists[depth].append(item)
        open_lists[depth + 1 :] = [item["below"]]
    return top


def _is_short(items: Iterable[tuple[str, str]]) -> bool:
    """Whether terms and what is said of them stand on one page, with room for headings above."""
    lines = (
        max(len(wrap(safe(text), SIZE, room)) for text, room in zip(item, _DEFINED, strict=True))
        for item in items
    )
    return sum(lines) <= _SHORT


def _defined(items: Iterable[tuple[str, str]]) -> list[Data]:
    return [{"term": in_lines(term, _DEFINED[0]), "words": _words(words)} for term, words in items]


def _words(text: str, runs: Sequence[Run] = ()) -> list[Data]:
    """The words in their manners; the spaces between two runs stay as they are."""
    return [_run(each) for each in runs or (Run(text=text),)]


def _run(run: Run) -> Data:
    return {
        "text": breakable(safe_part(run.text), LINE_WIDTH, SIZE),
        "bold": run.bold,
        "italic": run.italic,
        "link": address(run.link),
    }
