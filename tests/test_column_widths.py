"""How wide the columns of a table are: room for the widest word, whatever else stands there."""

from posts.lettering import text_width
from reports.formats.columns import white_beside, widths_of
from reports.sections.blocks import Column, Table


def rooms(rows, *, room=400.0):
    """The room of a text in each column of a table of these rows."""
    columns = tuple(Column("A") for _ in rows[0])
    table = Table(key="t", caption="T", columns=columns, rows=tuple(rows))
    beside = white_beside(table, 10.0)
    widths = widths_of(table, room, size=10.0, beside=beside)
    return [width - white for width, white in zip(widths, beside, strict=True)]


def test_the_widest_word_has_its_room_below_many_words_of_more_letters():
    rows = [(f"illillillilli{n}", "not stated " * 30) for n in range(10, 30)]
    assert rooms([*rows, ("MMMMMMMMMMMM", "–")])[0] >= text_width("MMMMMMMMMMMM", 10)


def test_every_column_of_a_dense_table_has_room_for_a_letter():
    found = rooms([("Recommissioning" * 3, *"A" * 19)])
    assert min(found) >= text_width("A", 10)
    assert abs(sum(found) - (400 - 20 * 10)) < 0.01
