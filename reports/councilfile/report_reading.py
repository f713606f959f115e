"""How a report is written, from records to a Report; and a council's own templates.

Its one rule: what a report leaves out is as in its template.
"""

from collections.abc import Iterable, Mapping
from re import compile as pattern
from typing import Any

from reports.house import HOUSES
from reports.house.headings import House
from reports.proposal import Report, Written

from .faults import FaultList, quoted
from .fields import Record
from .places import Scalar, text_of
from .references import check_known
from .structure_reading import check_no_repeats
from .values import Template

_KEY = pattern(r"[A-Za-z0-9_-]{1,100}")


def read_templates(records: Iterable[Record], faults: FaultList) -> tuple[Template, ...]:
    """Read a council's own templates; they are kept in the order of their names."""
    templates = [_template(record, faults) for record in records]
    slugs = [record["slug"] for record in records if record["slug"] is not None]
    check_no_repeats(slugs, "“templates”", faults)
    return in_order(templates)


def in_order(templates: Iterable[Template]) -> tuple[Template, ...]:
    """Templates in the order of their names."""
    return tuple(sorted(templates, key=lambda template: (template.name, template.slug)))


def _template(record: Record, faults: FaultList) -> Template:
    slug = record["slug"]
    _check_key(slug, "a template’s “slug”", faults)
    if slug is not None and slug.text in HOUSES:
        faults.add(
            slug,
            f"{quoted(slug.text)} is a template of the program. Give the council’s own another "
            "slug.",
        )
    fields = dict(record) | {"slug": text_of(slug)}
    return Template(**fields | {"sections": _sections(record, faults)})


def houses(templates: Iterable[Template]) -> dict[str, House]:
    """Every template that a report may name: the program's, and the council's own."""
    own = {
        each.slug: House(
            key=each.slug, name=each.name, numbering=each.numbering, sections=each.sections
        )
        for each in templates
    }
    return own | HOUSES


def read_report(record: Record, known: Mapping[str, House], faults: FaultList) -> Report:
    """Read how a report is written; with a template alone it is numbered as that is."""
    fields: dict[str, Any] = dict(record)
    if (template := record.get("template")) is not None:
        fields["template"] = template.text
        check_known([template], known, _no_template, faults)
        if "numbering" not in fields and template.text in known:
            fields["numbering"] = known[template.text].numbering
    return Report(**fields | {"sections": _sections(record, faults)})


def _no_template(word: str) -> str:
    return f"{quoted(word)} is no template of the program’s or of the council’s own."


def _sections(record: Record, faults: FaultList) -> tuple[Written, ...]:
    sections: tuple[Record, ...] = record.get("sections", ())
    keys: list[Scalar] = [each["key"] for each in sections if each["key"] is not None]
    for key in keys:
        _check_key(key, "a section’s “key”", faults)
    check_no_repeats(keys, "“sections”", faults)
    if sections and sections[0].get("level") == 2:
        faults.add(
            sections[0], "The first section has “level: 2”, and stands within none. Delete it."
        )
    return tuple(Written(**dict(each) | {"key": text_of(each["key"])}) for each in sections)


def _check_key(key: Scalar | None, what: str, faults: FaultList) -> None:
    if key is not None and key.text and not _KEY.fullmatch(key.text):
        faults.add(
            key,
            f"{quoted(key.text)} cannot be {what}: that is of letters without accents, digits, "
            "“-” and “_”, at most 100 of them.",
        )
