"""Lists that a paper has: the posts that a figure counts, and the appendices.

Its one rule: a list of posts has every post that its figure counts, and no other.
"""

from decimal import Decimal

from posts.snapshot import Post, Snapshot
from reports.calling import capital
from reports.comparison import Comparison
from reports.counts import Count
from reports.figures.figure import Figure, key_of
from reports.making import name_of
from reports.sections.asked import Asked
from reports.sections.blocks import Block, Bullets, Cell, Line, Note, Paragraph
from reports.sections.saying import title
from reports.sections.tables import number, table_of, words

_COLUMNS = (
    words("Post", 6), words("Unit", 5), words("Grade", 3), number("Posts", 2), number("FTE", 2),
)  # fmt: skip


def posts(comparison: Comparison, figure: Figure) -> list[Block]:
    """The posts that a figure counts, with unit, grade, number and hours."""
    found = figure.posts() if figure.posts else ()
    key = f"posts.{key_of(figure.name).replace(' ', '-')}"
    if not found:
        return [Paragraph(key=key, text=f"{capital(figure.name)}: {figure.text}.")]
    rows = [
        row_of(post, comparison.after if post.key in comparison.after.posts else comparison.before)
        for post in found
    ]
    table = table_of(
        key, capital(figure.name), _COLUMNS, rows, fold=("Unit", "Grade", "FTE"), total="Total"
    )
    count = figure.of()
    if isinstance(count, Count) and not count.is_exact:
        return [table, Note(key=f"{key}.more", text=f"How many there are in all: {count}.")]
    return [table]


def row_of(post: Post, snapshot: Snapshot) -> tuple[Cell, ...]:
    """A post as a row: title, unit, grade, number, hours of all."""
    unit = name_of(snapshot, post.unit)
    return title(post), unit, post.grade, post.number, hours(post)


def hours(post: Post) -> Decimal | None:
    """The FTE of a line of posts; None where the hours or the number are not stated."""
    return None if post.fte is None or post.number is None else post.fte * post.number


def appendices(asked: Asked) -> list[Block]:
    """The headings of the appendices."""
    lines = tuple(Line(0, heading) for heading in asked.appendices)
    return [Bullets(key="appendices.list", lines=lines)] if lines else []
