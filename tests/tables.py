"""Made-up tables for the tests of how formats set them."""

from reports.sections.blocks import NUMBER, Column, Table

POSTS = Column("Post"), Column("Unit"), Column("Posts", kind=NUMBER)


def schedule(count, caption="The schedule", unit="Children's Services"):
    """A schedule of so many posts, with their total."""
    rows = tuple((f"Post {n}", unit, "1") for n in range(count))
    total = ("Total", "–", str(count))
    return Table(key="t", caption=caption, columns=POSTS, rows=rows, total=total)
