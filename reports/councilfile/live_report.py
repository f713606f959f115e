"""How papers are written, and a council's own templates, as the tables hold them, now or as loaded.

Its one rule: that a report is published is told, and is no part of any file.
"""

from reports import proposal
from reports.models import HouseTemplate, Report, Section

from . import values
from .prose import tidy
from .report_reading import in_order

REPORT = (
    "template", "numbering", "item", "wards", "classification", "contact", "basis", "paper_size",
)  # fmt: skip
"""What a report's row and its value have alike, besides `exempt`."""

SECTION = ("key", "heading", "level", "is_shown", "is_numbered", "is_appendix")
"""Likewise of a section, besides its text, editions and sources."""

_OF_TEMPLATE = ("key", "heading", "level", "is_numbered", "is_appendix")


def standing(restructures):
    """How the papers of some restructures are written, by restructure, in two queries."""
    rows = list(Report.objects.filter(restructure__in=restructures))
    sections = Section.objects.filter(restructure__in=restructures) if rows else ()
    return _reports(rows, sections)


def as_loaded(council, loaded, as_of):
    """How papers were written when a file last held them, by restructure."""
    reports = {}
    for row in loaded(Report, restructure__council=council):
        reports |= _reports([row], as_of(row.act)(Section, restructure=row.restructure_id))
    return reports


def _reports(rows, sections):
    written = {}
    for row in sorted(sections, key=lambda section: (section.position, section.pk)):
        written.setdefault(row.restructure_id, []).append(_section(row))
    return {row.restructure_id: _report(row, written.get(row.restructure_id, ())) for row in rows}


def _report(row, sections):
    return proposal.Report(
        **{name: getattr(row, name) for name in REPORT},
        exempt=tuple(row.exempt),
        is_published=row.published_at is not None,
        sections=tuple(sections),
    )


def _section(row):
    return proposal.Written(
        **{name: getattr(row, name) for name in SECTION},
        text=tidy(row.text),
        editions=tuple(row.editions),
        sources=tuple(row.sources),
    )


def standing_templates(council):
    """A council's own templates, as they stand."""
    return _templates(council.templates.all())


def templates_as_loaded(council, loaded):
    """Its own templates, as files last held them."""
    return _templates(loaded(HouseTemplate, council=council))


def _templates(rows):
    return {"templates": in_order(map(_template, rows))}


def _template(row):
    return values.Template(
        slug=row.slug,
        name=row.name,
        numbering=row.numbering,
        sections=tuple(map(_section_of_template, row.sections)),
    )


def _section_of_template(section):
    given = {name: section[name] for name in _OF_TEMPLATE if name in section}
    return proposal.Written(**given, text=tidy(section.get("text", "")))


def columns_of_section(written):
    """A section's value as columns of its row."""
    columns = {name: getattr(written, name) for name in SECTION}
    return columns | {
        "text": written.text,
        "editions": list(written.editions),
        "sources": list(written.sources),
    }


def kept_in_template(written):
    """A section's value as a template's row keeps it."""
    return {name: getattr(written, name) for name in (*_OF_TEMPLATE, "text")}
