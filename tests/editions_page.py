"""The table of docs/editions.md, made from the program; a test holds the page to it.

`uv run python -m tests.editions_page` writes it anew.
"""

from pathlib import Path

from reports.edition_fields import FIELDS

PAGE = Path(__file__).parent.parent / "docs" / "editions.md"
START = "## Which fields each edition has\n"


def table():
    """A row for each record: what everybody may read, and what only some may."""
    head = "| Record | Everybody | Exempt, staff and trade unions | Exempt alone | Why |\n"
    rows = (
        f"| {record.__name__} | {_named(of.everybody)} | {_named(of.inside)} "
        f"| {_named(of.committee)} | {of.why} |\n"
        for record, of in FIELDS.items()
    )
    return f"{START}\n{head}| --- | --- | --- | --- | --- |\n{''.join(rows)}"


def _named(fields):
    return ", ".join(f"`{each}`" for each in sorted(fields.split())) or "–"


def page(text):
    """The page with the table as it should be."""
    return text[: text.index(START)] + table()


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
