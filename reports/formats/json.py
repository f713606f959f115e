"""A paper as data: what it says, block by block, and the comparison that it was computed from.

`docs/report-json.md` documents it. Its one rule: fields are only ever added.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from posts.drawn import DrawnBox
from reports.comparison_json import to_json
from reports.paper import Paper
from reports.sections.blocks import Block, Chart, Line, Picture, Section, Table

Json = dict[str, Any]

_FORMAT = 1


def write(paper: Paper) -> bytes:
    """The paper as the bytes of a .json file: the same paper, the same bytes."""
    text = json.dumps(to_data(paper), ensure_ascii=False, indent=1, default=_value)
    return text.encode("utf-8", errors="replace") + b"\n"


def to_data(paper: Paper) -> Json:
    """The paper as plain values, in the stable shape of `docs/report-json.md`."""
    return {
        "format": _FORMAT,
        "restructure": paper.key,
        "council": paper.council,
        "title": paper.title,
        "title_block": [{"term": term, "words": words} for term, words in paper.title_block],
        "is_draft": paper.is_draft,
        "edition": paper.edition.key,
        "marking": paper.marking,
        "language": paper.language,
        "sections": [_section(section) for section in paper.sections],
        "comparison": to_json(paper.comparison) if paper.comparison is not None else None,
    }


def _section(section: Section) -> Json:
    return {
        "key": section.key,
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "is_appendix": section.is_appendix,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> Json:
    kind = {"block": type(block).__name__.lower()}
    if isinstance(block, Chart):
        return kind | _chart(block)
    if isinstance(block, Table):
        return kind | _table(block)
    return kind | asdict(block)


def _table(table: Table) -> Json:
    """A table as it is printed, and its cells as they are in themselves; null: not stated."""
    return {
        "key": table.key,
        "caption": table.caption,
        "columns": [{"heading": each.heading, "kind": each.kind} for each in table.columns],
        "rows": [list(row) for row in table.rows],
        "values": None if table.values is None else [list(row) for row in table.values],
        "total": None if table.total is None else list(table.total),
    }


def _chart(chart: Chart) -> Json:
    """A chart in words, and what is on each of its pages: its boxes, and what joins them."""
    return {
        "key": chart.key,
        "title": chart.title,
        "left_out": chart.left_out,
        "words": _lines(chart.words),
        "pages": [_page(page) for page in chart.pages],
    }


def _page(page: Picture) -> Json:
    drawing = page.drawing
    joined = drawing.lines if drawing else ()
    return {
        "key": page.key,
        "title": page.title,
        "alt": page.alt,
        "boxes": [_box(box) for box in drawing.boxes] if drawing else [],
        "lines": [{"from": each.start, "to": each.end, "name": each.name} for each in joined],
    }


def _box(box: DrawnBox) -> Json:
    cell = box.sheet.cell
    return {
        "key": box.key,
        "below": box.above,
        "words": cell.words,
        "changes": [{"kind": mark.kind, "words": mark.words} for mark in cell.marks],
    }


def _lines(lines: Sequence[Line]) -> list[Json]:
    return [{"depth": line.depth, "text": line.text} for line in lines]


def _value(value: object) -> str:
    """Money and other exact numbers as text, so that no reader rounds them; days as 2009-09-09."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
