"""A table as the data that the template sets: widths, rows, and which of them stay together.

A table whose words have no room on an upright page has one on its side. Its one rule: no heading
and no total of a table stands alone on a page.
"""

from collections.abc import Sequence
from typing import Any

from posts.lettering import wrap
from reports.formats.columns import fits, stand_before_words, white_beside, widths_of
from reports.formats.texts import safe, shortened
from reports.sections.blocks import WORDS, Column, Table

from .breaking import LANDSCAPE_WIDTH, SIZE, TEXT_WIDTH, breakable, in_lines

Data = dict[str, Any]

_CELL_MARGINS, _CELL_SIZE, _CELL_LINE, _CAPTION = 10.0, 10.5, 12.5, 20.0
"""The white of a cell, its letters, how far its lines are apart, and the room of a caption."""

_MOST_LINES, _FEW_LINES, _SHORT, _SHORT_ON_SIDE, _TOGETHER = 24, 8, 23, 14, 2
"""A row of so many lines is kept whole; of so few is small; a table of so many lines, with its
caption, headings and total, is short, and fewer on a page on its side; so many rows stay with the
headings and with the total."""


def is_wide(block: Table) -> bool:
    """Whether some word of a table has no room on an upright page, so that it lies on its side."""
    beside = white_beside(block, _CELL_MARGINS)
    return not fits(block, TEXT_WIDTH, size=_CELL_SIZE, beside=beside)


def table_of(block: Table) -> Data:
    beside, on_side = white_beside(block, _CELL_MARGINS), is_wide(block)
    room = LANDSCAPE_WIDTH if on_side else TEXT_WIDTH
    widths = widths_of(block, room, size=_CELL_SIZE, beside=beside)
    rooms = [width - white for width, white in zip(widths, beside, strict=True)]
    rows = [_row(texts, rooms) for texts in block.rows]
    headings = [_heading_cell(*each) for each in zip(block.columns, rooms, strict=True)]
    is_short = _is_short(block, headings, rooms, _SHORT_ON_SIDE if on_side else _SHORT)
    return {
        "kind": "table",
        "wide": on_side,
        "caption": None if block.is_untitled else in_lines(block.caption),
        "widths": [round(width, 2) for width in widths],
        "numbers": [column.kind != WORDS for column in block.columns],
        "before-words": stand_before_words(block),
        "headings": _cells(headings, rooms, bold=True),
        "rows": rows,
        "short": is_short,
        "start": None if is_short else _start(block, rooms),
        "last": 0 if is_short else _last(rows),
        "total": _cells(block.total, rooms, bold=True) if block.total else None,
        "names-rows": block.names_rows,
    }


def _is_short(block: Table, headings: Sequence[str], rooms: Sequence[float], most: int) -> bool:
    """Whether a table is so short that it stands on one page, from its caption to its total."""
    if len(block.rows) > most:
        return False
    count = len(wrap(safe(block.caption), SIZE, TEXT_WIDTH, bold=True))
    count += sum(_lines(row, rooms, bold=True) for row in (headings, block.total) if row)
    return count + sum(_lines(row, rooms) for row in block.rows) <= most


def _start(block: Table, rooms: Sequence[float]) -> float:
    """How tall the headings of a table and its first rows are, about: they stay together."""
    rows = [tuple(column.heading for column in block.columns), *block.rows[:_TOGETHER]]
    return (
        sum(_CELL_MARGINS + _CELL_LINE * min(_lines(row, rooms), _FEW_LINES) for row in rows)
        + _CAPTION
    )


def _last(rows: Sequence[Data]) -> int:
    """How many of the last rows stay together, with the total: none where one is tall.

    The first row is never among them, so that a table has a body.
    """
    last = rows[1:][-_TOGETHER:]
    return len(last) if all(row["small"] for row in last) else 0


def _lines(row: Sequence[str], rooms: Sequence[float], *, bold: bool = False) -> int:
    """How many lines the tallest cell of a row has."""
    return max(_count(text, room, bold=bold) for text, room in zip(row, rooms, strict=True))


def _count(text: str, room: float, most: int = 1_000, *, bold: bool = False) -> int:
    """How many lines a cell has, counted no further than `most`."""
    if len(text) * _CELL_SIZE <= room:
        return 1
    return len(wrap(text, _CELL_SIZE, room, most=most, bold=bold))


def _row(texts: Sequence[str], rooms: Sequence[float]) -> Data:
    """The cells of a row, and whether it is short enough to be kept whole on one page."""
    pairs = list(zip(texts, rooms, strict=True))
    return {
        "cells": _cells(texts, rooms),
        "whole": all(_has_lines(*each, _MOST_LINES) for each in pairs),
        "small": all(_has_lines(*each, _FEW_LINES) for each in pairs),
    }


def _has_lines(text: str, room: float, most: int) -> bool:
    """Whether a cell has so many lines at most; they are only counted where it might have more.

    Two lines that follow each other are together longer than one, or they would be one.
    """
    return 2 * len(text) * _CELL_SIZE <= room * most or _count(text, room, most + 1) <= most


def _cells(texts: Sequence[str], rooms: Sequence[float], *, bold: bool = False) -> list[str]:
    pairs = zip(texts, rooms, strict=True)
    return [breakable(safe(text), room, _CELL_SIZE, bold=bold) for text, room in pairs]


def _heading_cell(column: Column, room: float) -> str:
    """A heading as far as it has room: a row of headings stands whole on every page."""
    return shortened(column.heading, max(int(_MOST_LINES * room / _CELL_SIZE), 2))
