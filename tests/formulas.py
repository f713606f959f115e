"""A workbook's formulas worked out as a spreadsheet would: the few forms that ours are made of.

What they add up is what another library reads in the cells, so the values kept in the file have no
part in it.
"""

import operator
import re
from decimal import Decimal

_TOKEN = re.compile(r'"((?:[^"]|"")*)"|([A-Z]+\d+(?::[A-Z]+\d+)?)(?!\()|([A-Z]+)\(|(\d+)|([(),=&])')
_CELL = re.compile(r"([A-Z]+)(\d+)")


def worked_out(formula, rows):
    """What a formula gives over the cells of a sheet: a number, or words."""
    tokens = [found.groups() for found in _TOKEN.finditer(formula)]
    assert "".join(_TOKEN.sub("", formula).split()) == "", formula
    value = _expression(tokens, rows)
    assert not tokens, formula
    return value


def _expression(tokens, rows):
    """Terms one after the other, compared by = or joined by &."""
    value = _term(tokens, rows)
    while tokens and tokens[0][4] in ("=", "&"):
        join = tokens.pop(0)[4] == "&"
        value = (_joined if join else operator.eq)(value, _term(tokens, rows))
    return value


def _joined(one, other):
    return f"{one}{other}"


def _term(tokens, rows):
    words, cells, function, number, _ = tokens.pop(0)
    if function:
        return _FUNCTIONS[function](*_arguments(tokens, rows))
    if cells:
        return _values(cells, rows)
    return Decimal(number) if number else words.replace('""', '"')


def _arguments(tokens, rows):
    while True:
        yield _expression(tokens, rows)
        if tokens.pop(0)[4] == ")":
            return


def _values(cells, rows):
    """The cells from one corner to the other, or the one cell, as another library reads them."""
    (left, top), (right, bottom) = (_place(each) for each in (cells.split(":") * 2)[:2])
    return [row[left : right + 1] for row in rows[top : bottom + 1]]


def _place(cell):
    letters, number = _CELL.fullmatch(cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1, int(number) - 1


def _numbers(cells):
    return [Decimal(str(cell)) for row in cells for cell in row if isinstance(cell, int | float)]


def _text(number, pattern):
    """A number as a pattern such as £#,##0.00 has it."""
    places = len(pattern.partition(".")[2])
    return f"{pattern.partition('#')[0]}{number:,.{places}f}"


_FUNCTIONS = {
    "SUM": lambda cells: sum(_numbers(cells), start=Decimal(0)),
    "COUNT": lambda cells: len(_numbers(cells)),
    "ROWS": len,
    "IF": lambda holds, so, otherwise: so if holds else otherwise,
    "TEXT": _text,
}
