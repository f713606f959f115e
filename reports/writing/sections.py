"""The sections of a paper written down: begun, typed, put in another order, taken out.

Each is done within an act. Its one rule: only a row that says something else than before is
written, so that history tells what was changed and no more.
"""

from divisions.models.act import create_rows
from reports.models import Report, Section
from reports.writing.reading import report_standing, row_of

_COLUMNS = ("heading", "text", "level", "is_shown", "is_numbered", "is_appendix")


def begin(restructure):
    """Write down how the paper is written, if nobody has: the rows of its sections, by key."""
    rows = {row.key: row for row in Section.objects.filter(restructure=restructure)}
    if rows:
        return rows
    standing = report_standing(restructure)
    begin_report(restructure, standing)
    made = [_row(restructure, at, each) for at, each in enumerate(standing.sections, start=1)]
    create_rows(made)
    return {row.key: row for row in made}


def begin_report(restructure, standing):
    """The row of a paper, made if nobody has written anything of it."""
    restructure.report = row_of(restructure) or Report.objects.create(
        restructure=restructure, template=standing.template, numbering=standing.numbering
    )
    return restructure.report


def _row(restructure, position, written):
    columns = {name: getattr(written, name) for name in _COLUMNS}
    return Section(
        restructure=restructure,
        key=written.key,
        position=position,
        editions=list(written.editions),
        sources=list(written.sources),
        **columns,
    )


def write_text(restructure, key, text):
    """Give a section another text."""
    row = begin(restructure)[key]
    row.text = text
    row.save()


def write_sections(restructure, sections):
    """Let the paper have these sections, in this order: a key that is there keeps its row."""
    rows = begin(restructure)
    for position, written in enumerate(sections, start=1):
        new = _row(restructure, position, written)
        old = rows.pop(written.key, None)
        if old is None:
            new.save()
        elif _said(old) != _said(new):
            new.pk = old.pk
            new.save()
    for row in rows.values():
        row.delete()


def _said(row):
    return row.position, *(getattr(row, name) for name in _COLUMNS), row.editions, row.sources
