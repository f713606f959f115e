"""How two things of council files differ, field by field, and how that is told in words.

Its one rule: a report is compared section by section, so that what one author wrote in one is not
taken for a change of another.
"""

from dataclasses import dataclass, fields, is_dataclass

RESTRUCTURE, REPORT, SECTION = "restructure", "report", "section"

LONGEST = 200
"""A text of more characters is told by its beginning."""


@dataclass(frozen=True)
class Difference:
    """One fact that the file says otherwise than the tables: of which thing, and the two values.

    `what` is council, spine, on-costs, grade, template, structure, restructure, report, a section
    of the restructure `within`, or a kind of record of the structure `within`.
    `field` is None where the whole thing is new (`was` None) or gone (`becomes` None).
    """

    what: str
    key: str
    field: str | None
    was: object
    becomes: object
    within: str | None = None

    def __str__(self):
        where = f" of {self.within}" if self.within else ""
        if self.field is None:
            verb = "is new" if self.was is None else "is no longer in the file"
            return f"{self.what} {self.key}{where} {verb}"
        was, becomes = _in_words(self.was), _in_words(self.becomes)
        return f"{self.what} {self.key}{where}: {self.field} {was} becomes {becomes}"

    @property
    def thing(self):
        """What the difference is about."""
        return (self.what, self.key, self.within)


def _in_words(value):
    """A value as one line that a person can read."""
    if value is None or value == () or value == {}:
        return "not stated"
    if isinstance(value, tuple):
        said = [_in_words(part) for part in value]
        return f"{len(said)} lines" if sum(map(len, said)) > 200 else "; ".join(said)
    if is_dataclass(value):
        return " ".join(_plainly(part) for part in fields_of(value).values() if part)
    return f"“{_beginning(str(value))}”"


def _beginning(text):
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _plainly(part):
    """A part of a record within the line of the whole."""
    if isinstance(part, tuple):
        return f"({', '.join(map(_plainly, part))})"
    if isinstance(part, dict):
        return f"({', '.join(f'{name} {value}' for name, value in part.items())})"
    return _in_words(part) if is_dataclass(part) else str(part)


def of_fields(what, key, within, before, after):
    if before is None or after is None:
        yield Difference(what, key, None, before, after, within)
        return
    for field in after:
        if before[field] != after[field]:
            yield Difference(what, key, field, before[field], after[field], within)


def fields_of(record):
    """A record's fields by name; None of none."""
    return record and {field.name: getattr(record, field.name) for field in fields(record)}


def of_reports(key, before, after):
    """How the report of a restructure differs: in its own facts, and section by section."""
    yield from of_fields(REPORT, key, None, _facts(before), _facts(after))
    was = {section.key: section for section in (before.sections if before else ())}
    becomes = {section.key: section for section in after.sections}
    for section in was | becomes:
        ends = fields_of(was.get(section)), fields_of(becomes.get(section))
        yield from of_fields(SECTION, section, key, *ends)
    if [each for each in was if each in becomes] != [each for each in becomes if each in was]:
        yield Difference(REPORT, key, "order", "as it was", "as in the file")


def _facts(report):
    """What a report says besides its sections; that it is published is nothing that a file says."""
    facts = fields_of(report)
    return facts and {
        name: value for name, value in facts.items() if name not in ("sections", "is_published")
    }
