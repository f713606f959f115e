"""The grey boxes of those outside a chart whom its lines lead to, and where they stand.

Its one rule: they stand in the room that the council's chart leaves beside its top, if they can.
"""

from collections.abc import Mapping, Sequence

from posts.block import BESIDE, Block
from posts.boxes import beyond_cell
from posts.layout import Layout, Place
from posts.sheets import Sheet, fit

_GAP, _STACKED = 12, 3

Whom = Mapping[str, Sequence[str]]


def _beyond_sheets(whom: Whom, width: float, *, brief: bool) -> dict[str, Sheet]:
    cells = [beyond_cell(name, lines, brief=brief) for name, lines in whom.items()]
    return {cell.key: fit(cell, width, item=False) for cell in cells}


def beside_top(whom: Whom, column: float, own: Layout) -> Block | None:
    """Grey boxes beside the council's top, in a row or else in a column; None: no room."""
    tops = [place for place in own.places.values() if place.y == 0]
    room = own.width - tops[0].x - tops[0].width - BESIDE if len(tops) == 1 and own.second else 0
    wide = len(whom) * (column + _GAP) - _GAP
    if room < column or (room < wide and len(whom) > _STACKED):
        return None
    sheets = _beyond_sheets(whom, column, brief=True)
    return _grey(sheets, own.width - (wide if wide <= room else column), in_row=wide <= room)


def beyond_block(whom: Whom, column: float, own: Layout) -> Block:
    """Grey boxes in a column beside the council's chart."""
    sheets = _beyond_sheets(whom, column, brief=False)
    return _grey(sheets, own.width + (BESIDE if own.places else 0), in_row=False)


def _grey(sheets: Mapping[str, Sheet], at: float, *, in_row: bool) -> Block:
    places, x, y = {}, 0.0, 0.0
    for key, sheet in sheets.items():
        places[key] = Place(x, y, sheet.width, sheet.height)
        x, y = (x + sheet.width + _GAP, y) if in_row else (x, y + sheet.height + _GAP)
    width = max(place.x + place.width for place in places.values())
    height = max(place.y + place.height for place in places.values())
    layout = Layout(places, (), width, height)
    return Block("beyond", None, sheets, dict.fromkeys(sheets, "beyond"), {}, layout, at)
