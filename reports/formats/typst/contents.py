"""A paper as the data that the template sets: nothing but texts, numbers and lists of them.

Its one rule: every text is made safe here, and given places to break where it has none.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from posts.lettering import text_width, wrap
from reports.formats.columns import stand_before_words, white_beside, widths_of
from reports.formats.status import marks_of
from reports.formats.texts import address, safe, safe_part, shortened
from reports.paper import Paper
from reports.sections.blocks import (
    WORDS,
    Block,
    Bullets,
    Chart,
    Column,
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

Data = dict[str, Any]

_DEEPEST, _DEEPEST_HEADING = 8, 6
_TEXT_WIDTH, _LINE_WIDTH, _CELL_MARGINS, _CELL_SIZE, _SIZE = 453.0, 200.0, 10.0, 10.5, 12.0
_SHORT_TITLE = 90
_MOST_LINES, _FEW_LINES = 24, 8
_SHORT, _TOGETHER, _CELL_LINE, _CAPTION = 20, 2, 12.5, 20.0


def contents(paper: Paper) -> Data:
    """All that the template is given."""
    marks = marks_of(paper)
    return {
        "facts": _facts(paper),
        "marks": [_line(mark) for mark in marks],
        "short-marks": [_in_the_head(mark) for mark in marks],
        "council": _line(paper.council),
        "title": _line(paper.title),
        "short-title": _line(shortened(paper.title, _SHORT_TITLE)),
        "title-block": _defined(paper.title_block),
        "notes": [],
        "blocks": list(_with_what_they_head(_Contents().of(paper.sections))),
    }


def _in_the_head(mark: str) -> str:
    """A marking as far as the head of a page has room; it stands whole above the title."""
    lines = wrap(safe(mark), 10, _TEXT_WIDTH - 10, bold=True, most=3)
    return _line(" ".join(lines))


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
        for block in section.blocks:
            yield from self._block(block, section.level)

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
            "kind": "heading", "level": self.level, "text": _line(words) or "–", "new-page": False,
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
        yield {"kind": "bullets", "ordered": False, "items": nested(chart.words)}


def _with_what_they_head(blocks: Iterable[Data]) -> Iterator[Data]:
    """The blocks by their places, headings on the page of what they head: a chart has its own."""
    waiting: list[Data] = []
    for at, block in enumerate(blocks):
        block["at"] = at
        if block["kind"] == "heading":
            waiting.append(block)
            continue
        if block["kind"] == "chart":
            block["above"] = waiting
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
            return {"kind": "definitions", "items": _defined(items)}
        case Bullets(lines=lines, is_ordered=is_ordered):
            return {"kind": "bullets", "ordered": is_ordered, "items": nested(lines)}
        case Recommendations():
            return _recommendations(block)
        case Table():
            return _table(block)
    raise TypeError(f"No block of a paper is a {type(block).__name__}.")


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


def _table(block: Table) -> Data:
    beside = white_beside(block, _CELL_MARGINS)
    widths = widths_of(block, _TEXT_WIDTH, size=_CELL_SIZE, beside=beside)
    rooms = [width - white for width, white in zip(widths, beside, strict=True)]
    rows = [_row(texts, rooms) for texts in block.rows]
    headings = [_heading_cell(*each) for each in zip(block.columns, rooms, strict=True)]
    is_short = _is_short(block, rooms)
    return {
        "kind": "table",
        "caption": _line(block.caption),
        "widths": [round(width, 2) for width in widths],
        "numbers": [column.kind != WORDS for column in block.columns],
        "before-words": stand_before_words(block),
        "headings": _cells(headings, rooms),
        "rows": rows,
        "short": is_short,
        "start": None if is_short else _start(block, rooms),
        "last": _last(rows) if block.total and not is_short else 0,
        "total": _cells(block.total, rooms) if block.total else None,
        "names-rows": block.names_rows,
    }


def _is_short(block: Table, rooms: Sequence[float]) -> bool:
    """Whether a table is so short that it stands on one page."""
    if len(block.rows) > _SHORT:
        return False
    return sum(_lines(row, rooms) for row in block.rows) <= _SHORT


def _start(block: Table, rooms: Sequence[float]) -> float:
    """How tall the headings of a table and its first rows are, about: they stay together."""
    rows = [tuple(column.heading for column in block.columns), *block.rows[:_TOGETHER]]
    return (
        sum(_CELL_MARGINS + _CELL_LINE * min(_lines(row, rooms), _FEW_LINES) for row in rows)
        + _CAPTION
    )


def _last(rows: Sequence[Data]) -> int:
    """How many of the last rows stay with the total: none where one is tall."""
    last = rows[-_TOGETHER:]
    return len(last) if all(row["small"] for row in last) else 0


def _lines(row: Sequence[str], rooms: Sequence[float]) -> int:
    """How many lines the tallest cell of a row has."""
    return max(
        len(wrap(text, _CELL_SIZE, room)) if len(text) * _CELL_SIZE > room else 1
        for text, room in zip(row, rooms, strict=True)
    )


def _row(texts: Sequence[str], rooms: Sequence[float]) -> Data:
    """The cells of a row, and whether it is short enough to be kept whole on one page."""
    pairs = list(zip(texts, rooms, strict=True))
    return {
        "cells": _cells(texts, rooms),
        "whole": all(_has_lines(*each, _MOST_LINES) for each in pairs),
        "small": all(_has_lines(*each, _FEW_LINES) for each in pairs),
    }


def _has_lines(text: str, room: float, most: int) -> bool:
    """Whether a cell has so many lines at most; they are only counted where it might have more."""
    if len(text) * _CELL_SIZE <= room * most:
        return True
    return len(wrap(text, _CELL_SIZE, room, most=most + 1)) <= most


def _cells(texts: Sequence[str], rooms: Sequence[float]) -> list[str]:
    pairs = zip(texts, rooms, strict=True)
    return [breakable(safe(text), room, _CELL_SIZE) for text, room in pairs]


def _heading_cell(column: Column, room: float) -> str:
    """A heading as far as it has room: a row of headings stands whole on every page."""
    return shortened(column.heading, max(int(_MOST_LINES * room / _CELL_SIZE), 2))


def _picture(page: Picture, number: int, size: str) -> Data:
    return {
        "kind": "chart",
        "caption": _line(f"Chart {number}: {page.title}"),
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


def _defined(items: Iterable[tuple[str, str]]) -> list[Data]:
    return [{"term": _line(term, 110.0), "words": _words(words)} for term, words in items]


def _words(text: str, runs: Sequence[Run] = ()) -> list[Data]:
    """The words in their manners; the spaces between two runs stay as they are."""
    return [_run(each) for each in runs or (Run(text=text),)]


def _run(run: Run) -> Data:
    return {
        "text": breakable(safe_part(run.text), _LINE_WIDTH, _SIZE),
        "bold": run.bold,
        "italic": run.italic,
        "link": address(run.link),
    }


def _line(text: str, room: float = _LINE_WIDTH) -> str:
    return breakable(safe(text), room, _SIZE)


def breakable(text: str, room: float, size: float) -> str:
    """The text, with places to break in the words that no line of this width could hold."""
    return " ".join(
        word if len(word) * size <= room or text_width(word, size) <= room else _opened(word)
        for word in text.split(" ")
    )


def _opened(word: str) -> str:
    """A zero-width space before each letter, but not before what belongs to the letter before."""
    return "".join(
        letter if not at or unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf", "Sk")
        else f"\u200b{letter}"
        for at, letter in enumerate(word)
    )  # fmt: skip
