"""What typst leaves to be done to a PDF: cells that name their row, and streams beyond dispute.

It can mark such cells, but the library does not let us ask for it; and what it is to keep together
with a total, it takes for a part of the table's foot. Its one rule: objects are found
by the file's own table of them, and that table is written anew.
"""

import re
from collections.abc import Collection, Iterator, Sequence

_START = re.compile(rb"startxref\n(\d+)\n%%EOF\s*$")
_TABLE = re.compile(rb"xref\n0 (\d+)\n")
_ENTRY = 20
_CELL = re.compile(rb"/S/TD/P (\d+) 0 R/A\[<</O/Table/Headers\[\(U(\d+)x(\d+)y0\)\]>>")
_NAMES = re.compile(rb"/IDTree<</Names\[")
_FOOT = re.compile(rb"/S/TFoot/P (\d+) 0 R/K\[((?:\d+ 0 R ?)+)\]")
_BODY = re.compile(rb"/S/TBody/P (\d+) 0 R/K\[(?:\d+ 0 R ?)+")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_RETURN = b"\r\nendstream"


class NotAsExpected(ValueError):
    """The PDF is not built as typst builds them, so it is not touched."""


def finished(pdf: bytes, named: Collection[int], totals: Collection[int]) -> bytes:
    """The PDF with row headings in the tables of these numbers, the first of which is 1.

    `totals` are the numbers of those that have a total.
    """
    body, objects, trailer = _parts(pdf)
    objects = _with_totals_alone(objects, totals)
    ids: list[tuple[bytes, int]] = []
    marked = [_marked(each, number, named, ids) for number, each in enumerate(objects, start=1)]
    return _written(body, [_plain(_listed(each, ids)) for each in marked], trailer)


def _parts(pdf: bytes) -> tuple[bytes, list[bytes], bytes]:
    """What stands before the first object, the objects in order of their numbers, the trailer."""
    start = _START.search(pdf)
    table = _TABLE.match(pdf, int(start[1])) if start else None
    if not start or not table:
        raise NotAsExpected("The PDF has no plain table of its objects.")
    offsets = list(_offsets(pdf, table.end(), int(table[1])))
    ends = dict(zip(sorted(offsets), [*sorted(offsets)[1:], table.start()], strict=True))
    trailer = pdf[table.end() + _ENTRY * int(table[1]) : start.start()]
    return pdf[: min(offsets)], [pdf[each : ends[each]] for each in offsets], trailer


def _offsets(pdf: bytes, start: int, count: int) -> Iterator[int]:
    for at in range(start + _ENTRY, start + _ENTRY * count, _ENTRY):
        if pdf[at + 17 : at + 18] != b"n":
            raise NotAsExpected("The PDF has objects that are not in use.")
        yield int(pdf[at : at + 10])


def _with_totals_alone(objects: Sequence[bytes], totals: Collection[int]) -> list[bytes]:
    """The objects with nothing in the foot of a table but its total: other rows are of a body."""
    mended = list(objects)
    bodies = {found[1]: at for at, each in enumerate(objects) if (found := _BODY.search(each))}
    for at, each in enumerate(objects):
        foot = _FOOT.search(each)
        if not foot:
            continue
        *rows, last = _REFERENCE.findall(foot[2])
        if _table_of(objects, int(last)) not in totals:
            mended[at] = each.replace(b"/S/TFoot", b"/S/TBody", 1)
        elif rows:
            _move(mended, rows, at, bodies[foot[1]])
    return mended


def _table_of(objects: Sequence[bytes], row: int) -> int:
    """The number of the table that a row is of, as its first cell tells it."""
    cells = _REFERENCE.findall(objects[row - 1].partition(b"/K[")[2])
    found = _CELL.search(objects[int(cells[0]) - 1])
    if not found:
        raise NotAsExpected("The PDF has a row that is of no table.")
    return int(found[2])


def _move(objects: list[bytes], rows: Sequence[bytes], foot: int, body: int) -> None:
    """Make the first rows of a foot the last ones of a body."""
    moved = b" ".join(b"%s 0 R" % row for row in rows)
    objects[body] = _BODY.sub(rb"\g<0> " + moved, objects[body], count=1)
    objects[foot] = objects[foot].replace(moved + b" ", b"", 1)
    for row in map(int, rows):
        was, is_now = b"/P %d 0 R" % (foot + 1), b"/P %d 0 R" % (body + 1)
        objects[row - 1] = objects[row - 1].replace(was, is_now)


def _marked(
    part: bytes, number: int, named: Collection[int], ids: list[tuple[bytes, int]]
) -> bytes:
    """A cell below headings: the first of its row heads the row, the others belong to it too."""
    found = _CELL.search(part)
    if not found or int(found[2]) not in named:
        return part
    row, table, column = (int(each) for each in found.groups())
    name = b"R%d" % row
    if column:
        there = found.end() - len(b"]>>")
        return part[:there] + b"(%s)" % name + part[there:]
    ids.append((name, number))
    heading = b"/S/TH/P %d 0 R/ID(%s)/A[<</O/Table/Scope/Row/Headers[(U%dx0y0)]>>"
    return part[: found.start()] + heading % (row, name, table) + part[found.end() :]


def _listed(part: bytes, ids: list[tuple[bytes, int]]) -> bytes:
    """The tree's list of names with those of the rows, all in order; they come before the U's."""
    if not ids or b"/StructTreeRoot/" not in part:
        return part
    names = b"".join(b"(%s)%d 0 R" % each for each in sorted(ids))
    return _NAMES.sub(lambda found: found[0] + names, part, count=1)


def _plain(part: bytes) -> bytes:
    """A stream that ends in a return, with more than a new line behind it.

    The return and the new line would else be read as one end of line by those that do not count.
    """
    if not part.rstrip().endswith(b"endstream\nendobj"):
        return part
    before, end, after = part.rpartition(_RETURN)
    return before + b"\r" + end + after if end else part


def _written(start: bytes, objects: Sequence[bytes], trailer: bytes) -> bytes:
    """The file with the objects in order, and a table of where each stands."""
    offsets, at = [], len(start)
    for each in objects:
        offsets.append(at)
        at += len(each)
    entries = b"".join(b"%010d 00000 n\r\n" % each for each in offsets)
    table = b"xref\n0 %d\n0000000000 65535 f\r\n%s" % (len(objects) + 1, entries)
    return b"".join((start, *objects, table, trailer, b"startxref\n%d\n%%%%EOF" % at))
