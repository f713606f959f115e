"""The format as declared, as documented in fixtures/README.md, and as the tables can hold it."""

from pathlib import Path

import pytest

from divisions import models as divisions
from posts import models as posts
from posts.snapshot import LINE_KINDS, SHARES
from reports import models as reports
from reports.councilfile import pay_schema, report_schema, restructure_schema, schema
from reports.councilfile.dump import dump
from reports.councilfile.reading import read
from reports.councilfile.report_schema import BASES, PAPER_SIZES
from reports.councilfile.restructure_schema import COST_KINDS, KINDS_OF_CHANGE, OUTCOMES, WAYS
from reports.councilfile.schema import POST_CHANGES, SHAPES, STATUSES, UNIT_CHANGES
from reports.councilfile.texts import TEXT, OneText
from reports.editions import EDITIONS
from reports.house import HOUSES
from reports.numbering import SCHEMES
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
    (pay_schema.SPINE, posts.PaySpine),
    (pay_schema.ON_COSTS, posts.OnCosts),
    (restructure_schema.RESTRUCTURE, reports.Restructure),
    (restructure_schema.PHASE, reports.Phase),
    (restructure_schema.SCOPE, reports.Scope),
    (restructure_schema.MILESTONE, reports.Milestone),
    (restructure_schema.RECOMMENDATION, reports.Recommendation),
    (restructure_schema.STATEMENT, reports.Statement),
    (restructure_schema.RING_FENCE, reports.RingFence),
    (restructure_schema.FATE, reports.Fate),
    (restructure_schema.FILLING, reports.Filling),
    (restructure_schema.COST, reports.Cost),
    (report_schema.REPORT, reports.Report),
    (report_schema.SECTION, reports.Section),
    (report_schema.TEMPLATE, reports.HouseTemplate),
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
    [UNIT_CHANGES, POST_CHANGES, STATUSES, COUNTS, SIDES, SHARES, LINE_KINDS, KINDS_OF_CHANGE,
     OUTCOMES, WAYS, COST_KINDS, BASES, PAPER_SIZES, SCHEMES, [*EDITIONS], [*HOUSES]],
)  # fmt: skip
def test_the_documentation_names_every_word_that_a_key_takes(words):
    assert [word for word in words if f"`{word}`" not in README] == []


CHOICES = {
    OUTCOMES: reports.Fate.OUTCOMES,
    WAYS: reports.Filling.WAYS,
    COST_KINDS: reports.Cost.KINDS,
    BASES: reports.Report.BASES,
    PAPER_SIZES: reports.Report.PAPERS,
}


@pytest.mark.parametrize(("words", "choices"), CHOICES.items())
def test_a_file_takes_the_words_that_the_pages_do(words, choices):
    assert words == tuple(word for word, _ in choices)
