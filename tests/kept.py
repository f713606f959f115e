"""The small paper kept in tables of its own: loaded once into a database, copied for each test.

Its one rule: what is copied is what `load` wrote, row by row; only the council is the test's own,
and all of it was done at the moment at which it is copied.
"""

from functools import cache

from django.apps import apps
from django.db import connection, transaction
from django.db.models import DateTimeField
from django.utils import timezone

from divisions.models import Act, Council, Membership, Structure
from reports.councilfile import load


@transaction.atomic
def keep(file):
    """Load a file into a database that is empty, keep what was written, and empty it again."""
    load.load(file)
    with connection.cursor() as cursor:
        for table in map(_table, models()):
            cursor.execute(f"CREATE TABLE kept_{table} AS SELECT * FROM {table}")
            cursor.execute(f"DELETE FROM {table}")


def is_free():
    """Whether nothing has been written yet beside which the copies would be out of order."""
    return not Structure.objects.exists() and not Act.objects.exists()


@transaction.atomic
def copy(file):
    """Give the file's council, made if there is none, a copy of all that was kept."""
    council, _ = Council.objects.get_or_create(slug=file.slug)
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        for statement in _statements():
            cursor.execute(statement, {"council": council.pk, "now": now})


def models():
    """What a council has, and who belongs to it left out: that is the test's."""
    labels = "divisions", "posts", "reports"
    models = (model for label in labels for model in apps.get_app_config(label).get_models())
    return [model for model in models if model is not Membership]


def _table(model):
    return model._meta.db_table


@cache
def _statements():
    return _update(), *(_insert(model) for model in models() if model is not Council)


def _update():
    table = _table(Council)
    columns = ", ".join(f.column for f in Council._meta.concrete_fields if not f.primary_key)
    kept = f"SELECT {columns} FROM kept_{table}"
    return f"UPDATE {table} SET ({columns}) = ({kept}) WHERE id = %(council)s"


def _insert(model):
    table, fields = _table(model), model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(map(_value, fields))
    return f"INSERT INTO {table} ({columns}) SELECT {values} FROM kept_{table}"


def _value(field):
    """What a copy has in a column."""
    if _names_council(field):
        return "%(council)s"
    is_moment = isinstance(field, DateTimeField) and not field.null
    return "%(now)s" if is_moment else f'"{field.column}"'


def _names_council(field):
    """Whether a column holds a council's number: a version of a council has it as `id`."""
    if field.model is Council.history.model and field.name == "id":
        return True
    return field.is_relation and field.related_model is Council
