"""What a council file may hold fits into the tables."""

import pytest

from divisions import models as divisions
from posts import models as posts
from reports import models as reports
from reports.councilfile import schema
from reports.councilfile.texts import TEXT, OneText

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
