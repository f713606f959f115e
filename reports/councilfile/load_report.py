"""Write how a paper is written as its file has it, and a council's own templates.

Its one rule: a report is written whenever one of its sections is, so that its row tells when a file
last held them.
"""

from reports.models import HouseTemplate, Report, Section

from .live_report import REPORT, columns_of_section, kept_in_template


def write(restructure, report):
    """Write a report and its sections; those that the file does not have go."""
    columns = {name: getattr(report, name) for name in REPORT}
    columns["exempt"] = list(report.exempt)
    Report.objects.update_or_create(restructure=restructure, defaults=columns)
    rows = {row.key: row for row in Section.objects.filter(restructure=restructure)}
    for position, written in enumerate(report.sections, start=1):
        _write_section(
            rows.pop(written.key, None) or Section(restructure=restructure),
            columns_of_section(written) | {"position": position},
        )
    for row in rows.values():
        row.delete()


def _write_section(row, columns):
    if row.pk is None or any(getattr(row, name) != value for name, value in columns.items()):
        for name, value in columns.items():
            setattr(row, name, value)
        row.save()


def write_templates(council, templates, things):
    """Write of a council's own templates what is among the things to write."""
    for template in templates:
        if ("template", template.slug) in things:
            HouseTemplate.objects.update_or_create(
                council=council,
                slug=template.slug,
                defaults={
                    "name": template.name,
                    "numbering": template.numbering,
                    "sections": list(map(kept_in_template, template.sections)),
                },
            )
