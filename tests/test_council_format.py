"""The format as declared, as documented in fixtures/README.md, and as the tables can hold it."""

from pathlib import Path

import pytest

from divisions import models as divisions
from posts import models as posts
from posts.snapshot import LINE_KINDS, SHARES
from reports import models as reports
from reports.councilfile import schema
from reports.councilfile.dump import dump
from reports.councilfile.reading import read
from reports.councilfile.schema import (
    KINDS_OF_CHANGE,
    POST_CHANGES,
    SHAPES,
    STATUSES,
    UNIT_CHANGES,
)
from reports.councilfile.texts import TEXT, OneText
from reports.proposal import COUNTS, SIDES

README = (Path(__file__).parent.parent / "fixtures" / "README.md").read_text(encoding="utf-8")

TABLES = [
    (schema.COUNCIL, divisions.Council),
    (schema.GRADE, posts.Grade),
    (schema.STRUCTURE, divisions.Structure),
    (schema.UNIT, divisions.Unit),
    (schema.POST, posts.Post),
    (schema.LINE, posts.ReportingLine),
    (schema.ORIGIN, divisions.Origin),
    (schema.ENDING, divisions.Ending),
    (schema.RESTRUCTURE, reports.Restructure),
    (schema.PHASE, reports.Phase),
    (schema.SCOPE, reports.Scope),
    (schema.MILESTONE, reports.Milestone),
    (schema.RECOMMENDATION, reports.Recommendation),
    (schema.STATEMENT, reports.Statement),
]


@pytest.mark.parametrize(("shape", "table"), TABLES, ids=lambda it: getattr(it, "name", ""))
def test_no_text_of_a_file_is_too_long_for_its_column(shape, table):
    columns = {column.name: column for column in table._meta.get_fields()}
    texts = [field for field in shape.fields if isinstance(field.type, OneText)]
    for field in texts:
        longest = getattr(columns.get(field.into), "max_length", None)
        if field.type is TEXT or field.type.longest:
            assert field.type.longest == longest, field.key


def test_the_example_in_the_documentation_reads_without_a_fault_and_is_what_is_dumped():
    example = README.split("```yaml\n")[1].split("```")[0]
    documented = read(example.encode(), "README.md")
    assert documented.warnings == ()
    assert dump(documented) == example


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_documentation_names_every_key(shape):
    assert [field.key for field in shape.fields if f"`{field.key}`" not in README] == []


@pytest.mark.parametrize(
    "words",
    [UNIT_CHANGES, POST_CHANGES, STATUSES, COUNTS, SIDES, SHARES, LINE_KINDS, KINDS_OF_CHANGE],
)
def test_the_documentation_names_every_word_that_a_key_takes(words):
    assert [word for word in words if f"`{word}`" not in README] == []
